/* Private: pieces of UTF-8 that the decoder and the detector share. */
#ifndef NASTAVNIK_PORT_CONVERT_H
#define NASTAVNIK_PORT_CONVERT_H

#include <stddef.h>

/* Bytes of the valid character at text (n bytes are there, n > 0); 0: broken; -1: valid so far, but
 * cut at the end. */
int utf8_piece(const unsigned char *text, size_t n);
/* What iconv calls it. */
const char *encoding_iconv_name(int encoding);

#endif
