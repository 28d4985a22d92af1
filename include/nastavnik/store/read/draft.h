/* Forms that were being filled in when the program went away. */
#ifndef NASTAVNIK_STORE_READ_DRAFT_H
#define NASTAVNIK_STORE_READ_DRAFT_H

#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

struct store;

struct draft {
	const char *form; /* the view's name */
	int64_t record;   /* what is being changed; 0: a new one, or the only one */
	int64_t at;       /* clock_now() of writing */
	const char *text; /* as the form wrote it */
};

/* Rows of a list, in an arena. */
struct drafts {
	struct draft *row;
	size_t n;
};

/* RC_NOT_FOUND, without a sentence, when there is none. */
enum rc draft_get(const struct store *s, struct arena *a, const char *form, int64_t record,
		  struct draft *out);
/* All of them, the newest first. */
enum rc draft_list(const struct store *s, struct arena *a, struct drafts *out);

#endif
