#include "nastavnik/app/tasks.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/workday.h"
#include "nastavnik/store/read/task.h"
#include "nastavnik/store/write/step.h"
#include "nastavnik/store/write/task.h"

static enum rc due_check(const struct app *app, const struct task *task)
{
	char date[DATE_SIZE], name[12];

	if (!task->due || year_has(app->year.year, (int)task->due))
		return RC_OK;
	return err_set(RC_INVALID, _("“%s”: the term %s does not lie in the school year %s."),
		       task->name, date_format((int)task->due, date),
		       year_name(app->year.year, name));
}

/* What stands from the year before, a regulation, may have been done in it. */
static enum rc done_check(const struct app *app, const struct task *task)
{
	char date[DATE_SIZE], name[12];
	int64_t year = app->year.year;

	if (!task->done_on || year_has(year, (int)task->done_on) ||
	    year_has(year - 1, (int)task->done_on))
		return RC_OK;
	return err_set(RC_INVALID,
		       _("“%s”: %s, the day on which it was done, is far from the school year %s. "
			 "Mend the date."),
		       task->name, date_format((int)task->done_on, date), year_name(year, name));
}

static enum rc task_check(const struct app *app, const struct task *task)
{
	enum rc rc = fields_check(task_fields, task);

	if (!rc)
		rc = due_check(app, task);
	return rc ? rc : done_check(app, task);
}

enum rc tasks_save(struct app *app, struct task *task)
{
	struct task fresh = *task;
	enum rc rc = task_check(app, task);

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

/* The steps of the ids, in their order. */
static enum rc tasks_get(const struct app *app, struct arena *a, struct ids ids, struct tasks *out)
{
	struct tasks tasks = { ARENA_NEW(a, struct task, ids.n), ids.n };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < ids.n && !rc; i++)
		rc = task_get(app->store, a, ids.row[i], &tasks.row[i]);
	if (!rc)
		*out = tasks;
	return rc;
}

/* The step's name, or how many there are. */
static const char *tasks_detail(struct arena *a, const struct tasks *tasks)
{
	return tasks->n == 1 ? tasks->row[0].name : arena_printf(a, "%zu", tasks->n);
}

/* Write them all, changed in place, as one step of the journal. */
static enum rc tasks_write(struct app *app, struct arena *a, const struct tasks *tasks,
			   const char *name)
{
	enum rc rc = app_begin(app, name, tasks_detail(a, tasks));

	return rc ? rc : app_end(app, tasks_add(app->store, tasks));
}

static bool all_done(const struct tasks *tasks)
{
	for (size_t i = 0; i < tasks->n; i++)
		if (!tasks->row[i].done_on)
			return false;
	return true;
}

static enum rc tick(struct app *app, struct arena *a, struct ids ids, bool *done)
{
	struct tasks tasks;
	enum rc rc = tasks_get(app, a, ids, &tasks);
	bool undo;

	if (rc)
		return rc;
	undo = all_done(&tasks);
	for (size_t i = 0; i < tasks.n; i++)
		if (undo || !tasks.row[i].done_on)
			tasks.row[i].done_on = undo ? DATE_NONE : date_today();
	rc = tasks_write(app, a, &tasks, undo ? N_("Step not done after all") : N_("Step done"));
	if (!rc)
		*done = !undo;
	return rc;
}

enum rc tasks_tick(struct app *app, struct ids ids, bool *done)
{
	struct arena a = { 0 };
	enum rc rc = tick(app, &a, ids, done);

	arena_done(&a);
	return rc;
}

static enum rc tasks_remove(struct app *app, const struct tasks *tasks)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < tasks->n && !rc; i++)
		rc = task_delete(app->store, tasks->row[i].id);
	return rc;
}

enum rc tasks_delete(struct app *app, struct ids ids)
{
	struct arena a = { 0 };
	struct tasks tasks;
	enum rc rc = tasks_get(app, &a, ids, &tasks);

	if (!rc)
		rc = app_begin(app, N_("Step deleted"), tasks_detail(&a, &tasks));
	if (!rc)
		rc = app_end(app, tasks_remove(app, &tasks));
	arena_done(&a);
	return rc;
}

static enum rc task_alter(const struct app *app, struct task *task,
			  const struct task_change *change)
{
	if (*change->responsible)
		task->responsible = change->responsible;
	if (*change->result)
		task->result = change->result;
	if (change->done_on)
		task->done_on = change->done_on;
	return task_check(app, task);
}

enum rc tasks_change(struct app *app, struct ids ids, const struct task_change *change)
{
	struct arena a = { 0 };
	struct tasks tasks;
	enum rc rc = tasks_get(app, &a, ids, &tasks);

	for (size_t i = 0; !rc && i < tasks.n; i++)
		rc = task_alter(app, &tasks.row[i], change);
	if (!rc)
		rc = tasks_write(app, &a, &tasks, N_("Steps changed"));
	arena_done(&a);
	return rc;
}

int task_moved(const struct task *task, const struct task_move *move)
{
	int due = (int)task->due;

	if (!task_movable(task))
		return DATE_NONE;
	return workday_from(date_add_days(due, (int)move->days), (enum rest)move->rest);
}

enum rc tasks_move(struct app *app, struct ids ids, const struct task_move *move)
{
	struct arena a = { 0 };
	struct tasks tasks = { 0 }, moved;
	enum rc rc = tasks_get(app, &a, ids, &tasks);

	moved = (struct tasks){ tasks.row, 0 };
	for (size_t i = 0; !rc && i < tasks.n; i++) {
		struct task task = tasks.row[i];

		if (!task_movable(&task))
			continue;
		task.due = task_moved(&task, move);
		rc = due_check(app, &task);
		moved.row[moved.n++] = task;
	}
	if (!rc && !moved.n)
		rc = err_set(RC_INVALID, "%s",
			     _("There is nothing to move: these steps are done or have no term."));
	if (!rc)
		rc = tasks_write(app, &a, &moved, N_("Terms of steps moved"));
	arena_done(&a);
	return rc;
}

static bool has_code(const struct tasks *tasks, const char *code)
{
	for (size_t i = 0; i < tasks->n; i++)
		if (!strcmp(tasks->row[i].code, code))
			return true;
	return false;
}

enum rc tasks_missing(const struct app *app, struct arena *a, struct tasks *out)
{
	struct tasks proposed, here, missing = { 0 };
	enum rc rc = tasks_of_methodology(a, &app->year, &proposed);

	if (!rc)
		rc = task_list(app->store, a, app->year.year, 0, &here);
	if (rc)
		return rc;
	missing.row = ARENA_NEW(a, struct task, proposed.n);
	for (size_t i = 0; i < proposed.n; i++)
		if (!has_code(&here, proposed.row[i].code))
			missing.row[missing.n++] = proposed.row[i];
	*out = missing;
	return RC_OK;
}

enum rc tasks_restore(struct app *app, const struct tasks *chosen)
{
	struct arena a = { 0 };
	enum rc rc = chosen->n ? tasks_write(app, &a, chosen, N_("Steps added from the template"))
			       : RC_OK;

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
