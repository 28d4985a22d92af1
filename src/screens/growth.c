/* The curator's table from the e-journal: mentees × measures, each at the start and at the end. */
#include "nastavnik/app/growth.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/grid.h"
#include "screens.h"

enum { WIDTH_TITLE = 30, WIDTH_CELL = 9, TYPED_SIZE = 12 };

struct growth_screen {
	struct growth_sheet sheet;
	char typed[TYPED_SIZE]; /* being typed in the cell of the cursor */
	size_t row, column;     /* which that is */
	bool down;              /* the cursor goes on down the column */
};

static struct growth_screen *screen_of(const struct frame *f)
{
	return f->data;
}

static size_t measure_at(size_t column)
{
	return column / GROWTH_MOMENTS;
}

static enum growth_moment moment_at(size_t column)
{
	return (enum growth_moment)(GROWTH_START + column % GROWTH_MOMENTS);
}

static const struct measure *measure_of(const struct frame *f, size_t column)
{
	return &screen_of(f)->sheet.measure[measure_at(column)];
}

static int64_t *value_at(const struct frame *f, size_t row, size_t column)
{
	return growth_value(&screen_of(f)->sheet.row[row], measure_at(column), moment_at(column));
}

static enum rc growth_init(struct frame *f)
{
	struct growth_screen *s = arena_alloc(&f->arena, sizeof(*s));

	s->down = true;
	f->data = s;
	return RC_OK;
}

static enum rc growth_read(struct frame *f, size_t *rows, size_t *columns)
{
	struct growth_screen *s = screen_of(f);
	enum rc rc = growth_load(desk_app(f), &f->fresh, &s->sheet);

	if (rc != RC_OK)
		return rc;
	*columns = s->sheet.measures * GROWTH_MOMENTS;
	*rows = s->sheet.measures ? s->sheet.n : 0;
	return RC_OK;
}

/* «7В   Ёлкина Зоя»: the class first, so that a long name does not hide it. */
static const char *growth_row_title(struct frame *f, size_t row)
{
	const struct growth_row *r = &screen_of(f)->sheet.row[row];
	int room = 4 - utf8_width(r->class_name);

	return arena_printf(&f->fresh, "%s%*s %s", r->class_name, room > 0 ? room : 0, "", r->name);
}

/* «математика» and «конец: математика», of which the screen shows the beginning and paper all. */
static const char *growth_column_title(struct frame *f, size_t column)
{
	const char *name = measure_of(f, column)->name;
	const char *colon = strchr(name, ':');

	name = colon && colon[1] ? colon + 1 + strspn(colon + 1, " ") : name;
	return moment_at(column) == GROWTH_END ? arena_printf(&f->fresh, _("end: %s"), name) : name;
}

static bool is_typed(const struct growth_screen *s, size_t row, size_t column)
{
	return *s->typed && s->row == row && s->column == column;
}

/* Better or worse than at the start is painted at the end. */
static enum ink value_ink(struct frame *f, size_t row, size_t column, int64_t value)
{
	const struct measure *m = measure_of(f, column);
	int64_t start;

	if (moment_at(column) == GROWTH_START)
		return INK_TEXT;
	start = *value_at(f, row, column - 1);
	if (start == FIELD_NOTHING || start == value)
		return INK_TEXT;
	return (value > start) != (m->reverse != 0) ? INK_GOOD : INK_WARN;
}

static const char *growth_text(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct growth_screen *s = screen_of(f);
	int64_t value = *value_at(f, row, column);
	char buf[NUMBER_SIZE];

	if (is_typed(s, row, column))
		return arena_printf(&f->fresh, "%s_", s->typed);
	*ink = INK_DIM;
	if (value == FIELD_NOTHING)
		return GLYPH_NOTE;
	*ink = value_ink(f, row, column, value);
	return arena_printf(&f->fresh, *ink == INK_WARN ? "%s !" : "%s",
			    number_format(value, GROWTH_DECIMALS, buf));
}

static int64_t growth_get(struct frame *f, size_t row, size_t column)
{
	int64_t value = *value_at(f, row, column);

	return value == FIELD_NOTHING ? 0 : value + 1;
}

static enum rc cell_write(struct frame *f, size_t row, size_t column, int64_t value)
{
	int64_t *cell = value_at(f, row, column);
	enum rc rc;

	if (*cell == value)
		return RC_OK;
	rc = growth_save(
		desk_app(f),
		&(const struct growth){ .measure = measure_of(f, column)->head.id,
					.participation = screen_of(f)->sheet.row[row].participation,
					.moment = moment_at(column),
					.value = value });
	if (rc == RC_OK)
		*cell = value;
	return rc;
}

/* The grid's own marks are none: only Del and Backspace come here. */
static enum rc growth_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	return value ? RC_OK : cell_write(f, row, column, FIELD_NOTHING);
}

/* Typing */

/* What was typed is written before the cursor goes anywhere. */
static bool typed_write(struct frame *f)
{
	struct growth_screen *s = screen_of(f);
	int64_t value;
	enum rc rc;

	if (!*s->typed)
		return true;
	rc = growth_parse(measure_of(f, s->column), s->typed, &value);
	if (rc == RC_OK)
		rc = cell_write(f, s->row, s->column, value);
	*s->typed = '\0';
	return rc == RC_OK;
}

static unsigned sign_typed(struct frame *f, size_t row, size_t column, char sign)
{
	struct growth_screen *s = screen_of(f);
	size_t n = is_typed(s, row, column) ? strlen(s->typed) : 0;

	if ((sign == ',' && (!n || strchr(s->typed, ','))) || n + 1 >= TYPED_SIZE)
		return UI_TAKEN;
	s->row = row;
	s->column = column;
	s->typed[n] = sign;
	s->typed[n + 1] = '\0';
	return UI_TAKEN | UI_REDRAW;
}

static unsigned typed_cut(struct frame *f)
{
	struct growth_screen *s = screen_of(f);

	s->typed[strlen(s->typed) - 1] = '\0';
	return UI_TAKEN | UI_REDRAW;
}

/* The comma's key lies under «б» and «ю» in the Russian layout. */
static bool is_comma(uint32_t key)
{
	return key == ',' || key == '.' || key == 0x431 || key == 0x44E;
}

static unsigned name_go(struct frame *f, uint32_t key)
{
	const struct growth_sheet *sheet = &screen_of(f)->sheet;
	uint32_t first;

	for (size_t i = 1; i <= sheet->n; i++) {
		size_t row = (grid_row(f) + i) % sheet->n;

		utf8_decode(sheet->row[row].name, &first);
		if (key_same(utf8_lower(first), utf8_lower(key)))
			return grid_go(f, row, grid_column(f));
	}
	return UI_TAKEN | UI_REDRAW;
}

static bool is_letter(uint32_t key)
{
	return key_is_char(key) && utf8_lower(key) != utf8_upper(key);
}

static bool writes(const struct growth_screen *s, uint32_t key)
{
	return (key >= '0' && key <= '9') || key == K_DEL || key == K_BACKSPACE ||
	       (is_comma(key) && *s->typed);
}

static unsigned key_writes(struct frame *f, size_t row, size_t column, uint32_t key)
{
	struct growth_screen *s = screen_of(f);

	if (!desk_writable(f)) {
		ui_say(f->ui, "%s", app_change_why(desk_app(f)));
		return UI_TAKEN | UI_REDRAW;
	}
	if (key >= '0' && key <= '9')
		return sign_typed(f, row, column, (char)key);
	if (is_comma(key))
		return sign_typed(f, row, column, ',');
	if (*s->typed && key == K_BACKSPACE)
		return typed_cut(f);
	*s->typed = '\0';
	return UI_IGNORED; /* the grid empties the cell */
}

static unsigned growth_key(struct frame *f, size_t row, size_t column, const struct event *event)
{
	struct growth_screen *s = screen_of(f);
	uint32_t key = event->key;
	bool was_typed = *s->typed != '\0';

	if (writes(s, key))
		return key_writes(f, row, column, key);
	if (key == K_ESC && was_typed) {
		*s->typed = '\0';
		return UI_TAKEN | UI_REDRAW;
	}
	if (!typed_write(f))
		return ui_fault(f->ui);
	if (key == K_ENTER)
		return grid_advance(f);
	if (key == ' ')
		return grid_advance(f);
	return is_letter(key) ? name_go(f, key) : UI_IGNORED;
}

static bool growth_across(struct frame *f)
{
	return !screen_of(f)->down;
}

/* What stands around the table */

static const char *growth_count_text(struct frame *f, struct arena *a)
{
	const struct growth_sheet *sheet = &screen_of(f)->sheet;
	size_t filled = 0;

	for (size_t i = 0; i < sheet->n; i++)
		for (size_t k = 0; k < sheet->measures * GROWTH_MOMENTS; k++)
			filled += sheet->row[i].value[k] != FIELD_NOTHING;
	return arena_printf(a, _("filled in %zu of %zu"), filled,
			    sheet->n * sheet->measures * GROWTH_MOMENTS);
}

static const char *growth_status(struct frame *f, struct arena *a)
{
	const struct growth_sheet *sheet = &screen_of(f)->sheet;
	size_t measure = measure_at(grid_column(f));
	struct growth_sum sum;

	if (!sheet->measures || !sheet->n)
		return _("F4 – the measures, F2 – a table of the e-journal.");
	sum = growth_sum_of(sheet, measure, NULL);
	return arena_printf(a, "%s · %s", sheet->measure[measure].name,
			    growth_sentence(a, sheet, &sum));
}

/* What can be done */

static bool has_cells(struct frame *f)
{
	const struct growth_sheet *sheet = &screen_of(f)->sheet;

	return sheet->n && sheet->measures;
}

static unsigned growth_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static unsigned way_turn(struct frame *f)
{
	struct growth_screen *s = screen_of(f);

	s->down = !s->down;
	ui_say(f->ui, "%s",
	       s->down ? _("After Enter the cursor goes on down the column.")
		       : _("After Enter the cursor goes on along the row."));
	return UI_TAKEN | UI_REDRAW;
}

static unsigned growth_sums(struct frame *f)
{
	return view_push(f, &growth_sums_view, NULL);
}

static unsigned growth_bring(struct frame *f)
{
	return growth_import(f);
}

static bool has_none(struct frame *f)
{
	return desk_writable(f) && action_needs(f, !screen_of(f)->sheet.measures,
						N_("There are measures already: F4 shows them."));
}

static unsigned growth_usual(struct frame *f)
{
	size_t added;

	if (growth_propose(desk_app(f), &added) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, "%s", _("Usual measures added. F4 changes them; Ctrl+Z takes them back."));
	return UI_TAKEN | UI_RELOAD;
}

static const struct action growth_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Bring in"),
	  .title = N_("Bring in a table of the e-journal"),
	  .help = N_("Name, class and a column a measure. Only mentees are taken from it."),
	  .enabled = desk_writable,
	  .run = growth_bring },
	{ .key = K_F(3),
	  .label = N_("Sums"),
	  .title = N_("What has changed, of all and by class"),
	  .enabled = has_cells,
	  .run = growth_sums },
	{ .key = K_F(4),
	  .label = N_("Measures"),
	  .title = N_("The measures: subjects, absences, conflicts"),
	  .open = &measures_view },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the table, or save it"),
	  .enabled = has_cells,
	  .run = growth_print },
	{ .key = K_F(6),
	  .label = N_("Way"),
	  .title = N_("Where the cursor goes on: down the column or along the row"),
	  .run = way_turn },
	{ .key = K_INS,
	  .label = N_("Usual"),
	  .title = N_("Add the usual measures"),
	  .help = N_("Mathematics and Russian, absences of lessons, conflicts."),
	  .enabled = has_none,
	  .run = growth_usual },
	{ 0 },
};

static const struct grid_mark growth_marks[] = { { 0 } };

static const struct grid_spec growth_grid = {
	.marks = growth_marks,
	.cell_width = WIDTH_CELL,
	.title_width = WIDTH_TITLE,
	.goes_across = growth_across,
	.text = growth_text,
	.key = growth_key,
	.load = growth_read,
	.row_title = growth_row_title,
	.column_title = growth_column_title,
	.get = growth_get,
	.set = growth_set,
	.count = growth_count_text,
	.status = growth_status,
	.empty = N_(
		"Nothing to fill in yet: mentees (stage 2) and measures are needed. Ins adds the "
		"usual measures, F4 shows them, F2 brings in a table of the e-journal."),
};

const struct view growth_view = {
	.name = "growth",
	.title = N_("Marks and absences"),
	.kind = &grid_kind,
	.spec = &growth_grid,
	.actions = growth_actions,
	.init = growth_init,
	.place = true,
	.seldom = true,
	.help = N_("What the e-journal tells of the mentees: each measure at the start and at the "
		   "end. Type a number with a comma, Enter goes on; Del empties. A letter goes to "
		   "the next name that begins with it. What has become worse has a «!». The line "
		   "below tells of the column what has changed for those who have both values."),
};
