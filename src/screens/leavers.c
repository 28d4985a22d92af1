/* The school's list beside a fresh class list: who came, who left, who moved; and leaving. */
#include "leavers.h"

#include <string.h>

#include "cells.h"
#include "import.h"
#include "nastavnik/app/leavers.h"
#include "nastavnik/base/date.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

/* Leaving the school: the reason, then the day */

struct leave_ask {
	const char *title;
	const char *why;
	leave_run *run;
	void *data;
};

static enum rc leave_day_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	const struct leave_ask *ask = data;
	int on = DATE_NONE;

	if (!date_parse(text, &on) || !date_day(on))
		return err_set(RC_INVALID, _("“%s” is no date. Type it as 01.09.2026."), text);
	*took = UI_TAKEN | UI_RELOAD;
	return ask->run(f, on, ask->why, ask->data);
}

static unsigned leave_day_ask(struct frame *f, struct leave_ask *ask)
{
	char today[DATE_SIZE];

	return dialog_prompt(
		f, &(struct prompt){
			   .title = ask->title,
			   .label = _("Since:"),
			   .text = arena_strdup(&f->arena, date_format(date_today(), today)),
			   .hint = arena_printf(
				   &f->arena, _("Reason: %s. A pair ends on that day."), ask->why),
			   .max = 10,
			   .entered = leave_day_entered,
			   .data = ask });
}

static enum rc leave_why_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct leave_ask *ask = data;

	if (!*text)
		return err_set(RC_INVALID, _("Why? Give the reason in a word or two."));
	ask->why = arena_strdup(&f->arena, text);
	*took = leave_day_ask(f, ask);
	return RC_OK;
}

enum { LEAVE_OTHER = INT32_MAX }; /* the picker's id of «another reason» */

static unsigned leave_why_picked(struct frame *f, struct ids ids, void *data)
{
	struct leave_ask *ask = data;
	const struct choices reasons = leavers_reasons(&f->arena);

	if (!ids.n)
		return UI_TAKEN;
	if (ids.row[0] == LEAVE_OTHER)
		return dialog_prompt(f, &(struct prompt){ .title = ask->title,
							  .label = _("Reason:"),
							  .max = 100,
							  .entered = leave_why_entered,
							  .data = ask });
	ask->why = reasons.row[ids.row[0] - 1].name;
	return leave_day_ask(f, ask);
}

unsigned leave_ask(struct frame *f, const char *title, leave_run *run, void *data)
{
	const struct choices reasons = leavers_reasons(&f->arena);
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, reasons.n + 1);
	struct leave_ask *ask = arena_alloc(&f->arena, sizeof(*ask));

	*ask = (struct leave_ask){ .title = title, .why = "", .run = run, .data = data };
	for (size_t i = 0; i < reasons.n; i++)
		choice[i] = reasons.row[i];
	choice[reasons.n] =
		(struct choice){ .id = LEAVE_OTHER, .code = "", .name = _("another reason…") };
	return dialog_pick(f, &(struct picker){ .title = title,
						.choices = { choice, reasons.n + 1 },
						.picked = leave_why_picked,
						.data = ask });
}

void left_card(struct lines *lines, const struct person *person)
{
	char date[DATE_SIZE];

	if (person->left_on)
		lines_add(lines, INK_WARN, _("Has left the school: %s, %s"),
			  date_format((int)person->left_on, date), person->left_why);
}

/* The comparison */

enum { LEAVERS_WHAT, LEAVERS_NAME, LEAVERS_WAS, LEAVERS_IS, LEAVERS_TEXT, LEAVERS_COLUMNS };

static const struct list_column leavers_columns[] = {
	[LEAVERS_WHAT] = { N_("What"), .width = 16 },
	[LEAVERS_NAME] = { N_("Full name"), .width = 24, .grow = 2 },
	[LEAVERS_WAS] = { N_("In the file"), .width = 7 },
	[LEAVERS_IS] = { N_("In the table"), .width = 9 },
	[LEAVERS_TEXT] = { N_("What is to be said"), .width = 18, .grow = 2, .drop = 1,
			   .unsorted = true },
	{ 0 },
};

struct leavers_desk {
	struct import_desk import; /* as the preview has it */
	const struct leavers_row **row;
	int64_t version; /* app_version() that was compared */
	bool stale;      /* a question was answered since */
};

static struct leavers_desk *leavers_desk(const struct frame *f)
{
	return f->data;
}

static enum rc leavers_init(struct frame *f)
{
	struct leavers_desk *desk = arena_alloc(&f->arena, sizeof(*desk));

	desk->import = *(const struct import_desk *)f->arg;
	desk->version = app_version(desk_app(f));
	f->data = desk;
	frame_title(f, _("Beside a fresh list · %s"), import_facts(desk->import.import)->name);
	return RC_OK;
}

/* Compare again when something was changed: by doing it, by Ctrl+Z, by an answer. */
static enum rc leavers_compare(struct frame *f)
{
	struct leavers_desk *desk = leavers_desk(f);
	struct job job;
	enum rc rc;

	if (!desk->stale && desk->version == app_version(desk_app(f)))
		return RC_OK;
	rc = import_start(desk->import.import, &(struct import_options){ .dry = true }, &job);
	if (rc == RC_OK && job_run(&job) != JOB_DONE)
		rc = err_last()->code;
	desk->stale = rc != RC_OK;
	desk->version = app_version(desk_app(f));
	return rc;
}

static const struct leavers *leavers_of(const struct frame *f)
{
	return leavers_found(leavers_desk(f)->import.import);
}

static int leavers_by_name(const void *a, const void *b)
{
	const struct leavers_row *const *x = a, *const *y = b;

	return cells_by_text((*x)->name, (*y)->name);
}

static int leavers_by_was(const void *a, const void *b)
{
	const struct leavers_row *const *x = a, *const *y = b;

	return cells_by_class((*x)->was, (*y)->was);
}

static const char *leavers_is(const struct leavers_row *row)
{
	bool there = row->kind != LEAVERS_GONE && row->kind != LEAVERS_UNSURE;

	return there ? person_class_or_position(&row->person) : "";
}

static int leavers_by_is(const void *a, const void *b)
{
	const struct leavers_row *const *x = a, *const *y = b;

	return cells_by_class(leavers_is(*x), leavers_is(*y));
}

static cells_order *const leavers_order[LEAVERS_COLUMNS] = {
	[LEAVERS_NAME] = leavers_by_name,
	[LEAVERS_WAS] = leavers_by_was,
	[LEAVERS_IS] = leavers_by_is,
};

static enum rc leavers_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct leavers_desk *desk = leavers_desk(f);
	enum rc rc = leavers_compare(f);

	if (rc != RC_OK)
		return rc;
	const struct leavers *found = leavers_of(f);
	desk->row = ARENA_NEW(&f->fresh, const struct leavers_row *, found->n);
	*n = 0;
	for (size_t i = 0; i < found->n; i++) {
		const struct leavers_row *row = &found->row[i];

		if (cells_found(&f->fresh, query,
				arena_printf(&f->fresh, "%s %s %s", row->name, row->was,
					     leavers_is(row))))
			desk->row[(*n)++] = row;
	}
	cells_sort(&f->fresh, desk->row, *n, sizeof(*desk->row), leavers_order, query);
	desk->import.cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		desk->import.cells.ids.row[i] = desk->row[i]->id;
	return RC_OK;
}

static const struct {
	const char *name;
	enum ink ink;
} leavers_kind[LEAVERS_KINDS] = {
	[LEAVERS_NEW] = { N_("+ newcomer"), INK_GOOD },
	[LEAVERS_BACK] = { N_("+ is back"), INK_GOOD },
	[LEAVERS_MOVED] = { N_("· other class"), INK_TEXT },
	[LEAVERS_GONE] = { N_("! not in table"), INK_WARN },
	[LEAVERS_UNSURE] = { N_("? question"), INK_WARN },
};

/* A row that could not be read is no question: the table has to be corrected. */
static const char *leavers_what(const struct leavers_row *row)
{
	return row->kind == LEAVERS_UNSURE && !row->question
		       ? _("! not read")
		       : text_of(leavers_kind[row->kind].name);
}

static const char *leavers_text(const struct leavers_row *row)
{
	return row->in_pair ? _("in a pair, which will end") : row->text;
}

static enum rc leavers_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct leavers_desk *desk = leavers_desk(f);
	struct cells *cells = &desk->import.cells;

	cells_page(cells, page, LEAVERS_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct leavers_row *row = desk->row[i];

		cells_set(cells, i, LEAVERS_WHAT, leavers_kind[row->kind].ink, leavers_what(row));
		cells_set(cells, i, LEAVERS_NAME, INK_TEXT, row->name);
		cells_set(cells, i, LEAVERS_WAS, INK_TEXT, row->was);
		cells_set(cells, i, LEAVERS_IS, INK_TEXT, leavers_is(row));
		cells_set(cells, i, LEAVERS_TEXT, INK_TEXT, leavers_text(row));
	}
	return RC_OK;
}

static const char *leavers_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct leavers *all = leavers_of(f);
	const char *text;

	(void)n, (void)found;
	text = arena_printf(a, _("new %zu · not in the table %zu · other class %zu"),
			    all->count[LEAVERS_NEW] + all->count[LEAVERS_BACK],
			    all->count[LEAVERS_GONE], all->count[LEAVERS_MOVED]);
	if (!all->count[LEAVERS_UNSURE])
		return text;
	return arena_printf(a, _("%s · unclear %zu"), text, all->count[LEAVERS_UNSURE]);
}

/* What the row under the cursor asks of the curator. */
static void leavers_pane(struct frame *f, struct lines *lines, size_t at)
{
	static const char *const sentence[LEAVERS_KINDS] = {
		[LEAVERS_NEW] = N_("Is in the table and not in the school's list of this year: "
				   "will be added."),
		[LEAVERS_BACK] = N_("Had left the school and is in the table again: will be "
				    "brought back."),
		[LEAVERS_MOVED] = N_("The table has another class: it will be written down."),
		[LEAVERS_GONE] = N_("Is a pupil of a class in the table but not in the table: "
				    "will be marked as having left."),
	};
	const struct leavers_row *row = leavers_desk(f)->row[at];

	lines_add(lines, INK_TITLE, "%s", row->name);
	if (row->kind != LEAVERS_UNSURE)
		lines_add(lines, INK_TEXT, "%s", text_of(sentence[row->kind]));
	if (*leavers_text(row))
		lines_add(lines, row->in_pair ? INK_WARN : INK_TEXT, "%s", leavers_text(row));
	if (row->question)
		lines_add(lines, INK_DIM, "%s",
			  _("Enter answers: the same person, another one, leave the row out."));
}

static const char *leavers_status(struct frame *f, struct arena *a, size_t row)
{
	(void)a, (void)row;
	if (!leavers_of(f)->classes)
		return _("The table names no classes: who has left cannot be told from it.");
	return _("Space marks, Ctrl+A all. F2 does what is marked, or the row under the cursor.");
}

static const char *leavers_nothing(struct frame *f)
{
	return leavers_of(f)->classes
		       ? _("The school's list is just as the table has it: nothing to do.")
		       : _("Nobody new. The table names no classes: who has left cannot be told.");
}

/* Doing it */

struct leavers_rows {
	const struct leavers_row **row;
	size_t n, gone;
};

static const struct leavers_row *leavers_by_id(const struct frame *f, int64_t id)
{
	const struct leavers *found = leavers_of(f);

	for (size_t i = 0; i < found->n; i++) {
		if (found->row[i].id == id)
			return &found->row[i];
	}
	return NULL;
}

static struct leavers_rows *leavers_chosen(struct frame *f)
{
	struct ids ids = list_chosen(f, &f->arena);
	struct leavers_rows *rows = arena_alloc(&f->arena, sizeof(*rows));

	rows->row = ARENA_NEW(&f->arena, const struct leavers_row *, ids.n);
	for (size_t i = 0; i < ids.n; i++) {
		const struct leavers_row *row = leavers_by_id(f, ids.row[i]);

		if (!row || row->kind == LEAVERS_UNSURE)
			continue;
		rows->row[rows->n++] = row;
		rows->gone += row->kind == LEAVERS_GONE;
	}
	return rows;
}

static enum rc leavers_do(struct frame *f, int64_t on, const char *why, void *data)
{
	const struct leavers_rows *rows = data;
	struct leavers_done done;
	enum rc rc = leavers_apply(desk_app(f), rows->row, rows->n, on, why, &done);

	if (rc != RC_OK)
		return rc;
	list_unmark(f);
	ui_say(f->ui,
	       _("Added %lld, other class %lld, left %lld, pairs closed %lld. Ctrl+Z takes it all "
		 "back."),
	       (long long)(done.kind[LEAVERS_NEW] + done.kind[LEAVERS_BACK]),
	       (long long)done.kind[LEAVERS_MOVED], (long long)done.kind[LEAVERS_GONE],
	       (long long)done.bonds);
	return RC_OK;
}

static unsigned leavers_run(struct frame *f)
{
	struct leavers_rows *rows = leavers_chosen(f);

	if (!rows->n) {
		ui_say(f->ui, _("Nothing to do yet: answer the question (Enter) or correct the "
				"row in the table."));
		return UI_TAKEN | UI_REDRAW;
	}
	if (rows->gone)
		return leave_ask(f,
				 arena_printf(&f->arena,
					      ngettext("Why did %zu pupil leave?",
						       "Why did %zu pupils leave?", rows->gone),
					      rows->gone),
				 leavers_do, rows);
	return leavers_do(f, DATE_NONE, "", rows) == RC_OK ? UI_TAKEN | UI_RELOAD : ui_fault(f->ui);
}

static unsigned leavers_answered(struct frame *f)
{
	leavers_desk(f)->stale = true;
	return UI_TAKEN | UI_RELOAD;
}

static bool leavers_at_question(struct frame *f)
{
	return list_has_row(f) && leavers_desk(f)->row[list_row(f)]->question;
}

static unsigned leavers_answer(struct frame *f)
{
	return question_pick(f, leavers_desk(f)->row[list_row(f)]->question, leavers_answered);
}

static bool leavers_doable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static unsigned leavers_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action leavers_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Answer the question"),
	  .enabled = leavers_at_question,
	  .run = leavers_answer },
	{ .key = K_F(2),
	  .also = K_ENTER,
	  .label = N_("Do it"),
	  .title = N_("Do what is marked"),
	  .help = N_("Newcomers are added, other classes written down, who is not in the table is "
		     "marked as having left, after asking once for the reason and the day. All of "
		     "it is one step that Ctrl+Z takes back."),
	  .enabled = leavers_doable,
	  .run = leavers_run },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = list_has_row,
	  .run = leavers_print },
	{ 0 },
};

static const struct list_spec leavers_list = {
	.columns = leavers_columns,
	.load = leavers_load,
	.id = cells_id,
	.fetch = leavers_fetch,
	.cell = cells_cell,
	.count = leavers_count,
	.status = leavers_status,
	.pane = leavers_pane,
	.pane_rows = 4,
	.nothing = leavers_nothing,
};

const struct view leavers_view = {
	.name = "leavers",
	.title = N_("Beside a fresh list"),
	.kind = &list_kind,
	.spec = &leavers_list,
	.actions = leavers_actions,
	.help = N_("The table beside the school's list: who is new, who is in another class, who "
		   "is not in the table any more. Nothing is changed until you say so. Only "
		   "classes that stand in the table are looked at, so the list of one class will "
		   "do. Whoever has left is out of lists, matching and papers but stays in the "
		   "history, and can be brought back."),
	.init = leavers_init,
};
