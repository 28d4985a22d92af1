/* Shared strings of a book. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "xlsx.h"

enum { STRINGS_MAX = 128 << 20 }; /* bytes of all texts */

struct loading {
	struct xlsx_strings *strings;
	struct str text; /* of the string, as written */
	bool in_text, in_phonetic;
	bool too_many;
};

/* The 16-bit number of an escape _xHHHH_ at text; -1: it is none. */
static int escape_read(const char *text, size_t n)
{
	char *end, hex[5];
	long value;

	if (n < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
		return -1;
	memcpy(hex, text + 2, 4);
	hex[4] = '\0';
	if (strspn(hex, "0123456789abcdefABCDEF") != 4)
		return -1;
	value = strtol(hex, &end, 16);
	return (int)value;
}

void xlsx_text_add(struct str *out, const char *text, size_t n)
{
	while (n) {
		const char *mark = memchr(text, '_', n);
		size_t before = mark ? (size_t)(mark - text) : n;
		char buf[UTF8_MAX];
		int code;

		str_add_n(out, text, before);
		text += before;
		n -= before;
		if (!n)
			return;
		code = escape_read(text, n);
		if (code < 0) {
			str_add_char(out, '_');
			text++;
			n--;
			continue;
		}
		/* A carriage return stands before a line feed; halves of a pair are no character.
		 */
		if (code >= 0x20 ? code < 0xD800 || code > 0xDFFF : code == '\t' || code == '\n')
			str_add_n(out, buf, utf8_encode((uint32_t)code, buf));
		text += 7;
		n -= 7;
	}
}

static void strings_begin(void *data, const char *name, const char **attribute)
{
	struct loading *l = data;

	(void)attribute;
	name = xml_local(name);
	if (!strcmp(name, "si"))
		str_clear(&l->text);
	else if (!strcmp(name, "rPh"))
		l->in_phonetic = true;
	else if (!strcmp(name, "t"))
		l->in_text = !l->in_phonetic;
}

static void strings_text(void *data, const char *text, int n)
{
	struct loading *l = data;

	if (l->in_text && l->text.len < ROWS_CELL_MAX)
		str_add_n(&l->text, text, (size_t)n);
}

static void string_take(struct loading *l)
{
	struct xlsx_strings *strings = l->strings;

	if (strings->text.len > STRINGS_MAX) {
		l->too_many = true;
		return;
	}
	strings->at = mem_grow(strings->at, strings->n, &strings->cap, sizeof(*strings->at));
	strings->at[strings->n++] = (uint32_t)strings->text.len;
	xlsx_text_add(&strings->text, str_text(&l->text), l->text.len);
	str_add_char(&strings->text, '\0');
}

static void strings_end(void *data, const char *name)
{
	struct loading *l = data;

	name = xml_local(name);
	if (!strcmp(name, "t"))
		l->in_text = false;
	else if (!strcmp(name, "rPh"))
		l->in_phonetic = false;
	else if (!strcmp(name, "si"))
		string_take(l);
}

enum rc xlsx_strings_load(const struct parts *parts, int64_t index, struct xlsx_strings *strings)
{
	static const struct part_reader reader = { strings_begin, strings_end, strings_text };
	struct loading l = { .strings = strings };
	enum rc rc = parts_read(parts, index, &reader, &l);

	str_done(&l.text);
	if (!rc && l.too_many)
		rc = err_set(
			RC_INVALID,
			_("“%s” has more text than a table of a school can have (128 MB). Copy "
			  "the rows that are needed to a new table."),
			parts->path);
	return rc;
}

void xlsx_strings_done(struct xlsx_strings *strings)
{
	str_done(&strings->text);
	free(strings->at);
}
