/*
 * The catalogue of translations: a .mo file as msgfmt writes it, mapped into memory.
 *
 * Why not libintl: it obeys LANGUAGE only outside the C locale, and since glibc 2.39 C.UTF-8 counts
 * as C. That is the one UTF-8 locale that every machine has, so on a school PC without generated
 * locales libintl could not be made to speak Russian at all.
 */
#ifndef NASTAVNIK_SRC_BASE_CATALOG_H
#define NASTAVNIK_SRC_BASE_CATALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero is a catalogue that knows nothing. Layout of the file: GNU gettext manual, "The Format
 * of GNU MO Files". */
struct catalog {
	const char *data;
	size_t size;
	uint32_t n;                       /* messages */
	uint32_t originals, translations; /* where their tables of length and offset begin */
	bool swapped;                     /* written on a machine of the other byte order */
};

/* False when there is no such file or it is no catalogue; *catalog is unchanged then. */
bool catalog_open(const char *path, struct catalog *catalog);
void catalog_close(struct catalog *catalog);
/* The translation; NULL when there is none. *length: bytes of all its plural forms, a NUL between.
 */
const char *catalog_find(const struct catalog *catalog, const char *msgid, size_t *length);
/* One of several forms, 0 being the first; the first when there are not so many. */
const char *catalog_form(const char *forms, size_t length, unsigned form);

#endif
