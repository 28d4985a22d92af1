/* A CSV being written. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "csv_text.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/port/csv.h"
#include "nastavnik/port/save.h"

struct csv {
	struct save *save;
	struct encoder *encoder;
	struct issues *issues;
	char delimiter;
	int64_t line;      /* of the file, as a reader counts them */
	size_t column;     /* of the next cell, from 1 */
	size_t more_lines; /* line ends inside cells of this row */
	struct str fit, out, bytes;
};

enum rc csv_create(const char *path, const struct csv_options *options, struct csv **csv)
{
	struct encoder *encoder;
	struct save *save;
	struct csv *c;
	enum rc rc = encoder_new(options->encoding, &encoder);

	if (rc)
		return rc;
	rc = save_open(path, &save);
	if (rc) {
		encoder_free(encoder);
		return rc;
	}
	c = mem_alloc(sizeof(*c));
	c->save = save;
	c->encoder = encoder;
	c->issues = options->issues;
	c->delimiter = options->delimiter ? options->delimiter : ';';
	c->line = c->column = 1;
	encoder_begin(encoder, &c->bytes);
	*csv = c;
	return RC_OK;
}

static void report_lost(struct csv *csv, const char *text, uint32_t cp, size_t lost)
{
	char letter[5] = "", name[CSV_HEAD_SIZE];

	if (!csv->issues)
		return;
	utf8_encode(cp, letter);
	issue_add(csv->issues, ISSUE_WARNING, csv->line, 0, csv_text_head(text, name),
		  ngettext("Column %zu: the encoding lacks “%s”; %zu character is replaced.",
			   "Column %zu: the encoding lacks “%s”; %zu characters are replaced.",
			   lost),
		  csv->column, letter, lost);
}

static bool needs_quotes(const struct csv *csv, const char *text)
{
	const char special[] = { csv->delimiter, '"', '\n', '\r', '\0' };

	/* A first line «sep=…» would be taken for Excel's. */
	return text[strcspn(text, special)] || !strncasecmp(text, "sep=", 4);
}

static void add_quoted(struct csv *csv, const char *text)
{
	str_add_char(&csv->out, '"');
	for (; *text; text++) {
		if (*text == '"')
			str_add_char(&csv->out, '"');
		csv->more_lines += *text == '\n';
		str_add_char(&csv->out, *text);
	}
	str_add_char(&csv->out, '"');
}

/* The cell is what fit holds already, and text behind it. */
static void add_cell(struct csv *csv, const char *text)
{
	uint32_t cp = 0;
	size_t lost = encoder_fit(csv->encoder, text, strlen(text), &csv->fit, &cp);

	if (lost)
		report_lost(csv, text, cp, lost);
	if (csv->column++ > 1)
		str_add_char(&csv->out, csv->delimiter);
	if (needs_quotes(csv, str_text(&csv->fit)))
		add_quoted(csv, str_text(&csv->fit));
	else
		str_add_n(&csv->out, str_text(&csv->fit), csv->fit.len);
}

void csv_cell(struct csv *csv, const char *text)
{
	str_clear(&csv->fit);
	if (csv_text_guarded(text))
		str_add_char(&csv->fit, '\'');
	add_cell(csv, text);
}

void csv_plain(struct csv *csv, const char *text)
{
	str_clear(&csv->fit);
	add_cell(csv, text);
}

void csv_row_end(struct csv *csv)
{
	str_add_n(&csv->out, "\r\n", 2);
	encoder_add(csv->encoder, csv->out.text, csv->out.len, &csv->bytes, NULL);
	save_write(csv->save, csv->bytes.text, csv->bytes.len);
	str_clear(&csv->out);
	str_clear(&csv->bytes);
	csv->line += 1 + (int64_t)csv->more_lines;
	csv->more_lines = 0;
	csv->column = 1;
}

static void csv_free(struct csv *csv)
{
	encoder_free(csv->encoder);
	str_done(&csv->fit);
	str_done(&csv->out);
	str_done(&csv->bytes);
	free(csv);
}

enum rc csv_commit(struct csv *csv)
{
	enum rc rc;

	save_write(csv->save, csv->bytes.text, csv->bytes.len); /* the mark of an empty table */
	rc = save_commit(csv->save);
	csv_free(csv);
	return rc;
}

void csv_drop(struct csv *csv)
{
	if (!csv)
		return;
	save_drop(csv->save);
	csv_free(csv);
}
