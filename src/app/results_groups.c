/* Results by form, role model, class and year. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/model/class.h"
#include "nastavnik/model/school.h"
#include "nastavnik/stats/hide.h"
#include "nastavnik/store/read/school.h"
#include "results_inner.h"

/* What a respondent's group is called; "": of none. Who is in no pair yet has answered a
 * questionnaire of a form as one of that form. */
static const char *group_name(const struct app *app, const struct survey *survey,
			      const struct sheet_owner *owner, enum results_by by)
{
	if (by == RESULTS_BY_CLASS)
		return owner->class_name;
	if (by == RESULTS_BY_MODEL)
		return book_item_name(&app->books, owner->role_model);
	return book_item_name(&app->books, owner->form ? owner->form : survey->form);
}

/* The groups' names, and for each sheet of both waves which one it is in. */
struct grouping {
	const char **name;
	size_t n;
	size_t *of[2];
};

static size_t name_add(struct grouping *g, const char *name)
{
	for (size_t i = 0; i < g->n; i++)
		if (strcmp(g->name[i], name) == 0)
			return i;
	g->name[g->n] = name;
	return g->n++;
}

static struct grouping grouping_make(const struct app *app, struct arena *a,
				     const struct answer_set *all, const struct survey *survey,
				     enum results_by by)
{
	const struct answer_table *wave[] = { all->before, all->after };
	struct grouping g = { ARENA_NEW(a, const char *, all->wave[0].n + all->wave[1].n),
			      0,
			      { NULL, NULL } };

	for (int w = 0; w < 2 && wave[w]; w++) {
		g.of[w] = ARENA_NEW(a, size_t, wave[w]->sheets);
		for (size_t i = 0; i < wave[w]->sheets; i++)
			g.of[w][i] = name_add(&g, group_name(app, survey, &wave[w]->sheet[i], by));
	}
	return g;
}

/* A part of the whole */

static struct places places_part(struct arena *a, const size_t *of, size_t sheets, size_t group)
{
	struct places part = { ARENA_NEW(a, size_t, sheets), 0 };

	for (size_t i = 0; i < sheets; i++)
		if (of[i] == group)
			part.row[part.n++] = i;
	return part;
}

static struct answer_set set_part(struct arena *a, const struct answer_set *all,
				  const struct grouping *g, size_t group)
{
	struct answer_set set = { .before = all->before, .after = all->after };

	set.wave[0] = places_part(a, g->of[0], all->before->sheets, group);
	if (!all->after)
		return set;
	set.wave[1] = places_part(a, g->of[1], all->after->sheets, group);
	set.pairs.row = arena_alloc(a, all->pairs.n * sizeof(*set.pairs.row));
	for (size_t i = 0; i < all->pairs.n; i++)
		if (g->of[0][all->pairs.row[i].before] == group)
			set.pairs.row[set.pairs.n++] = all->pairs.row[i];
	return set;
}

/* Who is few is hidden, item by item: not everybody answers everything. */

enum hidden { HIDE_BEFORE, HIDE_AFTER, HIDE_PAIRS, HIDE_KINDS };

static int64_t people_of(const struct item_result *r, enum hidden what)
{
	int64_t n = what == HIDE_PAIRS ? r->pairs : r->wave[what].n;

	return n == FIELD_NOTHING ? 0 : n;
}

static void figures_hide(struct item_result *r, enum hidden what)
{
	if (what == HIDE_PAIRS)
		result_pairs_hide(r, true);
	else
		result_wave_hide(&r->wave[what], true);
}

static void item_hide(struct arena *a, struct results *out, size_t item, enum hidden what)
{
	struct arena_mark mark = arena_mark(a);
	int64_t *n = ARENA_NEW(a, int64_t, out->groups);
	bool *hidden = ARENA_NEW(a, bool, out->groups);

	for (size_t g = 0; g < out->groups; g++)
		n[g] = people_of(&out->group[g].row[item], what);
	stats_hide(n, out->groups, out->group_min, hidden);
	for (size_t g = 0; g < out->groups; g++)
		if (hidden[g])
			figures_hide(&out->group[g].row[item], what);
	arena_back(a, mark);
}

static const char *nobodys(enum results_by by)
{
	return by == RESULTS_BY_FORM    ? _("no form")
	       : by == RESULTS_BY_MODEL ? _("no role model")
					: _("no class");
}

static int group_order(const void *a, const void *b)
{
	const struct result_group *x = a, *y = b;
	int p = class_order(x->name), q = class_order(y->name);

	if (!p != !q)
		return p ? -1 : 1;
	return p != q ? p - q : strcmp(x->name, y->name);
}

static void groups_part(const struct app *app, struct arena *a, const struct answer_set *all,
			enum results_by by, struct results *out)
{
	struct grouping g = grouping_make(app, a, all, &out->survey, by);

	out->group = ARENA_NEW(a, struct result_group, g.n);
	out->groups = g.n;
	for (size_t i = 0; i < g.n; i++) {
		struct answer_set set = set_part(a, all, &g, i);

		out->group[i] = (struct result_group){
			.name = *g.name[i] ? g.name[i] : nobodys(by),
			.row = results_figure(a, &set).row,
		};
	}
	for (size_t i = 0; i < out->n; i++)
		for (enum hidden what = 0; what < HIDE_KINDS; what++)
			item_hide(a, out, i, what);
	if (out->groups)
		qsort(out->group, out->groups, sizeof(*out->group), group_order);
}

/* Years are no parts of a whole: each stands for itself. */

static const struct item_result *same_item(const struct item_results *found,
					   const struct survey_item *item)
{
	for (size_t i = 0; i < found->n; i++)
		if (strcmp(found->row[i].item->code, item->code) == 0)
			return found->row[i].item->kind == item->kind ? &found->row[i] : NULL;
	return NULL;
}

static struct item_result *rows_by_code(struct arena *a, const struct answer_set *set,
					const struct results *out)
{
	struct item_results found = results_figure(a, set);
	struct item_result *row = ARENA_NEW(a, struct item_result, out->n);

	for (size_t i = 0; i < out->n; i++) {
		const struct item_result *same = same_item(&found, out->row[i].item);

		row[i] = same ? *same : (struct item_result){ .item = out->row[i].item };
		for (enum hidden what = 0; what < HIDE_KINDS; what++)
			if (!same || people_of(&row[i], what) < out->group_min)
				figures_hide(&row[i], what);
	}
	return row;
}

static enum rc year_add_group(const struct app *app, struct arena *a, int64_t year,
			      struct results *out)
{
	struct answer_table *t = ARENA_NEW(a, struct answer_table, 2);
	struct answer_set set;
	char name[12];
	enum rc rc = answer_table_load(app, a, year, out->survey.code, &t[0]);

	if (!rc && out->with.head.id)
		rc = answer_table_load(app, a, year, out->with.code, &t[1]);
	if (rc || !t[0].sheets)
		return rc;
	set = answer_set_all(a, &t[0], out->with.head.id ? &t[1] : NULL);
	out->group[out->groups++] = (struct result_group){
		.name = arena_strdup(a, year_name(year, name)),
		.row = rows_by_code(a, &set, out),
	};
	return RC_OK;
}

static enum rc groups_years(const struct app *app, struct arena *a, struct results *out)
{
	struct years years;
	enum rc rc = year_list(app->store, a, &years);

	if (rc)
		return rc;
	out->group = ARENA_NEW(a, struct result_group, years.n);
	for (size_t i = years.n; i-- > 0 && !rc;)
		rc = year_add_group(app, a, years.row[i].year, out);
	return rc;
}

enum rc results_group(const struct app *app, struct arena *a, const struct answer_set *all,
		      enum results_by by, struct results *out)
{
	if (by == RESULTS_BY_YEAR)
		return groups_years(app, a, out);
	if (by != RESULTS_WHOLE)
		groups_part(app, a, all, by, out);
	return RC_OK;
}
