/* A closed year can only be read, until it is opened again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "inner.h"
#include "nastavnik/app/bonds.h"
#include "nastavnik/app/carry.h"
#include "nastavnik/app/closing.h"
#include "nastavnik/app/headcount.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/leavers.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/settings.h"

#include "nastavnik/app/tasks.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/store/read/closing.h"
#include "nastavnik/store/read/task.h"
#include "nastavnik/store/write/bond.h"

static const struct closing in_may = { .on = 20270531, .why = "конец года" };

static int setup(void **state)
{
	struct fixture *f;

	if (fixture_setup(state))
		return 1;
	f = *state;
	import_text(f, IMPORT_MENTEES, "ФИО;Класс\nЁлкина Зоя Андреевна;7В\nБыков Пётр Ильич;5А\n");
	import_text(f, IMPORT_MENTORS, "ФИО;Должность\nОрлова Инна Викторовна;учитель\n");
	return 0;
}

static int64_t pair_make(struct fixture *f, const char *mentee, int64_t from)
{
	struct bond_member m = { .mentor = participant_named(f, ROLE_MENTOR, "Орлова"),
				 .mentee = participant_named(f, ROLE_MENTEE, mentee),
				 .from = from,
				 .reason = "",
				 .score = -1 };

	must(app_begin(f->app, "test", ""));
	must(app_end(f->app, bond_member_add(f->app->store, &m)));
	return m.id;
}

static struct bond_member member_get(struct fixture *f, int64_t id)
{
	struct members members;

	must(members_load(app_store(f->app), &f->arena, 2026, &members));
	for (size_t i = 0; i < members.n; i++)
		if (members.row[i].id == id)
			return members.row[i];
	fail();
	return members.row[0];
}

/* Each way to write, as screens and commands have it. */
static enum rc person_change(struct app *app)
{
	struct person p = { .family = "Новиков",
			    .given = "Яков",
			    .patronymic = "",
			    .phone = "",
			    .email = "",
			    .note = "",
			    .class_name = "5А",
			    .position = "",
			    .place = "",
			    .left_why = "" };

	return people_save_person(app, &p, PEOPLE_ANOTHER, NULL);
}

static enum rc task_add(struct app *app)
{
	struct task task = {
		.stage = 1, .code = "", .name = "Шаг", .responsible = "", .result = "", .note = ""
	};

	return tasks_save(app, &task);
}

static enum rc count_type(struct app *app)
{
	return headcount_type(app, HEADCOUNT_NOVICES, 5);
}

static enum rc rules_save(struct app *app)
{
	struct year year = *app_year(app);

	year.ballot_size = 5;
	return settings_save_year(app, &year);
}

static enum rc import_anew(struct app *app)
{
	struct import *import;
	struct job job;
	const struct import_options options = { 0 };
	char path[128];
	enum rc rc;

	snprintf(path, sizeof(path), "%s.csv", app_path(app));
	FILE *file = fopen(path, "w");
	fputs("ФИО;Класс\nЗайцев Фома;6Б\n", file);
	fclose(file);
	rc = import_open(app, IMPORT_PEOPLE, path, &import);
	if (!rc) {
		rc = import_start(import, &options, &job);
		if (!rc && job_run(&job) != JOB_DONE)
			rc = err_last()->code;
		import_close(import);
	}
	return rc;
}

static void nothing_changes_in_a_closed_year(void **state)
{
	static enum rc (*const write[])(struct app * app) = { person_change, task_add, count_type,
							      rules_save, import_anew };
	struct fixture *f = *state;
	int64_t member = pair_make(f, "Ёлкина", 20260920), ended, stamp;

	must(year_close(f->app, 2026, &in_may, &ended));
	assert_int_equal(ended, 1);
	assert_true(app_year_closed(f->app));
	assert_true(strstr(app_change_why(f->app), "2026/2027"));
	assert_true(strstr(app_change_why(f->app), "22.11.2026"));
	assert_int_equal(app_year(f->app)->closed_on, 20261122);
	stamp = app_version(f->app);
	for (size_t i = 0; i < sizeof(write) / sizeof(write[0]); i++) {
		assert_int_equal(write[i](f->app), RC_READONLY);
		assert_string_equal(err_last()->text, app_change_why(f->app));
	}
	assert_int_equal(bonds_delete(f->app, member), RC_READONLY);
	assert_int_equal(app_version(f->app), stamp);
	must(year_reopen(f->app, 2026));
	for (size_t i = 0; i < sizeof(write) / sizeof(write[0]); i++)
		must(write[i](f->app));
	assert_string_equal(app_change_why(f->app), "");
}

static void the_school_belongs_to_no_year(void **state)
{
	struct fixture *f = *state;
	struct school school;
	int64_t ended;

	must(year_close(f->app, 2026, &in_may, &ended));
	school = *app_school(f->app);
	school.town = "Тверь";
	must(settings_save_school(f->app, &school));
	assert_string_equal(app_school(f->app)->town, "Тверь");
}

static void pairs_at_work_end_with_the_year(void **state)
{
	struct fixture *f = *state;
	int64_t zoya = pair_make(f, "Ёлкина", 20260920), pyotr = pair_make(f, "Быков", 20261001);
	int64_t ended;

	must(bonds_end(f->app, zoya, 20261101, "переезд"));
	must(year_close(f->app, 2026, &in_may, &ended));
	assert_int_equal(ended, 1);
	assert_int_equal(member_get(f, zoya).to, 20261101);
	assert_string_equal(member_get(f, zoya).reason, "переезд");
	assert_int_equal(member_get(f, pyotr).to, 20270531);
	assert_int_equal(member_get(f, pyotr).state, MEMBER_ENDED);
	assert_string_equal(member_get(f, pyotr).reason, "конец года");
}

static void the_day_and_the_reason_are_asked_for(void **state)
{
	struct fixture *f = *state;
	struct closing closing = in_may;
	int64_t ended = 77;

	pair_make(f, "Ёлкина", 20260920);
	closing.why = "";
	assert_int_equal(year_close(f->app, 2026, &closing, &ended), RC_INVALID);
	closing = (struct closing){ .on = 20270500, .why = "конец" };
	assert_int_equal(year_close(f->app, 2026, &closing, &ended), RC_INVALID);
	closing.on = 20260901;
	assert_int_equal(year_close(f->app, 2026, &closing, &ended), RC_INVALID);
	assert_true(strstr(err_last()->text, "20.09.2026"));
	assert_int_equal(ended, 77);
	assert_false(app_year_closed(f->app));
	must(closing_propose(f->app, 2026, &closing));
	assert_int_equal(closing.on, 20261122); /* the term is to come yet */
	setenv("NASTAVNIK_NOW", "2027-08-20T10:00:00", 1);
	must(closing_propose(f->app, 2026, &closing));
	assert_int_equal(closing.on, 20270531);
	must(year_close(f->app, 2026, &closing, &ended));
	assert_int_equal(year_close(f->app, 2026, &closing, &ended), RC_CONFLICT);
	must(year_reopen(f->app, 2026));
	assert_int_equal(year_reopen(f->app, 2026), RC_CONFLICT);
	assert_int_equal(year_close(f->app, 2031, &closing, &ended), RC_NOT_FOUND);
}

static void taking_the_closing_back_opens_the_year(void **state)
{
	struct fixture *f = *state;
	int64_t member = pair_make(f, "Ёлкина", 20260920), ended;
	const char *what;

	must(year_close(f->app, 2026, &in_may, &ended));
	must(history_undo(f->app, &f->arena, &what));
	assert_false(app_year_closed(f->app));
	assert_int_equal(member_get(f, member).state, MEMBER_ACTIVE);
	must(person_change(f->app));
	must(history_undo(f->app, &f->arena, &what));
	must(year_close(f->app, 2026, &in_may, &ended));
	must(history_undo(f->app, &f->arena, &what));
	must(history_redo(f->app, &f->arena, &what));
	assert_true(app_year_closed(f->app));
	fixture_reopen(f);
	assert_int_equal(person_change(f->app), RC_READONLY);
	must(history_undo(f->app, &f->arena, &what)); /* after a restart too */
	must(person_change(f->app));
}

static void the_next_year_comes_out_of_a_closed_one(void **state)
{
	struct fixture *f = *state;
	struct carry carry;
	struct carry_choice choice = { .year = 2027 };
	int64_t ended;

	must(year_close(f->app, 2026, &in_may, &ended));
	must(carry_load(f->app, &f->arena, &carry));
	must(carry_year(f->app, &carry, &choice));
	assert_int_equal(app_year(f->app)->year, 2027);
	assert_false(app_year_closed(f->app));
	assert_int_equal(app_newest_year(f->app), 2027);
	must(person_change(f->app));
	must(app_year_select(f->app, 2026));
	assert_true(app_year_closed(f->app));
	/* Another year can be closed and opened from here. */
	must(year_close(f->app, 2027, &in_may, &ended));
	must(year_reopen(f->app, 2026));
	must(person_change(f->app));
}

static void what_is_unfinished_is_counted(void **state)
{
	struct fixture *f = *state;
	struct unfinished left;
	struct tasks tasks;
	struct award award;
	int64_t open = 0, member;

	must(task_list(app_store(f->app), &f->arena, 2026, 0, &tasks));
	for (size_t i = 0; i < tasks.n; i++)
		open += !tasks.row[i].optional;
	member = pair_make(f, "Ёлкина", 20260920);
	pair_make(f, "Быков", 20270310);
	must(bonds_end(f->app, member, 20261101, "переезд"));
	must(unfinished_count(app_store(f->app), 2026, 20270815, &left));
	assert_int_equal(left.at_work, 1);
	assert_int_equal(left.no_result, 2);
	assert_int_equal(left.no_feedback, 2);
	assert_int_equal(left.tasks, open);
	assert_int_equal(left.diaries, 3 + 3); /* 09, 10, 11 of the one; 03, 04, 05 of the other */
	assert_int_equal(left.requests, 0);
	assert_int_equal(left.nominees, 0);
	record_init(&award_type, &award, 2026, 20270520);
	award.name = "Крылова Анна Львовна";
	award.kind = AWARD_THANKS;
	must(records_save(f->app, &award_type, &award));
	must(unfinished_count(app_store(f->app), 2026, 20270815, &left));
	assert_int_equal(left.nominees, 1);
	award.decided = AWARD_GIVEN;
	must(records_save(f->app, &award_type, &award));
	must(unfinished_count(app_store(f->app), 2026, 20270815, &left));
	assert_int_equal(left.nominees, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_changes_in_a_closed_year, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(the_school_belongs_to_no_year, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(pairs_at_work_end_with_the_year, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(the_day_and_the_reason_are_asked_for, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(taking_the_closing_back_opens_the_year, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(the_next_year_comes_out_of_a_closed_one, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(what_is_unfinished_is_counted, setup,
						fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
