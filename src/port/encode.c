/* UTF-8 to any encoding. */
#include "nastavnik/port/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"

enum { ROOM = 4096 };

struct encoder {
	enum encoding encoding;
	iconv_t iconv;
};

/* Characters that people type and old encodings lack, and what stands for them. Sorted. */
static const struct twin {
	uint32_t cp;
	const char *text;
} twins[] = {
	{ 0x00A0, " " },    { 0x00A7, "п." },  { 0x00A9, "(c)" },  { 0x00AB, "\"" },
	{ 0x00AD, "" },     { 0x00AE, "(R)" }, { 0x00B1, "+-" },   { 0x00B7, "*" },
	{ 0x00BB, "\"" },   { 0x00D7, "x" },   { 0x0301, "" },     { 0x2009, " " },
	{ 0x200B, "" },     { 0x2010, "-" },   { 0x2011, "-" },    { 0x2012, "-" },
	{ 0x2013, "-" },    { 0x2014, "-" },   { 0x2015, "-" },    { 0x2018, "'" },
	{ 0x2019, "'" },    { 0x201A, "'" },   { 0x201C, "\"" },   { 0x201D, "\"" },
	{ 0x201E, "\"" },   { 0x2022, "*" },   { 0x2026, "..." },  { 0x202F, " " },
	{ 0x2039, "'" },    { 0x203A, "'" },   { 0x20BD, "руб." }, { 0x2116, "N" },
	{ 0x2122, "(TM)" }, { 0x2192, "->" },  { 0x2212, "-" },    { 0x2264, "<=" },
	{ 0x2265, ">=" },   { 0x2713, "+" },   { 0xFEFF, "" },
};

enum rc encoder_new(enum encoding encoding, struct encoder **encoder)
{
	struct encoder *e;
	iconv_t cd;

	if (encoding < 0 || encoding >= ENCODING_COUNT)
		return err_set(RC_BUG, "encoder_new: %d", encoding);
	cd = iconv_open(encoding_iconv_name(encoding), "UTF-8");
	if (cd == (iconv_t)-1)
		return err_set(RC_BUG, _("This system cannot convert %s."),
			       encoding_name(encoding));
	e = mem_alloc(sizeof(*e));
	e->encoding = encoding;
	e->iconv = cd;
	*encoder = e;
	return RC_OK;
}

void encoder_free(struct encoder *encoder)
{
	if (!encoder)
		return;
	iconv_close(encoder->iconv);
	free(encoder);
}

void encoder_begin(struct encoder *encoder, struct str *out)
{
	switch (encoder->encoding) {
	case ENCODING_UTF8_BOM:
		str_add_n(out, "\xEF\xBB\xBF", 3);
		break;
	case ENCODING_UTF16LE:
		str_add_n(out, "\xFF\xFE", 2);
		break;
	case ENCODING_UTF16BE:
		str_add_n(out, "\xFE\xFF", 2);
		break;
	default:
		break;
	}
}

static int twin_order(const void *key, const void *row)
{
	uint32_t cp = *(const uint32_t *)key, other = ((const struct twin *)row)->cp;

	return (cp > other) - (cp < other);
}

/* NULL: nothing looks like it. */
static const char *twin_find(uint32_t cp)
{
	const struct twin *twin =
		bsearch(&cp, twins, sizeof(twins) / sizeof(twins[0]), sizeof(twins[0]), twin_order);

	return twin ? twin->text : NULL;
}

static const char *twin_of(uint32_t cp)
{
	const char *twin = twin_find(cp);

	return twin ? twin : "?";
}

/* Convert up to the first character that the encoding lacks; returns the bytes taken. */
static size_t convert(struct encoder *e, const char *text, size_t n, struct str *out)
{
	char room[ROOM], *from = (char *)(uintptr_t)text;
	size_t left = n;

	while (left) {
		char *to = room;
		size_t free_bytes = sizeof(room);
		size_t rc = iconv(e->iconv, &from, &left, &to, &free_bytes);

		str_add_n(out, room, sizeof(room) - free_bytes);
		if (rc == (size_t)-1 && errno != E2BIG)
			break;
	}
	return n - left;
}

size_t encoder_add(struct encoder *e, const char *text, size_t n, struct str *out, uint32_t *lost)
{
	size_t at = 0, gone = 0;

	while ((at += convert(e, text + at, n - at, out)) < n) {
		const char *twin;
		uint32_t cp;

		at += utf8_decode(text + at, &cp);
		twin = twin_of(cp);
		convert(e, twin, strlen(twin), out);
		if (!twin_find(cp) && !gone++ && lost)
			*lost = cp;
	}
	return gone;
}

size_t encoder_fit(struct encoder *e, const char *text, size_t n, struct str *out, uint32_t *lost)
{
	struct str waste = { 0 };
	size_t from = 0, replaced = 0, at;

	while ((at = from + convert(e, text + from, n - from, &waste)) < n) {
		uint32_t cp;

		str_add_n(out, text + from, at - from);
		from = at + utf8_decode(text + at, &cp);
		str_add(out, twin_of(cp));
		if (!replaced++ && lost)
			*lost = cp;
		str_clear(&waste);
	}
	str_add_n(out, text + from, n - from);
	str_done(&waste);
	return replaced;
}
