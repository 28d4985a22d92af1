/* Interviews and courses: means, shares, who has passed, numbers that follow one another. */
#include "nastavnik/model/training.h"

#include <string.h>

#include "unit.h"

static struct interview sheet(int64_t mark)
{
	struct interview s;

	record_init(&interview_type, &s, 1, 20261022);
	for (size_t c = 0; c < CRITERIA; c++)
		s.mark[c] = mark;
	return s;
}

static void a_mean_leaves_out_what_was_not_asked(void **state)
{
	struct interview s[2] = { sheet(4), sheet(FIELD_NOTHING) };
	struct interview_means means;

	(void)state;
	assert_int_equal(interview_mean(&s[0]), 40);
	assert_true(interview_mean(&s[1]) == FIELD_NOTHING);
	s[1].mark[0] = 5;
	interview_means(s, 2, &means);
	assert_int_equal(means.by[0], 45);
	assert_int_equal(means.by[1], 40);
	assert_int_equal(means.all, 41); /* 37 of 9 marks */
	interview_means(s, 0, &means);
	assert_true(means.all == FIELD_NOTHING);
}

static void criteria_stand_in_the_order_of_the_sheet(void **state)
{
	struct interview s = sheet(FIELD_NOTHING);

	(void)state;
	for (size_t c = 0; c < CRITERIA; c++) {
		s.mark[c] = 3;
		assert_int_equal(field_int(criterion_field(c), &s), 3);
		s.mark[c] = CRITERION_MAX + 1;
		assert_int_equal(field_check(criterion_field(c), &s), RC_INVALID);
		s.mark[c] = 0;
		assert_int_equal(field_check(criterion_field(c), &s), RC_OK);
	}
	assert_string_equal(criterion_field(0)->name, "experience");
	assert_string_equal(criterion_field(CRITERIA - 1)->name, "motivation");
}

static void an_absence_with_a_reason_does_not_count(void **state)
{
	struct attended a = { .lessons = 9, .held = 6, .there = 4 };

	(void)state;
	assert_int_equal(attended_share(&a), 67);
	a.excused = 2;
	assert_int_equal(attended_share(&a), 100);
	a.excused = 6;
	a.there = 0;
	assert_true(attended_share(&a) == FIELD_NOTHING);
	assert_true(attended_share(&(struct attended){ .lessons = 9 }) == FIELD_NOTHING);
}

static struct course course_with(int64_t attend, int64_t pass)
{
	struct course c;

	record_init(&course_type, &c, 2026, 20261001);
	c.attend = attend;
	c.mark_pass = pass;
	c.mark_max = pass == FIELD_NOTHING ? FIELD_NOTHING : 20;
	return c;
}

static enum learning stands(int64_t attend, int64_t pass, int64_t mark, struct attended a)
{
	struct course c = course_with(attend, pass);
	struct learner l = { .mark = mark };

	return course_learning(&c, &l, &a);
}

static void passed_has_who_has_what_the_course_asks_for(void **state)
{
	const int64_t none = FIELD_NOTHING;
	const struct attended all = { .lessons = 4, .held = 4, .there = 4 };
	const struct attended half = { .lessons = 4, .held = 4, .there = 2 };
	const struct attended begun = { .lessons = 4, .held = 2, .there = 2 };

	(void)state;
	assert_int_equal(stands(70, 12, 12, all), LEARNING_PASSED);
	assert_int_equal(stands(70, 12, 11, all), LEARNING_FAILED);
	assert_int_equal(stands(70, 12, none, all), LEARNING_GOING);
	assert_int_equal(stands(70, 12, 20, half), LEARNING_ABSENT);
	assert_int_equal(stands(70, 12, none, half), LEARNING_ABSENT);
	assert_int_equal(stands(50, 12, 12, half), LEARNING_PASSED);
	assert_int_equal(stands(70, 12, 20, begun), LEARNING_GOING);
	/* a test alone, lessons alone, neither */
	assert_int_equal(stands(none, 12, 12, begun), LEARNING_PASSED);
	assert_int_equal(stands(70, none, none, all), LEARNING_PASSED);
	assert_int_equal(stands(none, none, none, half), LEARNING_PASSED);
	assert_int_equal(stands(none, none, none, begun), LEARNING_GOING);
	assert_int_equal(stands(70, none, none, (struct attended){ 0 }), LEARNING_GOING);
	/* excused from every lesson: there is nothing to judge by */
	assert_int_equal(
		stands(70, none, none, (struct attended){ .lessons = 2, .held = 2, .excused = 2 }),
		LEARNING_ABSENT);
}

static void numbers_follow_one_another(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_string_equal(number_after(&a, ""), "1");
	assert_string_equal(number_after(&a, "9"), "10");
	assert_string_equal(number_after(&a, "Н-009"), "Н-010");
	assert_string_equal(number_after(&a, "Н-999"), "Н-1000");
	assert_string_equal(number_after(&a, "2026/07"), "2026/08");
	assert_string_equal(number_after(&a, "Н"), "Н 1");
	assert_string_equal(number_after(&a, "12345678901234567890"), "12345678901234567891");
	arena_done(&a);
}

static void a_course_that_cannot_be_passed_is_refused(void **state)
{
	struct course c = course_with(70, 12);

	(void)state;
	assert_int_equal(course_type.check(&c), RC_OK);
	c.mark_pass = 21;
	assert_int_equal(course_type.check(&c), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "21"));
	c.mark_max = FIELD_NOTHING;
	assert_int_equal(course_type.check(&c), RC_INVALID);
}

static void a_certificate_is_given_before_it_is_received(void **state)
{
	struct learner l = { .certificate = "7",
			     .certified_on = 20261101,
			     .received_on = 20261102 };

	(void)state;
	assert_int_equal(learner_type.check(&l), RC_OK);
	l.received_on = 20261031;
	assert_int_equal(learner_type.check(&l), RC_INVALID);
	l = (struct learner){ .certificate = "", .received_on = 20261031 };
	assert_int_equal(learner_type.check(&l), RC_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mean_leaves_out_what_was_not_asked),
		cmocka_unit_test(criteria_stand_in_the_order_of_the_sheet),
		cmocka_unit_test(an_absence_with_a_reason_does_not_count),
		cmocka_unit_test(passed_has_who_has_what_the_course_asks_for),
		cmocka_unit_test(numbers_follow_one_another),
		cmocka_unit_test(a_course_that_cannot_be_passed_is_refused),
		cmocka_unit_test(a_certificate_is_given_before_it_is_received),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
