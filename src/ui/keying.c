#include "nastavnik/ui/keying.h"

#include <stdlib.h>

#include "edit.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "private.h"
#include "tty.h"
#include "wrap.h"

enum { MARGIN = 1, NUMBER = 4, VALUE = 4, GAP = 2, LABEL_MIN = 18, PANE_MIN = 3, LINE_MAX = 40 };

struct keying_state {
	struct edit edit;
	bool begun;  /* the line of the field under the cursor stands in edit */
	bool lined;  /* it has one */
	bool opened; /* edit was ever begun */
	size_t left, top;
	size_t first, shown; /* rows of the last picture */
	int y;
	int *row_y; /* where each of them stands */
	struct arena picture;
};

static struct keying_state *state_of(const struct frame *f)
{
	return f->state;
}

static const struct keying_spec *spec_of(const struct frame *f)
{
	return f->view->spec;
}

void keying_fresh(struct frame *f)
{
	state_of(f)->begun = false;
}

/* The field under the cursor: has it a line, and what stands in it? */
static void line_begin(struct frame *f)
{
	struct keying_state *s = state_of(f);
	struct keying_line line = { .text = "" };

	if (s->begun)
		return;
	s->begun = true;
	s->lined = spec_of(f)->line(f, &line);
	if (s->opened)
		edit_done(&s->edit);
	s->opened = s->lined;
	s->left = 0;
	if (!s->lined)
		return;
	s->edit = (struct edit){ .max = line.max, .date = line.date };
	edit_begin(&s->edit, line.text);
	s->edit.fresh = !line.half;
	s->edit.changed = line.half;
}

/* Keys */

static unsigned line_leave(struct frame *f, int by)
{
	struct keying_state *s = state_of(f);

	if (!s->lined || !s->edit.changed)
		return spec_of(f)->go(f, by);
	return spec_of(f)->typed(f, arena_strdup(&s->picture, str_text(&s->edit.text)), by);
}

/* Not a space where nothing was typed, nor taking back there: these are about the answer. */
static bool is_of_line(const struct keying_state *s, uint32_t key)
{
	if (key == ' ')
		return s->edit.changed && *str_text(&s->edit.text);
	if (key == K_CTRL('z') || key == K_CTRL('y'))
		return s->edit.changed;
	return key != K_ESC && key != K_INS;
}

static unsigned line_key(struct frame *f, const struct event *event)
{
	struct keying_state *s = state_of(f);
	bool full = false;

	if (!is_of_line(s, event->key) || !edit_key(&s->edit, event, &full))
		return UI_IGNORED;
	if (full)
		ui_say(f->ui, _("No more than %zu characters stand here."), s->edit.max);
	spec_of(f)->changed(f, s->edit.changed ? str_text(&s->edit.text) : "");
	return UI_TAKEN | UI_REDRAW;
}

static unsigned click_key(struct frame *f, const struct event *event)
{
	const struct keying_state *s = state_of(f);

	for (size_t i = 0; i < s->shown; i++)
		if (s->row_y[i] == event->y)
			return spec_of(f)->click(f, s->first + i);
	return UI_TAKEN;
}

static unsigned keying_key(struct frame *f, const struct event *event)
{
	unsigned took = UI_IGNORED;

	line_begin(f);
	switch (event->key) {
	case K_ENTER:
	case K_TAB:
	case K_DOWN:
		return line_leave(f, 1);
	case K_UP:
	case K_BACKTAB:
		return line_leave(f, -1);
	case K_CLICK:
		return click_key(f, event);
	default:
		break;
	}
	if (state_of(f)->lined)
		took = line_key(f, event);
	return took != UI_IGNORED ? took : spec_of(f)->key(f, event);
}

static bool keying_typing(const struct frame *f)
{
	return state_of(f)->lined;
}

/* The picture */

/* Rows of the screen that row i takes: a section brings its heading. */
static int height_of(const struct keying_row *row, bool first)
{
	return 1 + (row->section != NULL) * (first ? 1 : 2);
}

static void rows_read(struct frame *f, struct keying_row *row, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		row[i] = (struct keying_row){ .number = "", .title = "", .value = "", .label = "" };
		spec_of(f)->row(f, &state_of(f)->picture, i, &row[i]);
	}
}

/* The first row shown, so that the cursor and, where there is room, the row behind it are seen. */
static size_t top_of(const struct keying_row *row, size_t n, size_t top, size_t at, int room)
{
	size_t want = at + 1 < n ? at + 1 : at;
	int taken = 0;

	if (top > at)
		top = at;
	for (size_t i = top; i <= want && i < n; i++)
		taken += height_of(&row[i], i == top);
	while (taken > room && top < at) {
		taken -= height_of(&row[top], true);
		top++;
		taken -= row[top].section != NULL; /* the first needs no empty line above */
	}
	return top;
}

static void value_draw(struct frame *f, const struct keying_row *row, bool cursor, int y, int x,
		       int cols)
{
	struct keying_state *s = state_of(f);
	int taken;

	if (cursor && s->lined) {
		edit_draw(&s->edit, &s->left, y, x, cols < LINE_MAX ? cols : LINE_MAX);
		return;
	}
	if (cursor)
		tty_cursor(y, x, true);
	taken = *row->value
			? paint_text(y, x, cols, cursor ? INK_CURSOR : row->ink, row->value)
			: paint_text(y, x, cols, cursor ? INK_CURSOR : INK_DIM, cursor ? "_" : "");
	if (*row->label && taken + GAP < cols)
		paint_text(y, x + taken + GAP, cols - taken - GAP, cursor ? INK_CURSOR : INK_DIM,
			   row->label);
}

static void row_draw(struct frame *f, const struct keying_row *row, bool cursor, int y,
		     struct area area)
{
	int label = area.cols / 3 > LABEL_MIN ? area.cols / 3 : LABEL_MIN;
	int title = area.cols - 2 * MARGIN - NUMBER - GAP - label;
	int x = area.x + MARGIN;

	if (cursor)
		paint_fill(y, area.x, area.cols, INK_CURSOR, " ");
	paint_cell(y, x, -(NUMBER - 1), cursor ? INK_CURSOR : INK_DIM, row->number);
	paint_cell(y, x + NUMBER, title, cursor ? INK_CURSOR : row->ink, row->title);
	value_draw(f, row, cursor, y, x + NUMBER + title + GAP, label);
}

/* Gives the row of the screen behind the last. */
static int rows_draw(struct frame *f, const struct keying_row *row, size_t n, struct area area)
{
	struct keying_state *s = state_of(f);
	size_t at = spec_of(f)->at(f);
	int y = area.y, end = area.y + area.rows;

	s->first = s->top = top_of(row, n, s->top, at, area.rows);
	s->shown = 0;
	s->row_y = ARENA_NEW(&s->picture, int, n + 1);
	for (size_t i = s->top; i < n; i++) {
		if (y + height_of(&row[i], i == s->top) > end)
			break;
		if (row[i].section) {
			y += i > s->top;
			paint_cell(y++, area.x + MARGIN, area.cols - 2 * MARGIN, INK_HEADING,
				   row[i].section);
		}
		row_draw(f, &row[i], i == at, y, area);
		s->row_y[s->shown++] = y++;
	}
	return y;
}

static int head_draw(struct frame *f, struct area area)
{
	struct lines lines = { .arena = &state_of(f)->picture };
	int cols = area.cols - 2 * MARGIN;

	spec_of(f)->head(f, &lines);
	for (size_t i = 0; i < lines.n; i++) {
		const struct line *line = &lines.row[i];
		int right = utf8_width(line->text);

		if (right > cols / 2)
			right = cols / 2;
		paint_cell(area.y + (int)i, area.x + MARGIN, cols - (right ? right + GAP : 0),
			   line->ink, line->label);
		paint_cell(area.y + (int)i, area.x + MARGIN + cols - right, right, INK_DIM,
			   line->text);
	}
	return (int)lines.n + 1;
}

static int lines_height(const struct lines *lines, int cols)
{
	int rows = 0;

	for (size_t i = 0; i < lines->n; i++)
		rows += wrap_count(lines->row[i].text, cols - lines->row[i].indent);
	return rows;
}

static void keying_draw(struct frame *f, struct area area)
{
	struct keying_state *s = state_of(f);
	struct lines pane = { .arena = &s->picture };
	size_t n = spec_of(f)->count(f);
	struct keying_row *row;
	int head, below, end, y;

	arena_reset(&s->picture);
	line_begin(f);
	row = ARENA_NEW(&s->picture, struct keying_row, n);
	rows_read(f, row, n);
	head = head_draw(f, area);
	spec_of(f)->pane(f, &pane);
	below = lines_height(&pane, area.cols - 2 * MARGIN);
	if (below < PANE_MIN)
		below = PANE_MIN;
	if (below > area.rows / 2)
		below = area.rows / 2;
	y = rows_draw(
		f, row, n,
		(struct area){ area.y + head, area.x, area.rows - head - below - 1, area.cols });
	end = area.y + area.rows - below;
	paint_lines((struct area){ y + 1 < end ? y + 1 : end, area.x + MARGIN, below,
				   area.cols - 2 * MARGIN },
		    &pane, 0);
}

static const char *keying_status(struct frame *f)
{
	return spec_of(f)->status(f, &state_of(f)->picture);
}

static const char *keying_place(struct frame *f)
{
	return spec_of(f)->place(f, &state_of(f)->picture);
}

static void keying_done(struct frame *f)
{
	struct keying_state *s = state_of(f);

	if (s->opened)
		edit_done(&s->edit);
	arena_done(&s->picture);
}

const struct view_kind keying_kind = {
	.name = "keying",
	.title = N_("Typing"),
	.size = sizeof(struct keying_state),
	.help = N_("One key is an answer and the cursor goes on; words, dates and long numbers are "
		   "typed and entered with Enter. Enter, Tab and Down go on without an answer, Up "
		   "goes back. Everything is kept as it is typed: whatever happens, work goes on "
		   "at the same field."),
	.draw = keying_draw,
	.key = keying_key,
	.typing = keying_typing,
	.status = keying_status,
	.place = keying_place,
	.done = keying_done,
};
