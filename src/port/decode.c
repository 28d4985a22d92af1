/* Bytes of any encoding to UTF-8, as a stream. */
#include "nastavnik/port/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "nastavnik/base/i18n.h"

static const char broken_mark[] = "\xEF\xBF\xBD"; /* U+FFFD */
static const char order_mark[] = "\xEF\xBB\xBF";  /* U+FEFF */

enum { KEEP_MAX = 8, ROOM = 4096 };

/* What a byte of an 8-bit encoding stands for: n bytes of UTF-8. */
struct sign {
	char utf8[3];
	unsigned char n;
	bool broken; /* nothing: utf8 is the broken mark */
};

struct decoder {
	enum encoding encoding;
	iconv_t iconv;                /* (iconv_t)-1 for UTF-8, which is only checked */
	struct sign sign[256];        /* of the 8-bit encodings: iconv is slow, a table is not */
	unsigned char kept[KEEP_MAX]; /* the beginning of a character that was cut */
	size_t n_kept;
	bool inside_broken; /* bytes that would continue a broken character belong to it */
	bool begun;         /* something was put out: no order mark any more */
};

const char *encoding_iconv_name(int encoding)
{
	static const char *const name[ENCODING_COUNT] = {
		[ENCODING_UTF8] = "UTF-8",       [ENCODING_UTF8_BOM] = "UTF-8",
		[ENCODING_UTF16LE] = "UTF-16LE", [ENCODING_UTF16BE] = "UTF-16BE",
		[ENCODING_CP1251] = "CP1251",    [ENCODING_KOI8R] = "KOI8-R",
		[ENCODING_CP866] = "CP866",
	};

	return name[encoding];
}

int utf8_piece(const unsigned char *text, size_t n)
{
	/* Smallest and largest second byte rule out overlong forms, surrogates and > U+10FFFF. */
	unsigned char first = text[0], low = 0x80, high = 0xBF;
	int size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;

	if (first < 0x80)
		return 1;
	if (first < 0xC2 || first > 0xF4)
		return 0;
	if (first == 0xE0)
		low = 0xA0;
	else if (first == 0xED)
		high = 0x9F;
	else if (first == 0xF0)
		low = 0x90;
	else if (first == 0xF4)
		high = 0x8F;
	for (int i = 1; i < size; i++) {
		if ((size_t)i >= n)
			return -1;
		if (text[i] < low || text[i] > high)
			return 0;
		low = 0x80;
		high = 0xBF;
	}
	return size;
}

static bool is_8bit(enum encoding encoding)
{
	return encoding == ENCODING_CP1251 || encoding == ENCODING_KOI8R ||
	       encoding == ENCODING_CP866;
}

static void signs_fill(struct decoder *d)
{
	for (int i = 0; i < 256; i++) {
		struct sign *sign = &d->sign[i];
		char byte = (char)i, *from = &byte, *to = sign->utf8;
		size_t left = 1, room = sizeof(sign->utf8);

		sign->broken = iconv(d->iconv, &from, &left, &to, &room) != 0;
		sign->n = (unsigned char)(sizeof(sign->utf8) - room);
		if (sign->broken) {
			memcpy(sign->utf8, broken_mark, sizeof(sign->utf8));
			sign->n = sizeof(sign->utf8);
		}
	}
}

enum rc decoder_new(enum encoding encoding, struct decoder **decoder)
{
	bool utf8 = encoding == ENCODING_UTF8 || encoding == ENCODING_UTF8_BOM;
	iconv_t cd = (iconv_t)-1;
	struct decoder *d;

	if (encoding < 0 || encoding >= ENCODING_COUNT)
		return err_set(RC_BUG, "decoder_new: %d", encoding);
	if (!utf8) {
		cd = iconv_open("UTF-8", encoding_iconv_name(encoding));
		if (cd == (iconv_t)-1)
			return err_set(RC_BUG, _("This system cannot convert %s."),
				       encoding_name(encoding));
	}
	d = mem_alloc(sizeof(*d));
	d->encoding = encoding;
	d->iconv = cd;
	if (is_8bit(encoding))
		signs_fill(d);
	*decoder = d;
	return RC_OK;
}

void decoder_free(struct decoder *decoder)
{
	if (!decoder)
		return;
	if (decoder->iconv != (iconv_t)-1)
		iconv_close(decoder->iconv);
	free(decoder);
}

/* Each of these takes what it can from in (n bytes) and returns how many bytes; the rest is a
 * character that is cut. */

static size_t take_utf8(struct decoder *d, const unsigned char *in, size_t n, struct str *out,
			size_t *broken)
{
	size_t at = 0, from = 0;

	while (at < n) {
		int size = utf8_piece(in + at, n - at);

		if (d->inside_broken && (in[at] & 0xC0) == 0x80) {
			from = ++at;
			continue;
		}
		d->inside_broken = false;
		if (size > 0) {
			at += (size_t)size;
			continue;
		}
		str_add_n(out, (const char *)in + from, at - from);
		if (size < 0)
			return at;
		str_add_n(out, broken_mark, 3);
		++*broken;
		d->inside_broken = true;
		from = ++at;
	}
	str_add_n(out, (const char *)in + from, at - from);
	return at;
}

static size_t take_8bit(struct decoder *d, const unsigned char *in, size_t n, struct str *out,
			size_t *broken)
{
	char room[ROOM + sizeof(d->sign[0].utf8)], *to = room;

	for (size_t at = 0; at < n; at++) {
		const struct sign *sign = &d->sign[in[at]];

		memcpy(to, sign->utf8, sizeof(sign->utf8)); /* always all: quicker than n */
		to += sign->n;
		*broken += sign->broken;
		if (to >= room + ROOM) {
			str_add_n(out, room, (size_t)(to - room));
			to = room;
		}
	}
	str_add_n(out, room, (size_t)(to - room));
	return n;
}

static size_t take_utf16(struct decoder *d, const unsigned char *in, size_t n, struct str *out,
			 size_t *broken)
{
	enum { UNIT = 2 };
	char room[ROOM], *from = (char *)(uintptr_t)in;
	size_t left = n;

	while (left) {
		char *to = room;
		size_t free_bytes = sizeof(room);
		size_t rc = iconv(d->iconv, &from, &left, &to, &free_bytes);
		int fault = rc == (size_t)-1 ? errno : 0;

		str_add_n(out, room, sizeof(room) - free_bytes);
		if (fault == EINVAL)
			break;
		if (fault == EILSEQ) {
			size_t skip = left < UNIT ? left : UNIT;

			str_add_n(out, broken_mark, 3);
			++*broken;
			from += skip;
			left -= skip;
		}
	}
	return n - left;
}

static size_t take(struct decoder *d, const unsigned char *in, size_t n, struct str *out,
		   size_t *broken)
{
	if (d->iconv == (iconv_t)-1)
		return take_utf8(d, in, n, out, broken);
	if (is_8bit(d->encoding))
		return take_8bit(d, in, n, out, broken);
	return take_utf16(d, in, n, out, broken);
}

/* The character that the last chunk cut, completed byte by byte from this one. Returns how many
 * bytes of in it took. */
static size_t take_kept(struct decoder *d, const unsigned char *in, size_t n, struct str *out,
			size_t *broken)
{
	size_t used = 0;

	while (d->n_kept && used < n && d->n_kept < KEEP_MAX) {
		size_t taken;

		d->kept[d->n_kept++] = in[used++];
		taken = take(d, d->kept, d->n_kept, out, broken);
		d->n_kept -= taken;
		memmove(d->kept, d->kept + taken, d->n_kept);
	}
	return used;
}

size_t decoder_add(struct decoder *d, const void *bytes, size_t n, bool last, struct str *out)
{
	const unsigned char *in = bytes;
	size_t begin = out->len, broken = 0;
	size_t at = take_kept(d, in, n, out, &broken);

	if (at < n) {
		at += take(d, in + at, n - at, out, &broken);
		d->n_kept = n - at;
		memcpy(d->kept, in + at, d->n_kept);
	}
	if (last && d->n_kept) {
		str_add_n(out, broken_mark, 3);
		broken++;
		d->n_kept = 0;
	}
	if (!d->begun && out->len > begin) {
		d->begun = true;
		if (out->len - begin >= 3 && !memcmp(out->text + begin, order_mark, 3)) {
			memmove(out->text + begin, out->text + begin + 3, out->len - begin - 2);
			out->len -= 3;
		}
	}
	return broken;
}
