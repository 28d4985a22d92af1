/* The table of the e-journal: its cells, its sums, and bringing it in. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/growth.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/records.h"
#include "nastavnik/store/read/growth.h"

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	if (fixture_setup(state))
		return 1;
	import_text(*state, IMPORT_MENTEES,
		    "Фамилия;Имя;Отчество;Класс\nЁлкина;Зоя;Андреевна;7В\nБыков;Пётр;Ильич;5А\n"
		    "Быков;Пётр;Олегович;6Б\nАнтонова;Ия;;7В\n");
	return 0;
}

static struct growth_sheet sheet_of(struct fixture *f)
{
	struct growth_sheet sheet;

	must(growth_load(f->app, &f->arena, &sheet));
	return sheet;
}

static int64_t value_of(struct fixture *f, const char *name, const char *measure,
			enum growth_moment moment)
{
	struct growth_sheet sheet = sheet_of(f);

	for (size_t m = 0; m < sheet.measures; m++)
		for (size_t i = 0; i < sheet.n; i++)
			if (!strcmp(sheet.measure[m].name, measure) &&
			    !strncmp(sheet.row[i].name, name, strlen(name)))
				return *growth_value(&sheet.row[i], m, moment);
	fail_msg("no cell %s, %s", name, measure);
	return 0;
}

static struct import_report bring(struct fixture *f, enum growth_moment moment, const char *text,
				  const char *as_new)
{
	const struct import_what what = { IMPORT_GROWTH, moment };
	struct import_report report;
	struct import *import;
	struct choices targets;
	struct job job;

	must(import_open_as(f->app, &what, fixture_table(f, text), &import));
	targets = import_targets(import);
	for (size_t i = 0; i < targets.n; i++)
		for (size_t c = 0; c < import_facts(import)->columns; c++)
			if (strstr(as_new, import_column(import, c)->heading) &&
			    strstr(targets.row[i].name, "New measure: ") &&
			    strstr(targets.row[i].name, import_column(import, c)->heading))
				must(import_map(import, c, targets.row[i].id));
	must(import_start(import, &(struct import_options){ 0 }, &job));
	while (job.step(&job) == JOB_MORE)
		;
	report = *import_report(import);
	f->issues = (struct issues){ .arena = &f->arena };
	for (size_t i = 0; i < report.issues->n; i++)
		issue_add(&f->issues, report.issues->row[i].level, report.issues->row[i].row, 0,
			  report.issues->row[i].name, "%s", report.issues->row[i].text);
	import_close(import);
	return report;
}

static void cells_are_saved_and_checked(void **state)
{
	struct fixture *f = *state;
	struct growth_sheet sheet;
	const char *undone;
	struct growth cell = { .moment = GROWTH_START, .value = 425 };
	size_t added;

	must(growth_propose(f->app, &added));
	assert_int_equal(added, 4);
	must(growth_propose(f->app, &added));
	assert_int_equal(added, 0);
	sheet = sheet_of(f);
	assert_int_equal(sheet.n, 4);
	assert_string_equal(sheet.row[0].class_name, "5А");
	assert_string_equal(sheet.row[2].name, "Антонова Ия");
	cell.measure = sheet.measure[0].head.id;
	cell.participation = sheet.row[3].participation;
	must(growth_save(f->app, &cell));
	assert_int_equal(*growth_value(&sheet_of(f).row[3], 0, GROWTH_START), 425);
	cell.value = 99; /* 0,99 is no mark */
	assert_int_equal(growth_save(f->app, &cell), RC_INVALID);
	cell.value = FIELD_NOTHING;
	must(growth_save(f->app, &cell));
	assert_int_equal(*growth_value(&sheet_of(f).row[3], 0, GROWTH_START), FIELD_NOTHING);
	must(history_undo(f->app, &f->arena, &undone));
	assert_int_equal(*growth_value(&sheet_of(f).row[3], 0, GROWTH_START), 425);
}

/* A measure goes with its values, and comes back with them. */
static void a_deleted_measure_comes_back_whole(void **state)
{
	struct fixture *f = *state;
	struct ids ids = { NULL, 1 };
	const char *undone;
	struct growth_sheet sheet;
	int64_t n;

	bring(f, GROWTH_START, "ФИО;Алгебра\nЁлкина Зоя;4,25\nАнтонова Ия;3\n", "Алгебра");
	sheet = sheet_of(f);
	ids.row = &sheet.measure[0].head.id;
	must(growth_of_measure(app_store(f->app), ids.row[0], &n));
	assert_int_equal(n, 2);
	must(records_delete(f->app, &measure_type, ids));
	assert_int_equal(sheet_of(f).measures, 0);
	must(history_undo(f->app, &f->arena, &undone));
	assert_int_equal(value_of(f, "Ёлкина", "Алгебра", GROWTH_START), 425);
}

#define TABLE                                                                                                                    \
	"Список класса;;;;\n№;ФИО;Класс;Алгебра;Пропуски уроков;Замечание\n" \
	"1;Ёлкина Зоя Андреевна;7В;4,256;3;\n2;Антонова Ия;7в;н/а;;-\n"                          \
	"3;Некто Иной;7В;5;5;\nИтого;;;4,1;8;\n"

static void only_mentees_are_taken(void **state)
{
	struct fixture *f = *state;
	struct import_report report = bring(f, GROWTH_START, TABLE, "Алгебра Пропуски уроков");
	struct growth_sheet sheet = sheet_of(f);
	size_t notes = 0;

	assert_true(report.kept);
	assert_int_equal(report.added, 1);
	assert_int_equal(report.unchanged, 1);
	assert_int_equal(report.rejected, 0);
	assert_int_equal(sheet.measures, 2);
	assert_int_equal(sheet.measure[0].kind, MEASURE_MARK);
	assert_int_equal(sheet.measure[1].kind, MEASURE_ABSENCES);
	assert_true(sheet.measure[1].reverse);
	assert_int_equal(value_of(f, "Ёлкина", "Алгебра", GROWTH_START), 426);
	assert_int_equal(value_of(f, "Ёлкина", "Пропуски уроков", GROWTH_START), 300);
	assert_int_equal(value_of(f, "Антонова", "Алгебра", GROWTH_START), FIELD_NOTHING);
	for (size_t i = 0; i < f->issues.n; i++)
		notes += strstr(f->issues.row[i].text, "no mentee") != NULL;
	assert_int_equal(notes, 1);
}

static void the_same_table_changes_nothing(void **state)
{
	struct fixture *f = *state;
	struct import_report report;

	bring(f, GROWTH_START, TABLE, "Алгебра Пропуски уроков");
	report = bring(f, GROWTH_START, TABLE, "");
	assert_int_equal(report.unchanged, 2);
	assert_int_equal(sheet_of(f).measures, 2);
	report = bring(f, GROWTH_END, TABLE, "");
	assert_int_equal(report.added, 1);
	assert_int_equal(value_of(f, "Ёлкина", "Алгебра", GROWTH_END), 426);
	report = bring(f, GROWTH_START, "ФИО;Алгебра\nЁлкина Зоя;5\n", "");
	assert_int_equal(report.changed, 1);
	assert_int_equal(value_of(f, "Ёлкина", "Пропуски уроков", GROWTH_START), 300);
}

static void wrong_figures_and_namesakes_are_told(void **state)
{
	struct fixture *f = *state;
	struct import_report report =
		bring(f, GROWTH_START,
		      "ФИО;Алгебра\nЁлкина Зоя;4\nБыков Пётр;3\nБыков Пётр О.;4\nАнтонова Ия;0,5\n",
		      "Алгебра");
	assert_int_equal(report.rejected, 1);
	assert_int_equal(report.unsure, 1);
	assert_false(report.kept);
	assert_int_equal(sheet_of(f).measures, 0);
}

static void sums_count_who_has_both(void **state)
{
	struct fixture *f = *state;
	struct growth_sheet sheet;
	struct growth_sum sum;

	bring(f, GROWTH_START,
	      "ФИО;Алгебра;Пропуски\nЁлкина Зоя;3;5\nАнтонова Ия;4;1\nБыков Пётр И.;3,5;2\n"
	      "Быков Пётр О.;5;0\n",
	      "Алгебра Пропуски");
	bring(f, GROWTH_END,
	      "ФИО;Алгебра;Пропуски\nЁлкина Зоя;4;2\nАнтонова Ия;4;3\nБыков Пётр И.;3;2\n", "");
	sheet = sheet_of(f);
	sum = growth_sum_of(&sheet, 0, NULL);
	assert_int_equal(sum.pairs, 3);
	assert_int_equal(sum.starts, 4);
	assert_int_equal(sum.better, 1);
	assert_int_equal(sum.same, 1);
	assert_int_equal(sum.worse, 1);
	assert_string_equal(growth_mean(&f->arena, sum.start, sum.pairs), "3,5");
	assert_string_equal(growth_mean(&f->arena, sum.end, sum.pairs), "3,67");
	assert_true(growth_may_tell(&sheet, &sum));
	sum = growth_sum_of(&sheet, 1, NULL); /* less is better */
	assert_int_equal(sum.better, 1);
	assert_int_equal(sum.worse, 1);
	sum = growth_sum_of(&sheet, 0, "7В");
	assert_int_equal(sum.pairs, 2);
	assert_false(growth_may_tell(&sheet, &sum));
	assert_non_null(strstr(growth_sentence(&f->arena, &sheet, &sum), "not shown"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(cells_are_saved_and_checked),
		TEST(a_deleted_measure_comes_back_whole),
		TEST(only_mentees_are_taken),
		TEST(the_same_table_changes_nothing),
		TEST(wrong_figures_and_namesakes_are_told),
		TEST(sums_count_who_has_both),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
