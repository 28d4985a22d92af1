#include "nastavnik/ui/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "list_private.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"

const struct list_column *list_columns(const struct frame *f)
{
	return list_state_of(f)->columns;
}

static void columns_take(struct frame *f)
{
	struct list_state *s = list_state_of(f);
	const struct list_spec *spec = list_spec_of(f);

	s->columns = spec->columns_of ? spec->columns_of(f, &s->query.column) : spec->columns;
	while (s->columns_n < LIST_COLUMNS && s->columns[s->columns_n].title)
		s->columns_n++;
}

/* Who goes row by row wants the next ones soon: read a screen of them along. */
static void page_ahead(const struct list_state *s, size_t *first, size_t *n)
{
	size_t end = s->page_first + s->page_n, ahead = *n, back;

	if (*first >= end || *first + *n <= s->page_first) /* a leap */
		return;
	back = *first < s->page_first ? ahead : 0;
	if (back > *first)
		back = *first;
	*first -= back;
	*n += ahead;
	if (*n > s->n - *first)
		*n = s->n - *first;
}

static enum rc list_page(struct frame *f, size_t first, size_t n)
{
	struct list_state *s = list_state_of(f);
	const struct list_spec *spec = list_spec_of(f);
	enum rc rc = RC_OK;

	if (first >= s->page_first && first + n <= s->page_first + s->page_n)
		return RC_OK;
	page_ahead(s, &first, &n);
	arena_reset(&s->page);
	s->page_n = 0;
	if (spec->fetch)
		rc = spec->fetch(f, &s->page, first, n);
	if (rc != RC_OK) {
		ui_fault(f->ui);
		return rc;
	}
	s->page_first = first;
	s->page_n = n;
	return RC_OK;
}

/* Keep the cursor on the screen, and the screen full. */
static void scroll(struct list_state *s)
{
	size_t height = (size_t)s->height;

	if (s->n && s->row >= s->n)
		s->row = s->n - 1;
	if (s->lift)
		s->top = s->row + 1 > s->lift ? s->row + 1 - s->lift : 0;
	s->lift = 0;
	if (s->row < s->top)
		s->top = s->row;
	if (s->row >= s->top + height)
		s->top = s->row - height + 1;
	if (s->top + height > s->n)
		s->top = s->n > height ? s->n - height : 0;
}

enum rc list_show(struct frame *f)
{
	struct list_state *s = list_state_of(f);
	size_t left;

	if (s->height <= 0) /* before the first picture nobody knows how much will be seen */
		return list_page(f, s->row, 1);
	scroll(s);
	left = s->n - s->top;
	return list_page(f, s->top, (size_t)s->height < left ? (size_t)s->height : left);
}

/* The query's texts from what was typed. */
static void query_make(struct list_state *s)
{
	const char *typed = str_text(&s->find);
	char *other;

	arena_reset(&s->find_arena);
	s->query.find = utf8_fold(&s->find_arena, typed);
	other = utf8_fold(&s->find_arena, utf8_other_layout(&s->find_arena, typed));
	s->query.find_other = strcmp(other, s->query.find) != 0 ? other : "";
}

static bool row_of(struct frame *f, int64_t id, size_t *row)
{
	struct list_state *s = list_state_of(f);

	for (size_t i = 0; i < s->n; i++)
		if (list_spec_of(f)->id(f, i) == id) {
			*row = i;
			return true;
		}
	return false;
}

/* Marks of records that are gone are gone; those that find leaves out stay. */
static void marks_prune(struct frame *f)
{
	struct list_state *s = list_state_of(f);
	struct marks seen = { 0 }, kept = { 0 };

	if (s->marks.n == 0 || s->find.len)
		return;
	for (size_t i = 0; i < s->n; i++) {
		int64_t id = list_spec_of(f)->id(f, i);

		if (marks_has(&s->marks, id))
			marks_add(&seen, id);
	}
	for (size_t i = 0; i < s->marks.n; i++)
		if (marks_has(&seen, s->marks.id[i]))
			marks_add(&kept, s->marks.id[i]);
	marks_done(&seen);
	marks_done(&s->marks);
	s->marks = kept;
}

/* The ids are about to go: remember the one under the cursor. */
static void list_unload(struct frame *f)
{
	struct list_state *s = list_state_of(f);

	if (!s->wanted)
		s->wanted = list_current(f);
	s->n = s->page_n = 0;
}

static enum rc list_load(struct frame *f)
{
	struct list_state *s = list_state_of(f);
	size_t n = 0;
	enum rc rc = list_spec_of(f)->load(f, &s->query, &n);

	if (rc != RC_OK)
		return rc;
	s->n = n;
	if (s->row >= n) /* what stood last is gone */
		s->row = n ? n - 1 : 0;
	if ((s->wanted && row_of(f, s->wanted, &s->row)) || !s->find.len)
		s->wanted = 0;
	marks_prune(f);
	return RC_OK;
}

static enum rc list_init(struct frame *f)
{
	struct list_state *s = list_state_of(f);
	const struct list_spec *spec = list_spec_of(f);

	s->query = (struct list_query){
		.find = "", .find_other = "", .column = spec->sort, .descending = spec->descending
	};
	columns_take(f);
	return RC_OK;
}

static void list_done(struct frame *f)
{
	struct list_state *s = list_state_of(f);

	str_done(&s->find);
	arena_done(&s->find_arena);
	arena_done(&s->page);
	arena_done(&s->text);
	marks_done(&s->marks);
}

/* Ask for the rows anew. The ids of the list below are in f->fresh, so the whole frame reads again.
 */
static unsigned requery(struct frame *f)
{
	query_make(list_state_of(f));
	frame_stale(f);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned find_changed(struct frame *f)
{
	struct list_state *s = list_state_of(f);
	int64_t id = list_current(f);

	if (s->find.len) { /* what is found best stands on top */
		s->row = s->top = 0;
		s->n = 0;
	} else {
		s->wanted = id;
	}
	return requery(f);
}

static void find_add(struct list_state *s, const char *text)
{
	for (; *text && s->find.len < 200; text++)
		str_add_char(&s->find, *text == '\n' || *text == '\t' ? ' ' : *text);
}

static unsigned find_key(struct frame *f, const struct event *event)
{
	struct list_state *s = list_state_of(f);
	char buf[5] = "";

	if (event->key == K_PASTE) {
		find_add(s, event->text);
	} else if (key_is_char(event->key)) {
		buf[utf8_encode(event->key, buf)] = '\0';
		find_add(s, buf);
	} else if (event->key == K_BACKSPACE && s->find.len) {
		s->find.len = utf8_prev(s->find.text, s->find.len);
		s->find.text[s->find.len] = '\0';
	} else if (event->key == K_ESC && s->find.len) {
		str_clear(&s->find);
	} else {
		return UI_IGNORED;
	}
	return find_changed(f);
}

static unsigned go(struct list_state *s, size_t row)
{
	if (s->n)
		s->row = row < s->n ? row : s->n - 1;
	return UI_TAKEN | UI_REDRAW;
}

static unsigned move_key(struct list_state *s, uint32_t key)
{
	size_t page = s->height > 1 ? (size_t)s->height - 1 : 1, wheel = 3;

	switch (key) {
	case K_UP:
		return go(s, s->row ? s->row - 1 : 0);
	case K_DOWN:
		return go(s, s->row + 1);
	case K_PAGE_UP:
		return go(s, s->row > page ? s->row - page : 0);
	case K_PAGE_DOWN:
		return go(s, s->row + page);
	case K_WHEEL_UP:
		return go(s, s->row > wheel ? s->row - wheel : 0);
	case K_WHEEL_DOWN:
		return go(s, s->row + wheel);
	case K_HOME:
		return go(s, 0);
	case K_END:
		return go(s, s->n ? s->n - 1 : 0);
	default:
		return UI_IGNORED;
	}
}

static unsigned sort_by(struct frame *f, size_t column)
{
	struct list_state *s = list_state_of(f);

	if (column == s->query.column)
		s->query.descending = !s->query.descending;
	else
		s->query.descending = false;
	s->query.column = column;
	return requery(f);
}

static unsigned sort_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	return sort_by(f, (size_t)ids.row[0] - 1);
}

unsigned list_order(struct frame *f)
{
	size_t n = list_state_of(f)->columns_n, rows = 0;
	struct choice *row = ARENA_NEW(&f->arena, struct choice, n);
	int64_t now = (int64_t)list_state_of(f)->query.column + 1;

	for (size_t i = 0; i < n; i++)
		if (!list_columns(f)[i].unsorted)
			row[rows++] = (struct choice){ .id = (int64_t)i + 1,
						       .code = "",
						       .name = text_of(list_columns(f)[i].title) };
	return dialog_pick(f, &(struct picker){ .title = _("Order by"),
						.choices = { row, rows },
						.chosen = { &now, 1 },
						.picked = sort_picked });
}

static unsigned mark_row(struct frame *f)
{
	struct list_state *s = list_state_of(f);
	int64_t id = list_current(f);

	if (!id || list_spec_of(f)->no_marks)
		return UI_TAKEN;
	if (marks_has(&s->marks, id))
		marks_remove(&s->marks, id);
	else
		marks_add(&s->marks, id);
	return go(s, s->row + 1);
}

static unsigned mark_all(struct frame *f)
{
	struct list_state *s = list_state_of(f);
	size_t before = s->marks.n;

	for (size_t i = 0; i < s->n; i++)
		marks_add(&s->marks, list_spec_of(f)->id(f, i));
	if (s->marks.n == before) /* all were marked: the key takes it back */
		marks_clear(&s->marks);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned find_begin(struct frame *f)
{
	ui_say(f->ui, "%s",
	       _("Type a part of a name. Backspace takes a letter back, Esc shows all."));
	return UI_TAKEN | UI_REDRAW;
}

static bool can_mark(struct frame *f)
{
	return list_has_row(f) &&
	       action_needs(f, !list_spec_of(f)->no_marks, N_("Rows of this list are not marked."));
}

static bool can_sort(struct frame *f)
{
	size_t n = 0;

	for (size_t i = 0; i < list_state_of(f)->columns_n; i++)
		n += !list_columns(f)[i].unsorted;
	return action_needs(f, n > 1, N_("This list has one order only."));
}

static unsigned click(struct frame *f, const struct event *event)
{
	struct list_state *s = list_state_of(f);
	const struct action *enter = action_find(f, K_ENTER);
	size_t row = s->top + (size_t)(event->y - s->y);

	for (size_t i = 0; event->y == s->y - 1 && i < list_state_of(f)->columns_n; i++)
		if (event->x >= s->place[i].x && event->x < s->place[i].x + s->place[i].cols &&
		    !list_columns(f)[i].unsorted)
			return sort_by(f, i);
	if (event->y < s->y || event->y >= s->y + s->height || row >= s->n ||
	    event->x < s->months.x + s->months.cols)
		return UI_IGNORED;
	if (row == s->row && enter) /* the second click opens */
		return action_run(enter, f);
	return go(s, row);
}

static unsigned list_key(struct frame *f, const struct event *event)
{
	struct list_state *s = list_state_of(f);
	unsigned took = list_spec_of(f)->key ? list_spec_of(f)->key(f, event) : UI_IGNORED;

	if (took == UI_IGNORED)
		took = move_key(s, event->key);

	if (took != UI_IGNORED)
		return took;
	if (event->key == K_CLICK)
		return click(f, event);
	if (event->key == ' ' && !s->find.len)
		return mark_row(f);
	return find_key(f, event);
}

static const char *list_place(struct frame *f)
{
	struct list_state *s = list_state_of(f);
	const struct list_spec *spec = list_spec_of(f);

	if (spec->count)
		return spec->count(f, &s->text, s->n, s->find.len > 0);
	return arena_printf(&s->text, "%zu", s->n);
}

static const char *list_status(struct frame *f)
{
	struct list_state *s = list_state_of(f);
	const struct list_spec *spec = list_spec_of(f);

	if (s->find.len)
		return arena_printf(&s->text, _("Find: %s_   found: %zu   Esc – all rows"),
				    str_text(&s->find), s->n);
	if (s->marks.n && !spec->key)
		return arena_printf(&s->text,
				    _("Marked: %zu. Space marks and unmarks, Ctrl+A all."),
				    s->marks.n);
	if (spec->status && s->n && list_show(f) == RC_OK)
		return spec->status(f, &s->text, s->row);
	return s->n ? _("Type to find.") : "";
}

static const struct action list_actions[] = {
	{ .key = K_F(6),
	  .label = N_("Order"),
	  .title = N_("Order of the rows"),
	  .run = list_order,
	  .enabled = can_sort,
	  .help = N_("Sorts by a column; choosing the same column again turns the order round. A "
		     "click on a heading does the same.") },
	{ .key = K_F(7),
	  .label = N_("Find"),
	  .title = N_("Find in the list"),
	  .run = find_begin,
	  .help = N_("Letters find at once, without any key before them: only rows with what was "
		     "typed stay. The other keyboard layout is tried too.") },
	{ .key = K_CTRL('t'),
	  .title = N_("Mark the row"),
	  .run = mark_row,
	  .enabled = can_mark,
	  .help = N_("Space does the same, where it has no other use and nothing is being "
		     "found.") },
	{ .key = K_CTRL('a'),
	  .title = N_("Mark all rows, or none"),
	  .run = mark_all,
	  .enabled = can_mark },
	{ 0 },
};

const struct view_kind list_kind = {
	.name = "list",
	.title = CN_("menu", "List"),
	.size = sizeof(struct list_state),
	.actions = list_actions,
	.help = N_(
		"Arrows, PageUp, PageDown, Home and End move. Letters find, in either keyboard "
		"layout: several words may be typed, ё and е are one letter, Esc shows all rows "
		"again. Rows can be marked, so that an action works on all of them at once; marks "
		"stay while something else is found. F6 or a click on a heading sorts, a second "
		"click on a row opens it. With Shift the mouse selects text for copying."),
	.init = list_init,
	.unload = list_unload,
	.load = list_load,
	.draw = list_draw,
	.key = list_key,
	.status = list_status,
	.place = list_place,
	.done = list_done,
};

size_t list_count(const struct frame *f)
{
	return list_state_of(f)->n;
}

size_t list_row(const struct frame *f)
{
	const struct list_state *s = list_state_of(f);

	return s->row < s->n ? s->row : SIZE_MAX;
}

int64_t list_current(struct frame *f)
{
	size_t row = list_row(f);

	return row == SIZE_MAX ? 0 : list_spec_of(f)->id(f, row);
}

/* Only the marked ones. */
static struct ids list_marked(const struct frame *f, struct arena *a)
{
	const struct marks *m = &list_state_of(f)->marks;
	struct ids ids = { ARENA_NEW(a, int64_t, m->n), m->n };

	if (m->n)
		memcpy(ids.row, m->id, m->n * sizeof(*m->id));
	return ids;
}

struct ids list_chosen(struct frame *f, struct arena *a)
{
	struct ids ids = list_marked(f, a);
	int64_t id = list_current(f);

	if (ids.n == 0 && id) {
		ids = (struct ids){ ARENA_NEW(a, int64_t, 1), 1 };
		ids.row[0] = id;
	}
	return ids;
}

void list_unmark(struct frame *f)
{
	marks_clear(&list_state_of(f)->marks);
}

size_t list_marks(const struct frame *f)
{
	return list_state_of(f)->marks.n;
}

unsigned list_mark(struct frame *f)
{
	return mark_row(f);
}

unsigned list_mark_all(struct frame *f)
{
	return mark_all(f);
}

int64_t list_next(struct frame *f)
{
	size_t row = list_row(f);

	if (row == SIZE_MAX)
		return 0;
	return list_spec_of(f)->id(f, row + 1 < list_count(f) ? row + 1 : row);
}

void list_select(struct frame *f, int64_t id)
{
	struct list_state *s = list_state_of(f);

	bool stale = f->generation != f->ui->generation; /* its rows are those of before */

	if (stale || !row_of(f, id, &s->row))
		s->wanted = id;
}

void list_lift(struct frame *f, size_t rows)
{
	list_state_of(f)->lift = rows + 1;
}

void list_unfind(struct frame *f)
{
	struct list_state *s = list_state_of(f);

	str_clear(&s->find);
	query_make(s);
}

const char *list_find(const struct frame *f)
{
	return str_text(&list_state_of(f)->find);
}

const struct list_query *list_query(const struct frame *f)
{
	return &list_state_of(f)->query;
}

bool list_has_row(struct frame *f)
{
	return action_needs(f, list_row(f) != SIZE_MAX, N_("There is no row under the cursor."));
}
