#include "nastavnik/app/app.h"

#include <stdlib.h>
#include <string.h>

#include "demo.h"
#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/indicator.h"
#include "nastavnik/store/read/book.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/store/read/store.h"
#include "nastavnik/store/write/step.h"
#include "nastavnik/store/write/store.h"
#include "year.h"

static const char *closed_why(struct arena *a, const struct year *y)
{
	char name[12], day[DATE_SIZE];

	if (!y->closed)
		return "";
	year_name(y->year, name);
	date_format((int)y->closed_on, day);
	return arena_printf(a,
			    _("The school year %s was closed on %s and can only be read. To change "
			      "it, open it again: “School years”, F4."),
			    name, day);
}

static enum rc newest_year(const struct store *store, struct arena *a, int64_t *out)
{
	struct year newest;
	enum rc rc = year_get(store, a, 0, &newest);

	if (!rc)
		*out = newest.year;
	return rc;
}

enum rc app_facts_load(struct app *app, int64_t year)
{
	struct app fresh = { .stamp = store_stamp(app->store) };
	enum rc rc = school_get(app->store, &fresh.facts, &fresh.school);

	if (!rc)
		rc = year_get(app->store, &fresh.facts, year, &fresh.year);
	if (!rc)
		rc = books_load(app->store, &fresh.facts, fresh.year.year, &fresh.books);
	if (!rc)
		rc = newest_year(app->store, &fresh.facts, &fresh.newest);
	if (rc) {
		arena_done(&fresh.facts);
		return rc;
	}
	arena_done(&app->facts);
	app->facts = fresh.facts;
	app->school = fresh.school;
	app->year = fresh.year;
	app->books = fresh.books;
	app->newest = fresh.newest;
	app->years = (struct years_numbers){ 0 };
	app->closed_why = closed_why(&app->facts, &app->year);
	app->stamp = fresh.stamp;
	memset(app->set_known, 0, sizeof(app->set_known));
	return RC_OK;
}

enum rc app_take(struct store *store, struct app **app)
{
	struct app *taken = mem_alloc(sizeof(*taken));

	taken->store = store;
	if (app_facts_load(taken, 0)) {
		app_close(taken);
		return err_last()->code;
	}
	taken->settled = taken->stamp;
	*app = taken;
	return RC_OK;
}

static enum rc new_check(const struct school *school, int64_t year)
{
	if (!*school->name)
		return err_set(RC_INVALID, _("The school needs a name."));
	if (year < 2000 || year > 2199)
		return err_set(RC_INVALID, _("The school year must be between 2000 and 2199."));
	return fields_check(school_fields, school);
}

static enum rc new_write(struct arena *a, const char *path, const struct school *school,
			 struct year_start *start, struct store **store)
{
	struct targets targets = { 0 };
	const struct store_start first = {
		&start->books,   &start->tasks,      &start->grounds,
		&start->surveys, &start->indicators, &targets,
	};
	enum rc rc = year_first(a, start);

	if (!rc)
		rc = targets_of_methodology(a, &start->year, &targets);

	return rc ? rc : store_create(path, school, &start->year, &first, store);
}

enum rc app_create(const char *path, const struct school *school, int64_t year, int64_t terms,
		   struct app **app)
{
	struct arena a = { 0 };
	struct year_start start;
	struct store *store;
	enum rc rc = new_check(school, year);

	year_init(&start.year, year);
	start.year.terms = terms;
	if (!rc)
		rc = new_write(&a, path, school, &start, &store);
	arena_done(&a);
	return rc ? rc : app_take(store, app);
}

enum rc app_new(const char *path, const char *name, int64_t year, struct app **app)
{
	struct arena a = { 0 };
	const struct school school = { .uuid = "",
				       .name = utf8_squeeze(&a, name),
				       .short_name = school_short_name(&a, name),
				       .town = "",
				       .director = "",
				       .curator = "",
				       .curator_position = "" };
	enum rc rc = app_create(path, &school, year, TERMS_QUARTERS, app);

	arena_done(&a);
	return rc;
}

enum rc app_open(const char *path, struct app **app)
{
	struct store *store;
	enum rc rc = store_open(path, 0, &store);

	return rc ? rc : app_take(store, app);
}

void app_close(struct app *app)
{
	if (!app)
		return;
	store_close(app->store);
	demo_remove(app->demo);
	arena_done(&app->facts);
	free(app);
}

const struct store *app_store(const struct app *app)
{
	return app->store;
}

const char *app_path(const struct app *app)
{
	return store_path(app->store);
}

const struct school *app_school(const struct app *app)
{
	return &app->school;
}

const struct year *app_year(const struct app *app)
{
	return &app->year;
}

const struct books *app_books(const struct app *app)
{
	return &app->books;
}

bool app_is_demo(const struct app *app)
{
	return app->demo != NULL;
}

bool app_readonly(const struct app *app)
{
	return store_is_readonly(app->store);
}

const char *app_readonly_why(const struct app *app)
{
	return store_readonly_reason(app->store);
}

bool app_year_closed(const struct app *app)
{
	return app->year.closed;
}

const char *app_change_why(const struct app *app)
{
	return app_readonly(app) ? app_readonly_why(app) : app->closed_why;
}

int64_t app_newest_year(const struct app *app)
{
	return app->newest;
}

int64_t app_version(const struct app *app)
{
	return store_stamp(app->store);
}

/* Is everything that was changed also in the one file itself? */
static bool app_settled(const struct app *app)
{
	return app_readonly(app) || app->settled == store_stamp(app->store);
}

void app_settle(struct app *app)
{
	if (app_settled(app))
		return;
	store_checkpoint_idle(app->store);
	app->settled = store_stamp(app->store);
}

bool app_refresh(struct app *app)
{
	return app->stamp != store_stamp(app->store) && !app_facts_load(app, app->year.year);
}

/* The one place that keeps a closed year as it is. */
static enum rc year_open_check(const struct app *app)
{
	return app->year.closed ? err_set(RC_READONLY, "%s", app->closed_why) : RC_OK;
}

enum rc app_begin(struct app *app, const char *name, const char *detail)
{
	enum rc rc = year_open_check(app);

	return rc ? rc : step_begin(app->store, name, detail);
}

enum rc app_begin_bulk(struct app *app, const char *name, const char *detail)
{
	enum rc rc = year_open_check(app);

	return rc ? rc : step_begin_bulk(app->store, name, detail);
}

enum rc app_begin_school(struct app *app, const char *name, const char *detail)
{
	return step_begin(app->store, name, detail);
}

enum rc app_end(struct app *app, enum rc work)
{
	if (work)
		step_rollback(app->store);
	else
		work = step_commit(app->store);
	app_refresh(app);
	return work;
}

enum rc fields_check(struct fields fields, const void *record)
{
	for (size_t i = 0; i < fields.n; i++) {
		enum rc rc = field_check(&fields.row[i], record);

		if (rc)
			return rc;
	}
	return RC_OK;
}

enum rc app_participants(const struct app *app, struct arena *a, enum role role,
			 struct participants *out)
{
	enum rc rc = participant_load_all(app->store, a, app->year.year, role, out);

	if (!rc)
		participants_here(out);
	return rc;
}
