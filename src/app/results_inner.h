/* What the files of results share. */
#ifndef NASTAVNIK_SRC_APP_RESULTS_INNER_H
#define NASTAVNIK_SRC_APP_RESULTS_INNER_H

#include "inner.h"
#include "nastavnik/app/results.h"
#include "nastavnik/store/read/results.h"

/* All answers to a questionnaire, of all its versions: a row a sheet, a column an item code. */
struct answer_table {
	struct survey survey; /* the newest version */
	const struct survey_item **item;
	size_t items;
	struct sheet_owner *sheet;
	size_t sheets;
	unsigned char *status; /* enum answer_status; sheets * items */
	int64_t *value;
};

/* The versions of a code in a year, the newest first. */
enum rc versions_of(const struct app *app, struct arena *a, int64_t year, const char *code,
		    struct ids *out);
/* No sheets and no items when the year has no such questionnaire. */
enum rc answer_table_load(const struct app *app, struct arena *a, int64_t year, const char *code,
			  struct answer_table *out);
/* The column of a code; SIZE_MAX. */
size_t answer_table_column(const struct answer_table *t, const char *code);

/* Places of sheets in a table. */
struct places {
	size_t *row;
	size_t n;
};
struct place_pairs {
	struct {
		size_t before, after;
	} * row;
	size_t n;
};

/* Some respondents: whose sheets are looked at. */
struct answer_set {
	const struct answer_table *before, *after; /* after NULL: nothing is compared */
	struct places wave[2];
	struct place_pairs pairs;
};

/* All of two tables, with the respondents of both. */
struct answer_set answer_set_all(struct arena *a, const struct answer_table *before,
				 const struct answer_table *after);
/* All items of a set, nothing hidden yet, in the arena: those of before, then what only after asks.
 */
struct item_results {
	struct item_result *row;
	size_t n;
};
struct item_results results_figure(struct arena *a, const struct answer_set *set);
/* Leave out what too few people are behind; with n: the number too. */
void result_wave_hide(struct wave_result *wave, bool with_n);
void result_pairs_hide(struct item_result *result, bool with_n);
/* The scales of the whole. */
void results_scales(struct arena *a, const struct answer_set *set, struct results *out);
/* The groups of a whole; small ones hidden. */
enum rc results_group(const struct app *app, struct arena *a, const struct answer_set *all,
		      enum results_by by, struct results *out);

#endif
