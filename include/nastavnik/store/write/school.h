/* Changing the school, its years, and settings. */
#ifndef NASTAVNIK_STORE_WRITE_SCHOOL_H
#define NASTAVNIK_STORE_WRITE_SCHOOL_H

#include "nastavnik/model/book.h"
#include "nastavnik/model/school.h"
#include "nastavnik/store/read/school.h"

/* The uuid stays what it is. */
enum rc school_put(struct store *s, const struct school *school);
/* Open a year with its books (as store_create() has them; may be NULL). RC_CONFLICT: it is there.
 */
enum rc year_add(struct store *s, const struct year *year, const struct books *books);
/* RC_NOT_FOUND: no such year. */
enum rc year_put(struct store *s, const struct year *year);
/* Settings of the screen: no step, not in the journal, lasting at once. "" forgets it. */
enum rc setting_set(struct store *s, const char *name, const char *text);

#endif
