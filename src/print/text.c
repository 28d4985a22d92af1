/* The pen of plain text: a page is a field of lines, each a few pieces of text and a mask of rules.
 */
#include "nastavnik/print/text.h"

#include <limits.h>
#include <string.h>

#include "layout.h"
#include "nastavnik/base/utf8.h"

/* Directions in which a rule leaves a place; a box character is their sum. */
enum { RULE_UP = 1, RULE_DOWN = 2, RULE_LEFT = 4, RULE_RIGHT = 8 };

static const char *const box[16] = {
	" ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
};

/* Lines between the parts of an endless page, where a page break stands. */
enum { SPACE_BETWEEN = 2 };

/* Below this size, in tenths of a point, letters are small. */
enum { SMALL_LETTERS = 100 };

struct piece {
	const char *text;
	size_t n;
	int x;
};

/* A line of the page at hand. */
struct row {
	struct piece *piece; /* from left to right */
	size_t n, cap;
	unsigned char *rule; /* by column; NULL: none */
};

struct text_pen {
	struct pen pen;
	struct arena *keep; /* what the caller gets */
	struct arena page;  /* what lives as long as the page */
	struct text_pages *out;
	struct row *row;
	size_t rows, cap;
	bool ascii, endless;
};

static struct text_pen *pen_of(struct pen *pen)
{
	return (struct text_pen *)pen;
}

static int text_line(const struct pen *pen, struct face face)
{
	(void)pen;
	(void)face;
	return 1;
}

static int text_measure(struct pen *pen, struct face face, const char *text, size_t n)
{
	int width = 0;

	(void)pen;
	(void)face;
	for (size_t at = 0; at < n;) {
		uint32_t cp;
		at += utf8_decode(text + at, &cp);
		width += utf8_width_cp(cp);
	}
	return width;
}

static struct row *row_at(struct text_pen *p, int y)
{
	while (p->rows <= (size_t)y) {
		p->row = arena_grow(&p->page, p->row, p->rows, &p->cap, sizeof(*p->row));
		p->row[p->rows++] = (struct row){ 0 };
	}
	return &p->row[y];
}

static void text_show(struct pen *pen, struct face face, int x, int y, const char *text, size_t n,
		      int stretch)
{
	struct text_pen *p = pen_of(pen);
	struct row *row = row_at(p, y);

	(void)face;
	(void)stretch;
	if (n == 0)
		return;
	row->piece = arena_grow(&p->page, row->piece, row->n, &row->cap, sizeof(*row->piece));
	row->piece[row->n++] = (struct piece){ arena_strndup(&p->page, text, n), n, x };
}

static void text_bar(struct pen *pen, struct face face, int x, int y, int width, int value,
		     bool pale)
{
	struct text_pen *p = pen_of(pen);
	struct str bar = { 0 };

	(void)pale;
	doc_bar_write(&bar, value, width, p->ascii ? "#" : "▰", p->ascii ? "." : "▱");
	text_show(pen, face, x, y, str_text(&bar), bar.len, 0);
	str_done(&bar);
}

static unsigned char *rule_at(struct text_pen *p, int x, int y)
{
	struct row *row = row_at(p, y);

	if (!row->rule)
		row->rule = ARENA_NEW(&p->page, unsigned char, (size_t)p->pen.right + 1);
	return &row->rule[x];
}

static void text_rule(struct pen *pen, int x0, int y0, int x1, int y1)
{
	struct text_pen *p = pen_of(pen);

	for (int x = x0; x < x1; x++) {
		*rule_at(p, x, y0) |= RULE_RIGHT;
		*rule_at(p, x + 1, y0) |= RULE_LEFT;
	}
	for (int y = y0; y < y1; y++) {
		*rule_at(p, x0, y) |= RULE_DOWN;
		*rule_at(p, x0, y + 1) |= RULE_UP;
	}
}

static const char *rule_glyph(const struct text_pen *p, unsigned char mask)
{
	bool level = mask & (RULE_LEFT | RULE_RIGHT), upright = mask & (RULE_UP | RULE_DOWN);

	if (!p->ascii)
		return box[mask];
	if (level && upright)
		return "+";
	return level ? "-" : upright ? "|" : " ";
}

/* Space that must not break a line is a space once the line is broken: few encodings have it. */
static void piece_write(struct str *line, const struct piece *piece)
{
	for (size_t i = 0; i < piece->n; i++) {
		if (piece->n - i >= 2 && memcmp(piece->text + i, "\u00a0", 2) == 0) {
			str_add_char(line, ' ');
			i++;
		} else {
			str_add_char(line, piece->text[i]);
		}
	}
}

static const char *row_write(struct text_pen *p, const struct row *row, struct str *line)
{
	int x = 0;
	size_t next = 0;

	str_clear(line);
	while (x <= p->pen.right) {
		unsigned char mask = row->rule ? row->rule[x] : 0;
		if (next < row->n && row->piece[next].x <= x) {
			const struct piece *piece = &row->piece[next++];
			piece_write(line, piece);
			x += text_measure(&p->pen, (struct face){ 0 }, piece->text, piece->n);
		} else {
			str_add(line, rule_glyph(p, mask));
			x++;
		}
	}
	while (line->len > 0 && line->text[line->len - 1] == ' ')
		line->len--;
	return arena_strndup(p->keep, str_text(line), line->len);
}

static void line_add(struct text_pen *p, const char *line)
{
	struct text_pages *out = p->out;

	out->line = arena_grow(p->keep, out->line, out->lines, &out->lines_cap, sizeof(*out->line));
	out->line[out->lines++] = line;
}

static void text_page(struct pen *pen)
{
	struct text_pen *p = pen_of(pen);
	struct text_pages *out = p->out;
	struct str line = { 0 };

	for (int i = 0; p->endless && out->lines > 0 && i < SPACE_BETWEEN; i++)
		line_add(p, "");
	out->page = arena_grow(p->keep, out->page, out->pages, &out->pages_cap, sizeof(*out->page));
	out->page[out->pages++] = out->lines;
	for (size_t y = 0; y < p->rows; y++)
		line_add(p, row_write(p, &p->row[y], &line));
	str_done(&line);
	arena_reset(&p->page);
	p->row = NULL;
	p->rows = p->cap = 0;
}

static const struct pen_ops text_ops = {
	.line = text_line,
	.measure = text_measure,
	.show = text_show,
	.bar = text_bar,
	.rule = text_rule,
	.page = text_page,
};

/* A wide table in small letters is printed condensed. */
static int columns_of(const struct doc *doc)
{
	if (!doc->landscape)
		return 80;
	return doc->size < SMALL_LETTERS ? 190 : 120;
}

void text_layout(struct arena *a, const struct doc *doc, const struct text_setup *setup,
		 struct text_pages *out)
{
	int columns = setup->columns ? setup->columns : columns_of(doc);
	int lines = setup->lines ? setup->lines : doc->landscape ? 42 : 60;
	struct text_pen p = {
		.pen = { .ops = &text_ops,
			 .right = columns,
			 .bottom = lines < 0 ? INT_MAX : lines,
			 .numbered_top = 2,
			 .rule = 1 },
		.keep = a,
		.out = out,
		.ascii = setup->ascii,
		.endless = lines < 0,
	};
	struct arena work = { 0 };
	struct doc laid = *doc;

	*out = (struct text_pages){ 0 };
	laid.numbers = doc->numbers && !p.endless;
	layout_run(&work, &p.pen, &laid);
	arena_done(&work);
	arena_done(&p.page);
}

void text_write(const struct text_pages *pages, struct str *out)
{
	size_t page = 1;

	for (size_t i = 0; i < pages->lines; i++) {
		if (page < pages->pages && pages->page[page] == i) {
			str_add_char(out, '\f');
			page++;
		}
		str_add(out, pages->line[i]);
		str_add_char(out, '\n');
	}
}
