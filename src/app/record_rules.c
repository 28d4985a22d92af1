#include "record_rules.h"

#include "nastavnik/model/prepare.h"
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

static const struct record_rule rules[] = {
	{ &guest_type, .settle = guest_settle },
	{ &request_type, .settle = request_settle, .follow = request_follow },
};

const struct record_rule *record_rule_of(const struct record_type *type)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (rules[i].type == type)
			return &rules[i];
	return NULL;
}
