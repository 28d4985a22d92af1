#include "nastavnik/app/growth.h"

#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/read/results.h"
#include "nastavnik/store/write/growth.h"

enum { NAME_KEY = 512 };

int64_t *growth_value(const struct growth_row *row, size_t measure, enum growth_moment moment)
{
	return &row->value[measure * GROWTH_MOMENTS + (size_t)moment - GROWTH_START];
}

static int row_order(const void *a, const void *b)
{
	const struct growth_row *x = a, *y = b;
	int one = class_order(x->class_name), other = class_order(y->class_name);
	char name[NAME_KEY], other_name[NAME_KEY];

	if (one != other) /* who is in no class stands behind */
		return one && other ? one - other : one ? -1 : 1;
	utf8_sort_key_into(x->name, name, sizeof(name));
	utf8_sort_key_into(y->name, other_name, sizeof(other_name));
	return strcmp(name, other_name);
}

static struct growth_row row_make(struct arena *a, const struct participant *p, size_t measures)
{
	struct growth_row row = { .participation = p->id,
				  .name = person_short_name(a, &p->person),
				  .class_name = person_class_or_position(&p->person),
				  .value = ARENA_NEW(a, int64_t, measures * GROWTH_MOMENTS) };

	for (size_t i = 0; i < measures * GROWTH_MOMENTS; i++)
		row.value[i] = FIELD_NOTHING;
	return row;
}

static size_t measure_place(const struct growth_sheet *sheet, int64_t id)
{
	size_t i = 0;

	while (i < sheet->measures && sheet->measure[i].head.id != id)
		i++;
	return i;
}

static void cells_place(const struct growth_sheet *sheet, const struct growths *cells)
{
	for (size_t i = 0; i < cells->n; i++) {
		const struct growth *cell = &cells->row[i];
		size_t measure = measure_place(sheet, cell->measure);

		for (size_t k = 0; k < sheet->n && measure < sheet->measures; k++)
			if (sheet->row[k].participation == cell->participation)
				*growth_value(&sheet->row[k], measure,
					      (enum growth_moment)cell->moment) = cell->value;
	}
}

static bool has_cell(const struct growths *cells, int64_t participation)
{
	for (size_t i = 0; i < cells->n; i++)
		if (cells->row[i].participation == participation)
			return true;
	return false;
}

enum rc growth_load(const struct app *app, struct arena *a, struct growth_sheet *out)
{
	struct growth_sheet sheet = { 0 };
	struct participants people = { 0 };
	struct survey_rules rules;
	struct records measures;
	struct growths cells;
	enum rc rc = record_list(app->store, a, &measure_type, app->year.year, &measures);

	if (!rc)
		rc = growth_list(app->store, a, app->year.year, &cells);
	if (!rc)
		rc = survey_rules_get(app->store, app->year.year, &rules);
	if (!rc)
		rc = participant_load_all(app->store, a, app->year.year, ROLE_MENTEE, &people);
	if (rc)
		return rc;
	sheet.group_min = rules.group_min;
	sheet.measure = measures.row;
	sheet.measures = measures.n;
	sheet.row = ARENA_NEW(a, struct growth_row, people.n);
	for (size_t i = 0; i < people.n; i++)
		if (!people.row[i].person.left_on || has_cell(&cells, people.row[i].id))
			sheet.row[sheet.n++] = row_make(a, &people.row[i], sheet.measures);
	if (sheet.n)
		qsort(sheet.row, sheet.n, sizeof(*sheet.row), row_order);
	cells_place(&sheet, &cells);
	*out = sheet;
	return RC_OK;
}

enum rc growth_save(struct app *app, const struct growth *cell)
{
	struct arena a = { 0 };
	struct measure measure;
	struct participant p;
	enum rc rc = record_get(app->store, &a, &measure_type, cell->measure, &measure);

	if (!rc)
		rc = participant_get(app->store, &a, cell->participation, &p);
	if (!rc)
		rc = growth_check(&measure, cell->value);
	if (!rc)
		rc = app_begin(
			app, N_("Value of the e-journal"),
			arena_printf(&a, "%s: %s", person_short_name(&a, &p.person), measure.name));
	if (!rc)
		rc = app_end(app, growth_put(app->store, cell));
	arena_done(&a);
	return rc;
}

struct growth_sum growth_sum_of(const struct growth_sheet *sheet, size_t measure,
				const char *class_name)
{
	struct growth_sum sum = { 0 };

	for (size_t i = 0; i < sheet->n; i++)
		if (!class_name || !strcmp(sheet->row[i].class_name, class_name))
			growth_count(&sheet->measure[measure],
				     growth_value(&sheet->row[i], measure, GROWTH_START), &sum);
	return sum;
}

bool growth_may_tell(const struct growth_sheet *sheet, const struct growth_sum *sum)
{
	return (int64_t)sum->pairs >= sheet->group_min;
}

const char *growth_mean(struct arena *a, int64_t total, size_t n)
{
	char buf[NUMBER_SIZE];
	int64_t half = (int64_t)n / 2;

	if (!n)
		return "";
	return arena_strdup(a, number_format((total + half) / (int64_t)n, GROWTH_DECIMALS, buf));
}

const char *growth_sentence(struct arena *a, const struct growth_sheet *sheet,
			    const struct growth_sum *sum)
{
	if (!sum->pairs)
		return _("nobody has both values yet");
	if (!growth_may_tell(sheet, sum))
		return arena_printf(a, _("fewer than %lld people: not shown"),
				    (long long)sheet->group_min);
	return arena_printf(a, _("mean %s → %s · better %zu, the same %zu, worse %zu of %zu"),
			    growth_mean(a, sum->start, sum->pairs),
			    growth_mean(a, sum->end, sum->pairs), sum->better, sum->same,
			    sum->worse, sum->pairs);
}

enum rc growth_propose(struct app *app, size_t *added)
{
	static const struct {
		const char *name;
		enum measure_kind kind;
	} usual[] = {
		{ N_("Average mark: mathematics"), MEASURE_MARK },
		{ N_("Average mark: Russian"), MEASURE_MARK },
		{ N_("Absences of lessons"), MEASURE_ABSENCES },
		{ N_("Conflicts"), MEASURE_CONFLICTS },
	};
	enum { USUAL = sizeof(usual) / sizeof(usual[0]) };
	struct measure measure[USUAL];
	struct records rows = { measure, USUAL };
	int64_t there;
	enum rc rc = record_count_year(app->store, &measure_type, app->year.year, &there);

	*added = 0;
	if (rc || there)
		return rc;
	for (size_t i = 0; i < USUAL; i++) {
		record_init(&measure_type, &measure[i], app->year.year, date_today());
		measure[i].name = text_of(usual[i].name);
		measure[i].kind = usual[i].kind;
		measure[i].reverse = measure_kind_reverse(usual[i].kind);
	}
	rc = records_save_all(app, &measure_type, &rows, N_("Usual measures added"));
	*added = rc ? 0 : USUAL;
	return rc;
}
