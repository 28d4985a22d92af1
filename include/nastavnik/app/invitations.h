/* Invitations of mentors (model/bases.h): who has agreed goes into the base, nothing typed twice.
 */
#ifndef NASTAVNIK_APP_INVITATIONS_H
#define NASTAVNIK_APP_INVITATIONS_H

#include "nastavnik/app/people.h"

/* The person whom an invitation names, as he would go into the list: name, kind by the sub-base,
 * class, position or place, telephone or e-mail. Texts in the arena. RC_INVALID with a sentence:
 * the name has one word only. */
enum rc invitation_person(const struct app *app, struct arena *a, int64_t invitation,
			  struct person *out);
/*
 * The answer is yes: the person is in the list of the school and in the base of mentors, the answer
 * noted, all in one step. person: who of the file it is; 0: found by the rule, as
 * people_save_participant() does (RC_CONFLICT: somebody of the file may be that person). Who is a
 * mentor of the year already stays as he is. *mentor: the participation.
 */
enum rc invitations_accept(struct app *app, int64_t invitation, int64_t person,
			   enum people_twin_rule rule, int64_t *mentor);
/* Give every mentor of the year that has no sub-base the one of his kind: one step; *n: how many.
 */
enum rc subbases_fill(struct app *app, size_t *n);

#endif
