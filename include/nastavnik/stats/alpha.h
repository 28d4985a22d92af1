/* How well the items of a scale go together: Cronbach's alpha. */
#ifndef NASTAVNIK_STATS_ALPHA_H
#define NASTAVNIK_STATS_ALPHA_H

#include <stddef.h>

/* Of n whole cases of k items, case by case, items turned the same way: k/(k-1) (1 - sum of the
 * items' variances / variance of the sums). NAN: fewer than two items or cases, or all sums are
 * equal. */
double stats_alpha(const double *x, size_t n, size_t k);

#endif
