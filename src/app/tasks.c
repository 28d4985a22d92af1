#include "nastavnik/app/tasks.h"

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/task.h"
#include "nastavnik/store/write/step.h"
#include "nastavnik/store/write/task.h"

enum rc tasks_save(struct app *app, struct task *task)
{
	struct task fresh = *task;
	enum rc rc = fields_check(task_fields, task);

	if (!fresh.id)
		fresh.year = app->year.year;
	if (!rc)
		rc = app_begin(app, fresh.id ? N_("Step changed") : N_("Step added"), fresh.name);
	if (!rc)
		rc = app_end(app, task_put(app->store, &fresh));
	if (!rc)
		task->id = fresh.id;
	return rc;
}

static enum rc task_tick(struct app *app, struct task *task)
{
	enum rc rc;

	task->done_on = task->done_on ? DATE_NONE : date_today();
	rc = app_begin(app, task->done_on ? N_("Step done") : N_("Step not done after all"),
		       task->name);
	return rc ? rc : app_end(app, task_put(app->store, task));
}

enum rc tasks_tick(struct app *app, int64_t id, bool *done)
{
	struct arena a = { 0 };
	struct task task;
	enum rc rc = task_get(app->store, &a, id, &task);

	if (!rc)
		rc = task_tick(app, &task);
	if (!rc)
		*done = task.done_on != DATE_NONE;
	arena_done(&a);
	return rc;
}

static enum rc task_remove(struct app *app, const struct task *task)
{
	enum rc rc;

	if (*task->code)
		return err_set(
			RC_CONFLICT,
			_("This step is the methodology's. Where the school does without it, "
			  "say so with F4: it is not counted then."));
	rc = app_begin(app, N_("Step deleted"), task->name);
	return rc ? rc : app_end(app, task_delete(app->store, task->id));
}

enum rc tasks_delete(struct app *app, int64_t id)
{
	struct arena a = { 0 };
	struct task task;
	enum rc rc = task_get(app->store, &a, id, &task);

	if (!rc)
		rc = task_remove(app, &task);
	arena_done(&a);
	return rc;
}

static enum rc tasks_fill(struct app *app, struct arena *a)
{
	struct tasks tasks;
	char name[12];
	enum rc rc = tasks_of_methodology(a, &app->year, &tasks);

	if (!rc)
		rc = app_begin(app, N_("Steps of the stages"), year_name(app->year.year, name));
	return rc ? rc : app_end(app, tasks_add(app->store, &tasks));
}

enum rc tasks_complete(struct app *app)
{
	struct arena a = { 0 };
	struct tasks tasks;
	bool writable = !*app_change_why(app);
	enum rc rc = writable ? task_list(app->store, &a, app->year.year, 0, &tasks) : RC_OK;

	if (!rc && writable && !tasks.n)
		rc = tasks_fill(app, &a);
	arena_done(&a);
	return rc;
}
