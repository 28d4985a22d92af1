/* The XML of a sheet of .xlsx: its cells, as they are shown. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "xlsx.h"

enum { MERGE_MAX = 1 << 16 };

bool xlsx_place(const char *name, size_t *column, int64_t *line)
{
	size_t found = 0;
	int64_t number;
	char *end;

	for (; *name >= 'A' && *name <= 'Z'; name++) {
		found = found * 26 + (size_t)(*name - 'A') + 1;
		if (found > 1 << 20)
			return false;
	}
	number = strtoll(name, &end, 10);
	if (!found || number < 1 || (*end && *end != ':'))
		return false;
	*column = found - 1;
	*line = number;
	return true;
}

/* The next row's number: as it says, else one more. */
static int64_t row_number(const struct xlsx *x, const char **attribute)
{
	const char *r = xml_attribute(attribute, "r");
	int64_t number = r ? strtoll(r, NULL, 10) : 0;

	return number > 0 && number <= INT32_MAX ? number : x->sheet.line + 1;
}

/* ---- a cell ---- */

static char cell_type(const char *type)
{
	return !type ? 'n' : !strcmp(type, "inlineStr") ? 'i' : !strcmp(type, "str") ? 't' : *type;
}

static void cell_begin(struct xlsx *x, const char **attribute)
{
	const char *style = xml_attribute(attribute, "s"), *r = xml_attribute(attribute, "r");
	int64_t line;

	x->column++;
	if (r)
		xlsx_place(r, &x->column, &line);
	x->type = cell_type(xml_attribute(attribute, "t"));
	x->style = style ? (size_t)strtoul(style, NULL, 10) : 0;
	x->formula = false;
	str_clear(&x->value);
}

static bool is_short_number(const char *text, size_t n)
{
	return n <= 15 && strspn(text, "0123456789") == n && (*text != '0' || n == 1);
}

static void number_put(struct xlsx *x, const char *text, size_t n)
{
	static const struct number_format general = { NUMBER_GENERAL, false, "" };
	const struct number_format *format =
		x->style < x->styles.n ? &x->styles.format[x->style] : &general;
	struct str shown = { 0 };
	double value;
	char *end;

	/* Most numbers are plain ones. */
	if (format->shape == NUMBER_GENERAL && is_short_number(text, n)) {
		sheet_cell(&x->sheet, x->column, text, n);
		return;
	}
	value = strtod(text, &end);
	if (end == text) {
		sheet_cell(&x->sheet, x->column, text, n);
		return;
	}
	number_show(format, value, x->since_1904, &shown);
	sheet_cell(&x->sheet, x->column, str_text(&shown), shown.len);
	str_done(&shown);
}

static void shared_put(struct xlsx *x, const char *number)
{
	size_t at = (size_t)strtoul(number, NULL, 10), end;

	if (at >= x->strings.n) {
		sheet_issue(&x->sheet, x->column, "",
			    _("Column %zu: the text of the cell is missing in the file, which is "
			      "damaged; read as empty."));
		return;
	}
	end = at + 1 < x->strings.n ? x->strings.at[at + 1] : x->strings.text.len;
	sheet_cell(&x->sheet, x->column, x->strings.text.text + x->strings.at[at],
		   end - x->strings.at[at] - 1);
}

/* A date that is written as one (2026-09-01T00:00:00). */
static void date_put(struct xlsx *x, const char *text, size_t n)
{
	char buf[DATE_SIZE];
	int date;

	if (!date_parse(text, &date)) {
		sheet_cell(&x->sheet, x->column, text, n);
		return;
	}
	date_format(date, buf);
	sheet_cell(&x->sheet, x->column, buf, strlen(buf));
}

static void text_put(struct xlsx *x, const char *text, size_t n)
{
	struct str plain = { 0 };

	xlsx_text_add(&plain, text, n);
	sheet_cell(&x->sheet, x->column, str_text(&plain), plain.len);
	str_done(&plain);
}

static void cell_end(struct xlsx *x)
{
	const char *text = str_text(&x->value);
	size_t n = x->value.len;

	if (!n) {
		/* Programs that only write leave the sum to whoever opens it. */
		if (x->formula && x->type == 'n')
			sheet_issue(&x->sheet, x->column, "",
				    _("Column %zu: the formula has never been calculated; read as "
				      "empty. Open the table in your spreadsheet program and save "
				      "it."));
		return;
	}
	switch (x->type) {
	case 's':
		shared_put(x, text);
		break;
	case 'b':
		text = sheet_boolean(*text == '1' || *text == 't');
		sheet_cell(&x->sheet, x->column, text, strlen(text));
		break;
	case 'e':
		sheet_error(&x->sheet, x->column, text);
		break;
	case 'd':
		date_put(x, text, n);
		break;
	case 'n':
		number_put(x, text, n);
		break;
	default:
		text_put(x, text, n);
	}
}

/* ---- rows ---- */

static void merges_put(struct xlsx *x)
{
	while (x->merge_at < x->merges && x->merge[x->merge_at].line <= x->sheet.line) {
		const struct xlsx_merge *merge = &x->merge[x->merge_at++];

		if (merge->line == x->sheet.line)
			sheet_merge(&x->sheet, merge->column, merge->last_column, merge->last_line);
	}
}

/* Nearly all elements of a sheet have one letter. */
static char letter_of(const char *name)
{
	return name[1] ? '\0' : *name;
}

static void rows_begin(void *data, const char *name, const char **attribute)
{
	struct xlsx *x = xlsx_of(data);

	name = name[1] ? xml_local(name) : name;
	switch (letter_of(name)) {
	case 'c':
		cell_begin(x, attribute);
		return;
	case 'v':
	case 't':
		x->in_value = !x->in_phonetic;
		return;
	case 'f':
		x->formula = true;
		return;
	default:
		break;
	}
	if (!strcmp(name, "row")) {
		sheet_row(&x->sheet, row_number(x, attribute));
		x->column = SIZE_MAX;
	} else if (!strcmp(name, "rPh")) {
		x->in_phonetic = true;
	}
}

static void rows_end(void *data, const char *name)
{
	struct xlsx *x = xlsx_of(data);

	name = name[1] ? xml_local(name) : name;
	switch (letter_of(name)) {
	case 'c':
		cell_end(x);
		return;
	case 'v':
	case 't':
		x->in_value = false;
		return;
	default:
		break;
	}
	if (!strcmp(name, "row")) {
		merges_put(x);
		sheet_row_end(&x->sheet, 1);
	} else if (!strcmp(name, "rPh")) {
		x->in_phonetic = false;
	}
}

static void rows_text(void *data, const char *text, int n)
{
	struct xlsx *x = xlsx_of(data);

	/* One byte more than a cell may have, so that it is refused and not cut. */
	if (x->in_value && x->value.len <= ROWS_CELL_MAX)
		str_add_n(&x->value, text, (size_t)n);
}

const struct part_reader xlsx_rows = { rows_begin, rows_end, rows_text };

/* ---- what must be known before the rows ---- */

static void merge_take(struct xlsx *x, const char *ref)
{
	const char *colon = ref ? strchr(ref, ':') : NULL;
	struct xlsx_merge merge;

	if (!colon || x->merges == MERGE_MAX || !xlsx_place(ref, &merge.column, &merge.line) ||
	    !xlsx_place(colon + 1, &merge.last_column, &merge.last_line))
		return;
	x->merge = mem_grow(x->merge, x->merges, &x->merge_cap, sizeof(*x->merge));
	x->merge[x->merges++] = merge;
}

static void merges_begin(void *data, const char *name, const char **attribute)
{
	struct xlsx *x = xlsx_of(data);

	name = xml_local(name);
	if (!strcmp(name, "mergeCell"))
		merge_take(x, xml_attribute(attribute, "ref"));
	else if (!strcmp(name, "row")) /* of a short sheet, whose rows are not passed over */
		x->sheet.line = row_number(x, attribute);
}

const struct part_reader xlsx_merges = { merges_begin, NULL, NULL };

static void values_begin(void *data, const char *name, const char **attribute)
{
	struct xlsx *x = xlsx_of(data);

	name = xml_local(name);
	if (!strcmp(name, "row"))
		x->sheet.line = row_number(x, attribute);
	else if (!strcmp(name, "v") || !strcmp(name, "t")) {
		x->filled = true;
		sheet_pause(&x->sheet);
	}
}

const struct part_reader xlsx_values = { values_begin, NULL, NULL };
