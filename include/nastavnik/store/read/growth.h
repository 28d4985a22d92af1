/* What the e-journal told of mentees. */
#ifndef NASTAVNIK_STORE_READ_GROWTH_H
#define NASTAVNIK_STORE_READ_GROWTH_H

#include "nastavnik/base/arena.h"
#include "nastavnik/model/growth.h"

struct store;

/* All cells of the year's measures, measure by measure, in the arena. */
enum rc growth_list(const struct store *s, struct arena *a, int64_t year, struct growths *out);
/* How many cells some measure has. */
enum rc growth_of_measure(const struct store *s, int64_t measure, int64_t *n);

#endif
