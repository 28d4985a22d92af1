/* What a school year leaves undone. */
#include "nastavnik/store/read/closing.h"

#include "query.h"

static enum rc bonds_count(const struct store *s, int64_t year, struct unfinished *u)
{
	QUERY(q, s,
	      "SELECT count(DISTINCT b.id) FILTER (WHERE m.state = 1), count(*) FILTER (WHERE "
	      "m.result = ''),"
	      " count(DISTINCT b.id) FILTER (WHERE NOT EXISTS"
	      "   (SELECT 1 FROM feedback f WHERE f.bond = b.id))"
	      " FROM bond b JOIN member m ON m.bond = b.id WHERE b.year = ?1");

	bind_int(q, year);
	if (query_next(q)) {
		u->at_work = col_int(q);
		u->no_result = col_int(q);
		u->no_feedback = col_int(q);
	}
	return query_rc(q);
}

/* A diary is due for each month that a bond has worked in, the first and the last with it. */
static enum rc diaries_count(const struct store *s, int64_t year, int today, struct unfinished *u)
{
	QUERY(q, s,
	      "SELECT coalesce(sum(max(0, months - handed)), 0) FROM"
	      " (SELECT (max(CASE m.to_on WHEN 0 THEN min(y.bond_to, ?2) ELSE m.to_on END) / 10000"
	      "   - min(m.from_on) / 10000) * 12"
	      "  + max(CASE m.to_on WHEN 0 THEN min(y.bond_to, ?2) ELSE m.to_on END) / 100 % 100"
	      "   - min(m.from_on) / 100 % 100 + 1 AS months,"
	      "  (SELECT count(*) FROM diary d WHERE d.bond = b.id AND d.handed_on > 0) AS handed"
	      "  FROM year y JOIN bond b ON b.year = y.year JOIN member m ON m.bond = b.id"
	      "  WHERE y.year = ?1 AND y.diaries = 1 GROUP BY b.id)");

	bind_int(q, year);
	bind_int(q, today);
	if (query_next(q))
		u->diaries = col_int(q);
	return query_rc(q);
}

static enum rc rest_count(const struct store *s, int64_t year, struct unfinished *u)
{
	QUERY(q, s,
	      "SELECT (SELECT count(*) FROM task WHERE year = ?1 AND optional = 0 AND done_on = 0),"
	      " (SELECT count(*) FROM participation p JOIN request r ON r.participation = p.id"
	      "   WHERE p.year = ?1 AND r.state = 1),"
	      " (SELECT count(*) FROM award WHERE year = ?1 AND decided IS NULL)");

	bind_int(q, year);
	if (query_next(q)) {
		u->tasks = col_int(q);
		u->requests = col_int(q);
		u->nominees = col_int(q);
	}
	return query_rc(q);
}

enum rc unfinished_count(const struct store *s, int64_t year, int today, struct unfinished *out)
{
	SNAPSHOT(s);
	struct unfinished u = { 0 };

	if (bonds_count(s, year, &u) != RC_OK || diaries_count(s, year, today, &u) != RC_OK ||
	    rest_count(s, year, &u) != RC_OK)
		return err_last()->code;
	*out = u;
	return RC_OK;
}
