/* Private: where the cells of a CSV row lie in a text. Pure; the text is not touched. */
#ifndef NASTAVNIK_PORT_CSV_SCAN_H
#define NASTAVNIK_PORT_CSV_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct csv_cell {
	uint32_t start, end; /* offsets in the text; of the inside when it is quoted */
	uint32_t tail;       /* quoted: behind the closing quote, up to the end of the cell; */
	uint32_t tail_end;   /* «"abc"def» has the tail def, mostly it is empty */
	bool quoted;
};

enum csv_state {
	CSV_ROW,  /* a whole row */
	CSV_MORE, /* the text ends before the row does */
	CSV_END,  /* there is nothing left */
	CSV_CELL_TOO_LARGE,
	CSV_ROW_TOO_LARGE,
	CSV_TOO_MANY_CELLS,
};

/* All zero but for the delimiter is a valid scan. */
struct csv_scan {
	char delimiter;
	struct csv_cell *cell; /* heap */
	size_t n, cap;
	size_t size;  /* bytes of the row with its line end */
	size_t lines; /* line ends in it, its own counted */
	size_t stray; /* number of the cell with a quote that is never closed, from 1; 0: none */
};

/* Scan the row at the beginning of text; `last` says that no more text follows. */
enum csv_state csv_scan(struct csv_scan *scan, const char *text, size_t n, bool last);
void csv_scan_done(struct csv_scan *scan);

/* The delimiter that cuts the first rows of the text into the same number of cells; ';' where none
 * does. */
char csv_delimiter_guess(const char *text, size_t n, bool last);
/* Number of cells that most of the first rows have. */
size_t csv_width_guess(const char *text, size_t n, bool last, char delimiter);

#endif
