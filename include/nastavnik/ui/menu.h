/*
 * A menu: items to go to, with facts at the right; the board of the year is one. Items answer to
 * their number or letter (by key position, in both layouts), to Enter and to a click.
 */
#ifndef NASTAVNIK_UI_MENU_H
#define NASTAVNIK_UI_MENU_H

#include "nastavnik/ui/view.h"

/* Columns of facts, at most. */
enum { MENU_FACTS = 4 };

/* A column of facts, right of the titles. */
struct menu_column {
	const char *title; /* msgid; "" : no heading */
	int width;         /* negative: right-aligned; 0: there is no such column */
	bool bar;          /* a bar of done of total, before the fact's text */
	bool grow;         /* of the last column: takes the room that no title needs */
};

struct menu_item {
	uint32_t key; /* a digit or a letter, no two items' on one place of the keyboard; 0: Enter
			 only */
	const char *title;            /* translated */
	const char *fact[MENU_FACTS]; /* by column; NULL: nothing */
	const char *right;   /* a text at the right end, for items without facts; NULL: none */
	int64_t done, total; /* for the bar; total 0: an empty bar, -1: no bar */
	const char *mark; /* GLYPH_WARN, GLYPH_OK, GLYPH_NOTE instead of the key; NULL: the key */
	enum ink ink;     /* of the mark and the title */
	enum ink fact_ink[MENU_FACTS]; /* INK_TEXT unless said otherwise */
	bool heading;                  /* a heading, not to be chosen; "" as title: an empty line */
	const char *status; /* sentence for the status line while the cursor is here; NULL: none */
	int64_t id;         /* the screen's own; the cursor follows it over reloads */
	const struct view *open; /* what Enter opens, with arg; NULL: spec's run */
	void *arg;
	const struct view
		*straight; /* what its key opens, where that is another one; NULL: the same
			    */
};

/* What load fills; items live in f->fresh. */
struct menu_items {
	struct frame *frame;
	struct menu_item *row;
	size_t n, cap;
};

/* Add to the end; the texts must live as long as the frame. */
void menu_add(struct menu_items *items, struct menu_item item);
/* A heading with an empty line before it. */
void menu_heading(struct menu_items *items, const char *title);

struct menu_spec {
	const char *title; /* msgid: heading of the titles' column; NULL: none */
	struct menu_column column[MENU_FACTS];
	enum rc (*load)(struct frame *f, struct menu_items *items);
	/* An item without `open` was chosen. */
	unsigned (*run)(struct frame *f, const struct menu_item *item);
	const char *(*place)(
		struct frame *f); /* right end of the first line; NULL: the file's state */
};

/* The kind of a view that is a menu. */
extern const struct view_kind menu_kind;

#endif
