/* The school years beside each other. */
#ifndef NASTAVNIK_APP_COMPARE_H
#define NASTAVNIK_APP_COMPARE_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/compare.h"

/* All years of the file, the oldest first; counted once for each state of the file, and they live
 * until it changes. */
enum rc compare_years(struct app *app, const struct years_numbers **out);

#endif
