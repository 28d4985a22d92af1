#include "nastavnik/stats/describe.h"

#include <stdlib.h>

/* As R does it: a second pass takes away what the first one lost. */
double stats_mean(const double *x, size_t n)
{
	long double sum = 0, rest = 0, mean;

	for (size_t i = 0; i < n; i++)
		sum += x[i];
	mean = sum / (long double)n;
	for (size_t i = 0; i < n; i++)
		rest += x[i] - mean;
	return (double)(mean + rest / (long double)n);
}

static int number_order(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

double stats_median(double *x, size_t n)
{
	qsort(x, n, sizeof(*x), number_order);
	return n % 2 ? x[n / 2] : (x[n / 2 - 1] + x[n / 2]) / 2;
}

double stats_share(const double *x, size_t n, double from)
{
	size_t above = 0;

	for (size_t i = 0; i < n; i++)
		above += x[i] >= from;
	return (double)above / (double)n;
}

void stats_distribution(const double *x, size_t n, int64_t first, size_t counts, int64_t *count)
{
	for (size_t v = 0; v < counts; v++)
		count[v] = 0;
	for (size_t i = 0; i < n; i++) {
		double at = x[i] - (double)first;

		if (at >= 0 && at < (double)counts)
			count[(size_t)at]++;
	}
}
