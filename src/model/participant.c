#include "nastavnik/model/participant.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/class.h"

enum {
	MENTEE_AGE_MIN = 10, /* Р-145: «от 10 лет»; schools pair younger ones too, so only warn */
	MENTEE_AGE_MAX = 18,
	MENTOR_AGE_MIN = 14,
	CLASS_AGE_SLACK = 2, /* years by which a pupil may be off the usual age of the class */
};

void participant_init(struct participant *p, enum role role, int64_t year)
{
	*p = (struct participant){
		.role = role,
		.person = { .year = year,
			    .family = "",
			    .given = "",
			    .patronymic = "",
			    .phone = "",
			    .email = "",
			    .note = "",
			    .class_name = "",
			    .position = "",
			    .place = "",
			    .left_why = "" },
		.topic_words = "",
		.interest_words = "",
		.hours = FIELD_NOTHING,
		.joined = date_today(),
		.note = "",
		.representative = "",
		.representative_contact = "",
		.achievements = "",
		.age_from = FIELD_NOTHING,
		.age_to = FIELD_NOTHING,
		.capacity = 1,
	};
}

static bool is_pupil(const struct person *p)
{
	return p->kind == KIND_PUPIL || (p->kind == KIND_UNKNOWN && class_grade(p->class_name) > 0);
}

#define WARN(list, p, ...)                           \
	issue_add((list), ISSUE_WARNING, 0, (p)->id, \
		  person_short_name((list)->arena, &(p)->person), __VA_ARGS__)

static void person_warn(const struct participant *p, struct issues *out)
{
	const struct person *person = &p->person;
	int grade = class_grade(person->class_name);
	int age = person_age(person, person->year);

	if (*person->email != '\0' && strchr(person->email, '@') == NULL)
		WARN(out, p, _("There is no @ in the e-mail address “%s”."), person->email);
	if (!is_pupil(person))
		return;
	if (person->birth == DATE_NONE && grade == 0)
		WARN(out, p,
		     _("Neither the class nor the date of birth is given: the age is "
		       "unknown."));
	else if (person->birth != DATE_NONE && grade > 0 &&
		 (age < grade + 6 - CLASS_AGE_SLACK || age > grade + 6 + CLASS_AGE_SLACK))
		WARN(out, p, _("The date of birth hardly fits class %s: check both."),
		     person->class_name);
}

static void mentee_warn(const struct participant *p, struct issues *out)
{
	int age = person_age(&p->person, p->person.year);

	if (p->topics.n == 0)
		WARN(out, p, _("There is no request."));
	if (is_pupil(&p->person) && age >= 0 && (age < MENTEE_AGE_MIN || age > MENTEE_AGE_MAX))
		WARN(out, p, _("The mentee's age is %d; usually it is %d to %d."), age,
		     (int)MENTEE_AGE_MIN, (int)MENTEE_AGE_MAX);
}

static void mentor_warn(const struct participant *p, struct issues *out)
{
	int age = person_age(&p->person, p->person.year);

	if (p->topics.n == 0)
		WARN(out, p, _("There are no competences."));
	if (!p->selected)
		WARN(out, p, _("The selection is not passed yet."));
	if (!p->trained)
		WARN(out, p, _("The training is not passed yet."));
	if (!is_pupil(&p->person) || age < 0)
		return;
	if (age < MENTOR_AGE_MIN)
		WARN(out, p, _("The mentor's age is %d; usually it is %d or more."), age,
		     (int)MENTOR_AGE_MIN);
	if (p->age_from != FIELD_NOTHING && age < p->age_from)
		WARN(out, p,
		     _("The mentor is younger than the mentees wished for: %d and from %d."), age,
		     (int)p->age_from);
}

void participant_warn(const struct participant *p, struct issues *out)
{
	if (p->role == ROLE_MENTEE)
		mentee_warn(p, out);
	else
		mentor_warn(p, out);
	if (p->consent_on == DATE_NONE)
		WARN(out, p, _("There is no signed consent to take part."));
	person_warn(p, out);
}
