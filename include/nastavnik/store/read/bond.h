/* Reading bonds and proposals. */
#ifndef NASTAVNIK_STORE_READ_BOND_H
#define NASTAVNIK_STORE_READ_BOND_H

#include "nastavnik/model/bond.h"

struct store;

/* Rows of a list, in an arena. */
struct members {
	struct bond_member *row;
	size_t n;
};

/* Rows of a list, in an arena. */
struct proposals {
	struct proposal *row;
	size_t n;
};

/* All memberships of a year, going on and ended: by mentor's name, then mentee's. */
enum rc members_load(const struct store *s, struct arena *a, int64_t year, struct members *out);
/* RC_NOT_FOUND with a sentence. */
enum rc bond_get(const struct store *s, struct arena *a, int64_t id, struct bond *out);
/* The memberships of a person's bonds that go on in a year, as mentor and as mentee. */
enum rc members_of_person(const struct store *s, struct arena *a, int64_t person, int64_t year,
			  struct ids *out);
/* With its pairs, by the mentee's name. RC_NOT_FOUND with a sentence. */
enum rc proposal_load(const struct store *s, struct arena *a, int64_t id, struct proposal *out);
/* The newest of a year; RC_NOT_FOUND without a sentence when there is none. */
enum rc proposal_latest(const struct store *s, struct arena *a, int64_t year, struct proposal *out);
/* Heads only (pair NULL, n is their number), newest first. */
enum rc proposal_list(const struct store *s, struct arena *a, int64_t year, struct proposals *out);

#endif
