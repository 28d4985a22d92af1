/*
 * Rows that stand in a list of people without being one: «7А класс» above the pupils of a class,
 * «Итого: 25» and a signature below them, the numbers of the columns, numbered rows that nobody has
 * filled.
 */
#include <stdlib.h>
#include <string.h>

#include "import_inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"

const char *import_value(const struct import_row *row, const char *name)
{
	const struct field *field = field_find(row->run->fields, name);
	const char *text = field ? row->value[field - row->run->fields.row] : NULL;

	return text ? text : "";
}

/* Nothing but a number in front, and perhaps figures in columns that go nowhere. */
static bool row_is_blank(const struct import_row *row, const struct row *cells)
{
	for (size_t i = 0; i < row->run->fields.n; i++) {
		if (row->value[i] && *row->value[i])
			return false;
	}
	for (size_t i = 0; i < cells->n; i++) {
		if (text_has_letter(cells->cell[i]))
			return false;
	}
	return true;
}

/* Printed forms number their columns below the headings: 1, 2, 3. */
static bool row_is_numbering(const struct row *cells)
{
	for (size_t i = 0; i < cells->n; i++) {
		char *end;
		long number = strtol(cells->cell[i], &end, 10);

		if (number != (long)i + 1 || *end)
			return false;
	}
	return cells->n > 1;
}

static bool is_name(const struct column *column)
{
	return column->use == COLUMN_FULL_NAME ||
	       (column->use == COLUMN_FIELD && !strcmp(column->field->name, "family"));
}

/* What a row that is no person says: where a name should be, else in the only cell with words. */
static const char *words_of(struct import_row *row, const struct row *cells)
{
	const struct table *table = &row->run->import->table;
	const char *alone = NULL;
	size_t n = 0;

	for (size_t i = 0; i < cells->n; i++) {
		if (!text_has_letter(cells->cell[i]))
			continue;
		alone = cells->cell[i];
		n++;
		if (i < table->n && is_name(&table->column[i]))
			return utf8_squeeze(&row->run->row, alone);
	}
	return n == 1 ? utf8_squeeze(&row->run->row, alone) : "";
}

static bool is_total(const char *words)
{
	static const char *const totals[] = { "итого", "всего" };
	char folded[32];

	utf8_fold_into(words, folded, sizeof(folded));
	for (size_t i = 0; i < sizeof(totals) / sizeof(totals[0]); i++) {
		size_t n = strlen(totals[i]);

		if (!strncmp(folded, totals[i], n) && strchr(" :", folded[n]))
			return true;
	}
	return false;
}

/* «7А класс», «Класс: 7 „А“»; a class that its own column holds is no heading. What stands behind
 * a comma or in brackets (the class teacher) does not belong to it. */
static bool is_section(const struct import_row *row, const char *words, char name[CLASS_SIZE])
{
	char *text = arena_strdup(&row->run->row, words);

	text[strcspn(text, ",;(")] = '\0';
	return !*import_value(row, "class_name") && text_has_letter(text) &&
	       class_normal(text, name);
}

static void section_begin(struct import_row *row, const char *words, const char *name)
{
	struct import_run *run = row->run;

	run->section = arena_strdup(&run->arena, name);
	issue_add(&run->import->issues, ISSUE_NOTE, row->line, 0, words,
		  _("A heading: the people below it without a class are of class %s."), name);
}

bool import_row_apart(struct import_row *row, const struct row *cells)
{
	struct import_run *run = row->run;
	const struct field *class_field = field_find(run->fields, "class_name");
	char name[CLASS_SIZE];
	const char *words;

	words = import_row_signature(row, cells);
	if (words) {
		issue_add(&run->import->issues, ISSUE_NOTE, row->line, 0, words,
			  _("A signature or a note below the list and not a person: left out."));
		return true;
	}
	if (row_is_blank(row, cells) || row_is_numbering(cells))
		return true;
	words = words_of(row, cells);
	if (is_section(row, words, name)) {
		section_begin(row, words, name);
		return true;
	}
	if (is_total(words)) {
		issue_add(&run->import->issues, ISSUE_NOTE, row->line, 0, words,
			  _("A total and not a person: left out."));
		return true;
	}
	if (run->section && class_field && !*import_value(row, "class_name"))
		row->value[class_field - run->fields.row] = run->section;
	return false;
}
