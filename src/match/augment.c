/*
 * Many disjoint shortest tight paths at once (J. Hopcroft, R. Karp, SIAM J. Comput. 2, 1973):
 * layers by breadth-first search, then depth-first search that goes from layer to layer, with a
 * current arc for every row and a current mentee for every mentor, so that a phase looks at an edge
 * twice at most.
 */
#include "flow.h"

/* The layers: the rows of depth d lead to mentors of hop d. */
struct layers {
	struct flow *f;
	uint32_t found;  /* hop of the nearest open mentors; NOBODY: none yet */
	uint32_t filler; /* depth of the filler's row */
	uint32_t n;      /* mentors in f->order */
};

static void mentor_reach(struct layers *l, uint32_t j, uint32_t depth)
{
	l->f->hop[j] = depth;
	l->f->order[l->n++] = j;
	if (l->found == NOBODY && mentor_open(l->f, j))
		l->found = depth;
}

static void row_reach(struct layers *l, uint32_t i, uint32_t depth)
{
	struct flow *f = l->f;
	const struct match_problem *p = f->problem;
	const int64_t need = f->need[i], *price = f->price;
	const uint32_t *hop = f->hop;
	const int shift = f->shift;

	for (uint64_t e = p->first[i]; e < p->first[i + 1]; e++) {
		uint32_t j = p->mentor[e];

		if (need + price[j] == p->score[e] >> shift && hop[j] == NOBODY)
			mentor_reach(l, j, depth);
	}
	if (hop[f->mentors] == NOBODY && need + price[f->mentors] == 0)
		mentor_reach(l, f->mentors, depth);
}

static void filler_reach(struct layers *l, uint32_t depth)
{
	struct flow *f = l->f;

	if (l->filler != NOBODY)
		return;
	l->filler = depth;
	for (uint32_t j = 0; j < f->mentors; j++)
		if (f->hop[j] == NOBODY && f->price[j] == -f->need[f->mentees])
			mentor_reach(l, j, depth);
}

static void layers_make(struct layers *l)
{
	struct flow *f = l->f;

	for (uint32_t j = 0; j <= f->mentors; j++)
		f->hop[j] = NOBODY;
	for (uint32_t k = 0; k < f->n_waiting; k++)
		row_reach(l, f->waiting[k], 0);
	if (f->idle > 0)
		filler_reach(l, 0);
	for (uint32_t k = 0; k < l->n && f->hop[f->order[k]] < l->found; k++) {
		uint32_t j = f->order[k], depth = f->hop[j] + 1;

		for (uint32_t i = f->head[j]; i != NOBODY; i = f->next[i])
			row_reach(l, i, depth);
		if (f->filler[j] > 0)
			filler_reach(l, depth);
	}
}

/* Move the arc of row i, which is of this depth, on to an edge into the next layer; false: no more.
 */
static bool row_advance(struct layers *l, uint32_t i, uint32_t depth)
{
	struct flow *f = l->f;
	const uint64_t end = row_end(f, i);
	uint64_t e = f->arc[i];

	for (; e < end; e++) {
		uint32_t j = edge_mentor(f, i, e);

		if (f->hop[j] == depth && (depth < l->found || mentor_open(f, j)) &&
		    f->need[i] + f->price[j] == edge_score(f, i, e))
			break;
	}
	f->arc[i] = e;
	return e < end;
}

static void row_enter(struct flow *f, uint32_t i)
{
	if (f->seen[i] == f->phase)
		return;
	f->seen[i] = f->phase;
	f->arc[i] = row_begin(f, i);
}

/* The next mentee at mentor j who was not asked in this phase. */
static uint32_t mentor_ask(struct flow *f, uint32_t j)
{
	if (f->walked[j] != f->phase) {
		f->walked[j] = f->phase;
		f->walk[j] = f->head[j];
	}
	while (f->walk[j] != NOBODY) {
		uint32_t i = f->walk[j];

		f->walk[j] = f->next[i];
		if (f->seen[i] != f->phase)
			return i;
	}
	return NOBODY;
}

/* The filler may be asked again and again: it has many units. */
static bool filler_ask(struct layers *l, uint32_t j, uint32_t depth)
{
	struct flow *f = l->f;

	if (f->filler[j] == 0 || l->filler != depth)
		return false;
	row_enter(f, f->mentees);
	return row_advance(l, f->mentees, depth);
}

static void filler_move(struct flow *f, uint32_t j, int units)
{
	f->filler[j] += (uint32_t)units;
	f->used[j] += (uint32_t)units;
}

static uint32_t path_mentor(const struct flow *f, uint32_t depth)
{
	uint32_t i = f->path[depth];

	return edge_mentor(f, i, f->arc[i]);
}

/* Everyone on the path goes to the mentor of his arc, the last one first; a unit of the filler
 * leaves the mentor it was asked at. */
static void path_apply(struct flow *f, uint32_t length)
{
	while (length-- > 0) {
		uint32_t i = f->path[length], j = path_mentor(f, length);

		if (i == f->mentees) {
			filler_move(f, j, 1);
			if (length > 0)
				filler_move(f, path_mentor(f, length - 1), -1);
			continue;
		}
		if (length > 0)
			flow_unseat(f, i);
		flow_seat(f, i, j);
	}
}

/* Try to seat one who waits, or a unit of the filler. */
static bool path_find(struct layers *l, uint32_t start)
{
	struct flow *f = l->f;
	uint32_t length = 1;

	row_enter(f, start);
	f->path[0] = start;
	while (length > 0) {
		uint32_t i = f->path[length - 1], j, other;

		if (!row_advance(l, i, length - 1)) {
			length--;
			continue;
		}
		j = edge_mentor(f, i, f->arc[i]);
		if (mentor_open(f, j)) {
			path_apply(f, length);
			return true;
		}
		other = mentor_ask(f, j);
		if (other == NOBODY && filler_ask(l, j, length))
			other = f->mentees;
		if (other == NOBODY) {
			f->arc[i]++;
			continue;
		}
		row_enter(f, other);
		f->path[length++] = other;
	}
	return false;
}

/* Units of the filler that find an open tight mentor directly go there in bulk. */
static void filler_seat(struct flow *f)
{
	for (uint32_t j = 0; j < f->mentors && f->idle > 0; j++) {
		uint64_t room = f->capacity[j] - f->used[j];

		if (room == 0 || f->price[j] != -f->need[f->mentees])
			continue;
		room = room < f->idle ? room : f->idle;
		f->filler[j] += (uint32_t)room;
		f->used[j] += (uint32_t)room;
		f->idle -= room;
	}
}

void flow_augment(struct flow *f)
{
	struct layers l = { .f = f, .found = NOBODY, .filler = NOBODY };
	uint32_t left = 0;

	layers_make(&l);
	f->phase++;
	for (uint32_t k = 0; k < f->n_waiting; k++)
		if (!path_find(&l, f->waiting[k]))
			f->waiting[left++] = f->waiting[k];
	f->n_waiting = left;
	if (f->idle > 0)
		filler_seat(f);
	while (f->idle > 0 && path_find(&l, f->mentees))
		f->idle--;
}
