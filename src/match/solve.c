/*
 * The solver, in four steps:
 *
 *  1. flow.c     the largest number of mentees that can be served, by Hopcroft–Karp: the phases of
 *                step 4 with every score taken as 0;
 *  2. flow.h     the problem balanced by a bench and a filler, whose sizes follow from that number;
 *                so "as many as can be served" needs no cost that is larger than all others;
 *  3. auction.c  an ε-scaling auction for nearly optimal prices;
 *  4. search.c, augment.c
 *                the primal-dual method in phases for the exact optimum: raise prices by Dijkstra
 * with buckets to the next distance, then move as many as tight paths allow at once.
 *
 * A hybrid of auction and shortest paths is J. B. Orlin and R. K. Ahuja, "New scaling algorithms
 * for the assignment and minimum mean cycle problems", Math. Programming 54, 1992. The auction
 * alone gives no proof but nearly all of the work; step 4 keeps exact complementary slackness
 * (flow.h), so its end is the proof, also when the auction was broken off.
 */
#include "flow.h"

/* Seat everybody who can be seated. */
static void flow_finish(struct flow *f)
{
	while ((f->n_waiting > 0 || f->idle > 0) && flow_search(f))
		flow_augment(f);
}

static uint16_t pair_score(const struct match_problem *p, uint32_t i, uint32_t j)
{
	uint64_t e = p->first[i];

	while (p->mentor[e] != j)
		e++;
	return p->score[e];
}

static struct match_result flow_result(const struct flow *f, int32_t *partner)
{
	struct match_result result = { 0 };

	for (uint32_t i = 0; i < f->mentees; i++) {
		partner[i] = MATCH_NONE;
		if (f->at[i] == f->mentors)
			continue;
		partner[i] = (int32_t)f->at[i];
		result.matched++;
		result.total += pair_score(f->problem, i, f->at[i]);
	}
	return result;
}

struct match_result match_solve(const struct match_problem *problem, int32_t *partner)
{
	struct flow f;
	struct match_result result;

	flow_init(&f, problem);
	flow_finish(&f);
	flow_balance(&f);
	flow_auction(&f);
	flow_tighten(&f);
	flow_finish(&f);
	result = flow_result(&f, partner);
	flow_done(&f);
	return result;
}
