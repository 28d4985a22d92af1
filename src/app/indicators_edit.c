/* Indicators: what is fixed, typed, aimed at. */
#include <string.h>

#include "inner.h"
#include "nastavnik/app/indicators.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/indicator.h"
#include "nastavnik/store/write/record.h"
#include "nastavnik/store/write/step.h"
#include "year.h"

static bool is_wanted(struct ids ids, int64_t id)
{
	for (size_t i = 0; i < ids.n; i++)
		if (ids.row[i] == id)
			return true;
	return !ids.n;
}

static struct indicator_value value_fixed(const struct indicator_row *row, enum moment moment,
					  const struct indicator_cell *cell)
{
	return (struct indicator_value){
		.indicator = row->indicator.head.id,
		.moment = moment,
		.value = cell->value,
		.part = cell->part,
		.whole = cell->whole,
		.on_day = cell->on,
		.basis = "",
	};
}

/* Counted, and worth keeping: a day to come is told as of today. */
static const struct indicator_cell *cell_to_fix(const struct indicator_row *row, enum moment moment)
{
	const struct indicator_cell *cell = &row->cell[moment];

	if (cell->told == TOLD_NOTHING)
		cell = &row->cell[MOMENT_NOW];
	return cell->told == TOLD_COUNTED && cell->value != FIELD_NOTHING ? cell : NULL;
}

/* The values that are to be written, as a list in the arena. */
static struct indicator_values fixed_values(struct arena *a, const struct indicators *all,
					    enum moment moment, struct ids ids)
{
	struct indicator_values values = { ARENA_NEW(a, struct indicator_value, all->n), 0 };

	for (size_t i = 0; i < all->n; i++) {
		const struct indicator_row *row = &all->row[i];
		const struct indicator_cell *cell = cell_to_fix(row, moment);

		if (row->rule && cell && is_wanted(ids, row->indicator.head.id))
			values.row[values.n++] = value_fixed(row, moment, cell);
	}
	return values;
}

static enum rc values_write(struct app *app, const struct indicator_values *values, bool forget)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < values->n && !rc; i++) {
		const struct indicator_value *v = &values->row[i];

		rc = forget || v->value == FIELD_NOTHING
			     ? indicator_value_forget(app->store, v->indicator, v->moment)
			     : indicator_value_put(app->store, v);
	}
	return rc;
}

enum rc indicators_fix(struct app *app, enum moment moment, struct ids ids, size_t *n)
{
	struct arena a = { 0 };
	struct indicators all;
	struct indicator_values values = { 0 };
	enum rc rc = indicators_complete(app);

	if (!rc)
		rc = indicators_load(app, &a, app->year.year, &all);
	if (!rc)
		values = fixed_values(&a, &all, moment, ids);
	if (!rc && values.n)
		rc = app_begin(app, N_("Indicators fixed"), text_of(moment_names[moment]));
	if (!rc && values.n)
		rc = app_end(app, values_write(app, &values, false));
	if (!rc)
		*n = values.n;
	arena_done(&a);
	return rc;
}

static struct indicator_values released_values(struct arena *a, const struct indicators *all,
					       enum moment moment, struct ids ids)
{
	struct indicator_values values = { ARENA_NEW(a, struct indicator_value, all->n), 0 };

	for (size_t i = 0; i < all->n; i++) {
		const struct indicator_row *row = &all->row[i];

		if (row->cell[moment].told == TOLD_FIXED && is_wanted(ids, row->indicator.head.id))
			values.row[values.n++] = value_fixed(row, moment, &row->cell[moment]);
	}
	return values;
}

enum rc indicators_release(struct app *app, enum moment moment, struct ids ids, size_t *n)
{
	struct arena a = { 0 };
	struct indicators all;
	struct indicator_values values = { 0 };
	enum rc rc = indicators_load(app, &a, app->year.year, &all);

	if (!rc)
		values = released_values(&a, &all, moment, ids);
	if (!rc && values.n)
		rc = app_begin(app, N_("Indicators released"), text_of(moment_names[moment]));
	if (!rc && values.n)
		rc = app_end(app, values_write(app, &values, true));
	if (!rc)
		*n = values.n;
	arena_done(&a);
	return rc;
}

enum rc indicators_type(struct app *app, const struct indicator *indicator,
			struct indicator_value *values, size_t n)
{
	const struct indicator_values all = { values, n };
	enum rc rc;

	for (size_t i = 0; i < n; i++) {
		values[i].indicator = indicator->head.id;
		values[i].typed = 1;
		values[i].part = values[i].whole = FIELD_NOTHING;
		if (!values[i].on_day)
			values[i].on_day = date_today();
	}
	rc = app_begin(app, N_("Value of an indicator typed"), indicator->name);
	return rc ? rc : app_end(app, values_write(app, &all, false));
}

enum rc indicators_days(struct app *app, const struct indicator_days *days)
{
	struct indicator_days all = *days;
	char day[DATE_SIZE], name[12];
	enum rc rc;

	for (int m = MOMENT_START; m <= MOMENT_END; m++)
		if (all.on[m] && !year_has(app->year.year, (int)all.on[m]))
			return err_set(RC_INVALID, _("%s does not lie in the school year %s."),
				       date_format((int)all.on[m], day),
				       year_name(app->year.year, name));
	indicator_days_propose(&app->year, &all);
	if (all.on[MOMENT_START] >= all.on[MOMENT_BETWEEN] ||
	    all.on[MOMENT_BETWEEN] >= all.on[MOMENT_END])
		return err_set(RC_INVALID, _("The days must follow one another: the start, the day "
					     "between, the end."));
	rc = app_begin(app, N_("Days of the indicators changed"), "");
	return rc ? rc : app_end(app, indicator_days_put(app->store, app->year.year, days));
}

enum rc target_set(struct app *app, const struct indicator *indicator, int64_t year, int64_t value)
{
	const struct target target = { .code = indicator->code, .year = year, .value = value };
	struct arena a = { 0 };
	char name[12];
	enum rc rc;

	if (year < 2000 || year > 2199)
		return err_set(RC_INVALID, _("The school year must be between 2000 and 2199."));
	rc = app_begin_school(app, value == FIELD_NOTHING ? N_("Target removed") : N_("Target set"),
			      arena_printf(&a, "%s, %s", indicator->name, year_name(year, name)));
	if (!rc)
		rc = app_end(app, target_put(app->store, &target));
	arena_done(&a);
	return rc;
}

/* What the methodology brings */

static const struct indicator *indicator_coded(const struct records *all, const char *code)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct indicator *indicator = record_at(&indicator_type, all, i);

		if (strcmp(indicator->code, code) == 0)
			return indicator;
	}
	return NULL;
}

void indicators_carry(struct arena *a, struct records *indicators, const struct records *old,
		      int64_t year)
{
	struct indicator *row = ARENA_NEW(a, struct indicator, indicators->n + old->n);
	const struct indicator *fresh = indicators->row;
	struct records all = { row, old->n };

	if (old->n)
		memcpy(row, old->row, old->n * sizeof(*row));
	for (size_t i = 0; i < old->n; i++)
		row[i].head = (struct record){ .owner = year };
	for (size_t i = 0; i < indicators->n; i++)
		if (!indicator_coded(old, fresh[i].code))
			row[all.n++] = fresh[i];
	*indicators = all;
}

static enum rc missing_load(const struct app *app, struct arena *a, struct records *indicators,
			    struct targets *targets)
{
	struct targets there;
	enum rc rc = indicators_of_methodology(a, &app->year, indicators);

	if (!rc)
		rc = target_list(app->store, a, &there);
	if (!rc && there.n)
		*targets = (struct targets){ 0 };
	else if (!rc)
		rc = targets_of_methodology(a, &app->year, targets);
	return rc;
}

static enum rc missing_write(struct app *app, const struct records *indicators,
			     const struct targets *targets)
{
	enum rc rc = records_add(app->store, &indicator_type, indicators);

	return rc ? rc : targets_add(app->store, targets);
}

enum rc indicators_complete(struct app *app)
{
	struct arena a = { 0 };
	struct records indicators;
	struct targets targets;
	char name[12];
	int64_t n = 0;
	enum rc rc = record_count_year(app->store, &indicator_type, app->year.year, &n);

	if (rc || n || *app_change_why(app))
		return rc;
	rc = missing_load(app, &a, &indicators, &targets);
	if (!rc)
		rc = app_begin(app, N_("Indicators of the methodology"),
			       year_name(app->year.year, name));
	if (!rc)
		rc = app_end(app, missing_write(app, &indicators, &targets));
	arena_done(&a);
	return rc;
}
