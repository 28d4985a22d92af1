/* The solver against brute force, against optima that were planted, and against a proof. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "nastavnik/base/str.h"
#include "nastavnik/match/solve.h"

static uint64_t state;

static uint32_t draw(uint32_t below)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (uint32_t)((state * 0x2545f4914f6cdd1du >> 33) % below);
}

/* A problem that owns its arrays, and room for the answer. */
struct problem {
	struct match_problem of;
	uint64_t *first;
	uint32_t *mentor;
	uint16_t *score;
	uint32_t *capacity;
	int32_t *partner;
};

static void problem_init(struct problem *p, uint32_t mentees, uint32_t mentors, uint64_t edges)
{
	*p = (struct problem){
		.first = mem_alloc((mentees + 1) * sizeof(*p->first)),
		.mentor = mem_alloc((edges + 1) * sizeof(*p->mentor)),
		.score = mem_alloc((edges + 1) * sizeof(*p->score)),
		.capacity = mem_alloc((mentors + 1) * sizeof(*p->capacity)),
		.partner = mem_alloc((mentees + 1) * sizeof(*p->partner)),
	};
	p->of = (struct match_problem){
		mentees, mentors, p->first, p->mentor, p->score, p->capacity
	};
}

static void problem_done(struct problem *p)
{
	free(p->first);
	free(p->mentor);
	free(p->score);
	free(p->capacity);
	free(p->partner);
}

static void edge_add(struct problem *p, uint32_t i, uint32_t j, uint32_t score)
{
	uint64_t e = p->first[i + 1]++;

	p->mentor[e] = j;
	p->score[e] = (uint16_t)score;
}

/* Rows are filled in order: the next one begins where the last one ended. */
static void row_open(struct problem *p, uint32_t i)
{
	p->first[i + 1] = p->first[i];
}

static uint16_t edge_score(const struct problem *p, uint32_t i, uint32_t j)
{
	for (uint64_t e = p->first[i]; e < p->first[i + 1]; e++)
		if (p->mentor[e] == j)
			return p->score[e];
	fail_msg("mentee %u has no mentor %u among the candidates", i, j);
	return 0;
}

/* The answer keeps to candidates and capacities, and its two figures are true. */
static void assert_valid(const struct problem *p, struct match_result r)
{
	struct match_result seen = { 0 };
	uint32_t *used = mem_alloc((p->of.mentors + 1) * sizeof(*used));

	for (uint32_t i = 0; i < p->of.mentees; i++) {
		if (p->partner[i] == MATCH_NONE)
			continue;
		assert_in_range((uint64_t)p->partner[i], 0, p->of.mentors - 1);
		used[p->partner[i]]++;
		seen.matched++;
		seen.total += edge_score(p, i, (uint32_t)p->partner[i]);
	}
	for (uint32_t j = 0; j < p->of.mentors; j++)
		assert_true(used[j] <= p->capacity[j]);
	assert_int_equal(seen.matched, r.matched);
	assert_int_equal(seen.total, r.total);
	free(used);
}

static struct match_result solve(struct problem *p)
{
	struct match_result r = match_solve(&p->of, p->partner);

	assert_valid(p, r);
	return r;
}

/* All assignments of mentees i, i + 1, … tried out; best is compared by count, then by total. */
static void brute(const struct problem *p, uint32_t i, uint32_t *left, struct match_result so_far,
		  struct match_result *best)
{
	if (i == p->of.mentees) {
		if (so_far.matched > best->matched ||
		    (so_far.matched == best->matched && so_far.total > best->total))
			*best = so_far;
		return;
	}
	brute(p, i + 1, left, so_far, best);
	for (uint64_t e = p->first[i]; e < p->first[i + 1]; e++) {
		struct match_result with = { so_far.matched + 1, so_far.total + p->score[e] };

		if (left[p->mentor[e]] == 0)
			continue;
		left[p->mentor[e]]--;
		brute(p, i + 1, left, with, best);
		left[p->mentor[e]]++;
	}
}

/* density in percent; values: how many different scores; capacities 0 … most. */
static void problem_draw(struct problem *p, uint32_t n, uint32_t m, uint32_t density,
			 uint32_t values, uint32_t most)
{
	problem_init(p, n, m, (uint64_t)n * m);
	for (uint32_t i = 0; i < n; i++) {
		row_open(p, i);
		for (uint32_t j = 0; j < m; j++)
			if (draw(100) < density)
				edge_add(p, i, j,
					 values > 1 ? draw(values) * 1000 / (values - 1) : 7);
	}
	for (uint32_t j = 0; j < m; j++)
		p->capacity[j] = draw(most + 1);
}

static void small_problems_agree_with_brute_force(void **unused)
{
	static const uint32_t values[] = { 1, 2, 3, 11, 1001 };

	(void)unused;
	state = 20260901;
	for (int round = 0; round < 20000; round++) {
		struct match_result best = { 0 };
		struct problem p;
		uint32_t left[8];

		problem_draw(&p, draw(7), 1 + draw(6), 20 + draw(81), values[draw(5)], draw(4));
		memcpy(left, p.capacity, p.of.mentors * sizeof(*left));
		brute(&p, 0, left, (struct match_result){ 0 }, &best);
		struct match_result r = solve(&p);
		assert_int_equal(r.matched, best.matched);
		assert_int_equal(r.total, best.total);
		problem_done(&p);
	}
}

/*
 * A proof of optimality from nothing but the answer. Nodes: mentors, and one more for "not served".
 * A mentee who sits at a and could sit at b gives an arc a → b of length score(a) - score(b), with
 * not serving worth -BIG. The answer is optimal when no walk makes a gain: no negative cycle, and
 * no negative path that ends at a mentor with a free place (those are joined by arcs of length 0 to
 * all).
 */
enum { BIG = 1 << 30 };

static void arc_relax(int64_t *to, int64_t from, int64_t length, bool *changed)
{
	if (from + length < *to) {
		*to = from + length;
		*changed = true;
	}
}

/* One round of Bellman and Ford; did a distance change? */
static bool relax_all(const struct problem *p, const uint32_t *used, int64_t *distance)
{
	const uint32_t none = p->of.mentors;
	bool changed = false;

	for (uint32_t i = 0; i < p->of.mentees; i++) {
		const uint32_t at = p->partner[i] == MATCH_NONE ? none : (uint32_t)p->partner[i];
		const int64_t worth = at == none ? -(int64_t)BIG : edge_score(p, i, at);

		for (uint64_t e = p->first[i]; e < p->first[i + 1]; e++)
			arc_relax(&distance[p->mentor[e]], distance[at], worth - p->score[e],
				  &changed);
		arc_relax(&distance[none], distance[at], worth + BIG, &changed);
	}
	for (uint32_t j = 0; j < p->of.mentors;
	     j++) /* a free place may be left for another one's */
		if (used[j] < p->capacity[j])
			for (uint32_t k = 0; k <= none; k++)
				if (k == none || used[k] > 0)
					arc_relax(&distance[k], distance[j], 0, &changed);
	return changed;
}

static bool is_optimal(const struct problem *p)
{
	const uint32_t nodes = p->of.mentors + 1;
	uint32_t *used = mem_alloc(nodes * sizeof(*used));
	int64_t *distance = mem_alloc(nodes * sizeof(*distance));
	uint32_t rounds = 0;

	for (uint32_t i = 0; i < p->of.mentees; i++)
		if (p->partner[i] != MATCH_NONE)
			used[p->partner[i]]++;
	while (rounds <= nodes && relax_all(p, used, distance))
		rounds++;
	free(used);
	free(distance);
	return rounds <= nodes;
}

static void the_proof_tells_good_from_bad(void **unused)
{
	struct problem p;

	(void)unused;
	problem_init(&p, 2, 3, 6);
	for (uint32_t i = 0; i < 2; i++) {
		row_open(&p, i);
		for (uint32_t j = 0; j < 3; j++)
			edge_add(&p, i, j, j == 2 ? 6 : i == j ? 5 : 9);
	}
	p.capacity[0] = p.capacity[1] = p.capacity[2] = 1;
	solve(&p);
	assert_true(is_optimal(&p));
	p.partner[0] = 0; /* better exchanged */
	p.partner[1] = 1;
	assert_false(is_optimal(&p));
	p.partner[1] = 2; /* better moved to a free place */
	assert_false(is_optimal(&p));
	p.partner[0] = 1; /* better served */
	p.partner[1] = MATCH_NONE;
	assert_false(is_optimal(&p));
	problem_done(&p);
}

static void large_problems_carry_a_proof(void **unused)
{
	static const struct {
		uint32_t mentees, mentors, density, values, most;
	} row[] = {
		{ 300, 300, 100, 1001, 1 }, { 300, 200, 100, 1001, 3 }, { 200, 300, 100, 11, 2 },
		{ 500, 400, 2, 1001, 1 },   { 500, 400, 1, 3, 3 },      { 800, 300, 1, 1001, 4 },
		{ 400, 400, 100, 1, 1 },    { 300, 900, 1, 1001, 1 },   { 600, 50, 30, 101, 30 },
	};

	(void)unused;
	state = 7;
	for (size_t k = 0; k < sizeof(row) / sizeof(row[0]); k++) {
		struct problem p;

		problem_draw(&p, row[k].mentees, row[k].mentors, row[k].density, row[k].values,
			     row[k].most);
		solve(&p);
		assert_true(is_optimal(&p));
		problem_done(&p);
	}
}

/* Scores never above need + price, and equal to it on the planted pairs: these are an optimum. */
static void a_planted_optimum_is_found(void **unused)
{
	enum { N = 700 };
	struct problem p;
	uint32_t need[N], price[N], order[N];
	uint64_t total = 0;

	(void)unused;
	state = 11;
	problem_init(&p, N, N, (uint64_t)N * N);
	for (uint32_t i = 0; i < N; i++) {
		need[i] = draw(501);
		price[i] = draw(500);
		order[i] = i;
		p.capacity[i] = 1;
	}
	for (uint32_t i = N; i-- > 1;) {
		uint32_t k = draw(i + 1), t = order[i];

		order[i] = order[k];
		order[k] = t;
	}
	for (uint32_t i = 0; i < N; i++) {
		row_open(&p, i);
		for (uint32_t j = 0; j < N; j++) {
			uint32_t most = need[i] + price[j];

			edge_add(&p, i, j, order[i] == j ? most : most - draw(most / 8 + 1));
		}
		total += need[i] + price[order[i]];
	}
	struct match_result r = solve(&p);
	assert_int_equal(r.matched, N);
	assert_int_equal(r.total, total);
	problem_done(&p);
}

static void everybody_wants_the_same_mentors(void **unused)
{
	enum { N = 400 };
	struct problem p;
	uint64_t total = 0;

	(void)unused;
	problem_init(&p, N, N, (uint64_t)N * N);
	for (uint32_t i = 0; i < N; i++) {
		row_open(&p, i);
		p.capacity[i] = 1;
		for (uint32_t j = 0; j < N; j++)
			edge_add(&p, i, j, i * j * 1000 / (N * N));
		total += i * i * 1000 / (N * N);
	}
	struct match_result r = solve(&p);
	assert_int_equal(r.matched, N);
	assert_true(r.total >= total); /* by rearrangement, but for rounding */
	assert_true(is_optimal(&p));
	problem_done(&p);
}

/* A chain in which serving all leaves one way only, and that way has the worst scores. */
static void serving_more_comes_before_scores(void **unused)
{
	enum { N = 300 };
	struct problem p;

	(void)unused;
	problem_init(&p, N, N, 2 * N);
	for (uint32_t i = 0; i < N; i++) {
		row_open(&p, i);
		p.capacity[i] = 1;
		edge_add(&p, i, i, 0);
		if (i > 0)
			edge_add(&p, i, i - 1, 1000);
	}
	struct match_result r = solve(&p);
	assert_int_equal(r.matched, N);
	assert_int_equal(r.total, 0);
	problem_done(&p);
}

static void nobody_and_nothing_are_served_too(void **unused)
{
	struct problem p;

	(void)unused;
	problem_init(&p, 0, 0, 0);
	assert_int_equal(solve(&p).matched, 0);
	problem_done(&p);

	problem_init(&p, 3, 2, 6);
	for (uint32_t i = 0; i < 3; i++) {
		row_open(&p, i);
		if (i != 1)
			edge_add(&p, i, 0, 500);
	}
	assert_int_equal(solve(&p).matched, 0); /* capacities are 0 */
	p.capacity[0] = UINT32_MAX;
	assert_int_equal(solve(&p).total, 1000);
	assert_int_equal(p.partner[1], MATCH_NONE);
	problem_done(&p);
}

static void the_same_problem_gives_the_same_pairs(void **unused)
{
	struct problem p;
	int32_t before[250];

	(void)unused;
	state = 5;
	problem_draw(&p, 250, 180, 40, 4, 3);
	solve(&p);
	memcpy(before, p.partner, sizeof(before));
	solve(&p);
	assert_memory_equal(before, p.partner, sizeof(before));
	problem_done(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_problems_agree_with_brute_force),
		cmocka_unit_test(the_proof_tells_good_from_bad),
		cmocka_unit_test(large_problems_carry_a_proof),
		cmocka_unit_test(a_planted_optimum_is_found),
		cmocka_unit_test(everybody_wants_the_same_mentors),
		cmocka_unit_test(serving_more_comes_before_scores),
		cmocka_unit_test(nobody_and_nothing_are_served_too),
		cmocka_unit_test(the_same_problem_gives_the_same_pairs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
