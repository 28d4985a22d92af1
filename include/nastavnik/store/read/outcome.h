/* What stage 7 counts: pairs and their work, marks of a contest, a person's years. */
#ifndef NASTAVNIK_STORE_READ_OUTCOME_H
#define NASTAVNIK_STORE_READ_OUTCOME_H

#include "nastavnik/model/bond.h"
#include "nastavnik/model/contest.h"

struct store;

/* What a pair or group has done in its year. */
struct bond_sum {
	int64_t bond, mentor;      /* mentor: participation */
	int64_t members, passed;   /* mentees, and those who went the whole way */
	int64_t from, to;          /* the first beginning, the last end; DATE_NONE: not written */
	int64_t plan, plan_done;   /* items of both parts */
	int64_t meetings, diaries; /* held; handed in */
	int64_t marks, mark_sum;   /* of the mentees' feedback */
};

/* Rows of a list, in an arena. */
struct bond_sums {
	struct bond_sum *row;
	size_t n;
};

/* Of all bonds of a year, by mentor. */
enum rc bond_sums_load(const struct store *s, struct arena *a, int64_t year, struct bond_sums *out);

/* What a mentor has done between two days, both included. */
struct month_work {
	int64_t participation;
	int64_t pairs; /* that were at work then: mentees */
	int64_t meetings, diaries, consultations, visits, events;
};

/* Likewise. */
struct month_works {
	struct month_work *row;
	size_t n;
};

/* Of the teachers among a year's mentors whose pairs were at work then, by name: others are paid
 * nothing. diaries: of that month, handed in. */
enum rc month_works_load(const struct store *s, struct arena *a, int64_t year, int64_t from,
			 int64_t to, struct month_works *out);

/* The mean of the year's feedback marks by a side, hundredths, and how many there are; *mean is
 * FIELD_NOTHING without any. */
enum rc feedback_mean(const struct store *s, int64_t year, int64_t side, int64_t *mean,
		      int64_t *marks);

/* All marks of a contest. */
enum rc entry_marks_load(const struct store *s, struct arena *a, int64_t contest,
			 struct entry_marks *out);

/* One pair of a person's years, from his side. */
struct service_pair {
	int64_t year, role; /* enum role */
	int64_t participation;
	const char *form; /* «ученик – ученик» */
	const char *family, *given, *patronymic, *class_name; /* of the other one; "" */
	int64_t from, to, state;                              /* of the member; state 0: no pair */
	int64_t passed;
	const char *result;
	int64_t meetings, plan, plan_done;
};

/* A course, or an award. */
struct service_fact {
	int64_t year;
	const char *name; /* of the course; of the nomination, else what for */
	int64_t kind;     /* enum award_kind; 0: a course */
	int64_t hours;    /* of the course; FIELD_NOTHING */
	const char *number;
	int64_t on_day;
};

/* All that the file knows of a person's part in the programme, the newest year first. */
struct service {
	struct service_pair *pair;
	size_t pairs;
	struct service_fact *fact;
	size_t facts;
};

/* A certificate or an award that is handed over: a line of the list of receipt. */
struct receipt {
	int64_t participation; /* 0: somebody by name */
	const char *name;
	int64_t kind;     /* enum award_kind; 0: a certificate */
	const char *what; /* the course, the nomination; "" */
	const char *number;
	int64_t received_on;
};

/* Rows of a list, in an arena. */
struct receipts {
	struct receipt *row;
	size_t n;
};

/* All of a year: certificates of courses, then what is awarded, each by number. */
enum rc receipts_load(const struct store *s, struct arena *a, int64_t year, struct receipts *out);

/* In an arena. */
enum rc service_load(const struct store *s, struct arena *a, int64_t person, struct service *out);

#endif
