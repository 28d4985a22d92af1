/*
 * Keys: one number each. A character is its code point; everything else lies above all of them. The
 * terminal sends characters, never places on the keyboard, so commands by letter are compared by
 * key position (й is q): key_same().
 */
#ifndef NASTAVNIK_UI_KEYS_H
#define NASTAVNIK_UI_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key {
	K_NONE = 0,
	K_SPECIAL = 0x200000, /* first of those that are no character */
	K_ESC = K_SPECIAL,
	K_ENTER,
	K_TAB,
	K_BACKTAB,
	K_BACKSPACE,
	K_INS,
	K_DEL,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_WORD_LEFT,  /* Ctrl+Left, where the terminal sends it */
	K_WORD_RIGHT, /* Ctrl+Right */
	K_PASTE,      /* a bracketed paste: event.text */
	K_CLICK,      /* the left button: event.y, event.x */
	K_WHEEL_UP,
	K_WHEEL_DOWN,
	K_F0 = 0x201000,
	K_CTRL_0 = 0x400000,
	K_ALT_0 = 0x800000,
};

#define K_F(n) (K_F0 + (n))        /* 1…12 */
#define K_CTRL(c) (K_CTRL_0 | (c)) /* c: a small Latin letter */
#define K_ALT(c) (K_ALT_0 | (c))   /* c: a character */

/* Something that came from the person. */
struct event {
	uint32_t key;
	int y, x;         /* K_CLICK and the wheel: place on the screen, from 0 */
	const char *text; /* K_PASTE: UTF-8, line ends '\n'; valid while the event is handled */
};

/* Is it a character that can stand in a text (not a control character)? */
bool key_is_char(uint32_t key);
/* Do the two keys lie on the same place of the keyboard, case apart? (й and Q, в and d.) */
bool key_same(uint32_t a, uint32_t b);
/* «F5», «Ctrl+Z», «Ins», «Esc», «Пробел», translated, for help and menus. Returns buf. */
enum { KEY_NAME_SIZE = 32 };
char *key_label(uint32_t key, char buf[KEY_NAME_SIZE]);
/* The key of an English name of keys.conf ("F5", "Ctrl+Z", "Ins", "PageUp"); K_NONE when there is
 * none. */
uint32_t key_by_name(const char *name);

#endif
