/*
 * The state of one solving, private to the solver: a perfect b-matching in the making, and its
 * prices.
 *
 * The problem is made balanced, so that prices need no sign and no "very large" costs exist:
 *   - mentor number `mentors` is the bench: everybody may sit there at score 0, and it has exactly
 * as many places as mentees must stay without a mentor;
 *   - mentee number `mentees` is the filler: one row that stands for all places that must stay
 * empty, may go to any mentor at score 0, and counts in units. Both numbers follow from the largest
 * cardinality, which is found first (solve.c).
 *
 * Invariants between calls, for every mentee i and every mentor j he may have:
 *   need[i] + price[j] - score(i, j) >= 0        (dual feasible; this is the reduced cost)
 *   it is 0 where i sits at j                    (complementary slackness)
 * So a matching in which nobody is free is optimal, whatever the prices are.
 */
#ifndef NASTAVNIK_MATCH_FLOW_H
#define NASTAVNIK_MATCH_FLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/match/solve.h"

#define NOBODY UINT32_MAX
/* What a mentor without places costs: more than any sum of scores that memory has room for. */
#define PRICE_CLOSED ((int64_t)1 << 60)

enum {
	SHIFT_ALL = 16,    /* leaves 0 of every score */
	BUCKETS = 1 << 14, /* distances told apart in one search */
};

struct flow {
	const struct match_problem *problem;
	uint32_t mentees, mentors; /* also the numbers of the filler and of the bench */
	int shift;                 /* scores are looked at without their lowest bits */

	int64_t *need;  /* by mentee and filler: dual variable */
	int64_t *price; /* by mentor and bench: dual variable */

	uint32_t *capacity, *used; /* by mentor and bench */
	uint32_t *filler;          /* by mentor: units of the filler among used */
	uint64_t idle;             /* units of the filler that sit nowhere */
	uint32_t *at;              /* by mentee: his mentor, or NOBODY */
	uint32_t *head;            /* by mentor and bench: first of his mentees */
	uint32_t *next, *prev;     /* by mentee: neighbours in that list */
	uint32_t *waiting;         /* mentees who sit nowhere */
	uint32_t n_waiting;

	/* search.c */
	int64_t *label; /* by mentor and bench: distance */
	uint32_t *bucket, *after, *before;
	uint32_t *order; /* mentors as they were settled */
	/* augment.c */
	uint32_t *hop;    /* by mentor and bench: layer; NOBODY: not reached */
	uint64_t *arc;    /* by mentee and filler: the next edge to try */
	uint32_t *seen;   /* by mentee and filler: the phase in which arc was set */
	uint32_t *walk;   /* by mentor and bench: whom to ask next to move on */
	uint32_t *walked; /* the phase in which walk was set */
	uint32_t *path;   /* mentees of the path being tried */
	uint32_t phase;
};

/* Edges of a row: the mentee's candidates and one more, the bench; the filler's are the mentors. */
static inline uint64_t row_begin(const struct flow *f, uint32_t i)
{
	return i == f->mentees ? 0 : f->problem->first[i];
}

static inline uint64_t row_end(const struct flow *f, uint32_t i)
{
	return i == f->mentees ? f->mentors : f->problem->first[i + 1] + 1;
}

static inline uint32_t edge_mentor(const struct flow *f, uint32_t i, uint64_t e)
{
	if (i == f->mentees)
		return (uint32_t)e;
	return e < f->problem->first[i + 1] ? f->problem->mentor[e] : f->mentors;
}

static inline int64_t edge_score(const struct flow *f, uint32_t i, uint64_t e)
{
	if (i == f->mentees || e >= f->problem->first[i + 1])
		return 0;
	return f->problem->score[e] >> f->shift;
}

static inline bool mentor_open(const struct flow *f, uint32_t j)
{
	return f->used[j] < f->capacity[j];
}

void flow_init(struct flow *f, const struct match_problem *problem);
void flow_done(struct flow *f);
/* Put a mentee at a mentor who has a place; take him away from where he is. */
void flow_seat(struct flow *f, uint32_t i, uint32_t j);
void flow_unseat(struct flow *f, uint32_t i);
/* The largest cardinality is found: give the bench and the filler their sizes, let scores count. */
void flow_balance(struct flow *f);
/* Seats and prices came from elsewhere: make the needs that fit the prices; who does not sit tight
 * waits from now on. */
void flow_tighten(struct flow *f);
/* Seat most of them at nearly optimal prices; flow_tighten() is due after it. */
void flow_auction(struct flow *f);

/* Raise prices just so far that somebody who waits (a unit of the filler too) can reach an open
 * mentor along tight edges. False: nobody ever can. */
bool flow_search(struct flow *f);
/* Seat as many as disjoint tight paths allow. */
void flow_augment(struct flow *f);

#endif
