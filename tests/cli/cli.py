"""Running the real program's commands: `run` gives what it said, and checks the exit code."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["NASTAVNIK_PROGRAM"]
TABLES = pathlib.Path(os.environ["NASTAVNIK_TABLES"])
DONE, PROBLEMS, USAGE, COULD_NOT = range(4)


class Said:
    """What a command said. Counts and other facts of stdout are also in `facts`."""

    def __init__(self, out, err):
        self.out, self.err = out, err
        self.facts = dict(line.split(" ", 1) for line in out.splitlines() if " " in line)


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="nastavnik-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.file = self.folder / "school.nastavnik"
        # The sentences are checked as the code has them: the catalogue has a test of its own.
        self.env = dict(os.environ, NASTAVNIK_LANG="en", NASTAVNIK_NOW="2026-11-22T10:00:00", HOME=str(self.folder))

    def start(self, *args, **options):
        return subprocess.Popen([PROGRAM, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=self.env, cwd=self.folder, **options)

    def run_program(self, *args, code=DONE, **options):
        process = self.start(*args, **options)
        out, err = process.communicate(timeout=60)
        said = Said(out.decode(), err.decode())
        self.assertIn(process.returncode, code if isinstance(code, tuple) else (code,), "%s\n%s\n%s" % (args, said.out, said.err))
        return said

    def new(self):
        self.run_program("new", self.file, "--school", "МБОУ «Школа № 9»", "--year", "2026")

    def table(self, name, text, encoding="utf-8"):
        path = self.folder / name
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        return path

    def import_table(self, kind, path, *options, code=DONE):
        return self.run_program("import", kind, self.file, "--from", path, *options, code=code)

    def import_all(self, encoding="cp1251"):
        for kind in ("people", "mentees", "mentors"):
            self.import_table(kind, TABLES / ("%s.%s.csv" % (kind, encoding)))

    def rows(self, kind="people", file=None):
        return int(self.run_program("export", kind, file or self.file, "--to", "/dev/null").facts["rows"])

    def assert_counts(self, said, **counts):
        for name in ("added", "changed", "unchanged", "unsure", "rejected"):
            self.assertEqual(int(said.facts[name]), counts.get(name, 0), name + "\n" + said.out + said.err)
