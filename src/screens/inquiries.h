/* What the screens of requests share: one request that is being made or answered. */
#ifndef SCREENS_INQUIRIES_H
#define SCREENS_INQUIRIES_H

#include "nastavnik/app/inquiry.h"
#include "nastavnik/ui/view.h"

/* What they are opened with; it outlives them. Texts of the request live in the arena. */
struct inquiry_arg {
	struct kept_inquiry kept; /* id 0: not kept yet */
	struct inquiry inquiry;
	struct arena *arena;
	struct issues issues; /* of reading it */
	bool changed;
};

/* Read a kept one; in the frame's arena. */
struct inquiry_arg *inquiry_arg_make(struct frame *f, const struct kept_inquiry *kept);
/* What it is called: its name, else what it is about. */
const char *inquiry_title(const struct inquiry_arg *arg);

#endif
