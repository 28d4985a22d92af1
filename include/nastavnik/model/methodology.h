/*
 * A methodology: text files below data/methodology/<name>/ that a teacher can read and change.
 * Opening a year copies its reference books into the file with new ids; from then on they are the
 * school's. The form of the files is described at the head of data/methodology/r145/about.txt.
 */
#ifndef NASTAVNIK_MODEL_METHODOLOGY_H
#define NASTAVNIK_MODEL_METHODOLOGY_H

#include "nastavnik/base/embed.h"
#include "nastavnik/base/err.h"
#include "nastavnik/model/book.h"

/*
 * The books of an embedded methodology ("r145") for a year, by book and position, with ids from
 * id_new(), and its version; all in the arena. RC_NOT_FOUND: there is no such methodology; RC_BUG
 * with file, line and reason: the text has a mistake.
 */
enum rc methodology_load(struct arena *a, const char *name, int64_t year, struct books *books,
			 const char **version);

#endif
