/* The designer's actions, for the list of questionnaires. */
#ifndef SCREENS_QUESTIONNAIRES_H
#define SCREENS_QUESTIONNAIRES_H

#include "nastavnik/app/questionnaires.h"
#include "nastavnik/ui/view.h"
#include "screens.h"

/* Of the questionnaire under the cursor: its questions; its name and what else is said of it. */
unsigned survey_items_open(struct frame *f);
unsigned survey_facts(struct frame *f);
/* A new one, empty or a copy; delete one that was not answered. */
unsigned survey_new(struct frame *f);
unsigned survey_copy_make(struct frame *f);
unsigned survey_delete(struct frame *f);
/* Blanks of the questionnaire under the cursor, the list of codes, the list itself: asks which. */
unsigned survey_print(struct frame *f);
/* For `enabled`: is there one, and may it be changed? */
bool survey_changeable(struct frame *f);

#endif
