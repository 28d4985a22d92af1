/* The school's list beside a fresh one; leaving the school and coming back. */
#include "fixture.h"

#include <string.h>

#include "nastavnik/app/history.h"
#include "nastavnik/app/leavers.h"
#include "nastavnik/app/pairs.h"
#include "nastavnik/store/read/board.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/person.h"

#define HEADINGS "Фамилия;Имя;Отчество;Дата рождения;Класс\n"

static const char list[] = HEADINGS "Быков;Пётр;Ильич;05.03.2013;7В\n"
				    "Ёлкина;Зоя;Андреевна;10.10.2013;7В\n"
				    "Журавлёв;Глеб;;01.02.2013;7В\n"
				    "Титова;Яна;;04.04.2012;8В\n"
				    "Титова;Ада;;05.04.2012;8В\n"
				    "Титова;Инна;;06.04.2012;8В\n"
				    "Титова;Вера;;07.04.2012;8В\n"
				    "Лаптев;Семён;Олегович;07.07.2012;8Б\n";

static struct import *compare(struct fixture *f, const char *text)
{
	struct import *import;
	struct job job;

	must(import_open(f->app, IMPORT_COMPARE, fixture_table(f, text), &import));
	must(import_start(import, &(struct import_options){ 0 }, &job));
	if (job_run(&job) != JOB_DONE)
		fail_msg("%s", err_last()->text);
	return import;
}

static const struct leavers_row *row_of(const struct import *import, const char *family)
{
	const struct leavers *found = leavers_found(import);

	for (size_t i = 0; i < found->n; i++) {
		if (!strncmp(found->row[i].name, family, strlen(family)))
			return &found->row[i];
	}
	return NULL;
}

static enum leavers_kind kind_of(const struct import *import, const char *family)
{
	const struct leavers_row *row = row_of(import, family);

	return row ? row->kind : LEAVERS_KINDS;
}

/* All rows of the comparison are done. */
static struct leavers_done apply_all(struct fixture *f, const struct import *import)
{
	const struct leavers *found = leavers_found(import);
	const struct leavers_row **row = ARENA_NEW(&f->arena, const struct leavers_row *, found->n);
	struct leavers_done done;

	for (size_t i = 0; i < found->n; i++)
		row[i] = &found->row[i];
	must(leavers_apply(f->app, row, found->n, 20261115, "переезд", &done));
	return done;
}

/* Of somebody of the year, by family name; 0. */
static int64_t id_named(struct fixture *f, const char *family)
{
	struct people people;

	must(person_load(app_store(f->app), &f->arena, 2026, &people));
	for (size_t i = 0; i < people.n; i++) {
		if (!strcmp(people.row[i].family, family))
			return people.row[i].id;
	}
	return 0;
}

static void the_same_list_has_nothing_to_tell(void **state)
{
	struct fixture *f = *state;

	import_text(f, IMPORT_PEOPLE, list);
	struct import *import = compare(f, list);
	assert_int_equal(leavers_found(import)->n, 0);
	assert_true(leavers_found(import)->classes);
	import_close(import);
	assert_int_equal(people_count(f), 8);
}

static void who_came_left_and_moved_is_told_and_nothing_is_changed(void **state)
{
	struct fixture *f = *state;

	import_text(f, IMPORT_PEOPLE, list);
	struct import *import = compare(f, HEADINGS "Быков;Пётр;Ильич;05.03.2013;8В\n"
						    "Ёлкина;Зоя;Андреевна;10.10.2013;7В\n"
						    "Титов;Лев;;03.03.2013;7В\n");
	assert_int_equal(kind_of(import, "Быков"), LEAVERS_MOVED);
	assert_string_equal(row_of(import, "Быков")->was, "7В");
	assert_string_equal(row_of(import, "Быков")->person.class_name, "8В");
	assert_int_equal(kind_of(import, "Титов"), LEAVERS_NEW);
	assert_int_equal(kind_of(import, "Журавлёв"), LEAVERS_GONE);
	assert_int_equal(kind_of(import, "Ёлкина"), LEAVERS_KINDS); /* as she was */
	assert_int_equal(kind_of(import, "Лаптев"), LEAVERS_KINDS); /* 8Б is not in the table */
	assert_int_equal(kind_of(import, "Титова"), LEAVERS_KINDS); /* nor but for him who moved */
	import_close(import);
	struct person bykov;
	int64_t id = id_named(f, "Быков");
	must(person_get(app_store(f->app), &f->arena, id, 2026, &bykov));
	assert_string_equal(bykov.class_name, "7В");
	assert_int_equal(people_count(f), 8);
}

static void a_table_without_classes_makes_nobody_leave(void **state)
{
	struct fixture *f = *state;

	import_text(f, IMPORT_PEOPLE, list);
	struct import *import = compare(f, "Фамилия;Имя;Дата рождения\nБыков;Пётр;05.03.2013\n");
	assert_int_equal(leavers_found(import)->n, 0);
	assert_false(leavers_found(import)->classes);
	import_close(import);
}

static void who_may_stand_in_the_table_has_not_left(void **state)
{
	struct fixture *f = *state;

	import_text(f, IMPORT_PEOPLE,
		    HEADINGS "Быков;Пётр;;01.01.2013;7В\nБыков;Пётр;;02.02.2013;7В\n"
			     "Ёлкина;Зоя;;03.03.2013;7В\n");
	struct import *import = compare(f, HEADINGS "Быков;Пётр;;;7В\nЁлкина;Зоя;;31.02.2013;7В\n");
	const struct leavers *found = leavers_found(import);
	assert_int_equal(found->count[LEAVERS_UNSURE], 2);
	assert_int_equal(found->count[LEAVERS_GONE], 0);
	assert_non_null(row_of(import, "Быков")->question);
	assert_null(row_of(import, "Ёлкина")->question); /* her row could not be read */
	import_close(import);
}

static void doing_it_makes_the_list_like_the_table_in_one_step(void **state)
{
	struct fixture *f = *state;
	static const char fresh[] = HEADINGS "Быков;Пётр;Ильич;05.03.2013;8В\n"
					     "Ёлкина;Зоя;Андреевна;10.10.2013;7В\n"
					     "Титов;Лев;;03.03.2013;7В\n";

	import_text(f, IMPORT_PEOPLE, list);
	struct import *import = compare(f, fresh);
	struct leavers_done done = apply_all(f, import);
	import_close(import);
	assert_int_equal(done.kind[LEAVERS_NEW], 1);
	assert_int_equal(done.kind[LEAVERS_MOVED], 1);
	assert_int_equal(done.kind[LEAVERS_GONE], 1);
	assert_int_equal(people_count(f), 8); /* one came, one left */
	import = compare(f, fresh);
	assert_int_equal(leavers_found(import)->n, 0);
	import_close(import);
	/* and who comes back is known again */
	import = compare(f, list);
	assert_int_equal(kind_of(import, "Журавлёв"), LEAVERS_BACK);
	apply_all(f, import);
	import_close(import);
	assert_int_equal(people_count(f), 8);
	const char *what;
	must(history_undo(f->app, &f->arena, &what));
	must(history_undo(f->app, &f->arena, &what));
	import = compare(f, list);
	assert_int_equal(leavers_found(import)->n, 0);
	import_close(import);
}

static int64_t person_of(struct fixture *f, enum role role, const char *family)
{
	struct participant p;

	must(participant_get(app_store(f->app), &f->arena, participant_named(f, role, family), &p));
	return p.person.id;
}

/* Two mentees of one mentor, confirmed. */
static void bonds_make(struct fixture *f)
{
	struct pairs *pairs;
	int64_t bonds;

	import_text(f, IMPORT_PEOPLE, list);
	import_text(f, IMPORT_MENTEES,
		    "ФИО;Класс;Запрос\nБыков Пётр Ильич;7В;математика\nЁлкина Зоя "
		    "Андреевна;7В;математика\n");
	import_text(f, IMPORT_MENTORS,
		    "ФИО;Класс;Компетенции;Количество наставляемых\n"
		    "Лаптев Семён Олегович;8Б;математика;2\n");
	must(pairs_open(f->app, &pairs));
	must(pairs_run(pairs));
	must(pairs_confirm(pairs, &bonds));
	pairs_close(pairs);
	assert_int_equal(bonds, 1);
}

static struct board board_of(struct fixture *f)
{
	struct board board;

	must(board_load(app_store(f->app), 2026, &board));
	return board;
}

static void a_leaver_frees_the_mentors_place(void **state)
{
	struct fixture *f = *state;
	struct members members;
	int64_t closed = 0;

	bonds_make(f);
	int64_t person = person_of(f, ROLE_MENTEE, "Быков");
	must(people_leave(f->app, (struct ids){ &person, 1 }, 20261110, "переезд", &closed));
	assert_int_equal(closed, 1);
	assert_int_equal(board_of(f).mentees, 1);
	assert_int_equal(board_of(f).members, 1);
	must(members_load(app_store(f->app), &f->arena, 2026, &members));
	assert_int_equal(members.n, 2); /* it stays in the history */
	struct pairs *pairs;
	must(pairs_open(f->app, &pairs));
	assert_int_equal(pairs_facts(pairs)->places, 1);
	assert_int_equal(pairs_facts(pairs)->waiting, 0);
	pairs_close(pairs);
	/* back: in the list again, the pair stays closed */
	must(people_return(f->app, (struct ids){ &person, 1 }));
	assert_int_equal(board_of(f).mentees, 2);
	assert_int_equal(board_of(f).members, 1);
	const char *what;
	must(history_undo(f->app, &f->arena, &what));
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(board_of(f).members, 2);
}

static void when_a_mentor_leaves_all_of_the_group_ends(void **state)
{
	struct fixture *f = *state;
	int64_t closed = 0;

	bonds_make(f);
	int64_t person = person_of(f, ROLE_MENTOR, "Лаптев");
	must(people_leave(f->app, (struct ids){ &person, 1 }, 20261110, "переезд", &closed));
	assert_int_equal(closed, 2);
	assert_int_equal(board_of(f).mentors, 0);
	assert_int_equal(board_of(f).members, 0);
	assert_int_equal(board_of(f).mentees_without_pair, 2);
}

static void a_table_that_has_a_leaver_says_so(void **state)
{
	struct fixture *f = *state;
	int64_t closed = 0, id;
	struct import_report report;

	import_text(f, IMPORT_PEOPLE, list);
	id = id_named(f, "Быков");
	must(people_leave(f->app, (struct ids){ &id, 1 }, 20261110, "переезд", &closed));
	report = import_text(f, IMPORT_PEOPLE, list);
	assert_int_equal(report.unchanged, 8);
	assert_int_equal(f->issues.count[ISSUE_WARNING], 1);
	assert_int_equal(f->issues.row[0].subject, id);
	assert_int_equal(people_count(f), 7);
}

static void leaving_needs_a_day_and_a_reason(void **state)
{
	struct fixture *f = *state;
	int64_t closed = 0;

	import_text(f, IMPORT_PEOPLE, list);
	struct import *import = compare(f, HEADINGS "Быков;Пётр;Ильич;05.03.2013;7В\n");
	const struct leavers_row *gone = row_of(import, "Журавлёв");
	struct leavers_done done;
	assert_int_equal(leavers_apply(f->app, &gone, 1, 0, "переезд", &done), RC_INVALID);
	assert_int_equal(leavers_apply(f->app, &gone, 1, 20260000, "переезд", &done), RC_INVALID);
	assert_int_equal(leavers_apply(f->app, &gone, 1, 20261110, "", &done), RC_INVALID);
	int64_t id = gone->id;
	import_close(import);
	assert_int_equal(people_leave(f->app, (struct ids){ &id, 1 }, 0, "", &closed), RC_INVALID);
	assert_int_equal(people_count(f), 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(the_same_list_has_nothing_to_tell),
		TEST(who_came_left_and_moved_is_told_and_nothing_is_changed),
		TEST(a_table_without_classes_makes_nobody_leave),
		TEST(who_may_stand_in_the_table_has_not_left),
		TEST(doing_it_makes_the_list_like_the_table_in_one_step),
		TEST(a_leaver_frees_the_mentors_place),
		TEST(when_a_mentor_leaves_all_of_the_group_ends),
		TEST(a_table_that_has_a_leaver_says_so),
		TEST(leaving_needs_a_day_and_a_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
