/* Which encoding is it? */
#include <iconv.h>
#include <string.h>

#include "convert.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/port/encoding.h"

/* Bits of what a byte means in one encoding. */
enum { LETTER_UPPER = 0x40, LETTER_SIGN = 0x80, LETTER_STRANGE = 0xC0, LETTER_INDEX = 0x3F };

/* 10 * log2(frequency of the letter / average), а … я without ё. */
static const signed char letter_weight[32] = {
	14, -10, 5,  -9, -1,  14,  -18, -9,  12,  -14, 2,   5,  0,  11,  18,  -2,
	6,  8,   10, -3, -34, -16, -26, -12, -22, -30, -63, -7, -9, -34, -24, -6,
};

/* а е и о у ы э ю я */
static const uint32_t vowels = 1u << 0 | 1u << 5 | 1u << 8 | 1u << 14 | 1u << 19 | 1u << 27 |
			       1u << 29 | 1u << 30 | 1u << 31;

enum {
	COST_STRANGE = 120,   /* a byte that is no letter of Russian, nor a sign that people type */
	COST_SIGN = 15,       /* «, №, …: they occur, but rarely */
	COST_CASE = 60,       /* a capital after a small letter */
	COST_SOFT_FIRST = 60, /* a word that begins with ъ, ы or ь */
	GAIN_CHANGE = 8,      /* vowel and consonant alternate */
};

/* What the character means to the scorer: 1 … 32 a letter, with LETTER_UPPER a capital; 0 ASCII. */
static unsigned char letter_kind(uint32_t cp)
{
	static const uint32_t signs[] = { 0x00A0, 0x00A7, 0x00AB, 0x00B0, 0x00BB, 0x2013, 0x2014,
					  0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0x2026, 0x2116 };

	if (cp == 0x0401)
		return (5 + 1) | LETTER_UPPER;
	if (cp == 0x0451)
		return 5 + 1;
	if (cp >= 0x0410 && cp < 0x0430)
		return (unsigned char)((cp - 0x0410 + 1) | LETTER_UPPER);
	if (cp >= 0x0430 && cp < 0x0450)
		return (unsigned char)(cp - 0x0430 + 1);
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (cp == signs[i])
			return LETTER_SIGN;
	}
	return LETTER_STRANGE;
}

/* iconv says which byte is which letter: no second list of the alphabets. */
static void letters_of(enum encoding encoding, unsigned char kind[256])
{
	struct decoder *decoder;
	struct str text = { 0 };

	memset(kind, 0, 256);
	if (decoder_new(encoding, &decoder))
		return;
	for (int byte = 128; byte < 256; byte++) {
		unsigned char c = (unsigned char)byte;
		uint32_t cp = 0;

		str_clear(&text);
		decoder_add(decoder, &c, 1, false, &text);
		utf8_decode(str_text(&text), &cp);
		kind[byte] = letter_kind(cp);
	}
	decoder_free(decoder);
	str_done(&text);
}

static int letter_score(unsigned char kind, unsigned char before)
{
	int index = (kind & LETTER_INDEX) - 1, score = letter_weight[index];
	int index_before = (before & LETTER_INDEX) - 1;

	if (index_before < 0)
		return index >= 26 && index <= 28 ? score - COST_SOFT_FIRST : score;
	if ((kind & LETTER_UPPER) && !(before & LETTER_UPPER))
		score -= COST_CASE;
	if ((vowels >> index & 1) != (vowels >> index_before & 1))
		score += GAIN_CHANGE;
	else
		score -= GAIN_CHANGE;
	return score;
}

/* How much the bytes look like Russian in this encoding. */
static long russian_score(const unsigned char *bytes, size_t n, enum encoding encoding)
{
	unsigned char kind[256], before = 0;
	long score = 0;

	letters_of(encoding, kind);
	for (size_t i = 0; i < n; i++) {
		unsigned char now = kind[bytes[i]];

		if (now == LETTER_STRANGE)
			score -= COST_STRANGE;
		else if (now == LETTER_SIGN)
			score -= COST_SIGN;
		else if (now)
			score += letter_score(now, before);
		before = now & LETTER_INDEX ? now : 0;
	}
	return score;
}

/* UTF-16 without a mark: every other byte is the high one, which is 0 (ASCII) or 4 (Cyrillic). */
static bool utf16_guess(const unsigned char *bytes, size_t n, enum encoding *encoding)
{
	size_t hit[2] = { 0, 0 }, pairs = n / 2;

	for (size_t i = 0; i < pairs * 2; i++)
		hit[i & 1] += bytes[i] == 0x00 || bytes[i] == 0x04;
	if (hit[1] * 10 >= pairs * 7 && hit[0] * 10 <= pairs * 3) {
		*encoding = ENCODING_UTF16LE;
		return pairs > 0;
	}
	if (hit[0] * 10 >= pairs * 7 && hit[1] * 10 <= pairs * 3) {
		*encoding = ENCODING_UTF16BE;
		return pairs > 0;
	}
	return false;
}

/*
 * UTF-8 without NUL; the last character may be cut. Some bytes may be broken (a row pasted in from
 * a table of another encoding): the pairs D0 80 … D1 BF that Russian consists of do not occur in
 * Russian text of the 8-bit encodings, where nearly every byte is broken UTF-8.
 */
static bool utf8_guess(const unsigned char *bytes, size_t n)
{
	size_t letters = 0, russian = 0, broken = 0;
	int size = 0;

	for (size_t at = 0; at < n; at += (size_t)size) {
		size = utf8_piece(bytes + at, n - at);
		if (size < 0)
			break;
		if (!size || !bytes[at]) {
			broken++;
			size = 1;
		} else if (size > 1) {
			letters++;
			russian += bytes[at] == 0xD0 || bytes[at] == 0xD1;
		}
	}
	if (size < 0 && !letters)
		return false;
	return russian ? russian > broken : !broken;
}

static bool is_ascii(const unsigned char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (bytes[i] >= 0x80)
			return false;
	}
	return true;
}

enum encoding encoding_detect(const void *start, size_t n)
{
	/* In this order a tie goes to the one that is commonest in schools. */
	static const enum encoding eight_bit[] = { ENCODING_CP1251, ENCODING_CP866,
						   ENCODING_KOI8R };
	const unsigned char *bytes = start;
	enum encoding best = ENCODING_CP1251;
	long best_score = 0;

	if (n >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3))
		return ENCODING_UTF8_BOM;
	if (n >= 2 && !memcmp(bytes, "\xFF\xFE", 2))
		return ENCODING_UTF16LE;
	if (n >= 2 && !memcmp(bytes, "\xFE\xFF", 2))
		return ENCODING_UTF16BE;
	if (utf16_guess(bytes, n, &best))
		return best;
	/* ASCII with a stray NUL is not UTF-16, and no statistics help: it is UTF-8 as well. */
	if (utf8_guess(bytes, n) || is_ascii(bytes, n))
		return ENCODING_UTF8;
	for (size_t i = 0; i < sizeof(eight_bit) / sizeof(eight_bit[0]); i++) {
		long score = russian_score(bytes, n, eight_bit[i]);

		if (!i || score > best_score) {
			best = eight_bit[i];
			best_score = score;
		}
	}
	return best;
}
