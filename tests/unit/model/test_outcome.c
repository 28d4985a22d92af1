/* Stage 7: places of a contest with their ties, nominees, numbers that follow one another. */
#include <string.h>

#include "nastavnik/model/contest.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/model/run.h"
#include "unit.h"

enum { ENTRIES = 4, EXPERTS = 2, CRITERIA = 2 };

static struct entry entries[ENTRIES] = {
	{ .head.id = 1 }, { .head.id = 2 }, { .head.id = 3 }, { .head.id = 4 }
};
static struct criterion criteria[CRITERIA] = { { .head.id = 11, .mark_max = 5 },
					       { .head.id = 12, .mark_max = 10 } };
static struct expert experts[EXPERTS] = { { .head.id = 21 }, { .head.id = 22 } };

static struct ranking *rank(struct arena *a, struct entry_mark *mark, size_t n)
{
	return rankings_make(
		a, &(struct records){ entries, ENTRIES }, &(struct records){ criteria, CRITERIA },
		&(struct records){ experts, EXPERTS }, &(struct entry_marks){ mark, n });
}

static void equal_means_share_a_place(void **state)
{
	struct entry_mark mark[] = {
		{ 1, 21, 11, 3 }, { 1, 21, 12, 4 }, { 1, 22, 11, 5 }, { 1, 22, 12, 4 },
		{ 2, 21, 11, 4 }, { 2, 21, 12, 4 }, { 3, 21, 11, 5 }, { 3, 21, 12, 10 },
		{ 3, 22, 11, 5 }, { 3, 22, 12, 9 }, { 4, 22, 11, 1 }, { 4, 22, 12, 1 },
	};
	struct arena a = { 0 };
	struct ranking *s = rank(&a, mark, sizeof(mark) / sizeof(mark[0]));

	(void)state;
	assert_int_equal(s[0].entry, 3);
	assert_int_equal(s[0].sum, 29);
	assert_int_equal(s[0].mean, 1450);
	assert_string_equal(ranking_text(&a, s, ENTRIES, 0), "1");
	/* (7 + 9) / 2 and 8 / 1 */
	assert_int_equal(s[1].mean, 800);
	assert_int_equal(s[2].mean, 800);
	assert_int_equal(s[1].rank, 2);
	assert_int_equal(s[2].rank, 2);
	assert_string_equal(ranking_text(&a, s, ENTRIES, 2), "2–3");
	assert_int_equal(s[2].place, PLACE_SECOND);
	assert_int_equal(s[3].rank, 4);
	assert_int_equal(s[3].place, PLACE_PART);
	arena_done(&a);
}

static void a_sheet_that_is_not_whole_does_not_count_for_the_mean(void **state)
{
	struct entry_mark mark[] = { { 1, 21, 11, 5 },
				     { 1, 21, 12, 10 },
				     { 1, 22, 11, 1 },
				     { 2, 22, 11, 5 },
				     { 1, 99, 11, 5 } };
	struct arena a = { 0 };
	struct ranking *s = rank(&a, mark, sizeof(mark) / sizeof(mark[0]));

	(void)state;
	assert_int_equal(s[0].entry, 1);
	assert_int_equal(s[0].experts, 1);
	assert_int_equal(s[0].mean, 1500);
	assert_int_equal(s[0].sum, 16);
	/* Nobody judged the second to its end: last, without a place. */
	for (int i = 1; i < ENTRIES; i++) {
		assert_int_equal(s[i].mean, FIELD_NOTHING);
		assert_int_equal(s[i].rank, 0);
		assert_int_equal(s[i].place, PLACE_NONE);
		assert_string_equal(ranking_text(&a, s, ENTRIES, (size_t)i), "");
	}
	arena_done(&a);
}

static void a_contest_without_criteria_has_no_places(void **state)
{
	struct arena a = { 0 };
	struct ranking *s =
		rankings_make(&a, &(struct records){ entries, ENTRIES }, &(struct records){ 0 },
			      &(struct records){ experts, EXPERTS }, &(struct entry_marks){ 0 });

	(void)state;
	for (int i = 0; i < ENTRIES; i++)
		assert_int_equal(s[i].rank, 0);
	arena_done(&a);
}

static void numbers_follow_one_another(void **state)
{
	static const struct {
		const char *first;
		size_t steps;
		const char *is;
	} cases[] = {
		{ "1", 0, "1" },       { "9", 1, "10" },    { "Г-15", 1, "Г-16" },
		{ "Г-09", 2, "Г-11" }, { "099", 1, "100" }, { "2026/7", 3, "2026/10" },
		{ "12-од", 1, NULL },  { "", 0, NULL },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *number = run_number(&a, cases[i].first, cases[i].steps);

		if (!cases[i].is)
			assert_null(number);
		else
			assert_string_equal(number, cases[i].is);
	}
	arena_done(&a);
}

static void what_nobody_can_judge_is_left_out_of_a_total(void **state)
{
	struct nominee n = { .pairs = 2, .effective = 1 };

	(void)state;
	assert_int_equal(nominee_share(&n, NOMINEE_EFFECTIVE), 500);
	assert_int_equal(nominee_share(&n, NOMINEE_PLAN), FIELD_NOTHING);
	assert_int_equal(nominee_score(&n), 500); /* that alone weighs */
	n.meetings_due = 10;
	n.meetings = 25; /* more than all is all */
	assert_int_equal(nominee_share(&n, NOMINEE_MEETINGS), 1000);
	assert_int_equal(nominee_score(&n), (500 * 40 + 1000 * 20 + 30) / 60);
	n.marks = 2;
	n.mark_sum = 15;
	assert_int_equal(nominee_share(&n, NOMINEE_FEEDBACK), 750);
	assert_int_equal(nominee_score(&(struct nominee){ 0 }), 0);
}

static void weights_make_a_hundred(void **state)
{
	int sum = 0;

	(void)state;
	for (int i = 0; i < NOMINEE_PARTS; i++)
		sum += nominee_weight[i];
	assert_int_equal(sum, 100);
}

static void nominees_stand_best_first_and_equals_as_they_stood(void **state)
{
	struct nominee row[] = { { .participation = 1, .score = 10 },
				 { .participation = 2, .score = 30 },
				 { .participation = 3, .score = 10 },
				 { .participation = 4, .score = 40 } };
	static const int64_t order[] = { 4, 2, 1, 3 };

	(void)state;
	nominees_rank(row, 4);
	for (int i = 0; i < 4; i++)
		assert_int_equal(row[i].participation, order[i]);
	nominees_rank(row, 0);
}

static void awards_and_contests_keep_their_rules(void **state)
{
	struct award award;
	struct contest contest;

	(void)state;
	record_init(&award_type, &award, 2026, 20261122);
	assert_int_equal(award_type.check(&award), RC_INVALID); /* for whom? */
	award.name = "Крылова Анна";
	assert_int_equal(award_type.check(&award), RC_OK);
	award.participation = 7;
	assert_int_equal(award_type.check(&award), RC_INVALID); /* for whom of the two? */
	record_init(&contest_type, &contest, 2026, 20261122);
	assert_int_equal(contest_type.check(&contest), RC_OK);
	contest.taken_to = 20270301;
	contest.judged_to = 20270201;
	assert_int_equal(contest_type.check(&contest), RC_INVALID);
}

static void a_month_begins_on_its_first_day(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_int_equal(month_of(20261122), 20261101);
	assert_int_equal(month_of(0), 0);
	assert_string_equal(month_text(&a, 20261001), "October 2026");
	assert_string_equal(month_text(&a, 0), "");
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_means_share_a_place),
		cmocka_unit_test(a_sheet_that_is_not_whole_does_not_count_for_the_mean),
		cmocka_unit_test(a_contest_without_criteria_has_no_places),
		cmocka_unit_test(numbers_follow_one_another),
		cmocka_unit_test(what_nobody_can_judge_is_left_out_of_a_total),
		cmocka_unit_test(weights_make_a_hundred),
		cmocka_unit_test(nominees_stand_best_first_and_equals_as_they_stood),
		cmocka_unit_test(awards_and_contests_keep_their_rules),
		cmocka_unit_test(a_month_begins_on_its_first_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
