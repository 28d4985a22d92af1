/* «Аналитическая справка»: its texts as the file suggests them. */
#ifndef NASTAVNIK_APP_REVIEW_H
#define NASTAVNIK_APP_REVIEW_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/termwork.h"

/* Write aim, what was studied, conclusions and recommendations into a review of the year worked on,
 * from what the file holds today; in the arena. Russian whatever the interface speaks: they stand
 * in a paper. */
enum rc review_propose(const struct app *app, struct arena *a, struct review *review);

#endif
