/* A set of ids, for asking «was it seen?» many times. */
#ifndef NASTAVNIK_SRC_APP_ID_SET_H
#define NASTAVNIK_SRC_APP_ID_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"

/* All zero is a valid, empty set. Open addressing, at most half full; 0 is no id. */
struct id_set {
	int64_t *slot;
	size_t n, size; /* size: 0 or a power of two */
};

void id_set_add(struct arena *a, struct id_set *set, int64_t id);
bool id_set_has(const struct id_set *set, int64_t id);

#endif
