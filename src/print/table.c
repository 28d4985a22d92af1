/*
 * Tables on pages: headings on each, rows in one piece. A column keeps at least its widest word
 * where all of them have room for theirs. A row takes a rule at its top, then its cells; closing a
 * part of the table draws the last level rule and all upright ones.
 */
#include <string.h>

#include "layout.h"

struct grid {
	struct layout *l;
	const struct doc_table *table;
	struct face face;
	int line;
	int *x;               /* left edges of the columns, and the last right edge */
	struct wrap *heading; /* by column */
	size_t heading_lines;
	struct wrap *cell; /* of the row at hand, by column */
	int top;           /* where the part on this page begins */
	bool fresh;        /* no row on this page yet */
};

static const char *cell_at(const struct grid *g, size_t row, size_t column)
{
	return g->table->row[row].cell[column];
}

static int edge(const struct grid *g)
{
	return g->l->pen->rule + 2 * g->l->pen->pad_x;
}

static int widest_word(const struct grid *g, size_t column)
{
	int widest = wrap_widest(g->l->pen, g->face, g->table->column[column].heading);

	for (size_t r = 0; r < g->table->rows; r++) {
		int wide = wrap_widest(g->l->pen, g->face, cell_at(g, r, column));
		if (wide > widest)
			widest = wide;
	}
	return widest + edge(g);
}

/* Columns with a weight share what is left; one whose share is below its least gets the least, and
 * the rest share again. */
static void share_widths(const struct doc_table *table, const int *least, int rest, int *width)
{
	for (bool again = true; again;) {
		int weights = 0;
		again = false;
		for (size_t c = 0; c < table->columns; c++)
			if (!width[c])
				weights +=
					table->column[c].weight > 0 ? table->column[c].weight : 1;
		for (size_t c = 0; c < table->columns && !again; c++) {
			int weight = table->column[c].weight > 0 ? table->column[c].weight : 1;
			if (width[c] || (long long)rest * weight / weights >= least[c])
				continue;
			width[c] = least[c];
			rest -= least[c];
			again = true;
		}
		for (size_t c = 0; c < table->columns && !again; c++) {
			int weight = table->column[c].weight > 0 ? table->column[c].weight : 1;
			if (!width[c])
				width[c] = (int)((long long)rest * weight / weights);
		}
	}
}

/* What rounding left over goes to the widest column; what is too much is taken from all. */
static void fit_widths(size_t columns, int whole, int *width)
{
	int sum = 0;
	size_t widest = 0;

	for (size_t c = 0; c < columns; c++)
		sum += width[c];
	for (size_t c = 0; c < columns && sum > whole; c++)
		width[c] = (int)((long long)width[c] * whole / sum);
	sum = 0;
	for (size_t c = 0; c < columns; c++) {
		sum += width[c];
		if (width[c] > width[widest])
			widest = c;
	}
	width[widest] += whole - sum;
}

void layout_widths(const struct doc_table *table, const int *least, const int *wish, int whole,
		   int *width)
{
	int rest = whole;

	for (size_t c = 0; c < table->columns; c++) {
		width[c] = 0;
		if (wish[c])
			width[c] = wish[c] > least[c] ? wish[c] : least[c];
		rest -= width[c];
	}
	share_widths(table, least, rest, width);
	fit_widths(table->columns, whole, width);
}

static void grid_columns(struct grid *g)
{
	const struct doc_table *table = g->table;
	struct pen *pen = g->l->pen;
	int *width = ARENA_NEW(g->l->arena, int, table->columns);
	int *least = ARENA_NEW(g->l->arena, int, table->columns);
	int *wish = ARENA_NEW(g->l->arena, int, table->columns);

	for (size_t c = 0; c < table->columns; c++) {
		least[c] = widest_word(g, c);
		wish[c] = table->column[c].width ? layout_across(g->l, table->column[c].width) : 0;
	}
	layout_widths(table, least, wish, pen->right - pen->left - pen->rule, width);
	g->x = ARENA_NEW(g->l->arena, int, table->columns + 1);
	g->x[0] = pen->left;
	for (size_t c = 0; c < table->columns; c++)
		g->x[c + 1] = g->x[c] + width[c];
}

static int inner_width(const struct grid *g, size_t column)
{
	return g->x[column + 1] - g->x[column] - edge(g);
}

/* A line a bar; false: the cell is text. */
static bool wrap_bars(struct grid *g, const char *text, struct wrap *out)
{
	int value[DOC_BARS];
	size_t n = doc_bar_read(text, value);

	*out = (struct wrap){ .line = ARENA_NEW(g->l->arena, struct wrap_line, n), .n = n };
	for (size_t i = 0; i < n; i++)
		out->line[i] =
			(struct wrap_line){ .bar = true, .pale = i + 1 < n, .value = value[i] };
	return n > 0;
}

static size_t wrap_row(struct grid *g, struct wrap *wraps, const char *const *text)
{
	size_t lines = 1;

	for (size_t c = 0; c < g->table->columns; c++) {
		if (!g->table->column[c].bar || !wrap_bars(g, text[c], &wraps[c]))
			wrap_text(g->l->arena, g->l->pen, g->face, text[c], inner_width(g, c), 0,
				  &wraps[c]);
		if (wraps[c].n > lines)
			lines = wraps[c].n;
	}
	return lines;
}

static void grid_headings(struct grid *g)
{
	const char **text = ARENA_NEW(g->l->arena, const char *, g->table->columns);
	bool any = false;

	for (size_t c = 0; c < g->table->columns; c++) {
		text[c] = g->table->column[c].heading;
		any = any || *text[c];
	}
	g->heading = ARENA_NEW(g->l->arena, struct wrap, g->table->columns);
	g->heading_lines = any ? wrap_row(g, g->heading, text) : 0;
}

static struct grid grid_make(struct layout *l, const struct doc_block *b)
{
	struct grid g = { .l = l, .table = b->table };

	g.face.size = b->table->size ? b->table->size : l->doc->size;
	g.line = l->pen->ops->line(l->pen, g.face);
	g.cell = ARENA_NEW(l->arena, struct wrap, b->table->columns);
	grid_columns(&g);
	grid_headings(&g);
	return g;
}

/* Height of a row of so many lines, its upper rule included. */
static int row_height(const struct grid *g, size_t lines)
{
	return lines ? g->l->pen->rule + 2 * g->l->pen->pad_y + (int)lines * g->line : 0;
}

/* Of a row below the headings: a table may ask for room to write by hand. */
static int body_height(const struct grid *g, size_t lines)
{
	const struct pen *pen = g->l->pen;
	int height = row_height(g, lines);
	int least = pen->ops->down ? pen->ops->down(pen, g->table->height) : 0;

	return height < least ? least : height;
}

static int room(const struct grid *g)
{
	return g->l->pen->bottom - g->l->y - g->l->pen->rule;
}

static void rule_whole(const struct grid *g)
{
	struct pen *pen = g->l->pen;

	pen->ops->rule(pen, g->x[0], g->l->y, g->x[g->table->columns], g->l->y);
}

/* The rule above a row; a joined row has none above its empty cells. */
static void rule_above(const struct grid *g, size_t row)
{
	struct pen *pen = g->l->pen;
	size_t columns = g->table->columns;

	if (!g->table->row[row].joined || g->fresh) {
		rule_whole(g);
		return;
	}
	for (size_t c = 0; c < columns; c++) {
		size_t from = c;
		while (c < columns && *cell_at(g, row, c))
			c++;
		if (c > from)
			pen->ops->rule(pen, g->x[from], g->l->y, g->x[c], g->l->y);
	}
}

/* Lines from … of the cells, as many as `lines`; below the rule that stands at y. */
static void show_cells(struct grid *g, const struct wrap *wraps, bool heading, size_t from,
		       size_t lines)
{
	struct pen *pen = g->l->pen;
	int y = g->l->y + pen->rule + pen->pad_y;

	for (size_t c = 0; c < g->table->columns; c++) {
		size_t n = wraps[c].n > from ? wraps[c].n - from : 0;
		int lower = 0;
		if (n > lines)
			n = lines;
		if (heading)
			lower = (int)(lines - n) * g->line / 2;
		layout_lines(g->l, g->face, heading ? DOC_CENTRE : g->table->column[c].align,
			     &wraps[c], from, n, g->x[c] + pen->rule + pen->pad_x, y + lower,
			     inner_width(g, c));
	}
	g->l->y += heading ? row_height(g, lines) : body_height(g, lines);
	g->l->blank = false;
}

static void part_open(struct grid *g)
{
	g->top = g->l->y;
	g->fresh = true;
	if (g->heading_lines) {
		rule_whole(g);
		show_cells(g, g->heading, true, 0, g->heading_lines);
	}
}

/* Upright rules from where they began to here; every `step`th edge has one. */
static void uprights(struct grid *g, size_t step)
{
	struct pen *pen = g->l->pen;

	for (size_t c = 0; c <= g->table->columns && g->l->y > g->top; c += step)
		pen->ops->rule(pen, g->x[c], g->top, g->x[c], g->l->y);
	g->top = g->l->y;
}

static void part_close(struct grid *g)
{
	rule_whole(g);
	uprights(g, 1);
	g->l->y += g->l->pen->rule;
}

static void part_next(struct grid *g)
{
	part_close(g);
	layout_page(g->l);
	part_open(g);
}

/* A joined row at the head of a page says again what its empty cells stand for. */
static size_t wrap_carried(struct grid *g, size_t row)
{
	const char **text = ARENA_NEW(g->l->arena, const char *, g->table->columns);

	for (size_t c = 0; c < g->table->columns; c++) {
		size_t at = row;
		while (!*cell_at(g, at, c) && g->table->row[at].joined)
			at--;
		text[c] = cell_at(g, at, c);
	}
	return wrap_row(g, g->cell, text);
}

/* A row taller than a page: as many lines on each as there is room for. */
static void place_cut(struct grid *g, size_t lines)
{
	int edges = 2 * g->l->pen->pad_y + g->l->pen->rule;

	for (size_t done = 0; done < lines;) {
		int fit = (room(g) - edges) / g->line;
		size_t n = fit > 0 ? (size_t)fit : 1;
		if (n > lines - done)
			n = lines - done;
		rule_whole(g);
		show_cells(g, g->cell, false, done, n);
		done += n;
		if (done < lines)
			part_next(g);
	}
}

/* A heading over all columns interrupts the upright rules between them. */
static void place_heading(struct grid *g, size_t row, int tail)
{
	struct layout *l = g->l;
	struct face face = { g->face.size, .bold = true };
	int width = g->x[g->table->columns] - g->x[0] - edge(g), next = 0;
	struct wrap wrap;

	wrap_text(l->arena, l->pen, face, g->table->row[row].heading, width, 0, &wrap);
	if (row + 1 < g->table->rows)
		next = body_height(g, wrap_row(g, g->cell, g->table->row[row + 1].cell));
	if (row_height(g, wrap.n) + next + tail > room(g) && !g->fresh)
		part_next(g);
	rule_whole(g);
	uprights(g, 1);
	layout_lines(l, face, DOC_LEFT, &wrap, 0, wrap.n, g->x[0] + l->pen->rule + l->pen->pad_x,
		     l->y + l->pen->rule + l->pen->pad_y, width);
	l->y += row_height(g, wrap.n);
	l->blank = false;
	uprights(g, g->table->columns);
	g->fresh = false;
}

static void place_row(struct grid *g, size_t row, int tail)
{
	size_t lines = wrap_row(g, g->cell, g->table->row[row].cell);

	if (body_height(g, lines) + tail > room(g) && !g->fresh) {
		part_next(g);
		lines = wrap_carried(g, row);
	}
	if (body_height(g, lines) > room(g)) {
		place_cut(g, lines);
	} else {
		rule_above(g, row);
		show_cells(g, g->cell, false, 0, lines);
	}
	g->fresh = false;
}

static int space(const struct grid *g, int tenths)
{
	return (g->line * tenths + 5) / 10;
}

static int grid_lead(struct grid *g, const struct doc_block *b)
{
	bool headed = g->table->rows > 1 && g->table->row[0].heading; /* kept with its row */
	size_t lines = g->table->rows ? wrap_row(g, g->cell, g->table->row[headed].cell) : 0;

	return space(g, b->style.before) + row_height(g, g->heading_lines) +
	       (headed ? row_height(g, 1) : 0) + body_height(g, lines) + g->l->pen->rule;
}

int layout_table_lead(struct layout *l, size_t i)
{
	struct grid g = grid_make(l, &l->doc->block[i]);

	return grid_lead(&g, &l->doc->block[i]);
}

void layout_table(struct layout *l, size_t i)
{
	const struct doc_block *b = &l->doc->block[i];
	struct grid g = grid_make(l, b);
	int after = space(&g, b->style.after);
	int tail = b->style.keep ? after + layout_lead(l, i + 1) : 0;

	if (!l->blank && grid_lead(&g, b) > l->pen->bottom - l->y)
		layout_page(l);
	if (!l->blank)
		l->y += space(&g, b->style.before);
	part_open(&g);
	for (size_t r = 0; r < g.table->rows; r++) {
		struct arena_mark mark = arena_mark(l->arena);
		int end = r + 1 == g.table->rows ? tail : 0;

		if (g.table->row[r].heading)
			place_heading(&g, r, end);
		else
			place_row(&g, r, end);
		arena_back(l->arena, mark);
	}
	part_close(&g);
	l->y += after;
}
