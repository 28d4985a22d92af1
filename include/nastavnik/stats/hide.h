/* Which groups are too small to be shown, so that nobody's answers can be told. */
#ifndef NASTAVNIK_STATS_HIDE_H
#define NASTAVNIK_STATS_HIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Of `groups` groups with n people each: hidden[i] when fewer than min. What is hidden must not
 * come out when the groups shown are taken from the whole: so the next smallest is hidden too,
 * until the hidden ones together are min people in at least two groups. Empty groups tell nothing
 * and count for nothing; they are hidden when min > 0.
 */
void stats_hide(const int64_t *n, size_t groups, int64_t min, bool *hidden);

#endif
