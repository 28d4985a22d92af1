/* What the files of forming pairs share. */
#ifndef NASTAVNIK_SRC_APP_PAIRS_INNER_H
#define NASTAVNIK_SRC_APP_PAIRS_INNER_H

#include "inner.h"
#include "nastavnik/app/pairs.h"
#include "nastavnik/store/read/bond.h"

/* One side of the matching, by name. */
struct pairs_side {
	struct participants all;
	int64_t *used;   /* by row: active bonds it stands in */
	uint32_t *by_id; /* rows in the order of ids */
};

enum { PAIRS_NO_FIT = UINT16_MAX };

/* Score of each waiting mentee with each mentor, or PAIRS_NO_FIT; made when first needed. */
struct pairs_scores {
	struct arena arena;
	uint16_t *row; /* mentees * mentors */
};

struct pairs {
	struct app *app;
	int64_t taken;      /* id of an older proposal that is looked at; 0: the newest */
	struct arena arena; /* everything below */
	struct pairs_side mentee, mentor;
	struct members members;
	struct proposal proposal; /* id 0: there is none */
	struct pairs_line *line;
	size_t lines;
	struct pairs_facts facts;
	struct pairs_scores *scores;
};

/* After a change: what was saved last is at hand. */
enum rc pairs_reload_newest(struct pairs *pairs);
/* Row of a participant on a side, or -1. */
int64_t side_find(const struct pairs_side *side, int64_t id);
/* Does the mentee wait for a mentor: no active bond yet? */
bool mentee_waits(const struct pairs *pairs, size_t mentee);
/* Places that active bonds leave a mentor. */
int64_t mentor_places(const struct pairs *pairs, size_t mentor);
/* Pairs of the proposal that a mentor has, the line `but` (-1: none) not counted. */
int64_t mentor_lines(const struct pairs *pairs, int64_t mentor, int64_t but);
/* Line of a mentee in the proposal, or -1. */
int64_t mentee_line(const struct pairs *pairs, int64_t mentee);
/* Score by rows, PAIRS_NO_FIT when a hard rule forbids it. */
uint16_t pairs_score_at(const struct pairs *pairs, size_t mentee, size_t mentor);

#endif
