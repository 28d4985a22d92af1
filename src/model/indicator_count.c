/* The rules by which indicators are counted from facts, as of a day. */
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/indicator.h"

/* Somebody of a base on the day that is asked for. */
typedef bool person_holds(const struct indicator_person *p, int on);

struct indicator_rule {
	const char *name; /* stable */
	const char *of;   /* msgid */
	/* Of people: in which role, who of them, of how many. */
	enum role role;
	person_holds *holds; /* NULL: all */
	bool share;          /* of a head count */
	enum headcount whole;
	/* Of anything else. */
	struct indicator_count (*count)(struct arena *a, const struct indicator_rule *rule,
					const struct indicator_facts *facts, int on, int64_t least);
};

static bool is_here(const struct indicator_person *p, int on)
{
	return p->joined <= on && (!p->left || p->left > on);
}

static int64_t share_of(int64_t part, int64_t whole)
{
	return whole > 0 ? (part * 20000 + whole) / (2 * whole) : FIELD_NOTHING;
}

/* Head counts. */

static int age_day(const struct indicator_facts *facts, int on)
{
	return facts->age_on ? (int)facts->age_on : on;
}

static bool is_counted(enum headcount which, const struct indicator_facts *facts,
		       const struct indicator_person *p, int on)
{
	const struct person person = { .kind = p->kind,
				       .birth = p->birth,
				       .class_name = p->class_name };
	enum age_source source;

	return headcount_counts(&headcount_rules[which], &person, age_day(facts, on), &source);
}

/* Who brought in nobody but those who take part has no list to count all from. */
static bool is_listed(const struct indicator_facts *facts, enum person_kind kind)
{
	for (size_t i = 0; i < facts->schooled; i++)
		if (facts->school[i].kind == (int64_t)kind && !facts->school[i].role)
			return true;
	return false;
}

static int64_t whole_count(const struct indicator_facts *facts, enum headcount which, int on)
{
	int64_t n = 0;

	if (!headcount_rules[which].kind || !is_listed(facts, headcount_rules[which].kind))
		return facts->typed[which];
	for (size_t i = 0; i < facts->schooled; i++) {
		const struct indicator_person *p = &facts->school[i];

		n += (!p->left || p->left > on) && is_counted(which, facts, p, on);
	}
	return n;
}

/* People of the bases. */

static bool is_pupil_who_asked(const struct indicator_person *p, int on)
{
	return p->kind == KIND_PUPIL && p->asked && p->asked_on <= on;
}

static bool is_teacher_who_asked(const struct indicator_person *p, int on)
{
	return p->kind == KIND_TEACHER && p->asked && p->asked_on <= on;
}

/* A mark without a certificate has no day of its own. */
static bool is_trained_teacher(const struct indicator_person *p, int on)
{
	if (p->kind != KIND_TEACHER)
		return false;
	return p->certified ? p->certified <= on : p->trained != 0;
}

static bool is_teacher(const struct indicator_person *p, int on)
{
	(void)on;
	return p->kind == KIND_TEACHER;
}

/* The sub-base says it, else who he is. */
static bool is_of(const struct indicator_person *p, const char *subbase, enum person_kind kind)
{
	return *p->subbase ? strcmp(p->subbase, subbase) == 0 : p->kind == (int64_t)kind;
}

static bool is_of_teachers(const struct indicator_person *p, int on)
{
	(void)on;
	return is_of(p, "teachers", KIND_TEACHER);
}

static bool is_of_graduates(const struct indicator_person *p, int on)
{
	(void)on;
	return is_of(p, "graduates", KIND_GRADUATE);
}

static bool is_of_employers(const struct indicator_person *p, int on)
{
	(void)on;
	return is_of(p, "employers", KIND_EMPLOYER);
}

static bool is_of_public(const struct indicator_person *p, int on)
{
	(void)on;
	return !strcmp(p->subbase, "entrepreneurs") || !strcmp(p->subbase, "public");
}

static bool is_of_social(const struct indicator_person *p, int on)
{
	(void)on;
	return !strcmp(p->subbase, "social");
}

static bool was_mentee(const struct indicator_person *p, int on)
{
	(void)on;
	return p->before != 0;
}

static bool person_counts(const struct indicator_rule *rule, const struct indicator_facts *facts,
			  const struct indicator_person *p, int on)
{
	if (p->role != (int64_t)rule->role || !is_here(p, on))
		return false;
	if (rule->holds && !rule->holds(p, on))
		return false;
	/* A share that is counted from the list has its own people in it only. */
	return !rule->share || !headcount_rules[rule->whole].kind ||
	       is_counted(rule->whole, facts, p, on);
}

static struct indicator_count people_count(struct arena *a, const struct indicator_rule *rule,
					   const struct indicator_facts *facts, int on,
					   int64_t least)
{
	struct indicator_count c = { .behind = BEHIND_PEOPLE, .whole = FIELD_NOTHING };

	(void)least;
	c.ids.row = ARENA_NEW(a, int64_t, facts->people);
	for (size_t i = 0; i < facts->people; i++)
		if (person_counts(rule, facts, &facts->person[i], on))
			c.ids.row[c.ids.n++] = facts->person[i].id;
	c.part = (int64_t)c.ids.n;
	c.value = c.part * 100;
	if (!rule->share)
		return c;
	c.whole = whole_count(facts, rule->whole, on);
	c.value = share_of(c.part, c.whole);
	c.lacks = c.whole == FIELD_NOTHING ? (int)rule->whole + 1 : 0;
	return c;
}

/* Enterprises: by the register of partners, else by the mentors' places of work and a number typed.
 */

static bool gave_mentor(const struct indicator_facts *facts, const struct fact *partner, int on)
{
	if (partner->yes)
		return true;
	for (size_t i = 0; i < facts->people; i++) {
		const struct indicator_person *p = &facts->person[i];

		if (p->role == ROLE_MENTOR && is_here(p, on) && *p->place &&
		    strcmp(p->place, partner->name) == 0)
			return true;
	}
	return false;
}

static bool place_is_new(const struct indicator_facts *facts, const struct indicator_count *c,
			 const char *place)
{
	for (size_t i = 0; i < facts->people; i++)
		for (size_t at = 0; at < c->ids.n; at++)
			if (facts->person[i].id == c->ids.row[at] &&
			    strcmp(facts->person[i].place, place) == 0)
				return false;
	return true;
}

static void places_count(struct arena *a, const struct indicator_facts *facts, int on,
			 struct indicator_count *c)
{
	c->behind = BEHIND_PEOPLE;
	c->ids.row = ARENA_NEW(a, int64_t, facts->people);
	for (size_t i = 0; i < facts->people; i++) {
		const struct indicator_person *p = &facts->person[i];

		if (p->role == ROLE_MENTOR && p->kind == KIND_EMPLOYER && is_here(p, on) &&
		    *p->place && place_is_new(facts, c, p->place))
			c->ids.row[c->ids.n++] = p->id;
	}
	c->whole = facts->typed[HEADCOUNT_ENTERPRISES];
	c->lacks = c->whole == FIELD_NOTHING ? HEADCOUNT_ENTERPRISES + 1 : 0;
}

static struct indicator_count enterprises_count(struct arena *a, const struct indicator_rule *rule,
						const struct indicator_facts *facts, int on,
						int64_t least)
{
	struct indicator_count c = { .behind = BEHIND_PARTNERS };

	(void)rule, (void)least;
	if (facts->partner.n) {
		c.ids.row = ARENA_NEW(a, int64_t, facts->partner.n);
		for (size_t i = 0; i < facts->partner.n; i++) {
			const struct fact *partner = &facts->partner.row[i];

			if (partner->on > on)
				continue;
			c.whole++;
			if (gave_mentor(facts, partner, on))
				c.ids.row[c.ids.n++] = partner->id;
		}
	} else {
		places_count(a, facts, on, &c);
	}
	c.part = (int64_t)c.ids.n;
	c.value = share_of(c.part, c.whole);
	return c;
}

/* Questionnaires. */

static struct indicator_count satisfied_count(struct arena *a, const struct indicator_rule *rule,
					      const struct indicator_facts *facts, int on,
					      int64_t least)
{
	struct indicator_count c = { .behind = BEHIND_PEOPLE };

	c.ids.row = ARENA_NEW(a, int64_t, facts->sheet.n);
	for (size_t i = 0; i < facts->sheet.n; i++) {
		const struct fact *sheet = &facts->sheet.row[i];

		if (sheet->role != (int64_t)rule->role || sheet->on > on)
			continue;
		c.whole++;
		c.part += sheet->yes;
		if (sheet->yes && sheet->whose)
			c.ids.row[c.ids.n++] = sheet->whose;
	}
	c.few = c.whole && c.whole < least;
	c.value = c.few ? FIELD_NOTHING : share_of(c.part, c.whole);
	/* Who of so few is satisfied would be told by their names. */
	if (c.few)
		c.ids.n = 0;
	return c;
}

/* Records. */

static bool is_known(struct ids ids, int64_t id)
{
	for (size_t i = 0; i < ids.n; i++)
		if (ids.row[i] == id)
			return true;
	return false;
}

static struct indicator_count guests_count(struct arena *a, const struct indicator_facts *facts,
					   int on, bool partners)
{
	struct indicator_count c = { .behind = BEHIND_PEOPLE, .whole = FIELD_NOTHING };

	c.ids.row = ARENA_NEW(a, int64_t, facts->guest.n);
	for (size_t i = 0; i < facts->guest.n; i++) {
		const struct fact *g = &facts->guest.row[i];

		if (!g->yes || !g->whose || g->on > on || is_known(c.ids, g->whose))
			continue;
		if (partners && g->kind != KIND_EMPLOYER && g->kind != KIND_OTHER)
			continue;
		c.ids.row[c.ids.n++] = g->whose;
	}
	c.part = (int64_t)c.ids.n;
	c.value = c.part * 100;
	return c;
}

static struct indicator_count outside_count(struct arena *a, const struct indicator_rule *rule,
					    const struct indicator_facts *facts, int on,
					    int64_t least)
{
	(void)rule, (void)least;
	return guests_count(a, facts, on, false);
}

static struct indicator_count outside_partners(struct arena *a, const struct indicator_rule *rule,
					       const struct indicator_facts *facts, int on,
					       int64_t least)
{
	(void)rule, (void)least;
	return guests_count(a, facts, on, true);
}

/* Records of their day; one without a day has not happened. */
static struct indicator_count records_count(struct arena *a, const struct fact_rows *rows, int on,
					    enum behind_figure behind)
{
	struct indicator_count c = { .behind = behind, .whole = FIELD_NOTHING };

	c.ids.row = ARENA_NEW(a, int64_t, rows->n);
	for (size_t i = 0; i < rows->n; i++)
		if (!rows->row[i].yes && rows->row[i].on && rows->row[i].on <= on)
			c.ids.row[c.ids.n++] = rows->row[i].id;
	c.part = (int64_t)c.ids.n;
	c.value = c.part * 100;
	return c;
}

static struct indicator_count events_count(struct arena *a, const struct indicator_rule *rule,
					   const struct indicator_facts *facts, int on,
					   int64_t least)
{
	(void)rule, (void)least;
	return records_count(a, &facts->event, on, BEHIND_EVENTS);
}

static struct indicator_count practices_count(struct arena *a, const struct indicator_rule *rule,
					      const struct indicator_facts *facts, int on,
					      int64_t least)
{
	(void)rule, (void)least;
	return records_count(a, &facts->practice, on, BEHIND_PRACTICES);
}

#define PEOPLE(of_role, who) .of = BASE_##of_role, .role = ROLE_##of_role, .holds = who
#define BASE_MENTEE N_("counted: the base of mentees")
#define BASE_MENTOR N_("counted: the base of mentors")
#define SHARE(which) .share = true, .whole = which

static const struct indicator_rule rules[] = {
	{ .name = "children_mentees",
	  .of = N_("counted: the base of mentees and the school's list"),
	  .role = ROLE_MENTEE,
	  SHARE(HEADCOUNT_PUPILS_10_19) },
	{ .name = "children_mentors",
	  .of = N_("counted: the base of mentors and the school's list"),
	  .role = ROLE_MENTOR,
	  SHARE(HEADCOUNT_PUPILS_15_19) },
	{ .name = "novices",
	  .of = N_("counted: the base of mentees and the head counts"),
	  .role = ROLE_MENTEE,
	  .holds = is_teacher,
	  SHARE(HEADCOUNT_NOVICES) },
	{ .name = "enterprises",
	  .of = N_("counted: partners and the base of mentors"),
	  .count = enterprises_count },
	{ .name = "mentees_satisfied",
	  .of = N_("counted: final questionnaires of the mentees"),
	  .role = ROLE_MENTEE,
	  .count = satisfied_count },
	{ .name = "mentors_satisfied",
	  .of = N_("counted: final questionnaires of the mentors"),
	  .role = ROLE_MENTOR,
	  .count = satisfied_count },
	{ .name = "pupils_asked", PEOPLE(MENTEE, is_pupil_who_asked) },
	{ .name = "teachers_asked", PEOPLE(MENTEE, is_teacher_who_asked) },
	{ .name = "teachers_trained", PEOPLE(MENTOR, is_trained_teacher) },
	{ .name = "mentors_teachers", PEOPLE(MENTOR, is_of_teachers) },
	{ .name = "mentors_graduates", PEOPLE(MENTOR, is_of_graduates) },
	{ .name = "mentors_employees", PEOPLE(MENTOR, is_of_employers) },
	{ .name = "mentors_public", PEOPLE(MENTOR, is_of_public) },
	{ .name = "mentors_social", PEOPLE(MENTOR, is_of_social) },
	{ .name = "became_mentors",
	  .of = N_("counted: the bases of this year and of earlier ones"),
	  .role = ROLE_MENTOR,
	  .holds = was_mentee },
	{ .name = "outside_people",
	  .of = N_("counted: guests of events elsewhere"),
	  .count = outside_count },
	{ .name = "outside_partners",
	  .of = N_("counted: guests of events elsewhere"),
	  .count = outside_partners },
	{ .name = "events_held", .of = N_("counted: the year's events"), .count = events_count },
	{ .name = "practices_reviewed",
	  .of = N_("counted: the bank of practices"),
	  .count = practices_count },
};

const struct indicator_rule *indicator_rule(const char *name)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (strcmp(rules[i].name, name) == 0)
			return &rules[i];
	return NULL;
}

const char *indicator_rule_of(const struct indicator_rule *rule)
{
	return rule->of;
}

struct indicator_count indicator_count(struct arena *a, const struct indicator_rule *rule,
				       const struct indicator_facts *facts, int on, int64_t least)
{
	return (rule->count ? rule->count : people_count)(a, rule, facts, on, least);
}
