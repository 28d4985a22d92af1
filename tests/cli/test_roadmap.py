"""The roadmap: on paper, and its steps as lines for scripts."""
import unittest

from cli import Case


class Roadmap(Case):
    def setUp(self):
        super().setUp()
        self.new()

    def test_it_is_printed_by_stages(self):
        self.run_program("print", "roadmap", self.file, "-o", "map.txt")
        text = (self.folder / "map.txt").read_text("utf-8")
        for words in ("УТВЕРЖДАЮ", "ДОРОЖНАЯ КАРТА", "на 2026/2027 учебный год", "Наименование мероприятий",
                      "Ответственный", "Результат, вид", "Завершение наставничества"):
            self.assertIn(words, text)
        self.assertRegex(text, r"├─+┴─+┴─+┴─+┴─+┤\n│Этап 1\. Подготовка условий для запуска программы наставничества +│\n├─+┬─")
        for page in text.split("\f"):  # the name of a stage never stands alone at the end of a page
            rows = [line for line in page.splitlines() if line.startswith("│")]
            self.assertFalse(rows and rows[-1].startswith("│Этап"), page)
        self.assertRegex(text, r"│ 1\.1 +│Назначить куратора программы +│05\.09\.2026")
        self.assertNotIn("Наметить, где искать наставников", text)  # optional, and nobody sees to it
        self.run_program("print", "roadmap", self.file, "-o", "map.pdf")
        self.assertEqual((self.folder / "map.pdf").read_bytes()[:5], b"%PDF-")

    def test_its_steps_are_lines(self):
        rows = [line.split("\t") for line in self.run_program("list", "tasks", self.file).out.splitlines()]
        self.assertEqual({len(row) for row in rows}, {7})
        self.assertEqual(rows[0], ["1", "overdue", "05.09.2026", "", "", "приказ о кураторе", "Назначить куратора программы"])
        self.assertEqual({row[0] for row in rows}, set("1234567"))
        self.assertEqual({row[1] for row in rows}, {"overdue", "optional", "open"})
        overdue = self.run_program("list", "tasks", self.file, "--overdue").out.splitlines()
        self.assertEqual(len(overdue), sum(row[1] == "overdue" for row in rows))
        self.assertTrue(all("\toverdue\t" in line for line in overdue))
        self.env["NASTAVNIK_NOW"] = "2026-08-20T10:00:00"
        self.assertEqual(self.run_program("list", "tasks", self.file, "--overdue").out, "")


if __name__ == "__main__":
    unittest.main(verbosity=0)
