/*
 * UTF-8: everything inside the program is valid UTF-8 in NFC. Folding and the sort key follow the
 * Russian rules: case does not count, Ё is Е (a word with ё stands behind the same word with е),
 * spaces are squeezed. System library: utf8proc.
 */
#ifndef NASTAVNIK_BASE_UTF8_H
#define NASTAVNIK_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"

enum { UTF8_MAX = 4 }; /* bytes of one code point */

/* Are these n bytes valid UTF-8 (no overlong forms, no surrogates)? */
bool utf8_valid(const char *text, size_t n);
/* Decode one code point at text (valid UTF-8, NUL ended) into *cp and return the bytes it took;
 * 0 at the end of the text. A stray byte decodes as U+FFFD of length 1. */
size_t utf8_decode(const char *text, uint32_t *cp);
/* Encode cp into buf (4 bytes at least, no NUL is written); returns the length. */
size_t utf8_encode(uint32_t cp, char *buf);
/* Byte offset of the grapheme cluster behind / before offset at; the ends stay the ends. */
size_t utf8_next(const char *text, size_t at);
size_t utf8_prev(const char *text, size_t at);
/* Grapheme clusters in the text. */
size_t utf8_count(const char *text);
/* Screen columns that the text takes; control characters take none. */
int utf8_width(const char *text);
int utf8_width_cp(uint32_t cp);
/* Bytes of the longest beginning of text, on a cluster border, at most `columns` columns wide. */
size_t utf8_fit(const char *text, int columns);
/* The same text in NFC; a stray byte becomes U+FFFD. */
char *utf8_nfc(struct arena *a, const char *text);
/* NFC, no spaces at the ends, runs of white space (also U+00A0, tabs, line ends) one space; control
 * characters and invisible ones (soft hyphen, zero width, BOM), which only come with pasted or
 * imported text, are dropped. */
char *utf8_squeeze(struct arena *a, const char *text);
/* For comparing and finding: squeezed, lower case, ё as е, dashes of every kind as '-', quotes of
 * every kind and apostrophes dropped. */
char *utf8_fold(struct arena *a, const char *text);
/* The same into buf (size bytes with the NUL, 1 at least); a longer fold is cut at a character.
 * Returns the length written. For hot loops. */
size_t utf8_fold_into(const char *text, char *buf, size_t size);
/* A key whose byte order is the Russian order of the texts: the fold, then, only where the text has
 * a ё, the byte 1 and a mark for each е (1) and ё (2) up to the last ё. */
char *utf8_sort_key(struct arena *a, const char *text);
size_t utf8_sort_key_into(const char *text, char *buf, size_t size);
/* Russian upper and lower case of one code point. */
uint32_t utf8_lower(uint32_t cp);
uint32_t utf8_upper(uint32_t cp);

/* What the same keys would have typed in the other layout: «Bdfyjd» gives «Иванов», «руддщ» gives
 * «hello» (ЙЦУКЕН and QWERTY by key position). */
char *utf8_other_layout(struct arena *a, const char *text);
/* The Latin letter that stands on the key of cp (й gives q); cp itself when it is not Cyrillic. */
uint32_t utf8_key_position(uint32_t cp);

#endif
