/* Questionnaires with their questions, as they come from the methodology or the year before. */
#include "nastavnik/store/write/questionnaire.h"

#include "nastavnik/store/write/record.h"

static enum rc items_add(struct store *s, const struct survey_items *items, int64_t survey)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < items->n && !rc; i++) {
		struct survey_item item = items->row[i];

		item.head = (struct record){ .owner = survey };
		rc = record_put(s, &survey_item_type, &item);
	}
	return rc;
}

enum rc questionnaire_add(struct store *s, const struct questionnaire *q, int64_t *id)
{
	struct survey survey = q->survey;
	enum rc rc;

	survey.head.id = 0;
	rc = record_put(s, &survey_type, &survey);
	if (!rc)
		rc = items_add(s, &q->items, survey.head.id);
	if (!rc && id)
		*id = survey.head.id;
	return rc;
}

enum rc questionnaires_add(struct store *s, const struct questionnaires *all)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < all->n && !rc; i++)
		rc = questionnaire_add(s, &all->row[i], NULL);
	return rc;
}
