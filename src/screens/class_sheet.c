/* A class sheet that came back: the rows as they are printed, typed in cell by cell. */
#include <string.h>

#include "nastavnik/app/consents.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/grid.h"
#include "screens.h"

/* The first column is the request, then the consents by kind. */
enum { COLUMN_REQUEST, COLUMNS = 1 + CONSENT_KINDS };
enum { WIDTH_REQUEST = 20, WIDTH_MARK = 10, WIDTH_NAME = 26 };

struct sheet_screen {
	struct consent_rows rows;
	int64_t on;  /* the date that a key notes */
	bool across; /* where the cursor goes on */
};

static struct sheet_screen *screen_of(const struct frame *f)
{
	return f->data;
}

static const char *class_of(const struct frame *f)
{
	return f->arg;
}

static enum rc sheet_init(struct frame *f)
{
	struct sheet_screen *s = arena_alloc(&f->arena, sizeof(*s));

	s->on = date_today();
	f->data = s;
	if (*class_of(f))
		frame_title(f, _("Sheet of class %s"), class_of(f));
	else
		frame_title(f, "%s", _("Sheet of the teachers"));
	return RC_OK;
}

static enum rc sheet_load(struct frame *f, size_t *rows, size_t *columns)
{
	struct sheet_screen *s = screen_of(f);
	enum rc rc = consent_rows_load(desk_store(f), &f->fresh, desk_year(f),
				       *class_of(f) ? CONSENTS_OF_CLASS : CONSENTS_OF_STAFF,
				       class_of(f), &s->rows);

	if (rc != RC_OK)
		return rc;
	*rows = s->rows.n;
	*columns = COLUMNS;
	return RC_OK;
}

static const struct consent_row *row_of(const struct frame *f, size_t row)
{
	return &screen_of(f)->rows.row[row];
}

static const char *sheet_row(struct frame *f, size_t row)
{
	return arena_printf(&f->fresh, "%2zu %s", row + 1,
			    person_short_name(&f->fresh, &row_of(f, row)->person));
}

static const char *sheet_column(struct frame *f, size_t column)
{
	static const char *const title[COLUMNS] = { N_("Request"), N_("1 Part"), N_("2 Data"),
						    N_("3 Publ.") };

	(void)f;
	return text_of(title[column]);
}

static int sheet_width(struct frame *f, size_t column)
{
	(void)f;
	return column == COLUMN_REQUEST ? WIDTH_REQUEST : WIDTH_MARK;
}

static bool sheet_across(struct frame *f)
{
	return screen_of(f)->across;
}

static const char *request_text(struct frame *f, const struct consent_row *row, enum ink *ink)
{
	if (row->request)
		return book_item_name(app_books(desk_app(f)), row->request);
	*ink = INK_DIM;
	return *row->request_words ? row->request_words : GLYPH_NOTE;
}

static const char *mark_text(struct frame *f, const struct consent_mark *mark, enum ink *ink)
{
	char date[DATE_SIZE];

	*ink = mark->state == CONSENT_STANDS ? INK_GOOD : INK_WARN;
	switch (mark->state) {
	case CONSENT_STANDS: /* the year is plain */
		return arena_printf(&f->fresh, GLYPH_OK " %.5s", date_format((int)mark->on, date));
	case CONSENT_EXPIRED:
		return _("! expired");
	case CONSENT_WITHDRAWN:
		return _("! withdrawn");
	default:
		*ink = INK_DIM;
		return GLYPH_NOTE;
	}
}

static const char *sheet_text(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct consent_row *r = row_of(f, row);

	if (column == COLUMN_REQUEST)
		return request_text(f, r, ink);
	return mark_text(f, &r->mark[column - 1], ink);
}

static int64_t sheet_get(struct frame *f, size_t row, size_t column)
{
	const struct consent_row *r = row_of(f, row);

	return column == COLUMN_REQUEST ? r->request : r->mark[column - 1].state == CONSENT_STANDS;
}

/* Consents only: a request is chosen, not typed by one key; taking it away is one. */
static enum rc sheet_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	int64_t person = row_of(f, row)->person.id;

	if (column == COLUMN_REQUEST)
		return consents_request(desk_app(f), person, value);
	return consents_mark(desk_app(f), (struct ids){ &person, 1 }, (enum consent_kind)column,
			     value ? screen_of(f)->on : DATE_NONE);
}

/* Write a cell and go on; the rows are read again. */
static unsigned sheet_put(struct frame *f, size_t row, size_t column, int64_t value)
{
	if (sheet_set(f, row, column, value) != RC_OK)
		return ui_fault(f->ui);
	return grid_advance(f) | UI_RELOAD;
}

static unsigned request_picked(struct frame *f, struct ids ids, void *data)
{
	size_t row = grid_row(f);

	(void)data;
	return ids.n ? sheet_put(f, row, COLUMN_REQUEST, ids.row[0]) : UI_TAKEN;
}

static unsigned request_pick(struct frame *f, const char *find)
{
	return dialog_pick(f, &(struct picker){ .title = _("Request"),
						.choices = desk_choices(f, "request"),
						.find = find,
						.picked = request_picked });
}

static unsigned request_key(struct frame *f, size_t row, uint32_t key)
{
	char typed[5] = "";

	if (key == K_ENTER || key == ' ' || key == K_F(4))
		return request_pick(f, NULL);
	if (key == K_DEL || key == K_BACKSPACE)
		return sheet_put(f, row, COLUMN_REQUEST, 0);
	if (!key_is_char(key) || key < 'A')
		return UI_IGNORED;
	typed[utf8_encode(key, typed)] = '\0';
	return request_pick(f, arena_strdup(&f->arena, typed));
}

static unsigned consent_key(struct frame *f, size_t row, size_t column, uint32_t key)
{
	if (key == ' ')
		return sheet_put(f, row, column, !sheet_get(f, row, column));
	if (key == '+' || key == '=')
		return sheet_put(f, row, column, 1);
	if (key == '0' || key == '-' || key == K_DEL || key == K_BACKSPACE)
		return sheet_put(f, row, column, 0);
	return UI_IGNORED;
}

/* 1, 2 and 3 are the three consents of the row, wherever the cursor stands in it. */
static unsigned sheet_key(struct frame *f, size_t row, size_t column, const struct event *event)
{
	uint32_t key = event->key;
	bool writes = key == ' ' || key == K_DEL || key == K_BACKSPACE ||
		      (key_is_char(key) && key != '\t');

	if (writes && !desk_writable(f)) {
		ui_say(f->ui, "%s", app_change_why(desk_app(f)));
		return UI_TAKEN | UI_REDRAW;
	}
	if (key >= '1' && key <= '3') {
		size_t kind = key - '0';

		if (sheet_set(f, row, kind, !sheet_get(f, row, kind)) != RC_OK)
			return ui_fault(f->ui);
		return kind == column ? grid_advance(f) | UI_RELOAD : UI_TAKEN | UI_RELOAD;
	}
	return column == COLUMN_REQUEST ? request_key(f, row, key)
					: consent_key(f, row, column, key);
}

static const char *sheet_count(struct frame *f, struct arena *a)
{
	const struct sheet_screen *s = screen_of(f);
	size_t requests = 0, given[CONSENT_KINDS] = { 0 };

	for (size_t i = 0; i < s->rows.n; i++) {
		requests += s->rows.row[i].request != 0;
		for (int k = 0; k < CONSENT_KINDS; k++)
			given[k] += s->rows.row[i].mark[k].state == CONSENT_STANDS;
	}
	return arena_printf(a, _("of %zu: requests %zu · consents %zu, %zu, %zu"), s->rows.n,
			    requests, given[0], given[1], given[2]);
}

static const char *sheet_status(struct frame *f, struct arena *a)
{
	char date[DATE_SIZE];

	return arena_printf(
		a,
		screen_of(f)->across
			? _("Letters – a request · Space, 1 2 3 – consents of %s · F6 → "
			    "along the row")
			: _("Letters – a request · Space, 1 2 3 – consents of %s · F6 ↓ "
			    "down the column"),
		date_format((int)screen_of(f)->on, date));
}

/* The way of the cursor */

static unsigned sheet_turn(struct frame *f)
{
	struct sheet_screen *s = screen_of(f);

	s->across = !s->across;
	ui_say(f->ui, "%s",
	       s->across ? _("After each key the cursor goes on along the row.")
			 : _("After each key the cursor goes on down the column."));
	return UI_TAKEN | UI_REDRAW;
}

static unsigned sheet_date(struct frame *f)
{
	return desk_ask_day(f,
			    _("The consents of this sheet are noted with this date from now on."),
			    &screen_of(f)->on);
}

static unsigned sheet_card(struct frame *f)
{
	return view_push(f, &person_consents_view,
			 desk_id_arg(f, row_of(f, grid_row(f))->person.id));
}

/* The sheet to fill in again, not the rows on the screen: those name requests in words. */
static unsigned sheet_print(struct frame *f)
{
	return class_sheet_print(f, class_of(f));
}

static bool has_rows(struct frame *f)
{
	return screen_of(f)->rows.n > 0;
}

static const struct action sheet_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Date"),
	  .title = N_("The date that is noted"),
	  .help = N_("Today at first."),
	  .enabled = desk_writable,
	  .run = sheet_date },
	{ .key = K_F(3),
	  .label = N_("Card"),
	  .title = N_("All consents of the person"),
	  .enabled = has_rows,
	  .run = sheet_card },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print this sheet again"),
	  .enabled = has_rows,
	  .run = sheet_print },
	{ .key = K_F(6),
	  .label = N_("Way"),
	  .title = N_("Where the cursor goes on: down the column or along the row"),
	  .run = sheet_turn },
	{ 0 },
};

static const struct grid_mark sheet_marks[] = { { 0 } };

static const struct grid_spec sheet_grid = {
	.marks = sheet_marks,
	.title_width = WIDTH_NAME,
	.goes_across = sheet_across,
	.width = sheet_width,
	.text = sheet_text,
	.key = sheet_key,
	.load = sheet_load,
	.row_title = sheet_row,
	.column_title = sheet_column,
	.get = sheet_get,
	.set = sheet_set,
	.count = sheet_count,
	.status = sheet_status,
	.empty = N_("Nobody is in this class any more."),
};

const struct view class_sheet_view = {
	.name = "class-sheet",
	.title = N_("Class sheet"),
	.kind = &grid_kind,
	.spec = &sheet_grid,
	.actions = sheet_actions,
	.init = sheet_init,
	.help = N_("The rows of the printed sheet in its order. In the column of requests letters "
		   "find a request; who gets one becomes a mentee. In the columns of consents "
		   "Space notes one or takes it away; 1, 2 and 3 do so from any place of the row, "
		   "0 says there is none. Each cell is saved at once: leave when you like and go "
		   "on later. F6 chooses whether the cursor goes on down the column or along the "
		   "row."),
};
