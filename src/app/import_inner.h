/* What the files of the import share: the session, one run of it, one row of the run. */
#ifndef NASTAVNIK_SRC_APP_IMPORT_INNER_H
#define NASTAVNIK_SRC_APP_IMPORT_INNER_H

#include "choices.h"
#include "id_set.h"
#include "inner.h"
#include "nastavnik/app/import.h"
#include "nastavnik/app/leavers.h"
#include "nastavnik/port/rows.h"
#include "nastavnik/port/sink.h"
#include "nastavnik/port/table.h"

/* What the person said to a question. */
struct import_reply {
	int64_t line;
	enum import_answer answer;
	int64_t person;
};

struct import {
	struct app *app;
	enum import_kind kind;
	int64_t of;                  /* as struct import_what has it */
	struct fields fields;        /* of a row */
	const char *remember;        /* setting that remembers which column is which; NULL: none */
	struct survey_lines *survey; /* IMPORT_ANSWERS */
	struct growth_lines *growth; /* IMPORT_GROWTH */
	struct arena made;           /* what was read for these, once */
	char *path;
	char *name;              /* of the table, for the person */
	int pasted;              /* memory file of a paste; -1: the table is a file */
	struct row_options wish; /* what the person corrected */
	char *sheet;             /* text of wish.sheet */
	int64_t heading;         /* likewise; TABLE_HEADING_AUTO */
	struct row_source *source;
	struct arena looked; /* table, facts, columns: made anew by each correction */
	struct table table;
	struct import_facts facts;
	struct import_column *column;
	struct choices targets, sheets;
	struct import_reply *reply;
	size_t replies, replies_cap;
	struct import_run *run; /* NULL: none goes on */
	struct arena told;      /* issues and questions of the last run */
	struct issues issues;
	struct import_question *question;
	size_t questions_cap;
	struct import_report report;
	struct comparison *comparison; /* IMPORT_COMPARE: of the last run */
};

struct import_row;
struct import_run;

/* How a kind's rows are read and stored. */
struct import_kind_row {
	enum role role; /* 0: people, without a part in the programme */
	const char *step;
	const char *title;
	const char *nothing; /* when there are no rows below the headings; NULL: no people */
	/* Of rows that are no people; NULL else. `open` sets fields and remember, once; `look`
	 * mends what the headings were taken for; `columns` says what a table lacks; `begin` stands
	 * before the rows, `row` does one and sets its fate: RC_INVALID with the reason when it
	 * must be rejected. `look` may be NULL. */
	enum rc (*open)(struct import *import);
	void (*look)(struct import *import);
	enum rc (*columns)(const struct import *import);
	enum rc (*begin)(struct import_run *run);
	enum rc (*row)(struct import_row *row, const struct row *cells);
	void (*tell)(struct import_run *run); /* when all rows are in; may be NULL */
};
const struct import_kind_row *import_kind_row(enum import_kind kind);

/* What became of a row. */
enum row_fate { ROW_ADDED, ROW_CHANGED, ROW_UNCHANGED, ROW_UNSURE, ROW_REJECTED, ROW_SKIPPED };

/* Whom somebody chose, in words: known only when all rows are in. */
struct ballot {
	int64_t participant, line;
	const struct field *field; /* choices or refusals */
	const char *text;          /* in the run's arena */
	enum row_fate fate;        /* of its row: choosing others changes one that was left alone */
};

struct import_reader;

/* The same warning about many people is told once. */
struct import_warning {
	struct issue first;
	int64_t n;
};

struct import_run {
	struct import *import;
	struct import_options options;
	struct arena arena; /* lives as long as the run */
	struct arena row;   /* emptied for each row */
	struct fields fields;
	struct participant blank;            /* with the defaults of a new one */
	const struct import_reader **reader; /* by field */
	struct choice_sets sets;
	struct choice_source source;
	struct book_index *topics, *interests;
	const char *section; /* class that a heading among the rows gave; NULL: none yet */
	bool age_apart;      /* the wished age stands in two columns, from and to */
	struct sink *rejects;
	struct ballot *ballot;
	size_t ballots, ballots_cap;
	size_t ballots_done;
	struct id_set seen; /* persons of the rows so far; empty in the first table */
	/* The first table of a file: whoever is in it came by this run, and hashes of their names
	 * and births say who surely did not. Spares most rows a query. */
	bool first_table;
	struct id_set names;
	struct import_warning *warning; /* each text once, with how many it is about */
	size_t warnings, warnings_cap;
	struct meeting_run *meetings; /* IMPORT_MEETINGS */
	struct answers_run *answers;  /* IMPORT_ANSWERS */
	struct growth_run *growth;    /* IMPORT_GROWTH */
	bool begun, rows_read;
};

/* Hashes of a name: of its first two words, and with the patronymic; equal when there is none. */
struct import_name {
	uint64_t shared, full;
};

/* One row on its way into the file. */
struct import_row {
	struct import_run *run;
	int64_t line;
	const char **value;        /* by field; NULL or "": nothing */
	struct participant fresh;  /* what the row says */
	bool *given;               /* by field: the row says it */
	struct participant record; /* what will be stored */
	enum row_fate fate;
	struct import_name name; /* in the first table */
	bool known;              /* the file had the person before the row */
	const char *reason;      /* ROW_REJECTED, ROW_UNSURE */
};

/* The record that a field table of this import lies over. */
void *import_record(const struct import_run *run, struct participant *p);

/* import_read.c: the reader of each field, and the cells of a row into row->fresh and row->given.
 * RC_INVALID with the reason when the row must be rejected. */
void import_readers_bind(struct import_run *run);
enum rc import_row_read(struct import_row *row);

/* import_apart.c: is the row no person (the heading of a class, a total, a signature, an unfilled
 * number)? Else it gets the class of the heading above it, when it has none itself. */
bool import_row_apart(struct import_row *row, const struct row *cells);
/* The text of a field as the row has it; "" where it has none. */
const char *import_value(const struct import_row *row, const char *name);

/* import_signature.c: what the row says when it is signed or dated below the list; else NULL. */
const char *import_row_signature(struct import_row *row, const struct row *cells);
bool text_has_letter(const char *text);

/* import_store.c: find who it is, merge, store; sets row->fate. Anything but RC_OK ends the run. */
enum rc import_row_store(struct import_row *row);

/* import_store.c: tell the warnings that the rows gave. */
void import_warnings_tell(struct import_run *run);

/* import_store.c: a copy whose texts live in the arena. */
struct person person_keep(struct arena *a, const struct person *from);

/* leavers_compare.c: before the rows, for each of them, and after the roll-back. */
enum rc comparison_begin(struct import *import);
enum rc comparison_row(const struct import_row *row);
enum rc comparison_end(struct import *import);
void comparison_free(struct comparison *c);

/* A question for the report; the row is unsure. All its texts live in import->told. */
void import_question_add(struct import_row *row, const struct import_question *question);

/* The kinds of rows that are no people. */
extern const struct import_kind_row import_meetings_kind; /* import_meetings.c */
extern const struct import_kind_row import_answers_kind;  /* import_answers.c */
extern const struct import_kind_row import_growth_kind;   /* import_growth.c */

/* import_columns.c: columns whose headings were mapped before go where they went; and keep that. */
void import_columns_recall(struct import *import);
enum rc import_columns_keep(const struct import *import);

/* import_ballots.c: find out who was meant; some 20 ms of it, *done when all are. */
enum rc import_ballots_resolve(struct import_run *run, bool *done);

#endif
