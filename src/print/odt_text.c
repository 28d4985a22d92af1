/* Texts, measures and styles of an OpenDocument text. */
#include "odt.h"

#include <string.h>

#include "nastavnik/base/utf8.h"

/* In Times a Russian letter is half as wide as high, here and there a bit more. */
enum { LETTER_PERCENT = 56 };

static void add_char(struct str *out, char c, bool second)
{
	switch (c) {
	case '&':
		str_add(out, "&amp;");
		break;
	case '<':
		str_add(out, "&lt;");
		break;
	case '>':
		str_add(out, "&gt;");
		break;
	case '"':
		str_add(out, "&quot;");
		break;
	case '\n':
		str_add(out, "<text:line-break/>");
		break;
	case '\t':
		str_add(out, "<text:tab/>");
		break;
	case ' ':
		/* A reader of XML takes several spaces for one. */
		str_add(out, second ? "<text:s/>" : " ");
		break;
	default:
		if ((unsigned char)c >= ' ')
			str_add_char(out, c);
	}
}

void odt_text(struct str *out, const char *text)
{
	bool space = true; /* one at the beginning would be lost too */

	for (; *text; text++) {
		add_char(out, *text, space);
		space = *text == ' ' || *text == '\n';
	}
}

int odt_size(const struct odt *o, int size)
{
	return size ? size : o->doc->size;
}

const char *odt_gap(struct odt *o, int size, int tenths)
{
	/* A line is 1.15 times as high as its letters' size. */
	int gap = size * tenths * 115 / 100;

	return arena_printf(o->arena, "%d.%02dpt", gap / 100, gap % 100);
}

const char *odt_align(enum doc_align align)
{
	static const char *const name[] = { [DOC_LEFT] = "start",
					    [DOC_RIGHT] = "end",
					    [DOC_CENTRE] = "center",
					    [DOC_JUSTIFY] = "justify" };

	return name[align];
}

static int letters_width(size_t letters, int size)
{
	/* size / 10 points, of which 72 make 254 tenths of a millimetre. */
	return (int)(letters * (size_t)size * LETTER_PERCENT * 254 / (10 * 100 * 72));
}

static int widest_part(const char *text, int size, const char *between)
{
	size_t widest = 0;

	while (*text) {
		size_t n = strcspn(text, between), letters = 0;
		uint32_t cp;

		for (size_t at = 0; at < n; letters++)
			at += utf8_decode(text + at, &cp);
		if (letters > widest)
			widest = letters;
		text += n + (text[n] != '\0');
	}
	return letters_width(widest, size);
}

int odt_widest_word(const char *text, int size)
{
	return widest_part(text, size, " \n\t");
}

int odt_width(const char *text, int size)
{
	return widest_part(text, size, "\n");
}

/* What makes the thing begin a page: the first one begins the first, which has no number. */
static const char *page_attribute(struct odt *o)
{
	if (!o->started)
		return o->doc->numbers ? " style:master-page-name=\"First\"" : "";
	return o->broken ? " style:master-page-name=\"Standard\"" : "";
}

const char *odt_style(struct odt *o, const char *family, const char *parent, bool page,
		      const char *properties)
{
	const char *begins = page ? page_attribute(o) : "";
	const char *whole =
		arena_printf(o->arena, " style:family=\"%s\"%s%s%s%s>%s", family,
			     parent ? " style:parent-style-name=\"" : "", parent ? parent : "",
			     parent ? "\"" : "", begins, properties);

	if (page) {
		o->started = true;
		o->broken = false;
	}
	for (size_t i = 0; i < o->n; i++) {
		if (!strcmp(o->style[i].properties, whole))
			return o->style[i].name;
	}
	o->style = arena_grow(o->arena, o->style, o->n, &o->cap, sizeof(*o->style));
	const char *name = arena_printf(o->arena, "A%zu", o->n + 1);
	o->style[o->n++] = (struct odt_style){ name, whole };
	str_printf(&o->styles, "<style:style style:name=\"%s\"%s</style:style>\n", name, whole);
	return name;
}
