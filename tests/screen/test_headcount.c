/* Head counts: from the list, as of a day, typed where there is no list. */
#include "screen.h"

#include <string.h>

static struct term *headcount_go(void)
{
	struct term *t = screen_go("<F3>");

	menu_take(t, "Численность");
	screen_is(t, "headcount");
	return t;
}

static void the_list_is_counted_and_the_coverage_shown(void **state)
{
	struct term *t = headcount_go();

	(void)state;
	term_expect(t, "на 22.11.2026");
	term_expect(t, "по списку");
	term_expect(t, "Обучающиеся 10–19 лет");
	term_expect(t, "%");
	screen_refuses(t, "<F4>"); /* a number that is counted is not typed */
	screen_leave(t);
}

static void another_day_and_a_typed_number(void **state)
{
	struct term *t = headcount_go();

	(void)state;
	term_keys(t, "<F2><C-u>31.02.2027<Enter>");
	screen_says(t, "31.02.2027");
	term_keys(t, "<C-u>01.09.2026<Enter>");
	term_expect(t, "на 01.09.2026");
	term_keys(t, "<End><Enter>много<Enter>");
	screen_says(t, "много");
	term_keys(t, "<C-u>5<Enter>");
	term_expect(t, "введено");
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	assert_false(body_has(t, "введено"));
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(the_list_is_counted_and_the_coverage_shown),
		on_school(another_day_and_a_typed_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
