/* Where files lie: paths, folders, kinds of file systems. No SQL. */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include <stdbool.h>

#include "nastavnik/base/err.h"

/* The path without symbolic links and from the root, on the heap: the program may change its folder
 * while the file is open. What does not exist keeps its name. */
char *place_absolute(const char *path);
/* Make the folders above path that are missing, mode 0700. */
enum rc place_make_folder(const char *path);
/* Is there a file to open at path, as far as the file system can tell? RC_NOT_FOUND, RC_INVALID (a
 * folder), RC_DB (empty), RC_IO. */
enum rc place_check(const char *path);
/* Is this a file system where memory cannot be shared by programs (NFS, CIFS, SMB, 9p, FUSE)? There
 * SQLite's write-ahead log is no good. */
bool place_is_network(const char *path);
/* May the folder of path be written? */
bool place_folder_writable(const char *path);
/* A new empty file, mode 0600; RC_CONFLICT when there is one. Sentences name it as `shown`. */
enum rc place_new_file(const char *path, const char *shown);
/* What SQLite left beside an earlier file of this name would be played into the new one. It may be
 * all that is left of that file: so it is set aside (-wal.old), not removed. */
void place_set_aside(const char *path);
/* Give the finished file `made` its name; both lie in one folder. On the disk when it returns
 * RC_OK. RC_CONFLICT: the name is taken; then, and after any failure, `made` is gone. */
enum rc place_publish(const char *made, const char *path);
/* Remove a database with all that SQLite may have put beside it. */
void place_remove(const char *path);
/* Is there anything in the file `path` + suffix? */
bool place_has_beside(const char *path, const char *suffix);

#endif
