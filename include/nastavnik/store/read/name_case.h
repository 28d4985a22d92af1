/* Corrections of names in cases. */
#ifndef NASTAVNIK_STORE_READ_NAME_CASE_H
#define NASTAVNIK_STORE_READ_NAME_CASE_H

#include "nastavnik/model/declension.h"

struct store;

/* Rows of a list, in an arena. */
struct name_cases {
	struct name_case *row; /* by person */
	size_t n;
};

/* A person's correction; one that says nothing when there is none. */
enum rc name_case_get(const struct store *s, struct arena *a, int64_t person,
		      struct name_case *out);
/* All of the file: few names need one. */
enum rc name_case_load(const struct store *s, struct arena *a, struct name_cases *out);

#endif
