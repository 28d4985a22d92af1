/* Writing what the e-journal told. */
#ifndef NASTAVNIK_STORE_WRITE_GROWTH_H
#define NASTAVNIK_STORE_WRITE_GROWTH_H

#include "nastavnik/store/read/growth.h"

/* Write one cell; FIELD_NOTHING empties it. */
enum rc growth_put(struct store *s, const struct growth *cell);

#endif
