/* Changing the steps of a year's stages. */
#ifndef NASTAVNIK_STORE_WRITE_TASK_H
#define NASTAVNIK_STORE_WRITE_TASK_H

#include "nastavnik/store/read/task.h"

/* New (id 0: gets one; position 0: the last of its stage) or changed. */
enum rc task_put(struct store *s, struct task *task);
/* All of them, into the year they name. */
enum rc tasks_add(struct store *s, const struct tasks *tasks);
/* RC_NOT_FOUND with a sentence. */
enum rc task_delete(struct store *s, int64_t id);

#endif
