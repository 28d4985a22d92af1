/* ЙЦУКЕН and QWERTY by key position, as Windows and X11 have them («Russian», not «Typewriter»). */
#include <string.h>

#include "nastavnik/base/utf8.h"

struct key {
	const char *latin, *russian;
};

static const struct key keys[] = {
	{ "`", "ё" }, { "q", "й" }, { "w", "ц" },  { "e", "у" },  { "r", "к" }, { "t", "е" },
	{ "y", "н" }, { "u", "г" }, { "i", "ш" },  { "o", "щ" },  { "p", "з" }, { "[", "х" },
	{ "]", "ъ" }, { "a", "ф" }, { "s", "ы" },  { "d", "в" },  { "f", "а" }, { "g", "п" },
	{ "h", "р" }, { "j", "о" }, { "k", "л" },  { "l", "д" },  { ";", "ж" }, { "'", "э" },
	{ "z", "я" }, { "x", "ч" }, { "c", "с" },  { "v", "м" },  { "b", "и" }, { "n", "т" },
	{ "m", "ь" }, { ",", "б" }, { ".", "ю" },  { "/", "." },  { "~", "Ё" }, { "Q", "Й" },
	{ "W", "Ц" }, { "E", "У" }, { "R", "К" },  { "T", "Е" },  { "Y", "Н" }, { "U", "Г" },
	{ "I", "Ш" }, { "O", "Щ" }, { "P", "З" },  { "{", "Х" },  { "}", "Ъ" }, { "A", "Ф" },
	{ "S", "Ы" }, { "D", "В" }, { "F", "А" },  { "G", "П" },  { "H", "Р" }, { "J", "О" },
	{ "K", "Л" }, { "L", "Д" }, { ":", "Ж" },  { "\"", "Э" }, { "Z", "Я" }, { "X", "Ч" },
	{ "C", "С" }, { "V", "М" }, { "B", "И" },  { "N", "Т" },  { "M", "Ь" }, { "<", "Б" },
	{ ">", "Ю" }, { "?", "," }, { "@", "\"" }, { "#", "№" },  { "$", ";" }, { "^", ":" },
	{ "&", "?" },
};

enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

static bool is_cyrillic(uint32_t cp)
{
	return cp >= 0x400 && cp < 0x460;
}

static bool has_cyrillic(const char *text)
{
	uint32_t cp;

	for (size_t len; (len = utf8_decode(text, &cp)); text += len)
		if (is_cyrillic(cp))
			return true;
	return false;
}

/* What the same key gives in the other layout, for the character of len bytes at text; NULL when
 * the key is the same in both. */
static const char *other_key(const char *text, size_t len, bool from_russian)
{
	for (int i = 0; i < KEYS; i++) {
		const char *from = from_russian ? keys[i].russian : keys[i].latin;

		if (strlen(from) == len && !memcmp(from, text, len))
			return from_russian ? keys[i].latin : keys[i].russian;
	}
	return NULL;
}

char *utf8_other_layout(struct arena *a, const char *text)
{
	bool from_russian = has_cyrillic(text);
	char *out = arena_alloc(a, strlen(text) * 3 + 1), *at = out; /* № is the longest */
	uint32_t cp;

	for (size_t len; (len = utf8_decode(text, &cp)); text += len) {
		const char *other = other_key(text, len, from_russian);
		size_t n = other ? strlen(other) : len;

		memcpy(at, other ? other : text, n);
		at += n;
	}
	return out;
}

uint32_t utf8_key_position(uint32_t cp)
{
	char buf[UTF8_MAX];
	const char *latin;

	if (!is_cyrillic(cp))
		return cp;
	latin = other_key(buf, utf8_encode(cp, buf), true);
	return latin ? (unsigned char)*latin : cp;
}
