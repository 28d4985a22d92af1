/* Pairs that go on in the next year. */
#ifndef NASTAVNIK_STORE_WRITE_PROLONG_H
#define NASTAVNIK_STORE_WRITE_PROLONG_H

#include "nastavnik/store/read/prolong.h"

/*
 * A bond of another year that prolongs one: its form, role model, strengths, aims and plan with the
 * terms moved by the years between and nothing done of it; no members, no result, not approved.
 * mentor: his participation in that year. *bond: its id. RC_NOT_FOUND.
 */
enum rc bond_prolong(struct store *s, int64_t before, int64_t year, int64_t mentor, int64_t *bond);

#endif
