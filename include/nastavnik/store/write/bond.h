/* Changing bonds and proposals. */
#ifndef NASTAVNIK_STORE_WRITE_BOND_H
#define NASTAVNIK_STORE_WRITE_BOND_H

#include "nastavnik/store/read/bond.h"

/* A mentee joins a bond. m->id 0: gets one. m->bond 0: a new bond of m->mentor, with m->form and
 * m->role_model, is made and its id set; else the bond's mentor, form and role model count. */
enum rc bond_member_add(struct store *s, struct bond_member *m);
/* Make the stored one like b, but for its year and mentor. RC_NOT_FOUND. */
enum rc bond_put(struct store *s, const struct bond *b);
/* The term of all its memberships that go on. RC_NOT_FOUND: there are none. */
enum rc bond_term_put(struct store *s, const struct bond_term *term);
/* It ends on a day, with a reason; the history stays. RC_NOT_FOUND. */
enum rc bond_member_end(struct store *s, int64_t id, int64_t on, const char *reason);
/* It was a mistake: forget it; a bond left without members goes too, with its plan. RC_NOT_FOUND;
 * RC_CONFLICT with a sentence that says of what there is a record: a pair that worked is ended. */
enum rc bond_member_delete(struct store *s, int64_t id);

/* A new proposal with its pairs: id, number (the next of its year), made_at and ids of pairs are
 * set. */
enum rc proposal_save(struct store *s, struct proposal *p);
/* Make the stored one like p (pairs compared by id; id 0: a new one). RC_NOT_FOUND. */
enum rc proposal_update(struct store *s, struct proposal *p);
enum rc proposal_delete(struct store *s, int64_t id);

#endif
