/* A step field by field, and going back to any of them. */
#include "fixture.h"

#include <string.h>

#include "nastavnik/app/books.h"
#include "nastavnik/app/categories.h"
#include "nastavnik/app/draft.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/settings.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/read/step.h"

static int64_t newest_step(struct fixture *f)
{
	struct steps steps;

	must(step_list(app_store(f->app), &f->arena, 1, &steps));
	assert_int_equal(steps.n, 1);
	return steps.row[0].id;
}

static struct history_rows read_newest(struct fixture *f)
{
	struct history_rows rows;

	must(history_read(f->app, &f->arena, newest_step(f), &rows));
	return rows;
}

/* «record | field | before | after» of the only row that has the field. */
static const char *row_of(struct fixture *f, const struct history_rows *rows, const char *field)
{
	const char *found = "";

	for (size_t i = 0; i < rows->n; i++) {
		const struct history_row *row = &rows->row[i];

		if (strcmp(row->field, field) != 0)
			continue;
		assert_string_equal(found, "");
		found = arena_printf(&f->arena, "%s|%s|%s|%s", row->record, row->field, row->before,
				     row->after);
	}
	return found;
}

static int64_t zoya_add(struct fixture *f)
{
	struct person p = { .year = 2026,
			    .family = "Ёлкина",
			    .given = "Зоя",
			    .patronymic = "",
			    .birth = 20110517,
			    .phone = "",
			    .email = "",
			    .note = "",
			    .kind = KIND_PUPIL,
			    .class_name = "9А",
			    .position = "",
			    .place = "",
			    .left_why = "" };

	must(people_save_person(f->app, &p, PEOPLE_ASK, NULL));
	return p.id;
}

static void a_new_record_tells_what_was_filled_in(void **state)
{
	struct fixture *f = *state;
	struct history_rows rows;

	zoya_add(f);
	rows = read_newest(f);
	assert_string_equal(row_of(f, &rows, "Family name"), "Ёлкина Зоя, 9А|Family name||Ёлкина");
	assert_string_equal(row_of(f, &rows, "Date of birth"),
			    "Ёлкина Зоя, 9А|Date of birth||17.05.2011");
	assert_string_equal(row_of(f, &rows, "Class"), "Ёлкина Зоя, 9А|Class||9А");
	assert_string_equal(row_of(f, &rows, "Patronymic"), ""); /* empty: not a line */
	assert_int_equal(rows.n, 5);                             /* and the status */
	assert_false(rows.cut);
}

static void a_change_tells_before_and_after(void **state)
{
	struct fixture *f = *state;
	int64_t id = zoya_add(f);
	struct history_rows rows;
	struct person p;

	must(person_get(app_store(f->app), &f->arena, id, 2026, &p));
	p.birth = 20120000;
	p.kind = KIND_STUDENT;
	must(people_save_person(f->app, &p, PEOPLE_ASK, NULL));
	rows = read_newest(f);
	assert_int_equal(rows.n, 2);
	assert_string_equal(row_of(f, &rows, "Date of birth"),
			    "Ёлкина Зоя, 9А|Date of birth|17.05.2011|2012");
	assert_string_equal(row_of(f, &rows, "Status"),
			    arena_printf(&f->arena, "Ёлкина Зоя, 9А|Status|%s|%s",
					 person_kind_name(KIND_PUPIL),
					 person_kind_name(KIND_STUDENT)));
}

/* Requests are rows of another table, and their items have names. */
static void a_mentees_requests_are_named(void **state)
{
	struct fixture *f = *state;
	const struct choice_source source = app_choices(f->app);
	const struct choices requests = source.get(source.data, "request");
	const char *name = arena_strdup(&f->arena, requests.row[0].name);
	int64_t topic[1] = { requests.row[0].id };
	struct history_rows rows;
	struct participant p;

	must(people_new_participant(f->app, &f->arena, ROLE_MENTEE, zoya_add(f), &p));
	p.topics = (struct ids){ topic, 1 };
	must(people_save_participant(f->app, &p, PEOPLE_ASK, NULL));
	rows = read_newest(f);
	assert_string_equal(
		row_of(f, &rows, book_title(BOOK_REQUEST)),
		arena_printf(&f->arena, "Ёлкина Зоя, 9А|%s||%s", book_title(BOOK_REQUEST), name));
	p.topics.n = 0;
	must(people_save_participant(f->app, &p, PEOPLE_ASK, NULL));
	rows = read_newest(f);
	assert_int_equal(rows.n, 1);
	assert_string_equal(rows.row[0].before, name);
	assert_string_equal(rows.row[0].after, "");
}

static void a_deletion_names_who_is_gone(void **state)
{
	struct fixture *f = *state;
	struct history_rows rows;

	must(people_delete_person(f->app, zoya_add(f)));
	rows = read_newest(f);
	assert_string_equal(row_of(f, &rows, "Family name"), "Ёлкина Зоя|Family name|Ёлкина|");
	assert_string_equal(row_of(f, &rows, "Class"), "Ёлкина Зоя|Class|9А|");
}

/* The school's texts live until the next change only. */
static void town_set(struct fixture *f, const char *town)
{
	struct school school = *app_school(f->app);

	school.town = town;
	must(settings_save_school(f->app, &school));
}

static void the_school_and_its_books_are_named(void **state)
{
	struct fixture *f = *state;
	struct book_item item = { .year = 2026,
				  .book = BOOK_INTEREST,
				  .code = "",
				  .name = "танцы на льду",
				  .synonyms = "" };
	struct history_rows rows;

	town_set(f, "Энск");
	rows = read_newest(f);
	assert_int_equal(rows.n, 1);
	assert_string_equal(row_of(f, &rows, "Town"), "School|Town||Энск");
	must(books_save(f->app, &item));
	rows = read_newest(f);
	assert_string_equal(row_of(f, &rows, "Name"),
			    "танцы на льду · in a reference book|Name||танцы на льду");
}

static void a_large_step_is_read_in_part(void **state)
{
	struct fixture *f = *state;
	struct history_rows rows;
	char *table = arena_strdup(&f->arena, "Фамилия;Имя;Класс\n");

	for (int i = 0; i < HISTORY_RECORDS; i++)
		table = arena_printf(&f->arena, "%sЁлкин;Имя%d;7В\n", table, i);
	import_text(f, IMPORT_PEOPLE, table);
	rows = read_newest(f);
	assert_true(rows.cut);
	assert_true(rows.n >= HISTORY_RECORDS);
}

static void going_to_a_step_turns_all_up_to_it(void **state)
{
	struct fixture *f = *state;
	int64_t first, last;
	size_t n;

	town_set(f, "Энск");
	first = newest_step(f);
	town_set(f, "Новый Энск");
	zoya_add(f);
	last = newest_step(f);
	must(history_go(f->app, first, &n));
	assert_int_equal(n, 3);
	assert_int_equal(people_count(f), 0);
	assert_string_equal(app_school(f->app)->town, "");
	must(history_go(f->app, last, &n));
	assert_int_equal(n, 3);
	assert_int_equal(people_count(f), 1);
	assert_string_equal(app_school(f->app)->town, "Новый Энск");
	must(history_go(f->app, last, &n));
	assert_int_equal(n, 1);
	town_set(f, "Другой");
	assert_int_equal(history_go(f->app, last, &n), RC_INVALID); /* dropped */
	assert_int_equal(n, 0);
	assert_int_equal(history_go(f->app, last + 1000, &n), RC_NOT_FOUND);
}

/* Neither whose they are nor which. */
static void categories_are_never_told(void **state)
{
	struct fixture *f = *state;
	struct book_item item = { .year = 2026,
				  .book = BOOK_CATEGORY,
				  .code = "",
				  .name = "особая группа",
				  .synonyms = "" };
	int64_t id = zoya_add(f);
	struct history_rows rows;

	must(books_save(f->app, &item));
	categories_show(f->app, true);
	must(categories_save(f->app, id, (struct ids){ &item.id, 1 }));
	rows = read_newest(f);
	assert_int_equal(rows.n, 1);
	assert_string_equal(rows.row[0].record, "Categories");
	assert_string_equal(rows.row[0].after, "changed");
	must(people_delete_person(f->app, id));
	rows = read_newest(f);
	for (size_t i = 0; i < rows.n; i++) {
		assert_null(strstr(rows.row[i].record, "Categories"));
		assert_null(strstr(rows.row[i].before, "особая"));
	}
}

/* A draft is no step and no change of the data. */
static void a_draft_is_kept_and_nothing_else_moves(void **state)
{
	struct fixture *f = *state;
	int64_t version = app_version(f->app);
	struct steps steps;
	struct draft draft;

	draft_keep(f->app, "person", 7, "0.family=Ёлкина\n");
	draft_keep(f->app, "person", 7, "0.family=Ёлкин\n");
	draft_keep(f->app, "person", 0, "0.family=Юм\n");
	assert_int_equal(app_version(f->app), version);
	must(step_list(app_store(f->app), &f->arena, 0, &steps));
	assert_int_equal(steps.n, 0);
	fixture_reopen(f);
	assert_true(draft_find(f->app, &f->arena, "person", 7, &draft));
	assert_string_equal(draft.text, "0.family=Ёлкин\n");
	assert_false(draft_find(f->app, &f->arena, "mentee", 7, &draft));
	draft_keep(f->app, "person", 7, "");
	assert_false(draft_find(f->app, &f->arena, "person", 7, &draft));
	assert_true(draft_find(f->app, &f->arena, "person", 0, &draft));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(a_new_record_tells_what_was_filled_in),  TEST(a_change_tells_before_and_after),
		TEST(a_mentees_requests_are_named),           TEST(a_deletion_names_who_is_gone),
		TEST(the_school_and_its_books_are_named),     TEST(a_large_step_is_read_in_part),
		TEST(going_to_a_step_turns_all_up_to_it),     TEST(categories_are_never_told),
		TEST(a_draft_is_kept_and_nothing_else_moves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
