/* Bringing in a table: what it holds, what was understood of it, what a run would do. */
#include "import.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/surveys.h"
#include "nastavnik/model/growth.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/store/read/board.h"
#include "nastavnik/store/read/growth.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/menu.h"
#include "nastavnik/ui/progress.h"
#include "screens.h"

/* What is brought in */

static const struct {
	const char *title, *status;
} import_kinds[IMPORT_COUNT] = {
	[IMPORT_PEOPLE] = { N_("Class lists: pupils and staff"),
			    N_("A list of a class or of the school, as the electronic journal "
			       "gives it.") },
	[IMPORT_MENTEES] = { N_("Mentees with their requests"),
			     N_("A table or a web form: who asks for a mentor, and for what.") },
	[IMPORT_MENTORS] = { N_("Mentors with their competences"),
			     N_("A table or a web form: who can help, with what, how much time.") },
	[IMPORT_COMPARE] = { N_("A fresh class list: who came, who left"),
			     N_("Shows who is new, has left or is in another class. Nothing is "
				"changed until you say so.") },
	[IMPORT_MEETINGS] = { N_("Meetings of the pairs"),
			      N_("The table that mentors fill together: pair, date, theme, result. "
				 "Bring it in every month: nothing is doubled.") },
	[IMPORT_ANSWERS] = { N_("Answers to a questionnaire"),
			     N_("The table of a web form: a row a person, a column a question. "
				"Bring it in as often as you like.") },
	[IMPORT_GROWTH] = { N_("Marks and absences of the mentees"),
			    N_("A table of the e-journal: a row a pupil, a column a subject or "
			       "absences, at the start or at the end.") },
};

const char *import_title(enum import_kind kind)
{
	return text_of(import_kinds[kind].title);
}

static enum rc sheets_count(struct frame *f, int64_t *n)
{
	struct survey_counts counts;
	enum rc rc = survey_counts(desk_store(f), &f->fresh, desk_year(f), &counts);

	*n = 0;
	for (size_t i = 0; rc == RC_OK && i < counts.n; i++)
		*n += counts.row[i].sheets;
	return rc;
}

static enum rc import_load(struct frame *f, struct menu_items *items)
{
	struct board board;
	struct growths values;
	int64_t people, meetings, answers;
	enum rc rc = board_load(desk_store(f), desk_year(f), &board);

	if (rc == RC_OK)
		rc = person_count(desk_store(f), desk_year(f), &people);
	if (rc == RC_OK)
		rc = record_count_year(desk_store(f), &meeting_type, desk_year(f), &meetings);
	if (rc == RC_OK)
		rc = sheets_count(f, &answers);
	if (rc == RC_OK)
		rc = growth_list(desk_store(f), &f->fresh, desk_year(f), &values);
	if (rc != RC_OK)
		return rc;
	const int64_t there[] = {
		[IMPORT_PEOPLE] = people,
		[IMPORT_MENTEES] = board.mentees,
		[IMPORT_MENTORS] = board.mentors,
		[IMPORT_MEETINGS] = meetings,
		[IMPORT_ANSWERS] = answers,
		[IMPORT_COMPARE] = people,
		[IMPORT_GROWTH] = (int64_t)values.n,
	};

	for (enum import_kind kind = 0; kind < IMPORT_COUNT; kind++)
		menu_add(items, (struct menu_item){ .key = '1' + kind,
						    .title = import_title(kind),
						    .status = text_of(import_kinds[kind].status),
						    .right = arena_printf(&f->fresh,
									  _("in the file: %lld"),
									  (long long)there[kind]),
						    .total = -1,
						    .id = kind + 1 });
	menu_add(items,
		 (struct menu_item){ .key = '1' + IMPORT_COUNT,
				     .title = _("Paste a table"),
				     .status = _("Rows copied from a spreadsheet or from a table "
						 "of Word."),
				     .total = -1,
				     .id = IMPORT_COUNT + 1 });
	return RC_OK;
}

/* A table that is to come, and from where: a block that is at hand, one that will be pasted, else a
 * file. */
struct import_wish {
	struct import_what what;
	bool paste;
	const char *text;
};

/* Whatever the kind has to know is known. */
static unsigned wish_open(struct frame *f, struct import_wish *wish)
{
	if (wish->text && preview_paste(f, &wish->what, wish->text, import_closed))
		return ui_fault(f->ui);
	if (!wish->text && !wish->paste)
		return view_push(f, &files_view, &wish->what);
	if (!wish->text)
		view_open(f->ui, f, &paste_view, &wish->what, import_closed);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned wish_asked(struct frame *f, struct ids ids, void *data)
{
	struct import_wish *wish = data;

	if (!ids.n)
		return UI_TAKEN;
	wish->what.of = ids.row[0];
	return wish_open(f, wish);
}

static unsigned survey_ask(struct frame *f, struct import_wish *wish)
{
	struct survey_states all;
	struct choice *choice;
	size_t n = 0;

	if (surveys_load(desk_app(f), &f->arena, &all) != RC_OK)
		return ui_fault(f->ui);
	choice = ARENA_NEW(&f->arena, struct choice, all.n);
	for (size_t i = 0; i < all.n; i++)
		if (!all.row[i].survey.hidden)
			choice[n++] = (struct choice){ .id = all.row[i].survey.head.id,
						       .code = "",
						       .name = all.row[i].survey.name };
	if (!n) {
		ui_say(f->ui, "%s", _("The year has no questionnaires yet."));
		return UI_TAKEN | UI_REDRAW;
	}
	return dialog_pick(f, &(struct picker){ .title = _("Answers to which questionnaire?"),
						.choices = { choice, n },
						.picked = wish_asked,
						.data = wish });
}

static unsigned moment_ask(struct frame *f, struct import_wish *wish)
{
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, GROWTH_MOMENTS);

	for (int i = 0; i < GROWTH_MOMENTS; i++)
		choice[i] = (struct choice){ .id = GROWTH_START + i,
					     .code = "",
					     .name = text_of(growth_moments[i]) };
	return dialog_pick(f, &(struct picker){ .title = _("Which values does the table have?"),
						.choices = { choice, GROWTH_MOMENTS },
						.picked = wish_asked,
						.data = wish });
}

/* What the kind has to know is asked first. */
static unsigned wish_go(struct frame *f, struct import_wish *wish)
{
	if (wish->what.of)
		return wish_open(f, wish);
	if (wish->what.kind == IMPORT_ANSWERS)
		return survey_ask(f, wish);
	return wish->what.kind == IMPORT_GROWTH ? moment_ask(f, wish) : wish_open(f, wish);
}

static struct import_wish *wish_new(struct frame *f, int64_t kind)
{
	struct import_wish *wish = arena_alloc(&f->arena, sizeof(*wish));

	wish->what.kind = (enum import_kind)kind;
	return wish;
}

/* Whom are the rows about? A block is at hand already, or the screen waits for it. */
static unsigned paste_kind_picked(struct frame *f, struct ids ids, void *text)
{
	struct import_wish *wish;

	if (!ids.n)
		return UI_TAKEN;
	wish = wish_new(f, ids.row[0] - 1);
	wish->paste = true;
	wish->text = text;
	return wish_go(f, wish);
}

static unsigned paste_kind_pick(struct frame *f, char *text)
{
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, IMPORT_COUNT);

	for (enum import_kind kind = 0; kind < IMPORT_COUNT; kind++)
		choice[kind] =
			(struct choice){ .id = kind + 1, .code = "", .name = import_title(kind) };
	return dialog_pick(f, &(struct picker){ .title = _("What is pasted?"),
						.choices = { choice, IMPORT_COUNT },
						.picked = paste_kind_picked,
						.data = text });
}

static unsigned import_block(struct frame *f, const char *text)
{
	return paste_kind_pick(f, arena_strdup(&f->arena, text));
}

static unsigned import_run(struct frame *f, const struct menu_item *item)
{
	if (item->id > IMPORT_COUNT)
		return paste_kind_pick(f, NULL);
	return wish_go(f, wish_new(f, item->id - 1));
}

unsigned compare_begin(struct frame *f)
{
	return wish_go(f, wish_new(f, IMPORT_COMPARE));
}

unsigned growth_import(struct frame *f)
{
	return wish_go(f, wish_new(f, IMPORT_GROWTH));
}

unsigned answers_import(struct frame *f, int64_t survey)
{
	struct import_wish *wish = wish_new(f, IMPORT_ANSWERS);

	wish->what.of = survey;
	return wish_go(f, wish);
}

static const struct menu_spec import_menu = { .load = import_load, .run = import_run };

const struct view import_view = {
	.name = "import",
	.title = N_("Bring in a table"),
	.kind = &menu_kind,
	.spec = &import_menu,
	.help = N_("Nothing is changed before you have seen what a table would do. The same table "
		   "twice "
		   "changes nothing. An empty cell never wipes what is there."),
	.place = true,
	.paste = import_block,
};

/* The preview: columns of the table, each with the field it goes to */

enum { COLUMN_HEADING, COLUMN_TARGET, COLUMN_SAMPLE, PREVIEW_COLUMNS };

static const struct list_column preview_columns[] = {
	[COLUMN_HEADING] = { N_("Heading in the table"), .width = 22, .grow = 1, .unsorted = true },
	[COLUMN_TARGET] = { N_("Goes to"), .width = 22, .unsorted = true },
	[COLUMN_SAMPLE] = { N_("For instance"), .width = 20, .grow = 1, .unsorted = true },
	{ 0 },
};

struct import_desk *import_desk(const struct frame *f)
{
	return f->data;
}

static enum rc preview_init(struct frame *f)
{
	f->data = f->arg;
	frame_title(f, "%s · %s", import_facts(import_desk(f)->import)->name,
		    import_title(import_desk(f)->what.kind));
	return RC_OK;
}

static void preview_done(struct frame *f)
{
	import_close(import_desk(f)->import);
}

/* The column of the table in a row of the list, whose ids count the columns from 1. */
static const struct import_column *column_at(const struct frame *f, size_t row)
{
	const struct import_desk *desk = import_desk(f);

	return import_column(desk->import, (size_t)desk->cells.ids.row[row] - 1);
}

static const char *target_name(const struct import *import, int64_t target)
{
	const struct choices targets = import_targets(import);

	for (size_t i = 0; i < targets.n; i++) {
		if (targets.row[i].id == target)
			return targets.row[i].name;
	}
	return _("– not taken –");
}

static enum rc preview_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct import_desk *desk = import_desk(f);
	size_t columns = import_facts(desk->import)->columns;

	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, columns);
	*n = 0;
	for (size_t i = 0; i < columns; i++) {
		const struct import_column *column = import_column(desk->import, i);

		if (cells_found(&f->fresh, query,
				arena_printf(&f->fresh, "%s %s", column->heading,
					     target_name(desk->import, column->target))))
			desk->cells.ids.row[(*n)++] = (int64_t)i + 1;
	}
	desk->cells.ids.n = *n;
	return RC_OK;
}

static enum rc preview_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct import_desk *desk = import_desk(f);

	cells_page(&desk->cells, page, PREVIEW_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct import_column *column = column_at(f, i);
		bool guess = column->target && column->sure < 60;
		const char *name = target_name(desk->import, column->target);

		cells_set(&desk->cells, i, COLUMN_HEADING, INK_TEXT, column->heading);
		cells_set(&desk->cells, i, COLUMN_TARGET,
			  !column->target ? INK_DIM
			  : guess         ? INK_WARN
					  : INK_GOOD,
			  guess ? arena_printf(page, "%s ?", name) : name);
		cells_set(&desk->cells, i, COLUMN_SAMPLE, INK_DIM, column->sample[0]);
	}
	return RC_OK;
}

static const char *delimiter_name(char delimiter)
{
	switch (delimiter) {
	case ';':
		return _("semicolon");
	case ',':
		return _("comma");
	case '\t':
		return _("tab");
	default:
		return _("bar");
	}
}

static const char *preview_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct import_facts *facts = import_facts(import_desk(f)->import);
	const struct choices sheets = import_sheets(import_desk(f)->import);

	(void)n, (void)found;
	if (facts->sheet)
		return arena_printf(a, _("sheet “%s”, %lld of %zu"),
				    sheets.row[facts->sheet - 1].name, (long long)facts->sheet,
				    sheets.n);
	return arena_printf(a, "%s · %s", facts->encoding_name, delimiter_name(facts->delimiter));
}

static void preview_pane(struct frame *f, struct lines *lines, size_t row)
{
	const struct import_column *column = column_at(f, row);

	lines_add(lines, INK_TITLE, "%s",
		  *column->heading ? column->heading : _("A column without a heading"));
	for (size_t i = 0; i < IMPORT_SAMPLES; i++) {
		if (*column->sample[i])
			lines_add(lines, INK_TEXT, "%s", column->sample[i]);
	}
}

static const char *preview_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("Enter – another field for this column. F2 – see what would be brought in.");
}

enum {
	TARGET_NONE = INT32_MAX
}; /* the picker's id of «not taken»: 0 means that nothing was picked */

static unsigned target_picked(struct frame *f, struct ids ids, void *data)
{
	const int64_t *column = data;

	if (!ids.n)
		return UI_TAKEN;
	if (import_map(import_desk(f)->import, (size_t)*column,
		       ids.row[0] == TARGET_NONE ? 0 : ids.row[0]) != RC_OK)
		return ui_fault(f->ui);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned preview_map(struct frame *f)
{
	const struct choices targets = import_targets(import_desk(f)->import);
	const struct import_column *column = column_at(f, list_row(f));
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, targets.n + 1);

	choice[0] = (struct choice){ .id = TARGET_NONE, .code = "", .name = _("– not taken –") };
	for (size_t i = 0; i < targets.n; i++)
		choice[i + 1] = targets.row[i];
	return dialog_pick(f, &(struct picker){ .title = _("Where does the column go?"),
						.choices = { choice, targets.n + 1 },
						.chosen = { desk_id_arg(f, column->target),
							    column->target != 0 },
						.picked = target_picked,
						.data = desk_id_arg(f, list_current(f) - 1) });
}

static unsigned preview_changed(struct frame *f, enum rc rc)
{
	return rc == RC_OK ? UI_TAKEN | UI_RELOAD : ui_fault(f->ui);
}

static unsigned encoding_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	return ids.n ? preview_changed(f, import_set_encoding(import_desk(f)->import, ids.row[0]))
		     : UI_TAKEN;
}

static unsigned preview_encoding(struct frame *f)
{
	const struct import_facts *facts = import_facts(import_desk(f)->import);

	return dialog_pick(f, &(struct picker){ .title = _("In which encoding is the table?"),
						.choices = import_encodings(),
						.chosen = { desk_id_arg(f, facts->encoding), 1 },
						.picked = encoding_picked });
}

static bool is_text(struct frame *f)
{
	return action_needs(f, !import_facts(import_desk(f)->import)->sheet,
			    N_("A spreadsheet says itself how it is written."));
}

static bool is_spreadsheet(struct frame *f)
{
	return action_needs(f, import_facts(import_desk(f)->import)->sheet != 0,
			    N_("The table is a text and has no sheets."));
}

static unsigned sheet_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	return ids.n ? preview_changed(f, import_set_sheet(import_desk(f)->import, ids.row[0]))
		     : UI_TAKEN;
}

static unsigned preview_sheet(struct frame *f)
{
	const struct import *import = import_desk(f)->import;

	return dialog_pick(
		f, &(struct picker){ .title = _("Which sheet?"),
				     .choices = import_sheets(import),
				     .chosen = { desk_id_arg(f, import_facts(import)->sheet), 1 },
				     .picked = sheet_picked });
}

static unsigned delimiter_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	return ids.n ? preview_changed(
			       f, import_set_delimiter(import_desk(f)->import, (char)ids.row[0]))
		     : UI_TAKEN;
}

static unsigned preview_delimiter(struct frame *f)
{
	static const char known[] = { ';', ',', '\t', '|' };
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, sizeof(known));

	for (size_t i = 0; i < sizeof(known); i++)
		choice[i] = (struct choice){ .id = known[i],
					     .code = "",
					     .name = delimiter_name(known[i]) };
	return dialog_pick(f, &(struct picker){ .title = _("What stands between the columns?"),
						.choices = { choice, sizeof(known) },
						.picked = delimiter_picked });
}

static enum rc heading_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	char *end;
	long line = strtol(text, &end, 10);
	enum rc rc;

	(void)data;
	if (end == text || *end || line < 0)
		return err_set(RC_INVALID,
			       _("Type the number of the line, 0 when there are no headings."));
	rc = import_set_heading(import_desk(f)->import, line);
	*took = UI_TAKEN | UI_RELOAD;
	return rc;
}

static unsigned preview_heading(struct frame *f)
{
	const struct import_facts *facts = import_facts(import_desk(f)->import);

	return dialog_prompt(f,
			     &(struct prompt){ .title = _("Line of the headings"),
					       .label = _("Line:"),
					       .text = arena_printf(&f->arena, "%lld",
								    (long long)facts->heading_line),
					       .hint = _("0: the table has no headings"),
					       .max = 6,
					       .entered = heading_entered });
}

/* The run, dry or for real */

unsigned import_run_start(struct frame *f, const struct import_options *options,
			  unsigned (*finished)(struct frame *, struct job *, enum job_state))
{
	struct job *job = arena_alloc(&f->arena, sizeof(*job));

	if (import_start(import_desk(f)->import, options, job) != RC_OK)
		return ui_fault(f->ui);
	return progress_start(f, job, finished);
}

unsigned import_closed(struct frame *f, struct frame *above)
{
	f->answer = above->answer;
	return above->answer ? UI_CLOSE : UI_TAKEN;
}

static unsigned checked(struct frame *f, struct job *job, enum job_state state)
{
	(void)job;
	if (state == JOB_FAILED)
		return ui_fault(f->ui);
	if (state == JOB_MORE) {
		ui_say(f->ui, _("Stopped. Nothing was changed."));
		return UI_TAKEN | UI_REDRAW;
	}
	view_open(f->ui, f,
		  import_desk(f)->what.kind == IMPORT_COMPARE ? &leavers_view : &report_view,
		  f->data, import_closed);
	return UI_TAKEN;
}

static unsigned preview_check(struct frame *f)
{
	return import_run_start(f, &(struct import_options){ .dry = true }, checked);
}

static const struct action preview_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Check"),
	  .title = N_("See what would be brought in"),
	  .help = N_("Does everything that bringing in does, and keeps nothing."),
	  .enabled = desk_writable,
	  .run = preview_check },
	{ .key = K_ENTER,
	  .title = N_("Another field for this column"),
	  .enabled = list_has_row,
	  .run = preview_map },
	{ .key = K_F(4),
	  .label = N_("Encoding"),
	  .title = N_("Another encoding"),
	  .enabled = is_text,
	  .run = preview_encoding },
	{ .key = K_F(4),
	  .label = N_("Sheet"),
	  .title = N_("Another sheet"),
	  .help = N_(
		  "The rows of another sheet of the spreadsheet. Hidden sheets are told as such."),
	  .enabled = is_spreadsheet,
	  .run = preview_sheet },
	{ .title = N_("Another delimiter"), .enabled = is_text, .run = preview_delimiter },
	{ .title = N_("Line of the headings"), .run = preview_heading },
	{ 0 },
};

static const struct list_spec preview_list = {
	.columns = preview_columns,
	.load = preview_load,
	.id = cells_id,
	.fetch = preview_fetch,
	.cell = cells_cell,
	.count = preview_count,
	.status = preview_status,
	.pane = preview_pane,
	.pane_rows = 4,
	.empty = N_("No columns."),
	.no_marks = true,
};

const struct view preview_view = {
	.name = "preview",
	.title = N_("What the table holds"),
	.kind = &list_kind,
	.spec = &preview_list,
	.actions = preview_actions,
	.help = N_("Each line is a column of the table and the field it goes to. A question mark "
		   "stands where "
		   "the program has guessed by a word or by the values. If the letters look wrong, "
		   "choose another encoding (F4); if it is the wrong sheet, another sheet (F4)."),
	.init = preview_init,
	.done = preview_done,
};

static enum rc preview_show(struct frame *f, struct import_desk *desk, frame_closed *closed)
{
	/* An opened view owns the import; one that could not open has closed it. */
	return view_open(f->ui, f, &preview_view, desk, closed) ? RC_OK : err_last()->code;
}

enum rc preview_open(struct frame *f, const struct import_what *what, const char *path)
{
	struct import_desk *desk = arena_alloc(&f->arena, sizeof(*desk));
	enum rc rc = import_open_as(desk_app(f), what, path, &desk->import);

	desk->what = *what;
	return rc ? rc : preview_show(f, desk, import_closed);
}

enum rc preview_paste(struct frame *f, const struct import_what *what, const char *text,
		      frame_closed *closed)
{
	struct import_desk *desk = arena_alloc(&f->arena, sizeof(*desk));
	enum rc rc = import_paste(desk_app(f), what, text, &desk->import);

	desk->what = *what;
	return rc ? rc : preview_show(f, desk, closed);
}
