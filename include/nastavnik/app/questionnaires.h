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

/* A new questionnaire with the questions of another: its name says that it is a copy, nothing is
 * hidden. One step; *id is the copy. */
enum rc survey_copy(struct app *app, int64_t survey, int64_t *id);
/* Move a question by so many places, -1: one up. As every change it may make a new version: *id is
 * the question in the version that is the newest then. RC_INVALID: a question would come before the
 * one that decides whether it is asked, or there is no place. */
enum rc survey_item_move(struct app *app, int64_t item, int by, int64_t *id);

#endif
