/* What the calendar and its overview of the year share. */
#ifndef SCREENS_CALENDAR_H
#define SCREENS_CALENDAR_H

#include "nastavnik/app/calendar.h"
#include "nastavnik/ui/view.h"

/* The first and the last day of the calendar: from the August before the school year on. */
int calendar_first(const struct frame *f);
int calendar_last(const struct frame *f);
/* «Ноябрь 2026» */
const char *calendar_month_title(struct arena *a, int date);
/* The kinds that the calendar shows, which the overview is opened with. */
struct calendar_year_arg {
	unsigned kinds;
	int day; /* where the calendar stands */
};

#endif
