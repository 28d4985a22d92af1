#include "nastavnik/app/blanks.h"

#include <ctype.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"

bool survey_is_coded(const struct survey *survey)
{
	return survey->kind == SURVEY_PEOPLE || survey->kind == SURVEY_FIT;
}

enum rc blanks_prepare(struct app *app, const struct survey *survey, size_t *given)
{
	struct arena a = { 0 };
	struct respondents people = { 0 };
	size_t missing = 0, done = 0;
	enum rc rc = survey_is_coded(survey) ? survey_respondents(app, &a, survey, &people) : RC_OK;

	for (size_t i = 0; i < people.n; i++)
		missing += !people.row[i].number;
	arena_done(&a);
	if (rc)
		return rc;
	if (missing && *app_change_why(app))
		return err_set(RC_READONLY,
			       _("%zu of those who are asked have no code yet, and the file cannot "
				 "be changed: %s Print the blank without a code, or open the file "
				 "where it may be changed."),
			       missing, app_change_why(app));
	if (missing)
		rc = respondents_number(app, &done);
	if (!rc && given)
		*given = done;
	return rc;
}

static enum rc several_fit(const char *who, const struct respondent *x, const struct respondent *y)
{
	return err_set(RC_INVALID,
		       _("“%s” fits several: %s, %s. Give the code or more of the name."), who,
		       x->name, y->name);
}

/* A number alone is a mentee's or a mentor's only where both are not asked. */
static enum rc by_code(const struct respondents *people, const char *who, enum role role,
		       const struct respondent **out)
{
	const struct respondent *found = NULL;
	enum role asked = role;
	int64_t number;
	enum rc rc = respondent_parse(who, &asked, &number);

	for (size_t i = 0; i < people->n && !rc; i++) {
		const struct respondent *r = &people->row[i];

		if (r->number != number || (asked && r->role != asked))
			continue;
		if (found)
			return several_fit(who, found, r);
		found = r;
	}
	if (!rc)
		*out = found;
	return rc;
}

static enum rc by_name(struct arena *a, const struct respondents *people, const char *who,
		       const struct respondent **out)
{
	const char *wanted = utf8_fold(a, utf8_squeeze(a, who));
	const struct respondent *found = NULL;

	for (size_t i = 0; i < people->n; i++) {
		const struct respondent *r = &people->row[i];
		const char *name = utf8_fold(a, r->name);

		if (strcmp(name, wanted) == 0) {
			*out = r;
			return RC_OK;
		}
		if (!strstr(name, wanted))
			continue;
		if (found)
			return several_fit(who, found, r);
		found = r;
	}
	*out = found;
	return RC_OK;
}

enum rc blank_respondent(const struct app *app, struct arena *a, const struct survey *survey,
			 const char *who, int64_t *participation)
{
	const struct respondent *found = NULL;
	struct respondents people = { 0 };
	enum rc rc = survey_respondents(app, a, survey, &people);

	if (rc)
		return rc;
	if (isdigit((unsigned char)*who))
		rc = by_code(&people, who, (enum role)survey->role, &found);
	else
		rc = by_name(a, &people, who, &found);
	if (!rc && !found)
		rc = err_set(RC_NOT_FOUND, _("“%s” asks nobody by the code or name “%s”."),
			     survey->name, who);
	if (!rc)
		*participation = found->participation;
	return rc;
}
