/* Breaking texts into lines. */
#include <string.h>

#include "layout.h"
#include "nastavnik/base/utf8.h"

static size_t word_length(const char *text)
{
	return strcspn(text, " \n");
}

static void line_add(struct arena *a, struct wrap *out, struct wrap_line line)
{
	while (line.n > 0 && line.text[line.n - 1] == ' ') {
		line.n--;
		line.spaces--;
	}
	out->line = arena_grow(a, out->line, out->n, &out->cap, sizeof(*out->line));
	out->line[out->n++] = line;
}

/* Spaces inside a word that do not break; they are stretched like others. */
static int spaces_inside(const char *word, size_t n)
{
	int count = 0;

	for (size_t i = 0; i + 1 < n; i++)
		count += memcmp(word + i, "\u00a0", 2) == 0;
	return count;
}

/* May a word that is too long for a line be broken behind this character? */
static bool breaks_behind(const char *at, size_t n)
{
	static const char *const mark[] = { "-", "/", "–", "—", "@", ".", "," };

	for (size_t i = 0; i < sizeof(mark) / sizeof(mark[0]); i++)
		if (strlen(mark[i]) == n && memcmp(at, mark[i], n) == 0)
			return true;
	return false;
}

/* How many bytes of a word fit into width, at least one character; a break behind a hyphen is
 * better than one anywhere. */
static size_t word_fit(struct pen *pen, struct face face, const char *word, size_t n, int width)
{
	size_t fit = 0, behind = 0;

	for (size_t at = 0; at < n;) {
		size_t next = utf8_next(word, at);
		if (fit > 0 && pen->ops->measure(pen, face, word, next) > width)
			break;
		fit = next;
		if (breaks_behind(word + at, next - at))
			behind = next;
		at = next;
	}
	return behind > 0 && fit < n ? behind : fit;
}

/* Spaces at the cursor into the line, as long as a word follows them. */
static const char *spaces_take(struct wrap_line *line, const char *at, int space)
{
	size_t n = strspn(at, " ");

	if (line->n > 0) {
		line->n += n;
		line->spaces += (int)n;
		line->width += (int)n * space;
	} else {
		line->text = at + n;
	}
	return at + n;
}

/* One line from `at`; returns where the next begins. */
static const char *line_take(struct pen *pen, struct face face, const char *at, int width,
			     struct wrap_line *line)
{
	int space = pen->ops->measure(pen, face, " ", 1);

	*line = (struct wrap_line){ .text = at };
	for (;;) {
		struct wrap_line before = *line;
		const char *word = spaces_take(line, at, space);
		size_t n = word_length(word);
		if (n == 0) {
			*line = before;
			line->last = true;
			return *word == '\n' ? word + 1 : word;
		}
		int wide = pen->ops->measure(pen, face, word, n);
		if (line->width + wide > width && before.n > 0) {
			*line = before;
			return word;
		}
		if (wide > width) {
			line->n = word_fit(pen, face, word, n, width);
			line->width = pen->ops->measure(pen, face, word, line->n);
			if (line->n < n)
				return word + line->n;
		} else {
			line->n += n;
			line->width += wide;
			line->spaces += spaces_inside(word, n);
		}
		at = word + n;
	}
}

void wrap_text(struct arena *a, struct pen *pen, struct face face, const char *text, int width,
	       int first, struct wrap *out)
{
	*out = (struct wrap){ 0 };
	for (const char *at = text; *at;) {
		struct wrap_line line;
		at = line_take(pen, face, at, out->n == 0 ? width - first : width, &line);
		if (!*at)
			line.last = true;
		line_add(a, out, line);
	}
}

int wrap_widest(struct pen *pen, struct face face, const char *text)
{
	int widest = 0;

	for (const char *at = text; *at;) {
		size_t n = word_length(at);
		int wide = n > 0 ? pen->ops->measure(pen, face, at, n) : 0;
		if (wide > widest)
			widest = wide;
		at += n;
		if (*at)
			at++;
	}
	return widest;
}
