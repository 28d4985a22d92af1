/* What the questionnaires of the year say of each question, for proposals of the SWOT board. */
#include "swot_figures.h"

#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/stats/describe.h"

/* Who answered what: a participation, or below zero a sheet that is nobody's. */
struct reply {
	int64_t who;
	double value;
};

/* A question of the newest version with the replies to all of them. */
struct asked {
	const struct survey_item *item;
	struct reply *row;
	size_t n, cap;
};

struct wave {
	const struct survey *survey; /* NULL: there is none */
	struct asked *asked;
	size_t n;
};

static struct asked *asked_named(struct wave *wave, const char *code)
{
	for (size_t i = 0; i < wave->n; i++)
		if (!strcmp(wave->asked[i].item->code, code))
			return &wave->asked[i];
	return NULL;
}

static void reply_add(struct arena *a, struct wave *wave, const struct survey_items *items,
		      const struct sheet_answer *answer)
{
	const struct survey_item *item = item_by_id(items, answer->answer.item);
	struct asked *asked;

	if (answer->answer.status != ANSWER_GIVEN || !item || item->kind != ITEM_SCALE)
		return;
	asked = asked_named(wave, item->code);
	if (!asked)
		return;
	asked->row = arena_grow(a, asked->row, asked->n, &asked->cap, sizeof(*asked->row));
	asked->row[asked->n++] =
		(struct reply){ answer->participation ? answer->participation : -answer->sheet,
				(double)answer->answer.value };
}

static enum rc version_add(const struct app *app, struct arena *a, int64_t id, struct wave *wave)
{
	struct survey version;
	struct survey_items items;
	struct sheet_answers answers;
	enum rc rc = survey_get(app, a, id, &version, &items);

	if (!rc)
		rc = sheet_answers(app->store, a, id, false, &answers);
	for (size_t i = 0; !rc && i < answers.n; i++)
		reply_add(a, wave, &items, &answers.row[i]);
	return rc;
}

static int reply_order(const void *a, const void *b)
{
	const struct reply *x = a, *y = b;

	return (x->who > y->who) - (x->who < y->who);
}

static enum rc wave_load(const struct app *app, struct arena *a, const struct survey *survey,
			 struct wave *wave)
{
	struct survey newest;
	struct survey_items items;
	struct ids versions;
	enum rc rc = survey_get(app, a, survey->head.id, &newest, &items);

	if (!rc)
		rc = survey_versions(app, a, survey->code, &versions);
	if (rc)
		return rc;
	*wave = (struct wave){ .survey = survey, .asked = ARENA_NEW(a, struct asked, items.n) };
	for (size_t i = 0; i < items.n; i++)
		if (items.row[i].kind == ITEM_SCALE)
			wave->asked[wave->n++].item = &items.row[i];
	for (size_t i = 0; !rc && i < versions.n; i++)
		rc = version_add(app, a, versions.row[i], wave);
	for (size_t i = 0; !rc && i < wave->n; i++)
		if (wave->asked[i].n)
			qsort(wave->asked[i].row, wave->asked[i].n, sizeof(struct reply),
			      reply_order);
	return rc;
}

static double mean_of(struct arena *a, const struct asked *asked)
{
	double *x = ARENA_NEW(a, double, asked->n);

	for (size_t i = 0; i < asked->n; i++)
		x[i] = asked->row[i].value;
	return stats_mean(x, asked->n);
}

/* Both are in the order of who answered. */
static void pairs_count(struct arena *a, const struct asked *before, const struct asked *after,
			struct swot_figure *f)
{
	double *x = ARENA_NEW(a, double, before->n + 1), *y = ARENA_NEW(a, double, before->n + 1);
	size_t n = 0;

	for (size_t i = 0, k = 0; i < before->n && k < after->n;) {
		int64_t one = before->row[i].who, other = after->row[k].who;

		if (one == other && one > 0) {
			x[n] = before->row[i].value;
			y[n++] = after->row[k].value;
		}
		i += one <= other;
		k += other <= one;
	}
	f->pairs = (int64_t)n;
	if (n) {
		f->before = stats_mean(x, n);
		f->after = stats_mean(y, n);
	}
}

static bool same_scale(const struct survey_item *x, const struct survey_item *y)
{
	return x->low == y->low && x->high == y->high && !x->reverse == !y->reverse;
}

static void figure_add(struct arena *a, const struct asked *before, const struct asked *after,
		       const struct survey *survey, const char *whose, struct swot_figures *out)
{
	const struct asked *newest = after && after->n ? after : before;
	struct swot_figure *f = &out->row[out->n];

	if (!newest || !newest->n)
		return;
	*f = (struct swot_figure){ .code = newest->item->code,
				   .name = newest->item->name,
				   .whose = whose,
				   .role = survey->role,
				   .form = survey->form,
				   .low = newest->item->low,
				   .high = newest->item->high,
				   .reverse = newest->item->reverse,
				   .n = (int64_t)newest->n,
				   .mean = mean_of(a, newest) };
	if (before && after && same_scale(before->item, after->item))
		pairs_count(a, before, after, f);
	out->n++;
}

/* The questions of the final questionnaire, then those that only the first one asked. */
static void waves_compare(struct arena *a, struct wave *before, struct wave *after,
			  const char *whose, struct swot_figures *out)
{
	for (size_t i = 0; i < after->n; i++)
		figure_add(a, asked_named(before, after->asked[i].item->code), &after->asked[i],
			   after->survey, whose, out);
	for (size_t i = 0; i < before->n; i++)
		if (!asked_named(after, before->asked[i].item->code))
			figure_add(a, &before->asked[i], NULL, before->survey, whose, out);
}

static const char *whose_text(const struct app *app, struct arena *a, const struct survey *s)
{
	const char *role = s->role ? text_of(survey_roles[s->role - 1]) : "";
	const char *form = s->form ? book_item_name(&app->books, s->form) : "";

	return !*role && !*form ? s->name
				: arena_printf(a, "%s%s%s", role, *role && *form ? ", " : "", form);
}

static bool is_pair(const struct survey *x, const struct survey *y)
{
	return x->kind == SURVEY_PEOPLE && y->kind == SURVEY_PEOPLE && x->role == y->role &&
	       x->form == y->form && x->wave == WAVE_BEFORE && y->wave == WAVE_AFTER;
}

/* The first questionnaire that a final one is compared with, or the other way round. */
static const struct survey *partner_of(const struct survey_states *all, const struct survey *s)
{
	for (size_t i = 0; i < all->n; i++)
		if (is_pair(&all->row[i].survey, s) || is_pair(s, &all->row[i].survey))
			return &all->row[i].survey;
	return NULL;
}

static enum rc survey_add(const struct app *app, struct arena *a, const struct survey_states *all,
			  const struct survey *s, struct swot_figures *out)
{
	const struct survey *other = partner_of(all, s);
	struct wave before = { 0 }, after = { 0 };
	enum rc rc = RC_OK;

	if (s->wave == WAVE_BEFORE && other)
		return RC_OK; /* comes with the final one */
	rc = wave_load(app, a, s, s->wave == WAVE_BEFORE ? &before : &after);
	if (!rc && other)
		rc = wave_load(app, a, other, &before);
	if (rc)
		return rc;
	struct swot_figure *row = ARENA_NEW(a, struct swot_figure, out->n + before.n + after.n);
	if (out->n)
		memcpy(row, out->row, out->n * sizeof(*row));
	out->row = row;
	waves_compare(a, &before, &after, whose_text(app, a, s), out);
	return RC_OK;
}

enum rc swot_figures_load(const struct app *app, struct arena *a, int64_t form,
			  struct swot_figures *out)
{
	struct swot_figures figures = { 0 };
	struct survey_states all;
	enum rc rc = surveys_load(app, a, &all);

	for (size_t i = 0; !rc && i < all.n; i++) {
		const struct survey *s = &all.row[i].survey;

		if ((s->kind == SURVEY_PEOPLE || s->kind == SURVEY_EVENT) &&
		    (!form || s->form == form))
			rc = survey_add(app, a, &all, s, &figures);
	}
	if (!rc)
		*out = figures;
	return rc;
}
