/* Undo and redo over the journal, and what a step did; the steps are listed by store/read/. */
#ifndef NASTAVNIK_APP_HISTORY_H
#define NASTAVNIK_APP_HISTORY_H

#include "nastavnik/app/app.h"

/* Take back the newest step / do again the step taken back last. *what: its name for the person, in
 * the arena. RC_NOT_FOUND with a sentence when there is none; RC_CONFLICT at a barrier. */
enum rc history_undo(struct app *app, struct arena *a, const char **what);
enum rc history_redo(struct app *app, struct arena *a, const char **what);

/*
 * The same for all steps up to this one and with it: the newest first when it is done, the oldest
 * first when it was taken back. *n: how many, also after a failure, which stops half-way: each step
 * is whole. RC_INVALID with a sentence for a step that is only a memory.
 */
enum rc history_go(struct app *app, int64_t step, size_t *n);

/* One value that a step has changed, in the person's words; texts are never NULL. */
struct history_row {
	const char *record;         /* «Ёлкина Зоя, 9А» */
	const char *field;          /* «Отчество» */
	const char *before, *after; /* "" : nothing */
};

/* Rows of a list, in an arena. */
struct history_rows {
	struct history_row *row; /* by record */
	size_t n;
	bool cut; /* there are more records than HISTORY_RECORDS */
};

/* Records of a step that are read at most. */
enum { HISTORY_RECORDS = 500 };

/* What a step did, field by field. The categories of a person are never named. */
enum rc history_read(struct app *app, struct arena *a, int64_t step, struct history_rows *out);

#endif
