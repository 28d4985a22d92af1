/*
 * Laying a paper out on pages, once for text and PDF: a pen says how wide and high things are and
 * puts them on the page; where they go is decided here.
 *
 * Units are the pen's own: characters and lines, or parts of a point. x grows to the right, y down;
 * both begin at the corner of the sheet.
 */
#ifndef NASTAVNIK_PRINT_SRC_LAYOUT_H
#define NASTAVNIK_PRINT_SRC_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/print/doc.h"

struct face {
	int size; /* tenths of a point */
	bool bold;
};

struct pen {
	const struct pen_ops *ops;
	int left, top, right, bottom; /* where text may stand */
	int number_y;                 /* where the page number stands */
	int numbered_top;             /* top of pages that have a number */
	int pad_x, pad_y;             /* inside the cells of a table */
	int rule;                     /* what a rule between cells takes away from them */
};

struct pen_ops {
	int (*line)(const struct pen *pen, struct face face);
	/* Width of n bytes: a piece of one line. */
	int (*measure)(struct pen *pen, struct face face, const char *text, size_t n);
	/* Tenths of a millimetre down the page; NULL: lines are all there is. */
	int (*down)(const struct pen *pen, int tenths);
	/* A line of text from x; y is its upper edge; each space is `stretch` wider than it is. */
	void (*show)(struct pen *pen, struct face face, int x, int y, const char *text, size_t n,
		     int stretch);
	/* A bar of a whole width, filled to `value` of DOC_BAR_WHOLE; y is its line's upper edge.
	 */
	void (*bar)(struct pen *pen, struct face face, int x, int y, int width, int value,
		    bool pale);
	/* A straight line, level or upright. */
	void (*rule)(struct pen *pen, int x0, int y0, int x1, int y1);
	/* The page is complete; what follows stands on the next. */
	void (*page)(struct pen *pen);
};

/* One line of a broken text. */
struct wrap_line {
	const char *text; /* inside the broken text */
	size_t n;
	int width;
	int spaces;
	bool last; /* of its paragraph: never stretched */
	bool bar;  /* no text: a bar of that value */
	bool pale;
	int value;
};

struct wrap {
	struct wrap_line *line;
	size_t n, cap;
};

/* Break text into lines at most width wide (the first is `first` narrower): at spaces and '\n', and
 * inside a word only when it alone is too wide. An empty text has no lines. */
void wrap_text(struct arena *a, struct pen *pen, struct face face, const char *text, int width,
	       int first, struct wrap *out);
/* The widest word of the text. */
int wrap_widest(struct pen *pen, struct face face, const char *text);

/* The paper being laid out. */
struct layout {
	struct arena *arena; /* for what lives no longer than a block */
	struct pen *pen;
	const struct doc *doc;
	int y;        /* where the next thing goes */
	size_t pages; /* begun so far */
	bool blank;   /* nothing stands on the page yet */
};

/* All pages of the paper; returns their number. */
size_t layout_run(struct arena *a, struct pen *pen, const struct doc *doc);

/* For the parts of the layout. */
void layout_page(struct layout *l);
/* Tenths of a millimetre across the page in units of the pen. */
int layout_across(const struct layout *l, int tenths);
/* Lines first … first + n - 1 of a wrap between x and x + width. */
void layout_lines(struct layout *l, struct face face, enum doc_align align, const struct wrap *wrap,
		  size_t first, size_t n, int x, int y, int width);
/* Height that block i and what must stay with it need; 0 behind the last. */
int layout_lead(struct layout *l, size_t i);
void layout_table(struct layout *l, size_t i);
/* Widths of a table's columns, together `whole`, in any unit: least is what a column's widest word
 * needs, wish what it should have, 0: its share by weight. */
void layout_widths(const struct doc_table *table, const int *least, const int *wish, int whole,
		   int *width);
/* Height of the headings and the first row. */
int layout_table_lead(struct layout *l, size_t i);

#endif
