/*
 * A paper as a PDF file. The work is done by the module nastavnik-pdf (pangocairo), which is loaded
 * on first use, so that starting the program does not pay for it.
 */
#ifndef NASTAVNIK_PRINT_PDF_H
#define NASTAVNIK_PRINT_PDF_H

#include <stddef.h>

#include "nastavnik/base/err.h"
#include "nastavnik/print/doc.h"

/*
 * Write the paper to path: to a file beside it first, renamed when whole, so that an old paper is
 * lost only to a complete new one. *pages (may be NULL) gets their number. Fonts are embedded, text
 * can be searched and copied; the same paper gives the same bytes when SOURCE_DATE_EPOCH or
 * NASTAVNIK_NOW fixes the clock. RC_NOT_FOUND: the module or a font with Russian letters is not
 * installed (the sentence names the package); RC_IO: the disk.
 */
enum rc pdf_write(const struct doc *doc, const char *path, size_t *pages);

#endif
