/* The curator's cards of the year: nine criteria, their sum, the verdict, and how it went from one
 * card to the next. */
#include "nastavnik/app/cards.h"

#include <string.h>

#include "cells.h"
#include "screens.h"
#include "surveys.h"

enum { CARDS_DATE, CARDS_SUM, CARDS_BAR, CARDS_VERDICT, CARDS_N };
enum { BAR_WIDTH = 18, POINTS_WIDTH = 4, CARDS_PANE = 11 };

static const struct list_column cards_columns[] = {
	[CARDS_DATE] = { N_("Filled in on"), .width = 12, .unsorted = true },
	[CARDS_SUM] = { N_("Sum"), .width = -8, .unsorted = true },
	[CARDS_BAR] = { N_("0 … 18"), .width = BAR_WIDTH, .unsorted = true },
	[CARDS_VERDICT] = { N_("Level"), .width = 24, .grow = 1, .unsorted = true },
	{ 0 },
};

struct cards_desk {
	struct cells cells;
	struct cards cards;
};

static const struct card *card_at(const struct frame *f, size_t row)
{
	return &((const struct cards_desk *)f->data)->cards.row[row];
}

static const struct verdict_ink {
	enum ink ink;
	const char *sign;
} verdict_inks[] = {
	[CARD_OPEN] = { INK_DIM, "" },
	[CARD_LOW] = { INK_BAD, GLYPH_WARN " " },
	[CARD_MIDDLE] = { INK_WARN, GLYPH_NOTE " " },
	[CARD_HIGH] = { INK_GOOD, GLYPH_OK " " },
};

static const char *verdict_text(struct arena *a, const struct card_result *card)
{
	if (card->verdict == CARD_OPEN)
		return arena_printf(a, _("%s: %zu of %d criteria"),
				    card_verdict_name(card->verdict), card->answered,
				    CARD_CRITERIA);
	return arena_printf(a, "%s%s (%s)", verdict_inks[card->verdict].sign,
			    card_verdict_name(card->verdict), card_verdict_range(card->verdict));
}

static void row_show(struct frame *f, struct cards_desk *desk, size_t at)
{
	const struct card *card = &desk->cards.row[at];
	enum ink ink = verdict_inks[card->result.verdict].ink;

	cells_set(&desk->cells, at, CARDS_DATE, INK_TEXT, card->name);
	cells_set(&desk->cells, at, CARDS_SUM, INK_TEXT,
		  arena_printf(&f->fresh, "%lld", (long long)card->result.sum));
	cells_set(&desk->cells, at, CARDS_BAR, ink,
		  bar_text(&f->fresh, BAR_WIDTH, card->result.sum, CARD_MOST));
	cells_set(&desk->cells, at, CARDS_VERDICT, ink, verdict_text(&f->fresh, &card->result));
}

static enum rc cards_read(struct frame *f, const struct list_query *query, size_t *n)
{
	struct cards_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	enum rc rc = cards_load(desk_app(f), &f->fresh, &desk->cards);

	(void)query;
	if (rc)
		return rc;
	*n = desk->cards.n;
	desk->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	cells_page(&desk->cells, &f->fresh, CARDS_N, 0, *n);
	for (size_t i = 0; i < *n; i++) {
		desk->cells.ids.row[i] = desk->cards.row[i].sheet;
		row_show(f, desk, i);
	}
	f->data = desk;
	return RC_OK;
}

/* By criterion, and what it was on the card before. */
static void cards_pane(struct frame *f, struct lines *lines, size_t row)
{
	const struct cards_desk *desk = f->data;
	const struct card *card = card_at(f, row), *before = row ? card_at(f, row - 1) : NULL;

	lines_add(lines, INK_HEADING, "%s",
		  before ? arena_printf(lines->arena,
					_("By criterion; in brackets on the card of %s"),
					before->name)
			 : _("By criterion"));
	for (size_t i = 0; i < CARD_CRITERIA && *desk->cards.criterion[i]; i++) {
		int64_t point = card->point[i];
		struct chart_bar bar = { .value = point == FIELD_NOTHING ? 0 : point,
					 .text = desk->cards.criterion[i],
					 .ink = point == 0 ? INK_WARN : INK_TEXT };

		bar.label = point == FIELD_NOTHING
				    ? "–"
				    : arena_printf(lines->arena, "%lld", (long long)point);
		if (before && before->point[i] != FIELD_NOTHING)
			bar.label = arena_printf(lines->arena, "%s (%lld)", bar.label,
						 (long long)before->point[i]);
		lines_chart(lines, POINTS_WIDTH, CARD_CRITERION_MOST, &bar, 1);
	}
}

static const char *cards_status(struct frame *f, struct arena *a, size_t row)
{
	const struct card *card = card_at(f, row);

	if (card->result.verdict == CARD_OPEN)
		return _("The level is told when all nine criteria are answered.");
	return arena_printf(a, _("The sum is %lld of %d: %s."), (long long)card->result.sum,
			    CARD_MOST, card_verdict_name(card->result.verdict));
}

static bool has_survey(struct frame *f)
{
	const struct cards_desk *desk = f->data;

	return action_needs(f, desk->cards.survey.head.id != 0,
			    N_("The year has no questionnaire “The curator's card”."));
}

static unsigned cards_sheets(struct frame *f)
{
	const struct cards_desk *desk = f->data;

	return view_push(f, &survey_sheets_view, desk_id_arg(f, desk->cards.survey.head.id));
}

static bool may_type(struct frame *f)
{
	return has_survey(f) && desk_writable(f);
}

static bool may_mend(struct frame *f)
{
	return list_has_row(f) && may_type(f);
}

static unsigned card_new(struct frame *f)
{
	const struct cards_desk *desk = f->data;

	return sheet_type(f, (struct sheet_arg){ .survey = desk->cards.survey.head.id });
}

static unsigned card_mend(struct frame *f)
{
	const struct cards_desk *desk = f->data;

	return sheet_type(f, (struct sheet_arg){ .survey = desk->cards.survey.head.id,
						 .sheet = list_current(f) });
}

static unsigned cards_print(struct frame *f)
{
	return paper_show(f, "curator_card", list_current(f), card_at(f, list_row(f))->name);
}

static const struct action cards_actions[] = {
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A new card"),
	  .enabled = may_type,
	  .run = card_new },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("Mend the card"),
	  .enabled = may_mend,
	  .run = card_mend },
	{ .key = K_F(3),
	  .label = N_("The sheets"),
	  .title = N_("The sheets: print one, delete one"),
	  .enabled = has_survey,
	  .run = cards_sheets },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("The card as a paper"),
	  .enabled = list_has_row,
	  .run = cards_print },
	{ 0 },
};

static const struct list_spec cards_list = {
	.columns = cards_columns,
	.load = cards_read,
	.id = cells_id,
	.cell = cells_cell,
	.status = cards_status,
	.pane = cards_pane,
	.pane_rows = CARDS_PANE,
	.no_marks = true,
	.empty = N_("No card has been filled in this year yet: Ins types one."),
};

const struct view cards_view = {
	.name = "cards",
	.title = N_("The curator's cards"),
	.kind = &list_kind,
	.spec = &cards_list,
	.actions = cards_actions,
	.help = N_("The curator rates the programme by nine criteria, 0, 1 or 2 points each: "
		   "15–18 points are the optimal level, 9–14 the admissible one, 0–8 are not "
		   "admissible. Only when all nine are answered is a level told. Several cards a "
		   "year show how it goes; below stands each criterion, in brackets what it was on "
		   "the card before. F5 prints a card."),
	.place = true,
	.seldom = true,
};
