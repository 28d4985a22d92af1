#include "cells.h"

int64_t cells_id(struct frame *f, size_t row)
{
	const struct cells *cells = f->data;

	return cells->ids.row[row];
}

static size_t cells_at(const struct cells *cells, size_t row, size_t column)
{
	return (row - cells->first) * cells->columns + column;
}

const char *cells_cell(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct cells *cells = f->data;
	size_t at = cells_at(cells, row, column);

	*ink = cells->ink[at];
	return cells->text[at];
}

void cells_page(struct cells *cells, struct arena *page, size_t columns, size_t first, size_t n)
{
	cells->columns = columns;
	cells->first = first;
	cells->text = ARENA_NEW(page, const char *, n *columns);
	cells->ink = ARENA_NEW(page, enum ink, n * columns);
	for (size_t i = 0; i < n * columns; i++)
		cells->text[i] = "";
}

void cells_set(struct cells *cells, size_t row, size_t column, enum ink ink, const char *text)
{
	size_t at = cells_at(cells, row, column);

	cells->text[at] = text;
	cells->ink[at] = ink;
}
