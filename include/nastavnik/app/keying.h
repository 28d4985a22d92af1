/*
 * Typing sheets of paper: whose sheet it is, the unfinished ones, handing in, the second entry and
 * what it shows. Each answer goes into the sheet's draft at once (forms "sheet" and "sheet2" of
 * store/read/draft.h); a sheet becomes a record in one step when it is whole.
 */
#ifndef NASTAVNIK_APP_KEYING_H
#define NASTAVNIK_APP_KEYING_H

#include "nastavnik/app/surveys.h"
#include "nastavnik/model/keying.h"

/* A sheet on the desk. */
struct keying_desk {
	struct survey survey;
	struct survey_items items;
	struct keying keying;
};

/* A new sheet; `head` says of which version, whose, of which event and pile. All of the desk lives
 * in the arena. */
enum rc keying_new(const struct app *app, struct arena *a, const struct sheet *head,
		   struct keying_desk *out);
/* A sheet that is there or was begun, by its id; second: its second entry. What a draft of it says
 * is taken up. RC_NOT_FOUND with a sentence. */
enum rc keying_load(const struct app *app, struct arena *a, int64_t id, bool second,
		    struct keying_desk *out);
/* Keep it as a draft. */
enum rc keying_keep(struct app *app, const struct keying *k);
/* Hand it in: one step. What has no answer yet has none on the paper then. As sheet_save(); of a
 * second entry the differences go along and the sheet is verified. */
enum rc keying_finish(struct app *app, struct keying *k);

/* Who has that code; `survey` says of which role a bare number is. RC_NOT_FOUND with a sentence. */
enum rc keying_whom(const struct app *app, struct arena *a, const struct survey *survey,
		    const char *text, struct respondent *out);
/* Those who are to answer and have neither a sheet nor the draft of one, by their code. */
enum rc keying_waiting(const struct app *app, struct arena *a, const struct survey *survey,
		       struct respondents *out);

/* A sheet that was begun. */
struct sheet_draft {
	struct sheet head;
	bool second;
	int64_t at;     /* clock_now() of its last answer */
	size_t answers; /* how many it has */
};

struct sheet_drafts {
	struct sheet_draft *row; /* the newest first */
	size_t n;
};

/* Those of all versions of a questionnaire. In the arena. */
enum rc sheet_drafts_load(const struct app *app, struct arena *a, const struct survey *survey,
			  struct sheet_drafts *out);

/* How many sheets of a pile were typed, and verified. */
enum rc batch_count(const struct app *app, const struct batch *batch, int64_t *entered,
		    int64_t *checked);

/* The sheets of a questionnaire that wait for their second entry: every n-th in the order of
 * typing, the first one among them; n 0: as the questionnaire says. In the arena. */
enum rc second_due(const struct app *app, struct arena *a, const struct survey *survey, int64_t n,
		   struct ids *out);

/* Of how many fields typed twice how many differed. */
struct agreement {
	const char *name; /* the question, the person who typed */
	int64_t fields, differ;
	int64_t wrong; /* where the first entry was not what was taken */
};

/* What the second entry of a questionnaire has shown, by question and by who typed. */
struct verification {
	int64_t sheets, checked;
	struct agreement whole;
	struct agreement *item, *by;
	size_t items, bys;
};

/* Over all versions. In the arena. */
enum rc verification_load(const struct app *app, struct arena *a, const struct survey *survey,
			  struct verification *out);

#endif
