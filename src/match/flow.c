/* The state of one solving: memory, seats, and the step from one stage to the next. */
#include "flow.h"

#include <stdlib.h>

#include "nastavnik/base/str.h"

static void *column(uint32_t n, size_t size)
{
	return mem_alloc(((size_t)n + 1) * size);
}

/* A mentor never needs more places than mentees know him; this keeps sums small. */
static void capacity_clip(struct flow *f)
{
	const struct match_problem *p = f->problem;

	for (uint64_t e = 0; e < p->first[f->mentees]; e++)
		f->capacity[p->mentor[e]]++;
	for (uint32_t j = 0; j < f->mentors; j++)
		if (f->capacity[j] > p->capacity[j])
			f->capacity[j] = p->capacity[j];
}

void flow_init(struct flow *f, const struct match_problem *problem)
{
	uint32_t n = problem->mentees, m = problem->mentors;

	*f = (struct flow){ .problem = problem, .mentees = n, .mentors = m, .shift = SHIFT_ALL };
	f->need = column(n, sizeof(*f->need));
	f->price = column(m, sizeof(*f->price));
	f->capacity = column(m, sizeof(*f->capacity));
	f->used = column(m, sizeof(*f->used));
	f->filler = column(m, sizeof(*f->filler));
	f->at = column(n, sizeof(*f->at));
	f->head = column(m, sizeof(*f->head));
	f->next = column(n, sizeof(*f->next));
	f->prev = column(n, sizeof(*f->prev));
	f->waiting = column(n, sizeof(*f->waiting));
	f->label = column(m, sizeof(*f->label));
	f->after = column(m, sizeof(*f->after));
	f->before = column(m, sizeof(*f->before));
	f->order = column(m, sizeof(*f->order));
	f->bucket = column(BUCKETS, sizeof(*f->bucket));
	f->hop = column(m, sizeof(*f->hop));
	f->arc = column(n, sizeof(*f->arc));
	f->seen = column(n, sizeof(*f->seen));
	f->walk = column(m, sizeof(*f->walk));
	f->walked = column(m, sizeof(*f->walked));
	f->path = column(n, sizeof(*f->path));
	capacity_clip(f);
	for (uint32_t j = 0; j <= m; j++) {
		f->head[j] = NOBODY;
		f->price[j] = f->capacity[j] > 0 ? 0 : PRICE_CLOSED;
	}
	for (uint32_t i = 0; i < n; i++) {
		f->at[i] = NOBODY;
		f->waiting[f->n_waiting++] = i;
	}
}

void flow_done(struct flow *f)
{
	void *all[] = { f->need,   f->price, f->capacity, f->used,  f->filler, f->at,     f->head,
			f->next,   f->prev,  f->waiting,  f->label, f->after,  f->before, f->order,
			f->bucket, f->hop,   f->arc,      f->seen,  f->walk,   f->walked, f->path };

	for (size_t k = 0; k < sizeof(all) / sizeof(all[0]); k++)
		free(all[k]);
}

void flow_seat(struct flow *f, uint32_t i, uint32_t j)
{
	uint32_t old = f->head[j];

	f->at[i] = j;
	f->prev[i] = NOBODY;
	f->next[i] = old;
	if (old != NOBODY)
		f->prev[old] = i;
	f->head[j] = i;
	f->used[j]++;
}

void flow_unseat(struct flow *f, uint32_t i)
{
	uint32_t j = f->at[i];

	if (f->prev[i] != NOBODY)
		f->next[f->prev[i]] = f->next[i];
	else
		f->head[j] = f->next[i];
	if (f->next[i] != NOBODY)
		f->prev[f->next[i]] = f->prev[i];
	f->at[i] = NOBODY;
	f->used[j]--;
}

static int64_t row_need(const struct flow *f, uint32_t i)
{
	const struct match_problem *p = f->problem;
	int64_t best = -f->price[f->mentors];

	for (uint64_t e = p->first[i]; e < p->first[i + 1]; e++) {
		int64_t value = (p->score[e] >> f->shift) - f->price[p->mentor[e]];

		best = value > best ? value : best;
	}
	return best;
}

static int64_t seat_score(const struct flow *f, uint32_t i)
{
	const struct match_problem *p = f->problem;

	for (uint64_t e = p->first[i]; e < p->first[i + 1]; e++)
		if (p->mentor[e] == f->at[i])
			return p->score[e] >> f->shift;
	return 0;
}

static void filler_tighten(struct flow *f)
{
	int64_t best = INT64_MIN;

	for (uint32_t j = 0; j < f->mentors; j++)
		best = -f->price[j] > best ? -f->price[j] : best;
	f->need[f->mentees] = best;
	for (uint32_t j = 0; j < f->mentors; j++) {
		if (f->price[j] == -best)
			continue;
		f->idle += f->filler[j];
		f->used[j] -= f->filler[j];
		f->filler[j] = 0;
	}
}

void flow_tighten(struct flow *f)
{
	f->n_waiting = 0;
	for (uint32_t i = 0; i < f->mentees; i++) {
		f->need[i] = row_need(f, i);
		if (f->at[i] != NOBODY && f->need[i] + f->price[f->at[i]] != seat_score(f, i))
			flow_unseat(f, i);
		if (f->at[i] == NOBODY)
			f->waiting[f->n_waiting++] = i;
	}
	filler_tighten(f);
}

void flow_balance(struct flow *f)
{
	uint64_t places = 0;

	for (uint32_t j = 0; j < f->mentors; j++)
		places += f->capacity[j];
	f->capacity[f->mentors] = f->n_waiting;
	f->idle = places - (f->mentees - f->n_waiting);
	f->shift = 0;
}
