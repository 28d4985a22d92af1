/*
 * CSV, read and written. Reading: rows_open() of rows.h; this is what it understands: delimiters
 * ; , tab | (found by itself, or said by Excel's first line `sep=;`), cells in "quotes" with line
 * ends and doubled quotes, CRLF, LF and CR. A quote that is never closed counts as a letter and is
 * reported. Line ends inside a cell become '\n'.
 *
 * Against formula injection a written cell that begins with = + - @, a tab or a line end gets an
 * apostrophe in front (Excel shows it as text); reading takes it off again, so export → import
 * gives the same data.
 */
#ifndef NASTAVNIK_PORT_CSV_H
#define NASTAVNIK_PORT_CSV_H

#include "nastavnik/port/rows.h"

/* A CSV by path, as rows_open(), without looking whether it is a spreadsheet. */
enum rc csv_open(const char *path, const struct row_options *options, struct row_source **source);

struct csv_options {
	enum encoding encoding;
	char delimiter;        /* 0 is ';', as Russian Excel wants it */
	struct issues *issues; /* what the encoding lacks, by row and column; or NULL */
};

/*
 * A CSV being written: to a temporary file beside path, which takes path's place in csv_commit().
 * Rows end in CRLF. A failure sticks and is told by csv_commit().
 */
struct csv;
/* Begin; heap, ended by csv_commit() or csv_drop(). Errors as save_open(). */
enum rc csv_create(const char *path, const struct csv_options *options, struct csv **csv);
/* The next cell of the row; text is UTF-8. */
void csv_cell(struct csv *csv, const char *text);
/* The same for what the program made itself, a date or a number: without the guard, so that «-5» is
 * a number for every reader. */
void csv_plain(struct csv *csv, const char *text);
/* The row is complete. */
void csv_row_end(struct csv *csv);
/* Save under path, flushed to the disk. Frees csv in any case; on an error path is as it was. */
enum rc csv_commit(struct csv *csv);
/* Forget it; path is as it was. NULL does nothing. */
void csv_drop(struct csv *csv);

#endif
