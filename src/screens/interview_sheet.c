/* Stage 4: all sheets on one mentor beside each other: a row a criterion, a column an interviewer,
 * one key a mark. */
#include "interviews.h"
#include "nastavnik/app/interviews.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/grid.h"
#include "records.h"
#include "screens.h"

/* Behind the criteria. */
enum { ROW_DECISION = CRITERIA, ROW_REASON, ROWS };
enum { WIDTH_SHEET = 15, WIDTH_TITLE = 27 };

struct sheets_screen {
	struct participant mentor;
	struct interview *sheet;
	size_t n;
	int64_t go; /* a sheet that the cursor is to stand on after the next load; 0: none */
};

static struct sheets_screen *screen_of(const struct frame *f)
{
	return f->data;
}

static int64_t mentor_of(const struct frame *f)
{
	return ((const struct interview_arg *)f->arg)->mentor;
}

static enum rc sheets_init(struct frame *f)
{
	struct sheets_screen *s = arena_alloc(&f->arena, sizeof(*s));

	s->go = ((const struct interview_arg *)f->arg)->sheet;
	f->data = s;
	return RC_OK;
}

static enum rc sheets_load(struct frame *f, size_t *rows, size_t *columns)
{
	struct sheets_screen *s = screen_of(f);
	struct records sheets;
	enum rc rc = participant_get(desk_store(f), &f->fresh, mentor_of(f), &s->mentor);

	if (rc == RC_OK)
		rc = record_list(desk_store(f), &f->fresh, &interview_type, mentor_of(f), &sheets);
	if (rc != RC_OK)
		return rc;
	frame_title(f, "%s · %s", _("Interview"), person_name(&f->fresh, &s->mentor.person));
	s->sheet = sheets.row;
	s->n = sheets.n;
	for (size_t i = 0; i < s->n; i++)
		if (s->go && s->sheet[i].head.id == s->go)
			grid_start(f, 0, i);
	s->go = 0;
	*rows = ROWS;
	*columns = s->n;
	return RC_OK;
}

static const char *sheets_row(struct frame *f, size_t row)
{
	(void)f;
	if (row < CRITERIA)
		return text_of(criterion_field(row)->label);
	return row == ROW_DECISION ? _("Decision") : _("Reason");
}

static const char *sheets_column(struct frame *f, size_t column)
{
	return screen_of(f)->sheet[column].interviewer;
}

static const char *decision_text(const struct interview *sheet, enum ink *ink)
{
	static const enum ink inks[] = { [DECISION_NONE] = INK_DIM,
					 [DECISION_SUITS] = INK_GOOD,
					 [DECISION_NOT] = INK_WARN,
					 [DECISION_LATER] = INK_TEXT };

	*ink = inks[sheet->decision];
	return sheet->decision ? text_of(decision_words[sheet->decision - 1]) : GLYPH_NOTE;
}

static const char *sheets_text(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct interview *sheet = &screen_of(f)->sheet[column];

	if (row == ROW_DECISION)
		return decision_text(sheet, ink);
	if (row == ROW_REASON) {
		*ink = *sheet->reason ? INK_TEXT : INK_DIM;
		return *sheet->reason ? sheet->reason : GLYPH_NOTE;
	}
	*ink = sheet->mark[row] == FIELD_NOTHING ? INK_DIM : INK_TEXT;
	return sheet->mark[row] == FIELD_NOTHING
		       ? GLYPH_NOTE
		       : arena_printf(&f->fresh, "%lld", (long long)sheet->mark[row]);
}

static int64_t sheets_get(struct frame *f, size_t row, size_t column)
{
	const struct interview *sheet = &screen_of(f)->sheet[column];

	return row < CRITERIA ? sheet->mark[row] : sheet->decision;
}

/* Save a sheet with something changed. */
static unsigned sheet_save(struct frame *f, struct interview *changed, bool on)
{
	if (records_save(desk_app(f), &interview_type, changed) != RC_OK)
		return ui_fault(f->ui);
	return (on ? grid_advance(f) : UI_TAKEN) | UI_RELOAD;
}

static unsigned mark_put(struct frame *f, size_t row, size_t column, int64_t mark, bool on)
{
	struct interview changed = screen_of(f)->sheet[column];

	changed.mark[row] = mark;
	return sheet_save(f, &changed, on);
}

/* The decision, and with it whether the mentor is selected: asked, never done by itself. */

static unsigned decide(struct frame *f, struct interview *sheet, bool select)
{
	bool was = screen_of(f)->mentor.selected != 0;

	if (interviews_decide(desk_app(f), sheet, select) != RC_OK)
		return ui_fault(f->ui);
	if (select != was)
		ui_say(f->ui, "%s",
		       select ? _("The decision is saved, the mentor is selected. Ctrl+Z takes "
				  "both back.")
			      : _("The decision is saved, the mentor is not selected any more. "
				  "Ctrl+Z takes both back."));
	return grid_advance(f) | UI_RELOAD;
}

static unsigned decide_answered(struct frame *f, int button, void *data)
{
	struct interview *sheet = data;
	bool was = screen_of(f)->mentor.selected != 0;

	return button < 0 ? UI_TAKEN : decide(f, sheet, button == 0 ? !was : was);
}

static unsigned decision_put(struct frame *f, size_t column, int64_t decision)
{
	struct interview *sheet = arena_alloc(&f->arena, sizeof(*sheet));
	bool was = screen_of(f)->mentor.selected != 0;
	bool suits = decision == DECISION_SUITS;

	*sheet = screen_of(f)->sheet[column];
	sheet->decision = decision;
	if (was == suits || (!was && decision != DECISION_SUITS))
		return decide(f, sheet, was);
	return dialog_ask(
		f,
		&(struct question){
			.title = suits ? _("Is the mentor selected?")
				       : _("Is the mentor not selected any more?"),
			.text = arena_printf(&f->arena,
					     suits ? _("%s has no mark of being selected yet.")
						   : _("%s is marked as selected."),
					     person_name(&f->arena, &screen_of(f)->mentor.person)),
			.button = { suits ? _("Mark as selected") : _("Take the mark away"),
				    _("The decision alone") },
			.chosen = suits ? 0 : 1,
			.answered = decide_answered,
			.data = sheet });
}

/* The reason is typed in a line of its own. */

static enum rc reason_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct interview *sheet = data;
	const struct field *reason = field_find(*interview_type.fields, "reason");
	enum rc rc = field_parse(&f->arena, reason, sheet, text, NULL);

	if (rc == RC_OK)
		rc = records_save(desk_app(f), &interview_type, sheet);
	*took = UI_TAKEN | UI_RELOAD;
	return rc;
}

static unsigned reason_ask(struct frame *f, size_t column, const char *typed)
{
	struct interview *sheet = arena_alloc(&f->arena, sizeof(*sheet));

	*sheet = screen_of(f)->sheet[column];
	return dialog_prompt(
		f, &(struct prompt){ .title = _("Reason of the decision"),
				     .text = arena_printf(&f->arena, "%s%s", sheet->reason, typed),
				     .hint = _("In a sentence or two; it is printed on the sheet."),
				     .max = 2000,
				     .mend = true,
				     .entered = reason_entered,
				     .data = sheet });
}

static bool is_empty_key(uint32_t key)
{
	return key == ' ' || key == K_DEL || key == K_BACKSPACE;
}

static unsigned reason_key(struct frame *f, size_t column, uint32_t key)
{
	char typed[UTF8_MAX + 1] = "";

	if (key == K_ENTER)
		return reason_ask(f, column, "");
	if (!key_is_char(key) || key == ' ')
		return UI_IGNORED;
	utf8_encode(key, typed);
	return reason_ask(f, column, arena_strdup(&f->arena, typed));
}

static unsigned mark_key(struct frame *f, size_t row, size_t column, uint32_t key)
{
	if (key >= '0' && key <= '0' + CRITERION_MAX)
		return mark_put(f, row, column, key - '0', true);
	if (is_empty_key(key)) /* Space goes on: not asked */
		return mark_put(f, row, column, FIELD_NOTHING, key == ' ');
	if (key >= '6' && key <= '9') {
		ui_say(f->ui, _("Marks are 0 to %d."), (int)CRITERION_MAX);
		return UI_TAKEN | UI_REDRAW;
	}
	return UI_IGNORED;
}

static unsigned decision_key(struct frame *f, size_t column, uint32_t key)
{
	if (key >= '0' + DECISION_SUITS && key <= '0' + DECISION_LATER)
		return decision_put(f, column, key - '0');
	return is_empty_key(key) ? decision_put(f, column, DECISION_NONE) : UI_IGNORED;
}

static unsigned sheets_key(struct frame *f, size_t row, size_t column, const struct event *event)
{
	uint32_t key = event->key;

	if ((key_is_char(key) || is_empty_key(key)) && !desk_writable(f)) {
		ui_say(f->ui, "%s", app_readonly_why(desk_app(f)));
		return UI_TAKEN | UI_REDRAW;
	}
	if (row < CRITERIA)
		return mark_key(f, row, column, key);
	return row == ROW_DECISION ? decision_key(f, column, key) : reason_key(f, column, key);
}

/* Clicks go through the marks; there are none here that a click could go through. */
static enum rc sheets_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	(void)f, (void)row, (void)column, (void)value;
	return RC_OK;
}

static const char *sheets_count(struct frame *f, struct arena *a)
{
	const struct sheets_screen *s = screen_of(f);
	struct interview_means means;

	interview_means(s->sheet, s->n, &means);
	if (means.all == FIELD_NOTHING)
		return s->mentor.selected ? _("mentor selected") : _("mentor not selected");
	return arena_printf(a, _("mean %s · %s"), mean_text(a, means.all),
			    s->mentor.selected ? _("mentor selected") : _("mentor not selected"));
}

static const char *sheets_status(struct frame *f, struct arena *a)
{
	size_t row = grid_row(f);

	(void)a;
	if (row < CRITERIA)
		return text_of(criterion_field(row)->hint);
	return row == ROW_DECISION ? _("1 – suits, 2 – does not suit, 3 – later, Del – none yet")
				   : _("Enter or the first letter: the reason of the decision");
}

/* A new sheet */

/* Who held the interview typed last; the curator when nobody has. */
static const char *interviewer_last(struct frame *f)
{
	struct interview_rows rows;
	const struct interview *last = NULL;

	if (interviews_load(desk_app(f), &f->arena, &rows) != RC_OK)
		return "";
	for (size_t i = 0; i < rows.n; i++)
		for (size_t k = 0; k < rows.row[i].n; k++)
			if (!last || rows.row[i].sheet[k].on_day > last->on_day)
				last = &rows.row[i].sheet[k];
	return last ? last->interviewer : app_school(desk_app(f))->curator;
}

static enum rc interviewer_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct interview_arg *arg = data;
	const struct field *field = field_find(*interview_type.fields, "interviewer");
	struct interview sheet;
	enum rc rc;

	record_init(&interview_type, &sheet, arg->mentor, date_today());
	rc = field_parse(&f->arena, field, &sheet, text, NULL);
	if (rc == RC_OK)
		rc = records_save(desk_app(f), &interview_type, &sheet);
	if (rc != RC_OK)
		return rc;
	arg->sheet = sheet.head.id;
	*took = UI_TAKEN | UI_RELOAD;
	if (f->view == &interview_sheet_view)
		screen_of(f)->go = sheet.head.id;
	else
		*took |= view_push(f, &interview_sheet_view, arg);
	return RC_OK;
}

unsigned interview_begin(struct frame *f, int64_t mentor)
{
	struct interview_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct interview_arg){ .mentor = mentor };
	return dialog_prompt(f, &(struct prompt){ .title = _("A new interview sheet"),
						  .label = _("Interviewer:"),
						  .text = interviewer_last(f),
						  .hint = _("Who holds it: family name, initials."),
						  .max = 120,
						  .entered = interviewer_entered,
						  .data = arg });
}

static unsigned sheets_new(struct frame *f)
{
	return interview_begin(f, mentor_of(f));
}

static bool has_sheet(struct frame *f)
{
	return screen_of(f)->n > 0;
}

static bool may_change_sheet(struct frame *f)
{
	return has_sheet(f) && desk_writable(f);
}

static const struct interview *sheet_current(struct frame *f)
{
	return &screen_of(f)->sheet[grid_column(f)];
}

static unsigned sheets_edit(struct frame *f)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct record_arg){ .id = sheet_current(f)->head.id, .owner = mentor_of(f) };
	return view_push(f, &interview_view, arg);
}

static unsigned sheets_delete(struct frame *f)
{
	int64_t id = sheet_current(f)->head.id;

	if (records_delete(desk_app(f), &interview_type, (struct ids){ &id, 1 }) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, "%s", _("The sheet is deleted. Ctrl+Z has it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned sheets_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static unsigned sheets_paper(struct frame *f)
{
	const struct sheets_screen *s = screen_of(f);

	return paper_show(f, "interview_sheet", s->n ? sheet_current(f)->head.id : mentor_of(f),
			  person_name(&f->arena, &s->mentor.person));
}

static const struct action sheets_actions[] = {
	{ .key = K_F(4),
	  .label = N_("Edit"),
	  .title = N_("The whole sheet: interviewer, date, reason"),
	  .enabled = has_sheet,
	  .run = sheets_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the table, or save it"),
	  .enabled = has_sheet,
	  .run = sheets_print },
	{ .key = K_F(6),
	  .label = N_("Sheet"),
	  .title = N_("The sheet on paper: filled, or with the name alone"),
	  .run = sheets_paper },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the sheet under the cursor"),
	  .enabled = may_change_sheet,
	  .run = sheets_delete },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A sheet of one more interviewer"),
	  .enabled = desk_writable,
	  .run = sheets_new },
	{ 0 },
};

static const struct grid_mark no_marks[] = { { 0 } };

static const struct grid_spec sheets_grid = {
	.marks = no_marks,
	.cell_width = WIDTH_SHEET,
	.title_width = WIDTH_TITLE,
	.text = sheets_text,
	.key = sheets_key,
	.load = sheets_load,
	.row_title = sheets_row,
	.column_title = sheets_column,
	.get = sheets_get,
	.set = sheets_set,
	.count = sheets_count,
	.status = sheets_status,
	.empty = N_("Nobody has talked with this mentor yet: Ins begins a sheet."),
};

const struct view interview_sheet_view = {
	.name = "interview-sheet",
	.title = N_("Interview"),
	.kind = &grid_kind,
	.spec = &sheets_grid,
	.actions = sheets_actions,
	.init = sheets_init,
	.help = N_("A row a criterion, a column an interviewer. 0…5 put a mark, Space says that it "
		   "was not asked; the cursor goes down by itself. In the row of the decision 1 – "
		   "suits, 2 – does not suit, 3 – later. Ins adds a sheet of one more "
		   "interviewer."),
};

static const struct record_desk interview_desk = {
	.type = &interview_type,
	.form = &interview_view,
};

const struct view interview_view = {
	.name = "interview",
	.title = N_("An interview sheet"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &interview_desk,
	.help = N_("Marks are 0…5; an empty one was not asked."),
};
