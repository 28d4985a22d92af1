/* The roadmap of the year: all stages in one list, and what is done to many steps at once. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

#define OPEN "<Home><Enter><Home><Enter>"

static void it_is_the_first_door_of_stage_1(void **state)
{
	struct term *t = screen_go(OPEN);

	(void)state;
	screen_is(t, "roadmap");
	term_expect(t, "сделано 0/35 · просрочено");
	assert_true(body_has(t, "Этап 1 · Подготовка условий · 0/7"));
	assert_true(body_has(t, "1.1    Назначить куратора программы"));
	assert_true(body_has(t, "05.09 !"));
	assert_true(body_has(t, "Этап 2 · База наставляемых · 0/4"));
	screen_keys(t, "<End>", "roadmap");
	assert_true(body_has(t, "Этап 7 · Завершение"));
	screen_leave(t);
}

static void a_stage_is_marked_as_a_whole(void **state)
{
	struct term *t = screen_go(OPEN " <F4>");

	(void)state;
	screen_is(t, "roadmap-many");
	assert_true(body_has(t, "Шагов: 9"));
	assert_true(body_has(t, "Назначить куратора программы"));
	screen_keys(t, "Орлова И.В.<F2>", "roadmap");
	screen_says(t, "Изменено шагов: 9");
	term_keys(t, "орлова");
	term_expect(t, "найдено 9");
	term_keys(t, "<Esc><C-z>орлова");
	term_expect(t, "найдено 0");
	screen_leave(t);
}

static void done_is_ticked_or_given_its_day_and_document(void **state)
{
	struct term *t = screen_go(OPEN "<Down><F2>");

	(void)state;
	assert_true(body_has(t, "✓ 22.11"));
	screen_keys(t, "<Down>  <F4><Tab>10.09.2026<Tab>приказ № 14<F2>", "roadmap");
	assert_true(body_has(t, "✓ 10.09"));
	term_keys(t, "приказ № 14");
	term_expect(t, "найдено 2");
	screen_leave(t);
}

static void nothing_filled_in_is_no_change(void **state)
{
	struct term *t = screen_go(OPEN " <F4><F2>");

	(void)state;
	screen_is(t, "roadmap-many");
	screen_says(t, "ничего не заполнено");
	screen_leave(t);
}

static void all_terms_move_at_once_and_are_shown_before(void **state)
{
	struct term *t = screen_go(OPEN "<F3>");

	(void)state;
	screen_is(t, "roadmap-move");
	assert_true(body_has(t, "12.09.2026 → 21.09.2026")); /* +7 is a Saturday */
	screen_keys(t, "<F2>", "roadmap");
	screen_says(t, "Перенесено сроков");
	assert_true(body_has(t, "14.09 !"));
	assert_false(body_has(t, "05.09 !"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "05.09 !"));
	screen_leave(t);
}

static void terms_of_marked_steps_alone_move(void **state)
{
	struct term *t = screen_go(OPEN "<Down> <F3>1<Tab>");

	(void)state;
	term_expect(t, "Изменится сроков: 1");
	assert_true(body_has(t, "отмеченные"));
	screen_keys(t, "<F2>", "roadmap");
	assert_true(body_has(t, "07.09 !")); /* 06.09 is a Sunday */
	screen_leave(t);
}

static void no_term_leaves_the_year(void **state)
{
	struct term *t = screen_go(OPEN "<F3>200<Tab>");

	(void)state;
	assert_true(body_has(t, "! вне учебного года"));
	screen_keys(t, "<F2>", "roadmap-move");
	screen_says(t, "не попадает");
	screen_keys(t, "<Esc><Right><Enter>", "roadmap"); /* do not save */
	screen_leave(t);
}

static void a_step_of_the_template_comes_back(void **state)
{
	struct term *t = screen_go(OPEN "<Down><F8>");

	(void)state;
	screen_says(t, "Ctrl+Z");
	assert_false(body_has(t, "Назначить куратора программы"));
	menu_take(t, "недостающие шаги");
	term_expect(t, "1 · 05.09 · Назначить куратора программы");
	screen_keys(t, "<Enter>", "roadmap");
	screen_says(t, "Добавлено шагов из образца: 1");
	assert_true(body_has(t, "1.1    Назначить куратора программы"));
	menu_take(t, "недостающие шаги");
	screen_says(t, "есть все шаги");
	screen_leave(t);
}

static void a_new_step_belongs_to_the_stage_under_the_cursor(void **state)
{
	struct term *t = screen_go(OPEN "Собрать согласия наставников<Esc><Ins>");

	(void)state;
	screen_is(t, "task");
	screen_keys(t, "Позвонить на завод<Tab>05.10.2026<F2>", "roadmap");
	term_keys(t, "позвонить");
	assert_true(body_has(t, "3.6    Позвонить на завод"));
	term_keys(t, "<Esc>");
	screen_keys(t, "<Enter>", "task");
	screen_keys(t, "<Tab><C-u>05.10.2027<F2>", "task");
	screen_says(t, "не попадает в учебный год");
	screen_keys(t, "<Esc><Right><Enter>", "roadmap");
	screen_leave(t);
}

static void it_is_seen_as_a_paper_first(void **state)
{
	struct term *t = screen_go(OPEN "<F5>");

	(void)state;
	term_expect(t, "УТВЕРЖДАЮ");
	term_expect(t, "Этап 1. Подготовка условий для запуска программы");
	screen_leave(t);
}

static void a_step_half_typed_is_gone_on_with(void **state)
{
	struct term *t = screen_go(OPEN "<Ins>Позвонить на завод<Tab>");

	(void)state;
	screen_kill(t);
	t = screen_open(FILE_NAME);
	menu_take(t, "Незаконченные");
	screen_is(t, "drafts");
	assert_true(body_has(t, "Позвонить на завод"));
	screen_keys(t, "<Enter><Enter>", "task");
	assert_true(body_has(t, "Позвонить на завод"));
	term_keys(t, "<Esc><Right><Enter>"); /* do not save */
	screen_leave(t);
}

static void the_heading_of_a_stage_leads_to_it(void **state)
{
	struct term *t = screen_go(OPEN "<Enter>");

	(void)state;
	screen_is(t, "stage");
	term_expect(t, "Этап 1");
	screen_leave(t);
}

static void the_second_program_moves_nothing(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	screen_keys(t, OPEN "<Down>", "roadmap");
	screen_refuses(t, "<F2>");
	screen_refuses(t, "<F3>");
	screen_refuses(t, "<F8>");
	screen_refuses(t, "<Ins>");
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(it_is_the_first_door_of_stage_1),
		on_empty(a_stage_is_marked_as_a_whole),
		on_empty(done_is_ticked_or_given_its_day_and_document),
		on_empty(nothing_filled_in_is_no_change),
		on_empty(all_terms_move_at_once_and_are_shown_before),
		on_empty(terms_of_marked_steps_alone_move),
		on_empty(no_term_leaves_the_year),
		on_empty(a_step_of_the_template_comes_back),
		on_empty(a_new_step_belongs_to_the_stage_under_the_cursor),
		on_empty(it_is_seen_as_a_paper_first),
		on_empty(a_step_half_typed_is_gone_on_with),
		on_empty(the_heading_of_a_stage_leads_to_it),
		on_empty(the_second_program_moves_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
