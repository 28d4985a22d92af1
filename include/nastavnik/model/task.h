/*
 * The seven stages of a year and their steps. What a stage asks for comes from the methodology when
 * the year is opened and is the school's from then on. domain.md §1.
 */
#ifndef NASTAVNIK_MODEL_TASK_H
#define NASTAVNIK_MODEL_TASK_H

#include <stdbool.h>

#include "nastavnik/base/embed.h"
#include "nastavnik/base/field.h"
#include "nastavnik/model/school.h"

/* Of a school year. */
enum { STAGES = 7 };

/* One step of a stage. Texts are never NULL. */
struct task {
	int64_t id, year;
	int64_t stage;    /* 1…7 */
	const char *code; /* stable, from the methodology; "" for one the school added */
	const char *name;
	int64_t position;        /* order within the stage, from 1 */
	int64_t optional;        /* 1: a school may do without; never counted nor overdue */
	int64_t due, done_on;    /* dates; DATE_NONE: no term, not done */
	const char *responsible; /* «Орлова И.В.» */
	const char *result;      /* what comes out of it: a document */
	const char *note;
};

/* Steps in the order of stage and position. */
struct tasks {
	struct task *row;
	size_t n;
};

/* What the school changes of a step: name, due, done_on, responsible, result, optional, note. */
extern const struct fields task_fields;

/* «Подготовка условий»; stage 1…7. */
const char *stage_title(int stage);

/* Is it past its term on that day? Optional and done steps never are. */
bool task_overdue(const struct task *task, int today);

/* Is it one whose term can still be moved: it has one and is not done? */
bool task_movable(const struct task *task);

/* How far a stage has come by its steps. */
struct stage_progress {
	int64_t done, all;  /* steps that are not optional */
	int64_t due;        /* the latest term of those; DATE_NONE */
	int64_t overdue;    /* steps past their term */
	const char *result; /* of the step done last that has one; "" */
};
struct stage_progress stage_progress(const struct tasks *tasks, int stage, int today);

/*
 * The steps that the year's methodology proposes, with dates of that year, of those terms (quarters
 * and so on) that the year has; ids from id_new(), texts in the arena. RC_NOT_FOUND: there is no
 * such methodology; RC_BUG with file, line and reason: its text has a mistake.
 */
enum rc tasks_of_methodology(struct arena *a, const struct year *year, struct tasks *out);

#endif
