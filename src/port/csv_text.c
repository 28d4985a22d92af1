/* The texts of CSV cells. */
#include "csv_text.h"

#include <string.h>

bool csv_text_guarded(const char *text)
{
	text += strspn(text, "'");
	return *text && strchr("=+-@\t\r\n", *text);
}

char *csv_text_unguard(char *text)
{
	return *text == '\'' && csv_text_guarded(text) ? text + 1 : text;
}

bool csv_text_blank(const char *text)
{
	while (*text && (unsigned char)*text <= ' ')
		text++;
	return !*text;
}

char *csv_text_head(const char *text, char buf[CSV_HEAD_SIZE])
{
	size_t chars = 0, at = 0;

	for (; text[at]; at++) {
		bool begins = ((unsigned char)text[at] & 0xC0) != 0x80;

		if ((begins && chars++ == CSV_HEAD_CHARS) || at + 1 == CSV_HEAD_SIZE)
			break;
		buf[at] = text[at];
	}
	buf[at] = '\0';
	return buf;
}

/* Doubled quotes to one, CRLF and CR to LF; returns the new end. */
static char *unquote(char *from, const char *end)
{
	char *to = from;

	while (from < end) {
		char c = *from++;

		if (c == '"')
			from++;
		if (c == '\r') {
			c = '\n';
			from += from < end && *from == '\n';
		}
		*to++ = c;
	}
	return to;
}

static char *drop_nul(char *from, const char *end)
{
	char *to = from;

	for (; from < end; from++) {
		if (*from)
			*to++ = *from;
	}
	return to;
}

static char *cell_take(char *text, const struct csv_cell *cell, bool nul)
{
	char *start = text + cell->start, *end = text + cell->end;

	if (cell->quoted) {
		size_t tail = cell->tail_end - cell->tail;

		end = unquote(start, end);
		memmove(end, text + cell->tail, tail);
		end += tail;
	}
	if (nul)
		end = drop_nul(start, end);
	*end = '\0';
	return csv_text_unguard(start);
}

void csv_text_cells(char *text, const struct csv_scan *scan, const char **cell,
		    struct csv_text_faults *faults)
{
	/* Cyrillic has no byte 0xEF, so that looking for it first costs nothing. */
	bool broken = memchr(text, 0xEF, scan->size) && memmem(text, scan->size, "\xEF\xBF\xBD", 3);
	bool nul = memchr(text, '\0', scan->size);

	for (size_t i = 0; i < scan->n; i++) {
		const struct csv_cell *where = &scan->cell[i];
		size_t end = where->quoted ? where->tail_end : where->end;

		if (nul && !faults->nul && memchr(text + where->start, '\0', end - where->start))
			faults->nul = i + 1;
		cell[i] = cell_take(text, where, nul);
		if (broken && !faults->broken && strstr(cell[i], "\xEF\xBF\xBD"))
			faults->broken = i + 1;
	}
}
