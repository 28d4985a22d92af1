/*
 * Half-filled forms, kept so that a power cut costs nothing: form and record name one, the text is
 * the form's own. They are no steps; a file that is open for reading only has none. To list them:
 * draft_list() of store/read.
 */
#ifndef NASTAVNIK_APP_DRAFT_H
#define NASTAVNIK_APP_DRAFT_H

#include "nastavnik/app/app.h"
#include "nastavnik/store/read/draft.h"

/* Keep it in place of an older one; "" forgets it. Not being able to is no reason to stop somebody
 * who is typing: it is logged. */
void draft_keep(struct app *app, const char *form, int64_t record, const char *text);
/* The one of this form and record, in the arena; false when there is none. */
bool draft_find(const struct app *app, struct arena *a, const char *form, int64_t record,
		struct draft *out);

#endif
