/* A file of an older version is copied, then brought up to date; its journal stops at the update.
 */
#include "fixture.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../../../src/store/migrate.h"
#include "nastavnik/base/date.h"

/* The tables as they are, and a next version as it may come one day. */
static struct embed next_version[] = {
	{ .name = "sql/0004_survey.sql" },
	{ .name = "sql/0005_next.sql",
	  .text = "ALTER TABLE person ADD COLUMN snils TEXT NOT NULL DEFAULT '';"
		  "PRAGMA user_version = 5;" },
	{ .name = NULL },
};

static struct embed broken_version[] = {
	{ .name = "sql/0004_survey.sql" },
	{ .name = "sql/0005_next.sql",
	  .text = "ALTER TABLE person ADD COLUMN snils TEXT NOT NULL DEFAULT '';"
		  "INSERT INTO nowhere VALUES (1);"
		  "PRAGMA user_version = 5;" },
	{ .name = NULL },
};

static void an_older_file_is_copied_and_brought_up_to_date(void **state)
{
	struct fixture *f = *state;
	char *copy = arena_printf(&f->arena, "%s.v4.bak", f->path);
	struct step step;
	struct person p;
	int64_t id = add_person(f, "Ёлкина", "Зоя", "9А");

	must(migrate(f->store, next_version));
	assert_int_equal(sql_number(f->path, "PRAGMA user_version"), 5);
	assert_int_equal(sql_number(copy, "PRAGMA user_version"), 4);
	assert_int_equal(sql_number(copy, "SELECT count(*) FROM person"), 1);
	must(person_get(f->store, &f->arena, id, 2026, &p));
	/* What is done under the new version can be taken back, but nothing before. */
	add_person(f, "Быков", "Пётр", "5А");
	must(step_undo(f->store, &f->arena, &step));
	assert_int_equal(step_undo(f->store, &f->arena, &step), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "laid out in another way"));
	must(migrate(f->store, next_version));
}

/* SQLite's session does not see what an added column says in rows that are older than it. */
static void what_is_done_to_older_rows_can_be_taken_back(void **state)
{
	struct fixture *f = *state;
	int64_t id = add_person(f, "Ёлкина", "Зоя", "9А");
	struct step step;

	must(migrate(f->store, next_version));
	must(step_begin(f->store, "Deleted", ""));
	must(person_delete(f->store, id));
	must(step_commit(f->store));
	must(step_undo(f->store, &f->arena, &step));
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM person WHERE snils = ''"), 1);
	must(step_redo(f->store, &f->arena, &step));
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM person"), 0);
}

static void an_update_that_fails_changes_nothing(void **state)
{
	struct fixture *f = *state;
	struct step step;

	add_person(f, "Ёлкина", "Зоя", "9А");
	assert_int_equal(migrate(f->store, broken_version), RC_BUG);
	assert_int_equal(sql_number(f->path, "PRAGMA user_version"), 4);
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM pragma_table_info('person')"
					     " WHERE name = 'snils'"),
			 0);
	must(step_undo(f->store, &f->arena, &step));
}

static void an_earlier_copy_is_never_replaced(void **state)
{
	struct fixture *f = *state;
	char *second = arena_printf(&f->arena, "%s.v4-2.bak", f->path);

	must(store_backup(f->store, arena_printf(&f->arena, "%s.v4.bak", f->path)));
	add_person(f, "Ёлкина", "Зоя", "9А");
	must(migrate(f->store, next_version));
	assert_int_equal(sql_number(second, "SELECT count(*) FROM person"), 1);
}

static void an_older_file_that_may_only_be_read_waits(void **state)
{
	struct fixture *f = *state;

	fixture_reopen(f, STORE_READ_ONLY);
	assert_int_equal(migrate(f->store, next_version), RC_READONLY);
	assert_int_equal(sql_number(f->path, "PRAGMA user_version"), 4);
}

/* A file as the first version left it, with a school, a year and one pupil. */
static void make_first_version(const char *path)
{
	static const char rows[] =
		"INSERT INTO file VALUES (1, 'a', 0);"
		"INSERT INTO school VALUES (1, 'b', 'Школа № 9', '', '', '', 0, '', '');"
		"INSERT INTO year VALUES (2025, 0, 'r145', '1', '', 0, 20250901, 20260531, 50, 20, "
		"10,"
		" 10, 10, 3, 0, 0);"
		"INSERT INTO person VALUES (7, 'Ёлкина', 'Зоя', '', 20100513, '', '', '');"
		"INSERT INTO person_year VALUES (7, 2025, 1, '8А', '', '', 'елкина зоя', '08а');";

	fclose(fopen(path, "w"));
	sql_run(path, embed_find("sql/0001_initial.sql")->text);
	sql_run(path, rows);
}

static void a_file_of_the_first_version_opens_with_everything_in_it(void **state)
{
	struct fixture *f = *state;
	char *path = fixture_path(f, "first.nastavnik");
	struct store *old;
	struct person p;
	struct year year;

	make_first_version(path);
	must(store_open(path, 0, &old));
	assert_int_equal(sql_number(arena_printf(&f->arena, "%s.v1.bak", path),
				    "SELECT count(*) FROM person_year"),
			 1);
	must(person_get(old, &f->arena, 7, 2025, &p));
	assert_string_equal(p.class_name, "8А");
	assert_int_equal(p.left_on, DATE_NONE);
	must(year_get(old, &f->arena, 0, &year));
	assert_int_equal(year.terms, 4);
	store_close(old);
	assert_int_equal(sql_number(path, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(an_older_file_is_copied_and_brought_up_to_date),
		TEST(what_is_done_to_older_rows_can_be_taken_back),
		TEST(an_update_that_fails_changes_nothing),
		TEST(an_earlier_copy_is_never_replaced),
		TEST(an_older_file_that_may_only_be_read_waits),
		TEST(a_file_of_the_first_version_opens_with_everything_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
