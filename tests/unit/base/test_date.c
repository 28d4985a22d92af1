#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "nastavnik/base/date.h"
#include "unit.h"

static void a_day_knows_its_place_in_week_and_month(void **state)
{
	(void)state;
	assert_int_equal(date_weekday(19700101), 4);
	assert_int_equal(date_weekday(20261122), 7);
	assert_int_equal(date_weekday(20261123), 1);
	assert_int_equal(date_weekday(20260000), 0);
	assert_int_equal(date_add_months(20261122, 0), 20261101);
	assert_int_equal(date_add_months(20261130, 2), 20270101);
	assert_int_equal(date_add_months(20270115, -1), 20261201);
	assert_int_equal(date_add_months(20260000, 1), DATE_NONE);
}

static void dates_are_read_however_people_write_them(void **state)
{
	static const struct {
		const char *text;
		int date;
	} rows[] = {
		{ "01.09.2026", 20260901 },
		{ "1.9.26", 20260901 },
		{ "1/9/2026", 20260901 },
		{ "01-09-2026", 20260901 },
		{ "01,09,2026", 20260901 },
		{ "2026-09-01", 20260901 },
		{ "2026.9.1", 20260901 },
		{ "2026-09-01T10:00:00", 20260901 },
		{ "2026-09-01 00:00:00.000", 20260901 },
		{ "01.09.2026 0:00", 20260901 },
		{ "01.09.2026 г.", 20260901 },
		{ "01. 09. 2026", 20260901 },
		{ "1 сентября 2026 г.", 20260901 },
		{ "«1» сентября 2026 года", 20260901 },
		{ " 1\u00A0СЕНТЯБРЯ 2026", 20260901 },
		{ "12 мая 2011", 20110512 },
		{ "12 май 2011", 20110512 },
		{ "3 марта 11", 20110303 },
		{ "3 сен. 2026", 20260903 },
		{ "29 февраля 2024", 20240229 },
		{ "31.12.50", 19501231 },
		{ "31.12.49", 20491231 },
		{ "01.01.00", 20000101 },
		{ "2011", 20110000 },
		{ "2011 г.р.", 20110000 },
		{ "2011 год", 20110000 },
		{ "2011 года рождения", 20110000 },
		{ "", DATE_NONE },
		{ "  ", DATE_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int date = -1;

		if (!date_parse(rows[i].text, &date) || date != rows[i].date)
			fail_msg("“%s” gave %d, not %d", rows[i].text, date, rows[i].date);
	}
}

static void what_is_no_day_of_the_calendar_is_refused_and_changes_nothing(void **state)
{
	static const char *const texts[] = {
		"31.02.2026",
		"29.02.2023",
		"29.02.2100",
		"00.09.2026",
		"01.00.2026",
		"01.13.2026",
		"32.01.2026",
		"01.09",
		"01.09.",
		"1.9.2",
		"01.09.20266",
		"01.09.1899",
		"01.09.2200",
		"1899",
		"11",
		"20111",
		"сентябрь",
		"1 сентября",
		"1 сентябрика 2026",
		"1 ма 2026",
		"32 мая 2011",
		"1.9.2026 x",
		"1..2026",
		"7В",
		"2026-09-01-02",
		"1/9.2026",
		"-1.9.2026",
		"01.09.2026 10",
		"9999999999999999999",
		"1 сентября 202",
		"01.09.0026",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		int date = 42;

		if (date_parse(texts[i], &date))
			fail_msg("“%s” gave %d", texts[i], date);
		assert_int_equal(date, 42);
	}
}

static void a_date_is_shown_as_it_is_read(void **state)
{
	char buf[DATE_SIZE];
	int back;

	(void)state;
	assert_string_equal(date_format(20260901, buf), "01.09.2026");
	assert_string_equal(date_format(20110000, buf), "2011");
	assert_string_equal(date_format(DATE_NONE, buf), "");
	for (int date = 19000101; date != DATE_NONE; date = date_add_days(date, 1)) {
		assert_true(date_parse(date_format(date, buf), &back));
		assert_int_equal(back, date);
	}
}

static void days_are_counted_over_all_three_centuries(void **state)
{
	int days = 0;

	(void)state;
	for (int date = 19000101; date != DATE_NONE; date = date_add_days(date, 1)) {
		assert_true(date_whole(date));
		assert_int_equal(date_add_days(19000101, days++), date);
	}
	assert_int_equal(days, 300 * 365 + 73); /* 75 leap years but 1900 and 2100 */
	assert_int_equal(date_add_days(20260301, -1), 20260228);
	assert_int_equal(date_add_days(20240229, 366), 20250301);
	assert_int_equal(date_add_days(20261231, -365), 20251231);
	assert_int_equal(date_add_days(21991231, 1), DATE_NONE);
	assert_int_equal(date_add_days(19000101, -1), DATE_NONE);
	assert_int_equal(date_add_days(20110000, 1), DATE_NONE);
	assert_int_equal(date_add_days(20260901, INT32_MAX), DATE_NONE);
}

static void only_days_and_years_are_valid(void **state)
{
	(void)state;
	assert_true(date_valid(20240229));
	assert_true(date_valid(20110000));
	assert_false(date_whole(20110000));
	assert_false(date_valid(20110900));
	assert_false(date_valid(20230229));
	assert_false(date_valid(DATE_NONE));
	assert_false(date_valid(-20110101));
	assert_int_equal(date_make(2026, 9, 1), 20260901);
	assert_int_equal(date_make(2011, 0, 0), 20110000);
	assert_int_equal(date_make(2026, 2, 30), DATE_NONE);
	assert_int_equal(date_make(2026, 0, 5), DATE_NONE);
	assert_int_equal(date_year(20260901), 2026);
	assert_int_equal(date_month(20110000), 0);
	assert_int_equal(date_day(20260901), 1);
}

static void age_is_counted_in_full_years(void **state)
{
	(void)state;
	assert_int_equal(date_age(20110901, 20260831), 14);
	assert_int_equal(date_age(20110901, 20260901), 15);
	assert_int_equal(date_age(20080229, 20260228), 17);
	assert_int_equal(date_age(20110000, 20260101), 15);
	assert_int_equal(date_age(20110901, 20260000), 15);
	assert_int_equal(date_age(DATE_NONE, 20260901), -1);
	assert_int_equal(date_age(20110901, DATE_NONE), -1);
	assert_int_equal(date_age(20270101, 20260901), -1);
}

static void the_clock_can_be_fixed(void **state)
{
	char buf[20];

	(void)state;
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	assert_int_equal(date_today(), 20261122);
	assert_string_equal(clock_format(clock_now(), buf), "22.11.2026 10:00");
	setenv("NASTAVNIK_NOW", "what is this", 1);
	assert_true(llabs(clock_now() - (int64_t)time(NULL)) <= 1);
	unsetenv("NASTAVNIK_NOW");
	assert_true(llabs(clock_now() - (int64_t)time(NULL)) <= 1);
	assert_true(clock_ms() <= clock_ms());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_knows_its_place_in_week_and_month),
		cmocka_unit_test(dates_are_read_however_people_write_them),
		cmocka_unit_test(what_is_no_day_of_the_calendar_is_refused_and_changes_nothing),
		cmocka_unit_test(a_date_is_shown_as_it_is_read),
		cmocka_unit_test(days_are_counted_over_all_three_centuries),
		cmocka_unit_test(only_days_and_years_are_valid),
		cmocka_unit_test(age_is_counted_in_full_years),
		cmocka_unit_test(the_clock_can_be_fixed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
