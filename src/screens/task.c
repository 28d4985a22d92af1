/* One step of a stage: its form, and what every list of steps shows and does. */
#include "task.h"

#include "nastavnik/app/tasks.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/task.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

static const struct task *task_of(const void *row)
{
	return *(const struct task *const *)row;
}

static int by_date(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

int task_by_due(const void *a, const void *b)
{
	return by_date(task_of(a)->due, task_of(b)->due);
}

int task_by_done(const void *a, const void *b)
{
	return by_date(task_of(a)->done_on, task_of(b)->done_on);
}

int task_by_who(const void *a, const void *b)
{
	return cells_by_text(task_of(a)->responsible, task_of(b)->responsible);
}

int task_by_result(const void *a, const void *b)
{
	return cells_by_text(task_of(a)->result, task_of(b)->result);
}

bool task_found(struct arena *a, const struct task *task, const struct list_query *query)
{
	return cells_found(
		a, query, arena_printf(a, "%s %s %s", task->name, task->responsible, task->result));
}

static const char *day_text(struct arena *a, const char *before, int64_t date, const char *behind)
{
	if (!date)
		return "";
	return arena_printf(a, "%s%02d.%02d%s", before, date_day((int)date), date_month((int)date),
			    behind);
}

const char *task_day(struct arena *a, int64_t date)
{
	return day_text(a, "", date, "");
}

void task_show(struct cells *cells, struct arena *page, size_t row, size_t first,
	       const char *before, const struct task *task)
{
	bool late = task_overdue(task, date_today());
	enum ink ink = task->done_on || task->optional ? INK_DIM : INK_TEXT;

	cells_set(cells, row, first + TASK_NAME, ink,
		  arena_printf(page, "%s%s", before, task->name));
	cells_set(cells, row, first + TASK_DUE, late ? INK_WARN : ink,
		  day_text(page, "", task->due, late ? " !" : ""));
	if (task->done_on)
		cells_set(cells, row, first + TASK_DONE, INK_GOOD,
			  day_text(page, GLYPH_OK " ", task->done_on, ""));
	else if (task->optional)
		cells_set(cells, row, first + TASK_DONE, INK_DIM, _("if you like"));
	cells_set(cells, row, first + TASK_WHO, ink, task->responsible);
	cells_set(cells, row, first + TASK_RESULT, ink, task->result);
}

const char *task_status(struct arena *a, const struct task *task, const char *keys)
{
	return *task->result ? arena_printf(a, _("%s Result: %s."), keys, task->result) : keys;
}

/* The form of a step. */
struct task_arg {
	int64_t id; /* 0: a new one */
	int64_t stage, due;
};

static unsigned task_closed(struct frame *f, struct frame *form)
{
	if (form->answer && f->view->kind == &list_kind)
		list_select(f, form->answer);
	return UI_TAKEN;
}

unsigned task_open(struct frame *f, int64_t id, int stage, int64_t due)
{
	struct task_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct task_arg){ .id = id, .stage = stage, .due = due };
	view_open(f->ui, f, &task_view, arg, task_closed);
	return UI_TAKEN | UI_REDRAW;
}

static void tick_say(struct frame *f, size_t n, const char *name, bool done)
{
	if (n == 1)
		ui_say(f->ui,
		       done ? _("Done today: %s. Ctrl+Z takes it back.")
			    : _("Not done after all: %s. Ctrl+Z takes it back."),
		       name);
	else
		ui_say(f->ui,
		       done ? _("Steps done today: %zu. Ctrl+Z takes it back.")
			    : _("Steps not done after all: %zu. Ctrl+Z takes it back."),
		       n);
}

unsigned task_tick(struct frame *f, struct ids ids, const char *name)
{
	bool done;

	if (tasks_tick(desk_app(f), ids, &done) != RC_OK)
		return ui_fault(f->ui);
	tick_say(f, ids.n, name, done);
	return UI_TAKEN | UI_RELOAD;
}

unsigned task_remove(struct frame *f, struct ids ids, const char *name)
{
	if (tasks_delete(desk_app(f), ids) != RC_OK)
		return ui_fault(f->ui);
	if (ids.n == 1)
		ui_say(f->ui, _("Deleted: %s. Ctrl+Z has it back."), name);
	else
		ui_say(f->ui, _("Steps deleted: %zu. Ctrl+Z has them back."), ids.n);
	return UI_TAKEN | UI_RELOAD;
}

static enum rc task_load(struct frame *f, void *record)
{
	const struct task_arg *arg = f->arg;
	struct task *task = record;

	if (arg->id)
		return task_get(desk_store(f), &f->arena, arg->id, task);
	*task = (struct task){ .stage = arg->stage,
			       .due = arg->due,
			       .code = "",
			       .name = "",
			       .responsible = "",
			       .result = "",
			       .note = "" };
	return RC_OK;
}

/* Of a new one the stage, below 0, where no record is. */
static int64_t task_draft(const struct frame *f)
{
	const struct task_arg *arg = f->arg;

	return arg->id ? arg->id : -arg->stage;
}

static enum rc task_save(struct frame *f, void *record)
{
	struct task *task = record;
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (task->id && !form_changed(f))
		return RC_OK;
	rc = tasks_save(desk_app(f), task);
	if (rc != RC_OK)
		return rc;
	f->answer = task->id;
	ui_say(f->ui, _("Saved: %s. Ctrl+Z takes it back."), task->name);
	return RC_OK;
}

static const struct form_part task_parts[] = { { .fields = &task_fields }, { 0 } };

static const struct form_spec task_form = {
	.size = sizeof(struct task),
	.parts = task_parts,
	.load = task_load,
	.draft = task_draft,
	.save = task_save,
	.writable = desk_writable,
};

const struct view task_view = {
	.name = "task",
	.title = N_("A step of a stage"),
	.kind = &form_kind,
	.spec = &task_form,
	.help = N_("The term moves on with each new school year. “Done on” may be any day; in the "
		   "list Space writes today's."),
};
