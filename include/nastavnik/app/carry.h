/*
 * A new school year out of the one worked on: who goes on, who has finished, who has left, which
 * pairs of teachers and which records live on. Last year's data stay as they are; other bonds are
 * not carried on, they end with their year.
 */
#ifndef NASTAVNIK_APP_CARRY_H
#define NASTAVNIK_APP_CARRY_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/id.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/read/prolong.h"

/* A pair or group of teachers lasts three years at most, domain.md §2. */
enum { CARRY_PAIR_YEARS = 3 };

/* The year that ends, read once for all the looks at what would become of it. */
struct carry {
	int64_t from;
	bool closed;
	struct people people;
	struct participants mentees, mentors;
	struct lastings pairs; /* of teachers on both sides, lasting less than three years */
	int last_grade;     /* the class that finishes the school: 11, or 12 of an evening school */
	int64_t bonds_open; /* pairs that nobody has closed yet */
};

/* What is decided about them. */
struct carry_choice {
	int64_t year;           /* to be opened */
	int64_t keep_graduates; /* 1: who has finished stays in the list as a graduate */
	struct ids leaving;     /* persons who leave although their class goes on */
	struct ids graduates;   /* persons who have finished and are mentors in the new year */
	struct ids mentors;     /* participations that go on in the new year's base */
	struct ids mentees;     /* likewise */
	struct ids pairs;       /* bonds that are prolonged; both sides are in the new bases then */
};

/* What will become of the people. */
struct carry_counts {
	int64_t up;        /* pupils one class higher */
	int64_t stay;      /* staff, parents, partners: as they are */
	int64_t graduates; /* have finished, and stay in the list */
	int64_t gone;      /* have finished or leave, and are not in the new year */
	int64_t mentors, mentees;
	int64_t pairs; /* prolonged */
};

/* Read the year worked on, into the arena. */
enum rc carry_load(const struct app *app, struct arena *a, struct carry *out);
/* Count, without doing anything. */
void carry_count(const struct carry *carry, const struct carry_choice *choice,
		 struct carry_counts *out);
/* Does the person stand in a class that many leave the school after: the 9th? */
bool carry_may_leave(const struct person *person);
/* Does the person stand in the class that finishes the school? */
bool carry_finishes(const struct carry *carry, const struct person *person);
/* The participations of those whose class does not finish the school and who have not left: whom to
 * propose. Ids in the arena. */
struct ids carry_staying(const struct carry *carry, struct arena *a,
			 const struct participants *all);
/*
 * Open the year with these people, the prolonged pairs, the records that live on, the reference
 * books, the steps of the stages (terms a year later) and the rules, and work on it: one step of
 * the journal. The year before may be closed. RC_CONFLICT: the year is there already.
 */
enum rc carry_year(struct app *app, const struct carry *carry, const struct carry_choice *choice);

#endif
