#include "nastavnik/app/import.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "import_inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"

/* Targets that are no field of the table. */
enum { TARGET_USE = 1000 };

static const enum column_use import_uses[] = { COLUMN_FULL_NAME, COLUMN_GRADE, COLUMN_LETTER };
enum { IMPORT_USES = sizeof(import_uses) / sizeof(import_uses[0]) };

static const struct import_kind_row people_kind = { .step = N_("Import of people"),
						    .title = N_("Importing people") };
static const struct import_kind_row mentees_kind = { .role = ROLE_MENTEE,
						     .step = N_("Import of mentees"),
						     .title = N_("Importing mentees") };
static const struct import_kind_row mentors_kind = { .role = ROLE_MENTOR,
						     .step = N_("Import of mentors"),
						     .title = N_("Importing mentors") };
static const struct import_kind_row compare_kind = { .step = N_("Comparison with a fresh list"),
						     .title = N_("Comparing with the fresh list") };

static const struct import_kind_row *const import_kinds[IMPORT_COUNT] = {
	[IMPORT_PEOPLE] = &people_kind,
	[IMPORT_MENTEES] = &mentees_kind,
	[IMPORT_MENTORS] = &mentors_kind,
	[IMPORT_COMPARE] = &compare_kind,
	[IMPORT_MEETINGS] = &import_meetings_kind,
	[IMPORT_ANSWERS] = &import_answers_kind,
	[IMPORT_GROWTH] = &import_growth_kind,
};

const struct import_kind_row *import_kind_row(enum import_kind kind)
{
	return import_kinds[kind];
}

/* What a row of the table may say. */
static enum rc fields_find(struct import *import)
{
	const struct import_kind_row *kind = import_kinds[import->kind];

	if (kind->open)
		return kind->open(import);
	import->fields = kind->role ? participant_fields(kind->role) : person_fields;
	return RC_OK;
}

static int64_t column_target(const struct table *table, const struct column *column)
{
	if (column->use == COLUMN_FIELD)
		return column->field - table->fields.row + 1;
	for (size_t i = 0; i < IMPORT_USES; i++) {
		if (column->use == import_uses[i])
			return TARGET_USE + column->use;
	}
	return 0;
}

static void columns_tell(struct import *import)
{
	for (size_t i = 0; i < import->table.n; i++) {
		const struct column *from = &import->table.column[i];
		struct import_column *to = &import->column[i];

		to->heading = from->heading;
		to->target = column_target(&import->table, from);
		to->sure = from->sure;
		for (int k = 0; k < IMPORT_SAMPLES; k++)
			to->sample[k] = from->sample[k];
	}
}

_Static_assert((int)IMPORT_SAMPLES <= (int)TABLE_SAMPLES, "the samples shown are there");

/* uses: are there names and classes in parts? */
static struct choices targets_list(struct arena *a, struct fields fields, bool uses)
{
	struct choice *row = ARENA_NEW(a, struct choice, fields.n + IMPORT_USES);
	size_t n = 0;

	for (size_t i = 0; i < IMPORT_USES && uses; i++)
		row[n++] = (struct choice){ .id = TARGET_USE + import_uses[i],
					    .code = "",
					    .name = column_use_name(import_uses[i]) };
	for (size_t i = 0; i < fields.n; i++) {
		const struct field *f = &fields.row[i];

		if (!(f->flags & FIELD_NO_IMPORT))
			row[n++] = (struct choice){ .id = (int64_t)i + 1,
						    .code = f->name,
						    .name = text_of(f->label) };
	}
	return (struct choices){ row, n };
}

static struct choices sheets_list(struct arena *a, const struct row_facts *facts)
{
	struct choice *row = ARENA_NEW(a, struct choice, facts->sheets);

	for (size_t i = 0; i < facts->sheets; i++) {
		const struct row_sheet *sheet = &facts->sheet_list[i];

		row[i] = (struct choice){ .id = (int64_t)i + 1,
					  .code = "",
					  .name = sheet->hidden ? arena_printf(a, _("%s (hidden)"),
									       sheet->name)
								: sheet->name };
	}
	return (struct choices){ row, facts->sheets };
}

static void facts_tell(struct import *import)
{
	const struct row_facts *facts = &import->source->facts;

	import->facts = (struct import_facts){
		.name = import->name,
		.encoding = (int64_t)facts->encoding + 1,
		.encoding_name = encoding_name(facts->encoding),
		.delimiter = facts->delimiter,
		.heading_line = import->table.heading_line,
		.columns = import->table.n,
		.sheet = facts->sheets ? (int64_t)facts->sheet + 1 : 0,
	};
	import->sheets = sheets_list(&import->looked, facts);
	import->column = ARENA_NEW(&import->looked, struct import_column, import->table.n);
	columns_tell(import);
	import->targets =
		targets_list(&import->looked, import->fields, !import_kinds[import->kind]->open);
}

/* «ФИО» and «Класс» are parts of people; rows that are none have no such fields. */
static void uses_drop(struct table *table)
{
	for (size_t i = 0; i < table->n; i++)
		if (table->column[i].use != COLUMN_FIELD)
			table->column[i].use = COLUMN_IGNORE;
}

/* Look at the table by the wishes; on an error the import stays as it was. */
static enum rc import_look(struct import *import, const struct row_options *wish, int64_t heading)
{
	struct arena a = { 0 };
	struct row_source *source;
	struct table table;
	enum rc rc = rows_open(import->path, wish, &source);

	if (rc)
		return rc;
	rc = table_map(&a, source, import->fields, heading, &table);
	if (rc) {
		arena_done(&a);
		rows_close(source);
		return rc;
	}
	rows_close(import->source);
	arena_done(&import->looked);
	import->source = source;
	import->looked = a;
	import->table = table;
	import->wish = *wish;
	import->heading = heading;
	if (import_kinds[import->kind]->open)
		uses_drop(&import->table);
	if (import_kinds[import->kind]->look)
		import_kinds[import->kind]->look(import);
	import_columns_recall(import);
	facts_tell(import);
	return RC_OK;
}

static const char *path_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Takes the memory file of a paste; -1: there is none. */
static enum rc open_table(struct app *app, const struct import_what *what, const char *path,
			  int pasted, struct import **import)
{
	struct import *opened = mem_alloc(sizeof(*opened));
	struct row_options wish = { .encoding = ENCODING_AUTO };

	opened->app = app;
	opened->kind = what->kind;
	opened->of = what->of;
	opened->path = mem_strdup(path);
	opened->pasted = pasted;
	opened->name = mem_strdup(pasted < 0 ? path_name(path) : _("Pasted table"));
	opened->issues.arena = &opened->told;
	if (pasted >= 0) {
		wish.encoding = ENCODING_UTF8;
		wish.pasted_as = opened->name;
	}
	enum rc rc = fields_find(opened);
	if (!rc)
		rc = import_look(opened, &wish, TABLE_HEADING_AUTO);
	if (rc)
		import_close(opened);
	else
		*import = opened;
	return rc;
}

enum rc import_open(struct app *app, enum import_kind kind, const char *path,
		    struct import **import)
{
	return open_table(app, &(const struct import_what){ .kind = kind }, path, -1, import);
}

enum rc import_open_as(struct app *app, const struct import_what *what, const char *path,
		       struct import **import)
{
	return open_table(app, what, path, -1, import);
}

/* A file without a name: what was pasted touches no disk, and a table is read more than once. */
static int memory_file(const char *text, size_t n)
{
	int fd = memfd_create("nastavnik-paste", MFD_CLOEXEC);

	while (fd >= 0 && n) {
		ssize_t done = write(fd, text, n);

		if (done < 0 && errno != EINTR) {
			close(fd);
			return -1;
		}
		text += done > 0 ? done : 0;
		n -= done > 0 ? (size_t)done : 0;
	}
	return fd;
}

enum rc import_paste(struct app *app, const struct import_what *what, const char *text,
		     struct import **import)
{
	size_t n = strlen(text);
	char path[64];
	int fd;

	if (n == strspn(text, " \t\r\n"))
		return err_set(RC_INVALID,
			       _("Nothing was pasted yet. Copy the rows of the table and "
				 "paste them here."));
	if (n > IMPORT_PASTE_MAX)
		return err_set(RC_INVALID,
			       _("What was pasted is larger than 4 MB. Save the table as a "
				 "file and choose it here."));
	fd = memory_file(text, n);
	if (fd < 0)
		return err_set(RC_IO, _("What was pasted cannot be kept: %s."), errno_text(errno));
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	return open_table(app, what, path, fd, import);
}

const struct import_facts *import_facts(const struct import *import)
{
	return &import->facts;
}

const struct import_column *import_column(const struct import *import, size_t column)
{
	return &import->column[column];
}

struct choices import_sheets(const struct import *import)
{
	return import->sheets;
}

struct choices import_encodings(void)
{
	return encoding_choices();
}

enum rc import_encoding_find(const char *name, int64_t *encoding)
{
	enum encoding found;
	enum rc rc = encoding_parse(name, &found);

	if (!rc)
		*encoding = found == ENCODING_AUTO ? 0 : (int64_t)found + 1;
	return rc;
}

struct choices import_targets(const struct import *import)
{
	return import->targets;
}

enum rc import_set_encoding(struct import *import, int64_t encoding)
{
	struct row_options wish = import->wish;

	wish.encoding = encoding ? (enum encoding)(encoding - 1) : ENCODING_AUTO;
	return import_look(import, &wish, import->heading);
}

enum rc import_set_delimiter(struct import *import, char delimiter)
{
	struct row_options wish = import->wish;

	wish.delimiter = delimiter;
	return import_look(import, &wish, import->heading);
}

/* Another sheet has other headings, and its lines other questions. */
enum rc import_set_sheet_named(struct import *import, const char *name)
{
	struct row_options wish = import->wish;
	char *sheet;
	enum rc rc;

	if (!import->facts.sheet)
		return err_set(RC_INVALID, _("“%s” is no spreadsheet and has no sheets."),
			       import->name);
	sheet = mem_strdup(name);
	wish.sheet = sheet;
	rc = import_look(import, &wish, TABLE_HEADING_AUTO);
	if (!rc) {
		import->replies = 0;
		free(import->sheet);
		import->sheet = sheet;
	} else {
		free(sheet);
	}
	return rc;
}

enum rc import_set_sheet(struct import *import, int64_t sheet)
{
	const struct row_facts *facts = &import->source->facts;

	if (sheet < 1 || sheet > (int64_t)facts->sheets)
		return err_set(RC_BUG, "import_set_sheet: %lld", (long long)sheet);
	return import_set_sheet_named(import, facts->sheet_list[sheet - 1].name);
}

enum rc import_set_heading(struct import *import, int64_t line)
{
	return import_look(import, &import->wish, line < 0 ? TABLE_HEADING_AUTO : line);
}

/* Several columns may go to one field of these kinds: they are joined. */
static bool field_joins(const struct field *field)
{
	return field->kind == FIELD_CHOICES || field->kind == FIELD_LONGTEXT;
}

enum rc import_map(struct import *import, size_t column, int64_t target)
{
	struct table *table = &import->table;
	struct column to = table->column[column];

	if (target < 0 || column >= table->n ||
	    (target < TARGET_USE ? target > (int64_t)table->fields.n
				 : target - TARGET_USE >= COLUMN_USE_COUNT))
		return err_set(RC_BUG, "import_map: %zu, %lld", column, (long long)target);
	to.use = !target ? COLUMN_IGNORE : target < TARGET_USE ? COLUMN_FIELD : target - TARGET_USE;
	to.field = to.use == COLUMN_FIELD ? &table->fields.row[target - 1] : NULL;
	to.sure = 100;
	for (size_t i = 0; i < table->n; i++) {
		struct column *other = &table->column[i];

		if (target && column_target(table, other) == target &&
		    !(to.field && field_joins(to.field))) {
			other->use = COLUMN_IGNORE;
			other->field = NULL;
		}
	}
	table->column[column] = to;
	columns_tell(import);
	return RC_OK;
}

void import_answer(struct import *import, int64_t line, enum import_answer answer, int64_t person)
{
	size_t i = 0;

	while (i < import->replies && import->reply[i].line != line)
		i++;
	if (i == import->replies) {
		import->reply =
			mem_grow(import->reply, i, &import->replies_cap, sizeof(*import->reply));
		import->replies++;
	}
	import->reply[i] = (struct import_reply){ line, answer, person };
}

const struct import_report *import_report(const struct import *import)
{
	return &import->report;
}
