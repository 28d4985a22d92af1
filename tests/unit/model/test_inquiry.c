/* Requests from above as a text and back. */
#include "../unit.h"

#include <string.h>

#include "nastavnik/model/inquiry.h"

static void a_request_is_read_back_as_it_was_written(void **state)
{
	static const char text[] = "what=mentees\ncount\nnumbered\nfrom=01.10.2026\nto=31.10.2026\n"
				   "column=class_name|Класс, литера\ncolumn=age\n"
				   "if=class_name is 7; 8А\nif=partners empty\nif=age not 14–17\n"
				   "group=form\ngroup=class_name\n";
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct inquiry q;

	(void)state;
	inquiry_read(&a, text, &q, &issues);
	assert_int_equal(issues.n, 0);
	assert_string_equal(q.what, "mentees");
	assert_true(q.count && q.numbered);
	assert_int_equal(q.to, 20261031);
	assert_string_equal(q.column[0].heading, "Класс, литера");
	assert_int_equal(q.condition[1].test, INQUIRY_EMPTY);
	assert_string_equal(q.condition[0].value, "7; 8А");
	assert_int_equal(q.groups, 2);
	assert_string_equal(inquiry_write(&a, &q), text);
	arena_done(&a);
}

static void lines_that_are_not_understood_are_told_by_number(void **state)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct inquiry q;

	(void)state;
	inquiry_read(&a,
		     "what=pairs\ncolour=red\nif=form\nif=form like x\nfrom=32.10.2026\ncolumn=\n"
		     "group=a\ngroup=b\ngroup=c\n# remark\n",
		     &q, &issues);
	assert_int_equal(issues.n, 6);
	assert_int_equal(issues.row[0].row, 2);
	assert_int_equal(issues.row[5].row, 9);
	assert_string_equal(q.what, "pairs");
	assert_int_equal(q.conditions, 0);
	assert_int_equal(q.groups, 2);
	arena_done(&a);
}

static void a_period_is_two_days_one_or_a_month(void **state)
{
	static const struct {
		const char *text;
		int64_t from, to;
		const char *shown;
	} row[] = {
		{ "01.10.2026–31.10.2026", 20261001, 20261031, "01.10.2026–31.10.2026" },
		{ "01.10.2026 - 31.10.2026", 20261001, 20261031, "01.10.2026–31.10.2026" },
		{ "22.11.2026", 20261122, 20261122, "22.11.2026" },
		{ "02.2027", 20270201, 20270228, "01.02.2027–28.02.2027" },
		{ "–31.10.2026", 0, 20261031, "–31.10.2026" },
		{ "", 0, 0, "" },
	};
	static const char *const none[] = { "вчера", "31.10.2026–01.10.2026", "2026", "31.02.2026",
					    "13.2026" };
	struct arena a = { 0 };
	int64_t from = 5, to = 5;

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		assert_int_equal(inquiry_period_parse(row[i].text, &from, &to), RC_OK);
		assert_int_equal(from, row[i].from);
		assert_int_equal(to, row[i].to);
		assert_string_equal(inquiry_period_show(&a, from, to), row[i].shown);
	}
	from = 5;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_int_equal(inquiry_period_parse(none[i], &from, &to), RC_INVALID);
	assert_int_equal(from, 5);
	arena_done(&a);
}

static void columns_are_taken_moved_and_left_out(void **state)
{
	struct inquiry q = { .what = "pairs" };

	(void)state;
	assert_true(inquiry_column_switch(&q, "a"));
	assert_true(inquiry_column_switch(&q, "b"));
	assert_true(inquiry_column_switch(&q, "c"));
	inquiry_column_move(&q, 0, -1);
	inquiry_column_move(&q, 2, 1);
	inquiry_column_move(&q, 0, 1);
	assert_string_equal(q.column[0].field, "b");
	assert_string_equal(q.column[1].field, "a");
	assert_true(inquiry_column_switch(&q, "b"));
	assert_int_equal(q.columns, 2);
	assert_string_equal(q.column[0].field, "a");
	q.columns = INQUIRY_COLUMNS;
	for (size_t i = 0; i < INQUIRY_COLUMNS; i++)
		q.column[i] = (struct inquiry_column){ "x", "" };
	assert_false(inquiry_column_switch(&q, "y"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_request_is_read_back_as_it_was_written),
		cmocka_unit_test(lines_that_are_not_understood_are_told_by_number),
		cmocka_unit_test(a_period_is_two_days_one_or_a_month),
		cmocka_unit_test(columns_are_taken_moved_and_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
