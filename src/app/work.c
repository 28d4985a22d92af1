#include "nastavnik/app/work.h"

#include <stdlib.h>

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/work.h"

enum rc work_rules_save(struct app *app, const struct work_rules *rules)
{
	int64_t year = app->year.year;
	char name[12];
	enum rc rc = fields_check(work_rule_fields, rules);

	if (!rc)
		rc = app_begin(app, N_("Rules of stage 6 changed"), year_name(year, name));
	return rc ? rc : app_end(app, work_rules_put(app->store, year, rules));
}

static enum rc diary_check(const struct app *app, const struct diary *d)
{
	int month = work_month_of(app->year.year, (int)d->month);
	char name[12];

	if (month < 0 || d->month != work_month(app->year.year, month))
		return err_set(RC_INVALID, _("This is no month of the school year %s."),
			       year_name(app->year.year, name));
	if (d->month > date_today() && (d->handed_on || d->read_on))
		return err_set(RC_INVALID,
			       _("This month has not come yet: no diary can have been handed in."));
	return RC_OK;
}

static enum rc diaries_put(struct app *app, const struct diaries *diaries)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < diaries->n && !rc; i++)
		rc = diary_put(app->store, &diaries->row[i]);
	return rc;
}

enum rc diaries_save(struct app *app, const struct diaries *diaries, const char *whose)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < diaries->n && !rc; i++)
		rc = diary_check(app, &diaries->row[i]);
	if (rc || !diaries->n)
		return rc;
	rc = app_begin(app, diaries->n == 1 ? N_("Diary") : N_("Diaries of a month"), whose);
	return rc ? rc : app_end(app, diaries_put(app, diaries));
}

enum rc work_desk_load(const struct app *app, struct arena *a, struct work_desk *out)
{
	struct work_desk desk = { .today = date_today() };
	enum rc rc = work_rules_get(app->store, app->year.year, &desk.rules);

	if (!rc)
		rc = works_load(app->store, a, &app->year, desk.today, &desk.works);
	if (!rc)
		*out = desk;
	return rc;
}

/* Of two that are late by as many days the first by name stays first. */
static int by_days(const void *a, const void *b)
{
	const struct behind_row *x = a, *y = b;

	if (x->behind.days != y->behind.days)
		return x->behind.days > y->behind.days ? -1 : 1;
	return (x->work > y->work) - (x->work < y->work);
}

void behind_list(const struct app *app, struct arena *a, const struct work_desk *desk,
		 struct behind_rows *out)
{
	struct behind_rows rows = { ARENA_NEW(a, struct behind_row, desk->works.n), 0 };

	for (size_t i = 0; i < desk->works.n; i++) {
		const struct work *w = &desk->works.row[i];
		struct behind b = work_behind(w, &desk->rules, app->year.year, desk->today);

		if (b.days)
			rows.row[rows.n++] =
				(struct behind_row){ w, b, behind_show(a, w, &b, desk->today) };
	}
	qsort(rows.row, rows.n, sizeof(*rows.row), by_days);
	*out = rows;
}

struct diary_month diary_month_count(const struct app *app, const struct work_desk *desk)
{
	struct diary_month count = { .month = -1 };

	for (int month = WORK_MONTHS - 1; month >= 0 && count.month < 0; month--) {
		for (size_t i = 0; i < desk->works.n; i++) {
			const struct work *w = &desk->works.row[i];
			bool handed = w->handed >> month & 1;

			if (!w->active ||
			    !work_diary_due(w, &desk->rules, app->year.year, month, desk->today))
				continue;
			count.month = month;
			count.owed += !handed;
			count.handed += handed;
		}
	}
	return count;
}
