/* Registers: use cases of every record type; they are read from store/read/record.h. */
#ifndef NASTAVNIK_APP_RECORDS_H
#define NASTAVNIK_APP_RECORDS_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/record.h"

/* Save a record; id 0: a new one, id is filled in, and the owner where
 * a rule gives it another one. RC_INVALID with a sentence: a field's rule, the
 * type's, or a date that does not lie in the school year. */
enum rc records_save(struct app *app, const struct record_type *type, void *record);
/* Save several in one step, all or none; name: msgid of the step. */
enum rc records_save_all(struct app *app, const struct record_type *type, struct records *records,
			 const char *name);
/* Delete some with what belongs to them: one step. RC_NOT_FOUND: one is gone already. */
enum rc records_delete(struct app *app, const struct record_type *type, struct ids ids);

#endif
