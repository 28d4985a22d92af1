/*
 * What the tests of the screens share: the real program on a terminal of its own (term.h), in a
 * folder that belongs to one test alone and is its home. Clock and ids are fixed.
 */
#ifndef SCREEN_H
#define SCREEN_H

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "term.h"
#include "words.h"

#define FILE_NAME "school.nastavnik"
/* What is opened without a word. */
#define FILE_USUAL ".local/share/nastavnik/school.nastavnik"
#define SCHOOL_NAME "МБОУ «Школа № 9»"

/* For cmocka: an empty folder, which is the home and the current folder of all that is started. */
int place_setup(void **state);
/* The same with FILE_NAME in it: a school with nobody in its lists. */
int empty_setup(void **state);
/* The same with the realistic tables brought in: 600 pupils, 45 mentees, 40 mentors. */
int school_setup(void **state);
/* The same with a proposal of 45 pairs. */
int pairs_setup(void **state);
/* The same with the proposal confirmed. */
int bonds_setup(void **state);
int place_teardown(void **state);

#define on_place(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)
#define on_empty(test) cmocka_unit_test_setup_teardown(test, empty_setup, place_teardown)
#define on_school(test) cmocka_unit_test_setup_teardown(test, school_setup, place_teardown)
#define on_pairs(test) cmocka_unit_test_setup_teardown(test, pairs_setup, place_teardown)
#define on_bonds(test) cmocka_unit_test_setup_teardown(test, bonds_setup, place_teardown)

/* A table of tests/data in the current folder, under its own name. */
void table_copy(const char *name);
/* A table (or any file) with this text in the current folder. */
void table_write(const char *name, const char *text);
/* Is there such a file in the current folder? */
bool file_is_there(const char *name);
/* The whole file, NUL ended; free() it. */
char *file_text(const char *name);

/* A command of the program, without a screen: command("undo", FILE_NAME, NULL). The exit code. */
int command(const char *first, ...) __attribute__((sentinel));
/* Any other program by its name; what it wrote, free() it. Its exit code must be 0. */
char *program_says(const char *first, ...) __attribute__((sentinel));

/* The program on a file (NULL: without a word), 24 × 80; then as the options say (argv is filled
 * in). */
struct term *screen_open(const char *file);
struct term *screen_open_as(const char *file, struct term_options options);
/* On FILE_NAME, and the keys typed. */
struct term *screen_go(const char *keys);
/* On FILE_NAME at a screen of the menu by a part of its title; then the keys typed. */
struct term *screen_at(const char *title, const char *view, const char *keys);
/* The screen of this name stands there. */
void screen_is(struct term *t, const char *view);
/* Type, and then the screen of this name stands there. */
void screen_keys(struct term *t, const char *keys, const char *view);
/* The text stands in the status line. */
void screen_says(struct term *t, const char *text);
/* Does the text stand between the first line and the status line? */
bool body_has(struct term *t, const char *text);
/* F10 until the program has ended well; nothing but the file is left behind. Frees t. */
void screen_leave(struct term *t);
/* The same with two programs on the file. */
void screen_leave_both(struct term *first, struct term *second);
/* The kill -9 of a power cut; frees t. */
void screen_kill(struct term *t);
/* Find a command by a part of its name (Ctrl+P) and take the first. */
void menu_take(struct term *t, const char *word);
/* Is there an action in the F9 menu's first part whose name begins so, and can it be taken? The
 * menu is closed again. */
bool menu_has(struct term *t, const char *word);
/* Two programs on FILE_NAME: the second one may only read. *first is the other one's terminal. */
struct term *screen_second(struct term **first);
/* Nothing happens but a sentence: the screen stays what it was, but for its status line. */
void screen_refuses(struct term *t, const char *keys);

#endif
