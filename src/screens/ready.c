/* Readiness before pairs are formed: who waits for whom in vain, and what is missing. */
#include "nastavnik/app/ready.h"

#include "cells.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/progress.h"
#include "screens.h"

enum { READY_WHAT, READY_NAME, READY_WHERE, READY_TEXT, READY_COLUMNS };

static const struct list_column ready_columns[] = {
	[READY_WHAT] = { N_("What"), .width = 22 },
	[READY_NAME] = { N_("Who"), .width = 22, .grow = 2 },
	[READY_WHERE] = { N_("Class or position"), .width = 10, .grow = 1, .drop = 1 },
	[READY_TEXT] = { N_("What is to be said"), .width = 20, .grow = 3, .unsorted = true },
	{ 0 },
};

struct ready_desk {
	struct cells cells;
	struct ready_run *run; /* NULL: not compared yet */
	int64_t version;       /* app_version() that was compared */
	const struct ready_row **row;
};

static struct ready_desk *ready_desk(const struct frame *f)
{
	return f->data;
}

static enum rc ready_init(struct frame *f)
{
	struct ready_desk *desk = arena_alloc(&f->arena, sizeof(*desk));

	/* Whoever has compared already behind a progress bar hands it over. */
	if (f->arg) {
		desk->run = f->arg;
		desk->version = app_version(desk_app(f));
	}
	f->data = desk;
	return RC_OK;
}

static void ready_done(struct frame *f)
{
	if (f->data)
		ready_free(ready_desk(f)->run);
}

/* Compare again when something was changed since. */
static enum rc ready_compare(struct frame *f)
{
	struct ready_desk *desk = ready_desk(f);
	struct ready_run *run;
	struct job job;
	enum rc rc;

	if (desk->run && desk->version == app_version(desk_app(f)))
		return RC_OK;
	rc = ready_start(desk_app(f), &run, &job);
	if (rc != RC_OK)
		return rc;
	job_run(&job);
	ready_free(desk->run);
	desk->run = run;
	desk->version = app_version(desk_app(f));
	return RC_OK;
}

static int ready_by_name(const void *a, const void *b)
{
	const struct ready_row *const *x = a, *const *y = b;

	return cells_by_text((*x)->name, (*y)->name);
}

static int ready_by_where(const void *a, const void *b)
{
	const struct ready_row *const *x = a, *const *y = b;

	return cells_by_class((*x)->where, (*y)->where);
}

static cells_order *const ready_order[READY_COLUMNS] = {
	[READY_NAME] = ready_by_name,
	[READY_WHERE] = ready_by_where,
};

/* The same record may have several lines: what is followed over reloads is the line. */
static int64_t ready_id(const struct ready_row *row)
{
	return row->participant ? row->participant ^ (int64_t)row->kind << 56
				: (int64_t)row->kind + 1;
}

static enum rc ready_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct ready_desk *desk = ready_desk(f);
	enum rc rc = ready_compare(f);

	if (rc != RC_OK)
		return rc;
	const struct ready *found = ready_found(desk->run);
	desk->row = ARENA_NEW(&f->fresh, const struct ready_row *, found->n);
	*n = 0;
	for (size_t i = 0; i < found->n; i++) {
		const struct ready_row *row = &found->row[i];

		if (cells_found(&f->fresh, query,
				arena_printf(&f->fresh, "%s %s %s", row->name, row->where,
					     ready_kind_name(row->kind))))
			desk->row[(*n)++] = row;
	}
	cells_sort(&f->fresh, desk->row, *n, sizeof(*desk->row), ready_order, query);
	desk->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		desk->cells.ids.row[i] = ready_id(desk->row[i]);
	return RC_OK;
}

/* What cannot be helped by a record's form is only worth knowing. */
static const enum ink ready_ink[READY_KINDS] = {
	[READY_NOBODY] = INK_BAD,    [READY_ONE] = INK_WARN,        [READY_NEEDLESS] = INK_TEXT,
	[READY_REQUEST] = INK_WARN,  [READY_COMPETENCE] = INK_WARN, [READY_CONSENT] = INK_WARN,
	[READY_TRAINING] = INK_WARN, [READY_FORM] = INK_DIM,
};

static const char *ready_sign(enum ready_kind kind)
{
	return ready_ink[kind] == INK_TEXT || ready_ink[kind] == INK_DIM ? GLYPH_NOTE : GLYPH_WARN;
}

static enum rc ready_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct ready_desk *desk = ready_desk(f);

	cells_page(&desk->cells, page, READY_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct ready_row *row = desk->row[i];

		cells_set(&desk->cells, i, READY_WHAT, ready_ink[row->kind],
			  arena_printf(page, "%s %s", ready_sign(row->kind),
				       ready_kind_name(row->kind)));
		cells_set(&desk->cells, i, READY_NAME, INK_TEXT, row->name);
		cells_set(&desk->cells, i, READY_WHERE, INK_TEXT, row->where);
		cells_set(&desk->cells, i, READY_TEXT, INK_TEXT, row->text);
	}
	return RC_OK;
}

static const char *ready_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct ready *ready = ready_found(ready_desk(f)->run);

	(void)n, (void)found;
	return arena_printf(a, _("waiting %lld · free places %lld"), (long long)ready->waiting,
			    (long long)ready->places);
}

static void ready_pane(struct frame *f, struct lines *lines, size_t at)
{
	static const char *const sentence[READY_KINDS] = {
		[READY_NOBODY] = N_("No mentor with a free place may become the mentor of this "
				    "mentee. What stands in the way, and for how many mentors:"),
		[READY_ONE] = N_("Only this mentor suits; whoever else gets the place leaves this "
				 "mentee without a pair:"),
		[READY_NEEDLESS] = N_("Has a free place, but suits nobody who waits: look at the "
				      "form, the role model and the refusals."),
		[READY_REQUEST] = N_("Without a request from the reference book the pair is "
				     "chosen by the other rules alone."),
		[READY_COMPETENCE] = N_("Without competences from the reference book the pair is "
					"chosen by the other rules alone."),
		[READY_CONSENT] = N_("The rules of this year ask for a signed consent to take "
				     "part: no pair is proposed without it."),
		[READY_TRAINING] = N_("The rules of this year ask for mentors who are selected "
				      "and trained:"),
		[READY_FORM] = N_("Those who wait and the free places by the form that the "
				  "records ask for:"),
	};
	const struct ready_row *row = ready_desk(f)->row[at];

	lines_add(lines, INK_TITLE, "%s", row->name);
	lines_add(lines, INK_TEXT, "%s", text_of(sentence[row->kind]));
	if (row->kind == READY_REQUEST || row->kind == READY_COMPETENCE)
		lines_pair(lines, _("In own words"), row->text);
	else if (*row->text)
		lines_add(lines, INK_TEXT, "%s", row->text);
}

static const char *ready_status(struct frame *f, struct arena *a, size_t row)
{
	const struct ready *ready = ready_found(ready_desk(f)->run);
	int64_t short_of = ready->waiting - ready->places;

	(void)row;
	if (short_of > 0)
		return arena_printf(a,
				    ngettext("%lld place is missing: find mentors or give them "
					     "more places.",
					     "%lld places are missing: find mentors or give them "
					     "more places.",
					     (unsigned long)short_of),
				    (long long)short_of);
	return _("Enter opens the record. F2 – to the pairs.");
}

static const char *ready_nothing(struct frame *f)
{
	return ready_found(ready_desk(f)->run)->waiting
		       ? _("Everything is ready: F2 – to the pairs.")
		       : _("Nobody waits for a mentor. Add mentees first, or all have a pair "
			   "already.");
}

static bool ready_at_person(struct frame *f)
{
	return list_has_row(f) && ready_desk(f)->row[list_row(f)]->participant;
}

static unsigned ready_open_record(struct frame *f)
{
	const struct ready_row *row = ready_desk(f)->row[list_row(f)];
	struct base_new *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct base_new){ .participant = row->participant, .role = row->role };
	return view_push(f, row->role == ROLE_MENTEE ? &mentee_view : &mentor_view, arg);
}

static unsigned ready_pairs(struct frame *f)
{
	return view_push(f, &pairs_view, NULL);
}

static unsigned ready_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action ready_actions[] = {
	{ .key = K_F(2), .label = N_("Pairs"), .title = N_("To the pairs"), .run = ready_pairs },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("Edit the record"),
	  .enabled = ready_at_person,
	  .run = ready_open_record },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = list_has_row,
	  .run = ready_print },
	{ 0 },
};

static const struct list_spec ready_list = {
	.columns = ready_columns,
	.load = ready_load,
	.id = cells_id,
	.fetch = ready_fetch,
	.cell = cells_cell,
	.count = ready_count,
	.status = ready_status,
	.pane = ready_pane,
	.pane_rows = 5,
	.nothing = ready_nothing,
	.no_marks = true,
};

const struct view ready_view = {
	.name = "ready",
	.title = N_("Stage 5 · Readiness"),
	.kind = &list_kind,
	.spec = &ready_list,
	.actions = ready_actions,
	.help = N_("What is worth mending before pairs are formed: mentees whom nobody or only one "
		   "mentor suits, mentors nobody needs, requests and competences that are missing, "
		   "and what the rules of the year ask for. Nothing here forbids to go on."),
	.init = ready_init,
	.done = ready_done,
	.place = true,
	.seldom = true,
};

/* So many comparisons are not noticed. */
enum { READY_AT_ONCE = 500000 };

static unsigned ready_finished(struct frame *f, struct job *job, enum job_state state)
{
	struct ready_run *run = job->data;

	if (state == JOB_DONE && view_open(f->ui, f, &ready_view, run, NULL))
		return UI_TAKEN;
	ready_free(run);
	return state == JOB_DONE ? ui_fault(f->ui) : UI_TAKEN | UI_REDRAW;
}

unsigned ready_go(struct frame *f)
{
	struct job *job = arena_alloc(&f->arena, sizeof(*job));
	struct ready_run *run;

	if (ready_start(desk_app(f), &run, job) != RC_OK)
		return ui_fault(f->ui);
	if (job->total > READY_AT_ONCE)
		return progress_start(f, job, ready_finished);
	return ready_finished(f, job, job_run(job));
}
