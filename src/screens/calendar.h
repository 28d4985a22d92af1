/* What the files of the calendar share. */
#ifndef SCREENS_CALENDAR_H
#define SCREENS_CALENDAR_H

#include "cells.h"
#include "nastavnik/app/calendar.h"
#include "nastavnik/ui/view.h"

/* Rows seen above a day that was gone to; months beside the rows, at most. */
enum { CALENDAR_ROWS_ABOVE = 4, CALENDAR_MONTHS = 4 };

/* A day without anything, or an entry. */
struct day_row {
	int day;
	const struct calendar_item *item;
	bool first;  /* of its day */
	size_t held; /* that many meetings that were held, told in one row; 0: just the item */
};

/* The whole year with what is found in it, kept while the file and the kinds are the same: letters
 * follow each other fast. */
struct found {
	struct arena arena;
	int64_t version; /* app_version(); -1: nothing is kept */
	unsigned kinds;
	struct calendar_items items;
	const char **fold;
};

struct calendar_desk {
	struct cells cells;
	struct day_row *row;
	struct calendar_items month; /* what the rows show */
	struct calendar_items near;  /* without names: the year up to what the months show */
	/* what stays over loads */
	struct found found;
	unsigned kinds;
	int day;    /* the cursor's, or the one to go to */
	int64_t id; /* the row under the cursor; 0: the first of the day */
	bool lift;  /* the day is gone to: what follows it is to be seen */
	int opened; /* the day whose meetings are told one by one */
};

static inline struct calendar_desk *calendar_desk(const struct frame *f)
{
	return f->data;
}

/* For the list's spec: the rows of the month, or what is found in the year; the months beside. */
enum rc calendar_rows_load(struct frame *f, const struct list_query *query, size_t *n);
bool calendar_months(struct frame *f, size_t place, struct month *month);
/* Note where the cursor is: it is gone to after the next load. */
void calendar_note(struct frame *f);

/* The first day of the month of a day, and its last. */
int calendar_month_first(int day);
int calendar_month_last(int day);

/* The first and the last day of the calendar: from the August before the school year on. */
int calendar_first(const struct frame *f);
int calendar_last(const struct frame *f);
/* «Ноябрь 2026» */
const char *calendar_month_title(struct arena *a, int date);
/* Open what an item stands for. */
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
