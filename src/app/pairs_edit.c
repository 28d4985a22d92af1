/* The proposal changed by hand, and confirmed. */
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/bond.h"
#include "pairs_inner.h"

static enum rc proposal_open(const struct pairs *pairs)
{
	if (pairs->proposal.confirmed)
		return err_set(RC_CONFLICT,
			       _("These pairs are confirmed already. Form pairs anew for those who "
				 "still wait."));
	return RC_OK;
}

static enum rc line_open(const struct pairs *pairs, size_t line)
{
	if (line >= pairs->lines)
		return err_set(RC_NOT_FOUND, _("There is no such pair any more."));
	if (pairs->line[line].pair.locked)
		return err_set(RC_CONFLICT, _("The pair %s is locked. Unlock it first."),
			       pairs->line[line].mentee->person.family);
	return proposal_open(pairs);
}

/* A copy of the proposal's pairs, with room for one more; what is made of an older variant is a
 * variant of its own. */
static struct proposal proposal_copy(const struct pairs *pairs, struct arena *a)
{
	struct proposal copy = pairs->proposal;

	copy.id = pairs->taken ? 0 : copy.id;
	copy.pair = ARENA_NEW(a, struct proposal_pair, pairs->proposal.n + 1);
	if (copy.n)
		memcpy(copy.pair, pairs->proposal.pair, copy.n * sizeof(*copy.pair));
	return copy;
}

static struct proposal_pair *pair_find(struct proposal *proposal, int64_t id)
{
	for (size_t i = 0; i < proposal->n; i++) {
		if (proposal->pair[i].id == id)
			return &proposal->pair[i];
	}
	return NULL;
}

static void pair_drop(struct proposal *proposal, int64_t id)
{
	struct proposal_pair *pair = pair_find(proposal, id);

	if (pair)
		*pair = proposal->pair[--proposal->n];
}

static const char *names_of(struct arena *a, const struct participant *mentee,
			    const struct participant *mentor)
{
	return arena_printf(a, "%s – %s", person_short_name(a, &mentee->person),
			    person_short_name(a, &mentor->person));
}

static enum rc proposal_write(struct pairs *pairs, struct proposal *proposal)
{
	struct store *store = pairs->app->store;

	return proposal->id ? proposal_update(store, proposal) : proposal_save(store, proposal);
}

static enum rc proposal_keep(struct pairs *pairs, struct proposal *proposal, const char *step,
			     const char *detail)
{
	enum rc rc = app_begin(pairs->app, step, detail);

	if (!rc)
		rc = app_end(pairs->app, proposal_write(pairs, proposal));
	return rc ? rc : pairs_reload_newest(pairs);
}

/* The hard rules; the sentence says which is broken. */
static enum rc fit_check(const struct pairs *pairs, const struct participant *mentee,
			 const struct participant *mentor)
{
	struct arena a = { 0 };
	enum refusal refusal = match_fit(&pairs->app->year, &pairs->app->books, mentee, mentor);
	enum rc rc = RC_OK;

	if (refusal != FIT_OK)
		rc = err_set(RC_INVALID, "%s", refusal_reason(&a, refusal, mentee, mentor));
	arena_done(&a);
	return rc;
}

/* Two people as a line made by hand: locked, so that forming pairs anew keeps it. */
static void pair_set(const struct pairs *pairs, struct proposal_pair *pair,
		     const struct participant *mentee, const struct participant *mentor)
{
	struct score score;

	match_score(&pairs->app->year, &pairs->app->books, mentee, mentor, &score);
	pair->mentee = mentee->id;
	pair->mentor = mentor->id;
	pair->form = match_form(&pairs->app->books, mentee, mentor);
	pair->score = score.total;
	pair->by_hand = 1;
	pair->locked = 1;
}

enum rc pairs_swap(struct pairs *pairs, size_t line, size_t other)
{
	struct arena a = { 0 };
	enum rc rc = line_open(pairs, line);

	if (!rc)
		rc = line_open(pairs, other);
	if (!rc && line == other)
		rc = err_set(RC_INVALID, _("Choose two different pairs."));
	if (rc)
		return rc;
	const struct pairs_line *x = &pairs->line[line], *y = &pairs->line[other];
	rc = fit_check(pairs, x->mentee, y->mentor);
	if (!rc)
		rc = fit_check(pairs, y->mentee, x->mentor);
	if (!rc) {
		struct proposal copy = proposal_copy(pairs, &a);

		pair_set(pairs, pair_find(&copy, x->pair.id), x->mentee, y->mentor);
		pair_set(pairs, pair_find(&copy, y->pair.id), y->mentee, x->mentor);
		rc = proposal_keep(pairs, &copy, N_("Two pairs swapped"),
				   arena_printf(&a, "%s ↔ %s",
						person_short_name(&a, &x->mentee->person),
						person_short_name(&a, &y->mentee->person)));
	}
	arena_done(&a);
	return rc;
}

enum rc pairs_lock(struct pairs *pairs, size_t line, bool locked)
{
	struct arena a = { 0 };
	enum rc rc = proposal_open(pairs);

	if (!rc && line >= pairs->lines)
		rc = err_set(RC_NOT_FOUND, _("There is no such pair any more."));
	if (rc || pairs->line[line].pair.locked == locked)
		return rc;
	const struct pairs_line *x = &pairs->line[line];
	struct proposal copy = proposal_copy(pairs, &a);
	pair_find(&copy, x->pair.id)->locked = locked;
	rc = proposal_keep(pairs, &copy, locked ? N_("Pair locked") : N_("Pair unlocked"),
			   names_of(&a, x->mentee, x->mentor));
	arena_done(&a);
	return rc;
}

static enum rc add_check(const struct pairs *pairs, int64_t mentee, int64_t mentor, int64_t line)
{
	if (mentee < 0 || mentor < 0)
		return err_set(RC_NOT_FOUND, _("One of the two is not in the base any more."));
	const struct participant *p = &pairs->mentee.all.row[mentee];
	const struct participant *q = &pairs->mentor.all.row[mentor];
	if (!mentee_waits(pairs, (size_t)mentee))
		return err_set(RC_CONFLICT, _("%s %s stands in a pair or group already."),
			       p->person.family, p->person.given);
	if (fit_check(pairs, p, q))
		return err_last()->code;
	if (mentor_lines(pairs, q->id, line) >= mentor_places(pairs, (size_t)mentor))
		return err_set(RC_CONFLICT,
			       _("%s %s has no free place: all of them are taken by pairs. Remove "
				 "one of these first."),
			       q->person.family, q->person.given);
	return RC_OK;
}

enum rc pairs_add(struct pairs *pairs, int64_t mentee, int64_t mentor)
{
	struct arena a = { 0 };
	/* Where the newest proposal is confirmed already, a new one is begun. */
	bool begin = !pairs->proposal.id || pairs->proposal.confirmed;
	int64_t line = begin ? -1 : mentee_line(pairs, mentee);
	int64_t x = side_find(&pairs->mentee, mentee), y = side_find(&pairs->mentor, mentor);
	struct proposal copy = { .year = pairs->app->year.year };
	enum rc rc = line < 0 ? RC_OK : line_open(pairs, (size_t)line);

	if (!rc)
		rc = add_check(pairs, x, y, line);
	if (rc)
		return rc;
	const struct participant *p = &pairs->mentee.all.row[x], *q = &pairs->mentor.all.row[y];
	if (begin)
		copy.pair = ARENA_NEW(&a, struct proposal_pair, 1);
	else
		copy = proposal_copy(pairs, &a);
	struct proposal_pair *pair =
		line < 0 ? &copy.pair[copy.n++] : pair_find(&copy, pairs->line[line].pair.id);
	if (line < 0)
		*pair = (struct proposal_pair){ 0 };
	pair_set(pairs, pair, p, q);
	rc = proposal_keep(pairs, &copy, N_("Pair made by hand"), names_of(&a, p, q));
	arena_done(&a);
	return rc;
}

enum rc pairs_remove(struct pairs *pairs, size_t line)
{
	struct arena a = { 0 };
	enum rc rc = line_open(pairs, line);

	if (rc)
		return rc;
	const struct pairs_line *x = &pairs->line[line];
	struct proposal copy = proposal_copy(pairs, &a);
	pair_drop(&copy, x->pair.id);
	rc = proposal_keep(pairs, &copy, N_("Pair removed from the proposal"),
			   names_of(&a, x->mentee, x->mentor));
	arena_done(&a);
	return rc;
}

/* What was allowed when the pair was proposed may not be any more. */
static enum rc confirm_check(const struct pairs *pairs)
{
	if (!pairs->proposal.id || !pairs->lines)
		return err_set(RC_NOT_FOUND, _("There is no pair to confirm. Form pairs first."));
	if (proposal_open(pairs))
		return err_last()->code;
	for (size_t i = 0; i < pairs->lines; i++) {
		const struct pairs_line *x = &pairs->line[i];
		int64_t mentee = side_find(&pairs->mentee, x->pair.mentee);
		int64_t mentor = side_find(&pairs->mentor, x->pair.mentor);

		if (fit_check(pairs, x->mentee, x->mentor))
			return err_last()->code;
		if (!mentee_waits(pairs, (size_t)mentee))
			return err_set(RC_CONFLICT, _("%s %s stands in a pair or group already."),
				       x->mentee->person.family, x->mentee->person.given);
		if (mentor_lines(pairs, x->pair.mentor, -1) > mentor_places(pairs, (size_t)mentor))
			return err_set(RC_CONFLICT,
				       _("%s %s has more mentees here than free places."),
				       x->mentor->person.family, x->mentor->person.given);
	}
	return RC_OK;
}

struct made_bond {
	int64_t mentor, form, bond;
};

/* The bond that a pair joins: one of this confirming, or an active one of that mentor and form. */
static struct made_bond *bond_for(const struct pairs *pairs, struct made_bond *made, size_t *n,
				  const struct proposal_pair *pair)
{
	for (size_t i = 0; i < *n; i++) {
		if (made[i].mentor == pair->mentor && made[i].form == pair->form)
			return &made[i];
	}
	made[*n] = (struct made_bond){ pair->mentor, pair->form, 0 };
	for (size_t i = 0; i < pairs->members.n; i++) {
		const struct bond_member *m = &pairs->members.row[i];

		if (m->state == MEMBER_ACTIVE && m->mentor == pair->mentor && m->form == pair->form)
			made[*n].bond = m->bond;
	}
	return &made[(*n)++];
}

static enum rc bonds_make(const struct pairs *pairs, struct arena *a, int64_t *bonds)
{
	struct made_bond *made = ARENA_NEW(a, struct made_bond, pairs->lines);
	const struct year *year = &pairs->app->year;
	int64_t fresh = 0;
	size_t n = 0;

	for (size_t i = 0; i < pairs->lines; i++) {
		const struct pairs_line *x = &pairs->line[i];
		struct made_bond *bond = bond_for(pairs, made, &n, &x->pair);
		struct bond_member member = {
			.bond = bond->bond,
			.mentor = x->pair.mentor,
			.mentee = x->pair.mentee,
			.form = x->pair.form,
			.role_model = x->mentee->role_model ? x->mentee->role_model
							    : x->mentor->role_model,
			.from = year->bond_from,
			.state = MEMBER_ACTIVE,
			.reason = "",
			.score = x->pair.score,
		};
		enum rc rc = bond_member_add(pairs->app->store, &member);

		if (rc)
			return rc;
		fresh += !bond->bond;
		bond->bond = member.bond;
	}
	*bonds = fresh;
	return RC_OK;
}

enum rc pairs_confirm(struct pairs *pairs, int64_t *bonds)
{
	struct app *app = pairs->app;
	struct arena a = { 0 };
	struct proposal copy;
	int64_t made = 0;
	enum rc rc = confirm_check(pairs);

	if (!rc)
		rc = app_begin(app, N_("Pairs confirmed"),
			       arena_printf(&a, _("pairs: %zu"), pairs->lines));
	if (!rc) {
		copy = proposal_copy(pairs, &a);
		copy.confirmed = clock_now();
		rc = bonds_make(pairs, &a, &made);
		if (!rc)
			rc = proposal_write(pairs, &copy);
		rc = app_end(app, rc);
	}
	arena_done(&a);
	if (rc)
		return rc;
	*bonds = made;
	return pairs_reload_newest(pairs);
}

enum rc pairs_discard(struct pairs *pairs, int64_t proposal)
{
	struct app *app = pairs->app;
	struct arena a = { 0 };
	struct proposal p;
	enum rc rc = proposal_load(app->store, &a, proposal, &p);

	if (!rc && p.confirmed)
		rc = err_set(RC_CONFLICT,
			     _("Proposal %lld is confirmed by order and stays. Pairs at work are "
			       "changed in stage 6."),
			     (long long)p.number);
	if (!rc)
		rc = app_begin(app, N_("Proposal deleted"),
			       arena_printf(&a, _("proposal %lld"), (long long)p.number));
	if (!rc)
		rc = app_end(app, proposal_delete(app->store, proposal));
	arena_done(&a);
	return rc ? rc : pairs_reload(pairs);
}
