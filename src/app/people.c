#include "nastavnik/app/people.h"

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/class.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/store/read/standing.h"
#include "nastavnik/store/write/category.h"
#include "nastavnik/store/write/consent.h"
#include "nastavnik/store/write/name_case.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/person.h"
#include "requests_inner.h"

enum rc people_twins(const struct app *app, struct arena *a, const struct person *fresh,
		     struct people_twins *twins)
{
	struct people candidates;
	int64_t year = fresh->year ? fresh->year : app->year.year;
	enum rc rc = person_candidates(app->store, a, fresh, &candidates);

	if (rc)
		return rc;
	struct people_twins found = { ARENA_NEW(a, struct people_twin, candidates.n), 0 };
	for (enum same same = SAME_YES; same > SAME_NO; same--) {
		for (size_t i = 0; i < candidates.n; i++) {
			const struct person *p = &candidates.row[i];

			if (p->id != fresh->id && person_same(p, fresh, year) == same)
				found.row[found.n++] = (struct people_twin){ *p, same };
		}
	}
	*twins = found;
	return RC_OK;
}

static enum rc twins_refuse(const struct app *app, struct arena *a, const struct person *fresh)
{
	struct people_twins twins;
	enum rc rc = people_twins(app, a, fresh, &twins);

	if (rc || !twins.n)
		return rc;
	const struct person *p = &twins.row[0].person;
	const char *where = person_class_or_position(p);
	return err_set(RC_CONFLICT, _("%s%s%s is in the file already. Is it the same person?"),
		       person_name(a, p), *where ? ", " : "", where);
}

/* What a form does not do by itself: the class as classes are written, the year. */
static struct person person_normal(struct arena *a, const struct app *app,
				   const struct person *person)
{
	struct person fresh = *person;
	char class_name[CLASS_SIZE];

	if (*fresh.class_name && class_normal(fresh.class_name, class_name))
		fresh.class_name = arena_strdup(a, class_name);
	if (!fresh.year)
		fresh.year = app->year.year;
	return fresh;
}

static enum rc person_save(struct app *app, struct arena *a, struct person *fresh,
			   enum people_twin_rule rule)
{
	bool is_new = !fresh->id;
	enum rc rc = fields_check(person_fields, fresh);

	if (!rc && is_new && rule == PEOPLE_ASK)
		rc = twins_refuse(app, a, fresh);
	if (!rc)
		rc = app_begin(app, is_new ? N_("Person added") : N_("Person changed"),
			       person_name(a, fresh));
	return rc ? rc : app_end(app, person_put(app->store, fresh));
}

enum rc people_save_person(struct app *app, struct person *person, enum people_twin_rule rule,
			   struct issues *out)
{
	struct arena a = { 0 };
	struct person fresh = person_normal(&a, app, person);
	enum rc rc = person_save(app, &a, &fresh, rule);

	if (!rc && out && !*fresh.class_name && fresh.kind == KIND_PUPIL)
		issue_add(out, ISSUE_WARNING, 0, fresh.id, person_name(&a, &fresh), "%s",
			  _("A pupil without a class."));
	arena_done(&a);
	if (rc)
		return rc;
	person->id = fresh.id;
	person->year = fresh.year;
	return RC_OK;
}

static const char *participant_step(const struct participant *p)
{
	if (p->role == ROLE_MENTEE)
		return p->id ? N_("Mentee changed") : N_("Mentee added");
	return p->id ? N_("Mentor changed") : N_("Mentor added");
}

/* What was asked for and is not in the card any more is not asked for any more. */
static enum rc participant_write(struct app *app, struct arena *a, struct participant *fresh)
{
	bool is_new = !fresh->id;
	enum rc rc = participant_put(app->store, fresh);

	return !rc && !is_new && fresh->role == ROLE_MENTEE ? requests_withdraw(app, a, fresh) : rc;
}

static enum rc participant_save(struct app *app, struct arena *a, struct participant *fresh,
				enum people_twin_rule rule)
{
	enum rc rc = fields_check(participant_fields(fresh->role), fresh);

	if (!rc && !fresh->person.id && rule == PEOPLE_ASK)
		rc = twins_refuse(app, a, &fresh->person);
	if (!rc)
		rc = app_begin(app, participant_step(fresh), person_name(a, &fresh->person));
	return rc ? rc : app_end(app, participant_write(app, a, fresh));
}

enum rc people_save_participant(struct app *app, struct participant *participant,
				enum people_twin_rule rule, struct issues *out)
{
	struct arena a = { 0 };
	struct participant fresh = *participant;

	fresh.person = person_normal(&a, app, &participant->person);
	enum rc rc = participant_save(app, &a, &fresh, rule);
	if (!rc && out)
		rc = people_warn(app, &fresh, out);
	arena_done(&a);
	if (rc)
		return rc;
	participant->id = fresh.id;
	participant->person.id = fresh.person.id;
	participant->person.year = fresh.person.year;
	return RC_OK;
}

/* «8 "в"» typed for many is 8В for each. */
static void class_settle(struct arena *a, struct person *person)
{
	char class_name[CLASS_SIZE];

	if (*person->class_name && class_normal(person->class_name, class_name))
		person->class_name = arena_strdup(a, class_name);
}

static enum rc value_set(struct app *app, struct arena *a, int64_t id, const struct field *field,
			 const char *text)
{
	const struct choice_source source = app_choices(app);
	struct participant old, fresh;
	enum rc rc = participant_get(app->store, a, id, &old);

	if (rc)
		return rc;
	fresh = old;
	rc = field_parse(a, field, &fresh, text, &source);
	class_settle(a, &fresh.person);
	if (rc || field_equal(field, &old, &fresh))
		return rc;
	return participant_put(app->store, &fresh);
}

static enum rc person_value_set(struct app *app, struct arena *a, int64_t id,
				const struct field *field, const char *text)
{
	const struct choice_source source = app_choices(app);
	struct person old, fresh;
	enum rc rc = person_get(app->store, a, id, app->year.year, &old);

	if (rc)
		return rc;
	fresh = old;
	rc = field_parse(a, field, &fresh, text, &source);
	class_settle(a, &fresh);
	if (rc || field_equal(field, &old, &fresh))
		return rc;
	return person_put(app->store, &fresh);
}

typedef enum rc value_setter(struct app *app, struct arena *a, int64_t id,
			     const struct field *field, const char *text);

static enum rc values_set(struct app *app, struct ids ids, value_setter *set,
			  const struct field *field, const char *text)
{
	for (size_t i = 0; i < ids.n; i++) {
		struct arena a = { 0 };
		enum rc rc = set(app, &a, ids.row[i], field, text);

		arena_done(&a);
		if (rc)
			return rc;
	}
	return RC_OK;
}

static enum rc all_set(struct app *app, struct ids ids, value_setter *set,
		       const struct field *field, const char *text)
{
	struct arena a = { 0 };
	enum rc rc = app_begin(app, N_("One value for several"),
			       arena_printf(&a, "%s: %s, %zu", text_of(field->label), text, ids.n));

	if (!rc)
		rc = app_end(app, values_set(app, ids, set, field, text));
	arena_done(&a);
	return rc;
}

enum rc people_set_all(struct app *app, struct ids participants, const struct field *field,
		       const char *text)
{
	return all_set(app, participants, value_set, field, text);
}

enum rc people_set_persons(struct app *app, struct ids persons, const struct field *field,
			   const char *text)
{
	return all_set(app, persons, person_value_set, field, text);
}

enum rc people_new_participant(const struct app *app, struct arena *a, enum role role,
			       int64_t person, struct participant *participant)
{
	struct participant fresh;
	int64_t year = app->year.year;

	participant_init(&fresh, role, year);
	if (person) {
		enum rc rc = person_get(app->store, a, person, year, &fresh.person);

		if (rc)
			return rc;
		fresh.person.year = year;
	}
	if (role == ROLE_MENTOR)
		fresh.subbase = subbase_of_kind(&app->books, (enum person_kind)fresh.person.kind);
	*participant = fresh;
	return RC_OK;
}

enum rc people_save_cases(struct app *app, const struct name_case *own)
{
	struct arena a = { 0 };
	struct person person;
	enum rc rc = person_get(app->store, &a, own->person, 0, &person);

	if (!rc)
		rc = fields_check(name_case_fields, own);
	if (!rc)
		rc = app_begin(app, N_("Cases of a name"), person_name(&a, &person));
	if (!rc)
		rc = app_end(app, name_case_put(app->store, own));
	arena_done(&a);
	return rc;
}

enum rc people_delete_person(struct app *app, int64_t id)
{
	struct arena a = { 0 };
	struct person person;
	struct standings list; /* closed years too: what is frozen stays as it was */
	enum rc rc = person_get(app->store, &a, id, 0, &person);

	if (!rc)
		rc = standing_list(app->store, &a, id, 0, &list);
	if (!rc)
		rc = standing_refuse(person_name(&a, &person), &list);
	if (!rc)
		rc = app_begin(app, N_("Person deleted"), person_name(&a, &person));
	if (!rc)
		rc = app_end(app, person_delete(app->store, id));
	arena_done(&a);
	return rc;
}

static enum rc participants_delete(struct app *app, struct ids ids)
{
	for (size_t i = 0; i < ids.n; i++) {
		enum rc rc = participant_delete(app->store, ids.row[i]);

		if (rc)
			return rc;
	}
	return RC_OK;
}

enum rc people_delete_participants(struct app *app, struct ids ids)
{
	struct arena a = { 0 };
	struct participant first;

	if (!ids.n)
		return RC_OK;
	enum rc rc = participant_get(app->store, &a, ids.row[0], &first);
	if (!rc)
		rc = app_begin(app, N_("Taken out of the base"),
			       ids.n == 1
				       ? person_name(&a, &first.person)
				       : arena_printf(&a, "%s, +%zu",
						      person_name(&a, &first.person), ids.n - 1));
	if (!rc)
		rc = app_end(app, participants_delete(app, ids));
	arena_done(&a);
	return rc;
}

/* Empty fields of keep get what gone has. */
static void person_fill(struct person *keep, const struct person *gone)
{
	for (size_t i = 0; i < person_fields.n; i++) {
		const struct field *f = &person_fields.row[i];

		if (!field_is_empty(f, keep) || field_is_empty(f, gone))
			continue;
		if (f->kind == FIELD_TEXT || f->kind == FIELD_LONGTEXT)
			field_set_text(f, keep, field_text(f, gone));
		else
			field_set_int(f, keep, field_int(f, gone));
	}
}

/* gone's participation of a role and year goes over to the person who stays. */
static enum rc role_join(struct app *app, struct arena *a, const struct person *keep, int64_t gone,
			 enum role role)
{
	struct participant moved, there;

	if (participant_find(app->store, a, gone, keep->year, role, &moved))
		return RC_OK;
	if (!participant_find(app->store, a, keep->id, keep->year, role, &there))
		return err_set(RC_CONFLICT,
			       _("Both records take part in one year in the same role. Delete one "
				 "of the two first."));
	moved.person = *keep;
	return participant_put(app->store, &moved);
}

static enum rc year_join(struct app *app, struct arena *a, int64_t keep, int64_t gone, int64_t year)
{
	struct person to, from;
	enum rc rc = person_get(app->store, a, keep, year, &to);

	if (!rc)
		rc = person_get(app->store, a, gone, year, &from);
	if (rc || !from.year)
		return rc;
	to.year = year;
	person_fill(&to, &from);
	rc = person_put(app->store, &to);
	if (!rc)
		rc = role_join(app, a, &to, gone, ROLE_MENTEE);
	return rc ? rc : role_join(app, a, &to, gone, ROLE_MENTOR);
}

static enum rc years_join(struct app *app, struct arena *a, int64_t keep, int64_t gone)
{
	struct years years;
	enum rc rc = year_list(app->store, a, &years);

	for (size_t i = 0; !rc && i < years.n; i++)
		rc = year_join(app, a, keep, gone, years.row[i].year);
	if (!rc)
		rc = consent_move(app->store, gone, keep);
	if (!rc)
		rc = category_move(app->store, gone, keep);
	if (!rc)
		rc = name_case_move(app->store, gone, keep);
	return rc ? rc : person_delete(app->store, gone);
}

enum rc people_join(struct app *app, int64_t keep, int64_t gone)
{
	struct arena a = { 0 };
	struct person person;
	enum rc rc = person_get(app->store, &a, keep, 0, &person);

	if (!rc && keep == gone)
		rc = err_set(RC_INVALID, _("It is one record already."));
	if (!rc)
		rc = app_begin(app, N_("Two records joined"), person_name(&a, &person));
	if (!rc)
		rc = app_end(app, years_join(app, &a, keep, gone));
	arena_done(&a);
	return rc;
}

static enum rc other_role_warn(const struct app *app, struct arena *a, const struct participant *p,
			       struct issues *out)
{
	enum role other = p->role == ROLE_MENTEE ? ROLE_MENTOR : ROLE_MENTEE;
	struct participant there;

	if (!p->person.id ||
	    participant_find(app->store, a, p->person.id, p->person.year, other, &there))
		return RC_OK;
	issue_add(out, ISSUE_NOTE, 0, p->id, person_name(a, &p->person), "%s",
		  other == ROLE_MENTOR ? _("Is a mentor this year too.")
				       : _("Is a mentee this year too."));
	return RC_OK;
}

enum rc people_warn(const struct app *app, const struct participant *p, struct issues *out)
{
	struct arena a = { 0 };
	enum rc rc = other_role_warn(app, &a, p, out);

	participant_warn(p, out);
	if (p->data_consent_on == DATE_NONE)
		issue_add(out, ISSUE_WARNING, 0, p->id, person_short_name(out->arena, &p->person),
			  "%s",
			  _("There is no signed consent to the processing of personal data."));
	arena_done(&a);
	return rc;
}
