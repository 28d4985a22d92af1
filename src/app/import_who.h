/* Whom a row of a table is about: somebody of the year's bases, by the code on the sheet or by
 * name. */
#ifndef NASTAVNIK_SRC_APP_IMPORT_WHO_H
#define NASTAVNIK_SRC_APP_IMPORT_WHO_H

#include "import_inner.h"
#include "name_words.h"

/* The fields that say so; a kind's field table begins with them. */
#define WHO_CODE "who-code"
#define WHO_NAME "who-name"
#define WHO_FAMILY "who-family"
#define WHO_GIVEN "who-given"
#define WHO_PATRONYMIC "who-patronymic"
#define WHO_CLASS "who-class"
extern const struct field who_fields[];
enum { WHO_FIELDS = 6 };

/* Somebody who may be meant. */
struct who_known {
	const struct participant *p;
	struct name_words name;
};

struct who {
	struct who_known *row;
	size_t n;
	enum role role; /* 0: both; then a bare number may mean two */
};

/* All of a role in the year worked on, those too that have left; role 0: of both. In the run's
 * arena. */
enum rc who_load(struct import_run *run, enum role role, struct who *who);
/* What the row is called in the report. In the row's arena. */
const char *who_label(const struct import_row *row);
/* Whom the row means. *out NULL: the row waits for an answer or is left out, its fate says so.
 * RC_INVALID: code and name mean two people, or the row names nobody; RC_NOT_FOUND with a sentence:
 * nobody of the bases is called so. */
enum rc who_find(struct import_row *row, const struct who *who, const struct participant **out);
/* Is there a column that may say it? RC_INVALID with a sentence. */
enum rc who_columns(const struct import *import);

#endif
