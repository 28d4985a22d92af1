/* What was done, when and by whom; undo and redo with the whole chain in sight. */
#include "nastavnik/app/history.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/step.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/list.h"
#include "screens.h"

#include <string.h>

enum { HISTORY_WHEN, HISTORY_WHAT, HISTORY_DETAIL, HISTORY_WHO, HISTORY_STATE };

static const struct list_column history_columns[] = {
	[HISTORY_WHEN] = { N_("When"), .width = 16, .unsorted = true },
	[HISTORY_WHAT] = { N_("What"), .width = 24, .grow = 1, .unsorted = true },
	[HISTORY_DETAIL] = { N_("Of what"), .width = 20, .grow = 1, .unsorted = true },
	[HISTORY_WHO] = { N_("Who"), .width = 10, .drop = 1, .unsorted = true },
	[HISTORY_STATE] = { N_("State"), .width = 10, .unsorted = true },
	{ 0 },
};

/* The steps that the find leaves, newest first; in f->fresh. */
struct history {
	struct step *row, *every;
	size_t n, all;
};

static bool history_has(struct arena *a, const struct step *step, const char *find)
{
	const char *text =
		arena_printf(a, "%s %s %s", text_of(step->name), step->detail, step->operator);

	return strstr(utf8_fold(a, text), find) != NULL;
}

static enum rc history_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct history *history = arena_alloc(&f->fresh, sizeof(*history));
	struct steps steps;
	enum rc rc = step_list(desk_store(f), &f->fresh, 0, &steps);

	if (rc != RC_OK)
		return rc;
	history->every = steps.row;
	history->all = steps.n;
	history->row = ARENA_NEW(&f->fresh, struct step, steps.n);
	for (size_t i = 0; i < steps.n; i++) {
		const struct step *step = &steps.row[i];

		if (!*query->find || history_has(&f->fresh, step, query->find) ||
		    (*query->find_other && history_has(&f->fresh, step, query->find_other)))
			history->row[history->n++] = *step;
	}
	f->data = history;
	*n = history->n;
	return RC_OK;
}

static const struct step *history_step(const struct frame *f, size_t row)
{
	return &((const struct history *)f->data)->row[row];
}

static int64_t history_id(struct frame *f, size_t row)
{
	return history_step(f, row)->id;
}

static const char *history_state(const struct step *step, enum ink *ink)
{
	if (step->status == STEP_DONE)
		return step->barrier ? _("for good") : _("done");
	*ink = INK_DIM;
	return step->status == STEP_UNDONE ? _("taken back") : _("dropped");
}

static const char *history_cell(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct step *step = history_step(f, row);
	char when[20];

	if (step->status != STEP_DONE)
		*ink = INK_DIM;
	switch (column) {
	case HISTORY_WHEN:
		return arena_strdup(&f->fresh, clock_format(step->at, when));
	case HISTORY_WHAT:
		return text_of(step->name);
	case HISTORY_DETAIL:
		return step->detail;
	case HISTORY_WHO:
		return step->operator;
	default:
		return history_state(step, ink);
	}
}

static void history_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct step *step = history_step(f, row);
	enum ink ink = INK_TEXT;

	lines_add(lines, INK_TITLE, "%s", text_of(step->name));
	lines_text(lines, INK_TEXT, step->detail);
	lines_pair(lines, _("Who"), step->operator);
	lines_pair(lines, _("Rows changed"),
		   arena_printf(lines->arena, "%lld", (long long)step->rows));
	lines_pair(lines, _("State"), history_state(step, &ink));
}

static const char *history_status(struct frame *f, struct arena *a, size_t row)
{
	struct step undo;

	(void)row;
	if (step_to_undo(desk_store(f), a, &undo) != RC_OK)
		return _("There is nothing to take back.");
	return arena_printf(a, _("Ctrl+Z takes back: %s"), text_of(undo.name));
}

static const char *history_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	(void)f;
	return arena_printf(a, found ? _("found %zu") : _("changes: %zu"), n);
}

static const struct list_spec history_list = {
	.columns = history_columns,
	.load = history_load,
	.id = history_id,
	.cell = history_cell,
	.count = history_count,
	.card = history_card,
	.status = history_status,
	.empty = N_("Nothing was done in this file yet."),
	.no_marks = true,
};

/* Taking back, or doing again, up to the step under the cursor. */

static bool history_can_go(struct frame *f)
{
	return list_has_row(f) && desk_file_writable(f) &&
	       history_step(f, list_row(f))->status != STEP_DROPPED;
}

static unsigned history_went(struct frame *f, int button, void *data)
{
	const int64_t *step = data;
	size_t n;

	if (button != 0)
		return UI_TAKEN;
	if (history_go(desk_app(f), *step, &n) != RC_OK)
		ui_fault(f->ui);
	else
		ui_say(f->ui,
		       ngettext("Done: %zu change. Ctrl+Z and Ctrl+Y go on from here.",
				"Done: %zu changes. Ctrl+Z and Ctrl+Y go on from here.", n),
		       n);
	return UI_TAKEN | UI_RELOAD;
}

/* Steps from the newest that is done, or the oldest that is not, up to this one. */
static size_t history_between(struct frame *f, const struct step *to)
{
	const struct history *history = f->data;
	size_t n = 0;

	for (size_t i = 0; i < history->all; i++) {
		const struct step *step = &history->every[i];

		n += step->status == to->status &&
		     (to->status == STEP_DONE ? step->id >= to->id : step->id <= to->id);
	}
	return n;
}

static unsigned history_go_ask(struct frame *f)
{
	const struct step *step = history_step(f, list_row(f));
	bool back = step->status == STEP_DONE;
	size_t n = history_between(f, step);
	const char *what = arena_printf(&f->arena, "%s%s%s", text_of(step->name),
					*step->detail ? ": " : "", step->detail);
	const char *text =
		back ? arena_printf(
			       &f->arena,
			       ngettext("%zu change will be taken back: “%s”.",
					"%zu changes will be taken back, the last of them “%s”.",
					n),
			       n, what)
		     : arena_printf(
			       &f->arena,
			       ngettext("%zu change will be done again: “%s”.",
					"%zu changes will be done again, the last of them “%s”.",
					n),
			       n, what);

	return dialog_ask(
		f, &(struct question){
			   .title = back ? _("Take back up to here?") : _("Do again up to here?"),
			   .text = text,
			   .button = { back ? _("Take back") : _("Do again"), _("Leave it") },
			   .chosen = 1,
			   .answered = history_went,
			   .data = desk_id_arg(f, step->id) });
}

static unsigned history_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static unsigned history_open(struct frame *f)
{
	return view_push(f, &step_view, desk_id_arg(f, list_current(f)));
}

static const struct action history_actions[] = {
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Details"),
	  .title = N_("What was done, field by field"),
	  .enabled = list_has_row,
	  .run = history_open },
	{ .key = K_F(2),
	  .label = N_("Go back"),
	  .title = N_("Take back everything up to this change"),
	  .help = N_("Takes back the newest change, the one before it and so on, up to the one "
		     "under the cursor and with it. One that was taken back is done again the "
		     "same way."),
	  .enabled = history_can_go,
	  .run = history_go_ask },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = list_has_row,
	  .run = history_print },
	{ 0 },
};

const struct view history_view = {
	.name = "history",
	.title = N_("History"),
	.kind = &list_kind,
	.spec = &history_list,
	.actions = history_actions,
	.help = N_("Every change of the file, newest first. Enter shows it field by field. Ctrl+Z "
		   "takes back the newest one, Ctrl+Y does it again, F2 goes back to the one under "
		   "the cursor; all of it works after a restart too."),
	.place = true,
};
