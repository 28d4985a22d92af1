#include "nastavnik/app/invitations.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/bases.h"
#include "nastavnik/model/class.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/record.h"

/* A pupil's place is the class, a teacher's the position, everybody else's the place. */
static void place_take(struct arena *a, struct person *person, const char *place)
{
	char class_name[CLASS_SIZE];

	if (person->kind == KIND_PUPIL && class_normal(place, class_name))
		person->class_name = arena_strdup(a, class_name);
	else if (person->kind == KIND_TEACHER)
		person->position = place;
	else
		person->place = place;
}

static enum rc person_of(const struct app *app, struct arena *a,
			 const struct invitation *invitation, struct person *out)
{
	struct participant empty;
	struct person person;

	participant_init(&empty, ROLE_MENTOR, app->year.year);
	person = empty.person;
	if (!name_split(a, invitation->name, &person))
		return err_set(
			RC_INVALID,
			_("“%s”: family name and given name are needed to take somebody into "
			  "the base. Mend the name in the invitation (F4)."),
			invitation->name);
	person.kind = kind_of_subbase(&app->books, invitation->subbase);
	place_take(a, &person, invitation->place);
	if (strchr(invitation->contact, '@'))
		person.email = invitation->contact;
	else
		person.phone = invitation->contact;
	*out = person;
	return RC_OK;
}

enum rc invitation_person(const struct app *app, struct arena *a, int64_t id, struct person *out)
{
	struct invitation invitation;
	enum rc rc = record_get(app->store, a, &invitation_type, id, &invitation);

	return rc ? rc : person_of(app, a, &invitation, out);
}

/* Somebody of the file whom the invitation may mean. */
static enum rc twins_refuse(const struct app *app, struct arena *a, const struct person *person)
{
	struct people_twins twins;
	enum rc rc = people_twins(app, a, person, &twins);

	if (rc || !twins.n)
		return rc;
	return err_set(RC_CONFLICT, _("%s is in the file already. Is it the same person?"),
		       person_name(a, &twins.row[0].person));
}

/* The mentor as he is, or as he will be. */
static enum rc mentor_make(const struct app *app, struct arena *a,
			   const struct invitation *invitation, int64_t person,
			   enum people_twin_rule rule, struct participant *out)
{
	struct participant mentor;
	struct person named;
	enum rc rc = person_of(app, a, invitation, &named);

	if (!rc && !person && rule == PEOPLE_ASK)
		rc = twins_refuse(app, a, &named);
	if (!rc && person) {
		rc = participant_find(app->store, a, person, app->year.year, ROLE_MENTOR, out);
		if (rc != RC_NOT_FOUND)
			return rc;
		rc = RC_OK;
	}
	if (!rc)
		rc = people_new_participant(app, a, ROLE_MENTOR, person, &mentor);
	if (rc)
		return rc;
	if (!person)
		mentor.person = named;
	mentor.person.year = app->year.year;
	if (invitation->subbase)
		mentor.subbase = invitation->subbase;
	rc = fields_check(mentor_fields, &mentor);
	if (!rc)
		*out = mentor;
	return rc;
}

static enum rc accept_write(struct app *app, struct invitation *invitation,
			    struct participant *mentor)
{
	enum rc rc = mentor->id ? RC_OK : participant_put(app->store, mentor);

	invitation->answer = ANSWER_YES;
	if (!invitation->answered_on)
		invitation->answered_on = date_today();
	return rc ? rc : record_put(app->store, &invitation_type, invitation);
}

enum rc invitations_accept(struct app *app, int64_t id, int64_t person, enum people_twin_rule rule,
			   int64_t *out)
{
	struct arena a = { 0 };
	struct invitation invitation;
	struct participant mentor;
	enum rc rc = record_get(app->store, &a, &invitation_type, id, &invitation);

	if (!rc)
		rc = mentor_make(app, &a, &invitation, person, rule, &mentor);
	if (!rc)
		rc = app_begin(app, N_("Invited mentor taken into the base"), invitation.name);
	if (!rc)
		rc = app_end(app, accept_write(app, &invitation, &mentor));
	if (!rc)
		*out = mentor.id;
	arena_done(&a);
	return rc;
}

static enum rc subbases_write(struct app *app, struct participants *mentors)
{
	for (size_t i = 0; i < mentors->n; i++)
		if (participant_put(app->store, &mentors->row[i]) != RC_OK)
			return err_last()->code;
	return RC_OK;
}

enum rc subbases_fill(struct app *app, size_t *n)
{
	struct arena a = { 0 };
	struct participants all, changed = { 0 };
	enum rc rc = app_participants(app, &a, ROLE_MENTOR, &all);

	changed.row = rc ? NULL : ARENA_NEW(&a, struct participant, all.n);
	for (size_t i = 0; !rc && i < all.n; i++) {
		struct participant mentor = all.row[i];
		int64_t subbase =
			subbase_of_kind(&app->books, (enum person_kind)mentor.person.kind);

		if (mentor.subbase || !subbase)
			continue;
		mentor.subbase = subbase;
		changed.row[changed.n++] = mentor;
	}
	if (!rc && changed.n)
		rc = app_begin(app, N_("Sub-bases by the kind of people"),
			       arena_printf(&a, "%zu", changed.n));
	if (!rc && changed.n)
		rc = app_end(app, subbases_write(app, &changed));
	if (!rc)
		*n = changed.n;
	arena_done(&a);
	return rc;
}
