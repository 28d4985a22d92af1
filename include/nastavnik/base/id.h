/* Identity: random 64-bit ids for records, a UUID for files and schools. */
#ifndef NASTAVNIK_BASE_ID_H
#define NASTAVNIK_BASE_ID_H

#include <stddef.h>
#include <stdint.h>

/* A list of ids, in an order that means something; row is owned by whoever filled it (an arena). */
struct ids {
	int64_t *row;
	size_t n;
};

/*
 * A new positive id. Ids are drawn in runs: a random start (62 bits from the system), then +1 for
 * up to 65,536 records, so that rows of one bulk import lie together in the file; two PCs collide
 * with a chance below 1e-9 for a million records each. NASTAVNIK_SEED (a number) fixes the sequence
 * in tests.
 */
int64_t id_new(void);
/* Under NASTAVNIK_SEED start the sequence anew from the seed and salt; without it does nothing.
 * Whoever opens a file gives something that grows with the file (the number of its steps), or else
 * two programs run after each other under one seed would draw the same ids for different records.
 */
void id_stir(uint64_t salt);
/* A random UUID, version 4, as 36 characters and NUL. */
void uuid_new(char buf[37]);

#endif
