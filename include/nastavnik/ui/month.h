/*
 * A month as a little calendar: weeks below each other from Monday on, a sign behind each day that
 * has something. A list may have some beside its rows (list_spec.month).
 */
#ifndef NASTAVNIK_UI_MONTH_H
#define NASTAVNIK_UI_MONTH_H

#include "nastavnik/ui/paint.h"

/* Days of the longest month, and of a week. */
enum { MONTH_DAYS = 31, MONTH_WEEK = 7 };

struct month {
	const char *title; /* translated: «Ноябрь 2026» */
	int first;         /* weekday of its first day: 1 Monday … 7 */
	int days;          /* 28 … 31 */
	int chosen;        /* the day that the cursor belongs to; 0: none of this month */
	/* By day: how it is written, INK_TEXT unless said otherwise, and the one sign behind it;
	 * NULL: none. */
	enum ink ink[MONTH_DAYS + 1];
	const char *sign[MONTH_DAYS + 1];
};

#endif
