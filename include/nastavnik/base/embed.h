/* Files of data/ compiled into the program; a NUL stands behind the text. */
#ifndef NASTAVNIK_BASE_EMBED_H
#define NASTAVNIK_BASE_EMBED_H

#include <stddef.h>

struct embed {
	const char *name; /* path below data/, such as "sql/0001_initial.sql" */
	const char *text;
	size_t size; /* bytes, without the NUL */
};

/* All embedded files, sorted by name; the last has no name. Made by src/gen/embed.c. */
extern const struct embed embed_files[];
/* How many they are, without the last. */
extern const size_t embed_count;
/* The file of that name, or NULL. */
const struct embed *embed_find(const char *name);
/* The first file whose name begins with prefix; following ones stand behind it. NULL: none. */
const struct embed *embed_first(const char *prefix);

#endif
