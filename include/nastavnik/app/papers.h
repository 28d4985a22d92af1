/* The order and its annex, the pair list, from the confirmed pairs of the year. domain.md §8. */
#ifndef NASTAVNIK_APP_PAPERS_H
#define NASTAVNIK_APP_PAPERS_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"

/* The papers there are. */
enum paper { PAPER_ORDER, PAPER_PAIRS, PAPER_COUNT };

/* A paper as lines of text, pages one below the other. */
struct paper_text {
	const char **line;
	size_t n;
};

/* «Приказ о закреплении наставнических пар (групп)» */
const char *paper_title(enum paper paper);
/* All functions: RC_NOT_FOUND with a sentence when no pair is confirmed. */

/* For the screen, at most `columns` columns wide (40…200), in the arena. */
enum rc paper_lines(const struct app *app, enum paper paper, struct arena *a, int columns,
		    struct paper_text *text);
/*
 * Write it to a file: PDF when the name ends in .pdf, a text to edit when it ends in .odt, text of
 * A4 pages when it ends in .txt, another ending: RC_INVALID. encoding: of the text, code as in
 * export.h; NULL: UTF-8. The file appears whole or not at all; letters that the encoding lacks are
 * told in issues (may be NULL).
 */
enum rc paper_save(const struct app *app, enum paper paper, const char *path, const char *encoding,
		   struct issues *issues);

/* A list as the screen shows it, on its way to paper. Texts are never NULL. */
struct paper_table {
	const char *title; /* translated: «Этап 2 · База наставляемых» */
	const char *note;  /* below it: what the list is filtered by; "" */
	const char *const *heading; /* of the columns */
	const int *width;           /* characters that a column likes to have */
	const bool *number;         /* columns whose texts are numbers; NULL: none */
	size_t columns;
	const char *const *cell; /* rows * columns, row by row */
	size_t rows;
};

/* Write a list: as a table when the name ends in .xlsx or .csv, see export.h, else on paper with
 * the school's name above, as paper_save() does it. */
enum rc paper_table_save(const struct app *app, const struct paper_table *table, const char *path,
			 const char *encoding, struct issues *issues);

/* The whole lists of the year. */
enum paper_list_kind { PAPER_LIST_PEOPLE, PAPER_LIST_MENTEES, PAPER_LIST_MENTORS };

/* Write one as paper_table_save() does: name, class or position and what lists show of the rest.
 * RC_NOT_FOUND when nobody stands in it. */
enum rc paper_list_save(const struct app *app, enum paper_list_kind kind, const char *path,
			const char *encoding, struct issues *issues);

#endif
