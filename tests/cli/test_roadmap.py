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
        self.assertRegex(text, r"│ 1\.1 +│Назначить куратора программы +│05\.09\.2026")
        self.assertNotIn("Наметить, где искать наставников", text)  # optional, and nobody sees to it
        self.run_program("print", "roadmap", self.file, "-o", "map.pdf")
        self.assertEqual((self.folder / "map.pdf").read_bytes()[:5], b"%PDF-")


if __name__ == "__main__":
    unittest.main(verbosity=0)
