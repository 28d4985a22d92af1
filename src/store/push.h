/*
 * Bringing to the disk what was committed without waiting for it (drafts), while keys are read: a
 * thread that syncs the write-ahead log. It knows the log's path and nothing of SQLite. Asking
 * while it is at work is one more turn, however often it is asked.
 *
 * It opens the log itself: closing a descriptor drops the process's POSIX locks on that file, and
 * SQLite locks the database and the -shm file, never the log. With a rollback journal there is
 * nothing to push: a draft is on the disk when its commit returns.
 */
#ifndef STORE_PUSH_H
#define STORE_PUSH_H

struct push;

struct push *push_new(const char *path);
/* What is in the log now is to reach the disk soon. */
void push_ask(struct push *p);
/* Waits until the turn that is under way is over. */
void push_free(struct push *p);

#endif
