/* The report of an import: what the run did or would do, questions first. */
#include "cells.h"
#include "import.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/step.h"
#include "nastavnik/ui/dialog.h"

enum { REPORT_LINE, REPORT_LEVEL, REPORT_NAME, REPORT_TEXT, REPORT_COLUMNS };

static const struct list_column report_columns[] = {
	[REPORT_LINE] = { N_("Line"), .width = -6 },
	[REPORT_LEVEL] = { N_("What"), .width = 10 },
	[REPORT_NAME] = { N_("Of whom, of what"), .width = 18, .drop = 1 },
	[REPORT_TEXT] = { N_("What is to be said"), .width = 30, .grow = 1, .unsorted = true },
	{ 0 },
};

/*
 * A line of the report: a question to be answered, or an issue. The texts are the screen's own
 * copies: the next run throws the import's away while this list still stands behind the progress.
 */
struct report_row {
	const struct import_question *question; /* NULL: an issue */
	enum issue_level level;
	int64_t line;
	const char *name, *text;
};

struct report_desk {
	struct import_desk import; /* as the preview has it */
	struct report_row *row;
	int64_t step;    /* of the journal that brought it in; 0: none did */
	bool taken_back; /* that step */
};

static const struct import_report *report_of(const struct frame *f)
{
	return import_report(import_desk(f)->import);
}

static enum rc report_init(struct frame *f)
{
	struct report_desk *desk = arena_alloc(&f->arena, sizeof(*desk));

	desk->import = *(const struct import_desk *)f->arg;
	f->data = desk;
	return RC_OK;
}

static bool report_taken_back(const struct frame *f)
{
	return ((const struct report_desk *)f->data)->taken_back;
}

/* The newest step that stands; 0: none does. */
static enum rc step_newest(struct frame *f, int64_t *id)
{
	struct step step = { 0 };
	enum rc rc = step_to_undo(desk_store(f), &f->fresh, &step);

	if (rc == RC_OK || rc == RC_NOT_FOUND)
		*id = step.id;
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static void report_title(struct frame *f)
{
	const struct import_report *report = report_of(f);

	frame_title(f, "%s",
		    report_taken_back(f) ? _("Brought in and taken back")
		    : report->kept       ? _("Brought in")
		    : report->dry        ? _("What would be brought in")
					 : _("Nothing was brought in"));
}

static struct report_row question_row(struct arena *a, const struct import_question *question)
{
	return (struct report_row){ .question = question,
				    .level = ISSUE_QUESTION,
				    .line = question->line,
				    .name = arena_strdup(a, question->name),
				    .text = arena_strdup(a, question->text) };
}

static struct report_row issue_row(struct arena *a, const struct issue *issue)
{
	return (struct report_row){ .level = issue->level,
				    .line = issue->row,
				    .name = arena_strdup(a, issue->name),
				    .text = arena_strdup(a, issue->text) };
}

static int report_by_line(const void *a, const void *b)
{
	const struct report_row *x = a, *y = b;

	return (x->line > y->line) - (x->line < y->line);
}

static int report_by_name(const void *a, const void *b)
{
	const struct report_row *x = a, *y = b;

	return cells_by_text(x->name, y->name);
}

/* By level is the order in which they are put together. */
static cells_order *const report_order[REPORT_COLUMNS] = {
	[REPORT_LINE] = report_by_line,
	[REPORT_NAME] = report_by_name,
};

static void report_add(struct frame *f, const struct list_query *query, struct report_row row,
		       size_t *n)
{
	struct report_desk *desk = f->data;

	if (cells_found(&f->fresh, query, arena_printf(&f->fresh, "%s %s", row.name, row.text)))
		desk->row[(*n)++] = row;
}

static enum rc report_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct report_desk *desk = f->data;
	const struct import_report *report = report_of(f);
	size_t issues = report->issues ? report->issues->n : 0;
	int64_t newest = 0;
	enum rc rc = desk->step ? step_newest(f, &newest) : RC_OK;

	if (rc != RC_OK)
		return rc;
	desk->taken_back = newest < desk->step;
	desk->row = ARENA_NEW(&f->fresh, struct report_row, report->questions + issues);
	*n = 0;
	for (size_t i = 0; i < report->questions; i++)
		report_add(f, query, question_row(&f->fresh, &report->question[i]), n);
	for (enum issue_level level = ISSUE_ERROR;; level--) {
		for (size_t i = 0; i < issues; i++) {
			if (report->issues->row[i].level == level && level != ISSUE_QUESTION)
				report_add(f, query, issue_row(&f->fresh, &report->issues->row[i]),
					   n);
		}
		if (level == ISSUE_NOTE)
			break;
	}
	cells_sort(&f->fresh, desk->row, *n, sizeof(*desk->row), report_order, query);
	desk->import.cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		desk->import.cells.ids.row[i] = (int64_t)i + 1;
	report_title(f);
	return RC_OK;
}

static const struct {
	const char *name;
	enum ink ink;
} report_level[] = {
	[ISSUE_NOTE] = { N_("· note"), INK_DIM },
	[ISSUE_WARNING] = { N_("! warning"), INK_WARN },
	[ISSUE_QUESTION] = { N_("? question"), INK_WARN },
	[ISSUE_ERROR] = { N_("! rejected"), INK_BAD },
};

static enum rc report_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct report_desk *desk = f->data;
	struct cells *cells = &desk->import.cells;

	cells_page(cells, page, REPORT_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct report_row *row = &desk->row[i];

		if (row->line)
			cells_set(cells, i, REPORT_LINE, INK_TEXT,
				  arena_printf(page, "%lld", (long long)row->line));
		cells_set(cells, i, REPORT_LEVEL, report_level[row->level].ink,
			  text_of(report_level[row->level].name));
		cells_set(cells, i, REPORT_NAME, INK_TEXT, row->name);
		cells_set(cells, i, REPORT_TEXT, INK_TEXT, row->text);
	}
	return RC_OK;
}

static void report_pane(struct frame *f, struct lines *lines, size_t at)
{
	const struct report_row *row = &((const struct report_desk *)f->data)->row[at];

	lines_add(lines, INK_TEXT, "%s", row->text);
	if (row->question)
		lines_add(lines, INK_DIM, "%s",
			  _("Enter answers: the same person, another one, leave the row out."));
}

static const char *report_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct import_report *report = report_of(f);
	const struct {
		const char *text;
		int64_t n;
	} rest[] = {
		{ _("as before %lld"), report->unchanged },
		{ _("unsure %lld"), report->unsure },
		{ _("rejected %lld"), report->rejected },
		{ _("left out %lld"), report->skipped },
	};
	const char *text = arena_printf(a, _("added %lld · changed %lld"), (long long)report->added,
					(long long)report->changed);

	(void)n, (void)found;
	for (size_t i = 0; i < sizeof(rest) / sizeof(rest[0]); i++) {
		if (rest[i].n)
			text = arena_printf(a, "%s · %s", text,
					    arena_printf(a, rest[i].text, (long long)rest[i].n));
	}
	return text;
}

/* Did it leave a step that can be taken back? */
static bool report_changed(const struct import_report *report)
{
	return report->added || report->changed;
}

static const char *report_status(struct frame *f, struct arena *a, size_t row)
{
	const struct import_report *report = report_of(f);

	(void)a, (void)row;
	if (report_taken_back(f))
		return _("All of it is taken back. Enter – the next table, Ctrl+Y brings it in "
			 "again.");
	if (report->kept)
		return report_changed(report)
			       ? _("The data are in the file. Enter – the next table, Ctrl+Z takes "
				   "all of it back.")
			       : _("All of it is in the file already: nothing was changed.");
	return report->unsure || report->rejected ? _("Enter answers a question. F2 brings in, F5 "
						      "saves the rejected rows as a table.")
						  : _("F2 brings it in.");
}

static unsigned brought_in(struct frame *f, struct job *job, enum job_state state)
{
	const struct import_report *report = report_of(f);
	struct report_desk *desk = f->data;

	(void)job;
	if (state == JOB_FAILED)
		return ui_fault(f->ui);
	if (report->kept && report_changed(report) && step_newest(f, &desk->step) != RC_OK)
		return ui_fault(f->ui);
	if (state == JOB_MORE)
		ui_say(f->ui, _("Stopped. Nothing was changed."));
	else if (report->kept && !report_changed(report))
		ui_say(f->ui, _("All of it is in the file already: nothing was changed."));
	else if (report->kept)
		ui_say(f->ui,
		       _("Brought in: added %lld, changed %lld. Ctrl+Z takes all of it back."),
		       (long long)report->added, (long long)report->changed);
	else
		ui_say(f->ui, _("Nothing was brought in: there are rejected or unsure rows."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned partial_answered(struct frame *f, int button, void *data)
{
	(void)data;
	return button == 0 ? import_run_start(f, &(struct import_options){ .partial = true },
					      brought_in)
			   : UI_TAKEN;
}

static unsigned report_bring(struct frame *f)
{
	const struct import_report *report = report_of(f);
	int64_t left = report->rejected + report->unsure;

	if (!left)
		return import_run_start(f, &(struct import_options){ 0 }, brought_in);
	return dialog_ask(
		f, &(struct question){
			   .title = _("Not all rows can be brought in"),
			   .text = arena_printf(
				   &f->arena,
				   ngettext("%lld row would be left out. Bring in the others?",
					    "%lld rows would be left out. Bring in the others?",
					    (unsigned long)left),
				   (long long)left),
			   .button = { _("Bring in the others"), _("Bring in nothing") },
			   .chosen = 1,
			   .answered = partial_answered });
}

enum { ANSWER_ANOTHER = 1, ANSWER_SKIP = 2, ANSWER_SAME = 3 }; /* + the place of the candidate */

static unsigned answer_again(struct frame *f, struct job *job, enum job_state state)
{
	(void)job;
	return state == JOB_FAILED ? ui_fault(f->ui) : UI_TAKEN | UI_RELOAD;
}

struct answer {
	const struct import_question *question;
	unsigned (*answered)(struct frame *f);
};

static unsigned answer_picked(struct frame *f, struct ids ids, void *data)
{
	const struct answer *answer = data;
	const struct import_question *question = answer->question;
	struct import *import = import_desk(f)->import;

	if (!ids.n)
		return UI_TAKEN;
	if (ids.row[0] >= ANSWER_SAME)
		import_answer(import, question->line, IMPORT_SAME,
			      question->candidate[ids.row[0] - ANSWER_SAME].id);
	else
		import_answer(import, question->line,
			      ids.row[0] == ANSWER_ANOTHER ? IMPORT_ANOTHER : IMPORT_SKIP, 0);
	return answer->answered(f);
}

static bool report_has_question(struct frame *f)
{
	return list_has_row(f) && !report_of(f)->kept &&
	       ((const struct report_desk *)f->data)->row[list_row(f)].question;
}

unsigned question_pick(struct frame *f, const struct import_question *question,
		       unsigned (*answered)(struct frame *f))
{
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, question->n + 2);
	struct answer *asked = arena_alloc(&f->arena, sizeof(*asked));
	size_t n = 0;

	*asked = (struct answer){ question, answered };
	for (size_t i = 0; i < question->n; i++) {
		const struct person *person = &question->candidate[i];
		char born[DATE_SIZE];

		choice[n++] = (struct choice){ .id = ANSWER_SAME + (int64_t)i,
					       .code = "",
					       .name = arena_printf(
						       &f->arena, _("The same: %s, %s %s"),
						       person_name(&f->arena, person),
						       person_class_or_position(person),
						       date_format((int)person->birth, born)) };
	}
	if (!question->no_other)
		choice[n++] = (struct choice){ .id = ANSWER_ANOTHER,
					       .code = "",
					       .name = _("Another person") };
	choice[n++] =
		(struct choice){ .id = ANSWER_SKIP, .code = "", .name = _("Leave the row out") };
	return dialog_pick(f, &(struct picker){ .title = question->name,
						.choices = { choice, n },
						.picked = answer_picked,
						.data = asked });
}

static unsigned report_answered(struct frame *f)
{
	return import_run_start(f, &(struct import_options){ .dry = true }, answer_again);
}

static unsigned report_answer(struct frame *f)
{
	return question_pick(f, ((const struct report_desk *)f->data)->row[list_row(f)].question,
			     report_answered);
}

static enum rc rejects_write(struct frame *f, const struct save_task *task, struct issues *lost,
			     const char **said)
{
	struct job job;
	const struct import_options options = { .dry = true, .rejects = task->path };
	enum rc rc = import_start(import_desk(f)->import, &options, &job);

	(void)lost, (void)said;
	if (rc != RC_OK)
		return rc;
	return job_run(&job) == JOB_DONE ? RC_OK : err_last()->code;
}

static unsigned report_rejects(struct frame *f)
{
	/* As the table came: a workbook as a workbook. */
	const bool sheet = import_facts(import_desk(f)->import)->sheet != 0;

	return save_ask(f,
			&(struct save_task){ .title = _("Save the rejected rows as a table"),
					     .path = sheet ? _("rejected.xlsx") : _("rejected.csv"),
					     .write = rejects_write },
			false);
}

static bool report_open(struct frame *f)
{
	return desk_writable(f) && report_of(f)->dry;
}

static bool report_kept(struct frame *f)
{
	return report_of(f)->kept;
}

static unsigned report_leave(struct frame *f)
{
	f->answer = 1;
	return UI_TAKEN | UI_CLOSE;
}

static bool is_of_import(const struct view *view)
{
	return view == &import_view || view == &files_view || view == &paste_view ||
	       view == &preview_view;
}

/* What is brought in is done with: back to the screen on which all this was begun. */
static unsigned report_back(struct frame *f)
{
	const struct view *first = f->view;

	for (const struct frame *b = f->below; b && is_of_import(b->view); b = b->below)
		first = b->view;
	return view_close_past(f, first);
}

static bool report_has_rejects(struct frame *f)
{
	return report_of(f)->dry && report_of(f)->rejected;
}

static const struct action report_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Bring in"),
	  .title = N_("Bring the table in"),
	  .enabled = report_open,
	  .run = report_bring },
	{ .key = K_ENTER,
	  .title = N_("Answer the question"),
	  .enabled = report_has_question,
	  .run = report_answer },
	{ .key = K_ENTER,
	  .title = N_("To the next table"),
	  .enabled = report_kept,
	  .run = report_leave },
	{ .key = K_F(10),
	  .also = K_ESC,
	  .label = N_("Back"),
	  .title = N_("Back"),
	  .help = N_("To the screen on which bringing in was begun; Enter goes on with the next "
		     "table."),
	  .enabled = report_kept,
	  .run = report_back },
	{ .key = K_F(5),
	  .label = N_("To file"),
	  .title = N_("Save the rejected rows as a table"),
	  .enabled = report_has_rejects,
	  .run = report_rejects },
	{ 0 },
};

static const char *report_nothing(struct frame *f)
{
	return report_of(f)->kept ? report_status(f, NULL, 0)
				  : _("Every row is clear. F2 brings the table in.");
}

static const struct list_spec report_list = {
	.columns = report_columns,
	.sort = REPORT_LEVEL,
	.load = report_load,
	.id = cells_id,
	.fetch = report_fetch,
	.cell = cells_cell,
	.count = report_count,
	.status = report_status,
	.pane = report_pane,
	.pane_rows = 3,
	.nothing = report_nothing,
	.no_marks = true,
};

const struct view report_view = {
	.name = "report",
	.title = N_("What would be brought in"),
	.kind = &list_kind,
	.spec = &report_list,
	.actions = report_actions,
	.help = N_("Rejected rows with their reasons, questions, warnings and what was not "
		   "recognised. A "
		   "question is answered by Enter. Everything or nothing is brought in, unless you "
		   "agree to "
		   "leave rows out."),
	.init = report_init,
};
