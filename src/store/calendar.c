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

/* Behind the theme: how many mentees, the mentor, the first mentee. */
#define MEETING_NAMES_SQL                                                          \
	" m.theme, (SELECT count(*) FROM member WHERE bond = b.id AND state = 1)," \
	" p.family, p.given, p.patronymic, r.family, r.given, r.patronymic FROM bond b"
#define MEETING_SIDES_SQL                                 \
	" LEFT JOIN participation t ON t.id = b.mentor"   \
	" LEFT JOIN person p ON p.id = t.person"          \
	" LEFT JOIN participation u ON u.id ="            \
	"   (SELECT mentee FROM member WHERE bond = b.id" \
	"    ORDER BY state, id LIMIT 1)"                 \
	" LEFT JOIN person r ON r.id = u.person"
/* The pair's newest meeting, which says when the next one is to be; nobody waits for one of a pair
 * that has ended. */
#define MEETING_LAST_SQL                                                      \
	" JOIN meeting m ON m.id = (SELECT id FROM meeting WHERE bond = b.id" \
	"   ORDER BY on_day DESC, id DESC LIMIT 1)"
#define MEETING_PLANNED_SQL                                  \
	" WHERE b.year = ?1 AND m.next_on BETWEEN ?2 AND ?3" \
	" AND m.next_on > m.on_day"                          \
	" AND EXISTS (SELECT 1 FROM member WHERE bond = b.id AND state = 1)"
#define MEETING_HELD_SQL                   \
	" JOIN meeting m ON m.bond = b.id" \
	" AND m.on_day BETWEEN ?2 AND ?3 AND m.on_day > 0"

static struct person name_read(struct query *q, struct arena *a)
{
	struct person p = {
		.class_name = "", .position = "", .place = "", .phone = "", .email = "", .note = ""
	};

	p.family = col_text(q, a);
	p.given = col_text(q, a);
	p.patronymic = col_text(q, a);
	return p;
}

static enum rc meetings_read(struct reading *r, struct query *q, enum calendar_kind kind)
{
	bind_span(q, r);
	while (query_next(q)) {
		struct calendar_entry *e = entry_add(r, kind);

		head_read(q, e);
		if (!r->query->names)
			continue;
		e->name = col_text(q, r->arena);
		e->count = col_int(q);
		e->mentor = name_read(q, r->arena);
		e->mentee = name_read(q, r->arena);
	}
	return query_rc(q);
}

static enum rc planned_read(struct reading *r)
{
	static const char named[] =
		"SELECT m.next_on, m.id, b.id," MEETING_NAMES_SQL MEETING_LAST_SQL MEETING_SIDES_SQL
			MEETING_PLANNED_SQL;
	static const char bare[] =
		"SELECT m.next_on, m.id, b.id FROM bond b" MEETING_LAST_SQL MEETING_PLANNED_SQL;
	QUERY_OF(q, r->store, r->query->names ? named : bare);

	return meetings_read(r, q, CALENDAR_MEETING);
}

static enum rc held_read(struct reading *r)
{
	static const char named[] =
		"SELECT m.on_day, m.id, b.id," MEETING_NAMES_SQL MEETING_HELD_SQL MEETING_SIDES_SQL
		" WHERE b.year = ?1";
	static const char bare[] =
		"SELECT m.on_day, m.id, b.id FROM bond b" MEETING_HELD_SQL " WHERE b.year = ?1";
	QUERY_OF(q, r->store, r->query->names ? named : bare);

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
	      "SELECT c.until, c.kind, min(c.person), count(DISTINCT c.person)"
	      " FROM participation t"
	      " JOIN person_year y ON y.person = t.person AND y.year = t.year AND y.left_on = 0"
	      " JOIN consent c ON c.person = t.person"
	      " WHERE t.year = ?1 AND c.until BETWEEN ?2 AND ?3 AND c.until > 0"
	      " AND c.withdrawn_on = 0"
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

/* How diaries are asked for in the year. */
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

/* Bonds that were at work in the month, and how many of them have handed in. */
static enum rc diary_count(struct reading *r, const struct diary_rule *rule, int month, int due)
{
	QUERY(q, r->store,
	      "SELECT count(*), count(d.bond) FROM bond b"
	      " LEFT JOIN diary d ON d.bond = b.id AND d.month = ?2 AND d.handed_on > 0"
	      " WHERE b.year = ?1 AND EXISTS (SELECT 1 FROM member m WHERE m.bond = b.id"
	      "   AND max(m.from_on, ?3) < ?5"
	      "   AND CASE WHEN m.to_on THEN m.to_on ELSE ?4 END >= ?2)");

	bind_int(q, r->query->year);
	bind_int(q, month);
	bind_int(q, rule->from);
	bind_int(q, rule->to);
	bind_int(q, date_add_months(month, 1));
	if (query_next(q)) {
		int64_t count = col_int(q), handed = col_int(q);

		if (count) {
			struct calendar_entry *e = entry_add(r, CALENDAR_DIARY);

			e->day = e->until = due;
			e->id = month;
			e->count = count;
			e->done = handed;
		}
	}
	return query_rc(q);
}

static enum rc diaries_read(struct reading *r)
{
	struct diary_rule rule = { 0 };
	enum rc rc = diary_rule_read(r, &rule);
	int month = date_make((int)r->query->year, 9, 1);

	for (int i = 0; i < 12 && !rc && rule.asked; i++, month = date_add_months(month, 1)) {
		int due = diary_due(month, (int)rule.day);

		if (due >= r->query->from && due <= r->query->to)
			rc = diary_count(r, &rule, month, due);
	}
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

	for (int kind = 1; kind <= CALENDAR_KINDS; kind++)
		if (query->kinds & CALENDAR_BIT(kind) && readers[kind](&r) != RC_OK)
			return err_last()->code;
	if (r.found.n)
		qsort(r.found.row, r.found.n, sizeof(*r.found.row), by_day);
	*out = r.found;
	return RC_OK;
}
