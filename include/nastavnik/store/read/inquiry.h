/* Requests kept under a name. */
#ifndef NASTAVNIK_STORE_READ_INQUIRY_H
#define NASTAVNIK_STORE_READ_INQUIRY_H

#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

struct store;

struct kept_inquiry {
	int64_t id; /* 0: a new one */
	const char *name;
	const char *text; /* as model/inquiry.h writes it */
};

/* Rows of a list, in an arena. */
struct kept_inquiries {
	struct kept_inquiry *row;
	size_t n;
};

/* All of the file, by name. */
enum rc kept_inquiry_list(const struct store *s, struct arena *a, struct kept_inquiries *out);

#endif
