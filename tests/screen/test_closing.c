/* A year is closed and can only be read, is opened again on purpose, and stands beside others. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

static void years_open(struct term *t)
{
	menu_take(t, "учебные годы");
	screen_is(t, "years");
}

static void year_close(struct term *t)
{
	years_open(t);
	screen_keys(t, "<F2>", "year-close");
	screen_keys(t, "<F2>", "years");
	screen_says(t, "закрыт, завершено пар и групп: 34. Ctrl+Z");
}

static void closing_lists_what_is_unfinished(void **state)
{
	struct term *t = screen_go("");

	(void)state;
	years_open(t);
	screen_keys(t, "<F2>", "year-close");
	assert_true(body_has(t, "где не записан результат: 45"));
	assert_true(body_has(t, "Нет дневников"));
	assert_true(body_has(t, "34 работающие пары"));
	assert_true(body_has(t, "ещё не закончился"));
	term_keys(t, "<C-u><F2>"); /* without a day */
	screen_is(t, "year-close");
	screen_keys(t, "01.12.2026<Tab><C-u><F2>", "year-close"); /* without a reason */
	screen_keys(t, "переезд школы<F2>", "years");
	assert_true(body_has(t, "закрыт 22.11.2026"));
	screen_keys(t, "<F10>", "home");
	screen_keys(t, "6", "bonds");
	assert_true(body_has(t, STATE_ENDED));
	assert_false(body_has(t, STATE_AT_WORK));
	screen_leave(t);
}

static void a_closed_year_can_only_be_read(void **state)
{
	struct term *t = screen_go("");

	(void)state;
	year_close(t);
	screen_keys(t, "<F10>", "home");
	assert_true(body_has(t, "Год закрыт: можно смотреть"));
	assert_false(body_has(t, "без пары")); /* nobody is missed any more */
	screen_keys(t, "<F3>", "people");
	term_expect(t, "2026/2027 закрыт");
	screen_refuses(t, "<Ins>");
	screen_says(t, "Этот учебный год закрыт");
	screen_keys(t, "<F10>", "home");
	screen_refuses(t, "<F2>");     /* nothing is brought in */
	screen_keys(t, "1", "school"); /* what belongs to no year */
	term_keys(t, "<Tab><C-u>Девятая<F2>");
	screen_is(t, "home");
	term_expect(t, "Девятая");
	screen_leave(t);
}

static void it_is_opened_again_on_purpose(void **state)
{
	struct term *t = screen_go("");

	(void)state;
	year_close(t);
	screen_refuses(t, "<F2>");
	term_keys(t, "<F4><Enter>"); /* the first button leaves it closed */
	assert_true(body_has(t, "закрыт 22.11.2026"));
	term_keys(t, "<F4>");
	assert_true(body_has(t, "сданные отчёты"));
	term_keys(t, "<Right><Enter>");
	screen_says(t, "снова можно менять");
	assert_false(body_has(t, "закрыт 22.11.2026"));
	screen_keys(t, "<F10><F3><Ins>", "person");
	screen_keys(t, "<Esc><F10>", "home");
	years_open(t);
	term_keys(t, "<C-z>"); /* the opening is taken back */
	screen_says(t, SAID_TAKEN_BACK);
	assert_true(body_has(t, "закрыт 22.11.2026"));
	term_keys(t, "<C-z>"); /* the closing */
	assert_false(body_has(t, "закрыт 22.11.2026"));
	screen_keys(t, "<F10>", "home");
	screen_keys(t, "6", "bonds");
	assert_true(body_has(t, STATE_AT_WORK));
	screen_leave(t);
}

static void the_next_year_begins_beside_a_closed_one(void **state)
{
	struct term *t = screen_go("");

	(void)state;
	year_close(t);
	screen_keys(t, "<Ins><F2>", "home");
	term_expect(t, "2027/2028");
	screen_keys(t, "<F3><Ins>", "person");
	screen_keys(t, "<Esc><F10>", "home");
	years_open(t);
	screen_keys(t, "<End><Enter>", "home");
	screen_says(t, "только смотреть");
	term_expect(t, "2026/2027 закрыт");
	screen_refuses(t, "<F2>");
	screen_keys(t, "<F3>", "people");
	menu_take(t, "самому новому"); /* the same screen of the other year */
	screen_is(t, "people");
	screen_says(t, "Вы работаете в учебном году 2027/2028");
	screen_keys(t, "<Ins>", "person");
	screen_keys(t, "<Esc>", "people");
	menu_take(t, "предыдущий учебный год");
	screen_is(t, "people");
	term_expect(t, "2026/2027 закрыт");
	screen_keys(t, "<F10>", "home");
	screen_leave(t);
	t = screen_go(""); /* begins with the newest */
	term_expect(t, "2027/2028");
	screen_leave(t);
}

static void a_past_year_says_so_on_every_screen(void **state)
{
	static const char *const autumn[] = { "NASTAVNIK_NOW=2027-09-10T10:00:00", NULL };
	struct term *t = screen_open_as(FILE_NAME, (struct term_options){ .env = autumn });

	(void)state;
	years_open(t);
	assert_true(body_has(t, "прошёл, не закрыт"));
	screen_keys(t, "<Ins><F2>", "home");
	assert_true(body_has(t, "1 прошлый учебный год не закрыт"));
	years_open(t);
	screen_keys(t, "<End><Enter>", "home");
	term_expect(t, "прошлый год 2026/2027");
	assert_false(body_has(t, "не закрыт")); /* the first line says it */
	screen_keys(t, "<F3>", "people");
	term_expect(t, "прошлый год 2026/2027");
	screen_keys(t, "<Ins>", "person"); /* and can be changed */
	screen_keys(t, "<Esc><F10>", "home");
	screen_leave(t);
}

static void years_stand_beside_each_other(void **state)
{
	struct term *t = screen_go("");

	(void)state;
	year_close(t);
	screen_keys(t, "<Ins><F2>", "home");
	menu_take(t, "Сравнение");
	screen_is(t, "compare");
	assert_true(body_has(t, "2026/2027   2027/2028")); /* the newest at the right */
	assert_true(body_has(t, "Создано пар и групп"));
	term_keys(t, "Создано");
	assert_true(body_has(t, "▰ 34") || body_has(t, "▰  34"));        /* the bar */
	term_keys(t, "<Esc><F5>CSV<Enter><Enter><C-u>years.csv<Enter>"); /* in UTF-8 */
	char *table = file_text("years.csv");
	assert_non_null(strstr(table, "2026/2027;2027/2028"));
	assert_non_null(strstr(table, "Создано пар и групп;34;0"));
	free(table);
	screen_leave(t);
}

/* Whoever stands in a pair stays, and the sentence says where. */
static void who_stands_in_a_pair_is_not_deleted(void **state)
{
	struct term *t = screen_go("2<Enter>");
	(void)state;
	screen_is(t, "mentee");
	screen_keys(t, "<F10><F8><Left><Enter>", "mentees");
	screen_says(t, "есть записи: пары и группы");
	screen_keys(t, "<F10>", "home");
	year_close(t);
	screen_keys(t, "<Ins><F2>", "home"); /* the next year, where he is in no base */
	screen_keys(t, "<F3>Быков Пётр<F8><Left><Enter>", "people");
	screen_says(t, "список закрытого года");
	assert_true(body_has(t, "Быков Пётр"));
	screen_leave(t);
}

static void the_second_program_closes_nothing(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	years_open(t);
	screen_refuses(t, "<F2>");
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_bonds(closing_lists_what_is_unfinished),
		on_bonds(a_closed_year_can_only_be_read),
		on_bonds(it_is_opened_again_on_purpose),
		on_bonds(the_next_year_begins_beside_a_closed_one),
		on_school(a_past_year_says_so_on_every_screen),
		on_bonds(years_stand_beside_each_other),
		on_bonds(who_stands_in_a_pair_is_not_deleted),
		on_empty(the_second_program_closes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
