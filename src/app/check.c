#include "nastavnik/app/check.h"

#include "inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/write/store.h"

/* One broken rule a field, so that all of them are told. */
static void record_check(struct fields fields, const void *record, int64_t subject,
			 const char *name, struct issues *out)
{
	for (size_t i = 0; i < fields.n; i++) {
		if (field_check(&fields.row[i], record))
			issue_add(out, ISSUE_ERROR, 0, subject, name, "%s", err_last()->text);
	}
}

static enum rc people_check(const struct app *app, struct issues *out)
{
	struct arena a = { 0 };
	struct people people;
	enum rc rc = person_load(app->store, &a, app->year.year, &people);

	for (size_t i = 0; !rc && i < people.n; i++)
		record_check(person_fields, &people.row[i], people.row[i].id,
			     person_name(&a, &people.row[i]), out);
	arena_done(&a);
	return rc;
}

static enum rc participants_check(const struct app *app, enum role role, struct issues *out)
{
	struct arena a = { 0 };
	struct participants all;
	enum rc rc = app_participants(app, &a, role, &all);

	for (size_t i = 0; !rc && i < all.n; i++) {
		const struct participant *p = &all.row[i];

		record_check(participant_fields(role), p, p->id, person_name(&a, &p->person), out);
		participant_warn(p, out);
	}
	arena_done(&a);
	return rc;
}

enum rc check_run(const struct app *app, struct issues *out)
{
	enum rc rc = store_check(app->store, out);

	if (!rc)
		rc = people_check(app, out);
	if (!rc)
		rc = participants_check(app, ROLE_MENTEE, out);
	return rc ? rc : participants_check(app, ROLE_MENTOR, out);
}

enum rc backup_make(const struct app *app, const char *path)
{
	return store_backup(app->store, path);
}
