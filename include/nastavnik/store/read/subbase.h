/* From which groups of people the mentors of a year come. */
#ifndef NASTAVNIK_STORE_READ_SUBBASE_H
#define NASTAVNIK_STORE_READ_SUBBASE_H

#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

struct store;

/* The mentors of a sub-base, those who have left not counted. */
struct subbase_count {
	int64_t subbase; /* book item; 0: not said */
	int64_t mentors, places;
	int64_t busy; /* in a pair that goes on */
};

/* In an arena, the greatest first; a sub-base without mentors is not there. */
struct subbase_counts {
	struct subbase_count *row;
	size_t n;
};

/* Count them; who is in none has a row with subbase 0. */
enum rc subbase_counts_load(const struct store *s, struct arena *a, int64_t year,
			    struct subbase_counts *out);

#endif
