/* Changing the head counts that are typed. */
#ifndef NASTAVNIK_STORE_WRITE_HEADCOUNT_H
#define NASTAVNIK_STORE_WRITE_HEADCOUNT_H

#include "nastavnik/store/read/headcount.h"

/* FIELD_NOTHING forgets it. */
enum rc headcount_put(struct store *s, int64_t year, const char *code, int64_t number);

#endif
