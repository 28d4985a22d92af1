/* Where a person stands in what must not vanish. */
#ifndef NASTAVNIK_STORE_READ_STANDING_H
#define NASTAVNIK_STORE_READ_STANDING_H

#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

struct store;

enum standing_what {
	STANDING_PAIR,
	STANDING_INTERVIEW,
	STANDING_COURSE,
	STANDING_EVENT,
	STANDING_AWARD,
	STANDING_INCENTIVE,
	STANDING_SELF_ANALYSIS,
	STANDING_CLOSED_YEAR, /* the list of a closed year */
	STANDING_FEEDBACK,
	STANDING_SHEET,
	STANDING_GROWTH,
	STANDING_COUNT
};

/* One kind of thing in one year. */
struct standing {
	enum standing_what what;
	int64_t year, n;
};
struct standings {
	struct standing *row; /* by what, then year */
	size_t n;
};

/* Where all participations of a person stand, or one participation (the other id 0). */
enum rc standing_list(const struct store *s, struct arena *a, int64_t person, int64_t participation,
		      struct standings *out);
/* RC_CONFLICT with a sentence that says of whom and where, unless the list is empty. */
enum rc standing_refuse(const char *name, const struct standings *list);

#endif
