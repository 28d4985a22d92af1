/* Monitoring: the menu of its figures and papers. */
#include "screen.h"

static void monitoring_is_reached_from_the_stages(void **state)
{
	struct term *t = screen_go("<Down><Down><Down><Down><Down><Enter>");

	(void)state;
	term_expect(t, "Мониторинг: показатели");
	menu_take(t, "Мониторинг");
	screen_is(t, "monitoring");
	assert_true(body_has(t, "Численность"));
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(monitoring_is_reached_from_the_stages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
