/*
 * What the program and its module nastavnik-sheets say to each other: a zip archive whose parts are
 * XML, read a piece at a time. The module knows libzip and expat and what may be a bomb; sentences
 * are made by the program.
 */
#ifndef NASTAVNIK_PORT_SRC_PARTS_MODULE_H
#define NASTAVNIK_PORT_SRC_PARTS_MODULE_H

#include <stdbool.h>
#include <stdint.h>

/* Grows with each change below. */
enum { PARTS_MODULE_VERSION = 1 };

#define PARTS_MODULE_ENTRY "nastavnik_parts"

/* What is more than these is an attack or no table of a school. */
enum {
	PARTS_SIZE_MAX = 1 << 30,   /* bytes of one part, unpacked */
	PARTS_RATIO_MAX = 300,      /* unpacked to packed; a million empty rows make some 30 */
	PARTS_RATIO_FREE = 4 << 20, /* bytes that may be packed as well as they like */
	PARTS_TAG_MAX = 8 << 20,    /* bytes of one tag with its attributes */
	PARTS_DEPTH_MAX = 100,      /* elements within each other */
};

enum parts_fault {
	PARTS_FINE,
	PARTS_NO_ARCHIVE, /* its directory, which stands at the end, is missing or broken */
	PARTS_SYSTEM,     /* errno says what */
	PARTS_DAMAGED,    /* bytes that cannot be unpacked, or not to what they were */
	PARTS_LOCKED,     /* a password is needed */
	PARTS_TOO_LARGE,
	PARTS_BOMB, /* packed too well to be true */
	PARTS_XML,  /* not well-formed */
	PARTS_DTD,  /* has a document type: no table has, entities blow up memory */
	PARTS_DEEP,
	PARTS_OTHER_VERSION,
};

struct archive;
struct part;

/* Called while a part is read. Names are as written, prefix included; attributes are pairs, NULL
 * behind. Text is UTF-8, n bytes of it, an element's text may come in pieces. NULL: not wanted. */
struct part_reader {
	void (*begin)(void *data, const char *name, const char **attribute);
	void (*end)(void *data, const char *name);
	void (*text)(void *data, const char *text, int n);
};

struct parts_library {
	int version; /* PARTS_MODULE_VERSION */
	enum parts_fault (*archive_open)(const char *path, struct archive **archive);
	void (*archive_close)(struct archive *archive);
	/* Index of a part by its name, in any case; -1. */
	int64_t (*find)(struct archive *archive, const char *name);
	/* Index of the first part whose name ends so; -1. */
	int64_t (*find_ending)(struct archive *archive, const char *ending);
	/* Bytes it says it has unpacked. */
	int64_t (*size)(struct archive *archive, int64_t index);
	/* The first bytes of a part as they are (n at most); how many, -1 when it cannot be read.
	 */
	int64_t (*head)(struct archive *archive, int64_t index, char *buf, int64_t n);
	enum parts_fault (*part_open)(struct archive *archive, int64_t index,
				      const struct part_reader *reader, void *data,
				      struct part **part);
	/* The same without what lies in the first element of this name, whose bytes are passed over
	 * unread: ten times as fast. */
	enum parts_fault (*part_open_around)(struct archive *archive, int64_t index,
					     const char *element, const struct part_reader *reader,
					     void *data, struct part **part);
	/* Read on to the end of the part (*end) or until a reader has called part_pause(). */
	enum parts_fault (*part_run)(struct part *part, bool *end);
	/* Only within a reader: part_run() returns behind this element. */
	void (*part_pause)(struct part *part);
	/* Bytes unpacked so far. */
	int64_t (*part_done)(const struct part *part);
	/* NULL does nothing. */
	void (*part_close)(struct part *part);
};

const struct parts_library *nastavnik_parts(void);

#endif
