/* Files written whole or not at all: to a temporary file beside, flushed, then renamed. */
#ifndef NASTAVNIK_PORT_SAVE_H
#define NASTAVNIK_PORT_SAVE_H

#include "nastavnik/base/issue.h"
#include "nastavnik/port/encoding.h"

/*
 * A file being saved. A new file gets mode 0600 (personal data), one that is replaced keeps its
 * mode. Where path is no regular file (/dev/stdout, a pipe) it is written directly. A school's file
 * is not replaced. RC_IO or RC_INVALID with a sentence that names the path.
 */
struct save;
/* Begin; heap, ended by save_commit() or save_drop(). */
enum rc save_open(const char *path, struct save **save);
/* A failure sticks and is told by save_commit(). */
void save_write(struct save *save, const void *bytes, size_t n);
/* For a library that writes by name: the empty temporary file, which it may only write into; NULL
 * where path is no regular file. Lives as long as save; do not mix with save_write(). */
const char *save_name(const struct save *save);
/* What such a library failed with (errno.h), for save_commit() to tell. */
void save_fail(struct save *save, int fault);
/* Flush to the disk and take path's place. Frees save in any case. */
enum rc save_commit(struct save *save);
/* Forget it; path is as it was. NULL does nothing. */
void save_drop(struct save *save);

/* A whole text (UTF-8) into a file in an encoding; '\n' stays as it is. Characters for
 * which the encoding has neither a place nor a twin become '?' and are reported by line in issues
 * (may be NULL). */
enum rc text_save(const char *path, enum encoding encoding, const char *text,
		  struct issues *issues);

#endif
