#include "nastavnik/model/headcount.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/class.h"

enum { CLASS_AGE = 6 };

const struct headcount_rule headcount_rules[HEADCOUNTS] = {
	[HEADCOUNT_PUPILS] = { .code = "pupils",
			       .name = N_("Pupils"),
			       .kind = KIND_PUPIL,
			       .role = ROLE_MENTEE,
			       .part = KIND_PUPIL,
			       .part_name = N_("mentees") },
	[HEADCOUNT_PUPILS_10_19] = { .code = "pupils_10_19",
				     .name = N_("Pupils of 10–19 years"),
				     .kind = KIND_PUPIL,
				     .age_from = 10,
				     .age_to = 19,
				     .role = ROLE_MENTEE,
				     .part = KIND_PUPIL,
				     .part_name = N_("mentees") },
	[HEADCOUNT_PUPILS_15_19] = { .code = "pupils_15_19",
				     .name = N_("Pupils of 15–19 years"),
				     .kind = KIND_PUPIL,
				     .age_from = 15,
				     .age_to = 19,
				     .role = ROLE_MENTOR,
				     .part = KIND_PUPIL,
				     .part_name = N_("mentors") },
	[HEADCOUNT_TEACHERS] = { .code = "teachers",
				 .name = N_("Teachers"),
				 .kind = KIND_TEACHER,
				 .role = ROLE_MENTOR,
				 .part = KIND_TEACHER,
				 .part_name = N_("mentors") },
	[HEADCOUNT_NOVICES] = { .code = "novices",
				.name = N_("Novice teachers"),
				.role = ROLE_MENTEE,
				.part = KIND_TEACHER,
				.part_name = N_("mentees") },
	[HEADCOUNT_ENTERPRISES] = { .code = "enterprises",
				    .name = N_("Partner enterprises"),
				    .role = ROLE_MENTOR,
				    .part = KIND_EMPLOYER,
				    .places = true,
				    .part_name = N_("gave mentors") },
};

/* Full years of a person on a day, by birth, else the usual age of his class (class g is g + 6);
 * -1 when neither is known. */
static int headcount_age(const struct person *p, int on, enum age_source *source)
{
	int age = date_age((int)p->birth, on), grade = class_grade(p->class_name);

	*source = age >= 0 ? AGE_BY_BIRTH : grade ? AGE_BY_CLASS : AGE_UNKNOWN;
	return age >= 0 ? age : grade ? grade + CLASS_AGE : -1;
}

bool headcount_counts(const struct headcount_rule *rule, const struct person *p, int on,
		      enum age_source *source)
{
	int age;

	if (rule->kind == KIND_UNKNOWN || p->kind != rule->kind)
		return false;
	if (!rule->age_to) {
		*source = AGE_BY_BIRTH;
		return true;
	}
	age = headcount_age(p, on, source);
	return age >= rule->age_from && age <= rule->age_to;
}
