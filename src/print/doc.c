/* Building a paper block by block. */
#include "nastavnik/print/doc.h"

#include <stdlib.h>

static struct doc_block *block_add(struct doc *doc, enum doc_kind kind)
{
	doc->block = arena_grow(doc->arena, doc->block, doc->n, &doc->cap, sizeof(*doc->block));
	struct doc_block *block = &doc->block[doc->n++];
	*block = (struct doc_block){ .kind = kind, .left = "", .right = "" };
	return block;
}

static const char *text_or_empty(const char *text)
{
	return text ? text : "";
}

struct doc *doc_new(struct arena *a, const char *title)
{
	struct doc *doc = ARENA_NEW(a, struct doc, 1);
	*doc = (struct doc){ .arena = a,
			     .title = text_or_empty(title),
			     .size = 120,
			     .spacing = 100,
			     .left = 300,
			     .right = 100,
			     .top = 200,
			     .bottom = 200,
			     .numbers = true };
	return doc;
}

void doc_paragraph(struct doc *doc, struct doc_style style, const char *text)
{
	struct doc_block *block = block_add(doc, DOC_PARAGRAPH);
	block->style = style;
	block->left = text_or_empty(text);
}

void doc_sides(struct doc *doc, struct doc_style style, const char *left, const char *right)
{
	struct doc_block *block = block_add(doc, DOC_SIDES);
	block->style = style;
	block->left = text_or_empty(left);
	block->right = text_or_empty(right);
}

void doc_corner(struct doc *doc, struct doc_style style, const char *lines)
{
	struct doc_block *block = block_add(doc, DOC_CORNER);
	block->style = style;
	block->left = text_or_empty(lines);
}

void doc_signature(struct doc *doc, struct doc_style style, const char *post, const char *name)
{
	/* A page with nothing but signatures could be put under any paper. */
	if (doc->n > 0)
		doc->block[doc->n - 1].style.keep = true;
	struct doc_block *block = block_add(doc, DOC_SIGNATURE);
	block->style = style;
	block->left = text_or_empty(post);
	block->right = text_or_empty(name);
}

void doc_page_break(struct doc *doc)
{
	block_add(doc, DOC_PAGE_BREAK);
}

struct doc_table *doc_table(struct doc *doc, const struct doc_column *column, size_t columns)
{
	struct doc_table *table = ARENA_NEW(doc->arena, struct doc_table, 1);
	table->column = ARENA_NEW(doc->arena, struct doc_column, columns);
	for (size_t c = 0; c < columns; c++) {
		table->column[c] = column[c];
		table->column[c].heading = text_or_empty(column[c].heading);
	}
	table->columns = columns;
	block_add(doc, DOC_TABLE)->table = table;
	return table;
}

static struct doc_row *row_new(struct doc *doc, struct doc_table *table)
{
	struct doc_row *row;

	table->row =
		arena_grow(doc->arena, table->row, table->rows, &table->cap, sizeof(*table->row));
	row = &table->row[table->rows++];
	*row = (struct doc_row){ .cell = ARENA_NEW(doc->arena, const char *, table->columns) };
	for (size_t c = 0; c < table->columns; c++)
		row->cell[c] = "";
	return row;
}

static void row_add(struct doc *doc, struct doc_table *table, const char *const *cell, bool joined)
{
	struct doc_row *row = row_new(doc, table);

	row->joined = joined;
	for (size_t c = 0; c < table->columns; c++)
		row->cell[c] = text_or_empty(cell[c]);
}

void doc_table_row(struct doc *doc, struct doc_table *table, const char *const *cell)
{
	row_add(doc, table, cell, false);
}

void doc_table_joined(struct doc *doc, struct doc_table *table, const char *const *cell)
{
	row_add(doc, table, cell, table->rows > 0);
}

void doc_table_heading(struct doc *doc, struct doc_table *table, const char *heading)
{
	row_new(doc, table)->heading = text_or_empty(heading);
}

static int bar_cut(int value)
{
	return value < 0 ? 0 : value > DOC_BAR_WHOLE ? DOC_BAR_WHOLE : value;
}

const char *doc_bar(struct arena *a, int value)
{
	return arena_printf(a, "%d", bar_cut(value));
}

const char *doc_bar_pair(struct arena *a, int before, int after)
{
	return arena_printf(a, "%d:%d", bar_cut(before), bar_cut(after));
}

size_t doc_bar_read(const char *cell, int value[DOC_BARS])
{
	for (size_t n = 0; n < DOC_BARS; n++) {
		char *end;
		long number = strtol(cell, &end, 10);

		if (end == cell || *cell < '0' || *cell > '9' || number > DOC_BAR_WHOLE)
			return 0;
		value[n] = (int)number;
		if (!*end)
			return n + 1;
		if (*end != ':')
			return 0;
		cell = end + 1;
	}
	return 0;
}

void doc_bar_write(struct str *out, int value, int cells, const char *full, const char *empty)
{
	int filled = (value * cells + DOC_BAR_WHOLE / 2) / DOC_BAR_WHOLE;

	if (value > 0 && filled == 0)
		filled = 1;
	for (int i = 0; i < cells; i++)
		str_add(out, i < filled ? full : empty);
}
