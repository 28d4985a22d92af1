/* What saving and deleting records of some types do beyond the records themselves. */
#ifndef NASTAVNIK_SRC_APP_RECORD_RULES_H
#define NASTAVNIK_SRC_APP_RECORD_RULES_H

#include "inner.h"
#include "nastavnik/model/record.h"

struct record_rule {
	const struct record_type *type;
	/* Fill in what follows from the rest, before the record is checked; texts in the arena.
	 * NULL: nothing. */
	enum rc (*settle)(struct app *app, struct arena *a, void *record);
	/* Within the step, in place of writing or deleting the record: it is not all that changes.
	 * put may give it another id and owner. NULL: it is written, it is deleted. */
	enum rc (*put)(struct app *app, struct arena *a, void *record);
	enum rc (*remove)(struct app *app, struct arena *a, const void *record);
	/* Within the step, once the record is written: before NULL is a new one, after NULL one
	 * that is gone. NULL: nothing follows. */
	enum rc (*follow)(struct app *app, struct arena *a, const void *before, const void *after);
};

/* NULL: such records stand for themselves. */
const struct record_rule *record_rule_of(const struct record_type *type);

#endif
