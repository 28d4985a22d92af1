#include "nastavnik/ui/menu.h"

#include <assert.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "private.h"
#include "tty.h"

enum { MARK_X = 1, TITLE_X = 3, GAP = 2, BAR_CELLS = 10 };

struct menu_state {
	struct menu_items items;
	size_t at;
	int64_t wanted; /* id to come back to after a load */
	bool loaded;
	int scroll, top, rows;
	int fact_x[MENU_FACTS], title_cols;
	int grown; /* columns that the last fact has over its width */
	bool bars; /* a narrow screen has the numbers alone */
};

static struct menu_state *state_of(const struct frame *f)
{
	return f->state;
}

static const struct menu_spec *spec_of(const struct frame *f)
{
	return f->view->spec;
}

void menu_add(struct menu_items *items, struct menu_item item)
{
	items->row = arena_grow(&items->frame->fresh, items->row, items->n, &items->cap,
				sizeof(*items->row));
	items->row[items->n++] = item;
}

void menu_heading(struct menu_items *items, const char *title)
{
	if (items->n)
		menu_add(items, (struct menu_item){ .title = "", .heading = true });
	menu_add(items, (struct menu_item){ .title = title, .heading = true });
}

static size_t next_item(const struct menu_state *s, size_t at, int by)
{
	for (size_t i = at + (size_t)by; i < s->items.n; i += (size_t)by)
		if (!s->items.row[i].heading)
			return i;
	return s->items.n;
}

static void menu_unload(struct frame *f)
{
	struct menu_state *s = state_of(f);

	s->wanted = s->at < s->items.n ? s->items.row[s->at].id : 0;
	s->items = (struct menu_items){ .frame = f };
}

/* Do the keys of two items lie on one place of the keyboard, in either layout? */
static bool menu_clash(const struct menu_items *items)
{
	for (size_t i = 0; i < items->n; i++)
		for (size_t k = i + 1; k < items->n; k++)
			if (items->row[i].key && items->row[k].key &&
			    key_same(items->row[i].key, items->row[k].key))
				return true;
	return false;
}

static enum rc menu_load(struct frame *f)
{
	struct menu_state *s = state_of(f);
	enum rc rc = spec_of(f)->load(f, &s->items);

	if (rc != RC_OK)
		return rc;
	assert(!menu_clash(&s->items));
	for (size_t i = 0; i < s->items.n && s->wanted; i++)
		if (s->items.row[i].id == s->wanted && !s->items.row[i].heading)
			s->at = i;
	if (!s->loaded || s->at >= s->items.n || s->items.row[s->at].heading)
		s->at = next_item(s, (size_t)-1, 1);
	s->loaded = true;
	return RC_OK;
}

static int fact_cols(const struct menu_state *s, const struct menu_column *column)
{
	int width = column->width < 0 ? -column->width : column->width;

	return width ? width + (column->bar && s->bars ? BAR_CELLS + GAP : 0) : 0;
}

/* Has it anything beside its title? */
static bool item_facts(const struct menu_item *item)
{
	bool any = item->total >= 0 && !item->right;

	for (int i = 0; i < MENU_FACTS; i++)
		any |= item->fact[i] != NULL;
	return any;
}

/* Columns of the longest title that has facts beside it. */
static int titles_need(const struct frame *f)
{
	const struct menu_items *items = &state_of(f)->items;
	int need = 0;

	for (size_t i = 0; i < items->n; i++) {
		const struct menu_item *item = &items->row[i];
		int width = utf8_width(item->title);

		if (!item->heading && item_facts(item) && width > need)
			need = width;
	}
	return need;
}

/* How many of the facts find room beside the titles; *need: columns of them. */
static int facts_fit(const struct frame *f, int room, int *need)
{
	int n = 0;

	for (*need = 0; n < MENU_FACTS && spec_of(f)->column[n].width; n++) {
		int cols = fact_cols(state_of(f), &spec_of(f)->column[n]) + GAP;

		if (*need + cols > room)
			break;
		*need += cols;
	}
	return n;
}

/* Facts stand at the right end; a narrow screen keeps the first of them, without its bar if need
 * be. */
static void places_make(struct frame *f, int cols)
{
	struct menu_state *s = state_of(f);
	int titles = titles_need(f), most = cols * 3 / 5, need, n, x;

	titles = TITLE_X + (titles < most ? titles : most) + 1;
	s->bars = true;
	n = facts_fit(f, cols - titles, &need);
	if (n == 0) {
		s->bars = false;
		n = facts_fit(f, cols - titles, &need);
	}
	s->title_cols = cols - TITLE_X - need - 1;
	s->grown = 0;
	if (n > 0 && spec_of(f)->column[n - 1].grow && cols - need > titles + GAP) {
		s->grown = cols - need - titles - GAP;
		s->title_cols -= s->grown;
	}
	x = TITLE_X + s->title_cols + GAP;
	for (int i = 0; i < MENU_FACTS; i++) {
		s->fact_x[i] = i < n ? x : -1;
		x += i < n ? fact_cols(s, &spec_of(f)->column[i]) + GAP : 0;
	}
}

static void headings_draw(struct frame *f, int y)
{
	const struct menu_spec *spec = spec_of(f);
	struct menu_state *s = state_of(f);

	paint_cell(y, TITLE_X, s->title_cols, INK_HEADING, text_of(spec->title));
	for (int i = 0; i < MENU_FACTS; i++) {
		int cols = fact_cols(s, &spec->column[i]);

		if (s->fact_x[i] >= 0)
			paint_cell(y, s->fact_x[i], spec->column[i].width < 0 ? -cols : cols,
				   INK_HEADING, text_of(spec->column[i].title));
	}
}

static void bar_paint(int y, int x, const struct menu_item *item, bool cursor)
{
	struct arena a = { 0 };
	const char *bar = bar_text(&a, BAR_CELLS, item->done, item->total);
	size_t full = 0;

	while (!strncmp(bar + full, GLYPH_BAR_DONE, strlen(GLYPH_BAR_DONE)))
		full += strlen(GLYPH_BAR_DONE);
	int taken = paint_text(y, x, BAR_CELLS, cursor ? INK_CURSOR : INK_BAR_DONE,
			       arena_strndup(&a, bar, full));

	paint_text(y, x + taken, BAR_CELLS - taken, cursor ? INK_CURSOR : INK_BAR_LEFT, bar + full);
	arena_done(&a);
}

static void facts_draw(struct frame *f, const struct menu_item *item, int y, bool cursor)
{
	const struct menu_column *column = spec_of(f)->column;
	const struct menu_state *s = state_of(f);

	for (int i = 0; i < MENU_FACTS; i++) {
		int x = state_of(f)->fact_x[i];

		if (x < 0)
			continue;
		if (column[i].bar && state_of(f)->bars) {
			if (item->total >= 0)
				bar_paint(y, x, item, cursor);
			x += BAR_CELLS + GAP;
		}
		if (item->fact[i])
			paint_cell(y, x, column[i].width + (column[i].grow ? s->grown : 0),
				   cursor ? INK_CURSOR : item->fact_ink[i], item->fact[i]);
	}
}

static void mark_text(const struct menu_item *item, char buf[5])
{
	buf[item->key ? utf8_encode(utf8_upper(item->key), buf) : 0] = '\0';
}

static void item_draw(struct frame *f, const struct menu_item *item, int y, int cols, bool cursor)
{
	struct menu_state *s = state_of(f);
	char key[5];
	int right = item->right ? utf8_width(item->right) : 0;
	int room = item_facts(item) ? s->title_cols : cols - TITLE_X - 1;

	if (item->heading) {
		paint_text(y, MARK_X, cols - 2, INK_HEADING, item->title);
		return;
	}
	if (cursor)
		paint_fill(y, 0, cols, INK_CURSOR, " ");
	mark_text(item, key);
	paint_text(y, MARK_X, 1,
		   cursor       ? INK_CURSOR
		   : item->mark ? item->ink
				: INK_HEADING,
		   item->mark ? item->mark : key);
	if (right) {
		if (right > cols / 3)
			right = cols / 3;
		room = cols - TITLE_X - right - GAP - 1;
		paint_cell(y, cols - right - 1, -right, cursor ? INK_CURSOR : INK_DIM, item->right);
	}
	paint_cell(y, TITLE_X, room, cursor ? INK_CURSOR : item->ink, item->title);
	if (!right && item_facts(item))
		facts_draw(f, item, y, cursor);
	if (cursor)
		tty_cursor(y, 0, false);
}

static void scroll(struct menu_state *s)
{
	int at = (int)s->at, above = at;

	while (above > 0 && s->items.row[above - 1].heading) /* show what it stands under */
		above--;
	if (above < s->scroll)
		s->scroll = above;
	if (at >= s->scroll + s->rows)
		s->scroll = at - s->rows + 1;
	if (s->scroll + s->rows > (int)s->items.n)
		s->scroll = (int)s->items.n - s->rows;
	if (s->scroll < 0)
		s->scroll = 0;
}

static void menu_draw(struct frame *f, struct area area)
{
	struct menu_state *s = state_of(f);

	places_make(f, area.cols);
	if (spec_of(f)->title) {
		headings_draw(f, area.y);
		area.y++;
		area.rows--;
	}
	s->top = area.y;
	s->rows = area.rows;
	scroll(s);
	for (int i = 0; i < area.rows && (size_t)(s->scroll + i) < s->items.n; i++)
		item_draw(f, &s->items.row[s->scroll + i], area.y + i, area.cols,
			  (size_t)(s->scroll + i) == s->at);
}

static unsigned choose(struct frame *f, size_t at)
{
	struct menu_state *s = state_of(f);
	const struct menu_item *item = &s->items.row[at];

	s->at = at;
	if (item->open)
		return view_push(f, item->open, item->arg);
	return spec_of(f)->run ? spec_of(f)->run(f, item) : UI_TAKEN;
}

static unsigned go(struct menu_state *s, size_t at)
{
	if (at < s->items.n)
		s->at = at;
	return UI_TAKEN | UI_REDRAW;
}

static unsigned page(struct menu_state *s, int by)
{
	size_t at = s->at, next;

	for (int i = 1; i < s->rows && (next = next_item(s, at, by)) < s->items.n; i++)
		at = next;
	return go(s, at);
}

static unsigned move_key(struct menu_state *s, uint32_t key)
{
	switch (key) {
	case K_UP:
	case K_BACKTAB:
	case K_WHEEL_UP:
		return go(s, next_item(s, s->at, -1));
	case K_DOWN:
	case K_TAB:
	case K_WHEEL_DOWN:
		return go(s, next_item(s, s->at, 1));
	case K_PAGE_UP:
		return page(s, -1);
	case K_PAGE_DOWN:
		return page(s, 1);
	case K_HOME:
		return go(s, next_item(s, (size_t)-1, 1));
	case K_END:
		return go(s, next_item(s, s->items.n, -1));
	default:
		return UI_IGNORED;
	}
}

static unsigned click(struct frame *f, const struct event *event)
{
	struct menu_state *s = state_of(f);
	size_t at = (size_t)(event->y - s->top + s->scroll);

	if (event->y < s->top || event->y >= s->top + s->rows || at >= s->items.n ||
	    s->items.row[at].heading)
		return UI_IGNORED;
	return choose(f, at);
}

/* Where no item has a letter, letters are the beginning of a command's name. */
static bool letters_free(const struct menu_state *s)
{
	for (size_t i = 0; i < s->items.n; i++)
		if (utf8_lower(s->items.row[i].key) != utf8_upper(s->items.row[i].key))
			return false;
	return true;
}

/* Where Enter shows more than the key needs. */
static unsigned choose_by_key(struct frame *f, size_t at)
{
	const struct menu_item *item = &state_of(f)->items.row[at];

	if (!item->straight)
		return choose(f, at);
	state_of(f)->at = at;
	return view_push(f, item->straight, NULL);
}

static unsigned letter(struct frame *f, uint32_t key)
{
	struct menu_state *s = state_of(f);

	for (size_t i = 0; i < s->items.n && key_is_char(key); i++)
		if (s->items.row[i].key && !s->items.row[i].heading &&
		    key_same(s->items.row[i].key, key))
			return choose_by_key(f, i);
	return letters_free(s) && key_is_char(key) && utf8_lower(key) != utf8_upper(key)
		       ? palette_type(f, key)
		       : UI_IGNORED;
}

static unsigned menu_key(struct frame *f, const struct event *event)
{
	struct menu_state *s = state_of(f);
	unsigned took;

	if (s->items.n == 0)
		return UI_IGNORED;
	took = move_key(s, event->key);
	if (took != UI_IGNORED)
		return took;
	if (event->key == K_CLICK)
		return click(f, event);
	if (event->key == K_ENTER && s->at < s->items.n)
		return choose(f, s->at);
	return letter(f, event->key);
}

static const char *menu_status(struct frame *f)
{
	const struct menu_state *s = state_of(f);

	return s->at < s->items.n ? s->items.row[s->at].status : NULL;
}

static void menu_explain(struct frame *f, struct lines *lines)
{
	const struct menu_state *s = state_of(f);
	const struct menu_item *item = s->at < s->items.n ? &s->items.row[s->at] : NULL;
	const char *help = item && item->open ? text_of(item->open->help) : "";

	if (!item || (!item->status && !*help))
		return;
	lines_add(lines, INK_HEADING, "%s", item->title);
	if (item->status)
		lines_text(lines, INK_TEXT, item->status);
	lines_text(lines, INK_TEXT, help);
	lines_add(lines, INK_TEXT, "%s", "");
}

static const char *menu_place(struct frame *f)
{
	return spec_of(f)->place ? spec_of(f)->place(f) : NULL;
}

const struct view_kind menu_kind = {
	.name = "menu",
	.size = sizeof(struct menu_state),
	.help = N_(
		"Arrows move, Enter opens. The digit or letter before an item opens it at once, in "
		"either keyboard layout. Where the items have digits, letters find a command by "
		"its name."),
	.unload = menu_unload,
	.load = menu_load,
	.draw = menu_draw,
	.key = menu_key,
	.status = menu_status,
	.place = menu_place,
	.explain = menu_explain,
};
