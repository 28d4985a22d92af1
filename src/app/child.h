/* Another program run beside this one: no shell, a time limit, what it says is kept. */
#ifndef NASTAVNIK_SRC_APP_CHILD_H
#define NASTAVNIK_SRC_APP_CHILD_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "nastavnik/base/err.h"
#include "nastavnik/base/str.h"

/* All zero is none. */
struct child {
	pid_t pid;
	int pipe[2];        /* its standard output and its standard error; -1: closed */
	struct str said[2]; /* what came out of them, at most CHILD_SAID_MAX bytes each */
	int64_t since, limit;
	bool late; /* it was stopped because it took longer than its limit */
	int code;  /* once it has ended: its exit code, 128 + the signal that ended it */
};

enum { CHILD_OUT, CHILD_ERR, CHILD_SAID_MAX = 65536 };

/*
 * Start argv[0], found on PATH, with an empty input. limit_ms: it is stopped after so long.
 * RC_NOT_FOUND: there is no such program; RC_IO: the system refused. Neither sets a sentence: only
 * the caller knows what the program was for. After RC_OK call child_done().
 */
enum rc child_start(struct child *child, char *const *argv, int64_t limit_ms);
/* Wait for it for at most ms; true when it has ended. */
bool child_wait(struct child *child, int ms);
/* Stop it if it still runs, with all that it started, and free what it said. */
void child_done(struct child *child);

#endif
