/* One value for several records: «Изменить у отмеченных…» of the lists of people. */
#ifndef SCREENS_CHANGE_H
#define SCREENS_CHANGE_H

#include "nastavnik/app/people.h"
#include "nastavnik/ui/view.h"

/* What may be changed at once in a list, and how it is written. */
struct change {
	const struct fields *fields;
	const char *const *names; /* of the fields offered, NULL ended */
	enum rc (*set)(struct app *app, struct ids ids, const struct field *field,
		       const char *text);
};

/* Ask for the field, then for the value, and write it into the marked records of the list, or the
 * one under the cursor. */
unsigned change_ask(struct frame *f, const struct change *change);

#endif
