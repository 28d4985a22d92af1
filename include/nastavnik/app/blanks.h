/* Questionnaires on paper: what comes before the catalogue's "questionnaire_coded" is printed. */
#ifndef NASTAVNIK_APP_BLANKS_H
#define NASTAVNIK_APP_BLANKS_H

#include "nastavnik/app/surveys.h"

/* Is it answered by people with codes? (Not so the curator's card, or after an event.) */
bool survey_is_coded(const struct survey *survey);
/* Everybody who is asked has a code: those who have none get one where the file may be changed (one
 * step; *given, may be NULL, is how many), else RC_READONLY with what to do. */
enum rc blanks_prepare(struct app *app, const struct survey *survey, size_t *given);
/* Whom a sheet is for: one of those who are asked, by code or by a part of the name. RC_NOT_FOUND,
 * RC_INVALID with a sentence: nobody, or several fit. */
enum rc blank_respondent(const struct app *app, struct arena *a, const struct survey *survey,
			 const char *who, int64_t *participation);

#endif
