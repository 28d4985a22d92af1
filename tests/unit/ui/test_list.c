/* The list on a terminal: finding, sorting, marks, and records that the cursor follows. */
#include "pty.h"

static struct term *list_of(const char *people, struct term_options options)
{
	struct term *t = gallery_start(people, options);

	term_keys(t, "1");
	return t;
}

static struct term *list(void)
{
	return list_of("48", (struct term_options){ 0 });
}

static void leave(struct term *t)
{
	term_keys(t, "<F10>");
	gallery_leave(t);
}

static void it_shows_where_one_is(void **state)
{
	struct term *t = list();

	(void)state;
	term_expect_row(
		t, 0,
		" Этап 2 · База наставляемых                                    48 человек · все");
	term_expect(t, "ФИО ↑");
	assert_int_equal(term_cursor_row(t), 3);
	term_golden(t, GOLDEN, "list");
	leave(t);
}

static void letters_find_at_once(void **state)
{
	struct term *t = list();

	(void)state;
	term_keys(t, "ёлк");
	term_expect(t, "7 человек · найденные");
	term_expect(t, "Find: ёлк_   found: 7");
	term_expect(t, "Ёлкина Зоя");
	term_keys(t, "<Backspace><Backspace><Backspace>");
	term_expect(t, "48 человек · все");
	leave(t);
}

static void the_other_layout_finds_too(void **state)
{
	struct term *t = list();

	(void)state;
	term_keys(t, "Bdfyjdyf"); /* Ивановна */
	term_expect(t, "6 человек · найденные");
	term_expect(t, "Салтыкова-Щедрина");
	term_keys(t, "<Esc>");
	term_expect(t, "48 человек");
	leave(t);
}

static void esc_clears_the_find_and_then_goes_back(void **state)
{
	struct term *t = list();

	(void)state;
	term_keys(t, "щед<Esc>");
	term_expect(t, "48 человек · все");
	term_keys(t, "<Esc>");
	term_expect(t, "Галерея");
	gallery_leave(t);
}

static void nothing_found_says_how_to_go_on(void **state)
{
	struct term *t = list();

	(void)state;
	term_keys(t, "яяя");
	term_expect(t, "Nothing is found for “яяя”. Esc shows all rows again.");
	term_keys(t, "<Down><PageDown><Enter><Esc>");
	term_expect(t, "48 человек");
	leave(t);
}

static void keys_that_come_together_are_not_lost(void **state)
{
	struct term *t = list();

	(void)state;
	term_keys(t, "тит<Down><Down><Enter>"); /* one write: find, move, open */
	term_expect(t, "Карточка");
	term_expect(t, "Титов-2");
	term_keys(t, "<Esc><Esc>");
	leave(t);
}

static void a_column_sorts_and_turns_round(void **state)
{
	struct term *t = list();

	(void)state;
	term_keys(t, "<F6><Down><Enter>");
	term_expect(t, "Класс↑");
	term_expect_row(t, 3,
			"   Алексеева Мария Сергеевна            5В                        ! нет");
	term_click_text(t, "Класс");
	term_expect(t, "Класс↓");
	term_click_text(t, "ФИО");
	term_expect(t, "ФИО ↑");
	term_click_text(t, "Согласие"); /* a column that cannot be sorted by */
	term_expect(t, "ФИО ↑");
	leave(t);
}

static void the_cursor_follows_its_record_when_the_order_changes(void **state)
{
	struct term *t = list();
	const char *name = "Алексеева-3";
	int col;

	(void)state;
	term_keys(t, "<Down><Down><Down>");
	assert_int_equal(term_find(t, name, &col), term_cursor_row(t));
	term_keys(t, "<F6><Enter>"); /* the same column: turned round */
	term_expect(t, "ФИО ↓");
	assert_int_equal(term_find(t, name, &col), term_cursor_row(t));
	leave(t);
}

static void marks_stay_with_their_records(void **state)
{
	struct term *t = list();

	(void)state;
	term_keys(t, "  <Down> <F6><Enter>");
	term_expect(t, "Marked: 3.");
	term_keys(t, "<End>");
	term_expect(t, " * Алексеева-1");
	term_keys(t, "<F8>");
	term_expect(t, "Удалено: 3. Ctrl+Z – вернуть.");
	term_expect(t, "45 человек");
	term_keys(t, "<Down>");
	term_expect_not(t, "Marked");
	leave(t);
}

static void all_are_marked_and_unmarked_by_one_key(void **state)
{
	struct term *t = list();

	(void)state;
	term_keys(t, "<C-a>");
	term_expect(t, "Marked: 48.");
	term_keys(t, "<C-a><C-t>");
	term_expect(t, "Marked: 1.");
	leave(t);
}

static void a_space_belongs_to_the_find_once_it_has_begun(void **state)
{
	struct term *t = list();

	(void)state;
	term_keys(t, "титов лев");
	term_expect(t, "Find: титов лев_");
	term_expect(t, "1 человек");
	leave(t);
}

static void a_new_record_gets_the_cursor(void **state)
{
	struct term *t = list();
	int col;

	(void)state;
	term_keys(t, "<Ins>Яковлев<Tab>Ян<F2>");
	term_expect(t, "Сохранено: Яковлев Ян");
	assert_int_equal(term_find(t, "Яковлев Ян", &col), term_cursor_row(t));
	term_expect(t, "49 человек");
	leave(t);
}

static void a_click_goes_there_and_a_second_one_opens(void **state)
{
	struct term *t = list();

	(void)state;
	term_click(t, 6, 10);
	assert_int_equal(term_cursor_row(t), 6);
	term_click(t, 6, 10);
	term_expect(t, "Карточка");
	term_keys(t, "<Esc>");
	leave(t);
}

static void an_empty_list_says_what_to_do(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "5");
	term_expect(t, "Здесь пока никого нет. F2 – внести первого человека");
	term_keys(t, "<Up><Down><PageUp><PageDown><Home><End> <C-a><Enter>");
	term_expect(t, "Здесь пока никого нет");
	leave(t);
}

static void a_wide_screen_shows_the_card_beside(void **state)
{
	struct term *t = list_of("48", (struct term_options){ .rows = 40, .cols = 120 });

	(void)state;
	term_expect(t, "│ Алексеева Мария Сергеевна");
	term_golden(t, GOLDEN, "list_wide");
	term_resize(t, 24, 80);
	term_expect_not(t, "│");
	term_resize(t, 12, 40);
	term_golden(t, GOLDEN, "list_narrow");
	leave(t);
}

static void a_hundred_thousand_rows_are_only_rows(void **state)
{
	struct term *t = list_of("100000", (struct term_options){ 0 });

	(void)state;
	term_expect(t, "100000 человек");
	term_keys(t, "<End><Up><PageUp><Home><PageDown><Down>");
	term_keys(t, "салтыкова-щедрина-14284");
	term_expect(t, "1 человек");
	term_keys(t, "<Esc><C-a>");
	term_expect(t, "Marked: 100000.");
	leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_shows_where_one_is),
		cmocka_unit_test(letters_find_at_once),
		cmocka_unit_test(the_other_layout_finds_too),
		cmocka_unit_test(esc_clears_the_find_and_then_goes_back),
		cmocka_unit_test(nothing_found_says_how_to_go_on),
		cmocka_unit_test(keys_that_come_together_are_not_lost),
		cmocka_unit_test(a_column_sorts_and_turns_round),
		cmocka_unit_test(the_cursor_follows_its_record_when_the_order_changes),
		cmocka_unit_test(marks_stay_with_their_records),
		cmocka_unit_test(all_are_marked_and_unmarked_by_one_key),
		cmocka_unit_test(a_space_belongs_to_the_find_once_it_has_begun),
		cmocka_unit_test(a_new_record_gets_the_cursor),
		cmocka_unit_test(a_click_goes_there_and_a_second_one_opens),
		cmocka_unit_test(an_empty_list_says_what_to_do),
		cmocka_unit_test(a_wide_screen_shows_the_card_beside),
		cmocka_unit_test(a_hundred_thousand_rows_are_only_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
