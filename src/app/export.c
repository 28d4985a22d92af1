#include "nastavnik/app/export.h"

#include <stdlib.h>
#include <string.h>

#include "choices.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/port/sink.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/person.h"

/* One table being written. */
struct export
{
	const struct app *app;
	const struct export_options *options;
	const char *path;
	struct sink_options sink_options;
	struct arena arena; /* of the run */
	struct arena row;
	struct choice_sets sets;
	struct choice_source source;
	struct sink *sink;
	int64_t rows;
};

static bool field_goes_out(const struct export *x, const struct field *f)
{
	return !(f->flags & FIELD_NO_EXPORT) &&
	       (x->options->sensitive || !(f->flags & FIELD_SENSITIVE));
}

static enum rc export_open(struct export *x, const char *const *heading, size_t columns)
{
	x->sink_options.heading = heading;
	x->sink_options.columns = columns;
	return sink_open(x->path, &x->sink_options, &x->sink);
}

static enum rc export_heading(struct export *x, struct fields fields)
{
	const char **heading = ARENA_NEW(&x->arena, const char *, fields.n);
	size_t columns = 0;

	for (size_t i = 0; i < fields.n; i++) {
		if (field_goes_out(x, &fields.row[i]))
			heading[columns++] = text_of(fields.row[i].label);
	}
	return export_open(x, heading, columns);
}

static void export_value(struct export *x, const struct field *f, const void *record)
{
	if (f->kind == FIELD_DATE)
		sink_date(x->sink, (int)field_int(f, record));
	else if (f->kind == FIELD_NUMBER)
		sink_number(x->sink, field_int(f, record), f->decimals);
	else
		sink_text(x->sink, field_show(&x->row, f, record, &x->source));
}

static void export_record(struct export *x, struct fields fields, const void *record)
{
	arena_reset(&x->row);
	for (size_t i = 0; i < fields.n; i++) {
		if (field_goes_out(x, &fields.row[i]))
			export_value(x, &fields.row[i], record);
	}
	sink_row_end(x->sink);
	x->rows++;
}

/* Records by id: where they stand. */
struct place {
	int64_t id;
	const void *record;
};

struct index {
	struct place *place;
	size_t n;
};

static int place_compare(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

/* n records of a size, each with its id at the offset. */
static struct index index_make(struct arena *a, const void *row, size_t n, size_t size,
			       size_t offset)
{
	struct index index = { ARENA_NEW(a, struct place, n), n };

	for (size_t i = 0; i < n; i++) {
		const char *record = (const char *)row + i * size;

		memcpy(&index.place[i].id, record + offset, sizeof(int64_t));
		index.place[i].record = record;
	}
	qsort(index.place, n, sizeof(*index.place), place_compare);
	return index;
}

static const void *index_get(const struct index *index, int64_t id)
{
	const struct place *found = bsearch(&(struct place){ .id = id }, index->place, index->n,
					    sizeof(*index->place), place_compare);

	return found ? found->record : NULL;
}

/* The records that were asked for in their order, or all as they came. */
static void export_records(struct export *x, struct fields fields, const void *row, size_t n,
			   size_t size, size_t offset)
{
	const struct ids *only = x->options->only;

	if (only) {
		const struct index index = index_make(&x->arena, row, n, size, offset);

		for (size_t i = 0; i < only->n; i++) {
			const void *record = index_get(&index, only->row[i]);

			if (record)
				export_record(x, fields, record);
		}
	} else {
		for (size_t i = 0; i < n; i++)
			export_record(x, fields, (const char *)row + i * size);
	}
}

static enum rc export_people(struct export *x)
{
	struct people people;
	enum rc rc = person_load(x->app->store, &x->arena, x->app->year.year, &people);

	if (!rc)
		rc = export_heading(x, person_fields);
	if (!rc)
		export_records(x, person_fields, people.row, people.n, sizeof(*people.row),
			       offsetof(struct person, id));
	return rc;
}

/* Who has left is in no list, unless it is one that was asked for by name. */
static enum rc participants_load(struct export *x, enum role role, struct participants *all)
{
	if (x->options->only)
		return participant_load_all(x->app->store, &x->arena, x->app->year.year, role, all);
	return app_participants(x->app, &x->arena, role, all);
}

static enum rc export_participants(struct export *x, enum role role)
{
	struct participants all;
	enum rc rc = participants_load(x, role, &all);

	if (!rc)
		rc = export_heading(x, participant_fields(role));
	if (!rc)
		export_records(x, participant_fields(role), all.row, all.n, sizeof(*all.row),
			       offsetof(struct participant, id));
	return rc;
}

static enum rc export_mentees(struct export *x)
{
	return export_participants(x, ROLE_MENTEE);
}

static enum rc export_mentors(struct export *x)
{
	return export_participants(x, ROLE_MENTOR);
}

enum { PAIR_COLUMNS = 9 };

static const char *const pair_headings[PAIR_COLUMNS] = {
	N_("Mentor"),
	N_("Mentor: class or position"),
	N_("Mentee"),
	N_("Mentee: class"),
	N_("Form of mentoring"),
	N_("From"),
	N_("To"),
	N_("Score"),
	N_("State"),
};

static enum rc pair_heading(struct export *x)
{
	const char **heading = ARENA_NEW(&x->arena, const char *, PAIR_COLUMNS);

	for (size_t i = 0; i < PAIR_COLUMNS; i++)
		heading[i] = text_of(pair_headings[i]);
	return export_open(x, heading, PAIR_COLUMNS);
}

/* A membership with both of its sides. */
struct pair_sides {
	struct index mentors, mentees;
};

static void export_pair(struct export *x, const struct pair_sides *sides,
			const struct bond_member *m)
{
	const struct year *year = &x->app->year;
	const struct participant *mentor = index_get(&sides->mentors, m->mentor);
	const struct participant *mentee = index_get(&sides->mentees, m->mentee);

	if (!mentor || !mentee)
		return;
	arena_reset(&x->row);
	sink_text(x->sink, person_name(&x->row, &mentor->person));
	sink_text(x->sink, person_class_or_position(&mentor->person));
	sink_text(x->sink, person_name(&x->row, &mentee->person));
	sink_text(x->sink, person_class_or_position(&mentee->person));
	sink_text(x->sink, book_item_name(&x->app->books, m->form));
	sink_date(x->sink, (int)(m->from ? m->from : year->bond_from));
	sink_date(x->sink, (int)(m->to ? m->to : year->bond_to));
	sink_number(x->sink, m->score < 0 ? FIELD_NOTHING : m->score, 1);
	sink_text(x->sink, m->state == MEMBER_ENDED ? _("has ended") : _("at work"));
	sink_row_end(x->sink);
	x->rows++;
}

static void export_members(struct export *x, const struct pair_sides *sides,
			   const struct members *members)
{
	const struct ids *only = x->options->only;

	if (only) {
		const struct index index =
			index_make(&x->arena, members->row, members->n, sizeof(*members->row),
				   offsetof(struct bond_member, id));

		for (size_t i = 0; i < only->n; i++) {
			const struct bond_member *m = index_get(&index, only->row[i]);

			if (m)
				export_pair(x, sides, m);
		}
	} else {
		for (size_t i = 0; i < members->n; i++) {
			if (bond_member_lasts(&members->row[i], &x->app->year))
				export_pair(x, sides, &members->row[i]);
		}
	}
}

static struct index participants_index(struct export *x, const struct participants *all)
{
	return index_make(&x->arena, all->row, all->n, sizeof(*all->row),
			  offsetof(struct participant, id));
}

static enum rc export_pairs(struct export *x)
{
	struct members members;
	struct participants mentors, mentees;
	enum rc rc = members_load(x->app->store, &x->arena, x->app->year.year, &members);

	if (!rc)
		rc = participants_load(x, ROLE_MENTOR, &mentors);
	if (!rc)
		rc = participants_load(x, ROLE_MENTEE, &mentees);
	if (!rc)
		rc = pair_heading(x);
	if (!rc)
		export_members(x,
			       &(struct pair_sides){ participants_index(x, &mentors),
						     participants_index(x, &mentees) },
			       &members);
	return rc;
}

/* A mentor's card as banks of mentors ask for it; names of fields of mentor_fields. */
static const char *const bank_fields[] = {
	"family",    "given",    "patronymic", "phone",       "email",
	"place",     "position", "class_name", "topics",      "achievements",
	"interests", "age_from", "age_to",     "hours",       "capacity",
	"joined",    "form",     "subbase",    "mentor_type", "technology",
};

static enum rc export_bank(struct export *x)
{
	enum { FIELDS_N = sizeof(bank_fields) / sizeof(bank_fields[0]) };
	struct field *row = ARENA_NEW(&x->arena, struct field, FIELDS_N);
	const struct fields fields = { row, FIELDS_N };
	struct participants all;
	enum rc rc = participants_load(x, ROLE_MENTOR, &all);

	for (size_t i = 0; i < FIELDS_N; i++)
		row[i] = *field_find(mentor_fields, bank_fields[i]);
	if (!rc)
		rc = export_heading(x, fields);
	if (!rc)
		export_records(x, fields, all.row, all.n, sizeof(*all.row),
			       offsetof(struct participant, id));
	return rc;
}

static const struct {
	const char *title; /* of the sheet */
	enum rc (*run)(struct export *x);
} export_kinds[EXPORT_COUNT] = {
	[EXPORT_PEOPLE] = { N_("People"), export_people },
	[EXPORT_MENTEES] = { N_("Mentees"), export_mentees },
	[EXPORT_MENTORS] = { N_("Mentors"), export_mentors },
	[EXPORT_PAIRS] = { N_("Pairs"), export_pairs },
	[EXPORT_BANK] = { N_("Mentors"), export_bank },
};

/* What is true of every export: a table's encoding, and whether it becomes a file. */
static enum rc export_begin(struct export *x, struct issues *issues)
{
	const char *code = x->options->encoding;
	enum rc rc = RC_OK;

	x->sink_options.encoding = ENCODING_UTF8_BOM;
	x->sink_options.issues = issues;
	if (code)
		rc = encoding_parse(code, &x->sink_options.encoding);
	if (x->sink_options.encoding == ENCODING_AUTO)
		x->sink_options.encoding = ENCODING_UTF8_BOM;
	return rc;
}

static enum rc export_end(struct export *x, enum rc rc)
{
	if (rc)
		sink_drop(x->sink);
	else
		rc = sink_commit(x->sink);
	arena_done(&x->arena);
	arena_done(&x->row);
	return rc;
}

enum rc export_run(const struct app *app, enum export_kind kind, const char *path,
		   const struct export_options *options, struct issues *issues, int64_t *rows)
{
	struct export x = { .app = app, .options = options, .path = path };
	enum rc rc = export_begin(&x, issues);

	x.sink_options.title = text_of(export_kinds[kind].title);
	choice_sets_load(app, &x.arena, &x.sets);
	x.source = choice_sets_source(&x.sets);
	if (!rc)
		rc = export_kinds[kind].run(&x);
	rc = export_end(&x, rc);
	if (!rc)
		*rows = x.rows;
	return rc;
}

/* «95», «95,5», «-3» as a number in tenths; texts of more digits are numbers of another kind. */
static bool number_read(const char *text, int64_t *tenths)
{
	const char *at = text + (*text == '-');
	size_t n = strspn(at, "0123456789");
	bool part = at[n] == ',' && strchr("0123456789", at[n + 1]) && at[n + 1] && !at[n + 2];

	if (!n || n > 15 || (at[n] && !part))
		return false;
	*tenths = strtoll(at, NULL, 10) * 10 + (part ? at[n + 1] - '0' : 0);
	*tenths = *text == '-' ? -*tenths : *tenths;
	return true;
}

static void export_cell(struct export *x, const char *text, bool number)
{
	char shown[DATE_SIZE];
	int64_t tenths;
	int date;

	if (strlen(text) == DATE_SIZE - 1 && date_parse(text, &date) &&
	    !strcmp(date_format(date, shown), text))
		sink_date(x->sink, date);
	else if (number && number_read(text, &tenths))
		sink_number(x->sink, tenths % 10 ? tenths : tenths / 10, tenths % 10 != 0);
	else
		sink_text(x->sink, text);
}

enum rc export_table(const struct app *app, const struct paper_table *table, const char *path,
		     const struct export_options *options, struct issues *issues)
{
	struct export x = { .app = app, .options = options, .path = path };
	enum rc rc = export_begin(&x, issues);

	x.sink_options.title = table->title;
	if (!rc)
		rc = export_open(&x, table->heading, table->columns);
	for (size_t r = 0; !rc && r < table->rows; r++) {
		for (size_t c = 0; c < table->columns; c++)
			export_cell(&x, table->cell[r * table->columns + c],
				    table->number && table->number[c]);
		sink_row_end(x.sink);
	}
	return export_end(&x, rc);
}
