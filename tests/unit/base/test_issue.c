#include "nastavnik/base/issue.h"
#include "unit.h"

static void issues_are_kept_in_order_with_what_they_are_about(void **state)
{
	struct arena a = { 0 };
	struct issues list = { .arena = &a };

	(void)state;
	issue_add(&list, ISSUE_ERROR, 12, 0, "Иванов Пётр", "Row %d.", 12);
	issue_add(&list, ISSUE_NOTE, 0, 77, NULL, "Fine.");
	assert_int_equal(list.n, 2);
	assert_int_equal(list.row[0].level, ISSUE_ERROR);
	assert_int_equal(list.row[0].row, 12);
	assert_string_equal(list.row[0].name, "Иванов Пётр");
	assert_string_equal(list.row[0].text, "Row 12.");
	assert_int_equal(list.row[1].subject, 77);
	assert_string_equal(list.row[1].name, "");
	arena_done(&a);
}

static void beyond_the_limit_issues_are_only_counted(void **state)
{
	struct arena a = { 0 };
	struct issues list = { .arena = &a, .limit = 10 };

	(void)state;
	for (int i = 0; i < 25; i++)
		issue_add(&list, i % 5 ? ISSUE_WARNING : ISSUE_QUESTION, i, 0, NULL, "?");
	assert_int_equal(list.n, 10);
	assert_int_equal(list.count[ISSUE_WARNING], 20);
	assert_int_equal(list.count[ISSUE_QUESTION], 5);
	assert_int_equal(list.count[ISSUE_ERROR], 0);
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(issues_are_kept_in_order_with_what_they_are_about),
		cmocka_unit_test(beyond_the_limit_issues_are_only_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
