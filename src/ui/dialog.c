#include "nastavnik/ui/dialog.h"

#include <string.h>

#include "edit.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "private.h"
#include "tty.h"
#include "wrap.h"

enum { DIALOG_COLS = 64, BUTTON_PAD = 4, BUTTON_GAP = 2 };

static void border_row(int y, int x, int cols, const char *left, const char *right)
{
	paint_text(y, x, 1, INK_DIALOG, left);
	paint_fill(y, x + 1, cols - 2, INK_DIALOG, "─");
	paint_text(y, x + cols - 1, 1, INK_DIALOG, right);
}

struct area paint_box(struct area area, const char *title)
{
	int y = area.y, x = area.x, rows = area.rows, cols = area.cols;

	border_row(y, x, cols, "┌", "┐");
	for (int i = 1; i < rows - 1; i++) {
		paint_text(y + i, x, 1, INK_DIALOG, "│");
		paint_fill(y + i, x + 1, cols - 2, INK_DIALOG, " ");
		paint_text(y + i, x + cols - 1, 1, INK_DIALOG, "│");
	}
	border_row(y + rows - 1, x, cols, "└", "┘");
	if (title && *title) {
		int taken = paint_text(y, x + 2, 1, INK_DIALOG, " ");
		int width = utf8_width(title);

		if (width > cols - 6)
			width = cols - 6;
		paint_cell(y, x + 2 + taken, width, INK_TITLE, title);
		paint_text(y, x + 2 + taken + width, 1, INK_DIALOG, " ");
	}
	return (struct area){ y + 1, x + 2, rows - 2, cols - 4 };
}

struct area paint_dialog(struct area area, int rows, int cols, const char *title)
{
	struct area box = { .rows = rows + 2, .cols = cols + 4 };

	if (box.rows > area.rows)
		box.rows = area.rows;
	if (box.cols > area.cols)
		box.cols = area.cols;
	box.y = area.y + (area.rows - box.rows) / 2;
	box.x = area.x + (area.cols - box.cols) / 2;
	return paint_box(box, title);
}

static int dialog_cols(struct area area)
{
	return area.cols - 8 < DIALOG_COLS ? area.cols - 8 : DIALOG_COLS;
}

/* Questions and messages. */

struct ask_state {
	struct question question;
	int buttons, at, scroll, rows;
	struct area place[DIALOG_BUTTONS]; /* of the buttons, for clicks */
	struct lines text;
};

static enum rc ask_init(struct frame *f)
{
	struct ask_state *s = f->state;
	const struct question *q = f->arg;

	s->question = *q;
	for (; s->buttons < DIALOG_BUTTONS && q->button[s->buttons]; s->buttons++)
		s->question.button[s->buttons] = arena_strdup(&f->arena, q->button[s->buttons]);
	s->at = q->chosen;
	s->text.arena = &f->arena;
	lines_text(&s->text, INK_DIALOG, q->text);
	frame_title(f, "%s", q->title ? q->title : "");
	f->arg = NULL; /* it was the opener's and need not outlive this */
	return RC_OK;
}

static int text_rows(const struct lines *lines, int cols)
{
	int rows = 0;

	for (size_t i = 0; i < lines->n; i++)
		rows += wrap_count(lines->row[i].text, cols);
	return rows;
}

static int button_width(const struct ask_state *s, int i)
{
	return utf8_width(s->question.button[i]) + BUTTON_PAD;
}

/* Do the buttons stand in one row, or below each other? */
static bool buttons_in_row(const struct ask_state *s, int cols)
{
	int width = -BUTTON_GAP;

	for (int i = 0; i < s->buttons; i++)
		width += button_width(s, i) + BUTTON_GAP;
	return width <= cols;
}

static void buttons_draw(struct ask_state *s, struct area area)
{
	bool in_row = buttons_in_row(s, area.cols);
	int y = area.y + area.rows - (in_row ? 1 : s->buttons), x = area.x;

	for (int i = 0; i < s->buttons; i++) {
		enum ink ink = i == s->at ? INK_CHOSEN : INK_BUTTON;
		int width = button_width(s, i);

		paint_text(y, x, width, ink, "[ ");
		paint_text(y, x + 2, width - BUTTON_PAD, ink, s->question.button[i]);
		paint_text(y, x + width - 2, 2, ink, " ]");
		s->place[i] = (struct area){ y, x, 1, width };
		if (i == s->at)
			tty_cursor(y, x + 2, false);
		if (in_row)
			x += width + BUTTON_GAP;
		else
			y++;
	}
}

static void ask_draw(struct frame *f, struct area area)
{
	struct ask_state *s = f->state;
	int cols = dialog_cols(area), text = text_rows(&s->text, cols);
	int foot = (buttons_in_row(s, cols) ? 1 : s->buttons) + 1;
	int air = text + foot + 3 <= area.rows; /* an empty row above, where there is room */
	struct area inside = paint_dialog(area, text + foot + air, cols, f->title);
	struct area body = { inside.y + air, inside.x, inside.rows - foot - air, inside.cols };

	s->rows = body.rows;
	if (s->scroll > text - body.rows)
		s->scroll = text > body.rows ? text - body.rows : 0;
	paint_lines(body, &s->text, s->scroll);
	buttons_draw(s, inside);
}

static unsigned press(struct frame *f, int button)
{
	f->answer = button + 1;
	return UI_TAKEN | UI_REDRAW | UI_CLOSE;
}

static unsigned ask_click(struct frame *f, const struct event *event)
{
	struct ask_state *s = f->state;

	for (int i = 0; i < s->buttons; i++)
		if (event->y == s->place[i].y && event->x >= s->place[i].x &&
		    event->x < s->place[i].x + s->place[i].cols)
			return press(f, i);
	return UI_TAKEN;
}

static unsigned ask_scroll(struct ask_state *s, int by)
{
	s->scroll = s->scroll + by > 0 ? s->scroll + by : 0;
	return UI_TAKEN | UI_REDRAW;
}

static unsigned ask_move(struct ask_state *s, int by)
{
	s->at = (s->at + by + s->buttons) % s->buttons;
	return UI_TAKEN | UI_REDRAW;
}

static unsigned ask_key(struct frame *f, const struct event *event)
{
	struct ask_state *s = f->state;

	switch (event->key) {
	case K_ENTER:
	case ' ':
		return press(f, s->at);
	case K_LEFT:
	case K_UP:
	case K_BACKTAB:
		return ask_move(s, -1);
	case K_RIGHT:
	case K_DOWN:
	case K_TAB:
		return ask_move(s, 1);
	case K_PAGE_UP:
	case K_WHEEL_UP:
		return ask_scroll(s, -s->rows);
	case K_PAGE_DOWN:
	case K_WHEEL_DOWN:
		return ask_scroll(s, s->rows);
	case K_CLICK:
		return ask_click(f, event);
	default:
		return UI_IGNORED;
	}
}

static unsigned ask_closed(struct frame *opener, struct frame *f)
{
	struct ask_state *s = f->state;

	if (!s->question.answered)
		return UI_REDRAW;
	return s->question.answered(opener, (int)f->answer - 1, s->question.data);
}

static const char *ask_status(struct frame *f)
{
	const struct ask_state *s = f->state;

	return s->buttons > 1 ? _("Enter presses the button, ← → choose, Esc changes nothing.")
			      : _("Enter closes.");
}

static const struct view_kind ask_kind = {
	.name = "question",
	.help = N_("← → go from button to button, Enter or a click presses one. Esc is always the "
		   "answer that changes nothing."),
	.size = sizeof(struct ask_state),
	.dialog = true,
	.init = ask_init,
	.draw = ask_draw,
	.key = ask_key,
	.status = ask_status,
};

static const struct view ask_view = { .name = "question", .title = "", .kind = &ask_kind };

unsigned dialog_ask(struct frame *f, const struct question *question)
{
	struct question copy = *question;

	view_open(f->ui, f, &ask_view, &copy, ask_closed);
	return UI_TAKEN | UI_REDRAW;
}

unsigned dialog_message(struct frame *f, const char *title, const char *text)
{
	return dialog_ask(
		f, &(struct question){ .title = title, .text = text, .button = { _("Close") } });
}

/* One line to type. */

struct prompt_state {
	struct prompt prompt;
	struct edit edit;
	size_t left;
	unsigned took; /* what the opener said when the line was taken */
	bool done;
};

static enum rc prompt_init(struct frame *f)
{
	struct prompt_state *s = f->state;
	const struct prompt *p = f->arg;

	s->prompt = *p;
	s->prompt.label = arena_strdup(&f->arena, p->label);
	s->prompt.hint = arena_strdup(&f->arena, p->hint);
	edit_begin(&s->edit, p->text ? p->text : "");
	s->edit.fresh = !p->mend;
	s->edit.date = p->date;
	s->edit.secret = p->secret;
	s->edit.max = p->max ? p->max : 250;
	frame_title(f, "%s", p->title ? p->title : "");
	f->arg = NULL;
	return RC_OK;
}

static void prompt_draw(struct frame *f, struct area area)
{
	struct prompt_state *s = f->state;
	int cols = dialog_cols(area), label = utf8_width(s->prompt.label);
	int hint = *s->prompt.hint ? wrap_count(s->prompt.hint, cols) + 1 : 0;
	struct area in = paint_dialog(area, 3 + hint, cols, f->title);
	struct line line = { .ink = INK_DIM, .text = s->prompt.hint };
	struct lines lines = { .row = &line, .n = hint ? 1 : 0 };

	if (label > in.cols / 2)
		label = in.cols / 2;
	if (label)
		paint_cell(in.y + 1, in.x, label, INK_DIALOG, s->prompt.label);
	label += label ? 2 : 0;
	edit_draw(&s->edit, &s->left, in.y + 1, in.x + label, in.cols - label);
	paint_lines((struct area){ in.y + 3, in.x, in.rows - 3, in.cols }, &lines, 0);
}

static unsigned prompt_key(struct frame *f, const struct event *event)
{
	struct prompt_state *s = f->state;
	bool full;

	if (event->key == K_ENTER) {
		s->took = UI_TAKEN | UI_REDRAW;
		if (s->prompt.entered(f->opener, str_text(&s->edit.text), s->prompt.data,
				      &s->took) != RC_OK)
			return ui_fault(f->ui);
		s->done = true;
		return UI_TAKEN | UI_CLOSE;
	}
	return edit_key(&s->edit, event, &full) ? UI_TAKEN | UI_REDRAW : UI_IGNORED;
}

static unsigned prompt_closed(struct frame *opener, struct frame *f)
{
	struct prompt_state *s = f->state;

	(void)opener;
	return s->done ? s->took : UI_REDRAW;
}

static bool prompt_typing(const struct frame *f)
{
	(void)f;
	return true;
}

static void prompt_done(struct frame *f)
{
	struct prompt_state *s = f->state;

	edit_done(&s->edit);
}

static const char *prompt_status(struct frame *f)
{
	(void)f;
	return _("Enter takes it, Esc changes nothing.");
}

static const struct view_kind prompt_kind = {
	.name = "prompt",
	.help = N_("Type one line; Enter takes it, Esc changes nothing. Ctrl+U empties the line, "
		   "Ctrl+Z takes back what was typed. What was copied elsewhere can be pasted."),
	.size = sizeof(struct prompt_state),
	.dialog = true,
	.init = prompt_init,
	.draw = prompt_draw,
	.key = prompt_key,
	.typing = prompt_typing,
	.status = prompt_status,
	.done = prompt_done,
};

static const struct view prompt_view = { .name = "prompt", .title = "", .kind = &prompt_kind };

unsigned dialog_prompt(struct frame *f, const struct prompt *prompt)
{
	struct prompt copy = *prompt;

	view_open(f->ui, f, &prompt_view, &copy, prompt_closed);
	return UI_TAKEN | UI_REDRAW;
}
