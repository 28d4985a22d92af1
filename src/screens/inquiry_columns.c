/* Which columns a request has, in which order, under which headings. */
#include <string.h>

#include "cells.h"
#include "inquiries.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { TICK, NAME, HEADING, COLUMNS_N };

static const struct list_column columns_columns[] = {
	[TICK] = { "", .width = 4, .unsorted = true },
	[NAME] = { N_("What is known"), .width = 34, .grow = 1, .unsorted = true },
	[HEADING] = { N_("Heading in the answer"), .width = 30, .grow = 1, .unsorted = true },
	{ 0 },
};

struct columns {
	struct cells cells;
	struct inquiry_fields fields; /* those that are columns first, in their order */
};

static struct inquiry_arg *arg_of(const struct frame *f)
{
	return f->arg;
}

static struct inquiry *inquiry_of(const struct frame *f)
{
	return &arg_of(f)->inquiry;
}

/* Ids are places of the fields, from 1: a row keeps its own wherever it stands. */
static void row_add(struct frame *f, struct columns *c, size_t place)
{
	const struct inquiry *q = inquiry_of(f);
	const struct inquiry_field *field = &c->fields.row[place];
	size_t at = c->cells.ids.n, column = inquiry_column_find(q, field->field->name);
	bool ticked = column < q->columns;
	enum ink ink = ticked ? INK_TEXT : INK_DIM;
	const char *name = text_of(field->field->label);

	if (field->personal)
		name = arena_printf(&f->fresh, _("%s (names!)"), name);
	cells_set(&c->cells, at, TICK, ink,
		  ticked ? arena_printf(&f->fresh, "%s%zu", GLYPH_OK, column + 1) : "");
	cells_set(&c->cells, at, NAME, ticked && field->personal ? INK_WARN : ink, name);
	cells_set(&c->cells, at, HEADING, ink, ticked ? q->column[column].heading : "");
	c->cells.ids.row[c->cells.ids.n++] = (int64_t)place + 1;
}

static enum rc columns_load(struct frame *f, const struct list_query *query, size_t *n)
{
	const struct inquiry *q = inquiry_of(f);
	struct columns *c = arena_alloc(&f->fresh, sizeof(*c));

	c->fields = inquiry_fields(&f->fresh, q->what);
	c->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, c->fields.n), 0 };
	cells_page(&c->cells, &f->fresh, COLUMNS_N, 0, c->fields.n);
	for (size_t i = 0; i < q->columns; i++) {
		const struct inquiry_field *field = inquiry_field(&c->fields, q->column[i].field);

		if (field && cells_found(&f->fresh, query, text_of(field->field->label)))
			row_add(f, c, (size_t)(field - c->fields.row));
	}
	for (size_t i = 0; i < c->fields.n; i++) {
		const struct field *field = c->fields.row[i].field;

		if (inquiry_column_find(q, field->name) == q->columns &&
		    cells_found(&f->fresh, query, text_of(field->label)))
			row_add(f, c, i);
	}
	f->data = c;
	*n = c->cells.ids.n;
	return RC_OK;
}

static const struct inquiry_field *field_here(struct frame *f)
{
	const struct columns *c = f->data;

	return &c->fields.row[list_current(f) - 1];
}

static size_t column_here(struct frame *f)
{
	return inquiry_column_find(inquiry_of(f), field_here(f)->field->name);
}

static unsigned changed(struct frame *f)
{
	arg_of(f)->changed = true;
	return UI_TAKEN | UI_RELOAD;
}

/* The cursor goes on to the next row, as it does where rows are marked. */
static unsigned tick_run(struct frame *f)
{
	int64_t next = list_next(f);

	if (!inquiry_column_switch(inquiry_of(f), field_here(f)->field->name)) {
		ui_say(f->ui, _("More than %d columns do not fit on a sheet."), INQUIRY_COLUMNS);
		return UI_TAKEN;
	}
	list_select(f, next);
	return changed(f);
}

static unsigned columns_key(struct frame *f, const struct event *event)
{
	if (event->key != ' ' || *list_find(f) || !list_has_row(f))
		return UI_IGNORED;
	return tick_run(f);
}

static bool on_column(struct frame *f)
{
	return list_has_row(f) && action_needs(f, column_here(f) < inquiry_of(f)->columns,
					       N_("This is no column yet: Space ticks it."));
}

static unsigned up_run(struct frame *f)
{
	inquiry_column_move(inquiry_of(f), column_here(f), -1);
	return changed(f);
}

static unsigned down_run(struct frame *f)
{
	inquiry_column_move(inquiry_of(f), column_here(f), 1);
	return changed(f);
}

static enum rc heading_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct inquiry *q = inquiry_of(f);

	(void)data;
	if (strpbrk(text, "|"))
		return err_set(RC_INVALID, _("“|” cannot stand in a heading."));
	q->column[column_here(f)].heading = arena_strdup(arg_of(f)->arena, text);
	*took = changed(f);
	return RC_OK;
}

static unsigned heading_run(struct frame *f)
{
	const char *heading = inquiry_of(f)->column[column_here(f)].heading;
	const char *label = text_of(field_here(f)->field->label);

	return dialog_prompt(f,
			     &(struct prompt){ .title = label,
					       .label = _("Heading:"),
					       .text = *heading ? heading : label,
					       .hint = _("As the asker wants it; empty: as it is "
							 "called here."),
					       .max = 60,
					       .mend = true,
					       .entered = heading_entered });
}

static const char *columns_status(struct frame *f, struct arena *a, size_t row)
{
	const struct inquiry *q = inquiry_of(f);

	(void)row;
	if (q->count)
		return _("Only what can be added up is counted: numbers, yes or no. Space ticks.");
	return arena_printf(a,
			    _("Space ticks, F2 and F3 move, F4 – a heading. Columns: %zu of %d."),
			    q->columns, INQUIRY_COLUMNS);
}

static const struct action columns_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Tick the column, or take it out (Space)"),
	  .enabled = list_has_row,
	  .run = tick_run },
	{ .key = K_F(2),
	  .label = N_("Up"),
	  .title = N_("The column one place nearer to the beginning"),
	  .enabled = on_column,
	  .run = up_run },
	{ .key = K_F(3),
	  .label = N_("Down"),
	  .title = N_("The column one place nearer to the end"),
	  .enabled = on_column,
	  .run = down_run },
	{ .key = K_F(4),
	  .label = N_("Heading"),
	  .title = N_("A heading of the asker's own"),
	  .enabled = on_column,
	  .run = heading_run },
	{ 0 },
};

static const struct list_spec columns_list = {
	.columns = columns_columns,
	.load = columns_load,
	.id = cells_id,
	.cell = cells_cell,
	.status = columns_status,
	.key = columns_key,
	.no_marks = true,
};

const struct view inquiry_columns_view = {
	.name = "inquiry-columns",
	.title = N_("Columns of the request"),
	.kind = &list_kind,
	.spec = &columns_list,
	.actions = columns_actions,
	.help = N_("Space ticks a column or takes it out; ticked ones stand above, in the order of "
		   "the answer. F2 and F3 move one, F4 gives it the asker's own heading. What has "
		   "“names!” behind it tells who somebody is: tick it only when names are asked "
		   "for."),
};
