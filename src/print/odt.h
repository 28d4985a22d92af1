/* What the files that write an OpenDocument text share. Measures are tenths of a millimetre, sizes
 * tenths of a point, as in doc.h. */
#ifndef NASTAVNIK_PRINT_SRC_ODT_H
#define NASTAVNIK_PRINT_SRC_ODT_H

#include "nastavnik/base/str.h"
#include "nastavnik/print/doc.h"

/* An automatic style: its name and what it says. */
struct odt_style {
	const char *name, *properties;
};

struct odt {
	struct arena *arena;
	const struct doc *doc;
	struct str body;   /* of content.xml, so far */
	struct str styles; /* the automatic styles it uses */
	struct odt_style *style;
	size_t n, cap;
	size_t tables; /* so far */
	bool started;  /* something stands on the first page */
	bool broken;   /* what comes next begins a page */
	int width;     /* between the margins */
};

/* Name of the automatic style of a family ("paragraph", "table-cell" …) with these properties (XML
 * elements); equal ones are one style. parent: a style of styles.xml or NULL. page: the style may
 * begin a page, and does when that is due. */
const char *odt_style(struct odt *o, const char *family, const char *parent, bool page,
		      const char *properties);
/* Text with line ends, tabs and spaces as ODF wants them. */
void odt_text(struct str *out, const char *text);
/* A style's size, or the paper's. */
int odt_size(const struct odt *o, int size);
/* Tenths of a line of that size, as a length in points; "0pt". */
const char *odt_gap(struct odt *o, int size, int tenths);
/* Value of fo:text-align. */
const char *odt_align(enum doc_align align);
/* About how wide the text's widest word is; letters are not measured here. */
int odt_widest_word(const char *text, int size);
/* About how wide the whole is. */
int odt_width(const char *text, int size);

void odt_table(struct odt *o, const struct doc_block *block);

#endif
