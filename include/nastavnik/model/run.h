/* Numbers of papers that follow one another. */
#ifndef NASTAVNIK_MODEL_RUN_H
#define NASTAVNIK_MODEL_RUN_H

#include "nastavnik/base/arena.h"

/* The number `steps` behind one: «Г-09» and 2 give «Г-11»; its digits keep their width. NULL when
 * it ends in no digit. In the arena. */
char *run_number(struct arena *a, const char *first, size_t steps);

#endif
