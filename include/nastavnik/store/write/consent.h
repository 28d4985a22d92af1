/* Changing consents. */
#ifndef NASTAVNIK_STORE_WRITE_CONSENT_H
#define NASTAVNIK_STORE_WRITE_CONSENT_H

#include "nastavnik/store/read/consent.h"

/* New (id 0: gets one) or changed. RC_NOT_FOUND with a sentence. */
enum rc consent_put(struct store *s, struct consent *c);
/* RC_NOT_FOUND with a sentence. */
enum rc consent_delete(struct store *s, int64_t id);
/* Two records of a person become one: the papers of one go over to the other; what both have of a
 * kind, year and date stays once. */
enum rc consent_move(struct store *s, int64_t from, int64_t to);

#endif
