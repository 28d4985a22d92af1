/*
 * Statements. A query is prepared once per store and kept under the address of its text. A failure
 * sticks to it: a function binds and reads without looking and asks once, by query_run() or
 *query_rc().
 *
 *	QUERY(q, s, "SELECT id FROM person WHERE family = ?1");
 *	bind_text(q, family);
 *	while (query_next(q))
 *		… col_int(q) …
 *	return query_rc(q);
 *
 * Parameters and columns are taken in their order. The text must be a constant: what varies is
 *bound.
 */
#ifndef STORE_QUERY_H
#define STORE_QUERY_H

#include <stddef.h>

#include "file.h"
#include "nastavnik/base/arena.h"
#include "nastavnik/base/id.h"

struct query {
	const char *sql; /* the key: the address of the text */
	sqlite3_stmt *stmt;
	const struct store *store;
	int param, column;
	enum rc rc;
	bool busy;
};

struct query_cache *query_cache_new(void);
/* Finalise all statements; the cache stays usable. */
void query_cache_clear(struct query_cache *cache);
void query_cache_free(struct query_cache *cache);

/* A statement that changes recorded tables is refused (RC_BUG) outside a step. */
struct query *query_start(const struct store *s, const char *sql);
void query_end(struct query **q);
bool query_next(struct query *q);   /* true: a row is there to read */
enum rc query_run(struct query *q); /* for statements without rows */
enum rc query_rc(const struct query *q);
/* Ready for other values of its parameters. */
void query_again(struct query *q);
/* Rows changed by the newest query_run(). */
int query_changes(const struct query *q);

/* Texts must live until the query has run; NULL is bound as "". */
void bind_text(struct query *q, const char *text);
void bind_text_n(struct query *q, const char *text, size_t n);
void bind_int(struct query *q, int64_t n);
/* An id, 0 as NULL; a number, `nothing` as NULL. */
void bind_id(struct query *q, int64_t id);
void bind_number(struct query *q, int64_t n, int64_t nothing);
void bind_blob(struct query *q, const void *data, size_t n);
void bind_pointer(struct query *q, void *p, const char *type);

int64_t col_int(struct query *q); /* NULL is 0 */
int64_t col_number(struct query *q, int64_t nothing);
const char *col_text(struct query *q, struct arena *a); /* a copy; NULL is "" */
/* Valid until the next row. */
const void *col_blob(struct query *q, size_t *n);

#define QUERY(q, s, text)                   \
	static const char q##_sql[] = text; \
	QUERY_OF(q, s, q##_sql)
/* The same for a text that a const table holds. */
#define QUERY_OF(q, s, text) \
	__attribute__((cleanup(query_end))) struct query *q = query_start(s, text)

/* All rows of a query of one column, as ids in the arena. */
enum rc ids_read(struct query *q, struct arena *a, struct ids *out);

/*
 * Several queries that must see one and the same state of the file, also while another program
 * writes: SNAPSHOT(s) holds it until the end of the block.
 */
struct snapshot {
	const struct store *store;
	bool begun;
};
struct snapshot snapshot_begin(const struct store *s);
void snapshot_end(struct snapshot *snap);
#define SNAPSHOT(s) \
	__attribute__((cleanup(snapshot_end), unused)) struct snapshot snapshot_ = snapshot_begin(s)

#endif
