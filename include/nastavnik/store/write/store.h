/*
 * The one file of a school: make it, open it, close it, copy it, check it.
 *
 * One program writes a file at a time; others read it. What a committed step wrote is on the disk
 * when step_commit() returns. Between sittings the file is one file: no -wal, -shm or -journal
 * remain. Errors are RC_IO (the system refused), RC_DB (damaged, not ours, or of a newer version),
 * RC_READONLY, RC_CONFLICT (held by another program) and RC_BUG, each with its sentence set.
 */
#ifndef NASTAVNIK_STORE_WRITE_STORE_H
#define NASTAVNIK_STORE_WRITE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/err.h"
#include "nastavnik/base/issue.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/school.h"
#include "nastavnik/model/task.h"

struct questionnaires;
struct targets;
struct records;
struct store;

/* What a year begins with; each may be NULL. */
struct store_start {
	const struct books *books;
	const struct tasks *tasks;
	const struct records *grounds; /* legal ones */
	const struct questionnaires *surveys;
	const struct records *indicators;
	const struct targets *targets; /* of those, in all years */
};

enum store_flag {
	STORE_READ_ONLY = 1, /* do not ask for the right to write */
};

/*
 * Make a new file (mode 0600; a missing folder is made with mode 0700) that holds the school, its
 * first year and what that begins with, and open it for writing. school->uuid "" or NULL: a new
 * one is drawn; ids of book items are kept, 0 gets a new one; answers and forms are ids of items of
 * the same list. All or nothing: a failure leaves no file behind. A file that is there already is
 * RC_CONFLICT and stays as it is.
 */
enum rc store_create(const char *path, const struct school *school, const struct year *year,
		     const struct store_start *start, struct store **out);
/*
 * Open a file; an older schema is brought up to date after a backup beside it (FILE.v1.bak). When
 * another program holds it, or it may only be read, the store is opened for reading and
 * store_readonly_reason() says why; that is not an error.
 */
enum rc store_open(const char *path, unsigned flags, struct store **out);
/* Roll back what is unfinished, write everything home and give the file back. NULL is allowed. */
void store_close(struct store *s);

/* A whole copy of the file as it is now, itself a good school file, mode 0600. A file that is there
 * already is RC_CONFLICT; a failure leaves no half copy. Allowed on a read-only store, not inside a
 * step. */
enum rc store_backup(const struct store *s, const char *path);
/* Is the file sound: SQLite's own check, references, and the rules that the program keeps. Faults
 * are added to issues; the rc tells only whether the check could be made. */
enum rc store_check(const struct store *s, struct issues *issues);
/* Call when nothing happened for a second: writes the log of changes home into the file, so that a
 * plain copy of it is whole. Cheap when there is nothing to do; a failure is left for later. */
void store_checkpoint_idle(struct store *s);

#endif
