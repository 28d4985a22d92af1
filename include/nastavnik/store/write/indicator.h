#ifndef NASTAVNIK_STORE_WRITE_INDICATOR_H
#define NASTAVNIK_STORE_WRITE_INDICATOR_H

#include "nastavnik/store/read/indicator.h"

/* Put the value of an indicator at a moment, in place of an older one. */
enum rc indicator_value_put(struct store *s, const struct indicator_value *value);
/* Forget it; none there is no fault. */
enum rc indicator_value_forget(struct store *s, int64_t indicator, int64_t moment);
/* Set the days of a year. */
enum rc indicator_days_put(struct store *s, int64_t year, const struct indicator_days *days);
/* Put a target in place of an older one of that code and year; FIELD_NOTHING as value: forget it.
 */
enum rc target_put(struct store *s, const struct target *target);
/* Put several. */
enum rc targets_add(struct store *s, const struct targets *targets);

#endif
