/* The programme of the year worked on in numbers, as its papers tell it. No names. */
#ifndef NASTAVNIK_SRC_APP_PROGRAMME_H
#define NASTAVNIK_SRC_APP_PROGRAMME_H

#include "nastavnik/app/work.h"
#include "nastavnik/store/read/figures.h"

/* Pairs and groups counted together. */
struct pair_sum {
	int64_t item; /* form or role model; 0: none is said */
	int64_t bonds, groups, mentees, active, early, meetings, effective;
};
struct pair_sums {
	struct pair_sum *row; /* the largest first */
	size_t n;
};

struct programme {
	struct work_desk desk;
	struct figures figures;
	struct figure_months months;
	int64_t kinds[FIGURE_KINDS];
	struct figure_reports reports;
	struct pair_sum all;
	struct pair_sums forms, roles;
	int64_t behind;                                      /* pairs that are */
	int64_t handed;                                      /* diaries in all */
	int64_t meetings[WORK_MONTHS], diaries[WORK_MONTHS]; /* of all forms */
};

enum rc programme_load(const struct app *app, struct arena *a, struct programme *out);
/* Meetings, diaries, reports of a form (-1: of all) in a term, pairs at work in it. */
struct term_sum {
	int64_t bonds, meetings, diaries, reports;
};
struct term_sum programme_term(const struct programme *p, const struct year *year, int64_t term,
			       int64_t form);

/* «59 %», "" of nothing. */
const char *share_of(struct arena *a, int64_t part, int64_t whole);
/* «3,5», of tenths. */
const char *tenths_show(struct arena *a, int64_t tenths);

#endif
