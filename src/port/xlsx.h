/* Private: what the files of the .xlsx reader share. */
#ifndef NASTAVNIK_PORT_SRC_XLSX_H
#define NASTAVNIK_PORT_SRC_XLSX_H

#include "number_format.h"
#include "sheet.h"

/* The texts of a book, each once; cells name them by number. In one piece of memory: half a million
 * of them are common, an allocation each is not. */
struct xlsx_strings {
	struct str text; /* NUL ended, one behind the other */
	uint32_t *at;    /* where each begins */
	size_t n, cap;
};

/* RC_INVALID also when they are more than a table of a school can have. */
enum rc xlsx_strings_load(const struct parts *parts, int64_t index, struct xlsx_strings *strings);
void xlsx_strings_done(struct xlsx_strings *strings);

/* Formats by style number of a cell. */
struct xlsx_styles {
	struct number_format *format; /* in the arena */
	size_t n, cap;
};

enum rc xlsx_styles_load(struct arena *a, const struct parts *parts, int64_t index,
			 struct xlsx_styles *styles);

/* Undo the escapes of control characters (_x000D_) and append. */
void xlsx_text_add(struct str *out, const char *text, size_t n);

/* Cells covered by one, from 0; lines from 1. */
struct xlsx_merge {
	int64_t line, last_line;
	size_t column, last_column;
};

/* Column (from 0) and line (from 1) of «AB12»; false when it is no such name. */
bool xlsx_place(const char *name, size_t *column, int64_t *line);

/* A book that is open: its head is the row source. */
struct xlsx {
	struct sheet sheet;
	int64_t workbook; /* index of its part */
	bool since_1904;
	struct xlsx_strings strings;
	struct xlsx_styles styles;
	int64_t *part;            /* index by sheet; -1: it is missing */
	struct xlsx_merge *merge; /* of the chosen sheet, by line */
	size_t merges, merge_cap, merge_at;
	/* the cell being read */
	size_t column;
	char type; /* n s b e d, i inlineStr, t str */
	size_t style;
	struct str value;
	bool in_value, in_phonetic, formula, filled;
};

static inline struct xlsx *xlsx_of(void *sheet)
{
	return sheet;
}

/* Readers of a sheet's XML: its rows; whether it has a value, at which it stops; what stands behind
 * the rows and must be known before them. */
extern const struct part_reader xlsx_rows;
extern const struct part_reader xlsx_values;
extern const struct part_reader xlsx_merges;

#endif
