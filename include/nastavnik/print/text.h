/* A paper as pages of plain text: for text files, the printer queue and the screen. */
#ifndef NASTAVNIK_PRINT_TEXT_H
#define NASTAVNIK_PRINT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/str.h"
#include "nastavnik/print/doc.h"

/* All zero: A4 at 10 characters an inch, 80 × 60 or 120 × 42 (landscape; of letters below ten
 * points 190 × 42, condensed), box characters. */
struct text_setup {
	int columns; /* 40…250; 0: by the paper */
	int lines;   /* a page, page number included; 0: by the paper; -1: one endless page */
	bool ascii;  /* tables of + - | : for encodings without box characters (cp1251) */
};

/* Lines of all pages, without '\n'; no trailing spaces. Page p (from 0) begins at line page[p]. */
struct text_pages {
	const char **line;
	size_t lines, lines_cap;
	size_t *page;
	size_t pages, pages_cap;
};

/* Lay the paper out. Lines live in the arena. Words longer than a line are cut at a character. */
void text_layout(struct arena *a, const struct doc *doc, const struct text_setup *setup,
		 struct text_pages *out);
/* Lines with '\n' behind each and a form feed before each page but the first, added to out. */
void text_write(const struct text_pages *pages, struct str *out);

#endif
