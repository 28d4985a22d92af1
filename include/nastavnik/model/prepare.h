/* What stage 1 writes down: registers of the year. domain.md §1, §8. */
#ifndef NASTAVNIK_MODEL_PREPARE_H
#define NASTAVNIK_MODEL_PREPARE_H

#include "nastavnik/model/record.h"

/* An order, a regulation, minutes, a letter: what the school has on paper. */
struct document {
	struct record head;
	int64_t kind; /* book item, BOOK_DOCUMENT */
	const char *number;
	int64_t on_day;   /* date */
	const char *name; /* what it is about */
	const char *file; /* where it lies: a file's name or a folder */
	const char *note;
};
extern const struct record_type document_type;

#endif
