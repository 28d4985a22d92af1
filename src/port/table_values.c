/* The rows of a mapped table, as texts of fields. */
#include <string.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/model/person.h"
#include "nastavnik/port/table.h"

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Are the texts the same but for white space? The first one is squeezed. */
static bool same_squeezed(const char *squeezed, const char *text)
{
	while (is_space(*text))
		text++;
	while (*squeezed && *text) {
		if (is_space(*text)) {
			while (is_space(*text))
				text++;
			if (*squeezed == ' ' && *text)
				squeezed++;
			else
				break;
		} else if (*squeezed++ != *text++) {
			return false;
		}
	}
	while (is_space(*text))
		text++;
	return !*squeezed && !*text;
}

/* Lists that are pages put together repeat their headings. */
static bool is_heading(const struct table *table, const struct row *row)
{
	for (size_t i = 0; i < table->n && i < row->n; i++) {
		if (!same_squeezed(table->column[i].heading, row->cell[i]))
			return false;
	}
	return true;
}

enum rc table_next(const struct table *table, struct row_source *source, struct row *row)
{
	enum rc rc;

	do {
		rc = rows_next(source, row);
	} while (!rc && row->n && table->heading_line &&
		 (row->line <= table->heading_line || is_heading(table, row)));
	return rc;
}

/* Lists and long texts keep their lines; a line is squeezed. */
static char *clean_lines(struct arena *a, const char *text)
{
	char *all = utf8_nfc(a, text), *from = all, *to = all;

	/* Line ends alone: the squeezing below would take them for spaces. */
	for (; *from; from++) {
		if (*from != '\r')
			*to++ = *from;
		else if (from[1] != '\n')
			*to++ = '\n';
	}
	*to = '\0';
	while (to > all && is_space(to[-1]))
		*--to = '\0';
	while (is_space(*all))
		all++;
	return all;
}

static const char *clean(struct arena *a, const struct field *field, const char *text)
{
	if (!*text)
		return "";
	if ((field->kind == FIELD_LONGTEXT || field->kind == FIELD_CHOICES) &&
	    strpbrk(text, "\r\n"))
		return clean_lines(a, text);
	return utf8_squeeze(a, text);
}

/* What stands in value already, if any, comes first: only long texts and choices have several. */
static void value_add(struct arena *a, const struct field *field, const char *text,
		      const char **value)
{
	const char *fresh = clean(a, field, text);

	if (!*value || !**value)
		*value = fresh;
	else if (*fresh)
		*value = arena_printf(a, "%s%s%s", *value,
				      field->kind == FIELD_LONGTEXT ? "\n" : "; ", fresh);
}

static void value_set(const struct table *table, const char *name, const char *text,
		      const char **value)
{
	const struct field *field = field_find(table->fields, name);
	const char **slot;

	if (!field)
		return;
	slot = &value[field - table->fields.row];
	if (!*slot || !**slot)
		*slot = text;
}

static void full_name(struct arena *a, const struct table *table, const char *text,
		      const char **value)
{
	struct person person = { .family = "", .given = "", .patronymic = "" };

	name_split(a, utf8_squeeze(a, text), &person);
	value_set(table, "family", person.family, value);
	value_set(table, "given", person.given, value);
	value_set(table, "patronymic", person.patronymic, value);
}

void table_values(struct arena *a, const struct table *table, const struct row *row,
		  const char **value)
{
	const char *grade = NULL, *letter = "";

	memset(value, 0, table->fields.n * sizeof(*value));
	for (size_t i = 0; i < table->n; i++) {
		const struct column *column = &table->column[i];
		const char *text = i < row->n ? row->cell[i] : "";

		switch (column->use) {
		case COLUMN_FIELD:
			value_add(a, column->field, text,
				  &value[column->field - table->fields.row]);
			break;
		case COLUMN_FULL_NAME:
			full_name(a, table, text, value);
			break;
		case COLUMN_GRADE:
			grade = utf8_squeeze(a, text);
			break;
		case COLUMN_LETTER:
			letter = utf8_squeeze(a, text);
			break;
		default:
			break;
		}
	}
	if (grade)
		value_set(table, "class_name", arena_printf(a, "%s%s", grade, letter), value);
}
