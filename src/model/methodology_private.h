/* What the readers of the methodology's files share. */
#ifndef MODEL_METHODOLOGY_PRIVATE_H
#define MODEL_METHODOLOGY_PRIVATE_H

#include "nastavnik/base/err.h"

/* A mistake in a file: which line, what is wrong, the word that is. Gives RC_BUG. */
enum rc methodology_mistake(const char *file, int line, const char *what, const char *word);
/* Cut white space from both ends, in place. */
char *methodology_trim(char *text);

#endif
