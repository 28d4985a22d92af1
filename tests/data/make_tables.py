#!/usr/bin/env python3
"""Sample tables of an invented school, as its curator would get them. Everybody in them is invented.

    python3 tests/data/make_tables.py [DIR]

writes, always the same (fixed seed), into DIR (default: beside this script), each in five encodings:

    people.*.csv   600 pupils, an electronic journal's class list: title lines, `;`, numbered rows
    mentees.*.csv  45 answers to a web form: `,`, whole questions as headings, line ends inside cells
    mentors.*.csv  40 rows of a table that the curator keeps by hand: `;`

Mentees and pupil mentors occur in the class list. Names that break programs: Ёлкин, О'Коннор,
Салтыков-Щедрин, Эльдар Рашид оглы, no patronymic, namesakes in different classes.
"""
import csv
import io
import pathlib
import random
import sys

ENCODINGS = {"cp1251": "cp1251", "koi8r": "koi8-r", "cp866": "cp866", "utf16": "utf-16-le",
             "utf8bom": "utf-8-sig"}
TWINS = {"№": "N", "«": '"', "»": '"', "–": "-", "—": "-", "…": "...", "’": "'"}

FAMILIES = """Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков
Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев
Соловьёв Борисов Яковлев Григорьев Романов Воробьёв Сергеев Кузьмин Фролов Александров Дмитриев Королёв Гусев
Киселёв Ильин Максимов Поляков Сорокин Виноградов Ковалёв Белов Медведев Антонов Тарасов Жуков Баранов Филиппов
Комаров Давыдов Беляев Герасимов Богданов Осипов Сидоров Матвеев Титов Марков Миронов Крылов Куликов Карпов
Власов Мельников Денисов Гаврилов Тихонов Казаков Афанасьев Данилов Савельев Тимофеев Фомин Чернов Абрамов
Мартынов Ефимов Федотов Щербаков Назаров Калинин Исаев Чернышёв Быков Маслов Родионов Коновалов Лазарев Воронин
Климов Филатов Пономарёв Голубев Кудрявцев Прохоров Наумов Потапов Журавлёв Овчинников Трофимов Леонов Соболев
Ермаков Колесников Гончаров Емельянов Никифоров Грачёв Котов Гришин Ефремов Архипов Громов Кириллов Малышев
Панов Моисеев Румянцев Акимов Кондратьев Бирюков Горбунов Анисимов Ерёмин Тихомиров Галкин Лукьянов Михеев
Скворцов Юдин Белоусов Нестеров Симонов Прокофьев Харитонов Князев Цветков Левин Митрофанов Воронов Аксёнов
Софронов Мальцев Логинов Горшков Савин Краснов Майоров Демидов Елисеев Рыбаков Сафонов Плотников Хохлов""".split()
BOYS = """Александр Максим Иван Артём Дмитрий Никита Михаил Егор Даниил Илья Матвей Роман Тимофей Арсений Кирилл
Андрей Фёдор Семён Лев Пётр Глеб Степан Захар Ярослав Юрий Эмиль Борис Тихон Савва""".split()
GIRLS = """Анна Мария София Алиса Виктория Полина Елизавета Екатерина Ксения Дарья Варвара Арина Вероника Василиса
Милана Александра Кира Ева Зоя Ульяна Юлия Яна Эмилия Фаина Таисия Ольга Инна Жанна Злата Нина""".split()
FATHERS = """Александр Алексей Андрей Антон Борис Вадим Владимир Денис Дмитрий Евгений Иван Игорь Кирилл Максим
Михаил Николай Олег Павел Роман Сергей Станислав Юрий Илья Пётр Лев""".split()
SPECIAL_PATRONYMICS = {"Илья": ("Ильич", "Ильинична"), "Пётр": ("Петрович", "Петровна"), "Лев": ("Львович", "Львовна"),
                       "Павел": ("Павлович", "Павловна"), "Игорь": ("Игоревич", "Игоревна"),
                       "Юрий": ("Юрьевич", "Юрьевна"), "Дмитрий": ("Дмитриевич", "Дмитриевна"),
                       "Евгений": ("Евгеньевич", "Евгеньевна"), "Алексей": ("Алексеевич", "Алексеевна"),
                       "Андрей": ("Андреевич", "Андреевна"), "Николай": ("Николаевич", "Николаевна"),
                       "Сергей": ("Сергеевич", "Сергеевна"), }
CLASSES = ["1А", "1Б", "1В", "2А", "2Б", "3А", "3Б", "3В", "4А", "4Б", "5А", "5Б", "5В", "6А", "6Б", "7А", "7Б", "7В",
           "8А", "8Б", "9А", "9Б", "10А", "11А"]

# Who must be there: family, given, patronymic, sex, class.
KNOWN = [
    ("Ёлкин", "Зиновий", "Андреевич", "М", "9А"),
    ("Ёлкина", "Зоя", "Андреевна", "Ж", "9А"),
    ("О'Коннор", "Патрик", "", "М", "6Б"),
    ("Салтыков-Щедрин", "Михаил", "Евграфович", "М", "8А"),
    ("Салтыкова-Щедрина", "Анна-Мария", "Евграфовна", "Ж", "10А"),
    ("Мамедов", "Эльдар", "Рашид оглы", "М", "7В"),
    ("Алиева", "Лейла", "Вагиф кызы", "Ж", "11А"),
    ("Журавлёв", "Глеб", "", "М", "8Б"),
    ("Нгуен", "Тхи Ань", "", "Ж", "5А"),
    ("Цой", "Юлия", "", "Ж", "7А"),
    ("Иванов", "Пётр", "Ильич", "М", "5А"),      # namesakes
    ("Иванов", "Пётр", "Ильич", "М", "9Б"),
    ("Быков", "Пётр", "Ильич", "М", "5А"),
    ("Алексеева", "Мария", "Сергеевна", "Ж", "7В"),
    ("Щеголева", "Йована", "Эмильевна", "Ж", "6А"),
    ("Лаптев", "Семён", "Юрьевич", "М", "8Б"),
    ("Титов", "Лев", "Олегович", "М", "10А"),
    ("Юм", "Ян", "Ли", "М", "7Б"),
]

MENTEE_TOPICS = [
    "математика, ОГЭ", "Математика", "русский язык", "Английский язык и общение", "физика", "подготовка к ЕГЭ по химии",
    "Не понимаю дроби; нужна помощь по математике", "профориентация", "адаптация в новом классе", "общение со сверстниками",
    "информатика, программирование", "хочу сделать проект по биологии", "история\nи обществознание", "публичные выступления",
    "английский", "Математику подтянуть", "рисование", "спорт", "ОГЭ по русскому языку", "музыка, творчество",
    "конфликты с одноклассниками", "Не знаю", "олимпиада по литературе", "география",
]
MENTOR_TOPICS = [
    "математика; физика", "русский язык, литература", "английский язык", "информатика; программирование", "общение; адаптация",
    "химия и биология", "профориентация", "подготовка к ОГЭ: математика", "история, обществознание", "спорт; волейбол",
    "рисование, дизайн", "музыка; гитара", "публичные выступления; проектная деятельность", "математика, информатика",
    "русский язык; подготовка к ЕГЭ", "английский, география", "общение со сверстниками, конфликты",
]
INTERESTS = ["футбол", "театр", "шахматы", "рисование", "музыка", "чтение", "компьютерные игры", "волонтёрство", "танцы",
             "робототехника", "плавание", "фотография", "кино", "природа", "волейбол", "кулинария"]
AGES = ["8–11 классы", "10-14 лет", "5-7", "старшеклассники", "любой", "5–7 классы", "от 12 лет", "", "11-13 лет"]
HOURS = ["2 часа", "1,5", "час в неделю", "4 часа в месяц", "30 минут", "1 час", "2", "3 часа в неделю"]
ACHIEVEMENTS = ["призёр школьной олимпиады по математике", "победитель конкурса «Живая классика»", "КМС по плаванию", "",
                "участник «Большой перемены»; волонтёр", "", "капитан команды", "грамота за проект по биологии"]
STAFF = [
    ("Орлова", "Инна", "Викторовна", "учитель физики"), ("Крылов", "Юрий", "Максимович", "учитель истории"),
    ("Щукина", "Эмма", "Львовна", "учитель русского языка и литературы"), ("Ким", "Ольга", "", "педагог-психолог"),
    ("Д'Артаньянц", "Ашот", "Рубенович", "учитель физической культуры"), ("Юдина", "Яна", "Ильинична", "учитель английского языка"),
    ("Фёдорова", "Алёна", "Игоревна", "учитель математики"), ("Петрова-Водкина", "Нина", "Павловна", "учитель изобразительного искусства"),
    ("Соболь", "Пётр", "Петрович", "учитель информатики"), ("Ежова", "Жанна", "Сергеевна", "учитель химии"),
]
OTHERS = [
    ("студент", "Громов", "Артём", "Денисович", "", "педагогический колледж, 3 курс"),
    ("студент", "Лисицына", "Ева", "Олеговна", "", "государственный университет, 2 курс"),
    ("выпускник", "Савин", "Тихон", "Юрьевич", "программист", "ООО «Ромашка»"),
    ("выпускник", "Чайка", "Ирина", "Романовна", "", "медицинский университет"),
    ("родитель", "Белоус", "Елена", "Ивановна", "бухгалтер", "АО \"Вектор; плюс\""),
    ("работодатель", "Гай", "Олег", "Янович", "главный инженер", "Завод № 5"),
]


def patronymic(rng, sex):
    father = rng.choice(FATHERS)
    if father in SPECIAL_PATRONYMICS:
        return SPECIAL_PATRONYMICS[father][sex == "Ж"]
    return father + ("овна" if sex == "Ж" else "ович")


def birth(rng, class_name):
    """Seven full years on 1 September for the first class, and so on."""
    grade = int(class_name[:-1])
    year, month = 2026 - grade - 7, rng.randint(9, 20)
    if month > 12:
        year, month = year + 1, month - 12
    return "%02d.%02d.%d" % (rng.randint(1, 28), month, year)


def phone(rng):
    return "+7 (9%02d) 000-%02d-%02d" % (rng.randint(0, 99), rng.randint(0, 99), rng.randint(0, 99))


def make_people(rng):
    people, taken = [], set()
    for family, given, middle, sex, class_name in KNOWN:
        people.append([class_name, family, given, middle, sex, birth(rng, class_name)])
        taken.add((family, given))
    for class_name in CLASSES:
        while sum(p[0] == class_name for p in people) < 25:
            sex = rng.choice("МЖ")
            family = rng.choice(FAMILIES) + ("а" if sex == "Ж" else "")
            given = rng.choice(GIRLS if sex == "Ж" else BOYS)
            if (family, given) in taken:
                continue
            taken.add((family, given))
            people.append([class_name, family, given, patronymic(rng, sex), sex, birth(rng, class_name)])
    people.sort(key=lambda p: (CLASSES.index(p[0]), p[1].replace("Ё", "Е").replace("ё", "е"), p[2]))
    for number, p in enumerate(people):
        p += [phone(rng) if rng.random() < 0.3 else "", "pupil%d@school.example" % number if rng.random() < 0.2 else ""]
    return people


def people_table(people):
    rows = [["МБОУ «Школа № 9»"], ["Список обучающихся на 01.09.2026"], [],
            ["№ п/п", "Класс", "Фамилия", "Имя", "Отчество", "Пол", "Дата рождения", "Телефон", "Электронная почта"]]
    return rows + [[str(i + 1)] + p for i, p in enumerate(people)]


def class_as_typed(rng, class_name):
    grade, letter = class_name[:-1], class_name[-1]
    return rng.choice([class_name, class_name, grade + letter.lower(), grade + "-" + letter, '%s "%s"' % (grade, letter),
                       "%s %s класс" % (grade, letter.lower())])


def name_as_typed(rng, p):
    name = " ".join(x for x in p[1:4] if x)
    return rng.choice([name] * 6 + [name.upper(), name.lower(), "  " + name.replace(" ", "  ")])


def mentees_table(rng, mentees):
    rows = [["Отметка времени", "Укажите, пожалуйста, ваши ФИО полностью", "В каком классе ты учишься?", "Дата рождения",
             "С чем тебе нужна помощь?", "Чем ты увлекаешься в свободное время?",
             "Сколько времени в неделю ты готов уделять встречам?", "ФИО родителя (законного представителя)",
             "Телефон родителя для связи", "Твой телефон"]]
    for i, p in enumerate(mentees):
        parent = rng.choice(FAMILIES) + "а Ольга Ивановна" if rng.random() < 0.7 else ""
        rows.append(["%02d.09.2026 1%d:%02d:%02d" % (3 + i // 5, i % 10, (i * 7) % 60, (i * 13) % 60), name_as_typed(rng, p),
                     class_as_typed(rng, p[0]), p[5] if rng.random() < 0.8 else p[5][6:], MENTEE_TOPICS[i % len(MENTEE_TOPICS)],
                     ", ".join(rng.sample(INTERESTS, rng.randint(0, 3))), rng.choice(HOURS), parent,
                     phone(rng) if parent else "", p[6]])
    return rows


def mentors_table(rng, pupils):
    rows = [["База наставников на 2026/2027 учебный год"],
            ["№", "Фамилия", "Имя", "Отчество", "Статус (ученик, педагог и т. п.)", "Класс", "Должность", "Место работы или учёбы",
             "Основные компетенции", "Интересы", "Желаемый возраст наставляемых", "Ресурс времени",
             "Сколько наставляемых может взять", "Важные для программы достижения", "Телефон", "E-mail"]]
    people = [("ученик", p[1], p[2], p[3], p[0], "", "") for p in pupils]
    people += [("педагог", f, g, m, "", position, "") for f, g, m, position in STAFF]
    people += [(kind, f, g, m, "", position, place) for kind, f, g, m, position, place in OTHERS]
    for i, (kind, family, given, middle, class_name, position, place) in enumerate(people):
        rows.append([str(i + 1), family, given, middle, kind, class_name, position, place, MENTOR_TOPICS[i % len(MENTOR_TOPICS)],
                     "; ".join(rng.sample(INTERESTS, rng.randint(1, 3))), AGES[i % len(AGES)], rng.choice(HOURS),
                     rng.choice(["1", "1", "1", "1", "2", ""] if kind == "ученик" else ["1", "2", "2", "3"]),
                     ACHIEVEMENTS[i % len(ACHIEVEMENTS)], phone(rng), "mentor%d@school.example" % (i + 1)])
    return rows


def lacking(encoding, text):
    """The text with twins of what the encoding lacks."""
    return "".join(c if c.encode(encoding, "ignore") else TWINS[c] for c in text)


def write(folder, name, rows, delimiter):
    for suffix, encoding in ENCODINGS.items():
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(
            [lacking(encoding, cell) for cell in row] for row in rows)
        mark = b"\xff\xfe" if suffix == "utf16" else b""
        (folder / ("%s.%s.csv" % (name, suffix))).write_bytes(mark + out.getvalue().encode(encoding))


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    rng = random.Random(2026)
    people = make_people(rng)
    known = {(k[0], k[1], k[4]) for k in KNOWN}
    is_known = lambda p: (p[1], p[2], p[0]) in known
    grade = lambda p: int(p[0][:-1])
    mentors = [p for p in people if is_known(p) and grade(p) >= 10 or p[1] == "Лаптев" or p[1:3] == ["Ёлкин", "Зиновий"]]
    mentors += rng.sample([p for p in people if grade(p) >= 8 and not is_known(p)], 24 - len(mentors))
    mentees = [p for p in people if is_known(p) and p not in mentors]
    mentees += rng.sample([p for p in people if 5 <= grade(p) <= 9 and p not in mentees and p not in mentors], 43 - len(mentees))
    mentees += [mentors[-1], mentors[-2]]  # a mentee in one bond, a mentor in another
    rng.shuffle(mentees)
    write(folder, "people", people_table(people), ";")
    write(folder, "mentees", mentees_table(rng, mentees), ",")
    write(folder, "mentors", mentors_table(rng, mentors), ";")


if __name__ == "__main__":
    main()
