/* Editing a text by its letters, and breaking texts into rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "edit.h"
#include "nastavnik/base/utf8.h"
#include "theme.h"
#include "wrap.h"

static bool full;

static void press(struct edit *e, uint32_t key)
{
	edit_key(e, &(struct event){ .key = key }, &full);
}

static void type(struct edit *e, const char *text)
{
	uint32_t cp;

	for (size_t n; (n = utf8_decode(text, &cp)); text += n)
		press(e, cp);
}

static void text_is(struct edit *e, const char *text, size_t at)
{
	assert_string_equal(str_text(&e->text), text);
	assert_int_equal(e->at, at);
}

static void letters_go_in_and_out_whole(void **state)
{
	struct edit e = { 0 };

	(void)state;
	edit_begin(&e, "Ёж");
	press(&e, K_HOME);
	press(&e, K_RIGHT);
	type(&e, "лк");
	text_is(&e, "Ёлкж", 6);
	press(&e, K_BACKSPACE);
	press(&e, K_DEL);
	text_is(&e, "Ёл", 4);
	edit_done(&e);
}

static void a_mark_joins_its_letter(void **state)
{
	struct edit e = { 0 };

	(void)state;
	edit_begin(&e, "");
	press(&e, 0x438);
	press(&e, 0x306);
	text_is(&e, "й", 2);
	press(&e, 'x');
	press(&e, 0x301); /* x with an acute: no character of its own, one cluster */
	press(&e, K_LEFT);
	assert_int_equal(e.at, 2);
	press(&e, K_DEL);
	text_is(&e, "й", 2);
	edit_done(&e);
}

static void undo_takes_back_words_not_letters(void **state)
{
	struct edit e = { 0 };

	(void)state;
	edit_begin(&e, "");
	type(&e, "один два");
	press(&e, K_CTRL('z'));
	text_is(&e, "один", 8);
	press(&e, K_CTRL('z'));
	text_is(&e, "", 0);
	press(&e, K_CTRL('z'));
	text_is(&e, "", 0);
	press(&e, K_CTRL('y'));
	press(&e, K_CTRL('y'));
	text_is(&e, "один два", 15);
	press(&e, K_CTRL('u'));
	text_is(&e, "", 0);
	press(&e, K_CTRL('z'));
	text_is(&e, "один два", 15);
	edit_done(&e);
}

static void undo_forgets_the_oldest_only(void **state)
{
	struct edit e = { 0 };

	(void)state;
	edit_begin(&e, "");
	for (int i = 0; i < 200; i++)
		type(&e, " а");
	for (int i = 0; i < 300; i++)
		press(&e, K_CTRL('z'));
	assert_true(e.text.len > 0);
	edit_done(&e);
}

static void words_are_jumped_over(void **state)
{
	struct edit e = { 0 };

	(void)state;
	edit_begin(&e, "Анна Мария, 7В");
	press(&e, K_WORD_LEFT);
	assert_int_equal(e.at, strlen("Анна Мария, "));
	press(&e, K_WORD_LEFT);
	press(&e, K_WORD_LEFT);
	assert_int_equal(e.at, 0);
	press(&e, K_WORD_RIGHT);
	assert_int_equal(e.at, strlen("Анна "));
	press(&e, K_CTRL('w'));
	text_is(&e, "Мария, 7В", 0);
	press(&e, K_CTRL('k'));
	text_is(&e, "", 0);
	edit_done(&e);
}

static void a_paste_into_one_line_has_no_line_ends(void **state)
{
	struct edit e = { .max = 12 };

	(void)state;
	edit_begin(&e, "");
	edit_key(&e, &(struct event){ .key = K_PASTE, .text = "Иванов\nПётр\tх" }, &full);
	assert_true(full);
	text_is(&e, "Иванов Пётр ", 22);
	type(&e, "ё");
	assert_true(full);
	press(&e, 0x301); /* a mark needs no room of its own */
	press(&e, K_CTRL('z'));
	text_is(&e, "Иванов Пётр ", 22);
	edit_done(&e);
}

static void digits_of_a_date_get_their_dots(void **state)
{
	struct edit e = { .date = true };

	(void)state;
	edit_begin(&e, "");
	type(&e, "01092026");
	text_is(&e, "01.09.2026", 10);
	edit_begin(&e, "");
	type(&e, "1.9.2026");
	text_is(&e, "1.9.2026", 8);
	edit_begin(&e, "");
	type(&e, "01");
	press(&e, K_BACKSPACE);
	type(&e, "2");
	text_is(&e, "02", 2);
	edit_done(&e);
}

static void a_fresh_text_gives_way_to_what_is_typed(void **state)
{
	struct edit e = { 0 };

	(void)state;
	edit_begin(&e, "01.09.2026");
	e.date = e.fresh = true;
	type(&e, "12");
	text_is(&e, "12", 2);
	press(&e, K_CTRL('z'));
	text_is(&e, "01.09.2026", 10); /* one step back */
	e.fresh = true;
	press(&e, K_LEFT); /* the cursor went into it: it is to be mended */
	press(&e, K_BACKSPACE);
	type(&e, "3");
	text_is(&e, "01.09.2036", 9);
	edit_begin(&e, "17");
	e.fresh = true;
	press(&e, K_BACKSPACE);
	text_is(&e, "1", 1);
	edit_done(&e);
}

static void several_lines_are_walked_up_and_down(void **state)
{
	struct edit e = { .lines = true };
	int row, column;

	(void)state;
	edit_begin(&e, "");
	type(&e, "один");
	press(&e, K_ENTER);
	type(&e, "два три четыре");
	edit_place(&e, 8, &row, &column);
	assert_int_equal(row, 2);
	assert_int_equal(column, 6);
	assert_true(edit_vertical(&e, 8, -1));
	assert_true(edit_vertical(&e, 8, -1));
	edit_place(&e, 8, &row, &column);
	assert_int_equal(row, 0);
	assert_int_equal(column, 4);
	assert_false(edit_vertical(&e, 8, -1));
	press(&e, K_END);
	press(&e, K_ENTER);
	edit_place(&e, 8, &row, &column);
	assert_int_equal(row, 1);
	assert_int_equal(column, 0);
	text_is(&e, "один\n\nдва три четыре", 9);
	edit_done(&e);
}

static void the_cursor_reaches_an_empty_last_line(void **state)
{
	struct edit e = { .lines = true };

	(void)state;
	edit_begin(&e, "а\n");
	press(&e, K_HOME);
	assert_true(edit_vertical(&e, 10, -1));
	assert_int_equal(e.at, 0);
	assert_true(edit_vertical(&e, 10, 1));
	assert_int_equal(e.at, 3);
	assert_false(edit_vertical(&e, 10, 1));
	edit_done(&e);
}

static void rows_break_at_spaces(void **state)
{
	const char *text = "один два\nтри-четыре-пять шесть";
	size_t shown;

	(void)state;
	assert_int_equal(wrap_next(text, 80, &shown), strlen("один два\n"));
	assert_int_equal(shown, strlen("один два"));
	assert_int_equal(wrap_next(text, 6, &shown), strlen("один "));
	assert_int_equal(shown, strlen("один"));
	assert_int_equal(wrap_count(text, 6), 6);
	assert_int_equal(wrap_count("", 6), 1);
	assert_int_equal(wrap_next("абв", 0, &shown), 2); /* never stands still */
}

static void a_bar_is_full_only_when_all_is_done(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_string_equal(bar_text(&a, 4, 0, 7), "▱▱▱▱");
	assert_string_equal(bar_text(&a, 4, 1, 700), "▰▱▱▱");
	assert_string_equal(bar_text(&a, 4, 699, 700), "▰▰▰▱");
	assert_string_equal(bar_text(&a, 4, 9, 7), "▰▰▰▰");
	assert_string_equal(bar_text(&a, 4, 0, 0), "▱▱▱▱");
	arena_done(&a);
}

static void bars_of_a_chart_begin_in_one_column(void **state)
{
	struct arena a = { 0 };
	struct lines lines = { .arena = &a };
	static const struct chart_bar bar[] = { { "Было", 5, "5,0", INK_DIM },
						{ "Потом стало", 10, "10,0", INK_TEXT },
						{ NULL, 0, "–", INK_TEXT } };

	(void)state;
	lines_chart(&lines, 4, 10, bar, 3);
	assert_int_equal(lines.n, 3);
	assert_string_equal(lines.row[0].text, "Было        ▰▰▱▱ 5,0");
	assert_int_equal(lines.row[0].ink, INK_DIM);
	assert_string_equal(lines.row[1].text, "Потом стало ▰▰▰▰ 10,0");
	assert_string_equal(lines.row[2].text, "            ▱▱▱▱ –");
	arena_done(&a);
}

static void a_theme_is_read_by_parts(void **state)
{
	static struct theme theme;
	const char *text =
		"# x\n[a]\nbad = red on blue bold\nnonsense = red\n\n[a 256]\nbad = 210\n"
		"[b]\nbad = green\n[twins]\n✓ = +\n№ = N\n[linux]\nlacks = ✓ ▰\n";

	(void)state;
	theme_parse(&theme, text, "a", false);
	assert_int_equal(theme.ink[INK_BAD].fg, 1);
	assert_int_equal(theme.ink[INK_BAD].bg, 4);
	assert_int_equal(theme.ink[INK_BAD].attributes, THEME_BOLD);
	assert_int_equal(theme.ink[INK_GOOD].fg, THEME_DEFAULT);
	theme_parse(&theme, text, "a", true);
	assert_int_equal(theme.ink[INK_BAD].fg, 210);
	assert_int_equal(theme.twins, 2);
	assert_string_equal(theme_twin(&theme, 0x2713)->text, "+");
	assert_true(theme_twin(&theme, 0x2713)->linux_lacks);
	assert_false(theme_twin(&theme, 0x2116)->linux_lacks);
	assert_null(theme_twin(&theme, 'x'));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_go_in_and_out_whole),
		cmocka_unit_test(a_mark_joins_its_letter),
		cmocka_unit_test(undo_takes_back_words_not_letters),
		cmocka_unit_test(undo_forgets_the_oldest_only),
		cmocka_unit_test(words_are_jumped_over),
		cmocka_unit_test(a_paste_into_one_line_has_no_line_ends),
		cmocka_unit_test(digits_of_a_date_get_their_dots),
		cmocka_unit_test(a_fresh_text_gives_way_to_what_is_typed),
		cmocka_unit_test(several_lines_are_walked_up_and_down),
		cmocka_unit_test(the_cursor_reaches_an_empty_last_line),
		cmocka_unit_test(rows_break_at_spaces),
		cmocka_unit_test(a_bar_is_full_only_when_all_is_done),
		cmocka_unit_test(bars_of_a_chart_begin_in_one_column),
		cmocka_unit_test(a_theme_is_read_by_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
