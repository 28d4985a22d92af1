#include "cells.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"

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

bool cells_found(struct arena *a, const struct list_query *query, const char *text)
{
	const char *fold;

	if (!*query->find)
		return true;
	fold = utf8_fold(a, text);
	return strstr(fold, query->find) || (*query->find_other && strstr(fold, query->find_other));
}

struct sorting {
	const char *row;
	size_t size;
	cells_order *order; /* NULL: as they stand */
	int sign;
};

static int places_compare(const void *a, const void *b, void *data)
{
	const struct sorting *s = data;
	const size_t x = *(const size_t *)a, y = *(const size_t *)b;
	int order = s->order ? s->order(s->row + x * s->size, s->row + y * s->size) : 0;

	return s->sign * (order ? order : x < y ? -1 : x > y);
}

void cells_sort(struct arena *a, void *row, size_t n, size_t size, cells_order *const *order,
		const struct list_query *query)
{
	struct sorting sorting = { .size = size,
				   .order = order[query->column],
				   .sign = query->descending ? -1 : 1 };
	size_t *place = ARENA_NEW(a, size_t, n);
	char *sorted = row, *was = arena_alloc(a, n * size);

	if (n < 2 || (!sorting.order && !query->descending))
		return;
	memcpy(was, row, n * size);
	for (size_t i = 0; i < n; i++)
		place[i] = i;
	sorting.row = was;
	qsort_r(place, n, sizeof(*place), places_compare, &sorting);
	for (size_t i = 0; i < n; i++)
		memcpy(sorted + i * size, was + place[i] * size, size);
}

int cells_by_text(const char *a, const char *b)
{
	char x[256], y[256];

	utf8_sort_key_into(a, x, sizeof(x));
	utf8_sort_key_into(b, y, sizeof(y));
	return strcmp(x, y);
}

int cells_by_class(const char *a, const char *b)
{
	int x = class_order(a), y = class_order(b);

	if (x && y)
		return x - y;
	return x ? -1 : y ? 1 : cells_by_text(a, b);
}
