/* Blocks on pages: what goes where, what stays together. */
#include <stdio.h>
#include <string.h>

#include "layout.h"

/* A paragraph never leaves fewer lines than this at the foot or the head of a page. */
enum { LINES_TOGETHER = 2 };

/* Share of the width, in percent, that the parts of a signature have. */
enum { POST_END = 44, SIGN_BEGIN = 47, NAME_BEGIN = 66 };
static const char sign_line[] = "____________";
static const char name_line[] = "____________________";

int layout_across(const struct layout *l, int tenths)
{
	const struct doc *doc = l->doc;
	int sheet = doc->landscape ? 2970 : 2100;
	int inside = sheet - doc->left - doc->right;
	long long width = l->pen->right - l->pen->left;

	return (int)((tenths * width + inside - 1) / inside);
}

static struct face face_of(const struct layout *l, const struct doc_block *b)
{
	return (struct face){ b->style.size ? b->style.size : l->doc->size, b->style.bold };
}

static int gap(const struct layout *l, struct face face, int tenths)
{
	return (l->pen->ops->line(l->pen, face) * tenths + 5) / 10;
}

static int width_of(const struct layout *l)
{
	return l->pen->right - l->pen->left;
}

static int room(const struct layout *l)
{
	return l->pen->bottom - l->y;
}

static void page_number(struct layout *l)
{
	struct face face = { l->doc->size < 120 ? l->doc->size : 120, false };
	char text[24];
	int n = snprintf(text, sizeof(text), "%zu", l->pages);
	int wide = l->pen->ops->measure(l->pen, face, text, (size_t)n);

	l->pen->ops->show(l->pen, face, l->pen->left + (width_of(l) - wide) / 2, l->pen->number_y,
			  text, (size_t)n, 0);
}

/* The standard wants no number on the first page. */
static void page_begin(struct layout *l)
{
	bool numbered = l->doc->numbers && l->pages > 0;

	l->pages++;
	l->y = numbered ? l->pen->numbered_top : l->pen->top;
	l->blank = true;
	if (numbered)
		page_number(l);
}

void layout_page(struct layout *l)
{
	l->pen->ops->page(l->pen);
	page_begin(l);
}

static int align_shift(enum doc_align align, int width, int line)
{
	if (align == DOC_RIGHT)
		return width - line;
	return align == DOC_CENTRE ? (width - line) / 2 : 0;
}

void layout_lines(struct layout *l, struct face face, enum doc_align align, const struct wrap *wrap,
		  size_t first, size_t n, int x, int y, int width)
{
	int high = l->pen->ops->line(l->pen, face);

	for (size_t i = first; i < first + n; i++, y += high) {
		const struct wrap_line *line = &wrap->line[i];
		if (line->bar) {
			l->pen->ops->bar(l->pen, face, x, y, width, line->value, line->pale);
			continue;
		}
		bool stretched = align == DOC_JUSTIFY && !line->last && line->spaces > 0;
		int stretch = stretched ? (width - line->width) / line->spaces : 0;
		l->pen->ops->show(l->pen, face, x + align_shift(align, width, line->width), y,
				  line->text, line->n, stretch);
	}
}

/* A block whose lines stand in one column, or side by side: broken, not yet placed. */
struct laid {
	struct face face;
	struct wrap left, right;
	int first; /* indent of the first line */
	size_t lines;
	int line; /* height of one */
};

static struct laid lay(struct layout *l, const struct doc_block *b)
{
	struct laid laid = { .face = face_of(l, b) };
	int width = width_of(l), left = width, right = 0;

	laid.line = l->pen->ops->line(l->pen, laid.face);
	laid.first = b->style.first ? layout_across(l, b->style.first) : 0;
	if (b->kind == DOC_SIDES)
		left = right = width / 2;
	if (b->kind == DOC_CORNER)
		left = width / 2;
	if (b->kind == DOC_SIGNATURE) {
		left = width * POST_END / 100;
		right = width - width * NAME_BEGIN / 100;
	}
	wrap_text(l->arena, l->pen, laid.face, b->left, left, laid.first, &laid.left);
	if (right > 0) {
		const char *text = b->kind == DOC_SIGNATURE && !*b->right ? name_line : b->right;
		wrap_text(l->arena, l->pen, laid.face, text, right, 0, &laid.right);
	}
	laid.lines = laid.left.n > laid.right.n ? laid.left.n : laid.right.n;
	return laid;
}

static int widest_line(const struct wrap *wrap)
{
	int widest = 0;

	for (size_t i = 0; i < wrap->n; i++)
		if (wrap->line[i].width > widest)
			widest = wrap->line[i].width;
	return widest;
}

/* Lines first … of a paragraph, the first one indented. */
static void show_paragraph(struct layout *l, const struct doc_block *b, const struct laid *laid,
			   size_t first, size_t n)
{
	int x = l->pen->left, width = width_of(l), y = l->y;

	if (first == 0 && n > 0 && laid->first) {
		layout_lines(l, laid->face, b->style.align, &laid->left, 0, 1, x + laid->first, y,
			     width - laid->first);
		first++;
		n--;
		y += laid->line;
	}
	layout_lines(l, laid->face, b->style.align, &laid->left, first, n, x, y, width);
}

static void show_sides(struct layout *l, const struct laid *laid)
{
	int width = width_of(l);

	layout_lines(l, laid->face, DOC_LEFT, &laid->left, 0, laid->left.n, l->pen->left, l->y,
		     width);
	layout_lines(l, laid->face, DOC_RIGHT, &laid->right, 0, laid->right.n, l->pen->left, l->y,
		     width);
}

static void show_corner(struct layout *l, const struct laid *laid)
{
	int wide = widest_line(&laid->left);

	layout_lines(l, laid->face, DOC_LEFT, &laid->left, 0, laid->left.n, l->pen->right - wide,
		     l->y, wide);
}

/* The line to sign on and the name stand beside the last line of the post. */
static void show_signature(struct layout *l, const struct laid *laid)
{
	int width = width_of(l), x = l->pen->left;
	int foot = l->y + (int)laid->lines * laid->line;
	int name = width - width * NAME_BEGIN / 100;

	layout_lines(l, laid->face, DOC_LEFT, &laid->left, 0, laid->left.n, x,
		     foot - (int)laid->left.n * laid->line, width);
	l->pen->ops->show(l->pen, laid->face, x + width * SIGN_BEGIN / 100, foot - laid->line,
			  sign_line, strlen(sign_line), 0);
	layout_lines(l, laid->face, DOC_RIGHT, &laid->right, 0, laid->right.n, l->pen->right - name,
		     foot - (int)laid->right.n * laid->line, name);
}

/* How many of the lines left go on this page, so that no line stands alone on either. */
static size_t lines_here(const struct layout *l, const struct laid *laid, size_t left)
{
	size_t fit = room(l) > 0 ? (size_t)(room(l) / laid->line) : 0;

	if (fit >= left)
		return left;
	if (left - fit < LINES_TOGETHER && fit >= LINES_TOGETHER)
		fit = left - LINES_TOGETHER;
	if (fit < LINES_TOGETHER)
		return l->blank ? (fit > 0 ? fit : 1) : 0;
	return fit;
}

static void place_paragraph(struct layout *l, const struct doc_block *b, const struct laid *laid)
{
	for (size_t done = 0; done < laid->lines;) {
		size_t n = lines_here(l, laid, laid->lines - done);
		if (n > 0) {
			show_paragraph(l, b, laid, done, n);
			l->y += (int)n * laid->line;
			l->blank = false;
			done += n;
		}
		if (done < laid->lines)
			layout_page(l);
	}
}

static void place_whole(struct layout *l, const struct doc_block *b, const struct laid *laid)
{
	if (b->kind == DOC_SIDES)
		show_sides(l, laid);
	else if (b->kind == DOC_CORNER)
		show_corner(l, laid);
	else
		show_signature(l, laid);
	l->y += (int)laid->lines * laid->line;
	l->blank = false;
}

/* Height of the lines that must stand on the page for the block to begin there. */
static int lines_lead(const struct doc_block *b, const struct laid *laid)
{
	bool whole = b->kind != DOC_PARAGRAPH || b->style.keep || laid->lines <= LINES_TOGETHER + 1;

	return (int)(whole ? laid->lines : LINES_TOGETHER) * laid->line;
}

static int block_lead(struct layout *l, size_t i)
{
	const struct doc_block *b = &l->doc->block[i];

	if (b->kind == DOC_PAGE_BREAK)
		return 0;
	if (b->kind == DOC_TABLE)
		return layout_table_lead(l, i);
	struct laid laid = lay(l, b);
	int lead = gap(l, laid.face, b->style.before) + lines_lead(b, &laid);
	if (b->style.keep)
		lead += gap(l, laid.face, b->style.after) + layout_lead(l, i + 1);
	return lead;
}

int layout_lead(struct layout *l, size_t i)
{
	struct arena_mark mark = arena_mark(l->arena);
	int lead = i < l->doc->n ? block_lead(l, i) : 0;

	arena_back(l->arena, mark);
	return lead;
}

static void place_lines(struct layout *l, size_t i)
{
	const struct doc_block *b = &l->doc->block[i];
	struct laid laid = lay(l, b);

	if (!l->blank && layout_lead(l, i) > room(l))
		layout_page(l);
	if (!l->blank)
		l->y += gap(l, laid.face, b->style.before);
	if (b->kind == DOC_PARAGRAPH)
		place_paragraph(l, b, &laid);
	else
		place_whole(l, b, &laid);
	l->y += gap(l, laid.face, b->style.after);
}

static void place_block(struct layout *l, size_t i)
{
	struct arena_mark mark = arena_mark(l->arena);

	if (l->doc->block[i].kind == DOC_PAGE_BREAK)
		layout_page(l);
	else if (l->doc->block[i].kind == DOC_TABLE)
		layout_table(l, i);
	else
		place_lines(l, i);
	arena_back(l->arena, mark);
}

size_t layout_run(struct arena *a, struct pen *pen, const struct doc *doc)
{
	struct layout l = { .arena = a, .pen = pen, .doc = doc };

	page_begin(&l);
	for (size_t i = 0; i < doc->n; i++)
		place_block(&l, i);
	pen->ops->page(pen);
	return l.pages;
}
