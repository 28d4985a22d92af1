/*
 * Stage 4: interviews with mentors, courses of mentors and of mentees. What is written down are
 * registers (model/record.h) but for the attendance; who has passed is counted here. domain.md §6.
 */
#ifndef NASTAVNIK_MODEL_TRAINING_H
#define NASTAVNIK_MODEL_TRAINING_H

#include "nastavnik/model/record.h"

/* The eight criteria of selection, in the order of the sheet. */
enum {
	CRITERIA = 8,
	CRITERION_MAX = 5, /* marks are 0…5 */
};

/* Stored: never renumber. */
enum decision { DECISION_NONE, DECISION_SUITS = 1, DECISION_NOT = 2, DECISION_LATER = 3 };

/* One interviewer's sheet on one mentor. */
struct interview {
	struct record head;
	int64_t on_day;
	const char *interviewer;
	int64_t mark[CRITERIA]; /* 0…CRITERION_MAX; FIELD_NOTHING: not asked */
	int64_t decision;       /* enum decision */
	const char *reason;
};
extern const struct record_type interview_type;
extern record_words decision_words;

/* The field of a criterion: its label and its hint, what 0, 3 and 5 mean. */
const struct field *criterion_field(size_t criterion);
/* The mean of what was asked, in tenths; FIELD_NOTHING: nothing was. */
int64_t interview_mean(const struct interview *sheet);
/* The means of several sheets by criterion and overall (of all marks), in tenths. */
struct interview_means {
	int64_t by[CRITERIA], all; /* FIELD_NOTHING: nobody asked */
};
void interview_means(const struct interview *sheets, size_t n, struct interview_means *out);

struct course {
	struct record head;
	int64_t role; /* enum role: who learns */
	const char *name;
	const char *teacher;
	int64_t hours;
	int64_t test_on;
	int64_t mark_max, mark_pass; /* of the test; FIELD_NOTHING: there is none */
	int64_t attend; /* percent of the lessons that have to be attended; FIELD_NOTHING: none */
	const char *note;
};
extern const struct record_type course_type;
extern record_words course_role_words;

struct lesson {
	struct record head; /* of a course */
	int64_t on_day;
	const char *name;
	int64_t hours;
	const char *teacher;
};
extern const struct record_type lesson_type;

/* Somebody on a course. */
struct learner {
	struct record head; /* of a course */
	int64_t participation;
	int64_t mark; /* of the test; FIELD_NOTHING: none yet */
	const char *certificate;
	int64_t certified_on, received_on;
};
extern const struct record_type learner_type;

/* Stored: never renumber. */
enum presence { PRESENCE_NONE, PRESENCE_THERE = 1, PRESENCE_ABSENT = 2, PRESENCE_EXCUSED = 3 };

/* What one has attended. Lessons that nobody has a mark for have not been held yet; an empty cell
 * of one that was held is an absence; with a reason it does not count at all. */
struct attended {
	int64_t lessons, held; /* of the course */
	int64_t there, excused;
};
/* Percent, rounded; FIELD_NOTHING: there is nothing to count. */
int64_t attended_share(const struct attended *a);

/* How one stands on a course. */
enum learning {
	LEARNING_GOING,  /* lessons or the test are still to come */
	LEARNING_ABSENT, /* all held, and too few attended */
	LEARNING_FAILED, /* the test */
	LEARNING_PASSED,
};
/* What the course asks for decides: a pass mark, a share, or, when it asks for neither, that one
 * was there at all. The share is judged when all lessons have been held. */
enum learning course_learning(const struct course *c, const struct learner *l,
			      const struct attended *a);
const char *learning_name(enum learning learning); /* translated */

/* The number after this one: its last digits one higher, as many of them («Н-009» → «Н-010»);
 * without digits " 1" is put behind; "" gives "1". */
char *number_after(struct arena *a, const char *number);

#endif
