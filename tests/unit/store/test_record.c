/* Registers: every record type's statements fit its field table and the file's own table. */
#include "fixture.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "nastavnik/store/write/record.h"

enum { TABLES_MAX = 64, DAY = 20261015 };

/* A mentee, a mentor and their pair, for what belongs to one. */
struct owners {
	int64_t participation, bond;
};

static struct owners add_owners(struct fixture *f)
{
	struct owners owners = { .participation =
					 add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя") };
	struct bond_member member = { .mentor = add_participant(f, ROLE_MENTOR, "Титов", "Лев"),
				      .mentee = owners.participation,
				      .form = f->form,
				      .from = 20260901,
				      .state = MEMBER_ACTIVE,
				      .reason = "",
				      .score = -1 };

	must(step_begin(f->store, "New pair", ""));
	must(bond_member_add(f->store, &member));
	must(step_commit(f->store));
	owners.bond = member.bond;
	return owners;
}

/* What a column refers to: "book_item"; "" when it is a value of its own. */
static void column_refers(struct fixture *f, const char *table, const char *column, char out[32])
{
	sqlite3 *db;
	sqlite3_stmt *stmt;

	out[0] = '\0';
	assert_int_equal(sqlite3_open_v2(f->path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
					    "SELECT \"table\" FROM pragma_foreign_key_list(?1)"
					    " WHERE \"from\" = ?2",
					    -1, &stmt, NULL),
			 SQLITE_OK);
	sqlite3_bind_text(stmt, 1, table, -1, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 2, column, -1, SQLITE_STATIC);
	if (sqlite3_step(stmt) == SQLITE_ROW)
		snprintf(out, 32, "%s", (const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}

/* The tables of the file that are registers. */
static size_t register_names(struct fixture *f, char name[TABLES_MAX][32])
{
	sqlite3 *db;
	sqlite3_stmt *stmt;
	size_t n = 0;

	assert_int_equal(sqlite3_open_v2(f->path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
					    "SELECT name FROM sqlite_master WHERE type = 'table'",
					    -1, &stmt, NULL),
			 SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW && n < TABLES_MAX) {
		const char *table = (const char *)sqlite3_column_text(stmt, 0);

		if (record_type_named(table))
			snprintf(name[n++], 32, "%s", table);
	}
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return n;
}

static int64_t add_record(struct fixture *f, const struct owners *owners, const char *table,
			  void **out);

static const char *owner_column(const struct record_type *type)
{
	static const char *const columns[] = { [OWNER_YEAR] = "year",
					       [OWNER_PARTICIPATION] = "participation",
					       [OWNER_BOND] = "bond",
					       [OWNER_RECORD] = "" };
	static const char *const of[][2] = {
		{ "guest", "event" },        { "lesson", "course" },  { "learner", "course" },
		{ "criterion", "contest" },  { "expert", "contest" }, { "entry", "contest" },
		{ "survey_item", "survey" }, { "batch", "survey" },   { "packet", "survey" }
	};

	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++)
		if (strcmp(of[i][0], type->name) == 0)
			return of[i][1];
	return columns[type->owner];
}

static int64_t owner_id(struct fixture *f, const struct owners *owners,
			const struct record_type *type)
{
	void *record;

	switch (type->owner) {
	case OWNER_YEAR:
		return 2026;
	case OWNER_PARTICIPATION:
		return owners->participation;
	case OWNER_BOND:
		return owners->bond;
	default:
		return add_record(f, owners, owner_column(type), &record);
	}
}

static int64_t value_for(struct fixture *f, const struct owners *owners,
			 const struct record_type *type, const struct field *field)
{
	char refers[32];

	if (field->kind == FIELD_DATE)
		return DAY;
	if (field->kind != FIELD_CHOICE)
		return field->kind == FIELD_YESNO ? 1 : field->min + 1;
	column_refers(f, type->name, field->name, refers);
	if (strcmp(refers, "book_item") == 0)
		return f->request;
	return strcmp(refers, "participation") == 0 ? owners->participation : 2;
}

/* A record with something in every field. */
static void *filled_record(struct fixture *f, const struct owners *owners,
			   const struct record_type *type)
{
	void *record = arena_alloc(&f->arena, type->size);

	record_init(type, record, owner_id(f, owners, type), DAY);
	for (size_t i = 0; i < type->fields->n; i++) {
		const struct field *field = &type->fields->row[i];

		if (field_is_text(field))
			field_set_text(field, record,
				       arena_printf(&f->arena, "%s %zu", field->name, i));
		else
			field_set_int(field, record, value_for(f, owners, type, field));
	}
	return record;
}

static int64_t add_record(struct fixture *f, const struct owners *owners, const char *table,
			  void **out)
{
	const struct record_type *type = record_type_named(table);

	*out = filled_record(f, owners, type);
	must(step_begin(f->store, "Record added", table));
	must(record_put(f->store, type, *out));
	must(step_commit(f->store));
	return ((const struct record *)*out)->id;
}

static void same_record(const struct record_type *type, const void *a, const void *b)
{
	const struct record *x = a, *y = b;

	assert_int_equal(x->id, y->id);
	assert_int_equal(x->owner, y->owner);
	for (size_t i = 0; i < type->fields->n; i++)
		if (!field_equal(&type->fields->row[i], a, b))
			fail_msg("%s: %s is read as another value", type->name,
				 type->fields->row[i].name);
}

static void register_works(struct fixture *f, const struct owners *owners, const char *table)
{
	const struct record_type *type = record_type_named(table);
	void *record, *read = arena_alloc(&f->arena, type->size);
	int64_t id = add_record(f, owners, table, &record), n = 0;
	struct records list;
	struct step step;

	must(record_get(f->store, &f->arena, type, id, read));
	same_record(type, record, read);
	must(record_list(f->store, &f->arena, type, ((const struct record *)record)->owner, &list));
	same_record(type, record, record_at(type, &list, list.n - 1));
	must(record_list_year(f->store, &f->arena, type, 2026, &list));
	must(record_count_year(f->store, type, 2026, &n));
	assert_int_equal(list.n, n);
	assert_true(n >= 1);
	must(record_list_year(f->store, &f->arena, type, 2025, &list));
	assert_int_equal(list.n, 0);
	/* Changed, deleted, and both taken back. */
	record_init(type, read, ((const struct record *)record)->owner, DAY);
	for (size_t i = 0; i < type->fields->n; i++)
		if (type->fields->row[i].kind == FIELD_CHOICE)
			field_set_int(&type->fields->row[i], read,
				      field_int(&type->fields->row[i], record));
	((struct record *)read)->id = id;
	must(step_begin(f->store, "Record changed", table));
	must(record_put(f->store, type, read));
	must(step_commit(f->store));
	must(step_begin(f->store, "Record deleted", table));
	must(record_delete(f->store, type, id));
	must(step_commit(f->store));
	assert_int_equal(record_get(f->store, &f->arena, type, id, read), RC_NOT_FOUND);
	must(step_undo(f->store, &f->arena, &step));
	must(step_undo(f->store, &f->arena, &step));
	must(record_get(f->store, &f->arena, type, id, read));
	same_record(type, record, read);
	assert_true(*record_label(&f->arena, type, read));
}

static void every_register_is_written_read_and_taken_back(void **state)
{
	struct fixture *f = *state;
	struct owners owners = add_owners(f);
	char name[TABLES_MAX][32];
	size_t n = register_names(f, name);

	assert_true(n > 0);
	for (size_t i = 0; i < n; i++)
		register_works(f, &owners, name[i]);
}

/* The field table names the columns: the history and the tests of the file read them by name. */
static void fields_are_called_as_their_columns(void **state)
{
	struct fixture *f = *state;
	char name[TABLES_MAX][32], sql[256];
	size_t n = register_names(f, name);

	for (size_t i = 0; i < n; i++) {
		const struct record_type *type = record_type_named(name[i]);

		for (size_t at = 0; at < type->fields->n; at++) {
			snprintf(sql, sizeof(sql),
				 "SELECT count(*) FROM pragma_table_info('%s') WHERE name = '%s'",
				 name[i], type->fields->row[at].name);
			if (!sql_number(f->path, sql))
				fail_msg("%s has no column %s", name[i],
					 type->fields->row[at].name);
		}
	}
}

static void what_is_gone_is_said_to_be_gone(void **state)
{
	struct fixture *f = *state;
	struct owners owners = add_owners(f);
	const struct record_type *type = record_type_named("document");
	void *record;
	int64_t id = add_record(f, &owners, "document", &record);

	must(step_begin(f->store, "Record deleted", ""));
	must(record_delete(f->store, type, id));
	assert_int_equal(record_delete(f->store, type, id), RC_NOT_FOUND);
	assert_int_equal(record_put(f->store, type, record), RC_NOT_FOUND);
	step_rollback(f->store);
	must(record_get(f->store, &f->arena, type, id, record));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(every_register_is_written_read_and_taken_back),
		TEST(fields_are_called_as_their_columns),
		TEST(what_is_gone_is_said_to_be_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
