/* Readiness before pairs are formed. */
#include "screen.h"

#include <string.h>

static struct term *ready_go(void)
{
	struct term *t = screen_open(FILE_NAME);

	term_keys(t, "5");
	menu_take(t, "Готовность");
	screen_is(t, "ready");
	return t;
}

static void who_waits_and_what_is_missing_stands_in_one_list(void **state)
{
	struct term *t = ready_go();

	(void)state;
	term_expect(t, "ждут 45 · свободных мест 64");
	term_expect(t, "нет запроса");
	term_expect(t, "Цой Юлия");
	screen_leave(t);
}

static void enter_leads_to_the_record_and_what_is_mended_goes(void **state)
{
	struct term *t = ready_go();

	(void)state;
	term_keys(t, "Цой");
	screen_keys(t, "<Enter>", "mentee");
	term_keys(t, "<Tab><Tab><Tab><Tab><Tab><Tab>математика<Enter><Enter><F2>");
	screen_is(t, "ready");
	assert_false(body_has(t, "нет запроса"));
	screen_leave(t);
}

static void a_line_about_a_form_opens_nobody(void **state)
{
	struct term *t = ready_go();

	(void)state;
	term_keys(t, "<End>");
	term_expect(t, "форма наставничества");
	screen_refuses(t, "<Enter>");
	screen_keys(t, "<F2>", "pairs");
	screen_leave(t);
}

static void an_empty_school_is_told_what_to_do(void **state)
{
	struct term *t = ready_go();

	(void)state;
	term_expect(t, "ждут 0");
	term_expect(t, "Никто не ждёт наставника");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(who_waits_and_what_is_missing_stands_in_one_list),
		on_school(enter_leads_to_the_record_and_what_is_mended_goes),
		on_school(a_line_about_a_form_opens_nobody),
		on_empty(an_empty_school_is_told_what_to_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
