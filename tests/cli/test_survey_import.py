"""Answers of a web form without a screen: whose they are, what is rejected, that nothing is doubled."""
import unittest

from cli import COULD_NOT, DONE, PROBLEMS, USAGE, Case

SURVEY = "pupil_pupil_mentee_before"
MENTEES = "Фамилия;Имя;Отчество;Класс;Форма\nЁлкина;Зоя;Андреевна;7В;ученик – ученик\nБыков;Пётр;;5А;ученик – ученик\n"
HEAD = "Отметка времени;ФИО;Класс;comfort;usefulness;met\n"
ZOYA = "21.11.2026 10:33:12;Ёлкина Зоя;7в;8;9;да\n"
PETR = "21.11.2026 10:35:00;Пётр Быков;;3;4;нет\n"


class SurveyImport(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_table("mentees", self.table("mentees.csv", MENTEES))

    def bring(self, text, *options, survey=SURVEY, encoding="utf-8", code=DONE):
        path = self.table("answers.csv", text, encoding)
        return self.run_program("survey", "import", self.file, survey, "--from", path, *options, code=code)

    def entered(self):
        for line in self.run_program("survey", "list", self.file).out.splitlines():
            cells = line.split("\t")
            if cells[0] == SURVEY:
                return int(cells[3])

    def test_a_second_time_adds_nothing(self):
        self.assert_counts(self.bring(HEAD + ZOYA), added=1)
        self.assert_counts(self.bring(HEAD + ZOYA + PETR), added=1, unchanged=1)
        self.assert_counts(self.bring(HEAD + PETR + ZOYA), unchanged=2)
        self.assertEqual(self.entered(), 2)

    def test_who_has_not_answered_is_listed(self):
        self.assertEqual(self.run_program("list", "unanswered", self.file).out, "")
        self.bring(HEAD + ZOYA)
        rows = self.run_program("list", "unanswered", self.file, code=PROBLEMS).out.splitlines()
        self.assertEqual(rows, ["\tБыков Пётр\t5А\t" + SURVEY])
        self.assertEqual(self.run_program("list", "unanswered", self.file, "--class", "7в").out, "")
        self.run_program("list", "unanswered", self.file, "--class", "11Я", code=PROBLEMS)
        self.bring(HEAD + PETR)
        self.assertEqual(self.run_program("list", "unanswered", self.file).out, "")

    def test_undo_takes_the_whole_table_back(self):
        self.bring(HEAD + ZOYA + PETR)
        self.run_program("undo", self.file)
        self.assertEqual(self.entered(), 0)

    def test_a_survey_is_known_by_its_name_too(self):
        said = self.bring(HEAD + ZOYA, survey="входная анкета: наставляемые, ученик – ученик")
        self.assert_counts(said, added=1)

    def test_the_encoding_is_found_or_said(self):
        self.assert_counts(self.bring(HEAD + ZOYA, encoding="cp1251"), added=1)
        self.assert_counts(self.bring(HEAD + PETR, "--encoding", "koi8-r", encoding="koi8-r"), added=1)

    def test_one_bad_row_keeps_all_out_unless_wanted(self):
        bad = HEAD + ZOYA + "21.11.2026;Щукин Ян;;5;5;да\n21.11.2026;Быков Пётр;;11;5;да\n"
        said = self.bring(bad, "--rejects", "bad.csv", code=PROBLEMS)
        self.assert_counts(said, added=0, rejected=2)
        self.assertIn("nobody of this name", said.err)
        self.assertIn("from 1 to 10", said.err)
        self.assertEqual(self.entered(), 0)
        self.assertEqual(len((self.folder / "bad.csv").read_text("utf-8").splitlines()), 3)
        self.assert_counts(self.bring(bad, "--partial", code=PROBLEMS), added=1, rejected=2)
        self.assertEqual(self.entered(), 1)

    def test_columns_of_no_question_are_told(self):
        said = self.bring(HEAD.replace("met", "mett") + ZOYA)
        self.assertIn("column “mett” is no question", said.err)
        self.assertEqual(said.err.count("no question"), 1)
        self.assert_counts(said, added=1)

    def test_the_table_itself_is_not_written_over(self):
        bad = HEAD + ZOYA + "21.11.2026;Щукин Ян;;5;5;да\n"
        said = self.bring(bad, "--rejects", "answers.csv", code=COULD_NOT)
        self.assertIn("the table itself", said.err)
        self.assertEqual((self.folder / "answers.csv").read_text("utf-8"), bad)
        self.assertEqual(self.entered(), 0)

    def test_trying_keeps_nothing(self):
        said = self.bring(HEAD + ZOYA, "--dry-run")
        self.assert_counts(said, added=1)
        self.assertIn("column “comfort”", said.err)
        self.assertEqual(self.entered(), 0)

    def test_what_differs_is_told_and_kept_beside(self):
        self.bring(HEAD + ZOYA)
        said = self.bring(HEAD + ZOYA.replace(";8;", ";2;"))
        self.assertIn("Both are kept", said.err)
        self.assertEqual(self.entered(), 1)

    def test_what_is_missing_is_said(self):
        self.assertIn("no questionnaire", self.bring(HEAD + ZOYA, survey="нет такой", code=COULD_NOT).err)
        self.assertIn("code or name", self.bring("comfort;usefulness\n5;5\n", code=COULD_NOT).err)
        self.assertIn("as a question", self.bring("ФИО;Класс\nЁлкина Зоя;7В\n", code=COULD_NOT).err)
        self.run_program("survey", "import", self.file, SURVEY, code=USAGE)


if __name__ == "__main__":
    unittest.main()
