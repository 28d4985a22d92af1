#include "nastavnik/ui/text.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "private.h"
#include "tty.h"
#include "wrap.h"

enum { MARGIN = 1, SIDE_STEP = 8 };

/* One row as it is shown. */
struct text_row {
	const struct line *line;
	const char *text;
	size_t len;
	bool begin; /* of its line: the label stands here */
};

struct text_state {
	struct lines lines;
	struct text_row *row;
	size_t n, cap;
	int cols; /* that rows were made for; 0: they must be made */
	size_t top;
	int side; /* columns scrolled to the right */
	int rows;
	int label;
	char *find;   /* folded; NULL: nothing was looked for */
	size_t found; /* row + 1; 0: none */
	struct arena text;
};

static struct text_state *state_of(const struct frame *f)
{
	return f->state;
}

static const struct text_spec *spec_of(const struct frame *f)
{
	return f->view->spec;
}

static void text_unload(struct frame *f)
{
	struct text_state *s = state_of(f);

	s->lines = (struct lines){ .arena = &f->fresh };
	s->n = 0;
	s->cols = 0;
}

static enum rc text_load(struct frame *f)
{
	return spec_of(f)->load(f, &state_of(f)->lines);
}

static void row_add(struct text_state *s, const struct line *line, const char *text, size_t len,
		    bool begin)
{
	s->row = mem_grow(s->row, s->n, &s->cap, sizeof(*s->row));
	s->row[s->n++] = (struct text_row){ line, text, len, begin };
}

static int indent_of(const struct text_state *s, const struct line *line)
{
	return line->indent + (line->label ? s->label : 0);
}

static void rows_make(struct frame *f, int cols)
{
	struct text_state *s = state_of(f);

	if (s->cols == cols)
		return;
	s->cols = cols;
	s->n = 0;
	s->label = lines_label_width(&s->lines, cols);
	for (size_t i = 0; i < s->lines.n; i++) {
		const struct line *line = &s->lines.row[i];
		const char *text = line->text;
		bool begin = true;

		if (spec_of(f)->paper) {
			row_add(s, line, text, strlen(text), true);
			continue;
		}
		do {
			size_t shown, taken = wrap_next(text, cols - indent_of(s, line), &shown);

			row_add(s, line, text, shown, begin);
			text += taken;
			begin = false;
		} while (*text);
	}
}

static void row_draw(struct text_state *s, size_t i, int y, int cols)
{
	const struct text_row *row = &s->row[i];
	char *text = arena_strndup(&s->text, row->text, row->len);
	int x = MARGIN + indent_of(s, row->line);
	size_t skip = s->side ? utf8_fit(text, s->side) : 0;

	if (row->begin && row->line->label)
		paint_cell(y, MARGIN + row->line->indent, s->label - 2, INK_KEY, row->line->label);
	paint_text(y, x, cols - indent_of(s, row->line),
		   s->found == i + 1 ? INK_FOUND : row->line->ink, text + skip);
}

static void clamp(struct text_state *s)
{
	size_t rows = s->rows > 0 ? (size_t)s->rows : 1;

	if (s->top + rows > s->n)
		s->top = s->n > rows ? s->n - rows : 0;
}

static void text_draw(struct frame *f, struct area area)
{
	struct text_state *s = state_of(f);

	arena_reset(&s->text);
	rows_make(f, area.cols - 2 * MARGIN);
	s->rows = area.rows;
	clamp(s);
	for (int i = 0; i < area.rows && s->top + (size_t)i < s->n; i++)
		row_draw(s, s->top + (size_t)i, area.y + i, area.cols - 2 * MARGIN);
	tty_cursor(area.y, 0, false);
}

static unsigned go(struct text_state *s, size_t top)
{
	s->top = top;
	clamp(s);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned go_side(struct frame *f, int by)
{
	struct text_state *s = state_of(f);

	if (spec_of(f)->paper && s->side + by >= 0)
		s->side += by;
	return UI_TAKEN | UI_REDRAW;
}

static unsigned text_key(struct frame *f, const struct event *event)
{
	struct text_state *s = state_of(f);
	size_t page = s->rows > 1 ? (size_t)s->rows - 1 : 1;

	switch (event->key) {
	case K_UP:
	case K_WHEEL_UP:
		return go(s, s->top ? s->top - 1 : 0);
	case K_DOWN:
	case K_ENTER:
	case K_WHEEL_DOWN:
		return go(s, s->top + 1);
	case K_PAGE_UP:
		return go(s, s->top > page ? s->top - page : 0);
	case K_PAGE_DOWN:
	case ' ':
		return go(s, s->top + page);
	case K_HOME:
		return go(s, 0);
	case K_END:
		return go(s, s->n);
	case K_LEFT:
		return go_side(f, -SIDE_STEP);
	case K_RIGHT:
		return go_side(f, SIDE_STEP);
	default:
		return UI_IGNORED;
	}
}

static bool row_has(struct text_state *s, size_t i, const char *find)
{
	struct arena a = { 0 };
	const char *text = arena_strndup(&a, s->row[i].text, s->row[i].len);
	bool has = strstr(utf8_fold(&a, text), find) != NULL;

	arena_done(&a);
	return has;
}

/* The next row that has it, from the one behind the last found on, round the end. */
static enum rc find_next(struct frame *f)
{
	struct text_state *s = state_of(f);
	size_t from = s->found ? s->found : s->top;

	for (size_t k = 0; k < s->n; k++) {
		size_t i = (from + k) % s->n;

		if (!row_has(s, i, s->find))
			continue;
		s->found = i + 1;
		if (i < s->top || i >= s->top + (size_t)s->rows)
			go(s, i > 2 ? i - 2 : 0);
		return RC_OK;
	}
	s->found = 0;
	return err_set(RC_NOT_FOUND, "%s", _("It is not in this text."));
}

static enum rc find_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct text_state *s = state_of(f);

	(void)data;
	(void)took;
	s->find = utf8_fold(&f->arena, text);
	s->found = 0;
	return *s->find ? find_next(f) : RC_OK;
}

static unsigned find_ask(struct frame *f)
{
	return dialog_prompt(f, &(struct prompt){ .title = _("Find in the text"),
						  .text = state_of(f)->find,
						  .entered = find_entered });
}

static unsigned find_again(struct frame *f)
{
	return find_next(f) == RC_OK ? UI_TAKEN | UI_REDRAW : ui_fault(f->ui);
}

static bool can_again(struct frame *f)
{
	const char *find = state_of(f)->find;

	return action_needs(f, find && *find, N_("Nothing was looked for yet: F7."));
}

static const char *text_place(struct frame *f)
{
	struct text_state *s = state_of(f);
	size_t end = s->top + (size_t)(s->rows > 0 ? s->rows : 0);

	if (s->n <= (size_t)s->rows)
		return "";
	return arena_printf(&s->text, "%zu %%", (end < s->n ? end : s->n) * 100 / s->n);
}

static void text_done(struct frame *f)
{
	free(state_of(f)->row);
	arena_done(&state_of(f)->text);
}

static const struct action text_actions[] = {
	{ .key = K_F(7), .label = N_("Find"), .title = N_("Find in the text"), .run = find_ask },
	{ .key = K_F(3),
	  .label = N_("Next"),
	  .title = N_("Find the next place"),
	  .run = find_again,
	  .enabled = can_again },
	{ 0 },
};

const struct view_kind text_kind = {
	.name = "text",
	.title = CN_("menu", "Text"),
	.size = sizeof(struct text_state),
	.actions = text_actions,
	.help = N_("Arrows, PageUp, PageDown (or Space), Home and End move."),
	.unload = text_unload,
	.load = text_load,
	.draw = text_draw,
	.key = text_key,
	.place = text_place,
	.done = text_done,
};
