"""Lists for scripts, a line a fact, and papers by class."""
import shutil
import subprocess
import unittest

from cli import COULD_NOT, PROBLEMS, USAGE, TABLES, Case


class Lists(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_table("people", TABLES / "people.cp1251.csv")
        self.import_table("mentees", TABLES / "mentees.cp1251.csv")

    def consents(self, *options):
        out = self.run_program("list", "consents", self.file, *options).out
        return [line.split("\t") for line in out.splitlines()]

    def test_a_line_a_participant_by_class(self):
        rows = self.consents()
        self.assertEqual(len(rows), 45)
        self.assertEqual({len(row) for row in rows}, {5})
        self.assertEqual(rows[0], ["Афанасьев Арсений Игоревич", "5А", "none", "none", "none"])
        self.assertEqual([row[1] for row in rows], sorted((row[1] for row in rows), key=lambda c: (int(c[:-1]), c)))

    def test_a_class_however_it_is_written(self):
        for name in ("7В", '7 "в"', "7B", "07в класс"):
            self.assertEqual({row[1] for row in self.consents("--class", name)}, {"7В"}, name)
        self.assertEqual(self.consents("--class", "1А"), [])  # a class of nobody who takes part
        gone = self.run_program("list", "consents", self.file, "--class", "5 ж", code=PROBLEMS)
        self.assertEqual((gone.out, "There is no class 5Ж" in gone.err), ("", True))

    def test_who_owes_goes_when_all_is_signed(self):
        self.import_table("mentees", self.table("signed.csv", (
            "Фамилия;Имя;Отчество;Класс;Согласие на участие\nБыков;Пётр;Ильич;5А;02.09.2026\n")))
        row = next(row for row in self.consents("--class", "5А") if row[0].startswith("Быков"))
        self.assertEqual(row[2:], ["02.09.2026", "none", "none"])
        self.assertIn(row, self.consents("--owing"))  # data processing is another paper
        self.assertEqual(len(self.consents("--owing")), 45)

    def test_three_columns_of_a_table_are_three_papers(self):
        self.import_table("mentees", self.table("signed.csv", (
            "ФИО;Класс;Согласие на публикацию фото;Согласие на ОПД;Согласие\n"
            "Быков Пётр Ильич;5А;04.09.2026;03.09.2026;02.09.2026\n")))
        row = next(row for row in self.consents("--class", "5А") if row[0].startswith("Быков"))
        self.assertEqual(row[2:], ["02.09.2026", "03.09.2026", "04.09.2026"])
        self.assertNotIn(row, self.consents("--owing"))
        # A paper on personal data alone is none to take part.
        self.import_table("mentees", self.table("data.csv", (
            "ФИО;Класс;Согласие на обработку персональных данных\nИванов Пётр Ильич;5А;05.09.2026\n")))
        row = next(row for row in self.consents("--class", "5А") if row[0].startswith("Иванов"))
        self.assertEqual(row[2:], ["none", "05.09.2026", "none"])

    def test_what_cannot_be_listed(self):
        self.assertIn("consents", self.run_program("list", "nothing", self.file, code=USAGE).err)
        self.run_program("list", "consents", self.folder / "nobody.nastavnik", code=COULD_NOT)
        self.run_program("list", "consents", self.file, "--confirm", code=USAGE)
        foreign = self.run_program("list", "consents", self.file, "--overdue", code=USAGE)
        self.assertIn("--overdue", foreign.err)

    def test_sheets_of_all_classes_and_of_one(self):
        self.run_program("print", "classes", self.file, "-o", "all.txt")
        pages = (self.folder / "all.txt").read_text().split("\f")
        heads = [page for page in pages if "Лист класса" in page]
        self.assertEqual(len(heads), 24)
        self.run_program("print", "classes", self.file, "-o", "one.txt", "--class", "7 в")
        text = (self.folder / "one.txt").read_text()
        self.assertIn("Лист класса 7В", text)
        self.assertRegex(text, "│ +2│Алексеева Мария Сергеевна *│ +✓ +│")
        self.assertRegex(text, "│ +3│Афанасьева Виктория[^✓]*│ +│")
        self.assertNotIn("математика", text)  # requests never stand on paper
        gone = self.run_program("print", "classes", self.file, "-o", "none.txt", "--class", "5Ж", code=PROBLEMS)
        self.assertIn("There is no class 5Ж", gone.err)
        self.assertFalse((self.folder / "none.txt").exists())

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_a_class_of_thirty_is_one_page_of_pdf(self):
        rows = "".join("%s%s;Александр;Вениаминович;9Г\n" % ("Иванов" if i % 3 else "Преображенский-", chr(ord("а") + i))
                       for i in range(30))
        self.import_table("people", self.table("class.csv", "Фамилия;Имя;Отчество;Класс\n" + rows))
        self.run_program("print", "classes", self.file, "-o", "sheet.pdf", "--class", "9Г")
        text = subprocess.run(["pdftotext", "-layout", "sheet.pdf", "-"], cwd=self.folder, capture_output=True,
                              check=True).stdout.decode()
        self.assertEqual(text.count("\f"), 1)
        self.assertIn("Лист класса 9Г", text)
        self.assertIn("30", text)


if __name__ == "__main__":
    unittest.main(verbosity=0)
