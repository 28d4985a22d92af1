#include "fresh.h"

#include <sqlite3.h>
#include <string.h>

/* Types of values in a changeset. */
enum { VALUE_INT = 1, VALUE_TEXT = 3 };

/* As data/sql/ has them: the key flag of a column is its place in the primary key. */
static const struct {
	const char *name;
	int columns;
	char key[10];
} tables[FRESH_COUNT] = {
	[FRESH_PERSON] = { .name = "person", .columns = 8, .key = { 1 } },
	[FRESH_PERSON_YEAR] = { .name = "person_year", .columns = 10, .key = { 1, 2 } },
};

static void section_begin(struct str *section, enum fresh_table table)
{
	str_add_char(section, 'T');
	str_add_char(section, (char)tables[table].columns);
	str_add_n(section, tables[table].key, (size_t)tables[table].columns);
	str_add_n(section, tables[table].name, strlen(tables[table].name) + 1);
}

struct str *fresh_row(struct fresh *fresh, enum fresh_table table)
{
	static const char head[] = { SQLITE_INSERT, 0 };
	struct str *section = &fresh->section[table];

	if (!section->len)
		section_begin(section, table);
	str_add_n(section, head, sizeof(head));
	return section;
}

void fresh_int(struct str *row, int64_t value)
{
	char bytes[9] = { VALUE_INT };

	for (int i = 0; i < 8; i++)
		bytes[1 + i] = (char)((uint64_t)value >> (56 - 8 * i));
	str_add_n(row, bytes, sizeof(bytes));
}

/* SQLite's variable-length integer: seven bits a byte, the high ones first; enough for 2^35. */
static size_t varint(char *out, size_t n)
{
	size_t len = 1;

	for (size_t rest = n >> 7; rest; rest >>= 7)
		len++;
	for (size_t i = len; i-- > 0; n >>= 7)
		out[i] = (char)((n & 0x7f) | (i + 1 < len ? 0x80 : 0));
	return len;
}

void fresh_text(struct str *row, const char *text, size_t n)
{
	char head[8] = { VALUE_TEXT };

	str_add_n(row, head, 1 + varint(head + 1, n));
	str_add_n(row, text, n);
}

void fresh_clear(struct fresh *fresh)
{
	for (int i = 0; i < FRESH_COUNT; i++)
		str_clear(&fresh->section[i]);
}

void fresh_done(struct fresh *fresh)
{
	for (int i = 0; i < FRESH_COUNT; i++)
		str_done(&fresh->section[i]);
}
