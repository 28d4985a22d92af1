/*
 * Shortest distances, in reduced cost, from everybody who waits to the nearest open mentor:
 * Dijkstra with Dial's buckets, since costs are small integers (R. B. Dial, Algorithm 360, CACM 12,
 * 1969).
 */
#include "flow.h"

struct search {
	struct flow *f;
	int64_t bound; /* the nearest open mentor seen */
	int64_t now;   /* distance of the bucket being emptied */
	uint32_t settled;
	int64_t filler; /* distance of the filler; -1: not reached */
};

static void bucket_remove(struct flow *f, uint32_t j)
{
	uint32_t b = f->before[j], a = f->after[j];

	if (b != NOBODY)
		f->after[b] = a;
	else
		f->bucket[f->label[j]] = a;
	if (a != NOBODY)
		f->before[a] = b;
}

static void bucket_add(struct flow *f, uint32_t j, int64_t label)
{
	uint32_t a = f->bucket[label];

	f->label[j] = label;
	f->after[j] = a;
	f->before[j] = NOBODY;
	if (a != NOBODY)
		f->before[a] = j;
	f->bucket[label] = j;
}

static void label_lower(struct search *s, uint32_t j, int64_t label)
{
	struct flow *f = s->f;

	if (f->label[j] < BUCKETS)
		bucket_remove(f, j);
	if (label < BUCKETS)
		bucket_add(f, j, label);
	else
		f->label[j] = label;
	if (label < s->bound && mentor_open(f, j))
		s->bound = label;
}

static void row_relax(struct search *s, uint32_t i)
{
	struct flow *f = s->f;
	const struct match_problem *p = f->problem;
	const int64_t base = s->now + f->need[i];
	const int64_t *price = f->price, *label = f->label;
	const int shift = f->shift;
	const uint64_t end = p->first[i + 1];

	for (uint64_t e = p->first[i]; e < end; e++) {
		uint32_t j = p->mentor[e];
		int64_t d = base + price[j] - (p->score[e] >> shift);

		if (d < label[j])
			label_lower(s, j, d);
	}
	if (base + price[f->mentors] < label[f->mentors])
		label_lower(s, f->mentors, base + price[f->mentors]);
}

static void filler_relax(struct search *s)
{
	struct flow *f = s->f;
	const int64_t base = s->now + f->need[f->mentees];

	if (s->filler >= 0)
		return;
	s->filler = s->now;
	for (uint32_t j = 0; j < f->mentors; j++)
		if (base + f->price[j] < f->label[j])
			label_lower(s, j, base + f->price[j]);
}

static void mentor_settle(struct search *s, uint32_t j)
{
	struct flow *f = s->f;

	f->order[s->settled++] = j;
	for (uint32_t i = f->head[j]; i != NOBODY && s->now < s->bound; i = f->next[i])
		row_relax(s, i);
	if (f->filler[j] > 0)
		filler_relax(s);
}

static void waiting_relax(struct search *s)
{
	struct flow *f = s->f;

	for (uint32_t k = 0; k < f->n_waiting && s->bound > 0; k++)
		row_relax(s, f->waiting[k]);
	if (f->idle > 0 && s->bound > 0)
		filler_relax(s);
}

/* Empty the buckets in order; the distance to go by, or INT64_MAX. */
static int64_t buckets_empty(struct search *s)
{
	struct flow *f = s->f;
	int64_t limit = INT64_MAX;

	for (; s->now < BUCKETS && s->now < s->bound; s->now++) {
		while (f->bucket[s->now] != NOBODY && s->now < s->bound) {
			uint32_t j = f->bucket[s->now];

			bucket_remove(f, j);
			mentor_settle(s, j);
		}
	}
	for (uint32_t j = 0; s->bound == INT64_MAX && j <= f->mentors; j++)
		if (f->label[j] >= BUCKETS && f->label[j] < limit)
			limit = f->label[j];
	return s->bound < limit ? s->bound : limit;
}

static void duals_update(struct search *s, int64_t distance)
{
	struct flow *f = s->f;

	for (uint32_t k = 0; k < f->n_waiting; k++)
		f->need[f->waiting[k]] -= distance;
	for (uint32_t k = 0; k < s->settled; k++) {
		uint32_t j = f->order[k];
		int64_t rise = distance - f->label[j];

		f->price[j] += rise;
		for (uint32_t i = f->head[j]; i != NOBODY; i = f->next[i])
			f->need[i] -= rise;
	}
	if (s->filler >= 0)
		f->need[f->mentees] -= distance - s->filler;
}

bool flow_search(struct flow *f)
{
	struct search s = { .f = f, .bound = INT64_MAX, .filler = -1 };
	int64_t distance;

	for (uint32_t b = 0; b < BUCKETS; b++)
		f->bucket[b] = NOBODY;
	for (uint32_t j = 0; j <= f->mentors; j++)
		f->label[j] = INT64_MAX;
	waiting_relax(&s);
	distance = buckets_empty(&s);
	if (distance == INT64_MAX)
		return false;
	duals_update(&s, distance);
	return true;
}
