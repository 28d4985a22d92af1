/* Papers of an invented school, for the tests of print and its bench. */
#ifndef NASTAVNIK_TESTS_UNIT_PRINT_PAPERS_MADE_H
#define NASTAVNIK_TESTS_UNIT_PRINT_PAPERS_MADE_H

#include "nastavnik/print/papers.h"

/* An order on n pairs; each bond has 1…3 mentees in turn, the names come round again. */
struct paper_order order_made(struct arena *a, size_t n);
/* The same with names and posts that take three lines of their cells. */
struct paper_order order_of_long_names(struct arena *a, size_t n);

#endif
