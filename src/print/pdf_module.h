/* What the program and its module nastavnik-pdf say to each other. The module knows nothing of the
 * program but this and struct doc; sentences are made by the program. */
#ifndef NASTAVNIK_PRINT_SRC_PDF_MODULE_H
#define NASTAVNIK_PRINT_SRC_PDF_MODULE_H

#include <stdbool.h>
#include <stddef.h>

#include "nastavnik/print/doc.h"

/* Grows with each change of struct pdf_job or of struct doc and what hangs on it. */
enum { PDF_MODULE_VERSION = 2 };

#define PDF_MODULE_ENTRY "nastavnik_pdf"

enum pdf_fault {
	PDF_FINE,
	PDF_OTHER_VERSION, /* program and module are not of one build */
	PDF_NO_FONT,       /* no font with Russian letters */
	PDF_WRITE,         /* write() refused; it knows why */
	PDF_CAIRO,         /* anything else; detail says what */
};

struct pdf_job {
	int version; /* PDF_MODULE_VERSION of the program */
	const struct doc *doc;
	const char *created; /* 2026-11-22T10:00:00Z */
	bool (*write)(void *data, const void *bytes, size_t n);
	void *data;
	/* the answer */
	size_t pages;
	char detail[128];
};

enum pdf_fault nastavnik_pdf(struct pdf_job *job);

#endif
