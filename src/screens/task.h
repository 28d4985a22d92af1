/* What the lists of steps share: a stage's screen and the roadmap. */
#ifndef SCREENS_TASK_H
#define SCREENS_TASK_H

#include "cells.h"
#include "nastavnik/model/task.h"

/* The cells of a step, side by side. */
enum { TASK_NAME, TASK_DUE, TASK_DONE, TASK_WHO, TASK_RESULT, TASK_CELLS };

/* Orders for cells_sort(): rows whose struct begins with a const struct task *. */
cells_order task_by_due, task_by_done, task_by_who, task_by_result;

/* Does what is typed to find stand in its name, responsible or result? */
bool task_found(struct arena *a, const struct task *task, const struct list_query *query);
/* Within one school year the day and the month say enough: «15.09»; "" of DATE_NONE. */
const char *task_day(struct arena *a, int64_t date);
/* Write the cells of a step from column `first` on; before: what stands before its name. */
void task_show(struct cells *cells, struct arena *page, size_t row, size_t first,
	       const char *before, const struct task *task);
/* For the status line: what the step results in, and what the keys do. */
const char *task_status(struct arena *a, const struct task *task, const char *keys);

/* Handlers. Open the form of a step; a new one of the stage when id is 0, due: proposed. The list
 * that opens it goes to what was saved. */
unsigned task_open(struct frame *f, int64_t id, int stage, int64_t due);
/* Done today, or not after all; delete. name: of the only one. */
unsigned task_tick(struct frame *f, struct ids ids, const char *name);
unsigned task_remove(struct frame *f, struct ids ids, const char *name);

#endif
