/* Cronbach, L. J.: Coefficient alpha and the internal structure of tests. Psychometrika 16 (1951).
 */
#include "nastavnik/stats/alpha.h"

#include <math.h>

/* The sum of the squares of what an item's values, or with k items in `width` the cases' sums, are
 * off their mean. Variances are these by n - 1, which their quotient does not see. */
static double squares(const double *x, size_t n, size_t step, size_t width)
{
	double mean = 0, sum = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < width; j++)
			mean += x[i * step + j];
	mean /= (double)n;
	for (size_t i = 0; i < n; i++) {
		double off = -mean;

		for (size_t j = 0; j < width; j++)
			off += x[i * step + j];
		sum += off * off;
	}
	return sum;
}

double stats_alpha(const double *x, size_t n, size_t k)
{
	double total, parts = 0;

	if (n < 2 || k < 2)
		return NAN;
	total = squares(x, n, k, k);
	if (total <= 0)
		return NAN;
	for (size_t j = 0; j < k; j++)
		parts += squares(x + j, n, k, 1);
	return (double)k / (double)(k - 1) * (1 - parts / total);
}
