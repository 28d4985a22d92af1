"""Lists and papers to files, and to a real printer: a CUPS of the test's own, on a socket in its folder."""
import os
import shutil
import subprocess
import time
import unittest

from cli import COULD_NOT, DONE, PROBLEMS, USAGE, Case

CUPSD = shutil.which("cupsd", path=os.environ["PATH"] + ":/usr/sbin:/sbin")

CUPSD_CONF = """\
Listen {folder}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

CUPS_FILES_CONF = """\
ServerRoot {folder}
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
ErrorLog {folder}/error.log
AccessLog {folder}/access.log
PageLog {folder}/page.log
FileDevice Yes
SystemGroup root
"""

PRINTERS_CONF = """\
<DefaultPrinter Kabinet-12>
DeviceURI file://{folder}/paper
State Stopped
Accepting Yes
Shared No
</DefaultPrinter>
<Printer Uchitelskaya>
DeviceURI file://{folder}/other
State Stopped
Accepting No
Shared No
</Printer>
"""


class Print(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_all()

    def test_lists_go_to_a_file(self):
        for kind, heading, name in (("people", "Date of birth", "Абрамов Борис"), ("mentees", "Requests", "Ёлкина Зоя"),
                                    ("mentors", "Competences", "Титов Лев")):
            self.run_program("print", kind, self.file, "-o", kind + ".txt")
            text = (self.folder / (kind + ".txt")).read_text("utf-8")
            self.assertIn(heading, text)
            self.assertIn(name, text)
            self.run_program("print", kind, self.file, "-o", kind + ".pdf")
            self.assertEqual((self.folder / (kind + ".pdf")).read_bytes()[:5], b"%PDF-")

    def test_papers_are_listed_and_each_can_be_asked_for(self):
        rows = [line.split("\t") for line in self.run_program("papers").out.splitlines()]
        names = [row[0] for row in rows]
        self.assertEqual(len(names), len(set(names)))
        self.assertIn(["order", "Order on mentoring pairs (groups)", "the year"], rows)
        self.assertIn(["class_sheet", "Sheets for the class teachers", "a class"], rows)
        for name in names:  # what there is to print is printed, the rest is a sentence
            said = self.run_program("print", name, self.file, "-o", name + ".txt", code=(DONE, PROBLEMS))
            self.assertEqual((self.folder / (name + ".txt")).exists(), said.err == "", name + said.err)

    def test_every_pdf_has_the_words_of_its_text(self):
        read = shutil.which("pdftotext")
        if not read:
            self.skipTest("poppler-utils is not installed")
        self.run_program("match", self.file, "--confirm", code=(DONE, PROBLEMS))
        for name in (line.split("\t")[0] for line in self.run_program("papers").out.splitlines()):
            blank = ["--blank"]  # one page is enough, where there is one
            said = self.run_program("print", name, self.file, "-o", name + ".pdf", *blank, code=(DONE, COULD_NOT))
            if said.err:
                blank = []
                said = self.run_program("print", name, self.file, "-o", name + ".pdf", code=(DONE, PROBLEMS))
            if said.err:
                continue
            self.run_program("print", name, self.file, "-o", name + ".txt", *blank)
            words = (self.folder / (name + ".txt")).read_text("utf-8")
            pdf = subprocess.run([read, "-layout", self.folder / (name + ".pdf"), "-"], check=True,
                                 stdout=subprocess.PIPE).stdout.decode()
            self.assertIn("Школа № 9", pdf.replace("\u00a0", " "), name)
            for word in words.split()[:40]:  # of the first page; a cell may part its words
                if word.isalpha() and len(word) < 9:
                    self.assertIn(word, pdf, name)

    def test_a_paper_is_made_for_one_or_for_all(self):
        self.run_program("print", "class_sheet", self.file, "-o", "all.txt")
        self.run_program("print", "class_sheet", self.file, "-o", "one.txt", "--for", "7в")
        one = (self.folder / "one.txt").read_text("utf-8")
        self.assertIn("Лист класса 7В", one)
        self.assertNotIn("Лист класса 8", one)
        self.assertIn(one.splitlines()[4].strip(), (self.folder / "all.txt").read_text("utf-8"))

    def test_whom_it_is_for_must_be_clear(self):
        said = self.run_program("print", "class_sheet", self.file, "-o", "x.txt", "--for", "ая", code=PROBLEMS)
        self.assertIn("nothing by the name", said.err)
        said = self.run_program("print", "class_sheet", self.file, "-o", "x.txt", "--for", "А", code=COULD_NOT)
        self.assertIn("fits several", said.err)
        said = self.run_program("print", "order", self.file, "-o", "x.txt", "--for", "7В", code=COULD_NOT)
        self.assertIn("whole year", said.err)
        said = self.run_program("print", "order", self.file, "-o", "x.txt", "--blank", code=COULD_NOT)
        self.assertIn("leave out --blank", said.err)
        self.assertFalse((self.folder / "x.txt").exists())

    def test_an_empty_list_is_not_printed(self):
        empty = self.folder / "empty.nastavnik"
        self.run_program("new", empty, "--school", "Школа", "--year", "2026")
        said = self.run_program("print", "mentees", empty, "-o", "list.pdf", code=PROBLEMS)
        self.assertIn("The list is empty", said.err)
        self.assertFalse((self.folder / "list.pdf").exists())

    def test_it_must_go_somewhere(self):
        said = self.run_program("print", "mentees", self.file, code=USAGE)
        self.assertIn("--printer", said.err)

    def test_without_a_printing_system_there_is_a_sentence(self):
        self.env["PATH"] = str(self.folder)
        said = self.run_program("print", "mentees", self.file, "--printer", "Kabinet-12", code=COULD_NOT)
        self.assertIn("There is no printing system", said.err)
        self.assertEqual(list(self.folder.glob("nastavnik-*")), [])


@unittest.skipUnless(CUPSD and shutil.which("lp"), "CUPS is not installed")
class RealPrinter(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_all()
        self.cups = self.folder / "cups"
        for name in ("spool", "cache", "state", "tmp"):
            (self.cups / name).mkdir(parents=True)
        for name, text in (("cupsd.conf", CUPSD_CONF), ("cups-files.conf", CUPS_FILES_CONF), ("printers.conf", PRINTERS_CONF)):
            (self.cups / name).write_text(text.format(folder=self.cups))
        self.env["CUPS_SERVER"] = str(self.cups / "cups.sock")
        self.env["TMPDIR"] = str(self.folder)
        self.daemon = subprocess.Popen([CUPSD, "-f", "-c", self.cups / "cupsd.conf", "-s", self.cups / "cups-files.conf"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.stop)
        self.wait_until_it_answers()

    def stop(self):
        self.daemon.terminate()
        self.daemon.wait(timeout=30)

    def wait_until_it_answers(self):
        until = time.monotonic() + 30
        while time.monotonic() < until:
            if self.daemon.poll() is not None:
                self.skipTest("cupsd cannot run here: code %d" % self.daemon.returncode)
            if subprocess.run(["lpstat", "-r"], env=self.env, capture_output=True).stdout.startswith(b"scheduler is running"):
                return
        self.fail("cupsd does not answer")

    def queue(self):
        return subprocess.run(["lpstat", "-o"], env=self.env, capture_output=True, check=True).stdout.decode()

    def test_a_list_stands_in_the_queue_as_it_was_made(self):
        self.run_program("print", "mentees", self.file, "-o", "list.pdf", "--printer", "Kabinet-12")
        self.assertIn("Kabinet-12-1", self.queue())
        papers = list((self.cups / "spool").glob("d*"))
        self.assertEqual([p.read_bytes() for p in papers], [(self.folder / "list.pdf").read_bytes()])
        self.assertEqual(list(self.folder.glob("nastavnik-*")), [])  # nothing lies about

    def test_what_cups_refuses_is_quoted(self):
        for printer, words in (("Nowhere", "does not exist"), ("Uchitelskaya", "not accepting")):
            said = self.run_program("print", "mentees", self.file, "--printer", printer, code=COULD_NOT)
            self.assertIn(printer, said.err)
            self.assertIn(words, said.err)
        self.assertEqual(self.queue(), "")


if __name__ == "__main__":
    unittest.main()
