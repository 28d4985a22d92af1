/* What a new school year begins with. */
#ifndef NASTAVNIK_SRC_APP_YEAR_H
#define NASTAVNIK_SRC_APP_YEAR_H

#include "inner.h"
#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/model/school.h"
#include "nastavnik/model/task.h"

struct year_start {
	struct year year;
	struct books books;
	struct tasks tasks;
	struct records grounds; /* legal ones, without ids */
};

/* The first year of a file: start->year as it is, the methodology's books, steps and legal grounds;
 * texts in the arena. */
enum rc year_first(struct arena *a, struct year_start *start);
/* The year after `before`: its rules, and the methodology's books and steps with what
 * the school changed in and added to its own; terms lie as many years later. */
enum rc year_next(struct arena *a, const struct year_start *before, int64_t number,
		  struct year_start *start);

/* The item of the new books that stands for item id of the old ones; 0: none does. */
int64_t item_heir_id(const struct books *books, const struct books *old, int64_t id);

/* What the year after the one worked on begins with, read from the file. RC_INVALID: the number is
 * no school year; RC_CONFLICT: it is there. */
enum rc year_prepare(const struct app *app, struct arena *a, int64_t number,
		     struct year_start *start);
/* Put it into the file, within an open step. */
enum rc year_write(struct app *app, const struct year_start *start);

#endif
