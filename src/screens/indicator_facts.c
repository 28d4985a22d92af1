/* Whom or what a figure of the indicators counts. */
#include "cells.h"
#include "indicators.h"
#include "nastavnik/base/date.h"
#include "records.h"
#include "screens.h"

enum { FACT_NAME, FACT_WHERE, FACT_ON, FACT_COLUMNS };

static const struct list_column fact_columns[] = {
	[FACT_NAME] = { N_("Who or what"), .width = 34, .grow = 1 },
	[FACT_WHERE] = { N_("Class, position, kind"), .width = 24, .grow = 1 },
	[FACT_ON] = { N_("Since"), .width = 10 },
	{ 0 },
};

struct fact_desk {
	struct cells cells;
	struct indicator_row row;
	enum behind_figure behind;
	struct indicator_thing *thing;
};

static const struct figure_arg *fact_arg(const struct frame *f)
{
	return f->arg;
}

static int by_name(const void *a, const void *b)
{
	const struct indicator_thing *x = a, *y = b;

	return cells_by_text(x->name, y->name);
}

static int by_where(const void *a, const void *b)
{
	const struct indicator_thing *x = a, *y = b;

	return cells_by_class(x->where, y->where);
}

static int by_day(const void *a, const void *b)
{
	const struct indicator_thing *x = a, *y = b;

	return (x->on > y->on) - (x->on < y->on);
}

static cells_order *const fact_order[FACT_COLUMNS] = { by_name, by_where, by_day };

static enum rc row_find(struct frame *f, struct fact_desk *desk)
{
	struct indicators all;
	const struct indicator_row *row;
	enum rc rc = indicators_load(desk_app(f), &f->fresh, desk_year(f), &all);

	if (rc)
		return rc;
	row = indicator_of(&all, fact_arg(f)->indicator);
	if (!row)
		return err_set(RC_NOT_FOUND, _("This record is not in the file any more."));
	desk->row = *row;
	return RC_OK;
}

static void things_take(struct frame *f, struct fact_desk *desk, const struct indicator_things *all,
			const struct list_query *query, size_t *n)
{
	desk->thing = ARENA_NEW(&f->fresh, struct indicator_thing, all->n);
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, all->n);
	*n = 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct indicator_thing *thing = &all->row[i];

		if (cells_found(&f->fresh, query,
				arena_printf(&f->fresh, "%s %s", thing->name, thing->where)))
			desk->thing[(*n)++] = *thing;
	}
	cells_sort(&f->fresh, desk->thing, *n, sizeof(*desk->thing), fact_order, query);
	for (size_t i = 0; i < *n; i++)
		desk->cells.ids.row[i] = desk->thing[i].id;
	desk->cells.ids.n = *n;
}

static enum rc facts_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct fact_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	struct indicator_things things = { 0 };
	const struct indicator_count *count;
	enum rc rc = row_find(f, desk);

	if (rc)
		return rc;
	count = &desk->row.cell[fact_arg(f)->moment].count;
	desk->behind = count->behind;
	rc = indicator_things(desk_app(f), &f->fresh, count, &things);
	if (rc)
		return rc;
	things_take(f, desk, &things, query, n);
	f->data = desk;
	frame_title(f, "%s · %s", desk->row.indicator.number, desk->row.indicator.name);
	return RC_OK;
}

static enum rc facts_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct fact_desk *desk = f->data;
	char day[DATE_SIZE];

	cells_page(&desk->cells, page, FACT_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct indicator_thing *thing = &desk->thing[i];

		cells_set(&desk->cells, i, FACT_NAME, INK_TEXT, thing->name);
		cells_set(&desk->cells, i, FACT_WHERE, INK_DIM, thing->where);
		if (thing->on)
			cells_set(&desk->cells, i, FACT_ON, INK_DIM,
				  arena_strdup(page, date_format((int)thing->on, day)));
	}
	return RC_OK;
}

/* «сейчас · 45 из 420» */
static const char *facts_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct fact_desk *desk = f->data;
	enum moment moment = fact_arg(f)->moment;
	const char *parts = indicator_parts(a, &desk->row.cell[moment]);

	if (found || !*parts)
		return arena_printf(a, "%s · %zu", text_of(moment_names[moment]), n);
	return arena_printf(a, "%s · %s", text_of(moment_names[moment]), parts);
}

static const char *facts_nothing(struct frame *f)
{
	const struct fact_desk *desk = f->data;
	const struct indicator_cell *cell = &desk->row.cell[fact_arg(f)->moment];

	if (cell->count.few)
		return _("Too few have answered: nothing is told of so small a group.");
	return cell->told == TOLD_NOTHING ? _("This day has not come yet.")
					  : _("Nothing counts here as of this day.");
}

/* The moments one after another: those whose day has come. */
static unsigned facts_turn(struct frame *f)
{
	static const enum moment after[MOMENTS] = { [MOMENT_START] = MOMENT_BETWEEN,
						    [MOMENT_BETWEEN] = MOMENT_END,
						    [MOMENT_END] = MOMENT_NOW,
						    [MOMENT_NOW] = MOMENT_START };
	const struct fact_desk *desk = f->data;
	struct figure_arg *arg = f->arg;

	do
		arg->moment = after[arg->moment];
	while (arg->moment != MOMENT_NOW && desk->row.cell[arg->moment].told == TOLD_NOTHING);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned fact_open(struct frame *f)
{
	static const struct view *const forms[] = { [BEHIND_PARTNERS] = &partner_view,
						    [BEHIND_EVENTS] = &event_view,
						    [BEHIND_PRACTICES] = &practice_view };
	const struct fact_desk *desk = f->data;
	const struct indicator_thing *thing = &desk->thing[list_row(f)];
	struct record_arg *record = arena_alloc(&f->arena, sizeof(*record));
	struct base_new *person = arena_alloc(&f->arena, sizeof(*person));

	if (desk->behind != BEHIND_PEOPLE) {
		*record = (struct record_arg){ .id = thing->id, .owner = desk_year(f) };
		return view_push(f, forms[desk->behind], record);
	}
	*person = (struct base_new){ .participant = thing->id, .role = (enum role)thing->role };
	return view_push(f, thing->role == ROLE_MENTEE ? &mentee_view : &mentor_view, person);
}

static unsigned facts_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action fact_actions[] = {
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Card"),
	  .title = N_("Open the card"),
	  .enabled = list_has_row,
	  .run = fact_open },
	{ .key = K_F(2),
	  .label = N_("Moment"),
	  .title = N_("As of another day: the start, between, the end, now"),
	  .run = facts_turn },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = facts_print },
	{ 0 },
};

static const struct list_spec fact_list = {
	.columns = fact_columns,
	.load = facts_load,
	.id = cells_id,
	.fetch = facts_fetch,
	.cell = cells_cell,
	.count = facts_count,
	.nothing = facts_nothing,
	.no_marks = true,
};

const struct view indicator_facts_view = {
	.name = "indicator-facts",
	.title = N_("Behind the figure"),
	.kind = &list_kind,
	.spec = &fact_list,
	.actions = fact_actions,
	.help = N_("Whom or what the figure counts as of the day. Of a share these are the ones "
		   "that count, not all of whom it is told. F2 goes on to another moment."),
};
