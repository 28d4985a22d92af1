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

/* Has the step that was asked for been turned? */
static bool step_turned(const struct app *app, struct arena *a, const struct step *step)
{
	struct step now;

	return step_get(app->store, a, step->id, &now) != RC_OK || now.status != step->status;
}

enum rc history_go(struct app *app, int64_t step, size_t *n)
{
	struct arena a = { 0 };
	struct step to;
	const char *what;
	enum rc rc = step_get(app->store, &a, step, &to);

	*n = 0;
	if (rc == RC_NOT_FOUND)
		err_set(rc, _("This change is not in the history any more."));
	if (!rc && to.status == STEP_DROPPED)
		rc = err_set(RC_INVALID,
			     _("“%s” was taken back and something else was done since: it is only "
			       "a memory."),
			     text_of(to.name));
	while (!rc && !step_turned(app, &a, &to)) {
		rc = to.status == STEP_DONE ? history_undo(app, &a, &what)
					    : history_redo(app, &a, &what);
		*n += !rc;
	}
	arena_done(&a);
	return rc;
}
