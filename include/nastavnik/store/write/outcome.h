/* Changing what stage 7 writes down beside its registers. */
#ifndef NASTAVNIK_STORE_WRITE_OUTCOME_H
#define NASTAVNIK_STORE_WRITE_OUTCOME_H

#include "nastavnik/store/read/outcome.h"

/* What one mentee of a bond reached. RC_NOT_FOUND. */
enum rc member_result_put(struct store *s, const struct bond_member *member);
/* A mark of an expert; 0 takes it away. */
enum rc entry_mark_put(struct store *s, const struct entry_mark *mark);

#endif
