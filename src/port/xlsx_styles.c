/* Styles of a book: which number format each has. */
#include <stdlib.h>
#include <string.h>

#include "xlsx.h"

enum { STYLES_MAX = 1 << 16 };

struct loading {
	struct arena *arena;
	struct xlsx_styles *styles;
	struct {
		int id;
		const char *code;
	} * own;
	size_t n, cap;
	bool in_cells;
};

static const char *code_find(const struct loading *l, int id)
{
	for (size_t i = l->n; i-- > 0;) {
		if (l->own[i].id == id)
			return l->own[i].code;
	}
	return number_builtin(id);
}

static void format_take(struct loading *l, const char **attribute)
{
	const char *id = xml_attribute(attribute, "numFmtId");
	const char *code = xml_attribute(attribute, "formatCode");

	if (!id || !code || l->n == STYLES_MAX)
		return;
	l->own = arena_grow(l->arena, l->own, l->n, &l->cap, sizeof(*l->own));
	l->own[l->n].id = atoi(id);
	l->own[l->n++].code = arena_strdup(l->arena, code);
}

static void style_take(struct loading *l, const char **attribute)
{
	const char *id = xml_attribute(attribute, "numFmtId");
	struct xlsx_styles *s = l->styles;

	if (s->n == STYLES_MAX)
		return;
	s->format = arena_grow(l->arena, s->format, s->n, &s->cap, sizeof(*s->format));
	s->format[s->n++] = number_format_of(code_find(l, id ? atoi(id) : 0));
}

static void styles_begin(void *data, const char *name, const char **attribute)
{
	struct loading *l = data;

	name = xml_local(name);
	if (!strcmp(name, "numFmt"))
		format_take(l, attribute);
	else if (!strcmp(name, "cellXfs"))
		l->in_cells = true;
	else if (l->in_cells && !strcmp(name, "xf"))
		style_take(l, attribute);
}

static void styles_end(void *data, const char *name)
{
	struct loading *l = data;

	if (!strcmp(xml_local(name), "cellXfs"))
		l->in_cells = false;
}

enum rc xlsx_styles_load(struct arena *a, const struct parts *parts, int64_t index,
			 struct xlsx_styles *styles)
{
	static const struct part_reader reader = { styles_begin, styles_end, NULL };
	struct loading l = { .arena = a, .styles = styles };

	return parts_read(parts, index, &reader, &l);
}
