/*
 * What names a person or an item of a book must be thought of when that is deleted: the references
 * are read from the schema, so a new table cannot be forgotten.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "fixture.h"
#include "nastavnik/base/str.h"
#include "nastavnik/store/read/standing.h"

enum { REFERENCES_MAX = 100, NAME_SIZE = 40 };

/* A column that names a record of another table. */
struct reference {
	char table[NAME_SIZE], column[NAME_SIZE];
};

static size_t references_to(struct fixture *f, const char *table, struct reference *row)
{
	sqlite3 *db;
	sqlite3_stmt *q;
	size_t n = 0;

	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(db,
				   "SELECT m.name, k.\"from\" FROM sqlite_schema m,"
				   " pragma_foreign_key_list(m.name) k"
				   " WHERE m.type = 'table' AND k.\"table\" = ?1 ORDER BY 1, 2",
				   -1, &q, NULL),
		SQLITE_OK);
	sqlite3_bind_text(q, 1, table, -1, SQLITE_STATIC);
	while (sqlite3_step(q) == SQLITE_ROW) {
		assert_true(n < REFERENCES_MAX);
		snprintf(row[n].table, NAME_SIZE, "%s", (const char *)sqlite3_column_text(q, 0));
		snprintf(row[n++].column, NAME_SIZE, "%s", (const char *)sqlite3_column_text(q, 1));
	}
	sqlite3_finalize(q);
	sqlite3_close(db);
	return n;
}

/* A row that names the record and is nothing else. */
static void refer(struct fixture *f, const struct reference *r, int64_t id)
{
	struct str names = { 0 }, values = { 0 }, sql = { 0 };
	sqlite3 *db;
	sqlite3_stmt *q;

	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT name, type FROM pragma_table_info(?1)", -1,
					    &q, NULL),
			 SQLITE_OK);
	sqlite3_bind_text(q, 1, r->table, -1, SQLITE_STATIC);
	while (sqlite3_step(q) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(q, 0);
		const char *type = (const char *)sqlite3_column_text(q, 1);

		str_printf(&names, "%s%s", names.len ? ", " : "", name);
		if (values.len)
			str_add(&values, ", ");
		if (!strcmp(name, r->column))
			str_printf(&values, "%lld", (long long)id);
		else
			str_add(&values, strcmp(type, "TEXT") != 0 ? "1" : "'x'");
	}
	sqlite3_finalize(q);
	sqlite3_close(db);
	str_printf(&sql, "INSERT INTO %s (%s) VALUES (%s)", r->table, names.text, values.text);
	sql_run(f->path, sql.text);
	str_done(&names);
	str_done(&values);
	str_done(&sql);
}

static void unrefer(struct fixture *f, const struct reference *r, int64_t id)
{
	struct str sql = { 0 };

	str_printf(&sql, "DELETE FROM %s WHERE %s = %lld", r->table, r->column, (long long)id);
	sql_run(f->path, sql.text);
	str_done(&sql);
}

static int64_t referred(struct fixture *f, const struct reference *r, int64_t id)
{
	struct str sql = { 0 };
	int64_t n;

	str_printf(&sql, "SELECT count(*) FROM %s WHERE %s = %lld", r->table, r->column,
		   (long long)id);
	n = sql_number(f->path, sql.text);
	str_done(&sql);
	return n;
}

static bool among(const char *table, const char *const *list)
{
	for (; *list; list++)
		if (!strcmp(*list, table))
			return true;
	return false;
}

static enum rc in_step(struct fixture *f, enum rc (*work)(struct store *s, int64_t id), int64_t id)
{
	enum rc rc;

	must(step_begin(f->store, "test", ""));
	rc = work(f->store, id);
	if (rc)
		step_rollback(f->store);
	else
		must(step_commit(f->store));
	return rc;
}

static void participants_stay_in_what_is_kept(void **state)
{
	static const char *const own[] = { "trait", "ballot", "proposal_pair", "request", NULL };
	struct fixture *f = *state;
	struct reference row[REFERENCES_MAX];
	size_t n = references_to(f, "participation", row);

	assert_true(n > 10);
	for (size_t i = 0; i < n; i++) {
		int64_t id = add_participant(f, ROLE_MENTEE, "Ёлкина", row[i].table);
		enum rc rc;

		refer(f, &row[i], id);
		rc = in_step(f, participant_delete, id);
		if (among(row[i].table, own)) {
			if (rc)
				fail_msg("%s: %s", row[i].table, err_last()->text);
			assert_int_equal(referred(f, &row[i], id), 0);
			continue;
		}
		if (rc != RC_CONFLICT || !strstr(err_last()->text, "Ёлкина"))
			fail_msg("%s.%s is forgotten: %s", row[i].table, row[i].column,
				 rc ? err_last()->text : "deleted");
		unrefer(f, &row[i], id);
		must(in_step(f, participant_delete, id));
	}
}

static void what_is_a_persons_own_goes_with_him(void **state)
{
	struct fixture *f = *state;
	struct reference row[REFERENCES_MAX];
	size_t n = references_to(f, "person", row);

	for (size_t i = 0; i < n; i++) {
		int64_t id = add_person(f, "Быков", row[i].table, "5А");

		if (!strcmp(row[i].table, "participation"))
			continue; /* above */
		if (strcmp(row[i].table, "person_year") != 0)
			refer(f, &row[i], id);
		if (in_step(f, person_delete, id))
			fail_msg("%s: %s", row[i].table, err_last()->text);
		assert_int_equal(referred(f, &row[i], id), 0);
	}
}

static void where_he_stands_is_said_by_year(void **state)
{
	struct fixture *f = *state;
	int64_t zoya = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");
	struct bond_member m = { .mentor = add_participant(f, ROLE_MENTOR, "Орлова", "Инна"),
				 .mentee = zoya,
				 .reason = "",
				 .score = -1 };
	struct reference award = { "award", "participation" };
	struct participant p;
	struct standings list;

	must(step_begin(f->store, "test", ""));
	must(bond_member_add(f->store, &m));
	must(step_commit(f->store));
	refer(f, &award, zoya);
	must(participant_get(f->store, &f->arena, zoya, &p));
	must(standing_list(f->store, &f->arena, p.person.id, 0, &list));
	assert_int_equal(list.n, 2);
	assert_int_equal(list.row[0].what, STANDING_PAIR);
	assert_int_equal(list.row[0].year, 2026);
	assert_int_equal(list.row[1].what, STANDING_AWARD);
	assert_int_equal(in_step(f, person_delete, p.person.id), RC_CONFLICT);
	assert_non_null(strstr(err_last()->text, "pairs and groups (2026/2027: 1), "
						 "awards (2026/2027: 1)"));
	sql_run(f->path, "UPDATE year SET closed = 1");
	must(standing_list(f->store, &f->arena, p.person.id, 0, &list));
	assert_int_equal(list.n, 3);
	assert_int_equal(list.row[2].what, STANDING_CLOSED_YEAR);
}

static void a_pair_that_worked_is_not_deleted(void **state)
{
	struct fixture *f = *state;
	struct reference row[REFERENCES_MAX];
	size_t n = references_to(f, "bond", row);

	assert_true(n > 8);
	for (size_t i = 0; i < n; i++) {
		struct bond_member m = {
			.mentor = add_participant(f, ROLE_MENTOR, "Орлова", row[i].table),
			.mentee = add_participant(f, ROLE_MENTEE, "Ёлкина", row[i].column),
			.reason = "",
			.score = -1,
		};

		must(step_begin(f->store, "test", ""));
		must(bond_member_add(f->store, &m));
		must(step_commit(f->store));
		if (!strcmp(row[i].table, "member"))
			continue;
		refer(f, &row[i], m.bond);
		if (!strcmp(row[i].table, "plan_item")) { /* its own */
			must(in_step(f, bond_member_delete, m.id));
			assert_int_equal(referred(f, &row[i], m.bond), 0);
			continue;
		}
		if (in_step(f, bond_member_delete, m.id) != RC_CONFLICT)
			fail_msg("%s.%s is forgotten", row[i].table, row[i].column);
		unrefer(f, &row[i], m.bond);
		must(in_step(f, bond_member_delete, m.id));
	}
}

static void items_in_use_stay_and_can_be_joined(void **state)
{
	static const char *const books[] = { "book_item", "book_answer", NULL };
	struct fixture *f = *state;
	struct reference row[REFERENCES_MAX];
	size_t n = references_to(f, "book_item", row);
	int64_t uses;

	assert_true(n > 20);
	for (size_t i = 0; i < n; i++) {
		struct book_item from = {
			.year = 2026, .book = 40, .code = "", .name = "Одно", .synonyms = ""
		};
		struct book_item to = from;

		must(step_begin(f->store, "test", ""));
		must(book_item_put(f->store, &from));
		must(book_item_put(f->store, &to));
		must(step_commit(f->store));
		if (among(row[i].table, books))
			continue; /* the books' own business, app/books.c */
		refer(f, &row[i], from.id);
		must(book_item_uses(f->store, from.id, &uses));
		if (strcmp(row[i].table, "proposal_pair") != 0 && uses != 1)
			fail_msg("%s.%s is forgotten", row[i].table, row[i].column);
		if (in_step(f, book_item_delete, from.id) != RC_CONFLICT)
			fail_msg("%s.%s does not keep its item", row[i].table, row[i].column);
		must(step_begin(f->store, "test", ""));
		must(book_item_move(f->store, from.id, to.id));
		must(book_item_delete(f->store, from.id));
		must(step_commit(f->store));
		assert_int_equal(referred(f, &row[i], to.id), 1);
		unrefer(f, &row[i], to.id);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(participants_stay_in_what_is_kept, fixture_setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(what_is_a_persons_own_goes_with_him, fixture_setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(where_he_stands_is_said_by_year, fixture_setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(a_pair_that_worked_is_not_deleted, fixture_setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(items_in_use_stay_and_can_be_joined, fixture_setup,
						fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
