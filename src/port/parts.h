/* Private: a zip archive of XML parts (.xlsx, .ods), by the module nastavnik-sheets, which is
 * loaded on first use: linking libzip would cost every start what a spreadsheet alone needs. */
#ifndef NASTAVNIK_PORT_SRC_PARTS_H
#define NASTAVNIK_PORT_SRC_PARTS_H

#include "nastavnik/base/err.h"
#include "parts_module.h"

struct parts {
	const struct parts_library *library;
	struct archive *archive; /* NULL: not opened */
	char *path;
};

/* Where a fault was met, for the sentence: sheet NULL when in none. */
struct parts_place {
	const char *sheet;
	int64_t row; /* the last one that was read; 0: none */
};

/* Open an archive. RC_NOT_FOUND without the module, RC_IO, RC_INVALID: no archive, cut off. */
enum rc parts_open(struct parts *parts, const char *path);
/* All zero does nothing. */
void parts_close(struct parts *parts);
/* Read a whole part that is no sheet; errors as parts_fault_tell(). */
enum rc parts_read(const struct parts *parts, int64_t index, const struct part_reader *reader,
		   void *data);
/* The sentence of a fault; RC_IO or RC_INVALID, RC_OK of PARTS_FINE. */
enum rc parts_fault_tell(const struct parts *parts, enum parts_fault fault,
			 const struct parts_place *place);

/* The value of an attribute by its name as written; NULL. */
const char *xml_attribute(const char **attribute, const char *name);
/* A name without its prefix: programs may write <x:row>. */
const char *xml_local(const char *name);

#endif
