/* The school, its years, and settings. Strings live in the arena. */
#ifndef NASTAVNIK_STORE_READ_SCHOOL_H
#define NASTAVNIK_STORE_READ_SCHOOL_H

#include "nastavnik/model/school.h"

struct store;

struct years {
	struct year *row; /* newest first */
	size_t n;
};

/* The school, and all its years. */
enum rc school_get(const struct store *s, struct arena *a, struct school *out);
enum rc year_list(const struct store *s, struct arena *a, struct years *out);
/* RC_NOT_FOUND, with a sentence, when the file has no such year; year 0: the newest. */
enum rc year_get(const struct store *s, struct arena *a, int64_t year, struct year *out);
/* A setting's text; "" when it was never set. */
enum rc setting_get(const struct store *s, struct arena *a, const char *name, const char **out);

#endif
