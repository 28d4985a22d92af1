/*
 * New people of a bulk step, put in some thousands at a time: an INSERT then fills each b-tree in
 * its own order and is begun and ended once. A full batch goes in by a thread of its own while the
 * next one is being read, checked and filled, which halves the time of a large import; it is the
 * only second thread of the program. The connection is one thread's at a time: whoever is about to
 * use it (query_start(), the end of a step) calls crowd_go_in() first, and so also sees in the file
 * whoever was added.
 *
 * The people are recorded as they are put in, past the session: see fresh.h.
 */
#ifndef STORE_CROWD_H
#define STORE_CROWD_H

#include "file.h"
#include "nastavnik/model/person.h"

struct crowd *crowd_new(const struct store *s);
/* Waits for the writer; NULL is not fine. */
void crowd_free(struct crowd *crowd);

/* The table "crowd" that the INSERTs read from. Fails only without memory; the first INSERT says
 * so.
 */
void crowd_register(const struct store *s);

/* A new person with his id and year; copied. RC of the batch before, when that has ended. */
enum rc crowd_add(struct store *s, const struct person *p);
/* Wait until everybody is in. A failure has failed the step too. */
enum rc crowd_go_in(const struct store *s);
/* Is it the crowd itself that uses the connection? Then no part of the journal may end: the two
 * tables of a batch belong together. */
bool crowd_is_going_in(void);
/* Wait for the writer, forget who is not in yet, give the memory back. */
void crowd_forget(struct crowd *crowd);

#endif
