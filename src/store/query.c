#include "query.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "crowd.h"
#include "journal.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"

/* Open addressing by the address of the text; queries never leave, so no marks for empty places. */
struct query_cache {
	struct query **slot;
	size_t size, used; /* size is a power of two */
};

static size_t slot_of(const struct query_cache *c, const char *sql)
{
	size_t i = (size_t)(((uintptr_t)sql * 0x9e3779b97f4a7c15u) >> 32);

	for (i &= c->size - 1; c->slot[i] && c->slot[i]->sql != sql; i = (i + 1) & (c->size - 1))
		;
	return i;
}

struct query_cache *query_cache_new(void)
{
	struct query_cache *c = mem_alloc(sizeof(*c));

	c->size = 64;
	c->slot = mem_alloc(c->size * sizeof(struct query *));
	return c;
}

static void cache_grow(struct query_cache *c)
{
	struct query_cache bigger = { .size = c->size * 2, .used = c->used };

	bigger.slot = mem_alloc(bigger.size * sizeof(struct query *));
	for (size_t i = 0; i < c->size; i++)
		if (c->slot[i])
			bigger.slot[slot_of(&bigger, c->slot[i]->sql)] = c->slot[i];
	free(c->slot);
	*c = bigger;
}

void query_cache_clear(struct query_cache *c)
{
	for (size_t i = 0; i < c->size; i++) {
		if (!c->slot[i])
			continue;
		sqlite3_finalize(c->slot[i]->stmt);
		c->slot[i]->stmt = NULL;
	}
}

void query_cache_free(struct query_cache *c)
{
	if (!c)
		return;
	query_cache_clear(c);
	for (size_t i = 0; i < c->size; i++)
		free(c->slot[i]);
	free(c->slot);
	free(c);
}

static struct query *cache_get(const struct store *s, const char *sql)
{
	struct query_cache *c = s->queries;
	size_t i = slot_of(c, sql);

	if (c->slot[i])
		return c->slot[i];
	if (++c->used * 2 > c->size) {
		cache_grow(c);
		i = slot_of(c, sql);
	}
	c->slot[i] = mem_alloc(sizeof(struct query));
	c->slot[i]->sql = sql;
	return c->slot[i];
}

static void query_fail(struct query *q, int code)
{
	struct open_step *step = q->store->step;

	if (q->rc == RC_OK)
		q->rc = store_fail(q->store, code);
	if (step->open && step->failed == RC_OK)
		step->failed = q->rc;
}

/* SQLite rolls a whole transaction back after some faults: what would follow must not slip out of
 * it. */
static enum rc write_allowed(const struct query *q)
{
	const struct store *s = q->store;

	if (sqlite3_stmt_readonly(q->stmt))
		return RC_OK;
	if (!s->step->open)
		return err_set(RC_BUG, _("The program tried to change the file outside a step. "
					 "Nothing was changed."));
	return s->step->failed;
}

struct query *query_start(const struct store *s, const char *sql)
{
	enum rc before = crowd_go_in(s);
	struct query *q = cache_get(s, sql);
	int code;

	assert(!q->busy);
	q->store = s;
	q->param = q->column = 0;
	q->rc = before;
	q->busy = true;
	if (!s->db) {
		q->rc = err_set(RC_IO,
				_("The file %s could not be reached after a failure of the "
				  "disk. Leave the program and open the file again."),
				s->path);
		return q;
	}
	if (!q->stmt) {
		code = sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &q->stmt,
					  NULL);
		if (code != SQLITE_OK)
			query_fail(q, code);
	}
	if (q->rc == RC_OK)
		q->rc = write_allowed(q);
	return q;
}

void query_end(struct query **q)
{
	if ((*q)->stmt) {
		sqlite3_reset((*q)->stmt);
		sqlite3_clear_bindings((*q)->stmt);
	}
	(*q)->busy = false;
}

void query_again(struct query *q)
{
	sqlite3_reset(q->stmt);
	q->param = q->column = 0;
}

bool query_next(struct query *q)
{
	int code;

	if (q->rc != RC_OK)
		return false;
	assert(q->column == 0 || q->column == sqlite3_column_count(q->stmt));
	assert(q->param == sqlite3_bind_parameter_count(q->stmt));
	q->column = 0;
	code = sqlite3_step(q->stmt);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		query_fail(q, code);
	return code == SQLITE_ROW;
}

enum rc query_run(struct query *q)
{
	while (query_next(q))
		assert(!"a statement without rows");
	if (q->rc == RC_OK && !crowd_is_going_in() && journal_part_is_full(q->store))
		q->rc = journal_cut(q->store);
	return q->rc;
}

enum rc query_rc(const struct query *q)
{
	return q->rc;
}

int query_changes(const struct query *q)
{
	return q->rc == RC_OK ? sqlite3_changes(q->store->db) : 0;
}

/* Binding only fails on a parameter that is not there, or without memory: both end here. */
static void bound(struct query *q, int code)
{
	if (code != SQLITE_OK)
		query_fail(q, code);
}

void bind_text_n(struct query *q, const char *text, size_t n)
{
	if (q->rc == RC_OK)
		bound(q, sqlite3_bind_text64(q->stmt, ++q->param, text, n, SQLITE_STATIC,
					     SQLITE_UTF8));
}

void bind_text(struct query *q, const char *text)
{
	bind_text_n(q, text ? text : "", text ? strlen(text) : 0);
}

void bind_int(struct query *q, int64_t n)
{
	if (q->rc == RC_OK)
		bound(q, sqlite3_bind_int64(q->stmt, ++q->param, n));
}

void bind_number(struct query *q, int64_t n, int64_t nothing)
{
	if (n != nothing) {
		bind_int(q, n);
		return;
	}
	if (q->rc == RC_OK)
		bound(q, sqlite3_bind_null(q->stmt, ++q->param));
}

void bind_id(struct query *q, int64_t id)
{
	bind_number(q, id, 0);
}

void bind_blob(struct query *q, const void *data, size_t n)
{
	if (q->rc == RC_OK)
		bound(q, sqlite3_bind_blob64(q->stmt, ++q->param, data, n, SQLITE_STATIC));
}

void bind_pointer(struct query *q, void *p, const char *type)
{
	if (q->rc == RC_OK)
		bound(q, sqlite3_bind_pointer(q->stmt, ++q->param, p, type, NULL));
}

int64_t col_int(struct query *q)
{
	return sqlite3_column_int64(q->stmt, q->column++);
}

int64_t col_number(struct query *q, int64_t nothing)
{
	bool null = sqlite3_column_type(q->stmt, q->column) == SQLITE_NULL;
	int64_t n = col_int(q);

	return null ? nothing : n;
}

const char *col_text(struct query *q, struct arena *a)
{
	const char *text = (const char *)sqlite3_column_text(q->stmt, q->column);
	size_t n = (size_t)sqlite3_column_bytes(q->stmt, q->column++);

	return n ? arena_strndup(a, text, n) : "";
}

const void *col_blob(struct query *q, size_t *n)
{
	const void *data = sqlite3_column_blob(q->stmt, q->column);

	*n = (size_t)sqlite3_column_bytes(q->stmt, q->column++);
	return data;
}

enum rc ids_read(struct query *q, struct arena *a, struct ids *out)
{
	struct ids ids = { 0 };
	size_t cap = 0;

	while (query_next(q)) {
		if (ids.n == cap)
			ids.row = arena_grow(a, ids.row, ids.n, &cap, sizeof(*ids.row));
		ids.row[ids.n++] = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = ids;
	return query_rc(q);
}

struct snapshot snapshot_begin(const struct store *s)
{
	struct snapshot snap = { .store = s };

	/* A failure shows again at the first query, which reports it. */
	if (s->db && sqlite3_get_autocommit(s->db))
		snap.begun = sqlite3_exec(s->db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
	return snap;
}

void snapshot_end(struct snapshot *snap)
{
	if (snap->begun && snap->store->db)
		sqlite3_exec(snap->store->db, "COMMIT", NULL, NULL, NULL);
}
