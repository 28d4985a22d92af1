/*
 * Rows of a list as the screen shows them: ids of all, texts of the page in sight. A screen's data
 * begins with a struct cells, so that `id` and `cell` of its list_spec are these two functions.
 */
#ifndef SCREENS_CELLS_H
#define SCREENS_CELLS_H

#include "nastavnik/base/id.h"
#include "nastavnik/ui/list.h"

struct cells {
	struct ids ids;
	size_t first, columns; /* of the page */
	const char **text;     /* rows of the page * columns; never NULL once set */
	enum ink *ink;
};

int64_t cells_id(struct frame *f, size_t row);
const char *cells_cell(struct frame *f, size_t row, size_t column, enum ink *ink);
/* Make room for a page, all texts "" and INK_TEXT, in the page's arena. */
void cells_page(struct cells *cells, struct arena *page, size_t columns, size_t first, size_t n);
/* Write one cell; row counts from the beginning of the list. text is kept. */
void cells_set(struct cells *cells, size_t row, size_t column, enum ink ink, const char *text);

#endif
