/* Where the cells of a CSV row lie. */
#include "csv_scan.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/str.h"
#include "nastavnik/port/rows.h"

enum { GUESS_ROWS = 50 };

/* Where in the text the scanner is. */
struct cursor {
	const char *text;
	size_t n, at;
	bool last;
};

/* How many bytes the line end at offset `at` has: 0 none, 1, 2; -1: a CR that more text must
 * follow. */
static int line_end(const struct cursor *c, size_t at)
{
	if (at >= c->n)
		return 0;
	if (c->text[at] == '\n')
		return 1;
	if (c->text[at] != '\r')
		return 0;
	if (at + 1 < c->n)
		return c->text[at + 1] == '\n' ? 2 : 1;
	return c->last ? 1 : -1;
}

static size_t count_lines(const char *text, size_t n)
{
	size_t lines = 0;

	for (size_t i = 0; i < n; i++)
		lines +=
			text[i] == '\n' || (text[i] == '\r' && (i + 1 == n || text[i + 1] != '\n'));
	return lines;
}

/* To the end of a cell without quotes: the delimiter, a line end or the end of the text. */
static size_t plain_end(const struct cursor *c, size_t at, char delimiter)
{
	const char *text = c->text;

	/* Russian letters first: they are most of a table, and no mark has the high bit. */
	while (at < c->n && ((unsigned char)text[at] >= 0x80 ||
			     (text[at] != delimiter && text[at] != '\n' && text[at] != '\r')))
		at++;
	return at;
}

enum quoted { QUOTED_WHOLE, QUOTED_MORE, QUOTED_STRAY };

/* The cell whose opening quote stands at c->at. */
static enum quoted quoted_cell(const struct csv_scan *scan, const struct cursor *c,
			       struct csv_cell *cell)
{
	size_t start = c->at + 1, at = start;
	const char *quote;

	for (;;) {
		quote = memchr(c->text + at, '"', c->n - at);
		if (!quote || (size_t)(quote - c->text) - start > ROWS_CELL_MAX)
			return !quote && !c->last && c->n - start <= ROWS_CELL_MAX ? QUOTED_MORE
										   : QUOTED_STRAY;
		at = (size_t)(quote - c->text) + 1;
		if (at >= c->n && !c->last)
			return QUOTED_MORE;
		if (at >= c->n || c->text[at] != '"')
			break;
		at++;
	}
	cell->start = (uint32_t)start;
	cell->end = (uint32_t)(at - 1);
	cell->quoted = true;
	cell->tail = (uint32_t)at;
	cell->tail_end = (uint32_t)plain_end(c, at, scan->delimiter);
	/* A cell of several lines must end properly, else a lone quote would swallow the rows below
	 * up to the next one. */
	if (cell->tail_end != cell->tail && count_lines(c->text + start, at - 1 - start))
		return QUOTED_STRAY;
	return QUOTED_WHOLE;
}

/* One cell at c->at; on CSV_ROW c->at stands behind it. */
static enum csv_state scan_cell(struct csv_scan *scan, struct cursor *c)
{
	struct csv_cell cell = { .start = (uint32_t)c->at };
	enum quoted quoted = QUOTED_STRAY;

	if (c->at < c->n && c->text[c->at] == '"') {
		quoted = quoted_cell(scan, c, &cell);
		if (quoted == QUOTED_MORE)
			return CSV_MORE;
		if (quoted == QUOTED_STRAY && !scan->stray)
			scan->stray = scan->n + 1;
	}
	if (quoted == QUOTED_WHOLE) {
		scan->lines += count_lines(c->text + cell.start, cell.end - cell.start);
		c->at = cell.tail_end;
	} else {
		cell = (struct csv_cell){ .start = (uint32_t)c->at };
		c->at = plain_end(c, c->at, scan->delimiter);
		cell.end = (uint32_t)c->at;
	}
	if (cell.end - cell.start > ROWS_CELL_MAX || cell.tail_end - cell.tail > ROWS_CELL_MAX)
		return CSV_CELL_TOO_LARGE;
	if (c->at >= c->n && !c->last)
		return CSV_MORE;
	if (scan->n == scan->cap)
		scan->cell = mem_grow(scan->cell, scan->n, &scan->cap, sizeof(*scan->cell));
	scan->cell[scan->n++] = cell;
	return CSV_ROW;
}

enum csv_state csv_scan(struct csv_scan *scan, const char *text, size_t n, bool last)
{
	struct cursor c = { .text = text, .n = n, .last = last };
	int end;

	scan->n = scan->lines = scan->stray = 0;
	if (!n)
		return last ? CSV_END : CSV_MORE;
	for (;; c.at++) {
		enum csv_state state = scan_cell(scan, &c);

		if (state == CSV_MORE && n > ROWS_ROW_MAX)
			return CSV_ROW_TOO_LARGE;
		if (state != CSV_ROW)
			return state;
		if (scan->n > ROWS_COLUMN_MAX)
			return CSV_TOO_MANY_CELLS;
		if (c.at > ROWS_ROW_MAX)
			return CSV_ROW_TOO_LARGE;
		end = line_end(&c, c.at);
		if (end || c.at >= n)
			break;
	}
	if (end < 0)
		return CSV_MORE;
	scan->size = c.at + (size_t)end;
	scan->lines++;
	return CSV_ROW;
}

void csv_scan_done(struct csv_scan *scan)
{
	free(scan->cell);
	*scan = (struct csv_scan){ 0 };
}

/* Cells of each of the first rows; a row that is cut at the end of the text does not count. */
static size_t widths(const char *text, size_t n, bool last, char delimiter,
		     size_t width[GUESS_ROWS])
{
	struct csv_scan scan = { .delimiter = delimiter };
	size_t rows = 0;

	while (rows < GUESS_ROWS && csv_scan(&scan, text, n, last) == CSV_ROW) {
		width[rows++] = scan.n;
		text += scan.size;
		n -= scan.size;
	}
	csv_scan_done(&scan);
	return rows;
}

/* The commonest width, the larger one of two that are equally common; titles and blank rows, which
 * are one cell wide, count only where there is nothing else. */
static size_t common_width(const size_t *width, size_t rows, size_t *times)
{
	size_t best = 1;

	*times = 0;
	for (size_t i = 0; i < rows; i++) {
		size_t same = 0;

		for (size_t k = 0; k < rows; k++)
			same += width[i] > 1 && width[k] == width[i];
		if (same > *times || (same == *times && width[i] > best)) {
			best = width[i];
			*times = same;
		}
	}
	return best;
}

char csv_delimiter_guess(const char *text, size_t n, bool last)
{
	static const char candidates[] = { ';', '\t', ',', '|' };
	size_t width[GUESS_ROWS], best_times = 0, best_width = 1;
	char best = ';';

	for (size_t i = 0; i < sizeof(candidates); i++) {
		size_t times, rows = widths(text, n, last, candidates[i], width);
		size_t common = common_width(width, rows, &times);

		if (common < 2)
			continue;
		if (times > best_times || (times == best_times && common > best_width)) {
			best = candidates[i];
			best_times = times;
			best_width = common;
		}
	}
	return best;
}

size_t csv_width_guess(const char *text, size_t n, bool last, char delimiter)
{
	size_t width[GUESS_ROWS], times;
	size_t rows = widths(text, n, last, delimiter, width);

	return common_width(width, rows, &times);
}
