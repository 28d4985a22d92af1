"""Lists as workbooks of Excel and as CSV: typed cells, no formulas, whole or not at all."""
import csv
import re
import resource
import shutil
import signal
import subprocess
import unittest
import xml.etree.ElementTree as xml
import zipfile

from cli import COULD_NOT, DONE, PROBLEMS, Case

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST = 1  # what stands below the heading
HEAD = "Фамилия;Имя;Дата рождения;Класс;Телефон;Примечание о человеке\n"
NASTY = ("Ёлкин;Пётр;02.03.2012;7В;+7 (900) 111-22-33;=HYPERLINK(\"http://x\")\n"
         "Иванов;Иван;2011;7В;007;-2+3\n"
         "Петров;Яков;;8А;89001112233;@SUM(A1) <&> \"кавычки\"\n")


def column(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class Sheet:
    """The first sheet of a workbook, by what stands in its XML."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as book:
            assert book.testzip() is None
            self.text = book.read(SHEET).decode()
            self.styles = xml.fromstring(book.read("xl/styles.xml"))
            self.names = [s.get("name") for s in xml.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        self.root = xml.fromstring(self.text)
        self.rows = [{column(c.get("r")): c for c in row} for row in self.root.iter(MAIN + "row")]
        self.heading = {self.value(c): at for at, c in self.rows[0].items()}

    @staticmethod
    def value(cell):
        if cell.get("t") == "inlineStr":
            return "".join(t.text or "" for t in cell.iter(MAIN + "t"))
        return float(cell.find(MAIN + "v").text)

    def cell(self, row, heading):
        return self.rows[row][self.heading[heading]]

    def get(self, row, heading):
        return self.value(self.cell(row, heading))

    def format(self, row, heading):
        style = self.styles.find(MAIN + "cellXfs")[int(self.cell(row, heading).get("s"))]
        formats = {f.get("numFmtId"): f.get("formatCode") for f in self.styles.iter(MAIN + "numFmt")}
        return formats.get(style.get("numFmtId"))


class Export(Case):
    def exported(self, kind="people", name="out.xlsx"):
        self.run_program("export", kind, self.file, "--to", name)
        return self.folder / name

    def nasty(self):
        self.new()
        self.import_table("people", self.table("nasty.csv", HEAD + NASTY))

    def test_cells_are_typed(self):
        self.nasty()
        sheet = Sheet(self.exported())
        self.assertEqual(len(sheet.rows), 4)
        self.assertEqual(sheet.names, ["People"])
        self.assertEqual(sheet.get(FIRST, "Date of birth"), 40970)  # 02.03.2012
        self.assertEqual(sheet.format(FIRST, "Date of birth"), "dd.mm.yyyy")
        self.assertEqual(sheet.get(FIRST + 1, "Date of birth"), 2011)  # a year alone
        self.assertNotIn(sheet.heading["Date of birth"], sheet.rows[FIRST + 2])
        self.assertEqual(sheet.get(FIRST + 1, "Telephone"), "007")
        self.assertEqual(sheet.get(FIRST + 2, "Telephone"), "89001112233")

    def test_hours_are_numbers(self):
        self.new()
        self.import_all()
        sheet = Sheet(self.exported("mentees"))
        self.assertEqual(sheet.get(FIRST, "Hours a week"), 0.5)
        self.assertEqual(sheet.format(FIRST, "Hours a week"), "0.0")

    def test_nothing_becomes_a_formula(self):
        self.nasty()
        sheet = Sheet(self.exported())
        self.assertNotIn("<f>", sheet.text)
        self.assertEqual(sheet.get(FIRST, "Telephone"), "+7 (900) 111-22-33")
        self.assertEqual(sheet.get(FIRST, "Note about the person"), "=HYPERLINK(\"http://x\")")
        self.assertEqual(sheet.get(FIRST + 2, "Note about the person"), "@SUM(A1) <&> \"кавычки\"")
        for line in self.exported(name="out.csv").read_text("utf-8-sig").splitlines():
            for cell in line.split(";"):
                self.assertNotRegex(cell, r"^\"?[=+@-]")

    def test_the_heading_is_frozen_and_filtered_and_columns_have_widths(self):
        self.nasty()
        sheet = Sheet(self.exported())
        self.assertEqual(sheet.root.find(".//" + MAIN + "pane").get("state"), "frozen")
        self.assertRegex(sheet.root.find(MAIN + "autoFilter").get("ref"), r"^A1:[A-Z]+4$")
        width = [float(c.get("width")) for c in sheet.root.iter(MAIN + "col")]
        self.assertEqual(len(width), len(sheet.heading))
        self.assertGreater(width[sheet.heading["Note about the person"]], 20)
        self.assertLess(max(width), 60)

    def test_an_empty_list_has_its_heading(self):
        self.new()
        sheet = Sheet(self.exported("pairs"))
        self.assertEqual(len(sheet.rows), 1)
        self.assertIn("Mentor", sheet.heading)

    def test_the_same_list_gives_the_same_bytes(self):
        self.nasty()
        first = self.exported(name="a.xlsx").read_bytes()
        self.assertEqual(first, self.exported(name="b.xlsx").read_bytes())

    def office(self, *words):
        office = shutil.which("soffice")
        if not office:
            self.skipTest("LibreOffice is not installed")
        subprocess.run([office, "-env:UserInstallation=file://%s/office" % self.folder, "--headless", *words,
                        "--outdir", "read"], cwd=self.folder, env=self.env, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def test_libreoffice_reads_what_the_csv_says(self):
        self.nasty()
        self.exported()
        self.office("--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1", "out.xlsx")
        read = (self.folder / "read" / "out.csv").read_text("utf-8")
        plain = self.exported(name="plain.csv").read_text("utf-8-sig").replace(";'", ";").replace(";\"'", ";\"")
        self.assertEqual(list(csv.reader(read.splitlines(), delimiter=";")),
                         list(csv.reader(plain.splitlines(), delimiter=";")))

    def test_csv_comes_back_as_it_was(self):
        self.nasty()
        before = self.exported(name="out.csv")
        self.assert_counts(self.import_table("people", before), unchanged=3)

    def test_a_csv_that_a_spreadsheet_saved_as_its_own_comes_back(self):
        """The guard before «+7…» has become a letter of the cell by then; that «007» is no number nobody told it."""
        self.new()
        self.import_table("people", self.table("nasty.csv", HEAD + NASTY.replace(";007;", ";;")))
        self.exported(name="out.csv")
        self.office("--infilter=CSV:59,34,76", "--convert-to", "xlsx", "out.csv")
        self.assert_counts(self.import_table("people", self.folder / "read" / "out.xlsx"), unchanged=3)

    def test_a_workbook_comes_back_as_it_was(self):
        self.nasty()
        before = self.exported(name="before.csv").read_bytes()
        self.assert_counts(self.import_table("people", self.exported()), unchanged=3)
        self.assertEqual(before, self.exported(name="after.csv").read_bytes())

    def test_a_workbook_begins_another_file(self):
        """All three lists go out, come into an empty file, and go out again as they were."""
        self.new()
        self.import_all()
        first = {}
        for kind in ("people", "mentees", "mentors"):
            self.exported(kind, kind + ".xlsx")
            first[kind] = self.exported(kind, kind + ".csv").read_text("utf-8-sig").splitlines()
        self.file = self.folder / "another.nastavnik"
        self.new()
        for kind in ("people", "mentees", "mentors"):
            self.import_table(kind, self.folder / (kind + ".xlsx"), code=(DONE, PROBLEMS))
            again = self.exported(kind, "again.csv").read_text("utf-8-sig").splitlines()
            self.assertEqual(sorted(again), sorted(first[kind]))

    def test_rejected_rows_go_out_as_a_workbook_too(self):
        self.new()
        path = self.table("list.csv", "Фамилия;Имя;Дата рождения;Класс\nИванов;Иван;31.02.2014;5А\nПетров;Пётр;;5А\n")
        self.import_table("people", path, "--partial", "--rejects", "rejects.xlsx", code=PROBLEMS)
        sheet = Sheet(self.folder / "rejects.xlsx")
        self.assertEqual(len(sheet.rows), 2)
        self.assertEqual(sheet.get(FIRST, "Дата рождения"), "31.02.2014")
        self.assertIn("31.02.2014", sheet.get(FIRST, "Reason"))
        said = self.import_table("people", self.folder / "rejects.xlsx", code=PROBLEMS)
        self.assertIn("31.02.2014", said.err)

    def test_rejected_rows_of_a_table_without_headings(self):
        self.new()
        path = self.table("bare.csv", "Иванов;Иван;Ильич;5А;31.02.2014\n" + "".join(
            "Петров;Пётр%s;Ильич;6Б;01.02.2013\n" % letter for letter in "абвгде"))
        self.import_table("people", path, "--partial", "--rejects", "rejects.xlsx", code=PROBLEMS)
        sheet = Sheet(self.folder / "rejects.xlsx")
        self.assertEqual(len(sheet.rows), 1)
        self.assertIn("Иванов", sheet.heading)
        self.assertIsNone(sheet.root.find(MAIN + "autoFilter"))

    def test_other_spreadsheets_are_refused(self):
        self.new()
        for name in ("people.xls", "people.ods"):
            said = self.run_program("export", "people", self.file, "--to", name, code=COULD_NOT)
            self.assertIn(".xlsx", said.err)
            self.assertFalse((self.folder / name).exists())

    def test_a_workbook_that_does_not_fit_leaves_the_old_one(self):
        """The library does not look whether its temporary files took what it wrote, so we do."""
        self.new()
        head = "Фамилия;Имя;Класс\n"
        self.import_table("people", self.table("many.csv", head + "".join("Ильин;Имя%d;5А\n" % n for n in range(3000))))
        self.table("out.xlsx", "старая таблица")

        # The library's temporary files, or the workbook itself.
        for limit in (300000, 3000):
            def small_files():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            said = self.run_program("export", "people", self.file, "--to", "out.xlsx", code=COULD_NOT,
                                    preexec_fn=small_files, restore_signals=False)
            self.assertIn("out.xlsx", said.err)
            self.assertEqual(len(said.err.splitlines()), 1, said.err)  # ours, not the library's
            self.assertEqual((self.folder / "out.xlsx").read_text(), "старая таблица")
            self.assertEqual([p.name for p in self.folder.glob("out.xlsx*")], ["out.xlsx"])


if __name__ == "__main__":
    unittest.main(verbosity=0)
