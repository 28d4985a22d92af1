/* Programmes and development plans of pairs made from the templates of their role models. */
#ifndef NASTAVNIK_APP_PLANS_H
#define NASTAVNIK_APP_PLANS_H

#include "nastavnik/app/app.h"

/* What becomes of lines that are there already: they always stay. */
enum plans_begun {
	PLANS_LEAVE, /* a part with lines of its own is left as it is */
	PLANS_ADD,   /* what the template has beyond them is added */
};

struct plans_filled {
	size_t bonds; /* into which something was written */
	size_t lines;
};

/* How many of these bonds have lines in their programme or plan. */
enum rc plans_count_begun(const struct app *app, struct ids bonds, size_t *n);
/* Fill programme, plan and what is empty in the cards of these bonds, in one step; none when there
 * is nothing to write. Dates lie in each pair's term. RC_NOT_FOUND with a sentence when none of
 * them has a template. */
enum rc plans_fill(struct app *app, struct ids bonds, enum plans_begun begun,
		   struct plans_filled *filled);

#endif
