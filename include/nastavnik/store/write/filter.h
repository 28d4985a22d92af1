/* Changing the filters kept under a name. */
#ifndef NASTAVNIK_STORE_WRITE_FILTER_H
#define NASTAVNIK_STORE_WRITE_FILTER_H

#include "nastavnik/store/read/filter.h"

struct store;

/* New (id 0: gets one) or changed. */
enum rc kept_filter_put(struct store *s, struct kept_filter *filter);
/* Nothing happens when it is not there. */
enum rc kept_filter_delete(struct store *s, int64_t id);

#endif
