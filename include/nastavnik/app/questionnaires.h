/*
 * Questionnaires of the year, changed: where they come from, and what an edit does to one that was
 * answered already. Questions are records (app/records.h); record_rules.c hands them to here.
 */
#ifndef NASTAVNIK_APP_QUESTIONNAIRES_H
#define NASTAVNIK_APP_QUESTIONNAIRES_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/questionnaire.h"

/* A year opened before there were questionnaires gets those of the methodology, as one step; else,
 * or where nothing may be changed, nothing happens. */
enum rc surveys_complete(struct app *app);

#endif
