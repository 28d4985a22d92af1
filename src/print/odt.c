/* A paper as an OpenDocument text: its blocks one by one, and the files around them. */
#include "nastavnik/print/odt.h"

#include <string.h>
#include <time.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "odt.h"

enum {
	A4_SHORT = 2100,
	A4_LONG = 2970,
	NUMBER_TOP = 100, /* of the page's number, from the sheet's edge */
	NUMBER_SIZE_MOST = 120,
	/* Of a signature, in percent of the width, as layout.c has it. */
	POST_END = 44,
	SIGN_BEGIN = 47,
};

#define NAMESPACES                                                                  \
	" xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""        \
	" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""          \
	" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""            \
	" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""          \
	" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"" \
	" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""   \
	" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""            \
	" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\""

static const char xml_head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/* All of them have the measures of Times New Roman, which is what the standard names. */
static const char fonts[] =
	"<office:font-face-decls><style:font-face style:name=\"Times New Roman\" "
	"svg:font-family=\"&apos;Times New Roman&apos;, &apos;PT Astra Serif&apos;, "
	"&apos;Liberation Serif&apos;, &apos;PT Serif&apos;\" "
	"style:font-family-generic=\"roman\" style:font-pitch=\"variable\"/>"
	"</office:font-face-decls>\n";

/* The style of a block's paragraph; more: what goes inside its paragraph properties (tab stops). */
static const char *block_style(struct odt *o, const struct doc_block *b, const char *attributes,
			       const char *more)
{
	int size = odt_size(o, b->style.size);

	return odt_style(o, "paragraph", "Standard", true,
			 arena_printf(o->arena,
				      "<style:paragraph-properties fo:margin-top=\"%s\" "
				      "fo:margin-bottom=\"%s\"%s%s>%s</style:paragraph-properties>"
				      "<style:text-properties fo:font-size=\"%d.%dpt\"%s/>",
				      odt_gap(o, size, b->style.before),
				      odt_gap(o, size, b->style.after),
				      b->style.keep ? " fo:keep-with-next=\"always\"" : "",
				      attributes, more, size / 10, size % 10,
				      b->style.bold ? " fo:font-weight=\"bold\"" : ""));
}

static void paragraph_open(struct odt *o, const char *style)
{
	str_printf(&o->body, "<text:p text:style-name=\"%s\">", style);
}

static void paragraph_close(struct odt *o)
{
	str_add(&o->body, "</text:p>\n");
}

static void add_paragraph(struct odt *o, const struct doc_block *b)
{
	if (!*b->left)
		return;
	const char *look =
		arena_printf(o->arena, " fo:text-align=\"%s\" fo:text-indent=\"%d.%dmm\"",
			     odt_align(b->style.align), b->style.first / 10, b->style.first % 10);

	paragraph_open(o, block_style(o, b, look, ""));
	odt_text(&o->body, b->left);
	paragraph_close(o);
}

/* In the right half at most, its lines flush left. */
static void add_corner(struct odt *o, const struct doc_block *b)
{
	int left = o->width - odt_width(b->left, odt_size(o, b->style.size));

	if (left < o->width / 2)
		left = o->width / 2;
	const char *look =
		arena_printf(o->arena, " fo:text-align=\"start\" fo:margin-left=\"%d.%dmm\"",
			     left / 10, left % 10);

	paragraph_open(o, block_style(o, b, look, ""));
	odt_text(&o->body, b->left);
	paragraph_close(o);
}

static const char *tab_stop(struct odt *o, int at, const char *type)
{
	return arena_printf(o->arena,
			    "<style:tab-stop style:position=\"%d.%dmm\" style:type=\"%s\"/>",
			    at / 10, at % 10, type);
}

static void add_sides(struct odt *o, const struct doc_block *b)
{
	const char *stops = arena_printf(o->arena, "<style:tab-stops>%s</style:tab-stops>",
					 tab_stop(o, o->width, "right"));

	paragraph_open(o, block_style(o, b, "", stops));
	odt_text(&o->body, b->left);
	str_add(&o->body, "<text:tab/>");
	odt_text(&o->body, b->right);
	paragraph_close(o);
}

/* A post that would run into the line to sign on stands above it. */
static void add_signature(struct odt *o, const struct doc_block *b)
{
	int wide = odt_width(b->left, odt_size(o, b->style.size));
	const char *stops = arena_printf(o->arena, "<style:tab-stops>%s%s</style:tab-stops>",
					 tab_stop(o, o->width * SIGN_BEGIN / 100, "left"),
					 tab_stop(o, o->width, "right"));

	paragraph_open(o, block_style(o, b, "", stops));
	odt_text(&o->body, b->left);
	if (wide > o->width * POST_END / 100)
		str_add(&o->body, "<text:line-break/>");
	str_add(&o->body, "<text:tab/>____________<text:tab/>");
	odt_text(&o->body, *b->right ? b->right : "____________________");
	paragraph_close(o);
}

static void add_page_break(struct odt *o, const struct doc_block *b)
{
	(void)b;
	o->broken = o->started;
}

static void (*const add_block[])(struct odt *o, const struct doc_block *b) = {
	[DOC_PARAGRAPH] = add_paragraph, [DOC_SIDES] = add_sides, [DOC_CORNER] = add_corner,
	[DOC_SIGNATURE] = add_signature, [DOC_TABLE] = odt_table, [DOC_PAGE_BREAK] = add_page_break,
};

static const char *taken(struct arena *a, struct str *text)
{
	const char *kept = arena_strdup(a, str_text(text));

	str_done(text);
	return kept;
}

static const char *content_make(struct arena *a, const struct doc *doc)
{
	struct odt o = { .arena = a, .doc = doc };
	struct str out = { 0 };

	o.width = (doc->landscape ? A4_LONG : A4_SHORT) - doc->left - doc->right;
	for (size_t i = 0; i < doc->n; i++)
		add_block[doc->block[i].kind](&o, &doc->block[i]);
	/* Behind a table the programs want a paragraph; a small one begins no page. */
	if (doc->n && doc->block[doc->n - 1].kind == DOC_TABLE)
		str_add(&o.body, "<text:p text:style-name=\"End\"/>\n");
	str_printf(&out, "%s<office:document-content" NAMESPACES ">\n%s", xml_head, fonts);
	str_printf(&out, "<office:automatic-styles>\n%s</office:automatic-styles>\n",
		   str_text(&o.styles));
	str_printf(&out, "<office:body><office:text>\n%s</office:text></office:body>\n",
		   str_text(&o.body));
	str_add(&out, "</office:document-content>\n");
	str_done(&o.styles);
	str_done(&o.body);
	return taken(a, &out);
}

static void default_styles(struct str *out, const struct doc *doc)
{
	str_printf(out,
		   "<office:styles>\n<style:default-style style:family=\"paragraph\">"
		   "<style:paragraph-properties fo:orphans=\"2\" fo:widows=\"2\" "
		   "style:tab-stop-distance=\"12.5mm\" style:writing-mode=\"page\"/>"
		   "<style:text-properties style:font-name=\"Times New Roman\" "
		   "fo:font-size=\"%d.%dpt\" fo:language=\"ru\" fo:country=\"RU\" "
		   "fo:hyphenate=\"false\"/></style:default-style>\n",
		   doc->size / 10, doc->size % 10);
	str_printf(out,
		   "<style:style style:name=\"Standard\" style:family=\"paragraph\">"
		   "<style:paragraph-properties fo:line-height=\"%d%%\"/></style:style>\n",
		   doc->spacing);
	str_add(out, "<style:style style:name=\"End\" style:family=\"paragraph\" "
		     "style:parent-style-name=\"Standard\">"
		     "<style:text-properties fo:font-size=\"2pt\"/></style:style>\n");
	str_printf(out,
		   "<style:style style:name=\"Header\" style:family=\"paragraph\" "
		   "style:parent-style-name=\"Standard\">"
		   "<style:paragraph-properties fo:text-align=\"center\"/>"
		   "<style:text-properties fo:font-size=\"%d.%dpt\"/></style:style>\n"
		   "</office:styles>\n",
		   (doc->size < NUMBER_SIZE_MOST ? doc->size : NUMBER_SIZE_MOST) / 10,
		   (doc->size < NUMBER_SIZE_MOST ? doc->size : NUMBER_SIZE_MOST) % 10);
}

/* A sheet; with a number its top margin is taken by the header. */
static void page_layout(struct str *out, const struct doc *doc, const char *name, bool numbered)
{
	int wide = doc->landscape ? A4_LONG : A4_SHORT, high = doc->landscape ? A4_SHORT : A4_LONG;
	int top = numbered ? NUMBER_TOP : doc->top, header = doc->top - NUMBER_TOP;

	str_printf(out,
		   "<style:page-layout style:name=\"%s\"><style:page-layout-properties "
		   "fo:page-width=\"%dmm\" fo:page-height=\"%dmm\" "
		   "style:print-orientation=\"%s\" fo:margin-left=\"%d.%dmm\" "
		   "fo:margin-right=\"%d.%dmm\" fo:margin-top=\"%d.%dmm\" "
		   "fo:margin-bottom=\"%d.%dmm\"/>",
		   name, wide / 10, high / 10, doc->landscape ? "landscape" : "portrait",
		   doc->left / 10, doc->left % 10, doc->right / 10, doc->right % 10, top / 10,
		   top % 10, doc->bottom / 10, doc->bottom % 10);
	if (numbered)
		str_printf(out,
			   "<style:header-style><style:header-footer-properties "
			   "svg:height=\"%d.%dmm\" fo:margin-bottom=\"0mm\"/>"
			   "</style:header-style>",
			   header / 10, header % 10);
	str_add(out, "</style:page-layout>\n");
}

/* The standard wants no number on the first page. */
static const char *styles_make(struct arena *a, const struct doc *doc)
{
	struct str out = { 0 };

	str_printf(&out, "%s<office:document-styles" NAMESPACES ">\n%s", xml_head, fonts);
	default_styles(&out, doc);
	str_add(&out, "<office:automatic-styles>\n");
	page_layout(&out, doc, "Sheet", doc->numbers);
	page_layout(&out, doc, "FirstSheet", false);
	str_add(&out, "</office:automatic-styles>\n<office:master-styles>\n"
		      "<style:master-page style:name=\"Standard\" "
		      "style:page-layout-name=\"Sheet\">");
	if (doc->numbers)
		str_add(&out, "<style:header><text:p text:style-name=\"Header\">"
			      "<text:page-number text:select-page=\"current\"/></text:p>"
			      "</style:header>");
	str_add(&out, "</style:master-page>\n<style:master-page style:name=\"First\" "
		      "style:page-layout-name=\"FirstSheet\" "
		      "style:next-style-name=\"Standard\"/>\n"
		      "</office:master-styles>\n</office:document-styles>\n");
	return taken(a, &out);
}

static const char *meta_make(struct arena *a, const struct doc *doc)
{
	struct str out = { 0 };
	time_t now = (time_t)clock_now();
	char created[64];
	struct tm tm;

	gmtime_r(&now, &tm);
	strftime(created, sizeof(created), "%Y-%m-%dT%H:%M:%SZ", &tm);
	str_printf(&out, "%s<office:document-meta" NAMESPACES "><office:meta><dc:title>", xml_head);
	odt_text(&out, utf8_squeeze(a, doc->title));
	str_printf(&out,
		   "</dc:title><meta:generator>nastavnik</meta:generator>"
		   "<meta:creation-date>%s</meta:creation-date>"
		   "<dc:language>ru-RU</dc:language></office:meta></office:document-meta>\n",
		   created);
	return taken(a, &out);
}

static const char mimetype[] = "application/vnd.oasis.opendocument.text";

static const char manifest[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
	"manifest:version=\"1.2\">\n"
	"<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
	"manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\n"
	"<manifest:file-entry manifest:full-path=\"content.xml\" "
	"manifest:media-type=\"text/xml\"/>\n"
	"<manifest:file-entry manifest:full-path=\"styles.xml\" "
	"manifest:media-type=\"text/xml\"/>\n"
	"<manifest:file-entry manifest:full-path=\"meta.xml\" "
	"manifest:media-type=\"text/xml\"/>\n"
	"</manifest:manifest>\n";

void odt_make(struct arena *a, const struct doc *doc, struct odt_part part[ODT_PARTS])
{
	part[0] = (struct odt_part){ "mimetype", mimetype };
	part[1] = (struct odt_part){ "content.xml", content_make(a, doc) };
	part[2] = (struct odt_part){ "styles.xml", styles_make(a, doc) };
	part[3] = (struct odt_part){ "meta.xml", meta_make(a, doc) };
	part[4] = (struct odt_part){ "META-INF/manifest.xml", manifest };
}
