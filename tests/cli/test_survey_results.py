"""Results of questionnaires as a table: the figures are those that scipy and R work out."""
import csv
import os
import pathlib
import sqlite3
import unittest

from cli import Case

STATS = pathlib.Path(os.environ["NASTAVNIK_TABLES"]) / "stats"
HEADER = "item,n1,n2,pairs,mean1,mean2,median1,median2,share1,share2,better,same,worse,w,p,effect"
SCALES = {"comfort", "anxiety", "support", "trust", "same"}


def read(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.reader(f))


class Results(Case):
    def setUp(self):
        super().setUp()
        self.new()
        answers = read(STATS / "answers.csv")
        self.items = answers[0][2:]
        people = "Фамилия;Имя;Класс\n" + "".join(f"Ученик{i:03};Зоя;7А\n" for i in range(1, 121))
        (self.folder / "people.csv").write_text(people, "utf-8")
        self.run_program("import", "mentees", self.file, "--from", "people.csv")
        self.fill(answers[1:])

    def fill(self, answers):
        """Both questionnaires with their sheets, written where typing would have put them."""
        db = sqlite3.connect(self.folder / self.file)
        people = dict(db.execute("SELECT CAST(substr(p.family, 7) AS INTEGER), t.id FROM participation t"
                                 " JOIN person p ON p.id = t.person"))
        for wave, code in ((1, "x_before"), (2, "x_after")):
            db.execute("INSERT INTO survey VALUES (?, 2026, ?, 1, 1, NULL, ?, '', NULL, 0, 0, ?, 1)",
                       (wave, "Анкета " + code, wave, code))
            for i, item in enumerate(self.items):
                scale = item in SCALES
                kind = 1 if scale else 2 if item == "glad" else 5
                db.execute("INSERT INTO survey_item VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, '', '', NULL, NULL, '',"
                           " '', 0, ?, NULL, '', 0)",
                           (wave * 100 + i, wave, i + 1, item, item, kind, 1 if scale else None,
                            10 if scale else None, int(item == "anxiety")))
        for sheet, row in enumerate(answers, 1000):
            wave = int(row[1])
            db.execute("INSERT INTO sheet VALUES (?, ?, ?, NULL, NULL, 0, 20261001, '', '', 0, 0, 0, '', 0, 0, '',"
                       " 0, NULL, 0)", (sheet, wave, people[int(row[0])]))
            for i, value in enumerate(row[2:]):
                db.execute("INSERT INTO answer VALUES (?, ?, ?, ?, '', 0)",
                           (sheet, wave * 100 + i, 1 if value else 2, int(value) if value else None))
        db.commit()
        db.close()

    def results(self, *words):
        self.run_program("survey", "results", self.file, *words, "-o", "results.csv")
        data = (self.folder / "results.csv").read_bytes()
        self.assertTrue(data.startswith(HEADER.encode() + b"\n"))
        return read(self.folder / "results.csv")

    def test_before_and_after_agree_with_the_reference(self):
        got, wanted = self.results("x_before", "--with", "x_after"), read(STATS / "figures.csv")
        self.assertEqual([row[0] for row in got], ["item", *self.items])
        for mine, theirs in zip(got[1:], wanted[1:], strict=True):
            for name, x, y in zip(wanted[0], mine, theirs, strict=True):
                self.assertEqual(bool(x), bool(y), (mine[0], name))
                if x and name != "item":
                    self.assertLessEqual(abs(float(x) - float(y)), 1e-9 * abs(float(y)), (mine[0], name))

    def test_figures_read_back_as_they_were(self):
        row = self.results("x_before", "--with", "x_after")[1]
        self.assertEqual(float(row[4]), 534 / 101)
        self.assertEqual(row[1:4], ["101", "103", "85"])

    def test_one_alone_has_no_figures_of_another(self):
        for row in self.results("Анкета x_before")[1:]:
            self.assertEqual(row[2:4] + row[10:], [""] * 8)

    def test_the_paper_is_found_by_code_too(self):
        self.run_program("print", "survey_results", self.file, "--for", "x_before", "-o", "code.txt")
        self.run_program("print", "survey_results", self.file, "--for", "Анкета x_before", "-o", "name.txt")
        self.assertEqual((self.folder / "code.txt").read_text(), (self.folder / "name.txt").read_text())

    def test_what_is_wrong_is_said(self):
        gone = self.run_program("survey", "results", self.file, "nothing", "-o", "x.csv", code=3)
        self.assertIn("nothing", gone.err)
        gone = self.run_program("survey", "results", self.file, "x_before", "--with", "other", "-o", "x.csv", code=3)
        self.assertIn("other", gone.err)
        self.assertFalse((self.folder / "x.csv").exists())
        self.assertIn(".csv", self.run_program("survey", "results", self.file, "x_before", "-o", "x.xlsx", code=3).err)
        self.run_program("survey", "results", self.file, "x_before", code=2)
        self.run_program("survey", "results", self.file, "x_before", "-o", "no/such/x.csv", code=3)


if __name__ == "__main__":
    unittest.main(verbosity=0)
