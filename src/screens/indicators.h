/* What the screens of the indicators share. */
#ifndef SCREENS_INDICATORS_H
#define SCREENS_INDICATORS_H

#include "nastavnik/app/indicators.h"
#include "nastavnik/ui/view.h"

/* Which figure is looked into. */
struct figure_arg {
	int64_t indicator; /* its id, or its place from 1 where the file has none of its own yet */
	enum moment moment;
};

/* The row that stands for an id of the list; NULL: it is not there any more. */
const struct indicator_row *indicator_of(const struct indicators *all, int64_t id);
/* The id by which a list knows the i-th row. */
int64_t indicator_row_id(const struct indicators *all, size_t i);
/* «70 %», «менее 3», «–»; *ink tells how. In the arena. */
const char *indicator_cell_text(struct arena *a, const struct indicator_row *row,
				enum moment moment, enum ink *ink);
/* «45 из 420» of a share, «» else. In the arena. */
const char *indicator_parts(struct arena *a, const struct indicator_cell *cell);
/* «Показатели Р-145» above the rows of a list. */
const char *indicator_heading(enum indicator_list list);
/* Ask for the target of an indicator in a school year, and set it. */
unsigned target_ask(struct frame *f, const struct indicator *indicator, int64_t year,
		    int64_t value);

#endif
