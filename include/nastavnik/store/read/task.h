/* Reading the steps of a year's stages. Strings live in the arena. */
#ifndef NASTAVNIK_STORE_READ_TASK_H
#define NASTAVNIK_STORE_READ_TASK_H

#include "nastavnik/model/task.h"

struct store;

/* The steps of a year in their order; stage 0: of all stages. */
enum rc task_list(const struct store *s, struct arena *a, int64_t year, int64_t stage,
		  struct tasks *out);
/* RC_NOT_FOUND with a sentence. */
enum rc task_get(const struct store *s, struct arena *a, int64_t id, struct task *out);

#endif
