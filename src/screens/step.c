/* One change of the history, field by field. */
#include "nastavnik/store/read/step.h"
#include "cells.h"
#include "nastavnik/app/history.h"
#include "nastavnik/base/date.h"
#include "nastavnik/ui/list.h"
#include "screens.h"

enum { STEP_RECORD, STEP_FIELD, STEP_BEFORE, STEP_AFTER };

static const struct list_column step_columns[] = {
	[STEP_RECORD] = { N_("Whose"), .width = 18, .grow = 2, .unsorted = true },
	[STEP_FIELD] = { N_("Field"), .width = 16, .grow = 1, .unsorted = true },
	[STEP_BEFORE] = { N_("Was"), .width = 16, .grow = 2, .unsorted = true },
	[STEP_AFTER] = { N_("Became"), .width = 16, .grow = 2, .unsorted = true },
	{ 0 },
};

/* What the find leaves; in f->fresh. */
struct step_data {
	struct step step;
	struct history_rows rows;
};

static enum rc step_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct step_data *data = arena_alloc(&f->fresh, sizeof(*data));
	const int64_t *id = f->arg;
	struct history_rows all;
	enum rc rc = step_get(desk_store(f), &f->fresh, *id, &data->step);

	if (rc == RC_OK)
		rc = history_read(desk_app(f), &f->fresh, *id, &all);
	if (rc != RC_OK)
		return rc;
	data->rows = (struct history_rows){ .row = ARENA_NEW(&f->fresh, struct history_row, all.n),
					    .cut = all.cut };
	for (size_t i = 0; i < all.n; i++) {
		const struct history_row *row = &all.row[i];

		if (cells_found(&f->fresh, query,
				arena_printf(&f->fresh, "%s %s %s %s", row->record, row->field,
					     row->before, row->after)))
			data->rows.row[data->rows.n++] = *row;
	}
	frame_title(f, "%s%s%s", text_of(data->step.name), *data->step.detail ? ": " : "",
		    data->step.detail);
	f->data = data;
	*n = data->rows.n;
	return RC_OK;
}

static const struct history_row *step_row(const struct frame *f, size_t row)
{
	return &((const struct step_data *)f->data)->rows.row[row];
}

static int64_t step_row_id(struct frame *f, size_t row)
{
	(void)f;
	return (int64_t)row + 1;
}

/* A list has one line a row. */
static const char *one_line(struct frame *f, const char *text)
{
	char *line = arena_strdup(&f->fresh, text);

	for (char *c = line; *c; c++)
		if (*c == '\n')
			*c = ' ';
	return line;
}

static const char *step_cell(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct history_row *r = step_row(f, row);

	switch (column) {
	case STEP_RECORD:
		return r->record;
	case STEP_FIELD:
		return r->field;
	case STEP_BEFORE:
		*ink = INK_DIM;
		return one_line(f, r->before);
	default:
		return one_line(f, r->after);
	}
}

static const char *step_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct step_data *data = f->data;

	if (data->rows.cut)
		return arena_printf(a, _("the first %d of %lld records"), HISTORY_RECORDS,
				    (long long)data->step.rows);
	return arena_printf(a, found ? _("found %zu") : _("fields: %zu"), n);
}

static const char *step_status(struct frame *f, struct arena *a, size_t row)
{
	const struct step *step = &((const struct step_data *)f->data)->step;
	char when[20];

	(void)row;
	return arena_printf(a, _("Done on %s by %s."), clock_format(step->at, when),
			    step->operator);
}

/* A row cuts what is long: here it is whole. */
static void step_pane(struct frame *f, struct lines *lines, size_t row)
{
	const struct history_row *r = step_row(f, row);

	lines_add(lines, INK_HEADING, "%s%s%s", r->record, *r->field ? " · " : "", r->field);
	lines_pair(lines, _("Was"), r->before);
	lines_pair(lines, _("Became"), r->after);
}

static const char *step_nothing(struct frame *f)
{
	const struct step_data *data = f->data;

	if (data->step.status == STEP_DROPPED)
		return _("This change was taken back and something else was done since: what it "
			 "did is not kept.");
	return _("This change touched no field that a person fills in.");
}

static const struct list_spec step_list_spec = {
	.columns = step_columns,
	.load = step_load,
	.id = step_row_id,
	.cell = step_cell,
	.count = step_count,
	.status = step_status,
	.pane = step_pane,
	.pane_rows = 4,
	.nothing = step_nothing,
	.no_marks = true,
};

const struct view step_view = {
	.name = "step",
	.title = N_("A change"),
	.kind = &list_kind,
	.spec = &step_list_spec,
	.help = N_("What this change did, field by field: what stood there before and what stands "
		   "there since. Which categories a person has is never shown."),
};
