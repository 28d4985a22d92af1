/* What a step did to the records, row by row, as the journal has kept it. */
#ifndef NASTAVNIK_STORE_READ_CHANGE_H
#define NASTAVNIK_STORE_READ_CHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

struct store;

/* What became of a row. */
enum change_kind { CHANGE_ADDED, CHANGE_CHANGED, CHANGE_REMOVED };

/* One side of a value. Texts are never NULL. */
struct change_value {
	bool known; /* is there such a side, and is it not NULL in the file? */
	int64_t number;
	const char *text; /* "" for numbers */
};

/* One column of a row. */
struct change_column {
	const char *name; /* of the table's column */
	bool key;         /* it tells which record; before and after are the same */
	struct change_value before,
		after; /* of an added row only after, of a removed only before */
};

/* Of an added or removed row all columns, of a changed one the key and what was changed. */
struct change {
	const char *table;
	enum change_kind kind;
	struct change_column *column;
	size_t columns;
};

/* Rows of a list, in an arena. */
struct changes {
	struct change *row;
	size_t n;
	bool cut; /* there are more: the limit was reached */
};

/*
 * The first rows of a step, at most limit. Which categories a person has is never told: of those
 * rows there are person and year only. A step that was dropped has none any more.
 */
enum rc step_changes(const struct store *s, struct arena *a, int64_t step, size_t limit,
		     struct changes *out);

/* Whom a record is about, by its table and id: a participation, a consent, a member of a bond (the
 * mentee), a bond (the mentor), a pair of a proposal (the mentee). 0: it is not there any more, or
 * of nobody. */
enum rc record_person(const struct store *s, const char *table, int64_t id, int64_t *person);
/* «Ёлкина Зоя, 9А» as a year has it, else without the class; "" for one that is not there. In the
 * arena. */
enum rc record_whom(const struct store *s, struct arena *a, int64_t person, int64_t year,
		    const char **whom);
/* Name of a record of the tables task and list_filter, by its id; "" for one that is not there. */
enum rc record_name(const struct store *s, struct arena *a, const char *table, int64_t id,
		    const char **name);
/* Name and book of an item of any year's reference books; "" and 0 for one that is not there. */
enum rc record_item(const struct store *s, struct arena *a, int64_t item, const char **name,
		    int64_t *book);

#endif
