/* People, reference books, years and the demonstration school. */
#include "fixture.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/app/books.h"
#include "nastavnik/app/check.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/pairs.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/settings.h"
#include "nastavnik/store/read/name_case.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/read/step.h"

static struct person zoya(const char *class_name)
{
	return (struct person){ .year = 2026,
				.family = "Ёлкина",
				.given = "Зоя",
				.patronymic = "",
				.phone = "",
				.email = "",
				.note = "",
				.kind = KIND_PUPIL,
				.class_name = class_name,
				.position = "",
				.place = "" };
}

static void a_person_whom_the_file_knows_is_asked_about(void **state)
{
	struct fixture *f = *state;
	struct person first = zoya("7в"), again = zoya("7 \"В\""), other = zoya("9А");

	must(people_save_person(f->app, &first, PEOPLE_ASK, NULL));
	assert_int_equal(people_save_person(f->app, &again, PEOPLE_ASK, NULL), RC_CONFLICT);
	assert_int_equal(people_save_person(f->app, &other, PEOPLE_ASK, NULL), RC_CONFLICT);
	must(people_save_person(f->app, &other, PEOPLE_ANOTHER, NULL));
	assert_int_equal(people_count(f), 2);
}

static struct name_case cases_of(struct fixture *f, int64_t person)
{
	struct name_case own;

	must(name_case_get(app_store(f->app), &f->arena, person, &own));
	return own;
}

static void a_corrected_name_goes_where_its_person_goes(void **state)
{
	struct fixture *f = *state;
	struct person keep = zoya("7В"), gone = zoya("7В");
	struct name_case own;
	const char *what;

	must(people_save_person(f->app, &keep, PEOPLE_ASK, NULL));
	must(people_save_person(f->app, &gone, PEOPLE_ANOTHER, NULL));
	name_case_init(&own, gone.id);
	own.gender = GENDER_SHE;
	own.dative = "Ёлкиной Зое";
	must(people_save_cases(f->app, &own));
	assert_string_equal(cases_of(f, gone.id).dative, "Ёлкиной Зое");
	must(people_join(f->app, keep.id, gone.id));
	assert_string_equal(cases_of(f, keep.id).dative, "Ёлкиной Зое");
	must(people_delete_person(f->app, keep.id));
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(cases_of(f, keep.id).gender, GENDER_SHE);
	own = cases_of(f, keep.id);
	own.gender = GENDER_UNKNOWN;
	own.dative = "";
	must(people_save_cases(f->app, &own));
	own = cases_of(f, keep.id);
	assert_false(name_case_says(&own));
}

static void saving_what_is_there_leaves_no_step(void **state)
{
	struct fixture *f = *state;
	struct person p = zoya("7В");
	struct steps before, after;

	must(people_save_person(f->app, &p, PEOPLE_ASK, NULL));
	must(step_list(app_store(f->app), &f->arena, 0, &before));
	must(people_save_person(f->app, &p, PEOPLE_ASK, NULL));
	must(step_list(app_store(f->app), &f->arena, 0, &after));
	assert_int_equal(before.n, after.n);
}

static void a_rule_that_is_broken_is_a_sentence_and_changes_nothing(void **state)
{
	struct fixture *f = *state;
	struct person p = zoya("7В");

	p.family = "";
	assert_int_equal(people_save_person(f->app, &p, PEOPLE_ASK, NULL), RC_INVALID);
	assert_int_not_equal(strlen(err_last()->text), 0);
	assert_int_equal(people_count(f), 0);
	assert_int_equal(p.id, 0);
}

static void two_records_of_one_person_become_one(void **state)
{
	struct fixture *f = *state;
	struct person keep = zoya("7В"), gone = zoya("");
	struct participants mentees;

	gone.phone = "+7 000 123-45-67";
	must(people_save_person(f->app, &keep, PEOPLE_ASK, NULL));
	must(people_save_person(f->app, &gone, PEOPLE_ANOTHER, NULL));
	struct participant p;
	must(people_new_participant(f->app, &f->arena, ROLE_MENTEE, gone.id, &p));
	must(people_save_participant(f->app, &p, PEOPLE_ASK, NULL));
	must(people_join(f->app, keep.id, gone.id));
	assert_int_equal(people_count(f), 1);
	must(participant_load_all(app_store(f->app), &f->arena, 2026, ROLE_MENTEE, &mentees));
	assert_int_equal(mentees.n, 1);
	assert_int_equal(mentees.row[0].person.id, keep.id);
	assert_string_equal(mentees.row[0].person.phone, "+7 000 123-45-67");
	assert_string_equal(mentees.row[0].person.class_name, "7В");
}

static void a_person_in_a_confirmed_pair_stays(void **state)
{
	struct fixture *f = *state;
	struct participant mentee;
	struct pairs *pairs;
	int64_t bonds;

	import_text(f, IMPORT_MENTORS, "ФИО;Класс;Компетенции\nТитов Лев;10А;математика\n");
	import_text(f, IMPORT_MENTEES, "ФИО;Класс;Запрос\nБыков Пётр;6А;математика\n");
	must(pairs_open(f->app, &pairs));
	must(pairs_run(pairs));
	must(pairs_confirm(pairs, &bonds));
	pairs_close(pairs);
	int64_t id = participant_named(f, ROLE_MENTEE, "Быков");
	must(participant_get(app_store(f->app), &f->arena, id, &mentee));
	assert_int_equal(people_delete_participants(f->app, (struct ids){ &id, 1 }), RC_CONFLICT);
	assert_int_equal(people_delete_person(f->app, mentee.person.id), RC_CONFLICT);
	assert_int_equal(people_count(f), 2);
}

static const struct book_item *item_named(struct fixture *f, enum book book, const char *name)
{
	const struct books *books = app_books(f->app);

	for (size_t i = 0; i < books->n; i++) {
		if (books->row[i].book == (int64_t)book && !strcmp(books->row[i].name, name))
			return &books->row[i];
	}
	return NULL;
}

static int64_t item_add(struct fixture *f, const char *name)
{
	struct book_item item = { .book = BOOK_INTEREST, .code = "", .name = name, .synonyms = "" };

	must(books_save(f->app, &item));
	return item.id;
}

static void joined_entries_keep_their_words_and_their_people(void **state)
{
	struct fixture *f = *state;
	int64_t keep = item_add(f, "бумеранги"), gone = item_add(f, "метание бумеранга");
	struct participant mentee;

	import_text(f, IMPORT_MENTEES, "ФИО;Класс;Интересы\nБыков Пётр;6А;метание бумеранга\n");
	must(books_merge(f->app, keep, gone));
	assert_null(item_named(f, BOOK_INTEREST, "метание бумеранга"));
	assert_string_equal(item_named(f, BOOK_INTEREST, "бумеранги")->synonyms,
			    "метание бумеранга");
	must(participant_get(app_store(f->app), &f->arena,
			     participant_named(f, ROLE_MENTEE, "Быков"), &mentee));
	assert_int_equal(mentee.interests.n, 1);
	assert_int_equal(mentee.interests.row[0], keep);
}

static void a_word_stands_for_one_entry_only(void **state)
{
	struct fixture *f = *state;
	struct book_item item = {
		.book = BOOK_INTEREST, .code = "", .name = "БУМЕРАНГИ", .synonyms = ""
	};

	item_add(f, "бумеранги");
	assert_int_equal(books_save(f->app, &item), RC_CONFLICT);
}

static void an_entry_in_use_is_hidden_instead_of_deleted(void **state)
{
	struct fixture *f = *state;
	int64_t used = item_add(f, "бумеранги"), idle = item_add(f, "ходули");
	bool hidden;

	import_text(f, IMPORT_MENTEES, "ФИО;Класс;Интересы\nБыков Пётр;6А;бумеранги\n");
	must(books_delete(f->app, used, &hidden));
	assert_true(hidden);
	must(books_delete(f->app, idle, &hidden));
	assert_false(hidden);
	assert_int_equal(item_named(f, BOOK_INTEREST, "бумеранги")->hidden, 1);
	assert_null(item_named(f, BOOK_INTEREST, "ходули"));
}

static void a_new_year_takes_over_what_the_school_added(void **state)
{
	struct fixture *f = *state;
	int64_t old = item_add(f, "бумеранги");
	struct year rules = *app_year(f->app);

	rules.weight_topics = 77;
	must(settings_save_year(f->app, &rules));
	must(app_year_open(f->app, 2027));
	assert_int_equal(app_year(f->app)->year, 2027);
	assert_int_equal(app_year(f->app)->weight_topics, 77);
	assert_non_null(item_named(f, BOOK_INTEREST, "бумеранги"));
	assert_int_not_equal(item_named(f, BOOK_INTEREST, "бумеранги")->id, old);
	must(app_year_select(f->app, 2026));
	assert_int_equal(item_named(f, BOOK_INTEREST, "бумеранги")->id, old);
	assert_int_equal(app_year_select(f->app, 2040), RC_NOT_FOUND);
	assert_int_equal(app_year(f->app)->year, 2026);
}

static void weights_may_not_all_be_nothing(void **state)
{
	struct fixture *f = *state;
	struct year rules = *app_year(f->app);

	rules.weight_topics = rules.weight_choices = rules.weight_interests = 0;
	rules.weight_age = rules.weight_hours = 0;
	assert_int_equal(settings_save_year(f->app, &rules), RC_INVALID);
}

static void a_second_program_reads_and_is_told_why(void **state)
{
	struct fixture *f = *state;
	struct person p = zoya("7В");
	struct app *second;

	must(app_open(f->path, &second));
	assert_true(app_readonly(second));
	assert_int_not_equal(strlen(app_readonly_why(second)), 0);
	assert_int_equal(people_save_person(second, &p, PEOPLE_ASK, NULL), RC_READONLY);
	int64_t before = app_version(second);
	must(people_save_person(f->app, &p, PEOPLE_ASK, NULL));
	assert_int_not_equal(app_version(second), before);
	app_close(second);
}

static void the_demonstration_school_is_whole_and_leaves_nothing_behind(void **state)
{
	struct issues issues = { 0 };
	struct arena a = { 0 };
	struct pairs *pairs;
	struct app *app;
	char path[256];

	(void)state;
	issues.arena = &a;
	must(app_demo(&app));
	assert_true(app_is_demo(app));
	must(pairs_open(app, &pairs));
	assert_int_equal(pairs_facts(pairs)->mentees, 45);
	assert_int_equal(pairs_facts(pairs)->mentors, 40);
	assert_int_equal(pairs_facts(pairs)->proposal, 2); /* the first one is at work */
	assert_true(pairs_facts(pairs)->matched >= 30);
	pairs_close(pairs);
	must(check_run(app, &issues));
	assert_int_equal(issues.count[ISSUE_ERROR], 0);
	snprintf(path, sizeof(path), "%s", app_path(app));
	app_close(app);
	assert_int_not_equal(access(path, F_OK), 0);
	*strrchr(path, '/') = '\0';
	assert_int_not_equal(access(path, F_OK), 0);
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(a_person_whom_the_file_knows_is_asked_about),
		TEST(a_corrected_name_goes_where_its_person_goes),
		TEST(saving_what_is_there_leaves_no_step),
		TEST(a_rule_that_is_broken_is_a_sentence_and_changes_nothing),
		TEST(two_records_of_one_person_become_one),
		TEST(a_person_in_a_confirmed_pair_stays),
		TEST(joined_entries_keep_their_words_and_their_people),
		TEST(a_word_stands_for_one_entry_only),
		TEST(an_entry_in_use_is_hidden_instead_of_deleted),
		TEST(a_new_year_takes_over_what_the_school_added),
		TEST(weights_may_not_all_be_nothing),
		TEST(a_second_program_reads_and_is_told_why),
		TEST(the_demonstration_school_is_whole_and_leaves_nothing_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
