#include "nastavnik/model/inquiry.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"

static const char *const test_words[] = { [INQUIRY_IS] = "is",
					  [INQUIRY_NOT] = "not",
					  [INQUIRY_EMPTY] = "empty",
					  [INQUIRY_FILLED] = "filled" };
enum { TESTS = sizeof(test_words) / sizeof(test_words[0]) };

/* Writing */

static const char *date_line(struct arena *a, const char *name, int64_t date)
{
	char text[DATE_SIZE];

	return date ? arena_printf(a, "%s=%s\n", name, date_format((int)date, text)) : "";
}

char *inquiry_write(struct arena *a, const struct inquiry *q)
{
	char *text = arena_printf(a, "what=%s\n%s%s%s%s", q->what, q->count ? "count\n" : "",
				  q->numbered ? "numbered\n" : "", date_line(a, "from", q->from),
				  date_line(a, "to", q->to));

	for (size_t i = 0; i < q->columns; i++)
		text = arena_printf(a, "%scolumn=%s%s%s\n", text, q->column[i].field,
				    *q->column[i].heading ? "|" : "", q->column[i].heading);
	for (size_t i = 0; i < q->conditions; i++)
		text = arena_printf(a, "%sif=%s %s%s%s\n", text, q->condition[i].field,
				    test_words[q->condition[i].test],
				    *q->condition[i].value ? " " : "", q->condition[i].value);
	for (size_t i = 0; i < q->groups; i++)
		text = arena_printf(a, "%sgroup=%s\n", text, q->group[i]);
	return text;
}

/* Reading: each returns false when the words make no sense, or are one too many */

static bool read_what(struct arena *a, char *value, struct inquiry *q)
{
	(void)a;
	q->what = value;
	return *value;
}

static bool read_count(struct arena *a, char *value, struct inquiry *q)
{
	(void)a;
	q->count = true;
	return !*value;
}

static bool read_numbered(struct arena *a, char *value, struct inquiry *q)
{
	(void)a;
	q->numbered = true;
	return !*value;
}

static bool read_date(const char *value, int64_t *out)
{
	int date;

	if (!date_parse(value, &date) || !date_whole(date))
		return false;
	*out = date;
	return true;
}

static bool read_from(struct arena *a, char *value, struct inquiry *q)
{
	(void)a;
	return read_date(value, &q->from);
}

static bool read_to(struct arena *a, char *value, struct inquiry *q)
{
	(void)a;
	return read_date(value, &q->to);
}

static bool read_column(struct arena *a, char *value, struct inquiry *q)
{
	char *heading = strchr(value, '|');

	if (heading)
		*heading++ = '\0';
	if (!*value || q->columns == INQUIRY_COLUMNS)
		return false;
	q->column[q->columns++] =
		(struct inquiry_column){ value, heading ? utf8_squeeze(a, heading) : "" };
	return true;
}

static bool read_condition(struct arena *a, char *value, struct inquiry *q)
{
	size_t field = strcspn(value, " ");
	char *word = value + field + (value[field] == ' ');
	size_t n = strcspn(word, " ");
	const char *rest = word + n + strspn(word + n, " ");

	for (size_t test = 0; test < TESTS && field && q->conditions < INQUIRY_CONDITIONS; test++) {
		bool compares = test == INQUIRY_IS || test == INQUIRY_NOT;

		if (strlen(test_words[test]) != n || strncmp(test_words[test], word, n) != 0 ||
		    compares != (*rest != '\0'))
			continue;
		q->condition[q->conditions++] =
			(struct inquiry_condition){ arena_strndup(a, value, field),
						    (enum inquiry_test)test, rest };
		return true;
	}
	return false;
}

static bool read_group(struct arena *a, char *value, struct inquiry *q)
{
	(void)a;
	if (!*value || q->groups == INQUIRY_GROUPS)
		return false;
	q->group[q->groups++] = value;
	return true;
}

static const struct {
	const char *name;
	bool (*read)(struct arena *a, char *value, struct inquiry *q);
} lines[] = {
	{ "what", read_what },    { "count", read_count }, { "numbered", read_numbered },
	{ "from", read_from },    { "to", read_to },       { "column", read_column },
	{ "if", read_condition }, { "group", read_group },
};

static bool line_read(struct arena *a, const char *line, struct inquiry *q)
{
	size_t n = strcspn(line, "=");

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (strlen(lines[i].name) == n && strncmp(lines[i].name, line, n) == 0)
			return lines[i].read(a, utf8_squeeze(a, line + n + (line[n] == '=')), q);
	return false;
}

void inquiry_read(struct arena *a, const char *text, struct inquiry *out, struct issues *issues)
{
	struct inquiry q = { .what = "" };
	int64_t row = 0;

	while (*text) {
		size_t n = strcspn(text, "\n");
		const char *line = utf8_squeeze(a, arena_strndup(a, text, n));

		row++;
		if (*line && *line != '#' && !line_read(a, line, &q) && issues)
			issue_add(issues, ISSUE_WARNING, row, 0, NULL,
				  _("“%s” is not understood and is left out."), line);
		text += n + (text[n] == '\n');
	}
	*out = q;
}

/* Ranges */

void inquiry_range(struct arena *a, const char *text, const char **from, const char **to)
{
	static const char dash[] = "–";
	const char *at = strstr(text, dash);
	size_t n = at ? sizeof(dash) - 1 : 1;

	if (!at)
		at = strchr(text, '-');
	if (!at) {
		*from = *to = utf8_squeeze(a, text);
		return;
	}
	*from = utf8_squeeze(a, arena_strndup(a, text, (size_t)(at - text)));
	*to = utf8_squeeze(a, at + n);
}

/* «10.2026»: its first day; 0. */
static int month_parse(const char *text)
{
	char *end;
	long month = strtol(text, &end, 10), year;

	if (end == text || *end != '.' || month < 1 || month > 12)
		return DATE_NONE;
	text = end + 1;
	year = strtol(text, &end, 10);
	return end - text == 4 && !*end ? date_make((int)year, (int)month, 1) : DATE_NONE;
}

static bool period_end(const char *text, bool last, int64_t *out)
{
	int month = month_parse(text), date = DATE_NONE;

	if (month)
		date = last ? date_add_days(date_add_months(month, 1), -1) : month;
	else if (!date_parse(text, &date) || (date && !date_whole(date)))
		return false;
	*out = date;
	return true;
}

enum rc inquiry_period_parse(const char *text, int64_t *from, int64_t *to)
{
	struct arena a = { 0 };
	const char *first, *last;
	int64_t begin = DATE_NONE, end = DATE_NONE;

	inquiry_range(&a, text, &first, &last);
	bool good = period_end(first, false, &begin) && period_end(last, true, &end) &&
		    (!begin || !end || begin <= end);
	arena_done(&a);
	if (!good)
		return err_set(RC_INVALID,
			       _("“%s” is no period: 01.10.2026–31.10.2026, 10.2026, or one day "
				 "are."),
			       text);
	*from = begin;
	*to = end;
	return RC_OK;
}

const char *inquiry_period_show(struct arena *a, int64_t from, int64_t to)
{
	char first[DATE_SIZE], last[DATE_SIZE];

	if (!from && !to)
		return "";
	date_format((int)from, first);
	return from == to ? arena_strdup(a, first)
			  : arena_printf(a, "%s–%s", first, date_format((int)to, last));
}

/* Columns */

size_t inquiry_column_find(const struct inquiry *q, const char *field)
{
	size_t i = 0;

	while (i < q->columns && strcmp(q->column[i].field, field) != 0)
		i++;
	return i;
}

bool inquiry_column_switch(struct inquiry *q, const char *field)
{
	size_t at = inquiry_column_find(q, field);

	if (at == q->columns) {
		if (q->columns == INQUIRY_COLUMNS)
			return false;
		q->column[q->columns++] = (struct inquiry_column){ field, "" };
		return true;
	}
	memmove(&q->column[at], &q->column[at + 1], (--q->columns - at) * sizeof(q->column[0]));
	return true;
}

void inquiry_column_move(struct inquiry *q, size_t column, int by)
{
	size_t other = by < 0 ? column - 1 : column + 1;

	if (column >= q->columns || (by < 0 && !column) || other >= q->columns)
		return;
	struct inquiry_column moved = q->column[column];
	q->column[column] = q->column[other];
	q->column[other] = moved;
}
