/* The school years of the file beside each other: each query counts one thing for all of them. */
#include "nastavnik/store/read/compare.h"

#include "bond_private.h"
#include "query.h"

static enum rc years_read(const struct store *s, struct arena *a, struct years_numbers *out)
{
	QUERY(q, s, "SELECT year, closed FROM year ORDER BY year");
	size_t cap = 0;

	while (query_next(q)) {
		struct year_numbers *row;

		out->row = arena_grow(a, out->row, out->n, &cap, sizeof(*out->row));
		row = &out->row[out->n++];
		*row = (struct year_numbers){ .year = col_int(q) };
		row->closed = col_int(q);
	}
	return query_rc(q);
}

/* The year of the row that stands there, its first column; NULL: there is no row any more. */
static struct year_numbers *next_year(struct query *q, struct years_numbers *years)
{
	while (query_next(q)) {
		int64_t year = col_int(q);

		for (size_t i = 0; i < years->n; i++)
			if (years->row[i].year == year)
				return &years->row[i];
	}
	return NULL;
}

static enum rc people_count(const struct store *s, struct years_numbers *years)
{
	QUERY(q, s,
	      "SELECT year, count(*), count(*) FILTER (WHERE before IS NULL), sum(mentee),"
	      " sum(mentor), count(*) FILTER (WHERE mentor AND mentee_since < year)"
	      " FROM (SELECT year, max(role = 1) AS mentee, max(role = 2) AS mentor,"
	      "   lag(year) OVER w AS before,"
	      "   min(min(CASE role WHEN 1 THEN year END)) OVER w AS mentee_since"
	      "   FROM participation GROUP BY person, year"
	      "   WINDOW w AS (PARTITION BY person ORDER BY year))"
	      " GROUP BY year");
	struct year_numbers *y;

	while ((y = next_year(q, years))) {
		y->people = col_int(q);
		y->fresh = col_int(q);
		y->mentees = col_int(q);
		y->mentors = col_int(q);
		y->grown = col_int(q);
	}
	return query_rc(q);
}

/* Whoever brought in the participants alone has no list of the school: app/headcount.h. */
static enum rc pupils_count(const struct store *s, struct years_numbers *years)
{
	QUERY(q, s,
	      "SELECT y.year, count(*), count(*) FILTER (WHERE t.mentee), count(t.person),"
	      " (SELECT number FROM headcount h WHERE h.year = y.year AND h.code = 'pupils')"
	      " FROM person_year y LEFT JOIN (SELECT year, person, max(role = 1) AS mentee"
	      "   FROM participation GROUP BY person, year) t"
	      " ON t.person = y.person AND t.year = y.year"
	      " WHERE y.kind = 1 AND y.left_on = 0 GROUP BY y.year");
	struct year_numbers *y;

	while ((y = next_year(q, years))) {
		int64_t listed = col_int(q), part;

		y->pupils_part = col_int(q);
		part = col_int(q);
		y->pupils = col_int(q);
		if (listed > part)
			y->pupils = listed;
	}
	return query_rc(q);
}

static enum rc pairs_count(const struct store *s, struct years_numbers *years)
{
	QUERY(q, s,
	      "SELECT b.year, sum(n), sum(reached), count(*), count(*) FILTER (WHERE n > 1)"
	      " FROM bond b JOIN (SELECT m.bond, count(*) AS n,"
	      "   sum(m.passed = 1 OR (m.passed = 0 AND m.state = 2 AND m.to_on >=" YEAR_END_SQL
	      ")) AS reached"
	      "   FROM member m JOIN bond c ON c.id = m.bond JOIN year y ON y.year = c.year"
	      "   GROUP BY m.bond) ON bond = b.id GROUP BY b.year");
	struct year_numbers *y;

	while ((y = next_year(q, years))) {
		y->pairs = col_int(q);
		y->reached = col_int(q);
		y->bonds = col_int(q);
		y->groups = col_int(q);
	}
	return query_rc(q);
}

static enum rc meetings_count(const struct store *s, struct years_numbers *years)
{
	/* From the bonds to the index of meetings: ten times fewer rows than the other way round.
	 */
	QUERY(q, s,
	      "SELECT b.year, sum((SELECT count(*) FROM meeting m WHERE m.bond = b.id))"
	      " FROM bond b GROUP BY b.year");
	struct year_numbers *y;

	while ((y = next_year(q, years)))
		y->meetings = col_int(q);
	return query_rc(q);
}

static enum rc marks_count(const struct store *s, struct years_numbers *years)
{
	QUERY(q, s,
	      "SELECT b.year, count(f.mark), coalesce(sum(f.mark), 0)"
	      " FROM feedback f JOIN bond b ON b.id = f.bond GROUP BY b.year");
	struct year_numbers *y;

	while ((y = next_year(q, years))) {
		y->feedback = col_int(q);
		y->feedback_marks = col_int(q);
	}
	return query_rc(q);
}

static enum rc awards_count(const struct store *s, struct years_numbers *years)
{
	QUERY(q, s, "SELECT year, count(*) FROM award WHERE decided = 1 GROUP BY year");
	struct year_numbers *y;

	while ((y = next_year(q, years)))
		y->awards = col_int(q);
	return query_rc(q);
}

enum rc years_compare(const struct store *s, struct arena *a, struct years_numbers *out)
{
	SNAPSHOT(s);
	struct years_numbers years = { 0 };

	if (years_read(s, a, &years) != RC_OK || people_count(s, &years) != RC_OK ||
	    pupils_count(s, &years) != RC_OK || pairs_count(s, &years) != RC_OK ||
	    meetings_count(s, &years) != RC_OK || marks_count(s, &years) != RC_OK ||
	    awards_count(s, &years) != RC_OK)
		return err_last()->code;
	*out = years;
	return RC_OK;
}
