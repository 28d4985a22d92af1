/* One set of numbers described: n, mean, median, share. Figures as R's mean() and median(). */
#ifndef NASTAVNIK_STATS_DESCRIBE_H
#define NASTAVNIK_STATS_DESCRIBE_H

#include <stddef.h>

/* The mean of n > 0 numbers. */
double stats_mean(const double *x, size_t n);
/* The median of n > 0 numbers: of an even number of them the mean of the middle two. x is sorted. */
double stats_median(double *x, size_t n);

#endif
