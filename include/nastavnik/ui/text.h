/*
 * A long text to read: help, a paper before it is printed, a report. PageDown, Home, End; F7 finds,
 * F7 again goes on. Lines that are too long are wrapped, or cut and scrolled sideways when `paper`.
 */
#ifndef NASTAVNIK_UI_TEXT_H
#define NASTAVNIK_UI_TEXT_H

#include "nastavnik/ui/view.h"

struct text_spec {
	enum rc (*load)(struct frame *f, struct lines *lines); /* lines live in f->fresh */
	bool paper; /* keep lines as they are: columns must stay under each other */
};

/* The kind of a view that is a text. */
extern const struct view_kind text_kind;

#endif
