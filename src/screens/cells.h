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

/* Lists that are short enough to be found in and sorted in memory. */

/* Does what is typed to find stand in the text, read in either keyboard layout? */
bool cells_found(struct arena *a, const struct list_query *query, const char *text);
/* Which of two rows comes first, as for qsort(). */
typedef int cells_order(const void *a, const void *b);
/* Sort n rows of size bytes by the column asked for. Rows that are equal, and all of them when the
 * column has no order, stay as they were read; descending turns all of it. */
void cells_sort(struct arena *a, void *row, size_t n, size_t size, cells_order *const *order,
		const struct list_query *query);
/* The Russian order of two texts; of two classes, by grade and letter, other words behind them. */
int cells_by_text(const char *a, const char *b);
int cells_by_class(const char *a, const char *b);

#endif
