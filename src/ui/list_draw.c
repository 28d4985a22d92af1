#include <string.h>

#include "list_private.h"
#include "month.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "tty.h"
#include "wrap.h"

enum { MARGIN = 3, GAP = 2 };

static int width_of(const struct list_column *column)
{
	int width = column->width < 0 ? -column->width : column->width;
	int title = utf8_width(text_of(column->title));

	return width > title ? width : title;
}

static int places_width(const struct list_state *s, size_t n)
{
	int width = 0;

	for (size_t i = 0; i < n; i++)
		if (s->place[i].cols)
			width += s->place[i].cols + (width ? GAP : 0);
	return width;
}

/* Leave out the columns that matter least until the rest fits. */
static void places_drop(struct list_state *s, const struct list_column *columns, size_t n, int room)
{
	while (places_width(s, n) > room) {
		size_t worst = n;

		for (size_t i = 0; i < n; i++)
			if (s->place[i].cols && columns[i].drop > 0 &&
			    (worst == n || columns[i].drop >= columns[worst].drop))
				worst = i;
		if (worst == n)
			return;
		s->place[worst].cols = 0;
	}
}

static bool grows(const struct list_column *columns, size_t i, bool any)
{
	return any ? columns[i].grow > 0 : i == 0;
}

/* Share out what is left over; take from the growing ones what is too much. */
static void places_grow(struct list_state *s, const struct list_column *columns, size_t n, int room)
{
	int left = room - places_width(s, n), sum = 0;
	bool any = false;

	for (size_t i = 0; i < n; i++)
		any |= s->place[i].cols && columns[i].grow > 0;
	for (size_t i = 0; i < n; i++)
		if (s->place[i].cols && grows(columns, i, any))
			sum += any ? columns[i].grow : 1;
	for (size_t i = 0; i < n && sum > 0; i++) {
		if (!s->place[i].cols || !grows(columns, i, any))
			continue;
		int weight = any ? columns[i].grow : 1, more = left * weight / sum;

		s->place[i].cols += more;
		if (s->place[i].cols < 4)
			s->place[i].cols = 4;
		left -= more;
		sum -= weight;
	}
}

static void places_make(struct frame *f, int left, int cols)
{
	struct list_state *s = list_state_of(f);
	const struct list_column *columns = s->columns;
	size_t n = s->columns_n;
	int x = left + MARGIN;

	for (size_t i = 0; i < n; i++) {
		bool shown = !columns[i].wide || f->ui->cols >= LIST_WIDE;

		s->place[i] = (struct list_place){ .cols = shown ? width_of(&columns[i]) : 0,
						   .right = columns[i].width < 0 };
	}
	places_drop(s, columns, n, cols - MARGIN - 1);
	places_grow(s, columns, n, cols - MARGIN - 1);
	for (size_t i = 0; i < n; i++) {
		s->place[i].x = x;
		x += s->place[i].cols ? s->place[i].cols + GAP : 0;
	}
}

/* The arrow of the column sorted by; where its heading leaves no room it stands in the gap. */
static void arrow_draw(const struct list_place *p, int y, const char *title, bool descending)
{
	int width = utf8_width(title), x = p->x + width + 1;

	if (p->right || width + 2 > p->cols)
		x = p->x + p->cols;
	paint_text(y, x, 1, INK_HEADING, descending ? "↓" : "↑");
}

static void headings_draw(struct frame *f, int y)
{
	const struct list_state *s = list_state_of(f);

	for (size_t i = 0; i < s->columns_n; i++) {
		const struct list_place *p = &s->place[i];
		const char *title = text_of(s->columns[i].title);

		if (!p->cols)
			continue;
		paint_cell(y, p->x, p->right ? -p->cols : p->cols, INK_HEADING, title);
		if (i == s->query.column && !s->columns[i].unsorted)
			arrow_draw(p, y, title, s->query.descending);
	}
}

static void row_draw(struct frame *f, size_t row, int y, struct area area)
{
	struct list_state *s = list_state_of(f);
	const struct list_spec *spec = list_spec_of(f);
	bool cursor = row == s->row, marked = marks_has(&s->marks, spec->id(f, row));
	bool whole = spec->whole && spec->whole(f, row);

	if (cursor)
		paint_fill(y, area.x, area.cols, INK_CURSOR, " ");
	if (marked)
		paint_text(y, area.x + 1, 1, cursor ? INK_CURSOR : INK_MARKED, GLYPH_MARK);
	for (size_t i = 0; i < (whole ? 1 : s->columns_n); i++) {
		const struct list_place *p = &s->place[i];
		int room = whole ? area.x + area.cols - p->x - 1 : p->cols;
		enum ink ink = INK_TEXT;

		if (!room)
			continue;
		const char *text = spec->cell(f, row, i, &ink);

		if (marked && ink == INK_TEXT)
			ink = INK_MARKED;
		paint_cell(y, p->x, p->right ? -room : room, cursor ? INK_CURSOR : ink, text);
	}
}

static void empty_draw(struct frame *f, struct area area)
{
	struct list_state *s = list_state_of(f);
	const struct list_spec *spec = list_spec_of(f);
	struct lines lines = { .arena = &s->text };

	if (s->find.len)
		lines_add(&lines, INK_DIM,
			  _("Nothing is found for “%s”. Esc shows all rows again."),
			  str_text(&s->find));
	else
		lines_add(&lines, INK_DIM, "%s",
			  spec->nothing ? spec->nothing(f)
					: text_of(spec->empty ? spec->empty
							      : N_("There is nothing here yet.")));
	paint_lines((struct area){ .y = area.y + 1,
				   .x = area.x + MARGIN,
				   .rows = area.rows - 1,
				   .cols = area.cols - 2 * MARGIN },
		    &lines, 0);
}

/* The rows, and the heading above them. */
static void rows_draw(struct frame *f, struct area area)
{
	struct list_state *s = list_state_of(f);

	places_make(f, area.x, area.cols);
	headings_draw(f, area.y);
	s->y = area.y + 1;
	s->height = area.rows - 1;
	if (s->n == 0 || list_show(f) != RC_OK) {
		empty_draw(f, area);
		return;
	}
	for (int i = 0; i < s->height && s->top + (size_t)i < s->n; i++)
		row_draw(f, s->top + (size_t)i, s->y + i, area);
	tty_cursor(s->y + (int)(s->row - s->top), area.x, false);
}

static void side_draw(struct frame *f, struct area area,
		      void (*fill)(struct frame *, struct lines *, size_t))
{
	struct list_state *s = list_state_of(f);
	struct lines lines = { .arena = &s->text };

	if (s->n == 0 || list_show(f) != RC_OK)
		return;
	fill(f, &lines, s->row);
	paint_lines(area, &lines, 0);
}

/* Cut the pane off at the bottom. */
static struct area pane_cut(const struct frame *f, struct area *area)
{
	const struct list_spec *spec = list_spec_of(f);
	int rows = spec->pane ? spec->pane_rows : 0;
	struct area pane;

	if (rows > area->rows / 2)
		rows = area->rows / 2;
	pane = (struct area){ area->y + area->rows - rows, 1, rows, area->cols - 2 };
	area->rows -= rows ? rows + 1 : 0; /* an empty row between */
	return pane;
}

static struct area card_cut(const struct frame *f, struct area *area)
{
	struct area card = { area->y, 0, area->rows, 0 };

	if (!list_spec_of(f)->card || f->ui->cols < LIST_WIDE)
		return card;
	card.cols = area->cols * 2 / 5;
	area->cols -= card.cols;
	card.x = area->x + area->cols + 2;
	card.cols -= 3;
	for (int i = 0; i < area->rows; i++)
		paint_text(area->y + i, card.x - 2, 1, INK_RULE, "│");
	return card;
}

/* The months stand below each other, as many as there is room for. */
static void months_draw(struct frame *f, const struct area *area)
{
	for (size_t i = 0; (int)(i + 1) * (MONTH_ROWS + 1) <= area->rows + 1; i++) {
		struct month month = { .title = "" };

		if (!list_spec_of(f)->month(f, i, &month))
			return;
		month_draw(area->y + (int)i * (MONTH_ROWS + 1), area->x, &month);
	}
}

/* Cut the months off at the left, with a rule behind them; a small screen is the rows' alone. */
static void months_cut(struct frame *f, struct area *area)
{
	struct area months = { area->y, 1, area->rows, MONTH_COLS };
	int taken = months.x + months.cols + 1;

	list_state_of(f)->months = (struct area){ 0 };
	if (area->cols < 3 * taken || area->rows < MONTH_ROWS)
		return;
	list_state_of(f)->months = months;
	months_draw(f, &months);
	for (int i = 0; i < area->rows; i++)
		paint_text(area->y + i, taken - 1, 1, INK_RULE, "│");
	area->x += taken;
	area->cols -= taken;
}

bool list_month_at(struct frame *f, const struct event *event, size_t *place, int *day)
{
	const struct area *at = &list_state_of(f)->months;
	int row = event->y - at->y, found;
	struct month month = { .title = "" };

	if (event->key != K_CLICK || !at->rows || row < 0 || row >= at->rows || event->x < at->x)
		return false;
	if (!list_spec_of(f)->month(f, (size_t)row / (MONTH_ROWS + 1), &month))
		return false;
	found = month_day_at(&month, row % (MONTH_ROWS + 1), event->x - at->x);
	if (found) {
		*place = (size_t)row / (MONTH_ROWS + 1);
		*day = found;
	}
	return found != 0;
}

void list_draw(struct frame *f, struct area area)
{
	const struct list_spec *spec = list_spec_of(f);
	struct area card, pane;

	arena_reset(&list_state_of(f)->text);
	card = card_cut(f, &area);
	pane = pane_cut(f, &area);
	if (spec->month)
		months_cut(f, &area);
	rows_draw(f, area);
	if (card.cols)
		side_draw(f, card, spec->card);
	if (pane.rows > 0)
		side_draw(f, pane, spec->pane);
}
