/* Questionnaires with their questions, as they come from the methodology or the year before. */
#include "nastavnik/store/write/questionnaire.h"

#include "nastavnik/store/read/questionnaire.h"
#include "nastavnik/store/write/record.h"
#include "query.h"

enum rc survey_use(const struct store *s, int64_t survey, struct survey_use *out)
{
	QUERY(q, s,
	      "SELECT (SELECT count(*) FROM sheet WHERE survey = ?1),"
	      " (SELECT count(*) FROM packet WHERE survey = ?1)");
	struct survey_use use = { 0 };

	bind_int(q, survey);
	if (query_next(q)) {
		use.sheets = col_int(q);
		use.packets = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = use;
	return query_rc(q);
}

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
