/* Stage 4: interviews with mentors: who was asked by how many, with what marks and decisions. */
#include "nastavnik/app/interviews.h"

#include "cells.h"
#include "interviews.h"
#include "nastavnik/app/people.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum {
	COLUMN_NAME,
	COLUMN_CLASS,
	COLUMN_SHEETS,
	COLUMN_MEAN,
	COLUMN_DECISION,
	COLUMN_SELECTED,
	COLUMNS
};

static const struct list_column interview_columns[] = {
	[COLUMN_NAME] = { N_("Full name"), .width = 24, .grow = 1 },
	[COLUMN_CLASS] = { N_("Class"), .width = 10, .drop = 1 },
	[COLUMN_SHEETS] = { N_("Talks"), .width = -6 },
	[COLUMN_MEAN] = { N_("Mean"), .width = -5 },
	[COLUMN_DECISION] = { N_("Decision"), .width = 22 },
	[COLUMN_SELECTED] = { N_("Picked"), .width = 6 },
	{ 0 },
};

struct interview_line {
	const struct participant *mentor;
	struct interview_row sheets;
	struct interview_means means;
	const char *decision;
};

struct interviews_screen {
	struct cells cells;
	struct participants mentors;
	struct interview_line *row;
	size_t n, talked, undecided;
};

static struct interviews_screen *screen_of(const struct frame *f)
{
	return f->data;
}

/* «подходит 2, позже 1» */
static const char *decisions_text(struct arena *a, const struct interview_row *sheets)
{
	const char *text = "";

	for (int d = DECISION_SUITS; d <= DECISION_LATER; d++) {
		size_t n = 0;

		for (size_t i = 0; i < sheets->n; i++)
			n += sheets->sheet[i].decision == d;
		if (!n)
			continue;
		text = arena_printf(a, "%s%s%s", text, *text ? ", " : "",
				    text_of(decision_words[d - 1]));
		if (n > 1)
			text = arena_printf(a, "%s %zu", text, n);
	}
	return text;
}

static int by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_class(const void *a, const void *b)
{
	const struct interview_line *x = a, *y = b;

	return cells_by_class(person_class_or_position(&x->mentor->person),
			      person_class_or_position(&y->mentor->person));
}

static int by_sheets(const void *a, const void *b)
{
	const struct interview_line *x = a, *y = b;

	return by_number((int64_t)x->sheets.n, (int64_t)y->sheets.n);
}

static int by_mean(const void *a, const void *b)
{
	const struct interview_line *x = a, *y = b;

	return by_number(x->means.all, y->means.all);
}

static int by_decision(const void *a, const void *b)
{
	const struct interview_line *x = a, *y = b;

	return cells_by_text(x->decision, y->decision);
}

static int by_selected(const void *a, const void *b)
{
	const struct interview_line *x = a, *y = b;

	return by_number(x->mentor->selected, y->mentor->selected);
}

/* They come by name. */
static cells_order *const interview_order[COLUMNS] = {
	[COLUMN_CLASS] = by_class,       [COLUMN_SHEETS] = by_sheets,     [COLUMN_MEAN] = by_mean,
	[COLUMN_DECISION] = by_decision, [COLUMN_SELECTED] = by_selected,
};

static bool line_found(struct frame *f, const struct interview_line *line,
		       const struct list_query *query)
{
	return cells_found(
		&f->fresh, query,
		arena_printf(&f->fresh, "%s %s %s", person_name(&f->fresh, &line->mentor->person),
			     person_class_or_position(&line->mentor->person), line->decision));
}

static void lines_make(struct frame *f, struct interviews_screen *s,
		       const struct interview_rows *rows, const struct list_query *query)
{
	s->row = ARENA_NEW(&f->fresh, struct interview_line, s->mentors.n);
	for (size_t i = 0; i < s->mentors.n; i++) {
		struct interview_line line = { .mentor = &s->mentors.row[i] };

		line.sheets = interviews_of(rows, line.mentor->id);
		line.decision = decisions_text(&f->fresh, &line.sheets);
		interview_means(line.sheets.sheet, line.sheets.n, &line.means);
		s->talked += line.sheets.n > 0;
		s->undecided += line.sheets.n && !*line.decision;
		if (line_found(f, &line, query))
			s->row[s->n++] = line;
	}
}

static enum rc interviews_list(struct frame *f, const struct list_query *query, size_t *n)
{
	struct interviews_screen *s = arena_alloc(&f->fresh, sizeof(*s));
	struct interview_rows rows;
	enum rc rc = participant_load_all(desk_store(f), &f->fresh, desk_year(f), ROLE_MENTOR,
					  &s->mentors);

	if (rc == RC_OK)
		rc = interviews_load(desk_app(f), &f->fresh, &rows);
	if (rc != RC_OK)
		return rc;
	participants_here(&s->mentors);
	lines_make(f, s, &rows, query);
	cells_sort(&f->fresh, s->row, s->n, sizeof(*s->row), interview_order, query);
	s->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, s->n), s->n };
	for (size_t i = 0; i < s->n; i++)
		s->cells.ids.row[i] = s->row[i].mentor->id;
	*n = s->n;
	f->data = s;
	return RC_OK;
}

const char *mean_text(struct arena *a, int64_t tenths)
{
	/* «4,0» under «3,5»: the commas of a column stand below each other. */
	return tenths == FIELD_NOTHING ? ""
				       : arena_printf(a, "%lld,%lld", (long long)tenths / 10,
						      (long long)tenths % 10);
}

static enum rc interviews_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct interviews_screen *s = screen_of(f);
	struct cells *cells = &s->cells;

	cells_page(cells, page, COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct interview_line *line = &s->row[i];
		const struct person *person = &line->mentor->person;

		cells_set(cells, i, COLUMN_NAME, INK_TEXT, person_name(page, person));
		cells_set(cells, i, COLUMN_CLASS, INK_TEXT, person_class_or_position(person));
		if (line->sheets.n)
			cells_set(cells, i, COLUMN_SHEETS, INK_TEXT,
				  arena_printf(page, "%zu", line->sheets.n));
		cells_set(cells, i, COLUMN_MEAN, INK_TEXT, mean_text(page, line->means.all));
		if (line->sheets.n && !*line->decision)
			cells_set(cells, i, COLUMN_DECISION, INK_WARN, _("! none yet"));
		else
			cells_set(cells, i, COLUMN_DECISION, INK_TEXT, line->decision);
		if (line->mentor->selected)
			cells_set(cells, i, COLUMN_SELECTED, INK_GOOD,
				  arena_printf(page, GLYPH_OK " %s", _("yes")));
	}
	return RC_OK;
}

static const char *interviews_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct interviews_screen *s = screen_of(f);

	if (found)
		return arena_printf(a, _("found %zu"), n);
	return arena_printf(a, _("of %zu: %zu came to talk · no decision %zu"), s->mentors.n,
			    s->talked, s->undecided);
}

/* The means by criterion, and who decided what. */
static void sheet_lines(struct frame *f, struct lines *lines, size_t row)
{
	const struct interview_line *line = &screen_of(f)->row[row];
	struct arena *a = lines->arena;

	for (size_t c = 0; line->sheets.n && c < CRITERIA; c++)
		lines_pair(lines, text_of(criterion_field(c)->label),
			   mean_text(a, line->means.by[c]));
	for (size_t i = 0; i < line->sheets.n; i++) {
		const struct interview *sheet = &line->sheets.sheet[i];
		char date[DATE_SIZE];

		lines_add(lines, INK_TEXT, "%s%s%s · %s · %s%s%s",
			  sheet->on_day ? date_format((int)sheet->on_day, date) : "",
			  sheet->on_day ? " " : "", sheet->interviewer,
			  mean_text(a, interview_mean(sheet)),
			  sheet->decision ? text_of(decision_words[sheet->decision - 1])
					  : _("no decision"),
			  *sheet->reason ? ": " : "", sheet->reason);
	}
}

/* The means by criterion in a line or two, where there is no room for the card. */
static void interview_pane(struct frame *f, struct lines *lines, size_t row)
{
	static const char *const shorts[CRITERIA] = {
		N_("experience"), N_("strengths"), N_("communication"),  N_("time resource"),
		N_("life"),       N_("requests"),  N_("civic position"), N_("motivation"),
	};
	const struct interview_line *line = &screen_of(f)->row[row];
	struct arena *a = lines->arena;
	const char *text = "";

	for (size_t c = 0; c < CRITERIA; c++)
		if (line->means.by[c] != FIELD_NOTHING)
			text = arena_printf(a, "%s%s%s\u00a0%s", text, *text ? " · " : "",
					    text_of(shorts[c]), mean_text(a, line->means.by[c]));
	lines_add(lines, *text ? INK_TEXT : INK_DIM, "%s",
		  *text ? text : _("Nobody has talked with this mentor yet: Ins begins a sheet."));
}

static void interview_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct person *person = &screen_of(f)->row[row].mentor->person;

	lines_add(lines, INK_TITLE, "%s", person_name(lines->arena, person));
	sheet_lines(f, lines, row);
}

static const char *interviews_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("Enter – the sheets of the mentor · Ins – a new sheet · F2 – selected");
}

/* What can be done */

static unsigned interviews_open(struct frame *f)
{
	struct interview_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct interview_arg){ .mentor = list_current(f) };
	return view_push(f, &interview_sheet_view, arg);
}

static unsigned interviews_new(struct frame *f)
{
	return interview_begin(f, list_current(f));
}

static bool may_select(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

/* All of them are selected; when they are already, none is. */
static unsigned interviews_select(struct frame *f)
{
	const struct interviews_screen *s = screen_of(f);
	struct ids ids = list_chosen(f, &f->arena);
	bool all = true;

	for (size_t i = 0; i < ids.n; i++)
		for (size_t k = 0; k < s->mentors.n; k++)
			if (s->mentors.row[k].id == ids.row[i])
				all = all && s->mentors.row[k].selected;
	if (people_set_all(desk_app(f), ids, field_find(mentor_fields, "selected"),
			   all ? "0" : "1") != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	if (ids.n == 1)
		list_select(f, list_next(f));
	ui_say(f->ui,
	       all ? _("Not selected after all: %zu. Ctrl+Z takes it back.")
		   : _("Selected: %zu. Ctrl+Z takes it back."),
	       ids.n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned interviews_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action interviews_actions[] = {
	{ .key = K_ENTER,
	  .also = K_F(3),
	  .label = N_("Sheets"),
	  .title = N_("The sheets of the mentor: criteria and interviewers"),
	  .enabled = list_has_row,
	  .run = interviews_open },
	{ .key = K_F(2),
	  .label = N_("Selection"),
	  .title = N_("The mentor, or all that are marked, are selected; once more: they are not"),
	  .enabled = may_select,
	  .run = interviews_select },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = interviews_print },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A new sheet on this mentor"),
	  .enabled = may_select,
	  .run = interviews_new },
	{ .title = N_("Base of mentors"), .open = &mentors_view },
	{ 0 },
};

static const struct list_spec interviews_spec = {
	.columns = interview_columns,
	.load = interviews_list,
	.id = cells_id,
	.fetch = interviews_fetch,
	.cell = cells_cell,
	.count = interviews_count,
	.status = interviews_status,
	.card = interview_card,
	.pane = interview_pane,
	.pane_rows = 3,
	.empty = N_("No mentors yet: fill the base of mentors first (stage 3)."),
};

const struct view interviews_view = {
	.name = "interviews",
	.title = N_("Stage 4 · Interviews"),
	.kind = &list_kind,
	.spec = &interviews_spec,
	.actions = interviews_actions,
	.help = N_("The mentors of the base with their interviews: how many, the mean of all marks "
		   "(0…5), the decisions. Each mentor may be asked by several people; Ins begins a "
		   "sheet, Enter shows all sheets of a mentor beside each other. Whether a mentor "
		   "is selected is marked here (F2) or with the decision, never by itself."),
	.place = true,
	.seldom = true,
};
