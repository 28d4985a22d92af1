#include "programme.h"

#include <stdlib.h>

#include "inner.h"
#include "nastavnik/base/date.h"

static void sum_add(struct pair_sum *sum, const struct programme *p, const struct work *w)
{
	sum->bonds++;
	sum->groups += w->mentees > 1;
	sum->mentees += (int64_t)w->mentees;
	sum->active += w->active;
	sum->early += w->early;
	sum->meetings += w->meetings;
	sum->effective += work_effective(w, &p->desk.rules, p->desk.today);
}

static struct pair_sum *sum_of(struct pair_sums *sums, int64_t item)
{
	for (size_t i = 0; i < sums->n; i++)
		if (sums->row[i].item == item)
			return &sums->row[i];
	sums->row[sums->n] = (struct pair_sum){ .item = item };
	return &sums->row[sums->n++];
}

static int by_bonds(const void *a, const void *b)
{
	const struct pair_sum *x = a, *y = b;

	if (x->bonds != y->bonds)
		return x->bonds > y->bonds ? -1 : 1;
	return (x->item > y->item) - (x->item < y->item);
}

static void works_sum(struct arena *a, const struct app *app, struct programme *p)
{
	const struct works *works = &p->desk.works;

	p->forms.row = ARENA_NEW(a, struct pair_sum, works->n);
	p->roles.row = ARENA_NEW(a, struct pair_sum, works->n);
	for (size_t i = 0; i < works->n; i++) {
		const struct work *w = &works->row[i];

		sum_add(&p->all, p, w);
		sum_add(sum_of(&p->forms, w->form), p, w);
		sum_add(sum_of(&p->roles, w->role_model), p, w);
		p->behind += work_behind(w, &p->desk.rules, app->year.year, p->desk.today).days > 0;
	}
	qsort(p->forms.row, p->forms.n, sizeof(*p->forms.row), by_bonds);
	qsort(p->roles.row, p->roles.n, sizeof(*p->roles.row), by_bonds);
}

enum rc programme_load(const struct app *app, struct arena *a, struct programme *out)
{
	const struct store *s = app->store;
	int64_t year = app->year.year;
	struct programme p = { 0 };
	enum rc rc = work_desk_load(app, a, &p.desk);

	if (!rc)
		rc = figures_count(s, year, &p.figures);
	if (!rc)
		rc = figures_by_month(s, a, year, p.desk.today, &p.months);
	if (!rc)
		rc = figures_by_kind(s, year, p.desk.today, p.kinds);
	if (!rc)
		rc = figures_reports(s, a, year, &p.reports);
	if (rc)
		return rc;
	works_sum(a, app, &p);
	for (size_t i = 0; i < p.months.n; i++) {
		const struct figure_month *m = &p.months.row[i];

		p.meetings[m->month] += m->meetings;
		p.diaries[m->month] += m->diaries;
		p.handed += m->diaries;
	}
	*out = p;
	return RC_OK;
}

static bool term_has_month(const struct year *year, int64_t term, int month)
{
	int day = work_month(year->year, month), from, to;

	return work_term(year, term, &from, &to) && from <= day && day <= to;
}

struct term_sum programme_term(const struct programme *p, const struct year *year, int64_t term,
			       int64_t form)
{
	struct term_sum sum = { 0 };
	int from = 0, to = 0;

	work_term(year, term, &from, &to);
	for (size_t i = 0; i < p->desk.works.n; i++) {
		const struct work *w = &p->desk.works.row[i];

		sum.bonds +=
			(form < 0 || w->form == form) && w->from <= to && (!w->to || w->to >= from);
	}
	for (size_t i = 0; i < p->months.n; i++) {
		const struct figure_month *m = &p->months.row[i];

		if ((form >= 0 && m->form != form) || !term_has_month(year, term, m->month))
			continue;
		sum.meetings += m->meetings;
		sum.diaries += m->diaries;
	}
	for (size_t i = 0; i < p->reports.n; i++) {
		const struct figure_report *r = &p->reports.row[i];

		if ((form < 0 || r->form == form) && r->term == term)
			sum.reports += r->count;
	}
	return sum;
}

const char *share_of(struct arena *a, int64_t part, int64_t whole)
{
	return whole ? arena_printf(a, "%lld\u00a0%%",
				    (long long)((part * 200 + whole) / (whole * 2)))
		     : "";
}

const char *tenths_show(struct arena *a, int64_t tenths)
{
	char buf[NUMBER_SIZE];

	return arena_strdup(a, number_format(tenths, 1, buf));
}
