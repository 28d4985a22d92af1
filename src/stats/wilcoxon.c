/* Wilcoxon, F.: Individual comparisons by ranking methods. Biometrics Bulletin 1 (1945). */
#include "nastavnik/stats/wilcoxon.h"

#include <math.h>
#include <stdlib.h>

#include "nastavnik/base/str.h"

struct ranks {
	double above, below; /* sums of the ranks of differences above and below zero */
	double ties;         /* sum of t^3 - t over tied ranks */
};

static int size_order(const void *a, const void *b)
{
	double x = fabs(*(const double *)a), y = fabs(*(const double *)b);

	return (x > y) - (x < y);
}

/* d is by size. */
static struct ranks ranks_sum(const double *d, size_t n)
{
	struct ranks sum = { 0 };

	for (size_t from = 0, to; from < n; from = to) {
		double rank, t;

		for (to = from + 1; to < n && fabs(d[to]) == fabs(d[from]);)
			to++;
		rank = (double)(from + to + 1) / 2;
		t = (double)(to - from);
		sum.ties += t * t * t - t;
		for (size_t i = from; i < to; i++)
			*(d[i] > 0 ? &sum.above : &sum.below) += rank;
	}
	return sum;
}

/* Of the 2^n sets of ranks 1…n as many as make a sum of at most `to`: below 2^53 doubles count
 * exactly. */
static double sets_below(size_t n, size_t to)
{
	enum { SUMS = WILCOXON_EXACT * (WILCOXON_EXACT + 1) / 2 + 1 };
	double ways[SUMS] = { 1 }, below = 0;

	for (size_t rank = 1; rank <= n; rank++)
		for (size_t sum = to; sum >= rank; sum--)
			ways[sum] += ways[sum - rank];
	for (size_t sum = 0; sum <= to; sum++)
		below += ways[sum];
	return below;
}

static double p_exact(const struct ranks *sum, size_t n)
{
	double p = 2 * ldexp(sets_below(n, (size_t)fmin(sum->above, sum->below)), -(int)n);

	return fmin(p, 1);
}

static double p_normal(const struct ranks *sum, double n)
{
	double off = fabs(sum->above - n * (n + 1) / 4);
	double sigma = sqrt(n * (n + 1) * (2 * n + 1) / 24 - sum->ties / 48);

	return erfc(fmax(off - 0.5, 0) / sigma / sqrt(2));
}

struct wilcoxon stats_wilcoxon(const double *difference, size_t n)
{
	double *d = mem_alloc((n + 1) * sizeof(*d));
	struct wilcoxon w = { .p = NAN, .effect = NAN };
	struct ranks sum;

	for (size_t i = 0; i < n; i++)
		if (difference[i] != 0)
			d[w.n++] = difference[i];
	qsort(d, w.n, sizeof(*d), size_order);
	sum = ranks_sum(d, w.n);
	free(d);
	w.w = sum.above;
	if (!w.n)
		return w;
	w.exact = w.n == n && w.n <= WILCOXON_EXACT && sum.ties == 0;
	w.p = w.exact ? p_exact(&sum, w.n) : p_normal(&sum, (double)w.n);
	w.effect = (sum.above - sum.below) / (sum.above + sum.below);
	return w;
}
