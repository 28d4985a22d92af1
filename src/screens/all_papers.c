/* The catalogue: every paper the program makes, by stage, for whom, and the school's own texts. */
#include "cells.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/ui/dialog.h"
#include "papers.h"

enum { PAPER_STAGE, PAPER_TITLE, PAPER_WHOM, PAPER_OWN, PAPER_COLUMNS };

static const struct list_column paper_columns[] = {
	[PAPER_STAGE] = { N_("Stage"), .width = 5, .unsorted = true },
	[PAPER_TITLE] = { N_("Paper"), .width = 40, .grow = 3, .unsorted = true },
	[PAPER_WHOM] = { N_("What it is made for"), .width = 19, .unsorted = true },
	[PAPER_OWN] = { N_("Text"), .width = 6, .drop = 1, .unsorted = true },
	{ 0 },
};

/* Ids are places in the catalogue, from 1. */
static const struct paper *paper_row(const struct frame *f, size_t row)
{
	const struct cells *cells = f->data;

	return paper_at((size_t)cells->ids.row[row] - 1);
}

static const char *paper_whom(const struct paper *paper)
{
	return paper->of ? text_of(paper->of->name) : _("the year");
}

/* arg: const int *, the stage whose papers are looked for; NULL: none. */
static enum rc papers_init(struct frame *f)
{
	const int *stage = f->arg;
	const struct paper *paper;

	for (size_t i = 0; stage && (paper = paper_at(i)) != NULL; i++) {
		if (paper->stage >= *stage) {
			list_select(f, (int64_t)i + 1);
			list_lift(f, 0);
			break;
		}
	}
	return RC_OK;
}

static enum rc papers_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct cells *cells = arena_alloc(&f->fresh, sizeof(*cells));
	const struct paper *paper;
	size_t cap = 0, found = 0;
	int64_t *ids = NULL;

	for (size_t i = 0; (paper = paper_at(i)) != NULL; i++) {
		const char *text =
			arena_printf(&f->fresh, "%s %s", text_of(paper->title), paper_whom(paper));

		if (!cells_found(&f->fresh, query, text))
			continue;
		ids = arena_grow(&f->fresh, ids, found, &cap, sizeof(*ids));
		ids[found++] = (int64_t)i + 1;
	}
	cells->ids = (struct ids){ ids, found };
	f->data = cells;
	*n = found;
	return RC_OK;
}

static enum rc papers_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct cells *cells = f->data;

	cells_page(cells, page, PAPER_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct paper *paper = paper_row(f, i);
		bool own;

		paper_own_path(desk_app(f), page, paper, &own);
		cells_set(cells, i, PAPER_STAGE, INK_DIM, arena_printf(page, "%d", paper->stage));
		cells_set(cells, i, PAPER_TITLE, INK_TEXT, text_of(paper->title));
		cells_set(cells, i, PAPER_WHOM, INK_DIM, paper_whom(paper));
		cells_set(cells, i, PAPER_OWN, INK_GOOD, own ? _("own") : "");
	}
	return RC_OK;
}

static const char *papers_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	(void)f, (void)found;
	return arena_printf(a, ngettext("%zu paper", "%zu papers", (unsigned long)n), n);
}

static const char *papers_status(struct frame *f, struct arena *a, size_t row)
{
	bool own;
	const char *path = paper_own_path(desk_app(f), a, paper_row(f, row), &own);

	if (own)
		return arena_printf(a, _("Text of the school: %s"), paths_short(a, path));
	return _("Enter shows the paper, F5 prints or saves it. Letters find it by name.");
}

static void papers_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct paper *paper = paper_row(f, row);
	bool own;
	const char *path = paper_own_path(desk_app(f), &f->fresh, paper, &own);

	lines_text(lines, INK_TITLE, text_of(paper->title));
	lines_pair(lines, _("Made for:"), paper_whom(paper));
	lines_pair(lines, _("Files:"),
		   paper->flags & PAPER_ODT ? _("PDF, text, ODT to be edited") : _("PDF, text"));
	lines_pair(lines, _("Blank:"), paper->flags & PAPER_BLANK ? _("yes") : _("no"));
	lines_pair(lines, _("Text:"), own ? paths_short(&f->fresh, path) : _("of the methodology"));
	lines_pair(lines, _("Without a screen:"),
		   arena_printf(&f->fresh, "nastavnik print %s", paper->name));
}

/* For whom */

enum { PICK_ALL, PICK_BLANK, PICK_MANY }; /* what may stand before the names */

typedef unsigned paper_use(struct frame *f, const struct paper_shown *shown);

struct paper_pick {
	const struct paper *paper;
	paper_use *use;               /* what is to be done with it */
	struct choices choices;       /* whom it can be made for */
	int64_t first[PICK_MANY + 1]; /* id of the row before the names; 0: it is not there */
};

static unsigned whom_picked(struct frame *f, struct ids ids, void *data)
{
	const struct paper_pick *pick = data;
	struct paper_shown shown = { .wish.paper = pick->paper, .whom = "" };

	if (!ids.n)
		return UI_TAKEN;
	if (ids.row[0] == pick->first[PICK_ALL]) {
		shown.whom = _("for all");
	} else if (ids.row[0] == pick->first[PICK_BLANK]) {
		shown.whom = _("a blank");
		shown.wish.blank = true;
	} else {
		const struct choice *choice =
			&pick->choices.row[ids.row[0] - pick->first[PICK_MANY]];

		shown.wish.ids = (struct ids){ desk_id_arg(f, choice->id), 1 };
		shown.whom = choice->name;
	}
	return pick->use(f, &shown);
}

/* Those that a paper for all is made for: not the pairs that have ended. */
static size_t choices_open(const struct choices *choices)
{
	size_t n = 0;

	for (size_t i = 0; i < choices->n; i++)
		n += !choices->row[i].hidden;
	return n;
}

static const char *choice_title(struct arena *a, const struct choice *choice)
{
	return choice->hidden ? arena_printf(a, _("%s (ended)"), choice->name) : choice->name;
}

static unsigned whom_ask(struct frame *f, const struct paper *paper, paper_use *use)
{
	struct arena *a = &f->arena;
	struct paper_pick *pick = arena_alloc(a, sizeof(*pick));
	struct choice *choice;
	size_t n = 0;

	pick->paper = paper;
	pick->use = use;
	if (paper_choices(desk_app(f), paper, a, &pick->choices) != RC_OK)
		return ui_fault(f->ui);
	if (!pick->choices.n && !(paper->flags & PAPER_BLANK)) {
		err_set(RC_NOT_FOUND, _("There is nothing yet to make this paper for."));
		return ui_fault(f->ui);
	}
	choice = ARENA_NEW(a, struct choice, pick->choices.n + PICK_MANY);
	if (choices_open(&pick->choices)) {
		choice[n] = (struct choice){
			.code = "",
			.name = arena_printf(a, _("For all: %zu"), choices_open(&pick->choices)),
		};
		pick->first[PICK_ALL] = choice[n].id = (int64_t)n + 1;
		n++;
	}
	if (paper->flags & PAPER_BLANK) {
		choice[n] = (struct choice){ .code = "",
					     .name = _("A blank, to be filled in by hand") };
		pick->first[PICK_BLANK] = choice[n].id = (int64_t)n + 1;
		n++;
	}
	pick->first[PICK_MANY] = (int64_t)n + 1;
	for (size_t i = 0; i < pick->choices.n; i++, n++)
		choice[n] = (struct choice){ .id = (int64_t)n + 1,
					     .code = "",
					     .name = choice_title(a, &pick->choices.row[i]) };
	return dialog_pick(f, &(struct picker){ .title = text_of(paper->title),
						.choices = { choice, n },
						.picked = whom_picked,
						.data = pick });
}

static unsigned row_use(struct frame *f, paper_use *use)
{
	const struct paper *paper = paper_row(f, list_row(f));

	if (paper->of)
		return whom_ask(f, paper, use);
	return use(f, &(struct paper_shown){ .wish.paper = paper, .whom = "" });
}

static unsigned papers_open(struct frame *f)
{
	return row_use(f, paper_open);
}

static unsigned papers_send(struct frame *f)
{
	return row_use(f, paper_send);
}

/* Texts of the school's own */

static bool papers_has_own(struct frame *f)
{
	struct arena a = { 0 };
	bool own = false;

	if (list_has_row(f))
		paper_own_path(desk_app(f), &a, paper_row(f, list_row(f)), &own);
	arena_done(&a);
	return action_needs(f, own, N_("This paper has no text of your own."));
}

static unsigned papers_own_make(struct frame *f)
{
	const struct paper *paper = paper_row(f, list_row(f));
	const char *path = paper_own_path(desk_app(f), &f->fresh, paper, NULL);

	if (paper_own_make(desk_app(f), paper) != RC_OK)
		return ui_fault(f->ui);
	return dialog_message(
		       f, text_of(paper->title),
		       arena_printf(&f->arena,
				    _("A copy of the paper's text lies here:\n%s\nChange its words "
				      "in any text editor and save: from then on the paper is made "
				      "by it. What the signs mean is told by how.txt beside it."),
				    paths_short(&f->arena, path))) |
	       UI_RELOAD;
}

static unsigned papers_own_drop(struct frame *f)
{
	if (paper_own_drop(desk_app(f), paper_row(f, list_row(f))) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, "%s",
	       _("The paper has the methodology's text again; yours is put aside (.old)."));
	return UI_TAKEN | UI_RELOAD;
}

static const struct action papers_actions[] = {
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Show"),
	  .title = N_("Show the paper"),
	  .enabled = list_has_row,
	  .run = papers_open },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the paper, or save it as a file"),
	  .enabled = list_has_row,
	  .run = papers_send },
	{ .key = K_F(4),
	  .label = N_("Words"),
	  .title = N_("A text of your own for this paper"),
	  .help = N_("Puts a copy of the paper's text beside the school's file, to be changed in "
		     "any text editor."),
	  .enabled = list_has_row,
	  .run = papers_own_make },
	{ .title = N_("The methodology's text again"),
	  .help = N_("The text of your own is put aside, not deleted."),
	  .enabled = papers_has_own,
	  .run = papers_own_drop },
	{ .title = N_("Number, date, term of the order"), .open = &paper_facts_view },
	{ 0 },
};

static const struct list_spec papers_list = {
	.columns = paper_columns,
	.load = papers_load,
	.id = cells_id,
	.fetch = papers_fetch,
	.cell = cells_cell,
	.count = papers_count,
	.status = papers_status,
	.card = papers_card,
	.empty = N_("No paper is called so."),
	.no_marks = true,
};

const struct view all_papers_view = {
	.name = "all-papers",
	.title = N_("All papers of the school"),
	.kind = &list_kind,
	.spec = &papers_list,
	.actions = papers_actions,
	.init = papers_init,
	.help = N_(
		"Every paper that the program makes, by the stages of the year. Type a part of "
		"the name. A paper is seen on the screen first; what is made for a person, a "
		"pair or a class asks for whom – for one, for all in one document, or as a blank "
		"to be filled in by hand. The words of a paper can be the school's own: F4."),
	.place = true,
};
