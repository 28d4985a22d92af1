/* The year in numbers. Each statement counts what lies together; nothing is counted by name. */
#include "nastavnik/store/read/figures.h"

#include <stdlib.h>

#include "nastavnik/base/date.h"
#include "query.h"

#define OF_BOND " bond IN (SELECT id FROM bond WHERE year = ?1)"
#define OF_PART " participation IN (SELECT id FROM participation WHERE year = ?1)"

static enum rc preparing_count(const struct store *s, int64_t year, struct figures *f)
{
	QUERY(q, s,
	      "SELECT (SELECT count(*) FROM team WHERE year = ?1),"
	      " (SELECT count(*) FROM document WHERE year = ?1),"
	      " (SELECT count(*) FROM partner WHERE year = ?1),"
	      " (SELECT count(*) FROM partner WHERE year = ?1 AND agreement <> ''),"
	      " (SELECT count(*) FROM publication WHERE year = ?1),"
	      " (SELECT count(*) FROM study WHERE year = ?1),"
	      " (SELECT count(*) FROM event WHERE year = ?1),"
	      " (SELECT coalesce(sum(people), 0) FROM event WHERE year = ?1),"
	      " (SELECT coalesce(sum(people), 0) FROM event WHERE year = ?1 AND stage = 2)");

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q);
	f->team = col_int(q);
	f->documents = col_int(q);
	f->partners = col_int(q);
	f->agreements = col_int(q);
	f->publications = col_int(q);
	f->studies = col_int(q);
	f->events = col_int(q);
	f->event_people = col_int(q);
	f->pupils_informed = col_int(q);
	return RC_OK;
}

/* The people of the bases: whoever has left the school too, since he took part. */
static enum rc bases_count(const struct store *s, int64_t year, struct figures *f)
{
	QUERY(q, s,
	      "SELECT count(*) FILTER (WHERE role = 1), count(*) FILTER (WHERE role = 2),"
	      " coalesce(sum(capacity) FILTER (WHERE role = 2), 0),"
	      " count(*) FILTER (WHERE role = 2 AND selected <> 0),"
	      " count(*) FILTER (WHERE role = 2 AND trained <> 0),"
	      " count(*) FILTER (WHERE role = 1 AND going_on = 2)"
	      " FROM participation WHERE year = ?1");

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q);
	f->mentees = col_int(q);
	f->mentors = col_int(q);
	f->places = col_int(q);
	f->selected = col_int(q);
	f->trained = col_int(q);
	f->next_mentors = col_int(q);
	return RC_OK;
}

static enum rc requests_count(const struct store *s, int64_t year, struct figures *f)
{
	QUERY(q, s,
	      "SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM trait r"
	      "   JOIN book_item b ON b.id = r.item"
	      "   WHERE r.participation = t.id AND b.book <> 3)),"
	      " (SELECT count(*) FROM request WHERE" OF_PART "),"
	      " (SELECT count(*) FROM request WHERE state = 2 AND" OF_PART "),"
	      " (SELECT count(*) FROM invitation WHERE year = ?1),"
	      " (SELECT count(*) FROM invitation WHERE year = ?1 AND answer = 2)"
	      " FROM participation t WHERE t.year = ?1 AND t.role = 1");

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q);
	f->mentees_asking = col_int(q);
	f->requests = col_int(q);
	f->requests_met = col_int(q);
	f->invitations = col_int(q);
	f->invitations_accepted = col_int(q);
	return RC_OK;
}

static enum rc training_count(const struct store *s, int64_t year, struct figures *f)
{
	QUERY(q, s,
	      "SELECT (SELECT count(*) FROM interview WHERE" OF_PART "),"
	      " count(*), coalesce(sum((SELECT count(*) FROM lesson WHERE course = c.id)), 0),"
	      " coalesce(sum((SELECT count(*) FROM learner WHERE course = c.id)), 0),"
	      " coalesce(sum((SELECT count(*) FROM learner WHERE course = c.id"
	      "   AND certificate <> '')), 0) FROM course c WHERE year = ?1");

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q);
	f->interviews = col_int(q);
	f->courses = col_int(q);
	f->lessons = col_int(q);
	f->learners = col_int(q);
	f->certificates = col_int(q);
	return RC_OK;
}

static enum rc work_count(const struct store *s, int64_t year, struct figures *f)
{
	QUERY(q, s,
	      "SELECT (SELECT count(*) FROM visit WHERE" OF_BOND "),"
	      " (SELECT count(*) FROM handout WHERE" OF_BOND "),"
	      " (SELECT count(*) FROM consultation WHERE" OF_BOND "),"
	      " (SELECT count(*) FROM pause WHERE" OF_BOND "),"
	      " count(*) FILTER (WHERE side = 1), count(*) FILTER (WHERE side = 2)"
	      " FROM report WHERE" OF_BOND);

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q);
	f->visits = col_int(q);
	f->handouts = col_int(q);
	f->consultations = col_int(q);
	f->pauses = col_int(q);
	f->reports[0] = col_int(q);
	f->reports[1] = col_int(q);
	return RC_OK;
}

static enum rc feedback_count(const struct store *s, int64_t year, struct figures *f)
{
	QUERY(q, s,
	      "SELECT count(*) FILTER (WHERE side = 1), count(*) FILTER (WHERE side = 2),"
	      " cast(round(avg(mark) FILTER (WHERE side = 1) * 10) AS INTEGER),"
	      " cast(round(avg(mark) FILTER (WHERE side = 2) * 10) AS INTEGER),"
	      " count(*) FILTER (WHERE again = 1) FROM feedback WHERE" OF_BOND);

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q);
	f->feedbacks[0] = col_int(q);
	f->feedbacks[1] = col_int(q);
	f->mark_tenths[0] = col_number(q, FIELD_NOTHING);
	f->mark_tenths[1] = col_number(q, FIELD_NOTHING);
	f->again = col_int(q);
	return RC_OK;
}

static enum rc awards_count(const struct store *s, int64_t year, struct figures *f)
{
	QUERY(q, s,
	      "SELECT count(*) FILTER (WHERE kind = 1), count(*) FILTER (WHERE kind = 2),"
	      " count(*) FILTER (WHERE kind = 3), count(*) FILTER (WHERE kind = 4),"
	      " count(*) FILTER (WHERE kind = 5),"
	      " count(DISTINCT coalesce(cast(participation AS TEXT), name))"
	      " FROM award WHERE year = ?1 AND decided = 1");

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q);
	for (size_t kind = 0; kind < sizeof(f->awards) / sizeof(f->awards[0]); kind++)
		f->awards[kind] = col_int(q);
	f->awarded = col_int(q);
	return RC_OK;
}

static enum rc closing_count(const struct store *s, int64_t year, struct figures *f)
{
	QUERY(q, s,
	      "SELECT count(*) FILTER (WHERE kind = 1), count(*) FILTER (WHERE kind = 2),"
	      " count(*) FILTER (WHERE kind = 3), count(*) FILTER (WHERE reviewed_on <> 0),"
	      " (SELECT count(*) FROM contest WHERE year = ?1),"
	      " (SELECT count(*) FROM entry"
	      "   WHERE contest IN (SELECT id FROM contest WHERE year = ?1)),"
	      " (SELECT count(*) FROM incentive WHERE year = ?1),"
	      " (SELECT count(*) FROM self_analysis WHERE" OF_PART ")"
	      " FROM practice WHERE year = ?1");

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q);
	for (size_t kind = 0; kind < sizeof(f->practices) / sizeof(f->practices[0]); kind++)
		f->practices[kind] = col_int(q);
	f->reviewed = col_int(q);
	f->contests = col_int(q);
	f->entries = col_int(q);
	f->incentives = col_int(q);
	f->self_analyses = col_int(q);
	return RC_OK;
}

enum rc figures_count(const struct store *s, int64_t year, struct figures *out)
{
	SNAPSHOT(s);
	static enum rc (*const counts[])(const struct store *, int64_t, struct figures *) = {
		preparing_count, bases_count,    requests_count, training_count,
		work_count,      feedback_count, awards_count,   closing_count,
	};
	struct figures figures = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]) && !rc; i++)
		rc = counts[i](s, year, &figures);
	if (!rc)
		*out = figures;
	return rc;
}

enum rc figures_by_month(const struct store *s, struct arena *a, int64_t year, int on,
			 struct figure_months *out)
{
	QUERY(q, s,
	      "SELECT form, month, sum(meetings), sum(diaries) FROM ("
	      " SELECT b.form AS form, m.on_day / 100 AS month, count(*) AS meetings, 0 AS diaries"
	      "  FROM bond b JOIN meeting m ON m.bond = b.id"
	      "  WHERE b.year = ?1 AND m.on_day <= ?2 GROUP BY 1, 2"
	      " UNION ALL SELECT b.form, d.month / 100, 0, count(*)"
	      "  FROM bond b JOIN diary d ON d.bond = b.id"
	      "  WHERE b.year = ?1 AND d.handed_on <> 0 GROUP BY 1, 2)"
	      " GROUP BY form, month ORDER BY form, month");
	struct figure_months list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	bind_int(q, on);
	while (query_next(q)) {
		struct figure_month row = { .form = col_int(q) };

		row.month = work_month_of(year, (int)col_int(q) * 100 + 1);
		row.meetings = col_int(q);
		row.diaries = col_int(q);
		if (row.month < 0)
			continue;
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = row;
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc figures_by_kind(const struct store *s, int64_t year, int on, int64_t kind[FIGURE_KINDS])
{
	QUERY(q, s,
	      "SELECT kind, count(*) FROM meeting WHERE on_day <= ?2 AND" OF_BOND " GROUP BY kind");

	for (size_t i = 0; i < FIGURE_KINDS; i++)
		kind[i] = 0;
	bind_int(q, year);
	bind_int(q, on);
	while (query_next(q)) {
		int64_t of = col_int(q), n = col_int(q);

		if (of >= 1 && of <= FIGURE_KINDS)
			kind[of - 1] = n;
	}
	return query_rc(q);
}

enum rc figures_reports(const struct store *s, struct arena *a, int64_t year,
			struct figure_reports *out)
{
	QUERY(q, s,
	      "SELECT form, term, sum(n) FROM ("
	      " SELECT b.form AS form, coalesce(r.term, 0) AS term, count(DISTINCT r.bond) AS n"
	      "  FROM bond b JOIN report r ON r.bond = b.id"
	      "  WHERE b.year = ?1 GROUP BY 1, 2, r.side)"
	      " GROUP BY form, term ORDER BY form, term");
	struct figure_reports list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct figure_report row = { .form = col_int(q) };

		row.term = col_int(q);
		row.count = col_int(q);
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = row;
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc figures_by_class(const struct store *s, struct arena *a, int64_t year,
			 struct figure_classes *out)
{
	QUERY(q, s,
	      "SELECT y.class_name, count(*) FILTER (WHERE t.role = 1),"
	      " count(*) FILTER (WHERE t.role = 2),"
	      " count(*) FILTER (WHERE EXISTS (SELECT 1 FROM member m WHERE m.mentee = t.id)"
	      "   OR EXISTS (SELECT 1 FROM bond b WHERE b.mentor = t.id))"
	      " FROM participation t JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " WHERE t.year = ?1 GROUP BY y.class_name"
	      " ORDER BY y.class_name = '', min(y.class_key)");
	struct figure_classes list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct figure_class *row;

		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		row = &list.row[list.n++];
		row->name = col_text(q, a);
		row->mentees = col_int(q);
		row->mentors = col_int(q);
		row->paired = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}
