/* A pair or group as papers for one have it. */
#include "nastavnik/base/str.h"
#include "nastavnik/store/read/bond.h"
#include "paper.h"

struct bond_pages {
	struct members members;
	struct participants mentors, mentees;
};

enum rc paper_bonds_begin(const struct app *app, struct arena *a, void **data)
{
	struct bond_pages *bonds = ARENA_NEW(a, struct bond_pages, 1);
	int64_t year = app->year.year;
	enum rc rc = members_load(app->store, a, year, &bonds->members);

	if (rc == RC_OK)
		rc = participant_load_all(app->store, a, year, ROLE_MENTOR, &bonds->mentors);
	if (rc == RC_OK)
		rc = participant_load_all(app->store, a, year, ROLE_MENTEE, &bonds->mentees);
	*data = bonds;
	return rc;
}

static const struct person *person_of(const struct participants *side, int64_t id)
{
	static const struct person nobody = { .family = "",
					      .given = "",
					      .patronymic = "",
					      .class_name = "",
					      .position = "",
					      .place = "" };

	for (size_t i = 0; i < side->n; i++) {
		if (side->row[i].id == id)
			return &side->row[i].person;
	}
	return &nobody;
}

/* Does a pair that ended have any who goes on? Then those who left it are not named. */
static bool bond_goes_on(const struct members *members, int64_t bond)
{
	for (size_t i = 0; i < members->n; i++) {
		if (members->row[i].bond == bond && members->row[i].state == MEMBER_ACTIVE)
			return true;
	}
	return false;
}

static void mentee_add(const struct paper_work *w, struct scope_table *table, struct str *all,
		       const struct person *mentee)
{
	struct scope *row = scope_row(table);
	const char *place = mentee->id ? person_class_or_position(mentee) : "";

	paper_person(w, row, "mentee|наставляемый", mentee);
	scope_text(row, "mentee_place|наставляемый_кто", place);
	str_printf(all, "%s%s%s%s", all->len ? "; " : "", person_name(row->arena, mentee),
		   *place ? ", " : "", place);
}

static void head_set(const struct paper_work *w, struct scope *s, const struct bond_pages *bonds,
		     const struct bond_member *m)
{
	const struct person *mentor = person_of(&bonds->mentors, m ? m->mentor : 0);
	const struct person *mentee = person_of(&bonds->mentees, m ? m->mentee : 0);
	const struct year *year = &w->app->year;

	paper_person(w, s, "mentor|наставник", mentor);
	scope_text(s, "mentor_place|наставник_кто",
		   mentor->id ? person_class_or_position(mentor) : "");
	paper_person(w, s, "mentee|наставляемый", mentee);
	scope_text(s, "mentee_place|наставляемый_кто",
		   mentee->id ? person_class_or_position(mentee) : "");
	scope_text(s, "form|форма", m ? book_item_name(&w->app->books, m->form) : "");
	scope_date(s, "from|с", m && m->from ? m->from : year->bond_from);
	scope_date(s, "to|по", m && m->to ? m->to : year->bond_to);
}

enum rc paper_bond(const struct paper_work *w, struct scope *s, const void *data)
{
	const struct bond_pages *bonds = data;
	const struct members *members = &bonds->members;
	struct scope_table *table = scope_table(s, "mentees|наставляемые");
	bool goes_on = bond_goes_on(members, w->id);
	const struct bond_member *first = NULL;
	struct str all = { 0 };

	for (size_t i = 0; i < members->n; i++) {
		const struct bond_member *m = &members->row[i];

		if (m->bond != w->id || (goes_on && m->state != MEMBER_ACTIVE))
			continue;
		first = first ? first : m;
		mentee_add(w, table, &all, person_of(&bonds->mentees, m->mentee));
	}
	if (w->id && !first) {
		str_done(&all);
		return err_set(RC_NOT_FOUND, _("There is no such pair in this year."));
	}
	head_set(w, s, bonds, first);
	scope_text(s, "mentees|наставляемые", arena_strdup(s->arena, str_text(&all)));
	scope_flag(s, "group|группа", table->rows > 1);
	str_done(&all);
	return RC_OK;
}
