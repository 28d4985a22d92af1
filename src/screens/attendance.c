/* Stage 4: who was at which lesson of a course, and the points of its test; one key a cell. */
#include "nastavnik/app/courses.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/grid.h"
#include "screens.h"

enum { WIDTH_LESSON = 6, WIDTH_TEST = 8, WIDTH_TITLE = 28, THEME_SHOWN = 26 };

struct attendance_screen {
	struct course_sheet sheet;
	bool across;   /* where the cursor goes on */
	int64_t typed; /* points being typed in the row of the cursor; FIELD_NOTHING */
};

static const struct grid_mark presence_marks[] = {
	{ '1', PRESENCE_THERE, N_("+"), N_("was there"), INK_GOOD },
	{ '2', PRESENCE_ABSENT, N_("a"), N_("was not there"), INK_WARN },
	{ '3', PRESENCE_EXCUSED, N_("r"), N_("with a reason"), INK_DIM },
	{ 0 },
};

static struct attendance_screen *screen_of(const struct frame *f)
{
	return f->data;
}

static struct course_learner *row_of(const struct frame *f, size_t row)
{
	return &screen_of(f)->sheet.row[row];
}

static bool has_test(const struct frame *f)
{
	return screen_of(f)->sheet.course.mark_max != FIELD_NOTHING;
}

static bool is_test(const struct frame *f, size_t column)
{
	return column >= screen_of(f)->sheet.lessons;
}

static enum rc attendance_init(struct frame *f)
{
	struct attendance_screen *s = arena_alloc(&f->arena, sizeof(*s));

	s->typed = FIELD_NOTHING;
	f->data = s;
	return RC_OK;
}

static enum rc attendance_load(struct frame *f, size_t *rows, size_t *columns)
{
	struct attendance_screen *s = screen_of(f);
	enum rc rc = course_sheet_load(desk_app(f), &f->fresh, *(const int64_t *)f->arg, &s->sheet);

	if (rc != RC_OK)
		return rc;
	frame_title(f, "%s · %s", _("Attendance"), s->sheet.course.name);
	*rows = s->sheet.n;
	*columns = s->sheet.lessons + has_test(f);
	return RC_OK;
}

/* «12  89%✓ Титов Лев»: the share first, so that a long name does not hide it. */
static const char *attendance_row(struct frame *f, size_t row)
{
	const struct course_learner *l = row_of(f, row);
	int64_t share = attended_share(&l->attended);
	const char *percent =
		share == FIELD_NOTHING ? "" : arena_printf(&f->fresh, "%lld%%", (long long)share);

	return arena_printf(&f->fresh, "%2zu %4s%s %s", row + 1, percent,
			    l->learning == LEARNING_PASSED ? GLYPH_OK : " ",
			    person_short_name(&f->fresh, &l->who.person));
}

static const char *attendance_column(struct frame *f, size_t column)
{
	const struct lesson *lesson = &screen_of(f)->sheet.lesson[column];

	if (is_test(f, column))
		return _("Test");
	if (!lesson->on_day)
		return arena_printf(&f->fresh, "№%zu", column + 1);
	return arena_printf(&f->fresh, "%02d.%02d", date_day((int)lesson->on_day),
			    date_month((int)lesson->on_day));
}

static int attendance_width(struct frame *f, size_t column)
{
	return is_test(f, column) ? WIDTH_TEST : WIDTH_LESSON;
}

static const char *mark_text(struct frame *f, size_t row, enum ink *ink)
{
	const struct course *c = &screen_of(f)->sheet.course;
	int64_t mark = row_of(f, row)->learner.mark;

	if (row == grid_row(f) && screen_of(f)->typed != FIELD_NOTHING)
		return arena_printf(&f->fresh, "%lld_", (long long)screen_of(f)->typed);
	*ink = INK_DIM;
	if (mark == FIELD_NOTHING)
		return GLYPH_NOTE;
	*ink = c->mark_pass != FIELD_NOTHING && mark < c->mark_pass ? INK_WARN : INK_GOOD;
	return arena_printf(&f->fresh, *ink == INK_WARN ? "%lld !" : "%lld", (long long)mark);
}

static const char *attendance_text(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	return is_test(f, column) ? mark_text(f, row, ink) : NULL;
}

static int64_t attendance_get(struct frame *f, size_t row, size_t column)
{
	const struct course_learner *l = row_of(f, row);

	return is_test(f, column) ? l->learner.mark : l->state[column];
}

static enum rc test_set(struct frame *f, size_t row, int64_t mark)
{
	struct course_learner *l = row_of(f, row);
	enum rc rc = courses_mark(desk_app(f), l->learner.head.id, mark);

	if (rc == RC_OK) {
		l->learner.mark = mark;
		course_sheet_count(&screen_of(f)->sheet);
	}
	return rc;
}

static enum rc attendance_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	struct course_sheet *sheet = &screen_of(f)->sheet;
	struct course_learner *l = row_of(f, row);
	enum rc rc;

	if (is_test(f, column)) /* points are typed, the marks of lessons are not for them */
		return RC_OK;
	rc = courses_attend(desk_app(f), sheet->lesson[column].head.id,
			    (struct ids){ &l->learner.head.id, 1 }, (enum presence)value);
	if (rc == RC_OK) {
		l->state[column] = value;
		course_sheet_count(sheet);
	}
	return rc;
}

/* The points of the test are typed digit by digit; a number to which no digit can be added is
 * written at once. */

static unsigned typed_write(struct frame *f, size_t row)
{
	struct attendance_screen *s = screen_of(f);
	int64_t typed = s->typed;

	s->typed = FIELD_NOTHING;
	if (typed == FIELD_NOTHING || test_set(f, row, typed) == RC_OK)
		return UI_IGNORED;
	return ui_fault(f->ui);
}

static unsigned digit_typed(struct frame *f, size_t row, int64_t digit)
{
	struct attendance_screen *s = screen_of(f);
	unsigned took;

	s->typed = (s->typed == FIELD_NOTHING ? 0 : s->typed) * 10 + digit;
	if (s->typed && s->typed * 10 <= s->sheet.course.mark_max)
		return UI_TAKEN | UI_REDRAW;
	took = typed_write(f, row);
	return took == UI_IGNORED ? grid_advance(f) : took;
}

static unsigned test_key(struct frame *f, size_t row, uint32_t key)
{
	unsigned took;

	if (key >= '0' && key <= '9')
		return digit_typed(f, row, key - '0');
	if (key == K_DEL || key == K_BACKSPACE || key == ' ') {
		screen_of(f)->typed = FIELD_NOTHING;
		return test_set(f, row, FIELD_NOTHING) == RC_OK ? UI_TAKEN | UI_REDRAW
								: ui_fault(f->ui);
	}
	took = typed_write(f, row);
	return took == UI_IGNORED && key == K_ENTER ? grid_advance(f) : took;
}

/* The next learner whose family name begins so: a list of names in another order is typed fast. */
static unsigned name_go(struct frame *f, uint32_t key)
{
	const struct course_sheet *sheet = &screen_of(f)->sheet;
	uint32_t first;

	for (size_t i = 1; i <= sheet->n; i++) {
		size_t row = (grid_row(f) + i) % sheet->n;

		utf8_decode(row_of(f, row)->who.person.family, &first);
		if (key_same(utf8_lower(first), utf8_lower(key)))
			return grid_go(f, row, grid_column(f));
	}
	return UI_TAKEN | UI_REDRAW;
}

static bool is_letter(uint32_t key)
{
	return key_is_char(key) && utf8_lower(key) != utf8_upper(key);
}

static bool writes(uint32_t key)
{
	return key == ' ' || key == K_DEL || key == K_BACKSPACE || key == '+' || key == '=' ||
	       (key >= '0' && key <= '9');
}

static unsigned column_fill(struct frame *f);

static unsigned attendance_key(struct frame *f, size_t row, size_t column,
			       const struct event *event)
{
	uint32_t key = event->key;

	if (writes(key) && !desk_writable(f)) {
		ui_say(f->ui, "%s", app_readonly_why(desk_app(f)));
		return UI_TAKEN | UI_REDRAW;
	}
	if (is_test(f, column))
		return is_letter(key) ? name_go(f, key) : test_key(f, row, key);
	if (key == '+' || key == '=')
		return column_fill(f);
	return is_letter(key) ? name_go(f, key) : UI_IGNORED;
}

static const char *attendance_count(struct frame *f, struct arena *a)
{
	const struct course_sheet *sheet = &screen_of(f)->sheet;

	return arena_printf(a, _("of %zu: passed %zu"), sheet->n, sheet->passed);
}

/* «Первая встреча: », as much of it as leaves room for the keys. */
static const char *theme_text(struct arena *a, const char *theme)
{
	size_t fit = utf8_fit(theme, THEME_SHOWN);

	if (!*theme)
		return "";
	return arena_printf(a, "%.*s%s", (int)fit, theme, theme[fit] ? "… " : ": ");
}

static const char *attendance_status(struct frame *f, struct arena *a)
{
	const struct course_sheet *sheet = &screen_of(f)->sheet;
	size_t column = grid_column(f);

	if (!is_test(f, column))
		return arena_printf(a, _("%s1 there  2 not  3 with a reason  + the others there"),
				    theme_text(a, sheet->lesson[column].name));
	if (sheet->course.mark_pass == FIELD_NOTHING)
		return arena_printf(a, _("Points of the test, 0…%lld; Enter goes on"),
				    (long long)sheet->course.mark_max);
	return arena_printf(a, _("Points of the test, 0…%lld, passed with %lld; Enter goes on"),
			    (long long)sheet->course.mark_max, (long long)sheet->course.mark_pass);
}

static bool attendance_across(struct frame *f)
{
	return screen_of(f)->across;
}

/* What can be done */

/* Who has no mark at the lesson under the cursor. */
static struct ids unmarked(struct frame *f)
{
	const struct course_sheet *sheet = &screen_of(f)->sheet;
	struct ids ids = { ARENA_NEW(&f->fresh, int64_t, sheet->n), 0 };

	for (size_t i = 0; i < sheet->n; i++)
		if (!sheet->row[i].state[grid_column(f)])
			ids.row[ids.n++] = sheet->row[i].learner.head.id;
	return ids;
}

static bool on_lesson(struct frame *f)
{
	return desk_writable(f) && screen_of(f)->sheet.n &&
	       action_needs(f, screen_of(f)->sheet.lessons && !is_test(f, grid_column(f)),
			    N_("Put the cursor on a lesson first."));
}

static unsigned column_fill(struct frame *f)
{
	const struct course_sheet *sheet = &screen_of(f)->sheet;
	struct ids ids = unmarked(f);

	if (!ids.n) {
		ui_say(f->ui, "%s", _("Everybody has a mark at this lesson."));
		return UI_TAKEN | UI_REDRAW;
	}
	if (courses_attend(desk_app(f), sheet->lesson[grid_column(f)].head.id, ids,
			   PRESENCE_THERE) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui,
	       ngettext("%zu was there. Ctrl+Z takes it back.",
			"%zu were there. Ctrl+Z takes it back.", ids.n),
	       ids.n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned way_turn(struct frame *f)
{
	struct attendance_screen *s = screen_of(f);

	s->across = !s->across;
	ui_say(f->ui, "%s",
	       s->across ? _("After each key the cursor goes on along the row.")
			 : _("After each key the cursor goes on down the column."));
	return UI_TAKEN | UI_REDRAW;
}

static unsigned attendance_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static bool has_rows(struct frame *f)
{
	return screen_of(f)->sheet.n > 0;
}

static const struct action attendance_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Present"),
	  .title = N_("All who have no mark at this lesson were there"),
	  .help = N_("Mark the absent ones and say so of the others with this key; or begin with "
		     "it and correct the few. The key + does the same."),
	  .enabled = on_lesson,
	  .run = column_fill },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the table, or save it"),
	  .enabled = has_rows,
	  .run = attendance_print },
	{ .key = K_F(6),
	  .label = N_("Way"),
	  .title = N_("Where the cursor goes on: down the column or along the row"),
	  .run = way_turn },
	{ 0 },
};

static const struct grid_spec attendance_grid = {
	.marks = presence_marks,
	.title_width = WIDTH_TITLE,
	.goes_across = attendance_across,
	.width = attendance_width,
	.text = attendance_text,
	.key = attendance_key,
	.load = attendance_load,
	.row_title = attendance_row,
	.column_title = attendance_column,
	.get = attendance_get,
	.set = attendance_set,
	.count = attendance_count,
	.status = attendance_status,
	.empty = N_("A course needs learners (Ins in the list before) and lessons (F6 there); then "
		    "the marks stand here."),
};

const struct view attendance_view = {
	.name = "attendance",
	.title = N_("Attendance"),
	.kind = &grid_kind,
	.spec = &attendance_grid,
	.actions = attendance_actions,
	.init = attendance_init,
	.help = N_("Learners and lessons. 1 – was there, 2 – was not, 3 – was not, with a reason; "
		   "+ says of all the others in the column that they were there. A letter goes to "
		   "the next name that begins with it. In the column of the test the points are "
		   "typed one after another. The share counts the lessons held so far; an absence "
		   "with a reason does not count."),
};
