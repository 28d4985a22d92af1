/* Lists as CSV tables; what is exported can be imported again and gives the same data. */
#ifndef NASTAVNIK_APP_EXPORT_H
#define NASTAVNIK_APP_EXPORT_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"

/* What can be exported. */
enum export_kind { EXPORT_PEOPLE, EXPORT_MENTEES, EXPORT_MENTORS, EXPORT_PAIRS, EXPORT_COUNT };

struct export_options {
	const char *encoding; /* code of one of import_encodings(), "cp1251"; NULL: UTF-8 with BOM,
				 which office programs know */
	bool sensitive;       /* also the fields marked so */
};

/*
 * Write the list of the year worked on to path, *rows says how many. Pairs: the confirmed ones. The
 * table appears whole or not at all: a failure (RC_IO) leaves what was there. A letter that the
 * encoding lacks is replaced and told in issues (may be NULL) by row and column.
 */
enum rc export_run(const struct app *app, enum export_kind kind, const char *path,
		   const struct export_options *options, struct issues *issues, int64_t *rows);

#endif
