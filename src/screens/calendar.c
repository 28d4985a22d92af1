/*
 * The calendar of the school year: the days of a month with what stands in them, months beside. An
 * empty day has a row too, so that something new can be put there.
 */
#include "calendar.h"

#include "nastavnik/base/date.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"
#include "task.h"

enum { DAY_COLUMN, WHAT_COLUMN, KIND_COLUMN, CALENDAR_COLUMNS };

static const struct list_column calendar_columns[] = {
	[DAY_COLUMN] = { N_("Date"), .width = 7, .unsorted = true },
	[WHAT_COLUMN] = { N_("What"), .width = 26, .grow = 1, .unsorted = true },
	[KIND_COLUMN] = { N_("Kind"), .width = 11, .unsorted = true },
	{ 0 },
};

static int within_year(const struct frame *f, int day)
{
	if (day < calendar_first(f))
		return calendar_first(f);
	return day > calendar_last(f) ? calendar_last(f) : day;
}

static enum rc calendar_init(struct frame *f)
{
	struct calendar_desk *desk = arena_alloc(&f->arena, sizeof(*desk));

	desk->found.version = -1;
	desk->kinds = CALENDAR_ALL;
	desk->day = within_year(f, date_today());
	desk->lift = true;
	f->data = desk;
	return RC_OK;
}

static void calendar_done(struct frame *f)
{
	if (calendar_desk(f))
		arena_done(&calendar_desk(f)->found.arena);
}

static const char *weekday_word(int day)
{
	static const char *const word[] = { CN_("weekday", "Mo"), CN_("weekday", "Tu"),
					    CN_("weekday", "We"), CN_("weekday", "Th"),
					    CN_("weekday", "Fr"), CN_("weekday", "Sa"),
					    CN_("weekday", "Su") };

	return text_in(word[date_weekday(day) - 1]);
}

static void day_show(struct frame *f, struct arena *page, size_t i, const struct day_row *row)
{
	struct calendar_desk *desk = calendar_desk(f);
	bool today = row->day == date_today(), find = *list_find(f);

	if (find)
		cells_set(&desk->cells, i, DAY_COLUMN, INK_TEXT, task_day(page, row->day));
	else if (row->first)
		cells_set(&desk->cells, i, DAY_COLUMN, today ? INK_TITLE : INK_DIM,
			  arena_printf(page, "%2d %s%s", date_day(row->day), weekday_word(row->day),
				       today ? " <" : ""));
}

static enum ink item_ink(const struct calendar_item *item)
{
	if (item->overdue)
		return INK_BAD;
	return item->done || item->entry.optional ? INK_DIM : INK_TEXT;
}

static void item_show(struct calendar_desk *desk, struct arena *page, size_t i,
		      const struct day_row *row)
{
	const struct calendar_item *item = row->item;
	enum calendar_kind kind = (enum calendar_kind)item->entry.kind;
	const char *sign = item->overdue                         ? GLYPH_WARN " "
			   : item->done && kind != CALENDAR_HELD ? GLYPH_OK " "
								 : "";
	const char *text =
		row->held ? arena_printf(page, _("Meetings held: %zu"), row->held) : item->text;

	cells_set(&desk->cells, i, WHAT_COLUMN, item_ink(item),
		  arena_printf(page, "%s%s", sign, text));
	cells_set(&desk->cells, i, KIND_COLUMN, INK_DIM, calendar_kind_name(kind));
}

static enum rc calendar_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct calendar_desk *desk = calendar_desk(f);

	cells_page(&desk->cells, page, CALENDAR_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct day_row *row = &desk->row[i];

		day_show(f, page, i, row);
		if (row->item)
			item_show(desk, page, i, row);
		else if (row->day == date_today())
			cells_set(&desk->cells, i, WHAT_COLUMN, INK_DIM, _("today"));
	}
	return RC_OK;
}

/* Words around the list */

static const struct day_row *day_row(struct frame *f)
{
	return list_row(f) == SIZE_MAX ? NULL : &calendar_desk(f)->row[list_row(f)];
}

static const struct calendar_item *item_here(struct frame *f)
{
	const struct day_row *row = day_row(f);

	return row ? row->item : NULL;
}

static const char *calendar_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct calendar_desk *desk = calendar_desk(f);
	const char *part = desk->kinds == CALENDAR_ALL ? "" : _(" · a part");
	size_t overdue = 0;

	if (found)
		return arena_printf(a, _("found %zu"), n);
	for (size_t i = 0; i < desk->near.n; i++)
		overdue += desk->near.row[i].overdue;
	if (overdue)
		return arena_printf(a, _("entries %zu · overdue in the year %zu%s"), desk->month.n,
				    overdue, part);
	return arena_printf(a, _("entries %zu%s"), desk->month.n, part);
}

static const char *calendar_status(struct frame *f, struct arena *a, size_t row)
{
	const struct day_row *here = &calendar_desk(f)->row[row];
	char date[DATE_SIZE];

	if (here->item && here->item->entry.kind == CALENDAR_TASK)
		return _("Enter opens it. Space: done. PageUp, PageDown: months. Home: today.");
	if (here->held)
		return _("Enter tells them one by one. PageUp, PageDown: months. Home: today.");
	if (here->item)
		return _("Enter opens it. ←→: days. PageUp, PageDown: months. Home: today.");
	return arena_printf(a,
			    _("Ins: something new on %s. PageUp, PageDown: months. Home: today."),
			    date_format(here->day, date));
}

static void calendar_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct day_row *here = &calendar_desk(f)->row[row];
	char date[DATE_SIZE];

	lines_add(lines, INK_TITLE, "%s, %s", date_format(here->day, date),
		  weekday_word(here->day));
	for (size_t i = 0; i < calendar_desk(f)->cells.ids.n; i++) {
		const struct day_row *other = &calendar_desk(f)->row[i];

		if (other->day != here->day || !other->item)
			continue;
		lines_add(lines, INK_DIM, "%s",
			  calendar_kind_name((enum calendar_kind)other->item->entry.kind));
		lines_add(lines, other->item->overdue ? INK_BAD : INK_TEXT, "%s",
			  other->item->text);
	}
}

/* Moving */

static void go_row(struct frame *f, size_t row)
{
	list_select(f, calendar_desk(f)->cells.ids.row[row]);
}

/* The first row of a day that the list has. */
static bool go_day(struct frame *f, int day)
{
	const struct calendar_desk *desk = calendar_desk(f);

	for (size_t i = 0; i < desk->cells.ids.n; i++)
		if (desk->row[i].day == day) {
			go_row(f, i);
			return true;
		}
	return false;
}

/* To a day of any month. */
static unsigned go_to(struct frame *f, int day)
{
	struct calendar_desk *desk = calendar_desk(f);

	day = within_year(f, day);
	if (calendar_month_first(day) == calendar_month_first(desk->day) && !*list_find(f))
		return go_day(f, day) ? UI_TAKEN | UI_REDRAW : UI_TAKEN;
	list_unfind(f);
	desk->day = day;
	desk->id = 0;
	desk->lift = true;
	return UI_TAKEN | UI_RELOAD;
}

/* The same day of another month, or its last. */
static unsigned go_months(struct frame *f, int months)
{
	int day = calendar_desk(f)->day, first = date_add_months(day, months);
	int last = calendar_month_last(first), same = date_add_days(first, date_day(day) - 1);

	return go_to(f, same < last ? same : last);
}

static bool on_task(struct frame *f)
{
	const struct calendar_item *item = item_here(f);

	return desk_writable(f) && action_needs(f, item && item->entry.kind == CALENDAR_TASK,
						N_("Only a step of the roadmap is ticked here."));
}

static unsigned calendar_tick(struct frame *f)
{
	const struct calendar_item *item = item_here(f);
	int64_t id = item->entry.id;

	return task_tick(f, (struct ids){ &id, 1 }, item->text);
}

static unsigned calendar_key(struct frame *f, const struct event *event)
{
	size_t place;
	int day;

	calendar_note(f);
	if (list_month_at(f, event, &place, &day))
		return go_to(f, date_add_days(date_add_months(calendar_desk(f)->day, (int)place),
					      day - 1));
	if (*list_find(f))
		return UI_IGNORED;
	switch (event->key) {
	case K_LEFT:
		return go_to(f, date_add_days(calendar_desk(f)->day, -1));
	case K_RIGHT:
		return go_to(f, date_add_days(calendar_desk(f)->day, 1));
	case K_PAGE_UP:
		return go_months(f, -1);
	case K_PAGE_DOWN:
		return go_months(f, 1);
	case K_HOME:
		list_lift(f, CALENDAR_ROWS_ABOVE);
		return go_to(f, date_today());
	case ' ':
		return on_task(f) ? calendar_tick(f) : UI_TAKEN;
	default:
		return UI_IGNORED;
	}
}

/* Opening what stands there, and new ones */

static bool can_open(struct frame *f)
{
	const struct calendar_item *item = item_here(f);

	return action_needs(f, item != NULL,
			    N_("There is nothing to open on this day: Ins adds something."));
}

static unsigned calendar_open(struct frame *f)
{
	calendar_note(f);
	if (!day_row(f)->held)
		return calendar_item_open(f, item_here(f));
	calendar_desk(f)->opened = day_row(f)->day;
	return UI_TAKEN | UI_RELOAD;
}

static unsigned calendar_new(struct frame *f)
{
	calendar_note(f);
	return calendar_add(f, day_row(f)->day);
}

static bool can_add(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

/* What is shown */

static unsigned kinds_picked(struct frame *f, struct ids ids, void *data)
{
	struct calendar_desk *desk = calendar_desk(f);

	(void)data;
	desk->kinds = ids.n == CALENDAR_KINDS || !ids.n ? CALENDAR_ALL : 0;
	for (size_t i = 0; i < ids.n; i++)
		desk->kinds |= CALENDAR_BIT(ids.row[i]);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned calendar_kinds_ask(struct frame *f)
{
	struct choices kinds = calendar_kinds(&f->arena);
	struct ids chosen = { ARENA_NEW(&f->arena, int64_t, kinds.n), 0 };

	calendar_note(f);
	for (size_t i = 0; i < kinds.n && calendar_desk(f)->kinds != CALENDAR_ALL; i++)
		if (calendar_desk(f)->kinds & CALENDAR_BIT(kinds.row[i].id))
			chosen.row[chosen.n++] = kinds.row[i].id;
	return dialog_pick(f, &(struct picker){ .title = _("What to show; nothing marked: all"),
						.choices = kinds,
						.chosen = chosen,
						.many = true,
						.picked = kinds_picked });
}

/* The year */

static unsigned month_chosen(struct frame *f, struct frame *year)
{
	return year->answer ? go_to(f, (int)year->answer) : UI_TAKEN;
}

static unsigned calendar_year(struct frame *f)
{
	struct calendar_year_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	calendar_note(f);
	*arg = (struct calendar_year_arg){ .kinds = calendar_desk(f)->kinds,
					   .day = calendar_desk(f)->day };
	view_open(f->ui, f, &calendar_year_view, arg, month_chosen);
	return UI_TAKEN | UI_REDRAW;
}

static const struct action calendar_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Open what stands there"),
	  .enabled = can_open,
	  .run = calendar_open },
	{ .key = K_F(2),
	  .label = N_("Show"),
	  .title = N_("What the calendar shows"),
	  .run = calendar_kinds_ask },
	{ .key = K_F(3),
	  .label = N_("Year"),
	  .title = N_("The whole year, month by month"),
	  .run = calendar_year },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("Something new on this day"),
	  .enabled = can_add,
	  .run = calendar_new },
	{ .title = N_("Save for calendar programs and telephones (.ics)"),
	  .anywhere = true,
	  .run = calendar_file_ask },
	{ .title = N_("Roadmap of the year"), .open = &roadmap_view },
	{ 0 },
};

static const struct list_spec calendar_list = {
	.columns = calendar_columns,
	.load = calendar_rows_load,
	.id = cells_id,
	.fetch = calendar_fetch,
	.cell = cells_cell,
	.month = calendar_months,
	.count = calendar_count,
	.status = calendar_status,
	.card = calendar_card,
	.empty = "",
	.no_marks = true,
	.key = calendar_key,
};

const struct view calendar_view = {
	.name = "calendar",
	.title = N_("Calendar"),
	.kind = &list_kind,
	.spec = &calendar_list,
	.actions = calendar_actions,
	.help = N_("All that has its day in the school year: terms of the roadmap, meetings of "
		   "pairs, events, lessons, contests, diaries, consents and agreements that end. "
		   "What is overdue has an exclamation mark. Arrows go by entries and days, PageUp "
		   "and PageDown by months, Home to today. Letters find in the whole year."),
	.init = calendar_init,
	.done = calendar_done,
	.place = true,
};
