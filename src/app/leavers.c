#include "nastavnik/app/leavers.h"

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/write/bond.h"
#include "nastavnik/store/write/person.h"

static const char *const reasons[] = {
	N_("transfer to another school"),
	N_("moving away"),
	N_("school finished"),
	N_("home schooling"),
	N_("exclusion"),
	N_("end of employment"),
};

struct choices leavers_reasons(struct arena *a)
{
	size_t n = sizeof(reasons) / sizeof(reasons[0]);
	struct choice *row = ARENA_NEW(a, struct choice, n);

	for (size_t i = 0; i < n; i++)
		row[i] = (struct choice){ .id = (int64_t)i + 1,
					  .code = "",
					  .name = text_of(reasons[i]) };
	return (struct choices){ row, n };
}

static enum rc leaving_check(int64_t on, const char *why)
{
	if (!date_valid((int)on) || !date_day((int)on))
		return err_set(RC_INVALID, _("Since when? Give the whole date."));
	if (!why || !*why)
		return err_set(RC_INVALID, _("Why? Give the reason in a word or two."));
	return RC_OK;
}

/* What a person stands in ends with him. */
static enum rc bonds_close(struct app *app, struct arena *a, int64_t person, int64_t on,
			   const char *why, int64_t *bonds)
{
	struct ids members;
	enum rc rc = members_of_person(app->store, a, person, app->year.year, &members);

	for (size_t i = 0; !rc && i < members.n; i++)
		rc = bond_member_end(app->store, members.row[i], on, why);
	if (!rc)
		*bonds += (int64_t)members.n;
	return rc;
}

static enum rc left_set(struct app *app, struct arena *a, int64_t id, int64_t on, const char *why)
{
	struct person person;
	enum rc rc = person_get(app->store, a, id, app->year.year, &person);

	if (rc || !person.year || !!person.left_on == !!on)
		return rc;
	person.left_on = on;
	person.left_why = why;
	return person_put(app->store, &person);
}

static enum rc person_leave(struct app *app, int64_t id, int64_t on, const char *why,
			    int64_t *bonds)
{
	struct arena a = { 0 };
	enum rc rc = left_set(app, &a, id, on, why);

	if (!rc)
		rc = bonds_close(app, &a, id, on, why, bonds);
	arena_done(&a);
	return rc;
}

static enum rc person_return(struct app *app, int64_t id)
{
	struct arena a = { 0 };
	enum rc rc = left_set(app, &a, id, DATE_NONE, "");

	arena_done(&a);
	return rc;
}

/* «Ёлкина Зоя», «Ёлкина Зоя, +3» */
static const char *names_tell(const struct app *app, struct arena *a, struct ids persons)
{
	struct person first;

	if (!persons.n || person_get(app->store, a, persons.row[0], 0, &first))
		return "";
	if (persons.n == 1)
		return person_name(a, &first);
	return arena_printf(a, "%s, +%zu", person_name(a, &first), persons.n - 1);
}

enum rc people_leave(struct app *app, struct ids persons, int64_t on, const char *why,
		     int64_t *bonds)
{
	struct arena a = { 0 };
	int64_t closed = 0;
	enum rc rc = leaving_check(on, why);

	if (!rc)
		rc = app_begin(app, N_("Left the school"), names_tell(app, &a, persons));
	arena_done(&a);
	if (rc)
		return rc;
	for (size_t i = 0; !rc && i < persons.n; i++)
		rc = person_leave(app, persons.row[i], on, why, &closed);
	rc = app_end(app, rc);
	if (!rc)
		*bonds = closed;
	return rc;
}

enum rc people_return(struct app *app, struct ids persons)
{
	struct arena a = { 0 };
	enum rc rc = app_begin(app, N_("Back at the school"), names_tell(app, &a, persons));

	arena_done(&a);
	if (rc)
		return rc;
	for (size_t i = 0; !rc && i < persons.n; i++)
		rc = person_return(app, persons.row[i]);
	return app_end(app, rc);
}

static enum rc row_apply(struct app *app, const struct leavers_row *row, int64_t on,
			 const char *why, struct leavers_done *done)
{
	struct person person = row->person;
	enum rc rc;

	if (row->kind == LEAVERS_UNSURE)
		return RC_OK;
	if (row->kind == LEAVERS_GONE)
		rc = person_leave(app, row->id, on, why, &done->bonds);
	else
		rc = person_put(app->store, &person);
	if (!rc)
		done->kind[row->kind]++;
	return rc;
}

static size_t rows_gone(const struct leavers_row *const *row, size_t n)
{
	size_t gone = 0;

	for (size_t i = 0; i < n; i++)
		gone += row[i]->kind == LEAVERS_GONE;
	return gone;
}

static const char *rows_tell(struct arena *a, const struct leavers_row *const *row, size_t n)
{
	return n == 1 ? row[0]->name : arena_printf(a, ngettext("%zu person", "%zu people", n), n);
}

enum rc leavers_apply(struct app *app, const struct leavers_row *const *row, size_t n, int64_t on,
		      const char *why, struct leavers_done *done)
{
	struct leavers_done did = { 0 };
	struct arena a = { 0 };
	enum rc rc = rows_gone(row, n) ? leaving_check(on, why) : RC_OK;

	if (!rc)
		rc = app_begin(app, N_("List made like a fresh one"), rows_tell(&a, row, n));
	arena_done(&a);
	if (rc)
		return rc;
	for (size_t i = 0; !rc && i < n; i++)
		rc = row_apply(app, row[i], on, why, &did);
	rc = app_end(app, rc);
	if (!rc)
		*done = did;
	return rc;
}
