#include "nastavnik/app/unanswered.h"

#include <string.h>

#include "id_set.h"
#include "inner.h"
#include "nastavnik/base/i18n.h"

/* A questionnaire that is asked about, who is to answer it and who did. */
struct asking {
	const struct survey *survey;
	struct id_set asked, answered;
};

const char *survey_short_name(const struct survey *survey)
{
	if (survey->kind == SURVEY_PEOPLE && survey->wave == WAVE_BEFORE)
		return _("Entry questionnaire");
	if (survey->kind == SURVEY_PEOPLE && survey->wave == WAVE_AFTER)
		return _("Final questionnaire");
	return survey->name;
}

static bool is_wanted(const struct survey_state *state, const struct unanswered_wish *wish,
		      const char *code)
{
	const struct survey *s = &state->survey;

	if (!survey_is_by_name(s) || (wish->form && s->form && s->form != wish->form))
		return false;
	if (code)
		return strcmp(s->code, code) == 0;
	if (s->hidden || (wish->wave && s->wave != wish->wave))
		return false;
	return wish->wave || state->entered.people > 0;
}

/* The code of the questionnaire that was wished for; NULL: none was. */
static enum rc wished_code(const struct app *app, struct arena *a,
			   const struct unanswered_wish *wish, const char **code)
{
	struct survey_items items;
	struct survey survey;
	enum rc rc;

	*code = NULL;
	if (!wish->survey)
		return RC_OK;
	rc = survey_get(app, a, wish->survey, &survey, &items);
	if (!rc)
		*code = survey.code;
	return rc;
}

static enum rc asking_fill(const struct app *app, struct arena *a,
			   const struct sheet_people *sheets, const struct survey *survey,
			   struct asking *asking)
{
	struct respondents people = { 0 };
	enum rc rc = survey_respondents(app, a, survey, &people);

	*asking = (struct asking){ .survey = survey };
	for (size_t i = 0; !rc && i < people.n; i++)
		id_set_add(a, &asking->asked, people.row[i].participation);
	for (size_t i = 0; !rc && i < sheets->n; i++)
		if (strcmp(sheets->row[i].code, survey->code) == 0)
			id_set_add(a, &asking->answered, sheets->row[i].participation);
	return rc;
}

static bool person_is_wanted(const struct respondent *r, const struct unanswered_wish *wish)
{
	return (!wish->form || r->form == wish->form) &&
	       (!wish->class_name || !*wish->class_name || !strcmp(r->place, wish->class_name));
}

/* true: he is asked something. */
static bool person_ask(struct arena *a, const struct respondent *r, const struct asking *asking,
		       size_t n, struct unanswered *row)
{
	bool asked = false;

	*row = (struct unanswered){ *r, ARENA_NEW(a, const struct survey *, n), 0 };
	for (size_t i = 0; i < n; i++) {
		if (!id_set_has(&asking[i].asked, r->participation))
			continue;
		asked = true;
		if (!id_set_has(&asking[i].answered, r->participation))
			row->missing[row->n++] = asking[i].survey;
	}
	return asked;
}

static void people_ask(struct arena *a, const struct respondents *people,
		       const struct unanswered_wish *wish, const struct asking *asking,
		       struct unanswered_list *list)
{
	list->row = ARENA_NEW(a, struct unanswered, people->n);
	for (size_t i = 0; i < people->n; i++) {
		struct unanswered row;

		if (!person_is_wanted(&people->row[i], wish) ||
		    !person_ask(a, &people->row[i], asking, list->surveys, &row))
			continue;
		list->asked++;
		if (row.n)
			list->row[list->n++] = row;
	}
}

enum rc unanswered_load(const struct app *app, struct arena *a, const struct unanswered_wish *wish,
			struct unanswered_list *out)
{
	struct unanswered_list list = { 0 };
	struct respondents people = { 0 };
	struct survey_states all = { 0 };
	struct sheet_people sheets;
	struct asking *asking;
	const char *code;
	enum rc rc = wished_code(app, a, wish, &code);

	if (!rc)
		rc = surveys_load(app, a, &all);
	if (!rc)
		rc = sheet_people(app->store, a, app->year.year, &sheets);
	if (!rc)
		rc = respondent_list(app->store, a, app->year.year, 0, &people);
	asking = ARENA_NEW(a, struct asking, all.n);
	for (size_t i = 0; i < all.n && !rc; i++)
		if (is_wanted(&all.row[i], wish, code))
			rc = asking_fill(app, a, &sheets, &all.row[i].survey,
					 &asking[list.surveys++]);
	if (rc)
		return rc;
	people_ask(a, &people, wish, asking, &list);
	*out = list;
	return RC_OK;
}
