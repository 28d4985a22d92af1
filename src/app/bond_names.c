/* What pairs and groups are called. */
#include <stdlib.h>
#include <string.h>

#include "choices.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/bond.h"

/* Names of one bond: its members stand together, those that go on before those that have ended. */
static const char *bond_name(struct arena *a, const struct bond_member *m, size_t n,
			     struct choices mentors, struct choices mentees)
{
	const char *mentor = choice_name(mentors, m->mentor);
	const struct bond_member *one = m;
	size_t active = 0;

	for (size_t i = 0; i < n; i++) {
		if (m[i].state == MEMBER_ACTIVE && !active++)
			one = &m[i];
	}
	if (active > 1 || (!active && n > 1))
		return arena_printf(a, _("%s – group of %zu"), mentor, active ? active : n);
	return arena_printf(a, "%s – %s", mentor, choice_name(mentees, one->mentee));
}

static struct choices short_names(const struct app *app, struct arena *a, enum role role)
{
	struct participants all = { 0 };
	struct choice *row;

	participant_load_all(app->store, a, app->year.year, role, &all);
	row = ARENA_NEW(a, struct choice, all.n);
	for (size_t i = 0; i < all.n; i++)
		row[i] = (struct choice){ .id = all.row[i].id,
					  .code = "",
					  .name = person_short_name(a, &all.row[i].person) };
	return (struct choices){ row, all.n };
}

static bool bond_goes_on(const struct bond_member *m, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (m[i].state == MEMBER_ACTIVE)
			return true;
	return false;
}

static int by_bond(const void *a, const void *b)
{
	const struct bond_member *x = a, *y = b;

	if (x->bond != y->bond)
		return x->bond < y->bond ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

static int by_name(const void *a, const void *b)
{
	const struct choice *x = a, *y = b;

	return strcmp(x->code, y->code);
}

struct choices bond_choices(const struct app *app, struct arena *a)
{
	struct choices mentors = short_names(app, a, ROLE_MENTOR);
	struct choices mentees = short_names(app, a, ROLE_MENTEE);
	struct members members = { 0 };
	struct choice *row;
	size_t n = 0;

	members_load(app->store, a, app->year.year, &members);
	row = ARENA_NEW(a, struct choice, members.n);
	if (members.n)
		qsort(members.row, members.n, sizeof(*members.row), by_bond);
	for (size_t i = 0, end; i < members.n; i = end) {
		const struct bond_member *m = &members.row[i];

		for (end = i; end < members.n && members.row[end].bond == m->bond; end++)
			;
		row[n] = (struct choice){ .id = m->bond,
					  .name = bond_name(a, m, end - i, mentors, mentees),
					  .hidden = !bond_goes_on(m, end - i) };
		row[n].code = utf8_sort_key(a, row[n].name);
		n++;
	}
	qsort(row, n, sizeof(*row), by_name);
	for (size_t i = 0; i < n; i++)
		row[i].code = "";
	return (struct choices){ row, n };
}
