/* Closing a year: results of pairs, nominees and awards, payment for success. domain.md §6. */
#ifndef NASTAVNIK_APP_OUTCOME_H
#define NASTAVNIK_APP_OUTCOME_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/bond.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/store/read/outcome.h"

/* Save what one member of a bond reached: result, passed and link of the record. */
enum rc results_save(struct app *app, const struct bond_member *member);
/* Mark members as having gone the whole way, or not; one step. */
enum rc results_pass(struct app *app, struct ids members, bool passed);

/* All mentors of the year with a pair, ranked by nominee_score(); in the arena. */
struct nominees {
	struct nominee *row;
	size_t n;
};
enum rc nominees_load(const struct app *app, struct arena *a, struct nominees *out);
/* Put participations on the list of awards, as nominees; one step. nomination 0: none. */
enum rc awards_nominate(struct app *app, struct ids participations, int64_t nomination,
			int64_t kind);
/* Decide on some, enum award_decided. Who is not awarded loses number and dates. */
enum rc awards_decide(struct app *app, struct ids awards, int64_t decided);
/* Number all papers of the year that are awarded and have no number, in the order of the list, from
 * `first` on («Г-15» goes on with «Г-16»), and date them. *n is how many. RC_INVALID: the first
 * number ends in no digit; RC_NOT_FOUND: there is none without a number. */
enum rc awards_number(struct app *app, const char *first, int64_t on_day, size_t *n);
/* They were handed over on a day; DATE_NONE: not yet. */
enum rc awards_receive(struct app *app, struct ids awards, int64_t on_day);

/* Write a line for every mentor whose pairs worked in the month and who has none; *n is how many
 * were added. RC_NOT_FOUND: nobody worked. */
enum rc incentives_make(struct app *app, int64_t month, size_t *n);
/* Write the basis of some lines anew, as the program counts it today. */
enum rc incentives_recount(struct app *app, struct ids incentives);

/* A new contest with the usual criteria. RC_INVALID: it has no name. */
enum rc contest_add(struct app *app, const char *name, int64_t *id);
/* One mark of an expert, 0 takes it away. RC_INVALID: above the criterion's highest. */
enum rc contest_mark(struct app *app, const struct entry_mark *mark);
/* What the experts' marks make of a contest's works. */
struct contest_state {
	struct contest contest;
	struct records criteria, experts, entries;
	struct entry_marks marks;
	struct ranking *ranking; /* entries.n of them */
};
enum rc contest_load(const struct store *s, struct arena *a, int64_t id, struct contest_state *out);
/* Write the places that the marks propose where none is written yet. *n: how many. */
enum rc contest_places(struct app *app, int64_t id, size_t *n);

#endif
