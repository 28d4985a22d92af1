/*
 * What the files paper_<theme>.c share. Each ends in a table of rows, which papers.c lists:
 *
 *	static enum rc sheet_fill(const struct paper_work *w, struct scope *s) { … scope_text() … }
 *	static const struct paper rows[] = { { .name = "meeting_sheet", … .fill = sheet_fill } };
 *	const struct papers meeting_papers = PAPERS(rows);
 */
#ifndef NASTAVNIK_SRC_APP_PAPER_H
#define NASTAVNIK_SRC_APP_PAPER_H

#include "inner.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/print/scope.h"
#include "nastavnik/store/read/name_case.h"

struct papers {
	const struct paper *row;
	size_t n;
};

#define PAPERS(table)                                       \
	{                                                   \
		(table), sizeof(table) / sizeof((table)[0]) \
	}

/* The tables, one a theme. */
extern const struct papers roadmap_papers;
extern const struct papers pairs_papers;
extern const struct papers plans_papers;
extern const struct papers classes_papers;
extern const struct papers bases_papers;
extern const struct papers consents_papers;
extern const struct papers blanks_papers;
extern const struct papers review_papers;
extern const struct papers monitoring_papers;
extern const struct papers awards_papers;
extern const struct papers contests_papers;
extern const struct papers outcome_papers;
extern const struct papers surveys_papers;
extern const struct papers results_papers;
extern const struct papers training_papers;
extern const struct papers swot_papers;

/* One page, or more, of a paper being made. */
struct paper_work {
	const struct app *app;
	int64_t id;     /* of the subject; 0: the year's, or a blank for nobody */
	int64_t person; /* of paper->each: the participation it is made for; 0 */
	bool all;       /* the paper is made for all there are, not for one that was asked for */
	size_t page;    /* how many were made before it */
	int day;        /* of the wish */
	const char
		*tick; /* what stands for "is there": «✓», or «+» where there is no such letter */
	void *data;              /* what begin() read */
	struct name_cases cases; /* corrections of names */
};

/* The text of a paper: the school's own copy, else the methodology's. RC_NOT_FOUND, RC_INVALID,
 * RC_IO with a sentence. */
struct paper_words {
	const char *path; /* for the sentence of a fault in it */
	const char *text;
};
enum rc paper_words_find(const struct app *app, struct arena *a, const char *name,
			 struct paper_words *out);

/* Subjects that several themes have: classes by their place in the list (and the adults behind
 * them); pairs and groups (ids of bonds), mentees and mentors (ids of participations),
 * by name. */
extern const struct paper_subject paper_of_class, paper_of_bond, paper_of_mentee, paper_of_mentor;

/* For papers of paper_of_bond: `begin`, and the places of the pair w->id from what it read: mentor
 * and mentee (names with cases; the first of a group), mentor_place, mentee_place, mentees (all,
 * one text; also a table of mentee, mentee_place), group, form, from, to. A blank has them empty.
 * RC_NOT_FOUND with a sentence. */
enum rc paper_bonds_begin(const struct app *app, struct arena *a, void **data);
enum rc paper_bond(const struct paper_work *w, struct scope *s, const void *data);

/* Places that all papers have: school, school_genitive, school_short, town, year, today,
 * today_long; director (a name with cases), director_post, director_initials; curator,
 * curator_initials, curator_position, curator_post (inside a sentence); order_number, order_date.
 */
void paper_common(const struct app *app, struct scope *s);
/* A place for a person's name, with its cases. */
void paper_person(const struct paper_work *w, struct scope *s, const char *name,
		  const struct person *person);
/* «7В класс», «учитель физики»: what stands beside a name, in the arena. Russian whatever the
 * interface speaks. */
const char *paper_place(struct arena *a, const struct person *person);
/* The same as paper_person() of somebody who is no record: the whole name as it was typed. */
void paper_name(struct scope *s, const char *name, const char *full);

#endif
