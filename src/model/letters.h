/* Letters of names and classes: Latin look-alikes, white space, apostrophes. */
#ifndef NASTAVNIK_MODEL_LETTERS_H
#define NASTAVNIK_MODEL_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

/* The Cyrillic letter that looks like the Latin cp (B gives В); cp itself when there is none. */
uint32_t letter_mend(uint32_t cp);
bool letter_is_latin(uint32_t cp);
bool letter_is_cyrillic(uint32_t cp);
/* Latin or Cyrillic; other scripts do not occur in what is parsed here. */
bool letter_is(uint32_t cp);
/* Any white space, also no-break and zero-width, as tables and web pages have it. */
bool letter_is_space(uint32_t cp);
/* Any of - ‐ ‑ ‒ – — − */
bool letter_is_dash(uint32_t cp);
bool letter_is_apostrophe(uint32_t cp);

#endif
