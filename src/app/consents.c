#include "nastavnik/app/consents.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/app/people.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/write/consent.h"
#include "nastavnik/store/write/participant.h"
#include "requests_inner.h"

bool consents_owed(const struct consent_row *row)
{
	for (int k = 0; k < CONSENT_KINDS; k++) {
		if (consent_is_owed((enum consent_kind)(k + 1), &row->mark[k]))
			return true;
	}
	return false;
}

/* Who signs for whom is known where the record of a pupil names a representative. */
static enum rc signer_find(const struct app *app, struct arena *a, int64_t person,
			   const char **signer)
{
	struct participant mentee;
	enum rc rc = participant_find(app->store, a, person, app->year.year, ROLE_MENTEE, &mentee);

	*signer = rc == RC_OK && mentee.person.kind != KIND_TEACHER ? mentee.representative : "";
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc consents_new(const struct app *app, struct arena *a, int64_t person, struct consent *c)
{
	struct consent fresh = { .person = person,
				 .year = app->year.year,
				 .kind = CONSENT_TAKE_PART,
				 .signed_on = date_today() };
	enum rc rc = signer_find(app, a, person, &fresh.signed_by);

	if (!rc)
		*c = fresh;
	return rc;
}

/* The standing paper of a kind; one of the year itself before an earlier one's. id 0: none. */
static struct consent standing(const struct consents *all, enum consent_kind kind, int64_t year)
{
	struct consent found = { .id = 0 };
	int today = date_today();

	for (size_t i = 0; i < all->n; i++) {
		const struct consent *c = &all->row[i];

		if (c->kind == kind && consent_state(c, today) == CONSENT_STANDS &&
		    (!found.id || (found.year != year && c->year == year)))
			found = *c;
	}
	return found;
}

static enum rc mark_off(struct app *app, const struct consent *c)
{
	if (!c->id)
		return RC_OK;
	if (c->year != app->year.year)
		return err_set(RC_CONFLICT,
			       _("This consent was given in an earlier school year. Open the "
				 "person's consents (Enter) to withdraw or delete it."));
	return consent_delete(app->store, c->id);
}

static enum rc mark_on(struct app *app, struct arena *a, int64_t person, const struct consent *c,
		       enum consent_kind kind, int64_t on)
{
	struct consent fresh = *c;
	enum rc rc = RC_OK;

	if (c->id && c->signed_on == on)
		return RC_OK;
	if (!c->id || c->year != app->year.year) {
		rc = consents_new(app, a, person, &fresh);
		fresh.kind = kind;
	}
	fresh.signed_on = on;
	if (!rc)
		rc = fields_check(consent_fields, &fresh);
	return rc ? rc : consent_put(app->store, &fresh);
}

static enum rc person_mark(struct app *app, int64_t person, enum consent_kind kind, int64_t on)
{
	struct arena a = { 0 };
	struct consents all;
	enum rc rc = consent_list(app->store, &a, person, app->year.year, &all);

	if (!rc) {
		struct consent c = standing(&all, kind, app->year.year);

		rc = on == DATE_NONE ? mark_off(app, &c) : mark_on(app, &a, person, &c, kind, on);
	}
	arena_done(&a);
	return rc;
}

static enum rc persons_mark(struct app *app, struct ids persons, enum consent_kind kind, int64_t on)
{
	for (size_t i = 0; i < persons.n; i++) {
		enum rc rc = person_mark(app, persons.row[i], kind, on);

		if (rc)
			return rc;
	}
	return RC_OK;
}

/* «согласие на участие: Ёлкина Зоя», or how many. */
static enum rc step_of(struct app *app, struct arena *a, const char *name, enum consent_kind kind,
		       struct ids persons)
{
	struct person person;
	enum rc rc = person_get(app->store, a, persons.row[0], app->year.year, &person);

	if (rc)
		return rc;
	return app_begin(app, name,
			 arena_printf(a, persons.n == 1 ? "%s: %s" : "%s: %s, +%zu",
				      consent_kind_name(kind), person_short_name(a, &person),
				      persons.n - 1));
}

enum rc consents_mark(struct app *app, struct ids persons, enum consent_kind kind, int64_t on)
{
	struct arena a = { 0 };
	enum rc rc;

	if (!persons.n)
		return RC_OK;
	rc = step_of(app, &a, on == DATE_NONE ? N_("Consent taken away") : N_("Consent noted"),
		     kind, persons);
	if (!rc)
		rc = app_end(app, persons_mark(app, persons, kind, on));
	arena_done(&a);
	return rc;
}

static enum rc record_step(struct app *app, const char *name, struct consent *c,
			   enum rc (*work)(struct store *s, struct consent *c))
{
	struct arena a = { 0 };
	enum rc rc =
		step_of(app, &a, name, (enum consent_kind)c->kind, (struct ids){ &c->person, 1 });

	if (!rc)
		rc = app_end(app, work(app->store, c));
	arena_done(&a);
	return rc;
}

static enum rc record_delete(struct store *s, struct consent *c)
{
	return consent_delete(s, c->id);
}

enum rc consents_save(struct app *app, struct consent *c)
{
	struct consent fresh = *c;
	enum rc rc = fields_check(consent_fields, &fresh);

	if (rc)
		return rc;
	rc = record_step(app, fresh.id ? N_("Consent changed") : N_("Consent noted"), &fresh,
			 consent_put);
	if (!rc)
		c->id = fresh.id;
	return rc;
}

enum rc consents_withdraw(struct app *app, int64_t id, int64_t on)
{
	struct arena a = { 0 };
	struct consent c;
	enum rc rc = consent_get(app->store, &a, id, &c);

	if (!rc) {
		c.withdrawn_on = on;
		rc = fields_check(consent_fields, &c);
	}
	if (!rc)
		rc = record_step(app, N_("Consent withdrawn"), &c, consent_put);
	arena_done(&a);
	return rc;
}

enum rc consents_delete(struct app *app, int64_t id)
{
	struct arena a = { 0 };
	struct consent c;
	enum rc rc = consent_get(app->store, &a, id, &c);

	if (!rc)
		rc = record_step(app, N_("Consent deleted"), &c, record_delete);
	arena_done(&a);
	return rc;
}

/* Requests with item in the first place; or without the first. */
static struct ids topics_with(struct arena *a, struct ids topics, int64_t item)
{
	struct ids with = { ARENA_NEW(a, int64_t, topics.n + 1), 0 };

	if (item)
		with.row[with.n++] = item;
	for (size_t i = item ? 0 : 1; i < topics.n; i++) {
		if (topics.row[i] != item)
			with.row[with.n++] = topics.row[i];
	}
	return with;
}

static enum rc mentee_of(const struct app *app, struct arena *a, int64_t person,
			 struct participant *mentee)
{
	enum rc rc = participant_find(app->store, a, person, app->year.year, ROLE_MENTEE, mentee);

	if (rc != RC_NOT_FOUND)
		return rc;
	return people_new_participant(app, a, ROLE_MENTEE, person, mentee);
}

/* The class teacher has named the request. */
static enum rc nomination_write(struct app *app, struct arena *a, struct participant *mentee,
				int64_t item)
{
	enum rc rc = participant_put(app->store, mentee);

	if (rc)
		return rc;
	return item ? request_nominate(app, a, mentee->id, item, "class_teacher")
		    : requests_withdraw(app, a, mentee);
}

enum rc consents_request(struct app *app, int64_t person, int64_t item)
{
	struct arena a = { 0 };
	struct participant mentee;
	enum rc rc = mentee_of(app, &a, person, &mentee);

	if (!rc && (item || mentee.topics.n)) {
		mentee.topics = topics_with(&a, mentee.topics, item);
		rc = app_begin(app, mentee.id ? N_("Mentee changed") : N_("Mentee added"),
			       person_name(&a, &mentee.person));
		if (!rc)
			rc = app_end(app, nomination_write(app, &a, &mentee, item));
	}
	arena_done(&a);
	return rc;
}
