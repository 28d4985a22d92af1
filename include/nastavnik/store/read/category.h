/* Categories of persons, specially sensitive: read by app/categories.h alone. */
#ifndef NASTAVNIK_STORE_READ_CATEGORY_H
#define NASTAVNIK_STORE_READ_CATEGORY_H

#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/base/id.h"

struct store;

/* The book items of a person in a year, in the book's order. */
enum rc category_ids(const struct store *s, struct arena *a, int64_t person, int64_t year,
		     struct ids *out);
/* How many who are here carry an item in a year, and how many of them are mentees. */
enum rc category_count(const struct store *s, int64_t item, int64_t year, int64_t *people,
		       int64_t *mentees);

#endif
