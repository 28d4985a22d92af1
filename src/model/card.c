#include "nastavnik/model/card.h"

#include "nastavnik/base/i18n.h"

/* From which sum on, the highest first. */
static const struct limit {
	enum card_verdict verdict;
	int64_t from;
	const char *range;
	const char *name;
} limits[] = {
	{ CARD_HIGH, 15, "15–18", N_("optimal") },
	{ CARD_MIDDLE, 9, "9–14", N_("admissible") },
	{ CARD_LOW, 0, "0–8", N_("not admissible") },
};

enum { LIMITS = sizeof(limits) / sizeof(limits[0]) };

bool card_counts(const struct survey_item *item)
{
	return item->kind == ITEM_SCALE && item->low == 0 && item->high == CARD_CRITERION_MOST;
}

struct card_result card_judge(const struct survey_items *items, const struct answers *answers)
{
	struct card_result card = { 0 };
	size_t criteria = 0;

	for (size_t i = 0; i < items->n; i++) {
		const struct answer *answer = answer_of(answers, items->row[i].head.id);

		if (!card_counts(&items->row[i]))
			continue;
		criteria++;
		if (!answer || answer->status != ANSWER_GIVEN)
			continue;
		card.answered++;
		card.sum += answer->value;
	}
	if (criteria != CARD_CRITERIA || card.answered != CARD_CRITERIA)
		return card;
	for (size_t i = 0; i < LIMITS && card.verdict == CARD_OPEN; i++)
		if (card.sum >= limits[i].from)
			card.verdict = limits[i].verdict;
	return card;
}

static const struct limit *limit_of(enum card_verdict verdict)
{
	for (size_t i = 0; i < LIMITS; i++)
		if (limits[i].verdict == verdict)
			return &limits[i];
	return NULL;
}

const char *card_verdict_name(enum card_verdict verdict)
{
	const struct limit *limit = limit_of(verdict);

	return limit ? text_of(limit->name) : _("not filled in to the end");
}

const char *card_verdict_range(enum card_verdict verdict)
{
	const struct limit *limit = limit_of(verdict);

	return limit ? limit->range : "";
}
