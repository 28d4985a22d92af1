/* The sheets of one questionnaire, all its versions: begun, entered, verified. */
#include <stdlib.h>
#include <string.h>

#include "cells.h"
#include "nastavnik/app/draft.h"
#include "nastavnik/app/keying.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"
#include "surveys.h"

enum { SHEETS_CODE, SHEETS_NAME, SHEETS_CLASS, SHEETS_STATE, SHEETS_BATCH, SHEETS_BY, SHEETS_N };

static const struct list_column sheets_columns[] = {
	[SHEETS_CODE] = { N_("Code"), .width = 8 },
	[SHEETS_NAME] = { N_("Full name"), .width = 20, .grow = 2 },
	[SHEETS_CLASS] = { N_("Class"), .width = 7, .drop = 1 },
	[SHEETS_STATE] = { N_("State"), .width = 17 },
	[SHEETS_BATCH] = { N_("Pile"), .width = 12, .drop = 3 },
	[SHEETS_BY] = { N_("Who typed it"), .width = 14, .drop = 2, .grow = 1 },
	{ 0 },
};

struct sheets_row {
	const struct sheet *sheet;
	const struct sheet_draft *draft; /* what is being typed of it; NULL: nothing */
	const char *code, *name, *place, *batch;
};

struct sheets_list {
	struct cells cells;
	struct sheets_row *row;
	struct survey survey; /* the newest version */
	struct survey_items items;
	struct sheet_drafts drafts;
	struct ids due; /* for a second entry, as the questionnaire says */
	size_t n;
};

static int64_t survey_id(const struct frame *f)
{
	return *(const int64_t *)f->arg;
}

static struct sheets_list *list_of(const struct frame *f)
{
	return f->data;
}

/* What the sheets are told by: the people, and the piles. */
struct sheets_names {
	struct respondents people;
	struct records batches;
};

static void row_name(struct frame *f, const struct sheets_names *names, struct sheets_row *row)
{
	struct arena *a = &f->fresh;
	struct participant p;

	for (size_t i = 0; i < names->people.n; i++) {
		const struct respondent *r = &names->people.row[i];

		if (r->participation != row->sheet->participation)
			continue;
		row->name = r->name;
		row->place = r->place;
		row->code = respondent_code(a, r->role, r->number);
		return;
	}
	row->code = sheet_label(desk_app(f), a, row->sheet);
	if (row->sheet->participation &&
	    participant_get(desk_store(f), a, row->sheet->participation, &p) == RC_OK)
		row->name = person_name(a, &p.person); /* has left the school */
}

static void row_batch(const struct sheets_names *names, struct sheets_row *row)
{
	for (size_t i = 0; i < names->batches.n; i++) {
		const struct batch *batch = record_at(&batch_type, &names->batches, i);

		if (batch->head.id == row->sheet->batch)
			row->batch = batch->name;
	}
}

static const struct sheet_draft *draft_find_of(const struct sheet_drafts *drafts, int64_t sheet)
{
	for (size_t i = 0; i < drafts->n; i++)
		if (drafts->row[i].head.id == sheet)
			return &drafts->row[i];
	return NULL;
}

static void row_add(struct frame *f, struct sheets_list *list, const struct sheet *sheet,
		    const struct sheets_names *names, const struct list_query *query)
{
	struct sheets_row *row = &list->row[list->n];

	*row = (struct sheets_row){ .sheet = sheet,
				    .draft = draft_find_of(&list->drafts, sheet->id),
				    .code = "",
				    .name = "",
				    .place = "",
				    .batch = "" };
	row_name(f, names, row);
	row_batch(names, row);
	list->n += cells_found(&f->fresh, query,
			       arena_printf(&f->fresh, "%s %s %s %s", row->code, row->name,
					    row->place, row->batch));
}

#define BY_TEXT(order, member)                                                \
	static int order(const void *a, const void *b)                        \
	{                                                                     \
		return cells_by_text(((const struct sheets_row *)a)->member,  \
				     ((const struct sheets_row *)b)->member); \
	}

BY_TEXT(by_name, name)
BY_TEXT(by_batch, batch)
BY_TEXT(by_operator, sheet->entered_by)

static int by_class(const void *a, const void *b)
{
	return cells_by_class(((const struct sheets_row *)a)->place,
			      ((const struct sheets_row *)b)->place);
}

static int sheet_state(const struct sheets_row *row)
{
	const struct sheet *sheet = row->sheet;

	return row->draft ? -1 : sheet->rival ? 2 : sheet->checked_at ? 1 : 0;
}

static int by_state(const void *a, const void *b)
{
	return sheet_state(a) - sheet_state(b);
}

static cells_order *const sheets_order[] = {
	[SHEETS_CODE] = NULL, /* as they were read */
	[SHEETS_NAME] = by_name,   [SHEETS_CLASS] = by_class, [SHEETS_STATE] = by_state,
	[SHEETS_BATCH] = by_batch, [SHEETS_BY] = by_operator,
};

static enum rc names_load(struct frame *f, const struct ids *versions, struct sheets_names *out)
{
	enum rc rc = respondent_list(desk_store(f), &f->fresh, desk_year(f), 0, &out->people);
	struct batch *all = NULL;
	size_t n = 0, cap = 0;

	for (size_t v = 0; v < versions->n && !rc; v++) {
		struct records some;

		rc = record_list(desk_store(f), &f->fresh, &batch_type, versions->row[v], &some);
		for (size_t i = 0; i < some.n && !rc; i++) {
			all = arena_grow(&f->fresh, all, n, &cap, sizeof(*all));
			all[n++] = *(const struct batch *)record_at(&batch_type, &some, i);
		}
	}
	out->batches = (struct records){ all, n };
	return rc;
}

static bool is_there(const struct sheets *sheets, int64_t id)
{
	for (size_t i = 0; i < sheets->n; i++)
		if (sheets->row[i].id == id)
			return true;
	return false;
}

/* First what was begun and is no sheet yet, then the sheets. */
static void rows_fill(struct frame *f, struct sheets_list *list, const struct sheets *sheets,
		      const struct sheets_names *names, const struct list_query *query)
{
	list->row = ARENA_NEW(&f->fresh, struct sheets_row, sheets->n + list->drafts.n + 1);
	for (size_t i = 0; i < list->drafts.n; i++)
		if (!is_there(sheets, list->drafts.row[i].head.id))
			row_add(f, list, &list->drafts.row[i].head, names, query);
	for (size_t i = 0; i < sheets->n; i++)
		row_add(f, list, &sheets->row[i], names, query);
}

static enum rc rows_load(struct frame *f, struct sheets_list *list, const struct list_query *query)
{
	struct sheets_names names = { 0 };
	struct ids versions = { 0 };
	struct sheets sheets = { 0 };
	enum rc rc = survey_versions(desk_app(f), &f->fresh, list->survey.code, &versions);

	if (!rc)
		rc = names_load(f, &versions, &names);
	if (!rc)
		rc = survey_sheets(desk_app(f), &f->fresh, &list->survey, &sheets);
	if (!rc)
		rc = sheet_drafts_load(desk_app(f), &f->fresh, &list->survey, &list->drafts);
	if (rc)
		return rc;
	rc = second_due(desk_app(f), &f->fresh, &list->survey, 0, &list->due);
	if (rc)
		return rc;
	rows_fill(f, list, &sheets, &names, query);
	return RC_OK;
}

static enum rc sheets_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct sheets_list *list = arena_alloc(&f->fresh, sizeof(*list));
	enum rc rc = survey_get(desk_app(f), &f->fresh, survey_id(f), &list->survey, &list->items);

	if (!rc)
		rc = rows_load(f, list, query);
	if (rc)
		return rc;
	cells_sort(&f->fresh, list->row, list->n, sizeof(*list->row), sheets_order, query);
	list->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, list->n), list->n };
	for (size_t i = 0; i < list->n; i++)
		list->cells.ids.row[i] = list->row[i].sheet->id;
	f->data = list;
	*n = list->n;
	frame_title(f, _("Sheets · %s"), list->survey.name);
	return RC_OK;
}

static bool is_due(const struct sheets_list *list, int64_t id)
{
	for (size_t i = 0; i < list->due.n; i++)
		if (list->due.row[i] == id)
			return true;
	return false;
}

/* «начат 12/16»; what is being typed comes before what the file has. */
static const char *state_text(const struct sheets_list *list, const struct sheets_row *row,
			      struct arena *a)
{
	const struct sheet *sheet = row->sheet;

	if (row->draft && row->draft->second)
		return _("! second begun");
	if (row->draft && sheet->entered_at)
		return _("! being mended");
	if (row->draft)
		return arena_printf(a, _("! begun %zu/%zu"), row->draft->answers, list->items.n);
	if (sheet->rival)
		return sheet->decided_at ? _("put aside") : _("! answers differ");
	if (sheet->checked_at)
		return _("✓ verified");
	return is_due(list, sheet->id) ? _("· to be verified") : _("entered");
}

static enum ink state_ink(const struct sheets_row *row)
{
	const struct sheet *sheet = row->sheet;

	if (row->draft)
		return INK_WARN;
	if (sheet->rival)
		return sheet->decided_at ? INK_DIM : INK_WARN;
	return sheet->checked_at ? INK_GOOD : INK_TEXT;
}

static enum rc sheets_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct sheets_list *list = list_of(f);

	cells_page(&list->cells, page, SHEETS_N, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct sheets_row *row = &list->row[i];

		cells_set(&list->cells, i, SHEETS_CODE, INK_TEXT, row->code);
		cells_set(&list->cells, i, SHEETS_NAME, INK_TEXT, sheet_name(row->code, row->name));
		cells_set(&list->cells, i, SHEETS_CLASS, INK_TEXT, row->place);
		cells_set(&list->cells, i, SHEETS_STATE, state_ink(row),
			  state_text(list, row, page));
		cells_set(&list->cells, i, SHEETS_BATCH, INK_TEXT, row->batch);
		cells_set(&list->cells, i, SHEETS_BY, INK_TEXT, row->sheet->entered_by);
	}
	return RC_OK;
}

static const char *sheets_status(struct frame *f, struct arena *a, size_t row)
{
	(void)a;
	if (list_of(f)->row[row].draft)
		return _("Enter goes on where the typing stopped, F8 gives it up.");
	return _("Enter mends the sheet, Ins types sheets a second time. Typing finds.");
}

static void sheets_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct sheet *sheet = list_of(f)->row[row].sheet;
	char text[DATE_SIZE], when[20];

	if (sheet->filled_on)
		lines_pair(lines, _("Date on the paper"),
			   arena_strdup(lines->arena, date_format((int)sheet->filled_on, text)));
	lines_pair(lines, _("Entered"),
		   arena_strdup(lines->arena, clock_format(sheet->entered_at, when)));
	lines_pair(lines, _("Verified by"), sheet->checked_by);
	lines_pair(lines, _("Note"), sheet->note);
	lines_pair(lines, _("Came from"), sheet->source);
}

static bool sheet_is_in_file(const struct sheets_list *list, int64_t id)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->row[i].sheet->id == id)
			return list->row[i].sheet->entered_at != 0;
	return true;
}

/* Sheets go in one step; what is only begun is no record and goes for good. */
static enum rc chosen_delete(struct frame *f, struct ids ids)
{
	const struct sheets_list *list = list_of(f);
	struct ids whole = { ARENA_NEW(&f->fresh, int64_t, ids.n), 0 };

	for (size_t i = 0; i < ids.n; i++) {
		const struct sheet_draft *draft = draft_find_of(&list->drafts, ids.row[i]);

		if (draft)
			draft_keep(desk_app(f), draft->second ? "sheet2" : "sheet", ids.row[i], "");
		if (!draft || sheet_is_in_file(list, ids.row[i]))
			whole.row[whole.n++] = ids.row[i];
	}
	return sheets_delete(desk_app(f), whole);
}

static unsigned sheets_deleted(struct frame *f, int button, void *data)
{
	struct ids ids = list_chosen(f, &f->fresh);

	(void)data;
	if (button != 0)
		return UI_TAKEN;
	if (chosen_delete(f, ids) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui,
	       ngettext("%zu sheet is deleted. Ctrl+Z has it back.",
			"%zu sheets are deleted. Ctrl+Z has them back.", ids.n),
	       ids.n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned sheets_delete_ask(struct frame *f)
{
	size_t n = list_chosen(f, &f->fresh).n;

	return dialog_ask(
		f, &(struct question){
			   .title = _("Delete sheets"),
			   .text = arena_printf(&f->fresh,
						ngettext("%zu sheet goes with all its answers. "
							 "Ctrl+Z has it back.",
							 "%zu sheets go with all their answers. "
							 "Ctrl+Z has them back.",
							 n),
						n),
			   .button = { _("Delete"), _("Leave it") },
			   .chosen = 1,
			   .answered = sheets_deleted });
}

static bool sheets_may_change(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static unsigned sheets_open(struct frame *f)
{
	const struct sheets_row *row = &list_of(f)->row[list_row(f)];

	return sheet_type(f, (struct sheet_arg){ .survey = survey_id(f),
						 .sheet = row->sheet->id,
						 .second = row->draft && row->draft->second });
}

static unsigned sheets_type(struct frame *f)
{
	return sheet_type(f, (struct sheet_arg){ .survey = survey_id(f) });
}

static unsigned sheets_second(struct frame *f)
{
	return sheet_type(f, (struct sheet_arg){ .survey = survey_id(f), .second = true });
}

static unsigned sheets_batches(struct frame *f)
{
	return view_push(f, &batches_view, desk_id_arg(f, survey_id(f)));
}

static unsigned sheets_verification(struct frame *f)
{
	return view_push(f, &verification_view, desk_id_arg(f, survey_id(f)));
}

static const struct action sheets_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Typing"),
	  .title = N_("Type sheets of paper"),
	  .enabled = desk_writable,
	  .run = sheets_type },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Mend"),
	  .title = N_("Open the sheet: mend it, or go on where it stopped"),
	  .enabled = sheets_may_change,
	  .run = sheets_open },
	{ .key = K_INS,
	  .label = N_("Verify"),
	  .title = N_("Second entry: type sheets once more"),
	  .help = N_("Blind: what was typed first is not shown. Where both differ, the paper "
		     "decides."),
	  .enabled = sheets_may_change,
	  .run = sheets_second },
	{ .title = N_("Piles of paper: received, entered, verified"),
	  .help = N_("As many sheets as were received have to be entered."),
	  .run = sheets_batches },
	{ .title = N_("What the second entry has shown"),
	  .help = N_("Agreement, and errors in 1,000 fields by question."),
	  .run = sheets_verification },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = list_has_row,
	  .run = survey_list_print },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the sheet, or all that are marked"),
	  .enabled = sheets_may_change,
	  .run = sheets_delete_ask },
	{ 0 },
};

static const struct list_spec sheets_spec = {
	.columns = sheets_columns,
	.sort = SHEETS_CODE,
	.load = sheets_load,
	.id = cells_id,
	.fetch = sheets_fetch,
	.cell = cells_cell,
	.status = sheets_status,
	.card = sheets_card,
	.empty = N_("No sheet has been typed yet."),
};

const struct view survey_sheets_view = {
	.name = "survey-sheets",
	.title = N_("Sheets of a questionnaire"),
	.kind = &list_kind,
	.spec = &sheets_spec,
	.actions = sheets_actions,
	.help = N_("Every sheet with its respondent's code and how far it is. What is typed here "
		   "finds by code, name, class or pile."),
};
