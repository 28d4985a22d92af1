/* Consents: what is put comes back, and only what stands counts anywhere. */
#include "fixture.h"

#include <stdlib.h>

#include "nastavnik/base/date.h"
#include "nastavnik/store/write/consent.h"

/* The clock of these tests stands at 22.11.2026. */
enum { SIGNED = 20260902, TODAY = 20261122, YESTERDAY = 20261121 };

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	return fixture_setup(state);
}

static int64_t person_of(struct fixture *f, int64_t participant)
{
	struct participant p;

	must(participant_get(f->store, &f->arena, participant, &p));
	return p.person.id;
}

static struct consent invented_consent(int64_t person, enum consent_kind kind)
{
	return (struct consent){
		.person = person, .year = 2026, .kind = kind, .signed_on = SIGNED, .signed_by = ""
	};
}

static int64_t add_consent(struct fixture *f, struct consent c)
{
	must(step_begin(f->store, "Consent", ""));
	must(consent_put(f->store, &c));
	must(step_commit(f->store));
	return c.id;
}

static struct consent_row only_row(struct fixture *f)
{
	struct consent_rows rows;

	must(consent_rows_load(f->store, &f->arena, 2026, CONSENTS_OF_PARTICIPANTS, "", &rows));
	assert_int_equal(rows.n, 1);
	return rows.row[0];
}

static void a_consent_comes_back_as_it_was_put(void **state)
{
	struct fixture *f = *state;
	int64_t person = person_of(f, add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя"));
	struct consent c = invented_consent(person, CONSENT_DATA), back;
	struct consents all;

	c.signed_by = "Ёлкина Анна Петровна";
	c.until = 20270831;
	c.withdrawn_on = 20261001;
	c.id = add_consent(f, c);
	fixture_reopen(f, 0);
	must(consent_get(f->store, &f->arena, c.id, &back));
	for (size_t i = 0; i < consent_fields.n; i++)
		if (!field_equal(&consent_fields.row[i], &c, &back))
			fail_msg("%s", consent_fields.row[i].name);
	assert_int_equal(back.person, person);
	add_consent(f, invented_consent(person, CONSENT_TAKE_PART));
	must(consent_list(f->store, &f->arena, person, 2026, &all));
	assert_int_equal(all.n, 2);
	must(step_begin(f->store, "Consent", ""));
	must(consent_delete(f->store, c.id));
	assert_int_equal(consent_delete(f->store, c.id), RC_NOT_FOUND);
	must(step_commit(f->store));
	assert_int_equal(consent_get(f->store, &f->arena, c.id, &back), RC_NOT_FOUND);
}

static int64_t lacking(struct fixture *f)
{
	struct participant_query query = { .year = 2026,
					   .role = ROLE_MENTEE,
					   .lack = LACK_CONSENT };
	struct ids ids;

	must(participant_ids(f->store, &f->arena, &query, &ids));
	return (int64_t)ids.n;
}

/* The list, the board and the record itself say the same of a paper. */
static void counts_as(struct fixture *f, int64_t participant, int64_t on)
{
	struct participant p;
	struct board b;

	must(participant_get(f->store, &f->arena, participant, &p));
	assert_int_equal(p.consent_on, on);
	assert_int_equal(lacking(f), on == DATE_NONE);
	must(board_load(f->store, 2026, &b));
	assert_int_equal(b.mentees_without_consent, on == DATE_NONE);
}

static void only_what_stands_counts(void **state)
{
	struct fixture *f = *state;
	int64_t mentee = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");
	struct consent c = invented_consent(person_of(f, mentee), CONSENT_TAKE_PART);

	counts_as(f, mentee, DATE_NONE);
	c.until = TODAY;
	c.id = add_consent(f, c);
	counts_as(f, mentee, SIGNED);
	c.until = YESTERDAY;
	add_consent(f, c);
	counts_as(f, mentee, DATE_NONE);
	assert_int_equal(only_row(f).mark[0].state, CONSENT_EXPIRED);
	assert_int_equal(only_row(f).mark[0].on, YESTERDAY);
	c.until = DATE_NONE;
	c.withdrawn_on = 20261001;
	add_consent(f, c);
	counts_as(f, mentee, DATE_NONE);
	assert_int_equal(only_row(f).mark[0].state, CONSENT_WITHDRAWN);
	/* A second paper stands, though the first was withdrawn later. */
	c = invented_consent(c.person, CONSENT_TAKE_PART);
	c.signed_on = 20260901;
	add_consent(f, c);
	counts_as(f, mentee, 20260901);
	assert_int_equal(only_row(f).mark[0].state, CONSENT_STANDS);
}

static void put_participant(struct fixture *f, int64_t id, int64_t consent_on)
{
	struct participant p;

	must(participant_get(f->store, &f->arena, id, &p));
	p.consent_on = consent_on;
	must(step_begin(f->store, "Mentee changed", ""));
	must(participant_put(f->store, &p));
	must(step_commit(f->store));
}

static void the_date_in_a_participants_record_is_built_on_the_papers(void **state)
{
	struct fixture *f = *state;
	int64_t mentee = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");
	int64_t person = person_of(f, mentee);
	struct consent c = invented_consent(person, CONSENT_TAKE_PART);
	struct consents all;

	c.withdrawn_on = 20261001;
	add_consent(f, c);
	put_participant(f, mentee, SIGNED); /* an old table is brought in again */
	counts_as(f, mentee, DATE_NONE);
	put_participant(f, mentee, 20261105);
	counts_as(f, mentee, 20261105);
	put_participant(f, mentee, 20261106); /* a slip in the date is mended */
	counts_as(f, mentee, 20261106);
	must(consent_list(f->store, &f->arena, person, 2026, &all));
	assert_int_equal(all.n, 2);
	put_participant(f, mentee, DATE_NONE);
	counts_as(f, mentee, DATE_NONE);
	must(consent_list(f->store, &f->arena, person, 2026, &all));
	assert_int_equal(all.n, 1); /* what was withdrawn is history */
	assert_int_equal(all.row[0].withdrawn_on, 20261001);
}

static void data_consents_with_a_term_reach_over_years(void **state)
{
	struct fixture *f = *state;
	int64_t mentee = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");
	struct consent c = invented_consent(person_of(f, mentee), CONSENT_DATA);
	struct board b;

	sql_run(f->path,
		"CREATE TEMP TABLE last AS SELECT * FROM year; UPDATE last SET year = 2025;"
		" INSERT INTO year SELECT * FROM last");
	c.year = 2025;
	c.signed_on = 20250903;
	add_consent(f, c); /* without a term: for its year only */
	assert_int_equal(only_row(f).mark[CONSENT_DATA - 1].state, CONSENT_NONE);
	c.until = 20310831;
	add_consent(f, c);
	assert_int_equal(only_row(f).mark[CONSENT_DATA - 1].state, CONSENT_STANDS);
	assert_int_equal(only_row(f).mark[CONSENT_DATA - 1].year, 2025);
	must(board_load(f->store, 2026, &b));
	assert_int_equal(b.mentees_without_data_consent, 0);
	c.kind = CONSENT_TAKE_PART; /* taking part is asked anew each year */
	add_consent(f, c);
	assert_int_equal(only_row(f).mark[0].state, CONSENT_NONE);
	assert_int_equal(b.mentees_without_consent, 1);
}

static void classes_are_listed_and_read_in_their_order(void **state)
{
	struct fixture *f = *state;
	struct classes classes;
	struct consent_rows rows;

	add_person(f, "Яшин", "Лев", "10А");
	add_person(f, "Ёлкина", "Зоя", "7В");
	add_person(f, "Быков", "Пётр", "7В");
	add_person(f, "Жуков", "Иван", "7В");
	sql_run(f->path, "UPDATE person_year SET left_on = 20261001 WHERE person ="
			 " (SELECT id FROM person WHERE family = 'Жуков')");
	must(class_list(f->store, &f->arena, 2026, &classes));
	assert_int_equal(classes.n, 2);
	assert_string_equal(classes.row[0].name, "7В");
	assert_int_equal(classes.row[0].pupils, 2);
	assert_string_equal(classes.row[1].name, "10А");
	must(consent_rows_load(f->store, &f->arena, 2026, CONSENTS_OF_CLASS, "7В", &rows));
	assert_int_equal(rows.n, 2);
	assert_string_equal(rows.row[0].person.family, "Быков");
	assert_string_equal(rows.row[1].person.family, "Ёлкина");
	assert_int_equal(rows.row[1].mentee, 0);
	must(consent_rows_load(f->store, &f->arena, 2026, CONSENTS_OF_PARTICIPANTS, "", &rows));
	assert_int_equal(rows.n, 0);
}

static void who_is_mentee_and_mentor_is_one_row(void **state)
{
	struct fixture *f = *state;
	int64_t mentee = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");
	struct participant p;

	must(participant_get(f->store, &f->arena, mentee, &p));
	p.id = 0;
	p.role = ROLE_MENTOR;
	must(step_begin(f->store, "Mentor added", ""));
	must(participant_put(f->store, &p));
	must(step_commit(f->store));
	assert_int_equal(only_row(f).mentee, mentee);
	assert_int_equal(only_row(f).mentor, p.id);
}

static void papers_go_along_when_records_are_joined(void **state)
{
	struct fixture *f = *state;
	int64_t keep = add_person(f, "Ёлкина", "Зоя", "7В");
	int64_t gone = add_person(f, "Елкина", "Зоя", "7В");
	struct consents all;

	add_consent(f, invented_consent(keep, CONSENT_TAKE_PART));
	add_consent(f, invented_consent(gone, CONSENT_TAKE_PART));
	add_consent(f, invented_consent(gone, CONSENT_PUBLISH));
	must(step_begin(f->store, "Joined", ""));
	must(consent_move(f->store, gone, keep));
	must(step_commit(f->store));
	must(consent_list(f->store, &f->arena, keep, 2026, &all));
	assert_int_equal(all.n, 2);
	must(consent_list(f->store, &f->arena, gone, 2026, &all));
	assert_int_equal(all.n, 0);
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(a_consent_comes_back_as_it_was_put),
		test(only_what_stands_counts),
		test(the_date_in_a_participants_record_is_built_on_the_papers),
		test(data_consents_with_a_term_reach_over_years),
		test(classes_are_listed_and_read_in_their_order),
		test(who_is_mentee_and_mentor_is_one_row),
		test(papers_go_along_when_records_are_joined),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
