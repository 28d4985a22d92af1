/* Writing what a year lays down for results. */
#ifndef NASTAVNIK_STORE_WRITE_RESULTS_H
#define NASTAVNIK_STORE_WRITE_RESULTS_H

#include "nastavnik/store/read/results.h"

/* RC_NOT_FOUND: the file has no such year. */
enum rc survey_rules_put(struct store *s, int64_t year, const struct survey_rules *rules);

#endif
