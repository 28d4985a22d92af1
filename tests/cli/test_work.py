"""Stage 6 without a screen: meetings from the shared table, who is behind, papers in numbers."""
import unittest

from cli import PROBLEMS, Case

HEAD = "Пара;Дата;Тема;Результат\n"


class Work(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_all()
        self.run_program("match", self.file, "--confirm")

    def behind(self, code=PROBLEMS):
        out = self.run_program("list", "behind", self.file, code=code).out
        return [line.split("\t") for line in out.splitlines()]

    def test_the_longest_behind_stand_first(self):
        rows = self.behind()
        self.assertEqual({len(row) for row in rows}, {7})
        days = [int(row[0]) for row in rows]
        self.assertEqual(days, sorted(days, reverse=True))
        mentor, mentee = rows[0][1:3]
        self.import_table("meetings", self.table("m.csv", HEAD + "%s – %s;20.11.2026;Дроби;Лучше\n" % (mentor, mentee)))
        row = next(row for row in self.behind() if row[1:3] == [mentor, mentee])
        self.assertEqual((row[3], row[4], row[6]), ("0", "2", "no diary of 2 months"))

    def test_the_same_table_changes_nothing(self):
        mentor, mentee = self.behind()[0][1:3]
        table = self.table("m.csv", HEAD + "%s – %s;05.10.2026;Дроби;\n" % (mentor, mentee))
        self.assert_counts(self.import_table("meetings", table), added=1)
        self.assert_counts(self.import_table("meetings", table), unchanged=1)
        self.run_program("undo", self.file)
        self.assert_counts(self.import_table("meetings", table, "--dry-run"), added=1)

    def test_rows_of_another_year_are_rejected(self):
        mentor, mentee = self.behind()[0][1:3]
        table = self.table("m.csv", HEAD + "%s – %s;05.10.2025;Дроби;\n" % (mentor, mentee))
        said = self.import_table("meetings", table, code=PROBLEMS)
        self.assert_counts(said, rejected=1)
        self.assertIn("does not lie in the school year 2026/2027", said.err)

    def test_columns_that_say_nothing_are_told(self):
        table = self.table("m.csv", "Тема;Итог\nДроби;Лучше\n")
        said = self.run_program("import", "meetings", self.file, "--from", table, code=3)
        self.assertIn("the date of the meeting", said.err)

    def test_the_report_of_the_year(self):
        self.run_program("print", "year_report", self.file, "-o", "y.odt")
        self.assertTrue((self.folder / "y.odt").exists())
        said = self.run_program("print", "review", self.file, "-o", "r.odt", code=PROBLEMS)
        self.assertIn("There is nothing to print yet", said.err)


if __name__ == "__main__":
    unittest.main()
