/* What second entries have shown: agreement, and errors by question. */
#include "cells.h"
#include "nastavnik/app/keying.h"
#include "screens.h"
#include "surveys.h"

enum { PERMILLE = 1000 };
enum { AGREE_NAME, AGREE_FIELDS, AGREE_DIFFER, AGREE_WRONG, AGREE_RATE, AGREE_N };

static const struct list_column verification_columns[] = {
	[AGREE_NAME] = { N_("Question"), .width = 30, .grow = 1, .unsorted = true },
	[AGREE_FIELDS] = { N_("Fields"), .width = -6, .unsorted = true },
	[AGREE_DIFFER] = { N_("Different"), .width = -9, .unsorted = true },
	[AGREE_WRONG] = { N_("Errors"), .width = -7, .unsorted = true },
	[AGREE_RATE] = { N_("In 1,000"), .width = -8, .unsorted = true },
	{ 0 },
};

/* Who typed how is for the methodologist alone: shown when asked for, never printed. */
struct verification_desk {
	struct cells cells;
	bool by_operator;
	struct verification all;
	const struct agreement **row;
	size_t n;
};

static struct verification_desk *desk_of(const struct frame *f)
{
	return f->data;
}

static void rows_take(struct frame *f, const struct list_query *query)
{
	struct verification_desk *d = desk_of(f);
	const struct verification *v = &d->all;
	const struct agreement *row = d->by_operator ? v->by : v->item;
	size_t n = d->by_operator ? v->bys : v->items;

	d->n = 0;
	d->row = ARENA_NEW(&f->fresh, const struct agreement *, n);
	d->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, n);
	for (size_t i = 0; i < n; i++) {
		if (!cells_found(&f->fresh, query, row[i].name))
			continue;
		d->cells.ids.row[d->n] = (int64_t)i + 1;
		d->row[d->n++] = &row[i];
	}
	d->cells.ids.n = d->n;
}

static enum rc verification_read(struct frame *f, const struct list_query *query, size_t *n)
{
	struct verification_desk *d = desk_of(f);
	struct survey_items items;
	struct survey survey;
	enum rc rc = survey_get(desk_app(f), &f->fresh, *(const int64_t *)f->arg, &survey, &items);

	if (!rc)
		rc = verification_load(desk_app(f), &f->fresh, &survey, &d->all);
	if (rc)
		return rc;
	rows_take(f, query);
	frame_title(f, _("Verification · %s"), survey.name);
	*n = d->n;
	return RC_OK;
}

/* n of `of` in so many, with one decimal. */
static const char *rate_text(struct arena *a, int64_t n, int64_t of, int64_t in)
{
	int64_t tenths = of ? (n * in * 10 + of / 2) / of : 0;

	return arena_printf(a, _("%lld.%lld"), (long long)tenths / 10, (long long)tenths % 10);
}

static void row_show(struct verification_desk *d, struct arena *page, size_t at)
{
	const struct agreement *row = d->row[at];
	enum ink ink = row->wrong ? INK_WARN : INK_TEXT;

	cells_set(&d->cells, at, AGREE_NAME, INK_TEXT, row->name);
	cells_set(&d->cells, at, AGREE_FIELDS, INK_TEXT,
		  arena_printf(page, "%lld", (long long)row->fields));
	cells_set(&d->cells, at, AGREE_DIFFER, INK_TEXT,
		  arena_printf(page, "%lld", (long long)row->differ));
	cells_set(&d->cells, at, AGREE_WRONG, ink,
		  arena_printf(page, "%lld", (long long)row->wrong));
	cells_set(&d->cells, at, AGREE_RATE, ink,
		  rate_text(page, row->wrong, row->fields, PERMILLE));
}

static enum rc verification_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct verification_desk *d = desk_of(f);

	cells_page(&d->cells, page, AGREE_N, first, n);
	for (size_t i = first; i < first + n; i++)
		row_show(d, page, i);
	return RC_OK;
}

static const char *verification_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct verification *v = &desk_of(f)->all;

	(void)n, (void)found;
	if (!v->checked)
		return "";
	return arena_printf(a, _("sheets %lld · agreement %s %%"), (long long)v->checked,
			    rate_text(a, v->whole.fields - v->whole.differ, v->whole.fields, 100));
}

static const char *verification_status(struct frame *f, struct arena *a, size_t row)
{
	const struct verification *v = &desk_of(f)->all;

	(void)row;
	return arena_printf(a,
			    _("First entry: %s errors in 1,000 fields. Verified %lld of %lld "
			      "sheets."),
			    rate_text(a, v->whole.wrong, v->whole.fields, PERMILLE),
			    (long long)v->checked, (long long)v->sheets);
}

static enum rc verification_init(struct frame *f)
{
	f->data = arena_alloc(&f->arena, sizeof(struct verification_desk));
	return RC_OK;
}

static unsigned by_operator_switch(struct frame *f)
{
	desk_of(f)->by_operator = !desk_of(f)->by_operator;
	ui_say(f->ui, "%s",
	       desk_of(f)->by_operator
		       ? _("By who typed first: for the methodologist alone, never printed.")
		       : _("By question."));
	return UI_TAKEN | UI_RELOAD;
}

static bool may_print(struct frame *f)
{
	return list_has_row(f) &&
	       action_needs(f, !desk_of(f)->by_operator,
			    N_("Who typed how is never printed. Go back to the questions first."));
}

static const struct action verification_actions[] = {
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = may_print,
	  .run = survey_list_print },
	{ .title = N_("Show or hide who typed how"),
	  .help = N_("For the methodologist alone: it is never printed."),
	  .run = by_operator_switch },
	{ 0 },
};

static const struct list_spec verification_list = {
	.columns = verification_columns,
	.load = verification_read,
	.id = cells_id,
	.fetch = verification_fetch,
	.cell = cells_cell,
	.count = verification_count,
	.status = verification_status,
	.empty = N_("No sheet was typed a second time yet. Ins in the list of sheets begins; "
		    "every tenth is enough to know how sure the entry is."),
	.no_marks = true,
};

const struct view verification_view = {
	.name = "verification",
	.title = N_("Verification of the entry"),
	.kind = &list_kind,
	.spec = &verification_list,
	.actions = verification_actions,
	.help = N_("What the second entry has shown: in how many fields both agree, and how often "
		   "the first was wrong, by question. A question with many errors is one that is "
		   "hard to read on paper."),
	.init = verification_init,
};
