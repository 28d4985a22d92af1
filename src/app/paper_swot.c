/* What the year comes to, on paper: the SWOT board, the curator's cards. No names. */
#include "nastavnik/app/cards.h"
#include "nastavnik/app/swot.h"
#include "nastavnik/print/doc.h"
#include "paper.h"

/* The SWOT board: two parts side by side, two rows of them */

/* Columns of the table. */
enum { SIDES = 2 };

static const char *line_text(const struct paper_work *w, struct arena *a, const struct swot *line)
{
	const char *form = line->form ? book_item_name(&w->app->books, line->form) : "";

	return arena_printf(a, "– %s%s%s%s", line->name, *form ? " (" : "", form, *form ? ")" : "");
}

/* All lines of a part that are on the board, one below the other. */
static const char *part_text(const struct paper_work *w, struct arena *a, const struct swots *lines,
			     int64_t part)
{
	const char *text = "";

	for (size_t i = 0; i < lines->n; i++) {
		const struct swot *line = &lines->row[i];

		if (line->part == part && line->state == SWOT_TAKEN)
			text = arena_printf(a, "%s%s%s", text, *text ? "\n" : "",
					    line_text(w, a, line));
	}
	return *text ? text : "–";
}

static void bases_fill(struct scope *s, const struct swots *lines)
{
	struct scope_table *table = scope_table(s, "bases|основания");

	for (size_t i = 0; i < lines->n; i++) {
		const struct swot *line = &lines->row[i];

		if (line->state != SWOT_TAKEN || !*line->basis)
			continue;
		struct scope *row = scope_row(table);
		scope_text(row, "line|строка", line->name);
		scope_text(row, "basis|основание", line->basis);
	}
	scope_flag(s, "has_bases|есть_основания", table->rows > 0);
}

static enum rc swot_fill(const struct paper_work *w, struct scope *s)
{
	static const char *const title[SWOT_PARTS] = { "СИЛЬНЫЕ СТОРОНЫ", "СЛАБЫЕ СТОРОНЫ",
						       "ВОЗМОЖНОСТИ", "УГРОЗЫ" };
	struct scope_table *parts = scope_table(s, "parts|части");
	struct swot_board board;
	enum rc rc = swot_load(w->app, s->arena, (struct swot_wish){ 0 }, &board);

	if (!rc && !board.taken)
		return err_set(RC_NOT_FOUND, _("Nothing is on the SWOT board yet: take what is "
					       "proposed, or write your own."));
	for (int64_t part = 1; !rc && part <= SWOT_PARTS; part += SIDES) {
		struct scope *row = scope_row(parts);

		scope_text(row, "left_title|слева", title[part - 1]);
		scope_text(row, "right_title|справа", title[part]);
		scope_text(row, "left|текст_слева", part_text(w, s->arena, &board.lines, part));
		scope_text(row, "right|текст_справа",
			   part_text(w, s->arena, &board.lines, part + 1));
	}
	if (!rc)
		bases_fill(s, &board.lines);
	return rc;
}

/* The curator's card */

static enum rc cards_begin(const struct app *app, struct arena *a, void **data)
{
	struct cards *cards = ARENA_NEW(a, struct cards, 1);
	enum rc rc = cards_load(app, a, cards);

	if (!rc)
		*data = cards;
	return rc;
}

static enum rc cards_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct cards cards;
	struct choice *row;
	enum rc rc = cards_load(app, a, &cards);

	if (rc)
		return rc;
	row = ARENA_NEW(a, struct choice, cards.n);
	for (size_t i = 0; i < cards.n; i++)
		row[i] = (struct choice){ .id = cards.row[i].sheet,
					  .code = "",
					  .name = cards.row[i].name };
	*out = (struct choices){ row, cards.n };
	return RC_OK;
}

static const struct paper_subject of_card = { N_("a curator's card"), cards_list };

/* Russian whatever the interface speaks. */
static const char *const verdict_words[] = {
	[CARD_OPEN] = "",
	[CARD_LOW] = "недопустимый уровень (0–8 баллов)",
	[CARD_MIDDLE] = "допустимый уровень (9–14 баллов)",
	[CARD_HIGH] = "оптимальный уровень (15–18 баллов)",
};

static const char *points_bar(struct arena *a, int64_t points, int64_t most)
{
	return points == FIELD_NOTHING ? "" : doc_bar(a, (int)(points * DOC_BAR_WHOLE / most));
}

static void criteria_fill(struct scope *s, const struct cards *cards, const struct card *card)
{
	struct scope_table *table = scope_table(s, "criteria|критерии");

	for (size_t i = 0; i < CARD_CRITERIA && *cards->criterion[i]; i++) {
		struct scope *row = scope_row(table);

		scope_text(row, "criterion|критерий", cards->criterion[i]);
		scope_number(row, "points|баллы", card->point[i]);
		scope_text(row, "bar|полоса",
			   points_bar(s->arena, card->point[i], CARD_CRITERION_MOST));
	}
}

static void trend_fill(struct scope *s, const struct cards *cards)
{
	struct scope_table *table = scope_table(s, "trend|ход");

	for (size_t i = 0; i < cards->n; i++) {
		const struct card *card = &cards->row[i];
		struct scope *row = scope_row(table);

		scope_date(row, "date|дата", card->filled_on);
		scope_number(row, "sum|сумма", card->result.sum);
		scope_text(row, "bar|полоса", points_bar(s->arena, card->result.sum, CARD_MOST));
		scope_text(row, "verdict|уровень", verdict_words[card->result.verdict]);
	}
	scope_flag(s, "has_trend|есть_ход", cards->n > 1);
}

static enum rc card_fill(const struct paper_work *w, struct scope *s)
{
	const struct cards *cards = w->data;
	const struct card *card = NULL;

	for (size_t i = 0; i < cards->n; i++)
		if (cards->row[i].sheet == w->id)
			card = &cards->row[i];
	if (!card)
		return err_set(RC_NOT_FOUND,
			       _("No curator's card has been filled in this year yet: it is typed "
				 "in among the questionnaires."));
	scope_date(s, "date|дата", card->filled_on);
	scope_number(s, "sum|сумма", card->result.sum);
	scope_text(s, "verdict|уровень", verdict_words[card->result.verdict]);
	criteria_fill(s, cards, card);
	trend_fill(s, cards);
	return RC_OK;
}

static const struct paper rows[] = {
	{ .name = "swot",
	  .title = N_("SWOT of the mentoring programme"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .fill = swot_fill },
	{ .name = "curator_card",
	  .title = N_("The curator's card"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .of = &of_card,
	  .begin = cards_begin,
	  .fill = card_fill },
};

const struct papers swot_papers = PAPERS(rows);
