/*
 * Bytes of a terminal to events, one byte at a time, so that it does not matter how reads cut them.
 * Pure: no clock, no terminal. Characters are those of the locale.
 */
#ifndef NASTAVNIK_UI_DECODE_H
#define NASTAVNIK_UI_DECODE_H

#include <stdbool.h>
#include <wchar.h>

#include "keymap.h"
#include "nastavnik/base/arena.h"
#include "nastavnik/base/str.h"
#include "nastavnik/ui/keys.h"

enum { DECODE_HELD = 32, PASTE_MAX = 8 << 20 };

struct decoder {
	const struct keymap *map;
	mbstate_t letter;       /* of a character half there */
	char held[DECODE_HELD]; /* of a sequence half there */
	size_t n;
	bool alt;  /* Esc came before the character that is being put together */
	bool half; /* a character is half there */
	bool pasting;
	struct str paste;   /* bytes of the locale */
	struct arena arena; /* of the text of the last paste */
};

/* Take one byte; true when it completed an event. An event's text lives until the next call. */
bool decode_byte(struct decoder *d, unsigned char byte, struct event *event);
/* Nothing came for a while: what is held is all there is. True when that is an event. */
bool decode_timeout(struct decoder *d, struct event *event);
/* Is something half there that decode_timeout() would end? */
bool decode_waiting(const struct decoder *d);
void decode_done(struct decoder *d);

#endif
