/* Indicators: counted, typed, fixed, against targets; and what stands behind a figure. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

/* On the first indicator: children of 10–19 as mentees. */
static struct term *indicators_go(void)
{
	struct term *t = screen_go("");

	menu_take(t, "Показатели года");
	screen_is(t, "indicators");
	term_keys(t, "<Home><Down>");
	return t;
}

static void a_share_says_of_how_many_and_whom(void **state)
{
	struct term *t = indicators_go();

	(void)state;
	term_expect(t, "на 22.11.2026");
	assert_true(body_has(t, "10,7\u00a0%"));
	assert_true(body_has(t, "45 из 420"));
	assert_true(body_has(t, "база наставляемых"));
	screen_keys(t, "<Enter>", "indicator-facts");
	term_expect(t, "45 из 420");
	screen_keys(t, "<Enter>", "mentee");
	screen_keys(t, "<F10>", "indicator-facts");
	/* Some had not come of age by the first of October; the other days have not come. */
	term_keys(t, "<F2>");
	term_expect(t, "на начало · 45 из 402");
	term_keys(t, "<F2>");
	term_expect(t, "сейчас · 45 из 420");
	screen_leave(t);
}

static void what_is_not_known_leads_to_where_it_is_typed(void **state)
{
	struct term *t = indicators_go();

	(void)state;
	term_keys(t, "<Down><Down>");
	assert_true(body_has(t, "Не хватает числа"));
	screen_keys(t, "<Enter>", "headcount");
	term_keys(t, "<End><Up><F4>8<Enter><F10>");
	screen_is(t, "indicators");
	assert_true(body_has(t, "0 из 8"));
	screen_leave(t);
}

static void what_was_fixed_does_not_move(void **state)
{
	struct term *t = indicators_go();

	(void)state;
	term_keys(t, "<F2>");
	term_expect(t, "больше не сдвинется");
	term_keys(t, "<Right><Right><Enter>");
	screen_says(t, "Зафиксирован");
	assert_true(body_has(t, "зафиксировано на 22.11.2026"));
	term_keys(t, "<F8><Right><Right><Enter>");
	screen_says(t, "снова счита");
	assert_false(body_has(t, "зафиксировано"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "зафиксировано на 22.11.2026"));
	screen_leave(t);
}

static void a_target_gives_a_verdict(void **state)
{
	struct term *t = indicators_go();

	(void)state;
	assert_false(body_has(t, "ниже"));
	term_keys(t, "<F3>много<Enter>");
	screen_says(t, "много");
	term_keys(t, "<C-u>70<Enter>");
	assert_true(body_has(t, "70\u00a0%"));
	assert_true(body_has(t, "ниже"));
	menu_take(t, "Цели по годам");
	screen_is(t, "targets");
	assert_true(body_has(t, "история"));
	screen_refuses(t, "<Home><Enter>"); /* 2020 */
	term_keys(t, "<Down><Down><Down><Down><Down><Enter><C-u>10<Enter><F10>");
	screen_is(t, "indicators");
	assert_true(body_has(t, "есть"));
	menu_take(t, "Цели по годам");
	term_keys(t, "<Home><Down><Down><Down><Down><Down><F8>");
	screen_says(t, "Цель убрана");
	screen_leave(t);
}

static void values_of_the_school_are_typed_with_their_source(void **state)
{
	struct term *t = indicators_go();

	(void)state;
	term_keys(t, "удовлетворённость педагогов<Down>");
	screen_keys(t, "<Enter>", "indicator-values");
	term_keys(t, "высокая<F2>");
	screen_says(t, "не число");
	term_keys(t, "<Home><C-u>62,5<Tab>опрос сентября<F2>");
	screen_is(t, "indicators");
	assert_true(body_has(t, "62,5\u00a0%"));
	assert_true(body_has(t, "опрос сентября"));
	menu_take(t, "История");
	screen_keys(t, "<Enter>", "step");
	assert_true(body_has(t, "опрос сентября"));
	screen_leave(t);
}

static void the_years_stand_beside_each_other(void **state)
{
	struct term *t = indicators_go();

	(void)state;
	screen_keys(t, "<F6>", "indicator-years");
	assert_true(body_has(t, "2026/2027"));
	assert_true(body_has(t, "10,7\u00a0%"));
	screen_leave(t);
}

static void the_list_is_the_schools(void **state)
{
	struct term *t = indicators_go();

	(void)state;
	menu_take(t, "Список показателей");
	screen_is(t, "indicator-list");
	screen_keys(t, "<Ins>", "indicator");
	term_keys(t, "9.1<Tab>Волонтёрские часы<F2>");
	screen_is(t, "indicator-list");
	term_keys(t, "<F10>волонт");
	screen_is(t, "indicators");
	assert_true(body_has(t, "9.1"));
	screen_leave(t);
}

static void the_days_are_the_schools(void **state)
{
	struct term *t = indicators_go();

	(void)state;
	menu_take(t, "На какие даты");
	screen_is(t, "indicator-days");
	term_keys(t, "<C-u>01.11.2025<F2>");
	screen_says(t, "не в учебном году");
	term_keys(t, "<Home><C-u>22.11.2026<F2>");
	screen_is(t, "indicators");
	assert_true(body_has(t, "на начало, 22.11.2026"));
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(a_share_says_of_how_many_and_whom),
		on_school(what_is_not_known_leads_to_where_it_is_typed),
		on_school(what_was_fixed_does_not_move),
		on_school(a_target_gives_a_verdict),
		on_school(values_of_the_school_are_typed_with_their_source),
		on_school(the_years_stand_beside_each_other),
		on_school(the_list_is_the_schools),
		on_school(the_days_are_the_schools),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
