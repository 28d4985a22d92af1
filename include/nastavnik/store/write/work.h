/* Writing the rules of stage 6 and diaries. */
#ifndef NASTAVNIK_STORE_WRITE_WORK_H
#define NASTAVNIK_STORE_WRITE_WORK_H

#include "nastavnik/store/read/work.h"

/* RC_NOT_FOUND: the file has no such year. */
enum rc work_rules_put(struct store *s, int64_t year, const struct work_rules *rules);
/* Write a month of a diary over what is there; an empty one is taken away. */
enum rc diary_put(struct store *s, const struct diary *d);

#endif
