/*
 * Indicators of a school year: counted live as of a day, or as they were fixed or typed for a
 * moment. What was fixed does not move any more when the data change.
 */
#ifndef NASTAVNIK_APP_INDICATORS_H
#define NASTAVNIK_APP_INDICATORS_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/indicator.h"

enum told {
	TOLD_NOTHING,
	TOLD_COUNTED, /* from the data, as of the day */
	TOLD_FIXED,   /* counted once and kept */
	TOLD_TYPED,
};

struct indicator_cell {
	enum told told;
	int64_t value;                /* hundredths; FIELD_NOTHING */
	int64_t part, whole;          /* FIELD_NOTHING: there is none */
	int64_t on;                   /* as of which day */
	const char *basis;            /* what was typed beside it; "" */
	struct indicator_count count; /* of a derived one: counted just now, whatever is told */
};

struct indicator_row {
	struct indicator indicator;
	const struct indicator_rule *rule; /* NULL: it is typed */
	struct indicator_cell cell[MOMENTS];
	enum moment last; /* MOMENT_END once that day has come or it was fixed, else MOMENT_NOW */
	int64_t target;   /* of the year; FIELD_NOTHING */
	enum verdict verdict; /* on the last */
};

struct indicators {
	int64_t year;
	struct indicator_days
		days;              /* [MOMENT_NOW]: today, or the last day of a year that is past */
	int64_t least;             /* fewer sheets are not told */
	struct indicator_row *row; /* by list and place; hidden ones are left out */
	size_t n;
};

/* All of a year of the file, in the arena. A year that has none of its own yet shows the
 * methodology's. RC_NOT_FOUND: no such year. */
enum rc indicators_load(const struct app *app, struct arena *a, int64_t year,
			struct indicators *out);
/* The cell's source in words: «посчитано: база наставляемых», «введено: …», «зафиксировано …». In
 * the arena; "" of nothing. */
const char *indicator_source(struct arena *a, const struct indicator_row *row, enum moment moment);

/* A year that was opened before the methodology had indicators gets them, and the file its targets:
 * one step, once. Nothing to do: RC_OK. */
enum rc indicators_complete(struct app *app);

/* Keep what is counted for a moment: of these indicators, of all when there are none; those that
 * are fixed or typed already stay. A day to come: as of today. One step; *n says how many. */
enum rc indicators_fix(struct app *app, enum moment moment, struct ids ids, size_t *n);
/* Forget what was fixed, so that it is counted again. Likewise. */
enum rc indicators_release(struct app *app, enum moment moment, struct ids ids, size_t *n);
/* Type values of one indicator: n of them, with indicator and moment; FIELD_NOTHING as value
 * forgets it. One step. on_day 0: today. */
enum rc indicators_type(struct app *app, const struct indicator *indicator,
			struct indicator_value *values, size_t n);
/* As of which days the year is told. RC_INVALID with a sentence: not in the year, or not in their
 * order; DATE_NONE: as proposed. */
enum rc indicators_days(struct app *app, const struct indicator_days *days);

/* Targets of all years. */
enum rc targets_load(const struct app *app, struct arena *a, struct targets *out);
/* Set one; FIELD_NOTHING: there is none any more. RC_INVALID: the year is none. */
enum rc target_set(struct app *app, const struct indicator *indicator, int64_t year, int64_t value);

/* Somebody or something that a figure counts, as a list shows it. */
struct indicator_thing {
	int64_t id;        /* of the participation, partner, event, practice */
	int64_t role;      /* of people: enum role */
	const char *name;  /* «Орлова Инна» */
	const char *where; /* «7В», «предприятие»; "" */
	int64_t on;        /* joined, agreed, held, reviewed; DATE_NONE */
};
struct indicator_things {
	struct indicator_thing *row;
	size_t n;
};
/* What a count of the year worked on consists of, in the arena. */
enum rc indicator_things(const struct app *app, struct arena *a,
			 const struct indicator_count *count, struct indicator_things *out);

#endif
