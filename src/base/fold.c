/*
 * Folding and the sort key. Imports fold some hundred thousand names, so ASCII and the Russian
 * letters are looked up in a table; utf8proc knows the rest.
 */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "utf8_private.h"

enum { IE = 0x435, IO = 0x451, IO_UPPER = 0x401 };

/* Folds of U+0400…U+045F. */
static const uint16_t cyrillic[] = {
	0x450, 0x435, 0x452, 0x453, 0x454, 0x455, 0x456, 0x457, /* Ѐ Ё Ђ Ѓ Є Ѕ І Ї */
	0x458, 0x459, 0x45A, 0x45B, 0x45C, 0x45D, 0x45E, 0x45F, /* Ј Љ Њ Ћ Ќ Ѝ Ў Џ */
	0x430, 0x431, 0x432, 0x433, 0x434, 0x435, 0x436, 0x437, /* А … З */
	0x438, 0x439, 0x43A, 0x43B, 0x43C, 0x43D, 0x43E, 0x43F, /* И … П */
	0x440, 0x441, 0x442, 0x443, 0x444, 0x445, 0x446, 0x447, /* Р … Ч */
	0x448, 0x449, 0x44A, 0x44B, 0x44C, 0x44D, 0x44E, 0x44F, /* Ш … Я */
	0x430, 0x431, 0x432, 0x433, 0x434, 0x435, 0x436, 0x437, /* а … з */
	0x438, 0x439, 0x43A, 0x43B, 0x43C, 0x43D, 0x43E, 0x43F, /* и … п */
	0x440, 0x441, 0x442, 0x443, 0x444, 0x445, 0x446, 0x447, /* р … ч */
	0x448, 0x449, 0x44A, 0x44B, 0x44C, 0x44D, 0x44E, 0x44F, /* ш … я */
	0x450, 0x435, 0x452, 0x453, 0x454, 0x455, 0x456, 0x457, /* ѐ ё ђ ѓ є ѕ і ї */
	0x458, 0x459, 0x45A, 0x45B, 0x45C, 0x45D, 0x45E, 0x45F, /* ј љ њ ћ ќ ѝ ў џ */
};

bool utf8_is_space(uint32_t cp)
{
	return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x85 || cp == 0xA0 ||
	       cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x2028 || cp == 0x2029 ||
	       cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

bool utf8_is_invisible(uint32_t cp)
{
	return cp < ' ' || (cp >= 0x7F && cp < 0xA0) || cp == 0xAD || cp == 0x200B ||
	       cp == 0x2060 || cp == 0xFEFF || (cp >= 0x200E && cp <= 0x200F) ||
	       (cp >= 0x202A && cp <= 0x202E);
}

static bool is_dash(uint32_t cp)
{
	return (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2043 || cp == 0x2212 || cp == 0xFE58 ||
	       cp == 0xFE63 || cp == 0xFF0D;
}

static bool is_quote(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == '`' || cp == 0xAB || cp == 0xB4 || cp == 0xBB ||
	       (cp >= 0x2018 && cp <= 0x201F) || cp == 0x2032 || cp == 0x2033 || cp == 0x2039 ||
	       cp == 0x203A || cp == 0x2BC || cp == 0x2B9 || cp == 0x2EE;
}

uint32_t utf8_lower(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 0x20 : cp;
	if (cp == IO_UPPER || cp == IO)
		return IO;
	if (cp >= 0x400 && cp < 0x460)
		return cyrillic[cp - 0x400];
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

uint32_t utf8_upper(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'a' && cp <= 'z' ? cp - 0x20 : cp;
	if (cp >= 0x430 && cp < 0x450)
		return cp - 0x20;
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp);
}

/* What a code point that is no Russian letter folds to: itself or another one, ' ' for white space,
 * 0 for nothing. */
static uint32_t fold_other(uint32_t cp)
{
	if (cp >= 'a' && cp <= 'z')
		return cp;
	if (utf8_is_space(cp))
		return ' ';
	if (is_quote(cp) || utf8_is_invisible(cp))
		return 0;
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 0x20 : cp;
	return is_dash(cp) ? '-' : (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

/* A fold being written. */
struct fold {
	char *start, *at, *end; /* end: where the NUL must fit at the latest */
	const char *last_io;    /* the last ё of the text; NULL: it has none */
	bool full;
};

static void fold_put(struct fold *out, uint32_t cp)
{
	char buf[UTF8_MAX];
	size_t n;

	if (cp < 0x80) {
		buf[0] = (char)cp;
		n = 1;
	} else if (cp < 0x800) {
		buf[0] = (char)(0xC0 | cp >> 6);
		buf[1] = (char)(0x80 | (cp & 0x3F));
		n = 2;
	} else {
		n = utf8_encode(cp, buf);
	}
	if (n > (size_t)(out->end - out->at)) {
		out->full = true;
		return;
	}
	for (size_t i = 0; i < n; i++)
		*out->at++ = buf[i];
}

/* Folds a text in NFC. */
static void fold_text(struct fold *out, const char *text)
{
	bool space = false;
	uint32_t cp;

	for (size_t len; !out->full && (len = utf8_decode(text, &cp)); text += len) {
		if (cp == IO || cp == IO_UPPER)
			out->last_io = text;
		cp = cp >= 0x400 && cp < 0x460 ? cyrillic[cp - 0x400] : fold_other(cp);
		if (cp == ' ') {
			space = out->at > out->start;
		} else if (cp) {
			if (space)
				fold_put(out, ' ');
			space = false;
			fold_put(out, cp);
		}
	}
}

/* The same, without ado, for a text of nothing but ASCII and U+0400…U+045F, which is in NFC as it
 * stands. False when there is something else, which may change what stands before it. */
static bool fold_plain(struct fold *out, const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	char *to = out->at;
	bool space = false;

	while (*at) {
		unsigned char c = at[0], next = at[1];
		uint32_t cp;

		if (c < 0x80) {
			/* Most are small letters, or digits with what stands between them. */
			bool itself = (c >= 'a' && c <= 'z') || (c >= '-' && c <= '9');

			cp = itself ? c : fold_other(c);
			at++;
		} else if ((c == 0xD0 && next >= 0x80 && next <= 0xBF) ||
			   (c == 0xD1 && next >= 0x80 && next <= 0x9F)) {
			cp = cyrillic[(c & 1) << 6 | (next & 0x3F)];
			if (cp == IE && (next == 0x91 || next == 0x81)) /* ё, Ё */
				out->last_io = (const char *)at;
			at += 2;
		} else {
			return false;
		}
		if (cp == ' ') {
			space = to > out->start;
			continue;
		}
		if (!cp)
			continue;
		out->full = out->end - to < space + 1 + (cp >= 0x80);
		if (out->full)
			break;
		if (space)
			*to++ = ' ';
		space = false;
		if (cp >= 0x80)
			*to++ = (char)(0xC0 | cp >> 6);
		*to++ = (char)(cp >= 0x80 ? 0x80 | (cp & 0x3F) : cp);
	}
	out->at = to;
	return true;
}

/* The tie-break of the sort key. The folds of two texts that differ in ё only have their е at the
 * same places, so the marks can be compared one by one. */
static void io_marks(struct fold *out, const char *text)
{
	uint32_t cp;

	if (!out->last_io)
		return;
	fold_put(out, 1);
	while (text <= out->last_io) {
		text += utf8_decode(text, &cp);
		if (utf8_lower(cp) == IO)
			fold_put(out, 2);
		else if (utf8_lower(cp) == IE)
			fold_put(out, 1);
	}
}

static size_t fold_into(const char *text, char *buf, size_t size, bool marks)
{
	struct fold begin = { .start = buf, .at = buf, .end = buf + size - 1 }, out = begin;
	char *temp = NULL;

	if (!fold_plain(&out, text)) {
		text = utf8_nfc_temp(text, &temp);
		out = begin;
		fold_text(&out, text);
	}
	if (marks)
		io_marks(&out, text);
	*out.at = '\0';
	free(temp);
	return (size_t)(out.at - buf);
}

/* Most texts are short: fold on the stack, and take from the arena what is needed. */
static char *fold_new(struct arena *a, const char *text, bool marks)
{
	char buf[512], *fold, *copy;
	size_t n = fold_into(text, buf, sizeof(buf), marks), size;

	if (n < sizeof(buf) - UTF8_MAX)
		return arena_strndup(a, buf, n);
	/* NFC makes a text three times as long at most (UAX #15), and one letter two bytes longer;
	 * the marks are fewer than the letters. */
	size = strlen(text) * 5 + 2;
	fold = mem_alloc(size);
	n = fold_into(text, fold, size, marks);
	copy = arena_strndup(a, fold, n);
	free(fold);
	return copy;
}

size_t utf8_fold_into(const char *text, char *buf, size_t size)
{
	return fold_into(text, buf, size, false);
}

size_t utf8_sort_key_into(const char *text, char *buf, size_t size)
{
	return fold_into(text, buf, size, true);
}

char *utf8_fold(struct arena *a, const char *text)
{
	return fold_new(a, text, false);
}

char *utf8_sort_key(struct arena *a, const char *text)
{
	return fold_new(a, text, true);
}
