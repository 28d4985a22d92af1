/* Which key a terminal's sequence of bytes means: data/keys.conf, and what terminfo adds. */
#ifndef NASTAVNIK_UI_KEYMAP_H
#define NASTAVNIK_UI_KEYMAP_H

#include <stddef.h>
#include <stdint.h>

enum { SEQUENCE_SIZE = 16, SEQUENCES = 160 };

struct sequence {
	char bytes[SEQUENCE_SIZE]; /* NUL ended */
	uint32_t key;
};

struct keymap {
	struct sequence row[SEQUENCES];
	size_t n;
};

/* Read the text of a keys.conf; lines that are none are left out. */
void keymap_parse(struct keymap *map, const char *text);
/* The first word on a sequence counts; more than SEQUENCES are left out. */
void keymap_add(struct keymap *map, const char *bytes, uint32_t key);
uint32_t keymap_find(const struct keymap *map, const char *bytes);

#endif
