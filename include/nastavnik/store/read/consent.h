/* Reading consents: a person's papers, and who of whom has given what. */
#ifndef NASTAVNIK_STORE_READ_CONSENT_H
#define NASTAVNIK_STORE_READ_CONSENT_H

#include "nastavnik/model/consent.h"
#include "nastavnik/model/person.h"

struct store;

/* Rows of a list, in an arena. */
struct consents {
	struct consent *row;
	size_t n;
};

/* A person's papers that count or counted in a year, the one signed last first. */
enum rc consent_list(const struct store *s, struct arena *a, int64_t person, int64_t year,
		     struct consents *out);
/* RC_NOT_FOUND with a sentence. */
enum rc consent_get(const struct store *s, struct arena *a, int64_t id, struct consent *out);

/* One person of the year with the three marks. Texts are never NULL. */
struct consent_row {
	struct person person;
	int64_t mentee, mentor;     /* participations of the year; 0: takes no such part */
	const char *representative; /* of the mentee; "" */
	int64_t request;            /* the mentee's main request, a book item; 0 */
	const char *request_words;  /* the mentee's own words; "" */
	struct consent_mark mark[CONSENT_KINDS]; /* by kind - 1 */
};
struct consent_rows {
	struct consent_row *row;
	size_t n;
};

/* Of whom. Who has left the school is nowhere. */
enum consent_people {
	CONSENTS_OF_PARTICIPANTS, /* mentees and mentors, once each: by class and name, adults last
				   */
	CONSENTS_OF_CLASS,        /* everybody of a class, by name: as its paper sheet has them */
	CONSENTS_OF_STAFF,        /* teachers of this school, by name */
};
enum rc consent_rows_load(const struct store *s, struct arena *a, int64_t year,
			  enum consent_people people, const char *class_name,
			  struct consent_rows *out);

/* A class of the year. */
struct class_row {
	const char *name; /* «7В» */
	int64_t pupils;
};
struct classes {
	struct class_row *row; /* by grade and letter */
	size_t n;
};
enum rc class_list(const struct store *s, struct arena *a, int64_t year, struct classes *out);

#endif
