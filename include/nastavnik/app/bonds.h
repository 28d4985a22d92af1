/* Confirmed pairs and groups: ending one, taking one back. They are made by pairs_confirm(). */
#ifndef NASTAVNIK_APP_BONDS_H
#define NASTAVNIK_APP_BONDS_H

#include "nastavnik/app/app.h"

/* The pair ends on a day (date.h, a whole date) for a reason; the history stays and the mentor's
 * place is free again. RC_INVALID without a date or a reason; RC_NOT_FOUND; RC_CONFLICT when it has
 * ended. */
enum rc bonds_end(struct app *app, int64_t member, int64_t on, const char *reason);
/* It was confirmed by mistake: the pair goes without a trace but in the journal. RC_NOT_FOUND;
 * RC_CONFLICT with a sentence when it has worked already: meetings, diaries … */
enum rc bonds_delete(struct app *app, int64_t member);

#endif
