/* Conditions of a request, made ready for being asked of many rows. */
#ifndef NASTAVNIK_SRC_APP_INQUIRY_TESTS_H
#define NASTAVNIK_SRC_APP_INQUIRY_TESTS_H

#include "nastavnik/app/inquiry.h"

enum { INQUIRY_VALUES = 20 };

/* One of the values that a condition names. */
struct inquiry_value {
	const char *fold;  /* of a text */
	int64_t low, high; /* of a number, a date; of a choice both are its id */
};

struct inquiry_check {
	const struct inquiry_field *field;
	enum inquiry_test test;
	struct inquiry_value value[INQUIRY_VALUES];
	size_t n;
};

struct inquiry_checks {
	struct inquiry_check row[INQUIRY_CONDITIONS];
	size_t n;
};

/* What is not understood is told and left out. */
void inquiry_checks_make(struct arena *a, const struct inquiry *inquiry,
			 const struct inquiry_fields *fields, const struct choice_source *source,
			 struct inquiry_checks *out, struct issues *issues);
/* Does the row fulfil all of them? */
bool inquiry_checks_pass(struct arena *a, const struct inquiry_checks *checks, const char *row);

#endif
