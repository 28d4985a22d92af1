/* The first start, and which file is opened after it. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define RECENT ".local/state/nastavnik/recent"

static void the_first_start_asks_what_papers_need(void **state)
{
	struct term *t = screen_open(NULL);
	struct stat st;

	(void)state;
	screen_is(t, "start");
	term_expect(t, FILE_USUAL);
	term_keys(t, "Муниципальное бюджетное общеобразовательное учреждение «Средняя "
		     "общеобразовательная школа № 9» города Нового<Tab>");
	term_expect(t, "МБОУ «СОШ № 9»"); /* proposed */
	term_keys(t, "<Tab>г. Новый<Tab>Иванова Мария Петровна<Tab> <Tab>Орлова Инна "
		     "Викторовна<Tab>заместитель директора<Tab><Tab>");
	term_expect(t, "четверти");
	screen_keys(t, "<Right><F2>", "home");
	term_expect(t, "Наставник · МБОУ «СОШ № 9» · 2026/2027");
	assert_int_equal(stat(FILE_USUAL, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat(".local/share/nastavnik", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	screen_keys(t, "1", "school");
	assert_true(body_has(t, "г. Новый"));
	assert_true(body_has(t, "заместитель директора"));
	screen_keys(t, "<Esc>", "home");
	term_keys(t, "<C-z>"); /* the school is no step that could be lost by a slip */
	screen_says(t, SAID_NOTHING_BACK);
	screen_leave(t);
}

static void a_short_name_that_was_typed_stays(void **state)
{
	struct term *t = screen_open(NULL);

	(void)state;
	term_keys(t, "Школа<Tab>Девятая<Up><C-u>Средняя общеобразовательная школа № 9<Tab>");
	assert_true(body_has(t, "Девятая"));
	screen_keys(t, "<F2>", "home");
	term_expect(t, "Наставник · Девятая");
	screen_leave(t);
}

static void every_field_of_the_first_form_has_help(void **state)
{
	struct term *t = screen_open(NULL);

	(void)state;
	for (int i = 0; i < 10; i++) {
		term_keys(t, "<F1>");
		term_expect(t, "Помощь · ");
		term_keys(t, "<Esc><Tab>");
		screen_is(t, "start");
	}
	screen_leave(t);
}

static void half_years_have_their_own_control(void **state)
{
	struct term *t = screen_open(NULL);

	(void)state;
	term_keys(t, SCHOOL_NAME "<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>полу<Enter><F2>");
	screen_is(t, "home");
	screen_keys(t, "<Home><Down><Down><Down><Down><Down><Enter>", "stage");
	assert_true(body_has(t, "за I полугодие"));
	assert_false(body_has(t, "четверть"));
	screen_leave(t);
}

static void the_last_file_is_opened_without_a_word(void **state)
{
	struct term *t = screen_open("folder/second.nastavnik");

	(void)state;
	screen_keys(t, "Школа № 2<F2>", "home");
	screen_leave(t);
	t = screen_open(NULL);
	screen_is(t, "home");
	term_expect(t, "Школа № 2");
	screen_leave(t);
}

static void a_file_that_has_gone_is_told_and_taken_off(void **state)
{
	struct term *t = screen_open("folder/second.nastavnik");

	(void)state;
	screen_keys(t, "Школа № 2<F2>", "home");
	screen_leave(t);
	assert_int_equal(rename("folder", "elsewhere"), 0);
	t = screen_open(NULL);
	screen_is(t, "schools");
	assert_true(body_has(t, "Школа № 2"));
	assert_true(body_has(t, "! нет на месте"));
	screen_keys(t, "<Enter>", "schools"); /* a sentence */
	screen_says(t, "second.nastavnik");
	screen_keys(t, "<F8>", "schools");
	assert_false(body_has(t, "Школа № 2"));
	screen_leave(t);
	char *list = file_text(RECENT);
	assert_string_equal(list, "");
	free(list);
}

static void from_one_school_to_another_and_back(void **state)
{
	struct term *t = screen_go("");

	(void)state;
	menu_take(t, "файлы школ");
	screen_is(t, "schools");
	assert_true(body_has(t, SCHOOL_NAME));
	screen_keys(t, "<Ins>Школа № 2<F2>", "home");
	term_expect(t, "Наставник · Школа № 2");
	menu_take(t, "файлы школ");
	screen_keys(t, "<Down><Enter>", "home");
	term_expect(t, "Наставник · " SCHOOL_NAME);
	term_expect(t, SAID_SAVED); /* and may be written: nobody holds it any more */
	menu_take(t, "файлы школ");
	screen_keys(t, "<F4>", "home");
	term_expect(t, "учебная школа");
	menu_take(t, "файлы школ");
	assert_false(body_has(t, "Учебная школа")); /* is never on the list */
	screen_keys(t, "<Esc>", "home");
	screen_leave(t);
}

static void another_file_is_found_by_its_folder(void **state)
{
	struct term *t = screen_open(NULL);

	(void)state;
	table_write("table.csv", "ФИО\n");
	menu_take(t, "файлы школ");
	screen_is(t, "schools");
	screen_keys(t, "<F2>", "school-files");
	assert_true(body_has(t, FILE_NAME));
	assert_false(body_has(t, "table.csv"));
	screen_keys(t, "school.n<Enter>", "home");
	term_expect(t, SCHOOL_NAME);
	screen_leave(t);
}

/* What is no school file is refused in a sentence, and the school that is open stays open. */
static void another_programs_file_is_not_taken(void **state)
{
	struct term *t = screen_go("");

	(void)state;
	table_write("notes.nastavnik", "something else altogether, long enough to be read");
	menu_take(t, "файлы школ");
	screen_keys(t, "<F2>", "school-files");
	term_keys(t, "notes<Enter>");
	screen_is(t, "school-files");
	screen_keys(t, "<Esc><Esc><Esc>", "home");
	term_expect(t, SCHOOL_NAME);
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_place(the_first_start_asks_what_papers_need),
		on_place(a_short_name_that_was_typed_stays),
		on_place(every_field_of_the_first_form_has_help),
		on_place(half_years_have_their_own_control),
		on_place(the_last_file_is_opened_without_a_word),
		on_place(a_file_that_has_gone_is_told_and_taken_off),
		on_empty(from_one_school_to_another_and_back),
		on_empty(another_file_is_found_by_its_folder),
		on_empty(another_programs_file_is_not_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
