#include "nastavnik/model/workday.h"
#include "unit.h"

static void a_day_off_gives_way_to_the_next_working_day(void **state)
{
	static const struct {
		int day;
		enum rest rest;
		int works;
	} rows[] = {
		{ 20260904, REST_WEEKEND, 20260904 }, /* Friday */
		{ 20260905, REST_WEEKEND, 20260907 }, /* Saturday */
		{ 20260905, REST_SUNDAY, 20260905 },  { 20260906, REST_SUNDAY, 20260907 },
		{ 20260906, REST_IGNORED, 20260906 }, { 20261104, REST_SUNDAY, 20261105 },
		{ 20261104, REST_IGNORED, 20261104 }, { 20270101, REST_WEEKEND, 20270111 },
		{ 20270101, REST_SUNDAY, 20270109 }, /* Saturday the 9th is no holiday any more */
		{ 20270501, REST_WEEKEND, 20270503 }, { 20270509, REST_SUNDAY, 20270510 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(workday_from(rows[i].day, rows[i].rest), rows[i].works);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_off_gives_way_to_the_next_working_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
