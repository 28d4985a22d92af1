/* Choosing from a list in a dialog: one, or several in an order. Letters find. The palette of
 * commands is one too. */
#include <stdio.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "private.h"
#include "tty.h"

enum { PICKER_COLS = 60, MARK_COLS = 4 };

struct pick_state {
	struct picker picker;
	size_t *shown; /* indexes into choices that fit the find; SIZE_MAX: «nothing» */
	size_t n, at, top;
	int y, x, rows; /* of the last picture */
	struct str find;
	struct ids chosen;
	bool done;
	char status[256];
};

/* How well something is found. */
enum { FOUND_NOT, FOUND_INSIDE, FOUND_BEGIN };

/* One word of len bytes in a folded name: at the beginning of a word, or inside. */
static int word_found(const char *fold, const char *word, size_t len)
{
	int how = FOUND_NOT;

	for (const char *at = fold; (at = memmem(at, strlen(at), word, len)); at++) {
		if (at == fold || at[-1] == ' ')
			return FOUND_BEGIN;
		how = FOUND_INSIDE;
	}
	return how;
}

/* All words of find: as well as the worst of them. */
static int words_found(const char *fold, const char *find)
{
	int how = FOUND_BEGIN;

	while (how != FOUND_NOT && *(find += strspn(find, " "))) {
		size_t len = strcspn(find, " ");
		int this = word_found(fold, find, len);

		how = this < how ? this : how;
		find += len;
	}
	return how;
}

static int found(const char *name, const char *find, const char *other)
{
	char fold[512];

	utf8_fold_into(name, fold, sizeof(fold));
	int how = words_found(fold, find), twin = *other ? words_found(fold, other) : FOUND_NOT;

	return how > twin ? how : twin;
}

/* Which of the choices from…to are found, the best first. */
static void find_among(struct pick_state *s, struct arena *a, size_t from, size_t to)
{
	const char *find = utf8_fold(a, str_text(&s->find));
	const char *other = utf8_fold(a, utf8_other_layout(a, str_text(&s->find)));

	for (int how = FOUND_BEGIN; how > FOUND_NOT; how--)
		for (size_t i = from; i < to; i++)
			if (found(s->picker.choices.row[i].name, find, other) == how)
				s->shown[s->n++] = i;
}

/* Which choices are shown; the cursor goes to the first. */
static void refind(struct pick_state *s)
{
	struct arena a = { 0 };
	size_t all = s->picker.choices.n, first = s->picker.first ? s->picker.first : all;

	s->n = s->at = s->top = 0;
	if (s->picker.nothing && !s->find.len)
		s->shown[s->n++] = SIZE_MAX;
	find_among(s, &a, 0, first);
	if (s->find.len)
		find_among(s, &a, first, all);
	arena_done(&a);
}

static void cursor_to_chosen(struct pick_state *s)
{
	for (size_t i = 0; i < s->n && s->chosen.n; i++)
		if (s->shown[i] != SIZE_MAX &&
		    s->picker.choices.row[s->shown[i]].id == s->chosen.row[0])
			s->at = i;
}

/* Place of an id among the chosen, from 1; 0: it is not. */
static size_t chosen_place(struct ids chosen, int64_t id)
{
	for (size_t i = 0; i < chosen.n; i++)
		if (chosen.row[i] == id)
			return i + 1;
	return 0;
}

/* Of hidden choices only those that are chosen already. */
static void offer(struct frame *f, const struct picker *p)
{
	struct pick_state *s = f->state;
	struct choice *row = ARENA_NEW(&f->arena, struct choice, p->choices.n);
	const char **right = ARENA_NEW(&f->arena, const char *, p->choices.n);
	const char **why = ARENA_NEW(&f->arena, const char *, p->choices.n);
	size_t n = 0;

	for (size_t i = 0; i < p->choices.n; i++) {
		if (p->choices.row[i].hidden && !chosen_place(p->chosen, p->choices.row[i].id))
			continue;
		row[n] = p->choices.row[i];
		right[n] = p->right ? p->right[i] : "";
		why[n++] = p->why && p->why[i] ? p->why[i] : "";
	}
	s->picker.choices = (struct choices){ row, n };
	s->picker.right = p->right ? right : NULL;
	s->picker.why = why;
}

/* Why the choice that stands at this row cannot be taken; "": it can. */
static const char *why_not(const struct pick_state *s, size_t i)
{
	return i < s->n && s->shown[i] != SIZE_MAX ? s->picker.why[s->shown[i]] : "";
}

static enum rc pick_init(struct frame *f)
{
	struct pick_state *s = f->state;
	const struct picker *p = f->arg;

	s->picker = *p;
	offer(f, p);
	s->shown = ARENA_NEW(&f->arena, size_t, p->choices.n + 1);
	s->chosen.row = ARENA_NEW(&f->arena, int64_t, p->choices.n + p->chosen.n);
	s->chosen.n = p->chosen.n;
	if (p->chosen.n)
		memcpy(s->chosen.row, p->chosen.row, p->chosen.n * sizeof(*p->chosen.row));
	str_add(&s->find, p->find ? p->find : "");
	refind(s);
	if (!s->find.len)
		cursor_to_chosen(s);
	frame_title(f, "%s", p->title);
	f->arg = NULL;
	return RC_OK;
}

static void row_draw(struct frame *f, size_t i, struct area in, int y)
{
	struct pick_state *s = f->state;
	enum ink ink = i == s->at ? INK_CURSOR : *why_not(s, i) ? INK_OFF : INK_DIALOG;
	const struct choice *c =
		s->shown[i] == SIZE_MAX ? NULL : &s->picker.choices.row[s->shown[i]];
	const char *right = c && s->picker.right ? s->picker.right[s->shown[i]] : "";
	int mark = s->picker.many ? MARK_COLS : 0, width = utf8_width(right);
	size_t place = c ? chosen_place(s->chosen, c->id) : 0;
	char number[24] = "";

	if (mark && place)
		snprintf(number, sizeof(number), "%zu", place);
	paint_fill(y, in.x, in.cols, ink, " ");
	if (mark)
		paint_cell(y, in.x, -(mark - 1), ink, number);
	paint_cell(y, in.x + mark, in.cols - mark - (width ? width + 1 : 0), ink,
		   c ? c->name : _("– nothing –"));
	paint_text(y, in.x + in.cols - width, width, ink, right);
	if (i == s->at)
		tty_cursor(y, in.x, false);
}

static int widest(const struct pick_state *s, const char *title)
{
	int width = utf8_width(title) + 4;

	for (size_t i = 0; i < s->picker.choices.n; i++) {
		int w = utf8_width(s->picker.choices.row[i].name) +
			(s->picker.many ? MARK_COLS : 0) +
			(s->picker.right ? utf8_width(s->picker.right[i]) + 3 : 0);

		width = w > width ? w : width;
	}
	return width < 30 ? 30 : width > PICKER_COLS ? PICKER_COLS : width;
}

static void scroll(struct pick_state *s)
{
	size_t rows = s->rows > 0 ? (size_t)s->rows : 1;

	if (s->at < s->top)
		s->top = s->at;
	if (s->at >= s->top + rows)
		s->top = s->at - rows + 1;
	if (s->top + rows > s->n)
		s->top = s->n > rows ? s->n - rows : 0;
}

static void pick_draw(struct frame *f, struct area area)
{
	struct pick_state *s = f->state;
	int want = (int)s->picker.choices.n + s->picker.nothing;
	struct area in = paint_dialog(area, want < area.rows - 2 ? want : area.rows - 2,
				      widest(s, f->title), f->title);

	s->y = in.y;
	s->x = in.x;
	s->rows = in.rows;
	scroll(s);
	if (s->n == 0)
		paint_cell(in.y, in.x, in.cols, INK_DIM, _("nothing is found"));
	for (size_t i = s->top; i < s->n && (int)(i - s->top) < in.rows; i++)
		row_draw(f, i, in, in.y + (int)(i - s->top));
}

static unsigned toggle(struct pick_state *s)
{
	if (s->n == 0 || s->shown[s->at] == SIZE_MAX)
		return UI_TAKEN;
	int64_t id = s->picker.choices.row[s->shown[s->at]].id;
	size_t place = chosen_place(s->chosen, id);

	if (place) {
		memmove(s->chosen.row + place - 1, s->chosen.row + place,
			(s->chosen.n - place) * sizeof(*s->chosen.row));
		s->chosen.n--;
	} else {
		s->chosen.row[s->chosen.n++] = id;
	}
	if (s->find.len) { /* found and taken: all are shown again, to find the next */
		size_t was = s->shown[s->at];

		str_clear(&s->find);
		refind(s);
		for (size_t i = 0; i < s->n; i++)
			if (s->shown[i] == was)
				s->at = i;
	}
	return UI_TAKEN | UI_REDRAW;
}

static unsigned take(struct frame *f)
{
	struct pick_state *s = f->state;

	if (s->picker.many && s->find.len)
		return toggle(s); /* what was found is taken first, a second Enter ends */
	if (!s->picker.many) {
		if (s->n == 0 || *why_not(s, s->at)) /* the status line says why */
			return UI_TAKEN;
		s->chosen.n = s->shown[s->at] != SIZE_MAX;
		if (s->chosen.n)
			s->chosen.row[0] = s->picker.choices.row[s->shown[s->at]].id;
	}
	s->done = true;
	return UI_TAKEN | UI_REDRAW | UI_CLOSE;
}

static unsigned go(struct pick_state *s, size_t at)
{
	if (s->n)
		s->at = at < s->n ? at : s->n - 1;
	return UI_TAKEN | UI_REDRAW;
}

static unsigned move_key(struct pick_state *s, uint32_t key)
{
	size_t page = s->rows > 1 ? (size_t)s->rows - 1 : 1;

	switch (key) {
	case K_UP:
	case K_WHEEL_UP:
		return go(s, s->at ? s->at - 1 : 0);
	case K_DOWN:
	case K_WHEEL_DOWN:
		return go(s, s->at + 1);
	case K_PAGE_UP:
		return go(s, s->at > page ? s->at - page : 0);
	case K_PAGE_DOWN:
		return go(s, s->at + page);
	case K_HOME:
		return go(s, 0);
	case K_END:
		return go(s, s->n ? s->n - 1 : 0);
	default:
		return UI_IGNORED;
	}
}

/* A line that was pasted. */
static void find_paste(struct pick_state *s, const char *text)
{
	for (; *text && s->find.len < 200; text++)
		str_add_char(&s->find, *text == '\n' || *text == '\t' ? ' ' : *text);
}

static unsigned find_key(struct pick_state *s, const struct event *event)
{
	uint32_t key = event->key;
	char buf[5] = "";

	if (key == K_PASTE) {
		find_paste(s, event->text);
	} else if (key == K_BACKSPACE && s->find.len) {
		s->find.len = utf8_prev(s->find.text, s->find.len);
		s->find.text[s->find.len] = '\0';
	} else if (key == K_ESC && s->find.len) {
		str_clear(&s->find);
	} else if (key_is_char(key)) {
		buf[utf8_encode(key, buf)] = '\0';
		str_add(&s->find, buf);
	} else {
		return UI_IGNORED;
	}
	refind(s);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned click(struct frame *f, const struct event *event)
{
	struct pick_state *s = f->state;
	size_t at = s->top + (size_t)(event->y - s->y);

	if (event->y < s->y || event->y >= s->y + s->rows || at >= s->n)
		return UI_TAKEN;
	s->at = at;
	return s->picker.many ? toggle(s) : take(f);
}

static unsigned pick_key(struct frame *f, const struct event *event)
{
	struct pick_state *s = f->state;
	unsigned took = move_key(s, event->key);

	if (took != UI_IGNORED)
		return took;
	if (event->key == K_CLICK)
		return click(f, event);
	if (event->key == K_ENTER)
		return take(f);
	if (event->key == ' ' && s->picker.many)
		return toggle(s);
	return find_key(s, event);
}

unsigned pick_closed(struct frame *opener, struct frame *f)
{
	struct pick_state *s = f->state;

	return s->done ? s->picker.picked(opener, s->chosen, s->picker.data) : UI_REDRAW;
}

static void pick_done(struct frame *f)
{
	struct pick_state *s = f->state;

	str_done(&s->find);
}

static bool pick_typing(const struct frame *f)
{
	(void)f;
	return true;
}

static const char *pick_status(struct frame *f)
{
	struct pick_state *s = f->state;

	if (*why_not(s, s->at))
		return why_not(s, s->at);
	if (s->find.len) {
		snprintf(s->status, sizeof(s->status), _("Find: %s_   found: %zu   Esc – all rows"),
			 str_text(&s->find), s->n);
		return s->status;
	}
	return s->picker.many ? _("Space marks, Enter takes what is marked, letters find.")
			      : _("Enter takes the row, letters find, Esc changes nothing.");
}

const struct view_kind pick_kind = {
	.name = "picker",
	.size = sizeof(struct pick_state),
	.dialog = true,
	.help = N_(
		"Letters find, in either keyboard layout: beginnings of words first. Enter takes "
		"the row under the cursor; where several can be chosen, Space marks them. Esc "
		"changes nothing."),
	.init = pick_init,
	.draw = pick_draw,
	.key = pick_key,
	.typing = pick_typing,
	.status = pick_status,
	.done = pick_done,
};

static const struct view pick_view = { .name = "picker", .title = "", .kind = &pick_kind };

unsigned dialog_pick(struct frame *f, const struct picker *picker)
{
	struct picker copy = *picker;

	view_open(f->ui, f, &pick_view, &copy, pick_closed);
	return UI_TAKEN | UI_REDRAW;
}
