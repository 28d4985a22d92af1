/* theme.conf read: inks, twins, what the Linux console lacks. Pure. */
#ifndef NASTAVNIK_UI_THEME_H
#define NASTAVNIK_UI_THEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/ui/paint.h"

enum { THEME_TWINS = 64, THEME_DEFAULT = -1 };
enum { THEME_BOLD = 1, THEME_DIM = 2, THEME_REVERSE = 4, THEME_UNDERLINE = 8 };

struct theme_ink {
	short fg, bg;        /* THEME_DEFAULT or a number of a colour */
	unsigned attributes; /* THEME_BOLD… */
};

struct theme_twin {
	uint32_t cp;
	char text[5]; /* one column */
	bool linux_lacks;
};

struct theme {
	struct theme_ink ink[INK_N];
	struct theme_twin twin[THEME_TWINS];
	size_t twins;
};

/* Read text; the part `name` gives the inks, with " 256" behind it too when many colours are there.
 */
void theme_parse(struct theme *theme, const char *text, const char *name, bool many);
/* The twin of a character, or NULL. */
const struct theme_twin *theme_twin(const struct theme *theme, uint32_t cp);

#endif
