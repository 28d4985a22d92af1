/* Readiness before pairs are formed. */
#include "fixture.h"

#include <string.h>

#include "nastavnik/app/people.h"
#include "nastavnik/app/ready.h"
#include "nastavnik/app/settings.h"
#include "nastavnik/store/read/participant.h"

#define MENTEES "ФИО;Класс;Запрос\n"
#define MENTORS "ФИО;Класс;Компетенции;Количество наставляемых\n"

static struct ready_run *ready_of(struct fixture *f)
{
	struct ready_run *run;
	struct job job;

	must(ready_start(f->app, &run, &job));
	assert_null(ready_found(run));
	assert_int_equal(job_run(&job), JOB_DONE);
	assert_int_equal(job.done, job.total);
	return run;
}

/* The line of a kind about somebody; NULL. */
static const struct ready_row *line_of(const struct ready_run *run, enum ready_kind kind,
				       const char *family)
{
	const struct ready *found = ready_found(run);

	for (size_t i = 0; i < found->n; i++) {
		const struct ready_row *row = &found->row[i];

		if (row->kind == kind && !strncmp(row->name, family, strlen(family)))
			return row;
	}
	return NULL;
}

static void places_are_set_against_those_who_wait(void **state)
{
	struct fixture *f = *state;

	import_text(f, IMPORT_MENTEES,
		    MENTEES "Быков Пётр;5А;математика\nЁлкина Зоя;5А;математика\n");
	import_text(f, IMPORT_MENTORS, MENTORS "Титов Лев;9А;математика;1\n");
	struct ready_run *run = ready_of(f);
	assert_int_equal(ready_found(run)->waiting, 2);
	assert_int_equal(ready_found(run)->places, 1);
	assert_int_equal(ready_found(run)->count[READY_ONE], 2);
	assert_string_equal(line_of(run, READY_ONE, "Быков")->text, "Титов Лев");
	assert_int_equal(line_of(run, READY_ONE, "Быков")->participant,
			 participant_named(f, ROLE_MENTEE, "Быков"));
	assert_int_equal(ready_found(run)->count[READY_FORM], 1); /* any */
	ready_free(run);
}

/* Each refuses somebody: one mentee has nobody, one mentor nobody to help. */
static void whom_nobody_suits_is_told_with_the_reasons(void **state)
{
	struct fixture *f = *state;
	struct participant mentee;

	import_text(f, IMPORT_MENTEES, MENTEES "Быков Пётр;5А;математика\n");
	import_text(f, IMPORT_MENTORS, MENTORS "Титов Лев;9А;математика;1\n");
	must(participant_get(app_store(f->app), &f->arena,
			     participant_named(f, ROLE_MENTEE, "Быков"), &mentee));
	int64_t titov = participant_named(f, ROLE_MENTOR, "Титов");
	mentee.refusals = (struct ids){ &titov, 1 };
	must(people_save_participant(f->app, &mentee, PEOPLE_ASK, NULL));
	struct ready_run *run = ready_of(f);
	assert_non_null(strstr(line_of(run, READY_NOBODY, "Быков")->text, "1"));
	assert_non_null(line_of(run, READY_NEEDLESS, "Титов"));
	assert_int_equal(ready_found(run)->count[READY_ONE], 0);
	ready_free(run);
}

static void what_is_missing_is_told(void **state)
{
	struct fixture *f = *state;
	struct year year;

	import_text(f, IMPORT_MENTEES, MENTEES "Быков Пётр;5А;\n");
	import_text(f, IMPORT_MENTORS, MENTORS "Титов Лев;9А;;1\n");
	struct ready_run *run = ready_of(f);
	assert_non_null(line_of(run, READY_REQUEST, "Быков"));
	assert_non_null(line_of(run, READY_COMPETENCE, "Титов"));
	assert_int_equal(ready_found(run)->count[READY_CONSENT], 0); /* nobody asks for it */
	assert_int_equal(ready_found(run)->count[READY_TRAINING], 0);
	ready_free(run);

	year = *app_year(f->app);
	year.need_trained = year.need_consent = 1;
	must(settings_save_year(f->app, &year));
	run = ready_of(f);
	assert_int_equal(ready_found(run)->count[READY_CONSENT], 2);
	assert_non_null(line_of(run, READY_TRAINING, "Титов"));
	assert_non_null(line_of(run, READY_NOBODY, "Быков"));
	ready_free(run);
}

static void an_empty_school_has_nothing_to_tell(void **state)
{
	struct fixture *f = *state;
	struct ready_run *run = ready_of(f);

	assert_int_equal(ready_found(run)->n, 0);
	assert_int_equal(ready_found(run)->waiting, 0);
	ready_free(run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(places_are_set_against_those_who_wait),
		TEST(whom_nobody_suits_is_told_with_the_reasons),
		TEST(what_is_missing_is_told),
		TEST(an_empty_school_has_nothing_to_tell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
