/* Results of a questionnaire on paper: a line a question, before and after as bars. No names. */
#include <math.h>

#include "nastavnik/app/results.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/print/doc.h"
#include "paper.h"

static const double p_shown = 0.001;

/* Those with sheets. */
static enum rc surveys_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct survey_states all = { 0 };
	struct choice *row;
	size_t n = 0;
	enum rc rc = surveys_load(app, a, &all);

	if (rc)
		return rc;
	row = ARENA_NEW(a, struct choice, all.n);
	for (size_t i = 0; i < all.n; i++)
		if (all.row[i].entered.sheets)
			row[n++] = (struct choice){ .id = all.row[i].survey.head.id,
						    .code = all.row[i].survey.code,
						    .name = all.row[i].survey.name };
	*out = (struct choices){ row, n };
	return RC_OK;
}

static const struct paper_subject of_survey = { N_("a questionnaire"), surveys_list };

/* Means of a scale by where they lie on it, of «да» by its share. */
static int bar_value(const struct item_result *r, int wave)
{
	const struct survey_item *item = r->item;
	double middle = result_middle(r, wave);
	double part = (middle - (double)item->low) / (double)(item->high - item->low);

	if (item->kind == ITEM_YESNO)
		part = middle;
	return (int)lround(part * DOC_BAR_WHOLE);
}

static const char *bar_text(struct arena *a, const struct item_result *r)
{
	bool scale = r->item->kind == ITEM_SCALE && r->item->high > r->item->low;
	bool before = !isnan(r->wave[0].mean), after = !isnan(r->wave[1].mean);

	if ((!scale && r->item->kind != ITEM_YESNO) || (!before && !after))
		return "";
	return before && after ? doc_bar_pair(a, bar_value(r, 0), bar_value(r, 1))
			       : doc_bar(a, bar_value(r, after));
}

static const char *wave_text(struct arena *a, const struct item_result *r, int wave)
{
	double middle = result_middle(r, wave);

	if (r->item->kind != ITEM_YESNO || isnan(middle))
		return figure_text(a, middle, 2);
	return arena_printf(a, "%s %%", figure_text(a, middle * 100, 0));
}

static const char *means_text(struct arena *a, const struct item_result *r)
{
	if (!item_counts(r->item))
		return "–";
	if (r->wave[1].n == FIELD_NOTHING)
		return wave_text(a, r, 0);
	if (r->wave[0].n == FIELD_NOTHING)
		return wave_text(a, r, 1);
	return arena_printf(a, "%s → %s", wave_text(a, r, 0), wave_text(a, r, 1));
}

static const char *answers_text(struct arena *a, const struct item_result *r)
{
	const int64_t *n[] = { &r->wave[0].n, &r->wave[1].n };

	if (*n[0] != FIELD_NOTHING && *n[1] != FIELD_NOTHING)
		return arena_printf(a, "%lld → %lld", (long long)*n[0], (long long)*n[1]);
	return arena_printf(a, "%lld", (long long)*n[*n[0] == FIELD_NOTHING]);
}

static const char *changes_text(struct arena *a, const struct item_result *r)
{
	if (r->better == FIELD_NOTHING)
		return "";
	return arena_printf(a, "%lld, %lld, %lld", (long long)r->better, (long long)r->same,
			    (long long)r->worse);
}

static const char *chance_text(struct arena *a, double p)
{
	return isnan(p) ? "" : p < p_shown ? "<\u00a00,001" : figure_text(a, p, 3);
}

static void items_fill(struct scope *s, const struct results *r)
{
	struct scope_table *table = scope_table(s, "items|вопросы");

	for (size_t i = 0; i < r->n; i++) {
		const struct item_result *item = &r->row[i];
		struct scope *row = scope_row(table);

		scope_text(row, "section|раздел", item->item->section);
		scope_text(row, "question|вопрос", item->item->name);
		scope_text(row, "answers|ответов", answers_text(s->arena, item));
		scope_text(row, "mean|среднее", means_text(s->arena, item));
		scope_text(row, "bar|полоса", bar_text(s->arena, item));
		scope_text(row, "changes|изменения", changes_text(s->arena, item));
		scope_text(row, "p", chance_text(s->arena, item->p));
	}
}

/* How often each answer was given: bars are parts of those who answered. */

static const char *value_text(struct arena *a, const struct item_result *r, size_t at)
{
	if (r->item->kind == ITEM_YESNO)
		return at ? "да" : "нет";
	if (r->item->kind == ITEM_ONE || r->item->kind == ITEM_SEVERAL)
		return item_option(a, r->item, (int64_t)at + 1);
	return arena_printf(a, "%lld", (long long)r->first + (long long)at);
}

static int count_bar(const struct wave_result *wave, size_t at)
{
	return (int)(wave->count[at] * DOC_BAR_WHOLE / wave->n);
}

static void value_fill(struct scope *row, const struct item_result *r, size_t at)
{
	const struct wave_result *x = &r->wave[0], *y = &r->wave[1];
	bool both = x->count && y->count;
	const struct wave_result *one = x->count ? x : y;
	struct arena *a = row->arena;

	row->joined = at > 0;
	scope_text(row, "question|вопрос", r->item->name);
	scope_text(row, "answer|ответ", value_text(a, r, at));
	scope_text(row, "count|сколько",
		   both ? arena_printf(a, "%lld → %lld", (long long)x->count[at],
				       (long long)y->count[at])
			: arena_printf(a, "%lld", (long long)one->count[at]));
	scope_text(row, "bar|полоса",
		   both ? doc_bar_pair(a, count_bar(x, at), count_bar(y, at))
			: doc_bar(a, count_bar(one, at)));
}

static void answers_fill(struct scope *s, const struct results *r)
{
	struct scope_table *table = scope_table(s, "answers|ответы");

	for (size_t i = 0; i < r->n; i++)
		if (r->row[i].wave[0].count || r->row[i].wave[1].count)
			for (size_t at = 0; at < r->row[i].bars; at++)
				value_fill(scope_row(table), &r->row[i], at);
}

static enum rc results_fill(const struct paper_work *w, struct scope *s)
{
	struct survey survey, before, after;
	struct survey_items items;
	struct results r = { 0 };
	enum rc rc = survey_get(w->app, s->arena, w->id, &survey, &items);

	if (!rc)
		rc = survey_compared(w->app, s->arena, &survey, &before, &after);
	if (!rc)
		rc = results_load(w->app, s->arena, &before, after.head.id ? &after : NULL,
				  RESULTS_WHOLE, &r);
	if (!rc && !r.sheets[0])
		return err_set(RC_NOT_FOUND,
			       _("No sheet of this questionnaire has been entered yet."));
	if (rc)
		return rc;
	scope_text(s, "survey|анкета", before.name);
	scope_text(s, "after|вторая_анкета", after.name);
	scope_number(s, "sheets|листов", r.sheets[0]);
	scope_number(s, "sheets_after|листов_второй", after.head.id ? r.sheets[1] : FIELD_NOTHING);
	scope_number(s, "both|обе", after.head.id ? r.pairs : FIELD_NOTHING);
	scope_number(s, "group_min|не_меньше", r.group_min);
	scope_flag(s, "compared|сравнение", after.head.id != 0);
	items_fill(s, &r);
	answers_fill(s, &r);
	return RC_OK;
}

static const struct paper rows[] = {
	{ .name = "survey_results",
	  .title = N_("Results of a questionnaire"),
	  .stage = 7,
	  .of = &of_survey,
	  .flags = PAPER_ODT,
	  .fill = results_fill },
	{ .name = "survey_answers",
	  .title = N_("How often each answer to a questionnaire was given"),
	  .stage = 7,
	  .of = &of_survey,
	  .flags = PAPER_ODT,
	  .fill = results_fill },
};

const struct papers results_papers = PAPERS(rows);
