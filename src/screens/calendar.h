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
/* Has the item a screen of its own? Open it. */
bool calendar_item_opens(const struct calendar_item *item);
unsigned calendar_item_open(struct frame *f, const struct calendar_item *item);
/* Something new on a day: asks what. */
unsigned calendar_add(struct frame *f, int day);
/* Save the year for calendar programs: asks for names or none, and where to. */
unsigned calendar_file_ask(struct frame *f);

/* The kinds that the calendar shows, which the overview is opened with. */
struct calendar_year_arg {
	unsigned kinds;
	int day; /* where the calendar stands */
};

#endif
