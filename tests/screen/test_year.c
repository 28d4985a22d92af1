/* The school and its year: the start form, the board, the school, the rules, the history. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void a_new_file_asks_for_its_school(void **state)
{
	struct term *t = screen_open("folder/new.nastavnik");
	struct stat st;

	(void)state;
	screen_is(t, "start");
	term_expect(t, "folder/new.nastavnik");
	screen_keys(t, "<F2>", "start"); /* a name must be there */
	assert_false(file_is_there("folder"));
	screen_keys(t, SCHOOL_NAME "<F2>", "home");
	assert_int_equal(stat("folder/new.nastavnik", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat("folder", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	screen_leave(t);
}

static void leaving_the_start_form_makes_nothing(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	screen_is(t, "start");
	screen_leave(t);
	assert_false(file_is_there(FILE_NAME));
}

static void a_file_that_cannot_be_made_is_said(void **state)
{
	struct term *t;

	(void)state;
	table_write("plain", "a file, no folder");
	t = screen_open(FILE_NAME);
	term_keys(t, SCHOOL_NAME "<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><C-u>plain/new<F2>");
	screen_is(t, "start");
	screen_says(t, "plain");
	term_expect(t, SCHOOL_NAME); /* nothing typed is lost */
	screen_keys(t, "<C-u>other<F2>", "home");
	assert_true(file_is_there("other"));
	screen_leave(t);
}

/* What is no file of ours is said on stderr, and the terminal is never taken. */
static void another_programs_file_is_refused(void **state)
{
	static const char *const bad[] = { "plain", "empty", "." };

	(void)state;
	table_write("plain", "a file of another program, long enough to be taken for something");
	table_write("empty", "");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const char *argv[] = { NASTAVNIK, bad[i], NULL };
		struct term *t = term_spawn(&(struct term_options){ .argv = argv });

		assert_int_equal(term_exit(t), 3);
		assert_false(term_alternate(t));
		assert_true(strlen(term_left_over(t)) > 20);
		term_free(t);
	}
}

static void the_board_tells_what_to_do_first(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	screen_is(t, "home");
	term_expect(t, SAID_SAVED);
	screen_keys(t, "<Home><Down><Down><Down><Down><Down><Down><Down><Enter>",
		    "import"); /* the advice: bring in the school's list */
	screen_leave(t);
}

static void each_stage_answers_to_its_digit(void **state)
{
	static const char *const views[] = { "school", "mentees", "mentors", "training",
					     "pairs",  "bonds",   "results" };
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	for (size_t i = 0; i < 7; i++) {
		char key[2] = { (char)('1' + i), '\0' };

		screen_keys(t, key, views[i]);
		screen_keys(t, "<Esc>", "home");
	}
	screen_keys(t, "<F3>", "people");
	screen_keys(t, "<F10><C-p>Справочники<Enter>", "books");
	screen_keys(t, "<F10><F5>", "papers");
	screen_keys(t, "<F10><C-p>История изменений<Enter>", "history");
	screen_keys(t, "<F10><Home><Down><Enter>", "stage");
	screen_keys(t, "<Enter>", "mentees"); /* its first line leads to the data */
	screen_leave(t);
}

static void help_is_made_of_what_the_screen_can_do(void **state)
{
	struct term *t = screen_go("<F1>");

	(void)state;
	term_expect(t, "F2");
	term_expect(t, "Загрузить таблицу");
	screen_keys(t, "<Esc>", "home");
	screen_leave(t);
}

static void the_schools_facts_stand_on_the_board(void **state)
{
	struct term *t = screen_go("1<Tab>Школа № 9<Tab>г. Новый<F2>");

	(void)state;
	screen_is(t, "home");
	term_expect(t, "Наставник · Школа № 9 · 2026/2027");
	term_keys(t, "<C-z>");
	term_expect_not(t, "Школа № 9 · 2026");
	screen_keys(t, "1<C-u><F2>", "school"); /* a school has a name */
	screen_keys(t, "<Esc><Right><Enter>", "home");
	term_expect(t, SCHOOL_NAME);
	screen_leave(t);
}

static void esc_in_the_schools_form_asks(void **state)
{
	struct term *t = screen_go("1<Tab>Девятая<Esc>");

	(void)state;
	screen_is(t, "school");
	screen_keys(t, "<Enter>", "home"); /* save */
	term_expect(t, "Девятая");
	screen_keys(t, "1<Tab><C-u>Десятая<Esc><Right><Enter>", "home"); /* do not save */
	term_expect(t, "Девятая");
	screen_keys(t, "1<Tab>!<Esc><Right><Right><Enter>", "school"); /* stay */
	term_expect(t, "Девятая!");
	screen_keys(t, "<Esc><Right><Enter>", "home");
	screen_leave(t);
}

/* Otherwise Ctrl+Z, which is promised, would take back the import before. */
static void saving_what_was_not_changed_is_no_step(void **state)
{
	static const char *const forms[] = { "1<F2>", "2<Enter><F2>", "<F10><F3><Enter><F2>",
					     "<F10><C-p>Справочники<Enter>1<Enter><F2>",
					     "<F10><F10><F5>9<F2>" };
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		term_keys(t, forms[i]);
		term_expect_not(t, "Ctrl+Z");
	}
	screen_leave(t);
}

static void the_rules_of_the_year_are_kept(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "правила");
	screen_is(t, "rules");
	term_expect(t, "50");
	screen_keys(t, "<C-u>101<Tab>", "rules");
	screen_keys(t, "<F2>", "rules"); /* from 0 to 100 */
	screen_keys(t, "<C-u>70<F2>", "home");
	menu_take(t, "правила");
	term_expect(t, "70");
	screen_keys(t, "<Esc>", "home");
	term_keys(t, "<C-z>");
	menu_take(t, "правила");
	term_expect(t, "50");
	screen_leave(t);
}

static void without_any_weight_no_score_can_be_told(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "правила");
	term_keys(t, "<C-u>0<Tab><C-u>0<Tab><C-u>0<Tab><C-u>0<Tab><C-u>0<F2>");
	screen_is(t, "rules");
	screen_keys(t, "<Esc><Right><Enter>", "home");
	screen_leave(t);
}

static void the_history_tells_every_step(void **state)
{
	struct term *t = screen_at("История изменений", "history", "");

	(void)state;
	screen_is(t, "history");
	assert_true(body_has(t, "people.cp1251.csv"));
	assert_true(body_has(t, "22.11.2026 10:00"));
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	assert_true(body_has(t, STATE_TAKEN_BACK));
	term_keys(t, "<C-y>");
	assert_false(body_has(t, STATE_TAKEN_BACK));
	term_keys(t, "zeople"); /* no such step */
	assert_false(body_has(t, "people.cp1251.csv"));
	term_keys(t, "<Esc>зущзду");
	assert_true(body_has(t, "people.cp1251.csv"));
	assert_false(body_has(t, "mentees.cp1251.csv"));
	term_keys(t, "<Esc>");
	term_resize(t, 24, 120);
	term_expect(t, "│");
	screen_leave(t);
}

static void everything_can_be_taken_back_down_to_the_first(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	for (int i = 0; i < 8; i++)
		term_keys(t, "<C-z>");
	screen_says(t, SAID_NOTHING_BACK);
	screen_is(t, "home");
	for (int i = 0; i < 8; i++)
		term_keys(t, "<C-y>");
	term_expect(t, "64 места");
	screen_leave(t);
}

static void what_is_done_after_undo_ends_the_way_back(void **state)
{
	struct term *t = screen_go("<C-z>1<Tab>Девятая<F2>");

	(void)state;
	screen_is(t, "home");
	term_keys(t, "<C-y>");
	term_expect_not(t, SAID_DONE_AGAIN);
	menu_take(t, "История изменений");
	screen_keys(t, "", "history");
	assert_true(body_has(t, "mentors.cp1251.csv")); /* what was dropped is still told */
	screen_leave(t);
}

static void the_second_program_sees_and_changes_nothing(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	screen_refuses(t, "<C-z>");
	screen_refuses(t, "<C-y>");
	screen_keys(t, "1", "school");
	screen_refuses(t, "!<F2>");
	screen_keys(t, "<Esc>", "home");
	term_keys(first, "1<Tab>Девятая<F2>");
	term_expect(first, "Девятая");
	screen_keys(t, "2<Esc>", "home");
	menu_take(t, "История изменений");
	screen_keys(t, "", "history");
	screen_refuses(t, "<C-z>");
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_place(a_new_file_asks_for_its_school),
		on_place(leaving_the_start_form_makes_nothing),
		on_place(a_file_that_cannot_be_made_is_said),
		on_place(another_programs_file_is_refused),
		on_empty(the_board_tells_what_to_do_first),
		on_school(each_stage_answers_to_its_digit),
		on_empty(help_is_made_of_what_the_screen_can_do),
		on_empty(the_schools_facts_stand_on_the_board),
		on_empty(esc_in_the_schools_form_asks),
		on_school(saving_what_was_not_changed_is_no_step),
		on_empty(the_rules_of_the_year_are_kept),
		on_empty(without_any_weight_no_score_can_be_told),
		on_school(the_history_tells_every_step),
		on_school(everything_can_be_taken_back_down_to_the_first),
		on_school(what_is_done_after_undo_ends_the_way_back),
		on_school(the_second_program_sees_and_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
