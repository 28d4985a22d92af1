/* Pairs that last beyond their year. */
#include "nastavnik/store/write/prolong.h"

#include "bond_private.h"
#include "nastavnik/base/i18n.h"
#include "query.h"

enum rc lasting_list(const struct store *s, struct arena *a, int64_t year, struct lastings *out)
{
	QUERY(q, s,
	      "SELECT m.id, b.id, b.mentor, m.mentee, m.from_on,"
	      " (WITH RECURSIVE chain (before, n) AS (SELECT b.before, 1"
	      "   UNION ALL SELECT c.before, n + 1 FROM chain JOIN bond c ON c.id = chain.before)"
	      "   SELECT max(n) FROM chain), m.state = 1"
	      " FROM year y JOIN bond b ON b.year = y.year JOIN member m ON m.bond = b.id"
	      " JOIN participation t ON t.id = b.mentor"
	      " LEFT JOIN person_year p ON p.person = t.person AND p.year = t.year"
	      " WHERE y.year = ?1 AND m.mentee IS NOT NULL AND (m.state = 1 OR m.to_on "
	      ">=" YEAR_END_SQL ")"
	      " ORDER BY p.name_key, b.id, m.from_on, m.id");
	struct lastings list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct lasting *row;

		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		row = &list.row[list.n++];
		row->member = col_int(q);
		row->bond = col_int(q);
		row->mentor = col_int(q);
		row->mentee = col_int(q);
		row->from = col_int(q);
		row->years = col_int(q);
		row->at_work = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

/* The item of the year ?2 that stands for an item of another year, as item_heir() finds it. */
#define HEIR(item)                                                                           \
	"(SELECT n.id FROM book_item o JOIN book_item n ON n.year = ?2 AND n.book = o.book"  \
	" AND CASE o.code WHEN '' THEN n.name = o.name ELSE n.code = o.code END WHERE o.id " \
	"= " item " ORDER BY n.position LIMIT 1)"

static enum rc bond_copy(struct store *s, int64_t before, int64_t year, int64_t mentor, int64_t id)
{
	QUERY(q, s,
	      "INSERT INTO bond (id, year, mentor, form, role_model, technology, mentor_strengths,"
	      " mentee_strengths, aim, tasks, difficulties, success, strategy, before)"
	      " SELECT ?1, ?2, ?3, " HEIR("b.form") ", " HEIR("b.role_model") ", " HEIR(
		      "b.technology") ", mentor_strengths, mentee_strengths, aim, tasks,"
				      " difficulties, success, strategy, b.id FROM bond b WHERE "
				      "b.id = ?4");

	bind_int(q, id);
	bind_int(q, year);
	bind_int(q, mentor);
	bind_int(q, before);
	if (query_run(q) == RC_OK && !query_changes(q))
		return err_set(RC_NOT_FOUND, _("This pair is not in the file any more."));
	return query_rc(q);
}

static enum rc plan_ids(const struct store *s, struct arena *a, int64_t bond, struct ids *out)
{
	QUERY(q, s, "SELECT id FROM plan_item WHERE bond = ?1 ORDER BY part, due, id");

	bind_int(q, bond);
	return ids_read(q, a, out);
}

/* The same day some years later; of 29 February the day before. */
static enum rc plan_copy(struct store *s, int64_t item, int64_t year, int64_t bond)
{
	QUERY(q, s,
	      "INSERT INTO plan_item (id, bond, part, name, work, due, expected, done_on, actual)"
	      " SELECT ?1, ?3, i.part, i.name, " HEIR(
		      "i.work") ","
				" CASE i.due WHEN 0 THEN 0 ELSE i.due + 10000 * (?2 - b.year)"
				"   - (i.due % 10000 = 229) END, i.expected, 0, ''"
				" FROM plan_item i JOIN bond b ON b.id = i.bond WHERE i.id = ?4");

	bind_int(q, id_new());
	bind_int(q, year);
	bind_int(q, bond);
	bind_int(q, item);
	return query_run(q);
}

enum rc bond_prolong(struct store *s, int64_t before, int64_t year, int64_t mentor, int64_t *bond)
{
	struct arena a = { 0 };
	struct ids plan = { 0 };
	int64_t id = id_new();
	enum rc rc = bond_copy(s, before, year, mentor, id);

	if (rc == RC_OK)
		rc = plan_ids(s, &a, before, &plan);
	for (size_t i = 0; rc == RC_OK && i < plan.n; i++)
		rc = plan_copy(s, plan.row[i], year, id);
	arena_done(&a);
	if (rc == RC_OK)
		*bond = id;
	return rc;
}
