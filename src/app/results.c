/* Results of questionnaires: working them out, answers in words, sentences. */
#include "nastavnik/app/results.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/surveys.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/school.h"
#include "nastavnik/store/write/results.h"
#include "results_inner.h"

enum rc survey_rules_save(struct app *app, const struct survey_rules *rules)
{
	int64_t year = app->year.year;
	char name[12];
	enum rc rc = fields_check(survey_rule_fields, rules);

	if (!rc)
		rc = app_begin(app, N_("Rules of results changed"), year_name(year, name));
	return rc ? rc : app_end(app, survey_rules_put(app->store, year, rules));
}

/* Working out */

static void few_hide(struct item_result *r, int64_t group_min)
{
	for (int w = 0; w < 2; w++)
		if (r->wave[w].n < group_min)
			result_wave_hide(&r->wave[w], false);
	if (r->pairs < group_min)
		result_pairs_hide(r, false);
}

static enum rc results_fill(const struct app *app, struct arena *a, const struct answer_set *all,
			    enum results_by by, struct results *out)
{
	struct item_results items = results_figure(a, all);
	enum rc rc;

	out->sheets[0] = (int64_t)all->before->sheets;
	out->sheets[1] = all->after ? (int64_t)all->after->sheets : 0;
	out->pairs = (int64_t)all->pairs.n;
	out->row = items.row;
	out->n = items.n;
	out->own = all->before->items;
	results_scales(a, all, out);
	rc = results_group(app, a, all, by, out);
	for (size_t i = 0; i < out->n; i++)
		few_hide(&out->row[i], out->group_min);
	return rc;
}

enum rc results_load(const struct app *app, struct arena *a, const struct survey *survey,
		     const struct survey *with, enum results_by by, struct results *out)
{
	struct answer_table *t = ARENA_NEW(a, struct answer_table, 2);
	struct survey_rules rules = { 0 };
	struct results r = { .survey = *survey };
	struct answer_set all;
	enum rc rc = survey_rules_get(app->store, app->year.year, &rules);

	if (!rc)
		rc = answer_table_load(app, a, app->year.year, survey->code, &t[0]);
	if (!rc && with)
		rc = answer_table_load(app, a, app->year.year, with->code, &t[1]);
	if (rc)
		return rc;
	if (with)
		r.with = *with;
	r.group_min = rules.group_min;
	all = answer_set_all(a, &t[0], with ? &t[1] : NULL);
	rc = results_fill(app, a, &all, by, &r);
	if (!rc)
		*out = r;
	return rc;
}

/* The other wave */

static int64_t wave_other(int64_t wave)
{
	return wave == WAVE_BEFORE ? WAVE_AFTER : wave == WAVE_AFTER ? WAVE_BEFORE : WAVE_NONE;
}

static size_t stem_length(const char *code)
{
	const char *end = strrchr(code, '_');

	return end ? (size_t)(end - code) : strlen(code);
}

/* How well two fit together; 0: not at all. */
static int partner_fit(const struct survey *x, const struct survey *y)
{
	size_t n = stem_length(x->code);

	if (!x->wave || y->wave != wave_other(x->wave))
		return 0;
	if (n == stem_length(y->code) && strncmp(x->code, y->code, n) == 0)
		return 2;
	return x->kind == y->kind && x->role == y->role && x->form == y->form;
}

static const struct survey_state *partner_find(const struct survey_states *all,
					       const struct survey *survey)
{
	const struct survey_state *found = NULL;
	int best = 0;

	for (size_t i = 0; i < all->n; i++) {
		int fit = partner_fit(survey, &all->row[i].survey);

		if (fit > best && all->row[i].entered.sheets) {
			best = fit;
			found = &all->row[i];
		}
	}
	return found;
}

enum rc survey_compared(const struct app *app, struct arena *a, const struct survey *survey,
			struct survey *before, struct survey *after)
{
	const struct survey_state *partner;
	struct survey_states all = { 0 };
	bool entered = false;
	enum rc rc = surveys_load(app, a, &all);

	if (rc)
		return rc;
	for (size_t i = 0; i < all.n; i++)
		entered |= strcmp(all.row[i].survey.code, survey->code) == 0 &&
			   all.row[i].entered.sheets;
	partner = entered ? partner_find(&all, survey) : NULL;
	*before = *survey;
	*after = (struct survey){ .name = "", .intro = "", .code = "" };
	if (!partner)
		return RC_OK;
	*(survey->wave == WAVE_AFTER ? before : after) = partner->survey;
	if (survey->wave == WAVE_AFTER)
		*after = *survey;
	return RC_OK;
}

/* Words */

struct word_row {
	const char *key, *text;
};

static int word_order(const void *a, const void *b)
{
	const struct word_row *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : strcmp(x->text, y->text);
}

struct word_rows {
	struct word_row *row;
	size_t n, cap;
};

static enum rc words_of(const struct app *app, struct arena *a, int64_t version, const char *code,
			struct word_rows *rows)
{
	struct sheet_answers answers = { 0 };
	const struct survey_item *item;
	struct survey_items items;
	struct survey survey;
	enum rc rc = survey_get(app, a, version, &survey, &items);

	if (!rc)
		rc = sheet_answers(app->store, a, version, true, &answers);
	if (rc)
		return rc;
	item = item_by_code(&items, code);
	for (size_t i = 0; item && item->kind == ITEM_OPEN && i < answers.n; i++) {
		const struct answer *answer = &answers.row[i].answer;

		if (answer->item != item->head.id || answer->status != ANSWER_GIVEN)
			continue;
		rows->row = arena_grow(a, rows->row, rows->n, &rows->cap, sizeof(*rows->row));
		rows->row[rows->n++] =
			(struct word_row){ utf8_fold(a, answer->words), answer->words };
	}
	return RC_OK;
}

enum rc results_words(const struct app *app, struct arena *a, const struct survey *survey,
		      const char *code, struct result_words *out)
{
	struct survey_rules rules = { 0 };
	struct word_rows rows = { 0 };
	struct result_words words = { 0 };
	struct ids versions;
	enum rc rc = survey_rules_get(app->store, app->year.year, &rules);

	if (!rc)
		rc = versions_of(app, a, app->year.year, survey->code, &versions);
	for (size_t v = 0; !rc && v < versions.n; v++)
		rc = words_of(app, a, versions.row[v], code, &rows);
	if (rc)
		return rc;
	if ((int64_t)rows.n >= rules.group_min && rows.n) {
		qsort(rows.row, rows.n, sizeof(*rows.row), word_order);
		words.row = ARENA_NEW(a, const char *, rows.n);
		for (; words.n < rows.n; words.n++)
			words.row[words.n] = rows.row[words.n].text;
	}
	*out = words;
	return RC_OK;
}
