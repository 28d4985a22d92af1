/* A request being made: what about, which columns, under which conditions; below stands the answer
 * as it comes. */
#include <stdlib.h>
#include <string.h>

#include "cells.h"
#include "inquiries.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

/* Ids of the rows; conditions follow. */
enum part {
	PART_WHAT = 1,
	PART_SHAPE,
	PART_DAYS,
	PART_COLUMNS,
	PART_GROUPS,
	PART_NUMBERED,
	PART_MORE,
	PART_CONDITION,
};

enum { LABEL, VALUE, COLUMNS_N, LABEL_WIDTH = 16, PANE = 10, PREVIEW_ROWS = 7, CELL_MOST = 22 };

static const struct list_column inquiry_columns[] = {
	[LABEL] = { "", .width = LABEL_WIDTH, .unsorted = true },
	[VALUE] = { "", .width = 40, .grow = 1, .unsorted = true },
	{ 0 },
};

struct builder {
	struct cells cells;
	struct inquiry_answer answer;
	struct issues issues;
	const char *fault; /* why there is no answer; "" */
	/* the condition that is being made */
	const struct inquiry_field *field;
	enum inquiry_test test;
};

static struct inquiry_arg *arg_of(const struct frame *f)
{
	return f->arg;
}

static struct inquiry *inquiry_of(const struct frame *f)
{
	return &arg_of(f)->inquiry;
}

static enum rc builder_init(struct frame *f)
{
	f->data = arena_alloc(&f->arena, sizeof(struct builder));
	return RC_OK;
}

/* The rows */

static const char *columns_text(struct frame *f)
{
	const struct inquiry *q = inquiry_of(f);
	const struct inquiry_fields fields = inquiry_fields(&f->fresh, q->what);
	const char *text = "";

	for (size_t i = 0; i < q->columns; i++) {
		const struct inquiry_field *field = inquiry_field(&fields, q->column[i].field);
		const char *name = *q->column[i].heading ? q->column[i].heading
				   : field               ? text_of(field->field->label)
							 : q->column[i].field;

		text = arena_printf(&f->fresh, "%s%s%s", text, *text ? ", " : "", name);
	}
	return *text ? text : _("none yet");
}

static const char *groups_text(struct frame *f)
{
	const struct inquiry *q = inquiry_of(f);
	const struct inquiry_fields fields = inquiry_fields(&f->fresh, q->what);
	const char *text = "";

	for (size_t i = 0; i < q->groups; i++) {
		const struct inquiry_field *field = inquiry_field(&fields, q->group[i]);

		text = arena_printf(&f->fresh, "%s%s%s", text, *text ? _(", then ") : "",
				    field ? text_of(field->field->label) : q->group[i]);
	}
	return *text ? text : _("no");
}

static void row_add(struct frame *f, int64_t id, const char *label, const char *value)
{
	struct builder *b = f->data;
	size_t at = b->cells.ids.n;

	cells_set(&b->cells, at, LABEL, INK_DIM, label);
	cells_set(&b->cells, at, VALUE, INK_TEXT, value);
	b->cells.ids.row[b->cells.ids.n++] = id;
}

static void rows_make(struct frame *f)
{
	const struct inquiry *q = inquiry_of(f);
	const struct inquiry_subject *subject = inquiry_subject_find(q->what);
	const char *days = inquiry_period_show(&f->fresh, q->from, q->to);
	struct builder *b = f->data;
	size_t room = PART_CONDITION + q->conditions;

	b->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, room), 0 };
	cells_page(&b->cells, &f->fresh, COLUMNS_N, 0, room);
	row_add(f, PART_WHAT, _("About"), subject ? text_of(subject->title) : q->what);
	row_add(f, PART_SHAPE, _("Answer"),
		q->count ? _("numbers: how many") : _("list: a row each"));
	row_add(f, PART_COLUMNS, q->count ? _("Also count") : _("Columns"), columns_text(f));
	row_add(f, PART_GROUPS, _("Grouped by"), groups_text(f));
	row_add(f, PART_DAYS, _("Which days"), *days ? days : _("as things stand now"));
	if (!q->count)
		row_add(f, PART_NUMBERED, _("Rows numbered"), q->numbered ? _("yes") : _("no"));
	for (size_t i = 0; i < q->conditions; i++)
		row_add(f, PART_CONDITION + (int64_t)i, i ? "" : _("Only where"),
			inquiry_condition_show(desk_app(f), &f->fresh, q, i));
	row_add(f, PART_MORE, q->conditions ? "" : _("Only where"), _("add a condition…"));
}

static enum rc builder_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct builder *b = f->data;

	(void)query;
	b->issues = (struct issues){ .arena = &f->fresh };
	b->fault = "";
	rows_make(f);
	if (inquiry_run(desk_app(f), &f->fresh, inquiry_of(f), &b->answer, &b->issues) != RC_OK) {
		b->answer = (struct inquiry_answer){ 0 };
		b->fault = arena_strdup(&f->fresh, err_last()->text);
	}
	frame_title(f, _("Request · %s%s"), inquiry_title(arg_of(f)),
		    arg_of(f)->changed ? " *" : "");
	*n = b->cells.ids.n;
	return RC_OK;
}

static const char *builder_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct builder *b = f->data;
	const char *personal = inquiry_personal(a, inquiry_of(f));

	(void)n, (void)found;
	return arena_printf(a, "%s%zu", *personal ? _("WITH NAMES · ") : _("without names · "),
			    b->answer.found);
}

/* The first rows of the answer, as wide as they need. */
static void preview_row(struct lines *lines, const struct inquiry_answer *answer, enum ink ink,
			const char *const *cell)
{
	const char *text = "";

	for (size_t c = 0; c < answer->columns; c++) {
		int width = answer->width[c] < CELL_MOST ? answer->width[c] : CELL_MOST;
		int wide = utf8_width(cell[c]);
		size_t fit = utf8_fit(cell[c], width);

		text = arena_printf(lines->arena, "%s%.*s%*s ", text, (int)fit, cell[c],
				    wide < width ? width - wide : 0, "");
	}
	lines_add(lines, ink, "%s", text);
}

static void builder_pane(struct frame *f, struct lines *lines, size_t row)
{
	const struct builder *b = f->data;
	const char *personal = inquiry_personal(lines->arena, inquiry_of(f));

	(void)row;
	if (*personal)
		lines_add(lines, INK_WARN, _("! With names and the like: %s"), personal);
	for (size_t i = 0; i < b->issues.n; i++)
		lines_add(lines, INK_WARN, "! %s", b->issues.row[i].text);
	if (*b->fault)
		lines_add(lines, INK_WARN, "%s", b->fault);
	if (!b->answer.columns)
		return;
	preview_row(lines, &b->answer, INK_HEADING, b->answer.heading);
	for (size_t i = 0; i < b->answer.rows && i < PREVIEW_ROWS; i++)
		preview_row(lines, &b->answer, b->answer.total[i] ? INK_HEADING : INK_TEXT,
			    b->answer.cell + i * b->answer.columns);
	if (b->answer.rows > PREVIEW_ROWS)
		lines_add(lines, INK_DIM, _("… rows: %zu. F3 shows all."), b->answer.rows);
}

static const char *const part_status[] = {
	[PART_WHAT] = N_("Enter chooses what the request is about: people, pairs, meetings …"),
	[PART_SHAPE] = N_("Enter: a list with a row each, or numbers only."),
	[PART_DAYS] = N_("Enter: two days, a month or one day; without them, as things stand now."),
	[PART_COLUMNS] = N_("Enter ticks columns, puts them in order and gives them headings."),
	[PART_GROUPS] = N_("Enter chooses one or two fields; each group gets its total."),
	[PART_NUMBERED] = N_("Enter: with a column №, or without."),
	[PART_MORE] = N_("Enter adds a condition: a field and what it must be."),
	[PART_CONDITION] = N_("Enter changes the condition, F8 takes it out."),
};

static const char *builder_status(struct frame *f, struct arena *a, size_t row)
{
	const struct builder *b = f->data;
	int64_t id = b->cells.ids.row[row];

	(void)a;
	return text_of(part_status[id < PART_CONDITION ? id : PART_CONDITION]);
}

/* Changes */

static unsigned changed(struct frame *f)
{
	arg_of(f)->changed = true;
	return UI_TAKEN | UI_RELOAD;
}

static unsigned what_picked(struct frame *f, struct ids ids, void *data)
{
	const struct inquiry_subject *subject =
		ids.n ? inquiry_subject_at((size_t)ids.row[0] - 1) : NULL;
	struct inquiry *q = inquiry_of(f);

	(void)data;
	if (!subject || !strcmp(subject->name, q->what))
		return UI_TAKEN;
	/* Fields are others now. */
	q->what = subject->name;
	q->columns = q->conditions = q->groups = 0;
	return changed(f);
}

static unsigned what_ask(struct frame *f)
{
	struct choice *choice;
	size_t n = 0;

	while (inquiry_subject_at(n))
		n++;
	choice = ARENA_NEW(&f->arena, struct choice, n);
	for (size_t i = 0; i < n; i++)
		choice[i] = (struct choice){ (int64_t)i + 1, "",
					     text_of(inquiry_subject_at(i)->title), false };
	return dialog_pick(f, &(struct picker){ .title = _("What is the request about?"),
						.choices = { choice, n },
						.picked = what_picked });
}

static enum rc days_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct inquiry *q = inquiry_of(f);
	enum rc rc = inquiry_period_parse(text, &q->from, &q->to);

	(void)data;
	if (!rc)
		*took = changed(f);
	return rc;
}

static unsigned days_ask(struct frame *f)
{
	const struct inquiry *q = inquiry_of(f);

	return dialog_prompt(
		f, &(struct prompt){ .title = _("Which days"),
				     .label = _("From – to:"),
				     .text = inquiry_period_show(&f->arena, q->from, q->to),
				     .hint = _("01.10.2026–31.10.2026, 10.2026, 01.10.2026; empty: "
					       "as things stand now."),
				     .max = 40,
				     .entered = days_entered });
}

static unsigned columns_closed(struct frame *f, struct frame *columns)
{
	(void)f, (void)columns;
	return UI_TAKEN | UI_RELOAD;
}

static unsigned columns_open(struct frame *f)
{
	view_open(f->ui, f, &inquiry_columns_view, f->arg, columns_closed);
	return UI_TAKEN;
}

/* Fields to choose from, by their place from 1. */
static struct choices field_choices(struct frame *f, bool groups)
{
	const struct inquiry_fields fields = inquiry_fields(&f->arena, inquiry_of(f)->what);
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, fields.n);
	size_t n = 0;

	for (size_t i = 0; i < fields.n; i++)
		if (!groups || inquiry_field_groups(&fields.row[i]))
			choice[n++] = (struct choice){ (int64_t)i + 1, "",
						       text_of(fields.row[i].field->label), false };
	return (struct choices){ choice, n };
}

static const struct inquiry_field *field_at(struct frame *f, int64_t id)
{
	const struct inquiry_fields fields = inquiry_fields(&f->arena, inquiry_of(f)->what);

	return &fields.row[id - 1];
}

static unsigned groups_picked(struct frame *f, struct ids ids, void *data)
{
	struct inquiry *q = inquiry_of(f);

	(void)data;
	q->groups = 0;
	for (size_t i = 0; i < ids.n && i < INQUIRY_GROUPS; i++)
		q->group[q->groups++] = field_at(f, ids.row[i])->field->name;
	if (ids.n > INQUIRY_GROUPS)
		ui_say(f->ui, _("Grouped by the first two: more levels cannot be read."));
	return changed(f);
}

static unsigned groups_ask(struct frame *f)
{
	const struct inquiry *q = inquiry_of(f);
	const struct inquiry_fields fields = inquiry_fields(&f->arena, q->what);
	int64_t *id = ARENA_NEW(&f->arena, int64_t, INQUIRY_GROUPS);
	size_t n = 0;

	for (size_t i = 0; i < q->groups; i++) {
		const struct inquiry_field *field = inquiry_field(&fields, q->group[i]);

		if (field)
			id[n++] = field - fields.row + 1;
	}
	return dialog_pick(f, &(struct picker){ .title = _("Grouped by (Space, one or two)"),
						.choices = field_choices(f, true),
						.chosen = { id, n },
						.many = true,
						.picked = groups_picked });
}

/* A condition: a field, what is asked of it, a value. */

static unsigned condition_put(struct frame *f, const char *value)
{
	struct builder *b = f->data;
	struct inquiry *q = inquiry_of(f);
	int64_t id = list_current(f);
	size_t at = id >= PART_CONDITION ? (size_t)(id - PART_CONDITION) : q->conditions;

	if (at >= INQUIRY_CONDITIONS) {
		ui_say(f->ui, _("There is no room for more conditions."));
		return UI_TAKEN;
	}
	q->condition[at] = (struct inquiry_condition){ b->field->field->name, b->test,
						       arena_strdup(arg_of(f)->arena, value) };
	if (at == q->conditions)
		q->conditions++;
	return changed(f);
}

/* Values are kept by code: ids are of one year. */
static unsigned values_picked(struct frame *f, struct ids ids, void *data)
{
	const struct builder *b = f->data;
	const struct choices set = inquiry_choices(desk_app(f), b->field->field->choices);
	const char *value = "";

	(void)data;
	for (size_t i = 0; i < ids.n; i++)
		for (size_t k = 0; k < set.n; k++)
			if (set.row[k].id == ids.row[i])
				value = arena_printf(&f->arena, "%s%s%s", value, *value ? "; " : "",
						     *set.row[k].code ? set.row[k].code
								      : set.row[k].name);
	return *value ? condition_put(f, value) : UI_TAKEN;
}

static enum rc value_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	(void)data;
	if (!*utf8_squeeze(&f->arena, text))
		return err_set(RC_INVALID, _("Type what it must be, or press Esc."));
	*took = condition_put(f, text);
	return RC_OK;
}

static const char *value_hint(const struct field *field)
{
	switch (field->kind) {
	case FIELD_NUMBER:
		return _("A number, or from – to: 14–17, 14–, –17; several between “;”.");
	case FIELD_DATE:
		return _("A day, a month (10.2026) or from – to.");
	default:
		return strstr(field->name, "class")
			       ? _("7В is a class, 7 a parallel; several between “;”.")
			       : _("A part of the words; several between “;”.");
	}
}

static unsigned value_ask(struct frame *f)
{
	const struct builder *b = f->data;
	const struct field *field = b->field->field;
	const char *label = text_of(field->label);

	if (field->kind == FIELD_CHOICE || field->kind == FIELD_CHOICES)
		return dialog_pick(f, &(struct picker){ .title = label,
							.choices = inquiry_choices(desk_app(f),
										   field->choices),
							.many = true,
							.picked = values_picked });
	return dialog_prompt(f, &(struct prompt){ .title = label,
						  .label = _("Value:"),
						  .hint = value_hint(field),
						  .max = 200,
						  .entered = value_entered });
}

enum { TEST_YES = 10, TEST_NO };

static unsigned test_picked(struct frame *f, struct ids ids, void *data)
{
	struct builder *b = f->data;

	(void)data;
	if (!ids.n)
		return UI_TAKEN;
	if (ids.row[0] >= TEST_YES) {
		b->test = INQUIRY_IS;
		return condition_put(f, ids.row[0] == TEST_YES ? "1" : "0");
	}
	b->test = (enum inquiry_test)(ids.row[0] - 1);
	return b->test == INQUIRY_IS || b->test == INQUIRY_NOT ? value_ask(f)
							       : condition_put(f, "");
}

static unsigned test_ask(struct frame *f)
{
	const struct builder *b = f->data;
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, 4);
	bool yesno = b->field->field->kind == FIELD_YESNO;
	size_t n = 0;

	if (yesno) {
		choice[n++] = (struct choice){ TEST_YES, "", _("yes"), false };
		choice[n++] = (struct choice){ TEST_NO, "", _("no"), false };
	} else {
		choice[n++] = (struct choice){ INQUIRY_IS + 1, "", _("is…"), false };
		choice[n++] = (struct choice){ INQUIRY_NOT + 1, "", _("any but…"), false };
		choice[n++] = (struct choice){ INQUIRY_FILLED + 1, "", _("is said"), false };
		choice[n++] = (struct choice){ INQUIRY_EMPTY + 1, "", _("is not said"), false };
	}
	return dialog_pick(f, &(struct picker){ .title = text_of(b->field->field->label),
						.choices = { choice, n },
						.picked = test_picked });
}

static unsigned field_picked(struct frame *f, struct ids ids, void *data)
{
	struct builder *b = f->data;

	(void)data;
	if (!ids.n)
		return UI_TAKEN;
	b->field = field_at(f, ids.row[0]);
	return test_ask(f);
}

static unsigned condition_ask(struct frame *f)
{
	return dialog_pick(f, &(struct picker){ .title = _("Which field has a condition?"),
						.choices = field_choices(f, false),
						.picked = field_picked });
}

static unsigned shape_turn(struct frame *f)
{
	inquiry_of(f)->count = !inquiry_of(f)->count;
	return changed(f);
}

static unsigned numbered_turn(struct frame *f)
{
	inquiry_of(f)->numbered = !inquiry_of(f)->numbered;
	return changed(f);
}

static unsigned edit_run(struct frame *f)
{
	static unsigned (*const run[])(struct frame *) = {
		[PART_WHAT] = what_ask,      [PART_SHAPE] = shape_turn,
		[PART_DAYS] = days_ask,      [PART_COLUMNS] = columns_open,
		[PART_GROUPS] = groups_ask,  [PART_NUMBERED] = numbered_turn,
		[PART_MORE] = condition_ask, [PART_CONDITION] = condition_ask,
	};
	int64_t id = list_current(f);

	return run[id < PART_CONDITION ? id : PART_CONDITION](f);
}

static bool on_condition(struct frame *f)
{
	return list_has_row(f) && action_needs(f, list_current(f) >= PART_CONDITION,
					       N_("Only conditions can be taken out."));
}

static unsigned delete_run(struct frame *f)
{
	struct inquiry *q = inquiry_of(f);
	size_t at = (size_t)(list_current(f) - PART_CONDITION);

	memmove(&q->condition[at], &q->condition[at + 1],
		(--q->conditions - at) * sizeof(q->condition[0]));
	return changed(f);
}

static bool has_answer(struct frame *f)
{
	const struct builder *b = f->data;

	return action_needs(f, b->answer.columns != 0,
			    N_("There is no answer yet: choose columns, or ask for numbers."));
}

static unsigned answer_run(struct frame *f)
{
	return view_push(f, &inquiry_result_view, f->arg);
}

/* Keeping */

static enum rc name_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct inquiry_arg *arg = arg_of(f);
	const bool *leave = data;
	struct kept_inquiry kept = { .name = text,
				     .text = inquiry_write(&f->arena, &arg->inquiry) };
	enum rc rc;

	/* Under its old name it is changed, under another one it is a new one. */
	if (arg->kept.id && !strcmp(text, arg->kept.name))
		kept.id = arg->kept.id;
	rc = inquiry_keep(desk_app(f), &kept);
	if (rc)
		return rc;
	arg->kept.id = f->answer = kept.id;
	arg->kept.name = arena_strdup(arg->arena, text);
	arg->changed = false;
	ui_say(f->ui, _("The request is kept. Ctrl+Z takes it back."));
	*took = UI_TAKEN | UI_RELOAD | (*leave ? UI_CLOSE : 0);
	return RC_OK;
}

static unsigned keep_ask(struct frame *f, bool leave)
{
	bool *then = arena_alloc(&f->arena, sizeof(*then));

	*then = leave;
	return dialog_prompt(f,
			     &(struct prompt){ .title = _("Keep the request"),
					       .label = _("Name:"),
					       .text = arg_of(f)->kept.name,
					       .hint = _("Under another name it becomes one more "
							 "request."),
					       .max = 80,
					       .mend = true,
					       .entered = name_entered,
					       .data = then });
}

static unsigned keep_run(struct frame *f)
{
	return keep_ask(f, false);
}

static unsigned leave_answered(struct frame *f, int button, void *data)
{
	(void)data;
	if (button == 0)
		return keep_ask(f, true);
	return button == 1 ? UI_TAKEN | UI_CLOSE : UI_TAKEN;
}

static unsigned leave_run(struct frame *f)
{
	if (!arg_of(f)->changed || !desk_file_writable(f))
		return UI_TAKEN | UI_CLOSE;
	return dialog_ask(f,
			  &(struct question){ .title = _("The request was changed"),
					      .text = _("Keep it under a name, so that it can "
							"be answered again?"),
					      .button = { _("Keep…"), _("Do not keep"), _("Stay") },
					      .answered = leave_answered });
}

static const struct action builder_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Keep"),
	  .title = N_("Keep the request under a name"),
	  .enabled = desk_file_writable,
	  .run = keep_run },
	{ .key = K_F(3),
	  .label = N_("Answer"),
	  .title = N_("The whole answer; F5 there prints it"),
	  .enabled = has_answer,
	  .run = answer_run },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("Change what the cursor is on"),
	  .enabled = list_has_row,
	  .run = edit_run },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Take the condition out"),
	  .enabled = on_condition,
	  .run = delete_run },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("One more condition"),
	  .run = condition_ask },
	{ .key = K_F(10),
	  .also = K_ESC,
	  .label = N_("Back"),
	  .title = N_("Back; what was changed can be kept"),
	  .run = leave_run },
	{ 0 },
};

static const struct list_spec builder_list = {
	.columns = inquiry_columns,
	.load = builder_load,
	.id = cells_id,
	.cell = cells_cell,
	.count = builder_count,
	.status = builder_status,
	.pane = builder_pane,
	.pane_rows = PANE,
	.no_marks = true,
};

const struct view inquiry_view = {
	.name = "inquiry",
	.title = N_("A request"),
	.kind = &list_kind,
	.spec = &builder_list,
	.actions = builder_actions,
	.init = builder_init,
	.help = N_(
		"Line by line: what the request is about, a list or numbers, which columns, "
		"grouped by what, on which days, only where what. Below stands the answer as it "
		"comes. Columns with names and the like are said aloud, here and in the file. F3 "
		"shows the whole answer, F2 keeps the request under a name; it can be answered "
		"again for other days or another year."),
};
