/*
 * Requests of mentees as records with a history (model/bases.h). What forming pairs reads are the
 * topics of the mentee's card; saving a record keeps the two together: an open request with an item
 * of the book is among the topics, a closed or deleted one is not, and one that is taken out of the
 * card is withdrawn. A topic without a record – brought in by a table, chosen in the card – stays
 * as it is until requests_adopt().
 */
#ifndef NASTAVNIK_APP_REQUESTS_H
#define NASTAVNIK_APP_REQUESTS_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/id.h"
#include "nastavnik/model/bases.h"

/* Give every topic of every mentee of the year that has no record one, open since the mentee
 * joined: one step. *added says how many. */
enum rc requests_adopt(struct app *app, size_t *added);
/* Close some on a day, as met or withdrawn, or open them again: one step. Those that are in that
 * state already are left alone. */
enum rc requests_close(struct app *app, struct ids requests, enum request_state state, int64_t on);

#endif
