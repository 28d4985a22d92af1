/*
 * A small school from the first of September to the closing and into the next year, with the
 * keyboard alone; at the end of it every paper of the catalogue is printed and read back.
 */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct term *on_day(const char *now)
{
	const char *const env[] = { now, NULL };

	return screen_open_as(FILE_NAME, (struct term_options){ .env = env });
}

static void tables_written(void)
{
	table_write("people.csv", "Фамилия;Имя;Отчество;Дата рождения;Класс;Должность\n"
				  "Ёлкина;Зоя;Андреевна;13.05.2011;9А;\n"
				  "Быков;Пётр;Ильич;10.10.2014;5А;\n"
				  "Титов;Лев;Павлович;02.03.2010;10А;\n"
				  "Алиева;Лейла;Рустамовна;20.07.2009;11А;\n"
				  "Орлова;Инна;Петровна;;;учитель физики\n"
				  "Комаров;Степан;Юрьевич;;;учитель математики\n");
	table_write("mentees.csv", "ФИО;Класс;Запрос;Родитель\n"
				   "Быков Пётр Ильич;5А;математика;Быкова Анна Олеговна\n"
				   "Ёлкина Зоя Андреевна;9А;профориентация;Ёлкина Ольга Львовна\n"
				   "Комаров Степан Юрьевич;;дисциплина на уроке;\n");
	table_write("mentors.csv", "ФИО;Класс;Компетенции\n"
				   "Титов Лев Павлович;10А;математика\n"
				   "Алиева Лейла Рустамовна;11А;профориентация\n"
				   "Орлова Инна Петровна;;дисциплина на уроке\n");
	table_write("meetings.csv", "Наставник;Наставляемый;Дата;Тема;Итог\n"
				    "Титов Лев;Быков Пётр;12.11.2026;Дроби;решили десять задач\n"
				    "Титов Лев;Быков Пётр;26.11.2026;Проценты;проверочная на 5\n"
				    "Алиева Лейла;Ёлкина Зоя;13.11.2026;Профессии;выбрала две\n");
}

static void table_brought(struct term *t, const char *digit, const char *find)
{
	term_keys(t, "<F2>");
	screen_is(t, "import");
	term_keys(t, digit);
	screen_is(t, "files");
	term_keys(t, find);
	term_keys(t, "<Enter>");
	screen_is(t, "preview");
	screen_keys(t, "<F2>", "report");
	term_keys(t, "<F2>");
	screen_says(t, SAID_BROUGHT_IN);
	screen_keys(t, "<F10>", "home");
}

static void go(struct term *t, const char *title, const char *view)
{
	menu_take(t, title);
	screen_is(t, view);
}

/* A register takes one record. */
static void written_down(struct term *t, const char *title, const char *list, const char *form,
			 const char *keys)
{
	go(t, title, list);
	screen_keys(t, "<Ins>", form);
	screen_keys(t, keys, list);
	screen_keys(t, "<F10>", "home");
}

/* Stages 1 to 3: the school, its people, what is prepared, the papers signed. */
static void september(void)
{
	struct term *t = on_day("NASTAVNIK_NOW=2026-09-01T09:00:00");

	screen_is(t, "start");
	screen_keys(t, SCHOOL_NAME "<F2>", "home");
	table_brought(t, "1", "people");
	table_brought(t, "2", "mentees");
	table_brought(t, "3", "mentors");
	screen_keys(t, "1", "school");
	screen_keys(t,
		    "<Down>Школа № 9<Down>г. Энск<Down>Савельева Ирина Львовна<Down><Down>"
		    "Кравцова Ольга Николаевна<Down>заместитель директора<F2>",
		    "home");
	written_down(t, "Рабочая группа", "teams", "team", "Кравцова Ольга Николаевна<F2>");
	written_down(t, "Реестр документов", "documents", "document",
		     "<Down>145-од<Down>01.09.2026<Down>О назначении куратора<F2>");
	written_down(t, "Партнёры", "partners", "partner", "<Down>Завод «Энск»<F2>");
	go(t, "Согласия", "consents");
	term_keys(t, "111111<Home>22222"); /* one still owes */
	term_expect(t, "без согласия на участие 0, на обработку 1");
	screen_keys(t, "<F10>", "home");
	go(t, "Входные анкеты", "entry-sheets");
	term_keys(t, "111");
	screen_keys(t, "<F10>", "home");
	screen_leave(t);
}

/* Stage 4: talked with, taught, certified. */
static void october(void)
{
	struct term *t = on_day("NASTAVNIK_NOW=2026-10-20T09:00:00");

	go(t, "Собеседования", "interviews");
	screen_keys(t, "<Ins>Кравцова О.Н.<Enter>", "interview-sheet");
	term_keys(t, "543454551<Enter>");
	screen_says(t, "Ctrl+Z");
	screen_keys(t, "<F10>", "interviews");
	screen_keys(t, "<F10>", "home");
	go(t, "Этап 4 · Курсы", "courses");
	screen_keys(t, "<Ins>", "course");
	screen_keys(t, "<Down>Основы наставничества<Down><Down><Down><Down>20<Down>12<F2>",
		    "courses");
	screen_keys(t, "<Enter><F6><Ins>", "lesson");
	screen_keys(t, "05.10.2026<Down>Цели и задачи<F2>", "lessons");
	screen_keys(t, "<F10>", "learners");
	term_keys(t, "<Ins><Enter>");
	screen_keys(t, "<F2>", "attendance");
	term_keys(t, "+<Right>151617");
	screen_keys(t, "<F10>", "learners");
	menu_take(t, "Выдать сертификаты");
	term_keys(t, "<C-u>С-001<Enter><Enter><Enter>");
	term_expect(t, "С-003");
	screen_keys(t, "<F10><F10>", "home");
	screen_leave(t);
}

/* Stages 5 and 6: the pairs, what they plan, how they meet. */
static void november(void)
{
	struct term *t = on_day("NASTAVNIK_NOW=2026-11-02T09:00:00");

	screen_keys(t, "5", "pairs");
	term_keys(t, "<Enter><C-k><Enter>");
	screen_says(t, "3");
	screen_keys(t, "<F10>", "home");
	screen_keys(t, "6", "bonds");
	for (int i = 0; i < 3; i++) {
		screen_keys(t, "<Enter>", "pair");
		term_keys(t, "<F2>"); /* the plan from the template */
		screen_says(t, "Ctrl+Z");
		screen_keys(t, "<F4>", "pair-card");
		screen_keys(t, "Закончить год увереннее<F2>", "pair");
		screen_keys(t, "<F10><Down>", "bonds");
	}
	screen_keys(t, "<Home><Ins>", "meeting");
	screen_keys(t, "<Enter>Знакомство<F2>", "bonds");
	screen_keys(t, "<F10>", "home");
	screen_leave(t);
	t = on_day("NASTAVNIK_NOW=2026-12-01T09:00:00");
	table_brought(t, "5", "meetings");
	go(t, "Дневники наставников", "diaries");
	term_keys(t, "<Right>222");
	screen_keys(t, "<F10>", "home");
	screen_leave(t);
}

/* Stage 7: results, thanks, what is worth being told. */
static void may(void)
{
	struct term *t = on_day("NASTAVNIK_NOW=2027-05-28T09:00:00");

	go(t, "Результаты пар", "results");
	term_keys(t, "<C-a><F2>");
	screen_says(t, "Ctrl+Z");
	screen_keys(t, "<F10>", "home");
	go(t, "Обратная связь", "feedbacks");
	term_keys(t, "998");
	screen_keys(t, "<F10>", "home");
	go(t, "Кто отличился", "nominees");
	term_keys(t, "  <F2><Enter><Enter>");
	screen_keys(t, "<F3>", "awards");
	screen_keys(t, "<Ins>", "award");
	screen_keys(t, "<Down><Down>Крылова Анна Львовна<Down><F4>дип<Enter><F2>", "awards");
	screen_keys(t, "<Ins>", "award");
	screen_keys(t, "<Down><Down>Завод «Энск»<Down><F4>благ<Enter><F2>", "awards");
	term_keys(t, "<C-a><F2><Down><Enter><F3>Г-01<Enter>");
	screen_says(t, "Ctrl+Z");
	screen_keys(t, "<F10><F10>", "home");
	go(t, "Представление на стимулирование", "incentives");
	term_keys(t, "<F3>ноябрь<Enter><F2>");
	screen_says(t, "Ctrl+Z");
	screen_keys(t, "<F10>", "home");
	written_down(t, "Банк практик", "practices", "practice", "<Down>Час дробей<F2>");
	go(t, "Конкурсы", "contests");
	screen_keys(t, "<Ins>Лучшая практика<Enter>", "contest-desk");
	screen_keys(t, "2<Ins>", "expert");
	screen_keys(t, "Юдин Пётр Олегович<F2>", "experts");
	screen_keys(t, "<F10>3<Ins>", "entry");
	screen_keys(t, "Час дробей<Down>Титов Лев Павлович<F2>", "entries");
	screen_keys(t, "<F10><Down><Enter>", "expert-sheet");
	term_keys(t, "555");
	screen_keys(t, "<F10>4", "ranking");
	term_keys(t, "<F2>");
	screen_keys(t, "<F10><F10><F10>", "home");
	/* Typing gives everybody a code, and so the blanks have one. */
	go(t, "Анкеты", "surveys");
	screen_keys(t, "<F2>", "sheet");
	screen_keys(t, "<F10>", "surveys");
	screen_keys(t, "<F10>", "home");
	go(t, "Карты куратора", "cards");
	screen_keys(t, "<Ins>", "sheet");
	screen_keys(t, "222122212 <Enter>", "cards");
	screen_keys(t, "<F10>", "home");
	go(t, "Доска SWOT", "swot");
	screen_keys(t, "<Ins>", "swot-line");
	screen_keys(t, "<Down>Отзывчивые наставники<F2>", "swot");
	screen_keys(t, "<F10>", "home");
	go(t, "Аналитические справки", "reviews");
	screen_keys(t, "<Ins>", "review");
	screen_keys(t, "<F2>", "reviews");
	screen_keys(t, "<F10>", "home");
	screen_leave(t);
}

/* Every paper is seen first, then saved and read back. */
static void paper_printed(struct term *t, int number)
{
	char keys[64], file[16], *text;

	term_keys(t, "<Enter>");
	if (term_has(t, "Enter выбирает строку"))
		term_keys(t, "<End><Enter>");
	if (strstr(term_row(t, 0), "Бумаги школы"))
		fail_msg("no paper: %s", term_row(t, 22));
	snprintf(file, sizeof(file), "%02d.pdf", number);
	snprintf(keys, sizeof(keys), "<F2><C-u>~/%s<Enter>", file);
	term_keys(t, keys);
	screen_says(t, file);
	text = program_says("pdftotext", "-layout", file, "-", NULL);
	if (strlen(text) < 100 || strchr(text, '{') || strchr(text, '}'))
		fail_msg("%s is no paper:\n%s", file, text);
	free(text);
	term_keys(t, "<F10>");
	screen_is(t, "all-papers");
	term_keys(t, "<Down>");
}

static void every_paper_printed(void)
{
	struct term *t = on_day("NASTAVNIK_NOW=2027-06-01T09:00:00");
	const char *count;
	int papers;

	go(t, "Бумаги школы", "all-papers");
	count = term_row(t, 0);
	papers = atoi(count + strcspn(count, "0123456789"));
	assert_true(papers >= 36);
	for (int i = 1; i <= papers; i++)
		paper_printed(t, i);
	screen_keys(t, "<F10>", "home");
	screen_leave(t);
}

/* What was typed in one stage stands in the papers of the others. */
static void facts_carried_through(void)
{
	static const struct {
		const char *paper, *says;
	} papers[] = {
		{ "order", "Савельева" },
		{ "pair_list", "Комаров" },
		{ "certificate", "Титову Льву Павловичу" },
		{ "mentor_base", "Быков" },
		{ "mentee_base", "Быкова" },
		{ "programme", "Закончить год увереннее" },
		{ "meeting_sheet", "Проценты" }, /* from the mentors' shared table */
		{ "contest_protocol", "Час дробей" },
		{ "year_report", "2026/2027" },
	};

	for (size_t i = 0; i < sizeof(papers) / sizeof(papers[0]); i++) {
		char file[64], *text;

		snprintf(file, sizeof(file), "%s.txt", papers[i].paper);
		assert_int_equal(command("print", papers[i].paper, FILE_NAME, "-o", file, NULL), 0);
		text = file_text(file);
		if (!strstr(text, papers[i].says))
			fail_msg("%s does not say “%s”:\n%s", file, papers[i].says, text);
		free(text);
	}
}

static void closed_and_opened_anew(void)
{
	struct term *t = on_day("NASTAVNIK_NOW=2027-06-15T09:00:00");

	go(t, "Учебные годы", "years");
	screen_keys(t, "<F2>", "year-close");
	screen_keys(t, "<F2>", "years");
	screen_says(t, "закрыт");
	screen_keys(t, "<F10>", "home");
	screen_keys(t, "<F3>", "people");
	screen_refuses(t, "<Ins>");
	screen_keys(t, "<F10>", "home");
	screen_leave(t);
	t = on_day("NASTAVNIK_NOW=2027-08-28T09:00:00");
	go(t, "Учебные годы", "years");
	screen_keys(t, "<Ins>", "year-new");
	screen_keys(t, "<F2>", "home");
	term_expect(t, "2027/2028");
	screen_keys(t, "<F3>", "people");
	assert_true(body_has(t, "6А"));  /* Быков: 5А a year ago */
	assert_true(body_has(t, "10А")); /* Ёлкина */
	screen_keys(t, "<F10>", "home");
	go(t, "Партнёры", "partners");
	assert_true(body_has(t, "Завод «Энск»"));
	screen_keys(t, "<F10>", "home");
	go(t, "Сравнение", "compare");
	assert_true(body_has(t, "2026/27") || body_has(t, "2026/2027"));
	screen_keys(t, "<F10>", "home");
	screen_leave(t);
	assert_int_equal(command("check", FILE_NAME, NULL), 0);
}

static void a_whole_year_is_worked_through(void **state)
{
	(void)state;
	tables_written();
	september();
	october();
	november();
	may();
	every_paper_printed();
	facts_carried_through();
	closed_and_opened_anew();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_place(a_whole_year_is_worked_through),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
