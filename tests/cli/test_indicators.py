"""The indicators as a table for other programs."""
import csv
import io
import unittest

from cli import COULD_NOT, USAGE, Case

HEAD = ["code", "number", "name", "value", "part", "whole", "target", "verdict", "on", "source"]


class Indicators(Case):
    def setUp(self):
        super().setUp()
        self.new()

    def indicators(self, *options):
        return self.read(self.run_program("indicators", self.file, *options).out)

    def read(self, text):
        rows = list(csv.reader(io.StringIO(text)))
        self.assertEqual(rows[0], HEAD)
        return {row[0]: dict(zip(HEAD, row)) for row in rows[1:]}

    def test_shares_have_their_parts(self):
        self.import_all()
        row = self.indicators()["children_mentees"]
        self.assertEqual((row["value"], row["part"], row["whole"]), ("10.71", "45", "420"))
        self.assertEqual((row["on"], row["source"], row["verdict"]), ("2026-11-22", "counted", ""))

    def test_the_start_is_another_day(self):
        self.import_all()
        rows = self.indicators("--at", "start")
        self.assertEqual(rows["children_mentees"]["on"], "2026-10-01")
        self.assertEqual(rows["children_mentees"]["whole"], "402")
        end = self.indicators("--at", "end")["children_mentees"]
        self.assertEqual((end["value"], end["on"], end["source"]), ("", "", ""))

    def test_an_empty_school_has_no_shares(self):
        rows = self.indicators()
        self.assertEqual(len(rows), 29)
        self.assertEqual(rows["children_mentees"]["value"], "")
        self.assertEqual(rows["pupils_asked"]["value"], "0.00")
        self.assertEqual(rows["reserve"]["source"], "")

    def test_into_a_file(self):
        path = self.folder / "out.csv"
        self.assertEqual(self.run_program("indicators", self.file, "-o", path).out, "")
        self.assertEqual(self.read(path.read_text()), self.indicators())

    def test_another_kind_of_document_is_not_pretended(self):
        for name in ("out.xlsx", "out.PDF"):
            self.assertIn(".csv", self.run_program("indicators", self.file, "-o", name, code=COULD_NOT).err)
            self.assertFalse((self.folder / name).exists())

    def test_the_report_is_a_paper_and_a_table(self):
        self.import_all()
        self.run_program("print", "monitoring", self.file, "-o", "report.txt")
        text = (self.folder / "report.txt").read_text()
        self.assertIn("ОТЧЁТ О МОНИТОРИНГЕ", text)
        self.run_program("print", "monitoring", self.file, "-o", "report.csv")
        self.assertIn("1.1;", (self.folder / "report.csv").read_text())

    def test_words_that_are_none(self):
        self.run_program("indicators", self.file, "--at", "someday", code=USAGE)
        self.run_program("indicators", code=USAGE)
        self.run_program("indicators", self.file, "--year", "2031", code=3)


if __name__ == "__main__":
    unittest.main()
