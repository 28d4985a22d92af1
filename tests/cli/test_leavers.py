"""People in motion and readiness, without a screen."""
import unittest

from cli import COULD_NOT, PROBLEMS, USAGE, Case

HEADINGS = "Фамилия;Имя;Отчество;Дата рождения;Класс\n"
LIST = HEADINGS + "Быков;Пётр;Ильич;05.03.2013;7В\nЁлкина;Зоя;Андреевна;10.10.2013;7В\nЖуравлёв;Глеб;;01.02.2013;7В\n"


class Leavers(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_table("people", self.table("list.csv", LIST))

    def leavers(self, text, code=0):
        return self.run_program("list", "leavers", self.file, "--from", self.table("fresh.csv", text), code=code)

    def test_the_same_list_says_nothing(self):
        self.assertEqual(self.leavers(LIST).out, "")

    def test_newcomers_leavers_and_moved_a_line_each(self):
        before = self.file.read_bytes()
        said = self.leavers(HEADINGS + "Быков;Пётр;Ильич;05.03.2013;8В\nЁлкина;Зоя;Андреевна;10.10.2013;7В\n"
                            "Титов;Лев;;03.03.2013;7В\n")
        self.assertEqual([line.split("\t")[:4] for line in said.out.splitlines()],
                         [["new", "Титов Лев", "", "7В"], ["moved", "Быков Пётр Ильич", "7В", "8В"],
                          ["left", "Журавлёв Глеб", "7В", ""]])
        self.assertEqual(self.file.read_bytes(), before)  # only told

    def test_unsure_rows_are_a_problem_and_nobody_has_left_by_them(self):
        said = self.leavers(LIST.replace("10.10.2013", "31.02.2013"), code=PROBLEMS)
        self.assertTrue(said.out.startswith("unsure\tЁлкина Зоя"))
        self.assertEqual(len(said.out.splitlines()), 1)

    def test_a_table_without_classes_cannot_tell_who_left(self):
        said = self.leavers("Фамилия;Имя;Дата рождения\nБыков;Пётр;05.03.2013\n", code=PROBLEMS)
        self.assertIn("names no classes", said.err)
        self.assertEqual(said.out, "")

    def test_a_table_must_be_named_and_be_there(self):
        self.run_program("list", "leavers", self.file, code=USAGE)
        self.run_program("list", "leavers", self.file, "--from", self.folder / "nothing.csv", code=COULD_NOT)

    def test_a_birth_date_in_the_future(self):
        said = self.leavers(LIST.replace("10.10.2013", "10.10.2213"), code=PROBLEMS)
        self.assertTrue(said.out.startswith("unsure\tЁлкина Зоя"))


class Ready(Case):
    def test_who_is_short_of_a_mentor(self):
        self.new()
        self.import_table("mentees", self.table("mentees.csv", "ФИО;Класс;Запрос\nБыков Пётр;5А;математика\nЁлкина Зоя;5А;\n"))
        self.import_table("mentors", self.table("mentors.csv", "ФИО;Класс;Компетенции\nТитов Лев;9А;математика\n"))
        said = self.run_program("list", "ready", self.file, code=PROBLEMS)
        self.assertEqual(said.facts["waiting"], "2")
        self.assertEqual(said.facts["places"], "1")
        self.assertIn("one\tБыков Пётр\t5А\tТитов Лев", said.out)
        self.assertIn("no-request\tЁлкина Зоя\t5А\t", said.out)

    def test_enough_places_is_no_problem(self):
        self.new()
        self.import_all()
        self.assertEqual(self.run_program("list", "ready", self.file).facts["waiting"], "45")


if __name__ == "__main__":
    unittest.main()
