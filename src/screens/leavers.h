/* Leaving the school, as the screens ask for it. */
#ifndef SCREENS_LEAVERS_H
#define SCREENS_LEAVERS_H

#include "nastavnik/ui/view.h"

/* Do it: they leave on a day for a reason. Anything but RC_OK is shown and the day asked again. */
typedef enum rc leave_run(struct frame *f, int64_t on, const char *why, void *data);

/* Ask for the reason (a short list, or in words) and the day, then run. title, data: as long as f
 * lives. */
unsigned leave_ask(struct frame *f, const char *title, leave_run *run, void *data);

/* A line in a card that says when and why somebody has left; nothing for who is here. */
struct person;
void left_card(struct lines *lines, const struct person *person);

#endif
