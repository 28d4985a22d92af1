/*
 * A file system that breaks on demand, between SQLite and the real one. Calls that touch the disk
 * are counted; one of them, chosen beforehand, fails. Syncs are counted but not done, so that
 * sweeping over every call is quick: what was not synced is remembered instead, for the power cut.
 */
#ifndef TESTS_FAULT_VFS_H
#define TESTS_FAULT_VFS_H

#include <stdbool.h>

enum fault {
	FAULT_NONE,
	FAULT_ONCE,   /* the call fails with an I/O error, the next ones succeed */
	FAULT_ALWAYS, /* the call and all after it fail */
	FAULT_FULL,   /* from the call on nothing more can be written: no room */
	FAULT_POWER,  /* from the call on nothing happens any more; see fault_power_cut() */
};

/* Becomes the default; shared: whether it offers shared memory (without it there is no log, only a
 * rollback journal). Call once for each kind. */
void fault_vfs_use(bool shared);
/* Break the call with this number, counted from now, from 1. */
void fault_arm(enum fault fault, int call);
/* No more faults. Returns whether the call was reached. */
bool fault_disarm(void);
/* What the power cut leaves on the disk: of the writes that were not synced some are lost, by dice.
 */
void fault_power_cut(unsigned seed);

#endif
