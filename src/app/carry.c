#include "nastavnik/app/carry.h"

#include <stdlib.h>
#include <string.h>

#include "id_set.h"
#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/class.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/person.h"
#include "year.h"

enum { GRADE_LEAVING = 9, GRADE_LAST = 11 };

/* What becomes of one person. */
enum fate { FATE_UP, FATE_STAY, FATE_GRADUATE, FATE_GONE };

/* A choice, ready to be asked often; its sets live in the arena. */
struct plan {
	const struct carry *carry;
	const struct carry_choice *choice;
	struct arena arena;
	struct id_set leaving, mentors, mentees;
	struct id_set in; /* persons who are in the new year */
};

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
	if (class_grade(p->class_name) < plan->carry->last_grade)
		return FATE_UP;
	return plan->choice->keep_graduates ? FATE_GRADUATE : FATE_GONE;
}

static void plan_init(struct plan *plan, const struct carry *carry,
		      const struct carry_choice *choice)
{
	*plan = (struct plan){ .carry = carry, .choice = choice };
	ids_keep(plan, &plan->leaving, choice->leaving);
	ids_keep(plan, &plan->mentors, choice->mentors);
	ids_keep(plan, &plan->mentees, choice->mentees);
	for (size_t i = 0; i < carry->people.n; i++)
		if (fate_of(plan, &carry->people.row[i]) != FATE_GONE)
			id_set_add(&plan->arena, &plan->in, carry->people.row[i].id);
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
				      .mentors = going_on(&plan, &plan.mentors, &carry->mentors),
				      .mentees = going_on(&plan, &plan.mentees, &carry->mentees) };
	arena_done(&plan.arena);
}

bool carry_may_leave(const struct person *p)
{
	return !p->left_on && is_pupil(p) && class_grade(p->class_name) == GRADE_LEAVING;
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

static enum rc bonds_open_count(const struct app *app, struct arena *a, int64_t *n)
{
	struct members members;
	enum rc rc = members_load(app->store, a, app->year.year, &members);

	if (rc)
		return rc;
	*n = 0;
	for (size_t i = 0; i < members.n; i++)
		*n += members.row[i].state == MEMBER_ACTIVE;
	return RC_OK;
}

enum rc carry_load(const struct app *app, struct arena *a, struct carry *out)
{
	struct carry carry = { .from = app->year.year };
	enum rc rc = person_load(app->store, a, carry.from, &carry.people);

	if (!rc)
		rc = app_participants(app, a, ROLE_MENTEE, &carry.mentees);
	if (!rc)
		rc = app_participants(app, a, ROLE_MENTOR, &carry.mentors);
	if (!rc)
		rc = bonds_open_count(app, a, &carry.bonds_open);
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
	p.choices = p.refusals = (struct ids){ 0 };
	p.subbase = item_heir_id(books, old_books, old->subbase);
	p.technology = item_heir_id(books, old_books, old->technology);
	p.consent_on = p.entry_on = p.checked_on = DATE_NONE;
	p.going_on = 0;
	return p;
}

static enum rc role_carry(struct app *app, const struct plan *plan, const struct books *books,
			  const struct id_set *chosen, const struct participants *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct arena a = { 0 };
		struct participant fresh;
		enum rc rc = RC_OK;

		if (goes_on(plan, chosen, &all->row[i])) {
			fresh = participant_carry(plan, &a, books, &app->books, &all->row[i]);
			rc = participant_put(app->store, &fresh);
		}
		arena_done(&a);
		if (rc)
			return rc;
	}
	return RC_OK;
}

static enum rc carry_write(struct app *app, const struct plan *plan, const struct year_start *start)
{
	enum rc rc = year_write(app, start);

	if (!rc)
		rc = people_carry(app, plan);
	if (!rc)
		rc = role_carry(app, plan, &start->books, &plan->mentees, &plan->carry->mentees);
	return rc ? rc
		  : role_carry(app, plan, &start->books, &plan->mentors, &plan->carry->mentors);
}

enum rc carry_year(struct app *app, const struct carry *carry, const struct carry_choice *choice)
{
	struct plan plan;
	struct year_start start;
	char name[12];
	enum rc rc;

	plan_init(&plan, carry, choice);
	rc = year_prepare(app, &plan.arena, choice->year, &start);
	if (!rc)
		rc = app_begin_school(app, N_("New school year with last year's people"),
				      year_name(choice->year, name));
	if (!rc)
		rc = app_end(app, carry_write(app, &plan, &start));
	arena_done(&plan.arena);
	return rc ? rc : app_facts_load(app, choice->year);
}
