#include "nastavnik/app/pairs.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "pairs_inner.h"

static int id_order(const void *x, const void *y, void *data)
{
	const struct participants *all = data;
	int64_t a = all->row[*(const uint32_t *)x].id, b = all->row[*(const uint32_t *)y].id;

	return a < b ? -1 : a > b;
}

int64_t side_find(const struct pairs_side *side, int64_t id)
{
	size_t from = 0, to = side->all.n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int64_t at = side->all.row[side->by_id[middle]].id;

		if (at == id)
			return side->by_id[middle];
		if (at < id)
			from = middle + 1;
		else
			to = middle;
	}
	return -1;
}

static enum rc side_load(struct pairs *pairs, enum role role, struct pairs_side *side)
{
	enum rc rc = app_participants(pairs->app, &pairs->arena, role, &side->all);

	if (rc)
		return rc;
	side->used = ARENA_NEW(&pairs->arena, int64_t, side->all.n);
	side->by_id = ARENA_NEW(&pairs->arena, uint32_t, side->all.n);
	for (size_t i = 0; i < side->all.n; i++)
		side->by_id[i] = (uint32_t)i;
	qsort_r(side->by_id, side->all.n, sizeof(*side->by_id), id_order, &side->all);
	return RC_OK;
}

static void bonds_count(struct pairs *pairs)
{
	for (size_t i = 0; i < pairs->members.n; i++) {
		const struct bond_member *m = &pairs->members.row[i];
		int64_t mentee = side_find(&pairs->mentee, m->mentee);
		int64_t mentor = side_find(&pairs->mentor, m->mentor);

		if (m->state != MEMBER_ACTIVE)
			continue;
		if (mentee >= 0)
			pairs->mentee.used[mentee]++;
		if (mentor >= 0)
			pairs->mentor.used[mentor]++;
	}
}

static void lines_make(struct pairs *pairs)
{
	pairs->line = ARENA_NEW(&pairs->arena, struct pairs_line, pairs->proposal.n);
	for (size_t i = 0; i < pairs->proposal.n; i++) {
		const struct proposal_pair *pair = &pairs->proposal.pair[i];
		int64_t mentee = side_find(&pairs->mentee, pair->mentee);
		int64_t mentor = side_find(&pairs->mentor, pair->mentor);

		if (mentee < 0 || mentor < 0)
			continue;
		pairs->line[pairs->lines++] = (struct pairs_line){
			.mentee = &pairs->mentee.all.row[mentee],
			.mentor = &pairs->mentor.all.row[mentor],
			.pair = *pair,
		};
	}
}

bool mentee_waits(const struct pairs *pairs, size_t mentee)
{
	return pairs->mentee.used[mentee] == 0;
}

int64_t mentor_places(const struct pairs *pairs, size_t mentor)
{
	int64_t left = pairs->mentor.all.row[mentor].capacity - pairs->mentor.used[mentor];

	return left > 0 ? left : 0;
}

int64_t mentor_lines(const struct pairs *pairs, int64_t mentor, int64_t but)
{
	int64_t n = 0;

	for (size_t i = 0; i < pairs->lines; i++)
		n += (int64_t)i != but && pairs->line[i].pair.mentor == mentor;
	return n;
}

int64_t mentee_line(const struct pairs *pairs, int64_t mentee)
{
	for (size_t i = 0; i < pairs->lines; i++) {
		if (pairs->line[i].pair.mentee == mentee)
			return (int64_t)i;
	}
	return -1;
}

/* Is there a mentor with a free place whom nothing forbids? */
static bool mentee_has_somebody(const struct pairs *pairs, size_t mentee)
{
	for (size_t i = 0; i < pairs->mentor.all.n; i++) {
		if (mentor_places(pairs, i) &&
		    match_fit(&pairs->app->year, &pairs->app->books, &pairs->mentee.all.row[mentee],
			      &pairs->mentor.all.row[i]) == FIT_OK)
			return true;
	}
	return false;
}

static void facts_count(struct pairs *pairs)
{
	struct pairs_facts f = {
		.mentees = (int64_t)pairs->mentee.all.n,
		.mentors = (int64_t)pairs->mentor.all.n,
		.proposal = pairs->proposal.number,
		.made_at = pairs->proposal.made_at,
		.older = pairs->taken != 0,
		.confirmed = pairs->proposal.confirmed != 0,
		.matched = (int64_t)pairs->lines,
	};
	int64_t total = 0, scored = 0;

	for (size_t i = 0; i < pairs->mentee.all.n; i++) {
		f.bound += !mentee_waits(pairs, i);
		f.nobody += mentee_waits(pairs, i) && !mentee_has_somebody(pairs, i);
	}
	for (size_t i = 0; i < pairs->mentor.all.n; i++)
		f.places += mentor_places(pairs, i);
	for (size_t i = 0; i < pairs->lines; i++) {
		if (pairs->line[i].pair.score < 0)
			continue;
		total += pairs->line[i].pair.score;
		scored++;
	}
	f.waiting = f.mentees - f.bound;
	f.mean = scored ? (total + scored / 2) / scored : 0;
	pairs->facts = f;
}

/* The one that was taken, where it is still there; else the newest, or none. */
static enum rc proposal_read(struct pairs *pairs)
{
	const struct app *app = pairs->app;
	enum rc rc = RC_NOT_FOUND;

	if (pairs->taken)
		rc = proposal_load(app->store, &pairs->arena, pairs->taken, &pairs->proposal);
	if (rc != RC_NOT_FOUND)
		return rc;
	pairs->taken = 0;
	rc = proposal_latest(app->store, &pairs->arena, app->year.year, &pairs->proposal);
	if (rc != RC_NOT_FOUND)
		return rc;
	pairs->proposal = (struct proposal){ .year = app->year.year };
	return RC_OK;
}

static enum rc pairs_load(struct pairs *pairs)
{
	struct app *app = pairs->app;
	enum rc rc = side_load(pairs, ROLE_MENTEE, &pairs->mentee);

	if (!rc)
		rc = side_load(pairs, ROLE_MENTOR, &pairs->mentor);
	if (!rc)
		rc = members_load(app->store, &pairs->arena, app->year.year, &pairs->members);
	if (!rc)
		rc = proposal_read(pairs);
	if (rc)
		return rc;
	bonds_count(pairs);
	lines_make(pairs);
	facts_count(pairs);
	pairs->scores = arena_alloc(&pairs->arena, sizeof(*pairs->scores));
	return RC_OK;
}

static void pairs_unload(struct pairs *pairs)
{
	if (pairs->scores)
		arena_done(&pairs->scores->arena);
	arena_done(&pairs->arena);
}

enum rc pairs_open(struct app *app, struct pairs **pairs)
{
	struct pairs *opened = mem_alloc(sizeof(*opened));

	opened->app = app;
	enum rc rc = pairs_load(opened);
	if (rc)
		pairs_close(opened);
	else
		*pairs = opened;
	return rc;
}

void pairs_close(struct pairs *pairs)
{
	if (!pairs)
		return;
	pairs_unload(pairs);
	free(pairs);
}

/* Load with another proposal at hand; 0: the newest. On failure all stays as it was. */
static enum rc pairs_load_with(struct pairs *pairs, int64_t proposal)
{
	struct pairs fresh = { .app = pairs->app, .taken = proposal };
	enum rc rc = pairs_load(&fresh);

	if (rc) {
		pairs_unload(&fresh);
		return rc;
	}
	pairs_unload(pairs);
	*pairs = fresh;
	return RC_OK;
}

enum rc pairs_reload(struct pairs *pairs)
{
	return pairs_load_with(pairs, pairs->taken);
}

enum rc pairs_reload_newest(struct pairs *pairs)
{
	return pairs_load_with(pairs, 0);
}

enum rc pairs_variants(const struct pairs *pairs, struct arena *a, struct proposals *out)
{
	return proposal_list(pairs->app->store, a, pairs->app->year.year, out);
}

enum rc pairs_take(struct pairs *pairs, int64_t proposal)
{
	struct arena a = { 0 };
	struct proposals all = { 0 };
	enum rc rc = pairs_variants(pairs, &a, &all);
	size_t at = 0;

	while (at < all.n && all.row[at].id != proposal)
		at++;
	if (!rc && at == all.n)
		rc = err_set(RC_NOT_FOUND, _("This proposal is not in the file any more."));
	arena_done(&a);
	return rc ? rc : pairs_load_with(pairs, at ? proposal : 0);
}

const struct pairs_facts *pairs_facts(const struct pairs *pairs)
{
	return &pairs->facts;
}

size_t pairs_count(const struct pairs *pairs)
{
	return pairs->lines;
}

const struct pairs_line *pairs_line(const struct pairs *pairs, size_t line)
{
	return &pairs->line[line];
}

struct pairs_people pairs_waiting(const struct pairs *pairs, struct arena *a, bool without_pair)
{
	struct pairs_people out = { ARENA_NEW(a, const struct participant *, pairs->mentee.all.n),
				    0 };

	for (size_t i = 0; i < pairs->mentee.all.n; i++) {
		const struct participant *p = &pairs->mentee.all.row[i];

		if (mentee_waits(pairs, i) && !(without_pair && mentee_line(pairs, p->id) >= 0))
			out.row[out.n++] = p;
	}
	return out;
}

struct ranked {
	const struct participant *mentor;
	uint16_t score;
	size_t row;
};

static int rank_order(const void *x, const void *y)
{
	const struct ranked *a = x, *b = y;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

struct pairs_people pairs_mentors_for(const struct pairs *pairs, struct arena *a, int64_t mentee,
				      bool free)
{
	struct ranked *ranked = ARENA_NEW(a, struct ranked, pairs->mentor.all.n);
	struct pairs_people out = { ARENA_NEW(a, const struct participant *, pairs->mentor.all.n),
				    0 };
	int64_t at = side_find(&pairs->mentee, mentee);

	for (size_t i = 0; at >= 0 && i < pairs->mentor.all.n; i++) {
		const struct participant *p = &pairs->mentor.all.row[i];
		uint16_t score = pairs_score_at(pairs, (size_t)at, i);
		int64_t taken = free ? mentor_lines(pairs, p->id, mentee_line(pairs, mentee)) : 0;

		if (score != PAIRS_NO_FIT && mentor_places(pairs, i) > taken)
			ranked[out.n++] = (struct ranked){ p, score, i };
	}
	qsort(ranked, out.n, sizeof(*ranked), rank_order);
	for (size_t i = 0; i < out.n; i++)
		out.row[i] = ranked[i].mentor;
	return out;
}

const struct participant *pairs_participant(const struct pairs *pairs, int64_t id)
{
	int64_t at = side_find(&pairs->mentee, id);

	if (at >= 0)
		return &pairs->mentee.all.row[at];
	at = side_find(&pairs->mentor, id);
	return at < 0 ? NULL : &pairs->mentor.all.row[at];
}
