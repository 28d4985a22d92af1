/* Reading registers: model/record.h. */
#ifndef NASTAVNIK_STORE_READ_RECORD_H
#define NASTAVNIK_STORE_READ_RECORD_H

#include "nastavnik/model/record.h"

struct store;

/* The records of one owner, in the type's own order; texts in the arena. */
enum rc record_list(const struct store *s, struct arena *a, const struct record_type *type,
		    int64_t owner, struct records *out);
/* Those of all owners of a school year, owner by owner. */
enum rc record_list_year(const struct store *s, struct arena *a, const struct record_type *type,
			 int64_t year, struct records *out);
/* Those of all years, the newest first. */
enum rc record_list_all(const struct store *s, struct arena *a, const struct record_type *type,
			struct records *out);
/* How many those of a year are. */
enum rc record_count_year(const struct store *s, const struct record_type *type, int64_t year,
			  int64_t *out);
/* RC_NOT_FOUND with a sentence. */
enum rc record_get(const struct store *s, struct arena *a, const struct record_type *type,
		   int64_t id, void *record);
/* All types, one by one from 0; NULL behind the last. */
const struct record_type *record_type_at(size_t i);
/* The type whose table has that name; NULL: no register is called so. */
const struct record_type *record_type_named(const char *name);

#endif
