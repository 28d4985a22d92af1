/* Reading what the journal has kept of a step. */
#include "nastavnik/store/read/change.h"

#include <string.h>

#include "journal.h"
#include "nastavnik/store/read/record.h"
#include "query.h"

/* Columns of a table, read once a table and step. */
struct table {
	const char *name;
	const char **column;
	size_t columns;
};

enum { TABLES_MAX = 32 };

struct reading {
	const struct store *store;
	struct arena *arena;
	struct changes *out;
	size_t limit, cap;
	struct table table[TABLES_MAX];
	size_t tables;
};

static void table_read(struct reading *r, struct table *table, const char *name)
{
	QUERY(q, r->store, "SELECT name FROM pragma_table_info(?1) ORDER BY cid");
	size_t cap = 0;

	*table = (struct table){ .name = arena_strdup(r->arena, name) };
	bind_text(q, name);
	while (query_next(q)) {
		table->column = arena_grow(r->arena, table->column, table->columns, &cap,
					   sizeof(*table->column));
		table->column[table->columns++] = col_text(q, r->arena);
	}
}

static const struct table *table_of(struct reading *r, const char *name)
{
	size_t i = 0;

	while (i < r->tables && strcmp(r->table[i].name, name) != 0)
		i++;
	if (i == r->tables) {
		if (r->tables < TABLES_MAX)
			r->tables++;
		else
			i = 0;
		table_read(r, &r->table[i], name);
	}
	return &r->table[i];
}

static struct change_value value_read(struct arena *a, sqlite3_value *value)
{
	struct change_value out = { .text = "" };

	if (!value || sqlite3_value_type(value) == SQLITE_NULL)
		return out;
	out.known = true;
	if (sqlite3_value_type(value) == SQLITE_TEXT)
		out.text = arena_strndup(a, (const char *)sqlite3_value_text(value),
					 (size_t)sqlite3_value_bytes(value));
	else
		out.number = sqlite3_value_int64(value);
	return out;
}

/* What nobody is told, whoever asks. */
static bool is_secret(const char *table, const char *column)
{
	return strcmp(table, "person_category") == 0 && strcmp(column, "item") == 0;
}

static void column_read(struct reading *r, sqlite3_changeset_iter *iter, int op, bool key,
			const char *name, int i, struct change *change)
{
	sqlite3_value *before = NULL, *after = NULL;
	struct change_column *column = &change->column[change->columns];

	if (op != SQLITE_INSERT)
		sqlite3changeset_old(iter, i, &before);
	if (op != SQLITE_DELETE)
		sqlite3changeset_new(iter, i, &after);
	if (is_secret(change->table, name) || (!before && !after))
		return; /* of a changed row: this column was not */
	*column = (struct change_column){ .name = name,
					  .key = key,
					  .before = value_read(r->arena, before),
					  .after = value_read(r->arena, after) };
	if (key && op == SQLITE_UPDATE)
		column->after = column->before;
	change->columns++;
}

/* One row of the changeset; false: enough. */
static bool change_read(void *data, sqlite3_changeset_iter *iter)
{
	struct reading *r = data;
	struct changes *out = r->out;
	unsigned char *key = NULL;
	const char *name;
	int columns, op, indirect;

	if (out->n == r->limit) {
		out->cut = true;
		return false;
	}
	sqlite3changeset_op(iter, &name, &columns, &op, &indirect);
	sqlite3changeset_pk(iter, &key, NULL);
	const struct table *table = table_of(r, name);
	out->row = arena_grow(r->arena, out->row, out->n, &r->cap, sizeof(*out->row));
	struct change *change = &out->row[out->n++];
	*change = (struct change){ .table = table->name,
				   .kind = op == SQLITE_INSERT   ? CHANGE_ADDED
					   : op == SQLITE_DELETE ? CHANGE_REMOVED
								 : CHANGE_CHANGED,
				   .column = ARENA_NEW(r->arena, struct change_column,
						       (size_t)columns) };
	for (int i = 0; i < columns && (size_t)i < table->columns; i++)
		column_read(r, iter, op, key && key[i], table->column[i], i, change);
	return true;
}

enum rc step_changes(const struct store *s, struct arena *a, int64_t step, size_t limit,
		     struct changes *out)
{
	struct changes read = { 0 };
	struct reading r = { .store = s, .arena = a, .out = &read, .limit = limit };
	enum rc rc = journal_visit(s, step, change_read, &r);

	if (rc == RC_OK)
		*out = read;
	return rc;
}

/* What records point to */

static const struct {
	const char *table, *sql;
} person_queries[] = {
	{ "participation", "SELECT person FROM participation WHERE id = ?1" },
	{ "consent", "SELECT person FROM consent WHERE id = ?1" },
	{ "member", "SELECT p.person FROM member m JOIN participation p ON p.id = m.mentee"
		    " WHERE m.id = ?1" },
	{ "bond", "SELECT p.person FROM bond b JOIN participation p ON p.id = b.mentor"
		  " WHERE b.id = ?1" },
	{ "proposal_pair", "SELECT p.person FROM proposal_pair x"
			   " JOIN participation p ON p.id = x.mentee WHERE x.id = ?1" },
	{ "interview", "SELECT p.person FROM interview i"
		       " JOIN participation p ON p.id = i.participation WHERE i.id = ?1" },
	{ "learner", "SELECT p.person FROM learner l JOIN participation p ON p.id = l.participation"
		     " WHERE l.id = ?1" },
};

static enum rc person_by(const struct store *s, const char *sql, int64_t id, int64_t *person)
{
	QUERY_OF(q, s, sql);

	bind_int(q, id);
	if (query_next(q))
		*person = col_int(q);
	return query_rc(q);
}

enum rc record_person(const struct store *s, const char *table, int64_t id, int64_t *person)
{
	*person = 0;
	for (size_t i = 0; i < sizeof(person_queries) / sizeof(person_queries[0]); i++)
		if (strcmp(person_queries[i].table, table) == 0)
			return person_by(s, person_queries[i].sql, id, person);
	return RC_OK;
}

enum rc record_whom(const struct store *s, struct arena *a, int64_t person, int64_t year,
		    const char **whom)
{
	QUERY(q, s,
	      "SELECT p.family, p.given, coalesce(y.class_name, ''), coalesce(y.position, '')"
	      " FROM person p LEFT JOIN person_year y ON y.person = p.id AND y.year = ?2"
	      " WHERE p.id = ?1");

	*whom = "";
	bind_int(q, person);
	bind_int(q, year);
	if (query_next(q)) {
		const char *family = col_text(q, a), *given = col_text(q, a);
		const char *class_name = col_text(q, a), *position = col_text(q, a);
		const char *place = *class_name ? class_name : position;

		*whom = arena_printf(a, "%s%s%s%s%s", family, *given ? " " : "", given,
				     *place ? ", " : "", place);
	}
	return query_rc(q);
}

static enum rc thing_name(const struct store *s, struct arena *a, const char *table, int64_t id,
			  const char **name)
{
	QUERY(task, s, "SELECT name FROM task WHERE id = ?1");
	QUERY(filter, s, "SELECT name FROM list_filter WHERE id = ?1");
	struct query *q = strcmp(table, "task") == 0 ? task : filter;

	bind_int(q, id);
	if (query_next(q))
		*name = col_text(q, a);
	return query_rc(q);
}

enum rc record_name(const struct store *s, struct arena *a, const char *table, int64_t id,
		    const char **name)
{
	const struct record_type *type = record_type_named(table);
	void *record;

	*name = "";
	if (!type)
		return thing_name(s, a, table, id, name);
	record = arena_alloc(a, type->size);
	if (record_get(s, a, type, id, record) == RC_OK)
		*name = record_label(a, type, record);
	return RC_OK; /* gone since: it has no name any more */
}

enum rc record_item(const struct store *s, struct arena *a, int64_t item, const char **name,
		    int64_t *book)
{
	QUERY(q, s, "SELECT name, book FROM book_item WHERE id = ?1");

	*name = "";
	*book = 0;
	bind_int(q, item);
	if (query_next(q)) {
		*name = col_text(q, a);
		*book = col_int(q);
	}
	return query_rc(q);
}
