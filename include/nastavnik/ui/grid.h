/*
 * A grid: rows × columns of cells, each filled by one key; the cursor then goes on. For attendance,
 * ballots, consents on paper. Each key is taken by its place on the keyboard, in both layouts.
 */
#ifndef NASTAVNIK_UI_GRID_H
#define NASTAVNIK_UI_GRID_H

#include "nastavnik/ui/view.h"

/* What a key puts into a cell. A table ends with a row without a title. */
struct grid_mark {
	uint32_t key;      /* a digit or a letter */
	int64_t value;     /* not 0: that is an empty cell */
	const char *shown; /* msgid: one to three letters for the cell */
	const char *title; /* msgid: «присутствует» */
	enum ink ink;
};

struct grid_spec {
	const struct grid_mark *marks;
	int cell_width;  /* columns of one cell; 0: 4 */
	int title_width; /* columns of the rows' titles; 0: 30 */
	bool across;     /* after a key the cursor goes right, not down */
	/* The same where it is the person's choice. NULL: across. */
	bool (*goes_across)(struct frame *f);
	/* Columns of the screen that a column's cells take. NULL: cell_width. */
	int (*width)(struct frame *f, size_t column);
	/* What a cell says that holds no mark, and in which ink. NULL, or NULL from it: a mark. */
	const char *(*text)(struct frame *f, size_t row, size_t column, enum ink *ink);
	/* A key on a cell, before the grid takes it; UI_IGNORED: not mine. NULL: none. */
	unsigned (*key)(struct frame *f, size_t row, size_t column, const struct event *event);
	enum rc (*load)(struct frame *f, size_t *rows, size_t *columns);
	const char *(*row_title)(struct frame *f, size_t row);
	const char *(*column_title)(struct frame *f, size_t column);
	int64_t (*get)(struct frame *f, size_t row, size_t column);
	/* Write it, now: each cell is saved at once. 0 empties. A failure is shown, the cell stays.
	 */
	enum rc (*set)(struct frame *f, size_t row, size_t column, int64_t value);
	/* Right end of the first line: «выбрано 12 из 40»; into a. NULL: the file's state. */
	const char *(*count)(struct frame *f, struct arena *a);
	/* Which key does what, for the status line; into a. NULL: the marks and their keys. */
	const char *(*status)(struct frame *f, struct arena *a);
	const char *empty; /* msgid: what to do when there are no rows */
};

/* On to the next cell, as after a key that has filled one. */
unsigned grid_advance(struct frame *f);
/* Row and column of the cursor; put it elsewhere (the last cell when there is none such). */
size_t grid_row(const struct frame *f);
size_t grid_column(const struct frame *f);
unsigned grid_go(struct frame *f, size_t row, size_t column);
/* For a spec's load: the cell that the cursor is to stand on when the rows have been read. */
void grid_start(struct frame *f, size_t row, size_t column);
/* How large it is, and what a cell says; the text lives until the next picture. */
void grid_size(const struct frame *f, size_t *rows, size_t *columns);
const char *grid_cell(struct frame *f, size_t row, size_t column);

/* The kind of a view that is a grid. */
extern const struct view_kind grid_kind;

#endif
