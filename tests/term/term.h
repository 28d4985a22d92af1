/*
 * A terminal for tests: runs a program on a pty and shows what it has drawn, through libvterm. The
 * program says by itself when it waits for input (NASTAVNIK_SYNC, nastavnik/ui/ui.h), so nothing
 * sleeps. Whatever goes wrong here prints why, with the screen, and ends the test.
 */
#ifndef TERM_H
#define TERM_H

#include <stdbool.h>
#include <stddef.h>

struct term;

struct term_options {
	const char *const *argv; /* NULL ended; argv[0] is the path of the program */
	const char *const *env;  /* "NAME=value", beyond those below; "NAME" alone takes one away */
	const char *term;        /* TERM; NULL: xterm-256color */
	const char *locale;      /* LC_ALL; NULL: C.UTF-8 */
	const char *charset;     /* of that locale, for iconv; NULL: UTF-8 */
	int rows, cols;          /* 0: 24 × 80 */
};

/* Start and wait until the program waits for input. The environment is the test's own without
 * LINES, COLUMNS, NO_COLOR and LANGUAGE, ESCDELAY is 25. */
struct term *term_start(const struct term_options *options);
/* The same without waiting: for programs that end at once. */
struct term *term_spawn(const struct term_options *options);
/* The program is killed if it still runs. */
void term_free(struct term *t);

/*
 * Keys as people name them: characters are typed; <Enter> <Esc> <Tab> <BackTab> <Backspace> <Del>
 * <Ins> <Up> <Down> <Left> <Right> <Home> <End> <PageUp> <PageDown> <F1>…<F12> <C-x> (control)
 * <M-x> (Esc before it) <C-Left> <C-Right> <lt> (the character <). The program is waited for after
 * each <Esc> and at the end; the rest is sent at once.
 */
void term_keys(struct term *t, const char *keys);
/* The same, each byte for itself and the program waited for after each. Set ESCDELAY in env to a
 * minute. */
void term_keys_split(struct term *t, const char *keys);
/* The same, and nothing is waited for: a job runs or the program ends. */
void term_send(struct term *t, const char *keys);
/* Bytes as they are (in the charset), waited for. */
void term_bytes(struct term *t, const char *bytes, size_t n);
/* A bracketed paste of UTF-8 text. */
void term_paste(struct term *t, const char *text);
/* A click of the left button on a cell, from 0. */
void term_click(struct term *t, int row, int col);
/* Click where a text stands for the first time. */
void term_click_text(struct term *t, const char *text);
void term_resize(struct term *t, int rows, int cols);
/* Resize and do not wait: for storms. */
void term_resize_only(struct term *t, int rows, int cols);
/* Wait until all bytes sent are handled and drawn, and the size is the newest. */
void term_wait(struct term *t);
/* Wait until the text stands on the screen, also while a job runs. */
void term_wait_text(struct term *t, const char *text);
void term_signal(struct term *t, int number);
/* The person closes the window: the program reads the end of its input. */
void term_hang_up(struct term *t);
/* Wait for the end; the exit status, or 128 + the signal's number. */
int term_exit(struct term *t);
/* What the program wrote outside of the full screen (before and after it): lines joined by \n. */
const char *term_left_over(struct term *t);

/* The screen. Texts are valid until the next call of the same function. */
const char *term_row(struct term *t, int row);   /* UTF-8, no spaces at the end */
const char *term_screen(struct term *t);         /* all rows, \n behind each */
bool term_has(struct term *t, const char *text); /* within one row */
/* Row of the first one that has the text; -1. */
int term_find(struct term *t, const char *text, int *col);
bool term_reverse(struct term *t, int row, int col);
bool term_bold(struct term *t, int row, int col);
/* Row that is reversed over its whole width: the cursor of lists and menus; -1. */
int term_cursor_row(struct term *t);
/* The terminal's cursor; false when it is hidden. */
bool term_cursor(struct term *t, int *row, int *col);
int term_rows(const struct term *t);
int term_cols(const struct term *t);
bool term_alternate(const struct term *t); /* is the full screen shown? */

/* Fail with the screen unless it holds. */
void term_expect(struct term *t, const char *text);
void term_expect_not(struct term *t, const char *text);
void term_expect_row(struct term *t, int row, const char *text);

/*
 * Compare the screen, attributes and cursor with the file folder/name.txt. NASTAVNIK_GOLDEN=write
 * makes the file anew. It is for people to read: each row, and below it, when any cell is not
 * plain, one letter a cell: r reversed, b bold, u underlined, A…P one of sixteen colours, # any
 * other colour.
 */
void term_golden(struct term *t, const char *folder, const char *name);

#endif
