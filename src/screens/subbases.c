/* Stage 3: from which groups of people the mentors come. */
#include "cells.h"
#include "nastavnik/app/invitations.h"
#include "nastavnik/store/read/subbase.h"
#include "screens.h"

enum { SUBBASE_NAME, SUBBASE_MENTORS, SUBBASE_PLACES, SUBBASE_BUSY, SUBBASE_COLUMNS };

static const struct list_column subbase_columns[] = {
	[SUBBASE_NAME] = { N_("Sub-base"), .width = 30, .grow = 1 },
	[SUBBASE_MENTORS] = { N_("Mentors"), .width = -12 },
	[SUBBASE_PLACES] = { N_("Places"), .width = -8 },
	[SUBBASE_BUSY] = { N_("In pairs"), .width = -9 },
	{ 0 },
};

struct subbase_desk {
	struct cells cells;
	struct subbase_counts counts;
	struct subbase_count *row; /* every sub-base of the book, and who is in none */
};

static struct subbase_count count_of(const struct subbase_counts *counts, int64_t subbase)
{
	for (size_t i = 0; i < counts->n; i++)
		if (counts->row[i].subbase == subbase)
			return counts->row[i];
	return (struct subbase_count){ .subbase = subbase };
}

static const char *subbase_name(struct frame *f, const struct subbase_count *row)
{
	return row->subbase ? book_item_name(app_books(desk_app(f)), row->subbase) : _("not said");
}

static int by_mentors(const void *a, const void *b)
{
	const struct subbase_count *x = a, *y = b;

	return (x->mentors > y->mentors) - (x->mentors < y->mentors);
}

static void rows_make(struct frame *f, struct subbase_desk *desk, const struct list_query *query,
		      size_t *n)
{
	const struct books *books = app_books(desk_app(f));
	const struct subbase_count none = count_of(&desk->counts, 0);

	*n = 0;
	for (size_t i = 0; i < books->n; i++) {
		const struct book_item *item = &books->row[i];
		const struct subbase_count count = count_of(&desk->counts, item->id);

		if (item->book == BOOK_SUBBASE && (!item->hidden || count.mentors) &&
		    cells_found(&f->fresh, query, item->name))
			desk->row[(*n)++] = count;
	}
	if (none.mentors && !*query->find)
		desk->row[(*n)++] = none;
}

static enum rc subbases_load(struct frame *f, const struct list_query *query, size_t *n)
{
	static cells_order *const order[SUBBASE_COLUMNS] = { [SUBBASE_MENTORS] = by_mentors };
	struct subbase_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	size_t room = app_books(desk_app(f))->n + 1;
	enum rc rc = subbase_counts_load(desk_store(f), &f->fresh, desk_year(f), &desk->counts);

	if (rc != RC_OK)
		return rc;
	desk->row = ARENA_NEW(&f->fresh, struct subbase_count, room);
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, room);
	rows_make(f, desk, query, n);
	cells_sort(&f->fresh, desk->row, *n, sizeof(*desk->row), order, query);
	for (size_t i = 0; i < *n; i++)
		desk->cells.ids.row[i] = desk->row[i].subbase ? desk->row[i].subbase : -1;
	desk->cells.ids.n = *n;
	f->data = desk;
	return RC_OK;
}

static const char *number_text(struct arena *a, int64_t n)
{
	return n ? arena_printf(a, "%lld", (long long)n) : GLYPH_NOTE;
}

static enum rc subbases_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct subbase_desk *desk = f->data;

	cells_page(&desk->cells, page, SUBBASE_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct subbase_count *row = &desk->row[i];
		enum ink ink = row->mentors ? INK_TEXT : INK_DIM;

		cells_set(&desk->cells, i, SUBBASE_NAME, row->subbase ? ink : INK_WARN,
			  subbase_name(f, row));
		cells_set(&desk->cells, i, SUBBASE_MENTORS, ink, number_text(page, row->mentors));
		cells_set(&desk->cells, i, SUBBASE_PLACES, ink, number_text(page, row->places));
		cells_set(&desk->cells, i, SUBBASE_BUSY, ink, number_text(page, row->busy));
	}
	return RC_OK;
}

static unsigned subbase_open(struct frame *f)
{
	struct base_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct base_arg){ .subbase = list_current(f) };
	return view_push(f, &mentors_view, arg);
}

static unsigned subbases_fill_run(struct frame *f)
{
	size_t n;

	if (subbases_fill(desk_app(f), &n) != RC_OK)
		return ui_fault(f->ui);
	if (n)
		ui_say(f->ui,
		       ngettext("%zu mentor got a sub-base. Ctrl+Z takes it back.",
				"%zu mentors got a sub-base. Ctrl+Z takes it back.", n),
		       n);
	else
		ui_say(f->ui, "%s", _("Every mentor whose kind tells it has a sub-base."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned subbases_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action subbases_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("The mentors of the sub-base"),
	  .enabled = list_has_row,
	  .run = subbase_open },
	{ .key = K_F(2),
	  .label = N_("By kind"),
	  .title = N_("Give a sub-base to all who have none"),
	  .help = N_("By who they are: a pupil belongs to the pupils, a teacher to the teachers. "
		     "Those who have one keep it."),
	  .enabled = desk_writable,
	  .run = subbases_fill_run },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = subbases_print },
	{ 0 },
};

static const struct list_spec subbases_list = {
	.columns = subbase_columns,
	.load = subbases_load,
	.id = cells_id,
	.fetch = subbases_fetch,
	.cell = cells_cell,
	.empty = N_("The reference book of sub-bases is empty: fill it first (stage 1, “More”)."),
	.no_marks = true,
};

const struct view subbases_view = {
	.name = "subbases",
	.title = N_("Stage 3 · Sub-bases"),
	.kind = &list_kind,
	.spec = &subbases_list,
	.actions = subbases_actions,
	.help = N_("How many mentors come from each group of people, how many mentees they can "
		   "take, how many are at work. Enter shows the mentors. The groups stand in the "
		   "reference book."),
	.place = true,
	.seldom = true,
};
