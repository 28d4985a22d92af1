/*
 * Sheets of one respondent that say different things: one counts, the others are its rivals
 * (sheet.rival) until somebody has looked at the paper. A rival that was decided stays as it came.
 */
#ifndef NASTAVNIK_APP_DISPUTES_H
#define NASTAVNIK_APP_DISPUTES_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/survey.h"

/* A question that both sheets answer differently. */
struct dispute_row {
	const struct survey_item *item; /* of the version of the sheet that counts */
	struct answer ours, theirs;     /* both by that item; ANSWER_OPEN: nothing there */
};

/* A rival beside the sheet that counts. */
struct dispute {
	int64_t id; /* the rival's */
	const struct survey *survey;
	const struct survey_items *items;
	const char *label; /* the respondent: «2Н-017» */
	struct sheet ours, theirs;
	struct answers ours_answers;
	struct dispute_row *row; /* in the order of the questions; none when only notes differ */
	size_t n;
};

/* In an arena. */
struct disputes {
	struct dispute *row;
	size_t n;
};

/* Those nobody has decided; survey: of a version and the others of its code; 0: of the year. */
enum rc disputes_load(const struct app *app, struct arena *a, int64_t survey, struct disputes *out);
/* How many there are in the year. */
enum rc disputes_count(const struct app *app, int64_t *n);
/* One by its rival's id. RC_NOT_FOUND with a sentence. */
enum rc dispute_get(const struct app *app, struct arena *a, int64_t id, struct dispute *out);

/* What is right of each row, in their order: one step. Other rivals that say the same then are
 * decided too; notes are joined. RC_INVALID with a sentence: an answer breaks its item's rule. */
enum rc dispute_decide(struct app *app, const struct dispute *dispute, const struct answer *right);

#endif
