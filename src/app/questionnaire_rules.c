/*
 * A questionnaire that was answered, or given out in a packet, is frozen: what changes the meaning
 * of a question, or which there are, makes a new version with all its questions, in the same step.
 * Codes stay, so that sheets of all versions count together; what could not be counted together is
 * refused.
 */
#include "questionnaire_rules.h"

#include <string.h>

#include "nastavnik/app/surveys.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/questionnaire.h"
#include "nastavnik/store/read/questionnaire.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/write/questionnaire.h"
#include "nastavnik/store/write/record.h"

/* A version being changed. */
struct edit {
	struct survey survey;
	struct survey_items items;
	struct ids versions; /* of its code, the newest first */
	bool frozen;
};

static enum rc edit_frozen(const struct app *app, struct edit *e)
{
	struct survey_use use;
	enum rc rc = survey_use(app->store, e->survey.head.id, &use);

	if (!rc)
		e->frozen = use.sheets || use.packets;
	return rc;
}

/* Read the version; one more row for a question that is added. */
static enum rc edit_begin(const struct app *app, struct arena *a, int64_t survey, struct edit *e)
{
	struct survey_item *row;
	enum rc rc = survey_get(app, a, survey, &e->survey, &e->items);

	if (!rc)
		rc = survey_versions(app, a, e->survey.code, &e->versions);
	if (!rc)
		rc = edit_frozen(app, e);
	if (rc)
		return rc;
	row = ARENA_NEW(a, struct survey_item, e->items.n + 1);
	if (e->items.n)
		memcpy(row, e->items.row, e->items.n * sizeof(*row));
	e->items.row = row;
	return RC_OK;
}

static size_t item_place(const struct survey_items *items, int64_t id)
{
	size_t at = 0;

	while (at < items->n && items->row[at].head.id != id)
		at++;
	return at;
}

static void item_cut(struct survey_items *items, size_t at)
{
	items->n--;
	memmove(&items->row[at], &items->row[at + 1], (items->n - at) * sizeof(*items->row));
}

/* On its position, or behind all others. Where it stands now. */
static size_t item_insert(struct survey_items *items, const struct survey_item *item)
{
	size_t at = items->n;

	if (item->position != FIELD_NOTHING && item->position <= (int64_t)items->n)
		at = (size_t)item->position - 1;
	memmove(&items->row[at + 1], &items->row[at], (items->n - at) * sizeof(*items->row));
	items->row[at] = *item;
	items->n++;
	return at;
}

/* Does the paper say the same, and do the answers mean the same? */
static bool item_means_same(const struct survey_item *x, const struct survey_item *y)
{
	return x->kind == y->kind && x->low == y->low && x->high == y->high &&
	       x->reverse == y->reverse && !strcmp(x->section, y->section) &&
	       !strcmp(x->code, y->code) && !strcmp(x->name, y->name) &&
	       !strcmp(x->low_label, y->low_label) && !strcmp(x->high_label, y->high_label) &&
	       !strcmp(x->options, y->options) && !strcmp(x->only_if, y->only_if);
}

static enum rc cannot_compare(const struct survey_item *item)
{
	return err_set(
		RC_INVALID,
		_("There are answers to “%s” already, and those to come could not be counted "
		  "together with them: the kind of answer, the scale and the answers to "
		  "choose from have to stay. Give the question another code if it asks for "
		  "something else."),
		item->code);
}

/* Against every version that was answered: a code must not come back with another meaning. */
static enum rc item_keeps_code(const struct app *app, struct arena *a, const struct edit *e,
			       const struct survey_item *item)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < e->versions.n && !rc; i++) {
		const struct survey_item *old;
		struct survey_items items;
		struct survey_use use;
		struct survey survey;

		rc = survey_use(app->store, e->versions.row[i], &use);
		if (rc || !(use.sheets || use.packets))
			continue;
		rc = survey_get(app, a, e->versions.row[i], &survey, &items);
		old = rc ? NULL : item_by_code(&items, item->code);
		if (old && !item_comparable(old, item))
			rc = cannot_compare(item);
	}
	return rc;
}

static enum rc items_fit(const struct survey_items *items)
{
	enum rc rc = RC_OK;

	if (items->n > ITEM_MAX)
		return err_set(RC_INVALID, _("A questionnaire has at most %d questions."),
			       ITEM_MAX);
	for (size_t i = 0; i < items->n && !rc; i++)
		rc = item_fits(items, &items->row[i]);
	return rc;
}

/* Positions from 1. Those whose rows are others than they were are written. */
static enum rc items_write(struct app *app, struct survey_items *items, size_t changed)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < items->n && !rc; i++) {
		struct survey_item *item = &items->row[i];
		bool moved = item->position != (int64_t)i + 1;

		item->position = (int64_t)i + 1;
		if (moved || i == changed)
			rc = record_put(app->store, &survey_item_type, item);
	}
	return rc;
}

/* The next version, with these questions; the ids of both are the new ones then. */
static enum rc version_write(struct app *app, struct arena *a, struct edit *e)
{
	struct questionnaire q = { .survey = e->survey, .form = "", .items = e->items };
	int64_t id;
	enum rc rc;

	for (size_t i = 0; i < q.items.n; i++)
		q.items.row[i].position = (int64_t)i + 1;
	q.survey.version++;
	rc = questionnaire_add(app->store, &q, &id);
	return rc ? rc : survey_get(app, a, id, &e->survey, &e->items);
}

static enum rc newest_only(const struct edit *e)
{
	if (e->versions.n && e->versions.row[0] == e->survey.head.id)
		return RC_OK;
	return err_set(RC_CONFLICT,
		       _("This version of the questionnaire “%s” is frozen: there is a newer one. "
			 "Change that one."),
		       e->survey.name);
}

enum rc survey_item_settle(struct app *app, struct arena *a, void *record)
{
	struct survey_item *item = record;
	struct records all;
	struct survey_items items;
	enum rc rc;

	if (*item->code)
		return RC_OK;
	rc = record_list(app->store, a, &survey_item_type, item->head.owner, &all);
	if (rc)
		return rc;
	items = (struct survey_items){ all.row, all.n };
	item->code = item_code_of(a, item->name, &items);
	return RC_OK;
}

enum rc survey_item_put(struct app *app, struct arena *a, void *record)
{
	struct survey_item *item = record, before = { 0 };
	struct edit e;
	size_t was, at;
	enum rc rc = edit_begin(app, a, item->head.owner, &e);

	if (!rc)
		rc = newest_only(&e);
	if (!rc)
		rc = item_keeps_code(app, a, &e, item);
	if (rc)
		return rc;
	was = item->head.id ? item_place(&e.items, item->head.id) : e.items.n;
	if (was < e.items.n) {
		before = e.items.row[was];
		item_cut(&e.items, was);
	}
	at = item_insert(&e.items, item);
	rc = items_fit(&e.items);
	if (rc)
		return rc;
	if (e.frozen && (!before.head.id || at != was || !item_means_same(&before, item))) {
		rc = version_write(app, a, &e);
		at = rc ? at : (size_t)(item_by_code(&e.items, item->code) - e.items.row);
	} else {
		rc = items_write(app, &e.items, at);
	}
	if (!rc)
		item->head = e.items.row[at].head;
	return rc;
}

/* Of several that are deleted at once the first may begin the new version: the others are meant in
 * that one. */
static enum rc edit_newest(const struct app *app, struct arena *a, struct edit *e)
{
	if (e->versions.n && e->versions.row[0] != e->survey.head.id)
		return edit_begin(app, a, e->versions.row[0], e);
	return RC_OK;
}

enum rc survey_item_remove(struct app *app, struct arena *a, const void *record)
{
	const struct survey_item *item = record, *there;
	int64_t id = 0;
	struct edit e;
	enum rc rc = edit_begin(app, a, item->head.owner, &e);

	if (!rc)
		rc = edit_newest(app, a, &e);
	if (rc)
		return rc;
	there = item_by_code(&e.items, item->code);
	if (!there)
		return RC_OK;
	id = there->head.id;
	item_cut(&e.items, (size_t)(there - e.items.row));
	rc = items_fit(&e.items);
	if (rc)
		return rc;
	if (e.frozen)
		return version_write(app, a, &e);
	rc = record_delete(app->store, &survey_item_type, id);
	return rc ? rc : items_write(app, &e.items, e.items.n);
}

/* The questionnaire itself */

/* A new one gets a code that no other of the year has. */
enum rc survey_settle(struct app *app, struct arena *a, void *record)
{
	struct survey *survey = record;
	struct survey_item *taken;
	struct survey_states all;
	enum rc rc;

	if (*survey->code || survey->head.id)
		return RC_OK;
	rc = surveys_load(app, a, &all);
	if (rc)
		return rc;
	taken = ARENA_NEW(a, struct survey_item, all.n);
	for (size_t i = 0; i < all.n; i++)
		taken[i].code = all.row[i].survey.code;
	survey->code = item_code_of(a, survey->name, &(struct survey_items){ taken, all.n });
	return RC_OK;
}

static enum rc code_is_free(struct app *app, struct arena *a, const struct survey *survey)
{
	struct ids versions;
	enum rc rc = survey_versions(app, a, survey->code, &versions);

	if (!rc && versions.n)
		rc = err_set(RC_CONFLICT,
			     _("Another questionnaire of the year has the code “%s” already."),
			     survey->code);
	return rc;
}

/* Who is asked, and when, is what the answers mean. */
static enum rc survey_keeps(const struct survey *old, const struct survey *survey, bool frozen)
{
	if (strcmp(old->code, survey->code) != 0)
		return err_set(RC_INVALID, _("The code of a questionnaire stays: “%s”."),
			       old->code);
	if (!frozen || (old->kind == survey->kind && old->role == survey->role &&
			old->form == survey->form && old->wave == survey->wave))
		return RC_OK;
	return err_set(RC_INVALID,
		       _("“%s” was answered already: who is asked, and when, has to stay. Copy the "
			 "questionnaire and change the copy."),
		       old->name);
}

static bool any_used(const struct app *app, const struct ids *versions)
{
	struct survey_use use = { 0 };

	for (size_t i = 0; i < versions->n; i++)
		if (survey_use(app->store, versions->row[i], &use) || use.sheets || use.packets)
			return true;
	return false;
}

/* What stands above the questions is on the paper; the rest means nothing for the answers. */
enum rc survey_put(struct app *app, struct arena *a, void *record)
{
	struct survey *survey = record;
	struct edit e;
	enum rc rc;

	if (!survey->head.id) {
		rc = code_is_free(app, a, survey);
		return rc ? rc : record_put(app->store, &survey_type, survey);
	}
	rc = edit_begin(app, a, survey->head.id, &e);
	if (!rc)
		rc = newest_only(&e);
	if (!rc)
		rc = survey_keeps(&e.survey, survey, any_used(app, &e.versions));
	return rc ? rc : record_put(app->store, &survey_type, survey);
}

static enum rc survey_unused(const struct app *app, const struct survey *survey,
			     const struct ids *versions)
{
	struct survey_use use = { 0 }, one;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < versions->n && !rc; i++) {
		rc = survey_use(app->store, versions->row[i], &one);
		use.sheets += rc ? 0 : one.sheets;
		use.packets += rc ? 0 : one.packets;
	}
	if (!rc && use.sheets)
		rc = err_set(
			RC_CONFLICT,
			_("“%s” has been answered (sheets: %lld) and is not deleted: “Not given "
			  "out any more” hides it."),
			survey->name, (long long)use.sheets);
	else if (!rc && use.packets)
		rc = err_set(RC_CONFLICT,
			     _("“%s” was given out in a packet and is not deleted: its answers may "
			       "still come. “Not given out any more” hides it."),
			     survey->name);
	return rc;
}

enum rc survey_remove(struct app *app, struct arena *a, const void *record)
{
	const struct survey *survey = record;
	struct ids versions = { 0 };
	enum rc rc = survey_versions(app, a, survey->code, &versions);

	if (!rc)
		rc = survey_unused(app, survey, &versions);
	for (size_t i = 0; i < versions.n && !rc; i++)
		rc = record_delete(app->store, &survey_type, versions.row[i]);
	return rc;
}
