/* A book of .ods: all sheets lie in one part, one behind the other. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "number_format.h"
#include "sheet.h"

enum { REPEAT_MAX = 1 << 30, SPAN_MAX = 256 };

/* A cell that covers others; told to the sheet when its row is complete. */
struct span {
	size_t column, last_column;
	int64_t last_line;
};

struct ods {
	struct sheet sheet;
	int64_t content; /* index of its part */
	bool *filled;    /* by sheet */
	size_t filled_cap;
	const char **hidden_style; /* of tables that are not shown */
	size_t hidden, hidden_cap;
	const char *style; /* being read */
	/* where the reading is */
	int64_t table; /* number of the sheet; -1: before the first */
	bool in_table;
	int skip; /* elements deep in something that is no value of a cell */
	int64_t next_line, times;
	size_t column, columns; /* of the cell, and for how many columns it stands */
	bool in_cell, in_text;
	char type;
	bool error;
	char value[64];
	struct str text;
	struct span span[SPAN_MAX];
	size_t spans;
};

static struct ods *ods_of(void *sheet)
{
	return sheet;
}

static int64_t number_attribute(const char **attribute, const char *name)
{
	const char *text = xml_attribute(attribute, name);
	int64_t number = text ? strtoll(text, NULL, 10) : 1;

	return number < 1 ? 1 : number < REPEAT_MAX ? number : REPEAT_MAX;
}

/* Notes, drawings, tables within a cell: none of it is the cell's value. */
static bool is_foreign(const struct ods *o, const char *name)
{
	return !strcmp(name, "office:annotation") || !strncmp(name, "draw:", 5) ||
	       !strcmp(name, "table:shapes") || !strcmp(name, "text:note") ||
	       !strcmp(name, "text:ruby-text") || !strcmp(name, "table:tracked-changes") ||
	       (o->in_table && !strcmp(name, "table:table"));
}

/* Is the element to be passed over with all that is in it? */
static bool skip_begin(struct ods *o, const char *name)
{
	if (o->skip || is_foreign(o, name))
		o->skip++;
	return o->skip > 0;
}

static bool skip_end(struct ods *o)
{
	if (!o->skip)
		return false;
	o->skip--;
	return true;
}

/* ---- which sheets there are ---- */

static void style_begin(struct ods *o, const char *name, const char **attribute)
{
	const char *text;

	if (!strcmp(name, "style:style")) {
		text = xml_attribute(attribute, "style:name");
		o->style = arena_strdup(&o->sheet.arena, text);
	} else if (o->style && (text = xml_attribute(attribute, "table:display")) &&
		   !strcmp(text, "false")) {
		o->hidden_style = arena_grow(&o->sheet.arena, o->hidden_style, o->hidden,
					     &o->hidden_cap, sizeof(*o->hidden_style));
		o->hidden_style[o->hidden++] = o->style;
	}
}

static bool is_hidden(const struct ods *o, const char *style)
{
	for (size_t i = 0; style && i < o->hidden; i++) {
		if (!strcmp(o->hidden_style[i], style))
			return true;
	}
	return false;
}

static void look_table(struct ods *o, const char **attribute)
{
	struct sheet *s = &o->sheet;
	size_t n = s->base.facts.sheets;
	const char *name = xml_attribute(attribute, "table:name");

	o->in_table = true;
	s->line = 0;
	if (n == SHEET_COUNT_MAX)
		return;
	o->filled = arena_grow(&s->arena, o->filled, n, &o->filled_cap, sizeof(*o->filled));
	o->filled[n] = false;
	sheet_add(s, name ? name : "", is_hidden(o, xml_attribute(attribute, "table:style-name")));
	s->base.facts.sheet = n;
}

static void look_begin(void *data, const char *name, const char **attribute)
{
	struct ods *o = ods_of(data);

	if (skip_begin(o, name))
		return;
	if (!strcmp(name, "table:table"))
		look_table(o, attribute);
	else if (!o->in_table)
		style_begin(o, name, attribute);
	else if (!strcmp(name, "table:table-row"))
		o->sheet.line += number_attribute(attribute, "table:number-rows-repeated");
	else if (!strcmp(name, "text:p"))
		o->filled[o->sheet.base.facts.sheet] = true;
}

static void look_end(void *data, const char *name)
{
	struct ods *o = ods_of(data);

	if (!skip_end(o) && !strcmp(name, "table:table"))
		o->in_table = false;
}

static void manifest_begin(void *data, const char *name, const char **attribute)
{
	bool *locked = data;

	(void)attribute;
	*locked |= !strcmp(xml_local(name), "encryption-data");
}

/* With a password, the parts are there and cannot be read; the list of parts says so. */
static enum rc locked_check(const struct sheet *s)
{
	static const struct part_reader reader = { manifest_begin, NULL, NULL };
	int64_t manifest = s->parts.library->find(s->parts.archive, "META-INF/manifest.xml");
	bool locked = false;
	enum rc rc = RC_OK;

	if (manifest >= 0)
		rc = parts_read(&s->parts, manifest, &reader, &locked);
	return rc ? rc : parts_fault_tell(&s->parts, locked ? PARTS_LOCKED : PARTS_FINE, NULL);
}

static enum rc ods_begin(struct sheet *s)
{
	static const struct part_reader reader = { look_begin, look_end, NULL };
	struct ods *o = ods_of(s);
	enum rc rc = locked_check(s);

	if (rc)
		return rc;
	o->content = s->parts.library->find(s->parts.archive, "content.xml");
	if (o->content < 0)
		return parts_fault_tell(&s->parts, PARTS_DAMAGED, NULL);
	rc = sheet_read(s, o->content, NULL, &reader);
	s->base.facts.sheet = 0;
	return rc;
}

static enum rc ods_look(struct sheet *s, size_t at, bool *filled)
{
	*filled = ods_of(s)->filled[at];
	return RC_OK;
}

/* ---- a cell ---- */

static void value_take(struct ods *o, const char **attribute)
{
	static const char *const names[] = { "office:value", "office:date-value",
					     "office:boolean-value", "office:string-value" };
	const char *text = NULL;

	for (size_t i = 0; !text && i < sizeof(names) / sizeof(names[0]); i++)
		text = xml_attribute(attribute, names[i]);
	*o->value = '\0';
	if (text && strlen(text) < sizeof(o->value))
		strcpy(o->value, text);
}

static void span_take(struct ods *o, const char **attribute)
{
	int64_t columns = number_attribute(attribute, "table:number-columns-spanned");
	int64_t rows = number_attribute(attribute, "table:number-rows-spanned");

	if ((columns > 1 || rows > 1) && o->spans < SPAN_MAX)
		o->span[o->spans++] = (struct span){ o->column, o->column + (size_t)columns - 1,
						     o->sheet.line + rows - 1 };
}

static void cell_begin(struct ods *o, const char **attribute)
{
	const char *type = xml_attribute(attribute, "office:value-type");
	const char *fine = xml_attribute(attribute, "calcext:value-type");

	o->in_cell = true;
	o->columns = (size_t)number_attribute(attribute, "table:number-columns-repeated");
	o->type = type ? *type : 's';
	o->error = fine && !strcmp(fine, "error");
	str_clear(&o->text);
	value_take(o, attribute);
	span_take(o, attribute);
}

/* A date is a date however it is shown; a time behind it, and a year alone, as they are shown. */
static void date_show(struct ods *o)
{
	const char *shown = str_text(&o->text), *colon = strchr(shown, ':');
	char buf[DATE_SIZE];
	int date;

	if (strlen(shown) == 4 && strspn(shown, "0123456789") == 4)
		return;
	if (!date_parse(o->value, &date) || !date)
		return;
	const char *time = strchr(o->value, 'T');
	char clock[9] = "";

	if (time && colon && strlen(time + 1) >= 8 && strncmp(time + 1, "00:00:00", 8))
		strncat(clock, time + 1, strchr(colon + 1, ':') ? 8 : 5);
	str_clear(&o->text);
	str_printf(&o->text, "%s%s%s", date_format(date, buf), *clock ? " " : "", clock);
}

/* The number as it is shown, unless that is a shortened one (8,92E+10). */
static void number_text(struct ods *o)
{
	static const struct number_format general = { NUMBER_GENERAL, false, "" };

	if (!*o->value || (o->text.len && !strpbrk(str_text(&o->text), "E#")))
		return;
	str_clear(&o->text);
	number_show(&general, strtod(o->value, NULL), false, &o->text);
}

static void value_show(struct ods *o)
{
	switch (o->type) {
	case 'd':
		date_show(o);
		break;
	case 'b':
		str_clear(&o->text);
		str_add(&o->text, sheet_boolean(!strcmp(o->value, "true")));
		break;
	case 'f':
	case 'p':
	case 'c':
		number_text(o);
		break;
	default:
		if (!o->text.len)
			str_add(&o->text, o->value);
	}
}

static void cell_end(struct ods *o)
{
	o->in_cell = o->in_text = false;
	if (o->error) {
		sheet_error(&o->sheet, o->column, str_text(&o->text));
	} else {
		value_show(o);
		/* The empty rest of a row is one cell that stands for thousands of columns. */
		for (size_t i = 0; o->text.len && i < o->columns; i++) {
			sheet_cell(&o->sheet, o->column + i, str_text(&o->text), o->text.len);
			if (o->column + i > ROWS_COLUMN_MAX)
				break;
		}
	}
	o->column += o->columns;
}

/* ---- texts ---- */

static void text_begin(struct ods *o, const char *name, const char **attribute)
{
	if (!strcmp(name, "text:p")) {
		if (o->text.len)
			str_add_char(&o->text, '\n');
		o->in_text = true;
	} else if (!strcmp(name, "text:s")) {
		for (int64_t n = number_attribute(attribute, "text:c"); n > 0 && n < 1000; n--)
			str_add_char(&o->text, ' ');
	} else if (!strcmp(name, "text:tab")) {
		str_add_char(&o->text, '\t');
	} else if (!strcmp(name, "text:line-break")) {
		str_add_char(&o->text, '\n');
	}
}

static void rows_text(void *data, const char *text, int n)
{
	struct ods *o = ods_of(data);

	if (!o->in_text || o->skip || o->text.len > ROWS_CELL_MAX)
		return;
	for (int i = 0; i < n; i++)
		str_add_char(&o->text, text[i] == '\n' || text[i] == '\t' ? ' ' : text[i]);
}

/* ---- rows ---- */

static void row_begin(struct ods *o, const char **attribute)
{
	o->times = number_attribute(attribute, "table:number-rows-repeated");
	sheet_row(&o->sheet, o->next_line);
	o->next_line += o->times;
	o->column = 0;
	o->spans = 0;
}

static void row_end(struct ods *o)
{
	for (size_t i = 0; i < o->spans; i++)
		sheet_merge(&o->sheet, o->span[i].column, o->span[i].last_column,
			    o->span[i].last_line);
	sheet_row_end(&o->sheet, o->times);
}

static bool is_chosen(const struct ods *o)
{
	return o->in_table && o->table == (int64_t)o->sheet.base.facts.sheet;
}

static void rows_begin(void *data, const char *name, const char **attribute)
{
	struct ods *o = ods_of(data);

	if (skip_begin(o, name))
		return;
	if (!strcmp(name, "table:table")) {
		o->in_table = true;
		o->table++;
		o->next_line = 1;
	} else if (!is_chosen(o)) {
		return;
	} else if (!strcmp(name, "table:table-row")) {
		row_begin(o, attribute);
	} else if (!strcmp(name, "table:table-cell") || !strcmp(name, "table:covered-table-cell")) {
		cell_begin(o, attribute);
	} else if (o->in_cell) {
		text_begin(o, name, attribute);
	}
}

static void rows_end(void *data, const char *name)
{
	struct ods *o = ods_of(data);

	if (skip_end(o))
		return;
	if (!strcmp(name, "table:table")) {
		if (is_chosen(o))
			sheet_finish(&o->sheet);
		o->in_table = false;
	} else if (!is_chosen(o)) {
		return;
	} else if (!strcmp(name, "table:table-row")) {
		row_end(o);
	} else if (!strcmp(name, "table:table-cell") || !strcmp(name, "table:covered-table-cell")) {
		cell_end(o);
	} else if (!strcmp(name, "text:p")) {
		o->in_text = false;
	}
}

static const struct part_reader ods_rows = { rows_begin, rows_end, rows_text };

static int64_t ods_part(const struct sheet *s)
{
	return ((const struct ods *)(const void *)s)->content;
}

static void ods_restart(struct sheet *s)
{
	struct ods *o = ods_of(s);

	o->table = -1;
	o->in_table = o->in_cell = o->in_text = false;
	o->skip = 0;
	o->next_line = 1;
	o->spans = 0;
	str_clear(&o->text);
}

static void ods_done(struct sheet *s)
{
	str_done(&ods_of(s)->text);
}

enum rc ods_open(struct parts parts, const struct row_options *options, struct row_source **source)
{
	static const struct sheet_kind kind = {
		.begin = ods_begin,
		.look = ods_look,
		.part = ods_part,
		.restart = ods_restart,
		.done = ods_done,
		.reader = &ods_rows,
	};
	struct ods *o = mem_alloc(sizeof(*o));

	return sheet_begin(&o->sheet, &kind, parts, options, source);
}
