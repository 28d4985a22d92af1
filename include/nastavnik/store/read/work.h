/* Stage 6 in bulk: how the pairs of a year are at work. Texts live in the arena. */
#ifndef NASTAVNIK_STORE_READ_WORK_H
#define NASTAVNIK_STORE_READ_WORK_H

#include "nastavnik/model/work.h"

struct store;

/* Months of diaries. */
struct diaries {
	struct diary *row;
	size_t n;
};

/* What the year asks of its pairs. RC_NOT_FOUND: the file has no such year. */
enum rc work_rules_get(const struct store *s, int64_t year, struct work_rules *out);
/* All pairs and groups of a year as they stood on the evening of a day, by the mentor's name; a
 * membership without a term of its own has the year's. */
enum rc works_load(const struct store *s, struct arena *a, const struct year *year, int on,
		   struct works *out);
/* The diaries of a year, by pair and month. */
enum rc diaries_load(const struct store *s, struct arena *a, int64_t year, struct diaries *out);

#endif
