#include "nastavnik/app/indicators.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/indicator.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/read/results.h"
#include "nastavnik/store/read/school.h"

/* Of one year, while its rows are made. */
struct telling {
	struct arena *arena;
	struct indicators *out;
	struct indicator_facts facts;
	struct indicator_values values;
	struct targets targets;
	int64_t today;
};

static const struct indicator_value *value_find(const struct telling *t, int64_t indicator,
						enum moment moment)
{
	for (size_t i = 0; indicator && i < t->values.n; i++)
		if (t->values.row[i].indicator == indicator &&
		    t->values.row[i].moment == (int64_t)moment)
			return &t->values.row[i];
	return NULL;
}

static struct indicator_cell cell_kept(const struct indicator_value *v)
{
	return (struct indicator_cell){
		.told = v->typed ? TOLD_TYPED : TOLD_FIXED,
		.value = v->value,
		.part = v->part,
		.whole = v->whole,
		.on = v->on_day,
		.basis = v->basis,
	};
}

static struct indicator_cell cell_tell(const struct telling *t, const struct indicator_row *row,
				       enum moment moment)
{
	const struct indicator_value *kept = value_find(t, row->indicator.head.id, moment);
	struct indicator_cell cell = {
		.value = FIELD_NOTHING, .part = FIELD_NOTHING, .whole = FIELD_NOTHING, .basis = ""
	};
	int64_t on = t->out->days.on[moment];
	bool counts = row->rule && on <= t->today;
	struct indicator_count count = { .value = FIELD_NOTHING, .whole = FIELD_NOTHING };

	if (counts)
		count = indicator_count(t->arena, row->rule, &t->facts, (int)on, t->out->least);
	if (kept)
		cell = cell_kept(kept);
	else if (counts)
		cell = (struct indicator_cell){ .told = TOLD_COUNTED,
						.value = count.value,
						.part = count.part,
						.whole = count.whole,
						.on = on,
						.basis = "" };
	cell.count = count;
	return cell;
}

/* What was typed last is what is known now. */
static void now_of_typed(struct indicator_row *row)
{
	for (enum moment m = MOMENT_END; m >= MOMENT_START && !row->rule; m--) {
		if (row->cell[m].told == TOLD_NOTHING)
			continue;
		row->cell[MOMENT_NOW] = row->cell[m];
		return;
	}
}

static struct indicator_row row_tell(const struct telling *t, const struct indicator *indicator)
{
	struct indicator_row row = { .indicator = *indicator };

	row.rule = indicator_rule(indicator->rule);
	for (enum moment m = MOMENT_START; m < MOMENTS; m++)
		row.cell[m] = cell_tell(t, &row, m);
	now_of_typed(&row);
	row.last = row.cell[MOMENT_END].told != TOLD_NOTHING ? MOMENT_END : MOMENT_NOW;
	row.target = target_of(&t->targets, indicator->code, t->out->year);
	row.verdict = indicator_verdict(indicator, row.cell[row.last].value, row.target);
	return row;
}

static enum rc year_find(const struct app *app, struct arena *a, int64_t number, struct year *out)
{
	struct years years = { 0 };
	char name[12];
	enum rc rc = year_list(app->store, a, &years);

	for (size_t i = 0; !rc && i < years.n; i++) {
		if (years.row[i].year != number)
			continue;
		*out = years.row[i];
		return RC_OK;
	}
	return rc ? rc
		  : err_set(RC_NOT_FOUND, _("The school year %s is not in the file."),
			    year_name(number, name));
}

/* A year that is over is told as of its last day. */
static int64_t day_now(int64_t year)
{
	int last = date_make((int)year + 1, 8, 31), today = date_today();

	return today < last ? today : last;
}

static enum rc days_load(const struct app *app, const struct year *year,
			 struct indicator_days *days)
{
	struct indicator_days set;
	enum rc rc = indicator_days_get(app->store, year->year, &set);

	if (rc)
		return rc;
	indicator_days_propose(year, &set);
	set.on[MOMENT_NOW] = day_now(year->year);
	*days = set;
	return RC_OK;
}

static enum rc list_load(const struct app *app, struct arena *a, const struct year *year,
			 struct records *out)
{
	enum rc rc = record_list(app->store, a, &indicator_type, year->year, out);

	return rc || out->n ? rc : indicators_of_methodology(a, year, out);
}

static enum rc telling_load(const struct app *app, struct telling *t, const struct year *year)
{
	struct survey_rules rules;
	enum rc rc = days_load(app, year, &t->out->days);

	t->out->year = year->year;
	t->today = t->out->days.on[MOMENT_NOW];
	if (!rc)
		rc = survey_rules_get(app->store, year->year, &rules);
	if (!rc)
		t->out->least = rules.group_min;
	if (!rc)
		rc = indicator_facts_load(app->store, t->arena, year->year, &t->facts);
	if (!rc)
		rc = indicator_values_load(app->store, t->arena, year->year, &t->values);
	if (!rc)
		rc = target_list(app->store, t->arena, &t->targets);
	t->facts.age_on = year->count_on;
	return rc;
}

enum rc indicators_load(const struct app *app, struct arena *a, int64_t number,
			struct indicators *out)
{
	struct indicators told = { 0 };
	struct telling t = { .arena = a, .out = &told };
	struct records list = { 0 };
	struct year year;
	enum rc rc = year_find(app, a, number, &year);

	if (!rc)
		rc = telling_load(app, &t, &year);
	if (!rc)
		rc = list_load(app, a, &year, &list);
	if (rc)
		return rc;
	told.row = ARENA_NEW(a, struct indicator_row, list.n);
	for (size_t i = 0; i < list.n; i++) {
		const struct indicator *indicator = record_at(&indicator_type, &list, i);

		if (!indicator->hidden)
			told.row[told.n++] = row_tell(&t, indicator);
	}
	*out = told;
	return RC_OK;
}

const char *indicator_source(struct arena *a, const struct indicator_row *row, enum moment moment)
{
	const struct indicator_cell *cell = &row->cell[moment];
	char day[DATE_SIZE];

	date_format((int)cell->on, day);
	if (cell->told == TOLD_TYPED)
		return *cell->basis ? arena_printf(a, _("typed on %s: %s"), day, cell->basis)
				    : arena_printf(a, _("typed on %s"), day);
	if (cell->told == TOLD_FIXED)
		return arena_printf(a, _("fixed as it was on %s"), day);
	return cell->told == TOLD_COUNTED ? text_of(indicator_rule_of(row->rule)) : "";
}

enum rc targets_load(const struct app *app, struct arena *a, struct targets *out)
{
	return target_list(app->store, a, out);
}
