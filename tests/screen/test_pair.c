/* Stage 6: a pair at work, its card and what is written down of it. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

/* The whole way of a weekly record: the stage, Ins, the theme, F2. */
static void a_meeting_is_written_down_in_a_moment(void **state)
{
	struct term *t = screen_go("6");

	(void)state;
	screen_is(t, "bonds");
	screen_keys(t, "<Ins>", "meeting");
	assert_true(body_has(t, "22.11.2026")); /* today */
	assert_true(body_has(t, "06.12.2026")); /* and a fortnight later */
	assert_true(body_has(t, "организационная"));
	screen_keys(t, "<Enter>Знакомство и правила<F2>", "bonds");
	assert_non_null(strstr(term_row(t, 3), " 1  06.12"));
	/* The next one is another kind, and is taken back as one step. */
	screen_keys(t, "<Ins>", "meeting");
	assert_true(body_has(t, "пробная рабочая"));
	screen_keys(t, "<Enter>Первое занятие<F2>", "bonds");
	assert_non_null(strstr(term_row(t, 3), " 2  06.12"));
	term_keys(t, "<C-z>");
	assert_non_null(strstr(term_row(t, 3), " 1  06.12"));
	term_keys(t, "<C-y>");
	screen_keys(t, "<Enter>", "pair");
	assert_true(body_has(t, "последняя 22.11"));
	screen_keys(t, "1", "meetings");
	assert_true(body_has(t, "Знакомство и правила"));
	assert_true(body_has(t, "Первое занятие"));
	screen_leave(t);
}

static void dates_out_of_order_or_year_are_refused(void **state)
{
	struct term *t = screen_go("6<Ins>");

	(void)state;
	screen_is(t, "meeting");
	term_keys(t, "<C-u>10092025<Enter>Дроби<F2>");
	screen_is(t, "meeting");
	screen_says(t, "10.09.2025");
	term_keys(t, "<Up><C-u>12102026<Enter><Down><Down><Down><C-u>05102026<F2>");
	screen_is(t, "meeting");
	screen_says(t, "не может быть раньше");
	screen_keys(t, "<C-u>19102026<F2>", "bonds");
	assert_non_null(strstr(term_row(t, 3), "19.10 !")); /* the day is over */
	screen_leave(t);
}

static void a_plan_comes_from_the_template(void **state)
{
	struct term *t = screen_go("6<Enter>");

	(void)state;
	screen_is(t, "pair");
	term_keys(t, "<F2>");
	screen_says(t, "Ctrl+Z");
	assert_true(body_has(t, "0/")); /* of so many lines */
	screen_keys(t, "2", "plan");
	assert_true(body_has(t, " ! ") || body_has(t, "!")); /* what is past its term */
	term_keys(t, "<F2>");
	screen_says(t, "сделано сегодня");
	assert_true(body_has(t, "22.11.2026"));
	screen_keys(t, "<Enter>", "plan-item");
	assert_true(body_has(t, "Планируемый результат"));
	screen_keys(t, "<Esc>", "plan");
	screen_keys(t, "<F10>", "pair");
	assert_true(body_has(t, "1/"));
	/* A second time it asks, and nothing is overwritten. */
	term_keys(t, "<F2>");
	term_expect(t, "уже есть строки");
	term_keys(t, "<Enter>");
	screen_says(t, "Заполнять нечего");
	screen_keys(t, "3", "programme");
	screen_keys(t, "<Ins>", "programme-item");
	screen_keys(t, "Праздник пар<F2>", "programme");
	assert_true(body_has(t, "Праздник пар"));
	screen_keys(t, "<F10>", "pair");
	assert_true(body_has(t, "ещё не утверждена"));
	screen_leave(t);
}

static void the_card_says_what_the_pair_is_about(void **state)
{
	struct term *t = screen_go("6<Enter>");

	(void)state;
	screen_keys(t, "<F4>", "pair-card");
	screen_keys(t, "Сдать экзамен по физике<F2>", "pair");
	assert_true(body_has(t, "Сдать экзамен"));
	menu_take(t, "История");
	screen_is(t, "history");
	term_expect(t, "Карточка пары");
	screen_keys(t, "<Enter>", "step");
	assert_true(body_has(t, "Цель"));
	assert_true(body_has(t, "Сдать экзамен"));
	screen_leave(t);
}

static void the_term_is_set(void **state)
{
	struct term *t = screen_go("6<Enter><Down><Down><Down><Down><Down><Down>");

	(void)state;
	screen_keys(t, "<Enter>", "pair-term");
	term_keys(t, "<Down><C-u>01.08.2026<F2>");
	screen_is(t, "pair-term");
	screen_says(t, "не может");
	screen_keys(t, "<C-u>25.12.2026<F2>", "pair");
	assert_true(body_has(t, "01.09.2026 – 25.12.2026"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "01.09.2026 – 31.05.2027"));
	screen_leave(t);
}

/* Each register: a record is added in its form and stands in its list. */
static void a_register_takes(struct term *t, const char *key, const char *list, const char *form,
			     const char *keys, const char *shown)
{
	screen_keys(t, key, list);
	screen_keys(t, "<Ins>", form);
	screen_keys(t, keys, list);
	assert_true(body_has(t, shown));
	screen_keys(t, "<F4>", form);
	term_resize(t, 12, 40);
	term_resize(t, 24, 80);
	screen_keys(t, "<Esc>", list);
	screen_keys(t, "<F10>", "pair");
}

static void all_that_a_pair_has_is_written_down(void **state)
{
	struct term *t = screen_go("6<Enter>");

	(void)state;
	a_register_takes(t, "4", "handouts", "handout", "<Enter>Памятка<F2>", "Памятка");
	a_register_takes(t, "5", "consultations", "consultation",
			 "<Enter>наставнику<Enter>Дневник<F2>", "Дневник");
	a_register_takes(t, "6", "visits", "visit", "<Enter><Enter>7В<Enter>Дроби<F2>", "Дроби");
	a_register_takes(t, "7", "pauses", "pause", "<Enter><Enter>болезнь<F2>", "болезнь");
	assert_true(body_has(t, "перерыв с 22.11"));
	screen_leave(t);
}

static void a_pause_cannot_end_before_it_begins(void **state)
{
	struct term *t = screen_go("6<Enter>7<Ins>");

	(void)state;
	screen_is(t, "pause");
	term_keys(t, "<Enter>01112026<Enter>болезнь<F2>");
	screen_is(t, "pause");
	screen_says(t, "раньше, чем начался");
	screen_keys(t, "<Up><C-u>30112026<F2>", "pauses");
	screen_leave(t);
}

static void all_marked_pairs_get_a_material_and_a_plan(void **state)
{
	struct term *t = screen_go("6<C-a>");

	(void)state;
	menu_take(t, "Выдать материал");
	screen_is(t, "pairs-handout");
	screen_keys(t, "<Enter>Памятка наставника<F2>", "bonds");
	screen_says(t, "Выдано");
	menu_take(t, "Заполнить планы всех");
	screen_says(t, "Заполнено");
	screen_keys(t, "<Enter>", "pair");
	screen_keys(t, "4", "handouts");
	assert_true(body_has(t, "Памятка наставника"));
	screen_keys(t, "<F10>", "pair");
	/* One step each. */
	term_keys(t, "<C-z>");
	screen_says(t, "Планы заполнены");
	term_keys(t, "<C-z>");
	screen_says(t, "Материал выдан");
	screen_leave(t);
}

static void somebody_is_replaced(void **state)
{
	struct term *t = screen_go("6<F4>");

	(void)state;
	screen_is(t, "bond-end");
	screen_keys(t, "<Enter>переезд<F2>", "bonds"); /* Алиева is free again */
	term_keys(t, "<Down>");
	menu_take(t, "Заменить наставника");
	screen_is(t, "pair-replace");
	term_keys(t, "<F2>"); /* by whom, and why? */
	screen_is(t, "pair-replace");
	term_keys(t, "<Up><Up><Up><Down>Алиева<Enter><Down><Down>болезнь");
	screen_keys(t, "<F2>", "bonds");
	screen_says(t, "Алиева Лейла – Алексеева Мария");
	term_expect(t, "завершена");
	screen_keys(t, "<Enter>", "pair");
	term_keys(t, "<C-z>");
	screen_says(t, "Замена наставника");
	screen_leave(t);
}

static void a_pair_that_has_worked_stays(void **state)
{
	struct term *t = screen_go("6<Ins>");

	(void)state;
	screen_keys(t, "<Enter>Знакомство<F2>", "bonds");
	term_keys(t, "<F8><Left><Enter>");
	screen_is(t, "bonds");
	screen_says(t, "уже работала");
	screen_leave(t);
}

static void a_read_only_file_is_only_looked_at(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	term_keys(t, "6");
	screen_is(t, "bonds");
	screen_refuses(t, "<Ins>");
	screen_keys(t, "<Enter>", "pair");
	screen_refuses(t, "<Ins>");
	screen_refuses(t, "<F2>");
	screen_keys(t, "1", "meetings");
	screen_refuses(t, "<Ins>");
	screen_leave_both(first, t);
}

static void many_meetings_and_a_narrow_screen(void **state)
{
	struct term *t = screen_go("6");

	(void)state;
	for (int i = 0; i < 30; i++) {
		screen_keys(t, "<Ins>", "meeting");
		screen_keys(t,
			    "<Enter>Очень длинная тема встречи о том, как готовиться к урокам, "
			    "контрольным и экзаменам, не теряя сна<F2>",
			    "bonds");
	}
	screen_keys(t, "<Enter>", "pair");
	assert_true(body_has(t, " 30 "));
	screen_keys(t, "1", "meetings");
	term_resize(t, 12, 40);
	term_expect(t, "Очень");
	term_resize(t, 40, 120);
	term_expect(t, "регулярная");
	screen_keys(t, "<F10>", "pair");
	term_resize(t, 12, 40);
	term_expect(t, "Встречи");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_bonds(a_meeting_is_written_down_in_a_moment),
		on_bonds(dates_out_of_order_or_year_are_refused),
		on_bonds(a_plan_comes_from_the_template),
		on_bonds(the_card_says_what_the_pair_is_about),
		on_bonds(the_term_is_set),
		on_bonds(all_that_a_pair_has_is_written_down),
		on_bonds(a_pause_cannot_end_before_it_begins),
		on_bonds(all_marked_pairs_get_a_material_and_a_plan),
		on_bonds(somebody_is_replaced),
		on_bonds(a_pair_that_has_worked_stays),
		on_bonds(a_read_only_file_is_only_looked_at),
		on_bonds(many_meetings_and_a_narrow_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
