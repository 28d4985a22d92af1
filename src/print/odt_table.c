/* Tables of an OpenDocument text: the heading again on each page, rows in one piece. */
#include "layout.h"
#include "odt.h"

enum { CELL_EDGES = 30 }; /* padding at both sides */

/* Characters of a bar. «█» is 0.71 of the letters' size wide in Times and what has its measures; of
 * that size, in tenths of a point, a tenth of a millimetre is 2.83: 4 a size, and some room. */
enum { BAR_LEAST = 8, BAR_MOST = 60, BAR_HALVES = 7 };

struct odt_grid {
	struct odt *o;
	const struct doc_table *table;
	int size;
	int *width;
};

static void widths_find(struct odt_grid *g)
{
	size_t columns = g->table->columns;
	int *least = ARENA_NEW(g->o->arena, int, columns);
	int *wish = ARENA_NEW(g->o->arena, int, columns);

	for (size_t c = 0; c < columns; c++) {
		wish[c] = g->table->column[c].width;
		least[c] = odt_widest_word(g->table->column[c].heading, g->size);
		for (size_t r = 0; r < g->table->rows; r++) {
			int wide = odt_widest_word(g->table->row[r].cell[c], g->size);

			if (wide > least[c])
				least[c] = wide;
		}
		least[c] += CELL_EDGES;
	}
	g->width = ARENA_NEW(g->o->arena, int, columns);
	layout_widths(g->table, least, wish, g->o->width, g->width);
}

static void columns_open(struct odt_grid *g)
{
	struct odt *o = g->o;

	for (size_t c = 0; c < g->table->columns; c++) {
		const char *style = odt_style(
			o, "table-column", NULL, false,
			arena_printf(
				o->arena,
				"<style:table-column-properties style:column-width=\"%d.%dmm\"/>",
				g->width[c] / 10, g->width[c] % 10));

		str_printf(&o->body, "<table:table-column table:style-name=\"%s\"/>", style);
	}
}

/* How a cell stands in its table. */
enum cell_kind { CELL_PLAIN, CELL_HEADING, CELL_OVER_ALL };

static void cell_add(struct odt_grid *g, enum cell_kind kind, enum doc_align align,
		     const char *text)
{
	struct odt *o = g->o;
	const char *cell = odt_style(
		o, "table-cell", NULL, false,
		arena_printf(o->arena,
			     "<style:table-cell-properties fo:border=\"0.5pt solid #000000\" "
			     "fo:padding-top=\"0.8mm\" fo:padding-bottom=\"0.8mm\" "
			     "fo:padding-left=\"1.5mm\" fo:padding-right=\"1.5mm\"%s/>",
			     kind == CELL_HEADING ? " style:vertical-align=\"middle\"" : ""));
	const char *paragraph =
		odt_style(o, "paragraph", "Standard", false,
			  arena_printf(o->arena,
				       "<style:paragraph-properties fo:text-align=\"%s\"%s/>"
				       "<style:text-properties fo:font-size=\"%d.%dpt\"%s/>",
				       odt_align(align),
				       kind == CELL_OVER_ALL ? " fo:keep-with-next=\"always\"" : "",
				       g->size / 10, g->size % 10,
				       kind == CELL_OVER_ALL ? " fo:font-weight=\"bold\"" : ""));

	str_printf(&o->body, "<table:table-cell table:style-name=\"%s\"", cell);
	if (kind == CELL_OVER_ALL)
		str_printf(&o->body, " table:number-columns-spanned=\"%zu\"", g->table->columns);
	str_printf(&o->body, " office:value-type=\"string\"><text:p text:style-name=\"%s\">",
		   paragraph);
	odt_text(&o->body, text);
	str_add(&o->body, "</text:p></table:table-cell>");
}

static int bar_cells(const struct odt_grid *g, size_t column)
{
	int cells = (g->width[column] - CELL_EDGES) * BAR_HALVES / (2 * g->size);

	return cells < BAR_LEAST ? BAR_LEAST : cells > BAR_MOST ? BAR_MOST : cells;
}

/* The office program lays out: its bars are characters that every font of papers has. */
static const char *cell_bars(struct odt_grid *g, size_t column, const char *text)
{
	int value[DOC_BARS];
	size_t n = g->table->column[column].bar ? doc_bar_read(text, value) : 0;
	struct str bars = { 0 };

	if (n == 0)
		return text;
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			str_add_char(&bars, '\n');
		doc_bar_write(&bars, value[i], bar_cells(g, column), i + 1 < n ? "▒" : "█", "░");
	}
	text = arena_strndup(g->o->arena, str_text(&bars), bars.len);
	str_done(&bars);
	return text;
}

static void row_open(struct odt_grid *g, int height)
{
	const char *least = height ? arena_printf(g->o->arena, " style:min-row-height=\"%d.%dmm\"",
						  height / 10, height % 10)
				   : "";
	const char *style = odt_style(
		g->o, "table-row", NULL, false,
		arena_printf(g->o->arena,
			     "<style:table-row-properties fo:keep-together=\"always\"%s/>", least));

	str_printf(&g->o->body, "<table:table-row table:style-name=\"%s\">", style);
}

static void heading_add(struct odt_grid *g)
{
	bool any = false;

	for (size_t c = 0; c < g->table->columns; c++)
		any = any || *g->table->column[c].heading;
	if (!any)
		return;
	str_add(&g->o->body, "<table:table-header-rows>");
	row_open(g, 0);
	for (size_t c = 0; c < g->table->columns; c++)
		cell_add(g, CELL_HEADING, DOC_CENTRE, g->table->column[c].heading);
	str_add(&g->o->body, "</table:table-row></table:table-header-rows>\n");
}

/* Where a page ends is for the office program to say, so each joined row tells anew what it is
 * joined to: a group that goes on on the next page still has its mentor. */
static const char *cell_said(const struct doc_table *table, size_t row, size_t column)
{
	while (row && table->row[row].joined && !*table->row[row].cell[column])
		row--;
	return table->row[row].cell[column];
}

static void row_add(struct odt_grid *g, size_t row)
{
	const char *heading = g->table->row[row].heading;

	row_open(g, heading ? 0 : g->table->height);
	if (heading)
		cell_add(g, CELL_OVER_ALL, DOC_LEFT, heading);
	for (size_t c = 1; heading && c < g->table->columns; c++)
		str_add(&g->o->body, "<table:covered-table-cell/>");
	for (size_t c = 0; !heading && c < g->table->columns; c++)
		cell_add(g, CELL_PLAIN, g->table->column[c].align,
			 cell_bars(g, c, cell_said(g->table, row, c)));
	str_add(&g->o->body, "</table:table-row>\n");
}

void odt_table(struct odt *o, const struct doc_block *block)
{
	struct odt_grid g = { .o = o,
			      .table = block->table,
			      .size = odt_size(o, block->table->size) };
	const char *style = odt_style(
		o, "table", NULL, true,
		arena_printf(o->arena,
			     "<style:table-properties style:width=\"%d.%dmm\" table:align=\"left\" "
			     "table:border-model=\"collapsing\" fo:margin-top=\"%s\" "
			     "fo:margin-bottom=\"%s\"/>",
			     o->width / 10, o->width % 10, odt_gap(o, g.size, block->style.before),
			     odt_gap(o, g.size, block->style.after)));

	widths_find(&g);
	str_printf(&o->body, "<table:table table:name=\"Table%zu\" table:style-name=\"%s\">",
		   ++o->tables, style);
	columns_open(&g);
	heading_add(&g);
	for (size_t r = 0; r < g.table->rows; r++)
		row_add(&g, r);
	str_add(&o->body, "</table:table>\n");
}
