#include "nastavnik/app/bonds.h"

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/bond.h"

/* The membership and «наставник – наставляемый», the detail of the step; both in the arena. */
static enum rc bond_find(const struct app *app, struct arena *a, int64_t id,
			 struct bond_member *out, const char **names)
{
	struct members members;
	struct participant mentor, mentee;
	enum rc rc = members_load(app->store, a, app->year.year, &members);
	size_t i = 0;

	if (rc)
		return rc;
	while (i < members.n && members.row[i].id != id)
		i++;
	if (i == members.n)
		return err_set(RC_NOT_FOUND, _("There is no such pair any more."));
	rc = participant_get(app->store, a, members.row[i].mentor, &mentor);
	if (!rc)
		rc = participant_get(app->store, a, members.row[i].mentee, &mentee);
	if (rc)
		return rc;
	*out = members.row[i];
	*names = arena_printf(a, "%s – %s", person_short_name(a, &mentor.person),
			      person_short_name(a, &mentee.person));
	return RC_OK;
}

static enum rc end_check(const struct bond_member *member, int64_t on, const char *reason)
{
	if (member->state == MEMBER_ENDED)
		return err_set(RC_CONFLICT, _("This pair has ended already."));
	if (!date_valid((int)on) || !date_day((int)on))
		return err_set(RC_INVALID, _("When did it end? Give the whole date."));
	if (member->from && on < member->from)
		return err_set(RC_INVALID, _("The pair cannot end before it began."));
	if (!*reason)
		return err_set(RC_INVALID, _("Why did it end? Give the reason in a word or two."));
	return RC_OK;
}

enum rc bonds_end(struct app *app, int64_t id, int64_t on, const char *reason)
{
	struct arena a = { 0 };
	struct bond_member member;
	const char *names;
	enum rc rc = bond_find(app, &a, id, &member, &names);

	if (!rc)
		rc = end_check(&member, on, reason);
	if (!rc)
		rc = app_begin(app, N_("End of a pair"), names);
	if (!rc)
		rc = app_end(app, bond_member_end(app->store, id, on, reason));
	arena_done(&a);
	return rc;
}

enum rc bonds_delete(struct app *app, int64_t id)
{
	struct arena a = { 0 };
	struct bond_member member;
	const char *names;
	enum rc rc = bond_find(app, &a, id, &member, &names);

	if (!rc)
		rc = app_begin(app, N_("Confirmed pair deleted"), names);
	if (!rc)
		rc = app_end(app, bond_member_delete(app->store, id));
	arena_done(&a);
	return rc;
}

/* A date of the card is of the year. */
static enum rc card_check(const struct app *app, const struct bond *bond)
{
	enum rc rc = fields_check(bond_fields, bond);

	if (!rc && bond->approved_on && year_of((int)bond->approved_on) != app->year.year)
		rc = err_set(RC_INVALID,
			     _("The programme can only be approved within the school year: look at "
			       "the date."));
	return rc;
}

enum rc bonds_save(struct app *app, const struct bond *bond)
{
	struct choice_source source = app_choices(app);
	struct arena a = { 0 };
	const char *name = arena_strdup(&a, choice_name(source.get(source.data, "bond"), bond->id));
	enum rc rc = card_check(app, bond);

	if (!rc)
		rc = app_begin(app, N_("Card of a pair"), name);
	if (!rc)
		rc = app_end(app, bond_put(app->store, bond));
	arena_done(&a);
	return rc;
}

static enum rc term_check(const struct app *app, const struct bond_term *term)
{
	enum rc rc = fields_check(bond_term_fields, term);
	int first = date_make((int)app->year.year, 9, 1);

	if (!rc && term->to < term->from)
		rc = err_set(RC_INVALID, _("The pair cannot end before it began."));
	if (!rc && (term->to < first || term->from > date_add_days(date_add_months(first, 12), -1)))
		rc = err_set(RC_INVALID,
			     _("These days lie outside the school year: look at the dates."));
	return rc;
}

enum rc bonds_set_term(struct app *app, const struct bond_term *term)
{
	struct choice_source source = app_choices(app);
	struct arena a = { 0 };
	const char *name =
		arena_strdup(&a, choice_name(source.get(source.data, "bond"), term->bond));
	enum rc rc = term_check(app, term);

	if (!rc)
		rc = app_begin(app, N_("Term of a pair"), name);
	if (!rc)
		rc = app_end(app, bond_term_put(app->store, term));
	arena_done(&a);
	return rc;
}
