/* What the screens of papers share. */
#ifndef SCREENS_PAPERS_H
#define SCREENS_PAPERS_H

#include "nastavnik/app/papers.h"
#include "screens.h"

/* A paper to look at: ids and words live as long as the frame that opens it. */
struct paper_shown {
	struct paper_wish wish;
	const char *whom; /* behind its title; "": of the year */
};

/* On the screen first. */
unsigned paper_open(struct frame *f, const struct paper_shown *shown);
/* Ask where it is to go: a printer, a file. */
unsigned paper_send(struct frame *f, const struct paper_shown *shown);
/* Ask for the name of a file with that ending (pdf, odt, txt), and write it. */
unsigned paper_save_as(struct frame *f, const struct paper_shown *shown, const char *ending);
/* n papers as one job of a printer. */
unsigned paper_print(struct frame *f, const struct paper_shown *shown, size_t n);

#endif
