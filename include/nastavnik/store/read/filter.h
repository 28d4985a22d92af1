/* Filters of lists kept under a name. */
#ifndef NASTAVNIK_STORE_READ_FILTER_H
#define NASTAVNIK_STORE_READ_FILTER_H

#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

struct store;

struct kept_filter {
	int64_t id;       /* 0: a new one */
	const char *list; /* the view it belongs to */
	const char *name;
	const char *text; /* as app/filters.h writes it */
};

/* Rows of a list, in an arena. */
struct kept_filters {
	struct kept_filter *row;
	size_t n;
};

/* Those of one list, by name. */
enum rc kept_filter_list(const struct store *s, struct arena *a, const char *list,
			 struct kept_filters *out);

#endif
