/* Papers that are no texts of the methodology: any list of the screen. */
#ifndef NASTAVNIK_PRINT_PAPERS_H
#define NASTAVNIK_PRINT_PAPERS_H

#include <stdbool.h>
#include <stddef.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/print/doc.h"

/* Any list of the screen on paper. */
struct paper_list {
	const char *school; /* small, above the title; "" */
	const char *title; /* «База наставников на 2026/2027 учебный год» */
	const char *note;                /* below the title: filter, date; "" */
	const struct doc_column *column; /* weight: characters it likes to have */
	size_t columns;
	const char *const *cell; /* rows * columns */
	size_t rows;
	bool plain; /* without the column № */
};

/* A titled table; unless it is plain a first column № is added; landscape when the columns want
 * more than A4 gives. */
struct doc *paper_list(struct arena *a, const struct paper_list *list);

#endif
