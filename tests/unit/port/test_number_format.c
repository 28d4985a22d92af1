/* Numbers as a spreadsheet shows them. */
#include "number_format.h"

#include <string.h>

#include "nastavnik/base/str.h"
#include "unit.h"

static void shows(const char *code, double value, const char *wanted)
{
	const struct number_format format = number_format_of(code);
	struct str out = { 0 };

	number_show(&format, value, false, &out);
	if (strcmp(str_text(&out), wanted) != 0)
		fail_msg("%s of %.10g: “%s”, not “%s”", code, value, str_text(&out), wanted);
	str_done(&out);
}

static void plain_numbers_are_what_was_typed(void **state)
{
	(void)state;
	shows("General", 7, "7");
	shows("General", 79161234567, "79161234567"); /* a telephone */
	shows("General", 0.1 + 0.2, "0,3");
	shows("General", -2.5, "-2,5");
	shows("General", 1.0 / 3, "0,333333333");
	shows("General", 0, "0");
	shows("General", -0.0, "0");
	shows("GENERAL", 12, "12");
	shows("@", 12, "12");
	shows("", 12, "12");
}

static void dates_are_whole_ones(void **state)
{
	(void)state;
	shows("dd.mm.yyyy", 41397, "03.05.2013");
	shows("DD.MM.YYYY", 41397, "03.05.2013"); /* LibreOffice */
	shows("m/d/yy", 41397, "03.05.2013");
	shows("d mmm", 41397, "03.05.2013");
	shows("[$-419]d\\ mmmm\\ yyyy\\ \"г.\";@", 41397, "03.05.2013");
	shows("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 41397, "03.05.2013");
	shows("ДД.ММ.ГГГГ", 41397, "03.05.2013");
	shows("yyyy", 41397, "2013");
	shows("dd.mm.yyyy", 41397.9, "03.05.2013");
	shows(number_builtin(14), 41397, "03.05.2013");
	shows(number_builtin(30), 41397, "03.05.2013");
	shows("dd.mm.yyyy", 1, "01.01.1900");
	shows("dd.mm.yyyy", 59, "28.02.1900");
	shows("dd.mm.yyyy", 61, "01.03.1900"); /* 60 is a day that never was */
	shows("dd.mm.yyyy", -1, "-1");         /* no day: the number */
	shows("dd.mm.yyyy", 1e9, "1000000000");
}

static void the_other_calendar_begins_in_1904(void **state)
{
	const struct number_format format = number_format_of("dd.mm.yyyy");
	struct str out = { 0 };

	(void)state;
	number_show(&format, 39935, true, &out);
	assert_string_equal(str_text(&out), "03.05.2013");
	str_done(&out);
}

static void times_are_told_where_they_are_shown(void **state)
{
	(void)state;
	shows("dd.mm.yyyy hh:mm", 41397 + 10.25 / 24, "03.05.2013 10:15");
	shows("dd.mm.yyyy hh:mm:ss", 41397 + 10.25 / 24, "03.05.2013 10:15:00");
	shows("dd.mm.yyyy hh:mm", 41397, "03.05.2013");
	shows("h:mm", 9.0 / 24, "09:00");
	shows("[h]:mm", 1.5, "36:00");
	shows("mm:ss", 90.0 / 86400, "00:01:30");
	shows("dd.mm.yyyy hh:mm", 41397.999999999, "04.05.2013");
}

static void codes_place_the_digits(void **state)
{
	(void)state;
	shows("000000", 642, "000642");
	shows("0", 3.5, "4");
	shows("0.00", 2.675, "2,68");
	shows("0.##", 2.5, "2,5");
	shows("#.##", 0.5, ",5");
	shows("0%", 0.5, "50%");
	shows("0.0%", 0.125, "12,5%");
	shows("#,##0", 1234567, "1\u00a0234\u00a0567");
	shows("#,##0.00", 0.5, "0,50");
	shows("#,##0,", 1234567, "1\u00a0235"); /* thousands */
	shows("0\" ч\"", 2, "2 ч");
	shows("#,##0\\ [$₽-419]", 1500, "1\u00a0500 ₽");
	shows("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", 9161234567, "(916) 123-4567");
	shows("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", 1234567, "123-4567");
	shows("+0\\ \\(000\\)\\ 000\\-00\\-00", 79161234567, "+7 (916) 123-45-67");
	shows("0;(0);\"нет\"", 0, "нет");
	shows("0;(0)", -5, "(5)");
	shows("0.0", -0.01, "0,0");
	shows("_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-", 15, "15");
	shows("[Red]0", 5, "5");
	shows("# ?/?", 0.5, "0,5"); /* fractions and exponents: the number */
	shows("0.00E+00", 1500, "1500");
	shows("0\" м\"", 5, "5 м"); /* metres, no month */
}

static void nothing_breaks_a_code(void **state)
{
	static const char *const codes[] = {
		";",  ";;;",  "\"", "[",   "\\", "_", "*",     "0.",
		".0", "%%%%", ",",  "0;[", "#",  "?", "[>=]0", "0.0.0"
	};

	(void)state;
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		const struct number_format format = number_format_of(codes[i]);
		struct str out = { 0 };

		number_show(&format, 123.456, false, &out);
		number_show(&format, -1e300, false, &out);
		number_show(&format, 0, false, &out);
		str_done(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_numbers_are_what_was_typed),
		cmocka_unit_test(dates_are_whole_ones),
		cmocka_unit_test(the_other_calendar_begins_in_1904),
		cmocka_unit_test(times_are_told_where_they_are_shown),
		cmocka_unit_test(codes_place_the_digits),
		cmocka_unit_test(nothing_breaks_a_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
