/* The gallery on a terminal of its own. */
#ifndef PTY_H
#define PTY_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "term.h"

/* Started with so many people, and as the options say; argv is filled in. English, so that msgids
 * show. */
struct term *gallery_start(const char *people, struct term_options options);
/* 24 × 80, 48 people, nothing special. */
struct term *gallery(void);
/* Leave by F10 from the board; the exit status must be 0. */
void gallery_leave(struct term *t);

#endif
