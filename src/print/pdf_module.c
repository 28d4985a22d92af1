/* The module nastavnik-pdf: pages by cairo, glyph by glyph. */
#include "pdf_module.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "pdf_words.h"

/* A4 in tenths of a millimetre, a point, and what stands where. */
enum { A4_SHORT = 2100, A4_LONG = 2970, NUMBER_TOP = 100, PAD_X = 15, PAD_Y = 8 };
static const double point_tenths = 254.0 / 72 * 10 / 10;
static const double rule_width = 0.5;

struct pdf_pen {
	struct pen pen;
	struct pdf_job *job;
	cairo_surface_t *surface;
	cairo_t *cr;
	struct words *words;
	int spacing; /* hundredths of a line */
	/* glyphs of one font that wait to be drawn together: a call a word is what is slow in cairo
	 */
	PangoFont *font;
	GArray *glyph, *cluster;
	GString *text;
};

static struct pdf_pen *pen_of(struct pen *pen)
{
	return (struct pdf_pen *)pen;
}

static int units(int tenths)
{
	return (int)(tenths * PANGO_SCALE / point_tenths);
}

static int pdf_down(const struct pen *pen, int tenths)
{
	(void)pen;
	return units(tenths);
}

static int pdf_line(const struct pen *pen, struct face face)
{
	const struct pdf_pen *p = (const struct pdf_pen *)pen;
	int ascent, descent;

	words_extents(p->words, face, &ascent, &descent);
	return (int)((long long)(ascent + descent) * p->spacing / 100);
}

/* Where the next space stands, one that breaks or one that does not; n when there is none. */
static size_t space_find(const char *text, size_t n, size_t *length)
{
	for (size_t at = 0; at < n; at++) {
		*length = text[at] == ' '                                      ? 1
			  : n - at >= 2 && memcmp(text + at, "\u00a0", 2) == 0 ? 2
									       : 0;
		if (*length)
			return at;
	}
	*length = 0;
	return n;
}

static int pdf_measure(struct pen *pen, struct face face, const char *text, size_t n)
{
	struct words *words = pen_of(pen)->words;
	int width = 0;

	for (size_t at = 0, space; at < n; at += space) {
		size_t word = space_find(text + at, n - at, &space);
		if (word > 0)
			width += words_get(words, face, text + at, word)->width;
		if (space > 0)
			width += words_get(words, face, " ", 1)->width;
		at += word;
	}
	return width;
}

static void glyphs_flush(struct pdf_pen *p)
{
	if (p->glyph->len > 0) {
		cairo_set_scaled_font(p->cr,
				      pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(p->font)));
		cairo_show_text_glyphs(p->cr, p->text->str, (int)p->text->len,
				       &g_array_index(p->glyph, cairo_glyph_t, 0),
				       (int)p->glyph->len,
				       &g_array_index(p->cluster, cairo_text_cluster_t, 0),
				       (int)p->cluster->len, 0);
	}
	g_array_set_size(p->glyph, 0);
	g_array_set_size(p->cluster, 0);
	g_string_truncate(p->text, 0);
}

static void clusters_add(struct pdf_pen *p, const struct word_run *run)
{
	cairo_text_cluster_t whole = { (int)run->bytes, (int)run->glyphs };

	if (run->clusters == 0)
		g_array_append_val(p->cluster, whole);
	for (size_t i = 0; i < run->clusters; i++) {
		cairo_text_cluster_t cluster = { run->cluster[i].bytes, run->cluster[i].glyphs };
		g_array_append_val(p->cluster, cluster);
	}
	g_string_append_len(p->text, run->text, (gssize)run->bytes);
}

static void run_show(struct pdf_pen *p, const struct word_run *run, int x, int base)
{
	if (p->font != run->font)
		glyphs_flush(p);
	p->font = run->font;
	for (size_t i = 0; i < run->glyphs; i++) {
		const struct word_glyph *from = &run->glyph[i];
		cairo_glyph_t glyph = { from->glyph, (x + from->x) / (double)PANGO_SCALE,
					(base + from->y) / (double)PANGO_SCALE };
		g_array_append_val(p->glyph, glyph);
	}
	clusters_add(p, run);
}

static int word_show(struct pdf_pen *p, struct face face, int x, int base, const char *text,
		     size_t n)
{
	const struct word *word = words_get(p->words, face, text, n);

	for (size_t i = 0; i < word->runs; i++)
		run_show(p, &word->run[i], x, base);
	return x + word->width;
}

static void pdf_show(struct pen *pen, struct face face, int x, int y, const char *text, size_t n,
		     int stretch)
{
	struct pdf_pen *p = pen_of(pen);
	int ascent, descent;

	words_extents(p->words, face, &ascent, &descent);
	for (size_t at = 0, space; at < n; at += space) {
		size_t word = space_find(text + at, n - at, &space);
		if (word > 0)
			x = word_show(p, face, x, y + ascent, text + at, word);
		if (space > 0)
			x = word_show(p, face, x, y + ascent, " ", 1) + stretch;
		at += word;
	}
}

static void pdf_rule(struct pen *pen, int x0, int y0, int x1, int y1)
{
	cairo_t *cr = pen_of(pen)->cr;

	cairo_move_to(cr, x0 / (double)PANGO_SCALE, y0 / (double)PANGO_SCALE);
	cairo_line_to(cr, x1 / (double)PANGO_SCALE, y1 / (double)PANGO_SCALE);
}

static void bar_fill(cairo_t *cr, double grey, double x, double y, double width, double height)
{
	cairo_set_source_rgb(cr, grey, grey, grey);
	cairo_rectangle(cr, x, y, width, height);
	cairo_fill(cr);
}

/* Rules wait in cairo's path for the end of the page; a fill would take them along. */
static void pdf_bar(struct pen *pen, struct face face, int x, int y, int width, int value,
		    bool pale)
{
	cairo_t *cr = pen_of(pen)->cr;
	double line = pdf_line(pen, face) / (double)PANGO_SCALE,
	       whole = width / (double)PANGO_SCALE;
	double left = x / (double)PANGO_SCALE, top = y / (double)PANGO_SCALE + line * 0.2;

	cairo_stroke(cr);
	bar_fill(cr, 0.93, left, top, whole, line * 0.6);
	bar_fill(cr, pale ? 0.7 : 0.25, left, top, whole * value / DOC_BAR_WHOLE, line * 0.6);
	cairo_set_source_rgb(cr, 0, 0, 0);
}

static void pdf_page(struct pen *pen)
{
	struct pdf_pen *p = pen_of(pen);

	glyphs_flush(p);
	cairo_stroke(p->cr);
	cairo_show_page(p->cr);
}

static const struct pen_ops pdf_ops = {
	.line = pdf_line,
	.measure = pdf_measure,
	.down = pdf_down,
	.show = pdf_show,
	.bar = pdf_bar,
	.rule = pdf_rule,
	.page = pdf_page,
};

static cairo_status_t write_bytes(void *data, const unsigned char *bytes, unsigned int n)
{
	struct pdf_job *job = data;

	return job->write(job->data, bytes, n) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void pen_place(struct pdf_pen *p, const struct doc *doc)
{
	int wide = doc->landscape ? A4_LONG : A4_SHORT;
	int high = doc->landscape ? A4_SHORT : A4_LONG;

	p->pen = (struct pen){
		.ops = &pdf_ops,
		.left = units(doc->left),
		.right = units(wide - doc->right),
		.top = units(doc->top),
		.numbered_top = units(doc->top),
		.bottom = units(high - doc->bottom),
		.number_y = units(NUMBER_TOP),
		.pad_x = units(PAD_X),
		.pad_y = units(PAD_Y),
	};
	p->surface = cairo_pdf_surface_create_for_stream(write_bytes, p->job, wide / point_tenths,
							 high / point_tenths);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_TITLE, doc->title);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATOR, "nastavnik");
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATE_DATE, p->job->created);
	p->cr = cairo_create(p->surface);
	cairo_set_line_width(p->cr, rule_width);
	cairo_set_line_cap(p->cr, CAIRO_LINE_CAP_SQUARE);
}

static enum pdf_fault pen_finish(struct pdf_pen *p)
{
	cairo_status_t status = cairo_status(p->cr);

	cairo_destroy(p->cr);
	cairo_surface_finish(p->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(p->surface);
	cairo_surface_destroy(p->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		return PDF_FINE;
	snprintf(p->job->detail, sizeof(p->job->detail), "%s", cairo_status_to_string(status));
	return status == CAIRO_STATUS_WRITE_ERROR ? PDF_WRITE : PDF_CAIRO;
}

static enum pdf_fault paper_draw(struct pdf_job *job, PangoContext *context, const char *family)
{
	struct pdf_pen p = { .job = job, .spacing = job->doc->spacing };
	struct arena work = { 0 };

	pen_place(&p, job->doc);
	p.glyph = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	p.cluster = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
	p.text = g_string_new(NULL);
	pango_cairo_update_context(p.cr, context);
	p.words = words_new(context, family);
	job->pages = layout_run(&work, &p.pen, job->doc);
	enum pdf_fault fault = pen_finish(&p);
	words_free(p.words);
	g_array_unref(p.glyph);
	g_array_unref(p.cluster);
	g_string_free(p.text, TRUE);
	arena_done(&work);
	return fault;
}

__attribute__((visibility("default"))) enum pdf_fault nastavnik_pdf(struct pdf_job *job)
{
	if (job->version != PDF_MODULE_VERSION)
		return PDF_OTHER_VERSION;
	PangoFontMap *map = pango_cairo_font_map_new();
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	PangoContext *context = pango_font_map_create_context(map);
	char *family = words_family(context);
	enum pdf_fault fault = family ? paper_draw(job, context, family) : PDF_NO_FONT;
	g_free(family);
	g_object_unref(context);
	g_object_unref(map);
	return fault;
}
