"""The order and the pair list as texts to edit: what lies in the file, and what LibreOffice makes of it."""
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as xml
import zipfile

from cli import Case

PARTS = ["mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"]


class Odt(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_all()
        self.run_program("match", self.file, "--confirm", code=(0, 1))

    def paper(self, kind="order"):
        path = self.folder / (kind + ".odt")
        self.assertIn("written", self.run_program("print", kind, self.file, "-o", path).out)
        return path

    def pages(self, path):
        """Text of the pages that LibreOffice lays out."""
        office, read = shutil.which("soffice"), shutil.which("pdftotext")
        if not office or not read:
            self.skipTest("LibreOffice or poppler-utils is not installed")
        subprocess.run([office, "-env:UserInstallation=file://%s/office" % self.folder, "--headless", "--convert-to", "pdf",
                        "--outdir", self.folder / "read", path], env=self.env, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        text = subprocess.run([read, "-layout", self.folder / "read" / (path.stem + ".pdf"), "-"], check=True,
                              stdout=subprocess.PIPE).stdout.decode()
        return text.split("\f")[:-1]

    def test_the_file_is_packed_as_the_standard_wants_it(self):
        path = self.paper()
        with zipfile.ZipFile(path) as packed:
            self.assertIsNone(packed.testzip())
            self.assertEqual(packed.namelist(), PARTS)
            self.assertEqual(packed.getinfo("mimetype").compress_type, zipfile.ZIP_STORED)
            for name in PARTS[1:]:
                xml.fromstring(packed.read(name))
        head = path.read_bytes()
        self.assertEqual(head[30:77], b"mimetypeapplication/vnd.oasis.opendocument.text")
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)

    def test_every_paper_that_is_edited_is_opened_by_libreoffice(self):
        office, read = shutil.which("soffice"), shutil.which("pdftotext")
        if not office or not read:
            self.skipTest("LibreOffice or poppler-utils is not installed")
        papers = []
        for name in (line.split("\t")[0] for line in self.run_program("papers").out.splitlines()):
            path = self.folder / (name + ".odt")
            self.run_program("print", name, self.file, "-o", path, "--blank", code=(0, 3))  # one page is enough
            if not path.exists():
                self.run_program("print", name, self.file, "-o", path, code=(0, 1))
            if path.exists():
                papers.append(path)
        self.assertGreater(len(papers), 10)
        subprocess.run([office, "-env:UserInstallation=file://%s/office" % self.folder, "--headless", "--convert-to", "pdf",
                        "--outdir", self.folder / "read", *papers], env=self.env, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        for path in papers:
            text = subprocess.run([read, "-layout", self.folder / "read" / (path.stem + ".pdf"), "-"], check=True,
                                  stdout=subprocess.PIPE).stdout.decode()
            self.assertIn("Школа № 9", text.replace("\u00a0", " "), path.stem)

    def test_libreoffice_lays_the_order_out(self):
        pages = self.pages(self.paper())
        self.assertIn("ПРИКАЗ", pages[0])
        self.assertIn("О закреплении наставнических пар (групп)", pages[0])
        self.assertIn("С приказом ознакомлены:", "".join(pages))
        annex = next(i for i, page in enumerate(pages) if "Приложение № 1" in page)
        self.assertGreater(annex, 0)
        self.assertEqual(pages[annex].split()[0], str(annex + 1))  # its number stands above
        self.assertTrue(pages[0].lstrip().startswith("МБОУ"))       # the first page has none
        for page in pages[annex:]:
            self.assertIn("Наставляемый, класс", page)              # the heading, again
        self.assertIn("Директор", pages[-1])

    def test_every_pair_is_in_the_list(self):
        self.run_program("export", "pairs", self.file, "--to", "pairs.csv")
        rows = (self.folder / "pairs.csv").read_text("utf-8-sig").splitlines()[1:]
        self.assertGreater(len(rows), 20)
        text = " ".join("".join(self.pages(self.paper("pairs"))).split())
        for row in rows:
            self.assertIn(row.split(";")[2].split()[0], text)

    def test_the_same_paper_gives_the_same_bytes(self):
        first = self.paper().read_bytes()
        self.assertEqual(first, self.paper().read_bytes())


if __name__ == "__main__":
    unittest.main(verbosity=0)
