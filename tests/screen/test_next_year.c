/* Last year's file goes on into the new year. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

static void years_open(struct term *t)
{
	menu_take(t, "учебные годы");
	screen_is(t, "years");
}

static void nothing_is_done_before_it_is_confirmed(void **state)
{
	struct term *t = screen_go("");

	(void)state;
	years_open(t);
	screen_keys(t, "<Ins>", "year-new");
	assert_true(body_has(t, "В 2027/2028: учеников классом выше – "));
	assert_true(body_has(t, "наставников – "));
	screen_keys(t, "<Esc>", "years");
	assert_false(body_has(t, "2027/2028"));
	screen_leave(t);
}

static void the_new_year_has_last_years_people(void **state)
{
	struct term *t = screen_go("");

	(void)state;
	years_open(t);
	screen_keys(t, "<Ins><F2>", "home");
	term_expect(t, "2027/2028");
	screen_says(t, "Ctrl+Z");
	screen_keys(t, "<F3>Ёлкина Зоя", "people");
	assert_true(body_has(t, "10А")); /* 9А a year ago */
	screen_keys(t, "<Esc><F10>", "home");
	years_open(t);
	assert_true(body_has(t, "2026/2027"));
	screen_keys(t, "<End><Enter>", "home");
	term_expect(t, "год 2026/2027");
	screen_keys(t, "<F3>Ёлкина Зоя", "people");
	assert_true(body_has(t, "9А")); /* as it was */
	screen_keys(t, "<Esc><F10>", "home");
	screen_keys(t, "2", "mentees");
	term_expect(t, "45");
	screen_keys(t, "<F10>", "home");
	years_open(t);
	screen_refuses(t, "<Ins>"); /* the next year is there */
	screen_keys(t, "<Home><Enter>", "home");
	term_keys(t, "<C-z>");
	term_expect(t, "Школа № 9» · 2026/2027");
	years_open(t);
	assert_false(body_has(t, "2027/2028"));
	screen_leave(t);
}

static void terms_move_and_nothing_is_done_yet(void **state)
{
	struct term *t = screen_go("<Home><Enter>Назначить<F2><Esc><F10>");

	(void)state;
	term_expect(t, "1/7");
	years_open(t);
	screen_keys(t, "<Ins><F2>", "home");
	term_expect(t, "0/7");
	screen_keys(t, "<Home><Enter>", "stage");
	assert_true(body_has(t, "05.09"));
	assert_false(body_has(t, "05.09 !")); /* a year later now */
	assert_false(body_has(t, "✓"));
	screen_leave(t);
}

/* The class list of the new year, as the secretary gives it: everybody of last year one class up
 * and one newcomer. Nobody is there twice. */
static void a_fresh_class_list_knows_everybody(void **state)
{
	static const char list[] = "ФИО;Класс\n"
				   "Ёлкина Зоя Андреевна;8В\n"
				   "Быков Пётр Ильич;6А\n"
				   "Титов Лев Олегович;10А\n"
				   "Новикова Яна Игоревна;5А\n";
	struct term *t;

	(void)state;
	table_write("last.csv", "ФИО;Класс\n"
				"Ёлкина Зоя Андреевна;7В\n"
				"Быков Пётр Ильич;5А\n"
				"Титов Лев Олегович;9А\n"
				"Уходящий Марк Ильич;11А\n");
	table_write("fresh.csv", list);
	assert_int_equal(command("import", "people", FILE_NAME, "--from", "last.csv", NULL), 0);
	t = screen_go("");
	years_open(t);
	screen_keys(t, "<Ins>", "year-new");
	assert_true(body_has(t, "классом выше – 3"));
	assert_true(body_has(t, "не войдут в новый год – 1"));
	screen_keys(t, "<F2>", "home");
	screen_leave(t);
	assert_int_equal(command("import", "people", FILE_NAME, "--from", "fresh.csv", "--year",
				 "2027", NULL),
			 0);
	assert_int_equal(
		command("export", "people", FILE_NAME, "--to", "all.csv", "--year", "2027", NULL),
		0);
	char *all = file_text("all.csv");
	size_t lines = 0;
	for (const char *p = all; (p = strchr(p, '\n')); p++)
		lines++;
	assert_int_equal(lines, 1 + 4); /* the heading, three of last year, one newcomer */
	free(all);
	t = screen_go("<F3>");
	screen_is(t, "people");
	assert_false(body_has(t, "Уходящий"));
	assert_true(body_has(t, "Новикова"));
	screen_leave(t);
}

/* Who leaves after the 9th class, and graduates who stay as mentors. */
static void what_is_chosen_is_done(void **state)
{
	struct term *t;

	(void)state;
	table_write("last.csv", "ФИО;Класс\n"
				"Титов Лев Олегович;9А\n"
				"Уходящий Марк Ильич;11А\n");
	assert_int_equal(command("import", "people", FILE_NAME, "--from", "last.csv", NULL), 0);
	t = screen_go("");
	years_open(t);
	screen_keys(t, "<Ins> <Tab>", "year-new"); /* graduates stay */
	assert_true(body_has(t, "Выпускников в списке – 1; не войдут в новый год – 0."));
	term_keys(t, " ");
	assert_true(body_has(t, "Титов"));
	term_keys(t, " <Enter>");
	assert_true(body_has(t, "Выпускников в списке – 1; не войдут в новый год – 1."));
	screen_keys(t, "<F2>", "home");
	screen_keys(t, "<F3>", "people");
	assert_true(body_has(t, "выпускник"));
	assert_false(body_has(t, "Титов"));
	screen_leave(t);
}

/* Whoever finishes the school is offered as a mentor; a pair of teachers goes on in one action. */
static void graduates_are_offered_and_teachers_pairs_go_on(void **state)
{
	struct term *t;

	(void)state;
	table_write("last.csv", "ФИО;Класс\n"
				"Уходящий Марк Ильич;11А\n"
				"Летова Яна Игоревна;11Б\n");
	table_write("mentees.csv", "ФИО;Класс;Должность;Кто\n"
				   "Летова Яна Игоревна;11Б;;ученик\n"
				   "Новикова Ия Олеговна;;учитель химии;учитель\n");
	table_write("mentors.csv", "ФИО;Должность;Кто\n"
				   "Орлова Инна Викторовна;учитель физики;учитель\n");
	assert_int_equal(command("import", "people", FILE_NAME, "--from", "last.csv", NULL), 0);
	assert_int_equal(command("import", "mentees", FILE_NAME, "--from", "mentees.csv", NULL), 0);
	assert_int_equal(command("import", "mentors", FILE_NAME, "--from", "mentors.csv", NULL), 0);
	assert_int_equal(command("match", FILE_NAME, "--confirm", NULL), 0);
	t = screen_go("");
	years_open(t);
	screen_keys(t, "<Ins>", "year-new");
	assert_true(body_has(t, "Орлова Инна – Новикова Ия · год 1-й из 3"));
	assert_true(body_has(t, "наставников – 1, наставляемых – 1; продлено пар – 1"));
	term_keys(t, "<Tab><Tab> ");
	term_expect(t, "Летова Яна Игоревна, 11Б · наставляемый"); /* knows it */
	term_keys(t, " <Enter>");
	assert_true(body_has(t, "Выпускников в списке – 1; не войдут в новый год – 1."));
	assert_true(body_has(t, "наставников – 2, наставляемых – 1; продлено пар – 1"));
	screen_keys(t, "<F2>", "home");
	screen_keys(t, "3", "mentors");
	assert_true(body_has(t, "Летова"));
	assert_true(body_has(t, "Орлова"));
	screen_keys(t, "<F10>", "home");
	screen_keys(t, "6", "bonds");
	assert_true(body_has(t, "Новикова"));
	assert_true(body_has(t, STATE_AT_WORK));
	screen_leave(t);
}

/* The board says when it is time, and leads there. */
static void the_board_tells_that_the_year_is_over(void **state)
{
	static const char *const june[] = { "NASTAVNIK_NOW=2027-06-05T10:00:00", NULL };
	static const char *const autumn[] = { "NASTAVNIK_NOW=2027-09-01T10:00:00", NULL };
	struct term *t = screen_open_as(FILE_NAME, (struct term_options){ .env = june });

	(void)state;
	assert_true(body_has(t, "прошёл: завершите"));
	assert_false(body_has(t, "Учебный год закончился"));
	screen_leave(t);
	t = screen_open_as(FILE_NAME, (struct term_options){ .env = autumn });
	assert_true(body_has(t, "Учебный год закончился"));
	screen_keys(t, "<Home><Down><Down><Down><Down><Down><Down><Down><Enter>", "years");
	screen_keys(t, "<Ins><F2>", "home");
	assert_false(body_has(t, "Учебный год закончился"));
	screen_leave(t);
}

static void the_second_program_opens_no_year(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	years_open(t);
	screen_refuses(t, "<Ins>");
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(nothing_is_done_before_it_is_confirmed),
		on_school(the_new_year_has_last_years_people),
		on_school(terms_move_and_nothing_is_done_yet),
		on_empty(a_fresh_class_list_knows_everybody),
		on_empty(what_is_chosen_is_done),
		on_empty(graduates_are_offered_and_teachers_pairs_go_on),
		on_bonds(the_board_tells_that_the_year_is_over),
		on_empty(the_second_program_opens_no_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
