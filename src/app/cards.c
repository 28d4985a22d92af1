#include "nastavnik/app/cards.h"

#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/date.h"

/* The criteria of the newest version; older ones are found by their codes. */
struct criteria {
	const char *code[CARD_CRITERIA];
	size_t n;
};

static void criteria_take(const struct survey_items *items, struct criteria *criteria,
			  struct cards *cards)
{
	for (size_t i = 0; i < CARD_CRITERIA; i++)
		cards->criterion[i] = "";
	for (size_t i = 0; i < items->n && criteria->n < CARD_CRITERIA; i++) {
		if (!card_counts(&items->row[i]))
			continue;
		cards->criterion[criteria->n] = items->row[i].name;
		criteria->code[criteria->n++] = items->row[i].code;
	}
}

static int64_t point_of(const struct survey_items *items, const struct answers *answers,
			const char *code)
{
	const struct survey_item *item = item_by_code(items, code);
	const struct answer *answer = item ? answer_of(answers, item->head.id) : NULL;

	return answer && answer->status == ANSWER_GIVEN ? answer->value : FIELD_NOTHING;
}

/* The day on the paper; without one the day on which it was typed. */
static int day_of(const struct sheet *sheet)
{
	char text[20];
	int day = DATE_NONE;

	if (sheet->filled_on)
		return (int)sheet->filled_on;
	clock_format(sheet->entered_at, text);
	text[DATE_SIZE - 1] = '\0';
	date_parse(text, &day);
	return day;
}

static struct card card_of(struct arena *a, const struct survey_items *items,
			   const struct sheet *sheet, const struct answers *answers,
			   const struct criteria *criteria)
{
	char date[DATE_SIZE];
	int day = day_of(sheet);
	struct card card = { .sheet = sheet->id,
			     .filled_on = day,
			     .name = arena_strdup(a, date_format(day, date)),
			     .result = card_judge(items, answers) };

	for (size_t i = 0; i < CARD_CRITERIA; i++)
		card.point[i] = i < criteria->n ? point_of(items, answers, criteria->code[i])
						: FIELD_NOTHING;
	return card;
}

static enum rc version_add(const struct app *app, struct arena *a, int64_t id,
			   const struct criteria *criteria, struct cards *cards, size_t *cap)
{
	struct survey version;
	struct survey_items items;
	struct sheets sheets;
	enum rc rc = survey_get(app, a, id, &version, &items);

	if (!rc)
		rc = sheet_list(app->store, a, id, &sheets);
	for (size_t i = 0; !rc && i < sheets.n; i++) {
		struct answers answers;
		struct sheet sheet;

		if (sheets.row[i].rival)
			continue;
		rc = sheet_get(app->store, a, sheets.row[i].id, &sheet, &answers);
		if (rc)
			return rc;
		cards->row = arena_grow(a, cards->row, cards->n, cap, sizeof(*cards->row));
		cards->row[cards->n++] = card_of(a, &items, &sheet, &answers, criteria);
	}
	return rc;
}

static int card_order(const void *a, const void *b)
{
	const struct card *x = a, *y = b;

	if (x->filled_on != y->filled_on)
		return x->filled_on < y->filled_on ? -1 : 1;
	return (x->sheet > y->sheet) - (x->sheet < y->sheet);
}

static const struct survey *survey_of(const struct survey_states *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].survey.kind == SURVEY_CARD)
			return &all->row[i].survey;
	return NULL;
}

enum rc cards_load(const struct app *app, struct arena *a, struct cards *out)
{
	struct cards cards = { 0 };
	struct criteria criteria = { 0 };
	const struct survey *survey = NULL;
	struct survey_items items;
	struct survey_states all;
	struct ids versions = { 0 };
	size_t cap = 0;
	enum rc rc = surveys_load(app, a, &all);

	if (!rc)
		survey = survey_of(&all);
	if (survey)
		rc = survey_get(app, a, survey->head.id, &cards.survey, &items);
	if (survey && !rc)
		rc = survey_versions(app, a, survey->code, &versions);
	if (survey && !rc)
		criteria_take(&items, &criteria, &cards);
	for (size_t i = 0; !rc && i < versions.n; i++)
		rc = version_add(app, a, versions.row[i], &criteria, &cards, &cap);
	if (rc)
		return rc;
	if (cards.n)
		qsort(cards.row, cards.n, sizeof(*cards.row), card_order);
	*out = cards;
	return RC_OK;
}
