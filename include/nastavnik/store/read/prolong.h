/* Which pairs last beyond their year. */
#ifndef NASTAVNIK_STORE_READ_PROLONG_H
#define NASTAVNIK_STORE_READ_PROLONG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

struct store;

/* A membership that goes on or reached the end of its year. */
struct lasting {
	int64_t member, bond;
	int64_t mentor, mentee; /* participations */
	int64_t from;           /* a date */
	int64_t years;          /* that the bond has lasted with those it prolonged; from 1 */
	bool at_work;           /* nobody has ended it */
};
struct lastings {
	struct lasting *row; /* by mentor's name, bond by bond */
	size_t n;
};

/* Those of a year, in the arena. */
enum rc lasting_list(const struct store *s, struct arena *a, int64_t year, struct lastings *out);

#endif
