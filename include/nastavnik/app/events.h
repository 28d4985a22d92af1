/* Events of the programme (model/prepare.h) beyond what every register does. */
#ifndef NASTAVNIK_APP_EVENTS_H
#define NASTAVNIK_APP_EVENTS_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/id.h"

/* Write mentors and mentees down as participants of an event: one step. Who is there already is
 * passed over; *added says how many are new. */
enum rc events_invite(struct app *app, int64_t event, struct ids participations, size_t *added);

#endif
