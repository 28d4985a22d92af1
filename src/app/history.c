#include "nastavnik/app/history.h"

#include "inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/step.h"

/* «Импорт списка людей: people.csv» */
static char *step_title(struct arena *a, const struct step *step)
{
	if (!*step->detail)
		return arena_strdup(a, text_of(step->name));
	return arena_printf(a, "%s: %s", text_of(step->name), step->detail);
}

/* A year that was opened in the step may be gone now. */
static void facts_follow(struct app *app)
{
	if (app_facts_load(app, app->year.year))
		app_facts_load(app, 0);
}

enum rc history_undo(struct app *app, struct arena *a, const char **what)
{
	struct step step;
	enum rc rc = step_undo(app->store, a, &step);

	if (rc)
		return rc;
	facts_follow(app);
	*what = step_title(a, &step);
	return RC_OK;
}

enum rc history_redo(struct app *app, struct arena *a, const char **what)
{
	struct step step;
	enum rc rc = step_redo(app->store, a, &step);

	if (rc)
		return rc;
	facts_follow(app);
	*what = step_title(a, &step);
	return RC_OK;
}
