/* Confirmed pairs and groups: their cards, replacing somebody, ending one, taking one back. They
 * are made by pairs_confirm(). */
#ifndef NASTAVNIK_APP_BONDS_H
#define NASTAVNIK_APP_BONDS_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"
#include "nastavnik/model/bond.h"

/* Save a pair's card: what bond_fields edit. RC_INVALID with the field's sentence; RC_NOT_FOUND. */
enum rc bonds_save(struct app *app, const struct bond *bond);

/* Between which days it works, all its mentees that go on. RC_INVALID: the days are not in their
 * order, or none of the school year's lies between them; RC_NOT_FOUND. */
enum rc bonds_set_term(struct app *app, const struct bond_term *term);

/*
 * Another mentor, or another mentee, from the day after r->on: the old membership ends with its
 * reason, the new pair says whose place it took and keeps the term and, with another mentor, what
 * the card says of the mentee. Of a group all go to the new mentor, or one mentee's place is
 * filled. One step; *bond is the one that goes on. RC_INVALID, RC_CONFLICT with a sentence.
 */
enum rc bonds_replace(struct app *app, const struct replacement *r, int64_t *bond);
/* Remarks on it, never prohibitions: the notice that the labour code asks for. */
enum rc bonds_replace_warn(const struct app *app, const struct replacement *r, struct issues *out);

/* The pair ends on a day (date.h, a whole date) for a reason; the history stays and the mentor's
 * place is free again. RC_INVALID without a date or a reason; RC_NOT_FOUND; RC_CONFLICT when it has
 * ended. */
enum rc bonds_end(struct app *app, int64_t member, int64_t on, const char *reason);
/* It was confirmed by mistake: the pair goes without a trace but in the journal, its plan too.
 * RC_CONFLICT, saying where, when work is written down for it; RC_NOT_FOUND. */
enum rc bonds_delete(struct app *app, int64_t member);

#endif
