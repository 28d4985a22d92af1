/* The curator's cards of a year: their points, verdicts, and how they went from one to the next. */
#ifndef NASTAVNIK_APP_CARDS_H
#define NASTAVNIK_APP_CARDS_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/card.h"

/* A card that was filled in. */
struct card {
	int64_t sheet;
	int64_t filled_on; /* date on the paper, else of typing */
	const char *name;  /* «15.11.2026» */
	struct card_result result;
	/* By criterion, in the order of the questionnaire; FIELD_NOTHING: not answered. */
	int64_t point[CARD_CRITERIA];
};

struct cards {
	struct survey
		survey; /* the newest version of the questionnaire; head.id 0: there is none */
	const char *criterion[CARD_CRITERIA]; /* "" behind the last */
	struct card *row;                     /* the oldest first */
	size_t n;
};

/* In the arena. */
enum rc cards_load(const struct app *app, struct arena *a, struct cards *out);

#endif
