#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/paint.h"
#include "wrap.h"

static struct line *line_new(struct lines *lines)
{
	lines->row =
		arena_grow(lines->arena, lines->row, lines->n, &lines->cap, sizeof(*lines->row));
	lines->row[lines->n] = (struct line){ .text = "" };
	return &lines->row[lines->n++];
}

void lines_add(struct lines *lines, enum ink ink, const char *format, ...)
{
	struct line *line = line_new(lines);
	char *text = NULL;
	va_list args;

	va_start(args, format);
	if (vasprintf(&text, format, args) >= 0)
		line->text = arena_strdup(lines->arena, text);
	va_end(args);
	line->ink = ink;
	free(text);
}

void lines_pair(struct lines *lines, const char *label, const char *text)
{
	struct line *line;

	if (!text || !*text)
		return;
	line = line_new(lines);
	line->label = arena_strdup(lines->arena, label);
	line->text = arena_strdup(lines->arena, text);
}

void lines_text(struct lines *lines, enum ink ink, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		struct line *line = line_new(lines);

		line->ink = ink;
		line->text = arena_strndup(lines->arena, text, n);
		text += n + (text[n] == '\n');
	}
}

char *bar_text(struct arena *a, int width, long long done, long long total)
{
	size_t left = sizeof(GLYPH_BAR_LEFT) - 1, full = sizeof(GLYPH_BAR_DONE) - 1;
	char *bar = ARENA_NEW(a, char, (size_t)width *(left > full ? left : full) + 1);
	char *to = bar;
	/* a bar looks full, or empty, only when it is */
	long long cells = total > 0 ? (done >= total ? width : done * width / total) : 0;

	if (total > 0 && done > 0 && cells == 0)
		cells = 1;
	for (int i = 0; i < width; i++)
		to = stpcpy(to, i < cells ? GLYPH_BAR_DONE : GLYPH_BAR_LEFT);
	return bar;
}

void lines_chart(struct lines *lines, int width, long long total, const struct chart_bar *bar,
		 size_t n)
{
	int wide = 0;

	for (size_t i = 0; i < n; i++)
		if (bar[i].label && utf8_width(bar[i].label) > wide)
			wide = utf8_width(bar[i].label);
	for (size_t i = 0; i < n; i++) {
		const char *label = bar[i].label ? bar[i].label : "";

		lines_add(lines, bar[i].ink, "%s%*s %s %s", label, wide - utf8_width(label), "",
			  bar_text(lines->arena, width, bar[i].value, total), bar[i].text);
	}
}

size_t wrap_next(const char *text, int columns, size_t *shown)
{
	size_t line = strcspn(text, "\n"), fit = utf8_fit(text, columns > 0 ? columns : 1);

	if (fit >= line) {
		*shown = line;
		return line + (text[line] == '\n');
	}
	for (size_t at = fit + 1; at > 1; at--)
		if (text[at - 1] == ' ') {
			*shown = at - 1;
			return at;
		}
	*shown = fit ? fit : utf8_next(text, 0);
	return *shown;
}

int wrap_count(const char *text, int columns)
{
	int rows = 0;
	size_t shown;

	do {
		text += wrap_next(text, columns, &shown);
		rows++;
	} while (*text);
	return rows;
}

int lines_label_width(const struct lines *lines, int columns)
{
	int width = 0;

	for (size_t i = 0; i < lines->n; i++)
		if (lines->row[i].label) {
			int w = utf8_width(lines->row[i].label) + 2;

			width = w > width ? w : width;
		}
	return width > columns / 2 ? columns / 2 : width;
}
