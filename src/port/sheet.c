/* A sheet as a row source. */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#include "csv_text.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/port/table.h"

enum { WIDTH_ROWS = 100 }; /* rows by which the number of columns is judged */

static struct sheet *sheet_of(struct row_source *source)
{
	return (struct sheet *)(void *)source;
}

const char *sheet_boolean(bool value)
{
	return value ? "ИСТИНА" : "ЛОЖЬ";
}

/* ---- what was wrong ---- */

void sheet_issue(struct sheet *s, size_t column, const char *name, const char *sentence)
{
	char head[CSV_HEAD_SIZE];

	if (s->base.issues)
		issue_add(s->base.issues, ISSUE_WARNING, s->line, 0, csv_text_head(name, head),
			  sentence, column + 1);
}

void sheet_error(struct sheet *s, size_t column, const char *text)
{
	static const char *const russian[][2] = {
		{ "#N/A", "#Н/Д" },       { "#VALUE!", "#ЗНАЧ!" }, { "#REF!", "#ССЫЛКА!" },
		{ "#NAME?", "#ИМЯ?" },    { "#NUM!", "#ЧИСЛО!" },  { "#NULL!", "#ПУСТО!" },
		{ "#DIV/0!", "#ДЕЛ/0!" },
	};

	for (size_t i = 0; i < sizeof(russian) / sizeof(russian[0]); i++) {
		if (!strcmp(text, russian[i][0]))
			text = russian[i][1];
	}
	sheet_issue(s, column, text,
		    _("Column %zu: the formula has no result there (an error); read as empty. "
		      "Correct it in the table."));
}

/* ---- the row being read ---- */

void sheet_row(struct sheet *s, int64_t line)
{
	s->line = line;
	s->times = 1;
	str_clear(&s->text);
	if (s->width)
		memset(s->cell, 0, s->width * sizeof(*s->cell));
	s->width = 0;
	s->beyond = 0;
}

static enum rc row_limit(const struct sheet *s)
{
	if (s->times > SHEET_TIMES_MAX)
		return err_set(RC_INVALID,
			       _("“%s”, sheet “%s”: the same row stands there %lld times from row "
				 "%lld on. Delete the copies and save it anew."),
			       s->parts.path, s->list[s->base.facts.sheet].name,
			       (long long)s->times, (long long)s->line);
	if (s->line <= SHEET_ROW_MAX)
		return RC_OK;
	return err_set(
		RC_INVALID,
		_("“%s”, sheet “%s”: more rows than a sheet can have. Copy the rows that are "
		  "needed to a new table."),
		s->parts.path, s->list[s->base.facts.sheet].name);
}

static enum rc cell_limit(const struct sheet *s)
{
	return err_set(RC_INVALID,
		       _("“%s”, sheet “%s”: row %lld is larger than any row of a table of people. "
			 "Correct it, or copy the rows that are needed to a new table."),
		       s->parts.path, s->list[s->base.facts.sheet].name, (long long)s->line);
}

void sheet_cell(struct sheet *s, size_t column, const char *text, size_t n)
{
	while (n && (unsigned char)text[n - 1] <= ' ')
		n--;
	if (!n || s->rc)
		return;
	if (column >= ROWS_COLUMN_MAX) {
		if (!s->beyond++)
			sheet_issue(s, column, "",
				    _("Column %zu: too far to the right; what stands there was "
				      "not read."));
		return;
	}
	if (n > ROWS_CELL_MAX || s->text.len > ROWS_ROW_MAX) {
		s->rc = cell_limit(s);
		return;
	}
	if (column >= s->room) {
		size_t room = column + 32;

		s->cell = mem_realloc(s->cell, room * sizeof(*s->cell));
		memset(s->cell + s->room, 0, (room - s->room) * sizeof(*s->cell));
		s->room = room;
	}
	s->cell[column] = s->text.len + 1;
	str_add_n(&s->text, text, n);
	str_add_char(&s->text, '\0');
	if (column >= s->width)
		s->width = column + 1;
}

void sheet_row_end(struct sheet *s, int64_t times)
{
	if (!s->width && !s->rc)
		return;
	s->times = times;
	if (!s->rc)
		s->rc = row_limit(s);
	s->ready = true;
	sheet_pause(s);
}

void sheet_finish(struct sheet *s)
{
	s->finished = true;
	sheet_pause(s);
}

static const char *cell_text(const struct sheet *s, size_t column)
{
	/* Excel, when it saves a CSV of ours as its own, makes a letter of the guard. */
	return column < s->width && s->cell[column]
		       ? csv_text_unguard(s->text.text + s->cell[column] - 1)
		       : "";
}

/* ---- merged cells ---- */

static size_t cells_filled(const struct sheet *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->width; i++)
		n += s->cell[i] != 0;
	return n;
}

static void carry_set(struct sheet *s, size_t column, const char *text, int64_t until)
{
	if (column >= s->carries) {
		size_t n = column + 16;

		s->carry = mem_realloc(s->carry, n * sizeof(*s->carry));
		memset(s->carry + s->carries, 0, (n - s->carries) * sizeof(*s->carry));
		s->carries = n;
	}
	free(s->carry[column].text);
	s->carry[column] = (struct sheet_carry){ mem_strdup(text), until };
}

/*
 * A heading over several columns says something of each of them; a title over all of them is none.
 * Further down, a name that was drawn wide is still one name, but a class that stands beside its
 * pupils is the class of each.
 */
void sheet_merge(struct sheet *s, size_t column, size_t last_column, int64_t last_line)
{
	bool heading = s->given < TABLE_TITLE_MAX && cells_filled(s) > 1;
	char *text;

	if (!*cell_text(s, column) || column >= ROWS_COLUMN_MAX)
		return;
	text = mem_strdup(cell_text(s, column));
	if (!heading)
		last_column = column;
	for (size_t i = column; i <= last_column && i < ROWS_COLUMN_MAX; i++) {
		if (i > column)
			sheet_cell(s, i, text, strlen(text));
		if (last_line > s->line)
			carry_set(s, i, text, last_line);
	}
	free(text);
}

static void carries_put(struct sheet *s)
{
	for (size_t i = 0; i < s->carries; i++) {
		const struct sheet_carry *carry = &s->carry[i];

		if (carry->text && carry->until >= s->line && !*cell_text(s, i))
			sheet_cell(s, i, carry->text, strlen(carry->text));
	}
}

static void carries_forget(struct sheet *s)
{
	for (size_t i = 0; i < s->carries; i++)
		free(s->carry[i].text);
	free(s->carry);
	s->carry = NULL;
	s->carries = 0;
}

/* ---- rows ---- */

static void row_give(struct sheet *s, struct row *row)
{
	size_t columns = s->base.facts.columns, n;

	carries_put(s);
	n = s->width > columns ? s->width : columns;
	if (n > s->shown_room) {
		s->shown_room = n + 32;
		s->shown = mem_realloc(s->shown, s->shown_room * sizeof(*s->shown));
	}
	for (size_t i = 0; i < n; i++)
		s->shown[i] = cell_text(s, i);
	if (columns && s->width > columns)
		sheet_issue(s, columns, s->shown[s->width - 1],
			    _("Column %zu: there is more in this row than there are columns; it "
			      "was not taken."));
	*row = (struct row){ .cell = s->shown, .n = n, .line = s->line };
	s->given++;
	s->given_line = s->line;
	if (s->line == s->last_line)
		s->ended = true;
}

static enum rc part_fault(struct sheet *s, enum parts_fault fault)
{
	struct parts_place place = { .row = s->line };

	if (s->base.facts.sheet < s->base.facts.sheets)
		place.sheet = s->list[s->base.facts.sheet].name;
	return parts_fault_tell(&s->parts, fault, &place);
}

enum rc sheet_read(struct sheet *s, int64_t index, const char *around,
		   const struct part_reader *reader)
{
	const struct parts_library *library = s->parts.library;
	enum parts_fault fault;
	bool end;

	fault = around ? library->part_open_around(s->parts.archive, index, around, reader, s,
						   &s->part)
		       : library->part_open(s->parts.archive, index, reader, s, &s->part);
	if (!fault)
		fault = library->part_run(s->part, &end);
	library->part_close(s->part);
	s->part = NULL;
	return part_fault(s, fault);
}

void sheet_pause(struct sheet *s)
{
	s->parts.library->part_pause(s->part);
}

static enum rc sheet_next(struct row_source *source, struct row *row)
{
	struct sheet *s = sheet_of(source);

	if (s->times > 1 && s->width) {
		s->times--;
		s->line++;
		s->rc = row_limit(s);
		if (!s->rc)
			row_give(s, row);
		return s->rc;
	}
	while (!s->ended) {
		enum rc rc = part_fault(s, s->parts.library->part_run(s->part, &s->ended));

		source->facts.done = s->parts.library->part_done(s->part);
		s->ended |= s->finished;
		if (rc || s->rc)
			return rc ? rc : s->rc;
		if (s->ready) {
			s->ready = false;
			row_give(s, row);
			return RC_OK;
		}
	}
	s->last_line = s->given_line;
	*row = (struct row){ .line = s->line };
	return RC_OK;
}

static enum rc sheet_rewind(struct row_source *source)
{
	struct sheet *s = sheet_of(source);
	int64_t index = s->kind->part(s);

	s->parts.library->part_close(s->part);
	s->part = NULL;
	s->ended = s->ready = s->finished = false;
	s->rc = RC_OK;
	s->given = s->given_line = 0;
	sheet_row(s, 0);
	carries_forget(s);
	s->kind->restart(s);
	source->facts.done = 0;
	source->facts.size = s->parts.library->size(s->parts.archive, index);
	return part_fault(s, s->parts.library->part_open(s->parts.archive, index, s->kind->reader,
							 s, &s->part));
}

static void sheet_close(struct row_source *source)
{
	struct sheet *s = sheet_of(source);

	s->kind->done(s);
	if (s->part)
		s->parts.library->part_close(s->part);
	parts_close(&s->parts);
	carries_forget(s);
	arena_done(&s->arena);
	str_done(&s->text);
	free(s->cell);
	free(s->shown);
	free(s);
}

static const struct row_source_kind sheet_row_kind = {
	.next = sheet_next,
	.rewind = sheet_rewind,
	.close = sheet_close,
};

/* ---- which sheet ---- */

void sheet_add(struct sheet *s, const char *name, bool hidden)
{
	struct row_facts *facts = &s->base.facts;

	if (facts->sheets == SHEET_COUNT_MAX)
		return;
	s->list = arena_grow(&s->arena, s->list, facts->sheets, &s->cap, sizeof(*s->list));
	s->list[facts->sheets++] =
		(struct row_sheet){ .name = arena_strdup(&s->arena, name), .hidden = hidden };
	facts->sheet_list = s->list;
}

static enum rc sheet_unknown(const struct sheet *s, const char *name)
{
	struct str list = { 0 };
	enum rc rc;

	for (size_t i = 0; i < s->base.facts.sheets; i++)
		str_printf(&list, "%s%s", i ? "; " : "", s->list[i].name);
	rc = err_set(RC_NOT_FOUND, _("“%s” has no sheet “%s”. Its sheets: %s."), s->parts.path,
		     name, str_text(&list));
	str_done(&list);
	return rc;
}

/* As the person types a name: case, spaces and ё do not count where the exact name is not there. */
static enum rc sheet_named(struct sheet *s, const char *name)
{
	struct arena a = { 0 };
	const char *fold = utf8_fold(&a, name);
	size_t n = s->base.facts.sheets, found = n;

	for (size_t i = n; i-- > 0;) {
		if (!strcmp(utf8_fold(&a, s->list[i].name), fold))
			found = i;
	}
	for (size_t i = 0; i < n; i++) {
		if (!strcmp(s->list[i].name, name))
			found = i;
	}
	arena_done(&a);
	if (found == n)
		return sheet_unknown(s, name);
	s->base.facts.sheet = found;
	return RC_OK;
}

/* The first one with something in it, those that are shown first; *filled false: none has. */
static enum rc sheet_first(struct sheet *s, bool *filled)
{
	for (int hidden = 0; hidden < 2; hidden++) {
		for (size_t i = 0; i < s->base.facts.sheets; i++) {
			enum rc rc;

			if (s->list[i].hidden != hidden)
				continue;
			s->base.facts.sheet = i;
			rc = s->kind->look(s, i, filled);
			if (rc || *filled)
				return rc;
		}
	}
	return RC_OK;
}

static enum rc sheet_choose(struct sheet *s, const char *wish)
{
	bool filled = false;
	enum rc rc;

	if (!s->base.facts.sheets)
		return err_set(RC_INVALID, _("“%s” has no sheet."), s->parts.path);
	if (!wish) {
		rc = sheet_first(s, &filled);
		if (!rc && !filled)
			rc = err_set(RC_INVALID, _("“%s” is empty: there is nothing on any sheet."),
				     s->parts.path);
		return rc;
	}
	rc = sheet_named(s, wish);
	if (!rc)
		rc = s->kind->look(s, s->base.facts.sheet, &filled);
	if (!rc && !filled)
		rc = err_set(RC_INVALID, _("“%s”: sheet “%s” is empty. Choose another one."),
			     s->parts.path, s->list[s->base.facts.sheet].name);
	return rc;
}

/* The widest of the first rows; what stands further right in a later one is told there. */
static enum rc width_find(struct sheet *s)
{
	size_t width = 0;
	struct row row;
	enum rc rc = sheet_rewind(&s->base);

	for (int i = 0; !rc && i < WIDTH_ROWS; i++) {
		rc = sheet_next(&s->base, &row);
		if (rc || !row.n)
			break;
		width = row.n > width ? row.n : width;
	}
	s->base.facts.columns = width;
	return rc ? rc : sheet_rewind(&s->base);
}

enum rc sheet_begin(struct sheet *s, const struct sheet_kind *kind, struct parts parts,
		    const struct row_options *options, struct row_source **source)
{
	enum rc rc;

	s->base.kind = &sheet_row_kind;
	/* What is written of it goes where a spreadsheet can open it. */
	s->base.facts.encoding = ENCODING_UTF8_BOM;
	s->base.facts.delimiter = ';';
	s->kind = kind;
	s->parts = parts;
	rc = kind->begin(s);
	if (!rc)
		rc = sheet_choose(s, options->sheet);
	if (!rc)
		rc = width_find(s);
	if (rc)
		sheet_close(&s->base);
	else
		*source = &s->base;
	return rc;
}
