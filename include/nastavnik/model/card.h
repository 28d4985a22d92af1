/*
 * The verdict of the curator's card: nine criteria, 0, 1 or 2 points each. domain.md §5: 15–18 the
 * programme is optimal, 9–14 admissible, 0–8 not admissible.
 */
#ifndef NASTAVNIK_MODEL_CARD_H
#define NASTAVNIK_MODEL_CARD_H

#include "nastavnik/model/survey.h"

/* How many criteria, the most points of one and of all. */
enum { CARD_CRITERIA = 9, CARD_CRITERION_MOST = 2, CARD_MOST = 18 };

/* CARD_OPEN: not all nine are answered, so there is none. */
enum card_verdict { CARD_OPEN, CARD_LOW, CARD_MIDDLE, CARD_HIGH };

struct card_result {
	int64_t sum;     /* of the criteria that are answered */
	size_t answered; /* of CARD_CRITERIA */
	enum card_verdict verdict;
};

/* Is the item one of the criteria? */
bool card_counts(const struct survey_item *item);
/* What a card comes to. */
struct card_result card_judge(const struct survey_items *items, const struct answers *answers);
/* «оптимальный уровень» and so on; of CARD_OPEN that it is not filled in to the end. Translated. */
const char *card_verdict_name(enum card_verdict verdict);
/* «15–18», of CARD_OPEN "". */
const char *card_verdict_range(enum card_verdict verdict);

#endif
