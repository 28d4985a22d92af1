/* How far the seven stages of the year have come, for the board and for the screen of each. */
#ifndef SCREENS_STAGES_H
#define SCREENS_STAGES_H

#include "nastavnik/model/task.h"
#include "nastavnik/store/read/board.h"
#include "nastavnik/ui/view.h"

/* Stages 2 to 5 are as far as the data are, the others as far as their steps. */
struct stage_state {
	int64_t done, total;
	int64_t due;        /* DATE_NONE: no term */
	bool late;          /* the term is over and not all is done */
	const char *result; /* what has come out so far; "" */
};

struct stages {
	const struct store *store; /* and year: for what is counted only where it is shown */
	int64_t year;
	const struct books *books;
	struct board board;
	struct tasks tasks;
	struct stage_state state[STAGES + 1]; /* by the stage's number; [0] is not used */
};

/* Read it all for the year worked on, into f->fresh. */
enum rc stages_load(struct frame *f, struct stages *out);

/* «15.09», with «!» when it is late; "" without a term. */
const char *stage_due_text(struct arena *a, const struct stage_state *state);

/* What the screen of a stage is opened with; 0: steps of all stages that are past their term. */
extern const int stage_numbers[STAGES + 1];

#endif
