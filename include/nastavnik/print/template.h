/*
 * Papers whose words are data: a text of the methodology with places for what the program knows.
 *
 *	# a remark
 *	.paper size=140 spacing=100 landscape title=…	the paper's size and title, from its first
 *					text; also left= right= top= bottom= (margins, tenths
 *					of a millimetre) and no-numbers
 *	.centre bold after=10			how the paragraphs below stand: left right centre
 *justify В целях … {year} …			corner; sides, signature: two texts, " | " between
 *	.table pairs size=110 blank=5 height=90	a table by name, a line for each column; blank: at
 *						least so many rows, the empty ones to be
 *						written by hand; a table without a name
 *						has those only; height: of a row at
 *						least, tenths of a millimetre
 *	Наставник | weight=5 | left once | {mentor}[, {mentor_place}]
 *	.break					a new page
 *
 * Options of a paragraph: bold, keep, size, before, after, first as in struct doc_style, and
 * if=place, which leaves it out when the place is empty, as not=place does when it is not. Lines of
 * a paragraph are joined by a space, an empty line ends it; "+." at its beginning is the next
 * number: 1., 2. … {place} gives way to its value, {place|words} to the words when it has none;
 * [words] vanish when a place inside them has none. \n begins a line, ~ is a space that does not
 * break. A person's name has cases: {place:род}, :дат, :вин, :твор, and :иоф for «И.О. Фамилия».
 * {row} (or {№}) is the number of a table's row. `once` leaves a cell of a joined row empty when it
 * says the same as the row above; `bar` draws what doc_bar() made (print/doc.h).
 */
#ifndef NASTAVNIK_PRINT_TEMPLATE_H
#define NASTAVNIK_PRINT_TEMPLATE_H

#include "nastavnik/base/err.h"
#include "nastavnik/print/doc.h"
#include "nastavnik/print/scope.h"

/* Add the paper to the doc, whose arena must be the scope's or live as long. name is where the text
 * comes from, for the sentence of an error: RC_INVALID with the line. */
enum rc template_add(struct doc *doc, const char *name, const char *text,
		     const struct scope *scope);

#endif
