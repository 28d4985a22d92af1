/*
 * Papers whose words are data: a text of the methodology with places for what the program knows.
 *
 *	# a remark
 *	.paper size=140 spacing=100 title=…	the paper's size and title, where it has none yet
 *	.centre bold after=10			how the paragraphs below stand: left right centre
 *justify В целях … {year} …			corner; sides, signature: two texts, " | " between
 *	.table pairs size=110			a table by name, a line for each column:
 *	Наставник | weight=5 | left once | {mentor}[, {mentor_place}]
 *	.break					a new page
 *
 * Options of a paragraph: bold, keep, size, before, after, first as in struct doc_style, and
 * if=place, which leaves it out when the place is empty. Lines of a paragraph are joined by a
 * space, an empty line ends it; "+." at its beginning is the next number: 1., 2. … {place} gives
 * way to its value, {place|words} to the words when it has none; [words] vanish when a place inside
 * them has none. \n begins a line, ~ is a space that does not break. `once` leaves a cell of a
 * joined row empty when it says the same as the row above.
 */
#ifndef NASTAVNIK_PRINT_SRC_TEMPLATE_H
#define NASTAVNIK_PRINT_SRC_TEMPLATE_H

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/print/doc.h"

struct place {
	const char *name, *value; /* "" is no value */
};

struct places {
	const struct place *row;
	size_t n;
};

/* Rows of the paper's table. */
struct template_table {
	const char *name;
	size_t rows;
	/* The places of a row, and whether it belongs to the row above. */
	struct places (*row)(struct arena *a, const void *data, size_t row, bool *joined);
	const void *data;
};

/* Add the paper to the doc. name is where the text comes from, for the sentence of an error:
 * RC_INVALID with the line. */
enum rc template_add(struct doc *doc, const char *name, const char *text, struct places places,
		     const struct template_table *table);

#endif
