#include "nastavnik/app/import.h"

#include <stdlib.h>
#include <string.h>

#include "import_inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"

/* Targets that are no field of the table. */
enum { TARGET_USE = 1000 };

static const enum column_use import_uses[] = { COLUMN_FULL_NAME, COLUMN_GRADE, COLUMN_LETTER };
enum { IMPORT_USES = sizeof(import_uses) / sizeof(import_uses[0]) };

static const struct import_kind_row import_kinds[IMPORT_COUNT] = {
	[IMPORT_PEOPLE] = { .step = N_("Import of people"), .title = N_("Importing people") },
	[IMPORT_MENTEES] = { .role = ROLE_MENTEE,
			     .step = N_("Import of mentees"),
			     .title = N_("Importing mentees") },
	[IMPORT_MENTORS] = { .role = ROLE_MENTOR,
			     .step = N_("Import of mentors"),
			     .title = N_("Importing mentors") },
	[IMPORT_COMPARE] = { .step = N_("Comparison with a fresh list"),
			     .title = N_("Comparing with the fresh list") },
};

const struct import_kind_row *import_kind_row(enum import_kind kind)
{
	return &import_kinds[kind];
}

struct fields import_fields(enum import_kind kind)
{
	enum role role = import_kinds[kind].role;

	return role ? participant_fields(role) : person_fields;
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

static struct choices targets_list(struct arena *a, struct fields fields)
{
	struct choice *row = ARENA_NEW(a, struct choice, fields.n + IMPORT_USES);
	size_t n = 0;

	for (size_t i = 0; i < IMPORT_USES; i++)
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

static void facts_tell(struct import *import)
{
	const struct row_facts *facts = &import->source->facts;

	import->facts = (struct import_facts){
		.path = import->path,
		.encoding = (int64_t)facts->encoding + 1,
		.encoding_name = encoding_name(facts->encoding),
		.delimiter = facts->delimiter,
		.heading_line = import->table.heading_line,
		.columns = import->table.n,
	};
	import->column = ARENA_NEW(&import->looked, struct import_column, import->table.n);
	columns_tell(import);
	import->targets = targets_list(&import->looked, import_fields(import->kind));
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
	rc = table_map(&a, source, import_fields(import->kind), heading, &table);
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
	facts_tell(import);
	return RC_OK;
}

enum rc import_open(struct app *app, enum import_kind kind, const char *path,
		    struct import **import)
{
	struct import *opened = mem_alloc(sizeof(*opened));
	struct row_options wish = { .encoding = ENCODING_AUTO };

	opened->app = app;
	opened->kind = kind;
	opened->path = mem_strdup(path);
	opened->issues.arena = &opened->told;
	enum rc rc = import_look(opened, &wish, TABLE_HEADING_AUTO);
	if (rc)
		import_close(opened);
	else
		*import = opened;
	return rc;
}

const struct import_facts *import_facts(const struct import *import)
{
	return &import->facts;
}

const struct import_column *import_column(const struct import *import, size_t column)
{
	return &import->column[column];
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
