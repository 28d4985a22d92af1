#include "nastavnik/model/school.h"
#include "unit.h"

static void a_new_year_has_the_defaults_of_the_field(void **state)
{
	struct year y;

	(void)state;
	year_init(&y, 2026);
	assert_int_equal(y.year, 2026);
	assert_int_equal(y.bond_from, 20260901);
	assert_int_equal(y.bond_to, 20270531);
	assert_int_equal(y.weight_topics, 50);
	assert_int_equal(y.weight_choices, 20);
	assert_int_equal(y.weight_interests + y.weight_age + y.weight_hours, 30);
	assert_int_equal(y.ballot_size, 3);
	assert_int_equal(y.need_consent, 0);
	assert_string_equal(y.methodology, "r145");
	for (size_t i = 0; i < year_match_fields.n; i++)
		assert_int_equal(field_check(&year_match_fields.row[i], &y), RC_OK);
	for (size_t i = 0; i < year_order_fields.n; i++)
		assert_int_equal(field_check(&year_order_fields.row[i], &y), RC_OK);
}

static void school_years_have_two_numbers(void **state)
{
	char buf[12];

	(void)state;
	assert_string_equal(year_name(2026, buf), "2026/2027");
	assert_string_equal(year_name(1999, buf), "1999/2000");
}

static void from_august_on_the_new_school_year_counts(void **state)
{
	(void)state;
	assert_int_equal(year_of(20260731), 2025);
	assert_int_equal(year_of(20260801), 2026);
	assert_int_equal(year_of(20261122), 2026);
	assert_int_equal(year_of(20270101), 2026);
	assert_int_equal(year_of(20260000), 2026); /* the year alone */
}

static void a_term_must_not_end_before_it_begins(void **state)
{
	const struct field *f = field_find(year_order_fields, "bond_to");
	struct year y;

	(void)state;
	year_init(&y, 2026);
	y.bond_to = 20260831;
	assert_int_equal(field_check(f, &y), RC_INVALID);
}

static void weights_may_not_all_be_zero(void **state)
{
	const struct field *f = field_find(year_match_fields, "weight_topics");
	struct year y;

	(void)state;
	year_init(&y, 2026);
	y.weight_topics = 101;
	assert_int_equal(field_check(f, &y), RC_INVALID);
	y.weight_topics = 0;
	assert_int_equal(field_check(f, &y), RC_OK);
	y.weight_choices = y.weight_interests = y.weight_age = y.weight_hours = 0;
	assert_int_equal(field_check(f, &y), RC_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_year_has_the_defaults_of_the_field),
		cmocka_unit_test(school_years_have_two_numbers),
		cmocka_unit_test(from_august_on_the_new_school_year_counts),
		cmocka_unit_test(a_term_must_not_end_before_it_begins),
		cmocka_unit_test(weights_may_not_all_be_zero),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
