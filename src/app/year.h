/* What a new school year begins with. */
#ifndef NASTAVNIK_SRC_APP_YEAR_H
#define NASTAVNIK_SRC_APP_YEAR_H

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/school.h"

/* The first year of a file: defaults and the methodology's books; texts in the arena. */
enum rc year_first(struct arena *a, int64_t number, struct year *year, struct books *books);
/* The year after `before`: its rules of matching, and the methodology's books with what the school
 * changed in and added to its own. */
enum rc year_next(struct arena *a, const struct year *before, const struct books *old,
		  int64_t number, struct year *year, struct books *books);

#endif
