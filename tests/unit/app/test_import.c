/* Imports as the screens use them: looked at, corrected, tried, answered. */
#include "fixture.h"

#include <string.h>

static void a_dry_run_tells_what_the_real_run_does(void **state)
{
	struct fixture *f = *state;
	const char *path = fixture_table(f, "ФИО;Класс\nЁлкина Зоя;7В\nТитов Лев;7В\n");
	struct import_options options = { .dry = true };
	struct import *import;
	struct job job;

	must(import_open(f->app, IMPORT_PEOPLE, path, &import));
	must(import_start(import, &options, &job));
	assert_int_equal(job_run(&job), JOB_DONE);
	assert_int_equal(import_report(import)->added, 2);
	assert_false(import_report(import)->kept);
	assert_int_equal(people_count(f), 0);
	options.dry = false;
	must(import_start(import, &options, &job));
	assert_int_equal(job_run(&job), JOB_DONE);
	assert_int_equal(import_report(import)->added, 2);
	assert_true(import_report(import)->kept);
	import_close(import);
	assert_int_equal(people_count(f), 2);
}

static void a_cancelled_run_leaves_the_file_as_it_was(void **state)
{
	struct fixture *f = *state;
	const char *path = fixture_table(f, "ФИО;Класс\nЁлкина Зоя;7В\nТитов Лев;7В\n");
	struct import_options options = { 0 };
	struct import *import;
	struct job job;

	must(import_open(f->app, IMPORT_PEOPLE, path, &import));
	must(import_start(import, &options, &job));
	assert_int_equal(job.step(&job), JOB_MORE);
	assert_int_equal(job.step(&job), JOB_MORE);
	job.cancel(&job);
	import_close(import);
	assert_int_equal(people_count(f), 0);
	import_text(f, IMPORT_PEOPLE, "ФИО;Класс\nЁлкина Зоя;7В\n"); /* the file is free again */
	assert_int_equal(people_count(f), 1);
}

/* The same name in another class, then the answer of the person. */
static void ask_about_zoya(struct fixture *f, enum import_answer answer,
			   struct import_report *report)
{
	const char *path;
	struct import_options options = { 0 };
	struct import *import;
	struct job job;

	import_text(f, IMPORT_PEOPLE, "ФИО;Класс\nЁлкина Зоя;7В\n");
	path = fixture_table(f, "ФИО;Класс\nЁлкина Зоя;5А\n");
	must(import_open(f->app, IMPORT_PEOPLE, path, &import));
	must(import_start(import, &options, &job));
	assert_int_equal(job_run(&job), JOB_DONE);
	assert_int_equal(import_report(import)->unsure, 1);
	assert_int_equal(import_report(import)->questions, 1);
	const struct import_question *question = &import_report(import)->question[0];
	assert_int_equal(question->line, 2);
	assert_int_equal(question->n, 1);
	assert_string_equal(question->candidate[0].class_name, "7В");
	import_answer(import, 2, answer, question->candidate[0].id);
	must(import_start(import, &options, &job));
	assert_int_equal(job_run(&job), JOB_DONE);
	*report = *import_report(import);
	report->issues = NULL;
	import_close(import);
}

static void a_question_answered_same_changes_the_person(void **state)
{
	struct fixture *f = *state;
	struct import_report report;

	ask_about_zoya(f, IMPORT_SAME, &report);
	assert_int_equal(report.changed, 1);
	assert_int_equal(people_count(f), 1);
}

static void a_question_answered_another_adds_a_person(void **state)
{
	struct fixture *f = *state;
	struct import_report report;

	ask_about_zoya(f, IMPORT_ANOTHER, &report);
	assert_int_equal(report.added, 1);
	assert_int_equal(people_count(f), 2);
}

static void a_question_answered_skip_leaves_the_row_out(void **state)
{
	struct fixture *f = *state;
	struct import_report report;

	ask_about_zoya(f, IMPORT_SKIP, &report);
	assert_int_equal(report.skipped, 1);
	assert_int_equal(people_count(f), 1);
}

static int64_t target_named(const struct import *import, const char *code)
{
	struct choices targets = import_targets(import);

	for (size_t i = 0; i < targets.n; i++) {
		if (!strcmp(targets.row[i].code, code))
			return targets.row[i].id;
	}
	fail_msg("no target %s", code);
	return 0;
}

static void columns_that_were_not_understood_can_be_sent_to_a_field(void **state)
{
	struct fixture *f = *state;
	const char *path = fixture_table(f, "альфа;бета\nЁлкина;Зоя\nТитов;Лев\nОрлова;Инна\n");
	struct import_options options = { 0 };
	struct import *import;
	struct job job;

	must(import_open(f->app, IMPORT_PEOPLE, path, &import));
	must(import_set_heading(import, 1));
	must(import_map(import, 0, 0));
	must(import_map(import, 1, 0));
	assert_int_equal(import_start(import, &options, &job), RC_INVALID);
	must(import_map(import, 0, target_named(import, "given")));
	must(import_map(import, 0, target_named(import, "family")));
	must(import_map(import, 1, target_named(import, "given")));
	assert_int_equal(import_column(import, 0)->target, target_named(import, "family"));
	must(import_start(import, &options, &job));
	assert_int_equal(job_run(&job), JOB_DONE);
	assert_int_equal(import_report(import)->added, 3);
	import_close(import);
}

static void another_encoding_reads_the_table_anew(void **state)
{
	struct fixture *f = *state;
	const char *path = fixture_table(f, "ФИО;Класс\nЁлкина Зоя;7В\n");
	struct import *import;
	int64_t koi8r;

	must(import_encoding_find("koi8-r", &koi8r));
	must(import_open(f->app, IMPORT_PEOPLE, path, &import));
	assert_int_not_equal(import_column(import, 0)->target, 0);
	must(import_set_encoding(import, koi8r));
	assert_int_equal(import_facts(import)->encoding, koi8r);
	assert_string_not_equal(import_column(import, 0)->heading, "ФИО");
	must(import_set_encoding(import, 0));
	assert_string_equal(import_column(import, 0)->heading, "ФИО");
	import_close(import);
}

static void many_rows_with_one_warning_are_told_once(void **state)
{
	struct fixture *f = *state;
	struct import_report report =
		import_text(f, IMPORT_MENTEES,
			    "ФИО;Класс;Запрос\nЁлкина Зоя;7В;математика\nТитов Лев;8А;физика\n");

	assert_int_equal(report.added, 2);
	assert_int_equal(report.issues->n, 1);
	assert_int_equal(report.issues->row[0].level, ISSUE_WARNING);
}

/* In the first table of a file, where few rows ask the file, and in a later one. */
static void two_rows_about_one_person_are_told_and_the_last_one_counts(void **state)
{
	static const char table[] = "ФИО;Дата рождения;Класс\nЁлкина Зоя;01.02.2013;7В\n"
				    "Ёлкина Зоя;03.02.2013;7В\nЕлкина Зоя;01.02.2013;7Г\n";
	struct fixture *f = *state;
	struct import_report report = import_text(f, IMPORT_PEOPLE, table);

	assert_int_equal(report.added, 2);
	assert_int_equal(report.changed, 1);
	assert_int_equal(report.issues->n, 1);
	assert_int_equal(report.issues->row[0].row, 4);
	report = import_text(f, IMPORT_PEOPLE, table);
	assert_int_equal(report.changed, 2);
	assert_int_equal(report.unchanged, 1);
	assert_int_equal(report.issues->n, 1);
	assert_int_equal(people_count(f), 2);
}

static void a_namesake_whose_birthday_is_not_known_is_asked_about(void **state)
{
	struct fixture *f = *state;
	struct import_report report =
		import_text(f, IMPORT_MENTEES,
			    "ФИО;Дата рождения;Класс\nЁлкина Зоя;2013;7В\n"
			    "Титов Лев;01.02.2013;7В\nЁлкина Зоя;01.02.2013;5А\nТитов Лев;;5А\n");

	assert_int_equal(report.added, 2);
	assert_int_equal(report.unsure, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(a_dry_run_tells_what_the_real_run_does),
		TEST(a_cancelled_run_leaves_the_file_as_it_was),
		TEST(a_question_answered_same_changes_the_person),
		TEST(a_question_answered_another_adds_a_person),
		TEST(a_question_answered_skip_leaves_the_row_out),
		TEST(columns_that_were_not_understood_can_be_sent_to_a_field),
		TEST(another_encoding_reads_the_table_anew),
		TEST(many_rows_with_one_warning_are_told_once),
		TEST(two_rows_about_one_person_are_told_and_the_last_one_counts),
		TEST(a_namesake_whose_birthday_is_not_known_is_asked_about),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
