/* Stage 6 in bulk: the pairs of a year with what was held, planned and handed in. */
#include "nastavnik/store/write/work.h"

#include <stdlib.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/bond.h"
#include "query.h"

#define OF_YEAR " WHERE bond IN (SELECT id FROM bond WHERE year = ?1)"

static enum rc no_such_year(int64_t year)
{
	char name[12];

	return err_set(RC_NOT_FOUND, _("The file has no school year %s."), year_name(year, name));
}

enum rc work_rules_get(const struct store *s, int64_t year, struct work_rules *out)
{
	QUERY(q, s,
	      "SELECT diaries, diary_day, meet_every, effective_meetings, effective_plan"
	      " FROM year WHERE year = ?1");

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q) != RC_OK ? query_rc(q) : no_such_year(year);
	out->diaries = col_int(q);
	out->diary_day = col_int(q);
	out->meet_every = col_int(q);
	out->effective_meetings = col_int(q);
	out->effective_plan = col_int(q);
	return RC_OK;
}

enum rc work_rules_put(struct store *s, int64_t year, const struct work_rules *rules)
{
	QUERY(q, s,
	      "UPDATE year SET diaries = ?2, diary_day = ?3, meet_every = ?4,"
	      " effective_meetings = ?5, effective_plan = ?6 WHERE year = ?1");

	bind_int(q, year);
	bind_int(q, rules->diaries);
	bind_int(q, rules->diary_day);
	bind_int(q, rules->meet_every);
	bind_int(q, rules->effective_meetings);
	bind_int(q, rules->effective_plan);
	if (query_run(q) == RC_OK && !query_changes(q))
		return no_such_year(year);
	return query_rc(q);
}

enum rc diaries_load(const struct store *s, struct arena *a, int64_t year, struct diaries *out)
{
	QUERY(q, s,
	      "SELECT bond, month, handed_on, read_on, mark, remark FROM diary" OF_YEAR
	      " ORDER BY bond, month");
	struct diaries list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct diary *d;

		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		d = &list.row[list.n++];
		d->bond = col_int(q);
		d->month = col_int(q);
		d->handed_on = col_int(q);
		d->read_on = col_int(q);
		d->mark = col_number(q, FIELD_NOTHING);
		d->remark = col_text(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc diary_put(struct store *s, const struct diary *d)
{
	QUERY(put, s,
	      "INSERT INTO diary (bond, month, handed_on, read_on, mark, remark)"
	      " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (bond, month)"
	      " DO UPDATE SET handed_on = ?3, read_on = ?4, mark = ?5, remark = ?6");
	QUERY(forget, s, "DELETE FROM diary WHERE bond = ?1 AND month = ?2");
	struct query *q = diary_is_empty(d) ? forget : put;

	bind_int(q, d->bond);
	bind_int(q, d->month);
	if (q == put) {
		bind_int(q, d->handed_on);
		bind_int(q, d->read_on);
		bind_number(q, d->mark, FIELD_NOTHING);
		bind_text(q, d->remark);
	}
	return query_run(q);
}

/* Pairs */

static struct person person_read(struct query *q, struct arena *a)
{
	struct person p = { .phone = "", .email = "", .note = "", .place = "", .left_why = "" };

	p.family = col_text(q, a);
	p.given = col_text(q, a);
	p.patronymic = col_text(q, a);
	p.kind = col_int(q);
	p.class_name = col_text(q, a);
	p.position = col_text(q, a);
	return p;
}

/* One more membership of a pair: it works as long as any of them. */
static void member_add(struct work *w, int64_t from, int64_t to, bool active)
{
	w->mentees++;
	if (from < w->from)
		w->from = from;
	if (active == w->active ? to > w->to : active)
		w->to = to;
	w->active |= active;
}

static enum rc bonds_load(const struct store *s, struct arena *a, const struct year *year,
			  struct works *out)
{
	QUERY(q, s,
	      "SELECT b.id, b.form, b.role_model, m.from_on, m.to_on, m.state, m.passed,"
	      " p.family, p.given, p.patronymic, y.kind, y.class_name, y.position,"
	      " r.family, r.given, r.patronymic, z.kind, z.class_name, z.position"
	      " FROM bond b JOIN member m ON m.bond = b.id"
	      " LEFT JOIN participation t ON t.id = b.mentor LEFT JOIN person p ON p.id = t.person"
	      " LEFT JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " LEFT JOIN participation u ON u.id = m.mentee LEFT JOIN person r ON r.id = u.person"
	      " LEFT JOIN person_year z ON z.person = u.person AND z.year = u.year"
	      " WHERE b.year = ?1 ORDER BY y.name_key, b.id, m.state, z.name_key, m.id");
	struct works list = { 0 };
	size_t cap = 0;

	bind_int(q, year->year);
	while (query_next(q)) {
		struct work w = { .bond = col_int(q), .mentees = 1 }, *last;
		int64_t state;
		bool whole;

		w.form = col_int(q);
		w.role_model = col_int(q);
		w.from = col_int(q);
		w.to = col_int(q);
		state = col_int(q);
		whole = col_int(q) || state == MEMBER_ACTIVE || !w.to || w.to >= year->bond_to;
		w.from = w.from ? w.from : year->bond_from;
		w.to = w.to ? w.to : year->bond_to;
		w.active = state == MEMBER_ACTIVE;
		w.mentor = person_read(q, a);
		w.mentee = person_read(q, a);
		last = list.n ? &list.row[list.n - 1] : NULL;
		if (last && last->bond == w.bond) {
			member_add(last, w.from, w.to, w.active);
			last->early &= !whole;
			continue;
		}
		w.early = !whole;
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = w;
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

/* By id, to which the counts of other tables are brought. */
struct work_index {
	struct work **row;
	size_t n;
};

static int by_bond(const void *a, const void *b)
{
	const struct work *const *x = a, *const *y = b;

	return ((*x)->bond > (*y)->bond) - ((*x)->bond < (*y)->bond);
}

static struct work_index index_make(struct arena *a, struct works *works)
{
	struct work_index index = { ARENA_NEW(a, struct work *, works->n), works->n };

	for (size_t i = 0; i < works->n; i++)
		index.row[i] = &works->row[i];
	qsort(index.row, index.n, sizeof(*index.row), by_bond);
	return index;
}

/* NULL: a pair without a member, which is none. */
static struct work *index_find(const struct work_index *index, int64_t bond)
{
	struct work key = { .bond = bond }, *wanted = &key;
	struct work **at = bsearch(&wanted, index->row, index->n, sizeof(*index->row), by_bond);

	return at ? *at : NULL;
}

/* Of the newest meeting SQLite takes the whole row: it is the one that max() has found. */
static enum rc meetings_count(const struct store *s, int64_t year, int on,
			      const struct work_index *index)
{
	QUERY(q, s,
	      "SELECT bond, next_on, count(*), max(on_day) FROM meeting" OF_YEAR
	      " AND on_day <= ?2 GROUP BY bond");

	bind_int(q, year);
	bind_int(q, on);
	while (query_next(q)) {
		struct work none, *w = index_find(index, col_int(q));

		w = w ? w : &none;
		w->next = col_int(q);
		w->meetings = col_int(q);
		w->last = col_int(q);
	}
	return query_rc(q);
}

/* A line without a day is due when the year's pairs end. */
static enum rc plans_count(const struct store *s, const struct year *year, int on,
			   const struct work_index *index)
{
	QUERY(q, s,
	      "SELECT bond, count(*), count(*) FILTER (WHERE done_on <> 0"
	      "   OR CASE due WHEN 0 THEN ?3 ELSE due END <= ?2),"
	      " count(*) FILTER (WHERE done_on <> 0) FROM plan_item" OF_YEAR " GROUP BY bond");

	bind_int(q, year->year);
	bind_int(q, on);
	bind_int(q, year->bond_to);
	while (query_next(q)) {
		struct work none, *w = index_find(index, col_int(q));

		w = w ? w : &none;
		w->plan = col_int(q);
		w->due = col_int(q);
		w->done = col_int(q);
	}
	return query_rc(q);
}

static enum rc diaries_count(const struct store *s, int64_t year, int on,
			     const struct work_index *index)
{
	QUERY(q, s, "SELECT bond, month, handed_on, read_on FROM diary" OF_YEAR);

	bind_int(q, year);
	while (query_next(q)) {
		struct work *w = index_find(index, col_int(q));
		int month = work_month_of(year, (int)col_int(q));
		int64_t handed = col_int(q), read = col_int(q);

		if (!w || month < 0)
			continue;
		w->handed |= (unsigned)(handed && handed <= on) << month;
		w->read |= (unsigned)(read && read <= on) << month;
	}
	return query_rc(q);
}

static enum rc pauses_load(const struct store *s, struct arena *a, int64_t year,
			   const struct work_index *index)
{
	QUERY(count, s, "SELECT count(*) FROM pause" OF_YEAR);
	QUERY(q, s, "SELECT bond, on_day, until FROM pause" OF_YEAR " ORDER BY bond, on_day");
	struct pause_span *span = NULL;

	bind_int(count, year);
	bind_int(q, year);
	if (query_next(count))
		span = ARENA_NEW(a, struct pause_span, (size_t)col_int(count));
	while (span && query_next(q)) {
		struct work *w = index_find(index, col_int(q));

		span->from = col_int(q);
		span->until = col_int(q);
		if (!w)
			continue;
		if (!w->pauses++)
			w->pause = span;
		span++;
	}
	return query_rc(count) != RC_OK ? query_rc(count) : query_rc(q);
}

enum rc works_load(const struct store *s, struct arena *a, const struct year *year, int on,
		   struct works *out)
{
	SNAPSHOT(s);
	struct works works;
	struct work_index index;
	enum rc rc = bonds_load(s, a, year, &works);

	if (rc)
		return rc;
	index = index_make(a, &works);
	if (meetings_count(s, year->year, on, &index) || plans_count(s, year, on, &index) ||
	    diaries_count(s, year->year, on, &index) || pauses_load(s, a, year->year, &index))
		return err_last()->code;
	*out = works;
	return RC_OK;
}
