/*
 * The SWOT board of the year: what is on it, what the questionnaires propose, what people wrote in
 * their own words. Lines are changed here; the curator's own ones also as a register
 * (app/records.h).
 */
#ifndef NASTAVNIK_APP_SWOT_H
#define NASTAVNIK_APP_SWOT_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/swot.h"

struct swot_wish {
	int64_t form;   /* the lines of that form alone; 0: all */
	bool dismissed; /* those too that are not wanted */
};

struct swot_board {
	struct swots lines; /* part by part: what is on the board, what is proposed, what is not
			     * wanted */
	size_t taken, proposed;
	size_t dismissed; /* also when they are not shown */
	size_t hidden;    /* groups of too few people, which propose nothing */
};

/* In the arena. Proposals have no id. */
enum rc swot_load(const struct app *app, struct arena *a, struct swot_wish wish,
		  struct swot_board *out);

/* Each is one step. Put it on the board, be it proposed or not wanted so far; id is filled in. */
enum rc swot_take(struct app *app, struct swot *line);
/* It stands in another part from now on; what is proposed is taken. */
enum rc swot_move(struct app *app, struct swot *line, int64_t part);
/* Off the board, and not proposed again; the curator's own is deleted. */
enum rc swot_dismiss(struct app *app, struct swot *line);

/* An answer in somebody's own words, and to what. Never whose. */
struct swot_quote {
	const char *question, *words;
};
struct swot_quotes {
	struct swot_quote *row;
	size_t n;
};
/* Those of the year's final questionnaires and of those after events; form 0: of all. In the
 * arena. Groups of too few people are left out. */
enum rc swot_quotes_load(const struct app *app, struct arena *a, int64_t form,
			 struct swot_quotes *out);

#endif
