#!/usr/bin/env python3
"""Makes the tables of the demonstration school beside this script.

All people are invented; telephone numbers lie in +7 000, which does not exist. The seed is fixed: the
same script makes the same tables, byte for byte. Run it from any folder: python3 data/demo/make_demo.py
"""
import csv
import datetime
import pathlib
import random

YEAR = 2026
HERE = pathlib.Path(__file__).resolve().parent
rng = random.Random(20260901)

# Given names with the patronymics of their bearers' children.
MALE = {
    'Александр': ('Александрович', 'Александровна'), 'Алексей': ('Алексеевич', 'Алексеевна'),
    'Андрей': ('Андреевич', 'Андреевна'), 'Антон': ('Антонович', 'Антоновна'),
    'Артём': ('Артёмович', 'Артёмовна'), 'Борис': ('Борисович', 'Борисовна'),
    'Вадим': ('Вадимович', 'Вадимовна'), 'Виктор': ('Викторович', 'Викторовна'),
    'Владимир': ('Владимирович', 'Владимировна'), 'Глеб': ('Глебович', 'Глебовна'),
    'Даниил': ('Даниилович', 'Данииловна'), 'Денис': ('Денисович', 'Денисовна'),
    'Дмитрий': ('Дмитриевич', 'Дмитриевна'), 'Евгений': ('Евгеньевич', 'Евгеньевна'),
    'Егор': ('Егорович', 'Егоровна'), 'Иван': ('Иванович', 'Ивановна'),
    'Игорь': ('Игоревич', 'Игоревна'), 'Илья': ('Ильич', 'Ильинична'),
    'Кирилл': ('Кириллович', 'Кирилловна'), 'Константин': ('Константинович', 'Константиновна'),
    'Лев': ('Львович', 'Львовна'), 'Максим': ('Максимович', 'Максимовна'),
    'Матвей': ('Матвеевич', 'Матвеевна'), 'Михаил': ('Михайлович', 'Михайловна'),
    'Никита': ('Никитич', 'Никитична'), 'Николай': ('Николаевич', 'Николаевна'),
    'Олег': ('Олегович', 'Олеговна'), 'Павел': ('Павлович', 'Павловна'),
    'Пётр': ('Петрович', 'Петровна'), 'Роман': ('Романович', 'Романовна'),
    'Семён': ('Семёнович', 'Семёновна'), 'Сергей': ('Сергеевич', 'Сергеевна'),
    'Степан': ('Степанович', 'Степановна'), 'Тимофей': ('Тимофеевич', 'Тимофеевна'),
    'Фёдор': ('Фёдорович', 'Фёдоровна'), 'Юрий': ('Юрьевич', 'Юрьевна'),
    'Ярослав': ('Ярославович', 'Ярославовна'),
}
FEMALE = ['Александра', 'Алина', 'Алиса', 'Алёна', 'Анастасия', 'Анна', 'Арина', 'Валерия',
          'Варвара', 'Вера', 'Вероника', 'Виктория', 'Дарья', 'Диана', 'Ева', 'Евгения', 'Екатерина',
          'Елена', 'Елизавета', 'Зоя', 'Инна', 'Ирина', 'Кира', 'Кристина', 'Ксения', 'Любовь',
          'Людмила', 'Маргарита', 'Марина', 'Мария', 'Милана', 'Надежда', 'Наталья', 'Ника', 'Оксана',
          'Ольга', 'Полина', 'Светлана', 'София', 'Таисия', 'Татьяна', 'Ульяна', 'Юлия', 'Яна']
# Not often given to the born after 2008, or not to the born before 1990.
OLD_ONLY = {'Борис', 'Вадим', 'Виктор', 'Юрий', 'Инна', 'Людмила', 'Марина', 'Наталья', 'Оксана',
            'Светлана', 'Любовь', 'Елена', 'Ирина', 'Ольга', 'Татьяна', 'Надежда', 'Игорь'}
NEW_ONLY = {'Милана', 'Ника', 'Ева', 'Алиса', 'Таисия', 'Ульяна', 'Матвей', 'Тимофей', 'Диана'}

FAMILIES = '''Абрамов Агафонов Аксёнов Алексеев Алёшин Ананьев Андреев Антипов Артемьев Астахов
Афанасьев Баженов Баранов Белов Белоусов Беляев Блинов Бобров Богданов Большаков Борисов Быков Васильев
Ветров Виноградов Власов Волков Воробьёв Воронин Воронцов Гаврилов Герасимов Голубев Горбунов Горшков
Гришин Громов Гусев Давыдов Данилов Дементьев Денисов Дмитриев Дорофеев Дроздов Дьячков Евсеев Егоров
Елисеев Ермаков Ершов Ефимов Жданов Жуков Журавлёв Завьялов Зайцев Захаров Зимин Зиновьев Зуев Зыков
Игнатов Ильин Исаев Казаков Калашников Калинин Капустин Карасёв Карпов Киселёв Ковалёв Козлов Колесников
Комаров Комиссаров Кондратьев Коновалов Королёв Корнилов Котов Кошелев Кравцов Крылов Крюков Кудряшов
Кузнецов Кузьмин Кулагин Лаврентьев Лазарев Лаптев Ларионов Лебедев Леонов Логинов Лукин Лыткин Макаров
Максимов Малышев Марков Мартынов Матвеев Медведев Мельников Миронов Михеев Молчанов Морозов Муравьёв
Мухин Назаров Наумов Некрасов Нестеров Никитин Никонов Носков Носов Овчинников Одинцов Орлов Осипов
Павлов Панов Пахомов Пестов Петухов Платонов Поляков Пономарёв Потапов Прохоров Рогов Родионов Рожков
Романов Рощин Рыбаков Рябов Савельев Сазонов Самойлов Сафонов Селезнёв Семёнов Сидоров Симонов Ситников
Скворцов Смирнов Соболев Соколов Соловьёв Сорокин Степанов Стрелков Субботин Суворов Суханов Сысоев
Тарасов Терентьев Тимофеев Титов Тихонов Третьяков Трофимов Туманов Уваров Ульянов Устинов Фадеев Федотов
Филатов Филиппов Фомин Харитонов Хохлов Цветков Чернов Черняев Чижов Шарапов Шашков Шестаков Ширяев
Шубин Щербаков Щукин Юдин Яковлев'''.split()
UNBENDING = ['Черных', 'Ткаченко', 'Шевченко', 'Ким', 'Мельник', 'Дурново', 'Гончар', 'Заяц']

used = set()


def family_of(base, female):
    return base + 'а' if female and base[-2:] in ('ов', 'ев', 'ёв', 'ин', 'ын') else base


def name_new(female, pool):
    """A name that nobody has yet: family, given, patronymic."""
    while True:
        base = rng.choice(FAMILIES) if rng.random() < 0.95 else rng.choice(UNBENDING)
        given = rng.choice([n for n in (FEMALE if female else list(MALE)) if n not in pool])
        father = rng.choice([n for n in MALE if n not in NEW_ONLY])
        name = (family_of(base, female), given, MALE[father][1 if female else 0])
        if name[:2] not in used:
            used.add(name[:2])
            return name


def birth_of(grade):
    """Seven years old in the first class, from December to November."""
    first = datetime.date(YEAR - grade - 7, 12, 1)
    return first + datetime.timedelta(days=rng.randrange(364))


def show(day):
    return day.strftime('%d.%m.%Y')


phones = iter(rng.sample(range(10 ** 7), 400))


def phone():
    n = next(phones)
    return f'+7 000 {n // 10000:03d}-{n // 100 % 100:02d}-{n % 100:02d}'


# The names that break programs, with the class they are put into.
SPECIAL = {
    '9А': [('Ёлкина', 'Зоя', 'Андреевна'), ('Салтыков-Щедрин', 'Пётр', 'Евграфович')],
    '7Б': [("О'Коннор", 'Шон', ''), ('Ёлкин', 'Егор', 'Андреевич')],
    '8А': [('Мамедов', 'Эльдар', 'Расул оглы'), ('Щука', 'Артём', 'Львович')],
    '6Б': [('Гасанова', 'Лейла', 'Азер кызы'), ('Иванов', 'Иван', 'Иванович')],
    '5А': [('Быков', 'Пётр', 'Ильич'), ('Нгуен', 'Тхи Ань', '')],
    '10А': [('Титов', 'Лев', 'Олегович'), ('Гарсиа Маркес', 'Анна', 'Сергеевна')],
    '8Б': [('Журавлёв', 'Глеб', 'Никитич'), ('Лаптев', 'Семён', 'Юрьевич'),
           ('Иванов', 'Иван', 'Иванович')],
    '11А': [('Рождественская-Преображенская', 'Александра', 'Константиновна')],
    '7А': [('Смирнова', 'Анна', 'Павловна'), ('фон Мекк', 'Надежда', 'Филипповна')],
    '7В': [('Смирнова', 'Анна', 'Олеговна'), ('Алексеева', 'Мария', 'Сергеевна')],
    '3В': [('Ли', 'Ян', '')],
    '11Б': [('Ульянова', 'Юлия', 'Ильинична')],
}
for people in SPECIAL.values():
    used.update(name[:2] for name in people)


def pupils_make():
    rows = []
    for grade in range(1, 12):
        for letter in 'АБВ' if grade < 10 else 'АБ':
            name = f'{grade}{letter}'
            people = list(SPECIAL.get(name, []))
            size = rng.randrange(18, 22)
            while len(people) < size:
                people.append(name_new(rng.random() < 0.5, OLD_ONLY))
            for family, given, patronymic in sorted(people):
                rows.append({'family': family, 'given': given, 'patronymic': patronymic,
                             'birth': birth_of(grade), 'class': name, 'grade': grade,
                             'phone': phone() if grade > 6 and rng.random() < 0.3 else ''})
    return rows


POSITIONS = (['директор школы', 'заместитель директора по учебной работе',
              'заместитель директора по воспитательной работе', 'педагог-психолог', 'социальный педагог',
              'учитель-логопед', 'педагог-библиотекарь', 'советник директора по воспитанию',
              'педагог дополнительного образования', 'тьютор', 'методист'] +
             ['учитель начальных классов'] * 13 +
             ['учитель русского языка и литературы'] * 6 + ['учитель математики'] * 6 +
             ['учитель английского языка'] * 5 + ['учитель истории и обществознания'] * 3 +
             ['учитель физики'] * 2 + ['учитель химии', 'учитель биологии', 'учитель географии'] +
             ['учитель информатики'] * 2 + ['учитель физической культуры'] * 4 +
             ['учитель труда (технологии)'] * 2 +
             ['учитель музыки', 'учитель изобразительного искусства', 'учитель немецкого языка'])
STAFF_NAMED = {
    'директор школы': ('Савельева', 'Ирина', 'Львовна'),
    'заместитель директора по воспитательной работе': ('Кравцова', 'Ольга', 'Николаевна'),
    'учитель физики': ('Орлова', 'Инна', 'Петровна'),
    'педагог-психолог': ('Черных', 'Вера', 'Ильинична'),
}


def staff_make():
    rows, named = [], dict(STAFF_NAMED)
    used.update(name[:2] for name in named.values())
    for position in POSITIONS:
        family, given, patronymic = named.pop(position, None) or name_new(
            rng.random() < (0.3 if 'физической' in position else 0.85), NEW_ONLY)
        age = rng.randrange(23, 63)
        rows.append({'family': family, 'given': given, 'patronymic': patronymic,
                     'birth': datetime.date(YEAR - age, rng.randrange(1, 13), rng.randrange(1, 28)),
                     'position': position, 'phone': phone() if rng.random() < 0.7 else ''})
    return rows


def full(person):
    return ' '.join(filter(None, (person['family'], person['given'], person['patronymic'])))


def find(people, family, given, patronymic=None):
    found = [p for p in people if p['family'] == family and p['given'] == given and
             patronymic in (None, p['patronymic'])]
    assert len(found) == 1, (family, given, found)
    return found[0]


def take(people, n, taken, fits):
    """n people that fit, as an even sample, nobody twice."""
    fitting = [p for p in people if fits(p) and id(p) not in taken]
    chosen = sorted(rng.sample(fitting, n), key=full)
    taken.update(id(p) for p in chosen)
    return chosen


INTERESTS = ['футбол', 'волейбол', 'шахматы', 'рисование', 'музыка', 'игра на гитаре', 'танцы', 'театр',
             'фотография', 'видео и монтаж', 'чтение', 'программирование', 'робототехника', 'животные',
             'кулинария', 'туризм и походы', 'настольные игры', 'компьютерные игры', 'волонтёрство',
             'история', 'наука и опыты', 'рукоделие', 'плавание', 'кино', 'аниме', 'путешествия']
# What pupils write: the words of the reference book, and how they really say it; from class, to class.
PUPIL_REQUESTS = [
    ('подтянуть математику', 5, 7), ('математика, ОГЭ', 8, 9), ('подтянуть английский', 5, 9),
    ('английский язык', 5, 11), ('русский язык', 5, 9), ('новый класс, общение', 5, 8),
    ('хочу найти друзей', 5, 8), ('профориентация', 8, 11), ('не знаю, кем стать', 9, 11),
    ('физика; ОГЭ', 9, 9), ('химия', 8, 11), ('индивидуальный проект', 7, 10),
    ('проект по биологии', 5, 10), ('публичные выступления', 6, 11), ('уверенность в себе', 5, 11),
    ('ничего не успеваю', 6, 11), ('олимпиады, математика', 5, 11), ('программирование на Python', 7, 11),
    ('спорт, подготовка к сдаче ГТО', 5, 11), ('творчество', 5, 9), ('фото, видео и медиа', 6, 11),
    ('домашние задания', 5, 7), ('конфликты с одноклассниками', 5, 9), ('лидерские качества', 7, 11),
    ('подготовка к ЕГЭ', 10, 11), ('волонтёрство', 6, 11), ('информатика и робототехника', 5, 9),
    ('мотивация к учёбе', 5, 9), ('низкая успеваемость, русский язык', 5, 9),
    ('история и обществознание', 7, 11), ('сочинения и тексты', 9, 11), ('профессии в ИТ', 9, 11),
    ('предметы начальной школы', 1, 4), ('чтение, таблица умножения', 1, 4),
]
TEACHER_REQUESTS = ['организация учебного процесса, дисциплина на уроке', 'взаимодействие с родителями',
                    'школьная документация; электронный журнал', 'аттестация']
PUPIL_COMPETENCES = [
    'математика; подготовка к ОГЭ', 'английский язык', 'русский язык; написание текстов',
    'помощь в адаптации; общение', 'общение; разрешение конфликтов', 'информатика; программирование',
    'физика; математика', 'химия; биология', 'проектная деятельность; исследовательская работа',
    'публичные выступления; уверенность в себе', 'спорт; здоровый образ жизни', 'музыка; танцы',
    'фото, видео и медиа', 'лидерство; волонтёрство', 'подготовка к олимпиадам; математика',
    'история; обществознание', 'умение учиться; организация времени', 'рисование и дизайн; театр',
    'предметы начальной школы', 'английский язык; другие иностранные языки',
    'русский язык; литература', 'инженерное дело; робототехника',
]
AGES = ['10–14 лет', '8–11 классы', '5–7 классы', 'любой', '11–13 лет', '5–9 классы', '']
HOURS = ['1', '1,5', '2', '2 часа в неделю', 'час в неделю', '3', '']
TEACHER_HOURS = ['1', '2', '2 часа в неделю', '4 часа в месяц']
ACHIEVEMENTS = ['победитель школьной олимпиады', 'капитан команды школы', 'ведёт школьный медиацентр',
                'золотой знак ГТО', 'волонтёр со стажем два года', '']


def interests():
    return '; '.join(rng.sample(INTERESTS, rng.randrange(1, 4)))


def consent():
    return show(datetime.date(YEAR, 9, 1) + datetime.timedelta(days=rng.randrange(24)))


def request_of(person, pool):
    """A request of the pool that a pupil of the class may have; each is used once where it can be."""
    fitting = [r for r in pool if r[1] <= person['grade'] <= r[2]]
    if not fitting:
        return rng.choice([r for r in PUPIL_REQUESTS if r[1] <= person['grade'] <= r[2]])[0]
    pool.remove(fitting[0])
    return fitting[0][0]


def parent_of(person):
    """A mother, or the father whose name the patronymic tells."""
    family, patronymic = person['family'], person['patronymic']
    fathers = [given for given, of in MALE.items() if patronymic in of]
    if (family, patronymic) == ('Алексеева', 'Сергеевна'):
        return 'Алексеева Светлана Юрьевна'  # a mentor herself
    of_father = rng.choice(sorted(set(MALE) - NEW_ONLY))
    if fathers and rng.random() < 0.2:
        male = family.replace('ская', 'ский')
        male = male.removesuffix('а') if male.endswith(('ова', 'ева', 'ёва', 'ина')) else male
        return f'{male} {fathers[0]} {MALE[of_father][0]}'
    given = rng.choice(sorted(set(FEMALE) - NEW_ONLY))
    return f'{family_of(family, True)} {given} {MALE[of_father][1]}'


def mentees_make(pupils, staff):
    taken = set()
    named = [find(pupils, 'Ёлкина', 'Зоя'), find(pupils, 'Журавлёв', 'Глеб'),
             find(pupils, 'Быков', 'Пётр'), find(pupils, "О'Коннор", 'Шон'),
             find(pupils, 'Мамедов', 'Эльдар'), find(pupils, 'Алексеева', 'Мария'),
             find(pupils, 'Смирнова', 'Анна', 'Павловна'), find(pupils, 'Нгуен', 'Тхи Ань')]
    requests = ['профориентация', 'математика, ОГЭ', 'новый класс, общение', 'русский язык', 'физика; ОГЭ',
                'английский язык', 'уверенность в себе', 'русский язык, нужны друзья']
    taken.update(id(p) for p in named)
    # Titov and Laptev mentor; Ivanov of 8Б and Saltykov-Shchedrin do too.
    taken.update(id(find(pupils, f, g)) for f, g in
                 [('Титов', 'Лев'), ('Лаптев', 'Семён'), ('Салтыков-Щедрин', 'Пётр'),
                  ('Ульянова', 'Юлия'), ('Гарсиа Маркес', 'Анна')])
    others = take(pupils, 26, taken, lambda p: 5 <= p['grade'] <= 9 and p['given'] != 'Иван')
    others += take(pupils, 5, taken, lambda p: p['grade'] >= 10)
    others += take(pupils, 2, taken, lambda p: p['grade'] == 3)
    novices = take(staff, 4, taken, lambda p: YEAR - p['birth'].year < 33 and 'учитель' in p['position'])
    rows = []
    pool = list(PUPIL_REQUESTS)
    rng.shuffle(pool)
    for i, person in enumerate(named + others):
        rows.append(dict(person, request=requests[i] if i < len(named) else request_of(person, pool),
                         interests=interests() if rng.random() < 0.9 else '', hours=rng.choice(HOURS),
                         form='', consent=consent(), parent=parent_of(person), parent_phone=phone()))
    for i, person in enumerate(novices):
        rows.append(dict(person, request=TEACHER_REQUESTS[i], interests=interests(),
                         hours=rng.choice(TEACHER_HOURS), form='учитель – учитель', consent=consent(),
                         parent='', parent_phone=''))
    # On purpose: without a request, without a consent, a word that no book knows, and more wishes for
    # employers than there are employers.
    for i in (20, 31):
        rows[i]['request'] = ''
    for i in (0, 14, 27):
        rows[i]['consent'] = ''
    rows[11]['request'] = 'чтобы не задавали много'
    for i, wish in ((34, 'профессии в ИТ'), (35, 'инженерное дело'), (36, 'предпринимательство и финансы'),
                    (37, 'профориентация, медицина')):
        rows[i]['form'] = 'работодатель – ученик'
        rows[i]['request'] = wish
    return rows, taken


def mentors_make(pupils, staff, taken):
    named = [find(pupils, 'Титов', 'Лев'), find(pupils, 'Лаптев', 'Семён'),
             find(pupils, 'Салтыков-Щедрин', 'Пётр'), find(pupils, 'Ульянова', 'Юлия'),
             find(pupils, 'Гарсиа Маркес', 'Анна')]
    others = take(pupils, 17, taken, lambda p: p['grade'] >= 8)
    teachers = [find(staff, 'Орлова', 'Инна'), find(staff, 'Черных', 'Вера')]
    taken.update(id(p) for p in teachers)
    teachers += take(staff, 8, taken, lambda p: YEAR - p['birth'].year > 38 and
                     ('учитель' in p['position'] or 'психолог' in p['position']))
    rows = []
    for i, person in enumerate(named + others):
        rows.append(dict(person, status='ученик', position='', place='',
                         competences=PUPIL_COMPETENCES[i], interests=interests(), ages=rng.choice(AGES),
                         hours=rng.choice(HOURS), capacity=1 if rng.random() < 0.8 else 2))
    subjects = {'математики': 'математика; подготовка к ОГЭ; подготовка к ЕГЭ',
                'русского': 'русский язык; литература; подготовка к ЕГЭ', 'английского': 'английский язык',
                'истории': 'история; обществознание', 'физики': 'физика; профориентация',
                'начальных': 'предметы начальной школы; помощь в адаптации',
                'физической': 'спорт; здоровый образ жизни', 'информатики': 'информатика; программирование',
                'психолог': 'психологическая поддержка; разрешение конфликтов; общение',
                'химии': 'химия; исследовательская работа', 'биологии': 'биология; проектная деятельность'}
    of_teachers = ['организация урока; управление классом', 'работа с родителями; классное руководство',
                   'школьная документация; цифровые инструменты', 'аттестация педагогов']
    for i, person in enumerate(teachers):
        known = [v for k, v in subjects.items() if k in person['position']]
        competences = known[0] if known else 'умение учиться; проектная деятельность'
        # From the third on four of them are for their novice colleagues.
        if 2 <= i < 6:
            competences = of_teachers[i - 2] + '; ' + competences
        rows.append(dict(person, status='педагог', **{'class': ''}, place='', for_novices=2 <= i < 6, competences=competences,
                         interests=interests(), ages='' if 2 <= i < 6 else rng.choice(AGES[:4]),
                         hours=rng.choice(TEACHER_HOURS), capacity=2 if i in (0, 1, 3, 7) else 1))
    outside = [
        ('Дорохов', 'Антон', 'Викторович', 'студент', '', 'Верхнереченский политехнический колледж',
         'программирование; профессии в ИТ', 2006), ('Исаева', 'Полина', 'Романовна', 'студент', '',
         'Областной педагогический университет', 'английский язык; помощь с уроками', 2005),
        ('Щербак', 'Ксения', 'Павловна', 'студент', '', 'Областной медицинский университет',
         'химия; биология; медицина', 2004),
        ('Грачёв', 'Николай', 'Степанович', 'сотрудник предприятия', 'ведущий инженер',
         'АО «Верхнереченский приборный завод»', 'инженерное дело; профориентация', 1979),
        ('Ланская', 'Елена', 'Борисовна', 'предприниматель', 'владелица пекарни', 'ИП Ланская Е.Б.',
         'предпринимательство; финансовая грамотность; профориентация', 1985),
        ('Рудаков', 'Илья', 'Фёдорович', 'выпускник', 'программист', 'ООО «Речной софт»',
         'профессии в ИТ; программирование; подготовка к ЕГЭ', 1999),
        ('Тимашева', 'Дарья', 'Игоревна', 'выпускник', 'журналист', 'газета «Верхнереченские вести»',
         'написание текстов; фото, видео и медиа; публичные выступления', 1996),
        ('Алексеева', 'Светлана', 'Юрьевна', 'родитель', 'врач-педиатр', 'Городская поликлиника № 2',
         'медицина; профориентация; здоровый образ жизни', 1983)]
    for family, given, patronymic, status, position, place, competences, year in outside:
        rows.append({'family': family, 'given': given, 'patronymic': patronymic, 'status': status,
                     'birth': datetime.date(year, rng.randrange(1, 13), rng.randrange(1, 28)), 'class': '',
                     'position': position, 'place': place, 'phone': phone(), 'competences': competences,
                     'interests': interests(), 'ages': rng.choice(['от 14 лет', '8–11 классы', 'любой']),
                     'hours': rng.choice(TEACHER_HOURS), 'capacity': 1})
    for row in rows:
        row.update(selected='да', trained='да', consent=consent(),
                   achievements=rng.choice(ACHIEVEMENTS) if row['class'] else '')
    # On purpose: without consent, not trained yet, without competences, younger than the mentees wished for.
    for i in (6, 17, 33):
        rows[i]['consent'] = ''
    for i in (3, 9, 13, 21, 28):
        rows[i]['trained'] = 'нет'
    rows[9]['selected'] = 'нет'
    rows[15]['competences'] = ''
    rows[2]['ages'] = '16–17 лет'
    return rows


def fit(mentee, mentor):
    """May the mentee's form of mentoring be had with this mentor?"""
    if mentee['form'] == 'учитель – учитель':
        return mentor.get('for_novices', False)
    if mentee['form']:
        return mentor['status'] in ('сотрудник предприятия', 'предприниматель')
    return not mentor.get('for_novices', False)


def ballots_make(rows, others, share, fits):
    """Up to three names of the other base for a share of the rows."""
    for row in rows:
        row['choices'] = ''
        fitting = [o for o in others if fits(row, o)]
        if fitting and rng.random() < share:
            chosen = rng.sample(fitting, min(len(fitting), rng.randrange(1, 4)))
            row['choices'] = '; '.join(full(o) for o in chosen)


def write(name, heading, rows, cells):
    with open(HERE / name, 'w', encoding='utf-8', newline='') as f:
        table = csv.writer(f, delimiter=';', lineterminator='\n')
        table.writerow(heading)
        table.writerows(cells(row) for row in rows)


def data_consent(p):
    """Signed the same day as the one to take part, and forgotten by some families: without the
    generator, so that all the rest stays what it was."""
    return p['consent'] if sum(map(ord, full(p))) % 6 else ''


def main():
    pupils, staff = pupils_make(), staff_make()
    mentees, taken = mentees_make(pupils, staff)
    mentors = mentors_make(pupils, staff, taken)
    for row in mentees:
        row.setdefault('class', '')
    ballots_make(mentees, mentors, 0.7, fit)
    ballots_make(mentors, mentees, 0.6, lambda mentor, mentee: fit(mentee, mentor))
    # Ёлкина and Orlova chose each other first.
    mentees[0]['choices'] = 'Орлова Инна Петровна; Титов Лев Олегович'
    orlova = next(m for m in mentors if m['family'] == 'Орлова')
    orlova['choices'] = 'Ёлкина Зоя Андреевна'
    write('pupils.csv', ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Класс', 'Статус', 'Телефон'],
          pupils, lambda p: [p['family'], p['given'], p['patronymic'], show(p['birth']), p['class'],
                             'ученик', p['phone']])
    write('staff.csv', ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Статус', 'Должность', 'Телефон'],
          staff, lambda p: [p['family'], p['given'], p['patronymic'], show(p['birth']), 'педагог',
                            p['position'], p['phone']])
    write('mentees.csv', ['ФИО', 'Дата рождения', 'Класс', 'Основной запрос', 'Интересы',
                          'Сколько часов в неделю', 'Форма наставничества', 'Согласие на участие',
                          'Согласие на обработку персональных данных', 'Законный представитель', 'Телефон представителя',
                          'Кого бы ты хотел видеть наставником?'],
          mentees, lambda p: [full(p), show(p['birth']), p['class'], p['request'], p['interests'],
                              p['hours'], p['form'], p['consent'], data_consent(p), p['parent'], p['parent_phone'],
                              p['choices']])
    write('mentors.csv', ['ФИО', 'Дата рождения', 'Статус', 'Класс', 'Должность', 'Место работы или учёбы',
                          'Телефон', 'Основные компетенции', 'Интересы', 'Желаемый возраст наставляемых',
                          'Ресурс времени на программу наставничества', 'Сколько наставляемых',
                          'Согласие на участие', 'Согласие на обработку персональных данных', 'Отбор пройден', 'Обучение пройдено',
                          'Важные для программы достижения'],
          mentors, lambda p: [full(p), show(p['birth']), p['status'], p['class'], p['position'],
                              p['place'], p['phone'], p['competences'], p['interests'], p['ages'],
                              p['hours'], p['capacity'], p['consent'], data_consent(p), p['selected'], p['trained'],
                              p['achievements']])
    write('mentor_ballots.csv', ['ФИО', 'Дата рождения', 'Выбор наставляемых'],
          [m for m in mentors if m['choices']],
          lambda p: [full(p), show(p['birth']), p['choices']])
    print(len(pupils), 'pupils,', len(staff), 'staff,', len(mentees), 'mentees,', len(mentors), 'mentors,',
          sum(m['capacity'] for m in mentors), 'places')


main()
