/*
 * Surveys of the year: which questionnaires there are, who is to answer them, and the sheets that
 * come back. Questionnaires and their items are changed as registers (app/records.h); sheets here.
 */
#ifndef NASTAVNIK_APP_SURVEYS_H
#define NASTAVNIK_APP_SURVEYS_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/survey.h"
#include "nastavnik/store/read/sheet.h"

/* A questionnaire, all its versions together. */
struct survey_state {
	struct survey survey;        /* the newest version */
	int64_t asked;               /* people who are to answer; 0: it is nobody's by name */
	struct survey_count entered; /* of all versions; .survey is the newest */
};

struct survey_states {
	struct survey_state *row; /* by kind, form, role, wave */
	size_t n;
};

/* All of the year worked on, hidden ones too, in the arena. */
enum rc surveys_load(const struct app *app, struct arena *a, struct survey_states *out);
/* The newest version by code or name (folded). RC_NOT_FOUND with a sentence. */
enum rc survey_find(const struct app *app, struct arena *a, const char *name, struct survey *out);
/* Ids of all versions of a questionnaire's code, the newest first. */
enum rc survey_versions(const struct app *app, struct arena *a, const char *code, struct ids *out);
/* A version by id, and its questions. RC_NOT_FOUND with a sentence. */
enum rc survey_get(const struct app *app, struct arena *a, int64_t id, struct survey *survey,
		   struct survey_items *items);

/* Is it answered by people of the bases who say who they are? (Not the curator's card, nor after an
 * event.) */
bool survey_is_by_name(const struct survey *survey);
/* Who is to answer it: of its role and form (whoever has none yet: the first form that he suits),
 * here in this year, by name. None when it is nobody's by name (the curator's card, after an
 * event). */
enum rc survey_respondents(const struct app *app, struct arena *a, const struct survey *survey,
			   struct respondents *out);
/* Give a number to everybody in the year who has none; one step, none when all have one. *given may
 * be NULL. */
enum rc respondents_number(struct app *app, size_t *given);

/* Save a sheet with all its answers: one step. RC_INVALID with a sentence: an answer breaks its
 * item's rule, or the date is none; RC_CONFLICT: the respondent has a sheet of this questionnaire
 * already (of any version). What is not asked is kept as skipped. id and number are filled in. */
enum rc sheet_save(struct app *app, struct sheet *sheet, struct answers *answers);
/* Delete some with what belongs to them: one step. */
enum rc sheets_delete(struct app *app, struct ids ids);
/* The sheet that counts of a respondent, of any version; *id is 0 when there is none. */
enum rc sheet_of(const struct app *app, const struct survey *survey, int64_t participation,
		 int64_t *id);
/* The sheets of all versions, rivals too, those of the newest first. In the arena. */
enum rc survey_sheets(const struct app *app, struct arena *a, const struct survey *survey,
		      struct sheets *out);
/* What a sheet is called: «2Н-017», «№ 4» without a respondent. In the arena. */
const char *sheet_label(const struct app *app, struct arena *a, const struct sheet *sheet);

#endif
