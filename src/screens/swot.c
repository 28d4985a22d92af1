/* The SWOT board: what the questionnaires of the year come to, in four parts. The program proposes,
 * the curator decides and words it. */
#include "nastavnik/app/swot.h"

#include "cells.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "records.h"
#include "screens.h"

enum { SWOT_STATE, SWOT_WORDS, SWOT_FORM, SWOT_N, SWOT_QUOTES = 2, SWOT_PANE = 6 };

static const struct list_column swot_columns[] = {
	[SWOT_STATE] = { "", .width = 2, .unsorted = true },
	[SWOT_WORDS] = { N_("In words"), .width = 50, .grow = 1, .unsorted = true },
	[SWOT_FORM] = { N_("Form of mentoring"), .width = 18, .wide = true, .unsorted = true },
	{ 0 },
};

/* A row of the list: a heading, or a line of the board. */
struct swot_row {
	int64_t part; /* of a heading; 0 */
	struct swot *line;
};

struct swot_desk {
	struct cells cells;
	struct swot_wish wish;
	struct swot_board board;
	struct swot_quotes quotes;
	struct swot_row *row;
};

static struct swot_desk *desk_of(const struct frame *f)
{
	return f->data;
}

static const struct swot_row *row_at(const struct frame *f, size_t row)
{
	return &desk_of(f)->row[row];
}

/* The line under the cursor; NULL on a heading. */
static struct swot *line_at(struct frame *f)
{
	return list_has_row(f) ? row_at(f, list_row(f))->line : NULL;
}

/* Of a proposal a number made of its code: the cursor stays on it when others come and go. */
static int64_t line_id(const struct swot *line)
{
	uint32_t hash = 2166136261u;

	if (line->head.id)
		return line->head.id;
	for (const char *at = line->code; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619u;
	return -SWOT_PARTS - 1 - (int64_t)hash;
}

static enum rc swot_init(struct frame *f)
{
	f->data = arena_alloc(&f->arena, sizeof(struct swot_desk));
	return RC_OK;
}

static void row_add(struct swot_desk *desk, int64_t id, struct swot_row row)
{
	desk->row[desk->cells.ids.n] = row;
	desk->cells.ids.row[desk->cells.ids.n++] = id;
}

/* Each part under its heading, whether there is anything in it or not. */
static void rows_make(struct frame *f, const struct list_query *query)
{
	struct swot_desk *desk = desk_of(f);
	const struct swots *lines = &desk->board.lines;
	size_t room = lines->n + SWOT_PARTS;

	desk->row = ARENA_NEW(&f->fresh, struct swot_row, room);
	desk->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, room), 0 };
	for (int64_t part = 1; part <= SWOT_PARTS; part++) {
		row_add(desk, -part, (struct swot_row){ .part = part });
		for (size_t i = 0; i < lines->n; i++)
			if (lines->row[i].part == part &&
			    cells_found(&f->fresh, query, lines->row[i].name))
				row_add(desk, line_id(&lines->row[i]),
					(struct swot_row){ .line = &lines->row[i] });
	}
}

static enum rc swot_read(struct frame *f, const struct list_query *query, size_t *n)
{
	struct swot_desk *desk = desk_of(f);
	enum rc rc = swot_load(desk_app(f), &f->fresh, desk->wish, &desk->board);

	if (!rc)
		rc = swot_quotes_load(desk_app(f), &f->fresh, desk->wish.form, &desk->quotes);
	if (rc)
		return rc;
	rows_make(f, query);
	*n = desk->cells.ids.n;
	return RC_OK;
}

static bool swot_whole(struct frame *f, size_t row)
{
	return row_at(f, row)->part != 0;
}

static const char *part_name(int64_t part)
{
	return text_of(swot_parts[part - 1]);
}

static const struct look {
	enum ink ink;
	const char *sign;
} looks[] = {
	[SWOT_PROPOSED] = { INK_WARN, "?" },
	[SWOT_TAKEN] = { INK_TEXT, "•" },
	[SWOT_DISMISSED] = { INK_DIM, "×" },
};

static void row_show(struct frame *f, struct arena *page, size_t at)
{
	struct swot_desk *desk = desk_of(f);
	const struct swot_row *row = &desk->row[at];

	if (row->part) {
		cells_set(&desk->cells, at, 0, INK_HEADING, part_name(row->part));
		return;
	}
	const struct look *look = &looks[row->line->state];
	cells_set(&desk->cells, at, SWOT_STATE, look->ink, look->sign);
	cells_set(&desk->cells, at, SWOT_WORDS, look->ink, row->line->name);
	cells_set(&desk->cells, at, SWOT_FORM, look->ink,
		  arena_strdup(page, choice_name(desk_choices(f, "form"), row->line->form)));
}

static enum rc swot_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	cells_page(&desk_of(f)->cells, page, SWOT_N, first, n);
	for (size_t i = first; i < first + n; i++)
		row_show(f, page, i);
	return RC_OK;
}

static const char *swot_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct swot_desk *desk = desk_of(f);
	const char *form = choice_name(desk_choices(f, "form"), desk->wish.form);

	(void)n, (void)found;
	return arena_printf(a, _("on the board %zu · proposed %zu · %s"), desk->board.taken,
			    desk->board.proposed, *form ? form : _("the whole programme"));
}

/* The whole of the words, what they rest on, and what people say themselves. */
static void swot_pane(struct frame *f, struct lines *lines, size_t row)
{
	const struct swot_desk *desk = desk_of(f);
	const struct swot *line = row_at(f, row)->line;

	if (line) {
		lines_add(lines, INK_TEXT, "%s", line->name);
		lines_pair(lines, _("Rests on"), line->basis);
	}
	if (!desk->quotes.n)
		return;
	lines_add(lines, INK_HEADING,
		  ngettext("In people's own words: %zu answer (F6 shows all)",
			   "In people's own words: %zu answers (F6 shows all)", desk->quotes.n),
		  desk->quotes.n);
	for (size_t i = 0; i < desk->quotes.n && i < SWOT_QUOTES; i++)
		lines_add(lines, INK_DIM, "– %s", desk->quotes.row[i].words);
}

static const char *swot_status(struct frame *f, struct arena *a, size_t row)
{
	const struct swot_desk *desk = desk_of(f);
	const struct swot *line = row_at(f, row)->line;

	if (line && line->state == SWOT_PROPOSED)
		return _("Proposed. F2 takes it, Enter words it anew, F3 moves it, F8 dismisses "
			 "it.");
	if (line && line->state == SWOT_DISMISSED)
		return _("Dismissed. F2 takes it after all.");
	if (line)
		return _("On the board. Enter words it anew, F3 moves it, F8 takes it off.");
	if (!desk->board.proposed && !desk->board.taken && desk->board.hidden)
		return _("Too few people have answered yet for anything to be proposed. Ins writes "
			 "your own.");
	if (!desk->board.proposed && !desk->board.taken)
		return _("Proposals come from questionnaires that are typed in. Ins writes your "
			 "own.");
	return arena_printf(a, _("Ins writes your own into “%s”."),
			    part_name(row_at(f, row)->part));
}

/* What can be done */

static bool on_line(struct frame *f)
{
	return action_needs(f, line_at(f) != NULL, N_("The cursor is on a heading: go to a line."));
}

static bool may_change(struct frame *f)
{
	return on_line(f) && desk_writable(f);
}

static bool may_take(struct frame *f)
{
	return may_change(f) && action_needs(f, line_at(f)->state != SWOT_TAKEN,
					     N_("This line is on the board already."));
}

static bool may_dismiss(struct frame *f)
{
	return may_change(f) && action_needs(f, line_at(f)->state != SWOT_DISMISSED,
					     N_("This line is dismissed already."));
}

static unsigned changed(struct frame *f, enum rc rc, int64_t id, const char *said)
{
	if (rc)
		return ui_fault(f->ui);
	list_select(f, id);
	ui_say(f->ui, "%s", said);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned take_run(struct frame *f)
{
	struct swot *line = line_at(f);
	enum rc rc = swot_take(desk_app(f), line);

	return changed(f, rc, line->head.id, _("It is on the board. Ctrl+Z takes it back."));
}

static unsigned dismiss_run(struct frame *f)
{
	int64_t next = list_next(f);
	enum rc rc = swot_dismiss(desk_app(f), line_at(f));

	return changed(
		f, rc, next,
		_("It is off the board and will not be proposed again. Ctrl+Z has it back."));
}

static unsigned part_picked(struct frame *f, struct ids ids, void *data)
{
	struct swot *line = line_at(f);

	(void)data;
	if (!ids.n || !line)
		return UI_TAKEN;
	enum rc rc = swot_move(desk_app(f), line, ids.row[0]);
	return changed(f, rc, line->head.id, _("It stands in another part. Ctrl+Z takes it back."));
}

static unsigned move_run(struct frame *f)
{
	return dialog_pick(f, &(struct picker){ .title = _("Into which part?"),
						.choices = desk_choices(f, "swot_part"),
						.chosen = { &line_at(f)->part, 1 },
						.picked = part_picked });
}

static unsigned form_closed(struct frame *f, struct frame *form)
{
	if (!form->answer)
		return UI_TAKEN;
	list_select(f, form->answer);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned form_open(struct frame *f, int64_t id, const struct swot *fresh)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct record_arg){ .id = id, .owner = desk_year(f), .fresh = fresh };
	view_open(f->ui, f, &swot_line_view, arg, form_closed);
	return UI_TAKEN;
}

/* A copy that outlives the next load. */
static struct swot *line_copy(struct frame *f, const struct swot *line)
{
	struct swot *copy = arena_alloc(&f->arena, sizeof(*copy));

	*copy = *line;
	copy->head.owner = desk_year(f);
	copy->state = SWOT_TAKEN;
	copy->name = arena_strdup(&f->arena, line->name);
	copy->basis = arena_strdup(&f->arena, line->basis);
	copy->code = arena_strdup(&f->arena, line->code);
	return copy;
}

static unsigned edit_run(struct frame *f)
{
	const struct swot *line = line_at(f);

	return form_open(f, line->head.id, line->head.id ? NULL : line_copy(f, line));
}

static int64_t part_here(struct frame *f)
{
	const struct swot_row *row = list_has_row(f) ? row_at(f, list_row(f)) : NULL;

	if (!row)
		return SWOT_STRENGTHS;
	return row->line ? row->line->part : row->part;
}

static unsigned new_run(struct frame *f)
{
	return form_open(f, 0,
			 line_copy(f, &(struct swot){ .part = part_here(f),
						      .form = desk_of(f)->wish.form,
						      .name = "",
						      .basis = "",
						      .code = "" }));
}

static unsigned form_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	desk_of(f)->wish.form = ids.n ? ids.row[0] : 0;
	return UI_TAKEN | UI_RELOAD;
}

static unsigned filter_run(struct frame *f)
{
	return dialog_pick(f, &(struct picker){ .title = _("Which form of mentoring?"),
						.choices = desk_choices(f, "form"),
						.nothing = true,
						.picked = form_picked });
}

static unsigned dismissed_run(struct frame *f)
{
	struct swot_desk *desk = desk_of(f);

	desk->wish.dismissed = !desk->wish.dismissed;
	ui_say(f->ui, desk->wish.dismissed ? _("What was dismissed is shown too: ×.")
					   : _("What was dismissed is not shown."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned words_run(struct frame *f)
{
	return view_push(f, &swot_words_view, desk_id_arg(f, desk_of(f)->wish.form));
}

static unsigned print_run(struct frame *f)
{
	return paper_show(f, "swot", 0, "");
}

static const struct action swot_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Take"),
	  .title = N_("Put the proposal on the board as it is"),
	  .enabled = may_take,
	  .run = take_run },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("Word the line anew"),
	  .enabled = may_change,
	  .run = edit_run },
	{ .key = K_F(3),
	  .label = N_("To part"),
	  .title = N_("Move the line into another part"),
	  .enabled = may_change,
	  .run = move_run },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("The board as a paper"),
	  .run = print_run },
	{ .key = K_F(6),
	  .label = N_("Own words"),
	  .title = N_("What people wrote in their own words"),
	  .run = words_run },
	{ .key = K_F(8),
	  .label = N_("Dismiss"),
	  .title = N_("Off the board, and do not propose it again"),
	  .enabled = may_dismiss,
	  .run = dismiss_run },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A line of your own"),
	  .enabled = desk_writable,
	  .run = new_run },
	{ .key = K_CTRL('f'), .title = N_("One form of mentoring, or all…"), .run = filter_run },
	{ .title = N_("Show what was dismissed, or hide it"), .run = dismissed_run },
	{ 0 },
};

static const struct list_spec swot_list = {
	.columns = swot_columns,
	.load = swot_read,
	.id = cells_id,
	.fetch = swot_fetch,
	.cell = cells_cell,
	.whole = swot_whole,
	.count = swot_count,
	.status = swot_status,
	.pane = swot_pane,
	.pane_rows = SWOT_PANE,
	.no_marks = true,
};

const struct view swot_view = {
	.name = "swot",
	.title = N_("SWOT board"),
	.kind = &list_kind,
	.spec = &swot_list,
	.actions = swot_actions,
	.init = swot_init,
	.help = N_(
		"What the questionnaires of the year come to. The program proposes (?): the "
		"questions rated highest are strengths, those rated lowest weaknesses; what rose "
		"most between the entry and the final questionnaire is an opportunity, what fell "
		"most a threat. Below stands on which figures a line rests and how many people "
		"answered; of groups that are too small nothing is told. You decide: F2 takes a "
		"proposal, "
		"Enter words it anew, F3 moves it into another part, F8 dismisses it, and it is "
		"not proposed again (F9 shows what was dismissed). Ins writes your own. F5 "
		"prints the board."),
	.place = true,
	.seldom = true,
};

/* The form of a line */

static bool line_shown(struct frame *f, const struct field *field, const void *record)
{
	(void)f, (void)record;
	return field != field_find(*swot_type.fields, "state") &&
	       field != field_find(*swot_type.fields, "code");
}

static const struct record_desk swot_lines = { .type = &swot_type, .shown = line_shown };

const struct view swot_line_view = {
	.name = "swot-line",
	.title = N_("A line of the SWOT board"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &swot_lines,
	.help = N_("Word it as it is to stand on paper. What it rests on is printed below it, "
		   "small; names do not belong there."),
};

/* In people's own words */

enum { WORDS_SAID, WORDS_ASKED, WORDS_N };

static const struct list_column words_columns[] = {
	[WORDS_SAID] = { N_("In their own words"), .width = 44, .grow = 2, .unsorted = true },
	[WORDS_ASKED] = { N_("Question"), .width = 26, .grow = 1, .unsorted = true },
	{ 0 },
};

static enum rc words_read(struct frame *f, const struct list_query *query, size_t *n)
{
	struct cells *cells = arena_alloc(&f->fresh, sizeof(*cells));
	struct swot_quotes quotes;
	enum rc rc = swot_quotes_load(desk_app(f), &f->fresh, *(const int64_t *)f->arg, &quotes);

	if (rc)
		return rc;
	cells->ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, quotes.n), 0 };
	cells_page(cells, &f->fresh, WORDS_N, 0, quotes.n);
	for (size_t i = 0; i < quotes.n; i++) {
		const struct swot_quote *quote = &quotes.row[i];
		size_t at = cells->ids.n;

		if (!cells_found(&f->fresh, query, quote->words))
			continue;
		cells_set(cells, at, WORDS_SAID, INK_TEXT, quote->words);
		cells_set(cells, at, WORDS_ASKED, INK_DIM, quote->question);
		cells->ids.row[cells->ids.n++] = (int64_t)i + 1;
	}
	f->data = cells;
	*n = cells->ids.n;
	return RC_OK;
}

static void words_pane(struct frame *f, struct lines *lines, size_t row)
{
	enum ink ink;

	lines_add(lines, INK_DIM, "%s", cells_cell(f, row, WORDS_ASKED, &ink));
	lines_text(lines, INK_TEXT, cells_cell(f, row, WORDS_SAID, &ink));
}

static const struct list_spec words_list = {
	.columns = words_columns,
	.load = words_read,
	.id = cells_id,
	.cell = cells_cell,
	.pane = words_pane,
	.pane_rows = SWOT_PANE,
	.no_marks = true,
	.empty = N_("Nobody has written anything in his own words, or too few people have "
		    "answered."),
};

const struct view swot_words_view = {
	.name = "swot-words",
	.title = N_("In people's own words"),
	.kind = &list_kind,
	.spec = &words_list,
	.help = N_("Answers to the open questions of the final questionnaires and of those after "
		   "events, without names: material for the board."),
};
