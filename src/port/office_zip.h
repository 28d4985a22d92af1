/* Private to the module nastavnik-office: zips. */
#ifndef NASTAVNIK_PORT_OFFICE_ZIP_H
#define NASTAVNIK_PORT_OFFICE_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/port/zip.h"

/* As struct office says of pack(). */
int zip_pack(const struct zip_part *part, size_t n, int64_t when,
	     bool (*write)(void *data, const void *bytes, size_t n), void *data);
/* Is the file a zip whose part of that name is whole and ends with a text (at most 64 bytes)? */
bool zip_ends_with(const char *path, const char *name, const char *end);

#endif
