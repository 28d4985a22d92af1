/* What statements over bonds share. */
#ifndef STORE_BOND_PRIVATE_H
#define STORE_BOND_PRIVATE_H

/* The day to which a pair of the year y lasts that reached the end: bond_member_lasts(). */
#define YEAR_END_SQL \
	"CASE WHEN y.closed_on BETWEEN 1 AND y.bond_to THEN y.closed_on ELSE y.bond_to END"
/* Does the membership m of the year ?1 go on, or did it to the end? */
#define LASTS_SQL \
	"(m.state = 1 OR m.to_on >= (SELECT " YEAR_END_SQL " FROM year y WHERE y.year = ?1))"

#endif
