/*
 * Is the school ready to form pairs? Free places against those who wait, mentees whom nobody or one
 * mentor suits, mentors nobody needs, and what is missing in the records; each line leads to a
 * record.
 */
#ifndef NASTAVNIK_APP_READY_H
#define NASTAVNIK_APP_READY_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/job.h"
#include "nastavnik/model/participant.h"

enum ready_kind {
	READY_NOBODY,     /* a waiting mentee whom no mentor with a free place suits */
	READY_ONE,        /* … whom only one suits */
	READY_NEEDLESS,   /* a mentor with a free place who suits no waiting mentee */
	READY_REQUEST,    /* a mentee without a request */
	READY_COMPETENCE, /* a mentor without competences */
	READY_CONSENT,    /* without a consent, where the year's rules demand one */
	READY_TRAINING,   /* a mentor not selected or not trained, likewise */
	READY_FORM,       /* not a person: how many wait and how many places are free by form */
	READY_KINDS
};

struct ready_row {
	enum ready_kind kind;
	int64_t participant; /* 0: not a person */
	enum role role;
	const char *name;  /* of the person, or of the form */
	const char *where; /* class or position */
	const char *text;  /* what is to be said beyond the kind; "" */
};

struct ready {
	struct ready_row *row; /* by kind, then by name */
	size_t n;
	size_t count[READY_KINDS];
	int64_t waiting, places; /* mentees without a pair; free places of all mentors */
};

/* Comparing everybody with everybody is a job: `total` of it counts comparisons. */
struct ready_run;
enum rc ready_start(struct app *app, struct ready_run **run, struct job *job);
/* What was found; NULL before the job is done. Lives as long as the run. */
const struct ready *ready_found(const struct ready_run *run);
void ready_free(struct ready_run *run); /* NULL is fine */

/* «Nobody suits»: a kind in words. */
const char *ready_kind_name(enum ready_kind kind);

#endif
