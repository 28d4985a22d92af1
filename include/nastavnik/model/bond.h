/* Proposals of pairs, and bonds: confirmed pairs and groups. domain.md §4, design.md The model. */
#ifndef NASTAVNIK_MODEL_BOND_H
#define NASTAVNIK_MODEL_BOND_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/model/participant.h"

/* Stored: never renumber. */
enum member_state { MEMBER_ACTIVE = 1, MEMBER_ENDED = 2 };

/* A confirmed pair or group, and what it is about. Texts are never NULL. */
struct bond {
	int64_t id, year;
	int64_t mentor; /* participation; 0: a whole class */
	int64_t form, role_model;
	int64_t technology; /* kind of mentoring, book item; 0: not said */
	const char *mentor_strengths, *mentee_strengths;
	const char *aim, *tasks;  /* the common ones */
	const char *difficulties; /* and the ways to overcome them */
	const char *success;      /* by what it will be seen to have succeeded */
	const char *strategy;
	int64_t approved_on; /* date: the year's personalised programme; DATE_NONE: not yet */
	const char *result;  /* of the whole pair, at the end */
	int64_t before;      /* the bond of the year before that it prolongs; 0 */
	int64_t replaces;    /* the one whose place it took; 0 */
};

/* Over struct bond: what its card edits. Choice sets: "form", "role_model", "technology". */
extern const struct fields bond_fields;

/* Between which days a pair works. */
struct bond_term {
	int64_t bond;
	int64_t from, to; /* dates */
};
extern const struct fields bond_term_fields;

/* Somebody of a pair is replaced. Stored nowhere: it becomes an ended pair and a new one. */
enum replaced { REPLACED_MENTOR = 1, REPLACED_MENTEE = 2 };

struct replacement {
	int64_t member; /* the membership that ends */
	int64_t who;    /* enum replaced */
	int64_t mentor; /* participation of who comes; 0 when it is the mentee */
	int64_t mentee; /* likewise */
	int64_t on;     /* date: the last day of the pair as it was */
	const char *reason;
};

/* Choice sets: "replaced", "mentor", "mentee". */
extern const struct fields replacement_fields;
extern const char *const replaced_words[];

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
	const char *result; /* what was reached; NULL is "" when it is written */
	int64_t passed;     /* 1: went the whole way */
	const char *link;   /* of the case or the review; likewise */
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
