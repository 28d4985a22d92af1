/* Targets of the indicators, year by year. */
#include <string.h>

#include "cells.h"
#include "indicators.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { TARGET_NUMBER, TARGET_NAME, TARGET_YEAR, TARGET_VALUE, TARGET_WHAT, TARGET_COLUMNS };

static const struct list_column target_columns[] = {
	[TARGET_NUMBER] = { N_("№"), .width = 4, .unsorted = true },
	[TARGET_NAME] = { N_("Indicator"), .width = 26, .grow = 1, .unsorted = true },
	[TARGET_YEAR] = { N_("Year"), .width = 9, .unsorted = true },
	[TARGET_VALUE] = { N_("Target"), .width = -8, .unsorted = true },
	[TARGET_WHAT] = { "", .width = 9, .unsorted = true },
	{ 0 },
};

/* A year of an indicator; without a target, to be typed. */
struct target_row {
	const struct indicator *indicator;
	struct target target;
};

struct target_desk {
	struct cells cells;
	struct indicators all;
	struct target_row *row;
};

static const struct target_row *target_row(const struct frame *f, size_t at)
{
	return &((const struct target_desk *)f->data)->row[at];
}

/* The next one too: it is set before the year begins. */
static bool is_to_be_set(const struct frame *f, int64_t year)
{
	return year == desk_year(f) || year == desk_year(f) + 1;
}

/* The cursor follows a row by its indicator and year: an id of both. */
static void row_put(struct target_desk *desk, size_t *n, const struct indicator *indicator,
		    struct target target)
{
	uint64_t id = (uint64_t)indicator->head.id << 14;

	desk->cells.ids.row[*n] =
		(int64_t)(id | (uint64_t)target.history << 13 | ((uint64_t)target.year & 0xfff));
	desk->row[(*n)++] = (struct target_row){ indicator, target };
}

static void rows_put(struct frame *f, struct target_desk *desk, const struct targets *targets,
		     const struct indicator *indicator, size_t *n)
{
	int64_t year = desk_year(f);

	for (size_t i = 0; i < targets->n; i++) {
		const struct target *t = &targets->row[i];

		if (!strcmp(t->code, indicator->code) && (t->history || !is_to_be_set(f, t->year)))
			row_put(desk, n, indicator, *t);
	}
	for (int64_t y = year; y <= year + 1; y++)
		row_put(desk, n, indicator,
			(struct target){ .code = indicator->code,
					 .year = y,
					 .value = target_of(targets, indicator->code, y) });
}

static enum rc targets_read(struct frame *f, const struct list_query *query, size_t *n)
{
	struct target_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	struct targets targets;
	enum rc rc = indicators_load(desk_app(f), &f->fresh, desk_year(f), &desk->all);

	if (!rc)
		rc = targets_load(desk_app(f), &f->fresh, &targets);
	if (rc)
		return rc;
	size_t room = targets.n + 2 * desk->all.n;

	desk->row = ARENA_NEW(&f->fresh, struct target_row, room);
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, room);
	*n = 0;
	for (size_t i = 0; i < desk->all.n; i++) {
		const struct indicator *indicator = &desk->all.row[i].indicator;

		if (cells_found(
			    &f->fresh, query,
			    arena_printf(&f->fresh, "%s %s", indicator->number, indicator->name)))
			rows_put(f, desk, &targets, indicator, n);
	}
	desk->cells.ids.n = *n;
	f->data = desk;
	return RC_OK;
}

static enum rc targets_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct target_desk *desk = f->data;
	char name[12];

	cells_page(&desk->cells, page, TARGET_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct target_row *row = &desk->row[i];
		const struct target *t = &row->target;
		enum ink ink = t->history ? INK_DIM : INK_TEXT;

		cells_set(&desk->cells, i, TARGET_NUMBER, INK_DIM, row->indicator->number);
		cells_set(&desk->cells, i, TARGET_NAME, ink, row->indicator->name);
		cells_set(&desk->cells, i, TARGET_YEAR, ink,
			  t->history ? arena_printf(page, "%lld", (long long)t->year)
				     : arena_strdup(page, year_name(t->year, name)));
		cells_set(&desk->cells, i, TARGET_VALUE, ink,
			  t->value == FIELD_NOTHING
				  ? "–"
				  : indicator_show(page, row->indicator, t->value));
		if (t->history)
			cells_set(&desk->cells, i, TARGET_WHAT, INK_DIM, _("history"));
	}
	return RC_OK;
}

static const char *targets_status(struct frame *f, struct arena *a, size_t at)
{
	(void)a;
	return target_row(f, at)->target.history
		       ? _("The project that set this target is over: nothing is judged by it.")
		       : _("Enter – type the target. An empty line: none, and no verdict.");
}

/* Asking for one */

/* What is asked for, until it is answered. */
struct asking {
	struct indicator indicator;
	int64_t year;
};

static enum rc target_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	const struct asking *asking = data;
	int64_t value;
	enum rc rc = indicator_parse(&asking->indicator, text, &value);

	if (!rc)
		rc = target_set(desk_app(f), &asking->indicator, asking->year, value);
	if (!rc)
		ui_say(f->ui, "%s", _("Saved. Ctrl+Z takes it back."));
	*took = UI_TAKEN | UI_RELOAD;
	return rc;
}

unsigned target_ask(struct frame *f, const struct indicator *indicator, int64_t year, int64_t value)
{
	struct asking *asking = arena_alloc(&f->arena, sizeof(*asking));
	char name[12];

	*asking = (struct asking){ *indicator, year };
	/* The frame is read again while the question stands. */
	asking->indicator.name = arena_strdup(&f->arena, indicator->name);
	asking->indicator.code = arena_strdup(&f->arena, indicator->code);
	return dialog_prompt(
		f,
		&(struct prompt){
			.title = asking->indicator.name,
			.label = arena_printf(&f->arena, _("Target of %s:"), year_name(year, name)),
			.text = indicator_show(&f->arena, indicator, value),
			.hint = _("An empty line: there is no target, and no verdict."),
			.max = 12,
			.entered = target_entered,
			.data = asking });
}

static bool may_set(struct frame *f)
{
	return desk_file_writable(f) && list_has_row(f) &&
	       action_needs(f, !target_row(f, list_row(f))->target.history,
			    N_("The targets of 2020–2024 are history."));
}

static unsigned targets_edit(struct frame *f)
{
	const struct target_row *row = target_row(f, list_row(f));

	return target_ask(f, row->indicator, row->target.year, row->target.value);
}

static bool may_remove(struct frame *f)
{
	return may_set(f) &&
	       action_needs(f, target_row(f, list_row(f))->target.value != FIELD_NOTHING,
			    N_("There is no target."));
}

static unsigned targets_remove(struct frame *f)
{
	const struct target_row *row = target_row(f, list_row(f));

	if (target_set(desk_app(f), row->indicator, row->target.year, FIELD_NOTHING) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, "%s", _("The target is removed. Ctrl+Z brings it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned targets_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action target_actions[] = {
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Type"),
	  .title = N_("Type the target"),
	  .enabled = may_set,
	  .run = targets_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = targets_print },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("There is no target in this year"),
	  .enabled = may_remove,
	  .run = targets_remove },
	{ 0 },
};

static const struct list_spec target_list_spec = {
	.columns = target_columns,
	.load = targets_read,
	.id = cells_id,
	.fetch = targets_fetch,
	.cell = cells_cell,
	.status = targets_status,
	.no_marks = true,
};

const struct view targets_view = {
	.name = "targets",
	.title = N_("Targets by year"),
	.kind = &list_kind,
	.spec = &target_list_spec,
	.actions = target_actions,
	.help = N_("What the school aims at in each school year. Without a target an indicator is "
		   "told without a verdict. The targets of 2020–2024 belong to a project that is "
		   "over: they stand here as history."),
	.place = true,
	.seldom = true,
};
