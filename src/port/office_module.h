/* What the program and its module nastavnik-office say to each other. The module packs workbooks
 * and zips (libxlsxwriter, libzip) and knows nothing of the program but this: sentences, and files
 * that appear whole or not at all, are made by the program. */
#ifndef NASTAVNIK_PORT_SRC_OFFICE_MODULE_H
#define NASTAVNIK_PORT_SRC_OFFICE_MODULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/port/zip.h"

/* Grows with each change below. */
enum { OFFICE_VERSION = 2 };

#define OFFICE_MODULE "nastavnik-office.so"
#define OFFICE_ENTRY "nastavnik_office"

struct office_sheet {
	const char *path;           /* an empty file that is there already */
	const char *name;           /* of the sheet; "": Sheet1 */
	const char *const *heading; /* NULL: none */
	size_t columns;             /* of the heading */
	int64_t created;            /* seconds since 1970 */
};

/* A workbook of one sheet being written, rows and columns in order and counted from 0. */
struct office_book;

struct office {
	int version;
	/* NULL: errno says why. */
	struct office_book *(*begin)(const struct office_sheet *sheet);
	void (*text)(struct office_book *book, uint32_t row, uint16_t column, const char *text);
	void (*number)(struct office_book *book, uint32_t row, uint16_t column, double value,
		       int decimals);
	void (*date)(struct office_book *book, uint32_t row, uint16_t column, int year, int month,
		     int day);
	/* width: of all columns, in characters; rows: with the heading. 0 or an errno. Frees. */
	int (*end)(struct office_book *book, const int *width, uint16_t columns, uint32_t rows);
	void (*drop)(struct office_book *book);
	/* Pack the parts and hand the bytes to write; false from there ends it. 0 or an errno. */
	int (*pack)(const struct zip_part *part, size_t n, int64_t when,
		    bool (*write)(void *data, const void *bytes, size_t n), void *data);
};

const struct office *nastavnik_office(void);

#endif
