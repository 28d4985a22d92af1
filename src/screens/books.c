/* Reference books: requests, competences, interests, forms, role models, and their words. */
#include "nastavnik/app/books.h"

#include <string.h>

#include "cells.h"
#include "nastavnik/store/read/book.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "nastavnik/ui/menu.h"
#include "screens.h"

static enum rc books_menu_load(struct frame *f, struct menu_items *items)
{
	const struct books *books = app_books(desk_app(f));
	size_t count[BOOK_END] = { 0 };

	for (size_t i = 0; i < books->n; i++)
		count[books->row[i].book]++;
	for (enum book book = BOOK_REQUEST; book < BOOK_END; book++)
		menu_add(items,
			 (struct menu_item){ .key = book <= 9 ? '0' + book : 0,
					     .title = book_title(book),
					     .right = arena_printf(&f->fresh, "%zu", count[book]),
					     .total = -1,
					     .id = book });
	return RC_OK;
}

static unsigned books_menu_run(struct frame *f, const struct menu_item *item)
{
	return view_push(f, &book_view, desk_id_arg(f, item->id));
}

static const struct menu_spec books_menu = { .load = books_menu_load, .run = books_menu_run };

const struct view books_view = {
	.name = "books",
	.title = N_("Reference books"),
	.kind = &menu_kind,
	.spec = &books_menu,
	.help = N_("The words of this school year. They were copied from the methodology when the "
		   "year was "
		   "opened and belong to the school: add, rename, give synonyms. Tables that are "
		   "brought in "
		   "are read with these words."),
	.place = true,
};

/* The items of one book; arg: its number */

enum { ITEM_PLACE, ITEM_NAME, ITEM_SYNONYMS, ITEM_STATE, ITEM_COLUMNS };

static const struct list_column book_columns[] = {
	[ITEM_PLACE] = { N_("No."), .width = -3 },
	[ITEM_NAME] = { N_("Name"), .width = 30, .grow = 1 },
	[ITEM_SYNONYMS] = { N_("Other words"), .width = 24, .grow = 1, .drop = 1,
			    .unsorted = true },
	[ITEM_STATE] = { "", .width = 8, .unsorted = true },
	{ 0 },
};

/* An item and its place in the book, from 1: the order in which forms offer it. */
struct book_row {
	const struct book_item *item;
	int64_t place;
};

struct book_desk {
	struct cells cells;
	struct book_row *row;
};

static enum book book_of(const struct frame *f)
{
	return (enum book) * (const int64_t *)f->arg;
}

static int book_by_name(const void *a, const void *b)
{
	const struct book_row *x = a, *y = b;

	return cells_by_text(x->item->name, y->item->name);
}

static cells_order *const book_order[ITEM_COLUMNS] = { [ITEM_NAME] = book_by_name };

static enum rc book_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct book_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	struct books *books = arena_alloc(&f->fresh, sizeof(*books));
	enum rc rc = books_load(desk_store(f), &f->fresh, desk_year(f), books);
	int64_t place = 0;

	if (rc != RC_OK)
		return rc;
	desk->row = ARENA_NEW(&f->fresh, struct book_row, books->n);
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, books->n);
	*n = 0;
	for (size_t i = 0; i < books->n; i++) {
		const struct book_item *item = &books->row[i];

		if (item->book != book_of(f))
			continue;
		place++;
		if (cells_found(&f->fresh, query,
				arena_printf(&f->fresh, "%s; %s", item->name, item->synonyms)))
			desk->row[(*n)++] = (struct book_row){ item, place };
	}
	cells_sort(&f->fresh, desk->row, *n, sizeof(*desk->row), book_order, query);
	for (size_t i = 0; i < *n; i++)
		desk->cells.ids.row[i] = desk->row[i].item->id;
	desk->cells.ids.n = *n;
	f->data = desk;
	frame_title(f, _("Reference books · %s"), book_title(book_of(f)));
	return RC_OK;
}

static const struct book_row *book_row(const struct frame *f, size_t row)
{
	return &((const struct book_desk *)f->data)->row[row];
}

static enum rc book_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct book_desk *desk = f->data;

	cells_page(&desk->cells, page, ITEM_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct book_item *item = desk->row[i].item;
		enum ink ink = item->hidden ? INK_DIM : INK_TEXT;

		cells_set(&desk->cells, i, ITEM_PLACE, INK_DIM,
			  arena_printf(page, "%lld", (long long)desk->row[i].place));
		cells_set(&desk->cells, i, ITEM_NAME, ink, item->name);
		cells_set(&desk->cells, i, ITEM_SYNONYMS, INK_DIM, item->synonyms);
		cells_set(&desk->cells, i, ITEM_STATE, INK_DIM, item->hidden ? _("hidden") : "");
	}
	return RC_OK;
}

static void book_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct book_item *item = book_row(f, row)->item;
	int64_t uses;

	desk_card(f, lines, book_item_fields, item);
	if (books_used(desk_app(f), item->id, &uses) == RC_OK)
		lines_pair(lines, _("Chosen by"),
			   arena_printf(lines->arena,
					ngettext("%lld person", "%lld people", (unsigned long)uses),
					(long long)uses));
}

/* One item as a form */

struct book_item_arg {
	int64_t book, item; /* item 0: a new one */
};

/* Of a new item the book, below 0, where no record is. */
static int64_t item_draft(const struct frame *f)
{
	const struct book_item_arg *arg = f->arg;

	return arg->item ? arg->item : -arg->book;
}

void *book_item_arg(struct frame *f, int64_t draft)
{
	struct book_item_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = draft < 0 ? (struct book_item_arg){ .book = -draft }
			 : (struct book_item_arg){ .item = draft };
	return arg;
}

static enum rc item_load(struct frame *f, void *record)
{
	const struct book_item_arg *arg = f->arg;
	struct book_item *item = record;
	struct books books;
	const struct book_item *found;
	enum rc rc = books_load(desk_store(f), &f->arena, desk_year(f), &books);

	if (rc != RC_OK)
		return rc;
	found = arg->item ? book_item_by_id(&books, arg->item) : NULL;
	if (arg->item && !found)
		return err_set(RC_NOT_FOUND, _("This item is not there any more."));
	*item = found ? *found
		      : (struct book_item){ .year = desk_year(f),
					    .book = arg->book,
					    .code = "",
					    .name = "",
					    .synonyms = "" };
	return RC_OK;
}

static enum rc item_save(struct frame *f, void *record)
{
	struct book_item *item = record;
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (item->id && !form_changed(f))
		return RC_OK;
	rc = books_save(desk_app(f), item);
	if (rc == RC_OK) {
		f->answer = item->id;
		ui_say(f->ui, _("Saved: %s. Ctrl+Z takes it back."), item->name);
	}
	return rc;
}

/* Only a request is answered by competences. */
static bool item_shown(struct frame *f, const struct field *field, const void *record)
{
	const struct book_item *item = record;

	(void)f;
	return strcmp(field->name, "answers") != 0 || item->book == BOOK_REQUEST;
}

static const struct form_part item_parts[] = { { .fields = &book_item_fields }, { 0 } };

static const struct form_spec item_form = {
	.size = sizeof(struct book_item),
	.parts = item_parts,
	.load = item_load,
	.draft = item_draft,
	.save = item_save,
	.writable = desk_writable,
	.choices = desk_choices,
	.shown = item_shown,
};

const struct view book_item_view = {
	.name = "book-item",
	.title = N_("An item of a reference book"),
	.kind = &form_kind,
	.spec = &item_form,
	.help = N_("Other words for the same, with a semicolon between: tables that are brought in "
		   "are read "
		   "with them."),
};

static unsigned item_closed(struct frame *f, struct frame *form)
{
	if (!form->answer)
		return UI_TAKEN;
	list_select(f, form->answer);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned item_open(struct frame *f, int64_t id)
{
	struct book_item_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct book_item_arg){ book_of(f), id };
	view_open(f->ui, f, &book_item_view, arg, item_closed);
	return UI_TAKEN;
}

static unsigned item_new(struct frame *f)
{
	return item_open(f, 0);
}

static unsigned item_edit(struct frame *f)
{
	return item_open(f, list_current(f));
}

static unsigned item_delete(struct frame *f)
{
	const bool before = book_row(f, list_row(f))->item->hidden;
	bool hidden;

	if (books_delete(desk_app(f), list_current(f), &hidden) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, "%s",
	       !hidden  ? _("Deleted. Ctrl+Z has it back.")
	       : before ? _("It is in use and hidden already: it is not offered any more.")
			: _("It is in use and therefore hidden, not deleted. Ctrl+Z takes it "
			    "back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned item_hide(struct frame *f)
{
	const struct book_item *item = book_row(f, list_row(f))->item;

	if (books_hide(desk_app(f), item->id, !item->hidden) != RC_OK)
		return ui_fault(f->ui);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned item_merge_picked(struct frame *f, struct ids ids, void *data)
{
	const int64_t *gone = data;

	if (!ids.n)
		return UI_TAKEN;
	if (books_merge(desk_app(f), ids.row[0], *gone) != RC_OK)
		return ui_fault(f->ui);
	list_select(f, ids.row[0]);
	ui_say(f->ui, _("The two are one item now. Ctrl+Z takes it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned item_merge(struct frame *f)
{
	const struct choices all = book_choices(&f->arena, app_books(desk_app(f)), book_of(f));
	struct choice *others = ARENA_NEW(&f->arena, struct choice, all.n);
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++) {
		if (all.row[i].id != list_current(f))
			others[n++] = all.row[i];
	}
	return dialog_pick(f, &(struct picker){ .title = _("Into which item does it go?"),
						.choices = { others, n },
						.picked = item_merge_picked,
						.data = desk_id_arg(f, list_current(f)) });
}

static bool item_changeable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

/* One place up or down is plain only while the whole book stands in its own order. */
static bool item_movable(struct frame *f)
{
	const struct list_query *query = list_query(f);

	return item_changeable(f) &&
	       action_needs(f, query->column == ITEM_PLACE && !query->descending && !*query->find,
			    N_("Items change places while the whole book stands in its own order: "
			       "Esc ends finding, F6 orders."));
}

static bool item_not_first(struct frame *f)
{
	return item_movable(f) && action_needs(f, list_row(f) > 0, N_("It is the first."));
}

static bool item_not_last(struct frame *f)
{
	return item_movable(f) &&
	       action_needs(f, list_row(f) + 1 < list_count(f), N_("It is the last."));
}

static unsigned item_move(struct frame *f, int by)
{
	const struct book_row *row = book_row(f, list_row(f));

	if (books_move(desk_app(f), row->item->id, row->place + by) != RC_OK)
		return ui_fault(f->ui);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned item_up(struct frame *f)
{
	return item_move(f, -1);
}

static unsigned item_down(struct frame *f)
{
	return item_move(f, 1);
}

static unsigned book_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action book_actions[] = {
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = list_has_row,
	  .run = book_print },
	{ .key = K_F(2),
	  .label = N_("Merge"),
	  .title = N_("Merge with another item"),
	  .help = N_("Everybody who has this item gets the other one; its words become synonyms "
		     "there."),
	  .enabled = item_changeable,
	  .run = item_merge },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("Edit the item"),
	  .enabled = list_has_row,
	  .run = item_edit },
	{ .key = K_F(6),
	  .label = N_("Hide"),
	  .title = N_("Hide the item, or show it again"),
	  .help = N_("A hidden item is not offered any more; who has it keeps it."),
	  .enabled = item_changeable,
	  .run = item_hide },
	{ .title = N_("Move the item up"),
	  .help = N_("Forms offer the items in the order of their numbers."),
	  .enabled = item_not_first,
	  .run = item_up },
	{ .title = N_("Move the item down"), .enabled = item_not_last, .run = item_down },
	{ .key = K_CTRL('o'),
	  .title = N_("Order of the rows"),
	  .enabled = list_has_row,
	  .run = list_order },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the item"),
	  .enabled = item_changeable,
	  .run = item_delete },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("Add an item"),
	  .enabled = desk_writable,
	  .run = item_new },
	{ 0 },
};

static const struct list_spec book_list = {
	.columns = book_columns,
	.load = book_load,
	.id = cells_id,
	.fetch = book_fetch,
	.cell = cells_cell,
	.card = book_card,
	.empty = N_("The book is empty. Ins adds an item."),
	.no_marks = true,
};

const struct view book_view = {
	.name = "book",
	.title = N_("Reference books"),
	.kind = &list_kind,
	.spec = &book_list,
	.actions = book_actions,
	.help = N_("What is used by somebody is hidden instead of deleted. Two items that mean the "
		   "same can be "
		   "merged: nobody loses anything."),
};
