/* Stage 6: how the pairs are at work, and who is behind by how many days. */
#include "cells.h"
#include "nastavnik/app/work.h"
#include "nastavnik/base/date.h"
#include "screens.h"

enum {
	WORK_DAYS,
	WORK_MENTOR,
	WORK_MENTEE,
	WORK_WHAT,
	WORK_MEETINGS,
	WORK_PLAN,
	WORK_EFFECTIVE,
	WORK_COLUMNS
};

static const struct list_column work_columns[] = {
	[WORK_DAYS] = { N_("Days"), .width = -5 },
	[WORK_MENTOR] = { N_("Mentor"), .width = 16, .grow = 1 },
	[WORK_MENTEE] = { N_("Mentee"), .width = 16, .grow = 1 },
	[WORK_WHAT] = { N_("Behind with"), .width = 27, .grow = 2 },
	[WORK_MEETINGS] = { N_("Meetings"), .width = -7, .wide = true },
	[WORK_PLAN] = { N_("Plan, %"), .width = -7, .wide = true },
	[WORK_EFFECTIVE] = { N_("Eff."), .width = 4 },
	{ 0 },
};

const bool works_all = true;

static bool shows_all(const struct frame *f)
{
	return f->arg == &works_all;
}

struct work_row {
	const struct work *work;
	struct behind behind;
	const char *text;
	bool effective;
};

struct work_rows {
	struct cells cells;
	struct work_desk desk;
	struct work_row *row;
	size_t behind, effective; /* of all */
};

static const struct work_rows *work_rows(const struct frame *f)
{
	return f->data;
}

static const struct work_row *row_at(const struct frame *f, size_t row)
{
	return &work_rows(f)->row[row];
}

/* The longest behind stand first until another order is asked for. */

static int by_days(const void *a, const void *b)
{
	const struct work_row *x = a, *y = b;

	return (x->behind.days < y->behind.days) - (x->behind.days > y->behind.days);
}

static int by_mentor(const void *a, const void *b)
{
	const struct work_row *x = a, *y = b;

	return cells_by_text(x->work->mentor.family, y->work->mentor.family);
}

static int by_mentee(const void *a, const void *b)
{
	const struct work_row *x = a, *y = b;

	return cells_by_text(x->work->mentee.family, y->work->mentee.family);
}

static int by_meetings(const void *a, const void *b)
{
	const struct work_row *x = a, *y = b;

	return (x->work->meetings > y->work->meetings) - (x->work->meetings < y->work->meetings);
}

static int64_t plan_share(const struct work *w)
{
	return w->plan ? w->done * 100 / w->plan : -1;
}

static int by_plan(const void *a, const void *b)
{
	const struct work_row *x = a, *y = b;
	int64_t p = plan_share(x->work), q = plan_share(y->work);

	return (p > q) - (p < q);
}

static int by_effect(const void *a, const void *b)
{
	const struct work_row *x = a, *y = b;

	return x->effective - y->effective;
}

static cells_order *const work_order[WORK_COLUMNS] = {
	[WORK_DAYS] = by_days,         [WORK_MENTOR] = by_mentor, [WORK_MENTEE] = by_mentee,
	[WORK_MEETINGS] = by_meetings, [WORK_PLAN] = by_plan,     [WORK_EFFECTIVE] = by_effect,
};

static bool work_found(struct arena *a, const struct work_row *row, const struct list_query *query)
{
	return cells_found(a, query,
			   arena_printf(a, "%s %s %s %s", person_name(a, &row->work->mentor),
					person_name(a, &row->work->mentee),
					row->work->mentee.class_name, row->text));
}

static struct work_row row_make(struct frame *f, const struct work_desk *desk, const struct work *w)
{
	struct work_row row = {
		.work = w,
		.behind = work_behind(w, &desk->rules, desk_year(f), desk->today),
		.effective = work_effective(w, &desk->rules, desk->today),
	};

	row.text = behind_show(&f->fresh, w, &row.behind, desk->today);
	return row;
}

static enum rc works_read(struct frame *f, const struct list_query *query, size_t *n)
{
	struct work_rows *rows = arena_alloc(&f->fresh, sizeof(*rows));
	const struct works *works = &rows->desk.works;
	enum rc rc = work_desk_load(desk_app(f), &f->fresh, &rows->desk);

	if (rc)
		return rc;
	rows->row = ARENA_NEW(&f->fresh, struct work_row, works->n);
	*n = 0;
	for (size_t i = 0; i < works->n; i++) {
		struct work_row row = row_make(f, &rows->desk, &works->row[i]);

		rows->behind += row.behind.days > 0;
		rows->effective += row.effective;
		if ((shows_all(f) || row.behind.days) && work_found(&f->fresh, &row, query))
			rows->row[(*n)++] = row;
	}
	cells_sort(&f->fresh, rows->row, *n, sizeof(*rows->row), work_order, query);
	rows->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		rows->cells.ids.row[i] = rows->row[i].work->bond;
	f->data = rows;
	return RC_OK;
}

static void work_show(struct work_rows *rows, struct arena *page, size_t i)
{
	const struct work_row *row = &rows->row[i];
	const struct work *w = row->work;
	int64_t share = plan_share(w);
	enum ink ink = w->active ? INK_TEXT : INK_DIM;

	if (row->behind.days)
		cells_set(&rows->cells, i, WORK_DAYS, INK_WARN,
			  arena_printf(page, "%lld", (long long)row->behind.days));
	cells_set(&rows->cells, i, WORK_MENTOR, ink, person_short_name(page, &w->mentor));
	cells_set(&rows->cells, i, WORK_MENTEE, ink,
		  w->mentees > 1 ? arena_printf(page, "%s +%zu",
						person_short_name(page, &w->mentee), w->mentees - 1)
				 : person_short_name(page, &w->mentee));
	cells_set(&rows->cells, i, WORK_WHAT, ink, w->active ? row->text : _("has ended"));
	cells_set(
		&rows->cells, i, WORK_MEETINGS, ink,
		arena_printf(page, "%lld/%lld", (long long)w->meetings,
			     (long long)work_meetings_due(w, &rows->desk.rules, rows->desk.today)));
	if (share >= 0)
		cells_set(&rows->cells, i, WORK_PLAN, ink,
			  arena_printf(page, "%lld", (long long)share));
	cells_set(&rows->cells, i, WORK_EFFECTIVE, row->effective ? INK_GOOD : INK_DIM,
		  row->effective ? GLYPH_OK : "–");
}

static enum rc works_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct work_rows *rows = f->data;

	cells_page(&rows->cells, page, WORK_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++)
		work_show(rows, page, i);
	return RC_OK;
}

static const char *works_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct work_rows *rows = work_rows(f);

	if (found)
		return arena_printf(a, _("found %zu"), n);
	return arena_printf(a, _("behind %zu of %zu · effective %zu"), rows->behind,
			    rows->desk.works.n, rows->effective);
}

/* The rule stands on the screen, and what this pair lacks by it. */
static void works_pane(struct frame *f, struct lines *lines, size_t at)
{
	const struct work_desk *desk = &work_rows(f)->desk;
	const struct work_row *row = row_at(f, at);
	const char *lacks = work_lacks(lines->arena, row->work, &desk->rules, desk->today);
	char last[DATE_SIZE], next[DATE_SIZE];

	lines_add(lines, INK_TEXT, "%s", row->work->active ? row->text : _("has ended"));
	lines_add(lines, INK_DIM, _("last meeting: %s · next: %s · %s"),
		  row->work->last ? date_format((int)row->work->last, last) : "–",
		  row->work->next ? date_format((int)row->work->next, next) : "–",
		  row->effective ? _("effective")
				 : arena_printf(lines->arena, _("not effective: %s"), lacks));
	lines_text(lines, INK_DIM, effective_sentence(lines->arena, &desk->rules));
}

static unsigned works_turn(struct frame *f)
{
	f->arg = shows_all(f) ? NULL : (void *)(uintptr_t)&works_all;
	frame_title(f, "%s",
		    shows_all(f) ? _("Stage 6 · How the pairs are at work")
				 : text_of(f->view->title));
	return UI_TAKEN | UI_RELOAD;
}

static enum rc works_init(struct frame *f)
{
	if (shows_all(f))
		frame_title(f, "%s", _("Stage 6 · How the pairs are at work"));
	return RC_OK;
}

static unsigned works_open(struct frame *f)
{
	return view_push(f, &pair_view, desk_id_arg(f, list_current(f)));
}

/* These are opened for the whole year, whatever is shown here. */

static unsigned works_reports(struct frame *f)
{
	return view_push(f, &term_reports_view, NULL);
}

static unsigned works_reviews(struct frame *f)
{
	return view_push(f, &reviews_view, NULL);
}

static unsigned works_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const char *works_nothing(struct frame *f)
{
	if (!work_rows(f)->desk.works.n)
		return _("No pair is confirmed yet: form and confirm them in stage 5.");
	return _("Nobody is behind. F2 shows all pairs.");
}

static const struct action works_actions[] = {
	{ .key = K_F(2),
	  .label = N_("All"),
	  .title = N_("All pairs, or those who are behind"),
	  .run = works_turn },
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Pair"),
	  .title = N_("The pair: meetings, plan, pauses"),
	  .enabled = list_has_row,
	  .run = works_open },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = works_print },
	{ .title = N_("Mentors' diaries"), .open = &diaries_view },
	{ .title = N_("Reports of the pairs by term"), .run = works_reports },
	{ .title = N_("Analytical reviews"), .run = works_reviews },
	{ .title = N_("Rules of stage 6"), .open = &work_rules_view },
	{ 0 },
};

static const struct list_spec works_list = {
	.columns = work_columns,
	.load = works_read,
	.id = cells_id,
	.fetch = works_fetch,
	.cell = cells_cell,
	.count = works_count,
	.nothing = works_nothing,
	.pane = works_pane,
	.pane_rows = 5,
	.no_marks = true,
};

const struct view behind_view = {
	.name = "behind",
	.title = N_("Stage 6 · Who is behind"),
	.kind = &list_kind,
	.spec = &works_list,
	.actions = works_actions,
	.help = N_("Pairs that have not met for longer than the rules of stage 6 say, whose diary "
		   "was not handed in, whose planned meeting has passed: the longest first. Days "
		   "of a pause do not count. Below stands the rule by which a pair is effective, "
		   "and what this one lacks. F2 shows all pairs."),
	.init = works_init,
	.place = true,
	.seldom = true,
};
