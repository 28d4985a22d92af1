/* Names of the encodings. */
#include "nastavnik/port/encoding.h"

#include <string.h>

#include "nastavnik/base/i18n.h"

#define ROW(e, text_code, text_name) \
	[e] = { .id = (e) + 1, .code = (text_code), .name = (text_name) }
static const struct choice encoding_table[ENCODING_COUNT] = {
	ROW(ENCODING_UTF8, "utf-8", "UTF-8"),
	ROW(ENCODING_UTF8_BOM, "utf-8-bom", "UTF-8 (BOM)"),
	ROW(ENCODING_UTF16LE, "utf-16le", "UTF-16 LE"),
	ROW(ENCODING_UTF16BE, "utf-16be", "UTF-16 BE"),
	ROW(ENCODING_CP1251, "cp1251", "Windows-1251"),
	ROW(ENCODING_KOI8R, "koi8-r", "KOI8-R"),
	ROW(ENCODING_CP866, "cp866", "CP866 (DOS)"),
};
#undef ROW

/* What people and other programs call them, letters and digits only. */
static const struct {
	const char *word;
	enum encoding encoding;
} encoding_alias[] = {
	{ "auto", ENCODING_AUTO },        { "unicode", ENCODING_UTF8 },
	{ "utf8sig", ENCODING_UTF8_BOM }, { "utf16", ENCODING_UTF16LE },
	{ "ucs2", ENCODING_UTF16LE },     { "1251", ENCODING_CP1251 },
	{ "win1251", ENCODING_CP1251 },   { "windows1251", ENCODING_CP1251 },
	{ "ansi", ENCODING_CP1251 },      { "koi8", ENCODING_KOI8R },
	{ "866", ENCODING_CP866 },        { "ibm866", ENCODING_CP866 },
	{ "dos", ENCODING_CP866 },
};

const char *encoding_name(enum encoding encoding)
{
	if (encoding < 0 || encoding >= ENCODING_COUNT)
		return _("found automatically");
	return encoding_table[encoding].name;
}

struct choices encoding_choices(void)
{
	return (struct choices){ encoding_table, ENCODING_COUNT };
}

/* Only letters and digits, in lower case: "CP-866 (DOS)" gives "cp866dos". */
static void alias_key(const char *text, char key[24])
{
	size_t n = 0;

	for (; *text && n < 23; text++) {
		char c = *text;

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			key[n++] = c;
	}
	key[n] = '\0';
}

static bool alias_is(const char *key, const char *name)
{
	char other[24];

	alias_key(name, other);
	return !strcmp(key, other);
}

enum rc encoding_parse(const char *text, enum encoding *encoding)
{
	char key[24];

	alias_key(text, key);
	for (int i = 0; i < ENCODING_COUNT; i++) {
		if (alias_is(key, encoding_table[i].code) ||
		    alias_is(key, encoding_table[i].name)) {
			*encoding = (enum encoding)i;
			return RC_OK;
		}
	}
	for (size_t i = 0; i < sizeof(encoding_alias) / sizeof(encoding_alias[0]); i++) {
		if (!strcmp(key, encoding_alias[i].word)) {
			*encoding = encoding_alias[i].encoding;
			return RC_OK;
		}
	}
	return err_set(RC_INVALID,
		       _("Unknown encoding “%s”. Known are: utf-8, utf-8-bom, utf-16le, utf-16be, "
			 "cp1251, koi8-r, cp866."),
		       text);
}
