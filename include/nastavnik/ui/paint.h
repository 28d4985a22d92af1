/*
 * Words and colours on the screen. Colour says what something is by its ink, theme.conf says how
 * that looks; any character is written as it is («✓», «▰») and gets its twin from theme.conf where
 * the terminal cannot show it. Views of the usual kinds need only the inks and `struct lines`.
 */
#ifndef NASTAVNIK_UI_PAINT_H
#define NASTAVNIK_UI_PAINT_H

#include <stdbool.h>
#include <stddef.h>

#include "nastavnik/base/arena.h"

enum ink {
	INK_TEXT, /* the ordinary */
	INK_DIM,  /* what stays in the background: units, hints, what is optional */
	INK_TITLE,
	INK_STATE, /* right end of the first line */
	INK_RULE,
	INK_HEADING, /* of columns and sections */
	INK_GOOD,
	INK_WARN,
	INK_BAD,
	INK_CURSOR, /* the row the cursor is on */
	INK_MARKED,
	INK_FOUND, /* what find has found in a text */
	INK_FIELD, /* a value that can be edited */
	INK_FOCUS, /* the value that is being edited */
	INK_STATUS,
	INK_FAULT, /* the status line when something went wrong */
	INK_KEY,   /* key bar: the number */
	INK_LABEL, /* key bar: the word */
	INK_DIALOG,
	INK_HOT, /* the letter of a menu's item that takes it */
	INK_OFF, /* what cannot be done just now */
	INK_BUTTON,
	INK_CHOSEN, /* the button that Enter presses */
	INK_BAR_DONE,
	INK_BAR_LEFT,
	INK_N,
};

/* Characters with a meaning that the toolkit and the screens share. */
#define GLYPH_OK "✓"
#define GLYPH_WARN "!"
#define GLYPH_NOTE "·"
#define GLYPH_MORE "…"
#define GLYPH_MARK "*"
#define GLYPH_BAR_DONE "▰"
#define GLYPH_BAR_LEFT "▱"

/* A rectangle of the screen. */
struct area {
	int y, x, rows, cols;
};

/* Lines of text with inks: side cards, panes, papers, help. All zero but the arena is empty. */
struct line {
	enum ink ink;
	const char *label; /* stands before the text in a column of its own, dim; NULL: no label */
	const char *text;
	int indent; /* columns; further rows of a wrapped text keep it */
};

/* Lines in their order, and where they live. */
struct lines {
	struct arena *arena;
	struct line *row;
	size_t n, cap;
};

/* One line; long ones are wrapped where they are shown. */
void lines_add(struct lines *lines, enum ink ink, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* A line with a label; an empty or NULL text adds nothing. */
void lines_pair(struct lines *lines, const char *label, const char *text);
/* A whole text, cut at its line ends. */
void lines_text(struct lines *lines, enum ink ink, const char *text);
/* A bar of `width` cells: «▰▰▰▱▱», done of total; empty when total is 0. */
char *bar_text(struct arena *a, int width, long long done, long long total);

/* A line of a chart. Before and after are two of them, the first INK_DIM, the second without a
 * label; a distribution has one a value. */
struct chart_bar {
	const char *label; /* what it stands for; NULL: the same as above */
	long long value;
	const char *text; /* behind the bar: its figure */
	enum ink ink;
};
/* Bars below each other, beginning in one column; `width` cells are `total`. Texts are copied. */
void lines_chart(struct lines *lines, int width, long long total, const struct chart_bar *bar,
		 size_t n);

/* For kinds of views; screens hardly need them. Everything is cut at the area's border. */
/* Text at (y, x), at most cols columns; returns the columns taken. */
int paint_text(int y, int x, int cols, enum ink ink, const char *text);
/* The same, filled with spaces to exactly cols (cut with «…»); cols < 0: right-aligned in -cols. */
void paint_cell(int y, int x, int cols, enum ink ink, const char *text);
/* A row of one character. */
void paint_fill(int y, int x, int cols, enum ink ink, const char *character);
/* Lines from `first` on, wrapped, below each other; returns how many screen rows all of them take.
 */
int paint_lines(struct area area, const struct lines *lines, int first);

#endif
