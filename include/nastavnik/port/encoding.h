/*
 * Encodings of tables and texts that come from and go to other programs. Inside the program all is
 * UTF-8; iconv converts, which encoding a file is in we decide ourselves (ecosystem of the design:
 * uchardet fails on upper-case Russian lists). System library: iconv.
 */
#ifndef NASTAVNIK_PORT_ENCODING_H
#define NASTAVNIK_PORT_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/err.h"
#include "nastavnik/base/field.h"
#include "nastavnik/base/str.h"

enum encoding {
	ENCODING_AUTO = -1, /* only as a wish: find it out */
	ENCODING_UTF8,
	ENCODING_UTF8_BOM, /* what Excel needs to see that a CSV is UTF-8 */
	ENCODING_UTF16LE,  /* both are written with a byte order mark */
	ENCODING_UTF16BE,
	ENCODING_CP1251,
	ENCODING_KOI8R,
	ENCODING_CP866,
	ENCODING_COUNT
};

/* For the person: "Windows-1251"; ENCODING_AUTO gives a translated word. Never NULL. */
const char *encoding_name(enum encoding encoding);
/* Reads a code, a name or a usual alias (1251, windows-1251, cp-866, dos, koi8r, utf8, utf-16…) in
 * any case; "utf-16" is little-endian, "auto" is ENCODING_AUTO. RC_INVALID with a sentence that
 * lists the codes. */
enum rc encoding_parse(const char *text, enum encoding *encoding);
/* All encodings as choices: id = enum encoding + 1 (0 means «nothing chosen»). */
struct choices encoding_choices(void);

/*
 * Which encoding is it? In this order: a byte order mark; UTF-16 by the parity of zero and 0x04
 * bytes (Cyrillic UTF-16 without a mark is valid UTF-8!); strict UTF-8 without NUL, whose last
 * character may be cut; then letter statistics of Russian. Pure ASCII is UTF-8. Some hundred bytes
 * are enough; upper-case lists are read rightly too.
 */
enum encoding encoding_detect(const void *bytes, size_t n);

/* Turns a stream of bytes, cut anywhere, into UTF-8. */
struct decoder;
/* On the heap; free with decoder_free(). RC_BUG when the system does not know the encoding. */
enum rc decoder_new(enum encoding encoding, struct decoder **decoder);
/* NULL does nothing. */
void decoder_free(struct decoder *decoder);
/* Append the UTF-8 of the next n bytes to out; `last` says that no more follow. A byte order mark
 * at the very beginning is dropped. Each broken piece becomes one U+FFFD. Returns how many there
 * were. */
size_t decoder_add(struct decoder *decoder, const void *bytes, size_t n, bool last,
		   struct str *out);

/* Turns UTF-8 into another encoding. */
struct encoder;
/* On the heap; free with encoder_free(). RC_BUG when the system does not know the encoding. */
enum rc encoder_new(enum encoding encoding, struct encoder **encoder);
/* NULL does nothing. */
void encoder_free(struct encoder *encoder);
/* Append the byte order mark to out where the encoding has one. */
void encoder_begin(struct encoder *encoder, struct str *out);
/*
 * Append n bytes of valid UTF-8 to out. A character that the encoding lacks is replaced by its twin
 * («№» → N, dashes → -, «ёлочки» → ", … → ...), as it was always typed there, else by '?'. Returns
 * how many became '?' and, when some did, the first one in *lost (code point; may be NULL).
 */
size_t encoder_add(struct encoder *encoder, const char *text, size_t n, struct str *out,
		   uint32_t *lost);
/* The same text in UTF-8 as it will be after encoder_add(): for whoever must know before (a
 * «ёлочка» that becomes a quote has to be quoted). Returns how many characters are replaced by
 * twins too, for tables that are to come back as they were; *lost is the first of them. */
size_t encoder_fit(struct encoder *encoder, const char *text, size_t n, struct str *out,
		   uint32_t *lost);

#endif
