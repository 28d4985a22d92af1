/*
 * Field tables. One table a record type serves form, list, import, export, report and help: a field
 * says where it lies in the struct, what it may hold, how it is named. Values of a record's struct
 * have one of four C types, by kind, so that all floors read and write them the same way.
 */
#ifndef NASTAVNIK_BASE_FIELD_H
#define NASTAVNIK_BASE_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/base/id.h"

enum field_kind {
	FIELD_TEXT,     /* const char *: one line, NFC, squeezed; never NULL, "" when empty */
	FIELD_LONGTEXT, /* const char *: several lines, '\n' between */
	FIELD_NUMBER,   /* int64_t in units of 10^-decimals; FIELD_NOTHING when empty */
	FIELD_DATE,     /* int64_t YYYYMMDD (date.h); DATE_NONE when empty */
	FIELD_CHOICE,   /* int64_t: id of a choice; 0 when nothing is chosen */
	FIELD_CHOICES,  /* struct ids: chosen ids, the order is the person's */
	FIELD_YESNO,    /* int64_t: 1 yes, 0 no */
};

#define FIELD_NOTHING INT64_MIN /* an empty FIELD_NUMBER */

enum field_flag {
	FIELD_REQUIRED = 1,   /* may not be empty */
	FIELD_YEAR_ALONE = 2, /* a date may be a year alone */
	FIELD_SENSITIVE = 4,  /* never in lists, papers or exports unless asked */
	FIELD_READONLY = 8,   /* shown, not edited */
	FIELD_NO_IMPORT = 16, /* not offered as a column of a table to import */
	FIELD_NO_EXPORT = 32,
	FIELD_IN_LIST = 64,       /* a column of the list on an 80-column screen */
	FIELD_IN_WIDE_LIST = 128, /* a column of the list from 120 columns */
	FIELD_MORE = 256,         /* stands behind «Подробно» in the form */
	FIELD_IN_YEAR = 512,      /* a date that must lie in the school year worked on */
};

/* One value that may be chosen. */
struct choice {
	int64_t id;
	const char *code; /* stable, for files: "pupil"; "" for what has none */
	const char *name; /* for the person, translated */
	bool hidden;      /* not offered any more, but shown where it was chosen */
};

/* What may be chosen, in the order it is offered in. */
struct choices {
	const struct choice *row;
	size_t n;
};

/* What the choice of that id is called; "": there is none. */
const char *choice_name(struct choices choices, int64_t id);

struct field {
	const char *name;  /* stable machine name: "family" */
	const char *label; /* msgid: «Фамилия»; in an export the heading of the column */
	const char *hint;  /* msgid: one sentence for the status line while it has the focus */
	const char *help;  /* msgid: a paragraph for F1; NULL: the hint serves */
	enum field_kind kind;
	unsigned flags;      /* enum field_flag */
	size_t offset;       /* of the value in the record's struct */
	int64_t min, max;    /* number, date: range when min < max; text: max characters, 0 = 250,
			      * long text 0 = 10,000 */
	int decimals;        /* number: digits behind the comma */
	int width;           /* columns it likes to have in a list; negative: right-aligned */
	const char *choices; /* choice(s): name of the set, resolved by whoever shows it */
	const char *const
		*headings; /* import: other headings, folded words, NULL ended; may be NULL */
	/* A rule beyond range and kind: RC_INVALID with the sentence set when the record breaks it;
	 * may be NULL. record is the whole struct with the new value in place. */
	enum rc (*check)(const struct field *field, const void *record);
};

/* A field table, in the order of the form. */
struct fields {
	const struct field *row;
	size_t n;
};

/* The table kept in an array of struct field. */
#define FIELDS(table) ((struct fields){ (table), sizeof(table) / sizeof((table)[0]) })
/* The same as what a constant begins with. */
#define FIELD_TABLE(table)                                  \
	{                                                   \
		(table), sizeof(table) / sizeof((table)[0]) \
	}

/* Gives the choices of a set by name; whoever shows a form or reads a table hands one in. */
struct choice_source {
	struct choices (*get)(void *data, const char *set);
	void *data;
};

/* Value of a field in a record, and setting it; kinds as above. */
const char *field_text(const struct field *f, const void *record);
int64_t field_int(const struct field *f, const void *record);
struct ids field_ids(const struct field *f, const void *record);
void field_set_text(const struct field *f, void *record, const char *text); /* keeps the pointer */
void field_set_int(const struct field *f, void *record, int64_t value);
void field_set_ids(const struct field *f, void *record, struct ids ids);
/* Nothing there? A yes/no always says something. */
bool field_is_empty(const struct field *f, const void *record);
/* Do two records hold the same value (ids: the same order)? */
bool field_equal(const struct field *f, const void *a, const void *b);

/* Is the value kept as a text, as an int64_t? (Else as ids.) */
bool field_is_text(const struct field *f);
bool field_is_int(const struct field *f);

/* The value as a person reads it and as an export writes it: dates ДД.ММ.ГГГГ, decimal comma,
 * choices by name joined with "; ", yes/no as «да»/«нет», nothing as "". */
char *field_show(struct arena *a, const struct field *f, const void *record,
		 const struct choice_source *source);
/* Numbers as people write them: 15 with one decimal is «1,5», 20 is «2». Returns buf. */
enum { NUMBER_SIZE = 32 };
char *number_format(int64_t value, int decimals, char buf[NUMBER_SIZE]);
/* Read what a person typed into the record; choices by name or code, folded, several between ";",
 * "," or line ends (a name that holds a comma is known as a whole); an empty text empties the
 * value. RC_INVALID with a sentence that names the field, says what is wrong and what is expected;
 * the record is unchanged. Required and check are looked at too. Texts and ids are copied into the
 * arena. */
enum rc field_parse(struct arena *a, const struct field *f, void *record, const char *text,
		    const struct choice_source *source);
/* Only the rules (required, range, length, check) on the value as it stands. Like field_parse() it
 * sets a sentence that names the field. */
enum rc field_check(const struct field *f, const void *record);
/* The field of that name; NULL when there is none. */
const struct field *field_find(struct fields fields, const char *name);

#endif
