/* What the screens of pairs at work share. */
#ifndef SCREENS_PAIRWORK_H
#define SCREENS_PAIRWORK_H

#include "nastavnik/base/id.h"
#include "nastavnik/ui/view.h"

/* The form of a pair's new meeting, its date and kind proposed. closed as of view_open(). */
unsigned meeting_new(struct frame *f, int64_t bond, frame_closed *closed);
/* Fill the programmes and plans of these bonds from the templates of their role models; where lines
 * are there already, ask what becomes of such pairs. */
unsigned plans_fill_ask(struct frame *f, struct ids bonds);
/* Only where nothing is there yet. */
unsigned plans_fill_empty(struct frame *f, struct ids bonds);
/* Give the same material to all of these bonds: asks what it is. */
unsigned handouts_give(struct frame *f, struct ids bonds);

#endif
