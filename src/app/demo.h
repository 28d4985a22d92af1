/* The demonstration school's own folder. */
#ifndef NASTAVNIK_SRC_APP_DEMO_H
#define NASTAVNIK_SRC_APP_DEMO_H

#include "nastavnik/app/app.h"

/* Remove the folder with what is in it and free its name; NULL is fine. */
void demo_remove(char *folder);

/* Diaries and reports of the pairs that are at work, and the review of the first quarter. */
enum rc demo_diaries(struct app *app);

#endif
