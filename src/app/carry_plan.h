/* What the files share that make a new school year out of the one before. */
#ifndef NASTAVNIK_SRC_APP_CARRY_PLAN_H
#define NASTAVNIK_SRC_APP_CARRY_PLAN_H

#include "id_set.h"
#include "nastavnik/app/carry.h"

struct books;

/* A choice, ready to be asked often; its sets live in the arena. */
struct plan {
	const struct carry *carry;
	const struct carry_choice *choice;
	struct arena arena;
	struct id_set leaving, graduates, mentors, mentees, pairs;
	struct id_set in; /* persons who are in the new year */
	/* Participations of the new year, by row of carry->mentees and mentors; 0: does not go on.
	 */
	int64_t *mentee_new, *mentor_new;
};

/* Is the bond prolonged: chosen, and both sides stay? */
bool pair_goes_on(const struct plan *plan, const struct lasting *pair);
/* Write the chosen pairs into the new year; the participations are there already. */
enum rc pairs_carry(struct app *app, const struct plan *plan, const struct year *year);
/* Write the records into the new year whose types say so. */
enum rc records_carry(struct app *app, const struct plan *plan, const struct books *books);

#endif
