/*
 * Registers: simple records kept in lists, such as papers, partners, meetings. A record type is a
 * constant that says all of it once; store, use cases, screens, history, import and export serve
 * every type by its field table. A record's struct begins with struct record; its fields are texts,
 * numbers, dates, choices and yes/no.
 */
#ifndef NASTAVNIK_MODEL_RECORD_H
#define NASTAVNIK_MODEL_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/field.h"

/* What every record of a register begins with. */
struct record {
	int64_t id;    /* 0: a new one */
	int64_t owner; /* the year's number, or the id of the bond, participation, course … */
};

/* To whom or what the records of a type belong. */
enum record_owner {
	OWNER_YEAR,
	OWNER_PARTICIPATION,
	OWNER_BOND,
	OWNER_RECORD, /* of another type */
};

struct record_type {
	const char *name;  /* stable; the table's name in the file: "document". Of two types over
			    * one table the second has a name of its own */
	const char *title; /* msgid, of all: «Документы» */
	const char *one;   /* msgid, of one, for the journal: «документ» */
	enum record_owner owner;
	size_t size;                 /* bytes of the struct */
	const struct fields *fields; /* the table's columns behind id and owner, in their order */
	/* What a new record begins with, beyond nothing at all; NULL: nothing. today: a date. */
	void (*fresh)(void *record, int today);
	/* A rule over several fields: RC_INVALID with a sentence; NULL: none. */
	enum rc (*check)(const void *record);
	/* Is a record of a year taken over into the next one that is opened? NULL: none is. */
	bool (*lives_on)(const void *record, int64_t year);
};

/* Records of one type, in an arena. */
struct records {
	void *row; /* n structs of type->size bytes */
	size_t n;
};

/* One of them. */
void *record_at(const struct record_type *type, const struct records *records, size_t row);
/* Zero a record: texts "", numbers empty, then what type->fresh says. owner is set. */
void record_init(const struct record_type *type, void *record, int64_t owner, int today);
/* What it is called in a sentence: the field "name", else the first text that is not empty, else a
 * date; "" at worst. In the arena. */
const char *record_label(struct arena *a, const struct record_type *type, const void *record);

/* Choices that are no book: words numbered from 1, msgids, NULL ended. Stored: never reorder. */
typedef const char *const record_words[];

#endif
