#include "nastavnik/app/draft.h"

#include "inner.h"
#include "nastavnik/base/log.h"
#include "nastavnik/store/write/draft.h"

void draft_keep(struct app *app, const char *form, int64_t record, const char *text)
{
	const struct draft draft = { .form = form, .record = record, .text = text };
	enum rc rc;

	if (*app_change_why(app))
		return;
	rc = *text ? draft_put(app->store, &draft) : draft_remove(app->store, form, record);
	if (rc != RC_OK)
		log_line("draft of %s not kept: %s", form, err_last()->text);
	app->settled = -1; /* no change of the data, but one for the disk at the next pause */
}

bool draft_find(const struct app *app, struct arena *a, const char *form, int64_t record,
		struct draft *out)
{
	return !*app_change_why(app) && draft_get(app->store, a, form, record, out) == RC_OK;
}
