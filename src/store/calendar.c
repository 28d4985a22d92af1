/* What stands in the calendar of a year, one constant query a kind. */
#include "nastavnik/store/read/calendar.h"

#include <stdlib.h>

#include "nastavnik/base/date.h"
#include "query.h"

struct reading {
	const struct store *store;
	struct arena *arena;
	const struct calendar_query *query;
	struct calendar found;
	size_t cap;
	struct calendar_pair *pair; /* when names are asked for, by bond */
	size_t pairs;
};

static struct calendar_entry *entry_add(struct reading *r, enum calendar_kind kind)
{
	struct calendar *c = &r->found;

	c->row = arena_grow(r->arena, c->row, c->n, &r->cap, sizeof(*c->row));
	c->row[c->n] = (struct calendar_entry){ .kind = kind, .name = "", .whole = "" };
	return &c->row[c->n++];
}

static void bind_span(struct query *q, const struct reading *r)
{
	bind_int(q, r->query->year);
	bind_int(q, r->query->from);
	bind_int(q, r->query->to);
}

/* The columns that every query begins with. */
static void head_read(struct query *q, struct calendar_entry *e)
{
	e->day = e->until = col_int(q);
	e->id = col_int(q);
	e->of = col_int(q);
}

static enum rc tasks_read(struct reading *r)
{
	QUERY(q, r->store,
	      "SELECT due, id, stage, name, done_on, optional FROM task"
	      " WHERE year = ?1 AND due BETWEEN ?2 AND ?3 AND due > 0");

	bind_span(q, r);
	while (query_next(q)) {
		struct calendar_entry *e = entry_add(r, CALENDAR_TASK);

		head_read(q, e);
		e->name = col_text(q, r->arena);
		e->done = col_int(q);
		e->optional = col_int(q) != 0;
	}
	return query_rc(q);
}

/* The pairs of the year, by id: looked up once a pair, not once a meeting. */
static enum rc pairs_read(struct reading *r)
{
	QUERY(q, r->store,
	      "SELECT b.id, (SELECT count(*) FROM member WHERE bond = b.id AND state = 1),"
	      " p.family, p.given, s.family, s.given FROM bond b"
	      " LEFT JOIN participation t ON t.id = b.mentor"
	      " LEFT JOIN person p ON p.id = t.person"
	      " LEFT JOIN participation u ON u.id ="
	      "   (SELECT mentee FROM member WHERE bond = b.id ORDER BY state, id LIMIT 1)"
	      " LEFT JOIN person s ON s.id = u.person"
	      " WHERE b.year = ?1 ORDER BY b.id");
	size_t cap = 0;

	bind_int(q, r->query->year);
	while (query_next(q)) {
		struct calendar_pair *pair;

		r->pair = arena_grow(r->arena, r->pair, r->pairs, &cap, sizeof(*r->pair));
		pair = &r->pair[r->pairs++];
		pair->bond = col_int(q);
		pair->mentees = col_int(q);
		pair->mentor.family = col_text(q, r->arena);
		pair->mentor.given = col_text(q, r->arena);
		pair->mentee.family = col_text(q, r->arena);
		pair->mentee.given = col_text(q, r->arena);
	}
	return query_rc(q);
}

static int by_bond(const void *key, const void *row)
{
	int64_t bond = *(const int64_t *)key, other = ((const struct calendar_pair *)row)->bond;

	return (bond > other) - (bond < other);
}

static enum rc meetings_read(struct reading *r, struct query *q, enum calendar_kind kind)
{
	while (query_next(q)) {
		struct calendar_entry *e = entry_add(r, kind);

		head_read(q, e);
		e->name = col_text(q, r->arena);
		if (r->query->names)
			e->pair = bsearch(&e->of, r->pair, r->pairs, sizeof(*r->pair), by_bond);
	}
	return query_rc(q);
}

/* The pair's newest meeting says when the next one is to be; nobody waits for one of a pair that
 * has ended. */
static enum rc planned_read(struct reading *r)
{
	QUERY(q, r->store,
	      "SELECT m.next_on, m.id, b.id, '' FROM bond b"
	      " JOIN meeting m ON m.id = (SELECT id FROM meeting WHERE bond = b.id"
	      "   ORDER BY on_day DESC, id DESC LIMIT 1)"
	      " WHERE b.year = ?1 AND m.next_on BETWEEN ?2 AND ?3 AND m.next_on > m.on_day"
	      " AND EXISTS (SELECT 1 FROM member WHERE bond = b.id AND state = 1)");

	bind_span(q, r);
	return meetings_read(r, q, CALENDAR_MEETING);
}

static enum rc held_read(struct reading *r)
{
	QUERY(q, r->store,
	      "SELECT m.on_day, m.id, b.id, CASE WHEN ?4 THEN m.theme ELSE '' END FROM bond b JOIN "
	      "meeting m ON m.bond = b.id"
	      " AND m.on_day BETWEEN ?2 AND ?3 AND m.on_day > 0 WHERE b.year = ?1");

	bind_span(q, r);
	bind_int(q, r->query->names);
	return meetings_read(r, q, CALENDAR_HELD);
}

static enum rc events_read(struct reading *r)
{
	QUERY(q, r->store,
	      "SELECT on_day, id, stage, until, name FROM event"
	      " WHERE year = ?1 AND on_day <= ?3 AND max(on_day, until) >= ?2 AND on_day > 0");

	bind_span(q, r);
	while (query_next(q)) {
		struct calendar_entry *e = entry_add(r, CALENDAR_EVENT);
		int64_t until;

		head_read(q, e);
		until = col_int(q);
		if (until > e->day)
			e->until = until;
		e->name = col_text(q, r->arena);
	}
	return query_rc(q);
}

/* What has a name and something it belongs to. */
static enum rc named_read(struct reading *r, struct query *q, enum calendar_kind kind)
{
	bind_span(q, r);
	while (query_next(q)) {
		struct calendar_entry *e = entry_add(r, kind);

		head_read(q, e);
		e->name = col_text(q, r->arena);
		e->whole = col_text(q, r->arena);
	}
	return query_rc(q);
}

static enum rc lessons_read(struct reading *r)
{
	QUERY(q, r->store,
	      "SELECT l.on_day, l.id, c.id, l.name, c.name FROM course c"
	      " JOIN lesson l ON l.course = c.id"
	      " WHERE c.year = ?1 AND l.on_day BETWEEN ?2 AND ?3 AND l.on_day > 0");

	return named_read(r, q, CALENDAR_LESSON);
}

static enum rc tests_read(struct reading *r)
{
	QUERY(q, r->store,
	      "SELECT test_on, id, id, name, '' FROM course"
	      " WHERE year = ?1 AND test_on BETWEEN ?2 AND ?3 AND test_on > 0");

	return named_read(r, q, CALENDAR_TEST);
}

static enum rc contests_read(struct reading *r)
{
	QUERY(q, r->store,
	      "SELECT d.day, d.id, d.step, d.name, '' FROM ("
	      " SELECT taken_to AS day, id, 1 AS step, name, year FROM contest"
	      " UNION ALL SELECT judged_to, id, 2, name, year FROM contest"
	      " UNION ALL SELECT awards_on, id, 3, name, year FROM contest) d"
	      " WHERE d.year = ?1 AND d.day BETWEEN ?2 AND ?3 AND d.day > 0");

	return named_read(r, q, CALENDAR_CONTEST);
}

static enum rc agreements_read(struct reading *r)
{
	QUERY(q, r->store,
	      "SELECT until, id, id, agreement, name FROM partner"
	      " WHERE year = ?1 AND until BETWEEN ?2 AND ?3 AND until > 0");

	return named_read(r, q, CALENDAR_AGREEMENT);
}

/* Of those who take part, by their last day and kind; a newer consent makes an older one's end
 * nobody's business. */
static enum rc consents_read(struct reading *r)
{
	QUERY(q, r->store,
	      "SELECT c.until, c.kind, min(c.person), count(DISTINCT c.person) FROM consent c"
	      " WHERE c.until BETWEEN ?2 AND ?3 AND c.until > 0 AND c.withdrawn_on = 0"
	      " AND EXISTS (SELECT 1 FROM participation t JOIN person_year y"
	      "   ON y.person = t.person AND y.year = t.year AND y.left_on = 0"
	      "   WHERE t.person = c.person AND t.year = ?1)"
	      " AND NOT EXISTS (SELECT 1 FROM consent d WHERE d.person = c.person"
	      "   AND d.kind = c.kind AND d.withdrawn_on = 0"
	      "   AND (d.until = 0 OR d.until > c.until))"
	      " GROUP BY c.until, c.kind");

	bind_span(q, r);
	while (query_next(q)) {
		struct calendar_entry *e = entry_add(r, CALENDAR_CONSENT);

		head_read(q, e);
		e->count = col_int(q);
	}
	return query_rc(q);
}

/* How diaries are asked for in the year, and from when to when bonds are at work in it. */
struct diary_rule {
	int64_t asked, day, from, to;
};

static enum rc diary_rule_read(const struct reading *r, struct diary_rule *rule)
{
	QUERY(q, r->store,
	      "SELECT diaries, diary_day, bond_from, bond_to FROM year WHERE year = ?1");

	bind_int(q, r->query->year);
	if (query_next(q)) {
		rule->asked = col_int(q);
		rule->day = col_int(q);
		rule->from = col_int(q);
		rule->to = col_int(q);
	}
	return query_rc(q);
}

/* The day of the next month by which the diaries of a month are handed in. */
static int diary_due(int month, int day)
{
	int last = date_add_days(date_add_months(month, 2), -1);
	int due = date_add_days(date_add_months(month, 1), day > 0 ? day - 1 : 0);

	return due < last ? due : last;
}

/* The diaries of the months from September on: how many there are, how many were handed in. */
enum { DIARY_MONTHS = 12 };

struct diary_months {
	int first[DIARY_MONTHS + 1];
	int64_t count[DIARY_MONTHS], handed[DIARY_MONTHS];
};

/* A bond keeps a diary in every month of which it is at work a day. */
static enum rc diary_bonds_read(const struct reading *r, const struct diary_rule *rule,
				struct diary_months *months)
{
	QUERY(q, r->store,
	      "SELECT min(max(m.from_on, ?2)), max(CASE WHEN m.to_on THEN m.to_on ELSE ?3 END)"
	      " FROM bond b JOIN member m ON m.bond = b.id WHERE b.year = ?1 GROUP BY b.id");

	bind_int(q, r->query->year);
	bind_int(q, rule->from);
	bind_int(q, rule->to);
	while (query_next(q)) {
		int64_t from = col_int(q), to = col_int(q);

		for (int i = 0; i < DIARY_MONTHS; i++)
			months->count[i] += from < months->first[i + 1] && to >= months->first[i];
	}
	return query_rc(q);
}

static enum rc diary_handed_read(const struct reading *r, struct diary_months *months)
{
	QUERY(q, r->store,
	      "SELECT d.month, count(*) FROM bond b JOIN diary d ON d.bond = b.id"
	      " WHERE b.year = ?1 AND d.handed_on > 0 GROUP BY d.month");

	bind_int(q, r->query->year);
	while (query_next(q)) {
		int64_t month = col_int(q), handed = col_int(q);

		for (int i = 0; i < DIARY_MONTHS; i++)
			if (months->first[i] == month)
				months->handed[i] = handed;
	}
	return query_rc(q);
}

static void diaries_add(struct reading *r, const struct diary_rule *rule,
			const struct diary_months *months)
{
	for (int i = 0; i < DIARY_MONTHS; i++) {
		int due = diary_due(months->first[i], (int)rule->day);
		struct calendar_entry *e;

		if (!months->count[i] || due < r->query->from || due > r->query->to)
			continue;
		e = entry_add(r, CALENDAR_DIARY);
		e->day = e->until = due;
		e->id = months->first[i];
		e->count = months->count[i];
		e->done = months->handed[i];
	}
}

static enum rc diaries_read(struct reading *r)
{
	struct diary_months months = { 0 };
	struct diary_rule rule = { 0 };
	enum rc rc = diary_rule_read(r, &rule);

	for (int i = 0; i <= DIARY_MONTHS; i++)
		months.first[i] = date_add_months(date_make((int)r->query->year, 9, 1), i);
	if (!rc && rule.asked)
		rc = diary_bonds_read(r, &rule, &months);
	if (!rc && rule.asked)
		rc = diary_handed_read(r, &months);
	if (!rc)
		diaries_add(r, &rule, &months);
	return rc;
}

static enum rc (*const readers[CALENDAR_KINDS + 1])(struct reading *r) = {
	[CALENDAR_TASK] = tasks_read,       [CALENDAR_MEETING] = planned_read,
	[CALENDAR_HELD] = held_read,        [CALENDAR_EVENT] = events_read,
	[CALENDAR_LESSON] = lessons_read,   [CALENDAR_TEST] = tests_read,
	[CALENDAR_CONTEST] = contests_read, [CALENDAR_DIARY] = diaries_read,
	[CALENDAR_CONSENT] = consents_read, [CALENDAR_AGREEMENT] = agreements_read,
};

/* What is over stands behind what is to come. */
static int64_t rank(const struct calendar_entry *e)
{
	return e->kind == CALENDAR_HELD ? CALENDAR_KINDS + 1 : e->kind;
}

static int by_day(const void *a, const void *b)
{
	const struct calendar_entry *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->kind != y->kind)
		return rank(x) < rank(y) ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

enum rc calendar_load(const struct store *s, struct arena *a, const struct calendar_query *query,
		      struct calendar *out)
{
	SNAPSHOT(s);
	struct reading r = { .store = s, .arena = a, .query = query };

	if (query->names &&
	    query->kinds & (CALENDAR_BIT(CALENDAR_MEETING) | CALENDAR_BIT(CALENDAR_HELD)) &&
	    pairs_read(&r) != RC_OK)
		return err_last()->code;
	for (int kind = 1; kind <= CALENDAR_KINDS; kind++)
		if (query->kinds & CALENDAR_BIT(kind) && readers[kind](&r) != RC_OK)
			return err_last()->code;
	if (r.found.n)
		qsort(r.found.row, r.found.n, sizeof(*r.found.row), by_day);
	*out = r.found;
	return RC_OK;
}
