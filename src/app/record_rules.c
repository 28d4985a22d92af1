#include "record_rules.h"

#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "nastavnik/model/indicator.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/model/survey.h"
#include "nastavnik/model/training.h"
#include "nastavnik/store/read/record.h"
#include "questionnaire_rules.h"
#include "requests_inner.h"

/* Somebody of the bases is called as his card says. */
static enum rc guest_settle(struct app *app, struct arena *a, void *record)
{
	struct guest *guest = record;
	struct participant p;
	enum rc rc;

	if (!guest->participation)
		return RC_OK;
	rc = participant_get(app->store, a, guest->participation, &p);
	if (!rc)
		guest->name = person_name(a, &p.person);
	return rc;
}

/* Two certificates of a year never have one number. */
static enum rc learner_settle(struct app *app, struct arena *a, void *record)
{
	const struct learner *l = record;
	struct records all = { 0 };
	enum rc rc = RC_OK;

	if (*l->certificate)
		rc = record_list_year(app->store, a, &learner_type, app->year.year, &all);
	for (size_t i = 0; !rc && i < all.n; i++) {
		const struct learner *other = record_at(&learner_type, &all, i);

		if (other->head.id != l->head.id && strcmp(other->certificate, l->certificate) == 0)
			rc = err_set(RC_CONFLICT,
				     _("Another certificate of this year has the number %s "
				       "already."),
				     l->certificate);
	}
	return rc;
}

/* Targets know an indicator by its code: one of the school's own gets one. */
static enum rc indicator_settle(struct app *app, struct arena *a, void *record)
{
	struct indicator *indicator = record;

	(void)app;
	if (!*indicator->code)
		indicator->code = arena_printf(a, "own_%llx", (unsigned long long)id_new());
	return RC_OK;
}

static const struct record_rule rules[] = {
	{ &indicator_type, .settle = indicator_settle },
	{ &learner_type, .settle = learner_settle },
	{ &guest_type, .settle = guest_settle },
	{ &survey_type, .settle = survey_settle, .put = survey_put, .remove = survey_remove },
	{ &survey_item_type, .settle = survey_item_settle, .put = survey_item_put,
	  .remove = survey_item_remove },
	{ &request_type, .settle = request_settle, .follow = request_follow },
};

const struct record_rule *record_rule_of(const struct record_type *type)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (rules[i].type == type)
			return &rules[i];
	return NULL;
}
