"""A school year is closed and opened again."""
import unittest

from cli import COULD_NOT, USAGE, TABLES, Case


class Year(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_all()
        self.run_program("match", self.file, "--confirm")

    def year(self, what, *options, **more):
        return self.run_program("year", what, self.file, *options, **more)

    def refused(self, *command):
        said = self.run_program(*command, code=COULD_NOT)
        self.assertIn("was closed on 22.11.2026", said.err)

    def test_closing_ends_the_pairs_and_tells_what_is_undone(self):
        facts = self.year("close").facts
        self.assertEqual(facts["year"], "2026/2027")
        self.assertEqual(facts["state"], "closed")
        self.assertEqual(facts["pairs_ended"], "34")
        self.assertEqual(facts["ended_on"], "22.11.2026")
        self.assertEqual(facts["without_result"], "45")
        self.assertGreater(int(facts["open_steps"]), 0)
        pairs = self.folder / "pairs.csv"
        self.run_program("export", "pairs", self.file, "--to", pairs)
        self.assertIn("22.11.2026", pairs.read_text())

    def test_a_closed_year_is_read_and_not_written(self):
        rows = self.rows()
        self.year("close")
        before = self.file.read_bytes()
        self.refused("import", "people", self.file, "--from", TABLES / "people.cp1251.csv")
        self.refused("match", self.file)
        self.assertEqual(self.file.read_bytes(), before)
        self.assertEqual(self.rows(), rows)
        self.run_program("print", "pairs", self.file, "-o", "pairs.txt")
        self.assertIn("closed", self.year("close", code=COULD_NOT).err)

    def test_it_is_opened_again(self):
        self.assertIn("not closed", self.year("open", code=COULD_NOT).err)
        self.year("close", "--year", "2026")
        self.assertEqual(self.year("open", "--year=2026").facts, {"year": "2026/2027", "state": "open"})
        self.import_table("people", TABLES / "people.cp1251.csv")

    def test_undo_of_the_closing_opens_it(self):
        self.year("close")
        self.run_program("undo", self.file)
        self.import_table("people", TABLES / "people.cp1251.csv")
        self.assertIn("not closed", self.year("open", code=COULD_NOT).err)

    def test_another_year_goes_on(self):
        self.year("close")
        self.run_program("import", "people", self.file, "--from", TABLES / "people.cp1251.csv", "--year", "2027")
        self.refused("import", "people", self.file, "--from", TABLES / "people.cp1251.csv", "--year", "2026")
        self.assertEqual(self.year("close").facts["year"], "2027/2028")  # the newest

    def test_what_cannot_be_done(self):
        self.year("shut", code=USAGE)
        self.year("close", "--year", "2031", code=COULD_NOT)
        self.run_program("year", "close", code=USAGE)
        self.run_program("year", "close", self.folder / "nobody.nastavnik", code=COULD_NOT)


if __name__ == "__main__":
    unittest.main()
