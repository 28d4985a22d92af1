"""A questionnaire given out as a file and taken back, without a screen."""
import os
import pty
import sqlite3
import unittest
import zlib

from cli import COULD_NOT, PROBLEMS, USAGE, TABLES, Case


class SurveyPacket(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_table("mentees", TABLES / "mentees.cp1251.csv")
        base = sqlite3.connect(self.file)
        base.execute("INSERT INTO survey VALUES (70, 2026, 'Входная анкета', 1, 1, NULL, 1, '', NULL, 0, 0, 'trial', 1)")
        for i, code in enumerate(("trust", "help"), 1):
            base.execute("INSERT INTO survey_item VALUES (?, 70, ?, '', ?, ?, 1, 1, 10, '', '', NULL, NULL, '', '', 1, 0, "
                         "NULL, '', 1)", (70 + i, i, code, "Вопрос %d" % i))
        base.commit()
        base.close()
        self.packet = self.folder / "a.packet"

    def give(self, *options, **more):
        return self.run_program("survey", "packet", self.file, "trial", "-o", self.packet, *options, **more)

    def take(self, *options, packet=None, **more):
        return self.run_program("survey", "take", self.file, packet or self.packet, *options, **more)

    def lines(self):
        return self.packet.read_text().splitlines()

    def people(self):
        return [line.split("\t")[2] for line in self.lines() if "\tperson\t" in line]

    def type(self, sheets, path=None):
        """Sheets as another program may write them: by the description of the format alone."""
        lines = [line for line in self.lines() if "\tend\t" not in line]
        for i, (who, first, second) in enumerate(sheets):
            answers = "".join("\t1\t%s\t\t0" % value for value in (first, second))
            body = "sheet\t%d\t%s\t0\t20261101\t\tОрлова\t20261122100000\t0\t0\t\t0\t0%s" % (9000 + i, who, answers)
            lines.append("%08x\t%s" % (zlib.crc32(body.encode()), body))
        text = "".join(line + "\n" for line in lines)
        end = "end\t%d\t%d" % (len(lines) - 1, zlib.crc32(text.split("\n", 1)[1].encode()))
        text += "%08x\t%s\n" % (zlib.crc32(end.encode()), end)
        (path or self.packet).write_text(text)

    def test_out_and_back(self):
        said = self.give("--for", "Орлова")
        self.assertEqual((said.facts["respondents"], said.facts["names"], said.facts["sealed"]), ("45", "0", "0"))
        people = self.people()
        self.assertEqual(len(people), 45)
        self.assertNotIn("Афанасьев", self.packet.read_text())
        self.type([(people[0], 3, 4), (people[1], 10, 1)])
        said = self.take()
        self.assertEqual((said.facts["sheets"], said.facts["added"]), ("2", "2"))
        self.assertEqual(self.take().facts["same"], "2")
        self.assertIn("\t45\t2\t", self.run_program("survey", "list", self.file).out)
        self.run_program("undo", self.file)
        self.assertEqual(self.take().facts["added"], "2")

    def test_typed_answers_are_not_written_over(self):
        self.give()
        self.give()
        self.type([(self.people()[0], 3, 4)])
        before = self.packet.read_bytes()
        self.assertIn("may have answers", self.give(code=COULD_NOT).err)
        self.assertEqual(self.packet.read_bytes(), before)
        self.assertEqual(self.take().facts["added"], "1")

    def test_names_when_said(self):
        self.give("--names")
        self.assertIn("Афанасьев", self.packet.read_text())
        self.assertEqual(self.packet.stat().st_mode & 0o777, 0o600)

    def test_what_differs_is_kept(self):
        self.give()
        people, other = self.people(), self.folder / "b.packet"
        self.type([(people[0], 3, 4)])
        self.take()
        self.type([(people[0], 3, 5)], other)
        said = self.take(packet=other, code=PROBLEMS)
        self.assertEqual((said.facts["disputed"], said.facts["added"]), ("1", "0"))

    def test_bad_packets_change_nothing(self):
        self.give()
        people = self.people()
        self.type([(people[0], 3, 4), (people[1], 11, 1), ("77", 1, 1)])
        text, whole = self.packet.read_text(), len(self.lines())
        bad = self.take(code=COULD_NOT)
        self.assertIn("Line %d " % (whole - 2), bad.err)
        self.assertIn("Nothing was taken", bad.err)
        part = self.take("--partial", code=PROBLEMS)
        self.assertEqual((part.facts["added"], part.facts["left-out"]), ("1", "2"))
        self.run_program("undo", self.file)
        for damaged, because in (
                (text[:-40], "in part only"),
                (text.replace("\t3\t\t0", "\t4\t\t0"), "line %d " % (whole - 3)),
                (text.replace("nastavnik-packet 1", "nastavnik-packet 9"), "another version"),
                ("Фамилия;Имя\n", "no packet"),
                ("", "no packet")):
            self.packet.write_text(damaged)
            self.assertIn(because, self.take(code=COULD_NOT).err)
        self.packet.write_text(text.replace("\t4\t\t0", "\t5\t\t0"))
        part = self.take("--partial", code=PROBLEMS)
        self.assertEqual(part.facts["added"], "0")
        self.take(packet=self.folder / "none", code=COULD_NOT)
        self.assertIn("\t45\t0\t", self.run_program("survey", "list", self.file).out)

    def test_words(self):
        self.run_program("survey", "packet", self.file, "trial", code=USAGE)
        self.assertIn("PACKET is missing", self.run_program("survey", "take", self.file, code=USAGE).err)
        self.run_program("survey", "packet", self.file, "nothing", "-o", self.packet, code=COULD_NOT)
        self.assertFalse(self.packet.exists())

    @unittest.skipUnless(os.environ.get("NASTAVNIK_SEAL"), "without libsodium")
    def test_sealed(self):
        secret = self.table("secret", "четыре слова вместе\n")
        self.assertEqual(self.give("--passphrase", secret).facts["sealed"], "1")
        self.assertTrue(self.packet.read_bytes().startswith(b"nastavnik-sealed 1"))
        self.assertEqual(self.take("--passphrase", secret).facts["sheets"], "0")
        other = self.table("other", "четыре слова врозь\n")
        self.assertIn("another passphrase", self.take("--passphrase", other, code=COULD_NOT).err)
        whole = self.packet.read_bytes()
        self.packet.write_bytes(whole[:-3])
        self.assertIn("in part only", self.take("--passphrase", secret, code=COULD_NOT).err)
        self.packet.write_bytes(whole[:-3] + b"abc")
        self.assertIn("damaged", self.take("--passphrase", secret, code=COULD_NOT).err)

    @unittest.skipUnless(os.environ.get("NASTAVNIK_SEAL"), "without libsodium")
    def test_a_passphrase_is_typed_unseen(self):
        master, slave = pty.openpty()
        process = self.start("survey", "packet", self.file, "trial", "-o", self.packet, "--seal", stdin=slave)
        for word in (b"Passphrase: ", b"Once more: "):
            said = b""
            while not said.endswith(word):
                byte = process.stderr.read(1)
                self.assertTrue(byte, said.decode())
                said += byte
            os.write(master, "четыре слова вместе\n".encode())
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, err)
        os.set_blocking(master, False)
        try:
            echoed = os.read(master, 4096)
        except BlockingIOError:
            echoed = b""
        self.assertNotIn("слова".encode(), echoed)
        os.close(master)
        os.close(slave)
        self.assertIn(b"sealed 1", out)


if __name__ == "__main__":
    unittest.main(verbosity=0)
