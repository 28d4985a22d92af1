/* Results of questionnaires: the year's rules, and whose sheets there are. */
#include "nastavnik/store/write/results.h"

#include "nastavnik/base/i18n.h"
#include "nastavnik/model/school.h"
#include "query.h"

static enum rc no_such_year(int64_t year)
{
	char name[12];

	return err_set(RC_NOT_FOUND, _("The file has no school year %s."), year_name(year, name));
}

enum rc survey_rules_get(const struct store *s, int64_t year, struct survey_rules *out)
{
	QUERY(q, s, "SELECT group_min FROM year WHERE year = ?1");

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q) != RC_OK ? query_rc(q) : no_such_year(year);
	out->group_min = col_int(q);
	return RC_OK;
}

enum rc survey_rules_put(struct store *s, int64_t year, const struct survey_rules *rules)
{
	QUERY(q, s, "UPDATE year SET group_min = ?2 WHERE year = ?1");

	bind_int(q, year);
	bind_int(q, rules->group_min);
	if (query_run(q) == RC_OK && !query_changes(q))
		return no_such_year(year);
	return query_rc(q);
}

enum rc sheet_owners(const struct store *s, struct arena *a, int64_t survey,
		     struct sheet_owners *out)
{
	QUERY(q, s,
	      "SELECT h.id, h.participation, coalesce(t.form,"
	      "  (SELECT b.form FROM member m JOIN bond b ON b.id = m.bond"
	      "   WHERE m.mentee = t.id ORDER BY m.from_on DESC, b.id LIMIT 1),"
	      "  (SELECT b.form FROM bond b WHERE b.mentor = t.id ORDER BY b.id DESC LIMIT 1)),"
	      " coalesce("
	      "  (SELECT b.role_model FROM member m JOIN bond b ON b.id = m.bond"
	      "   WHERE m.mentee = t.id ORDER BY m.from_on DESC, b.id LIMIT 1),"
	      "  (SELECT b.role_model FROM bond b WHERE b.mentor = t.id ORDER BY b.id DESC LIMIT "
	      "1),"
	      "  t.role_model),"
	      " iif(y.class_name <> '', y.class_name, y.position)"
	      " FROM sheet h LEFT JOIN participation t ON t.id = h.participation"
	      " LEFT JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " WHERE h.survey = ?1 AND h.rival IS NULL ORDER BY h.id");
	struct sheet_owners list = { 0 };
	size_t cap = 0;

	bind_int(q, survey);
	while (query_next(q)) {
		struct sheet_owner o = { 0 };

		o.sheet = col_int(q);
		o.participation = col_int(q);
		o.form = col_int(q);
		o.role_model = col_int(q);
		o.class_name = col_text(q, a);
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = o;
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}
