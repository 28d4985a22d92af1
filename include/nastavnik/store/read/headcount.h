/* Head counts that were typed. */
#ifndef NASTAVNIK_STORE_READ_HEADCOUNT_H
#define NASTAVNIK_STORE_READ_HEADCOUNT_H

#include <stdint.h>

#include "nastavnik/base/err.h"

struct store;

/* What was typed for a year under a code of model/headcount.h; FIELD_NOTHING: nothing. */
enum rc headcount_get(const struct store *s, int64_t year, const char *code, int64_t *out);

#endif
