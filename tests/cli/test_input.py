"""Tables as they come: broken ones get a sentence, and nothing is half done."""
import os
import unittest

from cli import COULD_NOT, PROBLEMS, TABLES, Case

HEAD = "Фамилия;Имя;Отчество;Класс;Дата рождения\n"


class Input(Case):
    def setUp(self):
        super().setUp()
        self.new()

    def refused(self, path, sentence, kind="people", options=()):
        said = self.import_table(kind, path, *options, code=COULD_NOT)
        self.assertIn(sentence, said.err)
        self.assertEqual(said.out, "")
        self.assertEqual(self.rows(), 0)

    def test_no_such_table(self):
        self.refused(self.folder / "нет.csv", "нет.csv")

    def test_a_folder(self):
        self.refused(self.folder, "folder")

    def test_an_empty_file(self):
        self.refused(self.table("empty.csv", ""), "empty")

    def test_a_file_that_is_no_text(self):
        self.refused(self.table("noise.csv", bytes(range(256)) * 64), "noise.csv")

    def test_a_spreadsheet_that_was_cut_off(self):
        self.refused(self.table("list.xlsx", b"PK\x03\x04" + b"\0" * 1000), "cut off")

    def test_a_gigabyte_of_nothing(self):
        path = self.folder / "huge.csv"
        with open(path, "wb") as out:
            out.truncate(1 << 30)
        self.refused(path, "huge.csv")

    def test_a_cell_without_end(self):
        path = self.folder / "huge.csv"
        with open(path, "wb") as out:
            out.write((HEAD + "Иванов;").encode())
            for _ in range(64):
                out.write(b"x" * (1 << 16))
        said = self.import_table("people", path, code=COULD_NOT)
        self.assertIn("Line 2", said.err)
        self.assertEqual(self.rows(), 0)

    def test_a_table_without_names(self):
        self.refused(self.table("marks.csv", "Предмет;Балл\nфизика;5\n"), "No column of “marks.csv”")

    def test_an_unknown_encoding(self):
        self.refused(TABLES / "people.cp1251.csv", "cp1251", options=("--encoding", "cp9999"))

    def test_letters_that_the_encoding_does_not_know_reject_the_row(self):
        path = self.table("broken.csv", HEAD.encode() + "Иванов;Иван;;5А;\n".encode() + b"\xd0\xc8;\xcf\xb8;;5;\n")
        said = self.import_table("people", path, "--encoding", "utf8", code=PROBLEMS)
        self.assert_counts(said, rejected=1)
        self.assertIn("line 3", said.err)
        self.assertIn("unreadable characters", said.err)
        self.assertEqual(self.rows(), 0)

    def test_ragged_rows_are_read(self):
        path = self.table("ragged.csv", HEAD + "Иванов;Иван\nПетров;Пётр;Ильич;5А;01.02.2014;лишнее;ещё\n")
        said = self.import_table("people", path)
        self.assert_counts(said, added=2)

    def people(self):
        self.run_program("export", "people", self.file, "--to", "out.csv")
        return (self.folder / "out.csv").read_text("utf-8-sig").splitlines()[1:]

    def test_headings_and_nobody_below_them(self):
        said = self.import_table("people", self.table("heads.csv", HEAD), code=PROBLEMS)
        self.assertIn("There are headings and no people below them.", said.err)
        self.assertEqual(self.rows(), 0)

    def test_no_headings_the_content_says_what_is_what(self):
        path = self.table("bare.csv", "Иванов;Иван;Ильич;5А;01.02.2014\nПетров;Пётр;Ильич;6Б;01.02.2013\n")
        self.assert_counts(self.import_table("people", path), added=2)
        self.assertTrue(self.people()[0].startswith("Иванов;Иван;Ильич;01.02.2014;"))

    def test_headings_of_classes_among_the_rows(self):
        path = self.table("sections.csv", "№;ФИО;Дата рождения\n;7А класс;\n1;Иванов Иван Ильич;01.02.2013\n"
                          ";7 «Б» класс, кл. рук. Сомова А.И.;\n1;Петров Пётр Ильич;\n8В;;\n1;Сидоров Сидор;\n")
        said = self.import_table("people", path)
        self.assert_counts(said, added=3)
        self.assertIn("line 2, note: 7А класс: A heading", said.err)
        for row, name in zip(self.people(), ("7А", "7Б", "8В")):
            self.assertIn(";%s;" % name, row)

    def test_totals_and_numbers_without_a_person_are_passed_over(self):
        path = self.table("form.csv", "№;ФИО;Класс\n1;2;3\n1;Иванов Иван Ильич;7А\n2;;\n3;;\n;Итого: 1;\nВсего;1;\n"
                          ";Всеголодов Ян;7А\n")
        said = self.import_table("people", path)
        self.assert_counts(said, added=2)
        self.assertEqual(said.err.count("A total and not a person"), 2)

    def test_what_is_signed_below_a_list_is_no_person(self):
        signed = ("Директор школы ________ Кузнецов А.В.;;", "Директор;;Кузнецов А.В.", "Директор Кузнецов А. В.;;",
                  "Классный руководитель: Сомова А.И.;;", "Классный руководитель Сомова Анна Ивановна;;",
                  "Секретарь;;", "И. о. директора;________;Сомова А.И.", "М.П.;;", ";(подпись);(расшифровка)",
                  "________ /Сомова/;;", "01.09.2026;;", "«1» сентября 2026 г.;;", "Исп. Сомова А.И., тел. 2-12-85;;")
        path = self.table("signed.csv", "ФИО;Класс;Телефон\nИванов Иван Ильич;7А;\n" + "\n".join(signed) + "\n")
        said = self.import_table("people", path)
        self.assert_counts(said, added=1)
        self.assertEqual(said.err.count("A signature or a note below the list"), len(signed))
        self.assertIn("line 3, note: Директор школы", said.err)

    def test_who_is_called_like_a_post_is_a_person(self):
        path = self.table("posts.csv", "№;ФИО;Класс;Дата рождения;Подпись\n;7А класс;;;\n"
                          ";Директоров Пётр Ильич;;;____\n;Учитель Алексей Ефимович;;;\n1;Секретарь Анна;;;\n"
                          ";Директор К.В.;7А;;\n;Куратор Лев Львович;;01.02.2013;\n;Завуч Ян;;;________\n")
        said = self.import_table("people", path)
        self.assertNotIn("A signature", said.err)
        self.assertEqual(len(self.people()), 6, said.err)

    def test_posts_in_a_list_of_staff_are_people(self):
        path = self.table("staff.csv", "Должность;ФИО\nДиректор;Кузнецов А.В.\nУчитель;Сомова Анна Ивановна\n")
        said = self.import_table("people", path)
        self.assert_counts(said, added=2)
        self.assertNotIn("A signature", said.err)

    def test_a_birth_date_without_a_name_is_not_passed_over(self):
        path = self.table("nameless.csv", HEAD + "Иванов;Иван;;5А;01.02.2014\n;;;;02.02.2014\n")
        self.assert_counts(self.import_table("people", path, code=PROBLEMS), rejected=1)

    def test_a_name_without_a_letter_is_no_name(self):
        path = self.table("dash.csv", HEAD + "-;-;;5А;\nSmith;John;;5А;\n?;Иван;;5А;\n")
        said = self.import_table("people", path, code=PROBLEMS)
        self.assert_counts(said, rejected=2)
        self.assertIn("there is no letter in “-”", said.err)

    def test_dates_that_cannot_be_and_classes_that_are_none(self):
        path = self.table("dates.csv", HEAD + "Иванов;Иван;;5А;01.02.2030\nПетров;Пётр;;15Ы;\n")
        said = self.import_table("people", path, code=PROBLEMS)
        self.assert_counts(said, rejected=1)
        self.assertIn("01.02.2030 lies in the future", said.err)
        self.assertIn("“15Ы”: this is no class; left out.", said.err)

    def test_a_rejected_row_rejects_the_whole_table(self):
        path = self.table("list.csv", HEAD + "Иванов;Иван;;5А;31.02.2014\nПетров;Пётр;;5А;\n;Безымянный;;5А;\n")
        said = self.import_table("people", path, code=PROBLEMS)
        self.assert_counts(said, rejected=2)
        self.assertIn("line 2", said.err)
        self.assertIn("line 4", said.err)
        self.assertIn("Nothing was imported", said.err)
        self.assertEqual(self.rows(), 0)

    def test_the_good_rows_alone_and_the_bad_ones_for_correction(self):
        path = self.table("list.csv", HEAD + "Иванов;Иван;;5А;31.02.2014\nПетров;Пётр;;5А;\n", "cp1251")
        said = self.import_table("people", path, "--partial", "--rejects", "rejects.csv", code=PROBLEMS)
        self.assert_counts(said, added=1, rejected=1)
        rejects = (self.folder / "rejects.csv").read_bytes().decode("cp1251")
        self.assertTrue(rejects.startswith("Фамилия;Имя;Отчество;Класс;Дата рождения;"), rejects)
        self.assertIn("31.02.2014", rejects)
        corrected = self.table("corrected.csv", rejects.replace("31.02", "28.02"), "cp1251")
        self.assert_counts(self.import_table("people", corrected), added=1)
        self.assertEqual(self.rows(), 2)

    def test_namesakes_of_a_class_list_are_two_people(self):
        path = self.table("a.csv", HEAD + "Иванов;Иван;;5А;\nИванов;Иван;;6Б;\n")
        self.assert_counts(self.import_table("people", path), added=2)
        self.assert_counts(self.import_table("people", path), unchanged=2)

    def test_two_tables_know_two_telephones(self):
        head = "Фамилия;Имя;Класс;Телефон\n"
        first = self.table("a.csv", head + "Иванов;Иван;5А;+7 (912) 345-67-89\n")
        second = self.table("b.csv", head + "Иванов;Иван;5А;8 912 345 67 89, +7 999 000-00-00\n")
        self.assert_counts(self.import_table("people", first), added=1)
        self.assert_counts(self.import_table("people", second), changed=1)
        self.assert_counts(self.import_table("people", first), unchanged=1)
        self.assert_counts(self.import_table("people", second), unchanged=1)
        self.run_program("export", "people", self.file, "--to", "out.csv")
        self.assertIn("+7 (912) 345-67-89, +7 999 000-00-00", (self.folder / "out.csv").read_text("utf-8-sig"))

    def test_who_cannot_be_told_apart_is_a_question(self):
        self.import_table("people", self.table("a.csv", HEAD + "Иванов;Иван;;5А;\nИванов;Иван;;6Б;\n"))
        said = self.import_table("people", self.table("b.csv", "Фамилия;Имя\nИванов;Иван\n"), code=PROBLEMS)
        self.assert_counts(said, unsure=1)
        self.assertIn("line 2, question", said.err)
        self.assertEqual(self.rows(), 2)

    def test_an_empty_cell_never_wipes_what_is_there(self):
        self.import_table("people", self.table("a.csv", HEAD + "Иванов;Иван;Ильич;5А;01.02.2014\n"))
        said = self.import_table("people", self.table("b.csv", HEAD + "Иванов;Иван;;5А;\n"))
        self.assert_counts(said, unchanged=1)
        self.run_program("export", "people", self.file, "--to", "out.csv")
        self.assertIn("Иванов;Иван;Ильич;01.02.2014", (self.folder / "out.csv").read_text("utf-8-sig"))

    def test_the_same_person_twice_in_one_table_is_one_person(self):
        said = self.import_table("people", self.table("a.csv", HEAD + "Ёлкина;Зоя;;5А;\nЕЛКИНА;ЗОЯ;;5 \"а\";\n"))
        self.assert_counts(said, added=1, unchanged=1)
        self.run_program("export", "people", self.file, "--to", "out.csv")
        self.assertIn("Ёлкина;Зоя;", (self.folder / "out.csv").read_text("utf-8-sig"))

    def test_the_spelling_with_yo_wins(self):
        self.import_table("people", self.table("a.csv", HEAD + "Елкина;Алёна;;5А;\n"))
        self.assert_counts(self.import_table("people", self.table("b.csv", HEAD + "ёлкина;Алена;;5А;\n")), changed=1)
        self.assert_counts(self.import_table("people", self.table("a.csv", HEAD + "Елкина;Алёна;;5А;\n")), unchanged=1)
        self.run_program("export", "people", self.file, "--to", "out.csv")
        self.assertIn("Ёлкина;Алёна;", (self.folder / "out.csv").read_text("utf-8-sig"))

    def test_words_that_no_book_knows_are_kept_and_told(self):
        path = self.table("m.csv", "ФИО;Класс;Запрос\nИванов Иван;5А;математика, бумеранги\n")
        said = self.import_table("mentees", path)
        self.assertIn("“бумеранги”: not in the reference book", said.err)
        self.run_program("export", "mentees", self.file, "--to", "out.csv")
        self.assertIn("математика, бумеранги", (self.folder / "out.csv").read_text("utf-8-sig"))

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_table_that_may_not_be_read(self):
        path = self.table("secret.csv", HEAD)
        path.chmod(0)
        self.refused(path, "permission")


if __name__ == "__main__":
    unittest.main(verbosity=0)
