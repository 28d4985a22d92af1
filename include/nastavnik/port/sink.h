/*
 * Row sinks: one way to write any table, whatever file it becomes; rows.h the other way round.
 * Memory is bounded whatever the number of rows.
 *
 *	rc = sink_open(path, &(struct sink_options){ .heading = heading, .columns = 3 }, &sink);
 *	sink_text(sink, "Иванов Пётр");
 *	sink_date(sink, 20120904);
 *	sink_number(sink, 15, 1);
 *	sink_row_end(sink);
 *	rc = sink_commit(sink);
 *
 * What is a date or a number is one in a spreadsheet too; a text stays a text there whatever it
 * begins with, so that no formula comes of it and no zero of «007» is lost. In a CSV the same is
 * done by the guard of csv.h.
 */
#ifndef NASTAVNIK_PORT_SINK_H
#define NASTAVNIK_PORT_SINK_H

#include <stdint.h>

#include "nastavnik/base/issue.h"
#include "nastavnik/port/encoding.h"

enum {
	SINK_COLUMN_MAX = 1024,
	SINK_CELL_MAX = 32767, /* characters of a spreadsheet's cell: what is longer is cut, told */
	SINK_ROW_MAX = 1048576, /* rows of a spreadsheet, the heading included */
};

struct sink_options {
	const char *title;          /* name of the sheet; NULL: as the program that reads it says */
	const char *const *heading; /* of the columns; the sink writes them, and keeps no pointer;
				     * NULL: the table has no heading */
	size_t columns;             /* at most SINK_COLUMN_MAX; a row may have more cells */
	enum encoding encoding;     /* of a CSV */
	char delimiter;             /* of a CSV; 0 is ';' */
	struct issues
		*issues; /* what the encoding lacks and what was cut, by row and column; NULL */
};

/* A table being written: beside path, whose place it takes in sink_commit(). A failure sticks and
 * is told there. */
struct sink;
/*
 * Begin: an Excel workbook when path ends in .xlsx, else a CSV; .xls, .xlsm and .ods are refused
 * with a sentence (RC_INVALID). Heap, ended by sink_commit() or sink_drop(). Otherwise errors as
 * save_open(); RC_NOT_FOUND when the part of the program that writes workbooks is not installed.
 */
enum rc sink_open(const char *path, const struct sink_options *options, struct sink **sink);
/* The next cell of the row. Text: UTF-8, "" leaves the cell empty. */
void sink_text(struct sink *sink, const char *text);
/* value counts units of 10^-decimals (0…3); INT64_MIN leaves the cell empty. */
void sink_number(struct sink *sink, int64_t value, int decimals);
/* date.h; a year alone becomes a number, DATE_NONE an empty cell. */
void sink_date(struct sink *sink, int date);
/* The row is complete. */
void sink_row_end(struct sink *sink);
/* Save under path, flushed to the disk. Frees the sink in any case; on an error path is as it was:
 * RC_IO the disk, RC_INVALID more rows than a spreadsheet holds. */
enum rc sink_commit(struct sink *sink);
/* Forget it; path is as it was. NULL does nothing. */
void sink_drop(struct sink *sink);

#endif
