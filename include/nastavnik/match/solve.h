/*
 * The best set of pairs: first as many mentees as can be served, then the highest total score. The
 * true optimum of a maximum-cardinality, maximum-weight bipartite b-matching.
 */
#ifndef NASTAVNIK_MATCH_SOLVE_H
#define NASTAVNIK_MATCH_SOLVE_H

#include <stddef.h>
#include <stdint.h>

/* No partner, and the best score a pair can have. */
enum { MATCH_NONE = -1, MATCH_SCORE_MAX = 1000 };

/* Who may go with whom, by mentee: the candidates of mentee i are mentor[first[i]] …
 * mentor[first[i + 1] - 1], each mentor at most once, with score[] beside. The caller owns all. */
struct match_problem {
	uint32_t mentees, mentors;
	const uint64_t *first;    /* mentees + 1 of them */
	const uint32_t *mentor;   /* 0 … mentors - 1 */
	const uint16_t *score;    /* 0 … MATCH_SCORE_MAX */
	const uint32_t *capacity; /* of each mentor; 0 serves nobody */
};

struct match_result {
	uint32_t matched; /* mentees served */
	uint64_t total;   /* sum of the scores of the pairs */
};

/* Fill partner[mentees] with a mentor or MATCH_NONE. Deterministic: the same problem gives the same
 * pairs. Never fails (out of memory aborts with a word). */
struct match_result match_solve(const struct match_problem *problem, int32_t *partner);

#endif
