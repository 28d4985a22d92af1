"""Spreadsheets as they come, and as nobody should send them: each gets read or a sentence."""
import io
import struct
import unittest
import zipfile

from cli import COULD_NOT, DONE, PROBLEMS, TABLES, Case

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES = '<row r="1"><c r="A1" t="inlineStr"><is><t>ФИО</t></is></c><c r="B1" t="inlineStr"><is><t>Класс</t></is></c></row>'


def sheet(rows, behind=""):
    return HEAD + '<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (MAIN, rows, behind)


def person(row, name="Иванов Лев", klass="7В"):
    cells = "".join('<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>' % (c, row, t) for c, t in (("A", name), ("B", klass)))
    return '<row r="%d">%s</row>' % (row, cells)


def book(sheets, strings=None, styles=None, workbook="", more=()):
    """An .xlsx of sheets {name: xml}, its parts as Excel names them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        names = list(sheets)
        z.writestr("xl/workbook.xml", HEAD + '<workbook xmlns="%s" xmlns:r="%s">%s<sheets>%s</sheets></workbook>' % (
            MAIN, RELATION, workbook, "".join('<sheet name="%s" sheetId="%d" r:id="rId%d"/>' % (n, i + 1, i + 1)
                                              for i, n in enumerate(names))))
        relations = "".join('<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>' % (i + 1, RELATION, i + 1)
                            for i in range(len(names)))
        relations += '<Relationship Id="s" Type="%s/sharedStrings" Target="sharedStrings.xml"/>' % RELATION
        relations += '<Relationship Id="f" Type="%s/styles" Target="/xl/styles.xml"/>' % RELATION
        z.writestr("xl/_rels/workbook.xml.rels", HEAD + "<Relationships>%s</Relationships>" % relations)
        for i, name in enumerate(names):
            z.writestr("xl/worksheets/sheet%d.xml" % (i + 1), sheets[name])
        if strings:
            z.writestr("xl/sharedStrings.xml", HEAD + '<sst xmlns="%s">%s</sst>' % (MAIN, strings))
        if styles:
            z.writestr("xl/styles.xml", HEAD + '<styleSheet xmlns="%s">%s</styleSheet>' % (MAIN, styles))
        for name, data in more:
            z.writestr(name, data)
    return out.getvalue()


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            z.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def ods(content, manifest="<manifest/>"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        z.writestr("content.xml", HEAD + '<office:document-content><office:body><office:spreadsheet>%s'
                   '</office:spreadsheet></office:body></office:document-content>' % content)
        z.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def ods_row(*cells, times=1):
    return '<table:table-row table:number-rows-repeated="%d">%s</table:table-row>' % (times, "".join(
        '<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>' % c for c in cells))


def container(*streams):
    """The head of an OLE file with these names in its directory."""
    data = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(1000)
    for name in streams:
        data += name.encode("utf-16-le").ljust(64, b"\0") + bytes(64)
    return data


class Sheets(Case):
    def setUp(self):
        super().setUp()
        self.new()

    def refused(self, data, *sentences, name="list.xlsx", options=()):
        said = self.import_table("people", self.table(name, data), *options, code=COULD_NOT)
        for sentence in (name,) + sentences:
            self.assertIn(sentence, said.err)
        self.assertEqual(said.out, "")
        self.assertEqual(self.rows(), 0)

    def taken(self, data, name="list.xlsx", options=(), code=DONE, **counts):
        said = self.import_table("people", self.table(name, data), *options, code=code)
        self.assert_counts(said, **counts)
        return said

    def exported(self):
        path = self.folder / "out.csv"
        self.run_program("export", "people", self.file, "--to", path)
        return path.read_text(encoding="utf-8-sig")

    # ---- what is read ----

    def test_the_same_table_in_three_formats_is_the_same(self):
        for kind in ("people", "mentees", "mentors"):
            with self.subTest(kind):
                counts = {"people": 600, "mentees": 45, "mentors": 40}[kind]
                self.assert_counts(self.import_table(kind, TABLES / (kind + ".xlsx")), added=counts)
                self.assert_counts(self.import_table(kind, TABLES / (kind + ".ods")), unchanged=counts)
                self.assert_counts(self.import_table(kind, TABLES / (kind + ".utf8bom.csv")), unchanged=counts)

    def test_a_name_says_nothing(self):
        self.taken((TABLES / "people.xlsx").read_bytes(), name="list.csv", added=600)

    def test_a_sheet_by_name(self):
        self.assert_counts(self.import_table("people", TABLES / "shapes.ods", "--sheet", "8а"), added=1)
        said = self.import_table("people", TABLES / "shapes.xlsx", "--sheet", "9", code=COULD_NOT)
        self.assertIn("Пустой; Черновик; 7 «В»; 8А", said.err)
        said = self.import_table("people", TABLES / "people.utf8bom.csv", "--sheet", "9", code=COULD_NOT)
        self.assertIn("no sheets", said.err)

    def test_classes_however_they_are_typed(self):
        self.assert_counts(self.import_table("people", TABLES / "shapes.xlsx"), added=9)
        self.assertEqual(self.exported().count(";7В;"), 9)

    def test_texts_rich_escaped_and_shared(self):
        strings = ('<si><t>ФИО</t></si><si><t>Класс</t></si>'
                   '<si><r><t xml:space="preserve">Иванов </t></r><r><rPr><b/></rPr><t>Лев</t></r><rPh><t>нет</t></rPh></si>'
                   '<si><t>7_x0412_</t></si><si><t>Примечание</t></si><si><t>раз_x000D_\nдва _x005F_x0041_</t></si>')
        rows = ('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>4</v></c></row>'
                '<row><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>5</v></c><c t="s"><v>99</v></c></row>')
        said = self.taken(book({"Лист1": sheet(rows)}, strings=strings), added=1)
        self.assertIn("missing in the file", said.err)
        text = self.exported()
        self.assertIn("Иванов;Лев;", text)
        self.assertIn("7В", text)
        self.assertIn("два _x0041_", text)

    def test_dates_since_1904_and_numbers_by_their_format(self):
        rows = ('<row r="1">%s</row><row r="2"><c r="A2" t="inlineStr"><is><t>Иванов Лев</t></is></c>'
                '<c r="B2" s="1"><v>39935</v></c><c r="C2" s="2"><v>79161234567</v></c><c r="D2" s="3"><v>642</v></c></row>'
                % "".join('<c r="%s1" t="inlineStr"><is><t>%s</t></is></c>' % pair for pair in
                          (("A", "ФИО"), ("B", "Дата рождения"), ("C", "Телефон"), ("D", "Примечание"))))
        styles = ('<numFmts><numFmt numFmtId="164" formatCode="000000"/><numFmt numFmtId="165" formatCode="d mmmm yyyy"/></numFmts>'
                  '<cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="1"/><xf numFmtId="164"/></cellXfs>')
        self.taken(book({"Лист1": sheet(rows)}, styles=styles, workbook='<workbookPr date1904="1"/>'), added=1)
        text = self.exported()
        for wanted in ("03.05.2013", "79161234567", "000642"):
            self.assertIn(wanted, text)

    def test_merged_headings_behind_the_rows(self):
        rows = ('<row r="1">%s</row><row r="2">%s</row>' % (
            '<c r="A1" t="str"><v>ФИО</v></c><c r="B1" t="str"><v>Класс</v></c><c r="C1" t="str"><v>Родители</v></c>',
            '<c r="C2" t="str"><v>Телефон</v></c><c r="D2" t="str"><v>Почта</v></c>')
            + '<row r="3"><c r="A3" t="str"><v>Иванов Лев</v></c><c r="B3" t="str"><v>7В</v></c><c r="C3"><v>89160000001</v></c></row>')
        merges = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/></mergeCells>'
        data = book({"Лист1": sheet(rows, merges)})
        self.taken(data, added=1)
        self.assertNotIn("89160000001", self.exported())  # it is the parents' telephone

    def test_a_birth_in_the_future(self):
        rows = NAMES.replace("Класс", "Дата рождения") + person(2, klass="05.05.2033")
        said = self.taken(book({"Лист1": sheet(rows)}), code=PROBLEMS, rejected=1)
        self.assertIn("line 2", said.err)
        self.assertIn("05.05.2033", said.err)

    # ---- what costs nothing ----

    def test_a_million_empty_rows(self):
        empty = "".join('<row r="%d"><c r="A%d" s="1"/></row>' % (i, i) for i in range(3, 1048577))
        self.taken(book({"Лист1": sheet(NAMES + person(2) + empty)}), added=1)

    def test_a_million_empty_rows_in_an_ods(self):
        rows = ods_row("ФИО", "Класс") + ods_row("Иванов Лев", "7В")
        rows += '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        self.taken(ods('<table:table table:name="A">%s</table:table>' % rows), name="list.ods", added=1)

    def test_rows_repeated_without_end(self):
        rows = ods_row("ФИО", "Класс") + ods_row("Иванов Лев", "7В", times=2000000000)
        self.refused(ods('<table:table table:name="A">%s</table:table>' % rows), "the same row", "row 2", name="list.ods")

    def test_a_cell_for_all_columns(self):
        wide = '<table:table-cell table:number-columns-repeated="2000000000"><text:p>x</text:p></table:table-cell>'
        rows = ods_row("ФИО", "Класс") + '<table:table-row>%s%s</table:table-row>' % (
            '<table:table-cell><text:p>Иванов Лев</text:p></table:table-cell><table:table-cell><text:p>7В</text:p></table:table-cell>', wide)
        said = self.import_table("people", self.table("list.ods", ods('<table:table table:name="A">%s</table:table>' % rows)))
        self.assertIn("too far to the right", said.err)

    # ---- what is refused ----

    def test_a_bomb(self):
        rows = NAMES + person(2) + '<row r="3"><c r="A3" t="str"><v>%s</v></c></row>' % (" " * (50 << 20))
        self.refused(book({"Лист1": sheet(rows)}), "hundreds of times")

    def test_a_bomb_of_strings(self):
        self.refused(book({"Лист1": sheet(NAMES)}, strings="<si><t>%s</t></si>" % ("А" * (30 << 20))), "hundreds of times")

    def test_a_tag_without_end(self):
        noise = "".join(chr(97 + i * i % 26) for i in range(1 << 16)) * 160
        self.refused(book({"Лист1": sheet(NAMES + '<row r="2" x="%s"/>' % noise)}))

    def test_entities(self):
        laughs = '<!DOCTYPE x [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        data = sheet(NAMES + person(2, "&b;")).replace("<worksheet", laughs + "<worksheet", 1)
        self.refused(book({"Лист1": data}), "document type")

    def test_elements_without_end(self):
        self.refused(book({"Лист1": sheet(NAMES + "<a>" * 100000)}), "deeper")

    def test_broken_xml_says_where(self):
        data = sheet(NAMES + person(2) + person(3)).replace('r="3"', 'r="3" <', 1)
        self.refused(book({"Лист 7В": data}), "Лист 7В", "row 2")

    def test_a_book_that_is_cut_off(self):
        data = (TABLES / "people.xlsx").read_bytes()
        for n in (30, 1000, len(data) // 2, len(data) - 30):
            with self.subTest(n):
                self.refused(data[:n])

    def test_every_byte_that_is_wrong_is_noticed_or_harmless(self):
        data = bytearray((TABLES / "shapes.xlsx").read_bytes())
        for at in range(0, len(data), 397):
            bad = bytearray(data)
            bad[at] ^= 0x5A
            self.import_table("people", self.table("list.xlsx", bytes(bad)), "--dry-run", code=(DONE, PROBLEMS, COULD_NOT))

    def test_passwords(self):
        self.refused(container("Root Entry", "EncryptionInfo", "EncryptedPackage"), "password")
        locked = '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
        self.refused(ods("", manifest=locked), "password", name="list.ods")

    def test_a_part_under_a_password(self):
        data = bytearray(book({"Лист1": sheet(NAMES + person(2))}))
        for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = data.find(mark)
            while at >= 0:
                flags, = struct.unpack_from("<H", data, at + offset)
                struct.pack_into("<H", data, at + offset, flags | 1)
                at = data.find(mark, at + 4)
        self.refused(bytes(data), "password")

    def test_other_files_are_told_by_their_kind(self):
        for name, data, sentence in (
                ("list.xls", container("Root Entry", "Workbook"), "save it as .xlsx"),
                ("list.doc", container("Root Entry", "WordDocument"), "paste it here"),
                ("list.msg", container("Root Entry"), "old office program"),
                ("list.xlsb", archive(xl__workbook_dot_bin=b"\0"), ".xlsb"),
                ("list.docx", archive(word__document_dot_xml="<x/>"), "paste it here"),
                ("list.pptx", archive(ppt__presentation_dot_xml="<x/>"), "presentation"),
                ("list.odt", archive(mimetype="application/vnd.oasis.opendocument.text"), "paste it here"),
                ("list.numbers", archive(Index__Document_dot_iwa=b"\0"), "Numbers"),
                ("list.zip", archive(people_dot_csv="ФИО\n"), "Unpack"),
                ("list.jar", archive(a="b"), "no table is in it"),
                ("empty.zip", archive(), "no table is in it")):
            with self.subTest(name):
                self.refused(data, sentence, name=name)

    def test_nothing_on_any_sheet(self):
        self.refused(book({"Лист1": sheet(""), "Лист2": sheet('<row r="1"/>')}), "nothing on any sheet")
        self.refused(book({}), "has no sheet")
        self.refused(book({"Лист1": sheet(NAMES), "Лист2": sheet("")}), "Лист2", "empty", options=("--sheet", "Лист2"))

    def test_a_cell_without_measure(self):
        noise = "".join(chr(0x430 + i * 7919 % 31) for i in range(700000))
        self.refused(book({"Лист1": sheet(NAMES + person(2, noise))}), "row 2")


if __name__ == "__main__":
    unittest.main()
