/*
 * What the e-journal tells of mentees at the start and at the end: average marks by subjects that
 * the curator chose, absences, conflicts. domain.md §5. Measures are a register; their values are a
 * table of cells: measure × mentee × moment.
 */
#ifndef NASTAVNIK_MODEL_GROWTH_H
#define NASTAVNIK_MODEL_GROWTH_H

#include "nastavnik/model/record.h"

/* The numbers below are stored: never renumber. */

/* What a measure counts. */
enum measure_kind { MEASURE_MARK = 1, MEASURE_ABSENCES, MEASURE_CONFLICTS, MEASURE_OTHER };
/* Its words. */
extern record_words measure_kinds;

/* One column of the table. */
struct measure {
	struct record head; /* of a year */
	const char *name;   /* «Средний балл: математика» */
	int64_t kind;       /* enum measure_kind */
	int64_t reverse;    /* 1: less is better */
};
extern const struct record_type measure_type;

/* When a value was taken; moment 1 stands first in a row. */
enum growth_moment { GROWTH_START = 1, GROWTH_END };
enum { GROWTH_MOMENTS = 2 }; /* how many there are */
/* Their words. */
extern record_words growth_moments;

enum { GROWTH_DECIMALS = 2, GROWTH_MAX = 1000000 }; /* values are hundredths; the largest */

/* One cell. */
struct growth {
	int64_t measure, participation;
	int64_t moment; /* enum growth_moment */
	int64_t value;  /* hundredths; FIELD_NOTHING: none */
};

/* Cells in an arena. */
struct growths {
	struct growth *row;
	size_t n;
};

/* «4,25», «12», «н/а» and an empty text are none. RC_INVALID with a sentence: no number, or beyond
 * what a measure of that kind may be (a mark lies between 1 and 100). */
enum rc growth_parse(const struct measure *measure, const char *text, int64_t *value);
/* The same of a value. */
enum rc growth_check(const struct measure *measure, int64_t value);
/* What a heading of that name most likely is: «Пропуски уроков» are absences, and less is better.
 */
enum measure_kind measure_kind_of(const char *name);
/* Is less of that kind better? */
bool measure_kind_reverse(enum measure_kind kind);

/* What has become of a measure, over those who have both values. */
struct growth_sum {
	size_t starts, ends;        /* who have a value there */
	size_t pairs;               /* who have both */
	int64_t start, end;         /* sums of theirs, hundredths */
	size_t better, same, worse; /* of them */
};

/* Count a mentee's two values into the sum; either may be FIELD_NOTHING. */
void growth_count(const struct measure *measure, const int64_t value[GROWTH_MOMENTS],
		  struct growth_sum *sum);

#endif
