/*
 * Marks and absences from a table of the e-journal: a row a pupil, a column a measure. Only mentees
 * are taken from it. A column that is no measure yet may become one; an empty cell wipes nothing.
 */
#include <string.h>

#include "import_inner.h"
#include "import_who.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/growth.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/write/growth.h"
#include "nastavnik/store/write/record.h"

/* The year's measures; behind them those that columns of this table may become. */
struct growth_lines {
	struct measure *measure;
	size_t known, n;
	struct fields base; /* of the known ones */
};

struct growth_run {
	struct who who;
	struct growths cells; /* of the moment, as they stand now */
	size_t cap;
	size_t others; /* rows about people who are no mentees */
};

/* Remembered by its name, which stays the same from year to year. */
static struct field field_make(struct arena *a, const char *name, const char *label)
{
	return (struct field){ .name = arena_printf(a, "measure %s", utf8_fold(a, name)),
			       .label = label,
			       .kind = FIELD_TEXT };
}

static enum rc growth_open(struct import *import)
{
	struct arena *a = &import->made;
	struct growth_lines *lines = ARENA_NEW(a, struct growth_lines, 1);
	struct records measures;
	struct field *row;
	enum rc rc = record_list(import->app->store, a, &measure_type, import->app->year.year,
				 &measures);

	if (rc)
		return rc;
	lines->measure = measures.row;
	lines->known = lines->n = measures.n;
	row = ARENA_NEW(a, struct field, WHO_FIELDS + measures.n);
	memcpy(row, who_fields, WHO_FIELDS * sizeof(*row));
	for (size_t i = 0; i < measures.n; i++)
		row[WHO_FIELDS + i] = field_make(a, lines->measure[i].name, lines->measure[i].name);
	lines->base = (struct fields){ row, WHO_FIELDS + measures.n };
	import->growth = lines;
	import->fields = lines->base;
	import->remember = "columns-growth";
	return RC_OK;
}

/* Are its values numbers, as far as one has been seen? */
static bool is_figures(const struct column *column)
{
	static const struct measure any = { .name = "", .kind = MEASURE_OTHER };
	int64_t value, found = FIELD_NOTHING;

	for (size_t i = 0; i < TABLE_SAMPLES && *column->sample[i]; i++) {
		if (growth_parse(&any, column->sample[i], &value) != RC_OK)
			return false;
		found = value != FIELD_NOTHING ? value : found;
	}
	return found != FIELD_NOTHING;
}

static bool may_become(const struct column *column)
{
	return column->use == COLUMN_IGNORE && *column->heading && is_figures(column);
}

static struct measure measure_new(const struct import *import, const char *heading)
{
	struct measure m;

	record_init(&measure_type, &m, import->app->year.year, date_today());
	m.name = heading;
	m.kind = measure_kind_of(heading);
	m.reverse = measure_kind_reverse((enum measure_kind)m.kind);
	return m;
}

/* Columns of figures that are no measure are offered as new ones; none is taken unasked. */
static void growth_look(struct import *import)
{
	struct growth_lines *lines = import->growth;
	struct table *table = &import->table;
	struct arena *a = &import->looked;
	struct field *row = ARENA_NEW(a, struct field, lines->base.n + table->n);
	struct measure *measure = ARENA_NEW(a, struct measure, lines->known + table->n);

	memcpy(row, lines->base.row, lines->base.n * sizeof(*row));
	if (lines->known)
		memcpy(measure, lines->measure, lines->known * sizeof(*measure));
	lines->n = lines->known;
	for (size_t i = 0; i < table->n; i++) {
		struct column *column = &table->column[i];

		if (column->field)
			column->field = &row[column->field - table->fields.row];
		if (!may_become(column))
			continue;
		row[WHO_FIELDS + lines->n] = field_make(
			a, column->heading, arena_printf(a, _("New measure: %s"), column->heading));
		measure[lines->n++] = measure_new(import, column->heading);
	}
	lines->measure = measure;
	import->fields = table->fields = (struct fields){ row, WHO_FIELDS + lines->n };
}

static bool has_column(const struct import *import, size_t measure)
{
	return table_has(&import->table, import->fields.row[WHO_FIELDS + measure].name);
}

static enum rc growth_columns(const struct import *import)
{
	const struct growth_lines *lines = import->growth;
	enum rc rc = who_columns(import);
	bool some = false;

	for (size_t i = 0; i < lines->n; i++)
		some |= has_column(import, i);
	if (!rc && !some)
		rc = err_set(RC_INVALID,
			     _("No column of “%s” was recognised as a measure. Say which are: an "
			       "old measure, or a new one of that name."),
			     import->name);
	return rc;
}

/* Measures that come with this table. */
static enum rc measures_add(struct import_run *run)
{
	struct import *import = run->import;
	struct growth_lines *lines = import->growth;
	enum rc rc = RC_OK;

	for (size_t i = lines->known; i < lines->n && !rc; i++) {
		if (!has_column(import, i))
			continue;
		lines->measure[i].head.id = 0;
		rc = record_put(import->app->store, &measure_type, &lines->measure[i]);
		if (!rc)
			issue_add(&import->issues, ISSUE_NOTE, 0, 0, lines->measure[i].name,
				  _("A new measure."));
	}
	return rc;
}

static enum rc growth_begin(struct import_run *run)
{
	const struct app *app = run->import->app;
	struct growths all;
	enum rc rc;

	run->growth = ARENA_NEW(&run->arena, struct growth_run, 1);
	rc = who_load(run, ROLE_MENTEE, &run->growth->who);
	if (!rc)
		rc = growth_list(app->store, &run->arena, app->year.year, &all);
	if (rc)
		return rc;
	run->growth->cells = (struct growths){ NULL, 0 };
	for (size_t i = 0; i < all.n; i++) {
		struct growth_run *g = run->growth;

		if (all.row[i].moment != run->import->of)
			continue;
		g->cells.row = arena_grow(&run->arena, g->cells.row, g->cells.n, &g->cap,
					  sizeof(*g->cells.row));
		g->cells.row[g->cells.n++] = all.row[i];
	}
	return measures_add(run);
}

/* The cell as it stands; value FIELD_NOTHING: there is none yet. */
static struct growth *cell_of(struct import_run *run, int64_t measure, int64_t participation)
{
	struct growth_run *g = run->growth;

	for (size_t i = 0; i < g->cells.n; i++)
		if (g->cells.row[i].measure == measure &&
		    g->cells.row[i].participation == participation)
			return &g->cells.row[i];
	g->cells.row =
		arena_grow(&run->arena, g->cells.row, g->cells.n, &g->cap, sizeof(*g->cells.row));
	g->cells.row[g->cells.n] =
		(struct growth){ measure, participation, run->import->of, FIELD_NOTHING };
	return &g->cells.row[g->cells.n++];
}

/* All of a row's values, before any is written. */
static enum rc values_read(const struct import_row *row, int64_t *value)
{
	const struct growth_lines *lines = row->run->import->growth;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < lines->n && !rc; i++) {
		const char *text = row->value[WHO_FIELDS + i];

		value[i] = FIELD_NOTHING;
		if (text)
			rc = growth_parse(&lines->measure[i], text, &value[i]);
	}
	return rc;
}

static enum rc values_write(struct import_row *row, const int64_t *value, int64_t participation)
{
	const struct growth_lines *lines = row->run->import->growth;
	bool added = false, changed = false;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < lines->n && !rc; i++) {
		struct growth *cell;

		if (value[i] == FIELD_NOTHING)
			continue;
		cell = cell_of(row->run, lines->measure[i].head.id, participation);
		if (cell->value == value[i])
			continue;
		added |= cell->value == FIELD_NOTHING;
		changed |= cell->value != FIELD_NOTHING;
		cell->value = value[i];
		rc = growth_put(row->run->import->app->store, cell);
	}
	row->fate = changed ? ROW_CHANGED : added ? ROW_ADDED : ROW_UNCHANGED;
	return rc;
}

/* Totals, signatures and whoever is no mentee. */
static enum rc other_skip(struct import_row *row)
{
	row->run->growth->others++;
	row->fate = ROW_SKIPPED;
	return RC_OK;
}

static enum rc growth_row(struct import_row *row, const struct row *cells)
{
	const struct growth_lines *lines = row->run->import->growth;
	int64_t *value = ARENA_NEW(&row->run->row, int64_t, lines->n);
	const struct participant *p = NULL;
	enum rc rc;

	(void)cells;
	row->fate = ROW_SKIPPED;
	row->fresh.person.family = who_label(row);
	row->fresh.person.given = row->fresh.person.patronymic = "";
	if (!*row->fresh.person.family)
		return RC_OK;
	rc = who_find(row, &row->run->growth->who, &p);
	if (rc == RC_NOT_FOUND)
		return other_skip(row);
	if (rc || !p)
		return rc;
	rc = values_read(row, value);
	return rc ? rc : values_write(row, value, p->id);
}

static void growth_tell(struct import_run *run)
{
	size_t n = run->growth->others;

	if (n)
		issue_add(&run->import->issues, ISSUE_NOTE, 0, 0, NULL,
			  ngettext("%zu row is about somebody who is no mentee: left out.",
				   "%zu rows are about people who are no mentees: left out.", n),
			  n);
}

const struct import_kind_row import_growth_kind = {
	.step = N_("Import of marks and absences"),
	.title = N_("Importing marks and absences"),
	.open = growth_open,
	.look = growth_look,
	.columns = growth_columns,
	.begin = growth_begin,
	.row = growth_row,
	.tell = growth_tell,
};
