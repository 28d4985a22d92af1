/* A whole text read from a file, whatever its encoding. */
#ifndef NASTAVNIK_PORT_LOAD_H
#define NASTAVNIK_PORT_LOAD_H

#include <stddef.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

/*
 * The text of a file in UTF-8 and NFC, lines ended by '\n', in the arena. Which encoding it is in
 * is found out (encoding.h). RC_NOT_FOUND without a sentence: there is no such file; RC_INVALID
 * with one: larger than max bytes, or no text; RC_IO likewise.
 */
enum rc text_load(struct arena *a, const char *path, size_t max, const char **text);

#endif
