#include "nastavnik/app/questionnaires.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/write/questionnaire.h"
#include "questionnaire_rules.h"
#include "year.h"

/* Changes */

enum rc survey_copy(struct app *app, int64_t survey, int64_t *id)
{
	struct arena a = { 0 };
	struct questionnaire q = { .form = "" };
	enum rc rc = survey_get(app, &a, survey, &q.survey, &q.items);

	if (!rc) {
		q.survey.head = (struct record){ .owner = app->year.year };
		q.survey.name = arena_printf(&a, _("%s (copy)"), q.survey.name);
		q.survey.code = "";
		q.survey.version = 1;
		q.survey.hidden = 0;
		rc = survey_settle(app, &a, &q.survey);
	}
	if (!rc)
		rc = app_begin(app, N_("Questionnaire copied"), q.survey.name);
	if (!rc)
		rc = app_end(app, questionnaire_add(app->store, &q, id));
	arena_done(&a);
	return rc;
}

enum rc survey_item_move(struct app *app, int64_t item, int by, int64_t *id)
{
	struct arena a = { 0 };
	struct survey_item moved;
	enum rc rc = record_get(app->store, &a, &survey_item_type, item, &moved);

	if (!rc && moved.position + by < 1)
		rc = err_set(RC_INVALID, _("It is the first."));
	if (!rc) {
		moved.position += by;
		rc = records_save(app, &survey_item_type, &moved);
	}
	if (!rc)
		*id = moved.head.id;
	arena_done(&a);
	return rc;
}

/* From year to year */

enum rc questionnaires_newest(const struct app *app, struct arena *a, struct questionnaires *out)
{
	struct questionnaires all = { 0 };
	struct survey_states states;
	enum rc rc = surveys_load(app, a, &states);

	if (rc)
		return rc;
	all.row = ARENA_NEW(a, struct questionnaire, states.n);
	for (size_t i = 0; i < states.n && !rc; i++) {
		struct questionnaire *q = &all.row[all.n++];

		q->form = "";
		rc = survey_get(app, a, states.row[i].survey.head.id, &q->survey, &q->items);
	}
	if (!rc)
		*out = all;
	return rc;
}

/* As it was last year, for the new one. */
static struct questionnaire one_carry(const struct questionnaire *old,
				      const struct year_start *before,
				      const struct year_start *next)
{
	struct questionnaire q = *old;

	q.survey.head = (struct record){ .owner = next->year.year };
	q.survey.form = item_heir_id(&next->books, &before->books, old->survey.form);
	q.survey.version = 1;
	return q;
}

enum rc questionnaires_carry(struct arena *a, const struct year_start *before,
			     struct year_start *next)
{
	const struct questionnaires *old = &before->surveys, *fresh = &next->surveys;
	bool same = !strcmp(before->year.methodology_version, next->year.methodology_version);
	struct questionnaires all = { .row = ARENA_NEW(a, struct questionnaire,
						       old->n + fresh->n) };
	struct questionnaires proposed = { 0 };
	enum rc rc = same ? questionnaires_of_methodology(a, before->year.methodology, &proposed)
			  : RC_OK;

	if (rc)
		return rc;
	for (size_t i = 0; i < old->n; i++)
		all.row[all.n++] = one_carry(&old->row[i], before, next);
	for (size_t i = 0; i < fresh->n; i++) {
		const char *code = fresh->row[i].survey.code;

		if (!questionnaire_coded(old, code) &&
		    (!old->n || !questionnaire_coded(&proposed, code)))
			all.row[all.n++] = fresh->row[i];
	}
	next->surveys = all;
	return RC_OK;
}

enum rc surveys_complete(struct app *app)
{
	struct arena a = { 0 };
	struct questionnaires all;
	char name[12];
	int64_t n = 0;
	enum rc rc = record_count_year(app->store, &survey_type, app->year.year, &n);

	if (rc || n || *app_change_why(app))
		return rc;
	rc = questionnaires_of_methodology(&a, app->year.methodology, &all);
	if (!rc)
		questionnaires_bind(&all, app->year.year, &app->books);
	if (!rc)
		rc = app_begin(app, N_("Questionnaires of the methodology"),
			       year_name(app->year.year, name));
	if (!rc)
		rc = app_end(app, questionnaires_add(app->store, &all));
	arena_done(&a);
	return rc;
}
