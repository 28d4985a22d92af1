/* What counts as a consent, for all statements that ask. */
#ifndef STORE_CONSENT_PRIVATE_H
#define STORE_CONSENT_PRIVATE_H

#include "file.h"

/* Stands today: signed, not withdrawn, its term not past. c is consent; the same rule as
 * consent_state(). */
#define CONSENT_STANDS_SQL \
	"c.signed_on > 0 AND c.withdrawn_on = 0 AND (c.until = 0 OR c.until >= today())"
/* The paper to take part of participation t. */
#define CONSENT_OF_T_SQL \
	"c.person = t.person AND c.year = t.year AND c.kind = 1 AND " CONSENT_STANDS_SQL
/* The papers on data processing and publication of participation t may reach over several years. */
#define CONSENT_LONG_SQL                                                                 \
	"c.person = t.person AND (c.year = t.year OR (c.year < t.year AND c.until > 0))" \
	" AND " CONSENT_STANDS_SQL
#define CONSENT_DATA_OF_T_SQL "c.kind = 2 AND " CONSENT_LONG_SQL
#define CONSENT_PUBLISH_OF_T_SQL "c.kind = 3 AND " CONSENT_LONG_SQL

/* Make today() known to a connection: the day, YYYYMMDD. */
void consent_register(sqlite3 *db);

#endif
