/* Proposals of pairs, and bonds: confirmed pairs and groups. domain.md §4, design.md The model. */
#ifndef NASTAVNIK_MODEL_BOND_H
#define NASTAVNIK_MODEL_BOND_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/model/participant.h"

/* Stored: never renumber. */
enum member_state { MEMBER_ACTIVE = 1, MEMBER_ENDED = 2 };

/* One mentee in one bond; a bond with several is a group. */
struct bond_member {
	int64_t id; /* of the membership */
	int64_t bond;
	int64_t mentor, mentee; /* participations */
	int64_t form, role_model;
	int64_t from, to;   /* dates; to may be DATE_NONE */
	int64_t state;      /* enum member_state */
	const char *reason; /* why it ended; "" */
	int64_t score;      /* 0…1000 when it was confirmed; -1: made by hand without a score */
	/* what members_load() reads too */
	const char *result; /* what the mentee has reached; "" */
	int64_t passed;     /* 1: went the whole way */
	const char *link;   /* to the case or the review; "" */
};

struct year;
/* Does it go on, or did it until the pairs' term or its year ended? Who ended earlier is history.
 */
bool bond_member_lasts(const struct bond_member *m, const struct year *year);

/* One line of a proposal. */
struct proposal_pair {
	int64_t id;
	int64_t mentor, mentee; /* participations */
	int64_t form;           /* what the bond's form will be */
	int64_t score;          /* 0…1000 */
	int64_t locked;         /* 1: «не менять» */
	int64_t by_hand;        /* 1: the curator made it */
};

struct proposal {
	int64_t id, year;
	int64_t number;    /* «вариант 3» */
	int64_t made_at;   /* clock_now() */
	int64_t confirmed; /* clock_now() of confirming; 0: not yet */
	struct proposal_pair *pair;
	size_t n;
};

#endif
