/* An open file, as the sources of this floor see it. */
#ifndef STORE_FILE_H
#define STORE_FILE_H

/* Debian's library has sessions; its header shows them only to who says so. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "lock.h"
#include "nastavnik/base/err.h"

struct crowd;
struct push;
struct fresh;
struct person_list;
struct query_cache;

/* "NSTV": what file(1) and we know the file by. */
#define STORE_APPLICATION_ID 0x4e535456

/* The step under way. */
struct open_step {
	bool open; /* a transaction for writing is open; recorded when there is a session */
	bool bulk;
	enum rc failed; /* a statement in it failed: it can only be rolled back */
	int64_t id;
	sqlite3_session *session; /* records the part that is being written */
	int64_t part;             /* number of that part, from 1 */
	int part_from;            /* sqlite3_total_changes() when it began */
	int64_t rows, pieces;     /* in the parts that are finished */
};

struct store {
	sqlite3 *db; /* NULL: the file could not be opened again after a failure */
	char *path;
	const char *shown; /* the path as sentences name it: of a file being made, the wished one */
	char *reason;      /* why it is read-only; "" when it is not */
	char *operator;
	struct file_lock lock;
	struct store_holder holder; /* pid, host … of the program that holds it */
	bool held;                  /* by that other program */
	bool wal;
	bool alone;     /* without memory shared with other programs: there was no room for it */
	bool immutable; /* nobody can write it: it lies on a medium that cannot be written */
	int schema;
	int64_t sitting;
	struct open_step
		*step;       /* apart, as reading a const store may find that a step has failed */
	struct fresh *fresh; /* new records of the part that is being written */
	struct push *push;   /* brings drafts to the disk while keys are read */
	struct crowd *crowd; /* new people of a bulk step that wait to be put in */
	int unseen; /* rows of drafts written over this connection: store_stamp() leaves them out */
	struct query_cache *queries;
	struct person_list *people; /* apart, as reading fills it */
};

/* Sets the sentence for an SQLite result code and returns the rc that goes with it. */
enum rc store_fail(const struct store *s, int code);
/* Statements without parameters and rows: pragmas, BEGIN. */
enum rc store_exec(const struct store *s, const char *sql);
/* A pragma and the first value it answers with. */
enum { PRAGMA_SIZE = 64 };
enum rc store_pragma(const struct store *s, const char *sql, char answer[PRAGMA_SIZE]);

/* Does every record point at one that is there? Where foreign keys were off for a while. RC_DB. */
enum rc store_check_keys(const struct store *s);

/* Connect to s->path and prepare the connection; read-only when s->reason is set. On failure s->db
 * is NULL. _raw: without a look at what the file holds, for one that is being made. */
enum rc store_connect(struct store *s);
enum rc store_connect_raw(struct store *s);
void store_disconnect(struct store *s);

/* A store without a connection; reason as in store_readonly_reason(), kept. */
struct store *store_new(const char *path, char *reason);
void store_free(struct store *s);

#endif
