/*
 * Lists as tables: a workbook of Excel where the path ends in .xlsx, else CSV. What is exported can
 * be imported again and gives the same data; no cell becomes a formula.
 */
#ifndef NASTAVNIK_APP_EXPORT_H
#define NASTAVNIK_APP_EXPORT_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/id.h"
#include "nastavnik/base/issue.h"

/* What can be exported. The bank: mentors as a regional bank asks for them, domain.md §2, with
 * contacts and without their mentees' names. */
enum export_kind {
	EXPORT_PEOPLE,
	EXPORT_MENTEES,
	EXPORT_MENTORS,
	EXPORT_PAIRS,
	EXPORT_BANK,
	EXPORT_COUNT
};

struct export_options {
	const char *encoding; /* of a CSV: code of one of import_encodings(), "cp1251"; NULL: UTF-8
				 with BOM, which office programs know */
	bool sensitive;       /* also the fields marked so */
	/* These records in this order: people, participations, memberships; NULL: all that are
	 * here and go on. Ids without a record are passed over. */
	const struct ids *only;
};

/*
 * Write the list of the year worked on to path with all its fields, *rows says how many. Pairs: the
 * confirmed ones. The table appears whole or not at all: a failure (RC_IO; RC_INVALID: a workbook
 * has too few rows, or another ending) leaves what was there. A letter that the encoding lacks is
 * replaced and told in issues (may be NULL) by row and column.
 */
enum rc export_run(const struct app *app, enum export_kind kind, const char *path,
		   const struct export_options *options, struct issues *issues, int64_t *rows);

struct paper_table;
/* The same for a list as the screen shows it. Dates (ДД.ММ.ГГГГ) become dates, what stands in a
 * column of numbers becomes a number; only is not looked at. */
enum rc export_table(const struct app *app, const struct paper_table *table, const char *path,
		     const struct export_options *options, struct issues *issues);

#endif
