/* What is written at the end of a term: reports of a pair by both sides, and the paper for the
 * director. domain.md §2, §5. */
#ifndef NASTAVNIK_MODEL_TERMWORK_H
#define NASTAVNIK_MODEL_TERMWORK_H

#include "nastavnik/model/record.h"

/* Stored: never renumber. */
enum pair_side { SIDE_MENTEE = 1, SIDE_MENTOR = 2 };
extern record_words pair_sides;

/* How a term went, as one side of a pair says. */
struct term_report {
	struct record head;
	int64_t term;   /* from 1; 0: the whole year */
	int64_t side;   /* enum pair_side */
	int64_t on_day; /* date */
	int64_t mark;   /* 1…10; FIELD_NOTHING */
	const char *done, *difficulties, *wishes;
};
extern const struct record_type term_report_type;

/* «Аналитическая справка» of a term or of the year. */
struct review {
	struct record head;
	int64_t term;   /* as of a report */
	int64_t on_day; /* date */
	const char *aim, *studied, *conclusions, *recommendations;
	const char *considered; /* «на совещании при директоре, протокол от … № …» */
};
extern const struct record_type review_type;

#endif
