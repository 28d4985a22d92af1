/* Reading mentees and mentors; as people are read (person.h). */
#ifndef NASTAVNIK_STORE_READ_PARTICIPANT_H
#define NASTAVNIK_STORE_READ_PARTICIPANT_H

#include <stdbool.h>

#include "nastavnik/model/participant.h"
#include "nastavnik/store/read/person.h"

struct store;

/* Restrict a list to those who lack something; bits are joined by "and". */
enum participant_lack {
	LACK_TOPICS = 1,  /* a mentee's request, a mentor's competences */
	LACK_CONSENT = 2, /* to take part */
	LACK_PAIR = 4,    /* in no bond that goes on */
	LACK_SELECTED = 8,
	LACK_TRAINED = 16,
	LACK_ENTRY = 32, /* the entry questionnaire */
};

/* All zero but year and role: all of that role by name. */
struct participant_query {
	int64_t year;
	int64_t role;       /* enum role */
	const char *filter; /* as in struct person_query; requests, competences and interests are
			       searched too */
	const char *sort;   /* name of a field of participant_fields(role); NULL: by name */
	bool descending;
	int64_t topic;          /* only who has this book item; 0: all */
	unsigned lack;          /* enum participant_lack */
	unsigned has;           /* likewise: who does not lack it */
	const char *class_name; /* as in struct person_query */
	int64_t kind;           /* enum person_kind; 0: all */
	int64_t form;           /* book item; 0: all */
	int64_t subbase;        /* likewise; -1: none is said */
	enum left_rule left;
};

/* Rows of a list, in an arena. */
struct participants {
	struct participant *row;
	size_t n;
};

/* The ids of those that the query leaves, in its order. */
enum rc participant_ids(const struct store *s, struct arena *a,
			const struct participant_query *query, struct ids *out);
/* As person_page(); who is not there any more has id 0. */
enum rc participant_page(const struct store *s, struct arena *a, const int64_t *ids, size_t n,
			 struct participant *row);
/* RC_NOT_FOUND with a sentence. */
enum rc participant_get(const struct store *s, struct arena *a, int64_t id,
			struct participant *out);
/* The participation of a person in a role and year; RC_NOT_FOUND without a sentence. */
enum rc participant_find(const struct store *s, struct arena *a, int64_t person, int64_t year,
			 enum role role, struct participant *out);
/* All of a role and year by name, with everything, in a handful of queries: for forming pairs,
 * exports and papers. Who has left is among them, since the pairs that were need their names. */
enum rc participant_load_all(const struct store *s, struct arena *a, int64_t year, enum role role,
			     struct participants *out);
/* Leave those out who have left the school, in place. */
void participants_here(struct participants *all);

#endif
