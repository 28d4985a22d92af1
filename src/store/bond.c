/* Bonds: confirmed pairs and groups. */
#include "nastavnik/store/write/bond.h"

#include "bond_private.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "query.h"

static enum rc no_such_bond(void)
{
	return err_set(RC_NOT_FOUND, _("This pair is not in the file any more."));
}

enum rc members_load(const struct store *s, struct arena *a, int64_t year, struct members *out)
{
	QUERY(q, s,
	      "SELECT m.id, m.bond, b.mentor, m.mentee, b.form, b.role_model, m.from_on, m.to_on,"
	      " m.state, m.reason, m.score, m.result, m.passed, m.link FROM bond b JOIN member m "
	      "ON m.bond = b.id"
	      " LEFT JOIN participation t ON t.id = b.mentor"
	      " LEFT JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " LEFT JOIN participation u ON u.id = m.mentee"
	      " LEFT JOIN person_year z ON z.person = u.person AND z.year = u.year"
	      " WHERE b.year = ?1 ORDER BY y.name_key, b.mentor, z.name_key, m.from_on, m.id");
	struct members list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct bond_member *m;

		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		m = &list.row[list.n++];
		m->id = col_int(q);
		m->bond = col_int(q);
		m->mentor = col_int(q);
		m->mentee = col_int(q);
		m->form = col_int(q);
		m->role_model = col_int(q);
		m->from = col_int(q);
		m->to = col_int(q);
		m->state = col_int(q);
		m->reason = col_text(q, a);
		m->score = col_number(q, -1);
		m->result = col_text(q, a);
		m->passed = col_int(q);
		m->link = col_text(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc members_of_person(const struct store *s, struct arena *a, int64_t person, int64_t year,
			  struct ids *out)
{
	QUERY(q, s,
	      "SELECT m.id FROM bond b JOIN member m ON m.bond = b.id"
	      " WHERE b.year = ?2 AND m.state = 1"
	      " AND EXISTS (SELECT 1 FROM participation t WHERE t.person = ?1"
	      "   AND t.id IN (b.mentor, m.mentee)) ORDER BY m.id");

	bind_int(q, person);
	bind_int(q, year);
	return ids_read(q, a, out);
}

static void bond_read(struct query *q, struct arena *a, struct bond *b)
{
	b->id = col_int(q);
	b->year = col_int(q);
	b->mentor = col_int(q);
	b->form = col_int(q);
	b->role_model = col_int(q);
	b->technology = col_int(q);
	b->mentor_strengths = col_text(q, a);
	b->mentee_strengths = col_text(q, a);
	b->aim = col_text(q, a);
	b->tasks = col_text(q, a);
	b->difficulties = col_text(q, a);
	b->success = col_text(q, a);
	b->strategy = col_text(q, a);
	b->approved_on = col_int(q);
	b->result = col_text(q, a);
	b->before = col_int(q);
	b->replaces = col_int(q);
}

#define BOND_COLUMNS                                                                          \
	"id, year, mentor, form, role_model, technology, mentor_strengths, mentee_strengths," \
	" aim, tasks, difficulties, success, strategy, approved_on, result, before, replaces"

enum rc bond_get(const struct store *s, struct arena *a, int64_t id, struct bond *out)
{
	QUERY(q, s, "SELECT " BOND_COLUMNS " FROM bond WHERE id = ?1");

	bind_int(q, id);
	if (query_next(q))
		bond_read(q, a, out);
	else if (query_rc(q) == RC_OK)
		return no_such_bond();
	return query_rc(q);
}

enum rc bond_put(struct store *s, const struct bond *b)
{
	QUERY(q, s,
	      "UPDATE bond SET form = ?2, role_model = ?3, technology = ?4, mentor_strengths = ?5,"
	      " mentee_strengths = ?6, aim = ?7, tasks = ?8, difficulties = ?9, success = ?10,"
	      " strategy = ?11, approved_on = ?12, result = ?13, before = ?14, replaces = ?15"
	      " WHERE id = ?1");

	bind_int(q, b->id);
	bind_id(q, b->form);
	bind_id(q, b->role_model);
	bind_id(q, b->technology);
	bind_text(q, b->mentor_strengths);
	bind_text(q, b->mentee_strengths);
	bind_text(q, b->aim);
	bind_text(q, b->tasks);
	bind_text(q, b->difficulties);
	bind_text(q, b->success);
	bind_text(q, b->strategy);
	bind_int(q, b->approved_on);
	bind_text(q, b->result);
	bind_id(q, b->before);
	bind_id(q, b->replaces);
	if (query_run(q) == RC_OK && !query_changes(q))
		return no_such_bond();
	return query_rc(q);
}

enum rc bond_term_put(struct store *s, const struct bond_term *term)
{
	QUERY(q, s, "UPDATE member SET from_on = ?2, to_on = ?3 WHERE bond = ?1 AND state = 1");

	bind_int(q, term->bond);
	bind_int(q, term->from);
	bind_int(q, term->to);
	if (query_run(q) == RC_OK && !query_changes(q))
		return no_such_bond();
	return query_rc(q);
}

static enum rc check_role(const struct store *s, int64_t participation, enum role role,
			  const char *missing)
{
	QUERY(q, s, "SELECT count(*) FROM participation WHERE id = ?1 AND role = ?2");
	int64_t there = 0;

	bind_int(q, participation);
	bind_int(q, role);
	if (query_next(q))
		there = col_int(q);
	if (query_rc(q) != RC_OK || there)
		return query_rc(q);
	return err_set(RC_NOT_FOUND, "%s", missing);
}

/* The year of a bond is the mentor's. */
static enum rc bond_insert(struct store *s, const struct bond_member *m)
{
	QUERY(q, s,
	      "INSERT INTO bond (id, year, mentor, form, role_model)"
	      " SELECT ?1, year, id, ?3, ?4 FROM participation WHERE id = ?2");

	bind_int(q, m->bond);
	bind_int(q, m->mentor);
	bind_id(q, m->form);
	bind_id(q, m->role_model);
	return query_run(q);
}

static enum rc bond_of_member(const struct store *s, struct bond_member *m)
{
	QUERY(q, s, "SELECT mentor, form, role_model FROM bond WHERE id = ?1");

	bind_int(q, m->bond);
	if (!query_next(q))
		return query_rc(q) != RC_OK ? query_rc(q) : no_such_bond();
	m->mentor = col_int(q);
	m->form = col_int(q);
	m->role_model = col_int(q);
	return RC_OK;
}

static enum rc member_insert(struct store *s, const struct bond_member *m)
{
	QUERY(q, s,
	      "INSERT INTO member (id, bond, mentee, from_on, to_on, state, reason, score,"
	      " result, passed, link) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");

	bind_int(q, m->id);
	bind_int(q, m->bond);
	bind_int(q, m->mentee);
	bind_int(q, m->from);
	bind_int(q, m->to);
	bind_int(q, m->state);
	bind_text(q, m->reason);
	bind_number(q, m->score, -1);
	bind_text(q, m->result);
	bind_int(q, m->passed);
	bind_text(q, m->link);
	return query_run(q);
}

/* Is what m names there? Reads the rest of a bond that is. */
static enum rc member_check(const struct store *s, struct bond_member *m)
{
	enum rc rc = m->bond ? bond_of_member(s, m)
			     : check_role(s, m->mentor, ROLE_MENTOR,
					  _("The mentor is not in the base any more."));

	if (rc != RC_OK)
		return rc;
	return check_role(s, m->mentee, ROLE_MENTEE, _("The mentee is not in the base any more."));
}

enum rc bond_member_add(struct store *s, struct bond_member *m)
{
	struct bond_member row = *m;
	enum rc rc = member_check(s, &row);

	if (!row.id)
		row.id = id_new();
	if (!row.state)
		row.state = MEMBER_ACTIVE;
	if (rc == RC_OK && !row.bond) {
		row.bond = id_new();
		rc = bond_insert(s, &row);
	}
	if (rc == RC_OK)
		rc = member_insert(s, &row);
	if (rc == RC_OK)
		*m = row;
	return rc;
}

enum rc bond_member_end(struct store *s, int64_t id, int64_t on, const char *reason)
{
	QUERY(q, s, "UPDATE member SET to_on = ?2, state = 2, reason = ?3 WHERE id = ?1");

	bind_int(q, id);
	bind_int(q, on);
	bind_text(q, reason);
	if (query_run(q) == RC_OK && !query_changes(q))
		return no_such_bond();
	return query_rc(q);
}

static enum rc bond_count(const struct store *s, int64_t member, int64_t *bond, int64_t *members)
{
	QUERY(q, s,
	      "SELECT m.bond, (SELECT count(*) FROM member o WHERE o.bond = m.bond) FROM member m"
	      " WHERE m.id = ?1");

	bind_int(q, member);
	if (!query_next(q))
		return query_rc(q) != RC_OK ? query_rc(q) : no_such_bond();
	*bond = col_int(q);
	*members = col_int(q);
	return RC_OK;
}

static enum rc bond_delete(struct store *s, int64_t id)
{
	QUERY(plan, s, "DELETE FROM plan_item WHERE bond = ?1");
	QUERY(bond, s, "DELETE FROM bond WHERE id = ?1");

	bind_int(plan, id);
	bind_int(bond, id);
	return query_run(plan) != RC_OK ? query_rc(plan) : query_run(bond);
}

enum rc bond_member_delete(struct store *s, int64_t id)
{
	QUERY(member, s, "DELETE FROM member WHERE id = ?1");
	int64_t bond = 0, members = 0;
	enum rc rc = bond_count(s, id, &bond, &members);

	if (rc == RC_OK && members == 1)
		rc = bond_free_to_go(s, bond);
	if (rc != RC_OK)
		return rc;
	bind_int(member, id);
	if (query_run(member) != RC_OK || members > 1)
		return query_rc(member);
	return bond_delete(s, bond);
}
