/* Lists that can be filtered: «Отбор…» on any list whose data begin with a struct filtered. */
#ifndef SCREENS_FILTERS_H
#define SCREENS_FILTERS_H

#include "cells.h"
#include "nastavnik/app/filters.h"

struct filtered {
	struct cells cells; /* first, as cells_id() wants it */
	enum filter_list list;
	struct filter filter;
};

/* What the list shows: «7В, без согласия», or «все». */
const char *filtered_tell(struct frame *f, struct arena *a);
/* For list_spec.nothing: nobody fulfils the conditions, or the list's own sentence. */
const char *filtered_nothing(struct frame *f);
/* Choose, change, keep or forget a filter. */
unsigned filtered_ask(struct frame *f);

#define FILTER_ACTION                                                                           \
	{                                                                                       \
		.key = K_CTRL('f'), .title = N_("Filter the list…"),                            \
		.help = N_("Conditions by class, consent, pair and the like; they can be kept " \
			   "under a name. What is printed follows the filter."),                \
		.run = filtered_ask                                                             \
	}

#endif
