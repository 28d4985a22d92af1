/* The best set of pairs, and what another pair would cost. */
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/match/solve.h"
#include "nastavnik/store/write/bond.h"
#include "nastavnik/store/write/step.h"
#include "pairs_inner.h"

enum { LEFT_OUT_NAMED = 3 };

/* Who goes with whom, by row of the mentees; what is fixed is in it too. */
struct solution {
	int32_t *mentor; /* row, or MATCH_NONE */
	int64_t matched, total;
};

static uint16_t score_compute(const struct pairs *pairs, size_t mentee, size_t mentor)
{
	const struct app *app = pairs->app;
	const struct participant *a = &pairs->mentee.all.row[mentee];
	const struct participant *b = &pairs->mentor.all.row[mentor];
	struct score score;

	if (match_fit(&app->year, &app->books, a, b) != FIT_OK)
		return PAIRS_NO_FIT;
	match_score(&app->year, &app->books, a, b, &score);
	return (uint16_t)score.total;
}

uint16_t pairs_score_at(const struct pairs *pairs, size_t mentee, size_t mentor)
{
	size_t mentors = pairs->mentor.all.n;

	if (pairs->scores->row)
		return pairs->scores->row[mentee * mentors + mentor];
	return score_compute(pairs, mentee, mentor);
}

/* All scores at once: each solving needs all of them. */
static void scores_make(const struct pairs *pairs)
{
	size_t mentors = pairs->mentor.all.n;
	uint16_t *row;

	if (pairs->scores->row)
		return;
	row = ARENA_NEW(&pairs->scores->arena, uint16_t, pairs->mentee.all.n * mentors);
	for (size_t i = 0; i < pairs->mentee.all.n; i++) {
		bool waits = mentee_waits(pairs, i);

		for (size_t k = 0; k < mentors; k++)
			row[i * mentors + k] = waits ? score_compute(pairs, i, k) : PAIRS_NO_FIT;
	}
	pairs->scores->row = row;
}

static void solution_fix(struct solution *s, uint32_t *places, int64_t mentee, int64_t mentor,
			 int64_t score)
{
	s->mentor[mentee] = (int32_t)mentor;
	s->matched++;
	s->total += score > 0 ? score : 0;
	places[mentor]--;
}

/* The locked pairs of a proposal that is not confirmed, but not that of the mentee `but`. */
static void locks_fix(const struct pairs *pairs, struct solution *s, uint32_t *places, int64_t but)
{
	for (size_t i = 0; i < pairs->lines && !pairs->proposal.confirmed; i++) {
		const struct proposal_pair *pair = &pairs->line[i].pair;
		int64_t mentee = side_find(&pairs->mentee, pair->mentee);
		int64_t mentor = side_find(&pairs->mentor, pair->mentor);

		if (pair->locked && mentee != but && mentee_waits(pairs, (size_t)mentee) &&
		    places[mentor])
			solution_fix(s, places, mentee, mentor, pair->score);
	}
}

/* The problem of those who are not fixed yet; who[] gives the row of each of its mentees. */
static void problem_make(const struct pairs *pairs, struct arena *a, const struct solution *fixed,
			 const uint32_t *places, struct match_problem *problem, uint32_t *who)
{
	size_t mentees = pairs->mentee.all.n, mentors = pairs->mentor.all.n, n = 0, waiting = 0;
	uint64_t *first = ARENA_NEW(a, uint64_t, mentees + 1);
	uint32_t *mentor = ARENA_NEW(a, uint32_t, mentees * mentors);
	uint16_t *score = ARENA_NEW(a, uint16_t, mentees * mentors);

	for (size_t i = 0; i < mentees; i++) {
		if (!mentee_waits(pairs, i) || fixed->mentor[i] != MATCH_NONE)
			continue;
		for (size_t k = 0; k < mentors; k++) {
			uint16_t points = pairs_score_at(pairs, i, k);

			if (points == PAIRS_NO_FIT || !places[k])
				continue;
			mentor[n] = (uint32_t)k;
			score[n++] = points;
		}
		who[waiting++] = (uint32_t)i;
		first[waiting] = n;
	}
	*problem = (struct match_problem){
		.mentees = (uint32_t)waiting,
		.mentors = (uint32_t)mentors,
		.first = first,
		.mentor = mentor,
		.score = score,
		.capacity = places,
	};
}

static struct solution solution_empty(const struct pairs *pairs, struct arena *a)
{
	struct solution s = { .mentor = ARENA_NEW(a, int32_t, pairs->mentee.all.n) };

	for (size_t i = 0; i < pairs->mentee.all.n; i++)
		s.mentor[i] = MATCH_NONE;
	return s;
}

/*
 * The best set around the locks. With mentee and mentor (rows) these two are a pair in any case,
 * with mentor -1 only the mentee's own lock is let go. False when the mentor has no place beside
 * the locks.
 */
static bool solve(const struct pairs *pairs, struct arena *a, int64_t mentee, int64_t mentor,
		  struct solution *out)
{
	uint32_t *places = ARENA_NEW(a, uint32_t, pairs->mentor.all.n);
	uint32_t *who = ARENA_NEW(a, uint32_t, pairs->mentee.all.n);
	int32_t *partner = ARENA_NEW(a, int32_t, pairs->mentee.all.n);
	struct solution s = solution_empty(pairs, a);
	struct match_problem problem;

	scores_make(pairs);
	for (size_t i = 0; i < pairs->mentor.all.n; i++)
		places[i] = (uint32_t)mentor_places(pairs, i);
	locks_fix(pairs, &s, places, mentee);
	if (mentor >= 0 && !places[mentor])
		return false;
	if (mentor >= 0)
		solution_fix(&s, places, mentee, mentor,
			     pairs_score_at(pairs, (size_t)mentee, (size_t)mentor));
	problem_make(pairs, a, &s, places, &problem, who);
	struct match_result result = match_solve(&problem, partner);
	for (size_t i = 0; i < problem.mentees; i++)
		s.mentor[who[i]] = partner[i];
	s.matched += result.matched;
	s.total += (int64_t)result.total;
	*out = s;
	return true;
}

/* The line that a mentee has kept by a lock, or NULL. */
static const struct proposal_pair *pair_locked(const struct pairs *pairs, int64_t mentee,
					       int64_t mentor)
{
	int64_t line = pairs->proposal.confirmed ? -1 : mentee_line(pairs, mentee);

	if (line < 0 || !pairs->line[line].pair.locked || pairs->line[line].pair.mentor != mentor)
		return NULL;
	return &pairs->line[line].pair;
}

static struct proposal proposal_make(const struct pairs *pairs, struct arena *a,
				     const struct solution *s)
{
	struct proposal p = { .year = pairs->app->year.year };

	p.pair = ARENA_NEW(a, struct proposal_pair, (size_t)s->matched);
	for (size_t i = 0; i < pairs->mentee.all.n; i++) {
		if (s->mentor[i] == MATCH_NONE)
			continue;
		size_t k = (size_t)s->mentor[i];
		const struct participant *mentee = &pairs->mentee.all.row[i];
		const struct participant *mentor = &pairs->mentor.all.row[k];
		const struct proposal_pair *kept = pair_locked(pairs, mentee->id, mentor->id);

		p.pair[p.n++] = (struct proposal_pair){
			.mentor = mentor->id,
			.mentee = mentee->id,
			.form = match_form(&pairs->app->books, mentee, mentor),
			.score = score_compute(pairs, i, k) == PAIRS_NO_FIT
					 ? -1
					 : pairs_score_at(pairs, i, k),
			.locked = kept != NULL,
			.by_hand = kept && kept->by_hand,
		};
	}
	return p;
}

enum rc pairs_run(struct pairs *pairs)
{
	struct arena a = { 0 };
	struct solution s;
	enum rc rc = RC_OK;

	if (!pairs->facts.waiting)
		return err_set(RC_NOT_FOUND,
			       pairs->facts.mentees
				       ? _("Every mentee stands in a pair or group already.")
				       : _("There are no mentees yet. Enter or import them."));
	if (!pairs->facts.places)
		return err_set(RC_NOT_FOUND,
			       pairs->facts.mentors
				       ? _("No mentor has a free place left.")
				       : _("There are no mentors yet. Enter or import them."));
	solve(pairs, &a, -1, -1, &s);
	struct proposal proposal = proposal_make(pairs, &a, &s);
	if (!proposal.n)
		rc = err_set(RC_NOT_FOUND, _("No mentee has a mentor whom nothing forbids. Look at "
					     "forms, role models and refusals."));
	if (!rc)
		rc = app_begin(pairs->app, N_("Pairs proposed"),
			       arena_printf(&a, _("pairs: %zu"), (size_t)s.matched));
	if (!rc)
		rc = app_end(pairs->app, proposal_save(pairs->app->store, &proposal));
	arena_done(&a);
	return rc ? rc : pairs_reload_newest(pairs);
}

enum rc pairs_score(const struct pairs *pairs, int64_t mentee, int64_t mentor, struct score *score)
{
	const struct participant *a = pairs_participant(pairs, mentee);
	const struct participant *b = pairs_participant(pairs, mentor);

	if (!a || !b)
		return err_set(RC_NOT_FOUND, _("One of the two is not in the base any more."));
	match_score(&pairs->app->year, &pairs->app->books, a, b, score);
	return RC_OK;
}

char *pairs_reason(const struct pairs *pairs, struct arena *a, enum rule rule, int64_t mentee,
		   int64_t mentor)
{
	const struct participant *x = pairs_participant(pairs, mentee);
	const struct participant *y = pairs_participant(pairs, mentor);

	if (!x || !y)
		return arena_strdup(a, "");
	return rule_reason(a, rule, &pairs->app->year, &pairs->app->books, x, y);
}

void pairs_warn(const struct pairs *pairs, size_t line, struct issues *out)
{
	match_warn(&pairs->app->year, pairs->line[line].mentee, pairs->line[line].mentor, out);
}

/* Who has a pair in one set and none in the other, by name. */
static char *left_out(const struct pairs *pairs, struct arena *a, const struct solution *best,
		      const struct solution *other)
{
	const char *names = "";
	int n = 0;

	for (size_t i = 0; i < pairs->mentee.all.n; i++) {
		if (best->mentor[i] == MATCH_NONE || other->mentor[i] != MATCH_NONE)
			continue;
		if (n++ < LEFT_OUT_NAMED)
			names = arena_printf(
				a, "%s%s%s", names, *names ? ", " : "",
				person_short_name(a, &pairs->mentee.all.row[i].person));
	}
	return arena_printf(a,
			    ngettext("Then left without a pair: %s.",
				     "Then left without a pair: %s.", (unsigned long)n),
			    names);
}

/* «3,5» of 35 tenths: scores are shown as 0…100. */
static char *points_show(struct arena *a, int64_t points)
{
	if (points % 10)
		return arena_printf(a, "%lld,%lld", (long long)points / 10, (long long)points % 10);
	return arena_printf(a, "%lld", (long long)points / 10);
}

static char *loss_tell(const struct pairs *pairs, struct arena *a, size_t mentee, size_t mentor)
{
	struct solution best, other;

	if (!solve(pairs, a, (int64_t)mentee, (int64_t)mentor, &other))
		return arena_strdup(a, _("All places of this mentor are locked."));
	solve(pairs, a, (int64_t)mentee, -1, &best);
	if (other.matched < best.matched)
		return left_out(pairs, a, &best, &other);
	if (other.total < best.total)
		return arena_printf(a,
				    _("The score of these two is %s; all pairs together would lose "
				      "%s points."),
				    points_show(a, pairs_score_at(pairs, mentee, mentor)),
				    points_show(a, best.total - other.total));
	return arena_strdup(a, _("Nothing speaks against it: the set would be as good."));
}

char *pairs_why_not(const struct pairs *pairs, struct arena *a, int64_t mentee, int64_t mentor)
{
	int64_t x = side_find(&pairs->mentee, mentee), y = side_find(&pairs->mentor, mentor);
	int64_t line = mentee_line(pairs, mentee);

	if (x < 0 || y < 0)
		return arena_strdup(a, "");
	const struct participant *p = &pairs->mentee.all.row[x], *q = &pairs->mentor.all.row[y];
	enum refusal refusal = match_fit(&pairs->app->year, &pairs->app->books, p, q);
	if (refusal == FIT_OK && !mentor_places(pairs, (size_t)y))
		refusal = FIT_NO_PLACE;
	if (line >= 0 && pairs->line[line].pair.mentor == mentor)
		return arena_strdup(a, _("These two are a pair of the proposal."));
	if (refusal != FIT_OK)
		return refusal_reason(a, refusal, p, q);
	if (!mentee_waits(pairs, (size_t)x))
		return arena_strdup(a, _("This mentee stands in a pair or group already."));
	return loss_tell(pairs, a, (size_t)x, (size_t)y);
}
