/*
 * A paper as an OpenDocument text, for a secretary who edits it: the parts of such a file as texts,
 * which port/zip.h packs. ODF 1.2 (ISO/IEC 26300:2015); measures and look as in doc.h. Fonts are
 * named, not embedded: Times New Roman, else what has its measures.
 */
#ifndef NASTAVNIK_PRINT_ODT_H
#define NASTAVNIK_PRINT_ODT_H

#include "nastavnik/base/arena.h"
#include "nastavnik/print/doc.h"

/* A file inside the file. */
struct odt_part {
	const char *name, *text;
};

/* In the order in which they are packed: the first one, "mimetype", is not compressed. */
enum { ODT_PARTS = 5 };

/* Make the parts; names and texts live in the arena. */
void odt_make(struct arena *a, const struct doc *doc, struct odt_part part[ODT_PARTS]);

#endif
