/* What the tests of this floor share: files with given bytes, and texts in other encodings. */
#ifndef NASTAVNIK_TESTS_PORT_TEST_H
#define NASTAVNIK_TESTS_PORT_TEST_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/port/csv.h"
#include "unit.h"

/* A folder of its own for the tests of one program. */
static char folder[64];

static inline int folder_make(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/nastavnik-port-XXXXXX");
	return mkdtemp(folder) ? 0 : -1;
}

static inline int folder_remove(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return system(command);
}

/* Path of a file of the folder; valid until the next call. */
static inline const char *in_folder(const char *name)
{
	static char path[128];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static inline const char *file_with(const void *bytes, size_t n)
{
	const char *path = in_folder("table.csv");
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	assert_int_equal(fclose(file), 0);
	return path;
}

static inline void encode(enum encoding encoding, const char *text, bool mark, struct str *out)
{
	struct encoder *encoder;

	assert_int_equal(encoder_new(encoding, &encoder), RC_OK);
	if (mark)
		encoder_begin(encoder, out);
	encoder_add(encoder, text, strlen(text), out, NULL);
	encoder_free(encoder);
}

static inline struct row_source *open_found(const char *path)
{
	struct row_options options = { .encoding = ENCODING_AUTO };
	struct row_source *source;

	if (rows_open(path, &options, &source))
		fail_msg("%s", err_last()->text);
	return source;
}

#endif
