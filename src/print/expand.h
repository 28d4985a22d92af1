/* Words with places, made whole; the language is told in print/template.h. */
#ifndef NASTAVNIK_PRINT_SRC_EXPAND_H
#define NASTAVNIK_PRINT_SRC_EXPAND_H

#include "nastavnik/base/err.h"
#include "nastavnik/base/str.h"
#include "nastavnik/print/scope.h"

/* Where places are looked for: a row's first, then the paper's. */
struct places {
	const struct scope *paper;
	const struct scope *row; /* NULL outside of tables */
	size_t number;           /* of the row, from 1 */
	bool blank; /* a row to be written by hand: all places are empty, but its number */
};

/* What is wrong, and where in the text. */
struct fault {
	struct str words; /* a sentence without an end */
	const char *at;
};

/* The value of a place, "name:case" too. RC_INVALID: the fault. */
enum rc place_value(const struct places *places, const char *name, size_t n, struct str *value,
		    struct fault *fault);
/* Do two forms of a name, or one, stand for it? "mentor|наставник" */
bool name_matches(const char *names, const char *name, size_t n);
/* Add n bytes of text to out, line ends as spaces; as place_value(). */
enum rc expand(const struct places *places, const char *text, size_t n, struct str *out,
	       struct fault *fault);

#endif
