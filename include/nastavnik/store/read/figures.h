/* The programme of a year in numbers: what the analytical review and the year's report tell. No
 * names: numbers by month, form and class only. */
#ifndef NASTAVNIK_STORE_READ_FIGURES_H
#define NASTAVNIK_STORE_READ_FIGURES_H

#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/model/work.h"

struct store;

/* Each is a number of records unless it says otherwise. */
struct figures {
	/* stage 1 */
	int64_t team, documents, partners, agreements, publications, studies;
	int64_t events, event_people, pupils_informed; /* people: summed up */
	/* stages 2 and 3 */
	int64_t mentees, mentees_asking, requests, requests_met;
	int64_t mentors, places, invitations, invitations_accepted;
	/* stage 4 */
	int64_t interviews, selected, trained, courses, lessons, learners, certificates;
	/* stage 6 */
	int64_t visits, handouts, consultations, pauses;
	int64_t reports[2]; /* of mentees, of mentors */
	/* stage 7 */
	int64_t feedbacks[2], mark_tenths[2]; /* mean mark 1…10 in tenths; FIELD_NOTHING */
	int64_t again;                        /* would go on */
	int64_t awards[5], awarded;           /* by kind; people or names */
	int64_t practices[3], reviewed;       /* cases, practices, programmes */
	int64_t contests, entries, incentives, self_analyses, next_mentors;
};

/* Meetings of one form in one month, with the diaries handed in for it. */
struct figure_month {
	int64_t form;
	int month; /* 0…11 */
	int64_t meetings, diaries;
};
struct figure_months {
	struct figure_month *row;
	size_t n;
};

/* Reports of the pairs of one form about one term. */
struct figure_report {
	int64_t form;
	int64_t term; /* 0: the whole year */
	int64_t count;
};
struct figure_reports {
	struct figure_report *row;
	size_t n;
};

/* Who of a class takes part. */
struct figure_class {
	const char *name; /* "": who has none */
	int64_t mentees, mentors, paired;
};
struct figure_classes {
	struct figure_class *row;
	size_t n;
};

/* Count a year as it stands. */
enum rc figures_count(const struct store *s, int64_t year, struct figures *out);
/* By form, then month; a month that has neither is left out. Meetings behind a day are not counted.
 */
enum rc figures_by_month(const struct store *s, struct arena *a, int64_t year, int on,
			 struct figure_months *out);
/* Meetings of the year by kind: [0] of kind 1 … */
enum { FIGURE_KINDS = 5 };
enum rc figures_by_kind(const struct store *s, int64_t year, int on, int64_t kind[FIGURE_KINDS]);
/* By form, then term; of both sides together. */
enum rc figures_reports(const struct store *s, struct arena *a, int64_t year,
			struct figure_reports *out);
/* By class, in the order of the school's lists. */
enum rc figures_by_class(const struct store *s, struct arena *a, int64_t year,
			 struct figure_classes *out);

#endif
