/*
 * Closing a school year: from then on it can only be read, until it is opened again on purpose.
 * What is unfinished is told (store/read/closing.h) and prevents nothing.
 */
#ifndef NASTAVNIK_APP_CLOSING_H
#define NASTAVNIK_APP_CLOSING_H

#include "nastavnik/app/app.h"

/* How the pairs end that are still at work. */
struct closing {
	int64_t on;      /* a whole date */
	const char *why; /* a word or two */
};

/* What is usual: the last day of the pairs' term, or today where that is still to come; not before
 * the last pair began. */
enum rc closing_propose(const struct app *app, int64_t year, struct closing *out);
/*
 * Close a year, whichever is worked on: one step of the journal. Pairs still at work end as closing
 * says, which is not looked at where there are none; *ended: how many pairs and groups.
 * RC_CONFLICT: it is closed; RC_INVALID with a sentence: the day or the reason is missing, or a
 * pair began later.
 */
enum rc year_close(struct app *app, int64_t year, const struct closing *closing, int64_t *ended);
/* Open it again: what was ended by closing it stays so. RC_CONFLICT: it is not closed. */
enum rc year_reopen(struct app *app, int64_t year);

#endif
