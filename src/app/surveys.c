#include "nastavnik/app/surveys.h"

#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/write/sheet.h"
#include "nastavnik/store/write/step.h"
#include "surveys_inner.h"

/* Questionnaires */

static enum rc versions_load(const struct app *app, struct arena *a, struct records *out)
{
	return record_list(app->store, a, &survey_type, app->year.year, out);
}

static const struct survey *version_at(const struct records *all, size_t i)
{
	return record_at(&survey_type, all, i);
}

/* Those of a code stand together, the newest last. */
static bool is_newest(const struct records *all, size_t i)
{
	return i + 1 == all->n ||
	       strcmp(version_at(all, i)->code, version_at(all, i + 1)->code) != 0;
}

static int state_order(const void *a, const void *b)
{
	const struct survey *x = &((const struct survey_state *)a)->survey;
	const struct survey *y = &((const struct survey_state *)b)->survey;
	const int64_t keys[][2] = { { x->kind, y->kind },
				    { x->form, y->form },
				    { x->role, y->role },
				    { x->wave, y->wave },
				    { x->head.id, y->head.id } };

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (keys[i][0] != keys[i][1])
			return keys[i][0] < keys[i][1] ? -1 : 1;
	return 0;
}

bool survey_is_by_name(const struct survey *survey)
{
	return survey->kind == SURVEY_PEOPLE || survey->kind == SURVEY_FIT;
}

static bool is_asked(const struct survey *survey, const struct respondent *r)
{
	return survey_is_by_name(survey) && (!survey->role || survey->role == (int64_t)r->role) &&
	       (!survey->form || survey->form == r->form);
}

/* Before the pairs are formed hardly anybody has a form: it will be the first whose side he suits,
 * as the forms of a pair are found. */
static int64_t form_likely(const struct books *books, const struct respondent *r)
{
	for (size_t i = 0; i < books->n; i++) {
		const struct book_item *form = &books->row[i];
		int64_t kind = r->role == ROLE_MENTOR ? form->mentor_kind : form->mentee_kind;

		if (form->book == BOOK_FORM && !form->hidden && kind == r->kind)
			return form->id;
	}
	return 0;
}

/* Everybody of a role, 0: of both, each with a form where one can be told. */
static enum rc people_asked(const struct app *app, struct arena *a, int64_t role,
			    struct respondents *out)
{
	enum rc rc = respondent_list(app->store, a, app->year.year, role, out);

	for (size_t i = 0; !rc && i < out->n; i++)
		if (!out->row[i].form)
			out->row[i].form = form_likely(&app->books, &out->row[i]);
	return rc;
}

static void count_add(struct survey_count *sum, const struct survey_count *one)
{
	sum->sheets += one->sheets;
	sum->people += one->people;
	sum->checked += one->checked;
	sum->disputed += one->disputed;
}

static void state_fill(struct survey_state *state, const struct records *all, size_t at,
		       const struct survey_counts *counts, const struct respondents *people)
{
	state->survey = *version_at(all, at);
	state->entered.survey = state->survey.head.id;
	for (size_t v = 0; v < all->n; v++) {
		if (strcmp(version_at(all, v)->code, state->survey.code) != 0)
			continue;
		for (size_t i = 0; i < counts->n; i++)
			if (counts->row[i].survey == version_at(all, v)->head.id)
				count_add(&state->entered, &counts->row[i]);
	}
	for (size_t i = 0; i < people->n; i++)
		state->asked += is_asked(&state->survey, &people->row[i]);
}

enum rc surveys_load(const struct app *app, struct arena *a, struct survey_states *out)
{
	struct survey_states list = { 0 };
	struct survey_counts counts;
	struct respondents people;
	struct records all;
	enum rc rc = versions_load(app, a, &all);

	if (!rc)
		rc = survey_counts(app->store, a, app->year.year, &counts);
	if (!rc)
		rc = people_asked(app, a, 0, &people);
	if (rc)
		return rc;
	list.row = ARENA_NEW(a, struct survey_state, all.n);
	for (size_t i = 0; i < all.n; i++)
		if (is_newest(&all, i))
			state_fill(&list.row[list.n++], &all, i, &counts, &people);
	if (list.n)
		qsort(list.row, list.n, sizeof(*list.row), state_order);
	*out = list;
	return RC_OK;
}

enum rc survey_find(const struct app *app, struct arena *a, const char *name, struct survey *out)
{
	const char *folded = utf8_fold(a, name);
	const struct survey *found = NULL;
	struct records all;
	enum rc rc = versions_load(app, a, &all);

	for (size_t i = 0; !rc && i < all.n; i++) {
		const struct survey *s = version_at(&all, i);

		if (is_newest(&all, i) &&
		    (!strcmp(s->code, name) || (!found && !strcmp(utf8_fold(a, s->name), folded))))
			found = s;
	}
	if (!rc && !found)
		return err_set(RC_NOT_FOUND,
			       _("The year has no questionnaire “%s”. “survey list” names them."),
			       name);
	if (!rc)
		*out = *found;
	return rc;
}

enum rc survey_versions(const struct app *app, struct arena *a, const char *code, struct ids *out)
{
	struct records all;
	struct ids ids;
	enum rc rc = versions_load(app, a, &all);

	if (rc)
		return rc;
	ids = (struct ids){ ARENA_NEW(a, int64_t, all.n), 0 };
	for (size_t i = all.n; i-- > 0;)
		if (strcmp(version_at(&all, i)->code, code) == 0)
			ids.row[ids.n++] = version_at(&all, i)->head.id;
	*out = ids;
	return RC_OK;
}

enum rc survey_get(const struct app *app, struct arena *a, int64_t id, struct survey *survey,
		   struct survey_items *items)
{
	struct records rows;
	struct survey found;
	enum rc rc = record_get(app->store, a, &survey_type, id, &found);

	if (!rc)
		rc = record_list(app->store, a, &survey_item_type, id, &rows);
	if (rc)
		return rc;
	*survey = found;
	*items = (struct survey_items){ rows.row, rows.n };
	return RC_OK;
}

/* People */

enum rc survey_respondents(const struct app *app, struct arena *a, const struct survey *survey,
			   struct respondents *out)
{
	struct respondents all = { 0 };
	size_t n = 0;
	enum rc rc = people_asked(app, a, survey->role, &all);

	if (rc)
		return rc;
	for (size_t i = 0; i < all.n; i++)
		if (is_asked(survey, &all.row[i]))
			all.row[n++] = all.row[i];
	*out = (struct respondents){ all.row, n };
	return RC_OK;
}

static enum rc numbers_give(struct app *app, const struct respondents *people)
{
	int64_t newest[] = { [ROLE_MENTEE] = 0, [ROLE_MENTOR] = 0 };
	enum rc rc =
		respondent_newest(app->store, app->year.year, ROLE_MENTEE, &newest[ROLE_MENTEE]);

	if (!rc)
		rc = respondent_newest(app->store, app->year.year, ROLE_MENTOR,
				       &newest[ROLE_MENTOR]);
	for (size_t i = 0; i < people->n && !rc; i++)
		if (!people->row[i].number)
			rc = respondent_number_put(app->store, people->row[i].participation,
						   ++newest[people->row[i].role]);
	return rc;
}

enum rc respondents_number(struct app *app, size_t *given)
{
	struct arena a = { 0 };
	struct respondents people;
	size_t n = 0;
	enum rc rc = respondent_list(app->store, &a, app->year.year, 0, &people);

	for (size_t i = 0; !rc && i < people.n; i++)
		n += !people.row[i].number;
	if (!rc && n)
		rc = app_begin(app, N_("Codes given to respondents"), arena_printf(&a, "%zu", n));
	if (!rc && n)
		rc = app_end(app, numbers_give(app, &people));
	if (!rc && given)
		*given = n;
	arena_done(&a);
	return rc;
}

/* Sheets */

const char *sheet_label(const struct app *app, struct arena *a, const struct sheet *sheet)
{
	struct participant p;

	if (!sheet->participation)
		return arena_printf(a, "№ %lld", (long long)sheet->number);
	if (participant_get(app->store, a, sheet->participation, &p) != RC_OK)
		return "?";
	return p.number ? respondent_code(a, p.role, p.number) : person_name(a, &p.person);
}

static void sheets_join(struct arena *a, struct sheets *all, const struct sheets *more)
{
	struct sheet *row = ARENA_NEW(a, struct sheet, all->n + more->n);

	for (size_t i = 0; i < all->n; i++)
		row[i] = all->row[i];
	for (size_t i = 0; i < more->n; i++)
		row[all->n + i] = more->row[i];
	*all = (struct sheets){ row, all->n + more->n };
}

enum rc survey_sheets(const struct app *app, struct arena *a, const struct survey *survey,
		      struct sheets *out)
{
	struct sheets all = { 0 }, some;
	struct ids versions = { 0 };
	enum rc rc = survey_versions(app, a, survey->code, &versions);

	for (size_t i = 0; i < versions.n && !rc; i++) {
		rc = sheet_list(app->store, a, versions.row[i], &some);
		if (!rc)
			sheets_join(a, &all, &some);
	}
	if (!rc)
		*out = all;
	return rc;
}

enum rc sheet_of(const struct app *app, const struct survey *survey, int64_t participation,
		 int64_t *id)
{
	struct arena a = { 0 };
	struct ids versions = { 0 };
	enum rc rc = survey_versions(app, &a, survey->code, &versions);

	*id = 0;
	for (size_t i = 0; i < versions.n && !rc && !*id; i++)
		rc = sheet_find(app->store, versions.row[i], participation, id);
	arena_done(&a);
	return rc;
}

enum rc answers_settle(const struct survey_items *items, struct answers *answers)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < answers->n && !rc; i++) {
		const struct survey_item *item = item_by_id(items, answers->row[i].item);

		if (!item)
			return err_set(RC_BUG, "an answer to no question");
		if (!item_asked(items, item, answers))
			answers->row[i] = (struct answer){ .item = item->head.id,
							   .status = ANSWER_SKIPPED,
							   .value = FIELD_NOTHING,
							   .words = "" };
		rc = answer_check(item, &answers->row[i]);
	}
	return rc;
}

static enum rc twin_check(const struct app *app, struct arena *a, const struct survey *survey,
			  const struct sheet *sheet)
{
	int64_t twin = 0;
	enum rc rc = sheet->participation && !sheet->rival
			     ? sheet_of(app, survey, sheet->participation, &twin)
			     : RC_OK;

	if (!rc && twin && twin != sheet->id)
		rc = err_set(RC_CONFLICT,
			     _("The sheet %s of this questionnaire is entered already. Open it to "
			       "mend it."),
			     sheet_label(app, a, sheet));
	return rc;
}

static enum rc sheet_number(struct app *app, struct sheet *sheet)
{
	if (sheet->participation || sheet->number)
		return RC_OK;
	return sheet_next_number(app->store, sheet->survey, &sheet->number);
}

/* Entered, or mended? */
static const char *save_name(const struct app *app, struct arena *a, int64_t id)
{
	struct answers answers;
	struct sheet sheet;

	return id && sheet_get(app->store, a, id, &sheet, &answers) == RC_OK ? N_("Sheet changed")
									     : N_("Sheet entered");
}

enum rc sheet_save(struct app *app, struct sheet *sheet, struct answers *answers)
{
	struct arena a = { 0 };
	struct sheet fresh = *sheet;
	struct survey_items items;
	struct survey survey;
	enum rc rc = survey_get(app, &a, sheet->survey, &survey, &items);

	if (!rc)
		rc = answers_settle(&items, answers);
	if (!rc)
		rc = twin_check(app, &a, &survey, sheet);
	if (!rc)
		rc = sheet_number(app, &fresh);
	if (!rc)
		rc = app_begin(
			app, save_name(app, &a, sheet->id),
			arena_printf(&a, "%s: %s", survey.name, sheet_label(app, &a, &fresh)));
	if (!rc)
		rc = app_end(app, sheet_put(app->store, &fresh, answers));
	arena_done(&a);
	if (!rc)
		*sheet = fresh;
	return rc;
}

static enum rc rows_delete(struct app *app, struct ids ids)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < ids.n && !rc; i++)
		rc = sheet_delete(app->store, ids.row[i]);
	return rc;
}

enum rc sheets_delete(struct app *app, struct ids ids)
{
	struct arena a = { 0 };
	struct answers answers;
	struct sheet first;
	enum rc rc = ids.n ? sheet_get(app->store, &a, ids.row[0], &first, &answers) : RC_OK;

	if (!rc && ids.n)
		rc = app_begin(app, N_("Sheets deleted"),
			       ids.n == 1 ? sheet_label(app, &a, &first)
					  : arena_printf(&a, "%zu", ids.n));
	if (!rc && ids.n)
		rc = app_end(app, rows_delete(app, ids));
	arena_done(&a);
	return rc;
}
