#include "id_set.h"

enum { ID_SET_FIRST = 1024 };

/* The slot of the id, or the empty one where it would go. */
static size_t slot_of(const struct id_set *set, int64_t id)
{
	/* Ids come in runs: the odd factor (2^64 / golden ratio) spreads them. */
	size_t at = (size_t)(((uint64_t)id * 0x9e3779b97f4a7c15u) >> 20) & (set->size - 1);

	while (set->slot[at] && set->slot[at] != id)
		at = (at + 1) & (set->size - 1);
	return at;
}

static void set_grow(struct arena *a, struct id_set *set)
{
	struct id_set larger = { .n = set->n, .size = set->size ? set->size * 2 : ID_SET_FIRST };

	larger.slot = ARENA_NEW(a, int64_t, larger.size);
	for (size_t i = 0; i < set->size; i++) {
		if (set->slot[i])
			larger.slot[slot_of(&larger, set->slot[i])] = set->slot[i];
	}
	*set = larger;
}

void id_set_add(struct arena *a, struct id_set *set, int64_t id)
{
	size_t at;

	if (set->n * 2 >= set->size)
		set_grow(a, set);
	at = slot_of(set, id);
	set->n += !set->slot[at];
	set->slot[at] = id;
}

bool id_set_has(const struct id_set *set, int64_t id)
{
	return set->n && set->slot[slot_of(set, id)] == id;
}
