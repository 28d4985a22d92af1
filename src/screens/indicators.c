/* Indicators of the year: at the start, between, now, against the target. */
#include "indicators.h"

#include <string.h>

#include "cells.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/headcount.h"
#include "nastavnik/model/school.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"

enum {
	IND_NUMBER,
	IND_NAME,
	IND_START,
	IND_BETWEEN,
	IND_LAST,
	IND_TARGET,
	IND_VERDICT,
	IND_COLUMNS
};

static const struct list_column indicator_columns[] = {
	[IND_NUMBER] = { N_("№"), .width = 4, .unsorted = true },
	[IND_NAME] = { N_("Indicator"), .width = 24, .grow = 1, .unsorted = true },
	[IND_START] = { N_("At the start"), .width = -8, .unsorted = true },
	[IND_BETWEEN] = { N_("Between"), .width = -8, .drop = 1, .unsorted = true },
	[IND_LAST] = { N_("Now"), .width = -8, .unsorted = true },
	[IND_TARGET] = { N_("Target"), .width = -7, .unsorted = true },
	[IND_VERDICT] = { N_("Reached"), .width = 7, .unsorted = true },
	{ 0 },
};

/* Of a year that is over nothing is told as of today. */
static const struct list_column *columns_of_year(struct frame *f, size_t *sort)
{
	struct list_column *column;

	(void)sort;
	if (desk_year(f) >= year_of(date_today()))
		return indicator_columns;
	column = ARENA_NEW(&f->arena, struct list_column, IND_COLUMNS + 1);
	memcpy(column, indicator_columns, sizeof(indicator_columns));
	column[IND_LAST].title = N_("At the end");
	return column;
}

/* A row of the list: an indicator, or the heading above those of a list. */
struct ind_row {
	const struct indicator_row *row; /* NULL: a heading */
	enum indicator_list list;
};

struct ind_desk {
	struct cells cells;
	struct indicators all;
	struct ind_row *row;
};

/* Rows */

const struct indicator_row *indicator_of(const struct indicators *all, int64_t id)
{
	for (size_t i = 0; i < all->n; i++)
		if (indicator_row_id(all, i) == id)
			return &all->row[i];
	return NULL;
}

int64_t indicator_row_id(const struct indicators *all, size_t i)
{
	int64_t id = all->row[i].indicator.head.id;

	return id ? id : (int64_t)i + 1;
}

const char *indicator_heading(enum indicator_list list)
{
	static const char *const headings[INDICATOR_LISTS] = {
		[INDICATORS_R145] = N_("Indicators of R-145"),
		[INDICATORS_SCHOOL] = N_("Indicators of the school"),
		[INDICATORS_RESULTS] = N_("Results at the level of the school"),
	};

	return list >= INDICATORS_R145 && list < INDICATOR_LISTS ? text_of(headings[list])
								 : _("Other indicators");
}

const char *indicator_cell_text(struct arena *a, const struct indicator_row *row,
				enum moment moment, enum ink *ink)
{
	const struct indicator_cell *cell = &row->cell[moment];

	*ink = cell->told == TOLD_FIXED ? INK_GOOD : INK_TEXT;
	if (cell->value != FIELD_NOTHING)
		return indicator_show(a, &row->indicator, cell->value);
	*ink = cell->told == TOLD_COUNTED && cell->count.lacks ? INK_WARN : INK_DIM;
	return cell->told == TOLD_COUNTED && cell->count.few ? _("too few") : "–";
}

const char *indicator_parts(struct arena *a, const struct indicator_cell *cell)
{
	if (cell->part == FIELD_NOTHING || cell->whole == FIELD_NOTHING || !cell->whole ||
	    cell->count.few)
		return "";
	return arena_printf(a, _("%lld of %lld"), (long long)cell->part, (long long)cell->whole);
}

static const struct ind_desk *ind_desk(const struct frame *f)
{
	return f->data;
}

static const struct indicator_row *row_at(const struct frame *f, size_t at)
{
	return ind_desk(f)->row[at].row;
}

/* NULL on a heading. */
static const struct indicator_row *row_current(struct frame *f)
{
	return list_has_row(f) ? row_at(f, list_row(f)) : NULL;
}

static void row_add(struct ind_desk *desk, size_t *n, int64_t id, struct ind_row row)
{
	desk->cells.ids.row[*n] = id;
	desk->row[(*n)++] = row;
}

static void rows_make(struct frame *f, struct ind_desk *desk, const struct list_query *query,
		      size_t *n)
{
	int64_t list = 0;

	*n = 0;
	for (size_t i = 0; i < desk->all.n; i++) {
		const struct indicator_row *row = &desk->all.row[i];
		const char *text = arena_printf(&f->fresh, "%s %s", row->indicator.number,
						row->indicator.name);

		if (!cells_found(&f->fresh, query, text))
			continue;
		if (row->indicator.list != list || !*n)
			row_add(desk, n, -1 - row->indicator.list,
				(struct ind_row){
					.list = (enum indicator_list)row->indicator.list });
		list = row->indicator.list;
		row_add(desk, n, indicator_row_id(&desk->all, i), (struct ind_row){ .row = row });
	}
	desk->cells.ids.n = *n;
}

static enum rc indicators_read(struct frame *f, const struct list_query *query, size_t *n)
{
	struct ind_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	enum rc rc = indicators_load(desk_app(f), &f->fresh, desk_year(f), &desk->all);

	if (rc)
		return rc;
	desk->row = ARENA_NEW(&f->fresh, struct ind_row, 2 * desk->all.n + 1);
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, 2 * desk->all.n + 1);
	rows_make(f, desk, query, n);
	f->data = desk;
	return RC_OK;
}

static void verdict_show(struct ind_desk *desk, size_t at, const struct indicator_row *row)
{
	if (row->verdict == VERDICT_MET)
		cells_set(&desk->cells, at, IND_VERDICT, INK_GOOD, _("reached"));
	else if (row->verdict == VERDICT_MISSED)
		cells_set(&desk->cells, at, IND_VERDICT, INK_WARN,
			  row->indicator.reverse ? _("above") : _("below"));
}

static void row_show(struct ind_desk *desk, struct arena *page, size_t at)
{
	static const enum moment moments[] = { MOMENT_START, MOMENT_BETWEEN };
	const struct indicator_row *row = desk->row[at].row;
	enum ink ink;

	if (!row) {
		cells_set(&desk->cells, at, IND_NUMBER, INK_TITLE,
			  indicator_heading(desk->row[at].list));
		return;
	}
	cells_set(&desk->cells, at, IND_NUMBER, INK_DIM, row->indicator.number);
	cells_set(&desk->cells, at, IND_NAME, INK_TEXT, row->indicator.name);
	for (size_t i = 0; i < 2; i++) {
		const char *text = indicator_cell_text(page, row, moments[i], &ink);

		cells_set(&desk->cells, at, IND_START + i, ink, text);
	}
	const char *text = indicator_cell_text(page, row, row->last, &ink);

	cells_set(&desk->cells, at, IND_LAST, ink, text);
	cells_set(&desk->cells, at, IND_TARGET, INK_TEXT,
		  indicator_show(page, &row->indicator, row->target));
	verdict_show(desk, at, row);
}

static enum rc indicators_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct ind_desk *desk = f->data;

	cells_page(&desk->cells, page, IND_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++)
		row_show(desk, page, i);
	return RC_OK;
}

static bool indicators_whole(struct frame *f, size_t at)
{
	return !row_at(f, at);
}

static const char *indicators_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct indicators *all = &ind_desk(f)->all;
	char day[DATE_SIZE];

	(void)n, (void)found;
	return arena_printf(a, _("as of %s"), date_format((int)all->days.on[MOMENT_NOW], day));
}

/* Below the rows: what each figure comes from. */

static void moment_line(struct lines *lines, const struct indicator_row *row, enum moment moment)
{
	const struct indicator_cell *cell = &row->cell[moment];
	struct arena *a = lines->arena;
	const char *parts, *source = indicator_source(a, row, moment);
	char day[DATE_SIZE];
	enum ink ink;

	if (cell->told == TOLD_NOTHING)
		return;
	parts = indicator_parts(a, cell);
	lines_add(lines, INK_TEXT, "%s, %s: %s%s%s · %s", text_of(moment_names[moment]),
		  date_format((int)cell->on, day), indicator_cell_text(a, row, moment, &ink),
		  *parts ? " · " : "", parts, source);
}

static const char *lack_text(struct arena *a, const struct indicator_row *row)
{
	const struct indicator_count *count = &row->cell[row->last].count;

	if (row->cell[row->last].told != TOLD_COUNTED)
		return "";
	if (count->lacks)
		return arena_printf(a,
				    _("Not known: “%s”. Enter leads to the head counts, where "
				      "it is typed."),
				    text_of(headcount_rules[count->lacks - 1].name));
	return count->few ? _("Too few have answered: nothing is told of so small a group.") : "";
}

static void indicators_pane(struct frame *f, struct lines *lines, size_t at)
{
	const struct indicator_row *row = row_at(f, at);
	const char *lack;

	if (!row)
		return;
	lines_add(lines, INK_TITLE, "%s %s", row->indicator.number, row->indicator.name);
	lack = lack_text(lines->arena, row);
	if (*lack)
		lines_add(lines, INK_WARN, "%s", lack);
	if (row->last == MOMENT_NOW)
		moment_line(lines, row, MOMENT_NOW);
	for (enum moment m = MOMENT_END; m >= MOMENT_START; m--)
		moment_line(lines, row, m);
	if (*row->indicator.note)
		lines_text(lines, INK_DIM, row->indicator.note);
}

static const char *indicators_status(struct frame *f, struct arena *a, size_t at)
{
	const struct indicator_row *row = row_at(f, at);

	(void)a;
	if (!row)
		return _("F2 fixes the figures of a moment, F6 shows the years.");
	if (!row->rule)
		return _("Enter – type the values. F3 – the target of this year.");
	return row->cell[row->last].count.lacks
		       ? _("Enter – type the head count. F4 – type the value itself.")
		       : _("Enter – whom or what it counts. F4 – type the value. F3 – the target.");
}

/* Actions */

static unsigned figure_push(struct frame *f, const struct view *view)
{
	struct figure_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct figure_arg){ list_current(f), row_current(f)->last };
	return view_push(f, view, arg);
}

static unsigned indicators_type_values(struct frame *f)
{
	return figure_push(f, &indicator_values_view);
}

static unsigned indicators_open(struct frame *f)
{
	const struct indicator_row *row = row_current(f);

	if (row->rule && row->cell[row->last].count.lacks)
		return view_push(f, &headcount_view, NULL);
	if (row->rule)
		return figure_push(f, &indicator_facts_view);
	if (desk_writable(f))
		return indicators_type_values(f);
	ui_say(f->ui, "%s", app_change_why(desk_app(f)));
	return UI_TAKEN;
}

static bool on_indicator(struct frame *f)
{
	return action_needs(f, row_current(f) != NULL, N_("Put the cursor on an indicator."));
}

static bool may_type(struct frame *f)
{
	return desk_writable(f) && on_indicator(f);
}

static unsigned indicators_target(struct frame *f)
{
	const struct indicator_row *row = row_current(f);

	return target_ask(f, &row->indicator, desk_year(f), row->target);
}

/* The marked ones; all when none is marked. */
static struct ids ids_chosen(struct frame *f)
{
	return list_marks(f) ? list_chosen(f, &f->arena) : (struct ids){ 0 };
}

static unsigned fix_answered(struct frame *f, int button, void *data)
{
	size_t n = 0;

	(void)data;
	if (button < 0)
		return UI_TAKEN;
	if (indicators_fix(desk_app(f), MOMENT_START + (enum moment)button, ids_chosen(f), &n))
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui,
	       n ? ngettext("%zu figure is fixed. Ctrl+Z takes it back.",
			    "%zu figures are fixed. Ctrl+Z takes it back.", n)
		 : _("There was nothing to fix: %zu figures."),
	       n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned release_answered(struct frame *f, int button, void *data)
{
	size_t n = 0;

	(void)data;
	if (button < 0)
		return UI_TAKEN;
	if (indicators_release(desk_app(f), MOMENT_START + (enum moment)button, ids_chosen(f), &n))
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui,
	       n ? ngettext("%zu figure is counted again. Ctrl+Z takes it back.",
			    "%zu figures are counted again. Ctrl+Z takes it back.", n)
		 : _("Nothing was fixed: %zu figures."),
	       n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned moment_ask(struct frame *f, const char *title, const char *text,
			   unsigned (*answered)(struct frame *f, int button, void *data))
{
	return dialog_ask(f,
			  &(struct question){ .title = title,
					      .text = text,
					      .button = { _("Start"), _("Middle"), _("End"), NULL },
					      .answered = answered });
}

static unsigned indicators_fix_ask(struct frame *f)
{
	const struct indicator_days *days = &ind_desk(f)->all.days;
	char start[DATE_SIZE], between[DATE_SIZE], end[DATE_SIZE];

	return moment_ask(
		f, _("Fix figures"),
		arena_printf(&f->arena,
			     _("What was fixed stays as it is when the data change: what was "
			       "reported is not moved any more. The start is told as of %s, the "
			       "middle as of %s, the end as of %s; a day to come, as of today.\n\n"
			       "The marked indicators, or all: which figures?"),
			     date_format((int)days->on[MOMENT_START], start),
			     date_format((int)days->on[MOMENT_BETWEEN], between),
			     date_format((int)days->on[MOMENT_END], end)),
		fix_answered);
}

static unsigned indicators_release_ask(struct frame *f)
{
	return moment_ask(f, _("Count again"),
			  _("Figures that were fixed are counted from the data again; what was "
			    "typed stays.\n\nThe marked indicators, or all: which figures?"),
			  release_answered);
}

static unsigned indicators_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static unsigned indicators_report(struct frame *f)
{
	return paper_show(f, "monitoring", 0, "");
}

static const struct action indicators_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Whom or what the figure counts, or type it"),
	  .enabled = on_indicator,
	  .run = indicators_open },
	{ .key = K_F(2),
	  .label = N_("Hold"),
	  .title = N_("Fix the figures of a moment"),
	  .help = N_("What was reported does not move any more when the data change."),
	  .enabled = desk_writable,
	  .run = indicators_fix_ask },
	{ .key = K_F(3),
	  .label = N_("Target"),
	  .title = N_("The target of this year"),
	  .enabled = may_type,
	  .run = indicators_target },
	{ .key = K_F(4),
	  .label = N_("Type"),
	  .title = N_("Type the values, and from what they are"),
	  .enabled = may_type,
	  .run = indicators_type_values },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the table, or save it"),
	  .enabled = list_has_row,
	  .run = indicators_print },
	{ .key = K_F(6),
	  .label = N_("Years"),
	  .title = N_("The indicators year by year"),
	  .open = &indicator_years_view },
	{ .key = K_F(8),
	  .label = N_("Release"),
	  .title = N_("Count fixed figures again"),
	  .enabled = desk_writable,
	  .run = indicators_release_ask },
	{ .title = N_("Monitoring report"), .run = indicators_report },
	{ .title = N_("Targets by year"), .open = &targets_view },
	{ .title = N_("List of indicators: names, own ones, what is hidden"),
	  .open = &indicator_list_view },
	{ .title = N_("As of which days they are told"),
	  .enabled = desk_writable,
	  .open = &indicator_days_view },
	{ .title = N_("Head counts"), .open = &headcount_view },
	{ 0 },
};

static const struct list_spec indicators_list = {
	.columns_of = columns_of_year,
	.load = indicators_read,
	.id = cells_id,
	.fetch = indicators_fetch,
	.cell = cells_cell,
	.whole = indicators_whole,
	.count = indicators_count,
	.status = indicators_status,
	.pane = indicators_pane,
	.pane_rows = 7,
	.empty = N_("All indicators are hidden: show them in their list (F9)."),
};

const struct view indicators_view = {
	.name = "indicators",
	.title = N_("Indicators of the year"),
	.kind = &list_kind,
	.spec = &indicators_list,
	.actions = indicators_actions,
	.help = N_("What the programme is judged by: the indicators of R-145, the school's list, "
		   "the results at the level of the school. What the file knows is counted: at "
		   "the start, between, and now; who came and left by that day is thought of. The "
		   "rest is typed. Below the rows stands from what a figure comes; Enter shows "
		   "the people or records behind it. A verdict is given only where this year has "
		   "a target."),
	.place = true,
};
