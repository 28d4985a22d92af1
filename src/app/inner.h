/* What the files of this floor share. */
#ifndef NASTAVNIK_SRC_APP_INNER_H
#define NASTAVNIK_SRC_APP_INNER_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/compare.h"
#include "nastavnik/port/encoding.h"
#include "nastavnik/store/read/participant.h"

enum { APP_SETS = 64 };

struct app {
	struct store *store;
	struct arena facts; /* school, year, books and sets as they were at `stamp` */
	struct school school;
	struct year year;
	struct books books;
	int64_t stamp;                /* store_stamp() of the facts */
	const char *closed_why;       /* "": the year is open; in facts */
	int64_t newest;               /* year of the file */
	struct years_numbers years;   /* n 0: not counted yet, see compare.h */
	int64_t settled;              /* store_stamp() when all was in the one file */
	struct choices set[APP_SETS]; /* by row of the table in choices.c */
	bool set_known[APP_SETS];
	bool categories; /* shown in this sitting: see categories.h */
	char *demo;      /* folder to remove at the end; NULL: a real file */
};

/* Take over an open store and read its facts; closes the store when that fails. */
enum rc app_take(struct store *store, struct app **app);
/* Read school, year and books again; year 0: the newest. On failure all stays as it was. */
enum rc app_facts_load(struct app *app, int64_t year);

/*
 * One use case, one step:
 *	rc = app_begin(app, N_("Person changed"), detail);
 *	if (!rc)
 *		rc = app_end(app, person_put(app->store, person));
 * app_end() commits when the work went well, else rolls back and hands its rc on; the facts are
 * read again when the file has changed. While the year worked on is closed no step begins:
 * RC_READONLY with a sentence.
 */
enum rc app_begin(struct app *app, const char *name, const char *detail);
/* The same for an import. */
enum rc app_begin_bulk(struct app *app, const char *name, const char *detail);
/* The same for what belongs to no year: the school's facts, kept filters, the years themselves. */
enum rc app_begin_school(struct app *app, const char *name, const char *detail);
enum rc app_end(struct app *app, enum rc work);

/* RC_OK when every field of the record keeps its rule. */
enum rc fields_check(struct fields fields, const void *record);

/* The same for a record of a register, with its type's rule and the dates of the school year. */
struct record_type;
enum rc records_check(const struct app *app, const struct record_type *type, const void *record);

/* Write a paper to a file in the format of its ending, as paper_save() says. */
struct doc;
enum rc app_doc_save(const struct doc *doc, const char *path, const char *encoding,
		     struct issues *issues);

/* The tables of a paper alone, as .xlsx or CSV by the ending. RC_INVALID: there are none in it. */
enum rc doc_tables_save(const struct doc *doc, const char *path, enum encoding encoding,
			struct issues *issues);

/* All participants of the year worked on but those who have left, in the arena. */
enum rc app_participants(const struct app *app, struct arena *a, enum role role,
			 struct participants *out);

#endif
