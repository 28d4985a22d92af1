#include "nastavnik/app/carry.h"

#include <stdlib.h>
#include <string.h>

#include "carry_plan.h"
#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/class.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/closing.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/person.h"
#include "year.h"

enum { GRADE_LEAVING = 9, GRADE_LAST = 11 };

/* What becomes of one person. */
enum fate { FATE_UP, FATE_STAY, FATE_GRADUATE, FATE_GONE };

static void ids_keep(struct plan *plan, struct id_set *set, struct ids ids)
{
	for (size_t i = 0; i < ids.n; i++)
		id_set_add(&plan->arena, set, ids.row[i]);
}

static bool is_pupil(const struct person *p)
{
	return p->kind == KIND_PUPIL || (p->kind == KIND_UNKNOWN && class_grade(p->class_name));
}

static enum fate fate_of(const struct plan *plan, const struct person *p)
{
	if (p->left_on || id_set_has(&plan->leaving, p->id))
		return FATE_GONE;
	if (!is_pupil(p))
		return FATE_STAY;
	if (!carry_finishes(plan->carry, p))
		return FATE_UP;
	return plan->choice->keep_graduates || id_set_has(&plan->graduates, p->id) ? FATE_GRADUATE
										   : FATE_GONE;
}

/* Mentors of last year among the graduates keep what they can do. */
static void graduates_keep(struct plan *plan)
{
	const struct participants *mentors = &plan->carry->mentors;

	for (size_t i = 0; i < mentors->n; i++)
		if (id_set_has(&plan->graduates, mentors->row[i].person.id))
			id_set_add(&plan->arena, &plan->mentors, mentors->row[i].id);
}

/* Whoever is in a prolonged pair is in the base. */
static void sides_keep(struct plan *plan)
{
	const struct lastings *pairs = &plan->carry->pairs;

	for (size_t i = 0; i < pairs->n; i++) {
		if (!id_set_has(&plan->pairs, pairs->row[i].bond))
			continue;
		id_set_add(&plan->arena, &plan->mentors, pairs->row[i].mentor);
		id_set_add(&plan->arena, &plan->mentees, pairs->row[i].mentee);
	}
}

static void plan_init(struct plan *plan, const struct carry *carry,
		      const struct carry_choice *choice)
{
	*plan = (struct plan){ .carry = carry, .choice = choice };
	ids_keep(plan, &plan->leaving, choice->leaving);
	ids_keep(plan, &plan->graduates, choice->graduates);
	ids_keep(plan, &plan->pairs, choice->pairs);
	ids_keep(plan, &plan->mentors, choice->mentors);
	ids_keep(plan, &plan->mentees, choice->mentees);
	for (size_t i = 0; i < carry->people.n; i++)
		if (fate_of(plan, &carry->people.row[i]) != FATE_GONE)
			id_set_add(&plan->arena, &plan->in, carry->people.row[i].id);
	graduates_keep(plan);
	sides_keep(plan);
}

static bool goes_on(const struct plan *plan, const struct id_set *chosen,
		    const struct participant *p)
{
	return id_set_has(chosen, p->id) && id_set_has(&plan->in, p->person.id);
}

static int64_t going_on(const struct plan *plan, const struct id_set *chosen,
			const struct participants *all)
{
	int64_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += goes_on(plan, chosen, &all->row[i]);
	return n;
}

/* Graduates who were no mentors before. */
static int64_t mentors_anew(const struct plan *plan)
{
	const struct participants *mentors = &plan->carry->mentors;
	int64_t n = 0, were = 0;

	for (size_t i = 0; i < plan->choice->graduates.n; i++)
		n += id_set_has(&plan->in, plan->choice->graduates.row[i]);
	for (size_t i = 0; i < mentors->n; i++)
		were += id_set_has(&plan->graduates, mentors->row[i].person.id) &&
			id_set_has(&plan->in, mentors->row[i].person.id);
	return n - were;
}

static int64_t pairs_going_on(const struct plan *plan)
{
	const struct lastings *pairs = &plan->carry->pairs;
	int64_t n = 0;

	for (size_t i = 0; i < pairs->n; i++)
		n += pair_goes_on(plan, &pairs->row[i]);
	return n;
}

void carry_count(const struct carry *carry, const struct carry_choice *choice,
		 struct carry_counts *out)
{
	struct plan plan;
	int64_t by[FATE_GONE + 1] = { 0 };

	plan_init(&plan, carry, choice);
	for (size_t i = 0; i < carry->people.n; i++)
		by[fate_of(&plan, &carry->people.row[i])]++;
	*out = (struct carry_counts){ .up = by[FATE_UP],
				      .stay = by[FATE_STAY],
				      .graduates = by[FATE_GRADUATE],
				      .gone = by[FATE_GONE],
				      .mentors = going_on(&plan, &plan.mentors, &carry->mentors) +
						 mentors_anew(&plan),
				      .mentees = going_on(&plan, &plan.mentees, &carry->mentees),
				      .pairs = pairs_going_on(&plan) };
	arena_done(&plan.arena);
}

bool carry_may_leave(const struct person *p)
{
	return !p->left_on && is_pupil(p) && class_grade(p->class_name) == GRADE_LEAVING;
}

bool carry_finishes(const struct carry *carry, const struct person *p)
{
	return !p->left_on && is_pupil(p) && class_grade(p->class_name) >= carry->last_grade;
}

struct ids carry_staying(const struct carry *carry, struct arena *a, const struct participants *all)
{
	const struct carry_choice nothing = { 0 };
	struct ids ids = { ARENA_NEW(a, int64_t, all->n), 0 };
	struct plan plan;

	plan_init(&plan, carry, &nothing);
	for (size_t i = 0; i < all->n; i++)
		if (id_set_has(&plan.in, all->row[i].person.id))
			ids.row[ids.n++] = all->row[i].id;
	arena_done(&plan.arena);
	return ids;
}

static int last_grade(const struct people *people)
{
	int last = GRADE_LAST;

	for (size_t i = 0; i < people->n; i++) {
		int grade = class_grade(people->row[i].class_name);

		if (grade > last)
			last = grade;
	}
	return last;
}

static enum rc bonds_open_count(const struct app *app, int64_t *n)
{
	struct unfinished left;
	enum rc rc = unfinished_count(app->store, app->year.year, date_today(), &left);

	if (!rc)
		*n = left.at_work;
	return rc;
}

static const struct participant *participant_of(const struct participants *all, int64_t id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].id == id)
			return &all->row[i];
	return NULL;
}

static bool is_teacher(const struct participants *all, int64_t participation)
{
	const struct participant *p = participant_of(all, participation);

	return p && p->person.kind == KIND_TEACHER;
}

/* Those of teachers on both sides who have not had their three years. */
static enum rc pairs_load(const struct app *app, struct arena *a, struct carry *carry)
{
	struct lastings *pairs = &carry->pairs;
	enum rc rc = lasting_list(app->store, a, carry->from, pairs);
	size_t n = 0;

	for (size_t i = 0; !rc && i < pairs->n; i++) {
		const struct lasting *pair = &pairs->row[i];

		if (pair->years < CARRY_PAIR_YEARS && is_teacher(&carry->mentors, pair->mentor) &&
		    is_teacher(&carry->mentees, pair->mentee))
			pairs->row[n++] = *pair;
	}
	pairs->n = n;
	return rc;
}

enum rc carry_load(const struct app *app, struct arena *a, struct carry *out)
{
	struct carry carry = { .from = app->year.year, .closed = app->year.closed };
	enum rc rc = person_load(app->store, a, carry.from, &carry.people);

	if (!rc)
		rc = app_participants(app, a, ROLE_MENTEE, &carry.mentees);
	if (!rc)
		rc = app_participants(app, a, ROLE_MENTOR, &carry.mentors);
	if (!rc)
		rc = bonds_open_count(app, &carry.bonds_open);
	if (!rc)
		rc = pairs_load(app, a, &carry);
	if (rc)
		return rc;
	carry.last_grade = last_grade(&carry.people);
	*out = carry;
	return RC_OK;
}

/* «7В» becomes «8В», «10А хим» becomes «11А хим». */
static const char *class_up(struct arena *a, const char *class_name)
{
	char *end;
	long grade = strtol(class_name, &end, 10);

	return end == class_name ? class_name : arena_printf(a, "%ld%s", grade + 1, end);
}

/* The person as the new year has him. */
static struct person person_carry(const struct plan *plan, struct arena *a,
				  const struct person *old)
{
	struct person p = *old;

	p.year = plan->choice->year;
	p.left_on = DATE_NONE;
	p.left_why = "";
	switch (fate_of(plan, old)) {
	case FATE_UP:
		p.class_name = class_up(a, old->class_name);
		break;
	case FATE_GRADUATE:
		p.kind = KIND_GRADUATE;
		p.class_name = "";
		break;
	default:
		break;
	}
	return p;
}

static enum rc people_carry(struct app *app, const struct plan *plan)
{
	const struct people *people = &plan->carry->people;

	for (size_t i = 0; i < people->n; i++) {
		struct arena a = { 0 };
		struct person fresh = person_carry(plan, &a, &people->row[i]);
		enum rc rc = RC_OK;

		if (id_set_has(&plan->in, fresh.id))
			rc = person_year_add(app->store, &fresh);
		arena_done(&a);
		if (rc)
			return rc;
	}
	return RC_OK;
}

/* Which items of the new books stand for these of the old ones. */
static struct ids items_heirs(struct arena *a, const struct books *books, const struct books *old,
			      struct ids items)
{
	struct ids heirs = { ARENA_NEW(a, int64_t, items.n), 0 };

	for (size_t i = 0; i < items.n; i++) {
		int64_t heir = item_heir_id(books, old, items.row[i]);

		if (heir)
			heirs.row[heirs.n++] = heir;
	}
	return heirs;
}

/* What he asks for or can do stays; whom he chose, his consent and what he handed in or showed were
 * of the year before. */
static struct participant participant_carry(const struct plan *plan, struct arena *a,
					    const struct books *books,
					    const struct books *old_books,
					    const struct participant *old)
{
	struct participant p = *old;

	p.id = 0;
	p.person = person_carry(plan, a, &old->person);
	p.form = item_heir_id(books, old_books, old->form);
	p.role_model = item_heir_id(books, old_books, old->role_model);
	p.topics = items_heirs(a, books, old_books, old->topics);
	p.interests = items_heirs(a, books, old_books, old->interests);
	p.deficits = items_heirs(a, books, old_books, old->deficits);
	p.choices = p.refusals = (struct ids){ 0 };
	p.subbase = item_heir_id(books, old_books, old->subbase);
	p.technology = item_heir_id(books, old_books, old->technology);
	p.consent_on = p.entry_on = p.checked_on = DATE_NONE;
	p.going_on = 0;
	return p;
}

/* fresh: their ids in the new year. */
static enum rc role_carry(struct app *app, const struct plan *plan, const struct books *books,
			  const struct id_set *chosen, const struct participants *all,
			  int64_t *fresh_id)
{
	for (size_t i = 0; i < all->n; i++) {
		struct arena a = { 0 };
		struct participant fresh;
		enum rc rc = RC_OK;

		if (goes_on(plan, chosen, &all->row[i])) {
			fresh = participant_carry(plan, &a, books, &app->books, &all->row[i]);
			rc = participant_put(app->store, &fresh);
			fresh_id[i] = fresh.id;
		}
		arena_done(&a);
		if (rc)
			return rc;
	}
	return RC_OK;
}

static bool was_mentor(const struct plan *plan, int64_t person)
{
	const struct participants *mentors = &plan->carry->mentors;

	for (size_t i = 0; i < mentors->n; i++)
		if (mentors->row[i].person.id == person)
			return true;
	return false;
}

/* A graduate begins as a mentor with nothing but his name. */
static enum rc graduates_carry(struct app *app, const struct plan *plan)
{
	const struct people *people = &plan->carry->people;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < people->n && !rc; i++) {
		const struct person *p = &people->row[i];
		struct arena a = { 0 };
		struct participant fresh;

		if (!id_set_has(&plan->graduates, p->id) || !id_set_has(&plan->in, p->id) ||
		    was_mentor(plan, p->id))
			continue;
		participant_init(&fresh, ROLE_MENTOR, plan->choice->year);
		fresh.person = person_carry(plan, &a, p);
		rc = participant_put(app->store, &fresh);
		arena_done(&a);
	}
	return rc;
}

static enum rc carry_write(struct app *app, struct plan *plan, const struct year_start *start)
{
	const struct carry *carry = plan->carry;
	enum rc rc = year_write(app, start);

	if (!rc)
		rc = people_carry(app, plan);
	if (!rc)
		rc = role_carry(app, plan, &start->books, &plan->mentees, &carry->mentees,
				plan->mentee_new);
	if (!rc)
		rc = role_carry(app, plan, &start->books, &plan->mentors, &carry->mentors,
				plan->mentor_new);
	if (!rc)
		rc = graduates_carry(app, plan);
	if (!rc)
		rc = pairs_carry(app, plan, &start->year);
	return rc ? rc : records_carry(app, plan, &start->books);
}

enum rc carry_year(struct app *app, const struct carry *carry, const struct carry_choice *choice)
{
	struct plan plan;
	struct year_start start;
	char name[12];
	enum rc rc;

	plan_init(&plan, carry, choice);
	plan.mentee_new = ARENA_NEW(&plan.arena, int64_t, carry->mentees.n);
	plan.mentor_new = ARENA_NEW(&plan.arena, int64_t, carry->mentors.n);
	rc = year_prepare(app, &plan.arena, choice->year, &start);
	if (!rc)
		rc = app_begin_school(app, N_("New school year with last year's people"),
				      year_name(choice->year, name));
	if (!rc)
		rc = app_end(app, carry_write(app, &plan, &start));
	arena_done(&plan.arena);
	return rc ? rc : app_facts_load(app, choice->year);
}
