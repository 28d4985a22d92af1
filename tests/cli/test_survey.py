"""Questionnaires without a screen: what there are, and blanks on paper."""
import shutil
import subprocess
import unittest

from cli import COULD_NOT, DONE, USAGE, Case

SURVEY = "pupil_pupil_mentee_before"
MENTEES = ("Фамилия;Имя;Отчество;Класс;Форма\nЁлкина;Зоя;Андреевна;7В;ученик – ученик\n"
           "Быков;Пётр;;5А;ученик – ученик\nЁлкин;Ян;;6А;студент – ученик\n")


@unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is missing")
class Blank(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_table("mentees", self.table("mentees.csv", MENTEES))

    def blank(self, *options, survey=SURVEY, out="out.pdf", code=DONE):
        return self.run_program("survey", "blank", self.file, survey, "-o", str(self.folder / out), *options, code=code)

    def pages(self, out="out.pdf"):
        text = subprocess.run(["pdftotext", "-layout", str(self.folder / out), "-"], check=True,
                              capture_output=True, text=True).stdout
        return text.split("\f")[:-1]

    def test_everybody_who_is_asked_gets_a_sheet_with_a_code(self):
        self.assertIn("sheets 2", self.blank().out)
        pages = self.pages()
        self.assertEqual(len(pages), 2)
        codes = sorted(line.split()[1] for page in pages for line in page.splitlines() if line.startswith("Код:"))
        self.assertEqual(len(set(codes)), 2)
        for page, code in zip(sorted(pages, key=lambda p: p[p.index("Код:"):][:20]), codes):
            self.assertRegex(code, "^2Н-00[1-3]$")
            self.assertIn(code, page)
            self.assertIn("Насколько комфортно", page)
            self.assertIn("Если на вопрос 1 ответ «да»:", page)
            self.assertIn("1 – очень неловко, 10 – очень комфортно", page)
            self.assertRegex(page, r"1 +2 +3 +4 +5 +6 +7 +8 +9 +10")

    def test_no_name_and_no_consent_stands_on_it(self):
        self.blank()
        text = "".join(self.pages()).lower()
        for word in ("ёлкина", "зоя", "быков", "пётр", "согласи", "персональн", "фамили"):
            self.assertNotIn(word, text)

    def test_for_one_by_code_or_name(self):
        self.blank()
        code = next(line.split()[1] for line in self.pages()[0].splitlines() if line.startswith("Код:"))
        self.assertIn("sheets 1", self.blank("--for", "ёлкина зоя", out="one.pdf").out)
        self.assertEqual(len(self.pages("one.pdf")), 1)
        self.blank("--for", code, out="code.pdf")
        self.assertIn(code, self.pages("code.pdf")[0])
        self.assertIn("2Н-999", self.blank("--for", "2Н-999", code=COULD_NOT).err)
        self.assertIn("fits several", self.blank("--for", "е", code=COULD_NOT).err)

    def test_the_number_is_kept(self):
        self.blank()
        first = self.pages()
        self.blank()
        self.assertEqual(first, self.pages())

    def test_without_a_code(self):
        self.assertIn("sheets 1", self.blank("--blank").out)
        self.assertIn("Код: ____", self.pages()[0])
        self.blank(survey="Отзыв о событии")
        self.assertNotIn("Код", self.pages()[0])
        self.assertIn("--for", self.blank("--for", "Зоя", survey="event", code=COULD_NOT).err)
        self.blank(survey="curator_card")
        self.assertEqual(self.pages()[0].count("0 – не проявляется, 2 – проявляется полностью"), 9)

    def test_nobody_to_ask_gives_one_without_a_code(self):
        self.blank(survey="employer_student_mentor_after")
        self.assertEqual(len(self.pages()), 1)

    def test_as_text(self):
        self.blank("--blank", out="out.txt")
        text = (self.folder / "out.txt").read_text("utf-8")
        self.assertIn("☐ да", text)
        self.blank("--blank", "--encoding", "cp1251", out="old.txt")
        self.assertIn("__ да", (self.folder / "old.txt").read_text("cp1251"))

    def test_names_that_are_none(self):
        self.assertIn("no questionnaire", self.blank(survey="nonsense", code=COULD_NOT).err)
        self.run_program("survey", "blank", self.file, SURVEY, code=USAGE)
        self.run_program("survey", "blank", self.file, "-o", "out.pdf", code=USAGE)

    def test_codes_and_their_owners_are_a_paper_of_their_own(self):
        self.blank()
        self.run_program("print", "respondent_codes", self.file, "-o", str(self.folder / "codes.pdf"))
        text = self.pages("codes.pdf")[0]
        self.assertRegex(text, r"2Н-00\d +Ёлкина Зоя Андреевна")
        self.assertIn("Наставляемые, 7В", text)


class List(Case):
    def test_a_new_file_knows_all_of_them(self):
        self.new()
        lines = [line.split("\t") for line in self.run_program("survey", "list", self.file).out.splitlines()]
        self.assertEqual(len(lines), 23)
        self.assertEqual(len({cells[0] for cells in lines}), 23)
        codes = {cells[0]: cells[5].split() for cells in lines}
        self.assertIn("satisfaction", codes["student_pupil_mentee_after"])
        self.assertEqual(codes["curator_card"][:3], ["aim", "model", "modern"])


if __name__ == "__main__":
    unittest.main()
