/* Changing people. */
#ifndef NASTAVNIK_STORE_WRITE_PERSON_H
#define NASTAVNIK_STORE_WRITE_PERSON_H

#include "nastavnik/store/read/person.h"

/* New (id 0: gets one) or changed; what p->year says is written for that year only. year 0: only
 * the person himself is changed, who must be there already. */
enum rc person_put(struct store *s, struct person *p);
/* What p->year says of a person who is in the file and has no record of that year yet; the person
 * himself is not touched. */
enum rc person_year_add(struct store *s, const struct person *p);
/* With years, participations, consents and what hangs on them. RC_CONFLICT, with a sentence, when
 * he is or was in a confirmed pair: pairs are history. RC_NOT_FOUND likewise with one. */
enum rc person_delete(struct store *s, int64_t id);

#endif
