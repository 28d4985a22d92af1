/* What stage 6 writes down of a pair's work: registers of the bond. domain.md §2. */
#ifndef NASTAVNIK_MODEL_PAIRWORK_H
#define NASTAVNIK_MODEL_PAIRWORK_H

#include <stdbool.h>

#include "nastavnik/model/record.h"

/* In the order a pair has them; stored: never renumber. */
enum meeting_kind {
	MEETING_FIRST = 1, /* организационная */
	MEETING_TRIAL,     /* пробная рабочая */
	MEETING_PLANNING,  /* планирование, with the curator */
	MEETING_REGULAR,
	MEETING_FINAL,
};

struct meeting {
	struct record head;
	int64_t on_day; /* date */
	const char *theme, *result;
	int64_t mark;       /* 1…5; FIELD_NOTHING */
	int64_t next_on;    /* date; DATE_NONE */
	int64_t kind;       /* enum meeting_kind */
	const char *source; /* of which line of a shared table it was read; "": typed here */
};
extern const struct record_type meeting_type;
extern record_words meeting_kinds;

/* The kind that a pair's next meeting is likely to have; last: of the one before, 0: there is none.
 */
int64_t meeting_kind_after(int64_t last);

/* Stored: never renumber. */
enum plan_part { PLAN_PROGRAMME = 1, PLAN_DEVELOPMENT = 2 };

/* A line of the year's personalised programme or of the development plan. */
struct plan_item {
	struct record head;
	const char *name;
	int64_t work; /* book item, BOOK_WORK */
	int64_t due;  /* date */
	const char *expected;
	int64_t done_on; /* date; DATE_NONE */
	const char *actual;
	int64_t mark; /* the mentor's, 1…5; FIELD_NOTHING */
	int64_t part; /* enum plan_part */
};
/* Two registers over one table. */
extern const struct record_type programme_item_type, plan_item_type;
extern record_words plan_parts;

/* Is it past its term on that day? */
bool plan_item_overdue(const struct plan_item *item, int today);

/* Stored: never renumber. */
enum visit_way { VISIT_BY_MENTOR = 1, VISIT_BY_MENTEE = 2 };

struct visit {
	struct record head;
	int64_t on_day; /* date */
	int64_t way;    /* enum visit_way */
	const char *class_name, *theme;
	const char *seen, *advice;
};
extern const struct record_type visit_type;
extern record_words visit_ways;

/* Material that was given out to a pair. */
struct handout {
	struct record head;
	int64_t on_day; /* date */
	const char *name, *link;
};
extern const struct record_type handout_type;

/* The curator's or a specialist's, for the pair. */
struct consultation {
	struct record head;
	int64_t on_day; /* date */
	const char *whom, *theme, *result;
};
extern const struct record_type consultation_type;

/* The pair did not work for a while. */
struct pause {
	struct record head;
	int64_t on_day, until; /* dates; until DATE_NONE: goes on */
	const char *reason;
};
extern const struct record_type pause_type;

#endif
