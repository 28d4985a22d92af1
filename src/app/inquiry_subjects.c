#include "inquiry_subjects.h"

#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/app/categories.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/bases.h"
#include "nastavnik/model/class.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/consent.h"
#include "nastavnik/store/read/record.h"

/* A field table over a struct at that place of the row. */
struct part {
	const struct fields *fields; /* NULL: no more */
	size_t offset;
};

enum { PARTS = 2 };

struct subject {
	struct inquiry_subject head;
	struct part part[PARTS + 1];
	/* How its rows are read; or: */
	enum rc (*load)(const struct app *app, struct arena *a, const struct inquiry *q,
			struct inquiry_rows *out);
	const struct record_type *type; /* a register of the year */
};

/* Days. Without any, things are as they stand. */

static bool has_days(const struct inquiry *q)
{
	return q->from || q->to;
}

/* Has something that went from one day to another (DATE_NONE: open) a day in common with them? */
static bool within(const struct inquiry *q, int64_t from, int64_t to)
{
	return (!q->to || !from || from <= q->to) && (!q->from || !to || to >= q->from);
}

/* Did it happen on one of them? What has no day did so at any time. */
static bool happened(const struct inquiry *q, int64_t on)
{
	return !has_days(q) || (on && within(q, on, on));
}

/* The people and pairs of the year, read once */

struct place {
	int64_t participation;
	const struct participant *who;
};

struct census {
	struct participants mentees, mentors;
	struct members members;
	struct records meetings;
	struct place *place; /* all participants by id */
	size_t places;
};

static int place_order(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return (x->participation > y->participation) - (x->participation < y->participation);
}

static void places_add(struct census *s, const struct participants *all)
{
	for (size_t i = 0; i < all->n; i++)
		s->place[s->places++] = (struct place){ all->row[i].id, &all->row[i] };
}

static enum rc census_load(const struct app *app, struct arena *a, struct census *s)
{
	int64_t year = app->year.year;
	enum rc rc = participant_load_all(app->store, a, year, ROLE_MENTEE, &s->mentees);

	if (!rc)
		rc = participant_load_all(app->store, a, year, ROLE_MENTOR, &s->mentors);
	if (!rc)
		rc = members_load(app->store, a, year, &s->members);
	if (!rc)
		rc = record_list_year(app->store, a, &meeting_type, year, &s->meetings);
	if (rc)
		return rc;
	s->place = ARENA_NEW(a, struct place, s->mentees.n + s->mentors.n);
	places_add(s, &s->mentees);
	places_add(s, &s->mentors);
	if (s->places)
		qsort(s->place, s->places, sizeof(*s->place), place_order);
	return RC_OK;
}

static const struct participant *who_of(const struct census *s, int64_t participation)
{
	const struct place key = { .participation = participation };
	const struct place *found =
		s->places ? bsearch(&key, s->place, s->places, sizeof(key), place_order) : NULL;

	return found ? found->who : NULL;
}

static const char *name_of(struct arena *a, const struct census *s, int64_t participation)
{
	const struct participant *who = who_of(s, participation);

	return who ? person_name(a, &who->person) : "";
}

static bool member_counts(const struct inquiry *q, const struct bond_member *m)
{
	return has_days(q) ? within(q, m->from, m->to) : m->state == MEMBER_ACTIVE;
}

static int64_t meetings_of(const struct census *s, const struct inquiry *q, int64_t bond)
{
	int64_t n = 0;

	for (size_t i = 0; i < s->meetings.n; i++) {
		const struct meeting *m = record_at(&meeting_type, &s->meetings, i);

		n += m->head.owner == bond && happened(q, m->on_day);
	}
	return n;
}

static int64_t grade_of(const char *class_name)
{
	int grade = class_grade(class_name);

	return grade ? grade : FIELD_NOTHING;
}

/* Mentees and mentors */

struct who_more {
	const char *name, *partners;
	int64_t grade, age, paired, form, role_model, meetings;
};

struct who_row {
	struct participant p;
	struct who_more more;
};

#define AT(member) offsetof(struct who_more, member)
#define TEXT(id, words, at)                                                                     \
	{                                                                                       \
		.name = (id), .label = (words), .kind = FIELD_TEXT, .offset = (at), .width = 24 \
	}
#define NUMBER(id, words, at)                                                                     \
	{                                                                                         \
		.name = (id), .label = (words), .kind = FIELD_NUMBER, .offset = (at), .width = -8 \
	}
#define YESNO(id, words, at)                                                                    \
	{                                                                                       \
		.name = (id), .label = (words), .kind = FIELD_YESNO, .offset = (at), .width = 6 \
	}
#define DATE(id, words, at)                                                                     \
	{                                                                                       \
		.name = (id), .label = (words), .kind = FIELD_DATE, .offset = (at), .width = 10 \
	}
#define CHOICE(id, words, at, set)                                                    \
	{                                                                             \
		.name = (id), .label = (words), .kind = FIELD_CHOICE, .offset = (at), \
		.choices = (set), .width = 20                                         \
	}
#define WHO_ROWS(partners_label)                                                                  \
	TEXT("name", N_("Full name"), AT(name)), NUMBER("grade", N_("Parallel"), AT(grade)),      \
		NUMBER("age", N_("Age, full years"), AT(age)),                                    \
		YESNO("paired", N_("In a pair or group"), AT(paired)),                            \
		TEXT("partners", partners_label, AT(partners)),                                   \
		CHOICE("pair_form", N_("Form of the pair"), AT(form), "form"),                    \
		CHOICE("pair_model", N_("Role model of the pair"), AT(role_model), "role_model"), \
		NUMBER("meetings", N_("Meetings held"), AT(meetings))

static const struct field mentee_more_rows[] = { WHO_ROWS(N_("Mentors by name")) };
static const struct field mentor_more_rows[] = { WHO_ROWS(N_("Mentees by name")) };
#undef AT
static const struct fields mentee_more = FIELD_TABLE(mentee_more_rows);
static const struct fields mentor_more = FIELD_TABLE(mentor_more_rows);

static void who_fill(const struct app *app, struct arena *a, const struct census *s,
		     const struct inquiry *q, struct who_row *row)
{
	struct who_more *more = &row->more;
	int age = person_age(&row->p.person, app->year.year);
	bool mentor = row->p.role == ROLE_MENTOR;
	int64_t before = 0;

	*more = (struct who_more){ .name = person_name(a, &row->p.person),
				   .partners = "",
				   .grade = grade_of(row->p.person.class_name),
				   .age = age < 0 ? FIELD_NOTHING : age };
	for (size_t i = 0; i < s->members.n; i++) {
		const struct bond_member *m = &s->members.row[i];

		if ((mentor ? m->mentor : m->mentee) != row->p.id || !member_counts(q, m))
			continue;
		more->paired = 1;
		more->form = m->form;
		more->role_model = m->role_model;
		more->partners =
			arena_printf(a, "%s%s%s", more->partners, *more->partners ? "; " : "",
				     name_of(a, s, mentor ? m->mentee : m->mentor));
		/* The members of a group stand together, and share its meetings. */
		if (m->bond != before)
			more->meetings += meetings_of(s, q, m->bond);
		before = m->bond;
	}
}

/* Was he there on one of the days? Without days: is he here now? */
static bool who_counts(const struct inquiry *q, const struct participant *p)
{
	return has_days(q) ? within(q, p->joined, p->person.left_on) : !p->person.left_on;
}

static enum rc who_load(const struct app *app, struct arena *a, const struct inquiry *q,
			enum role role, struct inquiry_rows *out)
{
	struct census s = { 0 };
	enum rc rc = census_load(app, a, &s);
	const struct participants *all = role == ROLE_MENTOR ? &s.mentors : &s.mentees;
	struct who_row *row;
	size_t n = 0;

	if (rc)
		return rc;
	row = ARENA_NEW(a, struct who_row, all->n);
	for (size_t i = 0; i < all->n; i++) {
		if (!who_counts(q, &all->row[i]))
			continue;
		row[n].p = all->row[i];
		who_fill(app, a, &s, q, &row[n++]);
	}
	*out = (struct inquiry_rows){ (char *)row, n, sizeof(*row), 0 };
	return RC_OK;
}

static enum rc mentees_load(const struct app *app, struct arena *a, const struct inquiry *q,
			    struct inquiry_rows *out)
{
	return who_load(app, a, q, ROLE_MENTEE, out);
}

static enum rc mentors_load(const struct app *app, struct arena *a, const struct inquiry *q,
			    struct inquiry_rows *out)
{
	return who_load(app, a, q, ROLE_MENTOR, out);
}

/* Pairs: a row a mentor and a mentee of his */

struct pair_row {
	const char *mentor, *mentor_place, *mentee, *mentee_class, *reason;
	int64_t mentor_kind, mentee_kind, grade, form, role_model, from, to, goes_on, meetings;
	int64_t bond; /* a group has a row a mentee */
};

#define AT(member) offsetof(struct pair_row, member)
static const struct field pair_rows[] = {
	TEXT("mentor", N_("Mentor"), AT(mentor)),
	TEXT("mentor_place", N_("Mentor: class, position"), AT(mentor_place)),
	CHOICE("mentor_kind", N_("Who the mentor is"), AT(mentor_kind), "person_kind"),
	TEXT("mentee", N_("Mentee"), AT(mentee)),
	TEXT("mentee_class", N_("Mentee: class, position"), AT(mentee_class)),
	NUMBER("grade", N_("Parallel"), AT(grade)),
	CHOICE("mentee_kind", N_("Who the mentee is"), AT(mentee_kind), "person_kind"),
	CHOICE("form", N_("Form of mentoring"), AT(form), "form"),
	CHOICE("role_model", N_("Role model"), AT(role_model), "role_model"),
	DATE("from", N_("Works from"), AT(from)),
	DATE("to", N_("Works to"), AT(to)),
	YESNO("goes_on", N_("Goes on"), AT(goes_on)),
	TEXT("reason", N_("Why it ended"), AT(reason)),
	NUMBER("meetings", N_("Meetings held"), AT(meetings)),
};
#undef AT
static const struct fields pair_fields = FIELD_TABLE(pair_rows);

static const struct person nobody = { .class_name = "", .position = "", .place = "" };

static struct pair_row pair_of(struct arena *a, const struct census *s, const struct inquiry *q,
			       const struct bond_member *m)
{
	const struct participant *mentor = who_of(s, m->mentor), *mentee = who_of(s, m->mentee);
	const struct person *one = mentor ? &mentor->person : &nobody;
	const struct person *other = mentee ? &mentee->person : &nobody;

	return (struct pair_row){ .mentor = name_of(a, s, m->mentor),
				  .mentor_place = person_class_or_position(one),
				  .mentor_kind = one->kind,
				  .mentee = name_of(a, s, m->mentee),
				  .mentee_class = person_class_or_position(other),
				  .mentee_kind = other->kind,
				  .grade = grade_of(other->class_name),
				  .form = m->form,
				  .role_model = m->role_model,
				  .from = m->from,
				  .to = m->to,
				  .goes_on = m->state == MEMBER_ACTIVE,
				  .reason = m->reason ? m->reason : "",
				  .meetings = meetings_of(s, q, m->bond),
				  .bond = m->bond };
}

static enum rc pairs_load(const struct app *app, struct arena *a, const struct inquiry *q,
			  struct inquiry_rows *out)
{
	struct census s = { 0 };
	enum rc rc = census_load(app, a, &s);
	struct pair_row *row;
	size_t n = 0;

	if (rc)
		return rc;
	row = ARENA_NEW(a, struct pair_row, s.members.n);
	for (size_t i = 0; i < s.members.n; i++)
		if (member_counts(q, &s.members.row[i]))
			row[n++] = pair_of(a, &s, q, &s.members.row[i]);
	*out = (struct inquiry_rows){ (char *)row, n, sizeof(*row),
				      offsetof(struct pair_row, bond) };
	return RC_OK;
}

/* Meetings */

struct meeting_more {
	const char *mentor, *mentees, *month;
	int64_t form;
};

struct meeting_row {
	struct meeting meeting;
	struct meeting_more more;
};

#define AT(member) offsetof(struct meeting_more, member)
static const struct field meeting_more_rows[] = {
	TEXT("mentor", N_("Mentor"), AT(mentor)),
	TEXT("mentees", N_("Mentees by name"), AT(mentees)),
	CHOICE("form", N_("Form of mentoring"), AT(form), "form"),
	TEXT("month", N_("Month"), AT(month)),
};
#undef AT
static const struct fields meeting_more = FIELD_TABLE(meeting_more_rows);

static struct meeting_more meeting_of(struct arena *a, const struct census *s,
				      const struct meeting *meeting)
{
	struct meeting_more more = { .mentor = "", .mentees = "", .month = "" };

	if (meeting->on_day)
		more.month = arena_printf(a, "%d.%02d", date_year((int)meeting->on_day),
					  date_month((int)meeting->on_day));
	for (size_t i = 0; i < s->members.n; i++) {
		const struct bond_member *m = &s->members.row[i];

		if (m->bond != meeting->head.owner)
			continue;
		more.form = m->form;
		more.mentor = name_of(a, s, m->mentor);
		more.mentees = arena_printf(a, "%s%s%s", more.mentees, *more.mentees ? "; " : "",
					    name_of(a, s, m->mentee));
	}
	return more;
}

static enum rc meetings_load(const struct app *app, struct arena *a, const struct inquiry *q,
			     struct inquiry_rows *out)
{
	struct census s = { 0 };
	enum rc rc = census_load(app, a, &s);
	struct meeting_row *row;
	size_t n = 0;

	if (rc)
		return rc;
	row = ARENA_NEW(a, struct meeting_row, s.meetings.n);
	for (size_t i = 0; i < s.meetings.n; i++) {
		const struct meeting *m = record_at(&meeting_type, &s.meetings, i);

		if (happened(q, m->on_day))
			row[n++] = (struct meeting_row){ *m, meeting_of(a, &s, m) };
	}
	*out = (struct inquiry_rows){ (char *)row, n, sizeof(*row), 0 };
	return RC_OK;
}

/* Consents */

struct consents_row {
	const char *name, *class_name;
	int64_t kind, grade, mentee, mentor, stands[CONSENT_KINDS];
};

#define AT(member) offsetof(struct consents_row, member)
static const struct field consents_rows[] = {
	TEXT("name", N_("Full name"), AT(name)),
	TEXT("class_name", N_("Class"), AT(class_name)),
	NUMBER("grade", N_("Parallel"), AT(grade)),
	CHOICE("kind", N_("Status"), AT(kind), "person_kind"),
	YESNO("mentee", N_("Is a mentee"), AT(mentee)),
	YESNO("mentor", N_("Is a mentor"), AT(mentor)),
	YESNO("take_part", N_("Consent to take part"), AT(stands[CONSENT_TAKE_PART - 1])),
	YESNO("data", N_("Consent to data processing"), AT(stands[CONSENT_DATA - 1])),
	YESNO("publish", N_("Consent to publication"), AT(stands[CONSENT_PUBLISH - 1])),
};
#undef AT
static const struct fields consents_fields = FIELD_TABLE(consents_rows);

static enum rc consents_load(const struct app *app, struct arena *a, const struct inquiry *q,
			     struct inquiry_rows *out)
{
	struct consent_rows all;
	enum rc rc = consent_rows_load(app->store, a, app->year.year, CONSENTS_OF_PARTICIPANTS,
				       NULL, &all);
	struct consents_row *row;

	if (rc)
		return rc;
	row = ARENA_NEW(a, struct consents_row, all.n);
	for (size_t i = 0; i < all.n; i++) {
		const struct consent_row *c = &all.row[i];

		row[i] = (struct consents_row){ .name = person_name(a, &c->person),
						.class_name = c->person.class_name,
						.kind = c->person.kind,
						.grade = grade_of(c->person.class_name),
						.mentee = c->mentee != 0,
						.mentor = c->mentor != 0 };
		/* Signed by the last of the days, where there are any. */
		for (size_t k = 0; k < CONSENT_KINDS; k++)
			row[i].stands[k] = c->mark[k].state == CONSENT_STANDS &&
					   (!q->to || c->mark[k].on <= q->to);
	}
	*out = (struct inquiry_rows){ (char *)row, all.n, sizeof(*row), 0 };
	return RC_OK;
}

/* Categories: their numbers alone, and those only while they are shown */

struct category_line {
	const char *name, *people, *mentees;
};

#define AT(member) offsetof(struct category_line, member)
static const struct field category_line_rows[] = {
	TEXT("category", N_("Category"), AT(name)),
	TEXT("in_school", N_("In the school"), AT(people)),
	TEXT("in_base", N_("Among the mentees"), AT(mentees)),
};
#undef AT
static const struct fields category_line_fields = FIELD_TABLE(category_line_rows);

static enum rc categories_load(const struct app *app, struct arena *a, const struct inquiry *q,
			       struct inquiry_rows *out)
{
	struct category_rows all;
	enum rc rc = categories_report(app, a, &all);
	struct category_line *row;

	(void)q;
	if (rc)
		return rc;
	row = ARENA_NEW(a, struct category_line, all.n);
	for (size_t i = 0; i < all.n; i++)
		row[i] = (struct category_line){ all.row[i].name, all.row[i].people,
						 all.row[i].mentees };
	*out = (struct inquiry_rows){ (char *)row, all.n, sizeof(*row), 0 };
	return RC_OK;
}

static const struct subject subjects[] = {
	{ .head = { "mentees", N_("Mentees") },
	  .part = { { &mentee_more, offsetof(struct who_row, more) },
		    { &mentee_fields, offsetof(struct who_row, p) } },
	  .load = mentees_load },
	{ .head = { "mentors", N_("Mentors") },
	  .part = { { &mentor_more, offsetof(struct who_row, more) },
		    { &mentor_fields, offsetof(struct who_row, p) } },
	  .load = mentors_load },
	{ .head = { "pairs", N_("Pairs and groups") },
	  .part = { { &pair_fields, 0 } },
	  .load = pairs_load },
	{ .head = { "meetings", N_("Meetings") },
	  .part = { { &meeting_more, offsetof(struct meeting_row, more) } },
	  .load = meetings_load,
	  .type = &meeting_type },
	{ .head = { "consents", N_("Consents") },
	  .part = { { &consents_fields, 0 } },
	  .load = consents_load },
	{ .head = { "events", N_("Events") }, .type = &event_type },
	{ .head = { "studies", N_("Studies of the curators") }, .type = &study_type },
	{ .head = { "publications", N_("Publications") }, .type = &publication_type },
	{ .head = { "partners", N_("Partners") }, .type = &partner_type },
	{ .head = { "practices", N_("Bank of practices") }, .type = &practice_type },
	{ .head = { "categories", N_("Categories (numbers)") },
	  .part = { { &category_line_fields, 0 } },
	  .load = categories_load },
	{ .head = { "awards", N_("Awards") }, .type = &award_type },
};

enum { SUBJECTS = sizeof(subjects) / sizeof(subjects[0]) };

const struct inquiry_subject *inquiry_subject_at(size_t i)
{
	return i < SUBJECTS ? &subjects[i].head : NULL;
}

static const struct subject *subject_named(const char *name)
{
	for (size_t i = 0; i < SUBJECTS; i++)
		if (!strcmp(subjects[i].head.name, name))
			return &subjects[i];
	return NULL;
}

const struct inquiry_subject *inquiry_subject_find(const char *name)
{
	const struct subject *subject = subject_named(name);

	return subject ? &subject->head : NULL;
}

/* Names, and by what somebody is found. */
static bool is_personal(const struct field *field)
{
	static const char *const name[] = {
		"name",
		"family",
		"given",
		"patronymic",
		"birth",
		"phone",
		"email",
		"note",
		"mentor",
		"mentee",
		"mentees",
		"partners",
		"choices",
		"refusals",
		"person",
		"contact",
		"author",
		"who",
		"participation",
		"representative",
		"representative_contact",
		"participant_note",
	};
	bool named = false;

	for (size_t i = 0; i < sizeof(name) / sizeof(name[0]); i++)
		named = named || !strcmp(field->name, name[i]);
	/* Of a register "name" is what the thing is called; "mentee" may be a yes or no. */
	return field->flags & FIELD_SENSITIVE || (named && field->kind != FIELD_YESNO);
}

static size_t part_add(const struct fields *fields, size_t offset, bool register_,
		       struct inquiry_field *row)
{
	for (size_t i = 0; i < fields->n; i++) {
		const struct field *f = &fields->row[i];

		row[i] = (struct inquiry_field){ f, offset, is_personal(f) };
		if (register_ && !strcmp(f->name, "name"))
			row[i].personal = false;
	}
	return fields->n;
}

struct inquiry_fields inquiry_fields(struct arena *a, const char *name)
{
	const struct subject *subject = subject_named(name);
	struct inquiry_field *row;
	size_t n = 0;

	if (!subject)
		return (struct inquiry_fields){ 0 };
	for (size_t p = 0; p < PARTS && subject->part[p].fields; p++)
		n += subject->part[p].fields->n;
	row = ARENA_NEW(a, struct inquiry_field,
			n + (subject->type ? subject->type->fields->n : 0));
	n = 0;
	if (subject->type)
		n += part_add(subject->type->fields, 0, true, row);
	for (size_t p = 0; p < PARTS && subject->part[p].fields; p++)
		n += part_add(subject->part[p].fields, subject->part[p].offset, false, row + n);
	return (struct inquiry_fields){ row, n };
}

/* The records of a register that happened within the days: the first of its dates tells. */
static enum rc register_load(const struct app *app, struct arena *a, const struct inquiry *q,
			     const struct record_type *type, struct inquiry_rows *out)
{
	const struct field *day = NULL;
	struct records all;
	enum rc rc = record_list_year(app->store, a, type, app->year.year, &all);
	size_t n = 0;

	if (rc)
		return rc;
	for (size_t i = 0; i < type->fields->n && !day; i++)
		if (type->fields->row[i].kind == FIELD_DATE)
			day = &type->fields->row[i];
	*out = (struct inquiry_rows){ arena_alloc(a, all.n * type->size + 1), 0, type->size, 0 };
	for (size_t i = 0; i < all.n; i++) {
		const void *record = record_at(type, &all, i);

		if (!day || happened(q, field_int(day, record)))
			memcpy(out->row + n++ * type->size, record, type->size);
	}
	out->n = n;
	return RC_OK;
}

enum rc inquiry_rows_load(const struct app *app, struct arena *a, const struct inquiry *q,
			  struct inquiry_rows *out)
{
	const struct subject *subject = subject_named(q->what);

	if (!subject)
		return err_set(RC_INVALID,
			       _("Nothing is known of “%s”: choose what the request is "
				 "about."),
			       q->what);
	return subject->load ? subject->load(app, a, q, out)
			     : register_load(app, a, q, subject->type, out);
}
