/* The answer to a request: on the screen, then to a printer, a file or a table. */
#include <string.h>

#include "cells.h"
#include "inquiries.h"
#include "nastavnik/base/utf8.h"
#include "screens.h"

/* What a screen of 80 columns has for all of them. */
enum { COLUMN_LEAST = 5, COLUMN_MOST = 34, ROOM = 74 };

struct result {
	struct cells cells;
	struct inquiry_answer answer;
	struct issues issues;
	size_t *row;
	struct list_column column[LIST_COLUMNS + 1];
};

static struct inquiry_arg *arg_of(const struct frame *f)
{
	return f->arg;
}

static enum rc answer_read(struct frame *f, struct result *r)
{
	r->issues = (struct issues){ .arena = &f->fresh };
	return inquiry_run(desk_app(f), &f->fresh, &arg_of(f)->inquiry, &r->answer, &r->issues);
}

/* As wide as it likes to be, or its share where all together are too wide: none is left out. */
static int column_width(const struct inquiry_answer *answer, size_t column)
{
	int all = 0, width = answer->width[column], share;

	for (size_t c = 0; c < answer->columns; c++)
		all += (answer->width[c] < COLUMN_MOST ? answer->width[c] : COLUMN_MOST) + 1;
	share = all > ROOM ? ROOM / (int)answer->columns - 1 : COLUMN_MOST;
	if (share < COLUMN_LEAST)
		share = COLUMN_LEAST;
	return width < COLUMN_LEAST ? COLUMN_LEAST : width > share ? share : width;
}

/* Columns are asked for before the first load. */
static enum rc result_init(struct frame *f)
{
	struct result *r = arena_alloc(&f->arena, sizeof(*r));
	enum rc rc;

	f->data = r;
	rc = answer_read(f, r);
	if (rc)
		return rc;
	for (size_t c = 0; c < r->answer.columns && c < LIST_COLUMNS; c++) {
		int width = column_width(&r->answer, c);
		bool number = r->answer.number[c];

		r->column[c] = (struct list_column){
			.title = arena_strdup(&f->arena, r->answer.heading[c]),
			.width = number ? -width : width,
			.grow = number ? 0 : r->answer.width[c],
			.drop = (int)c,
			.unsorted = true,
		};
	}
	frame_title(f, _("Answer · %s"), inquiry_title(arg_of(f)));
	return RC_OK;
}

static const struct list_column *result_columns(struct frame *f, size_t *sort)
{
	(void)sort;
	return ((struct result *)f->data)->column;
}

static bool row_found(struct frame *f, const struct result *r, size_t row,
		      const struct list_query *query)
{
	bool found = !*query->find;

	for (size_t c = 0; c < r->answer.columns && !found; c++)
		found = cells_found(&f->fresh, query, r->answer.cell[row * r->answer.columns + c]);
	return found;
}

static enum rc result_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct result *r = f->data;
	enum rc rc = answer_read(f, r);
	size_t columns = r->answer.columns;

	if (rc)
		return rc;
	r->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, r->answer.rows), 0 };
	cells_page(&r->cells, &f->fresh, columns, 0, r->answer.rows);
	for (size_t i = 0; i < r->answer.rows; i++) {
		enum ink ink = r->answer.total[i] ? INK_HEADING : INK_TEXT;

		if (!row_found(f, r, i, query))
			continue;
		for (size_t c = 0; c < columns; c++)
			cells_set(&r->cells, r->cells.ids.n, c, ink,
				  r->answer.cell[i * columns + c]);
		r->cells.ids.row[r->cells.ids.n++] = (int64_t)i + 1;
	}
	*n = r->cells.ids.n;
	return RC_OK;
}

static const char *result_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct result *r = f->data;
	const char *personal = inquiry_personal(a, &arg_of(f)->inquiry);

	(void)n, (void)found;
	return arena_printf(a, "%s%zu", *personal ? _("WITH NAMES · ") : _("without names · "),
			    r->answer.found);
}

static const char *result_status(struct frame *f, struct arena *a, size_t row)
{
	const struct result *r = f->data;

	(void)row;
	if (r->issues.n)
		return r->issues.row[0].text;
	return *r->answer.note ? arena_strdup(a, r->answer.note)
			       : _("F5 prints it or writes it as a file or a table.");
}

/* A file of its own title and note: names in it are said aloud there too. */
static enum rc result_write(struct frame *f, const struct save_task *task, struct issues *lost,
			    const char **said)
{
	struct result *r = f->data;
	enum rc rc = inquiry_save(desk_app(f), &r->answer, inquiry_title(arg_of(f)), task->path,
				  task->encoding, lost);

	if (rc == RC_OK)
		*said = *inquiry_personal(&f->arena, &arg_of(f)->inquiry)
				? _("There are names in it: take care whom it goes to.")
				: "";
	return rc;
}

static unsigned print_run(struct frame *f)
{
	return table_ask(f, &(struct save_task){ .title = _("Where is the answer to go?"),
						 .path = C_("file", "answer"),
						 .write = result_write });
}

static unsigned edit_closed(struct frame *f, struct frame *builder)
{
	(void)f, (void)builder;
	return UI_TAKEN | UI_RELOAD | UI_CLOSE;
}

static unsigned edit_run(struct frame *f)
{
	view_open(f->ui, f, &inquiry_view, f->arg, edit_closed);
	return UI_TAKEN;
}

/* Opened from the builder, it goes back there. */
static bool may_edit(struct frame *f)
{
	return f->below->view != &inquiry_view;
}

static const struct action result_actions[] = {
	{ .key = K_F(4),
	  .label = N_("Edit"),
	  .title = N_("Change what is asked"),
	  .enabled = may_edit,
	  .run = edit_run },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("To a printer, a file (PDF, ODT) or a table (Excel, CSV)"),
	  .run = print_run },
	{ 0 },
};

static const struct list_spec result_list = {
	.columns_of = result_columns,
	.load = result_load,
	.id = cells_id,
	.cell = cells_cell,
	.count = result_count,
	.status = result_status,
	.no_marks = true,
	.empty = N_("Nobody and nothing fulfils the conditions."),
};

const struct view inquiry_result_view = {
	.name = "inquiry-result",
	.title = N_("Answer to a request"),
	.kind = &list_kind,
	.spec = &result_list,
	.actions = result_actions,
	.init = result_init,
	.help = N_(
		"The answer as things stand now. Above at the right stands whether there are "
		"names in it. F5 prints it or writes it as PDF, ODT, Excel or CSV; what is in it "
		"and under which conditions stands there too."),
};
