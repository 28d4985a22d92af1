/* What the screens of an import share: preview and report stand over one struct import. */
#ifndef SCREENS_IMPORT_H
#define SCREENS_IMPORT_H

#include "cells.h"
#include "nastavnik/app/import.h"
#include "screens.h"

/* Data of the preview and, above it, of the report; the preview's frame owns the import. */
struct import_desk {
	struct cells cells;
	struct import_what what;
	struct import *import;
};

struct import_desk *import_desk(const struct frame *f);
/* Once the table is in, everything down to the choice of tables closes: answer is set then. */
frame_closed import_closed;
/* Run it behind a progress bar. */
unsigned import_run_start(struct frame *f, const struct import_options *options,
			  unsigned (*finished)(struct frame *f, struct job *job,
					       enum job_state state));
/* Whom does the row mean? Takes the answer down for the next run and calls answered; f's data
 * begins with a struct import_desk. */
unsigned question_pick(struct frame *f, const struct import_question *question,
		       unsigned (*answered)(struct frame *f));

#endif
