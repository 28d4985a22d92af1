/* Stage 7: the monthly paper on payment for success. */
#include "incentive.h"
#include "inner.h"
#include "nastavnik/app/outcome.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/store/read/record.h"

static void part_add(struct str *s, const char *format, int64_t n)
{
	if (!n)
		return;
	str_add(s, *str_text(s) ? ", " : "");
	str_printf(s, text_of(format), (long long)n);
}

const char *incentive_basis(struct arena *a, const struct month_work *work)
{
	struct str s = { 0 };
	const char *text;

	part_add(&s, N_("mentees: %lld"), work->pairs);
	part_add(&s, N_("meetings held: %lld"), work->meetings);
	part_add(&s, N_("lessons visited: %lld"), work->visits);
	part_add(&s, N_("consultations given: %lld"), work->consultations);
	part_add(&s, N_("events taken part in: %lld"), work->events);
	if (work->diaries)
		str_printf(&s, "%s%s", *str_text(&s) ? ", " : "", _("the diary is handed in"));
	text = arena_strdup(a, str_text(&s));
	str_done(&s);
	return text;
}

static enum rc month_load(const struct app *app, struct arena *a, int64_t month,
			  struct month_works *out)
{
	int64_t next = month_of(date_add_days((int)month, 31));

	return month_works_load(app->store, a, app->year.year, month, date_add_days((int)next, -1),
				out);
}

static struct incentive *incentive_of(const struct records *list, int64_t month,
				      int64_t participation)
{
	for (size_t i = 0; i < list->n; i++) {
		struct incentive *row = record_at(&incentive_type, list, i);

		if (row->month == month && row->participation == participation)
			return row;
	}
	return NULL;
}

/* A line for each who has none. */
static struct records incentives_missing(const struct app *app, struct arena *a, int64_t month,
					 const struct month_works *works,
					 const struct records *there)
{
	struct records list = { ARENA_NEW(a, struct incentive, works->n), 0 };

	for (size_t i = 0; i < works->n; i++) {
		struct incentive *row;

		if (incentive_of(there, month, works->row[i].participation))
			continue;
		row = record_at(&incentive_type, &list, list.n++);
		record_init(&incentive_type, row, app->year.year, date_today());
		row->month = month;
		row->participation = works->row[i].participation;
		row->basis = incentive_basis(a, &works->row[i]);
	}
	return list;
}

enum rc incentives_make(struct app *app, int64_t month, size_t *n)
{
	struct arena a = { 0 };
	struct month_works works;
	struct records there, list = { 0 };
	enum rc rc = month_load(app, &a, month, &works);

	if (!rc && !works.n)
		rc = err_set(
			RC_NOT_FOUND,
			_("In %s no pair was at work whose mentor is a teacher of the school."),
			month_text(&a, month));
	if (!rc)
		rc = record_list(app->store, &a, &incentive_type, app->year.year, &there);
	if (!rc) {
		list = incentives_missing(app, &a, month, &works, &there);
		rc = records_save_all(app, &incentive_type, &list, N_("Payment for success"));
	}
	if (!rc)
		*n = list.n;
	arena_done(&a);
	return rc;
}

static enum rc incentive_recount(const struct app *app, struct arena *a, struct incentive *row)
{
	struct month_works works;
	enum rc rc = month_load(app, a, row->month, &works);

	if (rc)
		return rc;
	row->basis = "";
	for (size_t i = 0; i < works.n; i++)
		if (works.row[i].participation == row->participation)
			row->basis = incentive_basis(a, &works.row[i]);
	return RC_OK;
}

enum rc incentives_recount(struct app *app, struct ids ids)
{
	struct arena a = { 0 };
	struct records list = { ARENA_NEW(&a, struct incentive, ids.n), ids.n };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < ids.n && !rc; i++) {
		struct incentive *row = record_at(&incentive_type, &list, i);

		rc = record_get(app->store, &a, &incentive_type, ids.row[i], row);
		if (!rc)
			rc = incentive_recount(app, &a, row);
	}
	if (!rc)
		rc = records_save_all(app, &incentive_type, &list, N_("Basis counted anew"));
	arena_done(&a);
	return rc;
}
