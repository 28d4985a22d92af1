/* The school years of the file beside each other: each query counts one thing for all of them. */
#include "nastavnik/store/read/compare.h"

#include "bond_private.h"
#include "nastavnik/model/participant.h"
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

static struct year_numbers *year_find(struct years_numbers *years, int64_t year)
{
	for (size_t i = 0; i < years->n; i++)
		if (years->row[i].year == year)
			return &years->row[i];
	return NULL;
}

/* The year of the row that stands there, its first column; NULL: there is no row any more. */
static struct year_numbers *next_year(struct query *q, struct years_numbers *years)
{
	struct year_numbers *y = NULL;

	while (!y && query_next(q))
		y = year_find(years, col_int(q));
	return y;
}

/* One person in one year, in both roles perhaps. */
struct part {
	int64_t person, year;
	bool mentee, mentor, pupil; /* pupil: and here */
	bool before, mentee_before; /* in a year before */
};

static void part_count(struct years_numbers *years, const struct part *part)
{
	struct year_numbers *y = year_find(years, part->year);

	if (!y)
		return;
	y->people++;
	y->fresh += !part->before;
	y->mentees += part->mentee;
	y->mentors += part->mentor;
	y->grown += part->mentor && part->mentee_before;
	y->pupils_part += part->pupil && part->mentee;
	y->pupils_both += part->pupil;
}

/* What is known of a person goes on from one of his years to the next. */
static struct part part_next(const struct part *was, int64_t person, int64_t year)
{
	bool same = was->person == person;

	return (struct part){ .person = person,
			      .year = year,
			      .before = same,
			      .mentee_before = same && (was->mentee || was->mentee_before) };
}

/* All participations in the order of an index, person by person: grouping them by SQL takes three
 * times as long. */
static enum rc people_count(const struct store *s, struct years_numbers *years)
{
	QUERY(q, s,
	      "SELECT t.person, t.year, t.role, y.kind = 1 AND y.left_on = 0"
	      " FROM participation t LEFT JOIN person_year y"
	      " ON y.person = t.person AND y.year = t.year ORDER BY t.person, t.year, t.role");
	struct part part = { 0 };

	while (query_next(q)) {
		int64_t person = col_int(q), year = col_int(q), role = col_int(q);

		if (person != part.person || year != part.year) {
			part_count(years, &part);
			part = part_next(&part, person, year);
		}
		part.mentee |= role == ROLE_MENTEE;
		part.mentor |= role == ROLE_MENTOR;
		part.pupil = col_int(q);
	}
	part_count(years, &part);
	return query_rc(q);
}

/* Whoever brought in the participants alone has no list of the school: app/headcount.h. */
static enum rc pupils_count(const struct store *s, struct years_numbers *years)
{
	QUERY(q, s,
	      "SELECT year, count(*), count(*) FILTER (WHERE kind = 1),"
	      " (SELECT number FROM headcount h WHERE h.year = y.year AND h.code = 'pupils')"
	      " FROM person_year y WHERE left_on = 0 GROUP BY year");
	struct year_numbers *y;

	while ((y = next_year(q, years))) {
		int64_t pupils;

		y->listed = col_int(q);
		pupils = col_int(q);
		y->pupils = col_int(q);
		if (pupils > y->pupils_both)
			y->pupils = pupils;
	}
	return query_rc(q);
}

static void bond_count(struct years_numbers *years, int64_t year, int64_t members, int64_t at_work,
		       int64_t reached)
{
	struct year_numbers *y = year_find(years, year);

	if (!y || !members)
		return;
	y->bonds++;
	y->groups += members > 1;
	y->pairs += members;
	y->at_work += at_work;
	y->reached += reached;
}

static enum rc pairs_count(const struct store *s, struct years_numbers *years)
{
	QUERY(q, s,
	      "SELECT m.bond, b.year, m.state = 1, m.passed = 1 OR (m.passed = 0 AND m.state = 2 "
	      "AND m.to_on "
	      ">= " YEAR_END_SQL ") FROM member m JOIN bond b ON b.id = m.bond"
	      " JOIN year y ON y.year = b.year ORDER BY m.bond");
	int64_t bond = 0, year = 0, members = 0, at_work = 0, reached = 0;

	while (query_next(q)) {
		int64_t next = col_int(q), of = col_int(q);

		if (next != bond) {
			bond_count(years, year, members, at_work, reached);
			bond = next;
			members = at_work = reached = 0;
		}
		year = of;
		members++;
		at_work += col_int(q);
		reached += col_int(q);
	}
	bond_count(years, year, members, at_work, reached);
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
