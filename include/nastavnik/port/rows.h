/*
 * Row sources: one way to read any table, whatever file it lies in. Memory is bounded whatever the
 * size of the file.
 *
 *	struct row_source *source;
 *	rc = rows_open(path, &(struct row_options){ .encoding = ENCODING_AUTO }, &source);
 *	source->issues = &issues;
 *	while (!(rc = rows_next(source, &row)) && row.n)
 *		… row.cell[0] …
 *	rows_close(source);
 */
#ifndef NASTAVNIK_PORT_ROWS_H
#define NASTAVNIK_PORT_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/issue.h"
#include "nastavnik/port/encoding.h"

/* Larger ones are refused with a sentence: such a file is no table of a school. */
enum {
	ROWS_CELL_MAX = 1 << 20, /* bytes of UTF-8 */
	ROWS_ROW_MAX = 4 << 20,
	ROWS_COLUMN_MAX = 1000,
};

struct row {
	const char *const *cell; /* UTF-8 as in the file (not NFC, not squeezed), never NULL */
	size_t n;                /* cells; 0: the end of the table */
	int64_t line;            /* of the file, on which the row begins; of the sheet; from 1 */
};

/* What the caller wishes; all found out by itself where it does not. */
struct row_options {
	enum encoding encoding; /* ENCODING_AUTO: find out. Mind: 0 is UTF-8 */
	char delimiter;         /* 0: find out */
	const char *sheet; /* name, however spelt; NULL: the first with something in it, those that
			    * are not hidden first */
	const char *pasted_as; /* the file holds what was pasted: what sentences call it, and a
				* last row cut short is told. NULL: it is a file */
};

/* A sheet of a spreadsheet. */
struct row_sheet {
	const char *name;
	bool hidden;
};

/* What is known about the opened table. */
struct row_facts {
	enum encoding encoding;
	char delimiter; /* ; , | or tab */
	size_t columns; /* cells that most of the first rows have */
	int64_t size;   /* bytes of the file; of a sheet, unpacked */
	int64_t done;   /* bytes read so far: for a progress bar */
	size_t broken;  /* pieces that could not be decoded, so far */
	/* Of a spreadsheet, whose encoding and delimiter are those for what is written of it: its
	 * sheets, the one that is read. A text has none. */
	const struct row_sheet *sheet_list;
	size_t sheets, sheet;
};

struct row_source;

/* What a kind of table does; called through rows_next(), rows_rewind() and rows_close(). */
struct row_source_kind {
	enum rc (*next)(struct row_source *source, struct row *row);
	enum rc (*rewind)(struct row_source *source);
	void (*close)(struct row_source *source);
};

/* The head of every source; a kind's own struct begins with it. */
struct row_source {
	const struct row_source_kind *kind;
	struct row_facts facts; /* read only */
	/* Where broken characters, unclosed quotes, NUL bytes and superfluous cells are reported,
	 * by row and column; NULL: nowhere (a preview). The caller sets it at any time. */
	struct issues *issues;
};

/*
 * Open a table by what is in it, not by its name: CSV, .xlsx, .ods. Heap; close with rows_close().
 * Errors, each with a sentence: RC_NOT_FOUND no such file, no such sheet, no module for
 * spreadsheets; RC_IO no permission, a failing disk; RC_INVALID a directory, a pipe, an empty file,
 * no table, another kind of file, a password, a damaged or a hostile one.
 */
enum rc rows_open(const char *path, const struct row_options *options, struct row_source **source);
/*
 * The next row that is not blank; its cells are valid until the next call. Every row has at least
 * facts.columns cells (short ones are padded with ""). At the end RC_OK with row->n = 0. RC_INVALID
 * when a limit is passed, RC_IO when reading fails.
 */
enum rc rows_next(struct row_source *source, struct row *row);
/* Back to the first row. */
enum rc rows_rewind(struct row_source *source);
/* NULL does nothing. */
void rows_close(struct row_source *source);

#endif
