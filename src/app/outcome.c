/* Stage 7: results of pairs, and who of the mentors stands out. */
#include "nastavnik/app/outcome.h"

#include "inner.h"
#include "nastavnik/app/work.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/write/outcome.h"

static enum rc member_find(const struct members *members, int64_t id, struct bond_member *out)
{
	for (size_t i = 0; i < members->n; i++) {
		if (members->row[i].id != id)
			continue;
		*out = members->row[i];
		return RC_OK;
	}
	return err_set(RC_NOT_FOUND, _("There is no such pair any more."));
}

static const char *member_names(const struct app *app, struct arena *a,
				const struct bond_member *member)
{
	struct participant mentor, mentee;

	if (participant_get(app->store, a, member->mentor, &mentor) != RC_OK ||
	    participant_get(app->store, a, member->mentee, &mentee) != RC_OK)
		return "";
	return arena_printf(a, "%s – %s", person_short_name(a, &mentor.person),
			    person_short_name(a, &mentee.person));
}

enum rc results_save(struct app *app, const struct bond_member *member)
{
	struct arena a = { 0 };
	enum rc rc = app_begin(app, N_("Result of a pair"), member_names(app, &a, member));

	if (!rc)
		rc = app_end(app, member_result_put(app->store, member));
	arena_done(&a);
	return rc;
}

static enum rc members_pass(struct app *app, const struct members *members, struct ids ids,
			    bool passed)
{
	struct bond_member member;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < ids.n && !rc; i++) {
		rc = member_find(members, ids.row[i], &member);
		member.passed = passed;
		if (!rc)
			rc = member_result_put(app->store, &member);
	}
	return rc;
}

enum rc results_pass(struct app *app, struct ids ids, bool passed)
{
	struct arena a = { 0 };
	struct members members;
	enum rc rc = members_load(app->store, &a, app->year.year, &members);

	if (!rc)
		rc = app_begin(app, passed ? N_("Went the whole way") : N_("Mark taken away"),
			       arena_printf(&a, "%zu", ids.n));
	if (!rc)
		rc = app_end(app, members_pass(app, &members, ids, passed));
	arena_done(&a);
	return rc;
}

/* How a bond is at work; NULL: nobody is in it. */
static const struct work *work_of(const struct work_desk *desk, int64_t bond)
{
	for (size_t i = 0; i < desk->works.n; i++)
		if (desk->works.row[i].bond == bond)
			return &desk->works.row[i];
	return NULL;
}

static void nominee_diaries(struct nominee *n, const struct app *app, const struct work_desk *desk,
			    const struct work *w)
{
	for (int month = 0; month < WORK_MONTHS; month++) {
		if (!work_diary_due(w, &desk->rules, app->year.year, month, desk->today))
			continue;
		n->diaries_due++;
		n->diaries += (w->handed >> month) & 1;
	}
}

static void nominee_add(struct nominee *n, const struct app *app, const struct work_desk *desk,
			const struct bond_sum *sum)
{
	const struct work *w = work_of(desk, sum->bond);

	n->pairs += sum->members;
	n->ended += sum->passed;
	n->plan += sum->plan;
	n->plan_done += sum->plan_done;
	n->meetings += sum->meetings;
	n->marks += sum->marks;
	n->mark_sum += sum->mark_sum;
	if (!w)
		return;
	n->effective += work_effective(w, &desk->rules, desk->today) ? sum->members : 0;
	n->meetings_due += work_meetings_due(w, &desk->rules, desk->today);
	nominee_diaries(n, app, desk, w);
}

enum rc nominees_load(const struct app *app, struct arena *a, struct nominees *out)
{
	struct nominees list = { 0 };
	struct work_desk desk;
	struct bond_sums sums;
	enum rc rc = bond_sums_load(app->store, a, app->year.year, &sums);

	if (!rc)
		rc = work_desk_load(app, a, &desk);
	if (rc)
		return rc;
	list.row = ARENA_NEW(a, struct nominee, sums.n);
	for (size_t i = 0; i < sums.n; i++) {
		const struct bond_sum *sum = &sums.row[i];

		if (!sum->mentor)
			continue; /* a whole class */
		if (!list.n || list.row[list.n - 1].participation != sum->mentor)
			list.row[list.n++] = (struct nominee){ .participation = sum->mentor };
		nominee_add(&list.row[list.n - 1], app, &desk, sum);
	}
	for (size_t i = 0; i < list.n; i++)
		list.row[i].score = nominee_score(&list.row[i]);
	nominees_rank(list.row, list.n);
	*out = list;
	return RC_OK;
}
