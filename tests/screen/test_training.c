/* Stage 4: interviews, courses with attendance, test and certificates, and the list of who is
 * ready. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The screens are reached from the stage's doors. */
#define STAGE "<Home><Down><Down><Down><Enter><Home>"
#define INTERVIEWS STAGE "<Down><Enter>"
#define COURSES STAGE "<Down><Down><Enter>"

/* How often the text stands between the first line and the status line. */
static int times(struct term *t, const char *text)
{
	int n = 0;

	for (int row = 2; row < term_rows(t) - 2; row++)
		for (const char *at = strstr(term_row(t, row), text); at;
		     at = strstr(at + strlen(text), text))
			n++;
	return n;
}

static void empty_screens_say_what_to_do(void **state)
{
	struct term *t = screen_go(INTERVIEWS);

	(void)state;
	screen_is(t, "interviews");
	assert_true(body_has(t, "этап 3"));
	screen_refuses(t, "<Enter>");
	screen_refuses(t, "<Ins>");
	screen_keys(t, "<F10><Down><Enter>", "courses");
	assert_true(body_has(t, "Ins"));
	screen_keys(t, "<Ins>", "course");
	term_keys(t, "<Down>Основы наставничества<F2>");
	screen_is(t, "courses");
	screen_keys(t, "<Enter>", "learners");
	assert_true(body_has(t, "Ins"));
	screen_refuses(t, "<Enter>");
	term_keys(t, "<Ins>");
	screen_says(t, "нет");
	screen_keys(t, "<F2>", "attendance");
	assert_true(body_has(t, "F6"));
	screen_refuses(t, "1");
	screen_refuses(t, "<F2>");
	screen_keys(t, "<F10><F6>", "lessons");
	assert_true(body_has(t, "Ins"));
	screen_leave(t);
}

/* A sheet is a name, eight digits and a decision. */
static void a_sheet_is_typed_key_by_key(void **state)
{
	struct term *t = screen_go(INTERVIEWS);

	(void)state;
	screen_is(t, "interviews");
	term_keys(t, "Алиева<Ins>");
	term_keys(t, "Савельева И.Л.<Enter>");
	screen_is(t, "interview-sheet");
	screen_says(t, "0 – пока нет");
	term_keys(t, "543 2105"); /* one was not asked */
	term_expect(t, "в среднем 2,9");
	screen_says(t, "1 – подходит");
	term_keys(t, "7"); /* no such decision */
	assert_false(body_has(t, "подходит"));
	term_keys(t, "1");
	term_expect(t, "Отметить отбор?");
	term_keys(t, "<Enter>");
	screen_says(t, "Ctrl+Z");
	term_expect(t, "отбор пройден");
	assert_true(body_has(t, "подходит"));
	term_keys(t, "умеет слушать<Enter>");
	assert_true(body_has(t, "умеет слушать"));
	term_keys(t, "<F6>");
	term_expect(t, "МБОУ");
	assert_true(body_has(t, "Собеседование проводит: Савельева И.Л., дата: 22.11.2026"));
	assert_true(body_has(t, "Алиева Лейла"));
	screen_keys(t, "<F10>", "interview-sheet");
	/* Somebody else has talked with her too. */
	term_keys(t, "<Ins>Кравцова О.Н.<Enter>33333333"
		     "2");
	term_expect(t, "Снять отметку");
	term_keys(t, "<Enter>"); /* the decision alone */
	assert_true(body_has(t, "не подходит"));
	term_expect(t, "отбор пройден");
	screen_keys(t, "<F10>", "interviews");
	assert_true(body_has(t, "подходит, не подходит"));
	assert_true(body_has(t, "✓ да"));
	term_keys(t, "<Esc>");
	term_expect(t, "пришли на беседу 1 · без решения 0");
	/* The decision and the mark come back together. */
	for (int i = 0; i < 12; i++)
		term_keys(t, "<C-z>");
	assert_false(body_has(t, "✓ да"));
	term_expect(t, "без решения 1");
	screen_keys(t, "<F10><F10>", "home");
	term_expect(t, "Собеседование прошёл 1 наставник");
	screen_leave(t);
}

static void a_sheet_is_mended_and_deleted(void **state)
{
	struct term *t = screen_go(INTERVIEWS "<Ins>Орлова И.П.<Enter>");

	(void)state;
	screen_is(t, "interview-sheet");
	term_keys(t, "9");
	screen_says(t, "от 0 до 5");
	screen_keys(t, "<F4>", "interview");
	term_keys(t, "<Down><C-u>Орлова Инна<F2>");
	screen_is(t, "interview-sheet");
	assert_true(body_has(t, "Орлова Инна"));
	term_keys(t, "<F8>");
	screen_says(t, "Ctrl+Z");
	assert_false(body_has(t, "Орлова Инна"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "Орлова Инна"));
	/* Who held the last one is offered for the next. */
	term_keys(t, "<F10><Down><Ins>");
	term_expect(t, "Орлова Инна");
	term_keys(t, "<Esc>");
	/* Selected are all that are marked. */
	term_keys(t, "  <F2>");
	assert_int_equal(times(t, "✓ да"), 2);
	term_keys(t, "<C-z>");
	assert_int_equal(times(t, "✓ да"), 0);
	screen_leave(t);
}

/* A course with two lessons and a test of 20 points, and all 40 mentors on it. */
static struct term *course_begun(void)
{
	struct term *t = screen_go(COURSES "<Ins>");

	screen_is(t, "course");
	term_keys(t, "<Down>Основы наставничества<Down><Down><Down><Down>20<Down>12<F2>");
	screen_is(t, "courses");
	screen_keys(t, "<Enter><F6>", "lessons");
	screen_keys(t, "<Ins>", "lesson");
	term_keys(t, "05102026<Down>Цели и задачи<F2>");
	screen_keys(t, "<Ins>", "lesson");
	term_keys(t, "12102026<Down>Первая встреча<F2>");
	screen_keys(t, "<F10>", "learners");
	term_keys(t, "<Ins>");
	term_expect(t, "40");
	term_keys(t, "<Enter>");
	screen_says(t, "40");
	screen_is(t, "learners");
	term_expect(t, "слушателей 40 · занятий 2");
	return t;
}

static void attendance_takes_one_key_a_cell(void **state)
{
	struct term *t = course_begun();

	(void)state;
	screen_keys(t, "<F2>", "attendance");
	assert_true(body_has(t, "05.10 12.10 Тест"));
	/* The absent ones first, by their names, then all the others at once. */
	term_keys(t, "2"); /* the first; the cursor goes down */
	term_keys(t, "3");
	term_keys(t, "<F2>");
	screen_says(t, "38");
	assert_non_null(strstr(term_row(t, 3), " н "));
	assert_non_null(strstr(term_row(t, 4), " у "));
	assert_non_null(strstr(term_row(t, 5), " + "));
	assert_non_null(strstr(term_row(t, 3), " 0%"));
	assert_non_null(strstr(term_row(t, 5), "100%"));
	term_keys(t, "+");
	screen_says(t, "у всех");
	term_keys(t, "<C-z>"); /* the whole column is one step */
	assert_null(strstr(term_row(t, 5), "100%"));
	assert_non_null(strstr(term_row(t, 3), " н "));
	term_keys(t, "<C-y>");
	/* A letter goes to the next name, in either layout; the other way is along the row. */
	term_keys(t, "<Right><Home>");
	term_keys(t, "<Right>n"); /* «т» */
	term_keys(t, "1");
	term_expect(t, "Титов ");
	term_keys(t, "<F6>");
	screen_says(t, "вправо");
	screen_keys(t, "<F5>", "attendance");
	term_keys(t, "<Esc>");
	screen_leave(t);
}

static void points_are_typed_one_after_another(void **state)
{
	struct term *t = course_begun();

	(void)state;
	screen_keys(t, "<F2>", "attendance");
	term_keys(t, "+<Right>+<Right>");
	screen_says(t, "проходной – 12");
	term_keys(t, "15"); /* 2 digits fill it: on to the next */
	term_keys(t, "9");  /* no second digit fits */
	term_keys(t, "2<Enter>0");
	assert_non_null(strstr(term_row(t, 3), "15"));
	assert_non_null(strstr(term_row(t, 3), "✓"));
	assert_non_null(strstr(term_row(t, 4), "9 !"));
	assert_non_null(strstr(term_row(t, 5), "2 !"));
	assert_non_null(strstr(term_row(t, 6), "0 !"));
	term_expect(t, "из 40: прошли 1");
	/* More than there is: a sentence, and nothing is written. */
	term_keys(t, "2<Up>");
	assert_non_null(strstr(term_row(t, 7), "2 !"));
	term_keys(t, "<Down><Down>29");
	screen_says(t, "от 0 до 20");
	assert_null(strstr(term_row(t, 8), "29"));
	/* What was being typed is not lost on leaving; one Ctrl+Z takes the number back. */
	term_keys(t, "1");
	screen_keys(t, "<F10>", "learners");
	screen_keys(t, "<F2>", "attendance");
	assert_non_null(strstr(term_row(t, 8), "1 !"));
	term_keys(t, "<C-z>");
	assert_null(strstr(term_row(t, 8), "1 !"));
	screen_leave(t);
}

static void certificates_get_numbers_in_a_run(void **state)
{
	struct term *t = course_begun();

	(void)state;
	menu_take(t, "Выдать сертификаты");
	screen_says(t, "никто не ждёт");
	term_keys(t, "<F2>+<Right>+<Right>151617<F10>");
	screen_is(t, "learners");
	term_expect(t, "прошли 3");
	menu_take(t, "Выдать сертификаты");
	term_expect(t, "Получат: 3");
	term_keys(t, "<C-u>Н-009<Enter>");
	term_keys(t, "32122026<Enter>"); /* no such day */
	screen_says(t, "02.09.2026");
	term_keys(t, "<C-u>27102026<Enter>");
	term_expect(t, "Отметить обученными?");
	term_keys(t, "<Enter>");
	screen_says(t, "3");
	assert_true(body_has(t, "Н-009"));
	assert_true(body_has(t, "Н-010"));
	assert_true(body_has(t, "Н-011"));
	/* On paper: all of them, the list of receipt, who was there. */
	menu_take(t, "Сертификаты на бумаге");
	term_expect(t, "МБОУ");
	assert_true(body_has(t, "СЕРТИФИКАТ"));
	assert_true(body_has(t, "№ Н-009"));
	assert_true(body_has(t, "Алиевой Лейле"));
	term_keys(t, "<F10>");
	menu_take(t, "Ведомость вручения сертификатов курса");
	term_expect(t, "МБОУ");
	assert_true(body_has(t, "Н-010"));
	term_keys(t, "<F10>");
	menu_take(t, "Лист посещения на бумаге");
	term_expect(t, "МБОУ");
	assert_true(body_has(t, "05.10"));
	screen_keys(t, "<F10>", "learners");
	menu_take(t, "Вручение сертификатов");
	term_expect(t, "Вручается: 3");
	term_keys(t, "30102026<Enter>");
	screen_says(t, "3");
	screen_keys(t, "<Enter>", "learner");
	term_expect(t, "30.10.2026");
	screen_keys(t, "<Esc>", "learners");
	screen_keys(t, "<F10><F10><Home><Enter>", "training");
	term_expect(t, "обучение 3");
	/* Each was one step. */
	screen_keys(t, "<F10><Down><Down><Enter><Enter>", "learners");
	term_keys(t, "<C-z><C-z><C-z>");
	assert_false(body_has(t, "Н-009"));
	screen_leave(t);
}

/* Sixty learners, and more lessons than the screen has columns for. */
static void a_long_course_is_walked_through(void **state)
{
	struct term *t;
	char table[8192] = "Фамилия;Имя;Отчество;Класс\n";

	(void)state;
	for (int i = 0; i < 60; i++)
		snprintf(table + strlen(table), sizeof(table) - strlen(table),
			 "Слушательницын%02d;Александра;Константиновна;7В\n", i);
	table_write("many.csv", table);
	assert_int_equal(command("import", "mentees", FILE_NAME, "--from", "many.csv", NULL), 0);
	t = screen_go(COURSES "<Ins>");
	term_keys(t, "<Up><F4><Home><Enter><Down>Как работать с наставником<F2>");
	screen_keys(t, "<Enter><F6>", "lessons");
	for (int i = 1; i <= 12; i++) {
		char keys[64];

		snprintf(keys, sizeof(keys), "<Ins>%02d102026<Down>Занятие %d<F2>", i, i);
		screen_keys(t, keys, "lessons");
	}
	screen_keys(t, "<F10>", "learners");
	term_keys(t, "<Ins><Enter>");
	screen_says(t, "60");
	screen_keys(t, "<F2>", "attendance");
	assert_false(body_has(t, "12.10"));
	for (int i = 1; i <= 12; i++)
		term_keys(t, "+<Right>");
	assert_true(body_has(t, "12.10"));
	assert_true(body_has(t, "100%✓"));
	term_expect(t, "из 60: прошли 60");
	term_keys(t, "<End><PageDown><PageDown><PageDown><PageDown><PageDown>2");
	term_keys(t, "<PageDown><PageDown><PageDown><PageDown><PageDown>");
	term_expect(t, "60  92%");
	term_keys(t, "<Home>");
	assert_true(body_has(t, "01.10"));
	screen_leave(t);
}

/* From the base: those whom a filter leaves, all marked. */
static void who_is_marked_in_the_base_comes_onto_a_course(void **state)
{
	struct term *t = screen_go("2");

	(void)state;
	menu_take(t, "Записать на курс");
	screen_says(t, "Курсов для наставляемых пока нет");
	screen_keys(t, "<F10>" COURSES "<Ins>", "course");
	term_keys(t, "<Up><F4>"); /* for whom */
	term_keys(t, "<Home><Enter><Down>Первая встреча<F2>");
	screen_is(t, "courses");
	screen_keys(t, "<F10><F10>2", "mentees");
	term_keys(t, "7В<C-a>");
	menu_take(t, "Записать на курс");
	term_expect(t, "На какой курс?");
	term_keys(t, "<Enter>");
	screen_says(t, "Ctrl+Z");
	screen_keys(t, "<Esc><F10>" COURSES "<Enter>", "learners");
	term_expect(t, "Алексеева");
	/* One is taken off with one key, many are asked for. */
	term_keys(t, "<F8>");
	screen_says(t, "Ctrl+Z");
	term_keys(t, "<C-z><C-a><F8>");
	term_expect(t, "Убрать с курса?");
	term_keys(t, "<Esc>");
	screen_leave(t);
}

static void ready_is_who_has_all_three(void **state)
{
	struct term *t = screen_go("4");

	(void)state;
	screen_is(t, "training");
	term_keys(t, "+");
	term_expect(t, "Заполнить весь столбец?");
	term_keys(t, "<Enter>");
	term_expect(t, "отбор 40");
	term_keys(t, "<Right>1");
	term_keys(t, "<Up><Right>1");
	term_expect(t, "готовы 1");
	assert_non_null(strstr(term_row(t, 3), "✓ 22.11.2026"));
	/* The certificate of criminal record has a date of its own. */
	term_keys(t, "<Up><Right><F4>15112026<Enter>1");
	assert_non_null(strstr(term_row(t, 3), "✓ 15.11.2026"));
	term_keys(t, "<F6>");
	assert_false(body_has(t, "Алиева"));
	term_expect(t, "готовы 1");
	term_keys(t, "<F6>");
	assert_true(body_has(t, "Алиева"));
	term_keys(t, "<Home><Up><C-z>");
	assert_null(strstr(term_row(t, 3), "15.11.2026"));
	screen_leave(t);
}

static void the_second_program_changes_nothing_here(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	screen_keys(t, COURSES, "courses");
	screen_refuses(t, "<Ins>");
	screen_keys(t, "<F10><Up><Enter>", "interviews");
	screen_refuses(t, "<Ins>");
	screen_refuses(t, "<F2>");
	screen_keys(t, "<Enter>", "interview-sheet");
	screen_refuses(t, "<Ins>");
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(empty_screens_say_what_to_do),
		on_school(a_sheet_is_typed_key_by_key),
		on_school(a_sheet_is_mended_and_deleted),
		on_school(attendance_takes_one_key_a_cell),
		on_school(points_are_typed_one_after_another),
		on_school(certificates_get_numbers_in_a_run),
		on_empty(a_long_course_is_walked_through),
		on_school(who_is_marked_in_the_base_comes_onto_a_course),
		on_school(ready_is_who_has_all_three),
		on_school(the_second_program_changes_nothing_here),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
