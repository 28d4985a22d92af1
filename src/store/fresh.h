/*
 * New records, recorded by hand. A session watches every row and reads it again when the changeset
 * is made; for imports that is half of all the work. A new record needs none of it: what goes into
 * its INSERT is written down as SQLite's changeset format wants it (sqlite3.org,
 * session/changeset format: 'T', columns, key flags, name; then per row the operation, a flag, and
 * each value by type).
 *
 * A part of a step is then two: the new records, and after them what the session saw. That order is
 * right because a new record has an id that nothing can have named before, and because what it
 * names itself (a school year) stands in an earlier part: year_add() cuts.
 */
#ifndef STORE_FRESH_H
#define STORE_FRESH_H

#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/str.h"

enum fresh_table { FRESH_PERSON, FRESH_PERSON_YEAR, FRESH_COUNT };

/* Rows of each table, as one changeset section each; empty texts: none. */
struct fresh {
	struct str section[FRESH_COUNT];
};

/* Begin a row; all its columns must follow in their order. */
struct str *fresh_row(struct fresh *fresh, enum fresh_table table);
void fresh_int(struct str *row, int64_t value);
void fresh_text(struct str *row, const char *text, size_t n);
/* Keep the memory, forget the rows. */
void fresh_clear(struct fresh *fresh);
void fresh_done(struct fresh *fresh);

#endif
