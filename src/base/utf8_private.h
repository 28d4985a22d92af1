/* What utf8.c and fold.c share. */
#ifndef NASTAVNIK_SRC_BASE_UTF8_PRIVATE_H
#define NASTAVNIK_SRC_BASE_UTF8_PRIVATE_H

#include <stdbool.h>
#include <stdint.h>

/* The text in NFC: itself where it surely is, else a copy on the heap, also in *temp, to be freed.
 */
const char *utf8_nfc_temp(const char *text, char **temp);
/* White space of any kind and width, line ends included. */
bool utf8_is_space(uint32_t cp);
/* Controls, soft hyphens, zero-width marks: what nobody sees and nobody meant to write. The joiners
 * of U+200C and U+200D are meant. */
bool utf8_is_invisible(uint32_t cp);

#endif
