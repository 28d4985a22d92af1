/*
 * Head counts of the year: counted from the school's list where there is one, typed where there is
 * none. There is a list of pupils when it has more than those who take part: somebody who brought
 * in the mentees alone has no list of the school.
 */
#ifndef NASTAVNIK_APP_HEADCOUNT_H
#define NASTAVNIK_APP_HEADCOUNT_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/headcount.h"

struct headcount_row {
	bool counted;    /* from the list; else typed */
	int64_t number;  /* FIELD_NOTHING: neither counted nor typed */
	int64_t guessed; /* of those counted: by the usual age of their class */
	int64_t unknown; /* left out: neither a birth date nor a class */
	int64_t part;    /* who of them takes part */
	int64_t share; /* part of number in tenths of a per cent; FIELD_NOTHING without a number */
};

struct headcount_rows {
	int on; /* the day as of which ages are counted */
	struct headcount_row row[HEADCOUNTS];
};

/* Count all. */
enum rc headcount_load(const struct app *app, struct headcount_rows *out);
/* Type one, FIELD_NOTHING to forget it. RC_INVALID with a sentence when it is counted, or beyond
 * 0…100,000. */
enum rc headcount_type(struct app *app, enum headcount which, int64_t number);
/* Count as of a day; DATE_NONE: as of today. RC_INVALID with a sentence. */
enum rc headcount_date(struct app *app, int64_t on);

#endif
