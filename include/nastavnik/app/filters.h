/*
 * Filters of the three lists of people: conditions that a form shows, a list is restricted by and
 * that are kept under a name. A filter is a record over a field table, so that form, file and head
 * line come from one place. Categories are no condition, on purpose.
 */
#ifndef NASTAVNIK_APP_FILTERS_H
#define NASTAVNIK_APP_FILTERS_H

#include "nastavnik/app/app.h"
#include "nastavnik/store/read/filter.h"
#include "nastavnik/store/read/participant.h"

/* The lists that have filters. */
enum filter_list { FILTER_PEOPLE, FILTER_MENTEES, FILTER_MENTORS, FILTER_LISTS };

/* What somebody has or has not; the choices of such a field carry these ids. */
enum filter_has { FILTER_ANY, FILTER_HAS, FILTER_LACKS };

/* All zero but class_name, which is "": everybody who is here. */
struct filter {
	const char *class_name; /* a class, a parallel («7»), the beginning of a position */
	int64_t kind;           /* enum person_kind */
	int64_t part;           /* enum person_part */
	int64_t form;           /* book item */
	int64_t subbase;        /* likewise; -1: none is said */
	int64_t topics, consent, pair, selected, trained, entry; /* enum filter_has */
	int64_t left;                                            /* enum left_rule */
};

/* The conditions of a list, and the sets of choices they name. */
extern const struct fields people_filter_fields, mentees_filter_fields, mentors_filter_fields;
struct choice_source filter_choices(struct app *app);

/* Does it ask for nothing: everybody who is here? */
bool filter_is_empty(enum filter_list list, const struct filter *filter);
/* «7В, без согласия»; "" for everybody. */
char *filter_tell(struct app *app, struct arena *a, enum filter_list list,
		  const struct filter *filter);
/* Write the conditions into a query; the filter must outlive it. */
void filter_people_query(const struct filter *filter, struct person_query *query);
void filter_participants_query(const struct filter *filter, struct participant_query *query);
/* A filter for those who lack something (enum participant_lack, one bit). */
struct filter filter_of_lack(unsigned lack);

/* The kept ones of a list, by name. */
enum rc filters_kept(const struct app *app, struct arena *a, enum filter_list list,
		     struct kept_filters *out);
/* What a kept one says; a word that is not understood any more (a form that is gone) is dropped. */
void filter_read(struct app *app, struct arena *a, enum filter_list list, const char *text,
		 struct filter *out);
/* Keep it; one of the same name is replaced. RC_INVALID with a sentence without a name or without
 * conditions. */
enum rc filter_keep(struct app *app, enum filter_list list, const char *name,
		    const struct filter *filter);
/* Forget a kept one. */
enum rc filter_forget(struct app *app, const struct kept_filter *kept);

#endif
