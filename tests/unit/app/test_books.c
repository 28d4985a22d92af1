/* Years that were opened before the methodology had today's books; legal grounds go on. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/books.h"
#include "nastavnik/app/records.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/store/read/record.h"

static size_t items_of(struct fixture *f, int64_t from)
{
	const struct books *books = app_books(f->app);
	size_t n = 0;

	for (size_t i = 0; i < books->n; i++)
		n += books->row[i].book >= from;
	return n;
}

static struct records grounds_of(struct fixture *f, int64_t year)
{
	struct records grounds;

	must(record_list(app_store(f->app), &f->arena, &ground_type, year, &grounds));
	return grounds;
}

static void grounds_clear(struct fixture *f)
{
	struct records grounds = grounds_of(f, 2026);
	struct ids ids = { ARENA_NEW(&f->arena, int64_t, grounds.n), grounds.n };

	for (size_t i = 0; i < grounds.n; i++)
		ids.row[i] = ((const struct ground *)grounds.row)[i].head.id;
	must(records_delete(f->app, &ground_type, ids));
}

/* As a file of version 2 has it. */
static void year_made_old(struct fixture *f)
{
	struct ids ids = { ARENA_NEW(&f->arena, int64_t, app_books(f->app)->n), 0 };
	bool hidden;

	for (size_t i = 0; i < app_books(f->app)->n; i++)
		if (app_books(f->app)->row[i].book >= BOOK_SOURCE)
			ids.row[ids.n++] = app_books(f->app)->row[i].id;
	for (size_t i = 0; i < ids.n; i++)
		must(books_delete(f->app, ids.row[i], &hidden));
	grounds_clear(f);
	assert_int_equal(items_of(f, BOOK_SOURCE), 0);
}

static void an_old_year_gets_the_new_books_once(void **state)
{
	struct fixture *f = *state;
	size_t items = items_of(f, BOOK_SOURCE), all = items_of(f, 0);
	size_t grounds = grounds_of(f, 2026).n;
	int64_t stamp;

	assert_true(items > 0);
	assert_true(grounds > 0);
	year_made_old(f);
	must(books_complete(f->app));
	assert_int_equal(items_of(f, BOOK_SOURCE), items);
	assert_int_equal(items_of(f, 0), all);
	assert_int_equal(grounds_of(f, 2026).n, grounds);
	/* What the school throws away afterwards stays away. */
	grounds_clear(f);
	stamp = app_version(f->app);
	must(books_complete(f->app));
	assert_int_equal(app_version(f->app), stamp);
	assert_int_equal(grounds_of(f, 2026).n, 0);
}

static void grounds_are_added_by_what_is_missing(void **state)
{
	struct fixture *f = *state;
	struct records grounds = grounds_of(f, 2026);
	int64_t one = ((const struct ground *)grounds.row)[0].head.id;
	size_t added;

	must(records_delete(f->app, &ground_type, (struct ids){ &one, 1 }));
	must(grounds_complete(f->app, &added));
	assert_int_equal(added, 1);
	assert_int_equal(grounds_of(f, 2026).n, grounds.n);
	must(grounds_complete(f->app, &added));
	assert_int_equal(added, 0);
}

static void the_schools_grounds_go_on_into_the_next_year(void **state)
{
	struct fixture *f = *state;
	size_t before = grounds_of(f, 2026).n, own = 0;
	struct records next;
	struct ground ground;

	record_init(&ground_type, &ground, 2026, 20260901);
	ground.name = "Устав школы";
	must(records_save(f->app, &ground_type, &ground));
	must(app_year_open(f->app, 2027));
	next = grounds_of(f, 2027);
	assert_int_equal(next.n, before + 1);
	for (size_t i = 0; i < next.n; i++)
		own += !strcmp(((const struct ground *)next.row)[i].name, "Устав школы");
	assert_int_equal(own, 1);
	assert_int_equal(grounds_of(f, 2026).n, before + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(an_old_year_gets_the_new_books_once),
		TEST(grounds_are_added_by_what_is_missing),
		TEST(the_schools_grounds_go_on_into_the_next_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
