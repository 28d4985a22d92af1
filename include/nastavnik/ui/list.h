/*
 * A list: any number of rows, of which only a page is ever read. Typing finds (filters) at once, F6
 * or a click on a heading sorts, Space marks, the cursor and the marks follow the records by id
 * when the rows are read again. On 120 columns and more a card of the row stands beside it.
 */
#ifndef NASTAVNIK_UI_LIST_H
#define NASTAVNIK_UI_LIST_H

#include "nastavnik/base/id.h"
#include "nastavnik/ui/month.h"
#include "nastavnik/ui/view.h"

/* Columns of a list, at most. */
enum { LIST_COLUMNS = 16 };

enum { LIST_WIDE = 120 }; /* columns of the screen from which the card is shown */

/* A table of columns ends with a row without a title. The first column has grow unless another has.
 */
struct list_column {
	const char *title; /* msgid */
	int width;         /* columns on the screen; negative: right-aligned */
	int grow;          /* share of the room left over; 0: none */
	int drop;          /* narrow screens leave the highest out first; 0: always shown */
	bool wide;         /* only on LIST_WIDE and more */
	bool unsorted;     /* cannot be sorted by */
};

struct list_query {
	const char *find;       /* what was typed, folded (utf8_fold); "": everything */
	const char *find_other; /* the same keys in the other layout, folded; "": no such reading */
	size_t column;          /* to sort by */
	bool descending;
};

struct list_spec {
	const struct list_column *columns;
	/* Columns that depend on the view, and which to sort by at first; they live as long as the
	 * frame. NULL: columns. */
	const struct list_column *(*columns_of)(struct frame *f, size_t *sort);
	size_t sort; /* column sorted by at first */
	bool descending;
	/* Read the ids for the query; *n is how many. Called at opening, on UI_RELOAD, on each
	 * change of find or order. What it keeps may live in f->fresh (emptied before). */
	enum rc (*load)(struct frame *f, const struct list_query *query, size_t *n);
	/* The id of any row below n: cheap, it is asked for every row after a load. */
	int64_t (*id)(struct frame *f, size_t row);
	/* Read rows first…first+n-1, which are about to be shown, into page (empty). NULL: not
	 * needed. */
	enum rc (*fetch)(struct frame *f, struct arena *page, size_t first, size_t n);
	/* Text of a cell of a row that was fetched; *ink is INK_TEXT and may be changed. Never
	 * NULL. */
	const char *(*cell)(struct frame *f, size_t row, size_t column, enum ink *ink);
	/* Does the row's first cell run over the whole line, as a heading among the rows does? Its
	 * other cells are not shown then. NULL: no row's. */
	bool (*whole)(struct frame *f, size_t row);
	/* Right end of the first line: «48 человек · все»; into a. NULL: the number of rows. */
	const char *(*count)(struct frame *f, struct arena *a, size_t n, bool found);
	/* Sentence for the status line when there is nothing else to say. NULL: how to find. With
	 * `key` it also says what is to be said of marked rows. */
	const char *(*status)(struct frame *f, struct arena *a, size_t row);
	const char *empty; /* msgid: what to do when there is nothing yet */
	/* The same where it depends on what happened: a translated sentence. NULL: empty. */
	const char *(*nothing)(struct frame *f);
	/* Lines of the card beside (wide screens) and of the pane below the rows, for the row under
	 * the cursor, which was fetched. NULL: none. */
	void (*card)(struct frame *f, struct lines *lines, size_t row);
	void (*pane)(struct frame *f, struct lines *lines, size_t row);
	int pane_rows; /* screen rows of the pane, at most half of the screen */
	/* Months at the left of the rows, the first of them on top: fill the one at that place, or
	 * false: there are no more. NULL: none. */
	bool (*month)(struct frame *f, size_t place, struct month *month);
	bool no_marks; /* rows cannot be marked */
	/* A key before the list takes it, for lists where one key changes a row; UI_IGNORED: not
	 * mine. NULL: none. */
	unsigned (*key)(struct frame *f, const struct event *event);
};

/* The kind of a view that is a list. */
extern const struct view_kind list_kind;

/* The columns, the last one followed by a row without a title. */
const struct list_column *list_columns(const struct frame *f);
/* Number of rows, and the row under the cursor (SIZE_MAX when there is none). */
size_t list_count(const struct frame *f);
size_t list_row(const struct frame *f);
/* Id of the row under the cursor; 0 when the list is empty. */
int64_t list_current(struct frame *f);
/* The marked records in the order of their marking; when none is marked, the one under the cursor.
 */
struct ids list_chosen(struct frame *f, struct arena *a);
void list_unmark(struct frame *f);
/* How many rows are marked. Mark the row under the cursor, or take its mark away, and go on to the
 * next: as Space does. */
size_t list_marks(const struct frame *f);
unsigned list_mark(struct frame *f);
/* Mark all rows, or none when all are marked: as Ctrl+A does. */
unsigned list_mark_all(struct frame *f);
/* The record below the one under the cursor; the same when it is the last, 0 when there is none. */
int64_t list_next(struct frame *f);
/* Put the cursor on a record, now or after the next load (one that was just made). */
void list_select(struct frame *f, int64_t id);
/* Is the click on a day of a month beside the rows? At which place that month stands, and the day.
 */
bool list_month_at(struct frame *f, const struct event *event, size_t *place, int *day);
/* In the next picture the row under the cursor stands so many rows below the top, where the rows
 * below it fill the screen: what follows is to be seen too. */
void list_lift(struct frame *f, size_t rows);
/* What is being found, as typed; "" when nothing. */
const char *list_find(const struct frame *f);
/* Find nothing any more; reload afterwards. For lists whose rows become others: another folder. */
void list_unfind(struct frame *f);
/* The order and the find as they stand. */
const struct list_query *list_query(const struct frame *f);
/* Ask for the order of the rows, as F6: for views that have given that key another meaning. */
unsigned list_order(struct frame *f);
/* For `enabled`: is there a row under the cursor? */
bool list_has_row(struct frame *f);

#endif
