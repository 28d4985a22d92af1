/*
 * Calendars for calendar programs and telephones: iCalendar, RFC 5545. Whole days only. An event
 * keeps its uid, so that reading the file again changes events instead of doubling them.
 */
#ifndef NASTAVNIK_PORT_ICS_H
#define NASTAVNIK_PORT_ICS_H

#include <stdint.h>

#include "nastavnik/base/str.h"

/* One event. Texts are UTF-8, of any length and with any characters. */
struct ics_event {
	const char *uid;      /* of the whole world's own: "task-1f@uuid of the school" */
	int from, until;      /* whole dates, both are days of the event */
	const char *summary;  /* the line that calendars show */
	const char *category; /* one word; "": none */
};

/* Begin a calendar at the end of out, with the name that it is offered under. */
void ics_begin(struct str *out, const char *name);
/* stamp: when the file was made, clock_now(). */
void ics_add(struct str *out, const struct ics_event *event, int64_t stamp);
/* Nothing can be added any more. */
void ics_end(struct str *out);

#endif
