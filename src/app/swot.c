#include "nastavnik/app/swot.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/read/results.h"
#include "swot_figures.h"

/* Of each part so many proposals. */
enum { PROPOSALS = 3 };

static bool is_known(const struct records *kept, const char *code)
{
	for (size_t i = 0; i < kept->n; i++)
		if (!strcmp(((const struct swot *)record_at(&swot_type, kept, i))->code, code))
			return true;
	return false;
}

static void kept_add(const struct records *kept, struct swot_wish wish, int64_t part, int64_t state,
		     struct swot_board *board)
{
	for (size_t i = 0; i < kept->n; i++) {
		const struct swot *line = record_at(&swot_type, kept, i);

		if (line->part != part || line->state != state ||
		    (wish.form && line->form != wish.form))
			continue;
		board->taken += state == SWOT_TAKEN;
		board->dismissed += state == SWOT_DISMISSED;
		if (state == SWOT_TAKEN || wish.dismissed)
			board->lines.row[board->lines.n++] = *line;
	}
}

static void proposed_add(const struct records *kept, const struct swots *proposed, int64_t part,
			 struct swot_board *board)
{
	for (size_t i = 0; i < proposed->n; i++) {
		const struct swot *line = &proposed->row[i];

		if (line->part != part || is_known(kept, line->code))
			continue;
		board->lines.row[board->lines.n++] = *line;
		board->proposed++;
	}
}

enum rc swot_load(const struct app *app, struct arena *a, struct swot_wish wish,
		  struct swot_board *out)
{
	struct survey_rules least;
	struct swot_board board = { 0 };
	struct swot_figures figures;
	struct swots proposed;
	struct records kept;
	enum rc rc = record_list(app->store, a, &swot_type, app->year.year, &kept);

	if (!rc)
		rc = survey_rules_get(app->store, app->year.year, &least);
	if (!rc)
		rc = swot_figures_load(app, a, wish.form, &figures);
	if (rc)
		return rc;
	const struct swot_rules rules = { least.group_min, PROPOSALS };
	swot_propose(a, figures.row, figures.n, rules, &proposed);
	for (size_t i = 0; i < figures.n; i++)
		board.hidden += figures.row[i].n < rules.least;
	board.lines.row = ARENA_NEW(a, struct swot, kept.n + proposed.n);
	for (int64_t part = 1; part <= SWOT_PARTS; part++) {
		kept_add(&kept, wish, part, SWOT_TAKEN, &board);
		proposed_add(&kept, &proposed, part, &board);
		kept_add(&kept, wish, part, SWOT_DISMISSED, &board);
	}
	*out = board;
	return RC_OK;
}

/* Changes */

static enum rc line_save(struct app *app, struct swot *line, const struct swot *fresh,
			 const char *step)
{
	struct swot row = *fresh;
	struct records one = { &row, 1 };
	enum rc rc;

	row.head.owner = app->year.year;
	rc = records_save_all(app, &swot_type, &one, step);
	if (!rc)
		*line = row;
	return rc;
}

enum rc swot_take(struct app *app, struct swot *line)
{
	struct swot fresh = *line;

	fresh.state = SWOT_TAKEN;
	return line_save(app, line, &fresh, N_("SWOT: a line taken"));
}

enum rc swot_move(struct app *app, struct swot *line, int64_t part)
{
	struct swot fresh = *line;

	fresh.part = part;
	fresh.state = SWOT_TAKEN;
	return line_save(app, line, &fresh, N_("SWOT: a line moved"));
}

enum rc swot_dismiss(struct app *app, struct swot *line)
{
	struct swot fresh = *line;

	if (!*line->code)
		return records_delete(app, &swot_type, (struct ids){ &line->head.id, 1 });
	fresh.state = SWOT_DISMISSED;
	return line_save(app, line, &fresh, N_("SWOT: a line dismissed"));
}

/* In people's own words */

static void quote_add(struct arena *a, const struct survey_items *items,
		      const struct sheet_answer *answer, struct swot_quotes *out, size_t *cap)
{
	const struct survey_item *item = item_by_id(items, answer->answer.item);

	if (answer->answer.status != ANSWER_GIVEN || !*answer->answer.words || !item ||
	    item->kind != ITEM_OPEN)
		return;
	out->row = arena_grow(a, out->row, out->n, cap, sizeof(*out->row));
	out->row[out->n++] = (struct swot_quote){ item->name, answer->answer.words };
}

static enum rc quotes_add(const struct app *app, struct arena *a, const struct survey *s,
			  struct swot_quotes *out, size_t *cap)
{
	struct survey_items items;
	struct survey version;
	struct sheet_answers answers;
	struct ids versions;
	enum rc rc = survey_versions(app, a, s->code, &versions);

	for (size_t v = 0; !rc && v < versions.n; v++) {
		rc = survey_get(app, a, versions.row[v], &version, &items);
		if (!rc)
			rc = sheet_answers(app->store, a, versions.row[v], true, &answers);
		for (size_t i = 0; !rc && i < answers.n; i++)
			quote_add(a, &items, &answers.row[i], out, cap);
	}
	return rc;
}

static bool is_quoted(const struct survey_state *state, int64_t form, int64_t least)
{
	const struct survey *s = &state->survey;

	return state->entered.sheets >= least && (!form || s->form == form) &&
	       ((s->kind == SURVEY_PEOPLE && s->wave == WAVE_AFTER) || s->kind == SURVEY_EVENT);
}

enum rc swot_quotes_load(const struct app *app, struct arena *a, int64_t form,
			 struct swot_quotes *out)
{
	struct swot_quotes quotes = { 0 };
	struct survey_states all;
	struct survey_rules rules;
	size_t cap = 0;
	enum rc rc = surveys_load(app, a, &all);

	if (!rc)
		rc = survey_rules_get(app->store, app->year.year, &rules);
	for (size_t i = 0; !rc && i < all.n; i++)
		if (is_quoted(&all.row[i], form, rules.group_min))
			rc = quotes_add(app, a, &all.row[i].survey, &quotes, &cap);
	if (!rc)
		*out = quotes;
	return rc;
}
