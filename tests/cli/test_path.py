"""The curator's path by commands: from an empty file to the printed order, on tables in cp1251."""
import shutil
import subprocess
import unittest

from cli import DONE, PROBLEMS, TABLES, Case


class Path(Case):
    def test_from_an_empty_file_to_the_printed_order(self):
        self.new()
        self.assert_counts(self.import_table("people", TABLES / "people.cp1251.csv"), added=600)
        self.assert_counts(self.import_table("mentees", TABLES / "mentees.cp1251.csv"), added=45)
        self.assert_counts(self.import_table("mentors", TABLES / "mentors.cp1251.csv"), added=40)
        matched = self.run_program("match", self.file)
        self.assertEqual(matched.facts["matched"], "45 of 45")
        none = self.run_program("print", "order", self.file, "-o", "order.pdf", code=PROBLEMS)
        self.assertIn("No pair is confirmed yet", none.err)
        self.assertFalse((self.folder / "order.pdf").exists())
        confirmed = self.run_program("match", self.file, "--confirm")
        self.assertEqual(confirmed.facts["confirmed"], "45")
        self.run_program("print", "order", self.file, "-o", "order.pdf")
        self.assertEqual((self.folder / "order.pdf").read_bytes()[:5], b"%PDF-")
        again = self.run_program("match", self.file, code=PROBLEMS)
        self.assertIn("Every mentee stands in a pair or group already.", again.err)

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_the_text_of_the_pdf_can_be_searched(self):
        self.new()
        self.import_all()
        self.run_program("match", self.file, "--confirm")
        self.run_program("print", "pairs", self.file, "-o", "pairs.pdf")
        text = subprocess.run(["pdftotext", "-layout", "pairs.pdf", "-"], cwd=self.folder, capture_output=True,
                              check=True).stdout.decode()
        for word in ("Ёлкина", "Салтыкова-", "О'Коннор", "ученик –", "31.05.2027"):
            self.assertIn(word, text)
        self.assertNotIn("математика", text)  # requests never stand on paper

    def test_the_pair_list_as_text_in_the_encoding_of_choice(self):
        self.new()
        self.import_all()
        self.run_program("match", self.file, "--confirm")
        for encoding in ("utf-8", "cp1251", "koi8-r", "cp866"):
            self.run_program("print", "pairs", self.file, "-o", "pairs.txt", "--encoding", encoding,
                             code=(DONE, PROBLEMS))  # a letter that the encoding lacks is told, and no failure
            text = (self.folder / "pairs.txt").read_bytes().decode(encoding)
            self.assertIn("Ёлкина Зоя", text)

    def test_importing_twice_changes_nothing(self):
        self.new()
        self.import_all()
        for kind, n in (("people", 600), ("mentees", 45), ("mentors", 40)):
            self.assert_counts(self.import_table(kind, TABLES / (kind + ".cp1251.csv")), unchanged=n)

    def test_every_encoding_of_the_same_table_is_the_same_table(self):
        self.new()
        self.import_all()
        for encoding in ("koi8r", "cp866", "utf16", "utf8bom"):
            said = self.import_table("people", TABLES / ("people.%s.csv" % encoding))
            self.assert_counts(said, unchanged=600)

    def test_a_dry_run_tells_the_same_and_changes_nothing(self):
        self.new()
        dry = self.import_table("people", TABLES / "people.cp1251.csv", "--dry-run")
        self.assert_counts(dry, added=600)
        self.assertIn("Windows-1251", dry.err)
        self.assertEqual(self.rows(), 0)

    def test_export_and_import_give_the_same_data_back(self):
        del self.env["NASTAVNIK_LANG"]  # with the Russian headings of the tables
        self.new()
        self.import_all()
        self.import_table("mentees", self.table("ballots.csv", (
            "Фамилия;Имя;Отчество;Класс;Выбор наставников\r\n"
            "Быков;Пётр;Ильич;5А;Титов Лев Олегович, Лаптев С.Ю.\r\n")))
        other = self.folder / "other.nastavnik"
        for encoding in ("utf-8-bom", "cp1251"):
            other.unlink(missing_ok=True)
            self.run_program("new", other, "--school", "Другая школа", "--year", "2026")
            for kind in ("people", "mentors", "mentees"):
                first = self.folder / (kind + ".csv")
                self.run_program("export", kind, self.file, "--to", first, "--encoding",
                                 encoding.replace("utf-8-bom", "utf8-bom"))
                said = self.run_program("import", kind, other, "--from", first)
                self.assertEqual(said.facts["rejected"], "0")
            for kind in ("people", "mentees", "mentors"):
                self.run_program("export", kind, other, "--to", "second.csv", "--encoding",
                                 encoding.replace("utf-8-bom", "utf8-bom"))
                self.assertEqual((self.folder / (kind + ".csv")).read_bytes(),
                                 (self.folder / "second.csv").read_bytes(), kind)

    def test_ballots_name_people_of_the_other_base(self):
        self.new()
        self.import_all()
        said = self.import_table("mentees", self.table("ballots.csv", (
            "ФИО;Класс;Выбор наставников\n"
            "Быков Пётр Ильич;5А;\"Титов Лев (10А); Лаптев С.Ю.; Никто Никакой\"\n")))
        self.assert_counts(said, changed=1)
        self.assertIn("“Никто Никакой”: there is no such mentor in the base.", said.err)
        self.run_program("export", "mentees", self.file, "--to", "mentees.csv")
        row = next(line for line in (self.folder / "mentees.csv").read_text("utf-8-sig").splitlines()
                   if line.startswith("Быков;Пётр;"))
        self.assertIn('"Титов Лев Олегович; Лаптев Семён Юрьевич"', row)

    def test_undo_and_redo_across_runs(self):
        self.new()
        self.import_table("people", TABLES / "people.cp1251.csv")
        self.assertIn("Import of people", self.run_program("undo", self.file).out)
        self.assertEqual(self.rows(), 0)
        self.run_program("redo", self.file)
        self.assertEqual(self.rows(), 600)
        self.run_program("redo", self.file, code=PROBLEMS)
        self.assertIn("people.cp1251.csv", self.run_program("history", self.file).out)

    def test_a_year_is_opened_by_the_import_that_names_it(self):
        self.new()
        self.import_table("people", TABLES / "people.cp1251.csv")
        next_year = self.table("next.csv", "Фамилия;Имя;Отчество;Класс\nБыков;Пётр;Ильич;6А\n")
        self.assert_counts(self.import_table("people", next_year, "--year", "2027"), added=1)
        out = self.run_program("export", "people", self.file, "--to", "/dev/stdout", "--year", "2026").out
        self.assertIn("Быков;Пётр;Ильич;10.10.2014", out)
        self.assertEqual(self.rows(), 1)  # the newest year

    def test_check_finds_a_sound_file_and_the_copy_is_one_too(self):
        self.new()
        self.import_all()
        copy = self.folder / "copy.nastavnik"
        self.run_program("backup", self.file, copy)
        self.assertEqual(self.run_program("check", copy).facts["errors"], "0")
        self.assertEqual(self.rows("mentees", copy), 45)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir() if "-wal" in p.name or "-shm" in p.name), [])


if __name__ == "__main__":
    unittest.main(verbosity=0)
