/* Words with places, made whole; the language is told in template.h. */
#ifndef NASTAVNIK_PRINT_SRC_EXPAND_H
#define NASTAVNIK_PRINT_SRC_EXPAND_H

#include "nastavnik/base/str.h"
#include "template.h"

/* Where places are looked for: a row's first, then the paper's. */
struct scope {
	struct places row, paper;
};

/* The value of a place; NULL when there is no such place. */
const char *scope_find(const struct scope *scope, const char *name, size_t n);
/* Add n bytes of text to out. RC_INVALID: *fault (on the first fault) says what, a sentence without
 * an end. */
enum rc expand(const struct scope *scope, const char *text, size_t n, struct str *out,
	       struct str *fault);

#endif
