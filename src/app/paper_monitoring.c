/* The monitoring report: what the programme has come to, in figures. It leaves the school: there
 * are no names in it, and no figures of groups that are too small. */
#include <string.h>

#include "nastavnik/app/indicators.h"
#include "nastavnik/app/swot.h"
#include "nastavnik/base/date.h"
#include "nastavnik/print/doc.h"
#include "nastavnik/store/read/figures.h"
#include "nastavnik/store/read/school.h"
#include "paper_monitoring.h"
#include "programme.h"

/* What the report is filled from. */
struct monitoring {
	struct indicators now;
	struct indicators before; /* of last year; no rows: it is not in the file */
	struct programme programme;
	struct figure_classes classes;
	struct swot_board swot;
};

static enum rc before_load(const struct app *app, struct arena *a, struct indicators *out)
{
	struct years years = { 0 };
	enum rc rc = year_list(app->store, a, &years);

	for (size_t i = 0; !rc && i < years.n; i++)
		if (years.row[i].year == app->year.year - 1)
			return indicators_load(app, a, app->year.year - 1, out);
	return rc;
}

static enum rc monitoring_begin(const struct app *app, struct arena *a, void **data)
{
	struct monitoring *m = arena_alloc(a, sizeof(*m));
	enum rc rc;

	*m = (struct monitoring){ 0 };
	rc = indicators_load(app, a, app->year.year, &m->now);
	if (!rc)
		rc = before_load(app, a, &m->before);
	if (!rc)
		rc = programme_load(app, a, &m->programme);
	if (!rc)
		rc = figures_by_class(app->store, a, app->year.year, &m->classes);
	if (!rc)
		rc = swot_load(app, a, (struct swot_wish){ 0 }, &m->swot);
	if (!rc)
		*data = m;
	return rc;
}

static const char *count_text(struct arena *a, int64_t n)
{
	return arena_printf(a, "%lld", (long long)n);
}

/* Indicators */

static const struct indicator_row *row_coded(const struct indicators *all, const char *code)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->row[i].indicator.code, code) == 0)
			return &all->row[i];
	return NULL;
}

static const char *cell_text(const struct monitoring *m, struct arena *a,
			     const struct indicator_row *row, enum moment moment)
{
	const struct indicator_cell *cell = &row->cell[moment];

	if (cell->value != FIELD_NOTHING)
		return indicator_show(a, &row->indicator, cell->value);
	if (cell->told == TOLD_COUNTED && cell->count.few)
		return arena_printf(a, "менее %lld", (long long)m->now.least);
	return "–";
}

/* Russian whatever the interface speaks: it stands in a paper. */
static const char *verdict_text(const struct indicator_row *row)
{
	static const char *const words[] = { [VERDICT_NONE] = "",
					     [VERDICT_MET] = "достигнута",
					     [VERDICT_MISSED] = "не достигнута" };

	return words[row->verdict];
}

static const char *list_title(int64_t list)
{
	static const char *const titles[INDICATOR_LISTS] = {
		[INDICATORS_R145] = "Показатели целевой модели (Р-145)",
		[INDICATORS_SCHOOL] = "Показатели школы",
		[INDICATORS_RESULTS] = "Результаты на уровне школы",
	};

	return list >= INDICATORS_R145 && list < INDICATOR_LISTS ? titles[list] : "Прочее";
}

static void indicator_row_fill(const struct monitoring *m, struct scope *row,
			       const struct indicator_row *told)
{
	const struct indicator_row *before = row_coded(&m->before, told->indicator.code);
	struct arena *a = row->arena;

	scope_text(row, "number|номер", told->indicator.number);
	scope_text(row, "name|показатель", told->indicator.name);
	scope_text(row, "before|год_назад", before ? cell_text(m, a, before, before->last) : "–");
	scope_text(row, "start|начало", cell_text(m, a, told, MOMENT_START));
	scope_text(row, "between|середина", cell_text(m, a, told, MOMENT_BETWEEN));
	scope_text(row, "last|итог", cell_text(m, a, told, told->last));
	scope_text(row, "target|цель", indicator_show(a, &told->indicator, told->target));
	scope_text(row, "verdict|вывод", verdict_text(told));
}

static void indicators_fill(const struct monitoring *m, struct scope *s)
{
	struct scope_table *table = scope_table(s, "indicators|показатели");
	int64_t list = 0;

	for (size_t i = 0; i < m->now.n; i++) {
		const struct indicator_row *told = &m->now.row[i];

		if (!i || told->indicator.list != list)
			scope_row(table)->heading = list_title(told->indicator.list);
		list = told->indicator.list;
		indicator_row_fill(m, scope_row(table), told);
	}
}

/* Thousandths of a share in hundredths of a per cent. */
static int bar_value(int64_t value)
{
	return value == FIELD_NOTHING ? 0 : (int)(value / 10);
}

/* Shares as bars: at the start, and as they stand. */
static void bars_fill(const struct monitoring *m, struct scope *s)
{
	struct scope_table *table = scope_table(s, "bars|полосы");
	struct arena *a = s->arena;

	for (size_t i = 0; i < m->now.n; i++) {
		const struct indicator_row *told = &m->now.row[i];
		int64_t start = told->cell[MOMENT_START].value, last = told->cell[told->last].value;
		struct scope *row;

		if (told->indicator.kind != INDICATOR_PERCENT || last == FIELD_NOTHING)
			continue;
		row = scope_row(table);
		scope_text(row, "name|показатель", told->indicator.name);
		scope_text(row, "bar|полоса",
			   start == FIELD_NOTHING
				   ? doc_bar(a, bar_value(last))
				   : doc_bar_pair(a, bar_value(start), bar_value(last)));
		scope_text(row, "change|изменение",
			   arena_printf(a, "%s → %s", cell_text(m, a, told, MOMENT_START),
					cell_text(m, a, told, told->last)));
	}
	scope_flag(s, "has_bars|есть_полосы", table->rows > 0);
}

/* From what typed values are: a reader must be able to ask. */
static void sources_fill(const struct monitoring *m, struct scope *s)
{
	struct scope_table *table = scope_table(s, "sources|источники");

	for (size_t i = 0; i < m->now.n; i++) {
		const struct indicator_row *told = &m->now.row[i];

		for (enum moment moment = MOMENT_START; moment <= MOMENT_END; moment++) {
			const struct indicator_cell *cell = &told->cell[moment];
			struct scope *row;

			if (cell->told != TOLD_TYPED)
				continue;
			row = scope_row(table);
			scope_text(row, "number|номер", told->indicator.number);
			scope_text(row, "value|значение",
				   indicator_show(s->arena, &told->indicator, cell->value));
			scope_text(row, "basis|источник", *cell->basis ? cell->basis : "–");
			scope_date(row, "date|дата", cell->on);
		}
	}
	scope_flag(s, "has_sources|есть_источники", table->rows > 0);
}

/* Counts */

static void sums_fill(const struct paper_work *w, struct scope *s, const char *name,
		      const struct pair_sums *sums)
{
	struct scope_table *table = scope_table(s, name);
	struct arena *a = s->arena;

	for (size_t i = 0; i < sums->n; i++) {
		const struct pair_sum *sum = &sums->row[i];
		struct scope *row = scope_row(table);

		scope_text(row, "name|название",
			   sum->item ? book_item_name(&w->app->books, sum->item) : "не указана");
		scope_text(row, "bonds|пар", count_text(a, sum->bonds));
		scope_text(row, "mentees|наставляемых", count_text(a, sum->mentees));
		scope_text(row, "effective|результативных", count_text(a, sum->effective));
	}
}

static void classes_fill(const struct monitoring *m, struct scope *s)
{
	struct scope_table *table = scope_table(s, "classes|классы");

	for (size_t i = 0; i < m->classes.n; i++) {
		const struct figure_class *c = &m->classes.row[i];
		struct scope *row = scope_row(table);

		scope_text(row, "class|класс", *c->name ? c->name : "взрослые");
		scope_text(row, "mentees|наставляемых", count_text(s->arena, c->mentees));
		scope_text(row, "mentors|наставников", count_text(s->arena, c->mentors));
		scope_text(row, "paired|в_парах", count_text(s->arena, c->paired));
	}
	scope_flag(s, "has_classes|есть_классы", table->rows > 0);
}

/* SWOT */

static void swot_fill(const struct monitoring *m, struct scope *s)
{
	static const char *const titles[SWOT_PARTS] = { "Сильные стороны", "Слабые стороны",
							"Возможности", "Угрозы" };
	struct scope_table *table = scope_table(s, "swot");

	for (int64_t part = 1; part <= SWOT_PARTS; part++) {
		bool first = true;

		for (size_t i = 0; i < m->swot.lines.n; i++) {
			const struct swot *line = &m->swot.lines.row[i];
			struct scope *row;

			if (line->part != part || line->state != SWOT_TAKEN)
				continue;
			if (first)
				scope_row(table)->heading = titles[part - 1];
			first = false;
			row = scope_row(table);
			scope_text(row, "name|строка", line->name);
			scope_text(row, "basis|основание", line->basis);
		}
	}
	scope_flag(s, "has_swot|есть_swot", table->rows > 0);
}

static void days_fill(const struct monitoring *m, struct scope *s)
{
	const struct indicator_days *days = &m->now.days;
	bool over = days->on[MOMENT_NOW] >= days->on[MOMENT_END];

	scope_date(s, "start_day|дата_начала", days->on[MOMENT_START]);
	scope_date(s, "between_day|дата_середины", days->on[MOMENT_BETWEEN]);
	scope_date(s, "last_day|дата_итога", days->on[over ? MOMENT_END : MOMENT_NOW]);
	scope_flag(s, "over|итоговый", over);
	scope_number(s, "least|наименьшая_группа", m->now.least);
}

static enum rc monitoring_fill(const struct paper_work *w, struct scope *s)
{
	const struct monitoring *m = w->data;
	const struct programme *p = &m->programme;

	if (!p->figures.mentees && !p->figures.mentors)
		return err_set(RC_NOT_FOUND,
			       _("Nobody stands in the bases of this year yet: there is nothing to "
				 "report."));
	days_fill(m, s);
	indicators_fill(m, s);
	bars_fill(m, s);
	sources_fill(m, s);
	sums_fill(w, s, "forms|формы", &p->forms);
	sums_fill(w, s, "roles|модели", &p->roles);
	scope_flag(s, "pairs|пары", p->all.bonds > 0);
	scope_number(s, "bonds|пар", p->all.bonds);
	scope_number(s, "mentees|наставляемых", p->figures.mentees);
	scope_number(s, "mentors|наставников", p->figures.mentors);
	classes_fill(m, s);
	swot_fill(m, s);
	enum rc rc = monitoring_surveys_fill(w, s);

	return rc ? rc : monitoring_growth_fill(w, s);
}

static const struct paper rows[] = {
	{ .name = "monitoring",
	  .title = N_("Monitoring report"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .begin = monitoring_begin,
	  .fill = monitoring_fill },
};

const struct papers monitoring_papers = PAPERS(rows);
