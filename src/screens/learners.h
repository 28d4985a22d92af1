/* What the files of the learners' screen share: the list, who comes onto a course, certificates. */
#ifndef SCREENS_LEARNERS_H
#define SCREENS_LEARNERS_H

#include "cells.h"
#include "nastavnik/app/courses.h"
#include "screens.h"

struct learners_screen {
	struct cells cells;
	struct course_sheet sheet;
	struct course_learner *row; /* those shown, in their order */
	size_t n;
};

struct learners_screen *learners_of(const struct frame *f);
/* The course: the frame's argument. */
int64_t learners_course(const struct frame *f);

/* For the actions: learners from the base; certificates; the mark of the trained. */
unsigned learners_add(struct frame *f);
unsigned certificates_give(struct frame *f);
unsigned certificates_receive(struct frame *f);
bool has_untrained(struct frame *f);
unsigned trained_mark(struct frame *f);

#endif
