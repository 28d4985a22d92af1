/* Registers: simple records in lists, each with its form. */
#include "screen.h"

#include <string.h>

static void a_paper_is_registered_changed_and_had_back(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Реестр документов");
	screen_is(t, "documents");
	assert_true(body_has(t, "Ins"));
	screen_keys(t, "<Ins>", "document");
	term_keys(t, "<Down>145-од<Down>05092026<Down>О назначении куратора программы<F2>");
	screen_is(t, "documents");
	assert_true(body_has(t, "145-од"));
	assert_true(body_has(t, "05.09.2026"));
	assert_true(body_has(t, "О назначении куратора"));
	screen_keys(t, "<F4>", "document");
	term_keys(t, "<Down><End>/2<F2>");
	assert_true(body_has(t, "145-од/2"));
	/* Found by any of its fields, in the other layout too. */
	term_keys(t, "rehfnjhf");
	assert_true(body_has(t, "145-од/2"));
	term_keys(t, "<Esc><F8>");
	screen_says(t, "Ctrl+Z");
	assert_false(body_has(t, "145-од"));
	term_keys(t, "<C-z><C-z>");
	assert_true(body_has(t, "145-од"));
	assert_false(body_has(t, "145-од/2"));
	screen_leave(t);
}

static void many_are_deleted_only_when_asked(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Реестр документов");
	for (int i = 0; i < 3; i++) {
		screen_keys(t, "<Ins>", "document");
		term_keys(t, "<Down><Down><Down>Протокол педсовета<F2>");
	}
	term_keys(t, "<C-a><F8>");
	term_expect(t, "3 записи");
	term_keys(t, "<Esc>");
	assert_true(body_has(t, "Протокол педсовета"));
	term_keys(t, "<F8><Left><Enter>");
	assert_false(body_has(t, "Протокол педсовета"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "Протокол педсовета"));
	screen_leave(t);
}

static void what_happened_is_told_in_the_history(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Реестр документов");
	screen_keys(t, "<Ins>", "document");
	term_keys(t, "<Down>7<Down><Down>Положение<F2>");
	menu_take(t, "История");
	screen_is(t, "history");
	term_expect(t, "документ: Положение");
	screen_keys(t, "<Enter>", "step");
	assert_true(body_has(t, "Номер"));
	assert_true(body_has(t, "Положение · документ"));
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(a_paper_is_registered_changed_and_had_back),
		on_empty(many_are_deleted_only_when_asked),
		on_empty(what_happened_is_told_in_the_history),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
