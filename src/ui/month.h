/* Drawing months, for the list. */
#ifndef NASTAVNIK_UI_MONTH_PRIVATE_H
#define NASTAVNIK_UI_MONTH_PRIVATE_H

#include "nastavnik/ui/month.h"

/* Columns and, for any month, rows that a month takes on the screen. */
enum { MONTH_COLS = 3 * MONTH_WEEK, MONTH_ROWS = 8 };

void month_draw(int y, int x, const struct month *month);
/* The day that stands in that row and column of the picture; 0: none. */
int month_day_at(const struct month *month, int row, int col);

#endif
