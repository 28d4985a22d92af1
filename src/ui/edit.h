/*
 * A text being edited, one line or several, by grapheme clusters. Pure: no screen. What the keys
 * do: arrows, Home, End, by word, Backspace, Del, Ctrl+U empties, Ctrl+K cuts to the end, Ctrl+Z
 * and Ctrl+Y undo and redo within the field, a paste goes in (its line ends become spaces in one
 * line).
 */
#ifndef NASTAVNIK_UI_EDIT_H
#define NASTAVNIK_UI_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "nastavnik/base/str.h"
#include "nastavnik/ui/keys.h"

enum { EDIT_UNDO = 64 };

struct edit_step {
	char *text;
	size_t at;
};

struct edit {
	struct str text;
	size_t at;    /* the cursor: byte offset of a cluster */
	size_t max;   /* characters; 0: any number */
	bool lines;   /* Enter makes a new line */
	bool date;    /* digits get their dots */
	bool secret;  /* stars are shown; wiped out when it closes */
	bool changed; /* since edit_begin() */
	bool fresh;   /* what is typed or pasted first takes the place of the whole text */
	int last;     /* kind of the last change: runs of one kind are one step */
	struct edit_step undo[EDIT_UNDO], redo[EDIT_UNDO];
	size_t undos, redos;
};

void edit_begin(struct edit *e, const char *text);
void edit_done(struct edit *e);
/* True when the key is one of an editor's (also when there was nothing to do); *full when max
 * stopped it. */
bool edit_key(struct edit *e, const struct event *event, bool *full);
void edit_insert(struct edit *e, const char *text, bool *full);
/* One row up or down in text wrapped at `columns`; false at the first and the last. */
bool edit_vertical(struct edit *e, int columns, int by);
/* Row and column of the cursor in text wrapped at `columns`. */
void edit_place(const struct edit *e, int columns, int *row, int *column);

/* edit_draw.c: one line in a place of `cols` columns, with the cursor of the terminal in it; *left
 * is the first byte shown and belongs to whoever draws. */
void edit_draw(const struct edit *e, size_t *left, int y, int x, int cols);

#endif
