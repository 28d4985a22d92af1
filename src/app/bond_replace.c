/* Somebody of a pair is replaced: the old pair ends, a new one takes its place. domain.md §4. */
#include "inner.h"
#include "nastavnik/app/bonds.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/match/score.h"
#include "nastavnik/model/workday.h"
#include "nastavnik/store/write/bond.h"

enum { NOTICE_DAYS = 3 };

/* All that a replacement is about. */
struct change {
	struct app *app;
	const struct replacement *r;
	struct members members;
	const struct bond_member *member;  /* that ends */
	struct bond bond;                  /* as it was */
	struct participant mentor, mentee; /* of the pair as it will be */
};

static enum rc change_read(struct change *c, struct arena *a)
{
	const struct replacement *r = c->r;
	bool mentor = r->who == REPLACED_MENTOR;
	enum rc rc = members_load(c->app->store, a, c->app->year.year, &c->members);

	for (size_t i = 0; !rc && i < c->members.n; i++)
		if (c->members.row[i].id == r->member)
			c->member = &c->members.row[i];
	if (!rc && !c->member)
		rc = err_set(RC_NOT_FOUND, _("There is no such pair any more."));
	if (!rc)
		rc = bond_get(c->app->store, a, c->member->bond, &c->bond);
	if (!rc)
		rc = participant_get(c->app->store, a, mentor ? r->mentor : c->member->mentor,
				     &c->mentor);
	if (!rc)
		rc = participant_get(c->app->store, a, mentor ? c->member->mentee : r->mentee,
				     &c->mentee);
	return rc;
}

static enum rc words_check(const struct app *app, const struct replacement *r)
{
	enum rc rc = fields_check(replacement_fields, r);

	if (rc)
		return rc;
	if (!(r->who == REPLACED_MENTOR ? r->mentor : r->mentee))
		return err_set(RC_INVALID, _("Who comes instead? Choose the person."));
	if (!date_day((int)r->on) || year_of((int)r->on) != app->year.year)
		return err_set(RC_INVALID,
			       _("The last day must lie in the school year: look at the "
				 "date."));
	return RC_OK;
}

/* Members of one bond, or of one mentor, that go on. */
static size_t active_of(const struct members *members, int64_t bond, int64_t mentor)
{
	size_t n = 0;

	for (size_t i = 0; i < members->n; i++) {
		const struct bond_member *m = &members->row[i];

		n += m->state == MEMBER_ACTIVE && (m->bond == bond || m->mentor == mentor);
	}
	return n;
}

static enum rc place_check(const struct change *c)
{
	size_t used = active_of(&c->members, -1, c->mentor.id), group;

	if (c->r->who != REPLACED_MENTOR)
		return RC_OK;
	group = active_of(&c->members, c->member->bond, -1);
	if ((int64_t)(used + group) <= c->mentor.capacity)
		return RC_OK;
	return err_set(RC_CONFLICT,
		       _("%s %s has no free place for this pair: close another pair first, or give "
			 "more places in the mentor's card."),
		       c->mentor.person.family, c->mentor.person.given);
}

static enum rc change_check(const struct change *c)
{
	const struct bond_member *m = c->member;
	struct arena a = { 0 };
	enum refusal refusal;
	enum rc rc = RC_OK;

	if (m->state == MEMBER_ENDED)
		return err_set(RC_CONFLICT, _("This pair has ended already."));
	if (m->from && c->r->on < m->from)
		return err_set(RC_INVALID, _("The pair cannot end before it began."));
	if (m->mentor == c->mentor.id && m->mentee == c->mentee.id)
		return err_set(
			RC_INVALID,
			_("That is the very person who is in the pair now: choose another."));
	refusal = match_fit(&c->app->year, &c->app->books, &c->mentee, &c->mentor);
	if (refusal != FIT_OK)
		rc = err_set(RC_INVALID, "%s", refusal_reason(&a, refusal, &c->mentee, &c->mentor));
	arena_done(&a);
	return rc ? rc : place_check(c);
}

/* The same pair with somebody else: its term, not its score. */
static struct bond_member successor(const struct change *c, const struct bond_member *of,
				    int64_t bond)
{
	return (struct bond_member){ .bond = bond,
				     .mentor = c->mentor.id,
				     .mentee = c->r->who == REPLACED_MENTEE ? c->mentee.id
									    : of->mentee,
				     .form = c->bond.form,
				     .role_model = c->bond.role_model,
				     .from = date_add_days((int)c->r->on, 1),
				     .to = of->to,
				     .state = MEMBER_ACTIVE,
				     .reason = "",
				     .score = -1 };
}

/* What the card said stays true of whoever stays. */
static enum rc card_hand_over(const struct change *c, struct arena *a, int64_t bond)
{
	struct bond card;
	enum rc rc = bond_get(c->app->store, a, bond, &card);

	if (rc)
		return rc;
	card.technology = c->bond.technology;
	card.replaces = c->bond.id;
	if (c->r->who == REPLACED_MENTEE) {
		card.mentor_strengths = c->bond.mentor_strengths;
	} else {
		card.mentee_strengths = c->bond.mentee_strengths;
		card.aim = c->bond.aim;
		card.tasks = c->bond.tasks;
		card.difficulties = c->bond.difficulties;
		card.success = c->bond.success;
	}
	return bond_put(c->app->store, &card);
}

static bool leaves(const struct change *c, const struct bond_member *m)
{
	if (c->r->who == REPLACED_MENTEE)
		return m == c->member;
	return m->bond == c->member->bond && m->state == MEMBER_ACTIVE;
}

static enum rc change_write(const struct change *c, struct arena *a, int64_t *bond)
{
	/* In a group that goes on a mentee's place is filled where it was. */
	bool group =
		c->r->who == REPLACED_MENTEE && active_of(&c->members, c->member->bond, -1) > 1;
	int64_t to = group ? c->member->bond : 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < c->members.n && !rc; i++) {
		const struct bond_member *m = &c->members.row[i];
		struct bond_member next = successor(c, m, to);

		if (!leaves(c, m))
			continue;
		rc = bond_member_end(c->app->store, m->id, c->r->on, c->r->reason);
		if (!rc)
			rc = bond_member_add(c->app->store, &next);
		to = next.bond;
	}
	if (!rc && !group)
		rc = card_hand_over(c, a, to);
	if (!rc)
		*bond = to;
	return rc;
}

enum rc bonds_replace(struct app *app, const struct replacement *r, int64_t *bond)
{
	struct arena a = { 0 };
	struct change c = { .app = app, .r = r };
	int64_t made = 0;
	enum rc rc = words_check(app, r);

	if (!rc)
		rc = change_read(&c, &a);
	if (!rc)
		rc = change_check(&c);
	if (!rc)
		rc = app_begin(app,
			       r->who == REPLACED_MENTOR ? N_("Mentor replaced")
							 : N_("Mentee replaced"),
			       arena_printf(&a, "%s – %s", person_short_name(&a, &c.mentor.person),
					    person_short_name(&a, &c.mentee.person)));
	if (!rc)
		rc = app_end(app, change_write(&c, &a, &made));
	if (!rc)
		*bond = made;
	arena_done(&a);
	return rc;
}

/* The first day that keeps the notice. */
static int notice_over(int today)
{
	for (int i = 0; i < NOTICE_DAYS; i++)
		today = workday_from(date_add_days(today, 1), REST_WEEKEND);
	return today;
}

enum rc bonds_replace_warn(const struct app *app, const struct replacement *r, struct issues *out)
{
	struct change c = { .app = (struct app *)(uintptr_t)app, .r = r };
	struct arena a = { 0 };
	enum rc rc = r->mentor || r->mentee ? change_read(&c, &a) : RC_NOT_FOUND;

	if (!rc && c.mentor.person.kind == KIND_TEACHER && c.mentee.person.kind == KIND_TEACHER &&
	    r->on && r->on < notice_over(date_today()))
		issue_add(
			out, ISSUE_WARNING, 0, r->member, NULL,
			_("Between employees the labour code (article 351.8) asks for a notice of "
			  "at least 3 working days."));
	arena_done(&a);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}
