/* The school years of the file beside each other. */
#ifndef NASTAVNIK_STORE_READ_COMPARE_H
#define NASTAVNIK_STORE_READ_COMPARE_H

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/model/compare.h"

struct store;

/* Count all years, the oldest first, in the arena. */
enum rc years_compare(const struct store *s, struct arena *a, struct years_numbers *out);

#endif
