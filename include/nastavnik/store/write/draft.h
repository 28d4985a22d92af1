/*
 * Writing drafts. They are no records: the journal knows nothing of them, nor does store_stamp().
 * A draft survives the end of the program at once; it is on its way to the disk when the call
 * returns, and nobody who types waits for it there.
 */
#ifndef NASTAVNIK_STORE_WRITE_DRAFT_H
#define NASTAVNIK_STORE_WRITE_DRAFT_H

#include "nastavnik/store/read/draft.h"

/* Keep it, in place of an older one of the same form and record; at is set. */
enum rc draft_put(struct store *s, const struct draft *draft);
/* It is of no use any more; RC_OK too when there is none. */
enum rc draft_remove(struct store *s, const char *form, int64_t record);

#endif
