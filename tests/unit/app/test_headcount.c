/* Head counts: counted from the list, by class where there is no birth date, or typed. */
#include "fixture.h"

#include "nastavnik/app/headcount.h"
#include "nastavnik/app/history.h"

#define HEADINGS "ФИО;Класс;Дата рождения\n"

static struct headcount_rows count(struct fixture *f)
{
	struct headcount_rows rows;

	must(headcount_load(f->app, &rows));
	return rows;
}

static void pupils_are_counted_by_their_age_on_a_day(void **state)
{
	struct fixture *f = *state;
	struct headcount_rows rows;

	/* 9, 10 and 15 years on 22.11.2026; the second will be so a day later */
	import_text(f, IMPORT_PEOPLE,
		    HEADINGS "Быков Пётр;3А;01.01.2017\nЁлкина Зоя;4А;23.11.2016\n"
			     "Титов Лев;9А;01.01.2011\n");
	rows = count(f);
	assert_int_equal(rows.on, 20261122);
	assert_true(rows.row[HEADCOUNT_PUPILS].counted);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS].number, 3);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].number, 1);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_15_19].number, 1);
	must(headcount_date(f->app, 20261123));
	rows = count(f);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].number, 2);
	const char *what;
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(count(f).on, 20261122);
	assert_int_equal(headcount_date(f->app, 20260000), RC_INVALID);
}

static void who_has_no_birth_date_is_counted_by_class(void **state)
{
	struct fixture *f = *state;
	struct headcount_rows rows;

	import_text(f, IMPORT_PEOPLE,
		    "ФИО;Класс;Статус\nБыков Пётр;5А;ученик\nЁлкина Зоя;2А;ученик\n"
		    "Титов Лев;;ученик\n");
	rows = count(f);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS].number, 3);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].number, 1);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].guessed, 1);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].unknown, 1);
}

static void the_mentees_alone_are_no_list_of_the_school(void **state)
{
	struct fixture *f = *state;
	struct headcount_rows rows;

	import_text(f, IMPORT_MENTEES, HEADINGS "Быков Пётр;5А;01.01.2015\n");
	rows = count(f);
	assert_false(rows.row[HEADCOUNT_PUPILS_10_19].counted);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].number, FIELD_NOTHING);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].share, FIELD_NOTHING);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].part, 1);
	must(headcount_type(f->app, HEADCOUNT_PUPILS_10_19, 8));
	rows = count(f);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].share, 125); /* 12.5 % */
	/* with the class list it is counted, and what was typed does not count */
	import_text(f, IMPORT_PEOPLE, HEADINGS "Ёлкина Зоя;5А;10.10.2015\n");
	rows = count(f);
	assert_true(rows.row[HEADCOUNT_PUPILS_10_19].counted);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].number, 2);
	assert_int_equal(rows.row[HEADCOUNT_PUPILS_10_19].share, 500);
	assert_int_equal(headcount_type(f->app, HEADCOUNT_PUPILS_10_19, 8), RC_INVALID);
}

static void what_no_list_tells_is_typed(void **state)
{
	struct fixture *f = *state;

	import_text(f, IMPORT_MENTORS,
		    "ФИО;Статус;Место работы\nГрачёв Олег;работодатель;Завод «Луч»\n"
		    "Ким Инна;работодатель;завод Луч\nЦой Ян;работодатель;Пекарня\n");
	assert_int_equal(headcount_type(f->app, HEADCOUNT_ENTERPRISES, -1), RC_INVALID);
	must(headcount_type(f->app, HEADCOUNT_ENTERPRISES, 4));
	assert_int_equal(count(f).row[HEADCOUNT_ENTERPRISES].part, 2); /* two of one enterprise */
	assert_int_equal(count(f).row[HEADCOUNT_ENTERPRISES].share, 500);
	must(headcount_type(f->app, HEADCOUNT_ENTERPRISES, FIELD_NOTHING));
	assert_int_equal(count(f).row[HEADCOUNT_ENTERPRISES].number, FIELD_NOTHING);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(pupils_are_counted_by_their_age_on_a_day),
		TEST(who_has_no_birth_date_is_counted_by_class),
		TEST(the_mentees_alone_are_no_list_of_the_school),
		TEST(what_no_list_tells_is_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
