/*
 * The school's papers: plain structs in, a doc out. domain.md §8. Wordings are data of the
 * methodology (papers/…); an absent number or date leaves a place to write it by hand.
 *
 * Never in these papers: requests, role models, categories, a pupil's signature.
 */
#ifndef NASTAVNIK_PRINT_PAPERS_H
#define NASTAVNIK_PRINT_PAPERS_H

#include <stdbool.h>
#include <stddef.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/print/doc.h"

/* One mentee with the mentor; rows of one bond stand together. Texts are never NULL. */
struct paper_pair {
	long long bond;           /* rows of the same bond are one pair or group */
	const char *mentor;       /* «Орлова Инна Петровна» */
	const char *mentor_place; /* «учитель физики», «10А» */
	bool mentor_is_staff;     /* of this school: acquaints with the order by signature */
	const char *mentee, *mentee_place;
	const char *form; /* «ученик – ученик» */
	int from, to;     /* date.h; DATE_NONE leaves the place empty */
};

struct paper_order {
	const char *school; /* full name of the charter */
	const char *town;
	const char *director; /* «Иванова Мария Петровна»; "": a line to write on */
	bool director_acting; /* «и.о. директора» */
	const char *curator;  /* full name; "" */
	const char *curator_position;
	int year;                /* 2026 is 2026/2027 */
	const char *methodology; /* "r145" */
	const char *number;      /* "" until registered */
	int date;                /* DATE_NONE likewise */
	const struct paper_pair *pair;
	size_t n;
};

/* The order on the pairs of a year, and behind it, on a new page, its annex, the pair list.
 * RC_INVALID: a fault in the methodology's text; RC_NOT_FOUND: it has no such text. */
enum rc paper_order(struct arena *a, const struct paper_order *order, struct doc **doc);
/* The annex alone. */
enum rc paper_pair_list(struct arena *a, const struct paper_order *order, struct doc **doc);

/* Any list of the screen on paper. */
struct paper_list {
	const char *school; /* small, above the title; "" */
	const char *title; /* «База наставников на 2026/2027 учебный год» */
	const char *note;                /* below the title: filter, date; "" */
	const struct doc_column *column; /* weight: characters it likes to have */
	size_t columns;
	const char *const *cell; /* rows * columns */
	size_t rows;
};

/* A titled table; a first column № is added; landscape when the columns want more than A4 gives. */
struct doc *paper_list(struct arena *a, const struct paper_list *list);

#endif
