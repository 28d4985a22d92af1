/* Private: what a column is by its values, where it has no heading. */
#ifndef NASTAVNIK_PORT_CONTENT_H
#define NASTAVNIK_PORT_CONTENT_H

#include "nastavnik/port/table.h"

enum { CONTENT_ROWS = 50, CONTENT_SURE = 50, CONTENT_UNSURE = 30 };

/* Values of the first rows, squeezed: cell[row * columns + column]. */
struct contents {
	const char **cell;
	size_t rows, columns;
};

/* Fill the columns that have neither a heading nor a use as far as their values say what they are.
 */
void content_guess(const struct contents *contents, struct table *table);
/* Do most of the column's values consist of two words or more? */
bool content_is_full_name(const struct contents *contents, size_t column);

#endif
