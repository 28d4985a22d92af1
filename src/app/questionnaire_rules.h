/* What changing a questionnaire or one of its questions brings with it: rows of record_rules.c. */
#ifndef NASTAVNIK_SRC_APP_QUESTIONNAIRE_RULES_H
#define NASTAVNIK_SRC_APP_QUESTIONNAIRE_RULES_H

#include "inner.h"

enum rc survey_settle(struct app *app, struct arena *a, void *record);
enum rc survey_put(struct app *app, struct arena *a, void *record);
enum rc survey_remove(struct app *app, struct arena *a, const void *record);
enum rc survey_item_settle(struct app *app, struct arena *a, void *record);
enum rc survey_item_put(struct app *app, struct arena *a, void *record);
enum rc survey_item_remove(struct app *app, struct arena *a, const void *record);

#endif
