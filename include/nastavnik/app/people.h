/*
 * People, and their part in the two bases. Lists and single records are read from store/read/; here
 * stands what changes them.
 */
#ifndef NASTAVNIK_APP_PEOPLE_H
#define NASTAVNIK_APP_PEOPLE_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"
#include "nastavnik/model/declension.h"
#include "nastavnik/model/participant.h"

/* A person of the file who may be the one at hand. */
struct people_twin {
	struct person person; /* as the newest year has him */
	enum same same;       /* SAME_MAYBE or SAME_YES */
};
struct people_twins {
	struct people_twin *row; /* the surest first */
	size_t n;
};

/* Who in the file may be this person; a record with the same id is no twin of itself. */
enum rc people_twins(const struct app *app, struct arena *a, const struct person *fresh,
		     struct people_twins *twins);

/* What to do with a new person whom the file may know already. */
enum people_twin_rule {
	PEOPLE_ASK,     /* RC_CONFLICT with a sentence when people_twins() finds somebody */
	PEOPLE_ANOTHER, /* the curator has said: another person */
};

/*
 * Save a person and what his year (person->year; 0: the year worked on) says of him. id 0: a new
 * one, id and year are filled in. To say «this is that same person» set id to the twin's before
 * saving. RC_INVALID with a sentence when a field breaks its rule. Unchanged: RC_OK without a step.
 * Warnings (never prohibitions) are added to out, which may be NULL.
 */
enum rc people_save_person(struct app *app, struct person *person, enum people_twin_rule twins,
			   struct issues *out);
/* The same for a mentee or mentor: the person within is saved along; person.id 0 finds or makes the
 * person by the rule. The same person twice in one role and year: RC_CONFLICT. */
enum rc people_save_participant(struct app *app, struct participant *participant,
				enum people_twin_rule twins, struct issues *out);
/* A new participation of a person (0: of somebody new), with the defaults and what the file knows
 * of him in the year worked on; texts in the arena, nothing is saved. */
enum rc people_new_participant(const struct app *app, struct arena *a, enum role role,
			       int64_t person, struct participant *participant);

/*
 * Write one value, as a person types it, into a field of several mentees or mentors: one step for
 * all. Records that have the value already are left alone. RC_INVALID with the field's sentence:
 * nothing is changed then.
 */
enum rc people_set_all(struct app *app, struct ids participants, const struct field *field,
		       const char *text);
/* The same for several persons of the year, with a field of person_fields. */
enum rc people_set_persons(struct app *app, struct ids persons, const struct field *field,
			   const char *text);

/* How the person's name stands in papers, in place of what the program proposes; one that says
 * nothing gives the proposal back. RC_INVALID with the field's sentence. */
enum rc people_save_cases(struct app *app, const struct name_case *own);

/* Delete a person with all his years and participations. RC_CONFLICT with a sentence that lists
 * where he stands: a pair, an award, a course, a closed year … */
enum rc people_delete_person(struct app *app, int64_t person);
/* Take mentees or mentors out of their base; the persons stay. All in one step; RC_CONFLICT
 * (nothing is deleted) when one stands in a pair, an award and so on: the sentence says where. */
enum rc people_delete_participants(struct app *app, struct ids participants);
/* Two records of one person become one: keep's fields win, empty ones are filled from gone.
 * RC_CONFLICT when both take part in the same role and year. */
enum rc people_join(struct app *app, int64_t keep, int64_t gone);

/* Warnings of a participant as the file has it: participant_warn() and what only the file knows
 * (the person's other part in the year, twins). */
enum rc people_warn(const struct app *app, const struct participant *participant,
		    struct issues *out);

#endif
