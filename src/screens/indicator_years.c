/* The indicators year by year: what each year of the file ended with. */
#include <string.h>

#include "cells.h"
#include "indicators.h"
#include "nastavnik/store/read/school.h"
#include "screens.h"

enum { YEARS_MAX = 5, YEARS_FIRST = 2 }; /* columns of years, and where they begin */

/* Lives as long as the frame; the figures as long as they were read. */
struct years_desk {
	struct cells cells;
	int64_t year[YEARS_MAX]; /* the newest last */
	size_t n;
	struct list_column column[YEARS_FIRST + YEARS_MAX + 1];
	struct indicators all[YEARS_MAX];
	const struct indicator_row **row; /* of the newest year */
};

/* The year worked on and those before it. */
static enum rc years_init(struct frame *f)
{
	struct years_desk *desk = arena_alloc(&f->arena, sizeof(*desk));
	struct years years = { 0 };
	enum rc rc = year_list(desk_store(f), &f->arena, &years);

	*desk = (struct years_desk){ 0 };
	for (int64_t y = desk_year(f) - YEARS_MAX + 1; !rc && y <= desk_year(f); y++)
		for (size_t i = 0; i < years.n; i++)
			if (years.row[i].year == y)
				desk->year[desk->n++] = y;
	f->data = desk;
	return rc;
}

static const struct list_column *years_columns(struct frame *f, size_t *sort)
{
	struct years_desk *desk = f->data;
	char name[12];

	(void)sort;
	desk->column[0] = (struct list_column){ N_("№"), .width = 4, .unsorted = true };
	desk->column[1] =
		(struct list_column){ N_("Indicator"), .width = 24, .grow = 1, .unsorted = true };
	for (size_t i = 0; i < desk->n; i++)
		desk->column[YEARS_FIRST + i] = (struct list_column){
			arena_strdup(&f->arena, year_name(desk->year[i], name)), .width = -9,
			.drop = (int)(desk->n - 1 - i), .unsorted = true
		};
	desk->column[YEARS_FIRST + desk->n] = (struct list_column){ 0 };
	return desk->column;
}

static const struct indicator_row *row_coded(const struct indicators *all, const char *code)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->row[i].indicator.code, code) == 0)
			return &all->row[i];
	return NULL;
}

static enum rc years_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct years_desk *desk = f->data;
	const struct indicators *newest = &desk->all[desk->n - 1];
	enum rc rc = RC_OK;

	for (size_t i = 0; i < desk->n && !rc; i++)
		rc = indicators_load(desk_app(f), &f->fresh, desk->year[i], &desk->all[i]);
	if (rc)
		return rc;
	desk->row = ARENA_NEW(&f->fresh, const struct indicator_row *, newest->n);
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, newest->n);
	*n = 0;
	for (size_t i = 0; i < newest->n; i++) {
		if (!cells_found(&f->fresh, query, newest->row[i].indicator.name))
			continue;
		desk->cells.ids.row[*n] = indicator_row_id(newest, i);
		desk->row[(*n)++] = &newest->row[i];
	}
	desk->cells.ids.n = *n;
	return RC_OK;
}

static enum rc years_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct years_desk *desk = f->data;
	enum ink ink;

	cells_page(&desk->cells, page, YEARS_FIRST + desk->n, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct indicator *indicator = &desk->row[i]->indicator;

		cells_set(&desk->cells, i, 0, INK_DIM, indicator->number);
		cells_set(&desk->cells, i, 1, INK_TEXT, indicator->name);
		for (size_t y = 0; y < desk->n; y++) {
			const struct indicator_row *row = row_coded(&desk->all[y], indicator->code);
			const char *text =
				row ? indicator_cell_text(page, row, row->last, &ink) : "";

			cells_set(&desk->cells, i, YEARS_FIRST + y, row ? ink : INK_DIM, text);
		}
	}
	return RC_OK;
}

static unsigned years_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action years_actions[] = {
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the table, or save it"),
	  .enabled = list_has_row,
	  .run = years_print },
	{ 0 },
};

static const struct list_spec years_list = {
	.columns_of = years_columns,
	.load = years_load,
	.id = cells_id,
	.fetch = years_fetch,
	.cell = cells_cell,
	.no_marks = true,
};

const struct view indicator_years_view = {
	.name = "indicator-years",
	.title = N_("Indicators year by year"),
	.kind = &list_kind,
	.spec = &years_list,
	.actions = years_actions,
	.help = N_("What each school year ended with, of the running one the figures of today. An "
		   "indicator is the same in all years whatever it is called."),
	.init = years_init,
};
