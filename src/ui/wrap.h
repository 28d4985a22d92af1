/* Breaking texts into rows of the screen. Pure. */
#ifndef NASTAVNIK_UI_WRAP_H
#define NASTAVNIK_UI_WRAP_H

#include <stddef.h>

#include "nastavnik/ui/paint.h"

/* One row of at most `columns`: *shown bytes of text stand in it; returns the bytes it used up
 * (also the space or line end at which it broke). At least one character is taken unless the text
 * is empty. */
size_t wrap_next(const char *text, int columns, size_t *shown);
/* Rows that the text takes; 1 for an empty one. */
int wrap_count(const char *text, int columns);
/* Columns of the labels' column, gap included; 0 when no line has a label. */
int lines_label_width(const struct lines *lines, int columns);

#endif
