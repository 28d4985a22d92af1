/* The monitoring report: what the questionnaires and the e-journal come to. */
#include <math.h>

#include "nastavnik/app/growth.h"
#include "nastavnik/app/results.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/print/doc.h"
#include "paper_monitoring.h"

/* «ученик – ученик, наставляемый (ответили: 24 и 21)» */
static const char *survey_title(struct arena *a, const struct results *r)
{
	if (!r->with.head.id || !r->sheets[1])
		return arena_printf(a, "%s (ответили: %lld)", r->survey.name,
				    (long long)r->sheets[0]);
	return arena_printf(a, "%s (ответили: %lld; в конце: %lld; оба раза: %lld)", r->survey.name,
			    (long long)r->sheets[0], (long long)r->sheets[1], (long long)r->pairs);
}

/* Where a mean stands between the ends of its item, in thousandths; -1: there is none. */
static int mean_place(const struct survey_item *item, double mean)
{
	double low = item->kind == ITEM_YESNO ? 0 : (double)item->low;
	double high = item->kind == ITEM_YESNO ? 1 : (double)item->high;

	if (isnan(mean) || high <= low)
		return -1;
	return (int)lround((mean - low) / (high - low) * DOC_BAR_WHOLE);
}

static const char *means_bar(struct arena *a, const struct item_result *r)
{
	int before = mean_place(r->item, result_middle(r, 0));
	int after = mean_place(r->item, result_middle(r, 1));

	if (before >= 0 && after >= 0)
		return doc_bar_pair(a, before, after);
	return before >= 0 ? doc_bar(a, before) : after >= 0 ? doc_bar(a, after) : "";
}

static const char *share_text(struct arena *a, double share)
{
	return isnan(share) ? "–" : arena_printf(a, "%.0f\u00a0%%", share * 100);
}

/* «0,7» of yes and no is no mean that anybody reads: 70 % said yes. */
static const char *mean_text(struct arena *a, const struct item_result *r, double mean)
{
	return r->item->kind == ITEM_YESNO ? share_text(a, mean) : figure_text(a, mean, 1);
}

static const char *change_text(struct arena *a, const struct item_result *r)
{
	if (r->better == FIELD_NOTHING || !r->pairs)
		return "–";
	return arena_printf(a, "%lld / %lld / %lld", (long long)r->better, (long long)r->same,
			    (long long)r->worse);
}

/* A mean of a number without limits has no place on a bar and says nothing beside the others. */
static bool is_told(const struct item_result *r)
{
	return (r->item->kind == ITEM_SCALE || r->item->kind == ITEM_YESNO) &&
	       (!isnan(r->wave[0].mean) || !isnan(r->wave[1].mean));
}

static void item_add(struct scope_table *table, const struct item_result *r)
{
	const struct wave_result *last = isnan(r->wave[1].mean) ? &r->wave[0] : &r->wave[1];
	struct scope *row = scope_row(table);
	struct arena *a = row->arena;

	scope_text(row, "item|вопрос", r->item->name);
	scope_text(row, "before|вначале", mean_text(a, r, result_middle(r, 0)));
	scope_text(row, "after|в_конце", mean_text(a, r, result_middle(r, 1)));
	scope_text(row, "bar|полоса", means_bar(a, r));
	scope_text(row, "share|доля", share_text(a, last->share));
	scope_text(row, "change|изменение", change_text(a, r));
}

static void results_add(struct scope_table *table, const struct results *r)
{
	bool first = true;

	for (size_t i = 0; i < r->n; i++) {
		if (!is_told(&r->row[i]))
			continue;
		if (first)
			scope_row(table)->heading = survey_title(table->arena, r);
		first = false;
		item_add(table, &r->row[i]);
	}
}

/* Of two that are compared the entry questionnaire stands for both. */
static enum rc survey_add(const struct app *app, struct scope_table *table,
			  const struct survey_state *state)
{
	struct survey before, after;
	struct results results;
	enum rc rc;

	if (state->survey.kind != SURVEY_PEOPLE)
		return RC_OK;
	rc = survey_compared(app, table->arena, &state->survey, &before, &after);
	if (rc || (after.head.id && state->survey.wave == WAVE_AFTER))
		return rc;
	rc = results_load(app, table->arena, &before, after.head.id ? &after : NULL, RESULTS_WHOLE,
			  &results);
	if (!rc && (results.sheets[0] || results.sheets[1]))
		results_add(table, &results);
	return rc;
}

enum rc monitoring_surveys_fill(const struct paper_work *w, struct scope *s)
{
	struct scope_table *table = scope_table(s, "surveys|анкеты");
	struct survey_states states;
	enum rc rc = surveys_load(w->app, s->arena, &states);

	for (size_t i = 0; !rc && i < states.n; i++)
		rc = survey_add(w->app, table, &states.row[i]);
	scope_flag(s, "has_surveys|есть_анкеты", table->rows > 0);
	return rc;
}

/* Marks, absences, conflicts of those who have both values. */
enum rc monitoring_growth_fill(const struct paper_work *w, struct scope *s)
{
	struct scope_table *table = scope_table(s, "growth|журнал");
	struct arena *a = s->arena;
	struct growth_sheet sheet;
	enum rc rc = growth_load(w->app, a, &sheet);

	for (size_t m = 0; !rc && m < sheet.measures; m++) {
		struct growth_sum sum = growth_sum_of(&sheet, m, NULL);
		struct scope *row;

		if (!sum.pairs || !growth_may_tell(&sheet, &sum))
			continue;
		row = scope_row(table);
		scope_text(row, "name|название", sheet.measure[m].name);
		scope_number(row, "people|человек", (int64_t)sum.pairs);
		scope_text(row, "start|начало", growth_mean(a, sum.start, sum.pairs));
		scope_text(row, "end|конец", growth_mean(a, sum.end, sum.pairs));
		scope_text(row, "change|изменение",
			   arena_printf(a, "%zu / %zu / %zu", sum.better, sum.same, sum.worse));
	}
	scope_flag(s, "has_growth|есть_журнал", table->rows > 0);
	return rc;
}
