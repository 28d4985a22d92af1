"""The calendar of the year as iCalendar, read by a program that is not ours."""
import datetime
import re
import sqlite3
import unittest

from cli import PROBLEMS, USAGE, Case

try:
    import icalendar
except ImportError:
    icalendar = None


class Ics(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_all()
        self.run_program("match", self.file, "--confirm")
        with sqlite3.connect(self.file) as db:
            bond = db.execute("SELECT id FROM bond ORDER BY id LIMIT 1").fetchone()[0]
            db.execute("INSERT INTO meeting VALUES (5001, ?, 4, 20261110, 'дроби, проценты', '', NULL, 20261124, '')", (bond,))
            db.execute("INSERT INTO event VALUES (6001, 2026, 7, NULL, 'Фестиваль; «Шаг вперёд», день\nвторой ' || ?, "
                       "20270520, 20270522, '', '', NULL, 0, '', '')", ("щ" * 150,))
            db.execute("INSERT INTO event VALUES (6002, 2026, 2, NULL, 'Родительское собрание', 20260910, 0, '', '', NULL, 0, '', '')")
            db.execute("INSERT INTO partner VALUES (6003, 2026, NULL, 'Технопарк', '', '', '7/26', 20260901, 20270831, 0, '')")

    def write(self, *options):
        said = self.run_program("ics", self.file, "-o", "year.ics", *options)
        data = (self.folder / "year.ics").read_bytes()
        self.assertEqual(int(said.facts["events"]), data.count(b"BEGIN:VEVENT"))
        return data

    def events(self, *options):
        calendar = icalendar.Calendar.from_ical(self.write(*options))
        return {str(event["UID"]): event for event in calendar.walk("VEVENT")}

    def test_every_line_is_short_and_whole(self):
        data = self.write("--names")
        self.assertTrue(data.endswith(b"END:VCALENDAR\r\n"))
        for line in data.split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            self.assertNotIn(b"\n", line)
            line.decode("utf-8")

    def test_nobody_is_named_unless_asked(self):
        data = self.write().replace(b"\r\n ", b"").decode()
        self.assertIn("SUMMARY:Meeting of a pair\r\n", data)
        with sqlite3.connect(self.file) as db:
            families = {row[0] for row in db.execute("SELECT family FROM person WHERE id IN (SELECT person FROM participation)")}
        self.assertEqual([family for family in families if family in data], [])
        self.assertNotIn("дроби", data)  # nor what a meeting was about
        data = self.write("--names").replace(b"\r\n ", b"").decode()
        self.assertRegex(data, "SUMMARY:[А-Я]\\w+ [А-Я]\\. – [А-Я]\\w+ [А-Я]\\.")

    def test_it_must_go_somewhere_and_hold_something(self):
        self.run_program("ics", self.file, code=USAGE)
        with sqlite3.connect(self.file) as db:
            for table in ("task", "event", "meeting", "partner"):
                db.execute("DELETE FROM " + table)
            db.execute("UPDATE year SET diaries = 0")
        said = self.run_program("ics", self.file, "-o", "none.ics", code=PROBLEMS)
        self.assertIn("there is no calendar to write", said.err)
        self.assertFalse((self.folder / "none.ics").exists())

    def entries(self):
        """(day, what) of all events."""
        data = self.write("--names").replace(b"\r\n ", b"").decode()
        return re.findall("DTSTART;VALUE=DATE:(\\d+)\r\n.*?SUMMARY:(.*?)\r\n", data, re.S)

    def test_only_the_next_meeting_of_a_pair_at_work_is_waited_for(self):
        with sqlite3.connect(self.file) as db:
            db.execute("INSERT INTO meeting SELECT 5003, bond, 4, 20261103, '', '', NULL, 20261110, '' FROM meeting WHERE id = 5001")
        self.assertEqual([day for day, what in self.entries() if " – " in what and "Term" not in what], ["20261124"])
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE member SET state = 2, to_on = 20261115 WHERE bond IN (SELECT bond FROM meeting)")
        self.assertEqual([day for day, what in self.entries() if " – " in what and "Term" not in what], [])

    def test_diaries_are_due_in_the_next_month(self):
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE year SET diary_day = 31")
            bonds = db.execute("SELECT count(*) FROM bond").fetchone()[0]
            db.execute("INSERT INTO diary SELECT id, 20261001, 20261104, 0, NULL, '' FROM bond LIMIT 2")
        diaries = [(day, what) for day, what in self.entries() if what.startswith("Diaries")]
        self.assertEqual(diaries[:2], [("20261031", "Diaries for September: 0 of %d handed in" % bonds),
                                       ("20261130", "Diaries for October: 2 of %d handed in" % bonds)])
        self.assertEqual(diaries[5][0], "20270331")  # those of February; of January on the last of February
        self.assertEqual(diaries[4][0], "20270228")
        self.assertEqual(diaries[-1][1], "Diaries for May: 0 of %d handed in" % bonds)
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE year SET diaries = 0")
        self.assertFalse([what for _, what in self.entries() if what.startswith("Diaries")])

    def test_consents_that_end_are_counted_once(self):
        with sqlite3.connect(self.file) as db:
            one, two, three = (row[0] for row in db.execute("SELECT DISTINCT person FROM participation LIMIT 3"))
            for n, (person, until, withdrawn) in enumerate([(one, 20270115, 0), (two, 20270115, 0), (three, 20270115, 20261001),
                                                           (two, 20271231, 0)]):
                db.execute("INSERT INTO consent VALUES (?, ?, 2026, 2, 20260901, '', ?, ?)", (9000 + n, person, until, withdrawn))
        ends = [(day, what) for day, what in self.entries() if "expires" in what]
        self.assertEqual(ends, [("20270115", "Consent to data processing: expires for 1")])

    @unittest.skipUnless(icalendar, "python3-icalendar is not installed")
    def test_another_program_reads_what_was_meant(self):
        events = self.events("--names")
        calendar = icalendar.Calendar.from_ical((self.folder / "year.ics").read_bytes())
        self.assertEqual(str(calendar["X-WR-CALNAME"]), "Mentoring programme 2026/2027")
        by_name = {str(event["SUMMARY"]): event for event in events.values()}
        festival = next(event for name, event in by_name.items() if name.startswith("Фестиваль"))
        self.assertEqual(str(festival["SUMMARY"]).split(" (until")[0],
                         "Фестиваль; «Шаг вперёд», день\nвторой " + "щ" * 150)  # folded, escaped, and whole again
        self.assertEqual(festival.decoded("DTSTART"), datetime.date(2027, 5, 20))
        self.assertEqual(festival.decoded("DTEND"), datetime.date(2027, 5, 23))  # the first day without it
        term = by_name["Term: Назначить куратора программы"]
        self.assertEqual((term.decoded("DTSTART"), term.decoded("DTEND")),
                         (datetime.date(2026, 9, 5), datetime.date(2026, 9, 6)))
        self.assertEqual(by_name["Родительское собрание"].decoded("DTSTART"), datetime.date(2026, 9, 10))
        self.assertEqual(by_name["Технопарк: agreement No. 7/26 ends"].decoded("DTSTART"), datetime.date(2027, 8, 31))
        self.assertEqual(sum(event.decoded("DTSTART") == datetime.date(2026, 11, 24) for event in events.values()), 1)
        stamp = term.decoded("DTSTAMP")
        self.assertEqual((stamp.date(), stamp.utcoffset()), (datetime.date(2026, 11, 22), datetime.timedelta(0)))
        self.assertFalse(any("дроби" in name for name in by_name))  # meetings that were held are not written

    @unittest.skipUnless(icalendar, "python3-icalendar is not installed")
    def test_read_again_nothing_is_doubled(self):
        before = self.events()
        with sqlite3.connect(self.file) as db:
            db.execute("INSERT INTO meeting SELECT 5002, bond, 4, 20261124, '', '', NULL, 20261208, '' FROM meeting")
            db.execute("UPDATE task SET due = due + 1 WHERE code = 'curator'")
        after = self.events()
        self.assertEqual(len(before), len(set(before)))
        self.assertEqual(set(before), set(after))
        moved = [uid for uid in before if before[uid].decoded("DTSTART") != after[uid].decoded("DTSTART")]
        self.assertEqual(sorted(uid.split("-")[0] for uid in moved), ["meeting", "task"])


if __name__ == "__main__":
    unittest.main(verbosity=0)
