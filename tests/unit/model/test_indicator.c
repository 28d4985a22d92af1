/* Indicators: their files, figures as people write them, verdicts. */
#include "../unit.h"

#include <string.h>

#include "../../../src/model/methodology_private.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/indicator.h"

static enum rc parse(struct arena *a, const char *text, struct records *out)
{
	const struct embed file = { "indicators.txt", text, strlen(text) };
	struct year year;

	year_init(&year, 2026);
	return indicators_parse(a, &file, &year, out);
}

static void the_methodology_has_the_lists_of_the_field(void **state)
{
	struct arena a = { 0 };
	struct records all;
	struct targets targets;
	struct year year;
	size_t n[INDICATOR_LISTS] = { 0 }, derived = 0;

	(void)state;
	year_init(&year, 2026);
	assert_int_equal(indicators_of_methodology(&a, &year, &all), RC_OK);
	for (size_t i = 0; i < all.n; i++) {
		const struct indicator *indicator = record_at(&indicator_type, &all, i);

		n[indicator->list]++;
		derived += indicator_rule(indicator->rule) != NULL;
		assert_true(indicator->kind && *indicator->number && *indicator->note);
	}
	assert_int_equal(n[INDICATORS_R145], 6);
	assert_int_equal(n[INDICATORS_SCHOOL], 16); /* 1.1 … 4.4 */
	assert_int_equal(n[INDICATORS_RESULTS], 7);
	assert_int_equal(derived, 19);
	assert_int_equal(targets_of_methodology(&a, &year, &targets), RC_OK);
	assert_int_equal(targets.n, 30);
	for (size_t i = 0; i < targets.n; i++)
		assert_true(targets.row[i].history && targets.row[i].year <= 2024);
	/* History judges nothing. */
	assert_int_equal(target_of(&targets, "children_mentees", 2024), FIELD_NOTHING);
	arena_done(&a);
}

static void a_mistake_in_the_file_is_told_with_its_line(void **state)
{
	static const struct {
		const char *text, *said;
	} wrong[] = {
		{ "[a] Доля\n  вид: доля\n", "indicators.txt" },
		{ "[a] Доля\n[a] Ещё\n", "twice" },
		{ "  вид: процент\n", "no item above" },
		{ "[a] Доля\n  правило: ворожба\n", "no such rule" },
		{ "[a]\n", "no name" },
		{ "[a Доля\n", "not the beginning" },
		{ "[a] Доля\n  меньше: хуже\n", "лучше" },
		{ "[a] Доля\n  список: прочее\n", "no such list" },
		{ "[a] Доля\n  срок: год\n", "unknown word" },
	};
	struct arena a = { 0 };
	struct records all = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		assert_int_equal(parse(&a, wrong[i].text, &all), RC_BUG);
		assert_non_null(strstr(err_last()->text, wrong[i].said));
		assert_null(all.row);
	}
	assert_int_equal(parse(&a, "# пусто\n\n[a] Доля\n  вид: процент\n  номер: 7\n", &all),
			 RC_OK);
	assert_int_equal(all.n, 1);
	arena_done(&a);
}

static void figures_are_read_and_shown_as_people_write_them(void **state)
{
	static const struct {
		const char *text;
		int64_t value;
		const char *shown;
	} good[] = {
		{ "70", 7000, "70\u00a0%" },        { "70 %", 7000, "70\u00a0%" },
		{ "70\u00a0%", 7000, "70\u00a0%" }, { "62,5", 6250, "62,5\u00a0%" },
		{ "0.04", 4, "0\u00a0%" },          { " 9,16 ", 916, "9,2\u00a0%" },
		{ "", FIELD_NOTHING, "" },
	};
	static const char *const bad[] = { "много", "-1", "7 8", "%", "1000001", "1,2,3" };
	const struct indicator share = { .kind = INDICATOR_PERCENT };
	const struct indicator mean = { .kind = INDICATOR_AVERAGE };
	struct arena a = { 0 };
	int64_t value = -7;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(indicator_parse(&share, bad[i], &value), RC_INVALID);
		assert_int_equal(value, -7);
	}
	assert_int_equal(indicator_parse(&mean, "4 %", &value), RC_INVALID);
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_int_equal(indicator_parse(&share, good[i].text, &value), RC_OK);
		assert_int_equal(value, good[i].value);
		assert_string_equal(indicator_show(&a, &share, value), good[i].shown);
	}
	assert_string_equal(indicator_show(&a, &mean, 415), "4,15");
	assert_string_equal(indicator_show(&a, &mean, 400), "4");
	arena_done(&a);
}

static void a_verdict_needs_a_value_and_a_target(void **state)
{
	const struct indicator more = { .kind = INDICATOR_PERCENT };
	const struct indicator less = { .kind = INDICATOR_NUMBER, .reverse = 1 };

	(void)state;
	assert_int_equal(indicator_verdict(&more, 7000, FIELD_NOTHING), VERDICT_NONE);
	assert_int_equal(indicator_verdict(&more, FIELD_NOTHING, 7000), VERDICT_NONE);
	assert_int_equal(indicator_verdict(&more, 7000, 7000), VERDICT_MET);
	assert_int_equal(indicator_verdict(&more, 6999, 7000), VERDICT_MISSED);
	assert_int_equal(indicator_verdict(&less, 300, 200), VERDICT_MISSED);
	assert_int_equal(indicator_verdict(&less, 200, 200), VERDICT_MET);
}

static void days_are_proposed_where_none_is_set(void **state)
{
	struct indicator_days days = { .on = { [MOMENT_BETWEEN] = 20261225 } };
	struct year year;

	(void)state;
	year_init(&year, 2026);
	year.bond_to = 20270520;
	indicator_days_propose(&year, &days);
	assert_int_equal(days.on[MOMENT_START], 20261001);
	assert_int_equal(days.on[MOMENT_BETWEEN], 20261225);
	assert_int_equal(days.on[MOMENT_END], 20270520);
}

/* Counting */

static int64_t value_on(const char *rule, const struct indicator_facts *facts, int on)
{
	struct arena a = { 0 };
	int64_t value = indicator_count(&a, indicator_rule(rule), facts, on, 3).value;

	arena_done(&a);
	return value;
}

static void who_came_and_who_left_counts_by_the_day(void **state)
{
	struct indicator_person people[] = {
		{ .id = 1,
		  .role = ROLE_MENTOR,
		  .kind = KIND_TEACHER,
		  .class_name = "",
		  .place = "",
		  .subbase = "",
		  .joined = 20260905 },
		{ .id = 2,
		  .role = ROLE_MENTOR,
		  .kind = KIND_TEACHER,
		  .class_name = "",
		  .place = "",
		  .subbase = "teachers",
		  .joined = 20261110,
		  .trained = 1 },
		{ .id = 3,
		  .role = ROLE_MENTOR,
		  .kind = KIND_TEACHER,
		  .class_name = "",
		  .place = "",
		  .subbase = "",
		  .left = 20261101,
		  .certified = 20261015 },
		{ .id = 4,
		  .role = ROLE_MENTOR,
		  .kind = KIND_OTHER,
		  .class_name = "",
		  .place = "",
		  .subbase = "social" },
		{ .id = 5,
		  .role = ROLE_MENTOR,
		  .kind = KIND_GRADUATE,
		  .class_name = "",
		  .place = "",
		  .subbase = "public",
		  .before = 1 },
	};
	const struct indicator_facts facts = { .person = people, .people = 5 };

	(void)state;
	assert_int_equal(value_on("mentors_teachers", &facts, 20261001), 200);
	assert_int_equal(value_on("mentors_teachers", &facts, 20261101), 100);
	assert_int_equal(value_on("mentors_teachers", &facts, 20261110), 200);
	/* A certificate has its day, a mark has none. */
	assert_int_equal(value_on("teachers_trained", &facts, 20261014), 0);
	assert_int_equal(value_on("teachers_trained", &facts, 20261015), 100);
	assert_int_equal(value_on("teachers_trained", &facts, 20261122), 100);
	/* The sub-base says it before the kind does. */
	assert_int_equal(value_on("mentors_graduates", &facts, 20261122), 0);
	assert_int_equal(value_on("mentors_public", &facts, 20261122), 100);
	assert_int_equal(value_on("mentors_social", &facts, 20261122), 100);
	assert_int_equal(value_on("mentors_employees", &facts, 20261122), 0);
	assert_int_equal(value_on("became_mentors", &facts, 20261122), 100);
}

static void a_share_without_its_whole_says_what_is_missing(void **state)
{
	struct arena a = { 0 };
	struct indicator_person people[] = {
		{ .id = 1,
		  .role = ROLE_MENTEE,
		  .kind = KIND_TEACHER,
		  .class_name = "",
		  .place = "",
		  .subbase = "" },
	};
	struct indicator_facts facts = { .person = people, .people = 1 };
	struct indicator_count c;

	(void)state;
	for (enum headcount i = 0; i < HEADCOUNTS; i++)
		facts.typed[i] = FIELD_NOTHING;
	c = indicator_count(&a, indicator_rule("novices"), &facts, 20261122, 3);
	assert_int_equal(c.value, FIELD_NOTHING);
	assert_int_equal(c.lacks, HEADCOUNT_NOVICES + 1);
	assert_int_equal(c.part, 1);
	facts.typed[HEADCOUNT_NOVICES] = 3;
	c = indicator_count(&a, indicator_rule("novices"), &facts, 20261122, 3);
	assert_int_equal(c.value, 3333);
	assert_int_equal(c.lacks, 0);
	facts.typed[HEADCOUNT_NOVICES] = 0; /* of nobody there is no share */
	assert_int_equal(value_on("novices", &facts, 20261122), FIELD_NOTHING);
	arena_done(&a);
}

static void so_few_answers_are_not_told(void **state)
{
	struct fact sheets[] = {
		{ .id = 1, .on = 20261110, .yes = 1, .role = ROLE_MENTEE, .whose = 11, .name = "" },
		{ .id = 2, .on = 20261111, .yes = 0, .role = ROLE_MENTEE, .whose = 12, .name = "" },
		{ .id = 3, .on = 20261112, .yes = 1, .role = ROLE_MENTEE, .whose = 13, .name = "" },
	};
	const struct indicator_facts facts = { .sheet = { sheets, 3 } };
	const struct indicator_rule *rule = indicator_rule("mentees_satisfied");
	struct arena a = { 0 };
	struct indicator_count c;

	(void)state;
	c = indicator_count(&a, rule, &facts, 20261111, 3);
	assert_true(c.few);
	assert_int_equal(c.value, FIELD_NOTHING);
	assert_int_equal(c.ids.n, 0);
	c = indicator_count(&a, rule, &facts, 20261112, 3);
	assert_int_equal(c.value, 6667);
	assert_int_equal(c.ids.n, 2);
	assert_int_equal(value_on("mentors_satisfied", &facts, 20261122), FIELD_NOTHING);
	arena_done(&a);
}

static void enterprises_are_counted_by_the_register_or_by_places(void **state)
{
	struct indicator_person people[] = {
		{ .id = 1,
		  .role = ROLE_MENTOR,
		  .kind = KIND_EMPLOYER,
		  .class_name = "",
		  .place = "завод луч",
		  .subbase = "" },
		{ .id = 2,
		  .role = ROLE_MENTOR,
		  .kind = KIND_EMPLOYER,
		  .class_name = "",
		  .place = "завод луч",
		  .subbase = "" },
	};
	struct fact partners[] = {
		{ .id = 21, .name = "завод луч" },
		{ .id = 22, .name = "пекарня", .yes = 1 },
		{ .id = 23, .name = "типография" },
		{ .id = 24, .name = "депо", .on = 20270101 },
	};
	struct indicator_facts facts = { .person = people, .people = 2 };

	(void)state;
	facts.typed[HEADCOUNT_ENTERPRISES] = 4;
	assert_int_equal(value_on("enterprises", &facts, 20261122), 2500);
	facts.partner = (struct fact_rows){ partners, 4 };
	assert_int_equal(value_on("enterprises", &facts, 20261122), 6667);
	assert_int_equal(value_on("enterprises", &facts, 20270101), 5000);
}

static void events_and_their_guests_count_by_where_they_were(void **state)
{
	struct fact events[] = {
		{ .id = 1, .on = 20260910, .name = "" },
		{ .id = 2, .on = 20261001, .yes = 1, .name = "" },
		{ .id = 3, .name = "" }, /* without a day it has not been held */
	};
	struct fact guests[] = {
		{ .id = 1, .on = 20261001, .yes = 1, .whose = 11, .kind = KIND_PUPIL, .name = "" },
		{ .id = 2, .on = 20261001, .yes = 1, .whose = 11, .kind = KIND_PUPIL, .name = "" },
		{ .id = 3,
		  .on = 20261001,
		  .yes = 1,
		  .whose = 12,
		  .kind = KIND_EMPLOYER,
		  .name = "" },
		{ .id = 4, .on = 20260910, .whose = 13, .kind = KIND_PUPIL, .name = "" },
	};
	struct fact practices[] = { { .id = 1, .on = 20261120, .name = "" },
				    { .id = 2, .name = "" } };
	const struct indicator_facts facts = { .event = { events, 3 },
					       .guest = { guests, 4 },
					       .practice = { practices, 2 } };

	(void)state;
	assert_int_equal(value_on("events_held", &facts, 20261122), 100);
	assert_int_equal(value_on("outside_people", &facts, 20260930), 0);
	assert_int_equal(value_on("outside_people", &facts, 20261122), 200);
	assert_int_equal(value_on("outside_partners", &facts, 20261122), 100);
	assert_int_equal(value_on("practices_reviewed", &facts, 20261119), 0);
	assert_int_equal(value_on("practices_reviewed", &facts, 20261122), 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_methodology_has_the_lists_of_the_field),
		cmocka_unit_test(a_mistake_in_the_file_is_told_with_its_line),
		cmocka_unit_test(figures_are_read_and_shown_as_people_write_them),
		cmocka_unit_test(a_verdict_needs_a_value_and_a_target),
		cmocka_unit_test(days_are_proposed_where_none_is_set),
		cmocka_unit_test(who_came_and_who_left_counts_by_the_day),
		cmocka_unit_test(a_share_without_its_whole_says_what_is_missing),
		cmocka_unit_test(so_few_answers_are_not_told),
		cmocka_unit_test(enterprises_are_counted_by_the_register_or_by_places),
		cmocka_unit_test(events_and_their_guests_count_by_where_they_were),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
