/* Which column is which. */
#include "nastavnik/port/table.h"

#include <string.h>

#include "content.h"
#include "heading.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/person.h"

/* The first rows, kept while the mapping is made. */
struct head {
	struct {
		const char **cell; /* squeezed */
		size_t n;
		int64_t line;
	} row[TABLE_TITLE_MAX + CONTENT_ROWS];
	size_t n;
};

static const char *const use_name[COLUMN_USE_COUNT] = {
	[COLUMN_IGNORE] = N_("not used"),
	[COLUMN_FIELD] = N_("field"),
	[COLUMN_FULL_NAME] = N_("Full name in one column"),
	[COLUMN_GRADE] = N_("Class without its letter"),
	[COLUMN_LETTER] = N_("Letter of the class"),
	[COLUMN_ROW_NUMBER] = N_("Row number"),
};

const char *column_use_name(enum column_use use)
{
	return _(use_name[use]);
}

bool table_has(const struct table *table, const char *name)
{
	bool of_name =
		!strcmp(name, "family") || !strcmp(name, "given") || !strcmp(name, "patronymic");
	bool of_class = !strcmp(name, "class_name");

	for (size_t i = 0; i < table->n; i++) {
		const struct column *column = &table->column[i];

		if (column->use == COLUMN_FIELD && !strcmp(column->field->name, name))
			return true;
		if ((column->use == COLUMN_FULL_NAME && of_name) ||
		    (column->use == COLUMN_GRADE && of_class))
			return true;
	}
	return false;
}

/* ---- the heading row ---- */

static enum rc head_read(struct arena *a, struct row_source *source, struct head *head)
{
	struct issues *issues = source->issues;
	struct row row;
	enum rc rc;

	/* What is wrong with these rows is told when they are read as data. */
	source->issues = NULL;
	rc = rows_rewind(source);
	while (!rc && head->n < sizeof(head->row) / sizeof(head->row[0])) {
		const char **cell;

		rc = rows_next(source, &row);
		if (rc || !row.n)
			break;
		cell = ARENA_NEW(a, const char *, row.n);
		for (size_t i = 0; i < row.n; i++)
			cell[i] = utf8_squeeze(a, row.cell[i]);
		head->row[head->n].cell = cell;
		head->row[head->n].n = row.n;
		head->row[head->n++].line = row.line;
	}
	if (!rc)
		rc = rows_rewind(source);
	source->issues = issues;
	if (!rc && !head->n)
		rc = err_set(RC_INVALID, _("The table has no row at all."));
	return rc;
}

/* How much a row looks like headings: the sum of what is sure; dates are data. */
static int heading_score(const struct phrases *phrases, const char *const *cell, size_t n)
{
	struct arena scratch = { 0 };
	int score = 0, known = 0, exact = 0;

	for (size_t i = 0; i < n && known >= 0; i++) {
		int sure, date;

		/* A merged title stands in each column it covers. */
		if (i && !strcmp(cell[i], cell[i - 1]))
			continue;
		if (*cell[i] && strpbrk(cell[i], "0123456789") && date_parse(cell[i], &date))
			known = -1;
		else if (phrase_find(&scratch, phrases, cell[i], &sure)) {
			score += sure;
			known++;
			exact += sure == HEADING_EXACT;
		}
	}
	arena_done(&scratch);
	/* One lucky word in a title or in an answer makes no heading row. */
	return known >= 2 || (known == 1 && exact) ? score : 0;
}

/* Index of the heading row in head; head->n when there is none. */
static size_t heading_find(const struct phrases *phrases, const struct head *head, int64_t wish)
{
	size_t best = head->n;
	int best_score = 0;

	for (size_t i = 0; i < head->n && i < TABLE_TITLE_MAX && wish < 0; i++) {
		int score = heading_score(phrases, head->row[i].cell, head->row[i].n);

		if (score > best_score) {
			best_score = score;
			best = i;
		}
	}
	for (size_t i = 0; i < head->n && wish > 0; i++) {
		if (head->row[i].line == wish)
			best = i;
	}
	return best;
}

/* ---- the columns ---- */

static bool joins_columns(const struct phrase *phrase)
{
	return phrase->field &&
	       (phrase->field->kind == FIELD_CHOICES || phrase->field->kind == FIELD_LONGTEXT);
}

static bool is_taken(const struct table *table, const struct phrase *phrase)
{
	if (joins_columns(phrase))
		return false;
	for (size_t i = 0; i < table->n; i++) {
		if (table->column[i].use == phrase->use && table->column[i].field == phrase->field)
			return true;
	}
	return false;
}

/* Give the columns to what their headings say, the surest first, each field once. */
static void columns_assign(struct arena *scratch, const struct phrases *phrases,
			   struct table *table)
{
	const struct phrase **found = ARENA_NEW(scratch, const struct phrase *, table->n);
	int *sure = ARENA_NEW(scratch, int, table->n);

	for (size_t i = 0; i < table->n; i++)
		found[i] = phrase_find(scratch, phrases, table->column[i].heading, &sure[i]);
	for (int level = HEADING_EXACT; level >= HEADING_WORDS; level--) {
		for (size_t i = 0; i < table->n; i++) {
			if (!found[i] || sure[i] != level || is_taken(table, found[i]))
				continue;
			table->column[i].use = found[i]->use;
			table->column[i].field = found[i]->field;
			table->column[i].sure = level;
		}
	}
}

static struct column *column_of(struct table *table, enum column_use use, const char *name)
{
	for (size_t i = 0; i < table->n; i++) {
		struct column *column = &table->column[i];

		if (column->use == use && (!name || !strcmp(column->field->name, name)))
			return column;
	}
	return NULL;
}

/* «Фамилия» or «Как тебя зовут?» alone may hold the whole name. */
static void name_alone(const struct contents *contents, const struct table *table,
		       struct column *column)
{
	if (!content_is_full_name(contents, (size_t)(column - table->column)))
		return;
	column->use = COLUMN_FULL_NAME;
	column->field = NULL;
}

/* What columns are together: a letter makes the class a grade, two names make «ФИО» superfluous. */
static void columns_settle(const struct contents *contents, struct table *table)
{
	struct column *full = column_of(table, COLUMN_FULL_NAME, NULL);
	struct column *letter = column_of(table, COLUMN_LETTER, NULL);
	struct column *grade = column_of(table, COLUMN_GRADE, NULL);
	struct column *class_name = column_of(table, COLUMN_FIELD, "class_name");
	struct column *family = column_of(table, COLUMN_FIELD, "family");
	struct column *given = column_of(table, COLUMN_FIELD, "given");

	if (letter && !grade && class_name) {
		class_name->use = COLUMN_GRADE;
		class_name->field = NULL;
	} else if (letter && !grade) {
		letter->use = COLUMN_IGNORE;
	} else if (grade && !letter && class_name) {
		grade->use = COLUMN_IGNORE;
	}
	if (family && given && full) {
		full->use = COLUMN_IGNORE;
		full->sure = 0;
	}
	if (!family != !given && !full)
		name_alone(contents, table, family ? family : given);
}

/* Values below the heading as a grid, for guessing and for samples. */
static void contents_make(struct arena *a, const struct head *head, size_t from,
			  struct table *table, struct contents *contents)
{
	size_t rows = head->n - from;

	*contents = (struct contents){ .rows = rows, .columns = table->n };
	contents->cell = ARENA_NEW(a, const char *, rows * table->n + 1);
	for (size_t row = 0; row < rows; row++) {
		for (size_t i = 0; i < table->n; i++) {
			const char **cell = head->row[from + row].cell;

			contents->cell[row * table->n + i] =
				i < head->row[from + row].n ? cell[i] : "";
		}
	}
}

static void samples_take(struct arena *a, const struct contents *contents, struct table *table)
{
	for (size_t i = 0; i < table->n; i++) {
		size_t found = 0;

		for (size_t k = 0; k < TABLE_SAMPLES; k++)
			table->column[i].sample[k] = "";
		for (size_t row = 0; row < contents->rows && found < TABLE_SAMPLES; row++) {
			const char *text = contents->cell[row * contents->columns + i];

			if (*text)
				table->column[i].sample[found++] = arena_strdup(a, text);
		}
	}
}

static const char *head_cell(const struct head *head, size_t row, size_t column)
{
	return row < head->n && column < head->row[row].n ? head->row[row].cell[column] : "";
}

/* What a cell merged over several columns says above the heading of one: «Родители» above
 * «Телефон». Without it, whose telephone that is would be lost. */
static const char *group_above(const struct head *head, size_t heading, size_t column)
{
	const char *above = heading ? head_cell(head, heading - 1, column) : "";
	bool wide = (column && !strcmp(above, head_cell(head, heading - 1, column - 1))) ||
		    !strcmp(above, head_cell(head, heading - 1, column + 1));

	if (!*above || !wide || head->row[heading - 1].line + 1 != head->row[heading].line ||
	    !strcmp(above, head_cell(head, heading, column)))
		return "";
	return above;
}

static void columns_make(struct arena *a, const struct head *head, size_t heading,
			 struct table *table)
{
	table->column = ARENA_NEW(a, struct column, table->n);
	for (size_t i = 0; i < table->n; i++) {
		const char *text = head_cell(head, heading, i);
		const char *group = *text ? group_above(head, heading, i) : "";

		table->column[i].heading =
			*group ? arena_printf(a, "%s: %s", group, text) : arena_strdup(a, text);
	}
}

enum rc table_map(struct arena *a, struct row_source *source, struct fields fields, int64_t heading,
		  struct table *table)
{
	struct arena scratch = { 0 };
	struct head *head = ARENA_NEW(&scratch, struct head, 1);
	struct table map = { .fields = fields };
	struct phrases phrases;
	struct contents contents;
	enum rc rc = head_read(&scratch, source, head);
	size_t at;

	if (rc) {
		arena_done(&scratch);
		return rc;
	}
	phrases_make(&scratch, fields, &phrases);
	at = heading_find(&phrases, head, heading);
	map.n = source->facts.columns;
	if (at < head->n) {
		map.heading_line = head->row[at].line;
		map.n = head->row[at].n > map.n ? head->row[at].n : map.n;
		/* A heading may be wider than most rows are filled: that is no fault of the others.
		 */
		source->facts.columns = map.n;
	}
	map.rows_seen = (int64_t)head->n;
	columns_make(a, head, at, &map);
	contents_make(&scratch, head, at < head->n ? at + 1 : 0, &map, &contents);
	columns_assign(&scratch, &phrases, &map);
	columns_settle(&contents, &map);
	content_guess(&contents, &map);
	samples_take(a, &contents, &map);
	arena_done(&scratch);
	*table = map;
	return RC_OK;
}
