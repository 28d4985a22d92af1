/* The curator's table from the e-journal: mentee × measure, at the start and at the end. */
#ifndef NASTAVNIK_APP_GROWTH_H
#define NASTAVNIK_APP_GROWTH_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/growth.h"

/* A mentee, and his values: measure by measure, start and end; FIELD_NOTHING where there is none.
 */
struct growth_row {
	int64_t participation;
	const char *name;       /* «Ёлкина Зоя» */
	const char *class_name; /* or position */
	int64_t *value;
};

struct growth_sheet {
	struct measure *measure;
	size_t measures;
	struct growth_row *row; /* by class and name */
	size_t n;
	int64_t group_min; /* figures of fewer people are not told */
};

/* The year's table: mentees who are here, and who have left but have values; in the arena. */
enum rc growth_load(const struct app *app, struct arena *a, struct growth_sheet *out);
/* The value in a row of a sheet. */
int64_t *growth_value(const struct growth_row *row, size_t measure, enum growth_moment moment);
/* Write one cell, FIELD_NOTHING empties it: one step. RC_INVALID with a sentence: not such a value.
 */
enum rc growth_save(struct app *app, const struct growth *cell);
/* What has become of a measure: of a class, NULL of all. */
struct growth_sum growth_sum_of(const struct growth_sheet *sheet, size_t measure,
				const char *class_name);
/* May the figures of so many people be shown? */
bool growth_may_tell(const struct growth_sheet *sheet, const struct growth_sum *sum);
/* The mean of n values of that sum, in hundredths, as a person reads it; "" of none. */
const char *growth_mean(struct arena *a, int64_t total, size_t n);
/* «Среднее 3,52 → 3,98 · лучше 12, так же 3, хуже 2 из 17»; too few: a sentence that says so. */
const char *growth_sentence(struct arena *a, const struct growth_sheet *sheet,
			    const struct growth_sum *sum);
/* Add the measures that most schools look at, one step; none when the year has some already. */
enum rc growth_propose(struct app *app, size_t *added);

#endif
