/* A table as a workbook of Excel: one sheet, its heading frozen and filtered, its cells typed. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "csv_text.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/port/save.h"
#include "office.h"
#include "sink.h"

enum {
	SHEET_NAME_MAX = 31, /* characters, as Excel wants it */
	WIDTH_LEAST = 6,
	WIDTH_MOST = 50, /* longer texts are wrapped */
	WIDTH_EDGES = 2,
	WIDTH_ARROW = 3, /* of the filter, beside the heading */
	WIDTH_OF_DATE = 10,
	TEXT_UNITS = SINK_CELL_MAX, /* Excel counts characters in UTF-16 */
};

struct sink_xlsx {
	struct sink base;
	const struct office *office;
	struct office_book *book;
	struct save *save;
	struct issues *issues;
	uint32_t row;
	uint16_t column, columns;
	bool full; /* more rows or columns came than a sheet holds */
	struct str text, guarded;
	int width[SINK_COLUMN_MAX]; /* by column */
};

static struct sink_xlsx *xlsx_of(struct sink *sink)
{
	return (struct sink_xlsx *)sink;
}

static void widen(int *width, int wanted)
{
	if (wanted > WIDTH_MOST)
		wanted = WIDTH_MOST;
	if (wanted > *width)
		*width = wanted;
}

/* The next cell's column; false when it has no place. */
static bool cell_next(struct sink_xlsx *x, uint16_t *column)
{
	x->full = x->full || x->row >= SINK_ROW_MAX || x->column >= SINK_COLUMN_MAX;
	if (x->full)
		return false;
	*column = x->column++;
	if (x->columns < x->column)
		x->columns = x->column;
	widen(&x->width[*column], WIDTH_LEAST);
	return true;
}

/* Most texts have nothing that XML cannot hold, and fit; 0xEF begins U+FFFE and U+FFFF. */
static bool text_plain(const char *text)
{
	const char *at = text;

	while ((unsigned char)*at >= ' ' ? (unsigned char)*at != 0xEF : *at == '\n' || *at == '\t')
		at++;
	return !*at && at - text <= TEXT_UNITS;
}

/* What XML cannot hold is left out; returns whether the text is longer than a cell. */
static bool text_fit(struct str *out, const char *text)
{
	size_t units = 0;

	str_clear(out);
	for (size_t n = 0; *text; text += n) {
		uint32_t cp;

		n = utf8_decode(text, &cp);
		if ((cp < ' ' && cp != '\t' && cp != '\n') || cp == 0xFFFE || cp == 0xFFFF)
			continue;
		units += cp > 0xFFFF ? 2 : 1;
		if (units > TEXT_UNITS)
			return true;
		str_add_n(out, text, n);
	}
	return false;
}

static int width_of(const char *text)
{
	int widest = 0;

	for (const char *end; *text; text = end + (*end == '\n')) {
		char line[4 * WIDTH_MOST + 1];
		size_t n;

		end = strchrnul(text, '\n');
		n = (size_t)(end - text);
		if (n >= sizeof(line))
			return WIDTH_MOST;
		memcpy(line, text, n);
		line[n] = '\0';
		if (utf8_width(line) > widest)
			widest = utf8_width(line);
	}
	return widest;
}

/* The text as the cell will have it; what is cut is told. */
static const char *cell_text(struct sink_xlsx *x, uint16_t column, const char *text)
{
	char head[CSV_HEAD_SIZE];

	if (text_plain(text))
		return text;
	if (text_fit(&x->text, text) && x->issues)
		issue_add(x->issues, ISSUE_WARNING, (int64_t)x->row + 1, 0,
			  csv_text_head(text, head),
			  _("Column %d: a cell holds 32,767 characters; the rest is cut off."),
			  column + 1);
	return str_text(&x->text);
}

/* A text that looks as if it had the guard of a CSV gets one more: reading takes one off. */
static const char *cell_guarded(struct sink_xlsx *x, uint16_t column, const char *text)
{
	const char *whole;

	if (*text != '\'' || !csv_text_guarded(text))
		return cell_text(x, column, text);
	whole = cell_text(x, column, text);
	str_clear(&x->guarded);
	str_printf(&x->guarded, "'%s", whole);
	return str_text(&x->guarded);
}

static void xlsx_text(struct sink *sink, const char *text)
{
	struct sink_xlsx *x = xlsx_of(sink);
	uint16_t column;

	if (!cell_next(x, &column) || !*text)
		return;
	text = cell_guarded(x, column, text);
	if (!*text)
		return;
	x->office->text(x->book, x->row, column, text);
	/* No text is wider than it has bytes: most need not be measured. */
	if (strlen(text) + WIDTH_EDGES > (size_t)x->width[column])
		widen(&x->width[column], width_of(text) + WIDTH_EDGES);
}

static void xlsx_number(struct sink *sink, int64_t value, int decimals)
{
	struct sink_xlsx *x = xlsx_of(sink);
	double number = (double)value;
	uint16_t column;

	if (!cell_next(x, &column))
		return;
	for (int i = 0; i < decimals; i++)
		number /= 10;
	x->office->number(x->book, x->row, column, number, decimals);
}

static void xlsx_date(struct sink *sink, int date)
{
	struct sink_xlsx *x = xlsx_of(sink);
	uint16_t column;

	if (!cell_next(x, &column))
		return;
	x->office->date(x->book, x->row, column, date_year(date), date_month(date), date_day(date));
	widen(&x->width[column], WIDTH_OF_DATE + WIDTH_EDGES);
}

static void xlsx_row_end(struct sink *sink)
{
	struct sink_xlsx *x = xlsx_of(sink);

	x->row += !x->full;
	x->column = 0;
}

static void xlsx_free(struct sink_xlsx *x)
{
	str_done(&x->text);
	str_done(&x->guarded);
	free(x);
}

static enum rc xlsx_commit(struct sink *sink)
{
	struct sink_xlsx *x = xlsx_of(sink);
	enum rc rc;

	if (x->full) {
		sink_drop(sink);
		return err_set(RC_INVALID,
			       _("A sheet of Excel holds 1,048,576 rows, and there are more: save "
				 "the table as CSV."));
	}
	save_fail(x->save, x->office->end(x->book, x->width, x->columns, x->row));
	rc = save_commit(x->save);
	xlsx_free(x);
	return rc;
}

static void xlsx_drop(struct sink *sink)
{
	struct sink_xlsx *x = xlsx_of(sink);

	x->office->drop(x->book);
	save_drop(x->save);
	xlsx_free(x);
}

static const struct sink_kind xlsx_kind = {
	.text = xlsx_text,
	.number = xlsx_number,
	.date = xlsx_date,
	.row_end = xlsx_row_end,
	.commit = xlsx_commit,
	.drop = xlsx_drop,
};

/* Excel refuses some characters in the name of a sheet, and long names. */
static const char *sheet_name(struct arena *a, const char *title)
{
	size_t count = 0, end = 0;
	char *name;

	if (!title)
		return "";
	name = utf8_squeeze(a, title);
	for (; name[end] && count < SHEET_NAME_MAX; count++) {
		uint32_t cp;

		if (strchr("[]:*?/\\'", name[end]))
			name[end] = ' ';
		end += utf8_decode(name + end, &cp);
	}
	name[end] = '\0';
	return utf8_squeeze(a, name);
}

static enum rc book_begin(const struct office *office, const struct sink_options *options,
			  struct save *save, struct office_book **book)
{
	struct arena a = { 0 };

	*book = office->begin(&(struct office_sheet){ .path = save_name(save),
						      .name = sheet_name(&a, options->title),
						      .heading = options->heading,
						      .columns = options->columns,
						      .created = clock_now() });
	if (!*book)
		save_fail(save, errno);
	arena_done(&a);
	return *book ? RC_OK : save_commit(save);
}

static enum rc xlsx_begin(const char *path, const struct office *office,
			  const struct sink_options *options, struct sink_xlsx *x)
{
	enum rc rc = save_open(path, &x->save);

	if (rc)
		return rc;
	if (!save_name(x->save)) {
		save_drop(x->save);
		return err_set(RC_INVALID, _("“%s” is no ordinary file: choose another name."),
			       path);
	}
	return book_begin(office, options, x->save, &x->book);
}

static void heading_measure(struct sink_xlsx *x, const struct sink_options *options)
{
	x->row = 1;
	x->columns = (uint16_t)options->columns;
	for (size_t i = 0; i < options->columns; i++) {
		x->width[i] = WIDTH_LEAST;
		widen(&x->width[i], width_of(options->heading[i]) + WIDTH_ARROW);
	}
}

enum rc sink_xlsx_open(const char *path, const struct sink_options *options, struct sink **sink)
{
	const struct office *office;
	enum rc rc = office_get(&office);

	if (rc)
		return rc;
	struct sink_xlsx *x = mem_alloc(sizeof(*x));
	rc = xlsx_begin(path, office, options, x);
	if (rc) {
		free(x);
		return rc;
	}
	x->base.kind = &xlsx_kind;
	x->office = office;
	x->issues = options->issues;
	if (options->heading)
		heading_measure(x, options);
	*sink = &x->base;
	return RC_OK;
}
