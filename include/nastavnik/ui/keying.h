/*
 * Keying: fields one under another in sections, filled by one key each, or by a line that is typed.
 * What lies above them is always in sight, below them stands all of what the field under the cursor
 * asks. For papers that are typed in by the pile.
 */
#ifndef NASTAVNIK_UI_KEYING_H
#define NASTAVNIK_UI_KEYING_H

#include "nastavnik/ui/view.h"

struct keying_row {
	const char *section; /* heading above it; NULL: none */
	const char *number;  /* «5» */
	const char *title;   /* the question, cut on its right */
	const char *value;   /* «8»; "": nothing yet */
	const char *label;   /* beside the value: «совсем не согласен» */
	enum ink ink;        /* of title and value */
};

/* A line to type. */
struct keying_line {
	const char *text; /* to start with; what is typed first takes its place */
	size_t max;       /* characters */
	bool date;        /* digits get their dots */
	bool half;        /* the text is one that was being typed: more is added to it */
};

struct keying_spec {
	/* The lines above: a label at the left, a text at the right end. */
	void (*head)(struct frame *f, struct lines *lines);
	size_t (*count)(struct frame *f);
	size_t (*at)(struct frame *f); /* the field under the cursor */
	void (*row)(struct frame *f, struct arena *a, size_t i, struct keying_row *out);
	/* What stands below the fields of the one under the cursor. */
	void (*pane)(struct frame *f, struct lines *lines);
	/* Is a line typed into the field under the cursor? Else each key goes to `key`. */
	bool (*line)(struct frame *f, struct keying_line *out);
	/* The line as it stands after a key: it may have to be kept. */
	void (*changed)(struct frame *f, const char *text);
	/* The line was left: by 1 forwards (Enter, Tab, Down), by -1 backwards (Up); never called
	 * when nothing was typed. */
	unsigned (*typed)(struct frame *f, const char *text, int by);
	/* A key that is none of the line's; UI_IGNORED: not mine. */
	unsigned (*key)(struct frame *f, const struct event *event);
	/* Enter, Tab, Down, or Up on a field into which nothing was typed. */
	unsigned (*go)(struct frame *f, int by);
	unsigned (*click)(struct frame *f, size_t i);
	const char *(*status)(struct frame *f, struct arena *a);
	const char *(*place)(struct frame *f, struct arena *a); /* right end of the first line */
};

/* The field under the cursor is another one, or its line begins anew. */
void keying_fresh(struct frame *f);

/* The kind of a view that is typed so. */
extern const struct view_kind keying_kind;

#endif
