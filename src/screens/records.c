#include "records.h"

#include <string.h>

#include "cells.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/change.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { YEAR_WIDTH = 9, GROWS_FROM = 16, OWNER_WIDTH = 20, DROP_WIDE = 100 };

struct record_row {
	const void *record;
	const char *key; /* of the column sorted by */
};

struct record_rows {
	struct cells cells;
	struct record_row *row;
};

static const struct record_desk *desk_of(const struct frame *f)
{
	return f->view->subject;
}

/* The list */

static bool in_list(const struct field *field)
{
	return field->flags & (FIELD_IN_LIST | FIELD_IN_WIDE_LIST);
}

/* Does the list show the records of all owners of the year? The first column says whose each is. */
static bool of_all(const struct frame *f)
{
	return desk_of(f)->owners && !f->arg;
}

/* Does the first column say whose each is, or of which year? */
static bool owner_shown(const struct frame *f)
{
	return of_all(f) || desk_of(f)->every_year;
}

/* The field behind a column; NULL: whose the record is, or there is no such column. */
static const struct field *column_field(const struct frame *f, size_t column)
{
	const struct fields *fields = desk_of(f)->type->fields;
	size_t at = owner_shown(f);

	for (size_t i = 0; i < fields->n; i++)
		if (in_list(&fields->row[i]) && at++ == column)
			return &fields->row[i];
	return NULL;
}

static struct list_column column_of(const struct field *field, size_t at)
{
	return (struct list_column){ .title = field->label,
				     .width = field->width,
				     .grow = field_is_text(field) && field->width >= GROWS_FROM,
				     /* What a narrow screen does without goes first. */
				     .drop = (int)at +
					     (field->flags & FIELD_IN_LIST ? 0 : DROP_WIDE),
				     .wide = !(field->flags & FIELD_IN_LIST) };
}

static const struct list_column *record_columns(struct frame *f, size_t *sort)
{
	const struct record_desk *desk = desk_of(f);
	const struct fields *fields = desk->type->fields;
	struct list_column *column = ARENA_NEW(&f->arena, struct list_column, fields->n + 2);
	size_t n = 0;

	if (of_all(f))
		column[n++] = (struct list_column){ .title = desk->owners_title,
						    .width = OWNER_WIDTH,
						    .grow = 1 };
	else if (desk->every_year)
		column[n++] = (struct list_column){ .title = N_("Year"), .width = YEAR_WIDTH };
	for (size_t i = 0; i < fields->n; i++) {
		if (!in_list(&fields->row[i]))
			continue;
		if (desk->sort && &fields->row[i] == field_find(*fields, desk->sort))
			*sort = n;
		column[n] = column_of(&fields->row[i], n);
		n++;
	}
	return column;
}

int64_t records_owner(const struct frame *f)
{
	const struct records_arg *arg = f->arg;

	return arg ? arg->owner : desk_year(f);
}

static const char *value_show(struct frame *f, struct arena *a, const struct field *field,
			      const void *record)
{
	const struct choice_source source = app_choices(desk_app(f));
	const char *text;
	int64_t book;

	if (field->kind == FIELD_YESNO && !field_int(field, record))
		return "";
	text = field_show(a, field, record, &source);
	/* What another year's reference book says is known by its id. */
	if (desk_of(f)->every_year && field->kind == FIELD_CHOICE && !*text)
		record_item(desk_store(f), a, field_int(field, record), &text, &book);
	return text;
}

static const char *owner_show(struct frame *f, const void *record)
{
	const struct record *head = record;
	struct choices owners;

	if (desk_of(f)->every_year)
		return year_name(head->owner, arena_alloc(&f->fresh, YEAR_WIDTH + 3));
	owners = desk_choices(f, desk_of(f)->owners);
	for (size_t i = 0; i < owners.n; i++)
		if (owners.row[i].id == head->owner)
			return owners.row[i].name;
	return "";
}

/* What a cell says; field NULL: whose the record is. */
static const char *cell_show(struct frame *f, struct arena *a, const struct field *field,
			     const void *record)
{
	const struct record_desk *desk = desk_of(f);
	const char *text = field && desk->text ? desk->text(field, record) : NULL;

	if (text)
		return text;
	return field ? value_show(f, a, field, record) : owner_show(f, record);
}

static const char *key_of(struct frame *f, const struct field *field, const void *record)
{
	if (!field)
		return utf8_sort_key(&f->fresh, owner_show(f, record));
	if (field->kind == FIELD_DATE && !field_int(field, record))
		return "~"; /* no date: behind all dates */
	if (field->kind == FIELD_DATE || field->kind == FIELD_NUMBER || field->kind == FIELD_YESNO)
		return arena_printf(&f->fresh, "%020llu",
				    (unsigned long long)field_int(field, record) + (1ull << 63));
	return utf8_sort_key(&f->fresh, value_show(f, &f->fresh, field, record));
}

static int by_key(const void *a, const void *b)
{
	const struct record_row *x = a, *y = b;

	return strcmp(x->key, y->key);
}

static void rows_sort(struct frame *f, struct record_row *row, size_t n,
		      const struct list_query *query)
{
	const struct field *field = column_field(f, query->column);
	cells_order *order[LIST_COLUMNS] = { 0 };

	order[query->column] = by_key;
	for (size_t i = 0; i < n; i++)
		row[i].key = key_of(f, field, row[i].record);
	cells_sort(&f->fresh, row, n, sizeof(*row), order, query);
}

static bool record_found(struct frame *f, const void *record, const struct list_query *query)
{
	const struct fields *fields = desk_of(f)->type->fields;
	bool found = !*query->find ||
		     (owner_shown(f) && cells_found(&f->fresh, query, owner_show(f, record)));

	for (size_t i = 0; i < fields->n && !found; i++)
		found = cells_found(&f->fresh, query,
				    value_show(f, &f->fresh, &fields->row[i], record));
	return found;
}

static enum rc records_read(struct frame *f, struct records *out)
{
	const struct record_type *type = desk_of(f)->type;

	if (desk_of(f)->every_year)
		return record_list_all(desk_store(f), &f->fresh, type, out);
	if (of_all(f))
		return record_list_year(desk_store(f), &f->fresh, type, desk_year(f), out);
	return record_list(desk_store(f), &f->fresh, type, records_owner(f), out);
}

static bool record_wanted(struct frame *f, const void *record, const struct list_query *query)
{
	const struct record_desk *desk = desk_of(f);

	return (!desk->wanted || desk->wanted(f, record)) && record_found(f, record, query);
}

static enum rc records_load(struct frame *f, const struct list_query *query, size_t *n)
{
	const struct record_type *type = desk_of(f)->type;
	const struct records_arg *arg = f->arg;
	struct record_rows *rows = arena_alloc(&f->fresh, sizeof(*rows));
	struct records records;
	enum rc rc = desk_of(f)->prepare ? desk_of(f)->prepare(f) : RC_OK;

	if (rc == RC_OK)
		rc = records_read(f, &records);
	if (rc != RC_OK)
		return rc;
	if (arg && arg->whose)
		frame_title(f, "%s · %s", text_of(f->view->title), arg->whose);
	rows->row = ARENA_NEW(&f->fresh, struct record_row, records.n);
	*n = 0;
	for (size_t i = 0; i < records.n; i++) {
		const void *record = record_at(type, &records, i);

		if (record_wanted(f, record, query))
			rows->row[(*n)++].record = record;
	}
	rows_sort(f, rows->row, *n, query);
	rows->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		rows->cells.ids.row[i] = ((const struct record *)rows->row[i].record)->id;
	f->data = rows;
	return RC_OK;
}

static const void *record_row(const struct frame *f, size_t row)
{
	return ((const struct record_rows *)f->data)->row[row].record;
}

const void *record_current(struct frame *f)
{
	return list_has_row(f) ? record_row(f, list_row(f)) : NULL;
}

static enum rc records_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	const struct record_desk *desk = desk_of(f);
	struct record_rows *rows = f->data;
	const struct field *field;
	size_t columns = owner_shown(f);

	while (column_field(f, columns))
		columns++;
	cells_page(&rows->cells, page, columns, first, n);
	for (size_t c = 0; c < columns; c++) {
		field = column_field(f, c);
		for (size_t i = first; i < first + n; i++) {
			enum ink ink =
				field && desk->ink ? desk->ink(field, record_row(f, i)) : INK_TEXT;
			const char *text = cell_show(f, page, field, record_row(f, i));

			/* Colour never says it alone. */
			cells_set(&rows->cells, i, c, ink,
				  ink == INK_WARN ? arena_printf(page, "%s !", text) : text);
		}
	}
	return RC_OK;
}

static void record_card(struct frame *f, struct lines *lines, size_t row)
{
	if (owner_shown(f))
		lines_add(lines, INK_TITLE, "%s", owner_show(f, record_row(f, row)));
	desk_card(f, lines, *desk_of(f)->type->fields, record_row(f, row));
}

static const char *records_nothing(struct frame *f)
{
	const char *empty = desk_of(f)->empty;

	return empty ? text_of(empty) : _("Nothing is written down here yet: Ins adds a record.");
}

static const char *records_status(struct frame *f, struct arena *a, size_t row)
{
	(void)a, (void)row;
	return desk_writable(f) ? _("Type to find. Enter – open, Ins – a new record.")
				: _("Type to find.");
}

const struct list_spec record_list_spec = {
	.columns_of = record_columns,
	.load = records_load,
	.id = cells_id,
	.fetch = records_fetch,
	.cell = cells_cell,
	.nothing = records_nothing,
	.status = records_status,
	.card = record_card,
};

/* What can be done */

static unsigned record_closed(struct frame *f, struct frame *form)
{
	if (!form->answer)
		return UI_TAKEN;
	list_select(f, form->answer);
	return UI_TAKEN | UI_RELOAD |
	       (desk_of(f)->saved ? desk_of(f)->saved(f, form_record(form)) : 0);
}

static unsigned record_open(struct frame *f, const struct record_arg *what)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = *what;
	view_open(f->ui, f, desk_of(f)->form, arg, record_closed);
	return UI_TAKEN;
}

static unsigned record_new_of(struct frame *f, int64_t owner)
{
	const struct record_desk *desk = desk_of(f);
	void *record = arena_alloc(&f->arena, desk->type->size);

	record_init(desk->type, record, owner, date_today());
	if (desk->begin)
		desk->begin(f, record);
	return record_open(f, &(struct record_arg){ .owner = owner, .fresh = record });
}

static unsigned owner_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	return ids.n ? record_new_of(f, ids.row[0]) : UI_TAKEN;
}

unsigned record_new(struct frame *f)
{
	if (!of_all(f))
		return record_new_of(f, records_owner(f));
	return dialog_pick(f, &(struct picker){ .title = text_of(desk_of(f)->owners_title),
						.choices = desk_choices(f, desk_of(f)->owners),
						.picked = owner_picked });
}

unsigned record_edit(struct frame *f)
{
	const struct record *head = record_current(f);

	return record_open(f, &(struct record_arg){ .id = head->id, .owner = head->owner });
}

unsigned record_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

/* What another year has written down stays as it is. */
bool record_is_ours(struct frame *f, const struct record *head)
{
	return action_needs(f, !desk_of(f)->every_year || head->owner == desk_year(f),
			    N_("This record belongs to another school year: choose that year "
			       "first."));
}

static bool chosen_are_ours(struct frame *f)
{
	const struct record_rows *rows = f->data;
	struct ids ids = list_chosen(f, &f->fresh);
	bool ours = true;

	for (size_t i = 0; i < rows->cells.ids.n && ours; i++)
		for (size_t at = 0; at < ids.n && ours; at++)
			if (rows->cells.ids.row[i] == ids.row[at])
				ours = record_is_ours(f, rows->row[i].record);
	return ours;
}

bool record_may_change(struct frame *f)
{
	return list_has_row(f) && desk_writable(f) &&
	       (!desk_of(f)->every_year || chosen_are_ours(f));
}

static unsigned records_remove(struct frame *f, struct ids ids)
{
	if (records_delete(desk_app(f), desk_of(f)->type, ids) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui,
	       ngettext("Deleted: %zu record. Ctrl+Z has it back.",
			"Deleted: %zu records. Ctrl+Z has them back.", ids.n),
	       ids.n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned delete_answered(struct frame *f, int button, void *data)
{
	const struct ids *ids = data;

	return button == 0 ? records_remove(f, *ids) : UI_TAKEN;
}

/* One record comes back by one key; many are asked for. */
unsigned record_delete_ask(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));

	*ids = list_chosen(f, &f->arena);
	if (ids->n == 1)
		return records_remove(f, *ids);
	return dialog_ask(f,
			  &(struct question){
				  .title = _("Delete the marked records?"),
				  .text = arena_printf(&f->arena,
						       ngettext("%zu record is marked.",
								"%zu records are marked.", ids->n),
						       ids->n),
				  .button = { _("Delete"), _("Leave") },
				  .chosen = 1,
				  .answered = delete_answered,
				  .data = ids });
}

const struct action record_actions[] = { RECORD_ACTIONS, { 0 } };

/* The form */

static struct form_shape record_shape(struct frame *f)
{
	const struct record_type *type = desk_of(f)->type;
	struct form_part *part = ARENA_NEW(&f->arena, struct form_part, 2);

	part[0].fields = type->fields;
	return (struct form_shape){ .size = type->size, .parts = part };
}

static enum rc record_read(struct frame *f, void *record)
{
	const struct record_arg *arg = f->arg;
	const struct record_type *type = desk_of(f)->type;

	if (arg->id)
		return record_get(desk_store(f), &f->arena, type, arg->id, record);
	if (arg->fresh)
		memcpy(record, arg->fresh, type->size);
	else
		record_init(type, record, arg->owner, arg->day ? arg->day : date_today());
	return RC_OK;
}

static enum rc record_load(struct frame *f, void *record)
{
	enum rc rc = record_read(f, record);
	const char *whose = rc == RC_OK && desk_of(f)->owners ? owner_show(f, record) : "";

	if (*whose)
		frame_title(f, "%s · %s", text_of(f->view->title), whose);
	return rc;
}

static enum rc record_save(struct frame *f, void *record)
{
	const struct record *head = record;
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (head->id && !form_changed(f))
		return RC_OK;
	rc = records_save(desk_app(f), desk_of(f)->type, record);
	if (rc != RC_OK)
		return rc;
	f->answer = head->id;
	ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return RC_OK;
}

/* Of a new one its owner: ids of all are drawn from one well, and years are far below them. */
static int64_t record_draft(const struct frame *f)
{
	const struct record_arg *arg = f->arg;

	return arg->id ? arg->id : arg->owner;
}

static bool record_writable(struct frame *f)
{
	const struct record_arg *arg = f->arg;

	return desk_writable(f) && record_is_ours(f, &(const struct record){ .owner = arg->owner });
}

static bool record_shown(struct frame *f, const struct field *field, const void *record)
{
	const struct record_desk *desk = desk_of(f);

	return !desk->shown || desk->shown(f, field, record);
}

const struct form_spec record_form_spec = {
	.shape = record_shape,
	.load = record_load,
	.draft = record_draft,
	.save = record_save,
	.writable = record_writable,
	.choices = desk_choices,
	.shown = record_shown,
};

bool is_record_form(const struct view *view)
{
	return view->spec == &record_form_spec;
}

void *record_draft_arg(struct frame *f, const struct view *view, int64_t draft)
{
	const struct record_desk *desk = view->subject;
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));
	struct record *record = arena_alloc(&f->fresh, desk->type->size);

	if (record_get(desk_store(f), &f->fresh, desk->type, draft, record) == RC_OK)
		*arg = (struct record_arg){ .id = draft, .owner = record->owner };
	else
		*arg = (struct record_arg){ .owner = draft };
	return arg;
}
