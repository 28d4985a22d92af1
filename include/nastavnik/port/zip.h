/* Zip files of parts that are in memory: what an OpenDocument text is packed in. */
#ifndef NASTAVNIK_PORT_ZIP_H
#define NASTAVNIK_PORT_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "nastavnik/base/err.h"

struct zip_part {
	const char *name;  /* in the zip: "META-INF/manifest.xml" */
	const char *bytes; /* a text, NUL ended */
	bool stored;       /* not compressed: OpenDocument wants its "mimetype" so, as the first */
};

/* Write a zip of n parts in their order; atomic and with errors as save_open(), or RC_NOT_FOUND
 * when the part of the program that packs is not installed. */
enum rc zip_save(const char *path, const struct zip_part *part, size_t n);

#endif
