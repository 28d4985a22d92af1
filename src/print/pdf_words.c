/* Shaped words, and the font that has all their letters. */
#include "pdf_words.h"

#include <string.h>

/* Long lists of different names must not grow the cache without end. */
enum { WORD_SLOTS = 4096, WORDS_MAX = 12288, FACES_MAX = 8 };

struct shaper {
	struct face face;
	PangoLayout *layout;
	int ascent, descent;
};

struct words {
	PangoContext *context;
	const char *family;
	struct shaper shaper[FACES_MAX];
	size_t shapers;
	GPtrArray *fonts; /* held for the runs */
	struct arena arena;
	struct word *slot[WORD_SLOTS];
	size_t n;
};

struct words *words_new(PangoContext *context, const char *family)
{
	struct words *words = g_new0(struct words, 1);

	words->context = context;
	words->family = family;
	words->fonts = g_ptr_array_new_with_free_func(g_object_unref);
	return words;
}

static void words_forget(struct words *words)
{
	memset(words->slot, 0, sizeof(words->slot));
	arena_reset(&words->arena);
	words->n = 0;
}

void words_free(struct words *words)
{
	for (size_t i = 0; i < words->shapers; i++)
		g_object_unref(words->shaper[i].layout);
	g_ptr_array_unref(words->fonts);
	arena_done(&words->arena);
	g_free(words);
}

static PangoFontDescription *face_describe(const char *family, struct face face)
{
	PangoFontDescription *desc = pango_font_description_new();

	pango_font_description_set_family(desc, family);
	pango_font_description_set_size(desc, face.size * PANGO_SCALE / 10);
	pango_font_description_set_weight(desc,
					  face.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	return desc;
}

static void shaper_measure(struct shaper *shaper, PangoContext *context,
			   const PangoFontDescription *desc)
{
	PangoFont *font = pango_context_load_font(context, desc);
	cairo_font_extents_t extents;

	cairo_scaled_font_extents(pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)),
				  &extents);
	shaper->ascent = (int)(extents.ascent * PANGO_SCALE);
	shaper->descent = (int)(extents.descent * PANGO_SCALE);
	g_object_unref(font);
}

static bool face_equal(struct face a, struct face b)
{
	return a.size == b.size && a.bold == b.bold;
}

/* A paper has two or three faces; one with more pays by making the last anew. */
static struct shaper *shaper_get(struct words *words, struct face face)
{
	for (size_t i = 0; i < words->shapers; i++)
		if (face_equal(words->shaper[i].face, face))
			return &words->shaper[i];
	if (words->shapers == FACES_MAX)
		g_object_unref(words->shaper[--words->shapers].layout);
	struct shaper *shaper = &words->shaper[words->shapers++];
	PangoFontDescription *desc = face_describe(words->family, face);
	shaper->face = face;
	shaper->layout = pango_layout_new(words->context);
	pango_layout_set_single_paragraph_mode(shaper->layout, TRUE);
	pango_layout_set_font_description(shaper->layout, desc);
	shaper_measure(shaper, words->context, desc);
	pango_font_description_free(desc);
	return shaper;
}

void words_extents(struct words *words, struct face face, int *ascent, int *descent)
{
	const struct shaper *shaper = shaper_get(words, face);

	*ascent = shaper->ascent;
	*descent = shaper->descent;
}

/* What no font has is drawn as the font's own empty box, not as Pango's box of digits. */
static uint32_t glyph_code(PangoGlyph glyph)
{
	if (glyph == PANGO_GLYPH_EMPTY || (glyph & PANGO_GLYPH_UNKNOWN_FLAG))
		return 0;
	return glyph;
}

static void run_glyphs(struct words *words, struct word_run *run, const PangoGlyphString *glyphs,
		       int *x)
{
	run->glyphs = (size_t)glyphs->num_glyphs;
	run->glyph = ARENA_NEW(&words->arena, struct word_glyph, run->glyphs);
	for (size_t i = 0; i < run->glyphs; i++) {
		const PangoGlyphInfo *info = &glyphs->glyphs[i];
		run->glyph[i] =
			(struct word_glyph){ glyph_code(info->glyph), *x + info->geometry.x_offset,
					     info->geometry.y_offset };
		*x += info->geometry.width;
	}
}

static void run_clusters(struct words *words, struct word_run *run, PangoGlyphItem *item,
			 const char *text)
{
	PangoGlyphItemIter iter;

	run->cluster = ARENA_NEW(&words->arena, struct word_cluster, run->glyphs);
	for (gboolean more = pango_glyph_item_iter_init_start(&iter, item, text);
	     more && run->clusters < run->glyphs;
	     more = pango_glyph_item_iter_next_cluster(&iter)) {
		int glyphs = iter.end_glyph - iter.start_glyph;
		struct word_cluster *cluster = &run->cluster[run->clusters++];
		cluster->bytes = (uint8_t)(iter.end_index - iter.start_index);
		cluster->glyphs = (uint8_t)(glyphs < 0 ? -glyphs : glyphs);
	}
}

/* A layout lets its fonts go with its text. */
static PangoFont *font_hold(struct words *words, PangoFont *font)
{
	if (!g_ptr_array_find(words->fonts, font, NULL))
		g_ptr_array_add(words->fonts, g_object_ref(font));
	return font;
}

static void run_shape(struct words *words, struct word_run *run, PangoGlyphItem *item,
		      const char *text, int *x)
{
	run->font = font_hold(words, item->item->analysis.font);
	run->text = text + item->item->offset;
	run->bytes = (size_t)item->item->length;
	run_glyphs(words, run, item->glyphs, x);
	/* Right-to-left words keep their glyphs but are not mapped back to letters one by one. */
	if (item->item->analysis.level % 2 == 0)
		run_clusters(words, run, item, text);
}

static void word_shape(struct words *words, struct word *word)
{
	PangoLayout *layout = shaper_get(words, word->face)->layout;

	pango_layout_set_text(layout, word->text, (int)word->n);
	PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
	word->run = ARENA_NEW(&words->arena, struct word_run, g_slist_length(line->runs));
	for (GSList *run = line->runs; run; run = run->next)
		run_shape(words, &word->run[word->runs++], run->data, word->text, &word->width);
}

static size_t word_hash(struct face face, const char *text, size_t n)
{
	uint32_t hash = 2166136261u + (uint32_t)face.size * 2 + face.bold;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)text[i]) * 16777619u;
	return (hash ^ hash >> 15) % WORD_SLOTS;
}

static const struct word *word_add(struct words *words, struct face face, const char *text,
				   size_t n)
{
	if (words->n == WORDS_MAX)
		words_forget(words);
	struct word *word = ARENA_NEW(&words->arena, struct word, 1);
	size_t slot = word_hash(face, text, n);
	word->text = arena_strndup(&words->arena, text, n);
	word->n = n;
	word->face = face;
	word_shape(words, word);
	word->next = words->slot[slot];
	words->slot[slot] = word;
	words->n++;
	return word;
}

const struct word *words_get(struct words *words, struct face face, const char *text, size_t n)
{
	struct word *word = words->slot[word_hash(face, text, n)];

	for (; word; word = word->next)
		if (word->n == n && face_equal(word->face, face) &&
		    memcmp(word->text, text, n) == 0)
			return word;
	return word_add(words, face, text, n);
}

/* Letters that a font of Russian papers must have. */
static bool font_is_russian(PangoFont *font)
{
	static const gunichar must[] = { 0x410, 0x44f, 0x401, 0x451, 0x2116, 0xab, 0xbb, 0x2013 };

	for (size_t i = 0; i < G_N_ELEMENTS(must); i++)
		if (!pango_font_has_char(font, must[i]))
			return false;
	return true;
}

/* The family that a wish gives, when it has the letters; any family will do for the last wish. */
static char *family_try(PangoContext *context, const char *wish, bool any)
{
	PangoFontDescription *desc = face_describe(wish, (struct face){ 120, false });
	PangoFont *font = pango_context_load_font(context, desc);
	char *family = NULL;

	pango_font_description_free(desc);
	if (!font)
		return NULL;
	PangoFontDescription *got = pango_font_describe(font);
	const char *name = pango_font_description_get_family(got);
	if (name && (any || g_ascii_strcasecmp(name, wish) == 0) && font_is_russian(font))
		family = g_strdup(name);
	pango_font_description_free(got);
	g_object_unref(font);
	return family;
}

char *words_family(PangoContext *context)
{
	static const char *const wish[] = { "PT Serif", "Liberation Serif", "DejaVu Serif" };
	char *family = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(wish) && !family; i++)
		family = family_try(context, wish[i], false);
	return family ? family : family_try(context, "Serif", true);
}
