#include "nastavnik/app/export.h"

#include "choices.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/port/csv.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/person.h"

/* One table being written. */
struct export
{
	const struct app *app;
	bool sensitive;
	struct arena arena; /* of the run */
	struct arena row;
	struct choice_sets sets;
	struct choice_source source;
	struct csv *csv;
	int64_t rows;
};

static bool field_goes_out(const struct export *x, const struct field *f)
{
	return !(f->flags & FIELD_NO_EXPORT) && (x->sensitive || !(f->flags & FIELD_SENSITIVE));
}

static void export_heading(struct export *x, struct fields fields)
{
	for (size_t i = 0; i < fields.n; i++) {
		if (field_goes_out(x, &fields.row[i]))
			csv_cell(x->csv, text_of(fields.row[i].label));
	}
	csv_row_end(x->csv);
}

static void export_record(struct export *x, struct fields fields, const void *record)
{
	arena_reset(&x->row);
	for (size_t i = 0; i < fields.n; i++) {
		const struct field *f = &fields.row[i];

		if (field_goes_out(x, f))
			csv_cell(x->csv, field_show(&x->row, f, record, &x->source));
	}
	csv_row_end(x->csv);
	x->rows++;
}

static enum rc export_people(struct export *x)
{
	struct people people;
	enum rc rc = person_load(x->app->store, &x->arena, x->app->year.year, &people);

	if (rc)
		return rc;
	export_heading(x, person_fields);
	for (size_t i = 0; i < people.n; i++)
		export_record(x, person_fields, &people.row[i]);
	return RC_OK;
}

static enum rc export_participants(struct export *x, enum role role)
{
	struct participants all;
	enum rc rc = app_participants(x->app, &x->arena, role, &all);

	if (rc)
		return rc;
	export_heading(x, participant_fields(role));
	for (size_t i = 0; i < all.n; i++)
		export_record(x, participant_fields(role), &all.row[i]);
	return RC_OK;
}

static enum rc export_mentees(struct export *x)
{
	return export_participants(x, ROLE_MENTEE);
}

static enum rc export_mentors(struct export *x)
{
	return export_participants(x, ROLE_MENTOR);
}

static const char *const pair_headings[] = {
	N_("Mentor"),
	N_("Mentor: class or position"),
	N_("Mentee"),
	N_("Mentee: class"),
	N_("Form of mentoring"),
	N_("From"),
	N_("To"),
	N_("Score"),
};

static const struct participant *side_get(const struct participants *side, int64_t id)
{
	for (size_t i = 0; i < side->n; i++) {
		if (side->row[i].id == id)
			return &side->row[i];
	}
	return NULL;
}

static void export_pair(struct export *x, const struct bond_member *m,
			const struct participant *mentor, const struct participant *mentee)
{
	const struct year *year = &x->app->year;
	char from[DATE_SIZE], to[DATE_SIZE];

	arena_reset(&x->row);
	csv_cell(x->csv, person_name(&x->row, &mentor->person));
	csv_cell(x->csv, person_class_or_position(&mentor->person));
	csv_cell(x->csv, person_name(&x->row, &mentee->person));
	csv_cell(x->csv, person_class_or_position(&mentee->person));
	csv_cell(x->csv, book_item_name(&x->app->books, m->form));
	csv_cell(x->csv, date_format((int)(m->from ? m->from : year->bond_from), from));
	csv_cell(x->csv, date_format((int)(m->to ? m->to : year->bond_to), to));
	csv_cell(x->csv, m->score < 0 ? ""
				      : arena_printf(&x->row, "%lld,%lld", (long long)m->score / 10,
						     (long long)m->score % 10));
	csv_row_end(x->csv);
	x->rows++;
}

static enum rc export_pairs(struct export *x)
{
	struct members members;
	struct participants mentors, mentees;
	enum rc rc = members_load(x->app->store, &x->arena, x->app->year.year, &members);

	if (!rc)
		rc = app_participants(x->app, &x->arena, ROLE_MENTOR, &mentors);
	if (!rc)
		rc = app_participants(x->app, &x->arena, ROLE_MENTEE, &mentees);
	if (rc)
		return rc;
	for (size_t i = 0; i < sizeof(pair_headings) / sizeof(pair_headings[0]); i++)
		csv_cell(x->csv, _(pair_headings[i]));
	csv_row_end(x->csv);
	for (size_t i = 0; i < members.n; i++) {
		const struct bond_member *m = &members.row[i];
		const struct participant *mentor = side_get(&mentors, m->mentor);
		const struct participant *mentee = side_get(&mentees, m->mentee);

		if (m->state == MEMBER_ACTIVE && mentor && mentee)
			export_pair(x, m, mentor, mentee);
	}
	return RC_OK;
}

static enum rc (*const export_kinds[EXPORT_COUNT])(struct export *x) = {
	[EXPORT_PEOPLE] = export_people,
	[EXPORT_MENTEES] = export_mentees,
	[EXPORT_MENTORS] = export_mentors,
	[EXPORT_PAIRS] = export_pairs,
};

static enum rc export_write(struct export *x, enum export_kind kind, const char *path,
			    const struct csv_options *options)
{
	enum rc rc = csv_create(path, options, &x->csv);

	if (rc)
		return rc;
	choice_sets_load(x->app, &x->arena, &x->sets);
	x->source = choice_sets_source(&x->sets);
	rc = export_kinds[kind](x);
	if (!rc)
		return csv_commit(x->csv);
	csv_drop(x->csv);
	return rc;
}

enum rc export_run(const struct app *app, enum export_kind kind, const char *path,
		   const struct export_options *options, struct issues *issues, int64_t *rows)
{
	struct export x = { .app = app, .sensitive = options->sensitive };
	struct csv_options csv = { .encoding = ENCODING_UTF8_BOM, .issues = issues };
	enum rc rc = options->encoding ? encoding_parse(options->encoding, &csv.encoding) : RC_OK;

	if (!rc && csv.encoding == ENCODING_AUTO)
		csv.encoding = ENCODING_UTF8_BOM;
	if (!rc)
		rc = export_write(&x, kind, path, &csv);
	arena_done(&x.arena);
	arena_done(&x.row);
	if (!rc)
		*rows = x.rows;
	return rc;
}
