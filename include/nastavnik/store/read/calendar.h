/* What of a school year has its day: steps, meetings, events, lessons, contests, papers that end.
 */
#ifndef NASTAVNIK_STORE_READ_CALENDAR_H
#define NASTAVNIK_STORE_READ_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

struct store;

/* What an entry is. Ids of choices too, from 1. */
enum calendar_kind {
	CALENDAR_TASK = 1, /* the term of a step */
	CALENDAR_MEETING,  /* a pair's meeting that is planned */
	CALENDAR_HELD,     /* one that was held */
	CALENDAR_EVENT,
	CALENDAR_LESSON,
	CALENDAR_TEST,
	CALENDAR_CONTEST,
	CALENDAR_DIARY, /* the diaries of a month are due */
	CALENDAR_CONSENT,
	CALENDAR_AGREEMENT,
	CALENDAR_KINDS = CALENDAR_AGREEMENT,
};

/* A set of them. */
#define CALENDAR_BIT(kind) (1U << (kind))
#define CALENDAR_ALL (~0U)

/* Who meets: the mentor, and the first of the mentees. Texts are never NULL. */
struct calendar_pair {
	int64_t bond, mentees;
	struct calendar_side {
		const char *family, *given;
	} mentor, mentee;
};

/* One entry. Texts are never NULL. */
struct calendar_entry {
	int64_t day, until; /* dates; until is day but for what lasts several days */
	int64_t kind;       /* enum calendar_kind */
	/* The record: step, meeting, event, lesson, course, contest, partner; of diaries the month,
	 * of consents the kind. */
	int64_t id;
	/* To what it belongs: of meetings the bond, of lessons the course, of steps the stage, of
	 * contests which of its days (1 … 3), of consents somebody whose one it is. */
	int64_t of;
	const char *name;  /* its own words: of a meeting the theme */
	const char *whole; /* of a lesson its course, of an agreement the partner */
	int64_t done;      /* of a step its day, DATE_NONE; of diaries how many were handed in */
	int64_t count;     /* of diaries, consents: how many there are */
	bool optional;     /* of a step */
	const struct calendar_pair *pair; /* of a meeting, when names were asked for; else NULL */
};

/* Entries in an arena. */
struct calendar {
	struct calendar_entry *row;
	size_t n;
};

/* Which of them. */
struct calendar_query {
	int64_t year;
	int from, to;   /* dates, both included */
	unsigned kinds; /* CALENDAR_BIT()s */
	bool names;     /* of meetings who meets, and the theme */
};
/* By day; on a day by kind, meetings that were held last. */
enum rc calendar_load(const struct store *s, struct arena *a, const struct calendar_query *query,
		      struct calendar *out);

#endif
