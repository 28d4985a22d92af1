/* Courses of stage 4: who learns, who was there, who has passed, certificates. The records
 * themselves are registers: app/records.h. */
#ifndef NASTAVNIK_APP_COURSES_H
#define NASTAVNIK_APP_COURSES_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/participant.h"
#include "nastavnik/model/training.h"

struct course_learner {
	struct learner learner;
	struct participant who; /* id 0: not in the file any more */
	struct attended attended;
	enum learning learning;
	int64_t *state; /* enum presence, by lesson */
};

/* A course with all that belongs to it. */
struct course_sheet {
	struct course course;
	struct lesson *lesson; /* by date */
	size_t lessons;
	struct course_learner *row; /* by name */
	size_t n;
	size_t passed;
};

/* In the arena; RC_NOT_FOUND with a sentence. */
enum rc course_sheet_load(const struct app *app, struct arena *a, int64_t course,
			  struct course_sheet *out);
/* Count again who has attended what and who has passed: after a state or a mark was changed in it.
 */
void course_sheet_count(struct course_sheet *sheet);

/* Put mentees or mentors on a course, whichever it is for; who is on it already is left alone.
 * *added: how many came. RC_CONFLICT: none of them is new; RC_INVALID: one is of the other base. */
enum rc courses_enrol(struct app *app, int64_t course, struct ids participations, size_t *added);
/* Note one thing about several at a lesson; PRESENCE_NONE takes the marks away. */
enum rc courses_attend(struct app *app, int64_t lesson, struct ids learners, enum presence state);
/* The test's points; FIELD_NOTHING: none. RC_INVALID: more than the course has. */
enum rc courses_mark(struct app *app, int64_t learner, int64_t mark);

/* The number that certificates of the year would go on with; in the arena. */
enum rc courses_next_number(const struct app *app, struct arena *a, const char **number);
/*
 * Give certificates to these, in their order, with numbers from `first` on; numbers that the year
 * has used are passed over, who has one keeps it. RC_INVALID: one of them has not passed, or the
 * number or the day is missing; nothing is given then. *given (may be NULL): how many.
 */
enum rc courses_certify(struct app *app, struct ids learners, const char *first, int64_t on,
			size_t *given);
/* These have received theirs; DATE_NONE: they have not. RC_INVALID: one has no number yet, or the
 * day is before the one on the certificate. */
enum rc courses_receive(struct app *app, struct ids learners, int64_t on);

#endif
