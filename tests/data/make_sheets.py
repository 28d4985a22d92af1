#!/usr/bin/env python3
"""The sample tables as spreadsheets, saved by LibreOffice: it alone knows how its files look.

    python3 tests/data/make_sheets.py [DIR]

needs soffice (libreoffice-calc-nogui) and writes into DIR (default: beside this script)

    people, mentees, mentors.{xlsx,ods}   the tables of make_tables.py; dates are dates, numbers are numbers
    shapes.{xlsx,ods}                     what cells can be: see SHAPES

The cells are told to LibreOffice in a flat OpenDocument file.
"""
import csv
import pathlib
import re
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:styles>
 <style:default-style style:family="table-cell"><style:text-properties fo:language="ru" fo:country="RU"/></style:default-style>
</office:styles>
<office:automatic-styles>
 <number:date-style style:name="Nday"><number:day number:style="long"/><number:text>.</number:text>
  <number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
 <number:date-style style:name="Nwords"><number:day/><number:text> </number:text>
  <number:month number:style="long" number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>
 <number:date-style style:name="Nmoment"><number:day number:style="long"/><number:text>.</number:text>
  <number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/><number:text> </number:text>
  <number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style>
 <number:time-style style:name="Nclock"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
 <number:number-style style:name="Nindex"><number:number number:min-integer-digits="6"/></number:number-style>
 <number:number-style style:name="Nthousands"><number:number number:min-integer-digits="1" number:decimal-places="2" number:grouping="true"/></number:number-style>
 <number:percentage-style style:name="Npercent"><number:number number:min-integer-digits="1" number:decimal-places="0"/><number:text>%</number:text></number:percentage-style>
 <style:style style:name="day" style:family="table-cell" style:data-style-name="Nday"/>
 <style:style style:name="words" style:family="table-cell" style:data-style-name="Nwords"/>
 <style:style style:name="moment" style:family="table-cell" style:data-style-name="Nmoment"/>
 <style:style style:name="clock" style:family="table-cell" style:data-style-name="Nclock"/>
 <style:style style:name="index" style:family="table-cell" style:data-style-name="Nindex"/>
 <style:style style:name="thousands" style:family="table-cell" style:data-style-name="Nthousands"/>
 <style:style style:name="percent" style:family="table-cell" style:data-style-name="Npercent"/>
 <style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>
 <style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
"""
TAIL = "</office:spreadsheet></office:body></office:document>\n"


def cell(inside="", **attributes):
    names = {"style": "table:style-name", "type": "office:value-type", "value": "office:value",
             "date": "office:date-value", "time": "office:time-value", "bool": "office:boolean-value",
             "formula": "table:formula", "columns": "table:number-columns-spanned",
             "rows": "table:number-rows-spanned", "repeated": "table:number-columns-repeated"}
    written = "".join(' %s="%s"' % (names[k], escape(str(v), {'"': "&quot;"})) for k, v in attributes.items())
    return "<table:table-cell%s>%s</table:table-cell>" % (written, inside)


def text(words, **attributes):
    lines = "".join("<text:p>%s</text:p>" % escape(line) for line in words.split("\n"))
    return cell(lines, type="string", **attributes) if words else cell(**attributes)


def number(value, **attributes):
    return cell(type="float", value=value, **attributes)


def day(value, style="day"):
    return cell(type="date", date=value, style=style)


def table(name, rows, style="shown"):
    lines = "".join("<table:table-row>%s</table:table-row>" % "".join(row) for row in rows)
    return '<table:table table:name="%s" table:style-name="%s">%s</table:table>\n' % (escape(name), style, lines)


def typed(words):
    """A cell as a person's spreadsheet has it: a date is one, a number too."""
    date = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})( (\d\d:\d\d:\d\d))?", words)
    if date and not date[4]:
        return day("%s-%s-%s" % (date[3], date[2], date[1]))
    if re.fullmatch(r"[1-9]\d{0,8}", words):
        return number(words)
    return text(words)


def sample(folder, name):
    with open(folder / (name + ".utf8bom.csv"), encoding="utf-8-sig", newline="") as source:
        delimiter = "," if name == "mentees" else ";"
        return table("Лист1", [[typed(c) for c in row] or [cell()] for row in csv.reader(source, delimiter=delimiter)])


COVERED = "<table:covered-table-cell/>"
SHAPES = [
    table("Пустой", [[cell()]]),
    table("Черновик", [[text("Фамилия"), text("Имя")], [text("Скрытая"), text("Анна")]], "hidden"),
    table("7 «В»", [
        [text("Список учащихся", columns=6)] + [COVERED] * 5,
        [cell()],
        [text("ФИО", rows=2), text("Класс", rows=2), text("Дата рождения", rows=2),
         text("Связь", columns=2), COVERED, text("Примечание", rows=2)],
        [COVERED, COVERED, COVERED, text("Телефон"), text("Почта"), COVERED],
        [text("Абрамов Лев Ильич"), text("7В", rows=2), day("2013-05-03"), number(79161234567), text("a@school.example"),
         text("две\nстроки")],
        [text("Белова Яна"), COVERED, day("2013-11-30", "words"), text("+7 (916) 000-00-01"), text(""), number("0.5", style="percent")],
        [text("Волков Пётр"), text("7 \"В\""), day("2013-02-28T10:15:00", "moment"), text(""), text(""), number(1234.5, style="thousands")],
        [text("Громова Анна"), text("7-в"), text("2013"), text(""), text(""), number(642, style="index")],
        [text("Дёмин Егор"), text("7 В класс"), cell(type="date", date="2013-01-01", style="day"), text(""), text(""),
         cell(formula="of:=1+1.25", type="float", value="2.25")],
        [text("Ежова Ия"), text("7В"), cell(formula="of:=DATE(2013;6;7)", type="date", date="2013-06-07", style="day"), text(""), text(""),
         cell(formula="of:=NA()", type="string")],
        [text("Жуков Ян"), text("7В"), text(""), text(""), text(""), cell(type="boolean", bool="true")],
        [text("Зорина Ева"), text("7В"), text(""), text(""), text(""),
         cell("<office:annotation><dc:creator>Я</dc:creator><text:p>примечание на полях</text:p></office:annotation>"
              "<text:p>три<text:s text:c=\"2\"/>пробела <text:span>и</text:span> вид</text:p>", type="string")],
        [text("Исаев Олег"), text("7В"), text(""), text(""), text(""), cell(type="time", time="PT09H05M00S", style="clock")],
    ]),
    table("8А", [[text("Фамилия"), text("Имя"), text("Класс")], [text("Яшин"), text("Ян"), text("8А")]]),
]


def save(folder, name, sheets):
    with tempfile.TemporaryDirectory() as work:
        flat = pathlib.Path(work) / (name + ".fods")
        flat.write_text(HEAD + "".join(sheets) + TAIL, encoding="utf-8")
        for kind in ("xlsx", "ods"):
            subprocess.run(["soffice", "-env:UserInstallation=file://%s/profile" % work, "--headless", "--convert-to", kind,
                            "--outdir", str(folder), str(flat)], check=True, stdout=subprocess.DEVNULL)


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    for name in ("people", "mentees", "mentors"):
        save(folder, name, [sample(folder, name)])
    save(folder, "shapes", SHAPES)


if __name__ == "__main__":
    main()
