/*
 * «What next»: what the data say is worth doing now, a table of rows in the order of their weight.
 * A screen that knows of something to do adds one row to next.c.
 */
#ifndef SCREENS_NEXT_H
#define SCREENS_NEXT_H

#include "nastavnik/base/err.h"
#include "nastavnik/store/read/board.h"
#include "nastavnik/ui/view.h"

/* One thing that may be worth doing. */
struct next_row {
	const char *text[2]; /* { NN_("%lld …", "%lld …") }, or { N_("…") } without a number */
	size_t count;        /* offset of an int64_t in struct board: how many; 0: see find */
	/* How many; *n is 0 before, which is nothing to do. */
	enum rc (*find)(struct frame *f, const struct board *board, int64_t *n);
	const char *where;       /* msgid: what stands at the right, «stage 2» */
	const struct view *open; /* where Enter leads, with arg */
	const void *arg;         /* views only read it */
	bool costly; /* takes more than a millisecond: found after the screen is shown */
	bool quiet;  /* optional, or only good to know: never in the colour of a warning */
};

enum { NEXT_MAX = 48 };
extern const struct next_row next_rows[];
extern const size_t next_count; /* at most NEXT_MAX */

/* The row's sentence for a number, in the arena. */
const char *next_text(struct arena *a, const struct next_row *row, int64_t n);

#endif
