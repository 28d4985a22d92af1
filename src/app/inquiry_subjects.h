/* What requests can ask about: subjects, their fields, and how their rows are read. */
#ifndef NASTAVNIK_SRC_APP_INQUIRY_SUBJECTS_H
#define NASTAVNIK_SRC_APP_INQUIRY_SUBJECTS_H

#include "nastavnik/app/inquiry.h"

/* Rows of a subject: structs of `size` bytes. `one`: where an int64_t id stands that several rows
 * share – the mentees of a group –, which count as one; 0: each row counts. */
struct inquiry_rows {
	char *row;
	size_t n, size, one;
};

/* Read those that lie within the request's days; in the arena. RC_INVALID: no such subject. */
enum rc inquiry_rows_load(const struct app *app, struct arena *a, const struct inquiry *inquiry,
			  struct inquiry_rows *out);

#endif
