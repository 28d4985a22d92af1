/* The calendar's overview of the year: what each month holds, by kind. */
#include "calendar.h"

#include "cells.h"
#include "nastavnik/base/date.h"
#include "nastavnik/ui/list.h"
#include "screens.h"

enum {
	MONTH_COLUMN,
	TERM_COLUMN,
	MEETING_COLUMN,
	EVENT_COLUMN,
	COURSE_COLUMN,
	OTHER_COLUMN,
	LATE_COLUMN,
	YEAR_COLUMNS
};

static const struct list_column year_columns[] = {
	[MONTH_COLUMN] = { N_("Month"), .width = 16, .grow = 1, .unsorted = true },
	[TERM_COLUMN] = { N_("Terms"), .width = -6, .unsorted = true },
	[MEETING_COLUMN] = { N_("Meetings"), .width = -7, .unsorted = true },
	[EVENT_COLUMN] = { N_("Events"), .width = -7, .unsorted = true },
	[COURSE_COLUMN] = { N_("Courses"), .width = -6, .unsorted = true },
	[OTHER_COLUMN] = { N_("Other"), .width = -7, .unsorted = true },
	[LATE_COLUMN] = { N_("Overdue"), .width = -10, .unsorted = true },
	{ 0 },
};

/* Where a kind is counted. */
static const int column_of[CALENDAR_KINDS + 1] = {
	[CALENDAR_TASK] = TERM_COLUMN,     [CALENDAR_MEETING] = MEETING_COLUMN,
	[CALENDAR_HELD] = MEETING_COLUMN,  [CALENDAR_EVENT] = EVENT_COLUMN,
	[CALENDAR_LESSON] = COURSE_COLUMN, [CALENDAR_TEST] = COURSE_COLUMN,
	[CALENDAR_CONTEST] = OTHER_COLUMN, [CALENDAR_DIARY] = OTHER_COLUMN,
	[CALENDAR_CONSENT] = OTHER_COLUMN, [CALENDAR_AGREEMENT] = OTHER_COLUMN,
};

/* From August to the August after. */
enum { MONTHS = 13 };

struct year_month {
	int first; /* day */
	size_t n[YEAR_COLUMNS];
};

struct year_desk {
	struct cells cells;
	struct year_month month[MONTHS];
};

static void year_count(struct year_desk *desk, const struct calendar_items *items)
{
	for (size_t i = 0; i < items->n; i++) {
		const struct calendar_item *item = &items->row[i];
		int first = date_add_months((int)item->entry.day, 0);

		for (int m = 0; m < MONTHS; m++)
			if (desk->month[m].first == first) {
				desk->month[m].n[column_of[item->entry.kind]]++;
				desk->month[m].n[LATE_COLUMN] += item->overdue;
			}
	}
}

static enum rc calendar_year_load(struct frame *f, const struct list_query *query, size_t *n)
{
	const struct calendar_year_arg *arg = f->arg;
	struct year_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	struct calendar_items items;
	enum rc rc = calendar_items_load(desk_app(f), &f->fresh, calendar_first(f),
					 calendar_last(f), arg->kinds, false, &items);

	if (rc != RC_OK)
		return rc;
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, MONTHS);
	*n = 0;
	for (int m = 0; m < MONTHS; m++)
		desk->month[m].first = date_add_months(calendar_first(f), m);
	for (int m = 0; m < MONTHS; m++)
		if (cells_found(&f->fresh, query,
				calendar_month_title(&f->fresh, desk->month[m].first)))
			desk->cells.ids.row[(*n)++] = desk->month[m].first;
	desk->cells.ids.n = *n;
	year_count(desk, &items);
	f->data = desk;
	if (list_row(f) == SIZE_MAX)
		list_select(f, date_add_months(arg->day, 0));
	return RC_OK;
}

static const struct year_month *month_of(const struct year_desk *desk, int64_t first)
{
	const struct year_month *month = desk->month;

	while (month->first != first)
		month++;
	return month;
}

static enum rc calendar_year_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct year_desk *desk = f->data;

	cells_page(&desk->cells, page, YEAR_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct year_month *month = month_of(desk, desk->cells.ids.row[i]);
		bool now = month->first == date_add_months(date_today(), 0);

		cells_set(&desk->cells, i, MONTH_COLUMN, now ? INK_TITLE : INK_TEXT,
			  calendar_month_title(page, month->first));
		for (size_t c = TERM_COLUMN; c <= LATE_COLUMN; c++) {
			bool late = c == LATE_COLUMN;

			if (month->n[c])
				cells_set(&desk->cells, i, c, late ? INK_BAD : INK_TEXT,
					  arena_printf(page, "%s%zu", late ? GLYPH_WARN " " : "",
						       month->n[c]));
		}
	}
	return RC_OK;
}

static const char *calendar_year_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("Enter: the days of this month.");
}

static unsigned calendar_year_enter(struct frame *f)
{
	f->answer = list_current(f);
	return UI_TAKEN | UI_CLOSE;
}

static enum rc calendar_year_init(struct frame *f)
{
	char name[12];

	frame_title(f, _("Calendar of the year %s"), year_name(desk_year(f), name));
	return RC_OK;
}

static const struct action calendar_year_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("The days of this month"),
	  .enabled = list_has_row,
	  .run = calendar_year_enter },
	{ 0 },
};

static const struct list_spec calendar_year_list = {
	.columns = year_columns,
	.load = calendar_year_load,
	.id = cells_id,
	.fetch = calendar_year_fetch,
	.cell = cells_cell,
	.status = calendar_year_status,
	.empty = "",
	.no_marks = true,
};

const struct view calendar_year_view = {
	.name = "calendar-year",
	.title = N_("Calendar of the year"),
	.kind = &list_kind,
	.spec = &calendar_year_list,
	.actions = calendar_year_actions,
	.help = N_("How much stands in each month of what the calendar shows, and how much of it "
		   "is overdue. Enter opens the month."),
	.init = calendar_year_init,
};
