/*
 * Shaped words. Papers repeat few words many times, and shaping is what costs: each word is shaped
 * by Pango once and kept as glyphs, a line is words put side by side.
 */
#ifndef NASTAVNIK_PRINT_SRC_PDF_WORDS_H
#define NASTAVNIK_PRINT_SRC_PDF_WORDS_H

#include <pango/pangocairo.h>
#include <stdint.h>

#include "layout.h"

struct word_glyph {
	uint32_t glyph;
	int x, y; /* from the word's beginning on the base line, PANGO_SCALE */
};

/* Characters and the glyphs that stand for them. */
struct word_cluster {
	uint8_t bytes, glyphs;
};

/* The part of a word that one font draws. */
struct word_run {
	PangoFont *font;
	struct word_glyph *glyph;
	struct word_cluster *cluster;
	size_t glyphs, clusters;
	const char *text;
	size_t bytes;
};

struct word {
	struct word *next; /* of the same hash */
	const char *text;
	size_t n;
	struct face face;
	struct word_run *run;
	size_t runs;
	int width;
};

struct words;

struct words *words_new(PangoContext *context, const char *family);
void words_free(struct words *words);
/* The word as glyphs; it lives until the next call. */
const struct word *words_get(struct words *words, struct face face, const char *text, size_t n);
/* Height above and below the base line, PANGO_SCALE. */
void words_extents(struct words *words, struct face face, int *ascent, int *descent);

/* The first of our families that is there with Russian letters, else any font that has them; NULL
 * when there is none. The caller frees it. */
char *words_family(PangoContext *context);

#endif
