/* Who was at which lesson of a course. */
#ifndef NASTAVNIK_STORE_READ_ATTENDANCE_H
#define NASTAVNIK_STORE_READ_ATTENDANCE_H

#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

struct store;

/* One cell; lessons and learners without one are not there. */
struct presence_mark {
	int64_t lesson, learner, state; /* enum presence, model/training.h */
};
struct presence_marks {
	struct presence_mark *row;
	size_t n;
};

/* All marks of a course, lesson by lesson, in the arena. */
enum rc attendance_list(const struct store *s, struct arena *a, int64_t course,
			struct presence_marks *out);

#endif
