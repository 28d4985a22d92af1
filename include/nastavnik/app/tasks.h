/* The steps of the stages of the year worked on; they are read from store/read/task.h. */
#ifndef NASTAVNIK_APP_TASKS_H
#define NASTAVNIK_APP_TASKS_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/task.h"

/* Save a step; id 0: a new one of task->stage, id is filled in. RC_INVALID with a sentence. */
enum rc tasks_save(struct app *app, struct task *task);
/* Done today, or not done again. *done tells which. */
enum rc tasks_tick(struct app *app, int64_t id, bool *done);
/* Delete a step that the school added; RC_CONFLICT with a sentence for one of the methodology. */
enum rc tasks_delete(struct app *app, int64_t id);
/* A year without any step (of a file older than the steps) gets those of its methodology: one step
 * of the journal. Nothing happens when it has some or the file may only be read. */
enum rc tasks_complete(struct app *app);

#endif
