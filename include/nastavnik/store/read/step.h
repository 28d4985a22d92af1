/* The journal: what was done, when, by whom. */
#ifndef NASTAVNIK_STORE_READ_STEP_H
#define NASTAVNIK_STORE_READ_STEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

struct store;

/* Stored: never renumber. */
enum step_status {
	STEP_DONE = 1,
	STEP_UNDONE = 2,  /* taken back; can be done again */
	STEP_DROPPED = 3, /* taken back, and something else was done since: only a memory */
};

struct step {
	int64_t id;      /* 1, 2, 3 …: the order of doing */
	int64_t at;      /* clock_now() */
	int64_t sitting; /* the same for all steps between one opening of the file and its closing
			  */
	const char *operator; /* login name */
	const char *name;     /* msgid; show with text_of() */
	const char *detail;
	int64_t schema;  /* version of the tables it was done under */
	int64_t barrier; /* 1: neither it nor anything before it can be taken back */
	int64_t status;  /* enum step_status */
	int64_t rows;    /* rows changed */
};

/* Rows of a list, in an arena. */
struct steps {
	struct step *row;
	size_t n;
};

/* The newest steps, newest first; limit 0: all. */
enum rc step_list(const struct store *s, struct arena *a, size_t limit, struct steps *out);
/* One step; RC_NOT_FOUND, without a sentence, when there is none of that id. */
enum rc step_get(const struct store *s, struct arena *a, int64_t id, struct step *out);
/* What step_undo() / step_redo() would do, for the menu; RC_NOT_FOUND: nothing (no sentence is
 * set). */
enum rc step_to_undo(const struct store *s, struct arena *a, struct step *out);
enum rc step_to_redo(const struct store *s, struct arena *a, struct step *out);

#endif
