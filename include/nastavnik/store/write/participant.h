/* Changing mentees and mentors. */
#ifndef NASTAVNIK_STORE_WRITE_PARTICIPANT_H
#define NASTAVNIK_STORE_WRITE_PARTICIPANT_H

#include "nastavnik/store/read/participant.h"

/* New (id 0: gets one) or changed, with topics, interests, ballot and consent. p->person is written
 * too, as by person_put() (id 0: a new person); p->person.year is the year. RC_CONFLICT, with a
 * sentence, when the person has this role in this year already under another id. */
enum rc participant_put(struct store *s, struct participant *p);
/* The person stays. RC_CONFLICT, with a sentence, when the participation is or was in a confirmed
 * pair; lines of proposals that are not confirmed go with it. */
enum rc participant_delete(struct store *s, int64_t id);

#endif
