/* Private: the texts of CSV cells, taken out of the scanned text in place. */
#ifndef NASTAVNIK_PORT_CSV_TEXT_H
#define NASTAVNIK_PORT_CSV_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "csv_scan.h"

/* Number of the first cell with such a fault, from 1; 0: none. */
struct csv_text_faults {
	size_t broken; /* U+FFFD: bytes that were no character of the encoding */
	size_t nul;    /* a zero byte, left out */
};

/* NUL-end the cells of a scanned row inside text and point cell[] at them: quotes undone, line ends
 * '\n', the guard apostrophe off. text must have one byte more than the row. */
void csv_text_cells(char *text, const struct csv_scan *scan, const char **cell,
		    struct csv_text_faults *faults);
/* Does a cell need (or have) the guard apostrophe: any number of apostrophes, then = + - @ tab CR
 * LF?
 */
bool csv_text_guarded(const char *text);
/* The text without its guard. */
char *csv_text_unguard(char *text);
bool csv_text_blank(const char *text);
/* The beginning of a cell, for the name of an issue. Returns buf. */
enum { CSV_HEAD_CHARS = 40, CSV_HEAD_SIZE = CSV_HEAD_CHARS * 4 + 1 };
char *csv_text_head(const char *text, char buf[CSV_HEAD_SIZE]);

#endif
