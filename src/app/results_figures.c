/* Figures of an item, of a scale. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/stats/alpha.h"
#include "nastavnik/stats/describe.h"
#include "nastavnik/stats/wilcoxon.h"
#include "nastavnik/store/read/sheet.h"
#include "results_inner.h"

enum { BARS_MAX = 31 }; /* values of a scale or number that are counted apart */

/* Respondents */

static struct places places_all(struct arena *a, size_t n)
{
	struct places places = { ARENA_NEW(a, size_t, n), n };

	for (size_t i = 0; i < n; i++)
		places.row[i] = i;
	return places;
}

struct owner_place {
	int64_t participation;
	size_t place;
};

static int owner_order(const void *a, const void *b)
{
	const struct owner_place *x = a, *y = b;

	if (x->participation != y->participation)
		return x->participation < y->participation ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static struct owner_place *owners_sorted(struct arena *a, const struct answer_table *t)
{
	struct owner_place *row = ARENA_NEW(a, struct owner_place, t->sheets);

	for (size_t i = 0; i < t->sheets; i++)
		row[i] = (struct owner_place){ t->sheet[i].participation, i };
	if (t->sheets)
		qsort(row, t->sheets, sizeof(*row), owner_order);
	return row;
}

static struct place_pairs pairs_find(struct arena *a, const struct answer_table *before,
				     const struct answer_table *after)
{
	const struct owner_place *x = owners_sorted(a, before), *y = owners_sorted(a, after);
	struct place_pairs pairs = { arena_alloc(a, before->sheets * sizeof(*pairs.row)), 0 };
	size_t j = 0;

	for (size_t i = 0; i < before->sheets; i++) {
		while (j < after->sheets && y[j].participation < x[i].participation)
			j++;
		if (j == after->sheets)
			break;
		if (!x[i].participation || y[j].participation != x[i].participation)
			continue;
		pairs.row[pairs.n].before = x[i].place;
		pairs.row[pairs.n++].after = y[j++].place;
	}
	return pairs;
}

struct answer_set answer_set_all(struct arena *a, const struct answer_table *before,
				 const struct answer_table *after)
{
	struct answer_set set = { .before = before, .after = after };

	set.wave[0] = places_all(a, before->sheets);
	if (after) {
		set.wave[1] = places_all(a, after->sheets);
		set.pairs = pairs_find(a, before, after);
	}
	return set;
}

/* One item */

static bool is_given(const struct answer_table *t, size_t sheet, size_t column)
{
	return t->status[sheet * t->items + column] == ANSWER_GIVEN;
}

static int64_t value_at(const struct answer_table *t, size_t sheet, size_t column)
{
	return t->value[sheet * t->items + column];
}

static void bars_of(const struct survey_item *item, int64_t *first, size_t *bars)
{
	bool limits = item->low != FIELD_NOTHING && item->high != FIELD_NOTHING &&
		      item->high - item->low < BARS_MAX;

	*first = item->kind == ITEM_YESNO ? 0 : 1;
	*bars = 0;
	if (item->kind == ITEM_YESNO)
		*bars = 2;
	else if (item->kind == ITEM_ONE || item->kind == ITEM_SEVERAL)
		*bars = (size_t)item_options(item);
	else if ((item->kind == ITEM_SCALE || item->kind == ITEM_NUMBER) && limits) {
		*first = item->low;
		*bars = (size_t)(item->high - item->low + 1);
	}
}

/* Several of the options: each bit counts for its own. */
static void options_count(const double *x, size_t n, size_t bars, int64_t *count)
{
	for (size_t i = 0; i < n; i++)
		for (size_t b = 0; b < bars; b++)
			count[b] += (int64_t)x[i] >> b & 1;
}

static void wave_numbers(const struct survey_item *item, double *x, size_t n,
			 struct wave_result *wave)
{
	if (!item_counts(item) || !n)
		return;
	wave->mean = stats_mean(x, n);
	wave->median = stats_median(x, n);
	if (item_good(item) != FIELD_NOTHING)
		wave->share = stats_share(x, n, (double)item_good(item));
}

static struct wave_result wave_figure(struct arena *a, const struct item_result *r,
				      const struct answer_table *t, size_t column,
				      const struct places *places)
{
	struct wave_result wave = { .mean = NAN, .median = NAN, .share = NAN };
	int64_t *count = r->bars ? ARENA_NEW(a, int64_t, r->bars) : NULL;
	struct arena_mark mark = arena_mark(a);
	double *x = ARENA_NEW(a, double, places->n);
	size_t n = 0;

	for (size_t i = 0; i < places->n; i++) {
		if (is_given(t, places->row[i], column))
			x[n++] = (double)value_at(t, places->row[i], column);
		else
			wave.missing +=
				t->status[places->row[i] * t->items + column] == ANSWER_NONE;
	}
	if (count && r->item->kind == ITEM_SEVERAL)
		options_count(x, n, r->bars, count);
	else if (count)
		stats_distribution(x, n, r->first, r->bars, count);
	wave_numbers(r->item, x, n, &wave);
	arena_back(a, mark);
	wave.n = (int64_t)n;
	wave.count = n ? count : NULL;
	return wave;
}

static void pairs_figure(struct arena *a, struct item_result *r, const struct answer_set *set,
			 size_t c0, size_t c1)
{
	struct arena_mark mark = arena_mark(a);
	double *d = ARENA_NEW(a, double, set->pairs.n), sum[2] = { 0, 0 };
	struct wilcoxon test;
	size_t n = 0, more = 0, less = 0;

	for (size_t i = 0; i < set->pairs.n; i++) {
		size_t before = set->pairs.row[i].before, after = set->pairs.row[i].after;

		if (!is_given(set->before, before, c0) || !is_given(set->after, after, c1))
			continue;
		double x = (double)value_at(set->before, before, c0);
		double y = (double)value_at(set->after, after, c1);

		sum[0] += x;
		sum[1] += y;
		d[n] = y - x;
		more += d[n] > 0;
		less += d[n++] < 0;
	}
	r->pairs = (int64_t)n;
	if (item_counts(r->item) && n) {
		test = stats_wilcoxon(d, n);
		r->better = (int64_t)(r->item->reverse ? less : more);
		r->worse = (int64_t)(r->item->reverse ? more : less);
		r->same = (int64_t)(n - more - less);
		for (int wave = 0; wave < 2; wave++)
			r->both[wave] = sum[wave] / (double)n;
		r->difference = stats_mean(d, n);
		r->w = test.w;
		r->p = test.p;
		r->effect = test.effect;
		r->exact = test.exact;
	}
	arena_back(a, mark);
}

static struct item_result item_figure(struct arena *a, const struct answer_set *set, size_t column)
{
	struct item_result r = { .item = set->before->item[column] };
	size_t other = set->after ? answer_table_column(set->after, r.item->code) : SIZE_MAX;

	bars_of(r.item, &r.first, &r.bars);
	result_pairs_hide(&r, true);
	result_wave_hide(&r.wave[1], true);
	r.wave[0] = wave_figure(a, &r, set->before, column, &set->wave[0]);
	if (other == SIZE_MAX || set->after->item[other]->kind != r.item->kind)
		return r;
	r.wave[1] = wave_figure(a, &r, set->after, other, &set->wave[1]);
	pairs_figure(a, &r, set, column, other);
	return r;
}

/* What only the second questionnaire asks. */
static struct item_result item_after(struct arena *a, const struct answer_set *set, size_t column)
{
	struct item_result r = { .item = set->after->item[column] };

	bars_of(r.item, &r.first, &r.bars);
	result_pairs_hide(&r, true);
	result_wave_hide(&r.wave[0], true);
	r.wave[1] = wave_figure(a, &r, set->after, column, &set->wave[1]);
	return r;
}

struct item_results results_figure(struct arena *a, const struct answer_set *set)
{
	size_t own = set->before->items, more = set->after ? set->after->items : 0;
	struct item_results list = { ARENA_NEW(a, struct item_result, own + more), own };

	for (size_t i = 0; i < own; i++)
		list.row[i] = item_figure(a, set, i);
	for (size_t i = 0; i < more; i++)
		if (answer_table_column(set->before, set->after->item[i]->code) == SIZE_MAX)
			list.row[list.n++] = item_after(a, set, i);
	return list;
}

void result_wave_hide(struct wave_result *wave, bool with_n)
{
	wave->mean = wave->median = wave->share = NAN;
	wave->count = NULL;
	if (with_n)
		wave->n = wave->missing = FIELD_NOTHING;
}

void result_pairs_hide(struct item_result *r, bool with_n)
{
	r->both[0] = r->both[1] = r->difference = r->w = r->p = r->effect = NAN;
	r->better = r->same = r->worse = FIELD_NOTHING;
	if (with_n)
		r->pairs = FIELD_NOTHING;
}

/* Scales */

struct columns {
	size_t row[ITEM_MAX], n;
};

static struct columns scale_columns(const struct answer_table *t, const char *name)
{
	struct columns c = { .n = 0 };

	for (size_t i = 0; i < t->items && c.n < ITEM_MAX; i++)
		if (item_counts(t->item[i]) && strcmp(t->item[i]->scale, name) == 0)
			c.row[c.n++] = i;
	return c;
}

/* Whole cases; an item where less is better is turned, and where its zero lies does not matter. */
static void scale_figure(struct arena *a, const struct answer_table *t, const struct columns *c,
			 int64_t *cases, double *alpha)
{
	double *x = ARENA_NEW(a, double, t->sheets * c->n);
	size_t n = 0;

	for (size_t i = 0; i < t->sheets; i++) {
		size_t k = 0;

		for (; k < c->n && is_given(t, i, c->row[k]); k++)
			x[n * c->n + k] = (t->item[c->row[k]]->reverse ? -1.0 : 1.0) *
					  (double)value_at(t, i, c->row[k]);
		n += k == c->n;
	}
	*cases = (int64_t)n;
	*alpha = stats_alpha(x, n, c->n);
}

static bool is_first_of_scale(const struct answer_table *t, size_t at)
{
	const struct survey_item *item = t->item[at];

	if (!*item->scale || !item_counts(item))
		return false;
	for (size_t i = 0; i < at; i++)
		if (item_counts(t->item[i]) && strcmp(t->item[i]->scale, item->scale) == 0)
			return false;
	return true;
}

void results_scales(struct arena *a, const struct answer_set *set, struct results *out)
{
	const struct answer_table *wave[] = { set->before, set->after };

	out->scale = ARENA_NEW(a, struct scale_result, set->before->items);
	for (size_t i = 0; i < set->before->items; i++) {
		struct scale_result s = { .name = set->before->item[i]->scale,
					  .alpha = { NAN, NAN } };

		if (!is_first_of_scale(set->before, i))
			continue;
		for (int w = 0; w < 2 && wave[w]; w++) {
			struct columns c = scale_columns(wave[w], s.name);

			s.items = w ? s.items : c.n;
			scale_figure(a, wave[w], &c, &s.cases[w], &s.alpha[w]);
			if (s.cases[w] < out->group_min)
				s.alpha[w] = NAN;
		}
		out->scale[out->scales++] = s;
	}
}
