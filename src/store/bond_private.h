/* What statements over bonds share. */
#ifndef STORE_BOND_PRIVATE_H
#define STORE_BOND_PRIVATE_H

#include <stdint.h>

#include "nastavnik/base/err.h"

/* The day to which a pair of the year y lasts that reached the end: bond_member_lasts(). */
#define YEAR_END_SQL \
	"CASE WHEN y.closed_on BETWEEN 1 AND y.bond_to THEN y.closed_on ELSE y.bond_to END"
/* Does the membership m of the year ?1 go on, or did it to the end? */
#define LASTS_SQL \
	"(m.state = 1 OR m.to_on >= (SELECT " YEAR_END_SQL " FROM year y WHERE y.year = ?1))"

struct store;

/* RC_CONFLICT with a sentence when something was written down of the bond: then it has worked, and
 * is ended, not deleted. */
enum rc bond_free_to_go(const struct store *s, int64_t bond);

#endif
