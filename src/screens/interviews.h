/* What the list of interviews and the sheets of a mentor share. */
#ifndef SCREENS_INTERVIEWS_H
#define SCREENS_INTERVIEWS_H

#include "nastavnik/base/arena.h"

#include "nastavnik/ui/view.h"

/* What the sheets of a mentor are opened with. */
struct interview_arg {
	int64_t mentor; /* participation */
	int64_t sheet;  /* the one the cursor begins on; 0: the first */
};

/* Ask who holds the interview, write the sheet, and go to it. */
unsigned interview_begin(struct frame *f, int64_t mentor);

/* «3,7»; "" for FIELD_NOTHING. */
const char *mean_text(struct arena *a, int64_t tenths);

#endif
