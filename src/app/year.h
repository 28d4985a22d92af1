/* What a new school year begins with. */
#ifndef NASTAVNIK_SRC_APP_YEAR_H
#define NASTAVNIK_SRC_APP_YEAR_H

#include "inner.h"
#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/model/questionnaire.h"
#include "nastavnik/model/school.h"
#include "nastavnik/model/task.h"

struct year_start {
	struct year year;
	struct books books;
	struct tasks tasks;
	struct records grounds;        /* legal ones, without ids */
	struct questionnaires surveys; /* the newest versions, without ids */
	struct records indicators;     /* without ids */
};

/* The first year of a file: start->year as it is, the methodology's books, steps, legal grounds,
 * questionnaires and indicators; texts in the arena. */
enum rc year_first(struct arena *a, struct year_start *start);
/* The year after `before`: its rules, and the methodology's books and steps with what
 * the school changed in and added to its own; terms lie as many years later. */
enum rc year_next(struct arena *a, const struct year_start *before, int64_t number,
		  struct year_start *start);

/* The item of the new books that stands for item id of the old ones; 0: none does. */
int64_t item_heir_id(const struct books *books, const struct books *old, int64_t id);

/* Last year's questionnaires, with the forms of the new books: the school's own wordings win, what
 * the methodology has new is added, what the school deleted is not proposed again by the same
 * version of the methodology, hidden ones stay hidden. RC_BUG: a text of it has a mistake. */
enum rc questionnaires_carry(struct arena *a, const struct year_start *before,
			     struct year_start *next);
/* Last year's indicators as the school has them, with what the methodology has new. */
void indicators_carry(struct arena *a, struct records *indicators, const struct records *old,
		      int64_t year);
/* The newest versions of the year worked on, with their questions. */
enum rc questionnaires_newest(const struct app *app, struct arena *a, struct questionnaires *out);

/* What the year after the one worked on begins with, read from the file. RC_INVALID: the number is
 * no school year; RC_CONFLICT: it is there. */
enum rc year_prepare(const struct app *app, struct arena *a, int64_t number,
		     struct year_start *start);
/* Put it into the file, within an open step. */
enum rc year_write(struct app *app, const struct year_start *start);

#endif
