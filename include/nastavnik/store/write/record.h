/* Changing registers. */
#ifndef NASTAVNIK_STORE_WRITE_RECORD_H
#define NASTAVNIK_STORE_WRITE_RECORD_H

#include "nastavnik/store/read/record.h"

/* Write a record; id 0: gets one. Who wrote it has checked it before. RC_NOT_FOUND: the id is not
 * in the file any more. */
enum rc record_put(struct store *s, const struct record_type *type, void *record);
/* Write a new one under the id that it brings along, as a record of another file does. */
enum rc record_insert(struct store *s, const struct record_type *type, const void *record);
/* Write several; as the first that fails says. */
enum rc records_add(struct store *s, const struct record_type *type, const struct records *records);
/* With what belongs to it. RC_NOT_FOUND. */
enum rc record_delete(struct store *s, const struct record_type *type, int64_t id);

#endif
