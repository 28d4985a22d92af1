/* Papers of an invented school, for the tests of print and its bench. */
#ifndef NASTAVNIK_TESTS_UNIT_PRINT_PAPERS_MADE_H
#define NASTAVNIK_TESTS_UNIT_PRINT_PAPERS_MADE_H

#include "nastavnik/base/err.h"
#include "nastavnik/print/doc.h"
#include "nastavnik/print/scope.h"

/* One mentee with the mentor; rows of one bond stand together. */
struct paper_pair {
	unsigned bond;
	const char *mentor, *mentor_place;
	bool mentor_is_staff;
	const char *mentee, *mentee_place, *form;
	int from, to;
};

struct paper_order {
	const char *school, *town, *director, *curator, *curator_position;
	bool director_acting;
	const char *number;
	int date, year;
	const struct paper_pair *pair;
	size_t n;
};

/* An order on n pairs; each bond has 1…3 mentees in turn, the names come round again. */
struct paper_order order_made(struct arena *a, size_t n);
/* The same with names and posts that take three lines of their cells. */
struct paper_order order_of_long_names(struct arena *a, size_t n);
/* The order with its annex, and the annex alone, by the methodology's texts. */
enum rc paper_order(struct arena *a, const struct paper_order *order, struct doc **doc);
enum rc paper_pair_list(struct arena *a, const struct paper_order *order, struct doc **doc);
/* A table with bars: pairs, a whole one, hardly any, none, and words in their place. */
struct doc *chart_made(struct arena *a);
/* Add a text of the methodology to a paper. */
enum rc text_made(struct doc *doc, const char *name, const struct scope *s);

#endif
