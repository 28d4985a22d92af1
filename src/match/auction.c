/*
 * Good prices fast: the forward auction with ε-scaling (D. P. Bertsekas, "The auction algorithm: a
 * distributed relaxation method for the assignment problem", Annals of OR 14, 1988; several places
 * a mentor: Bertsekas and Castañon, Annals of OR 20, 1989).
 *
 * Who waits looks at what each candidate is worth to him, score - price, and offers the best one as
 * much as makes it worth the second best less ε. A full mentor lets the lowest offer go, and his
 * price is the lowest of those he holds. So everybody holds a place that is within ε of his best
 * one (ε-complementary slackness), and prices within a round only rise. Units of the filler bid
 * likewise: to them every mentor is worth minus his price, so they take the cheapest places.
 *
 * Money counts in 1/32 of a score point. Scores may all be multiples of a larger unit (tens, where
 * people judged roughly): then so are optimal prices, and ε ends at 1/32 of that unit. A round that
 * has become a war of small steps is broken off: what the auction leaves is a state from which the
 * exact phases of solve.c go on, whatever it is like, so a limit here costs nothing but time there.
 */
#include "flow.h"

#include <stdlib.h>

#include "nastavnik/base/str.h"

enum {
	FINE = 5, /* bits behind the point */
	STEP_FIRST = (MATCH_SCORE_MAX << FINE) / 4,
	STEP_RATIO = 8,
	SCANS_MAX = 12, /* a round looks at each edge so many times on average */
};

struct auction {
	struct flow *flow;
	int64_t step;   /* ε of this round */
	int64_t *price; /* by mentor and bench */
	uint32_t *used;
	/* Offers a mentor holds: a pairing heap of mentees, the lowest offer on top. */
	int64_t *offer; /* by mentee */
	uint32_t *top;  /* by mentor and bench */
	uint32_t *child, *sibling;
	/* Units of the filler: all of one mentor hold one and the same offer. */
	uint32_t *filler;
	int64_t *filler_offer;
	uint64_t idle;
	/* Mentors by price, a binary heap; a key may be out of date, then it is too low. */
	uint32_t *cheap, n_cheap;
	int64_t *key;
	uint32_t *waiting, n_waiting; /* a stack */
	uint64_t work;                /* edges looked at in this round */
};

static void auction_init(struct auction *a, struct flow *f)
{
	const size_t n = (size_t)f->mentees + 1, m = (size_t)f->mentors + 1;

	*a = (struct auction){ .flow = f };
	a->price = mem_alloc(m * sizeof(*a->price));
	a->used = mem_alloc(m * sizeof(*a->used));
	a->offer = mem_alloc(n * sizeof(*a->offer));
	a->top = mem_alloc(m * sizeof(*a->top));
	a->child = mem_alloc(n * sizeof(*a->child));
	a->sibling = mem_alloc(n * sizeof(*a->sibling));
	a->filler = mem_alloc(m * sizeof(*a->filler));
	a->filler_offer = mem_alloc(m * sizeof(*a->filler_offer));
	a->cheap = mem_alloc(m * sizeof(*a->cheap));
	a->key = mem_alloc(m * sizeof(*a->key));
	a->waiting = mem_alloc(n * sizeof(*a->waiting));
	for (uint32_t j = 0; j < m; j++)
		a->price[j] = f->capacity[j] > 0 ? 0 : PRICE_CLOSED;
}

static void auction_done(struct auction *a)
{
	free(a->price);
	free(a->used);
	free(a->offer);
	free(a->top);
	free(a->child);
	free(a->sibling);
	free(a->filler);
	free(a->filler_offer);
	free(a->cheap);
	free(a->key);
	free(a->waiting);
}

/* Join two pairing heaps; either may be NOBODY. */
static uint32_t offers_join(struct auction *a, uint32_t x, uint32_t y)
{
	uint32_t low = x, high = y;

	if (x == NOBODY || y == NOBODY)
		return x == NOBODY ? y : x;
	if (a->offer[y] < a->offer[x]) {
		low = y;
		high = x;
	}
	a->sibling[high] = a->child[low];
	a->child[low] = high;
	return low;
}

/* The heap without its top: the children joined in pairs, then the pairs from the last one back. */
static uint32_t offers_pop(struct auction *a, uint32_t top)
{
	uint32_t pairs = NOBODY, heap = NOBODY, x = a->child[top];

	while (x != NOBODY) {
		uint32_t y = a->sibling[x];
		uint32_t rest = y == NOBODY ? NOBODY : a->sibling[y];
		uint32_t pair = offers_join(a, x, y);

		a->sibling[pair] = pairs;
		pairs = pair;
		x = rest;
	}
	while (pairs != NOBODY) {
		uint32_t rest = a->sibling[pairs];

		heap = offers_join(a, heap, pairs);
		pairs = rest;
	}
	return heap;
}

/* A mentor with a place left keeps his price; a full one costs as much as his lowest offer. */
static void price_update(struct auction *a, uint32_t j)
{
	int64_t price = INT64_MAX;

	if (a->used[j] < a->flow->capacity[j])
		return;
	if (a->top[j] != NOBODY)
		price = a->offer[a->top[j]];
	if (a->filler[j] > 0 && a->filler_offer[j] < price)
		price = a->filler_offer[j];
	a->price[j] = price;
}

/* The lowest offer goes; the filler's first where they are equal. */
static void place_clear(struct auction *a, uint32_t j)
{
	uint32_t out = a->top[j];

	a->used[j]--;
	if (a->filler[j] > 0 && (out == NOBODY || a->filler_offer[j] <= a->offer[out])) {
		a->filler[j]--;
		a->idle++;
		return;
	}
	a->top[j] = offers_pop(a, out);
	a->flow->at[out] = NOBODY;
	a->waiting[a->n_waiting++] = out;
}

static void mentee_offer(struct auction *a, uint32_t i, uint32_t j, int64_t offer)
{
	a->offer[i] = offer;
	a->child[i] = NOBODY;
	a->sibling[i] = NOBODY;
	a->top[j] = offers_join(a, a->top[j], i);
	a->flow->at[i] = j;
	a->used[j]++;
	if (a->used[j] > a->flow->capacity[j])
		place_clear(a, j);
	price_update(a, j);
}

/* Who waits bids for the candidate worth most to him, the bench being one of them. */
static void mentee_bid(struct auction *a, uint32_t i)
{
	const struct match_problem *p = a->flow->problem;
	const int64_t *price = a->price;
	const uint64_t end = p->first[i + 1];
	uint32_t to = a->flow->mentors;
	int64_t best = -price[to], second = -PRICE_CLOSED;

	for (uint64_t e = p->first[i]; e < end; e++) {
		int64_t worth = ((int64_t)p->score[e] << FINE) - price[p->mentor[e]];

		if (worth <= second)
			continue;
		if (worth > best) {
			second = best;
			best = worth;
			to = p->mentor[e];
		} else {
			second = worth;
		}
	}
	a->work += end - p->first[i] + 1;
	if (second <= -PRICE_CLOSED / 2) /* nowhere else to go: anything below the moon will do */
		second = best - (MATCH_SCORE_MAX << FINE);
	mentee_offer(a, i, to, price[to] + best - second + a->step);
}

static void cheap_sift(struct auction *a, uint32_t k)
{
	const uint32_t j = a->cheap[k];

	for (;;) {
		uint32_t c = 2 * k + 1;

		if (c + 1 < a->n_cheap && a->key[a->cheap[c + 1]] < a->key[a->cheap[c]])
			c++;
		if (c >= a->n_cheap || a->key[a->cheap[c]] >= a->key[j])
			break;
		a->cheap[k] = a->cheap[c];
		k = c;
	}
	a->cheap[k] = j;
}

static void cheap_make(struct auction *a)
{
	struct flow *f = a->flow;

	a->n_cheap = 0;
	for (uint32_t j = 0; j < f->mentors; j++) {
		a->key[j] = a->price[j];
		if (f->capacity[j] > 0)
			a->cheap[a->n_cheap++] = j;
	}
	for (uint32_t k = a->n_cheap / 2; k-- > 0;)
		cheap_sift(a, k);
}

/* The cheapest mentor. */
static uint32_t cheap_top(struct auction *a)
{
	uint32_t j = a->cheap[0];

	while (a->key[j] < a->price[j]) {
		a->key[j] = a->price[j];
		cheap_sift(a, 0);
		a->work++;
		j = a->cheap[0];
	}
	return j;
}

/* What a unit may offer: the second lowest price at least as known, and ε. */
static int64_t filler_price(const struct auction *a, uint32_t j)
{
	int64_t second = INT64_MAX;

	for (uint32_t k = 1; k <= 2 && k < a->n_cheap; k++)
		if (a->key[a->cheap[k]] < second)
			second = a->key[a->cheap[k]];
	if (second == INT64_MAX || second < a->price[j])
		second = a->price[j];
	return second + a->step;
}

/* Idle units bid for the cheapest mentor: as many as he has room for, else one. */
static void filler_bid(struct auction *a)
{
	const uint32_t j = cheap_top(a);
	const int64_t offer = filler_price(a, j);
	uint64_t room = a->flow->capacity[j] - a->used[j];

	a->work += 2;
	if (room == 0 && (a->filler[j] == 0 || a->filler_offer[j] > a->price[j])) {
		place_clear(a, j);
		room = 1;
	}
	if (room > a->idle)
		room = a->idle;
	a->filler[j] += (uint32_t)room;
	a->used[j] += (uint32_t)room;
	a->idle -= room;
	a->filler_offer[j] = offer;
	price_update(a, j);
}

/* Everybody gets up and the auction is held anew, from the prices of the last round. */
static void auction_round(struct auction *a)
{
	struct flow *f = a->flow;
	const uint64_t lines = (uint64_t)f->mentees + f->mentors;
	const uint64_t limit = SCANS_MAX * (f->problem->first[f->mentees] + lines);

	for (uint32_t j = 0; j <= f->mentors; j++) {
		a->used[j] = 0;
		a->filler[j] = 0;
		a->top[j] = NOBODY;
	}
	a->n_waiting = 0;
	for (uint32_t i = f->mentees; i-- > 0;) {
		f->at[i] = NOBODY;
		a->waiting[a->n_waiting++] = i;
	}
	a->idle = f->idle;
	a->work = 0;
	cheap_make(a);
	while (a->work < limit && (a->n_waiting > 0 || a->idle > 0)) {
		if (a->n_waiting > 0)
			mentee_bid(a, a->waiting[--a->n_waiting]);
		else
			filler_bid(a);
	}
}

/* The largest number of which all scores are multiples. */
static int64_t score_unit(const struct match_problem *p)
{
	int64_t unit = 0;

	for (uint64_t e = 0; e < p->first[p->mentees] && unit != 1; e++) {
		int64_t a = p->score[e];

		while (a != 0) {
			int64_t rest = unit % a;

			unit = a;
			a = rest;
		}
	}
	return unit > 0 ? unit : MATCH_SCORE_MAX;
}

/* What is left above the next multiple below, also of negative numbers. */
static int64_t modulo(int64_t number, int64_t by)
{
	return ((number % by) + by) % by;
}

/*
 * Where in a unit to cut prices down to whole units, in 1/32 of it. A pair within ε of the best
 * stays exactly tight after the cut unless the cut falls into that ε, so the place where fewest do
 * is taken.
 */
static int64_t cut_choose(const struct auction *a, int64_t unit)
{
	const struct flow *f = a->flow;
	uint32_t hit[1 << FINE] = { 0 };
	int64_t cut = 0;

	for (uint32_t i = 0; i < f->mentees; i++)
		if (f->at[i] != NOBODY)
			hit[modulo(-a->price[f->at[i]], unit << FINE) / unit]++;
	for (int64_t k = 1; k < 1 << FINE; k++)
		if (hit[k] < hit[cut])
			cut = k;
	return cut * unit;
}

/* Prices in whole units and the seats as the auction has them; flow_tighten() sees what holds. */
static void auction_settle(struct auction *a, int64_t unit)
{
	struct flow *f = a->flow;
	const int64_t cut = cut_choose(a, unit);

	for (uint32_t j = 0; j <= f->mentors; j++) {
		int64_t price = a->price[j] + cut;

		if (f->capacity[j] > 0)
			f->price[j] = (price - modulo(price, unit << FINE)) >> FINE;
		f->used[j] = a->filler[j];
		f->filler[j] = a->filler[j];
		f->head[j] = NOBODY;
	}
	f->idle = a->idle;
	for (uint32_t i = 0; i < f->mentees; i++)
		if (f->at[i] != NOBODY)
			flow_seat(f, i, f->at[i]);
}

void flow_auction(struct flow *f)
{
	const int64_t unit = score_unit(f->problem);
	struct auction a;

	auction_init(&a, f);
	for (a.step = STEP_FIRST; a.step > unit; a.step /= STEP_RATIO)
		auction_round(&a);
	a.step = unit;
	auction_round(&a);
	auction_settle(&a, unit);
	auction_done(&a);
}
