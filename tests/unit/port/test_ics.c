/* iCalendar: lines are cut and texts are escaped as RFC 5545 wants it. */
#include "port_test.h"

#include "nastavnik/base/utf8.h"
#include "nastavnik/port/ics.h"

#define STAMP 1795341600 /* 22.11.2026 10:00 UTC */

static const char *calendar_of(struct str *out, const char *summary)
{
	str_clear(out);
	ics_begin(out, "Наставничество, 2026/2027");
	ics_add(out,
		&(struct ics_event){ .uid = "task-1f@school",
				     .from = 20261231,
				     .until = 20261231,
				     .summary = summary,
				     .category = "срок" },
		STAMP);
	ics_end(out);
	return str_text(out);
}

static void an_event_is_whole_days_and_ends_on_the_next(void **state)
{
	struct str out = { 0 };

	(void)state;
	assert_string_equal(calendar_of(&out, "Собрать согласия"),
			    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
			    "PRODID:-//nastavnik//nastavnik//RU\r\n"
			    "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
			    "X-WR-CALNAME:Наставничество\\, 2026/2027\r\n"
			    "BEGIN:VEVENT\r\nUID:task-1f@school\r\nDTSTAMP:20261122T100000Z\r\n"
			    "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"
			    "SUMMARY:Собрать согласия\r\nCATEGORIES:срок\r\n"
			    "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
	str_done(&out);
}

static void signs_of_the_format_are_escaped(void **state)
{
	struct str out = { 0 };

	(void)state;
	assert_non_null(strstr(calendar_of(&out, "а, б; в\\г\nд\r: \x01"),
			       "SUMMARY:а\\, б\\; в\\\\г\\nд: \r\n"));
	str_done(&out);
}

/* The text without its foldings; each line is looked at. */
static void assert_lines(const char *text, struct str *unfolded)
{
	while (*text) {
		size_t n = strcspn(text, "\r");

		assert_int_equal(strncmp(text + n, "\r\n", 2), 0);
		assert_true(n <= 75);
		assert_true(utf8_valid(text, n));
		str_add_n(unfolded, text, n);
		text += n + 2;
		if (*text == ' ')
			text++;
		else
			str_add_char(unfolded, '\n');
	}
}

static void long_lines_are_cut_between_characters(void **state)
{
	struct str out = { 0 }, plain = { 0 }, summary = { 0 };

	(void)state;
	for (int latin = 0; latin < 80; latin++) {
		str_clear(&summary);
		str_clear(&plain);
		for (int i = 0; i < latin; i++)
			str_add_char(&summary, 'x');
		for (int i = 0; i < 90; i++)
			str_add(&summary, i % 7 ? "щ" : "😀");
		assert_lines(calendar_of(&out, str_text(&summary)), &plain);
		assert_non_null(strstr(str_text(&plain), str_text(&summary)));
	}
	str_done(&summary);
	str_done(&plain);
	str_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_event_is_whole_days_and_ends_on_the_next),
		cmocka_unit_test(signs_of_the_format_are_escaped),
		cmocka_unit_test(long_lines_are_cut_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
