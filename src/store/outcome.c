/* What stage 7 counts. Everything hangs on the bonds of a year, which have an index each. */
#include "nastavnik/store/write/outcome.h"

#include "nastavnik/base/i18n.h"
#include "query.h"

enum { HUNDREDTHS = 100 };

enum rc bond_sums_load(const struct store *s, struct arena *a, int64_t year, struct bond_sums *out)
{
	QUERY(q, s,
	      "SELECT b.id, b.mentor,"
	      " (SELECT count(*) FROM member WHERE bond = b.id),"
	      " (SELECT count(*) FROM member WHERE bond = b.id AND passed = 1),"
	      " (SELECT min(from_on) FROM member WHERE bond = b.id),"
	      " (SELECT max(to_on) FROM member WHERE bond = b.id),"
	      " (SELECT count(*) FROM plan_item WHERE bond = b.id),"
	      " (SELECT count(*) FROM plan_item WHERE bond = b.id AND done_on <> 0),"
	      " (SELECT count(*) FROM meeting WHERE bond = b.id),"
	      " (SELECT count(*) FROM diary WHERE bond = b.id AND handed_on <> 0),"
	      " (SELECT count(mark) FROM feedback WHERE bond = b.id AND side = 1),"
	      " (SELECT sum(mark) FROM feedback WHERE bond = b.id AND side = 1)"
	      " FROM bond b LEFT JOIN participation t ON t.id = b.mentor"
	      " LEFT JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " WHERE b.year = ?1 ORDER BY y.name_key, b.mentor, b.id");
	struct bond_sums list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct bond_sum *sum;

		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		sum = &list.row[list.n++];
		sum->bond = col_int(q);
		sum->mentor = col_int(q);
		sum->members = col_int(q);
		sum->passed = col_int(q);
		sum->from = col_int(q);
		sum->to = col_int(q);
		sum->plan = col_int(q);
		sum->plan_done = col_int(q);
		sum->meetings = col_int(q);
		sum->diaries = col_int(q);
		sum->marks = col_int(q);
		sum->mark_sum = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc month_works_load(const struct store *s, struct arena *a, int64_t year, int64_t from,
			 int64_t to, struct month_works *out)
{
	QUERY(q, s,
	      "SELECT t.id,"
	      " (SELECT count(*) FROM bond b JOIN member m ON m.bond = b.id WHERE b.mentor = t.id"
	      "   AND m.from_on <= ?3 AND (m.state = 1 OR m.to_on >= ?2)) AS pairs,"
	      " (SELECT count(*) FROM bond b JOIN meeting x ON x.bond = b.id WHERE b.mentor = t.id"
	      "   AND x.on_day BETWEEN ?2 AND ?3),"
	      " (SELECT count(*) FROM bond b JOIN diary x ON x.bond = b.id WHERE b.mentor = t.id"
	      "   AND x.month = ?2 AND x.handed_on <> 0),"
	      " (SELECT count(*) FROM bond b JOIN consultation x ON x.bond = b.id"
	      "   WHERE b.mentor = t.id AND x.on_day BETWEEN ?2 AND ?3),"
	      " (SELECT count(*) FROM bond b JOIN visit x ON x.bond = b.id WHERE b.mentor = t.id"
	      "   AND x.on_day BETWEEN ?2 AND ?3),"
	      " (SELECT count(*) FROM guest g JOIN event e ON e.id = g.event"
	      "   WHERE g.participation = t.id AND e.on_day BETWEEN ?2 AND ?3)"
	      " FROM participation t JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " WHERE t.year = ?1 AND t.role = 2 AND y.kind = ?4 AND pairs > 0 ORDER BY "
	      "y.name_key, t.id");
	struct month_works list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	bind_int(q, from);
	bind_int(q, to);
	bind_int(q, KIND_TEACHER);
	while (query_next(q)) {
		struct month_work *work;

		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		work = &list.row[list.n++];
		work->participation = col_int(q);
		work->pairs = col_int(q);
		work->meetings = col_int(q);
		work->diaries = col_int(q);
		work->consultations = col_int(q);
		work->visits = col_int(q);
		work->events = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc feedback_mean(const struct store *s, int64_t year, int64_t side, int64_t *mean,
		      int64_t *marks)
{
	QUERY(q, s,
	      "SELECT count(mark), sum(mark) FROM feedback WHERE side = ?2"
	      " AND bond IN (SELECT id FROM bond WHERE year = ?1)");

	bind_int(q, year);
	bind_int(q, side);
	if (query_next(q)) {
		int64_t n = col_int(q), sum = col_int(q);

		*marks = n;
		*mean = n ? (sum * HUNDREDTHS + n / 2) / n : FIELD_NOTHING;
	}
	return query_rc(q);
}

enum rc entry_marks_load(const struct store *s, struct arena *a, int64_t contest,
			 struct entry_marks *out)
{
	QUERY(q, s,
	      "SELECT m.entry, m.expert, m.criterion, m.mark FROM entry_mark m"
	      " JOIN entry e ON e.id = m.entry WHERE e.contest = ?1");
	struct entry_marks list = { 0 };
	size_t cap = 0;

	bind_int(q, contest);
	while (query_next(q)) {
		struct entry_mark *mark;

		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		mark = &list.row[list.n++];
		mark->entry = col_int(q);
		mark->expert = col_int(q);
		mark->criterion = col_int(q);
		mark->mark = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static void service_pair_read(struct query *q, struct arena *a, struct service_pair *p)
{
	p->year = col_int(q);
	p->role = col_int(q);
	p->participation = col_int(q);
	p->form = col_text(q, a);
	p->family = col_text(q, a);
	p->given = col_text(q, a);
	p->patronymic = col_text(q, a);
	p->class_name = col_text(q, a);
	p->from = col_int(q);
	p->to = col_int(q);
	p->state = col_int(q);
	p->passed = col_int(q);
	p->result = col_text(q, a);
	p->meetings = col_int(q);
	p->plan = col_int(q);
	p->plan_done = col_int(q);
}

/* A year in which he stood in the base and had no pair is a row too. */
static enum rc service_pairs(const struct store *s, struct arena *a, int64_t person,
			     struct service *out)
{
	QUERY(q, s,
	      "WITH part (year, role, id, bond, member, other) AS ("
	      " SELECT t.year, t.role, t.id, m.bond, m.id, b.mentor FROM participation t"
	      "  LEFT JOIN member m ON m.mentee = t.id LEFT JOIN bond b ON b.id = m.bond"
	      "  WHERE t.person = ?1 AND t.role = 1"
	      " UNION ALL"
	      " SELECT t.year, t.role, t.id, m.bond, m.id, m.mentee FROM participation t"
	      "  LEFT JOIN bond b ON b.mentor = t.id LEFT JOIN member m ON m.bond = b.id"
	      "  WHERE t.person = ?1 AND t.role = 2)"
	      "SELECT x.year, x.role, x.id, i.name, p.family, p.given, p.patronymic,"
	      " CASE WHEN z.class_name <> '' THEN z.class_name ELSE z.position END,"
	      " m.from_on, m.to_on, m.state, m.passed, m.result,"
	      " (SELECT count(*) FROM meeting WHERE bond = x.bond),"
	      " (SELECT count(*) FROM plan_item WHERE bond = x.bond),"
	      " (SELECT count(*) FROM plan_item WHERE bond = x.bond AND done_on <> 0)"
	      " FROM part x LEFT JOIN member m ON m.id = x.member"
	      " LEFT JOIN bond b ON b.id = x.bond LEFT JOIN book_item i ON i.id = b.form"
	      " LEFT JOIN participation u ON u.id = x.other"
	      " LEFT JOIN person p ON p.id = u.person"
	      " LEFT JOIN person_year z ON z.person = u.person AND z.year = u.year"
	      " ORDER BY x.year DESC, x.role DESC, z.name_key, m.from_on");
	size_t cap = 0;

	bind_int(q, person);
	while (query_next(q)) {
		out->pair = arena_grow(a, out->pair, out->pairs, &cap, sizeof(*out->pair));
		service_pair_read(q, a, &out->pair[out->pairs++]);
	}
	return query_rc(q);
}

static enum rc service_facts(struct query *q, struct arena *a, int64_t person, size_t *cap,
			     struct service *out)
{
	bind_int(q, person);
	while (query_next(q)) {
		struct service_fact *fact;

		out->fact = arena_grow(a, out->fact, out->facts, cap, sizeof(*out->fact));
		fact = &out->fact[out->facts++];
		fact->year = col_int(q);
		fact->name = col_text(q, a);
		fact->kind = col_int(q);
		fact->hours = col_number(q, FIELD_NOTHING);
		fact->number = col_text(q, a);
		fact->on_day = col_int(q);
	}
	return query_rc(q);
}

enum rc service_load(const struct store *s, struct arena *a, int64_t person, struct service *out)
{
	QUERY(courses, s,
	      "SELECT c.year, c.name, 0, c.hours, l.certificate, l.certified_on"
	      " FROM participation t JOIN learner l ON l.participation = t.id"
	      " JOIN course c ON c.id = l.course WHERE t.person = ?1 AND l.certified_on <> 0"
	      " ORDER BY c.year DESC, c.name");
	QUERY(awards, s,
	      "SELECT w.year, coalesce(i.name, w.reason), w.kind, NULL, w.number, w.on_day"
	      " FROM participation t JOIN award w ON w.participation = t.id"
	      " LEFT JOIN book_item i ON i.id = w.nomination"
	      " WHERE t.person = ?1 AND w.decided = 1 ORDER BY w.year DESC, w.kind");
	struct service list = { 0 };
	size_t cap = 0;
	enum rc rc = service_pairs(s, a, person, &list);

	if (!rc)
		rc = service_facts(courses, a, person, &cap, &list);
	if (!rc)
		rc = service_facts(awards, a, person, &cap, &list);
	if (!rc)
		*out = list;
	return rc;
}

enum rc receipts_load(const struct store *s, struct arena *a, int64_t year, struct receipts *out)
{
	QUERY(q, s,
	      "WITH given (participation, name, kind, what, number, received) AS ("
	      " SELECT l.participation, '', 0, c.name, l.certificate, l.received_on"
	      "  FROM course c JOIN learner l ON l.course = c.id"
	      "  WHERE c.year = ?1 AND l.certificate <> ''"
	      " UNION ALL"
	      " SELECT w.participation, w.name, w.kind, coalesce(i.name, ''), w.number,"
	      "  w.received_on FROM award w LEFT JOIN book_item i ON i.id = w.nomination"
	      "  WHERE w.year = ?1 AND w.decided = 1)"
	      " SELECT participation, name, kind, what, number, received FROM given"
	      " ORDER BY kind, length(number), number");
	struct receipts list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct receipt *row;

		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		row = &list.row[list.n++];
		row->participation = col_int(q);
		row->name = col_text(q, a);
		row->kind = col_int(q);
		row->what = col_text(q, a);
		row->number = col_text(q, a);
		row->received_on = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc member_result_put(struct store *s, const struct bond_member *member)
{
	QUERY(q, s, "UPDATE member SET result = ?2, passed = ?3, link = ?4 WHERE id = ?1");

	bind_int(q, member->id);
	bind_text(q, member->result);
	bind_int(q, member->passed);
	bind_text(q, member->link);
	if (query_run(q) == RC_OK && !query_changes(q))
		return err_set(RC_NOT_FOUND, _("This pair is not in the file any more."));
	return query_rc(q);
}

static enum rc entry_mark_remove(struct store *s, const struct entry_mark *mark)
{
	QUERY(q, s, "DELETE FROM entry_mark WHERE entry = ?1 AND expert = ?2 AND criterion = ?3");

	bind_int(q, mark->entry);
	bind_int(q, mark->expert);
	bind_int(q, mark->criterion);
	return query_run(q);
}

enum rc entry_mark_put(struct store *s, const struct entry_mark *mark)
{
	QUERY(q, s,
	      "INSERT INTO entry_mark (entry, expert, criterion, mark) VALUES (?1, ?2, ?3, ?4)"
	      " ON CONFLICT (entry, expert, criterion) DO UPDATE SET mark = ?4");

	if (!mark->mark)
		return entry_mark_remove(s, mark);
	bind_int(q, mark->entry);
	bind_int(q, mark->expert);
	bind_int(q, mark->criterion);
	bind_int(q, mark->mark);
	return query_run(q);
}
