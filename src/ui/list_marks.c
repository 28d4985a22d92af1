#include <stdlib.h>
#include <string.h>

#include "list_private.h"

static size_t slot_of(const struct marks *m, int64_t id)
{
	size_t at = (size_t)((uint64_t)id * 0x9e3779b97f4a7c15u >> 20) & (m->slots - 1);

	while (m->slot[at] && m->id[m->slot[at] - 1] != id)
		at = (at + 1) & (m->slots - 1);
	return at;
}

/* Hash all ids again, into a table with room. */
static void marks_rehash(struct marks *m)
{
	size_t slots = 64;

	while (slots < m->n * 2 + 2)
		slots *= 2;
	free(m->slot);
	m->slot = mem_alloc(slots * sizeof(*m->slot));
	m->slots = slots;
	for (size_t i = 0; i < m->n; i++)
		m->slot[slot_of(m, m->id[i])] = i + 1;
}

bool marks_has(const struct marks *m, int64_t id)
{
	return m->n > 0 && m->slot[slot_of(m, id)] != 0;
}

void marks_add(struct marks *m, int64_t id)
{
	if (marks_has(m, id))
		return;
	m->id = mem_grow(m->id, m->n, &m->cap, sizeof(*m->id));
	m->id[m->n++] = id;
	if (m->n * 2 > m->slots)
		marks_rehash(m);
	else
		m->slot[slot_of(m, id)] = m->n;
}

void marks_remove(struct marks *m, int64_t id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->id[i] == id) {
			memmove(m->id + i, m->id + i + 1, (m->n - i - 1) * sizeof(*m->id));
			m->n--;
			marks_rehash(m);
			return;
		}
}

void marks_clear(struct marks *m)
{
	m->n = 0;
	if (m->slots)
		memset(m->slot, 0, m->slots * sizeof(*m->slot));
}

void marks_done(struct marks *m)
{
	free(m->id);
	free(m->slot);
	*m = (struct marks){ 0 };
}
