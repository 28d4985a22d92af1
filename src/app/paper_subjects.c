/* What papers are made for, where several themes have it. */
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/consent.h"
#include "paper.h"

/* Classes by their place in the list; behind them the adults. */
static enum rc classes_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct classes classes;
	struct choice *choice;
	enum rc rc = class_list(app->store, a, app->year.year, &classes);

	if (rc != RC_OK)
		return rc;
	choice = ARENA_NEW(a, struct choice, classes.n + 1);
	for (size_t i = 0; i <= classes.n; i++)
		choice[i] = (struct choice){ .id = (int64_t)i + 1,
					     .code = "",
					     .name = i < classes.n ? classes.row[i].name
								   : _("Adults") };
	*out = (struct choices){ choice, classes.n + 1 };
	return RC_OK;
}

/* «Ёлкина Зоя Андреевна, 7В» */
static const char *participant_title(struct arena *a, const struct participant *p)
{
	const char *place = person_class_or_position(&p->person);

	return arena_printf(a, "%s%s%s", person_name(a, &p->person), *place ? ", " : "", place);
}

static enum rc side_list(const struct app *app, struct arena *a, enum role role,
			 struct choices *out)
{
	struct participants all;
	struct choice *choice;
	enum rc rc = app_participants(app, a, role, &all);

	if (rc != RC_OK)
		return rc;
	choice = ARENA_NEW(a, struct choice, all.n);
	for (size_t i = 0; i < all.n; i++)
		choice[i] = (struct choice){ .id = all.row[i].id,
					     .code = "",
					     .name = participant_title(a, &all.row[i]) };
	*out = (struct choices){ choice, all.n };
	return RC_OK;
}

static enum rc mentees_list(const struct app *app, struct arena *a, struct choices *out)
{
	return side_list(app, a, ROLE_MENTEE, out);
}

static enum rc mentors_list(const struct app *app, struct arena *a, struct choices *out)
{
	return side_list(app, a, ROLE_MENTOR, out);
}

static const char *name_of(const struct choices *side, int64_t id)
{
	for (size_t i = 0; i < side->n; i++) {
		if (side->row[i].id == id)
			return side->row[i].name;
	}
	return "";
}

/* «Орлова Инна Петровна, учитель физики – Ёлкина Зоя Андреевна, 7В (и ещё 2)» */
static const char *bond_title(struct arena *a, const struct choices sides[2],
			      const struct bond_member *first, size_t others)
{
	const char *mentor = name_of(&sides[1], first->mentor);
	const char *mentee = name_of(&sides[0], first->mentee);

	if (!others)
		return arena_printf(a, "%s – %s", mentor, mentee);
	return arena_printf(a, _("%s – %s (and %zu more)"), mentor, mentee, others);
}

/* The members of one bond, rows first … end - 1: those who go on, or all where nobody does. */
static struct choice bond_choice(struct arena *a, const struct choices sides[2],
				 const struct members *members, size_t first, size_t end)
{
	const struct bond_member *named = &members->row[first];
	size_t active = 0;

	for (size_t i = first; i < end; i++) {
		if (members->row[i].state != MEMBER_ACTIVE)
			continue;
		named = active ? named : &members->row[i];
		active++;
	}
	return (struct choice){
		.id = named->bond,
		.code = "",
		.name = bond_title(a, sides, named, (active ? active : end - first) - 1),
		.hidden = !active,
	};
}

/* Pairs and groups by the mentor's name; those that ended are hidden while others go on. */
static enum rc bonds_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct choices sides[2];
	struct choice *choice;
	struct members members;
	size_t n = 0, active = 0;
	enum rc rc = members_load(app->store, a, app->year.year, &members);

	if (!rc)
		rc = mentees_list(app, a, &sides[0]);
	if (!rc)
		rc = mentors_list(app, a, &sides[1]);
	if (rc)
		return rc;
	choice = ARENA_NEW(a, struct choice, members.n);
	for (size_t i = 0, end; i < members.n; i = end) {
		for (end = i + 1; end < members.n; end++) {
			if (members.row[end].bond != members.row[i].bond)
				break;
		}
		choice[n] = bond_choice(a, sides, &members, i, end);
		active += !choice[n++].hidden;
	}
	for (size_t i = 0; !active && i < n; i++)
		choice[i].hidden = false;
	*out = (struct choices){ choice, n };
	return RC_OK;
}

const struct paper_subject paper_of_class = { N_("a class"), classes_list };
const struct paper_subject paper_of_bond = { N_("a pair or group"), bonds_list };
const struct paper_subject paper_of_mentee = { N_("a mentee"), mentees_list };
const struct paper_subject paper_of_mentor = { N_("a mentor"), mentors_list };
