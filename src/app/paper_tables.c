/* The tables of a paper as a table for other programs: what stands between them is left out but
 * for the lines above a table, which say what it tells. */
#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/port/sink.h"
#include "nastavnik/print/doc.h"

static size_t columns_most(const struct doc *doc)
{
	size_t most = 0;

	for (size_t i = 0; i < doc->n; i++)
		if (doc->block[i].kind == DOC_TABLE && doc->block[i].table->columns > most)
			most = doc->block[i].table->columns;
	return most;
}

/* A whole number is one; a code such as «007» or «1.1» stays what it is. */
static void cell_put(struct sink *sink, const struct doc_column *column, const char *text)
{
	char *end;
	int bars[DOC_BARS];
	long long number = strtoll(text, &end, 10);

	if (column->bar && doc_bar_read(text, bars))
		sink_text(sink, "");
	else if (column->align == DOC_RIGHT && end > text && !*end && strlen(text) < 16)
		sink_number(sink, number, 0);
	else
		sink_text(sink, text);
}

static void line_put(struct sink *sink, const char *text)
{
	sink_text(sink, text);
	sink_row_end(sink);
}

static void table_put(struct sink *sink, const struct doc_table *table)
{
	for (size_t c = 0; c < table->columns; c++)
		sink_text(sink, table->column[c].heading ? table->column[c].heading : "");
	sink_row_end(sink);
	for (size_t r = 0; r < table->rows; r++) {
		const struct doc_row *row = &table->row[r];

		if (row->heading) {
			line_put(sink, row->heading);
			continue;
		}
		for (size_t c = 0; c < table->columns; c++)
			cell_put(sink, &table->column[c], row->cell[c]);
		sink_row_end(sink);
	}
	line_put(sink, "");
}

enum rc doc_tables_save(const struct doc *doc, const char *path, enum encoding encoding,
			struct issues *issues)
{
	const struct sink_options options = { .title = doc->title,
					      .columns = columns_most(doc),
					      .encoding = encoding,
					      .issues = issues };
	struct sink *sink;
	enum rc rc;

	if (!options.columns)
		return err_set(RC_INVALID,
			       _("%s: this paper has no tables. End the name in .pdf, "
				 ".odt or .txt."),
			       path);
	rc = sink_open(path, &options, &sink);
	if (rc)
		return rc;
	line_put(sink, doc->title);
	for (size_t i = 0; i < doc->n; i++) {
		const struct doc_block *block = &doc->block[i];

		if (block->kind == DOC_TABLE)
			table_put(sink, block->table);
		else if (i + 1 < doc->n && doc->block[i + 1].kind == DOC_TABLE)
			line_put(sink, block->left ? block->left : "");
	}
	return sink_commit(sink);
}
