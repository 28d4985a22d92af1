/* What has become of the measures of the e-journal: of all mentees, and class by class. */
#include "cells.h"
#include "nastavnik/app/growth.h"
#include "screens.h"

#include <string.h>

enum {
	SUM_MEASURE,
	SUM_WHOSE,
	SUM_PEOPLE,
	SUM_START,
	SUM_END,
	SUM_BETTER,
	SUM_SAME,
	SUM_WORSE,
	SUM_COLUMNS
};

static const struct list_column sums_columns[] = {
	[SUM_MEASURE] = { N_("Measure"), .width = 24, .grow = 1, .unsorted = true },
	[SUM_WHOSE] = { N_("Class"), .width = 7, .unsorted = true },
	[SUM_PEOPLE] = { N_("Both"), .width = -4, .unsorted = true },
	[SUM_START] = { N_("Start"), .width = -6, .unsorted = true },
	[SUM_END] = { N_("End"), .width = -6, .unsorted = true },
	[SUM_BETTER] = { N_("Better"), .width = -6, .unsorted = true },
	[SUM_SAME] = { N_("Same"), .width = -6, .unsorted = true },
	[SUM_WORSE] = { N_("Worse"), .width = -6, .unsorted = true },
	{ 0 },
};

struct sums_row {
	const struct measure *measure;
	const char *class_name; /* NULL: of all */
	struct growth_sum sum;
};

struct sums {
	struct cells cells;
	struct growth_sheet sheet;
	struct sums_row *row;
};

/* Classes stand together in the sheet. */
static bool is_new_class(const struct growth_sheet *sheet, size_t row)
{
	return !row || strcmp(sheet->row[row].class_name, sheet->row[row - 1].class_name) != 0;
}

static void row_add(struct frame *f, const struct list_query *query, size_t measure,
		    const char *class_name, size_t *n)
{
	struct sums *s = f->data;
	struct sums_row row = { &s->sheet.measure[measure], class_name,
				growth_sum_of(&s->sheet, measure, class_name) };

	if ((row.sum.pairs || !class_name) &&
	    cells_found(&f->fresh, query,
			arena_printf(&f->fresh, "%s %s", row.measure->name,
				     class_name ? class_name : "")))
		s->row[(*n)++] = row;
}

static enum rc sums_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct sums *s = arena_alloc(&f->fresh, sizeof(*s));
	const struct growth_sheet *sheet = &s->sheet;
	enum rc rc = growth_load(desk_app(f), &f->fresh, &s->sheet);

	if (rc)
		return rc;
	f->data = s;
	s->row = ARENA_NEW(&f->fresh, struct sums_row, sheet->measures * (sheet->n + 1));
	*n = 0;
	for (size_t m = 0; m < sheet->measures; m++) {
		row_add(f, query, m, NULL, n);
		for (size_t i = 0; i < sheet->n; i++)
			if (is_new_class(sheet, i))
				row_add(f, query, m, sheet->row[i].class_name, n);
	}
	s->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		s->cells.ids.row[i] = (int64_t)i + 1;
	return RC_OK;
}

static void figures_show(struct sums *s, struct arena *page, size_t at, enum ink ink)
{
	const struct growth_sum *sum = &s->row[at].sum;
	const size_t counts[] = { sum->better, sum->same, sum->worse };

	cells_set(&s->cells, at, SUM_PEOPLE, ink, arena_printf(page, "%zu", sum->pairs));
	cells_set(&s->cells, at, SUM_START, ink, growth_mean(page, sum->start, sum->pairs));
	cells_set(&s->cells, at, SUM_END, ink, growth_mean(page, sum->end, sum->pairs));
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		cells_set(&s->cells, at, SUM_BETTER + i, ink, arena_printf(page, "%zu", counts[i]));
}

/* Of too few people no figure is shown, not even how many they are. */
static enum rc sums_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct sums *s = f->data;

	cells_page(&s->cells, page, SUM_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct sums_row *row = &s->row[i];
		enum ink ink = row->class_name ? INK_DIM : INK_TEXT;

		cells_set(&s->cells, i, SUM_MEASURE, ink, row->measure->name);
		cells_set(&s->cells, i, SUM_WHOSE, ink,
			  !row->class_name ? _("all") : row->class_name);
		if (growth_may_tell(&s->sheet, &row->sum))
			figures_show(s, page, i, ink);
		else
			cells_set(&s->cells, i, SUM_START, INK_DIM, GLYPH_NOTE);
	}
	return RC_OK;
}

static void sums_pane(struct frame *f, struct lines *lines, size_t at)
{
	const struct sums *s = f->data;

	lines_add(lines, INK_TEXT, "%s · %s", s->row[at].measure->name,
		  growth_sentence(lines->arena, &s->sheet, &s->row[at].sum));
}

static const char *sums_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("Of those who have both values. Letters find a measure or a class.");
}

static unsigned sums_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action sums_actions[] = {
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = sums_print },
	{ 0 },
};

static const struct list_spec sums_list = {
	.columns = sums_columns,
	.load = sums_load,
	.id = cells_id,
	.fetch = sums_fetch,
	.cell = cells_cell,
	.status = sums_status,
	.pane = sums_pane,
	.pane_rows = 2,
	.empty = N_("No measures yet."),
	.no_marks = true,
};

const struct view growth_sums_view = {
	.name = "growth-sums",
	.title = N_("What has changed"),
	.kind = &list_kind,
	.spec = &sums_list,
	.actions = sums_actions,
	.help = N_("Means at the start and at the end, and how many mentees became better, stayed "
		   "the same or became worse: of all, and of each class. Only those count who have "
		   "both values. Of too few people nothing is shown: the figures would tell of one "
		   "of them."),
};
