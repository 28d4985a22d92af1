/* The board: seven stages with what the data say of them, and what to do next. */
#include <stdint.h>

#include "nastavnik/app/books.h"
#include "nastavnik/app/indicators.h"
#include "nastavnik/app/questionnaires.h"
#include "nastavnik/app/recent.h"
#include "nastavnik/app/tasks.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/ui/menu.h"
#include "next.h"
#include "screens.h"
#include "stages.h"

enum { HOME_DONE, HOME_DUE, HOME_RESULT };

/* What costs too much to be found at once is found when the board is shown, and kept until the
 * data are others. */
struct home {
	int64_t version, year; /* of what is kept */
	struct board board;
	bool known[NEXT_MAX];
	int64_t n[NEXT_MAX];
	bool fresh; /* something that was found is not shown yet */
};

/* The way past the screen of the stage: straight to its data. */
static const struct view *const home_straight[STAGES + 1] = {
	[1] = &school_view, [2] = &mentees_view, [3] = &mentors_view, [4] = &training_view,
	[5] = &pairs_view,  [6] = &bonds_view,   [7] = &results_view,
};

static void *home_arg(const void *arg)
{
	return (void *)(uintptr_t)arg; /* arguments of views are not const; this is only read */
}

/* What the line under the cursor tells of its stage. */
static const char *home_status(struct arena *a, int stage, const struct board *b)
{
	static const char *const keys[STAGES + 1] = {
		[1] = N_("Enter opens the steps of the stage, 1 the school's facts at once."),
		[2] = N_("Enter opens the steps of the stage, 2 the base of mentees at once."),
		[3] = N_("Enter opens the steps of the stage, 3 the base of mentors at once."),
		[4] = N_("Enter opens the steps of the stage, 4 selection and training at once."),
		[5] = N_("Enter opens the steps of the stage, 5 the pairs at once."),
		[6] = N_("Enter opens the steps of the stage, 6 the pairs at work at once."),
		[7] = N_("Enter opens the steps of the stage, 7 the pairs to close at once."),
	};

	if (stage == 5 && b->mentees)
		return arena_printf(
			a,
			_("Mentees without a pair: %lld, places: %lld. Enter: the steps, "
			  "5: the pairs."),
			(long long)b->mentees_without_pair, (long long)b->places);
	return text_of(keys[stage]);
}

static void home_stages(struct frame *f, struct menu_items *items, const struct stages *stages)
{
	struct arena *a = &f->fresh;

	for (int stage = 1; stage <= STAGES; stage++) {
		const struct stage_state *state = &stages->state[stage];
		struct menu_item item = {
			.key = (uint32_t)('0' + stage),
			.id = stage,
			.title = stage_title(stage),
			.done = state->done,
			.total = state->total,
			.open = &stage_view,
			.arg = home_arg(&stage_numbers[stage]),
			.straight = home_straight[stage],
			.status = home_status(a, stage, &stages->board),
			.fact = { [HOME_DUE] = stage_due_text(a, state),
				  [HOME_RESULT] = state->result },
			.fact_ink = { [HOME_DUE] = state->late ? INK_WARN : INK_TEXT,
				      [HOME_RESULT] = INK_DIM },
		};

		if (state->total > 0)
			item.fact[HOME_DONE] = arena_printf(a, "%lld/%lld", (long long)state->done,
							    (long long)state->total);
		menu_add(items, item);
	}
}

static void home_advise(struct menu_items *items, const struct next_row *row, int64_t n)
{
	menu_add(items, (struct menu_item){ .title = next_text(&items->frame->fresh, row, n),
					    .right = text_of(row->where),
					    .mark = row->quiet ? GLYPH_NOTE : GLYPH_WARN,
					    .ink = row->quiet ? INK_TEXT : INK_WARN,
					    .total = -1,
					    .open = row->open,
					    .arg = home_arg(row->arg) });
}

/* How many of a row's things there are; a costly row that was not asked yet says none. */
static enum rc home_find(struct frame *f, size_t row, int64_t *n)
{
	const struct home *home = f->data;
	const struct next_row *next = &next_rows[row];

	*n = 0;
	if (home->known[row])
		*n = home->n[row];
	else if (!next->find)
		*n = *(const int64_t *)((const char *)&home->board + next->count);
	else if (!next->costly)
		return next->find(f, &home->board, n);
	return RC_OK;
}

/* Nothing is to be done in a closed year. */
static enum rc home_closed(struct menu_items *items)
{
	menu_add(items,
		 (struct menu_item){ .title = _("The year is closed: look, count and print."),
				     .right = text_of(years_view.title),
				     .mark = GLYPH_NOTE,
				     .ink = INK_TEXT,
				     .total = -1,
				     .open = &years_view });
	return RC_OK;
}

static enum rc home_next(struct frame *f, struct menu_items *items)
{
	menu_heading(items, _("What next"));
	if (app_year_closed(desk_app(f)))
		return home_closed(items);
	size_t before = items->n;
	for (size_t i = 0; i < next_count; i++) {
		int64_t n;

		if (home_find(f, i, &n) != RC_OK)
			return err_last()->code;
		if (n)
			home_advise(items, &next_rows[i], n);
	}
	if (items->n == before)
		menu_add(items, (struct menu_item){
					.title = _("Everything that the data tell of is done."),
					.mark = GLYPH_OK,
					.ink = INK_GOOD,
					.total = -1,
					.open = &pairs_view });
	return RC_OK;
}

/* Other data, or another year: what was found before says nothing of them. */
static void home_keep(struct frame *f, const struct board *board)
{
	struct home *home = f->data;
	int64_t version = app_version(desk_app(f)), year = desk_year(f);

	if (home->version != version || home->year != year)
		*home = (struct home){ .version = version, .year = year };
	home->board = *board;
	home->fresh = false;
}

/* The next costly row; they are shown all at once, so that lines do not jump about. */
static unsigned home_later(struct frame *f)
{
	struct home *home = f->data;

	for (size_t i = 0; i < next_count && !app_year_closed(desk_app(f)); i++) {
		if (!next_rows[i].costly || home->known[i])
			continue;
		home->known[i] = true;
		if (next_rows[i].find(f, &home->board, &home->n[i]) != RC_OK)
			return ui_fault(f->ui);
		home->fresh |= home->n[i] != 0;
		return UI_TAKEN;
	}
	return home->fresh ? UI_RELOAD : UI_IGNORED;
}

static void home_title(struct frame *f)
{
	const struct school *school = app_school(desk_app(f));
	const char *name = *school->short_name ? school->short_name : school->name;
	char year[12];

	frame_title(f, _("Mentoring · %s · %s"), name, year_name(desk_year(f), year));
}

static enum rc home_load(struct frame *f, struct menu_items *items)
{
	struct stages stages;
	enum rc rc = stages_load(f, &stages);

	if (rc != RC_OK)
		return rc;
	home_title(f);
	home_keep(f, &stages.board);
	home_stages(f, items, &stages);
	return home_next(f, items);
}

/* Who reads only is told why, once, at the door. */
static enum rc home_init(struct frame *f)
{
	struct desk *desk = ui_app(f->ui);

	if (desk->next) { /* nothing shows the one before any more */
		desk_close(desk);
		desk->app = desk->next;
		desk->next = NULL;
	}
	recents_add(desk->app);
	f->data = arena_alloc(&f->arena, sizeof(struct home));
	if (*app_change_why(desk_app(f)))
		ui_say(f->ui, "%s", app_change_why(desk_app(f)));
	if (books_complete(desk_app(f)) != RC_OK || surveys_complete(desk_app(f)) != RC_OK ||
	    indicators_complete(desk_app(f)) != RC_OK)
		return err_last()->code;
	return tasks_complete(desk_app(f));
}

static const struct menu_spec home_menu = {
	.title = N_("Stage"),
	.column = { [HOME_DONE] = { .title = N_("Done so far"), .width = 7, .bar = true },
		    [HOME_DUE] = { .title = N_("Term"), .width = 7 },
		    [HOME_RESULT] = { .title = N_("Result"), .width = 16, .grow = true } },
	.load = home_load,
};

/* The key bar of the board: what is needed daily, one key away. */
static const struct action home_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Import"),
	  .title = N_("Bring in a table"),
	  .help = N_("Class lists, mentees and mentors from a table of Excel, LibreOffice or CSV."),
	  .enabled = desk_writable,
	  .open = &import_view },
	{ .key = K_F(3),
	  .label = N_("People"),
	  .title = N_("List of the school"),
	  .open = &people_view },
	{ .key = K_F(4),
	  .label = N_("Surveys"),
	  .title = N_("Questionnaires"),
	  .help = N_("Who has answered, sheets of paper typed in, what came out."),
	  .open = &surveys_view },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Order and pair list"),
	  .open = &papers_view },
	{ .key = K_F(6),
	  .label = N_("Figures"),
	  .title = N_("Monitoring: indicators, report, requests"),
	  .help = N_("What the programme has come to, and whatever the municipality asks for."),
	  .open = &monitoring_view },
	{ .title = N_("Reference books"), .open = &books_view },
	{ .title = N_("History of changes"), .open = &history_view },
	{ .title = N_("Consents"),
	  .help = N_("Who owes which consent; noting them with one key a row."),
	  .open = &consents_view },
	{ .title = N_("Class sheets"),
	  .help = N_("For the class teachers: printed by class and typed back."),
	  .open = &class_sheets_view },
	{ .title = N_("School years…"),
	  .help = N_("Look into last year, or open the next one with last year's people."),
	  .open = &years_view },
	{ .title = N_("School files…"),
	  .help = N_("Another school, a new one, the demonstration school."),
	  .open = &schools_view },
	{ .title = N_("Rules of forming pairs"), .open = &rules_view },
	{ .title = N_("Save a copy of the file"),
	  .anywhere = true,
	  .help = N_("All years and the history, to another disk or under another name."),
	  .run = backup_ask },
	{ 0 },
};

const struct view home_view = {
	.name = "home",
	.title = N_("Board of the year"),
	.kind = &menu_kind,
	.spec = &home_menu,
	.actions = home_actions,
	.help = N_(
		"The board of the school year: its seven stages and what the data say should be "
		"done "
		"next. Enter opens the line under the cursor: a stage with its steps. The digits "
		"lead straight to the data of the stage."),
	.init = home_init,
	.later = home_later,
	.place = true,
};
