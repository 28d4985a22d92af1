/* Stage 6: reports of the pairs by both sides, pairs × terms; and a report itself. */
#include "nastavnik/app/work.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/termwork.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/grid.h"
#include "records.h"
#include "screens.h"

static const struct record_desk pair_reports = {
	.type = &term_report_type,
	.form = &pair_report_view,
	.sort = "term",
	.owners = "bond",
	.owners_title = N_("Pair"),
	.empty = N_("No report of this pair yet. Ins adds one."),
};

const struct view pair_reports_view = {
	.name = "pair-reports",
	.title = N_("Reports of the pairs"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &pair_reports,
	.actions = record_actions,
	.help = N_("How a term went, as the mentee and the mentor say."),
};

const struct view pair_report_view = {
	.name = "pair-report",
	.title = N_("Report of a pair"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &pair_reports,
	.help = N_("Short is enough: what was done, what was hard, what is wished for."),
};

/* The grid: two columns a term, mentor and mentee. */

enum { SIDES = 2, TERMS_MAX = TERMS_QUARTERS };

/* Marks are made by saving a report, not by a key. */
static const struct grid_mark report_marks[] = { { 0 } };

struct reports_desk {
	struct work_desk work;
	int64_t (*id)[TERMS_MAX][SIDES]; /* of the reports, by pair; 0: none */
	size_t there;
};

static struct reports_desk *reports_desk(const struct frame *f)
{
	return f->data;
}

static int64_t terms_of(const struct frame *f)
{
	return app_year(desk_app(f))->terms;
}

static int64_t term_at(size_t column)
{
	return (int64_t)column / SIDES + 1;
}

static enum pair_side side_at(size_t column)
{
	return column % SIDES ? SIDE_MENTEE : SIDE_MENTOR;
}

static int64_t report_at(const struct frame *f, size_t row, size_t column)
{
	return reports_desk(f)->id[row][column / SIDES][column % SIDES];
}

static void report_place(struct reports_desk *desk, const struct term_report *report, int64_t terms)
{
	size_t row = 0;
	int64_t *at;

	if (report->term < 1 || report->term > terms)
		return;
	while (row < desk->work.works.n && desk->work.works.row[row].bond != report->head.owner)
		row++;
	if (row == desk->work.works.n)
		return;
	at = &desk->id[row][report->term - 1][report->side == SIDE_MENTEE];
	desk->there += !*at;
	*at = report->head.id;
}

static enum rc reports_load(struct frame *f, size_t *rows, size_t *columns)
{
	struct reports_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	struct records reports;
	enum rc rc = work_desk_load(desk_app(f), &f->fresh, &desk->work);

	if (!rc)
		rc = record_list_year(desk_store(f), &f->fresh, &term_report_type, desk_year(f),
				      &reports);
	if (rc)
		return rc;
	desk->id = arena_alloc(&f->fresh, sizeof(*desk->id) * (desk->work.works.n + 1));
	for (size_t i = 0; i < reports.n; i++)
		report_place(desk, record_at(&term_report_type, &reports, i), terms_of(f));
	f->data = desk;
	*rows = desk->work.works.n;
	*columns = (size_t)terms_of(f) * SIDES;
	return RC_OK;
}

static const char *reports_row(struct frame *f, size_t row)
{
	return work_name(&f->fresh, &reports_desk(f)->work.works.row[row]);
}

static const char *reports_column(struct frame *f, size_t column)
{
	return arena_printf(&f->fresh,
			    side_at(column) == SIDE_MENTOR ? _("%lld ment") : _("%lld pup"),
			    (long long)term_at(column));
}

/* Has the pair worked in that term, and has the term begun? */
static bool term_of_pair(const struct frame *f, size_t row, size_t column)
{
	const struct work *w = &reports_desk(f)->work.works.row[row];
	int from = 0, to = 0;

	return work_term(app_year(desk_app(f)), term_at(column), &from, &to) &&
	       from <= reports_desk(f)->work.today && w->from <= to && (!w->to || w->to >= from);
}

static const char *reports_text(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	bool there = report_at(f, row, column) != 0;

	*ink = there ? INK_GOOD : INK_DIM;
	if (there)
		return GLYPH_OK;
	return term_of_pair(f, row, column) ? GLYPH_NOTE : " ";
}

static int64_t reports_get(struct frame *f, size_t row, size_t column)
{
	return report_at(f, row, column) != 0;
}

static enum rc reports_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	(void)f, (void)row, (void)column, (void)value;
	return err_set(RC_INVALID, _("Enter opens the report; F8 in the list of reports deletes."));
}

static unsigned report_closed(struct frame *f, struct frame *form)
{
	(void)f;
	return form->answer ? UI_TAKEN | UI_RELOAD : UI_TAKEN;
}

static unsigned report_open(struct frame *f, size_t row, size_t column)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));
	struct term_report *fresh = arena_alloc(&f->arena, sizeof(*fresh));
	int64_t bond = reports_desk(f)->work.works.row[row].bond;

	record_init(&term_report_type, fresh, bond, reports_desk(f)->work.today);
	fresh->term = term_at(column);
	fresh->side = side_at(column);
	*arg = (struct record_arg){ .id = report_at(f, row, column),
				    .owner = bond,
				    .fresh = fresh };
	view_open(f->ui, f, &pair_report_view, arg, report_closed);
	return UI_TAKEN;
}

static unsigned reports_enter(struct frame *f)
{
	return report_open(f, grid_row(f), grid_column(f));
}

static unsigned reports_key(struct frame *f, size_t row, size_t column, const struct event *event)
{
	if (event->key == ' ' || event->key == K_ENTER)
		return report_open(f, row, column);
	return UI_IGNORED;
}

static const char *reports_count(struct frame *f, struct arena *a)
{
	return arena_printf(a, _("reports: %zu"), reports_desk(f)->there);
}

static const char *reports_status(struct frame *f, struct arena *a)
{
	size_t column = grid_column(f);

	return arena_printf(a,
			    side_at(column) == SIDE_MENTOR
				    ? _("Report of the mentor, %s. Enter opens or writes it.")
				    : _("Report of the mentee, %s. Enter opens or writes it."),
			    work_term_name(a, app_year(desk_app(f)), term_at(column)));
}

static bool reports_any(struct frame *f)
{
	return action_needs(f, reports_desk(f)->work.works.n > 0,
			    N_("No pair is confirmed yet: there is nobody to report."));
}

static unsigned reports_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action reports_actions[] = {
	{ .key = K_F(4),
	  .label = N_("Report"),
	  .title = N_("Open the report, or write it"),
	  .enabled = reports_any,
	  .run = reports_enter },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print which reports are there"),
	  .enabled = reports_any,
	  .run = reports_print },
	{ 0 },
};

static const struct grid_spec reports_grid = {
	.marks = report_marks,
	.cell_width = 6,
	.title_width = 60,
	.text = reports_text,
	.key = reports_key,
	.load = reports_load,
	.row_title = reports_row,
	.column_title = reports_column,
	.get = reports_get,
	.set = reports_set,
	.count = reports_count,
	.status = reports_status,
	.empty = N_("No pair is confirmed yet: there is nobody to report."),
};

const struct view term_reports_view = {
	.name = "term-reports",
	.title = N_("Stage 6 · Reports by term"),
	.kind = &grid_kind,
	.spec = &reports_grid,
	.actions = reports_actions,
	.help = N_("Pairs below, terms of the year across, each with the mentor's report and the "
		   "mentee's. Enter opens the report, or writes one. A dot is a report that may be "
		   "written by now; nobody is reminded of it."),
	.place = true,
	.seldom = true,
};
