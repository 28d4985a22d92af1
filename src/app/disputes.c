/* Sheets that say different things of one respondent. */
#include "nastavnik/app/disputes.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/sheet.h"

static struct answer answer_or_open(const struct answers *answers, int64_t item, int64_t as)
{
	const struct answer *found = answer_of(answers, item);
	struct answer answer = { .value = FIELD_NOTHING, .words = "" };

	if (found)
		answer = *found;
	answer.item = as;
	return answer;
}

/* ---- reading ---- */

static enum rc version_get(const struct app *app, struct arena *a, int64_t id,
			   const struct survey **survey, const struct survey_items **items)
{
	struct survey *s = ARENA_NEW(a, struct survey, 1);
	struct survey_items *list = ARENA_NEW(a, struct survey_items, 1);
	enum rc rc = survey_get(app, a, id, s, list);

	if (!rc) {
		*survey = s;
		*items = list;
	}
	return rc;
}

/* The questions of both versions meet by their codes. */
static void rows_find(struct arena *a, struct dispute *d, const struct survey_items *theirs,
		      const struct answers *answers)
{
	d->row = ARENA_NEW(a, struct dispute_row, d->items->n);
	for (size_t i = 0; i < d->items->n; i++) {
		const struct survey_item *item = &d->items->row[i];
		const struct survey_item *twin = item_by_id(theirs, item->head.id);
		struct dispute_row row = { .item = item };

		if (!twin)
			twin = item_by_code(theirs, item->code);
		if (!twin)
			continue;
		row.ours = answer_or_open(&d->ours_answers, item->head.id, item->head.id);
		row.theirs = answer_or_open(answers, twin->head.id, item->head.id);
		if (!answer_equal(&row.ours, &row.theirs))
			d->row[d->n++] = row;
	}
}

enum rc dispute_get(const struct app *app, struct arena *a, int64_t id, struct dispute *out)
{
	const struct survey_items *theirs = NULL;
	const struct survey *version = NULL;
	struct dispute d = { .id = id };
	struct answers answers;
	enum rc rc = sheet_get(app->store, a, id, &d.theirs, &answers);

	if (!rc && !d.theirs.rival)
		rc = err_set(RC_NOT_FOUND, _("This sheet has nothing to decide."));
	if (!rc)
		rc = sheet_get(app->store, a, d.theirs.rival, &d.ours, &d.ours_answers);
	if (!rc)
		rc = version_get(app, a, d.ours.survey, &d.survey, &d.items);
	if (!rc)
		rc = version_get(app, a, d.theirs.survey, &version, &theirs);
	if (rc)
		return rc;
	d.label = sheet_label(app, a, &d.ours);
	rows_find(a, &d, theirs, &answers);
	*out = d;
	return RC_OK;
}

static enum rc version_load(const struct app *app, struct arena *a, int64_t version,
			    struct disputes *out, size_t *cap)
{
	struct sheets sheets;
	enum rc rc = sheet_list(app->store, a, version, &sheets);

	for (size_t i = 0; !rc && i < sheets.n; i++) {
		if (!sheets.row[i].rival || sheets.row[i].decided_at)
			continue;
		out->row = arena_grow(a, out->row, out->n, cap, sizeof(*out->row));
		rc = dispute_get(app, a, sheets.row[i].id, &out->row[out->n]);
		out->n += !rc;
	}
	return rc;
}

static bool ids_have(const struct ids *ids, int64_t id)
{
	for (size_t i = 0; i < ids->n; i++)
		if (ids->row[i] == id)
			return true;
	return false;
}

static enum rc versions_of(const struct app *app, struct arena *a, int64_t id, struct ids *out)
{
	struct survey_items items;
	struct survey survey;
	enum rc rc = survey_get(app, a, id, &survey, &items);

	return rc ? rc : survey_versions(app, a, survey.code, out);
}

enum rc disputes_load(const struct app *app, struct arena *a, int64_t survey, struct disputes *out)
{
	struct survey_counts counts;
	struct ids versions = { 0 };
	struct disputes list = { 0 };
	size_t cap = 0;
	enum rc rc = survey_counts(app->store, a, app->year.year, &counts);

	if (!rc && survey)
		rc = versions_of(app, a, survey, &versions);
	for (size_t i = 0; !rc && i < counts.n; i++)
		if (counts.row[i].disputed &&
		    (!survey || ids_have(&versions, counts.row[i].survey)))
			rc = version_load(app, a, counts.row[i].survey, &list, &cap);
	if (!rc)
		*out = list;
	return rc;
}

enum rc disputes_count(const struct app *app, int64_t *n)
{
	struct arena a = { 0 };
	struct survey_counts counts;
	int64_t sum = 0;
	enum rc rc = survey_counts(app->store, &a, app->year.year, &counts);

	for (size_t i = 0; !rc && i < counts.n; i++)
		sum += counts.row[i].disputed;
	arena_done(&a);
	if (!rc)
		*n = sum;
	return rc;
}

/* ---- deciding ---- */

static struct answer *answer_at(struct answers *answers, int64_t item)
{
	for (size_t i = 0; i < answers->n; i++)
		if (answers->row[i].item == item)
			return &answers->row[i];
	return NULL;
}

/* All answers as they are to be: ours, and over them what was decided. */
static struct answers answers_right(struct arena *a, const struct dispute *d,
				    const struct answer *right)
{
	struct answers all = { ARENA_NEW(a, struct answer, d->items->n), 0 };

	for (size_t i = 0; i < d->items->n; i++) {
		int64_t id = d->items->row[i].head.id;

		all.row[all.n++] = answer_or_open(&d->ours_answers, id, id);
	}
	for (size_t i = 0; i < d->n; i++)
		*answer_at(&all, d->row[i].item->head.id) = right[i];
	return all;
}

/* An answer that was skipped on one side and is asked now is what the other side says; what is not
 * asked any more is skipped. */
static enum rc answers_settle(const struct dispute *d, struct answers *all)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < d->items->n && !rc; i++) {
		const struct survey_item *item = &d->items->row[i];
		struct answer *answer = &all->row[i];
		bool asked = item_asked(d->items, item, all);

		for (size_t k = 0; k < d->n && asked && answer->status == ANSWER_SKIPPED; k++)
			if (d->row[k].item == item)
				*answer = d->row[k].ours.status == ANSWER_SKIPPED ? d->row[k].theirs
										  : d->row[k].ours;
		if (!asked)
			*answer = (struct answer){ .item = item->head.id,
						   .status = ANSWER_SKIPPED,
						   .value = FIELD_NOTHING,
						   .words = "" };
		if (answer->status != ANSWER_OPEN)
			rc = answer_check(item, answer);
	}
	return rc;
}

static const char *notes_join(struct arena *a, const char *ours, const char *theirs)
{
	if (!*theirs || strstr(ours, theirs))
		return ours;
	return *ours ? arena_printf(a, "%s; %s", ours, theirs) : theirs;
}

static enum rc rival_decide(struct app *app, struct sheet rival, int64_t at)
{
	rival.decided_at = at;
	return sheet_head_put(app->store, &rival);
}

/* Others beside the same sheet that have nothing different any more. */
static enum rc others_decide(struct app *app, struct arena *a, const struct dispute *d, int64_t at)
{
	struct disputes all;
	enum rc rc = disputes_load(app, a, d->ours.survey, &all);

	for (size_t i = 0; !rc && i < all.n; i++)
		if (all.row[i].ours.id == d->ours.id && !all.row[i].n)
			rc = rival_decide(app, all.row[i].theirs, at);
	return rc;
}

static enum rc dispute_write(struct app *app, struct arena *a, const struct dispute *d,
			     const struct answers *answers)
{
	struct sheet ours = d->ours;
	int64_t now = clock_now();
	enum rc rc;

	ours.note = notes_join(a, ours.note, d->theirs.note);
	rc = sheet_put(app->store, &ours, answers);
	if (!rc)
		rc = rival_decide(app, d->theirs, now);
	return rc ? rc : others_decide(app, a, d, now);
}

enum rc dispute_decide(struct app *app, const struct dispute *dispute, const struct answer *right)
{
	struct arena a = { 0 };
	struct answers answers = answers_right(&a, dispute, right);
	enum rc rc = answers_settle(dispute, &answers);

	if (!rc)
		rc = app_begin(app, N_("Differing answers decided"),
			       arena_printf(&a, "%s: %s", dispute->survey->name, dispute->label));
	if (!rc)
		rc = app_end(app, dispute_write(app, &a, dispute, &answers));
	arena_done(&a);
	return rc;
}
