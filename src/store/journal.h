/*
 * Transactions for writing, and the journal under the steps. A transaction with a session is
 * recorded; one without (migrations, settings, undo itself) is not.
 */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include "file.h"
#include "nastavnik/store/write/step.h"

/* RC_READONLY, RC_IO when the file vanished, RC_BUG when one is open. */
enum rc txn_begin(struct store *s);
enum rc txn_commit(struct store *s);
/* Neither sets a sentence, so that the one of the failure stays. _abandon returns its code. */
void txn_rollback(struct store *s);
enum rc txn_abandon(struct store *s);

/* Begin to record into the open transaction, as step id. */
enum rc journal_start(struct store *s, int64_t id);
/* Finish the part that is being recorded and begin another. */
enum rc journal_cut(const struct store *s);
/* Is it time to cut? Keeps memory bounded, here and when the step is undone. */
bool journal_part_is_full(const struct store *s);
/* Finish the last part; no more is recorded. */
enum rc journal_finish(struct store *s);
/* Apply the changesets of a step: backwards and inverted, or forwards. */
enum rc journal_apply(struct store *s, int64_t step, bool invert);
/* Shows each row of a step's changesets in their order; stops when visit says false. */
enum rc journal_visit(const struct store *s, int64_t step,
		      bool (*visit)(void *data, sqlite3_changeset_iter *iter), void *data);
/* A step that changed no records but must not be passed by undo; inside a transaction. */
enum rc journal_barrier_step(struct store *s, const char *name, const char *why);

#endif
