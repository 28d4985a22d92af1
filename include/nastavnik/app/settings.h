/* What is set once for the file and once a year. */
#ifndef NASTAVNIK_APP_SETTINGS_H
#define NASTAVNIK_APP_SETTINGS_H

#include "nastavnik/app/app.h"

/* Save the school's facts (not its uuid). RC_INVALID with the field's sentence. */
enum rc settings_save_school(struct app *app, const struct school *school);
/* Save the order's number, dates and the rules of matching of the year worked on. RC_INVALID, also
 * when all weights are 0 or the term ends before it begins. */
enum rc settings_save_year(struct app *app, const struct year *year);

#endif
