/*
 * The right to write: a lock on FILE.lock, which also tells who has it. Not on the database itself:
 * closing any descriptor of that drops SQLite's own locks on it.
 */
#ifndef STORE_LOCK_H
#define STORE_LOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/err.h"

/* Who has the file open for writing. */
struct store_holder {
	int64_t pid;       /* 0: not known */
	int64_t since;     /* clock_now() of opening; 0: not known */
	char host[64];     /* "" : not known */
	char operator[64]; /* login name; "" : not known */
};

struct file_lock {
	int fd;     /* -1: not held */
	char *path; /* of the lock file */
};

enum lock_result {
	LOCK_TAKEN,
	LOCK_HELD,    /* by another program: *holder says by whom, as far as is known */
	LOCK_REFUSED, /* the system lets us make no lock file here: errno says why */
};

/* Try to take the lock of the database at path for `self`. */
enum lock_result lock_take(struct file_lock *lock, const char *path,
			   const struct store_holder *self, struct store_holder *holder);
/* Does another program hold it now? No, where that cannot be told. */
bool lock_is_held(const char *path);
/* Give it back and remove the lock file; nothing happens when it is not held. */
void lock_release(struct file_lock *lock);

#endif
