/* What the roadmap and its two forms share. */
#ifndef SCREENS_ROADMAP_H
#define SCREENS_ROADMAP_H

#include "nastavnik/base/id.h"
#include "nastavnik/model/task.h"
#include "nastavnik/ui/view.h"

/* The steps that are marked, or the one under the cursor, in their order. */
struct ids roadmap_chosen(struct frame *f, struct arena *a);
/* All steps, as they were read. */
const struct tasks *roadmap_tasks(const struct frame *f);

/* The argument of the forms: the roadmap's steps as they stand, and which of them are marked. */
void *roadmap_arg(struct frame *f);

#endif
