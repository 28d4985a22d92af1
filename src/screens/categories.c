/* Categories: of one person, and their numbers. Only in a sitting that has switched them on. */
#include "nastavnik/app/categories.h"

#include <stddef.h>

#include "cells.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

/* Switching */

static unsigned categories_answered(struct frame *f, int button, void *data)
{
	(void)data;
	if (button != 0)
		return UI_TAKEN;
	categories_show(desk_app(f), true);
	ui_say(f->ui, _("Categories are shown until the program ends, or until you hide them."));
	return UI_TAKEN | UI_RELOAD;
}

unsigned categories_switch(struct frame *f)
{
	if (categories_shown(desk_app(f))) {
		categories_show(desk_app(f), false);
		ui_say(f->ui, _("Categories are hidden again."));
		return UI_TAKEN | UI_RELOAD;
	}
	return dialog_ask(
		f, &(struct question){
			   .title = _("Show categories?"),
			   .text = _("Specially sensitive facts of pupils: they are for the "
				     "curator's eyes only. They are shown on their own screen "
				     "until the program ends, and stand in no list, paper or "
				     "table."),
			   .button = { _("Show"), _("Leave hidden") },
			   .chosen = 1,
			   .answered = categories_answered });
}

bool categories_open_to(struct frame *f)
{
	return categories_shown(desk_app(f));
}

/* Of one person; the argument is his id */

struct category_record {
	struct ids items;
};

static const struct field category_table[] = {
	{ .name = "categories",
	  .label = N_("Categories"),
	  .hint = N_("A letter or F4 chooses from the reference book; Space marks several."),
	  .kind = FIELD_CHOICES,
	  .flags = FIELD_SENSITIVE | FIELD_NO_IMPORT | FIELD_NO_EXPORT,
	  .offset = offsetof(struct category_record, items),
	  .choices = "category",
	  .width = 40 },
};
static const struct fields category_fields = { category_table, 1 };

static enum rc category_load(struct frame *f, void *record)
{
	struct category_record *r = record;
	struct person person;
	int64_t id = *(const int64_t *)f->arg;
	enum rc rc = person_get(desk_store(f), &f->arena, id, desk_year(f), &person);

	if (rc != RC_OK)
		return rc;
	frame_title(f, _("Categories · %s"), person_short_name(&f->arena, &person));
	return categories_get(desk_app(f), &f->arena, id, &r->items);
}

static enum rc category_save(struct frame *f, void *record)
{
	const struct category_record *r = record;
	enum rc rc = categories_save(desk_app(f), *(const int64_t *)f->arg, r->items);

	if (rc == RC_OK)
		ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return rc;
}

static struct choices category_choices(struct frame *f, const char *set)
{
	(void)set;
	return book_choices(&f->arena, app_books(desk_app(f)), BOOK_CATEGORY);
}

static const struct form_part category_parts[] = { { .fields = &category_fields }, { 0 } };
static const struct form_spec category_form = {
	.size = sizeof(struct category_record),
	.parts = category_parts,
	.load = category_load,
	.save = category_save,
	.writable = desk_writable,
	.choices = category_choices,
};

const struct view category_view = {
	.name = "category",
	.title = N_("Categories"),
	.kind = &form_kind,
	.spec = &category_form,
	.help = N_("The words come from the reference book of categories, which is empty at first. "
		   "What is noted here stands in no list, pair, paper or table, and the history "
		   "says only that something was changed."),
};

/* The numbers */

enum { CATEGORY_NAME, CATEGORY_PEOPLE, CATEGORY_MENTEES, CATEGORY_COLUMNS };

static const struct list_column categories_columns[] = {
	[CATEGORY_NAME] = { N_("Category"), .width = 30, .grow = 1, .unsorted = true },
	[CATEGORY_PEOPLE] = { N_("In the school"), .width = -14, .unsorted = true },
	[CATEGORY_MENTEES] = { N_("Of them mentees"), .width = -14, .unsorted = true },
	{ 0 },
};

static enum rc categories_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct cells *cells = arena_alloc(&f->fresh, sizeof(*cells));
	struct category_rows rows;
	enum rc rc = categories_report(desk_app(f), &f->fresh, &rows);

	if (rc != RC_OK)
		return rc;
	cells->ids.row = ARENA_NEW(&f->fresh, int64_t, rows.n);
	cells_page(cells, &f->fresh, CATEGORY_COLUMNS, 0, rows.n);
	for (size_t i = 0; i < rows.n; i++) {
		size_t at = cells->ids.n;

		if (!cells_found(&f->fresh, query, rows.row[i].name))
			continue;
		cells->ids.row[cells->ids.n++] = (int64_t)i + 1;
		cells_set(cells, at, CATEGORY_NAME, INK_TEXT, rows.row[i].name);
		cells_set(cells, at, CATEGORY_PEOPLE, INK_TEXT, rows.row[i].people);
		cells_set(cells, at, CATEGORY_MENTEES, INK_TEXT, rows.row[i].mentees);
	}
	f->data = cells;
	*n = cells->ids.n;
	return RC_OK;
}

static unsigned categories_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action categories_actions[] = {
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the numbers"),
	  .enabled = list_has_row,
	  .run = categories_print },
	{ .title = N_("Reference books"), .open = &books_view },
	{ 0 },
};

static const struct list_spec categories_list = {
	.columns = categories_columns,
	.load = categories_load,
	.id = cells_id,
	.cell = cells_cell,
	.empty = N_("The reference book of categories is empty: fill it in first (F9, Reference "
		    "books)."),
	.no_marks = true,
};

const struct view categories_view = {
	.name = "categories",
	.title = N_("Categories in numbers"),
	.kind = &list_kind,
	.spec = &categories_list,
	.actions = categories_actions,
	.help = N_("Numbers only, for reports that are asked for. A number under 3 is not told, "
		   "since it would name persons."),
};
