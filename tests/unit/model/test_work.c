/* Who is behind by how many days; which pair is effective; diaries, months, terms. */
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/model/work.h"
#include "unit.h"

static const struct work_rules rules = { .diaries = 1,
					 .diary_day = 5,
					 .meet_every = 14,
					 .effective_meetings = 8,
					 .effective_plan = 70 };

static struct work pair(void)
{
	return (struct work){ .active = true, .mentees = 1, .from = 20260901, .to = 20270531 };
}

static struct behind behind_on(const struct work *w, int on)
{
	return work_behind(w, &rules, 2026, on);
}

static void days_without_a_meeting_count_from_the_last_one(void **state)
{
	struct work w = pair();

	(void)state;
	assert_int_equal(behind_on(&w, 20260915).meeting, 0);
	assert_int_equal(behind_on(&w, 20260916).meeting, 1);
	w.last = 20260910;
	assert_int_equal(behind_on(&w, 20260924).meeting, 0);
	assert_int_equal(behind_on(&w, 20260930).meeting, 6);
}

static void days_of_a_pause_do_not_count(void **state)
{
	const struct pause_span pause[] = { { 20260911, 20260920 }, { 20260918, 20260922 } };
	const struct pause_span now[] = { { 20260911, 0 } };
	struct work w = pair();

	(void)state;
	w.pause = pause;
	w.pauses = 2;
	/* Twelve days of the thirty, though ten and five of them overlap. */
	assert_int_equal(behind_on(&w, 20261001).meeting, 30 - 12 - 14);
	w.pause = now;
	w.pauses = 1;
	assert_int_equal(behind_on(&w, 20270101).days, 0);
}

static void nobody_is_behind_outside_the_term(void **state)
{
	struct work w = pair();

	(void)state;
	assert_int_equal(behind_on(&w, 20260801).days, 0);
	assert_int_equal(behind_on(&w, 20270601).days, 0);
	w.active = false;
	assert_int_equal(behind_on(&w, 20261201).days, 0);
}

static void a_diary_is_missing_after_its_day(void **state)
{
	struct work w = pair();
	struct behind b;

	(void)state;
	w.last = 20261110;
	assert_int_equal(behind_on(&w, 20261005).diaries, 0);
	b = behind_on(&w, 20261006);
	assert_int_equal(b.diaries, 1);
	assert_int_equal(b.diary, 1);
	b = behind_on(&w, 20261115);
	assert_int_equal(b.diaries, 2);
	assert_int_equal(b.oldest, 0);
	assert_int_equal(b.diary, date_days(20261005, 20261115));
	w.handed = 1u << 0 | 1u << 1;
	assert_int_equal(behind_on(&w, 20261115).days, 0);
}

static void what_is_optional_is_not_asked_for(void **state)
{
	struct work_rules without = rules;
	struct work w = pair();

	(void)state;
	without.diaries = 0;
	without.meet_every = 0;
	assert_int_equal(work_behind(&w, &without, 2026, 20270101).days, 0);
	assert_false(work_diary_due(&w, &without, 2026, 0, 20270101));
}

static void a_planned_meeting_that_passed_is_told(void **state)
{
	struct arena a = { 0 };
	struct work w = pair();
	struct behind b;

	(void)state;
	w.last = 20260925;
	w.next = 20260930;
	assert_int_equal(behind_on(&w, 20260930).planned, 0);
	b = behind_on(&w, 20261003);
	assert_int_equal(b.planned, 3);
	assert_string_equal(behind_show(&a, &w, &b, 20261003), "planned on 30.09.2026");
	arena_done(&a);
}

static void an_effective_pair_keeps_the_pace(void **state)
{
	struct arena a = { 0 };
	struct work w = pair();

	(void)state;
	/* 1 September to 31 May are 272 days, of which 91 have passed. */
	assert_int_equal(work_meetings_due(&w, &rules, 20261201), 2);
	assert_int_equal(work_meetings_due(&w, &rules, 20270531), 8);
	assert_int_equal(work_meetings_due(&w, &rules, 20260801), 0);
	w.meetings = 2;
	assert_true(work_effective(&w, &rules, 20261201));
	assert_string_equal(work_lacks(&a, &w, &rules, 20261201), "");
	w.due = 10;
	w.done = 6;
	assert_false(work_effective(&w, &rules, 20261201));
	assert_string_equal(work_lacks(&a, &w, &rules, 20261201), "plan 60 %");
	w.done = 7;
	assert_true(work_effective(&w, &rules, 20261201));
	assert_string_equal(work_lacks(&a, &w, &rules, 20270531), "meetings 2 of 8");
	w.early = true;
	assert_false(work_effective(&w, &rules, 20261201));
	arena_done(&a);
}

static void a_diary_is_handed_in_read_and_marked(void **state)
{
	struct diary d = { .mark = FIELD_NOTHING, .remark = "" };

	(void)state;
	assert_true(diary_is_empty(&d));
	diary_set(&d, DIARY_HANDED, 20261101);
	assert_int_equal(diary_state(&d), DIARY_HANDED);
	diary_set(&d, 5, 20261103);
	assert_int_equal(diary_state(&d), 5);
	assert_int_equal(d.handed_on, 20261101);
	assert_int_equal(d.read_on, 20261103);
	diary_set(&d, DIARY_READ, 20261104);
	assert_int_equal(diary_state(&d), DIARY_READ);
	assert_int_equal(d.read_on, 20261103);
	diary_set(&d, 0, 20261104);
	assert_true(diary_is_empty(&d));
}

static void terms_cover_the_year_without_a_gap(void **state)
{
	struct year year;

	(void)state;
	year_init(&year, 2026);
	for (year.terms = TERMS_HALF_YEARS; year.terms <= TERMS_QUARTERS; year.terms++) {
		int from, to, next = 20260901;

		for (int64_t term = 1; work_term(&year, term, &from, &to); term++) {
			assert_int_equal(from, next);
			next = date_add_days(to, 1);
		}
		assert_int_equal(next, 20270901);
		assert_true(work_term(&year, 0, &from, &to));
		assert_int_equal(from, 20260901);
		assert_int_equal(to, 20270831);
	}
	assert_int_equal(work_month_of(2026, 20270214), 5);
	assert_int_equal(work_month(2026, 5), 20270201);
	assert_int_equal(work_month_of(2026, 20260831), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_without_a_meeting_count_from_the_last_one),
		cmocka_unit_test(days_of_a_pause_do_not_count),
		cmocka_unit_test(nobody_is_behind_outside_the_term),
		cmocka_unit_test(a_diary_is_missing_after_its_day),
		cmocka_unit_test(what_is_optional_is_not_asked_for),
		cmocka_unit_test(a_planned_meeting_that_passed_is_told),
		cmocka_unit_test(an_effective_pair_keeps_the_pace),
		cmocka_unit_test(a_diary_is_handed_in_read_and_marked),
		cmocka_unit_test(terms_cover_the_year_without_a_gap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
