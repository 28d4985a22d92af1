/* Indicators of a small school: counted, fixed, typed, judged, and who stands behind them. */
#include "fixture.h"

#include <string.h>

#include "nastavnik/app/growth.h"
#include "nastavnik/app/headcount.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/indicators.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/store/read/record.h"

static int setup(void **state)
{
	if (fixture_setup(state))
		return 1;
	import_text(*state, IMPORT_PEOPLE,
		    "ФИО;Класс;Дата рождения\nБыков Пётр;5А;01.01.2015\nЁлкина Зоя;7В;02.02.2013\n"
		    "Титов Лев;10А;01.01.2010\nОрлова Инна;11А;01.01.2009\nЦой Ян;2А;01.01.2018\n");
	import_text(*state, IMPORT_MENTEES,
		    "ФИО;Класс;Дата рождения;Запрос;Дата вхождения\n"
		    "Быков Пётр;5А;01.01.2015;математика;10.09.2026\n"
		    "Ёлкина Зоя;7В;02.02.2013;;20.10.2026\n");
	import_text(*state, IMPORT_MENTORS,
		    "ФИО;Класс;Дата рождения;Должность;Статус;Место работы;Дата вхождения\n"
		    "Титов Лев;10А;01.01.2010;;;;10.09.2026\n"
		    "Ким Инна;;;учитель физики;педагог;;05.09.2026\n"
		    "Грачёв Олег;;;;работодатель;Завод «Луч»;05.09.2026\n");
	return 0;
}

static struct indicator_row row_of(struct fixture *f, const char *code)
{
	struct indicators all;

	must(indicators_load(f->app, &f->arena, app_year(f->app)->year, &all));
	for (size_t i = 0; i < all.n; i++)
		if (!strcmp(all.row[i].indicator.code, code))
			return all.row[i];
	fail_msg("no indicator %s", code);
	return (struct indicator_row){ 0 };
}

static int64_t value_of(struct fixture *f, const char *code, enum moment moment)
{
	return row_of(f, code).cell[moment].value;
}

static void figures_are_told_as_of_their_days(void **state)
{
	struct fixture *f = *state;
	struct indicator_row row = row_of(f, "children_mentees");

	assert_int_equal(row.cell[MOMENT_NOW].value, 5000); /* 2 of 4 */
	assert_int_equal(row.cell[MOMENT_START].value, 2500);
	assert_int_equal(row.cell[MOMENT_NOW].told, TOLD_COUNTED);
	assert_int_equal(row.cell[MOMENT_END].told, TOLD_NOTHING);
	assert_int_equal(row.last, MOMENT_NOW);
	assert_int_equal(value_of(f, "children_mentors", MOMENT_NOW), 5000); /* 1 of 2 */
	assert_int_equal(value_of(f, "pupils_asked", MOMENT_NOW), 100);
	assert_int_equal(value_of(f, "mentors_teachers", MOMENT_NOW), 100);
	assert_int_equal(value_of(f, "mentors_employees", MOMENT_NOW), 100);
	assert_int_equal(value_of(f, "reserve", MOMENT_NOW), FIELD_NOTHING);
}

static void a_missing_head_count_is_named(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(row_of(f, "enterprises").cell[MOMENT_NOW].count.lacks,
			 HEADCOUNT_ENTERPRISES + 1);
	must(headcount_type(f->app, HEADCOUNT_ENTERPRISES, 4));
	assert_int_equal(value_of(f, "enterprises", MOMENT_NOW), 2500);
	assert_int_equal(value_of(f, "novices", MOMENT_NOW), FIELD_NOTHING);
	must(headcount_type(f->app, HEADCOUNT_NOVICES, 5));
	assert_int_equal(value_of(f, "novices", MOMENT_NOW), 0);
}

static void what_is_fixed_stays_when_the_data_change(void **state)
{
	struct fixture *f = *state;
	const char *what;
	size_t n = 0;

	must(indicators_fix(f->app, MOMENT_START, (struct ids){ 0 }, &n));
	assert_true(n > 10);
	import_text(f, IMPORT_PEOPLE, "ФИО;Класс;Дата рождения\nАлиев Рэм;6А;01.01.2014\n");
	assert_int_equal(row_of(f, "children_mentees").cell[MOMENT_START].told, TOLD_FIXED);
	assert_int_equal(value_of(f, "children_mentees", MOMENT_START), 2500);
	assert_int_equal(value_of(f, "children_mentees", MOMENT_NOW), 4000);
	/* Fixed twice, the first stays. */
	must(indicators_fix(f->app, MOMENT_START, (struct ids){ 0 }, &n));
	assert_int_equal(n, 0);
	must(indicators_release(f->app, MOMENT_START, (struct ids){ 0 }, &n));
	assert_int_equal(value_of(f, "children_mentees", MOMENT_START), 2000);
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(value_of(f, "children_mentees", MOMENT_START), 2500);
}

static void an_end_that_is_fixed_early_is_told_as_of_today(void **state)
{
	struct fixture *f = *state;
	struct indicator_row row = row_of(f, "children_mentees");
	size_t n = 0;

	must(indicators_fix(f->app, MOMENT_END, (struct ids){ &row.indicator.head.id, 1 }, &n));
	assert_int_equal(n, 1);
	row = row_of(f, "children_mentees");
	assert_int_equal(row.last, MOMENT_END);
	assert_int_equal(row.cell[MOMENT_END].on, 20261122);
	assert_non_null(strstr(indicator_source(&f->arena, &row, MOMENT_END), "22.11.2026"));
}

static void typed_values_have_their_source(void **state)
{
	struct fixture *f = *state;
	struct indicator_row row = row_of(f, "wish_to_stay");
	struct indicator_value value = { .moment = MOMENT_START, .value = 8000, .basis = "опрос" };

	must(indicators_type(f->app, &row.indicator, &value, 1));
	row = row_of(f, "wish_to_stay");
	assert_int_equal(row.cell[MOMENT_START].told, TOLD_TYPED);
	assert_int_equal(row.cell[MOMENT_NOW].value, 8000); /* the last that is known */
	assert_non_null(strstr(indicator_source(&f->arena, &row, MOMENT_NOW), "опрос"));
	/* Over a counted one it stands instead, until it is emptied. */
	row = row_of(f, "children_mentees");
	value = (struct indicator_value){ .moment = MOMENT_START, .value = 100, .basis = "" };
	must(indicators_type(f->app, &row.indicator, &value, 1));
	assert_int_equal(value_of(f, "children_mentees", MOMENT_START), 100);
	value = (struct indicator_value){ .moment = MOMENT_START, .value = FIELD_NOTHING };
	must(indicators_type(f->app, &row.indicator, &value, 1));
	assert_int_equal(value_of(f, "children_mentees", MOMENT_START), 2500);
}

static void a_target_of_the_year_alone_gives_a_verdict(void **state)
{
	struct fixture *f = *state;
	struct indicator_row row = row_of(f, "children_mentees");

	assert_int_equal(row.verdict, VERDICT_NONE);
	must(target_set(f->app, &row.indicator, 2025, 1000));
	assert_int_equal(row_of(f, "children_mentees").verdict, VERDICT_NONE);
	must(target_set(f->app, &row.indicator, 2026, 7000));
	assert_int_equal(row_of(f, "children_mentees").verdict, VERDICT_MISSED);
	must(target_set(f->app, &row.indicator, 2026, 5000));
	assert_int_equal(row_of(f, "children_mentees").verdict, VERDICT_MET);
	must(target_set(f->app, &row.indicator, 2026, FIELD_NOTHING));
	assert_int_equal(row_of(f, "children_mentees").verdict, VERDICT_NONE);
	assert_int_equal(target_set(f->app, &row.indicator, 1999, 100), RC_INVALID);
}

static void days_must_follow_one_another(void **state)
{
	struct fixture *f = *state;
	struct indicator_days days = { .on = { [MOMENT_START] = 20261101 } };

	must(indicators_days(f->app, &days));
	assert_int_equal(value_of(f, "children_mentees", MOMENT_START), 5000);
	days.on[MOMENT_START] = 20251001;
	assert_int_equal(indicators_days(f->app, &days), RC_INVALID);
	days.on[MOMENT_START] = 20270301;
	assert_int_equal(indicators_days(f->app, &days), RC_INVALID);
}

static void the_people_behind_a_figure_are_named(void **state)
{
	struct fixture *f = *state;
	struct indicator_row row = row_of(f, "children_mentees");
	struct indicator_things things;

	must(indicator_things(f->app, &f->arena, &row.cell[MOMENT_NOW].count, &things));
	assert_int_equal(things.n, 2);
	assert_string_equal(things.row[0].name, "Быков Пётр");
	assert_int_equal(things.row[0].id, participant_named(f, ROLE_MENTEE, "Быков"));
	assert_int_equal(things.row[0].on, 20260910);
	must(indicator_things(f->app, &f->arena, &row.cell[MOMENT_START].count, &things));
	assert_int_equal(things.n, 1);
}

/* The mentees' final questionnaire of the methodology. */
static void answer(struct fixture *f, const char *family, int64_t value)
{
	struct survey survey, version;
	struct survey_items items;
	struct answers answers = { 0 };
	struct sheet sheet = { .participation = participant_named(f, ROLE_MENTEE, family),
			       .filled_on = 20261120,
			       .note = "",
			       .entered_by = "",
			       .checked_by = "",
			       .source = "" };

	must(survey_find(f->app, &f->arena, "pupil_pupil_mentee_after", &survey));
	must(survey_get(f->app, &f->arena, survey.head.id, &version, &items));
	answers.row = ARENA_NEW(&f->arena, struct answer, items.n);
	for (size_t i = 0; i < items.n; i++)
		answers.row[answers.n++] = (struct answer){
			.item = items.row[i].head.id,
			.status = strcmp(items.row[i].code, "satisfaction") ? ANSWER_NONE
									    : ANSWER_GIVEN,
			.value = strcmp(items.row[i].code, "satisfaction") ? FIELD_NOTHING : value,
			.words = ""
		};
	sheet.survey = survey.head.id;
	must(sheet_save(f->app, &sheet, &answers));
}

static void the_satisfied_are_counted_by_their_answers(void **state)
{
	struct fixture *f = *state;

	import_text(f, IMPORT_MENTEES, "ФИО;Класс\nАлиев Рэм;6А\nЯшин Юрий;6А\n");
	answer(f, "Быков", 10);
	answer(f, "Ёлкина", 3);
	assert_true(row_of(f, "mentees_satisfied").cell[MOMENT_NOW].count.few);
	assert_int_equal(value_of(f, "mentees_satisfied", MOMENT_NOW), FIELD_NOTHING);
	answer(f, "Алиев", 8);
	answer(f, "Яшин", 9);
	assert_int_equal(value_of(f, "mentees_satisfied", MOMENT_NOW), 7500);
	assert_int_equal(value_of(f, "mentees_satisfied", MOMENT_START), FIELD_NOTHING);
}

static void the_next_year_has_the_schools_list(void **state)
{
	struct fixture *f = *state;
	struct indicator own, renamed = row_of(f, "pupils_asked").indicator;
	struct indicators all;

	record_init(&indicator_type, &own, 2026, 20261122);
	own.name = "Волонтёрские часы";
	must(records_save(f->app, &indicator_type, &own));
	renamed.name = "Подали заявку";
	must(records_save(f->app, &indicator_type, &renamed));
	must(app_year_open(f->app, 2027));
	must(indicators_load(f->app, &f->arena, 2027, &all));
	assert_int_equal(all.n, 30);
	assert_string_equal(row_of(f, "pupils_asked").indicator.name, "Подали заявку");
	must(indicators_load(f->app, &f->arena, 2026, &all));
	assert_int_equal(all.n, 30);
}

/* A file of before has neither; once it is opened it has both, and deleted ones come back with the
 * next version only when all were deleted. */
static void an_older_year_gets_them_once(void **state)
{
	struct fixture *f = *state;
	struct indicators all;
	struct records list;
	struct ids ids;
	const char *what;

	must(indicators_load(f->app, &f->arena, 2026, &all));
	ids = (struct ids){ ARENA_NEW(&f->arena, int64_t, all.n), all.n };
	for (size_t i = 0; i < all.n; i++)
		ids.row[i] = all.row[i].indicator.head.id;
	must(records_delete(f->app, &indicator_type, ids));
	/* Told all the same. */
	assert_int_equal(value_of(f, "children_mentees", MOMENT_NOW), 5000);
	assert_int_equal(row_of(f, "children_mentees").indicator.head.id, 0);
	must(indicators_complete(f->app));
	assert_int_not_equal(row_of(f, "children_mentees").indicator.head.id, 0);
	must(history_undo(f->app, &f->arena, &what));
	assert_non_null(strstr(what, "Indicators"));
	must(record_list(app_store(f->app), &f->arena, &indicator_type, 2026, &list));
	assert_int_equal(list.n, 0);
}

static void the_report_names_nobody(void **state)
{
	struct fixture *f = *state;
	const struct paper_wish wish = { .paper = paper_find("monitoring") };
	struct paper_text text;

	must(paper_lines(f->app, &wish, &f->arena, 100, &text));
	for (size_t i = 0; i < text.n; i++) {
		assert_null(strstr(text.line[i], "Быков"));
		assert_null(strstr(text.line[i], "Ёлкин"));
		assert_null(strstr(text.line[i], "Титов"));
	}
	assert_true(text.n > 60);
	/* Its tables alone, and no other ending. */
	must(paper_save(f->app, &wish, arena_printf(&f->arena, "%s/m.csv", f->folder), NULL, NULL,
			NULL));
	assert_int_equal(paper_save(f->app, &wish, arena_printf(&f->arena, "%s/m.doc", f->folder),
				    NULL, NULL, NULL),
			 RC_INVALID);
}

static bool report_has(struct fixture *f, const char *what)
{
	const struct paper_wish wish = { .paper = paper_find("monitoring") };
	struct paper_text text;
	bool has = false;

	must(paper_lines(f->app, &wish, &f->arena, 100, &text));
	for (size_t i = 0; i < text.n; i++)
		has |= strstr(text.line[i], what) != NULL;
	return has;
}

static void the_report_tells_of_the_journal(void **state)
{
	static const char *const family[] = { "Быков", "Ёлкина", "Алиев" };
	struct fixture *f = *state;
	struct growth_sheet sheet;
	size_t added;

	import_text(f, IMPORT_MENTEES, "ФИО;Класс\nАлиев Рэм;6А\n");
	must(growth_propose(f->app, &added));
	must(growth_load(f->app, &f->arena, &sheet));
	for (size_t i = 0; i < 3; i++) {
		struct growth cell = { .measure = sheet.measure[0].head.id,
				       .participation =
					       participant_named(f, ROLE_MENTEE, family[i]) };

		/* Of two of them nothing is told. */
		assert_false(report_has(f, "3,5"));
		cell.moment = GROWTH_START;
		cell.value = 350;
		must(growth_save(f->app, &cell));
		cell.moment = GROWTH_END;
		cell.value = 400;
		must(growth_save(f->app, &cell));
	}
	assert_true(report_has(f, "3 / 0 / 0"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)
		TEST(figures_are_told_as_of_their_days),
		TEST(a_missing_head_count_is_named),
		TEST(what_is_fixed_stays_when_the_data_change),
		TEST(an_end_that_is_fixed_early_is_told_as_of_today),
		TEST(typed_values_have_their_source),
		TEST(a_target_of_the_year_alone_gives_a_verdict),
		TEST(days_must_follow_one_another),
		TEST(the_people_behind_a_figure_are_named),
		TEST(the_satisfied_are_counted_by_their_answers),
		TEST(the_next_year_has_the_schools_list),
		TEST(an_older_year_gets_them_once),
		TEST(the_report_names_nobody),
		TEST(the_report_tells_of_the_journal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
