/*
 * A paper, described and not yet laid out: blocks in the order they are read, in an arena. text.h
 * and pdf.h make pages of it. Measures follow ГОСТ Р 7.0.97-2016 (3.3, 5.20): A4, left margin 30
 * mm, the page number centred in the top margin and not on the first page, indent 12.5 mm.
 *
 * Texts are UTF-8, kept by pointer, and must live as long as the doc. '\n' in a text begins a new
 * line; U+00A0 never breaks.
 */
#ifndef NASTAVNIK_PRINT_DOC_H
#define NASTAVNIK_PRINT_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/str.h"

/* How lines stand between the margins. */
enum doc_align { DOC_LEFT, DOC_RIGHT, DOC_CENTRE, DOC_JUSTIFY };

/* How a paragraph stands. All zero: plain text of the paper's size at the left margin. */
struct doc_style {
	enum doc_align align; /* text.h shows DOC_JUSTIFY as DOC_LEFT */
	bool bold;
	int size;   /* tenths of a point; 0: the size of the paper */
	int first;  /* indent of the first line, tenths of a millimetre */
	int before; /* space before and behind, tenths of a line; nothing at the top of a page */
	int after;
	bool keep; /* never the last of a page: stays with what follows */
};

/* The indent that the standard asks for. */
enum { DOC_INDENT = 125 };

struct doc_column {
	const char *heading;
	int weight;           /* share of the width that is left */
	int width;            /* or, when not 0, its width in tenths of a millimetre */
	enum doc_align align; /* of the cells; headings are centred */
	bool bar;             /* cells made by doc_bar() are drawn as bars, others are text */
};

/* A whole bar; values of bars are parts of it. */
enum { DOC_BAR_WHOLE = 1000, DOC_BARS = 2 };

struct doc_row {
	const char *heading; /* a text over all columns, kept with the row below; NULL: cells */
	const char **cell;   /* as many as the table has columns; never NULL */
	bool joined; /* belongs to the row above it: no line above its empty cells, and what they
		      * stand for is said again when the row begins a page */
};

/* Headings are printed on each page. A row is never cut by a page's end, unless it alone is taller
 * than a page. */
struct doc_table {
	struct doc_column *column;
	size_t columns;
	struct doc_row *row;
	size_t rows, cap;
	int size;   /* tenths of a point; 0: the size of the paper */
	int height; /* of a row at least, tenths of a millimetre: room to write by hand; not in
		     * text */
};

enum doc_kind {
	DOC_PARAGRAPH, /* left */
	DOC_SIDES,  /* left at the left margin, right at the right one: date and № of an order */
	DOC_CORNER, /* left: a block of lines in the upper right corner, its lines flush left */
	DOC_SIGNATURE, /* left ____________ right: «Директор ____ И.О. Фамилия» */
	DOC_TABLE,
	DOC_PAGE_BREAK,
};

struct doc_block {
	enum doc_kind kind;
	struct doc_style style;
	const char *left, *right;
	struct doc_table *table; /* DOC_TABLE */
};

struct doc {
	struct arena *arena;
	const char *title; /* of the file's metadata; also offered as its name */
	bool landscape;
	int size;                     /* tenths of a point: 140 for orders, 110 for lists */
	int spacing;                  /* hundredths of a line: 100 single, 115 … */
	int left, right, top, bottom; /* margins, tenths of a millimetre */
	bool numbers;                 /* page numbers from page 2 on */
	struct doc_block *block;
	size_t n, cap;
};

/* An empty paper in an arena: A4 portrait, margins 30, 10, 20, 20 mm, 12 points, numbers. */
struct doc *doc_new(struct arena *a, const char *title);

/* Each adds one block at the end. */
void doc_paragraph(struct doc *doc, struct doc_style style, const char *text);
void doc_sides(struct doc *doc, struct doc_style style, const char *left, const char *right);
void doc_corner(struct doc *doc, struct doc_style style, const char *lines);
/* name may be "": then a line to write it on. Kept with what is before it. */
void doc_signature(struct doc *doc, struct doc_style style, const char *post, const char *name);
void doc_page_break(struct doc *doc);
/* An empty table; the columns are copied. */
struct doc_table *doc_table(struct doc *doc, const struct doc_column *column, size_t columns);
/* Add a row of table->columns cells; the pointers are kept, NULL is "". */
void doc_table_row(struct doc *doc, struct doc_table *table, const char *const *cell);
/* The same, joined to the row above: what its empty cells say stands there already. */
void doc_table_joined(struct doc *doc, struct doc_table *table, const char *const *cell);
/*
 * A cell of a bar column: "720", or two bars one below the other, "540:720", the upper one paler:
 * before and after. Values 0…DOC_BAR_WHOLE, what is beyond is cut to that. PDF fills them, text has
 * «▰▰▱», or "##." where it is ascii, OpenDocument «██░».
 */
const char *doc_bar(struct arena *a, int value);
const char *doc_bar_pair(struct arena *a, int before, int after);
/* The values of such a cell: how many, 0 when it is text. */
size_t doc_bar_read(const char *cell, int value[DOC_BARS]);
/* A bar as characters: `cells` of them, full and empty ones. A value above nothing has one at
 * least. */
void doc_bar_write(struct str *out, int value, int cells, const char *full, const char *empty);

/* A heading over all columns, for the rows that follow. */
void doc_table_heading(struct doc *doc, struct doc_table *table, const char *heading);

#endif
