/* The steps of the stages of the year worked on; they are read from store/read/task.h. */
#ifndef NASTAVNIK_APP_TASKS_H
#define NASTAVNIK_APP_TASKS_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/task.h"

/* Save a step; id 0: a new one of task->stage, id is filled in. RC_INVALID with a sentence, also
 * for a term outside the school year. */
enum rc tasks_save(struct app *app, struct task *task);
/* Done today; when all of them are done already, not done after all. *done tells which. One step,
 * as all below. */
enum rc tasks_tick(struct app *app, struct ids ids, bool *done);
/* Delete steps; what is the methodology's can be had again, see tasks_missing(). */
enum rc tasks_delete(struct app *app, struct ids ids);

/* What several steps get at once; what is empty here stays as each of them has it. */
struct task_change {
	const char *responsible, *result;
	int64_t done_on;
};
enum rc tasks_change(struct app *app, struct ids ids, const struct task_change *change);

/* By how many days terms are moved, and where a term goes that falls on a day off then. */
struct task_move {
	int64_t days;
	int64_t rest; /* enum rest */
};
/* The term of a step after the move; DATE_NONE: it has none, or is done. */
int task_moved(const struct task *task, const struct task_move *move);
/* Move the terms of those that are not done. RC_INVALID: one would leave the school year. */
enum rc tasks_move(struct app *app, struct ids ids, const struct task_move *move);

/* What the methodology proposes for the year and is not among its steps: deleted, of other terms,
 * or new in the methodology. */
enum rc tasks_missing(const struct app *app, struct arena *a, struct tasks *out);
/* Add some of those; what is there stays as it is. */
enum rc tasks_restore(struct app *app, const struct tasks *chosen);
/* A year without any step (of a file older than the steps) gets those of its methodology: one step
 * of the journal. Nothing happens when it has some or the file may only be read. */
enum rc tasks_complete(struct app *app);

#endif
