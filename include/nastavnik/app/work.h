/* Stage 6 in bulk: use cases of diaries, of the year's rules, and who is behind. */
#ifndef NASTAVNIK_APP_WORK_H
#define NASTAVNIK_APP_WORK_H

#include "nastavnik/app/app.h"
#include "nastavnik/store/read/work.h"

/* What the year worked on asks of its pairs. RC_INVALID with a field's sentence. */
enum rc work_rules_save(struct app *app, const struct work_rules *rules);

/* Write months of diaries in one step. whose: for the history, «Орлова – Титов» or how many.
 * RC_INVALID with a sentence: a month that is none of the year's or has not come yet. */
enum rc diaries_save(struct app *app, const struct diaries *diaries, const char *whose);

/* The pairs of the year worked on as they stand today, with its rules; in an arena. */
struct work_desk {
	struct work_rules rules;
	struct works works;
	int today;
};
enum rc work_desk_load(const struct app *app, struct arena *a, struct work_desk *out);

/* A pair that is late with something. */
struct behind_row {
	const struct work *work;
	struct behind behind;
	const char *text; /* behind_show() */
};
struct behind_rows {
	struct behind_row *row; /* the longest first */
	size_t n;
};
/* Those of a desk, in the arena. */
void behind_list(const struct app *app, struct arena *a, const struct work_desk *desk,
		 struct behind_rows *out);

/* Of a month, diaries: how many pairs owe one, how many have handed it in. The newest month whose
 * day has passed; -1: there is none yet, or diaries are not asked for. */
struct diary_month {
	int month;
	int64_t owed, handed;
};
struct diary_month diary_month_count(const struct app *app, const struct work_desk *desk);

#endif
