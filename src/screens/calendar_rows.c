/* The rows of the calendar and the months beside them. */
#include "calendar.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "screens.h"

/* So many meetings of a day are told one by one. */
enum { HELD_FEW = 2 };

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

int calendar_month_first(int day)
{
	return date_add_months(day, 0);
}

int calendar_month_last(int day)
{
	return date_add_days(date_add_months(day, 1), -1);
}

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
	int first = calendar_month_first(desk->day), last = calendar_month_last(desk->day);
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
		list_lift(f, CALENDAR_ROWS_ABOVE);
	desk->lift = false;
}

/* What is overdue lies before today, what the months show not far behind the day. */
static enum rc month_load(struct frame *f, struct calendar_desk *desk)
{
	int shown = calendar_month_last(date_add_months(desk->day, CALENDAR_MONTHS - 1)),
	    today = date_today();
	enum rc rc =
		calendar_items_load(desk_app(f), &f->fresh, calendar_first(f),
				    shown > today ? shown : today, desk->kinds, false, &desk->near);

	return rc ? rc
		  : calendar_items_load(desk_app(f), &f->fresh, calendar_month_first(desk->day),
					calendar_month_last(desk->day), desk->kinds, true,
					&desk->month);
}

enum rc calendar_rows_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct calendar_desk *desk = calendar_desk(f);
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

/* Where the cursor is: the months show it, and it is gone to after a load. */
void calendar_note(struct frame *f)
{
	struct calendar_desk *desk = calendar_desk(f);
	size_t row = list_row(f);

	if (row == SIZE_MAX)
		return;
	desk->day = desk->row[row].day;
	desk->id = desk->cells.ids.row[row];
}

static void month_days(const struct calendar_items *items, int first, struct month *month)
{
	int last = calendar_month_last(first);

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

bool calendar_months(struct frame *f, size_t place, struct month *month)
{
	struct calendar_desk *desk = calendar_desk(f);
	int first, today = date_today();

	calendar_note(f);
	first = date_add_months(desk->day, (int)place);
	if (place >= CALENDAR_MONTHS || first > calendar_last(f))
		return false;
	month->title = calendar_month_title(&f->fresh, first);
	month->first = date_weekday(first);
	month->days = date_day(calendar_month_last(first));
	for (int day = 1; day <= month->days; day++)
		if ((day + month->first - 2) % MONTH_WEEK >= 5)
			month->ink[day] = INK_DIM;
	month_days(&desk->near, first, month);
	if (calendar_month_first(today) == first) {
		month->ink[date_day(today)] = INK_CHOSEN;
		if (!month->sign[date_day(today)])
			month->sign[date_day(today)] = "<";
	}
	if (!place)
		month->chosen = date_day(desk->day);
	return true;
}
