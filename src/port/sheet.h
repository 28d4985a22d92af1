/*
 * Private: what .xlsx and .ods share as a row source. A kind reads XML and puts cells; here rows
 * are made of them, one at a time: the reading stands still behind each row that has something in
 * it.
 */
#ifndef NASTAVNIK_PORT_SRC_SHEET_H
#define NASTAVNIK_PORT_SRC_SHEET_H

#include "nastavnik/base/arena.h"
#include "nastavnik/base/str.h"
#include "nastavnik/port/rows.h"
#include "parts.h"

enum {
	SHEET_ROW_MAX = 1 << 20, /* rows of a sheet in every program there is */
	SHEET_TIMES_MAX = 10000, /* copies of a row that is written once (.ods) */
	SHEET_COUNT_MAX = 1000,  /* sheets; more are passed over */
};

struct sheet;

/* What .xlsx and .ods do each in their way. */
struct sheet_kind {
	/* Learn of the sheets (sheet_add()) and of all that cells refer to. */
	enum rc (*begin)(struct sheet *sheet);
	/* Is there anything in sheet number at? Also learns what stands behind its rows. */
	enum rc (*look)(struct sheet *sheet, size_t at, bool *filled);
	/* Index of the part the chosen sheet lies in. */
	int64_t (*part)(const struct sheet *sheet);
	/* Reading starts at the part's beginning. */
	void (*restart)(struct sheet *sheet);
	void (*done)(struct sheet *sheet);
	const struct part_reader *reader;
};

/* The value of a merged cell for the rows below it. */
struct sheet_carry {
	char *text; /* heap; NULL: none */
	int64_t until;
};

struct sheet {
	struct row_source base;
	const struct sheet_kind *kind;
	struct parts parts;
	struct part *part;
	struct arena arena; /* names and what the kind keeps */
	struct row_sheet *list;
	size_t cap;
	/* the row being read */
	int64_t line;
	int64_t times; /* so often the row stands there (.ods) */
	struct str text;
	size_t *cell; /* offset in text + 1, by column; 0: empty */
	size_t width, room;
	bool ready, ended;
	int64_t last_line; /* with something in it, once all was read; what follows need not be
			      again */
	bool finished;     /* nothing of the sheet follows in the part */
	enum rc rc;        /* a limit that was passed in the middle of the XML */
	const char **shown;
	size_t shown_room;
	int64_t given;      /* rows so far, for what belongs to headings alone */
	int64_t given_line; /* the newest */
	struct sheet_carry *carry;
	size_t carries;
	int beyond; /* cells right of all columns were told in this row */
};

/* Open sheet (made by its kind) and choose which of its sheets. On an error it is closed. */
enum rc sheet_begin(struct sheet *sheet, const struct sheet_kind *kind, struct parts parts,
		    const struct row_options *options, struct row_source **source);
/* Read a part from its beginning to its end, or until a reader calls sheet_pause(); faults name the
 * sheet and the row. around: an element whose inside is passed over unread; NULL: all is read. */
enum rc sheet_read(struct sheet *sheet, int64_t index, const char *around,
		   const struct part_reader *reader);
void sheet_pause(struct sheet *sheet);
/* One more sheet of the book. */
void sheet_add(struct sheet *sheet, const char *name, bool hidden);

/* A row begins: its number in the sheet. */
void sheet_row(struct sheet *sheet, int64_t line);
/* A cell of the row by column, from 0; blanks are nothing. There is no NUL in the text: XML has
 * none. */
void sheet_cell(struct sheet *sheet, size_t column, const char *text, size_t n);
/* The row has ended and stands there so many times: reading pauses when there is something in it.
 */
void sheet_row_end(struct sheet *sheet, int64_t times);
/* The sheet ends before its part does. */
void sheet_finish(struct sheet *sheet);
/* The cell at (line of the row, column) covers columns up to last_column and rows up to last_line.
 */
void sheet_merge(struct sheet *sheet, size_t column, size_t last_column, int64_t last_line);
/* Tell what is wrong with a cell; the sentence has one %zu, the column. */
void sheet_issue(struct sheet *sheet, size_t column, const char *name, const char *sentence);
/* A formula that came out as an error is empty and is told; text as written (#N/A, Err:502). */
void sheet_error(struct sheet *sheet, size_t column, const char *text);

/* «ИСТИНА», «ЛОЖЬ»: what a spreadsheet shows. */
const char *sheet_boolean(bool value);

/* The two kinds. Index: the part that makes the file one of them. */
enum rc xlsx_open(struct parts parts, int64_t workbook, const struct row_options *options,
		  struct row_source **source);
enum rc ods_open(struct parts parts, const struct row_options *options, struct row_source **source);

/* A zip archive by path: a spreadsheet, or a sentence about what it is instead. */
enum rc sheet_open(const char *path, const struct row_options *options, struct row_source **source);
/* What an OLE container (old Excel, a file with a password) is: always RC_INVALID or RC_IO. */
enum rc ole_refuse(const char *path);

#endif
