/* Private: what a heading says. */
#ifndef NASTAVNIK_PORT_HEADING_H
#define NASTAVNIK_PORT_HEADING_H

#include "nastavnik/port/table.h"

enum { HEADING_EXACT = 100, HEADING_WORDS = 60, PHRASE_WORDS = 12 };

/* A text cut into its words. */
struct words {
	const char *word[PHRASE_WORDS];
	size_t n;
	size_t letters; /* bytes of all words */
};

/* A heading that is known, and where its column goes. */
struct phrase {
	struct words words;
	enum column_use use;
	const struct field *field;
	bool whole; /* only as the whole heading, not as words of a longer one */
};

/* All phrases of a field table and of the uses beyond it. */
struct phrases {
	struct phrase *row;
	size_t n, cap;
	const char *other_role; /* how words of the other role begin; or NULL */
};

void phrases_make(struct arena *a, struct fields fields, struct phrases *phrases);
/* The phrase that says most about a heading, and how sure that is (HEADING_WORDS … HEADING_EXACT);
 * NULL when none does. */
const struct phrase *phrase_find(struct arena *a, const struct phrases *phrases,
				 const char *heading, int *sure);

#endif
