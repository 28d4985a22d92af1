#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/model/participant.h"
#include "unit.h"

static struct participant pupil_new(enum role role)
{
	static int64_t one_topic = 7;
	struct participant p;

	participant_init(&p, role, 2026);
	p.id = 5;
	p.person.family = "Титов";
	p.person.given = "Лев";
	p.person.kind = KIND_PUPIL;
	p.person.class_name = "9А";
	p.person.birth = 20110512;
	p.topics = (struct ids){ &one_topic, 1 };
	p.consent_on = 20260901;
	p.selected = p.trained = 1;
	return p;
}

/* How often a warning that contains the words is there. */
static int warned(const struct participant *p, const char *words)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	int n = 0;

	participant_warn(p, &issues);
	for (size_t i = 0; i < issues.n; i++) {
		assert_int_equal(issues.row[i].level, ISSUE_WARNING);
		assert_int_equal(issues.row[i].subject, p->id);
		assert_string_equal(issues.row[i].name, "Титов Лев");
		n += *words == '\0' || strstr(issues.row[i].text, words) != NULL;
	}
	arena_done(&a);
	return n;
}

static void a_new_participant_has_no_null_texts_and_open_numbers(void **state)
{
	(void)state;
	for (int role = ROLE_MENTEE; role <= ROLE_MENTOR; role++) {
		struct participant p;
		struct fields fields = participant_fields((enum role)role);

		participant_init(&p, (enum role)role, 2026);
		assert_int_equal(p.role, role);
		assert_int_equal(p.person.year, 2026);
		assert_int_equal(p.capacity, 1);
		assert_int_equal(p.joined, date_today());
		assert_int_equal(p.hours, FIELD_NOTHING);
		assert_int_equal(p.age_from, FIELD_NOTHING);
		for (size_t i = 0; i < fields.n; i++)
			if (fields.row[i].kind == FIELD_TEXT ||
			    fields.row[i].kind == FIELD_LONGTEXT)
				assert_string_equal(field_text(&fields.row[i], &p), "");
	}
}

static void a_complete_card_gives_no_warning(void **state)
{
	struct participant mentee = pupil_new(ROLE_MENTEE), mentor = pupil_new(ROLE_MENTOR);

	(void)state;
	assert_int_equal(warned(&mentee, ""), 0);
	assert_int_equal(warned(&mentor, ""), 0);
}

static void what_a_mentee_lacks_is_said(void **state)
{
	struct participant p = pupil_new(ROLE_MENTEE);

	(void)state;
	p.topics.n = 0;
	p.consent_on = DATE_NONE;
	assert_int_equal(warned(&p, "no request"), 1);
	assert_int_equal(warned(&p, "no signed consent"), 1);
	assert_int_equal(warned(&p, ""), 2);
}

static void ages_beyond_the_usual_warn_but_adults_may_be_mentees(void **state)
{
	struct participant p = pupil_new(ROLE_MENTEE);

	(void)state;
	p.person.class_name = "3А";
	p.person.birth = 20170501;
	assert_int_equal(warned(&p, "age is 9"), 1);
	p.person.class_name = "11А";
	p.person.birth = 20070501;
	assert_int_equal(warned(&p, "age is 19"), 1);
	p.person.kind = KIND_TEACHER;
	p.person.class_name = "";
	assert_int_equal(warned(&p, ""), 0);
}

static void what_a_mentor_lacks_is_said(void **state)
{
	struct participant p = pupil_new(ROLE_MENTOR);

	(void)state;
	p.topics.n = 0;
	p.selected = p.trained = 0;
	p.age_from = 16;
	assert_int_equal(warned(&p, "no competences"), 1);
	assert_int_equal(warned(&p, "selection"), 1);
	assert_int_equal(warned(&p, "training"), 1);
	assert_int_equal(warned(&p, "younger than"), 1);
	p.age_from = 11;
	assert_int_equal(warned(&p, "younger than"), 0);
	p.person.class_name = "6А";
	p.person.birth = 20140501;
	assert_int_equal(warned(&p, "age is 12"), 1);
}

static void doubtful_personal_data_are_pointed_at(void **state)
{
	struct participant p = pupil_new(ROLE_MENTEE);

	(void)state;
	p.person.email = "titov.example.org";
	assert_int_equal(warned(&p, "@"), 1);
	p.person.birth = 20160512;
	assert_int_equal(warned(&p, "hardly fits class 9А"), 1);
	p.person.birth = DATE_NONE;
	p.person.class_name = "";
	assert_int_equal(warned(&p, "age is unknown"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_participant_has_no_null_texts_and_open_numbers),
		cmocka_unit_test(a_complete_card_gives_no_warning),
		cmocka_unit_test(what_a_mentee_lacks_is_said),
		cmocka_unit_test(ages_beyond_the_usual_warn_but_adults_may_be_mentees),
		cmocka_unit_test(what_a_mentor_lacks_is_said),
		cmocka_unit_test(doubtful_personal_data_are_pointed_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
