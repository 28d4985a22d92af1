/* Interviews with mentors, stage 4. The sheets are a register: app/records.h. */
#ifndef NASTAVNIK_APP_INTERVIEWS_H
#define NASTAVNIK_APP_INTERVIEWS_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/training.h"

/* All sheets of a mentor are one run in `sheet`. */
struct interview_row {
	int64_t mentor; /* participation */
	struct interview *sheet;
	size_t n;
};
struct interview_rows {
	struct interview_row *row; /* by mentor's id */
	size_t n;
};

/* The sheets of the year by mentor, in the arena; who has none is not there. */
enum rc interviews_load(const struct app *app, struct arena *a, struct interview_rows *out);
/* A mentor's sheets; n 0: none. */
struct interview_row interviews_of(const struct interview_rows *rows, int64_t mentor);

/* Save a sheet with its decision; where `select` differs from what the mentor's record says, that
 * is changed too: one step. id 0: a new sheet. */
enum rc interviews_decide(struct app *app, struct interview *sheet, bool select);

#endif
