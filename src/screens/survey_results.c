/* What the answers to a questionnaire come to, item by item, before and after. */
#include "survey_results.h"

#include <math.h>
#include <string.h>

#include "cells.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/store/read/results.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

enum { RESULT_ITEM, RESULT_N, RESULT_MEAN, RESULT_BAR, RESULT_CHANGE, RESULT_COLUMNS };
enum { BAR = 8, GROUPS_MAX = 1000 };

static const struct list_column results_columns[] = {
	[RESULT_ITEM] = { N_("Question"), .width = 24, .grow = 1 },
	[RESULT_N] = { N_("Answers"), .width = -7 },
	[RESULT_MEAN] = { N_("Mean"), .width = 12 },
	[RESULT_BAR] = { N_("Scale"), .width = BAR, .drop = 1, .unsorted = true },
	[RESULT_CHANGE] = { N_("Change"), .width = -6 },
	{ 0 },
};

/* A line: an item, or one of its groups. */
struct result_row {
	const struct item_result *result;
	const struct result_group *group; /* NULL: the whole */
	size_t item, place;
};

struct results_desk {
	struct cells cells;
	struct results_ask ask;
	struct results results;
	struct result_row *row;
};

static struct results_desk *desk_of(const struct frame *f)
{
	return f->data;
}

static const struct result_row *row_at(const struct frame *f, size_t row)
{
	return &desk_of(f)->row[row];
}

/* Reading */

enum rc results_read(struct frame *f, const struct results_ask *ask, struct results *out)
{
	struct survey survey, with = { 0 };
	struct survey_items items;
	enum rc rc = survey_get(desk_app(f), &f->fresh, ask->survey, &survey, &items);

	if (!rc && ask->with)
		rc = survey_get(desk_app(f), &f->fresh, ask->with, &with, &items);
	if (rc)
		return rc;
	return results_load(desk_app(f), &f->fresh, &survey, ask->with ? &with : NULL, ask->by,
			    out);
}

/* «Входная анкета» always stands first. */
static void waves_order(struct results_ask *ask, const struct survey *survey,
			const struct survey *with)
{
	bool turned = survey->wave == WAVE_AFTER && with->wave == WAVE_BEFORE;

	ask->survey = turned ? with->head.id : survey->head.id;
	ask->with = turned ? survey->head.id : with->head.id;
}

/* Where both waves have come in, they are compared at once. */
static enum rc results_init(struct frame *f)
{
	struct results_desk *desk = arena_alloc(&f->arena, sizeof(*desk));
	struct survey survey, before, after;
	struct survey_items items;
	enum rc rc = survey_get(desk_app(f), &f->arena, *(const int64_t *)f->arg, &survey, &items);

	if (!rc)
		rc = survey_compared(desk_app(f), &f->arena, &survey, &before, &after);
	if (rc)
		return rc;
	desk->ask.survey = before.head.id;
	desk->ask.with = after.head.id;
	f->data = desk;
	return RC_OK;
}

#define BY_FIGURE(name, expression)                                                      \
	static int name(const void *a, const void *b)                                    \
	{                                                                                \
		const struct item_result *r = ((const struct result_row *)a)->result;    \
		double x = expression, y;                                                \
                                                                                         \
		r = ((const struct result_row *)b)->result;                              \
		y = expression;                                                          \
		return isnan(x) || isnan(y) ? !isnan(y) - !isnan(x) : (x > y) - (x < y); \
	}

BY_FIGURE(by_n, (double)(r->wave[0].n < 0 ? r->wave[1].n : r->wave[0].n))
BY_FIGURE(by_mean, isnan(result_middle(r, 1)) ? result_middle(r, 0) : result_middle(r, 1))
BY_FIGURE(by_change, r->difference)

static cells_order *const results_order[RESULT_COLUMNS] = {
	[RESULT_N] = by_n,
	[RESULT_MEAN] = by_mean,
	[RESULT_CHANGE] = by_change,
};

static size_t items_take(struct frame *f, const struct list_query *query, struct result_row *row)
{
	const struct results *r = &desk_of(f)->results;
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		if (cells_found(&f->fresh, query,
				arena_printf(&f->fresh, "%s %s", r->row[i].item->name,
					     r->row[i].item->section)))
			row[n++] = (struct result_row){ .result = &r->row[i], .item = i };
	cells_sort(&f->fresh, row, n, sizeof(*row), results_order, query);
	return n;
}

/* Groups of an item follow it, those alone that may be shown. */
static size_t groups_take(const struct results *r, const struct result_row *item,
			  struct result_row *row)
{
	size_t n = 0;

	for (size_t g = 0; g < r->groups && item->result->item->kind != ITEM_OPEN; g++) {
		const struct item_result *result = &r->group[g].row[item->item];

		if (result->wave[0].n > 0 || result->wave[1].n > 0)
			row[n++] = (struct result_row){ result, &r->group[g], item->item, g + 1 };
	}
	return n;
}

/* «наставляемые · ученик – ученик»; a questionnaire for all has its name alone. */
static const char *whose_text(struct frame *f, const struct survey *s)
{
	const char *role = choice_name(desk_choices(f, "survey_role"), s->role);
	const char *form = choice_name(desk_choices(f, "form"), s->form);

	if (!*role && !*form)
		return s->name;
	return arena_printf(&f->fresh, "%s%s%s", role, *role && *form ? " · " : "", form);
}

static void results_title(struct frame *f, const struct results *r)
{
	bool waves = r->survey.wave == WAVE_BEFORE && r->with.wave == WAVE_AFTER;

	if (waves)
		frame_title(f, _("Results · %s · start → end"), whose_text(f, &r->survey));
	else if (r->with.head.id)
		frame_title(f, _("Results · %s → %s"), r->survey.name, r->with.name);
	else
		frame_title(f, _("Results · %s"), r->survey.name);
}

static enum rc results_list(struct frame *f, const struct list_query *query, size_t *n)
{
	struct results_desk *desk = desk_of(f);
	struct results *r = &desk->results;
	struct result_row *item;
	size_t items;
	enum rc rc = results_read(f, &desk->ask, r);

	if (rc)
		return rc;
	results_title(f, r);
	item = ARENA_NEW(&f->fresh, struct result_row, r->n);
	items = r->sheets[0] || r->sheets[1] ? items_take(f, query, item) : 0;
	desk->row = ARENA_NEW(&f->fresh, struct result_row, items * (r->groups + 1));
	*n = 0;
	for (size_t i = 0; i < items; i++) {
		desk->row[(*n)++] = item[i];
		*n += groups_take(r, &item[i], desk->row + *n);
	}
	desk->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		desk->cells.ids.row[i] =
			(int64_t)(desk->row[i].item * GROUPS_MAX + desk->row[i].place + 1);
	return RC_OK;
}

/* Showing */

static const char *share_text(struct arena *a, double share)
{
	return isnan(share) ? "–" : arena_printf(a, "%s %%", figure_text(a, share * 100, 0));
}

static const char *middle_text(struct arena *a, const struct item_result *r, int wave)
{
	double middle = result_middle(r, wave);

	return r->item->kind == ITEM_YESNO ? share_text(a, middle) : figure_text(a, middle, 2);
}

/* What one of two questionnaires does not ask at all is not looked for there. */
static const char *mean_text(struct arena *a, const struct results_desk *desk,
			     const struct result_row *row)
{
	const struct item_result *r = row->result, *whole = &desk->results.row[row->item];

	if (!item_counts(r->item))
		return "";
	if (whole->wave[1].n == FIELD_NOTHING)
		return middle_text(a, r, 0);
	if (whole->wave[0].n == FIELD_NOTHING)
		return middle_text(a, r, 1);
	return arena_printf(a, "%s → %s", middle_text(a, r, 0), middle_text(a, r, 1));
}

/* Where on its scale the newest mean lies. */
static const char *mean_bar(struct arena *a, const struct item_result *r)
{
	double mean = isnan(result_middle(r, 1)) ? result_middle(r, 0) : result_middle(r, 1);
	int64_t low = r->item->kind == ITEM_YESNO ? 0 : r->item->low;
	int64_t high = r->item->kind == ITEM_YESNO ? 1 : r->item->high;

	if (isnan(mean) || low == FIELD_NOTHING || high == FIELD_NOTHING || high <= low)
		return "";
	return bar_text(a, BAR, llround((mean - (double)low) * 1000), (high - low) * 1000);
}

static const char *change_text(struct arena *a, const struct item_result *r)
{
	double d = r->item->kind == ITEM_YESNO ? r->difference * 100 : r->difference;
	int decimals = r->item->kind == ITEM_YESNO ? 0 : 2;

	if (isnan(d))
		return "";
	/* What rounds to nothing has no sign. */
	if (fabs(d) < (decimals ? 0.005 : 0.5))
		d = 0;
	return arena_printf(a, "%s%s%s", d > 0 ? "+" : "", figure_text(a, d, decimals),
			    r->item->kind == ITEM_YESNO ? " %" : "");
}

static enum ink change_ink(const struct item_result *r)
{
	if (isnan(r->difference) || r->difference == 0)
		return INK_DIM;
	return (r->difference > 0) != (r->item->reverse != 0) ? INK_GOOD : INK_WARN;
}

static const char *answers_text(struct arena *a, const struct item_result *r, bool compared)
{
	int64_t n = compared && r->pairs != FIELD_NOTHING ? r->pairs
		    : r->wave[0].n == FIELD_NOTHING       ? r->wave[1].n
							  : r->wave[0].n;

	return n == FIELD_NOTHING ? "–" : arena_printf(a, "%lld", (long long)n);
}

static void row_show(struct results_desk *desk, struct arena *page, size_t at)
{
	const struct result_row *row = &desk->row[at];
	const struct item_result *r = row->result;
	bool compared = desk->ask.with != 0;
	enum ink ink = row->group ? INK_DIM : INK_TEXT;

	cells_set(&desk->cells, at, RESULT_ITEM, ink,
		  row->group ? arena_printf(page, "  – %s", row->group->name) : r->item->name);
	cells_set(&desk->cells, at, RESULT_N, ink, answers_text(page, r, compared));
	cells_set(&desk->cells, at, RESULT_MEAN, ink, mean_text(page, desk, row));
	cells_set(&desk->cells, at, RESULT_BAR, ink, mean_bar(page, r));
	cells_set(&desk->cells, at, RESULT_CHANGE, change_ink(r), change_text(page, r));
}

static enum rc results_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct results_desk *desk = desk_of(f);

	cells_page(&desk->cells, page, RESULT_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++)
		row_show(desk, page, i);
	return RC_OK;
}

static const char *results_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct results *r = &desk_of(f)->results;

	if (found)
		return arena_printf(a, _("found %zu"), n);
	if (r->with.head.id)
		return arena_printf(a, _("both sheets: %lld"), (long long)r->pairs);
	return arena_printf(a, _("sheets %lld"), (long long)r->sheets[0]);
}

/* One plain sentence first. */
static void results_pane(struct frame *f, struct lines *lines, size_t at)
{
	const struct results *r = &desk_of(f)->results;
	const struct result_row *row = row_at(f, at);
	const char *chance = result_chance(lines->arena, row->result);

	lines_add(lines, INK_TEXT, "%s", result_sentence(lines->arena, row->result, r->group_min));
	if (*chance)
		lines_text(lines, INK_DIM, chance);
	lines_add(lines, INK_DIM, "%s%s%s", row->group ? row->group->name : "",
		  row->group ? " · " : "", row->result->item->name);
}

static const char *results_status(struct frame *f, struct arena *a, size_t row)
{
	(void)a, (void)row;
	return desk_of(f)->ask.by == RESULTS_WHOLE
		       ? _("Enter shows the details, F2 compares, F4 shows groups.")
		       : _("Groups that are too small, or would give others away, are left out.");
}

/* What is done */

static unsigned results_open(struct frame *f)
{
	const struct result_row *row = row_at(f, list_row(f));
	struct result_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	arg->ask = desk_of(f)->ask;
	arg->code = arena_strdup(&f->arena, row->result->item->code);
	arg->group = arena_strdup(&f->arena, row->group ? row->group->name : "");
	return view_push(f, &survey_result_view, arg);
}

static unsigned with_picked(struct frame *f, struct ids ids, void *data)
{
	struct results_ask *ask = &desk_of(f)->ask;
	struct survey survey, with;
	struct survey_items items;

	(void)data;
	if (!ids.n) {
		ask->with = 0;
		return UI_TAKEN | UI_RELOAD;
	}
	if (survey_get(desk_app(f), &f->fresh, ask->survey, &survey, &items) ||
	    survey_get(desk_app(f), &f->fresh, ids.row[0], &with, &items))
		return ui_fault(f->ui);
	waves_order(ask, &survey, &with);
	return UI_TAKEN | UI_RELOAD;
}

/* Only with what has come in, and not with itself. */
static unsigned results_compare(struct frame *f)
{
	struct results_desk *desk = desk_of(f);
	struct survey_states all = { 0 };
	struct choice *choice;
	size_t n = 0;

	if (surveys_load(desk_app(f), &f->fresh, &all) != RC_OK)
		return ui_fault(f->ui);
	choice = ARENA_NEW(&f->arena, struct choice, all.n);
	for (size_t i = 0; i < all.n; i++) {
		const struct survey_state *s = &all.row[i];

		if (s->entered.sheets && strcmp(s->survey.code, desk->results.survey.code) != 0)
			choice[n++] =
				(struct choice){ .id = s->survey.head.id,
						 .code = "",
						 .name = arena_strdup(&f->arena, s->survey.name) };
	}
	return dialog_pick(f, &(struct picker){ .title = _("Compare with which questionnaire?"),
						.choices = { choice, n },
						.nothing = true,
						.picked = with_picked });
}

static unsigned by_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	desk_of(f)->ask.by = ids.n ? (enum results_by)ids.row[0] : RESULTS_WHOLE;
	return UI_TAKEN | UI_RELOAD;
}

static unsigned results_groups(struct frame *f)
{
	static const char *const words[] = { [RESULTS_BY_FORM] = N_("By form"),
					     [RESULTS_BY_MODEL] = N_("By role model"),
					     [RESULTS_BY_CLASS] = N_("By class"),
					     [RESULTS_BY_YEAR] = N_("By school year") };
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, RESULTS_BY_COUNT);
	size_t n = 0;

	for (int by = RESULTS_BY_FORM; by < RESULTS_BY_COUNT; by++)
		choice[n++] = (struct choice){ .id = by, .code = "", .name = text_of(words[by]) };
	return dialog_pick(f, &(struct picker){ .title = _("Into which groups?"),
						.choices = { choice, n },
						.nothing = true,
						.picked = by_picked });
}

/* The paper has both waves where they are there, with bars. */
static unsigned results_print(struct frame *f)
{
	const struct results *r = &desk_of(f)->results;

	return paper_show(f, "survey_results", r->survey.head.id, "");
}

static unsigned results_print_answers(struct frame *f)
{
	const struct results *r = &desk_of(f)->results;

	return paper_show(f, "survey_answers", r->survey.head.id, "");
}

static unsigned results_print_list(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action results_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Compare"),
	  .title = N_("Compare with another questionnaire"),
	  .help = N_("Usually the one at the end with the one at the start: the changes are those "
		     "of the respondents who answered both."),
	  .run = results_compare },
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Details"),
	  .title = N_("All figures of this question"),
	  .enabled = list_has_row,
	  .run = results_open },
	{ .key = K_F(4),
	  .label = N_("Groups"),
	  .title = N_("By form, role model, class, school year"),
	  .run = results_groups },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the results, with bars"),
	  .enabled = list_has_row,
	  .run = results_print },
	{ .title = N_("Print how often each answer was given"),
	  .enabled = list_has_row,
	  .run = results_print_answers },
	{ .title = N_("Print the list as it stands here, or write a table"),
	  .enabled = list_has_row,
	  .run = results_print_list },
	{ .title = N_("How small a group may be"), .open = &survey_rules_view },
	{ 0 },
};

static const struct list_spec results_spec = {
	.columns = results_columns,
	.load = results_list,
	.id = cells_id,
	.fetch = results_fetch,
	.cell = cells_cell,
	.count = results_count,
	.status = results_status,
	.pane = results_pane,
	.pane_rows = 4,
	.empty = N_("No sheet of this questionnaire has been entered yet."),
	.no_marks = true,
};

const struct view survey_results_view = {
	.name = "survey-results",
	.title = N_("Results of a questionnaire"),
	.kind = &list_kind,
	.spec = &results_spec,
	.actions = results_actions,
	.help = N_("Each question with its mean, and what changed between the two questionnaires "
		   "for those who answered both. In words below; all figures are behind Enter. "
		   "What fewer people have answered than the year's rules say is not shown. These "
		   "are the program's own figures: no formula is laid down for them."),
	.init = results_init,
};

/* The rules of the year */

static enum rc rules_load(struct frame *f, void *record)
{
	return survey_rules_get(desk_store(f), desk_year(f), record);
}

static enum rc rules_write(struct frame *f, void *record)
{
	/* No step would be recorded, and Ctrl+Z would take back another one. */
	return form_changed(f) ? survey_rules_save(desk_app(f), record) : RC_OK;
}

static const struct form_part rules_parts[] = {
	{ .fields = &survey_rule_fields },
	{ 0 },
};

static const struct form_spec rules_form = {
	.size = sizeof(struct survey_rules),
	.parts = rules_parts,
	.load = rules_load,
	.draft = desk_draft_year,
	.save = rules_write,
	.writable = desk_writable,
};

const struct view survey_rules_view = {
	.name = "survey-rules",
	.title = N_("Rules of results"),
	.kind = &form_kind,
	.spec = &rules_form,
	.help = N_("Results of fewer people are not shown, nor a group by which those of a smaller "
		   "one could be reckoned. The rule counts for this year and goes on into the "
		   "next."),
	.place = true,
	.seldom = true,
};
