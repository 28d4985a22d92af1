/* The school years beside each other: figures by year, the row under the cursor also as bars. */
#include "nastavnik/app/compare.h"

#include <string.h>

#include "cells.h"
#include "screens.h"

enum { COMPARE_YEARS = LIST_COLUMNS - 1, COMPARE_WIDTH = 10, BAR = 48 };

struct compare {
	struct cells cells;
	struct years_numbers years; /* the newest */
	struct year_numbers row[COMPARE_YEARS];
	struct list_column column[LIST_COLUMNS + 1];
};

static enum rc years_read(struct frame *f, struct compare *c)
{
	const struct years_numbers *all;
	enum rc rc = compare_years(desk_app(f), &all);

	if (rc != RC_OK)
		return rc;
	c->years.n = all->n < COMPARE_YEARS ? all->n : COMPARE_YEARS;
	memcpy(c->row, all->row + all->n - c->years.n, c->years.n * sizeof(*c->row));
	c->years.row = c->row;
	return RC_OK;
}

/* Columns are asked for before the first load. */
static enum rc compare_init(struct frame *f)
{
	struct compare *c = arena_alloc(&f->arena, sizeof(*c));

	f->data = c;
	return years_read(f, c);
}

/* The newest at the right; where there is no room the oldest are left out first. */
static const struct list_column *compare_columns(struct frame *f, size_t *sort)
{
	struct compare *c = f->data;
	char name[12];

	(void)sort;
	c->column[0] =
		(struct list_column){ N_("Figure"), .width = 24, .grow = 1, .unsorted = true };
	for (size_t i = 0; i < c->years.n; i++)
		c->column[i + 1] = (struct list_column){
			arena_strdup(&f->arena, year_name(c->years.row[i].year, name)),
			.width = -COMPARE_WIDTH, .drop = (int)(c->years.n - 1 - i), .unsorted = true
		};
	c->column[c->years.n + 1] = (struct list_column){ 0 };
	return c->column;
}

static const char *value_text(struct arena *a, const struct compare_row *row, int64_t value)
{
	if (value == FIELD_NOTHING)
		return "–";
	switch (row->unit) {
	case COMPARE_SHARE:
		return arena_printf(a, _("%lld.%lld %%"), (long long)value / 10,
				    (long long)value % 10);
	case COMPARE_TENTHS:
		return arena_printf(a, _("%lld.%lld"), (long long)value / 10,
				    (long long)value % 10);
	default:
		return arena_printf(a, "%lld", (long long)value);
	}
}

static void row_cells(struct frame *f, struct compare *c, size_t at, const struct compare_row *row)
{
	cells_set(&c->cells, at, 0, INK_TEXT,
		  arena_printf(&f->fresh, row->under ? "  – %s" : "%s", text_of(row->name)));
	for (size_t i = 0; i < c->years.n; i++) {
		int64_t value = row->value(&c->years.row[i]);

		cells_set(&c->cells, at, i + 1, value == FIELD_NOTHING ? INK_DIM : INK_TEXT,
			  value_text(&f->fresh, row, value));
	}
}

static enum rc compare_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct compare *c = f->data;
	enum rc rc = years_read(f, c);

	if (rc != RC_OK)
		return rc;
	c->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, compare_count), 0 };
	cells_page(&c->cells, &f->fresh, c->years.n + 1, 0, compare_count);
	for (size_t i = 0; i < compare_count; i++) {
		if (!cells_found(&f->fresh, query, text_of(compare_rows[i].name)))
			continue;
		row_cells(f, c, c->cells.ids.n, &compare_rows[i]);
		c->cells.ids.row[c->cells.ids.n++] = (int64_t)i + 1;
	}
	*n = c->cells.ids.n;
	return RC_OK;
}

static const struct compare_row *row_at(const struct frame *f, size_t row)
{
	const struct compare *c = f->data;

	return &compare_rows[c->cells.ids.row[row] - 1];
}

static int64_t highest(const struct compare *c, const struct compare_row *row)
{
	int64_t most = row->unit == COMPARE_SHARE ? 1000 : 0; /* a whole bar is all of them */

	for (size_t i = 0; i < c->years.n; i++)
		if (row->value(&c->years.row[i]) > most)
			most = row->value(&c->years.row[i]);
	return most;
}

/* A bar a year, the newest first: it is the one that must be seen. */
static void compare_pane(struct frame *f, struct lines *lines, size_t at)
{
	const struct compare *c = f->data;
	const struct compare_row *row = row_at(f, at);
	int64_t most = highest(c, row);
	char name[12];

	for (size_t i = c->years.n; i-- > 0;) {
		int64_t value = row->value(&c->years.row[i]);

		lines_add(lines, INK_TEXT, "%s  %s  %s", year_name(c->years.row[i].year, name),
			  value == FIELD_NOTHING ? "" : bar_text(lines->arena, BAR, value, most),
			  value_text(lines->arena, row, value));
	}
}

static const char *compare_status(struct frame *f, struct arena *a, size_t row)
{
	(void)a;
	return text_of(row_at(f, row)->help);
}

static const char *compare_shown(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct compare *c = f->data;

	(void)n, (void)found;
	return arena_printf(
		a, ngettext("%zu school year", "%zu school years", (unsigned long)c->years.n),
		c->years.n);
}

static const struct list_spec compare_list = {
	.columns_of = compare_columns,
	.load = compare_load,
	.id = cells_id,
	.cell = cells_cell,
	.count = compare_shown,
	.status = compare_status,
	.pane = compare_pane,
	.pane_rows = 4,
	.no_marks = true,
};

const struct view compare_view = {
	.name = "compare",
	.title = N_("Comparison of the years"),
	.kind = &list_kind,
	.spec = &compare_list,
	.help = N_("All school years of the file beside each other, the newest at the right; the "
		   "line under the cursor stands below as bars. F5 prints it or writes it as a "
		   "table. Who left during a year is counted in it. These are the program's own "
		   "figures: what a report must count in another way is said there."),
	.place = true,
	.seldom = true,
	.init = compare_init,
};
