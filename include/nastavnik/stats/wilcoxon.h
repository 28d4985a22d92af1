/*
 * Before and after on the same people: Wilcoxon's signed-rank test, two-sided, and the
 * rank-biserial effect. As R's wilcox.test(after, before, paired = TRUE) and
 * scipy.stats.wilcoxon(after, before, correction=True): differences of zero are left out, tied ones
 * share their mean rank.
 */
#ifndef NASTAVNIK_STATS_WILCOXON_H
#define NASTAVNIK_STATS_WILCOXON_H

#include <stdbool.h>
#include <stddef.h>

/* Differences, at most, up to which p is exact. */
enum { WILCOXON_EXACT = 50 };

struct wilcoxon {
	size_t n;      /* differences that are not zero */
	double w;      /* sum of the ranks of those above zero: R's V */
	double p;      /* two-sided; NAN: there is no difference */
	double effect; /* (W+ - W-) / (W+ + W-), -1…1; NAN likewise */
	bool exact;    /* p is counted out; else normal with corrections for ties and continuity */
};

/* Of n differences after - before. p is exact where at most WILCOXON_EXACT are left, none is tied
 * and none was zero. */
struct wilcoxon stats_wilcoxon(const double *difference, size_t n);

#endif
