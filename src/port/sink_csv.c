/* A table as CSV. */
#include <stdlib.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/field.h"
#include "nastavnik/base/str.h"
#include "nastavnik/port/csv.h"
#include "sink.h"

struct sink_csv {
	struct sink base;
	struct csv *csv;
};

static struct csv *csv_of(struct sink *sink)
{
	return ((struct sink_csv *)sink)->csv;
}

static void csv_put_text(struct sink *sink, const char *text)
{
	csv_cell(csv_of(sink), text);
}

static void csv_put_number(struct sink *sink, int64_t value, int decimals)
{
	char text[NUMBER_SIZE];

	csv_plain(csv_of(sink), number_format(value, decimals, text));
}

static void csv_put_date(struct sink *sink, int date)
{
	char text[DATE_SIZE];

	csv_plain(csv_of(sink), date_format(date, text));
}

static void csv_put_row_end(struct sink *sink)
{
	csv_row_end(csv_of(sink));
}

static enum rc sink_csv_commit(struct sink *sink)
{
	enum rc rc = csv_commit(csv_of(sink));

	free(sink);
	return rc;
}

static void sink_csv_drop(struct sink *sink)
{
	csv_drop(csv_of(sink));
	free(sink);
}

static const struct sink_kind csv_kind = {
	.text = csv_put_text,
	.number = csv_put_number,
	.date = csv_put_date,
	.row_end = csv_put_row_end,
	.commit = sink_csv_commit,
	.drop = sink_csv_drop,
};

enum rc sink_csv_open(const char *path, const struct sink_options *options, struct sink **sink)
{
	const struct csv_options csv = { .encoding = options->encoding,
					 .delimiter = options->delimiter,
					 .issues = options->issues };
	struct csv *file;
	enum rc rc = csv_create(path, &csv, &file);

	if (rc)
		return rc;
	struct sink_csv *s = mem_alloc(sizeof(*s));
	s->base.kind = &csv_kind;
	s->csv = file;
	for (size_t i = 0; options->heading && i < options->columns; i++)
		csv_cell(file, options->heading[i]);
	if (options->heading)
		csv_row_end(file);
	*sink = &s->base;
	return RC_OK;
}
