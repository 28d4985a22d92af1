/* Undo and redo over the journal; the steps themselves are read from store/read/. */
#ifndef NASTAVNIK_APP_HISTORY_H
#define NASTAVNIK_APP_HISTORY_H

#include "nastavnik/app/app.h"

/* Take back the newest step / do again the step taken back last. *what: its name for the person, in
 * the arena. RC_NOT_FOUND with a sentence when there is none; RC_CONFLICT at a barrier. */
enum rc history_undo(struct app *app, struct arena *a, const char **what);
enum rc history_redo(struct app *app, struct arena *a, const char **what);

#endif
