/* Sheets of one respondent that say different things: side by side, and a person decides. */
#include "nastavnik/app/disputes.h"

#include <string.h>

#include "cells.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

/* ---- all of them ---- */

enum { LIST_WHOM, LIST_SURVEY, LIST_DIFFER, LIST_OURS, LIST_THEIRS, LIST_N };

static const struct list_column list_of_columns[] = {
	[LIST_WHOM] = { N_("Respondent"), .width = 16 },
	[LIST_SURVEY] = { N_("Questionnaire"), .width = 24, .grow = 2 },
	[LIST_DIFFER] = { N_("Differ"), .width = -10 },
	[LIST_OURS] = { N_("In the file"), .width = 16, .drop = 2, .grow = 1 },
	[LIST_THEIRS] = { N_("In the other"), .width = 20, .drop = 1, .grow = 1 },
	{ 0 },
};

struct disputes_list {
	struct cells cells;
	struct disputes all;
};

/* Where it comes from, else who typed it. */
static const char *from_text(const struct sheet *sheet)
{
	return *sheet->source ? sheet->source : sheet->entered_by;
}

static enum rc list_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct disputes_list *list = arena_alloc(&f->fresh, sizeof(*list));
	enum rc rc =
		disputes_load(desk_app(f), &f->fresh, f->arg ? *(int64_t *)f->arg : 0, &list->all);

	if (rc)
		return rc;
	*n = 0;
	for (size_t i = 0; i < list->all.n; i++) {
		const struct dispute *d = &list->all.row[i];

		if (cells_found(&f->fresh, query,
				arena_printf(&f->fresh, "%s %s", d->label, d->survey->name)))
			list->all.row[(*n)++] = *d;
	}
	list->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		list->cells.ids.row[i] = list->all.row[i].id;
	f->data = list;
	return RC_OK;
}

static enum rc list_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct disputes_list *list = f->data;

	cells_page(&list->cells, page, LIST_N, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct dispute *d = &list->all.row[i];

		cells_set(&list->cells, i, LIST_WHOM, INK_TEXT, d->label);
		cells_set(&list->cells, i, LIST_SURVEY, INK_TEXT, d->survey->name);
		cells_set(&list->cells, i, LIST_DIFFER, INK_WARN,
			  d->n ? arena_printf(page, _("%zu of %zu"), d->n, d->items->n)
			       : _("the note"));
		cells_set(&list->cells, i, LIST_OURS, INK_TEXT, from_text(&d->ours));
		cells_set(&list->cells, i, LIST_THEIRS, INK_TEXT, from_text(&d->theirs));
	}
	return RC_OK;
}

static unsigned list_open(struct frame *f)
{
	return view_push(f, &dispute_view, desk_id_arg(f, list_current(f)));
}

static const struct action list_actions[] = {
	{ .key = K_ENTER,
	  .also = K_F(3),
	  .label = N_("Compare"),
	  .title = N_("Compare both sheets and decide"),
	  .enabled = list_has_row,
	  .run = list_open },
	{ 0 },
};

static const struct list_spec disputes_spec = {
	.columns = list_of_columns,
	.load = list_load,
	.id = cells_id,
	.fetch = list_fetch,
	.cell = cells_cell,
	.empty = N_("No answers differ: nothing is to be decided."),
	.no_marks = true,
};

const struct view disputes_view = {
	.name = "disputes",
	.title = N_("Differing answers"),
	.kind = &list_kind,
	.spec = &disputes_spec,
	.actions = list_actions,
	.help = N_("Sheets of one respondent that came twice with different answers: out of two "
		   "packets, or from a packet and from here. The one that was here first counts "
		   "until you have looked at the paper; the other one is never lost. Enter shows "
		   "both side by side."),
	.place = true,
};

/* ---- one ---- */

enum side { SIDE_NONE, SIDE_OURS, SIDE_THEIRS, SIDE_ANEW };
enum { ROW_QUESTION, ROW_OURS, ROW_THEIRS, ROW_RIGHT, ROW_N };

static const struct list_column dispute_columns[] = {
	[ROW_QUESTION] = { N_("Question"), .width = 26, .grow = 2, .unsorted = true },
	[ROW_OURS] = { N_("In the file"), .width = 14, .grow = 1, .unsorted = true },
	[ROW_THEIRS] = { N_("In the other"), .width = 15, .grow = 1, .unsorted = true },
	[ROW_RIGHT] = { N_("Is right"), .width = 14, .grow = 1, .unsorted = true },
	{ 0 },
};

struct dispute_desk {
	struct cells cells;
	struct dispute dispute; /* lives as long as the frame, as the choices do */
	enum side *side;
	struct answer *right;
};

static struct dispute_desk *desk_of(const struct frame *f)
{
	return f->data;
}

static enum rc dispute_init(struct frame *f)
{
	struct dispute_desk *desk = arena_alloc(&f->arena, sizeof(*desk));
	enum rc rc = dispute_get(desk_app(f), &f->arena, *(const int64_t *)f->arg, &desk->dispute);

	if (rc)
		return rc;
	desk->side = ARENA_NEW(&f->arena, enum side, desk->dispute.n);
	desk->right = ARENA_NEW(&f->arena, struct answer, desk->dispute.n);
	desk->cells.ids =
		(struct ids){ ARENA_NEW(&f->arena, int64_t, desk->dispute.n), desk->dispute.n };
	for (size_t i = 0; i < desk->dispute.n; i++)
		desk->cells.ids.row[i] = desk->dispute.row[i].item->head.id;
	f->data = desk;
	frame_title(f, "%s · %s", desk->dispute.label, desk->dispute.survey->name);
	return RC_OK;
}

static enum rc dispute_load(struct frame *f, const struct list_query *query, size_t *n)
{
	(void)query;
	*n = desk_of(f)->dispute.n;
	return RC_OK;
}

static const char *answer_text(struct arena *a, const struct survey_item *item,
			       const struct answer *answer)
{
	if (answer->status == ANSWER_SKIPPED)
		return _("not asked");
	if (answer->status == ANSWER_OPEN)
		return _("nothing");
	return answer_show(a, item, answer);
}

static enum rc dispute_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct dispute_desk *desk = desk_of(f);

	cells_page(&desk->cells, page, ROW_N, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct dispute_row *row = &desk->dispute.row[i];
		enum side side = desk->side[i];

		cells_set(&desk->cells, i, ROW_QUESTION, INK_TEXT, row->item->name);
		cells_set(&desk->cells, i, ROW_OURS, side == SIDE_OURS ? INK_GOOD : INK_TEXT,
			  answer_text(page, row->item, &row->ours));
		cells_set(&desk->cells, i, ROW_THEIRS, side == SIDE_THEIRS ? INK_GOOD : INK_TEXT,
			  answer_text(page, row->item, &row->theirs));
		cells_set(&desk->cells, i, ROW_RIGHT, side ? INK_GOOD : INK_WARN,
			  side ? arena_printf(page, GLYPH_OK " %s",
					      answer_text(page, row->item, &desk->right[i]))
			       : _("! decide"));
	}
	return RC_OK;
}

static void side_take(struct dispute_desk *desk, size_t row, enum side side)
{
	desk->side[row] = side;
	desk->right[row] =
		side == SIDE_OURS ? desk->dispute.row[row].ours : desk->dispute.row[row].theirs;
}

/* Enter goes from one side to the other. */
static unsigned dispute_turn(struct frame *f)
{
	struct dispute_desk *desk = desk_of(f);
	size_t row = list_row(f);

	side_take(desk, row, desk->side[row] == SIDE_OURS ? SIDE_THEIRS : SIDE_OURS);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned all_take(struct frame *f, enum side side)
{
	struct dispute_desk *desk = desk_of(f);

	for (size_t i = 0; i < desk->dispute.n; i++)
		side_take(desk, i, side);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned dispute_all_ours(struct frame *f)
{
	return all_take(f, SIDE_OURS);
}

static unsigned dispute_all_theirs(struct frame *f)
{
	return all_take(f, SIDE_THEIRS);
}

static enum rc anew_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct dispute_desk *desk = data;
	size_t row = list_row(f);
	const struct survey_item *item = desk->dispute.row[row].item;
	struct answer answer = { .value = FIELD_NOTHING, .words = "" };
	enum rc rc = answer_parse(&f->arena, item, text, &answer);

	if (rc)
		return rc;
	answer.item = item->head.id;
	if (!*text)
		answer.status = ANSWER_NONE;
	desk->right[row] = answer;
	desk->side[row] = SIDE_ANEW;
	*took = UI_TAKEN | UI_RELOAD;
	return RC_OK;
}

static unsigned dispute_anew(struct frame *f)
{
	struct dispute_desk *desk = desk_of(f);
	const struct survey_item *item = desk->dispute.row[list_row(f)].item;

	return dialog_prompt(f,
			     &(struct prompt){ .title = _("What the paper says"),
					       .label = _("Answer:"),
					       .hint = arena_printf(&f->fresh,
								    _("%s Empty: the paper has no "
								      "answer."),
								    item->name),
					       .max = ITEM_WORDS_MAX,
					       .entered = anew_entered,
					       .data = desk });
}

static size_t undecided_count(const struct dispute_desk *desk)
{
	size_t n = 0;

	for (size_t i = 0; i < desk->dispute.n; i++)
		n += desk->side[i] == SIDE_NONE;
	return n;
}

static unsigned dispute_save(struct frame *f)
{
	const struct dispute_desk *desk = desk_of(f);
	size_t left = undecided_count(desk);

	if (left) {
		err_set(RC_INVALID,
			ngettext(
				"%zu question is not decided yet: Enter chooses a side, F4 types "
				"what the paper says.",
				"%zu questions are not decided yet: Enter chooses a side, F4 types "
				"what the paper says.",
				left),
			left);
		return ui_fault(f->ui);
	}
	if (dispute_decide(desk_app(f), &desk->dispute, desk->right) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("Decided: %s. Ctrl+Z takes it back."), desk->dispute.label);
	return UI_TAKEN | UI_RELOAD | UI_CLOSE;
}

/* «Орлова И. П., 22.11.2026 10:00» */
static const char *typed_text(struct arena *a, const struct sheet *sheet)
{
	const char *who = *sheet->entered_by ? sheet->entered_by : sheet->source;
	char when[20];

	if (!sheet->entered_at)
		return who;
	return arena_printf(a, "%s%s%s", who, *who ? ", " : "",
			    clock_format(sheet->entered_at, when));
}

static const char *dispute_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("Enter: in the file or in the other. F4: as the paper says. F2 keeps it.");
}

/* Whole, what the columns cut. */
static void dispute_pane(struct frame *f, struct lines *lines, size_t row)
{
	const struct dispute *d = &desk_of(f)->dispute;
	const struct dispute_row *at = &d->row[row];
	struct arena *a = lines->arena;

	lines_text(lines, INK_TITLE, at->item->name);
	lines_text(lines, INK_TEXT,
		   arena_printf(a, _("In the file (%s): %s"), typed_text(a, &d->ours),
				answer_text(a, at->item, &at->ours)));
	lines_text(lines, INK_TEXT,
		   arena_printf(a, _("In the other (%s): %s"), typed_text(a, &d->theirs),
				answer_text(a, at->item, &at->theirs)));
}

static void sheet_lines(struct lines *lines, const char *title, const struct sheet *sheet)
{
	char when[20];

	lines_text(lines, INK_HEADING, title);
	lines_pair(lines, _("Typed by"), sheet->entered_by);
	lines_pair(lines, _("When"),
		   sheet->entered_at
			   ? arena_strdup(lines->arena, clock_format(sheet->entered_at, when))
			   : "");
	lines_pair(lines, _("Where from"), sheet->source);
	if (*sheet->note)
		lines_pair(lines, _("Note"), sheet->note);
}

static void dispute_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct dispute *d = &desk_of(f)->dispute;

	(void)row;
	sheet_lines(lines, _("In the file"), &d->ours);
	sheet_lines(lines, _("In the other"), &d->theirs);
}

static bool dispute_may(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static const struct action dispute_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Decide"),
	  .title = N_("Keep what was decided"),
	  .help = N_("The sheet that counts gets what is right; one step, Ctrl+Z takes it back."),
	  .enabled = desk_writable,
	  .run = dispute_save },
	{ .key = K_ENTER,
	  .title = N_("In the file or in the other: change the side"),
	  .enabled = dispute_may,
	  .run = dispute_turn },
	{ .key = K_F(4),
	  .label = N_("Anew"),
	  .title = N_("Type what the paper says"),
	  .enabled = dispute_may,
	  .run = dispute_anew },
	{ .title = N_("All as it is here"), .enabled = dispute_may, .run = dispute_all_ours },
	{ .title = N_("All as it stands beside"),
	  .enabled = dispute_may,
	  .run = dispute_all_theirs },
	{ 0 },
};

static const struct list_spec dispute_spec = {
	.columns = dispute_columns,
	.load = dispute_load,
	.id = cells_id,
	.fetch = dispute_fetch,
	.cell = cells_cell,
	.status = dispute_status,
	.card = dispute_card,
	.pane = dispute_pane,
	.pane_rows = 7,
	.empty = N_("Only the notes differ. F2 joins them."),
	.no_marks = true,
};

const struct view dispute_view = {
	.name = "dispute",
	.title = N_("Which answer is right?"),
	.kind = &list_kind,
	.spec = &dispute_spec,
	.actions = dispute_actions,
	.help = N_("Only the questions that were answered differently. Take the paper: Enter "
		   "chooses the answer that is in the file, once more the other one; F4 types what "
		   "the paper says; F9 has all of one side. F2 keeps it."),
	.init = dispute_init,
};
