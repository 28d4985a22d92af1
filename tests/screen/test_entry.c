/* Typing sheets of a questionnaire. */
#include "screen.h"

#include <string.h>

static void an_empty_year_has_no_questionnaires(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Анкеты");
	screen_is(t, "surveys");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(an_empty_year_has_no_questionnaires),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
