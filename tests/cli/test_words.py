"""The words of the command line."""
import unittest

from cli import COULD_NOT, USAGE, Case

COMMANDS = ("new", "import", "export", "match", "print", "undo", "redo", "history", "check", "backup", "list", "papers")


class Words(Case):
    def wrong(self, sentence, *args):
        said = self.run_program(*args, code=USAGE)
        self.assertIn(sentence, said.err)
        self.assertEqual(said.out, "")

    def test_help_names_every_command(self):
        out = self.run_program("--help").out
        for command in COMMANDS:
            self.assertIn("nastavnik %s" % command, out)

    def test_every_command_has_help_of_its_own(self):
        for command in COMMANDS:
            out = self.run_program(command, "--help").out
            self.assertTrue(out.startswith("nastavnik %s" % command), out)
            self.assertGreater(len(out.splitlines()), 2)

    def test_version(self):
        self.assertRegex(self.run_program("--version").out, r"^nastavnik \d+\.\d+\.\d+\n$")

    def test_wrong_words_are_told_and_nothing_is_made(self):
        self.wrong("--school is missing", "new", self.file)
        self.wrong("no school year", "new", self.file, "--school", "Школа", "--year", "двадцать шестой")
        self.wrong("A value is missing behind --school", "new", self.file, "--school")
        self.wrong("has no option --colour", "new", self.file, "--school", "Школа", "--colour", "red")
        self.wrong("is given twice", "new", self.file, "--school=А", "--school=Б")
        self.wrong("one word too many", "undo", self.file, "ещё")
        self.wrong("is missing", "backup", self.file)
        self.wrong("is none of these", "import", "teachers", self.file, "--from", "x.csv")
        self.wrong("There is no paper", "print", "nonsense", self.file, "-o", "x.pdf")
        self.wrong("no such command", "frobnicate", self.file, "x")
        self.assertFalse(self.file.exists())

    def test_options_may_be_joined_by_an_equals_sign(self):
        self.assertIn("year 2025/2026", self.run_program("new", self.file, "--school=Школа № 1", "--year=2025").out)

    def test_a_school_needs_a_name(self):
        said = self.run_program("new", self.file, "--school", "  ", code=COULD_NOT)
        self.assertIn("The school needs a name.", said.err)
        self.assertFalse(self.file.exists())

    def test_a_year_that_the_file_has_not(self):
        self.new()
        said = self.run_program("match", self.file, "--year", "2030", code=COULD_NOT)
        self.assertIn("2030", said.err)

    def test_russian_is_the_default(self):
        del self.env["NASTAVNIK_LANG"]
        self.env["LC_ALL"] = "nosuch"
        said = self.run_program("new", self.file, "--school", " ", code=COULD_NOT)
        self.assertRegex(said.err, "[А-Яа-я]")


if __name__ == "__main__":
    unittest.main(verbosity=0)
