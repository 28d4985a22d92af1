/* Stage 7: the marks of one expert: works × criteria, a digit a cell. */
#include "contest.h"
#include "nastavnik/app/outcome.h"
#include "nastavnik/ui/grid.h"
#include "screens.h"

enum { WIDTH_NAME = 34, WIDTH_CELL = 12, ONE_KEY = 9 };

struct expert_sheet {
	struct contest_state state;
	size_t row, column; /* of a mark to which a second digit may come */
	int64_t typed;      /* its first digit; 0: none */
};

static const struct expert_sheet_arg *sheet_arg(const struct frame *f)
{
	return f->arg;
}

static struct expert_sheet *sheet_of(const struct frame *f)
{
	return f->data;
}

static const struct entry *entry_at(const struct frame *f, size_t row)
{
	return record_at(&entry_type, &sheet_of(f)->state.entries, row);
}

static const struct criterion *criterion_at(const struct frame *f, size_t column)
{
	return record_at(&criterion_type, &sheet_of(f)->state.criteria, column);
}

static enum rc sheet_init(struct frame *f)
{
	f->data = arena_alloc(&f->arena, sizeof(struct expert_sheet));
	return RC_OK;
}

static enum rc sheet_load(struct frame *f, size_t *rows, size_t *columns)
{
	struct expert_sheet *sheet = sheet_of(f);
	enum rc rc = contest_load(desk_store(f), &f->fresh, sheet_arg(f)->contest, &sheet->state);

	if (rc)
		return rc;
	for (size_t i = 0; i < sheet->state.experts.n; i++) {
		const struct expert *expert = record_at(&expert_type, &sheet->state.experts, i);

		if (expert->head.id == sheet_arg(f)->expert)
			frame_title(f, _("Expert's sheet · %s"), expert->name);
	}
	*rows = sheet->state.entries.n;
	*columns = sheet->state.criteria.n;
	return RC_OK;
}

static const char *sheet_row(struct frame *f, size_t row)
{
	const struct entry *entry = entry_at(f, row);

	return arena_printf(&f->fresh, "%2zu %s", row + 1, entry->name);
}

static const char *sheet_column(struct frame *f, size_t column)
{
	return criterion_at(f, column)->name;
}

static int64_t sheet_get(struct frame *f, size_t row, size_t column)
{
	const struct entry_marks *marks = &sheet_of(f)->state.marks;

	for (size_t i = 0; i < marks->n; i++)
		if (marks->row[i].expert == sheet_arg(f)->expert &&
		    marks->row[i].entry == entry_at(f, row)->head.id &&
		    marks->row[i].criterion == criterion_at(f, column)->head.id)
			return marks->row[i].mark;
	return 0;
}

static const char *sheet_text(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	int64_t mark = sheet_get(f, row, column);

	*ink = mark ? INK_TEXT : INK_DIM;
	return mark ? arena_printf(&f->fresh, "%lld", (long long)mark) : GLYPH_NOTE;
}

static enum rc sheet_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	return contest_mark(desk_app(f), &(const struct entry_mark){
						 .entry = entry_at(f, row)->head.id,
						 .expert = sheet_arg(f)->expert,
						 .criterion = criterion_at(f, column)->head.id,
						 .mark = value });
}

static unsigned mark_put(struct frame *f, size_t row, size_t column, int64_t value, bool on)
{
	if (sheet_set(f, row, column, value) != RC_OK)
		return ui_fault(f->ui);
	return (on ? grid_advance(f) : UI_TAKEN) | UI_RELOAD;
}

/* A digit is the mark at once; the cursor waits where a second one may follow. */
static unsigned digit_typed(struct frame *f, size_t row, size_t column, int64_t digit)
{
	struct expert_sheet *s = sheet_of(f);
	int64_t max = criterion_at(f, column)->mark_max, first = s->typed;

	s->typed = 0;
	if (first && s->row == row && s->column == column)
		return mark_put(f, row, column, first * 10 + digit, true);
	if (max <= ONE_KEY || !digit || digit * 10 > max)
		return mark_put(f, row, column, digit, true);
	s->row = row;
	s->column = column;
	s->typed = digit;
	return mark_put(f, row, column, digit, false);
}

static unsigned sheet_key(struct frame *f, size_t row, size_t column, const struct event *event)
{
	uint32_t key = event->key;
	bool digit = key >= '0' && key <= '9', empties = key == K_DEL || key == K_BACKSPACE;

	if ((digit || empties) && !desk_writable(f)) {
		ui_say(f->ui, "%s", app_change_why(desk_app(f)));
		return UI_TAKEN | UI_REDRAW;
	}
	if (digit)
		return digit_typed(f, row, column, key - '0');
	if (sheet_of(f)->typed && key == K_ENTER) {
		sheet_of(f)->typed = 0;
		return grid_advance(f);
	}
	sheet_of(f)->typed = 0;
	if (empties)
		return mark_put(f, row, column, 0, false);
	return key == ' ' ? UI_TAKEN : UI_IGNORED;
}

static const char *sheet_count(struct frame *f, struct arena *a)
{
	const struct contest_state *state = &sheet_of(f)->state;
	size_t given = 0;

	for (size_t i = 0; i < state->marks.n; i++)
		given += state->marks.row[i].expert == sheet_arg(f)->expert;
	return arena_printf(a, _("marks %zu of %zu"), given, state->entries.n * state->criteria.n);
}

/* The name of the column's criterion is cut above; here it stands whole. */
static const char *sheet_status(struct frame *f, struct arena *a)
{
	const struct criterion *criterion = criterion_at(f, grid_column(f));

	return arena_printf(a, _("%s: up to %lld · a digit is the mark · Del – empty the cell"),
			    criterion->name, (long long)criterion->mark_max);
}

static unsigned sheet_paper(struct frame *f)
{
	return paper_show(f, "expert_sheet", sheet_arg(f)->expert, "");
}

static const struct action sheet_actions[] = {
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("The sheet on paper, to be filled in by hand"),
	  .run = sheet_paper },
	{ 0 },
};

static const struct grid_mark sheet_marks[] = { { 0 } };

static const struct grid_spec sheet_grid = {
	.marks = sheet_marks,
	.cell_width = WIDTH_CELL,
	.title_width = WIDTH_NAME,
	.across = true,
	.text = sheet_text,
	.key = sheet_key,
	.load = sheet_load,
	.row_title = sheet_row,
	.column_title = sheet_column,
	.get = sheet_get,
	.set = sheet_set,
	.count = sheet_count,
	.status = sheet_status,
	.empty = N_("Nothing to judge yet: the contest needs works and criteria."),
};

const struct view expert_sheet_view = {
	.name = "expert-sheet",
	.title = N_("Expert's sheet"),
	.kind = &grid_kind,
	.spec = &sheet_grid,
	.init = sheet_init,
	.actions = sheet_actions,
	.help = N_("The paper sheet of one expert typed in: a line a work, a column a criterion. A "
		   "digit fills the cell; where the highest mark has two digits, so may the mark. "
		   "Each cell is saved at once."),
};
