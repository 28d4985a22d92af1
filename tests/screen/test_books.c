/* The reference books of the year: five of them, their items, each item as a form. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void the_books_are_a_menu(void **state)
{
	struct term *t = screen_at("Справочники", "books", "");

	(void)state;
	screen_is(t, "books");
	for (const char *key = "1"; *key <= '5';) {
		static char next[2];

		screen_keys(t, key, "book");
		screen_keys(t, "<F10>", "books");
		next[0] = (char)(*key + 1);
		key = next;
	}
	screen_leave(t);
}

static void an_item_is_added_changed_and_deleted_and_had_back(void **state)
{
	struct term *t = screen_at("Справочники", "books", "1<Ins>");

	(void)state;
	screen_is(t, "book-item");
	screen_keys(t, "<F2>", "book-item"); /* a name must be there */
	screen_keys(t, "шахматный этюд<F2>", "book");
	term_expect(t, "шахматный этюд");
	screen_keys(t, "<Enter>", "book-item");
	screen_keys(t, "ы<F2>", "book");
	term_expect(t, "шахматный этюды");
	term_expect(t, "61");
	term_keys(t, "<F8>"); /* nobody has it: it goes, and can be had back */
	term_expect(t, "60");
	term_keys(t, "<C-z>");
	term_expect(t, "61");
	term_keys(t, "<C-z><C-z>");
	term_expect(t, "60");
	term_keys(t, "<C-y>");
	screen_says(t, SAID_DONE_AGAIN);
	screen_leave(t);
}

static void the_last_row_of_a_list_is_deleted(void **state)
{
	struct term *t = screen_at("Справочники", "books", "1<End><F8>");

	(void)state;
	term_expect(t, "59");
	assert_int_not_equal(term_cursor_row(t), -1); /* on the row that stands last now */
	term_keys(t, "<Up><Down><F8>");
	term_expect(t, "58");
	term_keys(t, "<C-z><C-z><End>");
	term_expect(t, "60");
	screen_leave(t);
}

static void two_items_of_one_name_are_refused(void **state)
{
	struct term *t = screen_at("Справочники", "books", "1<Ins>Математика<F2>");

	(void)state;
	screen_is(t, "book-item");
	screen_says(t, "атематика");
	screen_keys(t, "<Esc><Right><Enter>", "book");
	screen_leave(t);
}

static void what_is_in_use_is_hidden_and_not_deleted(void **state)
{
	struct term *t = screen_at("Справочники", "books", "1математика<F8>");

	(void)state;
	assert_true(body_has(t, "математика"));
	term_expect(t, STATE_HIDDEN);
	term_keys(t, "<F8>");
	screen_says(t, "уже скрыта");
	term_keys(t, "<F6>"); /* shown again */
	term_expect_not(t, STATE_HIDDEN);
	term_keys(t, "<F6>");
	term_expect(t, STATE_HIDDEN);
	screen_keys(t, "<Esc><F10><F10>2Быков<Enter>", "mentee");
	term_keys(t, "<Tab><Tab><Tab><Tab><Tab><Tab>матема"); /* it is not offered any more */
	assert_false(body_has(t, "   математика"));
	screen_leave(t);
}

static void who_has_a_hidden_item_keeps_it(void **state)
{
	struct term *t =
		screen_at("Справочники", "books", "1общение<F6><Esc><F10><F10>2Быков<Enter>");

	(void)state;
	screen_is(t, "mentee");
	term_expect(t, "английский язык; общение");
	term_keys(t, "<Tab><Tab><Tab><Tab><Tab><Tab>общ"); /* chosen: it can be taken out */
	assert_true(body_has(t, " общение"));
	screen_keys(t, "<Esc><Esc><F2>", "mentees");
	screen_keys(t, "<Enter>", "mentee");
	term_expect(t, "английский язык; общение");
	screen_keys(t, "<Esc>", "mentees");
	screen_leave(t);
}

/* Everybody who had the one has the other; its name goes on as a synonym. */
static void two_items_are_merged(void **state)
{
	struct term *t = screen_at("Справочники", "books", "1физика<F2>математика<Enter>");

	(void)state;
	screen_is(t, "book");
	term_keys(t, "<Esc>физика"); /* found by its synonym */
	assert_true(body_has(t, "математика"));
	screen_keys(t, "<Esc><F10><F10>2Салтыков", "mentees");
	assert_true(body_has(t, "математика"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "физика"));
	screen_leave(t);
}

static void items_are_found_in_either_layout(void **state)
{
	struct term *t = screen_at("Справочники", "books", "1vfntvfnbrf");

	(void)state;
	assert_true(body_has(t, "математика"));
	assert_false(body_has(t, "литература"));
	term_keys(t, "<Esc>nosuchthing");
	screen_refuses(t, "<Enter>");
	screen_refuses(t, "<F8>");
	screen_refuses(t, "<F2>");
	screen_leave(t);
}

static void the_book_is_sorted_and_items_change_places(void **state)
{
	struct term *t = screen_at("Справочники", "books", "3");
	char *second;

	(void)state;
	second = strdup(term_row(t, 4));
	assert_non_null(strstr(second, " 2  "));
	assert_false(menu_has(t, "Поднять")); /* the first one */
	term_keys(t, "<Down>");
	menu_take(t, "поднять");
	assert_int_equal(term_cursor_row(t), 3);
	assert_string_equal(strstr(term_row(t, 3), "1  ") + 3, strstr(second, "2  ") + 3);
	term_keys(t, "<C-z>");
	assert_string_equal(term_row(t, 4), second);
	free(second);
	term_keys(t, "<C-o><Down><Enter><Home>");
	assert_non_null(strstr(term_row(t, 3), "авто"));
	assert_false(menu_has(t, "Опустить")); /* in another order that would say nothing */
	screen_leave(t);
}

static void a_request_says_which_competences_answer_it(void **state)
{
	struct term *t = screen_at("Справочники", "books", "1математика<Enter>");

	(void)state;
	screen_is(t, "book-item");
	screen_keys(t, "<Tab><Tab>логика<Esc><Esc>", "book-item");
	screen_keys(t, "<Esc>", "book");
	screen_keys(t, "<Esc><F10>2<Home><Enter>",
		    "book-item"); /* a competence has no such field */
	screen_leave(t);
}

static void long_words_do_no_harm(void **state)
{
	struct term *t = screen_at("Справочники", "books", "3<Ins>");

	(void)state;
	term_paste(t, "коллекционирование старинных музыкальных инструментов народов Крайнего "
		      "Севера и Дальнего Востока");
	screen_keys(t, "<F2>", "book");
	term_expect(t, "коллекционирование");
	term_resize(t, 12, 40);
	term_expect(t, "коллек");
	screen_leave(t);
}

static void the_second_program_changes_no_book(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	screen_keys(t, "<C-p>Справочники<Enter>1", "book");
	screen_refuses(t, "<Ins>");
	screen_refuses(t, "<F8>");
	screen_refuses(t, "<F2>");
	screen_refuses(t, "<F6><Esc>"); /* here it is the order of the rows */
	screen_keys(t, "<Enter>", "book-item");
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(the_books_are_a_menu),
		on_empty(an_item_is_added_changed_and_deleted_and_had_back),
		on_empty(the_last_row_of_a_list_is_deleted),
		on_empty(two_items_of_one_name_are_refused),
		on_school(what_is_in_use_is_hidden_and_not_deleted),
		on_school(who_has_a_hidden_item_keeps_it),
		on_school(two_items_are_merged),
		on_empty(items_are_found_in_either_layout),
		on_empty(the_book_is_sorted_and_items_change_places),
		on_empty(a_request_says_which_competences_answer_it),
		on_empty(long_words_do_no_harm),
		on_empty(the_second_program_changes_no_book),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
