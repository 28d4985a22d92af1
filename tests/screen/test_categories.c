/* Categories: hidden at each start, on a screen of their own, in reports a number only. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

/* Two lines in the reference book. */
static void book_fill(struct term *t)
{
	menu_take(t, "Справочники");
	screen_is(t, "books");
	term_keys(t, "6");
	screen_is(t, "book");
	screen_keys(t, "<Ins>", "book-item");
	term_keys(t, "категория один<F2>");
	screen_is(t, "book");
	screen_keys(t, "<F10>", "books");
}

static void nobody_sees_them_before_they_are_switched_on(void **state)
{
	struct term *t = screen_go("<F3>Быков Пётр");

	(void)state;
	assert_false(menu_has(t, "Категории этого человека"));
	menu_take(t, "Показать или скрыть категории");
	term_keys(t, "<Enter>"); /* the harmless button */
	assert_false(menu_has(t, "Категории этого человека"));
	menu_take(t, "Показать или скрыть категории");
	term_keys(t, "<Left><Enter>");
	screen_says(t, "Категории показаны");
	assert_true(menu_has(t, "Категории этого человека"));
	menu_take(t, "Показать или скрыть категории");
	screen_says(t, "снова скрыты");
	assert_false(menu_has(t, "Категории этого человека"));
	screen_leave(t);
}

static void one_is_noted_and_stands_nowhere_else(void **state)
{
	struct term *t = screen_go("");
	char *text;

	(void)state;
	book_fill(t);
	term_keys(t, "<F10><F3>Быков Пётр");
	screen_is(t, "people");
	menu_take(t, "Показать или скрыть категории");
	term_keys(t, "<Left><Enter>");
	menu_take(t, "Категории этого человека");
	screen_is(t, "category");
	term_keys(t, "категория<Enter><Enter><F2>");
	screen_is(t, "people");
	screen_says(t, "Запись сохранена");
	assert_false(body_has(t, "категория один"));
	term_keys(t, "<Esc>категория");
	assert_false(body_has(t, "Быков Пётр")); /* nor is it found by */
	term_keys(t, "<Esc>");
	menu_take(t, "Категории в цифрах");
	screen_is(t, "categories");
	term_expect(t, "категория один");
	term_expect(t, "меньше 3");
	screen_leave(t);
	/* the next sitting begins without them */
	t = screen_go("<F3>");
	assert_false(menu_has(t, "Категории в цифрах"));
	screen_leave(t);
	assert_int_equal(command("export", "people", FILE_NAME, "--to", "all.csv", NULL), 0);
	text = file_text("all.csv");
	assert_null(strstr(text, "категория"));
	free(text);
	text = program_says(NASTAVNIK, "history", FILE_NAME, NULL);
	assert_non_null(strstr(text, "Изменена закрытая отметка"));
	assert_null(strstr(text, "Быков Пётр"));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(nobody_sees_them_before_they_are_switched_on),
		on_school(one_is_noted_and_stands_nowhere_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
