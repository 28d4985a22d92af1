/*
 * What a paper's text is filled with: named texts, and tables whose rows are scopes themselves.
 * template.h says how the text uses them. All of it lives in the scope's arena; texts are kept by
 * pointer unless it says "copied".
 *
 * A name may have two forms with a bar between, "mentor|наставник": a text may use either.
 */
#ifndef NASTAVNIK_PRINT_SCOPE_H
#define NASTAVNIK_PRINT_SCOPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/model/declension.h"

/* A named text; "" is no value. */
struct place {
	const char *name, *value;
	const char *const *cases; /* of a person's name, by enum noun_case; NULL: it has none */
	const char *initials;     /* of a person's name: «И.О. Фамилия»; NULL likewise */
};

/* Rows by name; a text may hold the table more than once. */
struct scope_table {
	const char *name;
	struct arena *arena;
	struct scope **row;
	size_t rows, cap;
};

/* All zero but the arena is an empty one. */
struct scope {
	struct arena *arena;
	struct place *place;
	size_t places, places_cap;
	struct scope_table **table;
	size_t tables, tables_cap;
	const struct scope *outer; /* where what is not here is looked for; NULL: nowhere */
	/* Of a table's row: belongs to the row above it; stands over all columns, see struct
	 * doc_row. */
	bool joined;
	const char *heading; /* NULL: it has cells */
};

/* Each adds one place. NULL is "". */
void scope_text(struct scope *s, const char *name, const char *value);
/* ДД.ММ.ГГГГ; DATE_NONE is no value. */
void scope_date(struct scope *s, const char *name, int64_t date);
/* «1 сентября 2026 г.»; DATE_NONE is no value. */
void scope_long_date(struct scope *s, const char *name, int64_t date);
/* A number; FIELD_NOTHING is no value. */
void scope_number(struct scope *s, const char *name, int64_t number);
/* For if=…: "+" or no value. */
void scope_flag(struct scope *s, const char *name, bool on);
/* A person's name: cases is a table of NOUN_CASES texts, initials «И.О. Фамилия»; both are kept. */
void scope_name(struct scope *s, const char *name, const char *const *cases, const char *initials);

/* An empty table of that name. */
struct scope_table *scope_table(struct scope *s, const char *name);
/* One more row, to be filled as a scope is. */
struct scope *scope_row(struct scope_table *table);

#endif
