/* The calendar of the school year worked on: what has its day, in words, and as a file. */
#ifndef NASTAVNIK_APP_CALENDAR_H
#define NASTAVNIK_APP_CALENDAR_H

#include "nastavnik/app/app.h"
#include "nastavnik/store/read/calendar.h"

/* An entry as the person reads it. */
struct calendar_item {
	struct calendar_entry entry;
	bool done;        /* there is nothing to be done any more */
	bool overdue;     /* its day is over and it is not done */
	const char *text; /* «Дневники за октябрь: сдано 12 из 40» */
};

/* Items in an arena. */
struct calendar_items {
	struct calendar_item *row;
	size_t n;
};

/* Of the days from … to, both included, by day; kinds: CALENDAR_BIT()s. names: who meets whom;
 * without them a meeting has no words but its kind, and nobody's name stands anywhere. */
enum rc calendar_items_load(const struct app *app, struct arena *a, int from, int to,
			    unsigned kinds, bool names, struct calendar_items *out);

/* «срок», «встреча»: one word. */
const char *calendar_kind_name(enum calendar_kind kind);
/* All kinds as choices: id = enum calendar_kind, names in full; in the arena. */
struct choices calendar_kinds(struct arena *a);
/* «Октябрь», month 1 … 12. */
const char *calendar_month(int month);

/*
 * Write the whole year as iCalendar (RFC 5545), for calendar programs and telephones: all but
 * meetings that were held. An entry keeps its UID, so that the file can be read again. names: with
 * those of the pairs; else no name of a person is in it, see domain.md §7. *events (may be NULL)
 * gets their number; RC_NOT_FOUND: there is nothing to write.
 */
enum rc calendar_save(const struct app *app, const char *path, bool names, size_t *events);

#endif
