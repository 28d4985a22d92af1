/* Categories: hidden at first, of a person, in numbers, joined and deleted with him. */
#include "fixture.h"

#include <string.h>

#include "nastavnik/app/books.h"
#include "nastavnik/app/categories.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/people.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/read/step.h"

static int64_t category_add(struct fixture *f, const char *name)
{
	struct book_item item = {
		.year = 2026, .book = BOOK_CATEGORY, .code = "", .name = name, .synonyms = ""
	};

	must(books_save(f->app, &item));
	return item.id;
}

static int64_t pupil_add(struct fixture *f, const char *given, const char *class_name)
{
	struct person p = { .year = 2026,
			    .family = "Быков",
			    .given = given,
			    .patronymic = "",
			    .phone = "",
			    .email = "",
			    .note = "",
			    .kind = KIND_PUPIL,
			    .class_name = class_name,
			    .position = "",
			    .place = "",
			    .left_why = "" };

	must(people_save_person(f->app, &p, PEOPLE_ANOTHER, NULL));
	return p.id;
}

static size_t categories_n(struct fixture *f, int64_t person)
{
	struct ids ids;

	must(categories_get(f->app, &f->arena, person, &ids));
	return ids.n;
}

static void they_are_hidden_until_they_are_switched_on(void **state)
{
	struct fixture *f = *state;
	int64_t item = category_add(f, "категория 1"), person = pupil_add(f, "Пётр", "7В");
	struct category_rows rows;

	assert_false(categories_shown(f->app));
	assert_int_equal(categories_save(f->app, person, (struct ids){ &item, 1 }), RC_INVALID);
	assert_int_equal(categories_report(f->app, &f->arena, &rows), RC_INVALID);
	categories_show(f->app, true);
	must(categories_save(f->app, person, (struct ids){ &item, 1 }));
	assert_int_equal(categories_n(f, person), 1);
	categories_show(f->app, false);
	assert_int_equal(categories_n(f, person), 0);
	categories_show(f->app, true);
	fixture_reopen(f);
	assert_false(categories_shown(f->app)); /* at each start */
}

static void the_journal_names_neither_person_nor_category(void **state)
{
	struct fixture *f = *state;
	int64_t item = category_add(f, "категория 1"), person = pupil_add(f, "Пётр", "7В");
	struct steps steps;
	const char *what;

	categories_show(f->app, true);
	must(categories_save(f->app, person, (struct ids){ &item, 1 }));
	must(step_list(app_store(f->app), &f->arena, 1, &steps));
	assert_string_equal(steps.row[0].detail, "");
	assert_null(strstr(steps.row[0].name, "категория"));
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(categories_n(f, person), 0);
	must(history_redo(f->app, &f->arena, &what));
	assert_int_equal(categories_n(f, person), 1);
}

static void a_small_number_is_not_told(void **state)
{
	struct fixture *f = *state;
	int64_t item = category_add(f, "категория 1");
	struct category_rows rows;

	categories_show(f->app, true);
	for (int i = 0; i < 3; i++) {
		int64_t person = pupil_add(f, i == 0 ? "Пётр" : i == 1 ? "Лев" : "Глеб", "7В");

		must(categories_report(f->app, &f->arena, &rows));
		assert_int_equal(rows.n, 1);
		assert_string_equal(rows.row[0].people, "fewer than 3");
		must(categories_save(f->app, person, (struct ids){ &item, 1 }));
	}
	must(categories_report(f->app, &f->arena, &rows));
	assert_string_equal(rows.row[0].people, "3");
	assert_string_equal(rows.row[0].mentees, "fewer than 3");
}

static void they_go_over_when_two_records_are_joined(void **state)
{
	struct fixture *f = *state;
	int64_t one = category_add(f, "категория 1"), two = category_add(f, "категория 2");
	int64_t keep = pupil_add(f, "Пётр", "7В"), gone = pupil_add(f, "Пётр", "7В");
	const int64_t both[] = { one, two };
	struct ids ids = { ARENA_NEW(&f->arena, int64_t, 2), 2 };

	memcpy(ids.row, both, sizeof(both));
	categories_show(f->app, true);
	must(categories_save(f->app, keep, (struct ids){ &one, 1 }));
	must(categories_save(f->app, gone, ids));
	must(people_join(f->app, keep, gone));
	assert_int_equal(categories_n(f, keep), 2);
	must(people_delete_person(f->app, keep));
	assert_int_equal(people_count(f), 0);
}

static void a_category_in_use_is_hidden_instead_of_deleted(void **state)
{
	struct fixture *f = *state;
	int64_t item = category_add(f, "категория 1"), person = pupil_add(f, "Пётр", "7В");
	bool hidden;

	categories_show(f->app, true);
	must(categories_save(f->app, person, (struct ids){ &item, 1 }));
	must(books_delete(f->app, item, &hidden));
	assert_true(hidden);
	must(categories_save(f->app, person, (struct ids){ 0 }));
	must(books_delete(f->app, item, &hidden));
	assert_false(hidden);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(they_are_hidden_until_they_are_switched_on),
		TEST(the_journal_names_neither_person_nor_category),
		TEST(a_small_number_is_not_told),
		TEST(they_go_over_when_two_records_are_joined),
		TEST(a_category_in_use_is_hidden_instead_of_deleted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
