#include "nastavnik/ui/grid.h"

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "private.h"
#include "tty.h"
#include "wrap.h"

enum { MARGIN = 1, CELL = 4, TITLE = 30, TITLE_MIN = 12 };

struct grid_state {
	size_t rows, columns, row, column, top, left;
	int height, width, title,
		y; /* of the last picture: rows, columns shown; columns of the titles */
	struct arena text;
};

static struct grid_state *state_of(const struct frame *f)
{
	return f->state;
}

static const struct grid_spec *spec_of(const struct frame *f)
{
	return f->view->spec;
}

static int cell_cols(struct frame *f, size_t column)
{
	if (spec_of(f)->width)
		return spec_of(f)->width(f, column);
	return spec_of(f)->cell_width ? spec_of(f)->cell_width : CELL;
}

static enum rc grid_load(struct frame *f)
{
	struct grid_state *s = state_of(f);
	size_t rows = 0, columns = 0;
	enum rc rc = spec_of(f)->load(f, &rows, &columns);

	s->rows = rc == RC_OK ? rows : 0;
	s->columns = rc == RC_OK ? columns : 0;
	if (s->row >= s->rows)
		s->row = s->rows ? s->rows - 1 : 0;
	if (s->column >= s->columns)
		s->column = s->columns ? s->columns - 1 : 0;
	return rc;
}

static const struct grid_mark *mark_of(const struct frame *f, int64_t value)
{
	for (const struct grid_mark *m = spec_of(f)->marks; m->title; m++)
		if (m->value == value)
			return m;
	return NULL;
}

static const char *cell_text(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct grid_mark *mark;
	const char *text = NULL;

	*ink = INK_TEXT;
	if (spec_of(f)->text)
		text = spec_of(f)->text(f, row, column, ink);
	if (text)
		return text;
	mark = mark_of(f, spec_of(f)->get(f, row, column));
	*ink = mark ? mark->ink : INK_DIM;
	return mark ? text_of(mark->shown) : GLYPH_NOTE;
}

static void cell_draw(struct frame *f, size_t row, size_t column, int y, int x)
{
	struct grid_state *s = state_of(f);
	bool cursor = row == s->row && column == s->column;
	enum ink ink;
	const char *text = cell_text(f, row, column, &ink);

	paint_cell(y, x, cell_cols(f, column) - 1, cursor ? INK_CURSOR : ink, text);
	if (cursor)
		tty_cursor(y, x, false);
}

static size_t follow(size_t first, size_t at, int room, size_t all)
{
	size_t shown = room > 0 ? (size_t)room : 1;

	if (at < first)
		first = at;
	if (at >= first + shown)
		first = at - shown + 1;
	return first + shown > all ? (all > shown ? all - shown : 0) : first;
}

/* Columns of the screen that the cells from one column to before another take. */
static int cells_wanted(struct frame *f, size_t from, size_t to)
{
	int wanted = 0;

	for (size_t c = from; c < to; c++)
		wanted += cell_cols(f, c);
	return wanted;
}

/* How many columns there is room for, and which is the first, so that the cursor is seen. */
static void columns_fit(struct frame *f, int room)
{
	struct grid_state *s = state_of(f);
	size_t end;

	if (s->column < s->left)
		s->left = s->column;
	while (s->left < s->column && cells_wanted(f, s->left, s->column + 1) > room)
		s->left++;
	while (s->left > 0 && cells_wanted(f, s->left - 1, s->columns) <= room)
		s->left--;
	for (end = s->left + 1; end < s->columns; end++)
		if (cells_wanted(f, s->left, end + 1) > room)
			break;
	s->width = (int)(end - s->left);
}

static void places_make(struct frame *f, struct area area)
{
	struct grid_state *s = state_of(f);
	int title = spec_of(f)->title_width ? spec_of(f)->title_width : TITLE;
	int third = area.cols / 3 > TITLE_MIN ? area.cols / 3 : TITLE_MIN;
	int room = area.cols - MARGIN - 2 - cells_wanted(f, 0, s->columns);

	/* Titles give way to cells, which are what the grid is for. */
	if (title > room)
		title = room > third ? room : third;
	s->title = title;
	s->height = area.rows - 1;
	s->y = area.y + 1;
	s->top = follow(s->top, s->row, s->height, s->rows);
	columns_fit(f, area.cols - MARGIN - title - 2);
}

static int cell_x(struct frame *f, size_t column)
{
	struct grid_state *s = state_of(f);

	return MARGIN + s->title + 2 + cells_wanted(f, s->left, column);
}

static bool column_shown(const struct grid_state *s, size_t column)
{
	return column < s->columns && column < s->left + (size_t)s->width;
}

static void row_draw(struct frame *f, size_t row, int y)
{
	struct grid_state *s = state_of(f);

	paint_cell(y, MARGIN, s->title, row == s->row ? INK_TITLE : INK_TEXT,
		   spec_of(f)->row_title(f, row));
	for (size_t c = s->left; column_shown(s, c); c++)
		cell_draw(f, row, c, y, cell_x(f, c));
}

static void empty_draw(struct frame *f, struct area area)
{
	const char *empty =
		spec_of(f)->empty ? spec_of(f)->empty : N_("There is nothing here yet.");
	struct line line = { .ink = INK_DIM, .text = text_of(empty) };
	struct lines lines = { .row = &line, .n = 1 };

	paint_lines((struct area){ area.y + 1, MARGIN + 2, area.rows - 1, area.cols - 6 }, &lines,
		    0);
}

static void grid_draw(struct frame *f, struct area area)
{
	struct grid_state *s = state_of(f);

	arena_reset(&s->text);
	if (s->rows == 0 || s->columns == 0) {
		empty_draw(f, area);
		return;
	}
	places_make(f, area);
	for (size_t c = s->left; column_shown(s, c); c++)
		paint_cell(area.y, cell_x(f, c), cell_cols(f, c) - 1,
			   c == s->column ? INK_TITLE : INK_HEADING,
			   spec_of(f)->column_title(f, c));
	for (size_t r = s->top; r < s->rows && r < s->top + (size_t)s->height; r++)
		row_draw(f, r, s->y + (int)(r - s->top));
}

unsigned grid_go(struct frame *f, size_t row, size_t column)
{
	struct grid_state *s = state_of(f);

	if (!s->rows || !s->columns)
		return UI_TAKEN;
	s->row = row < s->rows ? row : s->rows - 1;
	s->column = column < s->columns ? column : s->columns - 1;
	return UI_TAKEN | UI_REDRAW;
}

/* The next cell; at the end of a row or column the next one begins. */
unsigned grid_advance(struct frame *f)
{
	struct grid_state *s = state_of(f);
	bool across = spec_of(f)->goes_across ? spec_of(f)->goes_across(f) : spec_of(f)->across;
	size_t row = s->row + !across, column = s->column + across;

	if (row == s->rows) {
		row = 0;
		column++;
	}
	if (column == s->columns) {
		column = 0;
		row++;
	}
	return row < s->rows && column < s->columns ? grid_go(f, row, column)
						    : UI_TAKEN | UI_REDRAW;
}

static unsigned put(struct frame *f, int64_t value, bool on)
{
	struct grid_state *s = state_of(f);

	if (spec_of(f)->set(f, s->row, s->column, value) != RC_OK)
		return ui_fault(f->ui);
	return on ? grid_advance(f) : UI_TAKEN | UI_REDRAW;
}

/* Space: the next mark in the table, the cursor stays. */
static unsigned cycle(struct frame *f)
{
	struct grid_state *s = state_of(f);
	const struct grid_mark *mark = mark_of(f, spec_of(f)->get(f, s->row, s->column));

	mark = mark ? mark + 1 : spec_of(f)->marks;
	return put(f, mark->title ? mark->value : 0, false);
}

static unsigned click(struct frame *f, const struct event *event)
{
	struct grid_state *s = state_of(f);
	size_t row = s->top + (size_t)(event->y - s->y), column = s->left;

	if (event->x < cell_x(f, column) || event->y < s->y || event->y >= s->y + s->height ||
	    row >= s->rows)
		return UI_IGNORED;
	while (column_shown(s, column) && event->x >= cell_x(f, column + 1))
		column++;
	if (!column_shown(s, column))
		return UI_IGNORED;
	return row == s->row && column == s->column ? cycle(f) : grid_go(f, row, column);
}

static unsigned move_key(struct frame *f, uint32_t key)
{
	struct grid_state *s = state_of(f);
	size_t page = s->height > 1 ? (size_t)s->height - 1 : 1;

	switch (key) {
	case K_UP:
	case K_WHEEL_UP:
		return grid_go(f, s->row ? s->row - 1 : 0, s->column);
	case K_DOWN:
	case K_ENTER:
	case K_WHEEL_DOWN:
		return grid_go(f, s->row + 1, s->column);
	case K_LEFT:
	case K_BACKTAB:
		return grid_go(f, s->row, s->column ? s->column - 1 : 0);
	case K_RIGHT:
	case K_TAB:
		return grid_go(f, s->row, s->column + 1);
	case K_PAGE_UP:
		return grid_go(f, s->row > page ? s->row - page : 0, s->column);
	case K_PAGE_DOWN:
		return grid_go(f, s->row + page, s->column);
	case K_HOME:
		return grid_go(f, s->row, 0);
	case K_END:
		return grid_go(f, s->row, s->columns - 1);
	default:
		return UI_IGNORED;
	}
}

static unsigned grid_key(struct frame *f, const struct event *event)
{
	struct grid_state *s = state_of(f);
	unsigned took;

	if (s->rows == 0 || s->columns == 0)
		return UI_IGNORED;
	took = spec_of(f)->key ? spec_of(f)->key(f, s->row, s->column, event) : UI_IGNORED;
	if (took != UI_IGNORED)
		return took;
	took = move_key(f, event->key);
	if (took != UI_IGNORED)
		return took;
	if (event->key == K_CLICK)
		return click(f, event);
	if (event->key == ' ')
		return cycle(f);
	if (event->key == K_DEL || event->key == K_BACKSPACE)
		return put(f, 0, false);
	for (const struct grid_mark *m = spec_of(f)->marks; m->title; m++)
		if (key_is_char(event->key) && key_same(m->key, event->key))
			return put(f, m->value, true);
	return UI_IGNORED;
}

/* Which key puts what. */
static const char *grid_status(struct frame *f)
{
	struct grid_state *s = state_of(f);
	char *text = arena_strdup(&s->text, "");
	char key[KEY_NAME_SIZE];

	if (s->rows == 0)
		return text;
	if (spec_of(f)->status)
		return spec_of(f)->status(f, &s->text);
	for (const struct grid_mark *m = spec_of(f)->marks; m->title; m++)
		text = arena_printf(&s->text, "%s%s – %s  ", text,
				    key_label(utf8_upper(m->key), key), text_of(m->title));
	return arena_printf(&s->text, "%s%s – %s", text, key_label(K_DEL, key),
			    _("empty the cell"));
}

static const char *grid_place(struct frame *f)
{
	return spec_of(f)->count ? spec_of(f)->count(f, &state_of(f)->text) : NULL;
}

size_t grid_row(const struct frame *f)
{
	return state_of(f)->row;
}

void grid_start(struct frame *f, size_t row, size_t column)
{
	state_of(f)->row = row;
	state_of(f)->column = column;
}

size_t grid_column(const struct frame *f)
{
	return state_of(f)->column;
}

void grid_size(const struct frame *f, size_t *rows, size_t *columns)
{
	*rows = state_of(f)->rows;
	*columns = state_of(f)->columns;
}

const char *grid_cell(struct frame *f, size_t row, size_t column)
{
	enum ink ink;

	return cell_text(f, row, column, &ink);
}

static void grid_done(struct frame *f)
{
	arena_done(&state_of(f)->text);
}

const struct view_kind grid_kind = {
	.name = "grid",
	.size = sizeof(struct grid_state),
	.help = N_(
		"One key fills a cell and the cursor goes on; the keys stand in the line below, "
		"and "
		"work in either keyboard layout. Space goes through the values, Del empties. Every "
		"cell is saved at once."),
	.load = grid_load,
	.draw = grid_draw,
	.key = grid_key,
	.status = grid_status,
	.place = grid_place,
	.done = grid_done,
};
