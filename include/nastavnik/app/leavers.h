/*
 * Who has come, who has left: the school's list beside a fresh class list, and leaving the school.
 * Whoever has left stays in the history; he is out of lists, matching, papers and counts, and can
 * be brought back.
 */
#ifndef NASTAVNIK_APP_LEAVERS_H
#define NASTAVNIK_APP_LEAVERS_H

#include "nastavnik/app/import.h"

/* What a fresh list says of somebody. */
enum leavers_kind {
	LEAVERS_NEW,    /* in the table, not in the year's list */
	LEAVERS_BACK,   /* had left and is in the table again */
	LEAVERS_MOVED,  /* in another class now */
	LEAVERS_GONE,   /* a pupil of a class that the table covers, who is not in it */
	LEAVERS_UNSURE, /* a question, or a row that could not be read */
	LEAVERS_KINDS
};

struct leavers_row {
	enum leavers_kind kind;
	int64_t id;   /* the person's; who is not in the year has minus the line */
	int64_t line; /* of the table; 0: is not in it */
	const char *name;
	struct person person; /* as it would be saved (id 0: somebody new); GONE: as it is */
	const char *was;      /* class in the file; "" */
	bool in_pair;         /* GONE: stands in a pair that goes on */
	const struct import_question *question; /* UNSURE: NULL when the row was not read */
	const char *text;                       /* UNSURE: the question, or why not */
};

struct leavers {
	struct leavers_row *row; /* by kind; who came in the table's order, who left by name */
	size_t n;
	size_t count[LEAVERS_KINDS];
	bool classes; /* false: the table names no class, so nobody can be told to have left */
};

/* What the last run of an IMPORT_COMPARE told; NULL before. Lives until the next run. */
const struct leavers *leavers_found(const struct import *import);

/* How many of each kind were changed, and how many pairs were closed. */
struct leavers_done {
	int64_t kind[LEAVERS_KINDS];
	int64_t bonds;
};

/*
 * Do what the rows say, in one step: who is new is added, who is back is here again, who moved gets
 * the new class, who is gone leaves on a day (a whole date) for a reason, which closes his pairs
 * and frees the mentor's place. Questions are passed over. Without somebody gone, on and why are
 * not looked at. RC_INVALID with a sentence.
 */
enum rc leavers_apply(struct app *app, const struct leavers_row *const *row, size_t n, int64_t on,
		      const char *why, struct leavers_done *done);
/* These persons leave, as above; who has left already is passed over. *bonds: pairs closed. */
enum rc people_leave(struct app *app, struct ids persons, int64_t on, const char *why,
		     int64_t *bonds);
/* These persons are back: as if they had not left. Their pairs stay closed. */
enum rc people_return(struct app *app, struct ids persons);

/* Usual reasons, translated: what is written into the file is the text. */
struct choices leavers_reasons(struct arena *a);

#endif
