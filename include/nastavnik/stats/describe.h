/* One set of numbers described: mean, median, share, how often each value. Figures as R's mean(),
 * median(), tabulate(). */
#ifndef NASTAVNIK_STATS_DESCRIBE_H
#define NASTAVNIK_STATS_DESCRIBE_H

#include <stddef.h>
#include <stdint.h>

/* The mean of n > 0 numbers. */
double stats_mean(const double *x, size_t n);
/* The median of n > 0 numbers: of an even number of them the mean of the middle two. x is sorted.
 */
double stats_median(double *x, size_t n);
/* The part (0…1) of n > 0 numbers that is at or above a threshold. */
double stats_share(const double *x, size_t n, double from);
/* How often each whole number first…first+counts-1 stands among n; others are passed over. */
void stats_distribution(const double *x, size_t n, int64_t first, size_t counts, int64_t *count);

#endif
