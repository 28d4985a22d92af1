/* The board: seven stages with what the data say of them, and what to do next. */
#include <stdint.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/board.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/ui/menu.h"
#include "next.h"
#include "screens.h"

enum { HOME_BAR, HOME_FACT };

static void *next_arg(const struct next_row *row)
{
	return (void *)(uintptr_t)
		row->arg; /* arguments of views are not const; this one is only read */
}

static enum rc next_find(struct frame *f, const struct next_row *row, const struct board *board,
			 int64_t *n)
{
	if (row->find)
		return row->find(f, board, n);
	*n = *(const int64_t *)((const char *)board + row->count);
	return RC_OK;
}

/* How much of what the papers need is known of the school. */
static struct menu_item stage_school(struct arena *a, const struct school *school)
{
	const struct {
		const char *value, *name;
	} fact[] = {
		{ school->name, _("name") },
		{ school->town, _("town") },
		{ school->director, _("director") },
		{ school->curator, _("curator") },
	};
	struct menu_item item = { .key = '1',
				  .title = _("Preparing the programme"),
				  .open = &school_view,
				  .total = sizeof(fact) / sizeof(fact[0]),
				  .status = _(
					  "Stage 1: the school, who signs, who is the curator.") };
	const char *missing = "";

	for (int64_t i = 0; i < item.total; i++) {
		if (*fact[i].value)
			item.done++;
		else
			missing = arena_printf(a, "%s%s%s", missing, *missing ? ", " : "",
					       fact[i].name);
	}
	if (*missing)
		item.status = arena_printf(a, _("Stage 1: the papers still lack: %s."), missing);
	return item;
}

static const char *mentors_text(struct arena *a, const struct board *board)
{
	return arena_printf(
		a, "%s, %s",
		arena_printf(a,
			     ngettext("%zu mentor", "%zu mentors", (unsigned long)board->mentors),
			     (size_t)board->mentors),
		arena_printf(a, ngettext("%lld place", "%lld places", (unsigned long)board->places),
			     (long long)board->places));
}

static const char *pairs_text(struct arena *a, const struct board *board)
{
	if (board->proposal_pairs && !board->proposal_confirmed)
		return arena_printf(a, _("proposal %lld is not confirmed"),
				    (long long)board->proposal_number);
	return board->members ? arena_printf(a, _("without a pair: %lld"),
					     (long long)board->mentees_without_pair)
			      : NULL;
}

/* How many have ended of the year's pairs. */
static enum rc home_ended(struct frame *f, int64_t *ended)
{
	struct members members;
	enum rc rc = members_load(desk_store(f), &f->fresh, desk_year(f), &members);

	if (rc != RC_OK)
		return rc;
	*ended = 0;
	for (size_t i = 0; i < members.n; i++)
		*ended += members.row[i].state == MEMBER_ENDED;
	return RC_OK;
}

static enum rc home_stages(struct frame *f, struct menu_items *items, const struct board *board)
{
	struct arena *a = &f->fresh;
	int64_t ended;
	enum rc rc = home_ended(f, &ended);

	if (rc != RC_OK)
		return rc;
	const struct menu_item stage[] = {
		stage_school(a, app_school(desk_app(f))),
		{ .key = '2',
		  .title = _("Base of mentees"),
		  .open = &mentees_view,
		  .done = board->mentees - board->mentees_without_topic,
		  .total = board->mentees,
		  .fact[HOME_FACT] = board->mentees
					     ? arena_printf(a,
							    ngettext("%zu mentee", "%zu mentees",
								     (unsigned long)board->mentees),
							    (size_t)board->mentees)
					     : NULL,
		  .status = _("Stage 2: who asks for a mentor, and for what.") },
		{ .key = '3',
		  .title = _("Base of mentors"),
		  .open = &mentors_view,
		  .done = board->mentors - board->mentors_without_topic,
		  .total = board->mentors,
		  .fact[HOME_FACT] = board->mentors ? mentors_text(a, board) : NULL,
		  .status =
			  arena_printf(a, _("Stage 3: who can help, and with what. Places: %lld."),
				       (long long)board->places) },
		{ .key = '4',
		  .title = _("Selecting and training mentors"),
		  .open = &training_view,
		  .done = board->mentors_ready,
		  .total = board->mentors,
		  .status = _("Stage 4: who is selected and trained.") },
		{ .key = '5',
		  .title = _("Forming pairs and groups"),
		  .open = &pairs_view,
		  .done = board->mentees - board->mentees_without_pair,
		  .total = board->mentees,
		  .fact[HOME_FACT] = pairs_text(a, board),
		  .status = arena_printf(
			  a, _("Stage 5: mentees without a pair: %lld. Places of mentors: %lld."),
			  (long long)board->mentees_without_pair, (long long)board->places) },
		{ .key = '6',
		  .title = _("Pairs at work"),
		  .open = &bonds_view,
		  .total = -1,
		  .fact[HOME_FACT] = board->bonds ? arena_printf(a, _("pairs and groups: %lld"),
								 (long long)board->bonds)
						  : NULL,
		  .status = _("Stage 6: confirmed pairs and groups, their terms.") },
		{ .key = '7',
		  .title = _("Closing the programme"),
		  .open = &bonds_view,
		  .total = -1,
		  .fact[HOME_FACT] =
			  ended ? arena_printf(a, _("closed: %lld"), (long long)ended) : NULL,
		  .status = _("Stage 7: pairs are closed with a date and a reason.") },
	};

	for (size_t i = 0; i < sizeof(stage) / sizeof(stage[0]); i++) {
		struct menu_item item = stage[i];

		if (item.total > 0)
			item.fact[HOME_BAR] = arena_printf(a, "%lld/%lld", (long long)item.done,
							   (long long)item.total);
		item.id = (int64_t)i + 1;
		menu_add(items, item);
	}
	return RC_OK;
}

static void home_advise(struct menu_items *items, const struct next_row *row, int64_t n)
{
	menu_add(items, (struct menu_item){ .title = next_text(&items->frame->fresh, row, n),
					    .right = text_of(row->where),
					    .mark = row->quiet ? GLYPH_NOTE : GLYPH_WARN,
					    .ink = row->quiet ? INK_TEXT : INK_WARN,
					    .total = -1,
					    .open = row->open,
					    .arg = next_arg(row) });
}

static enum rc home_next(struct frame *f, struct menu_items *items, const struct board *board)
{
	menu_heading(items, _("What next"));
	size_t before = items->n;
	for (size_t i = 0; i < next_count; i++) {
		int64_t n = 0;

		if (next_find(f, &next_rows[i], board, &n) != RC_OK)
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

static enum rc home_load(struct frame *f, struct menu_items *items)
{
	const struct school *school = app_school(desk_app(f));
	char year[12];
	struct board board;
	enum rc rc = board_load(desk_store(f), desk_year(f), &board);

	if (rc != RC_OK)
		return rc;
	frame_title(f, _("Mentoring · %s · %s"),
		    *school->short_name ? school->short_name : school->name,
		    year_name(desk_year(f), year));
	rc = home_stages(f, items, &board);
	return rc == RC_OK ? home_next(f, items, &board) : rc;
}

/* Who reads only is told why, once, at the door. */
static enum rc home_init(struct frame *f)
{
	if (app_readonly(desk_app(f)))
		ui_say(f->ui, "%s", app_readonly_why(desk_app(f)));
	return RC_OK;
}

static const struct menu_spec home_menu = {
	.title = N_("Stage"),
	.column = { [HOME_BAR] = { .title = N_("Done so far"), .width = 7, .bar = true },
		    [HOME_FACT] = { .title = "", .width = 25 } },
	.load = home_load,
};

/* The key bar of the board: what is needed daily, one key away. */
static const struct action home_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Import"),
	  .title = N_("Bring in a table"),
	  .help = N_("Class lists, mentees and mentors from a CSV table."),
	  .enabled = desk_writable,
	  .open = &import_view },
	{ .key = K_F(3),
	  .label = N_("People"),
	  .title = N_("List of the school"),
	  .open = &people_view },
	{ .key = K_F(4),
	  .label = N_("Books"),
	  .title = N_("Reference books"),
	  .open = &books_view },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Order and pair list"),
	  .open = &papers_view },
	{ .key = K_F(6),
	  .label = N_("History"),
	  .title = N_("History of changes"),
	  .open = &history_view },
	{ .title = N_("Rules of forming pairs"), .open = &rules_view },
	{ .title = N_("Save a copy of the file"),
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
	.help = N_("The board of the school year: its seven stages and what the data say should be "
		   "done "
		   "next. A digit opens a stage, Enter the line under the cursor."),
	.init = home_init,
	.place = true,
};
