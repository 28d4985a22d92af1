/*
 * Forming pairs (stage 5): one view of the year's mentees, mentors, bonds and one proposal, from
 * which everything is told and by which the proposal is changed. That is the newest one, until an
 * older variant is taken to look at. Rules: match/score.h, match/solve.h.
 */
#ifndef NASTAVNIK_APP_PAIRS_H
#define NASTAVNIK_APP_PAIRS_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"
#include "nastavnik/match/score.h"

struct pairs;

/* One pair of the proposal with its people; pointers live until the next call that changes or
 * reloads. */
struct pairs_line {
	const struct participant *mentee, *mentor;
	struct proposal_pair pair;
};

/* Is the school ready to form pairs, and what came out? */
struct pairs_facts {
	int64_t mentees; /* in the base */
	int64_t mentors;
	int64_t bound;    /* mentees who stand in an active bond already and are left out */
	int64_t waiting;  /* mentees to serve: mentees - bound */
	int64_t places;   /* free places of all mentors */
	int64_t nobody;   /* waiting mentees whom no mentor with a free place suits */
	int64_t proposal; /* number of the proposal at hand; 0: there is none */
	int64_t made_at;  /* clock_now() of it */
	bool older;       /* it is not the newest */
	bool confirmed;   /* it is confirmed */
	int64_t matched;  /* its pairs */
	int64_t mean;     /* mean score of those that have one, 0…1000 */
};

/* Load it. */
enum rc pairs_open(struct app *app, struct pairs **pairs);
void pairs_close(struct pairs *pairs); /* NULL is fine */
/* Load it again, when app_version() has moved. */
enum rc pairs_reload(struct pairs *pairs);

/* The proposals of the year, newest first, without their pairs. In the arena. */
struct proposals;
enum rc pairs_variants(const struct pairs *pairs, struct arena *a, struct proposals *out);
/* Take another one, by its id, to look at and to go on with: the file is not changed. What is
 * changed in an older one is saved as a new proposal; the older one stays as it was. RC_NOT_FOUND.
 */
enum rc pairs_take(struct pairs *pairs, int64_t proposal);
/* Delete one, by its id: one step. RC_CONFLICT when it is confirmed. When it was the one at hand,
 * the newest is from then on. */
enum rc pairs_discard(struct pairs *pairs, int64_t proposal);

/* Counts for the head of the screen; owned by pairs. */
const struct pairs_facts *pairs_facts(const struct pairs *pairs);
/* Lines of the proposal, by the mentee's name. */
size_t pairs_count(const struct pairs *pairs);
const struct pairs_line *pairs_line(const struct pairs *pairs, size_t line);

/* Waiting mentees, by name: all of them, or those without a pair in the proposal. In the arena. */
struct pairs_people {
	const struct participant **row;
	size_t n;
};
struct pairs_people pairs_waiting(const struct pairs *pairs, struct arena *a, bool without_pair);
/* Mentors for a mentee, those whom a hard rule forbids left out, the best score first; with
 * `free` only those with a place left beside the proposal. */
struct pairs_people pairs_mentors_for(const struct pairs *pairs, struct arena *a, int64_t mentee,
				      bool free);
const struct participant *pairs_participant(const struct pairs *pairs, int64_t participant);

/* Each rule's share for any two participants of the year; RC_NOT_FOUND. */
enum rc pairs_score(const struct pairs *pairs, int64_t mentee, int64_t mentor, struct score *score);
/* The line that explains one share: rule_reason(). "" for an unknown participant. */
char *pairs_reason(const struct pairs *pairs, struct arena *a, enum rule rule, int64_t mentee,
		   int64_t mentor);
/*
 * «Почему не Титов Лев?» in one or two sentences: the hard rule that forbids it, else what would be
 * lost in the best set with these two together («Тогда Журавлёв Глеб останется без пары.», or how
 * many points the total loses); or that they are a pair.
 */
char *pairs_why_not(const struct pairs *pairs, struct arena *a, int64_t mentee, int64_t mentor);
/* Warnings of a line: match_warn(). */
void pairs_warn(const struct pairs *pairs, size_t line, struct issues *out);

/*
 * Find the best set around the locked pairs of the proposal at hand, where it is not confirmed, and
 * save it as a new proposal. RC_NOT_FOUND with a sentence when there is nobody to pair.
 */
enum rc pairs_run(struct pairs *pairs);

/*
 * Changes by hand; each is one step. A pair made by hand is locked, so that a rerun keeps it; a
 * locked pair is neither swapped nor removed. RC_INVALID with the hard rule's sentence when two may
 * not be a pair, RC_CONFLICT when the pair is locked or the proposal is confirmed already.
 */
/* The two mentees change mentors. */
enum rc pairs_swap(struct pairs *pairs, size_t line, size_t other);
/* «не менять»: a rerun keeps the pair. */
enum rc pairs_lock(struct pairs *pairs, size_t line, bool locked);
/* A waiting mentee gets this mentor; a pair that there was is replaced. RC_CONFLICT when the mentor
 * has no place. Without a proposal a new one is begun. */
enum rc pairs_add(struct pairs *pairs, int64_t mentee, int64_t mentor);
enum rc pairs_remove(struct pairs *pairs, size_t line);

/* Make bonds of the proposal: a mentor's mentees of the same form become one group. One step.
 * RC_NOT_FOUND when there is nothing to confirm. *bonds says how many were made. */
enum rc pairs_confirm(struct pairs *pairs, int64_t *bonds);

#endif
