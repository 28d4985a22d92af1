/*
 * The calendar of the school year: the days of a month with what stands in them, months beside. An
 * empty day has a row too, so that something new can be put there.
 */
#include "calendar.h"

#include <string.h>

#include "cells.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"
#include "task.h"

enum { HELD_FEW = 2, ROWS_ABOVE = 4, MONTHS_SHOWN = 4 };
enum { DAY_COLUMN, WHAT_COLUMN, KIND_COLUMN, CALENDAR_COLUMNS };

static const struct list_column calendar_columns[] = {
	[DAY_COLUMN] = { N_("Date"), .width = 7, .unsorted = true },
	[WHAT_COLUMN] = { N_("What"), .width = 26, .grow = 1, .unsorted = true },
	[KIND_COLUMN] = { N_("Kind"), .width = 11, .unsorted = true },
	{ 0 },
};

/* A day without anything, or an entry. */
struct day_row {
	int day;
	const struct calendar_item *item;
	bool first;  /* of its day */
	size_t held; /* that many meetings that were held, told in one row; 0: just the item */
};

/* The whole year with what is found in it, kept while the file and the kinds are the same: letters
 * follow each other fast. */
struct found {
	struct arena arena;
	int64_t version; /* app_version(); -1: nothing is kept */
	unsigned kinds;
	struct calendar_items items;
	const char **fold;
};

struct calendar_desk {
	struct cells cells;
	struct day_row *row;
	struct calendar_items month; /* what the rows show */
	struct calendar_items near;  /* without names: the year up to what the months show */
	/* what stays over loads */
	struct found found;
	unsigned kinds;
	int day;    /* the cursor's, or the one to go to */
	int64_t id; /* the row under the cursor; 0: the first of the day */
	bool lift;  /* the day is gone to: what follows it is to be seen */
	int opened; /* the day whose meetings are told one by one */
};

static struct calendar_desk *desk_of(const struct frame *f)
{
	return f->data;
}

int calendar_first(const struct frame *f)
{
	return date_make((int)desk_year(f), 8, 1);
}

int calendar_last(const struct frame *f)
{
	return date_make((int)desk_year(f) + 1, 8, 31);
}

const char *calendar_month_title(struct arena *a, int date)
{
	return arena_printf(a, "%s %d", calendar_month(date_month(date)), date_year(date));
}

static int within_year(const struct frame *f, int day)
{
	if (day < calendar_first(f))
		return calendar_first(f);
	return day > calendar_last(f) ? calendar_last(f) : day;
}

static int month_first(int day)
{
	return date_add_months(day, 0);
}

static int month_last(int day)
{
	return date_add_days(date_add_months(day, 1), -1);
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
	if (desk_of(f))
		arena_done(&desk_of(f)->found.arena);
}

/* Rows */

/* Ids of records are random and large; a day's own number is small, and is its empty row's. */
static int64_t row_id(const struct day_row *row)
{
	const struct calendar_entry *e;
	uint64_t id;

	if (!row->item)
		return row->day;
	e = &row->item->entry;
	id = ((uint64_t)e->id * 31 + (uint64_t)e->of) * 16 + (uint64_t)e->kind +
	     ((uint64_t)row->day << 32);
	return (int64_t)(id & INT64_MAX);
}

static void row_add(struct calendar_desk *desk, size_t *n, int day,
		    const struct calendar_item *item, bool first)
{
	desk->row[*n] = (struct day_row){ .day = day, .item = item, .first = first };
	desk->cells.ids.row[*n] = row_id(&desk->row[*n]);
	(*n)++;
}

static void rows_room(struct frame *f, struct calendar_desk *desk, size_t items)
{
	size_t room = items + MONTH_DAYS;

	desk->row = ARENA_NEW(&f->fresh, struct day_row, room);
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, room);
}

/* Meetings that were held stand last on their day; more than a few are told in one row. */
static void day_rows(struct calendar_desk *desk, size_t *n, int day,
		     const struct calendar_item *item, size_t items)
{
	size_t held = 0;

	while (held < items && item[items - held - 1].entry.kind == CALENDAR_HELD)
		held++;
	if (held <= HELD_FEW || day == desk->opened)
		held = 0;
	for (size_t i = 0; i < items - held; i++)
		row_add(desk, n, day, &item[i], i == 0);
	if (held || !items)
		row_add(desk, n, day, held ? &item[items - held] : NULL, items == held);
	desk->row[*n - 1].held = held;
}

/* Every day of the month. What began in the month before stands on its first day. */
static void month_rows(struct calendar_desk *desk, size_t *n)
{
	const struct calendar_items *items = &desk->month;
	int first = month_first(desk->day), last = month_last(desk->day);
	size_t i = 0;

	for (int day = first; day <= last; day++) {
		size_t from = i;

		while (i < items->n && (int)items->row[i].entry.day <= day)
			i++;
		day_rows(desk, n, day, items->row + from, i - from);
	}
}

static enum rc found_read(struct frame *f, struct found *found)
{
	enum rc rc;

	arena_reset(&found->arena);
	found->version = -1;
	rc = calendar_items_load(desk_app(f), &found->arena, calendar_first(f), calendar_last(f),
				 found->kinds, true, &found->items);
	if (rc != RC_OK)
		return rc;
	found->fold = ARENA_NEW(&found->arena, const char *, found->items.n);
	for (size_t i = 0; i < found->items.n; i++) {
		const struct calendar_item *item = &found->items.row[i];

		found->fold[i] = utf8_fold(
			&found->arena,
			arena_printf(&f->fresh, "%s %s", item->text,
				     calendar_kind_name((enum calendar_kind)item->entry.kind)));
	}
	found->version = app_version(desk_app(f));
	return RC_OK;
}

static enum rc found_load(struct frame *f, struct calendar_desk *desk)
{
	struct found *found = &desk->found;
	enum rc rc = RC_OK;

	if (found->version != app_version(desk_app(f)) || found->kinds != desk->kinds) {
		found->kinds = desk->kinds;
		rc = found_read(f, found);
	}
	desk->month = desk->near = found->items;
	return rc;
}

/* Of the whole year what is looked for. */
static void found_rows(struct calendar_desk *desk, const struct list_query *query, size_t *n)
{
	const struct found *found = &desk->found;

	for (size_t i = 0; i < found->items.n; i++) {
		const struct calendar_item *item = &found->items.row[i];

		if (strstr(found->fold[i], query->find) ||
		    (*query->find_other && strstr(found->fold[i], query->find_other)))
			row_add(desk, n, (int)item->entry.day, item, true);
	}
}

/* The cursor stays on its entry, or on its day when the entry is not there any more. */
static void cursor_keep(struct frame *f, struct calendar_desk *desk, size_t n)
{
	size_t at = n;

	for (size_t i = n; i-- > 0;)
		if (desk->row[i].day == desk->day)
			at = i;
	for (size_t i = 0; i < n && desk->id; i++)
		if (desk->cells.ids.row[i] == desk->id)
			at = i;
	if (at < n)
		list_select(f, desk->cells.ids.row[at]);
	if (desk->lift)
		list_lift(f, ROWS_ABOVE);
	desk->lift = false;
}

/* What is overdue lies before today, what the months show not far behind the day. */
static enum rc month_load(struct frame *f, struct calendar_desk *desk)
{
	int shown = month_last(date_add_months(desk->day, MONTHS_SHOWN - 1)), today = date_today();
	enum rc rc =
		calendar_items_load(desk_app(f), &f->fresh, calendar_first(f),
				    shown > today ? shown : today, desk->kinds, false, &desk->near);

	return rc ? rc
		  : calendar_items_load(desk_app(f), &f->fresh, month_first(desk->day),
					month_last(desk->day), desk->kinds, true, &desk->month);
}

static enum rc calendar_list_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct calendar_desk *desk = desk_of(f);
	bool find = *query->find;
	enum rc rc = find ? found_load(f, desk) : month_load(f, desk);

	if (rc != RC_OK)
		return rc;
	*n = 0;
	rows_room(f, desk, desk->month.n);
	if (find)
		found_rows(desk, query, n);
	else
		month_rows(desk, n);
	desk->cells.ids.n = *n;
	if (!find)
		cursor_keep(f, desk, *n);
	frame_title(f, _("Calendar · %s"), calendar_month_title(&f->fresh, desk->day));
	return RC_OK;
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
	struct calendar_desk *desk = desk_of(f);
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
	struct calendar_desk *desk = desk_of(f);

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

/* Where the cursor is: the months show it, and it is gone to after a load. */
static void cursor_note(struct frame *f)
{
	struct calendar_desk *desk = desk_of(f);
	size_t row = list_row(f);

	if (row == SIZE_MAX)
		return;
	desk->day = desk->row[row].day;
	desk->id = desk->cells.ids.row[row];
}

/* Months */

static void month_days(const struct calendar_items *items, int first, struct month *month)
{
	int last = month_last(first);

	for (size_t i = 0; i < items->n; i++) {
		const struct calendar_item *item = &items->row[i];
		int from = (int)item->entry.day, to = (int)item->entry.until;

		for (int day = from > first ? from : first; day <= to && day <= last; day++) {
			if (item->overdue)
				month->ink[date_day(day)] = INK_BAD;
			if (item->overdue || !month->sign[date_day(day)])
				month->sign[date_day(day)] =
					item->overdue ? GLYPH_WARN : GLYPH_NOTE;
		}
	}
}

static bool calendar_month_show(struct frame *f, size_t place, struct month *month)
{
	struct calendar_desk *desk = desk_of(f);
	int first, today = date_today();

	cursor_note(f);
	first = date_add_months(desk->day, (int)place);
	if (place >= MONTHS_SHOWN || first > calendar_last(f))
		return false;
	month->title = calendar_month_title(&f->fresh, first);
	month->first = date_weekday(first);
	month->days = date_day(month_last(first));
	for (int day = 1; day <= month->days; day++)
		if ((day + month->first - 2) % MONTH_WEEK >= 5)
			month->ink[day] = INK_DIM;
	month_days(&desk->near, first, month);
	if (month_first(today) == first) {
		month->ink[date_day(today)] = INK_CHOSEN;
		if (!month->sign[date_day(today)])
			month->sign[date_day(today)] = "<";
	}
	if (!place)
		month->chosen = date_day(desk->day);
	return true;
}

/* Words around the list */

static const struct day_row *day_row(struct frame *f)
{
	return list_row(f) == SIZE_MAX ? NULL : &desk_of(f)->row[list_row(f)];
}

static const struct calendar_item *item_here(struct frame *f)
{
	const struct day_row *row = day_row(f);

	return row ? row->item : NULL;
}

static const char *calendar_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct calendar_desk *desk = desk_of(f);
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
	const struct day_row *here = &desk_of(f)->row[row];
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
	const struct day_row *here = &desk_of(f)->row[row];
	char date[DATE_SIZE];

	lines_add(lines, INK_TITLE, "%s, %s", date_format(here->day, date),
		  weekday_word(here->day));
	for (size_t i = 0; i < desk_of(f)->cells.ids.n; i++) {
		const struct day_row *other = &desk_of(f)->row[i];

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
	list_select(f, desk_of(f)->cells.ids.row[row]);
}

/* The first row of a day that the list has. */
static bool go_day(struct frame *f, int day)
{
	const struct calendar_desk *desk = desk_of(f);

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
	struct calendar_desk *desk = desk_of(f);

	day = within_year(f, day);
	if (month_first(day) == month_first(desk->day) && !*list_find(f))
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
	int day = desk_of(f)->day, first = date_add_months(day, months);
	int last = month_last(first), same = date_add_days(first, date_day(day) - 1);

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

	cursor_note(f);
	if (list_month_at(f, event, &place, &day))
		return go_to(f,
			     date_add_days(date_add_months(desk_of(f)->day, (int)place), day - 1));
	if (*list_find(f))
		return UI_IGNORED;
	switch (event->key) {
	case K_LEFT:
		return go_to(f, date_add_days(desk_of(f)->day, -1));
	case K_RIGHT:
		return go_to(f, date_add_days(desk_of(f)->day, 1));
	case K_PAGE_UP:
		return go_months(f, -1);
	case K_PAGE_DOWN:
		return go_months(f, 1);
	case K_HOME:
		list_lift(f, ROWS_ABOVE);
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
			    N_("There is nothing to open on this day: Ins adds something.")) &&
	       action_needs(f, day_row(f)->held || calendar_item_opens(item),
			    N_("This entry stands in the calendar only."));
}

static unsigned calendar_open(struct frame *f)
{
	cursor_note(f);
	if (!day_row(f)->held)
		return calendar_item_open(f, item_here(f));
	desk_of(f)->opened = day_row(f)->day;
	return UI_TAKEN | UI_RELOAD;
}

static unsigned calendar_new(struct frame *f)
{
	cursor_note(f);
	return calendar_add(f, day_row(f)->day);
}

static bool can_add(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

/* What is shown */

static unsigned kinds_picked(struct frame *f, struct ids ids, void *data)
{
	struct calendar_desk *desk = desk_of(f);

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

	cursor_note(f);
	for (size_t i = 0; i < kinds.n && desk_of(f)->kinds != CALENDAR_ALL; i++)
		if (desk_of(f)->kinds & CALENDAR_BIT(kinds.row[i].id))
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

	cursor_note(f);
	*arg = (struct calendar_year_arg){ .kinds = desk_of(f)->kinds, .day = desk_of(f)->day };
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
	.load = calendar_list_load,
	.id = cells_id,
	.fetch = calendar_fetch,
	.cell = cells_cell,
	.month = calendar_month_show,
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
