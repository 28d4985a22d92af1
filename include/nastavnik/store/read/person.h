/*
 * Reading people. A list is a vector of ids, loaded once per sort and filter; what stands on the
 * screen is fetched by id, a page at a time. Strings and vectors live in the arena.
 */
#ifndef NASTAVNIK_STORE_READ_PERSON_H
#define NASTAVNIK_STORE_READ_PERSON_H

#include <stdbool.h>

#include "nastavnik/model/person.h"

struct store;

/* What a list does with those who have left the school within the year. */
enum left_rule { LEFT_OUT, LEFT_ONLY, LEFT_TOO };

/* What part somebody takes in the year. */
enum person_part { PART_ANY, PART_MENTEE, PART_MENTOR, PART_NONE };

/* All zero but the year: everybody of the year by name. */
struct person_query {
	int64_t year;
	const char *filter; /* what was typed, as typed; every word must be found anywhere in the
			     * name, the class or the position; case, ё and the keyboard's layout do
			     * not count. NULL, "" : all */
	const char *sort;   /* name of a field of person_fields; NULL: by name. Ties go by name */
	bool descending;
	int64_t kind;           /* enum person_kind; 0: all */
	const char *class_name; /* a class, a parallel («7»), the beginning of a position; NULL,
				   "" : all */
	enum person_part part;
	enum left_rule left;
};

/* Rows of a list, in an arena. */
struct people {
	struct person *row;
	size_t n;
};

/* Ids of the persons the query asks for, in its order. */
enum rc person_ids(const struct store *s, struct arena *a, const struct person_query *query,
		   struct ids *out);
/* The persons of n ids as the year sees them, in the order of the ids, into row (room for n). Who
 * is not there any more has id 0 and empty texts; who is not in that year has year 0. */
enum rc person_page(const struct store *s, struct arena *a, int64_t year, const int64_t *ids,
		    size_t n, struct person *row);
/* How many people the year has, those who have left not counted. */
enum rc person_count(const struct store *s, int64_t year, int64_t *out);
/* Has the file anybody at all, in any year? */
enum rc person_any(const struct store *s, bool *out);
/* One person as the year sees him (year 0 in out: he is not in it); year 0: as his newest year
 * does. RC_NOT_FOUND with a sentence. */
enum rc person_get(const struct store *s, struct arena *a, int64_t id, int64_t year,
		   struct person *out);
/* Everybody of a year by name, for exports; who has left is left out. */
enum rc person_load(const struct store *s, struct arena *a, int64_t year, struct people *out);
/*
 * Who could be the same person: the records whose person_name_key() is that of p, but for those
 * born on another day, each as its newest year not after p->year has it, else its oldest year.
 * Judge with person_same(). Usually nobody or one.
 */
enum rc person_candidates(const struct store *s, struct arena *a, const struct person *p,
			  struct people *out);

#endif
