#include "nastavnik/base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "nastavnik/base/str.h"
#include "utf8_private.h"

enum { REPLACEMENT = 0xFFFD };

/* Decodes one code point of at most n bytes; 0 when they are no UTF-8. */
static size_t decode_strict(const unsigned char *s, size_t n, uint32_t *cp)
{
	static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t len = s[0] < 0x80 ? 1 : s[0] < 0xC2 ? 0 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
	uint32_t value = s[0];

	if (len == 1) {
		*cp = value;
		return 1;
	}
	if (!len || len > n || s[0] > 0xF4)
		return 0;
	value &= 0x7Fu >> len;
	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		value = value << 6 | (s[i] & 0x3F);
	}
	if (value < smallest[len] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
		return 0;
	*cp = value;
	return len;
}

bool utf8_valid(const char *text, size_t n)
{
	const unsigned char *s = (const unsigned char *)text;
	uint32_t cp;

	for (size_t at = 0, len; at < n; at += len) {
		len = decode_strict(s + at, n - at, &cp);
		if (!len)
			return false;
	}
	return true;
}

size_t utf8_decode(const char *text, uint32_t *cp)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t len;

	if (s[0] < 0x80) {
		*cp = s[0];
		return s[0] != 0;
	}
	if (s[0] >= 0xC2 && s[0] < 0xE0 && (s[1] & 0xC0) == 0x80) { /* Cyrillic, above all */
		*cp = (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
		return 2;
	}
	/* A NUL is no continuation byte: the text's end stops the decoder by itself. */
	len = decode_strict(s, UTF8_MAX, cp);
	if (len)
		return len;
	*cp = REPLACEMENT;
	return 1;
}

size_t utf8_encode(uint32_t cp, char *buf)
{
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
		cp = REPLACEMENT;
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)cp, (utf8proc_uint8_t *)buf);
}

size_t utf8_next(const char *text, size_t at)
{
	utf8proc_int32_t state = 0;
	uint32_t cp, next;
	size_t len = utf8_decode(text + at, &cp);

	while (len) {
		at += len;
		len = utf8_decode(text + at, &next);
		if (len && utf8proc_grapheme_break_stateful((utf8proc_int32_t)cp,
							    (utf8proc_int32_t)next, &state))
			break;
		cp = next;
	}
	return at;
}

/* Clusters can only be told going forward: go back to a character that surely begins one. */
size_t utf8_prev(const char *text, size_t at)
{
	size_t start = at, next;

	if (!at)
		return 0;
	do
		start--;
	while (start && ((unsigned char)text[start] >= 0x80 || (unsigned char)text[start] < ' '));
	while ((next = utf8_next(text, start)) < at)
		start = next;
	return start;
}

size_t utf8_count(const char *text)
{
	size_t n = 0;

	for (size_t at = 0; text[at]; at = utf8_next(text, at))
		n++;
	return n;
}

int utf8_width_cp(uint32_t cp)
{
	if (cp < 0x7F)
		return cp >= ' ';
	if (cp >= 0x400 && cp < 0x460)
		return 1;
	return utf8proc_charwidth((utf8proc_int32_t)cp);
}

int utf8_width(const char *text)
{
	int width = 0;
	uint32_t cp;

	for (size_t len; (len = utf8_decode(text, &cp)); text += len)
		width += utf8_width_cp(cp);
	return width;
}

size_t utf8_fit(const char *text, int columns)
{
	size_t at = 0;

	while (text[at]) {
		size_t next = utf8_next(text, at);
		uint32_t cp;

		for (size_t i = at; i < next; i += utf8_decode(text + i, &cp)) {
			utf8_decode(text + i, &cp);
			columns -= utf8_width_cp(cp);
		}
		if (columns < 0)
			break;
		at = next;
	}
	return at;
}

/* Is the text surely valid and in NFC? Only what names and papers are full of is looked at: letters
 * up to U+02FF, plain Cyrillic letters, dashes and quotes, №. No for anything else. */
static bool surely_nfc(const char *text)
{
	const unsigned char *s = (const unsigned char *)text;
	uint32_t cp;

	for (;;) {
		if (s[0] < 0x80) {
			if (!*s++)
				return true;
			continue;
		}
		if ((s[0] == 0xD0 || s[0] == 0xD1) && (s[1] & 0xC0) == 0x80) { /* U+0400…U+047F */
			s += 2;
			continue;
		}
		s += utf8_decode((const char *)s, &cp);
		if (!(cp < 0x300 || (cp >= 0x48A && cp < 0x530) || (cp >= 0x2010 && cp < 0x2060) ||
		      cp == 0x2116))
			return false;
	}
}

/* The text with stray bytes replaced, on the heap. */
static char *repair(const char *text)
{
	struct str out = { 0 };
	char buf[UTF8_MAX];
	uint32_t cp;

	str_add(&out, "");
	for (size_t len; (len = utf8_decode(text, &cp)); text += len)
		str_add_n(&out, buf, utf8_encode(cp, buf));
	return out.text;
}

/* NFC on the heap of a text that surely_nfc() did not know. */
static char *compose(const char *text)
{
	char *valid = repair(text);
	utf8proc_uint8_t *out = NULL;

	if (utf8proc_map((const utf8proc_uint8_t *)valid, 0, &out,
			 UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE) < 0)
		mem_out(); /* valid UTF-8 has no other way to fail */
	free(valid);
	return (char *)out;
}

const char *utf8_nfc_temp(const char *text, char **temp)
{
	*temp = surely_nfc(text) ? NULL : compose(text);
	return *temp ? *temp : text;
}

char *utf8_nfc(struct arena *a, const char *text)
{
	char *temp, *copy;

	copy = arena_strdup(a, utf8_nfc_temp(text, &temp));
	free(temp);
	return copy;
}

/* Is the text surely in NFC and squeezed already? As surely_nfc(), of ASCII and U+0400…U+047F. */
static bool surely_squeezed(const char *text)
{
	const unsigned char *s = (const unsigned char *)text;
	bool space = true;

	for (; *s; s++) {
		if (*s == ' ') {
			if (space)
				return false;
			space = true;
			continue;
		}
		space = false;
		if (*s < ' ' || *s == 0x7F)
			return false;
		if (*s < 0x80)
			continue;
		if ((*s != 0xD0 && *s != 0xD1) || (s[1] & 0xC0) != 0x80)
			return false;
		s++;
	}
	return !space || !*text;
}

char *utf8_squeeze(struct arena *a, const char *text)
{
	char *temp, *out, *at;
	bool space = false;
	uint32_t cp;

	if (surely_squeezed(text))
		return arena_strdup(a, text);
	text = utf8_nfc_temp(text, &temp);
	at = out = arena_alloc(a, strlen(text) + 1);
	for (size_t len; (len = utf8_decode(text, &cp)); text += len) {
		if (utf8_is_space(cp)) {
			space = at > out;
			continue;
		}
		if (utf8_is_invisible(cp))
			continue;
		if (space)
			*at++ = ' ';
		space = false;
		memcpy(at, text, len);
		at += len;
	}
	*at = '\0';
	free(temp);
	return out;
}
