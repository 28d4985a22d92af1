/*
 * The terminal: taking it, giving it back, its bytes, its size, its colours. Only tty.c and paint.c
 * know curses. There is one terminal a process, so there is one static state, here.
 */
#ifndef NASTAVNIK_UI_TTY_H
#define NASTAVNIK_UI_TTY_H

#include <stdbool.h>
#include <stdint.h>

#include "keymap.h"
#include "nastavnik/base/err.h"
#include "nastavnik/ui/paint.h"
#include "nastavnik/ui/ui.h"
#include "theme.h"

enum rc tty_open(const struct ui_look *look);
/* Another look, from the next picture on. */
void tty_look_set(const struct ui_look *look);
void tty_close(void);
/* Add what terminfo knows about keys. */
void tty_keys(struct keymap *map);
void tty_size(int *rows, int *cols);
/* Ask the system how large the terminal is now. */
void tty_resize(void);
/* The next byte that was typed; -1 when there is none now. */
int tty_byte(void);
/* Begin a picture, and show it. Between them paint.h. */
void tty_begin(void);
/* Where the cursor of the terminal stands after the picture; also hidden it is there, for braille.
 */
void tty_cursor(int y, int x, bool shown);
void tty_show(void);
/* Draw everything anew with the next picture. */
void tty_redraw(void);
/* How an ink looks: curses attributes and the number of the colour pair. */
struct look {
	unsigned long attributes;
	short pair;
};
struct look tty_look(enum ink ink);
/* What stands for a character here: itself (NULL), or its twin. */
const char *tty_twin(uint32_t cp);
/* Bytes past the curses picture, at once: marks for tests. */
void tty_send(const char *bytes);

#endif
