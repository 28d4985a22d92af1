/* Stage 5, the proposal and its pairs, and stages 6 and 7, the confirmed ones. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void without_people_there_is_nothing_to_form(void **state)
{
	struct term *t = screen_go("5");

	(void)state;
	screen_is(t, "pairs");
	screen_refuses(t, "<Enter>");
	screen_refuses(t, "<F2>");
	screen_refuses(t, "<F4>");
	screen_refuses(t, "<F6><Esc>");
	screen_refuses(t, "<F8>");
	screen_refuses(t, "<C-k>");
	screen_keys(t, "<F10>6", "bonds");
	screen_refuses(t, "<F4>");
	screen_refuses(t, "<F8>");
	screen_leave(t);
}

static void enter_finds_the_best_set_and_says_why(void **state)
{
	struct term *t = screen_go("5<Enter>");

	(void)state;
	screen_is(t, "pairs");
	term_expect(t, COUNT_PAIRS("45", "0"));
	term_expect(t, "Алексеев Тихон – "); /* the pane: this pair, and each rule's share */
	term_expect(t, "/50");
	term_expect(t, STATE_NO_DATA);
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	term_expect(t, "наставляемых 45");
	term_expect_not(t, WORD_PROPOSAL); /* there is none any more */
	screen_leave(t);
}

/* Fewer places than mentees: who is left stands last, and the pane says who might be. */
static void who_is_left_without_a_pair_is_shown(void **state)
{
	struct term *t;

	(void)state;
	table_write("one.csv", "ФИО;Класс;Дата рождения;Компетенции;Сколько наставляемых\n"
			       "Шишкин Лев Львович;11А;10.10.2009;математика;1\n");
	assert_int_equal(command("import", "mentors", FILE_NAME, "--from", "one.csv", NULL), 0);
	table_copy("mentees.cp1251.csv");
	assert_int_equal(
		command("import", "mentees", FILE_NAME, "--from", "mentees.cp1251.csv", NULL), 0);
	t = screen_go("5<Enter>");
	screen_is(t, "pairs");
	term_expect(t, COUNT_PAIRS("1", "44"));
	term_keys(t, "<End>");
	term_expect(t, "Шишкин Лев, 11А"); /* the candidate who has no place */
	term_keys(t, "<F2><Enter>");       /* why not him? */
	screen_is(t, "pairs");
	screen_keys(t, "<Esc>", "pairs");
	screen_keys(t, "<F4><Enter>", "pairs"); /* his one place is taken */
	screen_says(t, "Шишкин");
	term_expect(t, COUNT_PAIRS("1", "44"));
	screen_leave(t);
}

static void a_locked_pair_outlives_finding_again(void **state)
{
	struct term *t = screen_go("5<Down><F4><End><Enter>"); /* the worst mentor, by hand */
	char *row;

	(void)state;
	screen_is(t, "pairs");
	row = strdup(term_row(t, term_cursor_row(t)));
	assert_non_null(strstr(row, STATE_LOCKED));
	term_keys(t, "<Ins>");
	assert_non_null(strstr(term_row(t, 0), "2")); /* the second proposal */
	assert_string_equal(term_row(t, term_cursor_row(t)), row);
	term_keys(t, "<F6>"); /* unlocked: the next one is free to change it */
	assert_null(strstr(term_row(t, term_cursor_row(t)), STATE_LOCKED));
	term_keys(t, "<Ins>");
	assert_string_not_equal(term_row(t, term_cursor_row(t)), row);
	term_keys(t, "<C-z><C-z>");
	assert_string_equal(term_row(t, term_cursor_row(t)), row);
	free(row);
	screen_leave(t);
}

static void a_pair_is_taken_out_and_had_back(void **state)
{
	struct term *t = screen_go("5<F8>");

	(void)state;
	screen_is(t, "pairs");
	term_expect(t, COUNT_PAIRS("44", "1"));
	term_keys(t, "<End>");
	assert_non_null(strstr(term_row(t, term_cursor_row(t)), STATE_NO_PAIR));
	term_keys(t, "<C-z>");
	term_expect(t, COUNT_PAIRS("45", "0"));
	screen_leave(t);
}

static void two_mentees_change_places(void **state)
{
	struct term *t = screen_go("5<Down><F4>");

	(void)state;
	term_keys(t, "гаврилова");
	term_keys(t, "<Enter>"); /* she has a mentee already: a question */
	term_expect(t, "Алексеева Мария");
	term_keys(t, "<Esc>");
	assert_null(strstr(term_row(t, term_cursor_row(t)), "Гаврилова"));
	term_keys(t, "<F4>гаврилова<Enter><Enter>");
	assert_non_null(strstr(term_row(t, term_cursor_row(t)), "Гаврилова"));
	term_expect(t, COUNT_PAIRS("45", "0"));
	term_keys(t, "<C-z>");
	assert_null(strstr(term_row(t, term_cursor_row(t)), "Гаврилова"));
	screen_leave(t);
}

static void the_card_of_the_mentee_is_one_key_away(void **state)
{
	struct term *t = screen_go("5<F3>");

	(void)state;
	screen_is(t, "mentee");
	term_expect(t, "Алексеев");
	screen_keys(t, "<Esc>", "pairs");
	menu_take(t, "правила");
	screen_is(t, "rules");
	screen_keys(t, "<Esc>", "pairs");
	screen_leave(t);
}

static void pairs_are_found_in_and_sorted(void **state)
{
	struct term *t = screen_go("5,srjd");

	(void)state;
	assert_true(body_has(t, "Быков Пётр"));
	assert_false(body_has(t, "Алексеева"));
	term_keys(t, "<Esc>лисицына"); /* a mentor */
	assert_true(body_has(t, "Лисицына Ева"));
	assert_false(body_has(t, "Быков"));
	term_keys(t, "<Esc><Home>");
	term_click_text(t, "Совпадение"); /* the best first */
	term_keys(t, "<Home>");
	assert_non_null(strstr(term_row(t, 3), "100"));
	screen_leave(t);
}

static void confirming_asks_and_can_be_taken_back(void **state)
{
	struct term *t = screen_go("5<C-k>");

	(void)state;
	term_expect(t, "45");
	term_keys(t, "<Esc>");
	screen_keys(t, "<F8><C-z>", "pairs"); /* not confirmed: it may still be changed */
	term_keys(t, "<C-k><Enter>");
	screen_is(t, "pairs");
	screen_refuses(t, "<F8>");
	screen_refuses(t, "<C-k>");
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	term_keys(t, "<F8>");
	term_expect(t, "пар 44");
	screen_leave(t);
}

static void a_pair_ends_with_a_date_and_a_reason(void **state)
{
	struct term *t = screen_go("6<F4>");

	(void)state;
	screen_is(t, "bond-end");
	screen_keys(t, "<F2>", "bond-end");                           /* a reason must be there */
	screen_keys(t, "переезд<Up><C-u>01.01.2020<F2>", "bond-end"); /* before it began */
	screen_keys(t, "<C-u>01.12.2026<F2>", "bonds");
	assert_non_null(strstr(term_row(t, 3), STATE_ENDED));
	screen_refuses(t, "<F4>"); /* once is enough */
	screen_keys(t, "<F10>5", "pairs");
	term_expect(t, "без пары 1"); /* the place is free, and the mentee waits */
	screen_keys(t, "<F10>6<C-z>", "bonds");
	assert_null(strstr(term_row(t, 3), STATE_ENDED));
	screen_leave(t);
}

static void a_pair_confirmed_by_mistake_is_deleted(void **state)
{
	struct term *t = screen_go("6<F8><Enter>"); /* the harmless button */

	(void)state;
	screen_is(t, "bonds");
	term_expect(t, "Алиева Лейла");
	term_keys(t, "<F8><Left><Enter>");
	assert_false(body_has(t, "Алиева Лейла"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "Алиева Лейла"));
	screen_leave(t);
}

static void bonds_are_found_and_written_as_a_table(void **state)
{
	struct term *t = screen_go("6ktkbz");
	char *text;

	(void)state;
	assert_false(body_has(t, "Гаврилова"));
	term_keys(t, "<Esc><F6>наставляемый<Enter><Home>");
	assert_non_null(strstr(term_row(t, 3), "Алексеев Тихон"));
	term_keys(t, "<F6>класс<Enter><Home>"); /* 5А stands before 10А */
	assert_non_null(strstr(term_row(t, 3), " 5А "));
	term_keys(t, "<F2>CSV<Enter><Enter>UTF-8<Enter><C-u>~/pairs.csv<Enter>");
	screen_says(t, "45");
	text = file_text("pairs.csv");
	assert_non_null(strstr(text, "Быков"));
	free(text);
	screen_keys(t, "<F5>", "papers");
	screen_keys(t, "<F10>", "bonds");
	term_resize(t, 12, 40);
	term_expect(t, "Алиева");
	term_resize(t, 40, 120);
	term_expect(t, "│");
	screen_leave(t);
}

/* The pane under the longest names and the most remarks there can be. */
static void the_worst_pair_is_shown(void **state)
{
	struct term *t;

	(void)state;
	table_write("mentees.csv",
		    "Фамилия;Имя;Отчество;Класс;Запросы\n"
		    "Константинопольская-Преображенская-Воскресенская;Анна-Мария-Магдалина;"
		    "Константиновна-Александровна;11А;\"математика; физика; химия; биология\"\n");
	table_write("mentors.csv",
		    "Фамилия;Имя;Отчество;Статус;Должность;Компетенции;Сколько наставляемых\n"
		    "Великопольский-Старорусский-Новгородский;Святополк;Мстиславович;педагог;"
		    "заместитель директора по учебно-воспитательной работе;\"математика\";3\n");
	assert_int_equal(command("import", "mentees", FILE_NAME, "--from", "mentees.csv", NULL), 0);
	assert_int_equal(command("import", "mentors", FILE_NAME, "--from", "mentors.csv", NULL), 0);
	t = screen_go("5<Enter>");
	term_expect(t, COUNT_PAIRS("1", "0"));
	term_expect(t, "Великопольский");
	term_resize(t, 12, 40);
	term_expect(t, "Констант");
	screen_leave(t);
}

static void an_older_proposal_is_taken_up_again(void **state)
{
	struct term *t = screen_go("5<F8><Ins>"); /* 44 pairs, then 45 */

	(void)state;
	menu_take(t, "другой вариант");
	screen_is(t, "variants");
	assert_non_null(strstr(term_row(t, 3), "45"));
	assert_non_null(strstr(term_row(t, 3), STATE_ON_SCREEN));
	screen_keys(t, "<Down><Enter>", "pairs");
	assert_non_null(strstr(term_row(t, 0), WORD_PROPOSAL " 1"));
	term_expect(t, COUNT_PAIRS("44", "1"));
	term_keys(t, "<Home><F6>"); /* a change makes a third one of it */
	assert_non_null(strstr(term_row(t, 0), WORD_PROPOSAL " 3"));
	menu_take(t, "другой вариант");
	screen_keys(t, "<Down><F8>", "variants");
	assert_false(body_has(t, "45"));
	screen_keys(t, "<C-z>", "variants");
	assert_true(body_has(t, "45"));
	screen_keys(t, "<Home><Down><F8>", "variants");
	screen_keys(t, "<Home><F8>", "variants"); /* the one on the screen */
	screen_keys(t, "<F10>", "pairs");
	assert_non_null(strstr(term_row(t, 0), WORD_PROPOSAL " 1"));
	term_keys(t, "<C-k><Enter>");
	menu_take(t, "другой вариант");
	screen_refuses(t, "<F8>"); /* what was confirmed stays */
	screen_keys(t, "<Esc>", "pairs");
	screen_leave(t);
}

static void the_second_program_forms_nothing(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	screen_keys(t, "5", "pairs");
	menu_take(t, "другой вариант");
	screen_refuses(t, "<F8>");
	screen_keys(t, "<Enter>", "pairs");
	screen_refuses(t, "<F8>");
	screen_refuses(t, "<F4>");
	screen_refuses(t, "<Ins>");
	screen_refuses(t, "<C-k>");
	screen_keys(first, "5<C-k><Enter>", "pairs");
	screen_keys(t, "<F10>6", "bonds"); /* what the other one confirmed is seen here */
	term_expect(t, STATE_AT_WORK);
	screen_refuses(t, "<F4>");
	screen_refuses(t, "<F8>");
	screen_leave_both(first, t);
}

/* F5 is the order's here; the proposal itself is paper to work with. */
static void a_proposal_is_printed_as_it_stands(void **state)
{
	struct term *t = screen_open(FILE_NAME);
	char *text;

	(void)state;
	screen_keys(t, "5", "pairs");
	menu_take(t, "напечатать список");
	term_keys(t, "pdf<Enter><C-u>~/list.pdf<Enter>");
	screen_says(t, "list.pdf");
	screen_leave(t);
	text = program_says("pdftotext", "-layout", "list.pdf", "-", NULL);
	assert_non_null(strstr(text, "Быков Пётр"));
	assert_non_null(strstr(text, "Совпадение"));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(without_people_there_is_nothing_to_form),
		on_school(enter_finds_the_best_set_and_says_why),
		on_empty(who_is_left_without_a_pair_is_shown),
		on_pairs(a_locked_pair_outlives_finding_again),
		on_pairs(a_pair_is_taken_out_and_had_back),
		on_pairs(two_mentees_change_places),
		on_pairs(the_card_of_the_mentee_is_one_key_away),
		on_pairs(pairs_are_found_in_and_sorted),
		on_pairs(confirming_asks_and_can_be_taken_back),
		on_bonds(a_pair_ends_with_a_date_and_a_reason),
		on_bonds(a_pair_confirmed_by_mistake_is_deleted),
		on_bonds(bonds_are_found_and_written_as_a_table),
		on_empty(the_worst_pair_is_shown),
		on_pairs(an_older_proposal_is_taken_up_again),
		on_pairs(the_second_program_forms_nothing),
		on_pairs(a_proposal_is_printed_as_it_stands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
