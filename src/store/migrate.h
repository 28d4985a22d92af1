/* Bringing a file to the newest tables. */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "file.h"
#include "nastavnik/base/embed.h"

/* Version that the migrations from `first` on (data/sql/, in their order) lead to. */
int migrate_newest(const struct embed *first);
/*
 * Run what the file lacks, each in one transaction. A file that is not new is copied first to
 * FILE.v1.bak (its version's number), and gets a barrier in the journal: changesets are of one
 * version. A file of a newer version is RC_DB.
 */
enum rc migrate(struct store *s, const struct embed *first);

#endif
