/* Piles of paper of a questionnaire: sheets received, typed, verified. */
#include "cells.h"
#include "nastavnik/app/keying.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"
#include "surveys.h"

enum { PILE_NAME, PILE_ON, PILE_FORMS, PILE_ENTERED, PILE_CHECKED, PILE_STATE, PILE_N };

static const struct list_column batches_columns[] = {
	[PILE_NAME] = { N_("Pile"), .width = 18, .grow = 1, .unsorted = true },
	[PILE_ON] = { N_("Received on"), .width = 10, .drop = 2, .unsorted = true },
	[PILE_FORMS] = { N_("Came in"), .width = -8, .unsorted = true },
	[PILE_ENTERED] = { N_("Entered"), .width = -8, .unsorted = true },
	[PILE_CHECKED] = { N_("Verified"), .width = -8, .unsorted = true },
	[PILE_STATE] = { N_("State"), .width = 16, .unsorted = true },
	{ 0 },
};

struct pile {
	const struct batch *batch;
	int64_t entered, checked;
};

struct batches {
	struct cells cells;
	struct pile *row;
	size_t n, cap;
};

static const struct record_desk batches = { .type = &batch_type,
					    .form = &batch_view,
					    .empty = N_("No pile yet: Ins writes one down.") };

static int64_t survey_id(const struct frame *f)
{
	return *(const int64_t *)f->arg;
}

static const struct pile *pile_at(const struct frame *f, size_t row)
{
	return &((const struct batches *)f->data)->row[row];
}

static enum rc piles_add(struct frame *f, struct batches *list, int64_t version,
			 const struct list_query *query)
{
	struct records some;
	enum rc rc = record_list(desk_store(f), &f->fresh, &batch_type, version, &some);

	for (size_t i = 0; !rc && i < some.n; i++) {
		struct pile pile = { .batch = record_at(&batch_type, &some, i) };

		if (!cells_found(&f->fresh, query, pile.batch->name))
			continue;
		rc = batch_count(desk_app(f), pile.batch, &pile.entered, &pile.checked);
		list->row =
			arena_grow(&f->fresh, list->row, list->n, &list->cap, sizeof(*list->row));
		list->row[list->n++] = pile;
	}
	return rc;
}

static enum rc batches_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct batches *list = arena_alloc(&f->fresh, sizeof(*list));
	struct survey_items items;
	struct ids versions = { 0 };
	struct survey survey;
	enum rc rc = survey_get(desk_app(f), &f->fresh, survey_id(f), &survey, &items);

	if (!rc)
		rc = survey_versions(desk_app(f), &f->fresh, survey.code, &versions);
	for (size_t i = 0; i < versions.n && !rc; i++)
		rc = piles_add(f, list, versions.row[i], query);
	if (rc)
		return rc;
	list->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, list->n), list->n };
	for (size_t i = 0; i < list->n; i++)
		list->cells.ids.row[i] = list->row[i].batch->head.id;
	frame_title(f, _("Piles · %s"), survey.name);
	f->data = list;
	*n = list->n;
	return RC_OK;
}

/* What was received has to be what was typed; a difference is never passed over. */
static const char *pile_state(struct arena *a, const struct pile *pile, enum ink *ink)
{
	int64_t forms = pile->batch->forms, left = forms - pile->entered;

	*ink = INK_WARN;
	if (forms == FIELD_NOTHING)
		return _("! not counted");
	if (left > 0)
		return arena_printf(a, _("! missing: %lld"), (long long)left);
	if (left < 0)
		return arena_printf(a, _("! too many: %lld"), (long long)-left);
	*ink = INK_GOOD;
	return pile->checked >= forms ? _("✓ all verified") : _("✓ all entered");
}

static const char *number_text(struct arena *a, int64_t n)
{
	return n == FIELD_NOTHING ? "?" : arena_printf(a, "%lld", (long long)n);
}

static enum rc batches_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct batches *list = f->data;

	cells_page(&list->cells, page, PILE_N, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct pile *pile = &list->row[i];
		char day[DATE_SIZE];
		enum ink ink;
		const char *state = pile_state(page, pile, &ink);

		cells_set(&list->cells, i, PILE_NAME, INK_TEXT, pile->batch->name);
		cells_set(&list->cells, i, PILE_ON, INK_TEXT,
			  arena_strdup(page, date_format((int)pile->batch->received_on, day)));
		cells_set(&list->cells, i, PILE_FORMS, INK_TEXT,
			  number_text(page, pile->batch->forms));
		cells_set(&list->cells, i, PILE_ENTERED, INK_TEXT,
			  number_text(page, pile->entered));
		cells_set(&list->cells, i, PILE_CHECKED, INK_TEXT,
			  number_text(page, pile->checked));
		cells_set(&list->cells, i, PILE_STATE, ink, state);
	}
	return RC_OK;
}

static const char *batches_status(struct frame *f, struct arena *a, size_t row)
{
	const struct pile *pile = pile_at(f, row);

	(void)a;
	if (pile->batch->forms == FIELD_NOTHING)
		return _("Count the sheets of the pile and write the number down: F4.");
	if (pile->entered == pile->batch->forms && !pile->checked)
		return _("All is entered. Every tenth sheet may be typed once more: Ins in the "
			 "list of sheets.");
	return _("Enter types sheets of this pile.");
}

static unsigned batch_type_sheets(struct frame *f)
{
	return sheet_type(f,
			  (struct sheet_arg){ .survey = survey_id(f), .batch = list_current(f) });
}

static unsigned batch_form(struct frame *f, int64_t id)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct record_arg){ .id = id, .owner = survey_id(f) };
	return view_push(f, &batch_view, arg);
}

static unsigned batch_edit(struct frame *f)
{
	return batch_form(f, list_current(f));
}

static unsigned batch_new(struct frame *f)
{
	return batch_form(f, 0);
}

static bool may_change(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

/* Sheets say from which pile they are. */
static bool may_delete(struct frame *f)
{
	return may_change(f) &&
	       action_needs(f, !pile_at(f, list_row(f))->entered,
			    N_("Sheets of this pile are entered: it cannot be deleted."));
}

static unsigned batch_delete(struct frame *f)
{
	int64_t id = list_current(f);

	if (records_delete(desk_app(f), &batch_type, (struct ids){ &id, 1 }) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("The pile is deleted. Ctrl+Z has it back."));
	return UI_TAKEN | UI_RELOAD;
}

static const struct action batches_actions[] = {
	{ .key = K_F(2),
	  .also = K_ENTER,
	  .label = N_("Typing"),
	  .title = N_("Type sheets of this pile"),
	  .enabled = may_change,
	  .run = batch_type_sheets },
	{ .key = K_F(4),
	  .label = N_("Edit"),
	  .title = N_("Edit the record"),
	  .enabled = list_has_row,
	  .run = batch_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = list_has_row,
	  .run = survey_list_print },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the pile"),
	  .enabled = may_delete,
	  .run = batch_delete },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A new pile"),
	  .enabled = desk_writable,
	  .run = batch_new },
	{ 0 },
};

static const struct list_spec batches_list = {
	.columns = batches_columns,
	.load = batches_load,
	.id = cells_id,
	.fetch = batches_fetch,
	.cell = cells_cell,
	.status = batches_status,
	.empty = N_("No pile yet. Ins writes one down: how many sheets came in, and from whom."),
	.no_marks = true,
};

const struct view batches_view = {
	.name = "batches",
	.title = N_("Piles of sheets"),
	.kind = &list_kind,
	.spec = &batches_list,
	.actions = batches_actions,
	.help = N_("The sheet of a pile: as many sheets as were received have to be entered. "
		   "Where the numbers differ, it says so. Enter types sheets of the pile."),
};

const struct view batch_view = {
	.name = "batch",
	.title = N_("A pile of sheets"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &batches,
	.help = N_("Count the sheets when they come in, before the first one is typed."),
};
