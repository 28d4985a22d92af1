/* What the files about surveys share. */
#ifndef NASTAVNIK_SRC_APP_SURVEYS_INNER_H
#define NASTAVNIK_SRC_APP_SURVEYS_INNER_H

#include "nastavnik/app/surveys.h"

/* Each answer keeps its rule, else RC_INVALID with a sentence; what is not asked says so. */
enum rc answers_settle(const struct survey_items *items, struct answers *answers);

#endif
