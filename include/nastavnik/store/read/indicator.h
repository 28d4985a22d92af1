/* What indicators are counted from, what was typed or fixed of them, and what is aimed at. */
#ifndef NASTAVNIK_STORE_READ_INDICATOR_H
#define NASTAVNIK_STORE_READ_INDICATOR_H

#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/model/indicator.h"

struct store;

/* All facts of a year, in the arena; age_on is not set. */
enum rc indicator_facts_load(const struct store *s, struct arena *a, int64_t year,
			     struct indicator_facts *out);
/* Typed and fixed values of a year's indicators, by indicator and moment. */
enum rc indicator_values_load(const struct store *s, struct arena *a, int64_t year,
			      struct indicator_values *out);
/* The days of a year that were set; DATE_NONE: not set. RC_NOT_FOUND: no such year. */
enum rc indicator_days_get(const struct store *s, int64_t year, struct indicator_days *out);
/* Of all indicators and years, by code, history first, by year. */
enum rc target_list(const struct store *s, struct arena *a, struct targets *out);

#endif
