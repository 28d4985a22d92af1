/* Shares, totals, refusals and warnings, rule by rule. Texts are msgids: no catalogue is loaded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "nastavnik/base/date.h"
#include "nastavnik/match/score.h"

enum {
	MENTEE = 501,
	MENTOR = 601,
	/* requests, competences, interests */
	CAREER = 1,
	MATHS = 2,
	OWN_REQUEST = 3,
	KNOWS_CAREER = 11,
	KNOWS_MATHS = 12,
	KNOWS_PHYSICS = 13,
	THEATRE = 21,
	CHESS = 22,
	HIKING = 23,
	/* forms, role models */
	PUPIL_PUPIL = 31,
	TEACHER_TEACHER = 32,
	HIDDEN_FORM = 33,
	STUDENT_PUPIL = 34,
	LEADER_PASSIVE = 41,
	EQUALS = 42,
	NOVICE = 43,
};

static int64_t career_answers[] = { KNOWS_CAREER };
static int64_t maths_answers[] = { KNOWS_MATHS, KNOWS_PHYSICS };

static struct book_item items[] = {
	{ .id = CAREER,
	  .book = BOOK_REQUEST,
	  .name = "профориентация",
	  .answers = { career_answers, 1 } },
	{ .id = MATHS,
	  .book = BOOK_REQUEST,
	  .name = "математика",
	  .answers = { maths_answers, 2 } },
	{ .id = OWN_REQUEST, .book = BOOK_REQUEST, .name = "шахматный кружок" },
	{ .id = KNOWS_CAREER, .book = BOOK_COMPETENCE, .name = "выбор профессии" },
	{ .id = KNOWS_MATHS, .book = BOOK_COMPETENCE, .name = "математика" },
	{ .id = KNOWS_PHYSICS, .book = BOOK_COMPETENCE, .name = "физика" },
	{ .id = THEATRE, .book = BOOK_INTEREST, .name = "театр" },
	{ .id = CHESS, .book = BOOK_INTEREST, .name = "шахматы" },
	{ .id = HIKING, .book = BOOK_INTEREST, .name = "походы" },
	{ .id = HIDDEN_FORM,
	  .book = BOOK_FORM,
	  .name = "старая форма",
	  .hidden = 1,
	  .mentor_kind = KIND_PUPIL,
	  .mentee_kind = KIND_PUPIL },
	{ .id = PUPIL_PUPIL,
	  .book = BOOK_FORM,
	  .name = "ученик – ученик",
	  .mentor_kind = KIND_PUPIL,
	  .mentee_kind = KIND_PUPIL },
	{ .id = TEACHER_TEACHER,
	  .book = BOOK_FORM,
	  .name = "учитель – учитель",
	  .mentor_kind = KIND_TEACHER,
	  .mentee_kind = KIND_TEACHER },
	{ .id = STUDENT_PUPIL,
	  .book = BOOK_FORM,
	  .name = "студент – ученик",
	  .mentor_kind = KIND_STUDENT,
	  .mentee_kind = KIND_PUPIL },
	{ .id = LEADER_PASSIVE,
	  .book = BOOK_ROLE,
	  .name = "лидер – пассивный",
	  .form = PUPIL_PUPIL },
	{ .id = EQUALS, .book = BOOK_ROLE, .name = "равный – равному", .form = PUPIL_PUPIL },
	{ .id = NOVICE, .book = BOOK_ROLE, .name = "опытный – молодой", .form = TEACHER_TEACHER },
};

static const struct books books = { items, sizeof(items) / sizeof(items[0]) };

/* Two pupils of 2026/2027 of whom nothing is known that a rule could use. */
struct two {
	struct year year;
	struct participant mentee, mentor;
	struct arena arena;
};

static int setup(void **state)
{
	static struct two two;

	two = (struct two){ 0 };
	year_init(&two.year, 2026);
	two.year.weight_topics = 50;
	two.year.weight_choices = 20;
	two.year.weight_interests = 10;
	two.year.weight_age = 10;
	two.year.weight_hours = 10;
	two.year.ballot_size = 3;
	participant_init(&two.mentee, ROLE_MENTEE, 2026);
	participant_init(&two.mentor, ROLE_MENTOR, 2026);
	two.mentee.id = MENTEE;
	two.mentor.id = MENTOR;
	two.mentee.person.id = 1;
	two.mentor.person.id = 2;
	two.mentee.person.family = "Ёлкина";
	two.mentee.person.given = "Зоя";
	two.mentor.person.family = "Титов";
	two.mentor.person.given = "Лев";
	two.mentee.person.kind = two.mentor.person.kind = KIND_PUPIL;
	two.mentee.consent_on = two.mentor.consent_on = 20260902;
	two.mentor.selected = two.mentor.trained = 1;
	*state = &two;
	return 0;
}

static int teardown(void **state)
{
	struct two *two = *state;

	arena_done(&two->arena);
	return 0;
}

#define IDS(...)                                   \
	((struct ids){ (int64_t[]){ __VA_ARGS__ }, \
		       sizeof((int64_t[]){ __VA_ARGS__ }) / sizeof(int64_t) })

static struct score score(struct two *t)
{
	struct score s;

	match_score(&t->year, &books, &t->mentee, &t->mentor, &s);
	return s;
}

static const char *reason(struct two *t, enum rule rule)
{
	return rule_reason(&t->arena, rule, &t->year, &books, &t->mentee, &t->mentor);
}

static void assert_share(struct two *t, enum rule rule, int share, const char *why)
{
	struct score s = score(t);

	assert_true(s.rule[rule].data);
	assert_int_equal(s.rule[rule].share, share);
	assert_string_equal(reason(t, rule), why);
}

static void assert_no_data(struct two *t, enum rule rule)
{
	struct score s = score(t);

	assert_false(s.rule[rule].data);
	assert_int_equal(s.rule[rule].share, 0);
	assert_string_equal(reason(t, rule), "no data");
}

static void without_data_no_rule_counts(void **state)
{
	struct two *t = *state;

	for (int rule = 0; rule < RULE_COUNT; rule++)
		assert_no_data(t, (enum rule)rule);
	assert_int_equal(score(t).total, 0);
}

static void the_main_request_counts_double(void **state)
{
	struct two *t = *state;

	t->mentee.topics = IDS(CAREER, MATHS);
	assert_no_data(t, RULE_TOPICS);
	t->mentor.topics = IDS(KNOWS_CAREER);
	assert_share(t, RULE_TOPICS, 667, "профориентация; without an answer: математика");
	t->mentor.topics = IDS(KNOWS_PHYSICS);
	assert_share(t, RULE_TOPICS, 333, "математика; without an answer: профориентация");
	t->mentor.topics = IDS(KNOWS_PHYSICS, KNOWS_MATHS, KNOWS_CAREER);
	assert_share(t, RULE_TOPICS, 1000, "профориентация, математика");
	t->mentor.topics = IDS(THEATRE);
	assert_share(t, RULE_TOPICS, 0, "without an answer: профориентация, математика");
}

static void a_request_the_book_cannot_judge_drops_out(void **state)
{
	struct two *t = *state;

	t->mentor.topics = IDS(KNOWS_MATHS);
	t->mentee.topics = IDS(OWN_REQUEST);
	assert_no_data(t, RULE_TOPICS);
	t->mentee.topics = IDS(OWN_REQUEST, MATHS);
	assert_share(t, RULE_TOPICS, 1000, "математика");
}

static void ballots_are_averaged(void **state)
{
	struct two *t = *state;

	t->mentee.choices = IDS(700, MENTOR);
	assert_share(t, RULE_CHOICES, 667, "the mentee's choice: place 2");
	t->mentor.choices = IDS(MENTEE);
	assert_share(t, RULE_CHOICES, 833,
		     "the mentee's choice: place 2; the mentor's choice: place 1");
	t->mentee.choices = IDS(MENTOR);
	assert_share(t, RULE_CHOICES, 1000, "they chose each other first");
	t->mentor.choices = IDS(800, 801, 802);
	assert_share(t, RULE_CHOICES, 500, "the mentee's choice: place 1; the mentor chose others");
	t->mentee.choices = IDS(700, 701, 702, MENTOR);
	assert_share(t, RULE_CHOICES, 0, "the mentee's choice: place 4; the mentor chose others");
}

static void interests_are_measured_by_the_shorter_list(void **state)
{
	struct two *t = *state;

	t->mentee.interests = IDS(THEATRE, CHESS, HIKING);
	assert_no_data(t, RULE_INTERESTS);
	t->mentor.interests = IDS(HIKING, THEATRE);
	assert_share(t, RULE_INTERESTS, 1000, "театр, походы");
	t->mentor.interests = IDS(THEATRE, KNOWS_MATHS);
	assert_share(t, RULE_INTERESTS, 500, "театр");
	t->mentor.interests = IDS(KNOWS_MATHS);
	assert_share(t, RULE_INTERESTS, 0, "no common interests");
}

static void one_year_beside_the_wished_age_is_half(void **state)
{
	struct two *t = *state;

	t->mentee.person.birth = 20110315; /* 15 on 1 September 2026 */
	assert_no_data(t, RULE_AGE);
	t->mentor.age_from = 14;
	t->mentor.age_to = 17;
	assert_int_equal(score(t).rule[RULE_AGE].share, 1000);
	t->mentor.age_to = 15;
	assert_int_equal(score(t).rule[RULE_AGE].share, 1000);
	t->mentor.age_to = 14;
	assert_int_equal(score(t).rule[RULE_AGE].share, 500);
	t->mentor.age_from = FIELD_NOTHING;
	t->mentor.age_to = 13;
	assert_int_equal(score(t).rule[RULE_AGE].share, 0);
	t->mentor.age_from = 16;
	t->mentor.age_to = FIELD_NOTHING;
	assert_int_equal(score(t).rule[RULE_AGE].share, 500);
	t->mentor.age_from = 17;
	assert_int_equal(score(t).rule[RULE_AGE].share, 0);
	assert_non_null(strstr(reason(t, RULE_AGE), "wished age"));
	t->mentee.person.birth = DATE_NONE;
	assert_no_data(t, RULE_AGE);
}

static void age_is_told_by_class_where_there_is_one(void **state)
{
	struct two *t = *state;

	t->mentee.person.class_name = "9А";
	t->mentor.age_from = 10;
	assert_int_equal(score(t).rule[RULE_AGE].share, 1000);
	assert_int_equal(strncmp(reason(t, RULE_AGE), "class 9, ", 9), 0);
	t->mentee.person.class_name = "";
	t->mentee.person.birth = 20110315;
	assert_int_equal(strncmp(reason(t, RULE_AGE), "15 years, ", 10), 0);
}

static void time_is_offered_over_wished(void **state)
{
	struct two *t = *state;

	t->mentee.hours = 20;
	assert_no_data(t, RULE_HOURS);
	t->mentor.hours = 10;
	assert_share(t, RULE_HOURS, 500, "1 instead of 2 hours a week");
	t->mentor.hours = 25;
	assert_share(t, RULE_HOURS, 1000, "2 hours a week, enough");
	t->mentee.hours = 15;
	assert_share(t, RULE_HOURS, 1000, "1,5 hours a week, enough");
	t->mentor.hours = 5;
	assert_share(t, RULE_HOURS, 333, "0,5 instead of 1,5 hours a week");
	t->mentee.hours = 10;
	assert_share(t, RULE_HOURS, 500, "0,5 instead of 1 hour a week");
	t->mentee.hours = 0;
	assert_no_data(t, RULE_HOURS);
}

static void the_total_weighs_only_rules_with_data(void **state)
{
	struct two *t = *state;

	t->mentee.topics = IDS(CAREER);
	t->mentor.topics = IDS(KNOWS_CAREER);
	assert_int_equal(score(t).total, 1000);
	t->mentee.hours = 20;
	t->mentor.hours = 10;
	assert_int_equal(score(t).total, 917); /* (50·1000 + 10·500) / 60 */
	t->year.weight_hours = 50;
	assert_int_equal(score(t).total, 750);
	assert_int_equal(score(t).rule[RULE_HOURS].weight, 50);
	t->year.weight_hours = 0;
	assert_int_equal(score(t).total, 1000);
	t->year.weight_topics = 0;
	assert_int_equal(score(t).total, 0);
}

static enum refusal fit(struct two *t)
{
	return match_fit(&t->year, &books, &t->mentee, &t->mentor);
}

static void nobody_mentors_himself_or_who_was_refused(void **state)
{
	struct two *t = *state;

	assert_int_equal(fit(t), FIT_OK);
	t->mentor.refusals = IDS(MENTEE);
	assert_int_equal(fit(t), FIT_MENTOR_REFUSED);
	t->mentee.refusals = IDS(900, MENTOR);
	assert_int_equal(fit(t), FIT_MENTEE_REFUSED);
	t->mentor.person.id = t->mentee.person.id;
	assert_int_equal(fit(t), FIT_SAME_PERSON);
}

static int64_t form(struct two *t)
{
	return match_form(&books, &t->mentee, &t->mentor);
}

static void the_form_must_fit_both(void **state)
{
	struct two *t = *state;

	assert_int_equal(form(t), PUPIL_PUPIL);
	t->mentor.form = PUPIL_PUPIL;
	assert_int_equal(fit(t), FIT_OK);
	t->mentee.form = STUDENT_PUPIL;
	assert_int_equal(form(t), STUDENT_PUPIL);
	assert_int_equal(fit(t), FIT_FORM);
	t->mentor.form = 0;
	assert_int_equal(fit(t), FIT_FORM); /* he is no student */
	t->mentor.person.kind = KIND_UNKNOWN;
	assert_int_equal(fit(t), FIT_OK);
	t->mentee.form = 0;
	t->mentor.person.kind = KIND_EMPLOYER;
	assert_int_equal(form(t), 0);
	assert_int_equal(fit(t), FIT_FORM);
	t->mentor.person.kind = KIND_STUDENT;
	assert_int_equal(form(t), STUDENT_PUPIL);
	assert_int_equal(fit(t), FIT_OK);
}

static void role_models_must_agree(void **state)
{
	struct two *t = *state;

	t->mentee.role_model = LEADER_PASSIVE;
	assert_int_equal(fit(t), FIT_OK);
	assert_int_equal(form(t), PUPIL_PUPIL);
	t->mentor.role_model = EQUALS;
	assert_int_equal(fit(t), FIT_ROLE_MODEL);
	t->mentor.role_model = LEADER_PASSIVE;
	assert_int_equal(fit(t), FIT_OK);
	t->mentor.role_model = 0;
	t->mentee.form = PUPIL_PUPIL;
	t->mentee.role_model = NOVICE;
	assert_int_equal(fit(t), FIT_ROLE_MODEL);
}

static void training_and_consent_bind_only_where_the_year_says_so(void **state)
{
	struct two *t = *state;

	t->mentor.trained = 0;
	t->mentee.consent_on = DATE_NONE;
	assert_int_equal(fit(t), FIT_OK);
	t->year.need_consent = 1;
	assert_int_equal(fit(t), FIT_NO_CONSENT);
	t->year.need_trained = 1;
	assert_int_equal(fit(t), FIT_NOT_TRAINED);
	t->mentor.trained = 1;
	t->mentor.selected = 0;
	assert_int_equal(fit(t), FIT_NOT_TRAINED);
	t->mentor.selected = 1;
	t->mentee.consent_on = 20260902;
	assert_int_equal(fit(t), FIT_OK);
	t->mentor.consent_on = DATE_NONE;
	assert_int_equal(fit(t), FIT_NO_CONSENT);
}

static void a_refusal_names_whom_it_concerns(void **state)
{
	struct two *t = *state;
	char *text = refusal_reason(&t->arena, FIT_MENTOR_REFUSED, &t->mentee, &t->mentor);

	assert_string_equal(text, "Титов Лев: a refusal to work with this mentee is recorded.");
	t->mentor.consent_on = DATE_NONE;
	text = refusal_reason(&t->arena, FIT_NO_CONSENT, &t->mentee, &t->mentor);
	assert_int_equal(strncmp(text, "Титов Лев", strlen("Титов Лев")), 0);
	t->mentee.consent_on = DATE_NONE;
	text = refusal_reason(&t->arena, FIT_NO_CONSENT, &t->mentee, &t->mentor);
	assert_int_equal(strncmp(text, "Ёлкина Зоя", strlen("Ёлкина Зоя")), 0);
	assert_string_equal(refusal_reason(&t->arena, FIT_OK, &t->mentee, &t->mentor), "");
	for (int r = FIT_OK + 1; r < FIT_COUNT; r++)
		assert_non_null(strchr(
			refusal_reason(&t->arena, (enum refusal)r, &t->mentee, &t->mentor), '.'));
}

static void an_allowed_pair_is_still_warned_of(void **state)
{
	struct two *t = *state;
	struct issues out = { .arena = &t->arena };

	t->mentee.person.class_name = "9А";
	t->mentor.person.class_name = "9Б";
	match_warn(&t->year, &t->mentee, &t->mentor, &out);
	assert_int_equal(out.n, 0);
	t->mentor.person.class_name = "8Б";
	t->mentor.selected = t->mentor.trained = 0;
	t->mentee.consent_on = DATE_NONE;
	match_warn(&t->year, &t->mentee, &t->mentor, &out);
	assert_int_equal(out.count[ISSUE_WARNING], 4);
	assert_string_equal(out.row[0].text, "The mentor is younger than the mentee.");
	assert_int_equal(out.row[0].subject, MENTOR);
	assert_int_equal(out.row[3].subject, MENTEE);
	assert_string_equal(out.row[3].name, "Ёлкина Зоя");
}

#define STORY(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(without_data_no_rule_counts),
		STORY(the_main_request_counts_double),
		STORY(a_request_the_book_cannot_judge_drops_out),
		STORY(ballots_are_averaged),
		STORY(interests_are_measured_by_the_shorter_list),
		STORY(one_year_beside_the_wished_age_is_half),
		STORY(age_is_told_by_class_where_there_is_one),
		STORY(time_is_offered_over_wished),
		STORY(the_total_weighs_only_rules_with_data),
		STORY(nobody_mentors_himself_or_who_was_refused),
		STORY(the_form_must_fit_both),
		STORY(role_models_must_agree),
		STORY(training_and_consent_bind_only_where_the_year_says_so),
		STORY(a_refusal_names_whom_it_concerns),
		STORY(an_allowed_pair_is_still_warned_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
