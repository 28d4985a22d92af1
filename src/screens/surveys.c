/* The questionnaires of the year, how far each has come, and the doors to all that is done with
 * them. */
#include "surveys.h"

#include <string.h>

#include "cells.h"
#include "nastavnik/model/keying.h"
#include "packets.h"
#include "questionnaires.h"
#include "screens.h"

enum { SURVEYS_NAME, SURVEYS_WHOSE, SURVEYS_ASKED, SURVEYS_ENTERED, SURVEYS_CHECKED, SURVEYS_N };

static const struct list_column surveys_columns[] = {
	[SURVEYS_NAME] = { N_("Questionnaire"), .width = 42, .grow = 1 },
	[SURVEYS_WHOSE] = { N_("Who answers"), .width = 20, .grow = 2, .drop = 3 },
	[SURVEYS_ASKED] = { N_("To answer"), .width = -5, .drop = 2 },
	[SURVEYS_ENTERED] = { N_("Entered"), .width = -7 },
	[SURVEYS_CHECKED] = { N_("Verified"), .width = -7, .drop = 1 },
	{ 0 },
};

struct surveys_row {
	const struct survey_state *state;
	const char *whose;
};

struct surveys {
	struct cells cells;
	struct surveys_row *row;
};

static const struct surveys_row *row_at(const struct frame *f, size_t row)
{
	return &((const struct surveys *)f->data)->row[row];
}

const struct survey_state *survey_current(struct frame *f)
{
	return list_has_row(f) ? row_at(f, list_row(f))->state : NULL;
}

/* «наставляемые · ученик – ученик»; of whom there is no telling, when it is filled in. */
static const char *whose_text(struct frame *f, const struct survey *s)
{
	const char *role = choice_name(desk_choices(f, "survey_role"), s->role);
	const char *form = choice_name(desk_choices(f, "form"), s->form);

	if (!*role && !*form)
		return choice_name(desk_choices(f, "survey_kind"), s->kind);
	return arena_printf(&f->fresh, "%s%s%s", role, *role && *form ? " · " : "", form);
}

static int by_name(const void *a, const void *b)
{
	return cells_by_text(((const struct surveys_row *)a)->state->survey.name,
			     ((const struct surveys_row *)b)->state->survey.name);
}

#define BY_COUNT(name, member)                                              \
	static int name(const void *a, const void *b)                       \
	{                                                                   \
		int64_t x = ((const struct surveys_row *)a)->state->member; \
		int64_t y = ((const struct surveys_row *)b)->state->member; \
                                                                            \
		return (x > y) - (x < y);                                   \
	}

BY_COUNT(by_asked, asked)
BY_COUNT(by_entered, entered.sheets)
BY_COUNT(by_checked, entered.checked)

static cells_order *const surveys_order[] = {
	[SURVEYS_NAME] = by_name,   [SURVEYS_WHOSE] = NULL, /* as they were read */
	[SURVEYS_ASKED] = by_asked, [SURVEYS_ENTERED] = by_entered, [SURVEYS_CHECKED] = by_checked,
};

/* Those that somebody answers, those of forms that the school has nobody in, those that are not
 * given out any more. */
enum group { GROUP_ALIVE, GROUP_NOBODY, GROUP_HIDDEN, GROUPS };

static enum group group_of(const struct survey_state *s)
{
	bool by_name = s->survey.kind == SURVEY_PEOPLE || s->survey.kind == SURVEY_FIT;

	if (s->survey.hidden)
		return GROUP_HIDDEN;
	return by_name && !s->asked && !s->entered.sheets ? GROUP_NOBODY : GROUP_ALIVE;
}

static size_t rows_take(struct frame *f, const struct survey_states *all, enum group group,
			const struct list_query *query, struct surveys_row *row)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct survey *s = &all->row[i].survey;
		const char *whose = whose_text(f, s);

		if (group_of(&all->row[i]) == group &&
		    cells_found(&f->fresh, query, arena_printf(&f->fresh, "%s %s", s->name, whose)))
			row[n++] = (struct surveys_row){ &all->row[i], whose };
	}
	cells_sort(&f->fresh, row, n, sizeof(*row), surveys_order, query);
	return n;
}

static enum rc surveys_read(struct frame *f, const struct list_query *query, size_t *n)
{
	struct surveys *list = arena_alloc(&f->fresh, sizeof(*list));
	struct survey_states all;
	enum rc rc = surveys_load(desk_app(f), &f->fresh, &all);

	if (rc)
		return rc;
	list->row = ARENA_NEW(&f->fresh, struct surveys_row, all.n);
	*n = 0;
	for (int group = 0; group < GROUPS; group++)
		*n += rows_take(f, &all, (enum group)group, query, list->row + *n);
	list->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		list->cells.ids.row[i] = list->row[i].state->survey.head.id;
	f->data = list;
	return RC_OK;
}

static const char *number_text(struct arena *a, int64_t n)
{
	return n ? arena_printf(a, "%lld", (long long)n) : "";
}

static void row_show(struct surveys *list, struct arena *page, size_t at)
{
	const struct surveys_row *row = &list->row[at];
	const struct survey_state *s = row->state;
	bool whole = s->asked && s->entered.people >= s->asked;
	enum ink plain = group_of(s) == GROUP_ALIVE ? INK_TEXT : INK_DIM;
	const char *name = s->survey.name;

	if (s->survey.hidden)
		name = arena_printf(page, _("%s (not given out)"), name);
	cells_set(&list->cells, at, SURVEYS_NAME, plain, name);
	cells_set(&list->cells, at, SURVEYS_WHOSE, plain, row->whose);
	cells_set(&list->cells, at, SURVEYS_ASKED, plain, number_text(page, s->asked));
	cells_set(&list->cells, at, SURVEYS_ENTERED, whole ? INK_GOOD : plain,
		  arena_printf(page, "%s%s", whole ? GLYPH_OK " " : "",
			       number_text(page, s->entered.sheets)));
	cells_set(&list->cells, at, SURVEYS_CHECKED, plain, number_text(page, s->entered.checked));
}

static enum rc surveys_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct surveys *list = f->data;

	cells_page(&list->cells, page, SURVEYS_N, first, n);
	for (size_t i = first; i < first + n; i++)
		row_show(list, page, i);
	return RC_OK;
}

static const char *surveys_status(struct frame *f, struct arena *a, size_t row)
{
	const struct survey_state *s = row_at(f, row)->state;

	if (s->entered.disputed)
		return arena_printf(a,
				    ngettext("%lld sheet has come twice with other answers: F9.",
					     "%lld sheets have come twice with other answers: "
					     "F9.",
					     (unsigned long)s->entered.disputed),
				    (long long)s->entered.disputed);
	if (group_of(s) == GROUP_NOBODY)
		return _("Nobody of the bases takes part in this form of mentoring.");
	if (s->asked)
		return arena_printf(a,
				    _("Entered %lld of %lld. F2 types sheets, Enter shows "
				      "them."),
				    (long long)s->entered.people, (long long)s->asked);
	return _("F2 types sheets, Enter shows those that are typed.");
}

unsigned survey_list_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

const char *sheet_name(const char *code, const char *name)
{
	return strcmp(code, name) != 0 ? name : "";
}

unsigned sheet_type(struct frame *f, struct sheet_arg what)
{
	struct sheet_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = what;
	return view_push(f, &sheet_view, arg);
}

const char *sheet_draft_name(struct frame *f, const struct draft *draft)
{
	struct arena *a = &f->fresh;
	struct survey_items items;
	struct survey survey;
	struct sheet head;

	if (!keying_head(a, draft->text, &head) ||
	    survey_get(desk_app(f), a, head.survey, &survey, &items) != RC_OK)
		return "";
	return arena_printf(a, "%s · %s",
			    head.participation ? sheet_label(desk_app(f), a, &head)
					       : _("new sheet"),
			    survey.name);
}

unsigned sheet_draft_open(struct frame *f, const struct draft *draft)
{
	return sheet_type(f, (struct sheet_arg){ .survey = keying_survey(draft->text),
						 .sheet = draft->record,
						 .second = !strcmp(draft->form, "sheet2") });
}

static unsigned surveys_open(struct frame *f)
{
	return view_push(f, &survey_sheets_view, desk_id_arg(f, list_current(f)));
}

/* What nobody answers under his name shows all that are being collected. */
static unsigned surveys_unanswered(struct frame *f)
{
	const struct survey_state *state = survey_current(f);

	return view_push(f, &unanswered_view,
			 survey_is_by_name(&state->survey) ? desk_id_arg(f, list_current(f))
							   : NULL);
}

static unsigned surveys_import(struct frame *f)
{
	return answers_import(f, list_current(f));
}

static unsigned surveys_type(struct frame *f)
{
	return sheet_type(f, (struct sheet_arg){ .survey = list_current(f) });
}

static bool surveys_may_type(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

/* A card is the curator's own word: its sum and level are its result. */
static unsigned surveys_results(struct frame *f)
{
	if (survey_current(f)->survey.kind == SURVEY_CARD)
		return view_push(f, &cards_view, NULL);
	return view_push(f, &survey_results_view, desk_id_arg(f, list_current(f)));
}

static unsigned surveys_packet(struct frame *f)
{
	return packet_give_open(f, list_current(f));
}

static const struct action surveys_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Typing"),
	  .title = N_("Type sheets of paper"),
	  .help = N_("One key an answer; each is kept at once."),
	  .enabled = surveys_may_type,
	  .run = surveys_type },
	{ .key = K_F(3),
	  .label = N_("Results"),
	  .title = N_("Results of the questionnaire"),
	  .enabled = list_has_row,
	  .run = surveys_results },
	{ .key = K_ENTER,
	  .label = N_("Its sheets"),
	  .title = N_("Sheets of the questionnaire"),
	  .enabled = list_has_row,
	  .run = surveys_open },
	{ .key = K_F(4),
	  .label = N_("Questions"),
	  .title = N_("Questions: change, add, move"),
	  .enabled = list_has_row,
	  .run = survey_items_open },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print blanks, codes or this list"),
	  .enabled = list_has_row,
	  .run = survey_print },
	{ .title = N_("Who has not answered"),
	  .help = N_("By class, to be printed: the questionnaire under the cursor, and others."),
	  .enabled = list_has_row,
	  .run = surveys_unanswered },
	{ .title = N_("Give it out as a packet, to be typed elsewhere"),
	  .help = N_("The questionnaire as one file, with codes only or with names."),
	  .enabled = surveys_may_type,
	  .run = surveys_packet },
	{ .title = N_("Packets: what is out, take one back"), .open = &packets_view },
	{ .title = N_("Differing answers"),
	  .help = N_("Sheets that came twice with different answers: the paper decides."),
	  .open = &disputes_view },
	{ .title = N_("Bring in answers of a web form"),
	  .help = N_("Answers from the table of a web form: respondents by code or name, a column "
		     "a question. What differs from a sheet that is there is kept beside it."),
	  .enabled = surveys_may_type,
	  .run = surveys_import },
	{ .title = N_("Name, words above the questions, second entry…"),
	  .enabled = list_has_row,
	  .run = survey_facts },
	{ .title = N_("Copy the questionnaire, to change the copy"),
	  .enabled = survey_changeable,
	  .run = survey_copy_make },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the questionnaire"),
	  .help = N_("Only one that was not answered; others can be hidden."),
	  .enabled = survey_changeable,
	  .run = survey_delete },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A new questionnaire"),
	  .enabled = desk_writable,
	  .run = survey_new },
	{ 0 },
};

/* A year that was opened when there were no questionnaires gets them here. */
static enum rc surveys_init(struct frame *f)
{
	return surveys_complete(desk_app(f));
}

static const struct list_spec surveys_list = {
	.columns = surveys_columns,
	.sort = SURVEYS_WHOSE,
	.load = surveys_read,
	.id = cells_id,
	.fetch = surveys_fetch,
	.cell = cells_cell,
	.status = surveys_status,
	.empty = N_("The year has no questionnaires yet."),
	.no_marks = true,
};

const struct view surveys_view = {
	.name = "surveys",
	.title = N_("Questionnaires"),
	.kind = &list_kind,
	.spec = &surveys_list,
	.actions = surveys_actions,
	.init = surveys_init,
	.help = N_("The questionnaires of the year: how many people are asked, how many sheets "
		   "have been entered, how many of them were typed a second time. Enter shows the "
		   "sheets; F9 has all that is done with a questionnaire."),
	.place = true,
};
