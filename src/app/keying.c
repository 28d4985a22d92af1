#include "nastavnik/app/keying.h"

#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "nastavnik/store/read/draft.h"
#include "nastavnik/store/read/store.h"
#include "nastavnik/store/write/draft.h"
#include "nastavnik/store/write/sheet.h"
#include "nastavnik/store/write/step.h"

static const char *draft_form(bool second)
{
	return second ? "sheet2" : "sheet";
}

/* Beginning */

enum rc keying_new(const struct app *app, struct arena *a, const struct sheet *head,
		   struct keying_desk *out)
{
	struct sheet sheet = *head;
	enum rc rc = survey_get(app, a, head->survey, &out->survey, &out->items);

	if (rc)
		return rc;
	if (!sheet.id)
		sheet.id = id_new();
	sheet.note = sheet.note ? sheet.note : "";
	sheet.entered_by = sheet.checked_by = sheet.source = "";
	keying_begin(&out->keying, a, &out->items, &sheet);
	return RC_OK;
}

static enum rc sheet_mend(const struct app *app, struct arena *a, int64_t id, bool second,
			  struct keying_desk *out)
{
	struct answers answers;
	struct sheet sheet;
	enum rc rc = sheet_get(app->store, a, id, &sheet, &answers);

	if (!rc)
		rc = survey_get(app, a, sheet.survey, &out->survey, &out->items);
	if (rc)
		return rc;
	keying_begin(&out->keying, a, &out->items, &sheet);
	if (second)
		keying_again(&out->keying, &answers);
	else
		keying_mend(&out->keying, &answers);
	return RC_OK;
}

/* A sheet that is there keeps its head but for what was typed into the draft. */
static void draft_take_up(struct arena *a, struct keying *k, const char *text)
{
	struct sheet head;

	if (!keying_head(a, text, &head))
		return;
	k->sheet.note = head.note;
	k->sheet.filled_on = head.filled_on;
	k->sheet.batch = head.batch;
	k->sheet.seconds = head.seconds;
	k->sheet.keys = head.keys;
	keying_resume(k, text);
}

enum rc keying_load(const struct app *app, struct arena *a, int64_t id, bool second,
		    struct keying_desk *out)
{
	struct draft draft;
	struct sheet head;
	enum rc found = draft_get(app->store, a, draft_form(second), id, &draft);
	enum rc rc = sheet_mend(app, a, id, second, out);

	if (rc == RC_NOT_FOUND && !second && !found && keying_head(a, draft.text, &head)) {
		head.id = id;
		rc = keying_new(app, a, &head, out);
	}
	if (!rc && !found)
		draft_take_up(a, &out->keying, draft.text);
	return rc;
}

enum rc keying_keep(struct app *app, const struct keying *k)
{
	struct arena a = { 0 };
	enum rc rc = RC_READONLY;

	if (*app_change_why(app))
		err_set(rc, "%s", app_change_why(app));
	else
		rc = draft_put(app->store, &(struct draft){ .form = draft_form(k->second),
							    .record = k->sheet.id,
							    .text = keying_text(&a, k) });
	app->settled = -1; /* for the disk at the next pause, see draft_keep() */
	arena_done(&a);
	return rc;
}

/* Handing in */

/* What was passed over stands nowhere on the paper. A copy: what cannot be saved stays as it is. */
static struct answers answers_closed(const struct keying *k)
{
	struct answer *row = ARENA_NEW(k->arena, struct answer, k->items->n);

	for (size_t i = 0; i < k->items->n; i++) {
		row[i] = k->now[i];
		if (row[i].status == ANSWER_OPEN)
			row[i].status = ANSWER_NONE;
	}
	return (struct answers){ row, k->items->n };
}

static enum rc first_save(struct app *app, struct keying *k)
{
	struct answers answers = answers_closed(k);

	if (!k->mended) {
		k->sheet.entered_by = store_operator(app->store);
		k->sheet.entered_at = clock_now();
	}
	return sheet_save(app, &k->sheet, &answers);
}

static enum rc second_write(struct app *app, struct keying *k)
{
	const struct answers answers = answers_closed(k);
	enum rc rc = sheet_put(app->store, &k->sheet, &answers);

	for (size_t i = 0; i < k->items->n && !rc; i++) {
		struct mismatch m = k->differ[i];

		if (!m.taken || !keying_wants(k, i))
			continue;
		m.sheet = k->sheet.id;
		m.item = k->items->row[i].head.id;
		m.first = k->first[i];
		rc = mismatch_put(app->store, &m);
	}
	return rc;
}

static enum rc second_save(struct app *app, struct keying *k)
{
	struct arena a = { 0 };
	enum rc rc;

	k->sheet.checked_by = store_operator(app->store);
	k->sheet.checked_at = clock_now();
	k->sheet.compared = 0;
	for (size_t i = 0; i < k->items->n; i++)
		k->sheet.compared += keying_wants(k, i);
	rc = app_begin(app, N_("Sheet verified"), sheet_label(app, &a, &k->sheet));
	if (!rc)
		rc = app_end(app, second_write(app, k));
	arena_done(&a);
	return rc;
}

enum rc keying_finish(struct app *app, struct keying *k)
{
	enum rc rc = k->second ? second_save(app, k) : first_save(app, k);

	if (rc)
		return rc;
	app->settled = -1;
	return draft_remove(app->store, draft_form(k->second), k->sheet.id);
}

/* Whose it is */

enum rc keying_whom(const struct app *app, struct arena *a, const struct survey *survey,
		    const char *text, struct respondent *out)
{
	enum role role = survey->role ? (enum role)survey->role : ROLE_MENTEE;
	struct respondents all;
	int64_t number;
	enum rc rc = respondent_parse(text, &role, &number);

	if (!rc)
		rc = respondent_list(app->store, a, app->year.year, role, &all);
	if (rc)
		return rc;
	for (size_t i = 0; i < all.n; i++) {
		if (all.row[i].number != number)
			continue;
		*out = all.row[i];
		return RC_OK;
	}
	return err_set(RC_NOT_FOUND,
		       _("Nobody has the code %s this year. Look at the paper again; "
			 "F2 shows who has not answered yet."),
		       respondent_code(a, role, number));
}

static bool has_sheet(const struct sheets *sheets, const struct sheet_drafts *drafts,
		      int64_t participation)
{
	for (size_t i = 0; i < sheets->n; i++)
		if (sheets->row[i].participation == participation)
			return true;
	for (size_t i = 0; i < drafts->n; i++)
		if (drafts->row[i].head.participation == participation)
			return true;
	return false;
}

static int by_number(const void *a, const void *b)
{
	int64_t x = ((const struct respondent *)a)->number,
		y = ((const struct respondent *)b)->number;

	return (x > y) - (x < y);
}

enum rc keying_waiting(const struct app *app, struct arena *a, const struct survey *survey,
		       struct respondents *out)
{
	struct respondents all = { 0 };
	struct sheet_drafts drafts = { 0 };
	struct sheets sheets = { 0 };
	size_t n = 0;
	enum rc rc = survey_respondents(app, a, survey, &all);

	if (!rc)
		rc = survey_sheets(app, a, survey, &sheets);
	if (!rc)
		rc = sheet_drafts_load(app, a, survey, &drafts);
	if (rc)
		return rc;
	for (size_t i = 0; i < all.n; i++)
		if (!has_sheet(&sheets, &drafts, all.row[i].participation))
			all.row[n++] = all.row[i];
	*out = (struct respondents){ all.row, n };
	if (n)
		qsort(out->row, n, sizeof(*out->row), by_number);
	return RC_OK;
}

/* Unfinished ones */

static bool is_among(const struct ids *ids, int64_t id)
{
	for (size_t i = 0; i < ids->n; i++)
		if (ids->row[i] == id)
			return true;
	return false;
}

/* false: it is no sheet's. */
static bool draft_read(struct arena *a, const struct draft *d, struct sheet_draft *out)
{
	*out = (struct sheet_draft){ .second = strcmp(d->form, draft_form(true)) == 0,
				     .at = d->at };
	if ((!out->second && strcmp(d->form, draft_form(false)) != 0) ||
	    !keying_head(a, d->text, &out->head))
		return false;
	out->head.id = d->record;
	out->answers = keying_answers(d->text);
	return true;
}

enum rc sheet_drafts_load(const struct app *app, struct arena *a, const struct survey *survey,
			  struct sheet_drafts *out)
{
	struct sheet_drafts list = { 0 };
	struct drafts all = { 0 };
	struct ids versions;
	enum rc rc = survey_versions(app, a, survey->code, &versions);

	if (!rc)
		rc = draft_list(app->store, a, &all);
	if (rc)
		return rc;
	list.row = ARENA_NEW(a, struct sheet_draft, all.n);
	for (size_t i = 0; i < all.n; i++)
		list.n += draft_read(a, &all.row[i], &list.row[list.n]) &&
			  is_among(&versions, list.row[list.n].head.survey);
	*out = list;
	return RC_OK;
}

enum rc batch_count(const struct app *app, const struct batch *batch, int64_t *entered,
		    int64_t *checked)
{
	struct arena a = { 0 };
	struct sheets sheets = { 0 };
	enum rc rc = sheet_list(app->store, &a, batch->head.owner, &sheets);

	*entered = *checked = 0;
	for (size_t i = 0; i < sheets.n && !rc; i++) {
		bool in = sheets.row[i].batch == batch->head.id;

		*entered += in;
		*checked += in && sheets.row[i].checked_at;
	}
	arena_done(&a);
	return rc;
}
