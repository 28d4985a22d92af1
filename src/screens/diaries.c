/* Stage 6: the mentors' diaries, pairs × months, filled with one key a cell. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/work.h"
#include "nastavnik/base/date.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/grid.h"
#include "screens.h"

static const struct grid_mark diary_marks[] = {
	{ '1', DIARY_HANDED, N_("hand"), N_("handed in"), INK_TEXT },
	{ '2', DIARY_READ, GLYPH_OK, N_("read"), INK_GOOD },
	{ '3', 3, "3", N_("read, marked 3"), INK_GOOD },
	{ '4', 4, "4", N_("read, marked 4"), INK_GOOD },
	{ '5', DIARY_BEST, "5", N_("read, marked 5"), INK_GOOD },
	{ 0 },
};

struct diary_desk {
	struct work_desk work;
	struct diary *cell; /* works × months */
	int first, months;  /* shown */
};

static struct diary_desk *diary_desk(const struct frame *f)
{
	return f->data;
}

static const struct work *work_at(const struct frame *f, size_t row)
{
	return &diary_desk(f)->work.works.row[row];
}

static int month_at(const struct frame *f, size_t column)
{
	return diary_desk(f)->first + (int)column;
}

static struct diary *diary_at(const struct frame *f, size_t row, size_t column)
{
	return &diary_desk(f)->cell[row * WORK_MONTHS + (size_t)month_at(f, column)];
}

/* Rows marked by Space: their pairs, for the whole life of the screen. */
struct diary_marked {
	struct ids ids;
	size_t cap;
};

static struct diary_marked *marked(const struct frame *f)
{
	return f->arg;
}

static bool is_marked(const struct frame *f, size_t row)
{
	const struct ids *ids = &marked(f)->ids;

	for (size_t i = 0; i < ids->n; i++)
		if (ids->row[i] == work_at(f, row)->bond)
			return true;
	return false;
}

static void mark_turn(struct frame *f, size_t row)
{
	struct diary_marked *m = marked(f);
	int64_t bond = work_at(f, row)->bond;

	for (size_t i = 0; i < m->ids.n; i++) {
		if (m->ids.row[i] != bond)
			continue;
		m->ids.row[i] = m->ids.row[--m->ids.n];
		return;
	}
	m->ids.row = arena_grow(&f->arena, m->ids.row, m->ids.n, &m->cap, sizeof(*m->ids.row));
	m->ids.row[m->ids.n++] = bond;
}

static enum rc diaries_init(struct frame *f)
{
	f->arg = arena_alloc(&f->arena, sizeof(struct diary_marked));
	return RC_OK;
}

static size_t work_row(const struct works *works, int64_t bond)
{
	size_t row = 0;

	while (row < works->n && works->row[row].bond != bond)
		row++;
	return row;
}

/* The cells of all months, empty and then as the file has them; they come pair by pair. */
static void cells_fill(struct frame *f, struct diary_desk *desk, const struct diaries *diaries)
{
	const struct works *works = &desk->work.works;
	size_t row = works->n;

	desk->cell = ARENA_NEW(&f->fresh, struct diary, works->n * WORK_MONTHS);
	for (size_t i = 0; i < works->n * WORK_MONTHS; i++)
		desk->cell[i] = (struct diary){
			.bond = works->row[i / WORK_MONTHS].bond,
			.month = work_month(desk_year(f), (int)(i % WORK_MONTHS)),
			.mark = FIELD_NOTHING,
			.remark = "",
		};
	for (size_t i = 0; i < diaries->n; i++) {
		const struct diary *d = &diaries->row[i];
		int month = work_month_of(desk_year(f), (int)d->month);

		if (!i || d->bond != d[-1].bond)
			row = work_row(works, d->bond);
		if (row < works->n && month >= 0)
			desk->cell[row * WORK_MONTHS + (size_t)month] = *d;
	}
}

/* From the first month in which a pair works to the last; the rest of the year holds nothing. */
static void months_fit(struct diary_desk *desk, int64_t year)
{
	const struct works *works = &desk->work.works;
	int last = -1;

	desk->first = WORK_MONTHS - 1;
	for (size_t i = 0; i < works->n; i++) {
		const struct work *w = &works->row[i];
		int from = work_month_of(year, (int)w->from), to = work_month_of(year, (int)w->to);

		from = from < 0 ? 0 : from;
		to = to < 0 ? WORK_MONTHS - 1 : to;
		desk->first = from < desk->first ? from : desk->first;
		last = to > last ? to : last;
		for (int m = 0; m < WORK_MONTHS; m++) {
			if (diary_is_empty(&desk->cell[i * WORK_MONTHS + (size_t)m]))
				continue;
			desk->first = m < desk->first ? m : desk->first;
			last = m > last ? m : last;
		}
	}
	desk->months = last < desk->first ? 0 : last - desk->first + 1;
}

static enum rc diaries_read(struct frame *f, size_t *rows, size_t *columns)
{
	struct diary_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	struct diaries diaries;
	enum rc rc = work_desk_load(desk_app(f), &f->fresh, &desk->work);

	if (!rc)
		rc = diaries_load(desk_store(f), &f->fresh, desk_year(f), &diaries);
	if (rc)
		return rc;
	cells_fill(f, desk, &diaries);
	months_fit(desk, desk_year(f));
	f->data = desk;
	*rows = desk->work.works.n;
	*columns = (size_t)desk->months;
	return RC_OK;
}

static const char *diaries_row(struct frame *f, size_t row)
{
	const struct work *w = work_at(f, row);

	return arena_printf(&f->fresh, "%s%s", is_marked(f, row) ? GLYPH_OK " " : "",
			    work_name(&f->fresh, w));
}

static const char *diaries_column(struct frame *f, size_t column)
{
	return text_in(work_month_short(month_at(f, column)));
}

static bool month_to_come(const struct frame *f, size_t column)
{
	return work_month(desk_year(f), month_at(f, column)) > diary_desk(f)->work.today;
}

/* Did the pair work in that month at all? */
static bool month_of_pair(const struct frame *f, size_t row, size_t column)
{
	const struct work *w = work_at(f, row);
	int first = work_month(desk_year(f), month_at(f, column));

	return w->from < date_add_days(first, 31) && (!w->to || w->to >= first);
}

/* With a remark, in four letters. */
static const char *remark_text(struct frame *f, const struct grid_mark *mark)
{
	return mark->value == DIARY_HANDED ? _("ha.*")
					   : arena_printf(&f->fresh, "%s*", text_of(mark->shown));
}

/* An empty cell says whether anything is waited for: «!» is behind; a remark shows as «*». */
static const char *diaries_text(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct diary_desk *desk = diary_desk(f);
	const struct diary *d = diary_at(f, row, column);
	int64_t state = diary_state(d);

	for (const struct grid_mark *m = diary_marks; m->title; m++) {
		if (m->value != state || !*d->remark)
			continue;
		*ink = m->ink;
		return remark_text(f, m);
	}
	if (state)
		return NULL;
	*ink = INK_DIM;
	if (*d->remark)
		return "*";
	if (!month_of_pair(f, row, column))
		return " ";
	if (month_to_come(f, column) ||
	    !work_diary_due(work_at(f, row), &desk->work.rules, desk_year(f), month_at(f, column),
			    desk->work.today))
		return GLYPH_NOTE;
	*ink = INK_WARN;
	return "!";
}

static int64_t diaries_get(struct frame *f, size_t row, size_t column)
{
	return diary_state(diary_at(f, row, column));
}

/* «Орлова Инна – Титов Лев за октябрь» */
static const char *diary_whose(struct frame *f, size_t row, size_t column)
{
	return arena_printf(&f->fresh, "%s %s", work_name(&f->fresh, work_at(f, row)),
			    text_of(work_month_for(month_at(f, column))));
}

static enum rc diary_write(struct frame *f, size_t row, size_t column, struct diary changed)
{
	enum rc rc = diaries_save(desk_app(f), &(struct diaries){ &changed, 1 },
				  diary_whose(f, row, column));

	if (rc == RC_OK)
		*diary_at(f, row, column) = changed;
	return rc;
}

static enum rc diaries_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	struct diary changed = *diary_at(f, row, column);

	if (value == diary_state(&changed))
		return RC_OK;
	diary_set(&changed, value, diary_desk(f)->work.today);
	return diary_write(f, row, column, changed);
}

/* A remark */

struct remark_at {
	size_t row, column;
};

static enum rc remark_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	const struct remark_at *at = data;
	struct diary changed = *diary_at(f, at->row, at->column);
	enum rc rc;

	*took = UI_TAKEN | UI_RELOAD;
	if (!strcmp(text, changed.remark))
		return RC_OK;
	changed.remark = text;
	rc = diary_write(f, at->row, at->column, changed);
	if (rc == RC_OK)
		ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return rc;
}

static unsigned remark_ask(struct frame *f, size_t row, size_t column)
{
	struct remark_at *at = arena_alloc(&f->arena, sizeof(*at));

	*at = (struct remark_at){ row, column };
	return dialog_prompt(f, &(struct prompt){ .title = diary_whose(f, row, column),
						  .label = _("Remark:"),
						  .text = diary_at(f, row, column)->remark,
						  .hint = _("What to tell the mentor. An empty "
							    "line takes the remark away."),
						  .max = 200,
						  .mend = true,
						  .entered = remark_entered,
						  .data = at });
}

static unsigned diaries_key(struct frame *f, size_t row, size_t column, const struct event *event)
{
	if (event->key == K_ENTER)
		return desk_writable(f) ? remark_ask(f, row, column) : UI_TAKEN;
	if (event->key != ' ')
		return UI_IGNORED;
	mark_turn(f, row);
	return grid_advance(f);
}

/* A month for all pairs that are marked, or for all */

struct month_wish {
	size_t column;
};

/* Empty cells become handed in; what was handed in becomes read; more than that stays. */
static struct diaries month_changes(struct frame *f, size_t column, int64_t state)
{
	const struct works *works = &diary_desk(f)->work.works;
	bool some = marked(f)->ids.n > 0;
	struct diaries out = { ARENA_NEW(&f->fresh, struct diary, works->n), 0 };

	for (size_t row = 0; row < works->n; row++) {
		struct diary d = *diary_at(f, row, column);

		if (diary_state(&d) >= state || (some && !is_marked(f, row)) ||
		    (!some && state == DIARY_READ && !diary_state(&d)) ||
		    !month_of_pair(f, row, column))
			continue;
		diary_set(&d, state, diary_desk(f)->work.today);
		out.row[out.n++] = d;
	}
	return out;
}

static unsigned month_answered(struct frame *f, int button, void *data)
{
	const struct month_wish *wish = data;
	const char *month = text_of(work_month_for(month_at(f, wish->column)));
	struct diaries changes;

	if (button != 0 && button != 1)
		return UI_TAKEN;
	changes = month_changes(f, wish->column, button == 0 ? DIARY_HANDED : DIARY_READ);
	if (diaries_save(desk_app(f), &changes,
			 arena_printf(&f->fresh, "%s: %zu", month, changes.n)) != RC_OK)
		return ui_fault(f->ui);
	marked(f)->ids.n = 0;
	if (changes.n)
		ui_say(f->ui,
		       ngettext("Diaries %s: %zu cell is filled. Ctrl+Z takes it back.",
				"Diaries %s: %zu cells are filled. Ctrl+Z takes it back.",
				changes.n),
		       month, changes.n);
	else
		ui_say(f->ui, _("There was nothing to fill."));
	return UI_TAKEN | UI_RELOAD;
}

static bool may_fill(struct frame *f)
{
	return desk_writable(f) && action_needs(f, diary_desk(f)->work.works.n > 0,
						N_("No pair is confirmed yet: there are no "
						   "diaries to hand in."));
}

static unsigned month_fill(struct frame *f)
{
	struct month_wish *wish = arena_alloc(&f->arena, sizeof(*wish));
	size_t n = marked(f)->ids.n;

	wish->column = grid_column(f);
	return dialog_ask(
		f,
		&(struct question){
			.title = arena_printf(&f->fresh, _("Diaries %s"),
					      text_of(work_month_for(month_at(f, wish->column)))),
			.text = n ? arena_printf(&f->fresh,
						 ngettext("Of %zu marked pair:",
							  "Of %zu marked pairs:", n),
						 n)
				  : _("Of all pairs; read are those that were handed in. Space "
				      "marks single ones."),
			.button = { _("All handed in"), _("All read"), _("Leave") },
			.answered = month_answered,
			.data = wish });
}

static const char *diaries_count(struct frame *f, struct arena *a)
{
	struct diary_month count = diary_month_count(desk_app(f), &diary_desk(f)->work);

	if (!diary_desk(f)->work.rules.diaries)
		return _("diaries are not asked for");
	if (count.month < 0)
		return _("nothing is due");
	return arena_printf(a, _("%s: handed in %lld, missing %lld"),
			    text_of(work_month_for(count.month)), (long long)count.handed,
			    (long long)count.owed);
}

static const char *diaries_status(struct frame *f, struct arena *a)
{
	const struct diary *d = diary_at(f, grid_row(f), grid_column(f));

	if (*d->remark)
		return arena_printf(a, _("Remark: %s"), d->remark);
	return _("1 – handed in, 2 – read, 3 4 5 – read with a mark, Enter – remark, Del – empty");
}

static unsigned diaries_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action diaries_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Month"),
	  .title = N_("Fill the month for all marked pairs"),
	  .help = N_("When no pair is marked, for all."),
	  .enabled = may_fill,
	  .run = month_fill },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the diaries"),
	  .enabled = may_fill,
	  .run = diaries_print },
	{ .title = N_("Rules of stage 6"), .open = &work_rules_view },
	{ .title = N_("Who is behind"), .open = &behind_view },
	{ 0 },
};

static const struct grid_spec diaries_grid = {
	.marks = diary_marks,
	.cell_width = 5,
	.title_width = 60,
	.text = diaries_text,
	.key = diaries_key,
	.load = diaries_read,
	.row_title = diaries_row,
	.column_title = diaries_column,
	.get = diaries_get,
	.set = diaries_set,
	.count = diaries_count,
	.status = diaries_status,
	.empty = N_("No pair is confirmed yet: there are no diaries to hand in."),
};

const struct view diaries_view = {
	.name = "diaries",
	.title = N_("Stage 6 · Mentors' diaries"),
	.kind = &grid_kind,
	.spec = &diaries_grid,
	.actions = diaries_actions,
	.help = N_("Months across, pairs below. 1 writes that the diary was handed in today, 2 "
		   "that it is read, 3, 4, 5 that it is read with that mark. Enter writes a "
		   "remark, shown as *. “!” is a diary that is behind. Space marks pairs, F2 fills "
		   "the month for all that are marked. A teacher's diary is voluntary by law: in "
		   "the rules of stage 6 diaries can be switched off, and nothing is asked for."),
	.init = diaries_init,
	.place = true,
};
