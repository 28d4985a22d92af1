#include "nastavnik/app/closing.h"

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/bond.h"
#include "nastavnik/store/write/school.h"

/* A year and its memberships that go on, in an arena. */
struct ending {
	struct arena arena;
	struct year year;
	struct members at_work;
};

static enum rc ending_load(struct ending *e, const struct app *app, int64_t year)
{
	enum rc rc = year_get(app->store, &e->arena, year, &e->year);
	struct members *m = &e->at_work;
	size_t n = 0;

	if (!rc)
		rc = members_load(app->store, &e->arena, year, m);
	for (size_t i = 0; !rc && i < m->n; i++)
		if (m->row[i].state == MEMBER_ACTIVE)
			m->row[n++] = m->row[i];
	m->n = n;
	return rc;
}

static int64_t latest_begin(const struct members *members)
{
	int64_t latest = DATE_NONE;

	for (size_t i = 0; i < members->n; i++)
		if (members->row[i].from > latest)
			latest = members->row[i].from;
	return latest;
}

enum rc closing_propose(const struct app *app, int64_t year, struct closing *out)
{
	struct ending e = { 0 };
	enum rc rc = ending_load(&e, app, year);
	int64_t on = date_today(), begin = latest_begin(&e.at_work);

	if (!rc && e.year.bond_to && e.year.bond_to < on)
		on = e.year.bond_to;
	arena_done(&e.arena);
	if (!rc)
		*out = (struct closing){ .on = on < begin ? begin : on,
					 .why = _("end of the school year") };
	return rc;
}

static enum rc closing_check(const struct ending *e, const struct closing *closing)
{
	char name[12], day[DATE_SIZE];

	if (e->year.closed)
		return err_set(RC_CONFLICT, _("The school year %s is closed already, since %s."),
			       year_name(e->year.year, name),
			       date_format((int)e->year.closed_on, day));
	if (!e->at_work.n)
		return RC_OK;
	if (!date_valid((int)closing->on) || !date_day((int)closing->on))
		return err_set(RC_INVALID,
			       _("On which day do the pairs end? Give the whole date."));
	if (!closing->why || !*closing->why)
		return err_set(RC_INVALID,
			       _("Why do the pairs end? Give the reason in a word or two."));
	if (closing->on < latest_begin(&e->at_work))
		return err_set(RC_INVALID, _("A pair began only on %s: it cannot end before that."),
			       date_format((int)latest_begin(&e->at_work), day));
	return RC_OK;
}

static enum rc close_write(struct app *app, struct ending *e, const struct closing *closing)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < e->at_work.n; i++)
		rc = bond_member_end(app->store, e->at_work.row[i].id, closing->on, closing->why);
	e->year.closed = 1;
	e->year.closed_on = date_today();
	return rc ? rc : year_put(app->store, &e->year);
}

/* Pairs and groups, of the memberships that end. */
static int64_t bonds_of(const struct members *members)
{
	int64_t n = 0;

	for (size_t i = 0; i < members->n; i++) {
		size_t at = 0;

		while (members->row[at].bond != members->row[i].bond)
			at++;
		n += at == i;
	}
	return n;
}

enum rc year_close(struct app *app, int64_t year, const struct closing *closing, int64_t *ended)
{
	struct ending e = { 0 };
	char name[12];
	enum rc rc = ending_load(&e, app, year);

	if (!rc)
		rc = closing_check(&e, closing);
	if (!rc)
		rc = app_begin_school(app, N_("School year closed"), year_name(year, name));
	if (!rc)
		rc = app_end(app, close_write(app, &e, closing));
	if (!rc)
		*ended = bonds_of(&e.at_work);
	arena_done(&e.arena);
	return rc;
}

static enum rc reopen_write(struct app *app, struct year *year)
{
	year->closed = 0;
	year->closed_on = DATE_NONE;
	return year_put(app->store, year);
}

enum rc year_reopen(struct app *app, int64_t year)
{
	struct arena a = { 0 };
	struct year row;
	char name[12];
	enum rc rc = year_get(app->store, &a, year, &row);

	year_name(year, name);
	if (!rc && !row.closed)
		rc = err_set(RC_CONFLICT, _("The school year %s is not closed."), name);
	if (!rc)
		rc = app_begin_school(app, N_("School year opened again"), name);
	if (!rc)
		rc = app_end(app, reopen_write(app, &row));
	arena_done(&a);
	return rc;
}
