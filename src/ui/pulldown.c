/*
 * F9: everything that can be done here in pulled-down menus: this screen's, its kind's, where one
 * can go, the program's. Each item has its key beside it and a letter of its title that takes it,
 * by key position: no two letters of one menu lie on one key, in either layout. What is not
 * possible just now stands there too and says why.
 */
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "private.h"
#include "tty.h"

enum { GROUPS = 4, MARK_COLS = 2, KEY_GAP = 3, TITLE_GAP = 2 };

struct item {
	const struct action *action;
	const struct view *place; /* to go to, when there is no action */
	const char *title, *key, *why;
	uint32_t letter;   /* that takes it; 0: none was left */
	size_t at, length; /* where it stands in the title, bytes */
};

struct group {
	const char *title;
	size_t first, n;
	int x, cols; /* of its title, of the last picture */
};

struct pulldown {
	struct frame *about;
	struct item *item;
	size_t n, cap;
	struct group group[GROUPS];
	size_t groups, open; /* the group that is pulled down */
	size_t row, top;     /* within it */
	int bar_y;           /* of the last picture */
	struct area inside;
	const struct item *taken;
};

static struct pulldown *state_of(const struct frame *f)
{
	return f->state;
}

static const struct group *group_open(const struct pulldown *p)
{
	return &p->group[p->open];
}

static struct item *item_at(const struct pulldown *p)
{
	return &p->item[group_open(p)->first + p->row];
}

static void item_add(struct frame *f, struct item item)
{
	struct pulldown *p = state_of(f);

	p->item = arena_grow(&f->arena, p->item, p->n, &p->cap, sizeof(*p->item));
	p->item[p->n++] = item;
}

/* Is a letter on that key taken by an item of the group already? */
static bool letter_used(const struct pulldown *p, size_t first, uint32_t letter)
{
	for (size_t i = first; i < p->n; i++)
		if (p->item[i].letter && key_same(p->item[i].letter, letter))
			return true;
	return false;
}

/* Give the item the first letter of its title that is free; begin: of a word only. */
static void letter_give(struct pulldown *p, size_t first, struct item *item, bool begin)
{
	uint32_t cp;

	for (size_t at = 0, n; !item->letter && (n = utf8_decode(item->title + at, &cp)); at += n) {
		bool word = at == 0 || strchr(" (“«", item->title[at - 1]);

		if ((begin && !word) || utf8_lower(cp) == utf8_upper(cp) ||
		    letter_used(p, first, cp))
			continue;
		item->letter = cp;
		item->at = at;
		item->length = n;
	}
}

static void group_end(struct frame *f, const char *title, size_t first)
{
	struct pulldown *p = state_of(f);

	for (size_t i = first; i < p->n; i++)
		letter_give(p, first, &p->item[i], true);
	for (size_t i = first; i < p->n; i++)
		letter_give(p, first, &p->item[i], false);
	if (p->n > first)
		p->group[p->groups++] = (struct group){ title, first, p->n - first, 0, 0 };
}

static void actions_add(struct frame *f, const struct action *action)
{
	struct frame *about = state_of(f)->about;
	char key[KEY_NAME_SIZE];

	for (; action && action->title; action++) {
		if (action->run == pulldown_open || action_hidden(about, action))
			continue;
		key[0] = '\0';
		if (action->key)
			key_label(action->key, key);
		item_add(f, (struct item){ .action = action,
					   .title = text_of(action->title),
					   .key = arena_strdup(&f->arena, key),
					   .why = action_why(action, about, &f->arena) });
	}
}

static void places_add(struct frame *f, const struct view *const *view)
{
	for (; view && *view; view++)
		if ((*view)->place && !(*view)->seldom)
			item_add(f, (struct item){ .place = *view,
						   .title = text_of((*view)->title),
						   .key = "",
						   .why = "" });
}

static enum rc pulldown_init(struct frame *f)
{
	struct pulldown *p = state_of(f);
	const struct action *table[ACTION_TABLES];
	size_t first = 0;

	p->about = f->opener;
	action_tables(p->about, table);
	actions_add(f, table[TABLE_VIEW]);
	group_end(f, _("Here"), first);
	first = p->n;
	actions_add(f, table[TABLE_KIND]);
	group_end(f, p->n > first ? text_in(p->about->view->kind->title) : "", first);
	first = p->n;
	places_add(f, places_of(p->about));
	group_end(f, _("Go to"), first);
	first = p->n;
	actions_add(f, table[TABLE_APP]);
	actions_add(f, table[TABLE_TOOLKIT]);
	group_end(f, _("Program"), first);
	return RC_OK;
}

static void bar_draw_groups(struct pulldown *p, struct area area)
{
	int x = area.x + 1;

	p->bar_y = area.y;
	paint_fill(area.y, area.x, area.cols, INK_DIALOG, " ");
	for (size_t i = 0; i < p->groups; i++) {
		struct group *g = &p->group[i];
		enum ink ink = i == p->open ? INK_CHOSEN : INK_BUTTON;

		g->x = x;
		g->cols = paint_text(area.y, x, area.cols - x, ink, " ");
		g->cols += paint_text(area.y, x + g->cols, area.cols - x - g->cols, ink, g->title);
		g->cols += paint_text(area.y, x + g->cols, area.cols - x - g->cols, ink, " ");
		x += g->cols + TITLE_GAP - 1;
	}
}

/* Columns that the open group wants inside its frame. */
static int group_cols(const struct pulldown *p)
{
	const struct group *g = group_open(p);
	int title = 0, key = 0;

	for (size_t i = g->first; i < g->first + g->n; i++) {
		int t = utf8_width(p->item[i].title), k = utf8_width(p->item[i].key);

		title = t > title ? t : title;
		key = k > key ? k : key;
	}
	return MARK_COLS + title + (key ? KEY_GAP + key : 0);
}

static struct area box_of(const struct pulldown *p, struct area area)
{
	struct area box = { area.y + 1, group_open(p)->x, (int)group_open(p)->n + 2,
			    group_cols(p) + 4 };

	if (box.rows > area.rows - 1)
		box.rows = area.rows - 1;
	if (box.cols > area.cols)
		box.cols = area.cols;
	if (box.x + box.cols > area.x + area.cols)
		box.x = area.x + area.cols - box.cols;
	return box;
}

static void item_draw(const struct item *item, struct area in, int y, bool cursor)
{
	bool off = *item->why != '\0';
	enum ink ink = cursor ? INK_CURSOR : off ? INK_OFF : INK_DIALOG;
	int key = utf8_width(item->key), room = in.cols - MARK_COLS - (key ? key + 1 : 0);
	char letter[5] = "", before[512];

	paint_fill(y, in.x, in.cols, ink, " ");
	paint_text(y, in.x, 1, ink, off ? "–" : " ");
	paint_cell(y, in.x + MARK_COLS, room, ink, item->title);
	paint_text(y, in.x + in.cols - key, key, ink, item->key);
	if (cursor)
		tty_cursor(y, in.x, false);
	if (!item->letter || cursor || off || item->at >= sizeof(before))
		return;
	memcpy(before, item->title, item->at);
	before[item->at] = '\0';
	letter[utf8_encode(item->letter, letter)] = '\0';
	if (utf8_width(before) < room - 1)
		paint_text(y, in.x + MARK_COLS + utf8_width(before), 1, INK_HOT, letter);
}

static void scroll(struct pulldown *p)
{
	size_t rows = p->inside.rows > 0 ? (size_t)p->inside.rows : 1;

	if (p->row < p->top)
		p->top = p->row;
	if (p->row >= p->top + rows)
		p->top = p->row - rows + 1;
}

static void pulldown_draw(struct frame *f, struct area area)
{
	struct pulldown *p = state_of(f);
	const struct group *g = group_open(p);

	bar_draw_groups(p, area);
	struct area box = box_of(p, area), in = paint_box(box, "");

	p->inside = in;
	scroll(p);
	for (size_t i = p->top; i < g->n && (int)(i - p->top) < in.rows; i++)
		item_draw(&p->item[g->first + i], in, in.y + (int)(i - p->top), i == p->row);
	if (p->top)
		paint_text(in.y, box.x + box.cols - 1, 1, INK_DIALOG, "▲");
	if (p->top + (size_t)in.rows < g->n)
		paint_text(in.y + in.rows - 1, box.x + box.cols - 1, 1, INK_DIALOG, "▼");
}

static unsigned go_group(struct pulldown *p, size_t group)
{
	p->open = group % p->groups;
	p->row = p->top = 0;
	return UI_TAKEN | UI_REDRAW;
}

static unsigned go(struct pulldown *p, size_t row)
{
	p->row = row % group_open(p)->n;
	return UI_TAKEN | UI_REDRAW;
}

static unsigned take(struct frame *f)
{
	struct pulldown *p = state_of(f);

	if (*item_at(p)->why) /* the status line says it */
		return UI_TAKEN | UI_REDRAW;
	p->taken = item_at(p);
	return UI_TAKEN | UI_REDRAW | UI_CLOSE;
}

static unsigned click(struct frame *f, const struct event *event)
{
	struct pulldown *p = state_of(f);
	int row = event->y - p->inside.y;

	for (size_t i = 0; i < p->groups; i++)
		if (event->y == p->bar_y && event->x >= p->group[i].x &&
		    event->x < p->group[i].x + p->group[i].cols)
			return go_group(p, i);
	if (row < 0 || row >= p->inside.rows || p->top + (size_t)row >= group_open(p)->n ||
	    event->x < p->inside.x || event->x >= p->inside.x + p->inside.cols)
		return UI_TAKEN | UI_REDRAW | UI_CLOSE; /* beside the menu: away with it */
	go(p, p->top + (size_t)row);
	return take(f);
}

static unsigned move_key(struct pulldown *p, uint32_t key)
{
	size_t n = group_open(p)->n;

	switch (key) {
	case K_UP:
	case K_WHEEL_UP:
		return go(p, p->row + n - 1);
	case K_DOWN:
	case K_WHEEL_DOWN:
		return go(p, p->row + 1);
	case K_HOME:
	case K_PAGE_UP:
		return go(p, 0);
	case K_END:
	case K_PAGE_DOWN:
		return go(p, n - 1);
	case K_LEFT:
	case K_BACKTAB:
		return go_group(p, p->open + p->groups - 1);
	case K_RIGHT:
	case K_TAB:
		return go_group(p, p->open + 1);
	default:
		return UI_IGNORED;
	}
}

static unsigned letter_key(struct frame *f, uint32_t key)
{
	struct pulldown *p = state_of(f);
	const struct group *g = group_open(p);

	for (size_t i = 0; i < g->n && key_is_char(key); i++) {
		uint32_t letter = p->item[g->first + i].letter;

		if (letter && key_same(letter, key)) {
			go(p, i);
			return take(f);
		}
	}
	return UI_IGNORED;
}

static unsigned pulldown_key(struct frame *f, const struct event *event)
{
	unsigned took = move_key(state_of(f), event->key);

	if (took != UI_IGNORED)
		return took;
	switch (event->key) {
	case K_CLICK:
		return click(f, event);
	case K_ENTER:
	case ' ':
		return take(f);
	case K_F(9):
		return UI_TAKEN | UI_REDRAW | UI_CLOSE;
	default:
		return letter_key(f, event->key);
	}
}

static unsigned pulldown_closed(struct frame *opener, struct frame *f)
{
	const struct item *item = state_of(f)->taken;

	if (!item)
		return UI_REDRAW;
	return item->action ? action_run(item->action, opener) : place_go(opener, item->place);
}

static const char *pulldown_status(struct frame *f)
{
	const struct item *item = item_at(state_of(f));

	if (*item->why)
		return item->why;
	if (item->action && item->action->help)
		return text_of(item->action->help);
	return _("Enter or the marked letter does it, ← → open the other menus.");
}

static void pulldown_explain(struct frame *f, struct lines *lines)
{
	const struct item *item = item_at(state_of(f));
	const char *help = item->action ? item->action->help : item->place->help;

	lines_add(lines, INK_HEADING, "%s", item->title);
	if (help)
		lines_text(lines, INK_TEXT, text_of(help));
	if (*item->why)
		lines_add(lines, INK_WARN, GLYPH_WARN " %s", item->why);
	lines_add(lines, INK_TEXT, "%s", "");
}

static const struct view_kind pulldown_kind = {
	.name = "pulldown",
	.size = sizeof(struct pulldown),
	.dialog = true,
	.help = N_("← and → open the menus beside, ↑ and ↓ move, Enter does it. So does the marked "
		   "letter, in either keyboard layout. At the right stands the key that does the "
		   "same without the menu. What has a dash before it is not possible just now; the "
		   "line below says why."),
	.init = pulldown_init,
	.draw = pulldown_draw,
	.key = pulldown_key,
	.status = pulldown_status,
	.explain = pulldown_explain,
};

static const struct view pulldown_view = { .name = "pulldown",
					   .title = N_("Menu"),
					   .kind = &pulldown_kind };

unsigned pulldown_open(struct frame *f)
{
	view_open(f->ui, f, &pulldown_view, NULL, pulldown_closed);
	return UI_TAKEN | UI_REDRAW;
}
