/* Pairs of teachers that go on in the new year. */
#include "carry_plan.h"
#include "inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/bond.h"
#include "nastavnik/store/write/prolong.h"

static bool side_stays(const struct plan *plan, const struct participants *all, int64_t id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].id == id)
			return id_set_has(&plan->in, all->row[i].person.id);
	return false;
}

bool pair_goes_on(const struct plan *plan, const struct lasting *pair)
{
	return id_set_has(&plan->pairs, pair->bond) &&
	       side_stays(plan, &plan->carry->mentors, pair->mentor) &&
	       side_stays(plan, &plan->carry->mentees, pair->mentee);
}

/* The participation of the new year that stands for one of the old. */
static int64_t heir_of(const struct participants *all, const int64_t *fresh, int64_t id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].id == id)
			return fresh[i];
	return 0;
}

/* What nobody has ended ends with its year, unless that year is closed. */
static enum rc pair_end(struct app *app, const struct plan *plan, const struct lasting *pair)
{
	int64_t on = app->year.bond_to > pair->from ? app->year.bond_to : pair->from;
	char name[12];
	struct arena a = { 0 };
	enum rc rc;

	if (!pair->at_work)
		return RC_OK;
	rc = bond_member_end(
		app->store, pair->member, on,
		arena_printf(&a, _("prolonged into %s"), year_name(plan->choice->year, name)));
	arena_done(&a);
	return rc;
}

enum rc pairs_carry(struct app *app, const struct plan *plan, const struct year *year)
{
	const struct carry *carry = plan->carry;
	int64_t before = 0, bond = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < carry->pairs.n && !rc; i++) {
		const struct lasting *pair = &carry->pairs.row[i];
		struct bond_member member = {
			.mentee = heir_of(&carry->mentees, plan->mentee_new, pair->mentee),
			.from = year->bond_from,
			.reason = "",
			.score = -1,
		};

		if (!pair_goes_on(plan, pair))
			continue;
		if (pair->bond != before) { /* the members of a group stand one below the other */
			before = pair->bond;
			rc = bond_prolong(app->store, before, plan->choice->year,
					  heir_of(&carry->mentors, plan->mentor_new, pair->mentor),
					  &bond);
		}
		member.bond = bond;
		if (!rc)
			rc = bond_member_add(app->store, &member);
		if (!rc)
			rc = pair_end(app, plan, pair);
	}
	return rc;
}
