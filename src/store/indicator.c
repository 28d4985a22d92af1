/* Indicators: facts to count from, values, targets. */
#include "nastavnik/store/write/indicator.h"

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/survey.h"
#include "nastavnik/store/read/headcount.h"
#include "query.h"

/* Facts */

static enum rc people_load(const struct store *s, struct arena *a, int64_t year,
			   struct indicator_facts *facts)
{
	QUERY(q, s,
	      "SELECT t.id, t.person, t.role, y.kind, p.birth, y.class_name, y.place,"
	      " coalesce(b.code, ''), t.joined, y.left_on,"
	      " EXISTS (SELECT 1 FROM request r WHERE r.participation = t.id)"
	      "   OR t.topic_words <> '' OR EXISTS (SELECT 1 FROM trait x JOIN book_item i"
	      "     ON i.id = x.item WHERE x.participation = t.id AND i.book = ?2),"
	      " coalesce((SELECT min(r.on_day) FROM request r"
	      "   WHERE r.participation = t.id AND r.on_day > 0), 0),"
	      " t.trained,"
	      " coalesce((SELECT min(l.certified_on) FROM learner l"
	      "   WHERE l.participation = t.id AND l.certified_on > 0), 0),"
	      " EXISTS (SELECT 1 FROM participation o"
	      "   WHERE o.person = t.person AND o.role = 1 AND o.year < t.year)"
	      " FROM participation t JOIN person p ON p.id = t.person"
	      " JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " LEFT JOIN book_item b ON b.id = t.subbase"
	      " WHERE t.year = ?1 ORDER BY y.name_key, t.id");
	size_t cap = 0;

	bind_int(q, year);
	bind_int(q, BOOK_REQUEST);
	while (query_next(q)) {
		struct indicator_person *p;

		facts->person =
			arena_grow(a, facts->person, facts->people, &cap, sizeof(*facts->person));
		p = &facts->person[facts->people++];
		p->id = col_int(q);
		p->person = col_int(q);
		p->role = col_int(q);
		p->kind = col_int(q);
		p->birth = col_int(q);
		p->class_name = col_text(q, a);
		p->place = utf8_fold(a, col_text(q, a));
		p->subbase = col_text(q, a);
		p->joined = col_int(q);
		p->left = col_int(q);
		p->asked = col_int(q);
		p->asked_on = col_int(q);
		p->trained = col_int(q);
		p->certified = col_int(q);
		p->before = col_int(q);
	}
	return query_rc(q);
}

static enum rc school_load(const struct store *s, struct arena *a, int64_t year,
			   struct indicator_facts *facts)
{
	QUERY(q, s,
	      "SELECT y.kind, p.birth, y.class_name, y.left_on,"
	      " EXISTS (SELECT 1 FROM participation t"
	      "   WHERE t.person = y.person AND t.year = y.year)"
	      " FROM person_year y JOIN person p ON p.id = y.person"
	      " WHERE y.year = ?1 AND y.kind IN (1, 2)");
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct indicator_person *p;

		facts->school =
			arena_grow(a, facts->school, facts->schooled, &cap, sizeof(*facts->school));
		p = &facts->school[facts->schooled++];
		*p = (struct indicator_person){ .kind = col_int(q) };
		p->birth = col_int(q);
		p->class_name = col_text(q, a);
		p->left = col_int(q);
		p->role = col_int(q);
	}
	return query_rc(q);
}

/* A row more, with what all begin with: an id and a day. */
static struct fact *fact_read(struct query *q, struct arena *a, struct fact_rows *rows, size_t *cap)
{
	struct fact *fact;

	rows->row = arena_grow(a, rows->row, rows->n, cap, sizeof(*rows->row));
	fact = &rows->row[rows->n++];
	*fact = (struct fact){ .name = "" };
	fact->id = col_int(q);
	fact->on = col_int(q);
	return fact;
}

static enum rc facts_read(struct query *q, struct arena *a, struct fact_rows *out)
{
	size_t cap = 0;

	while (query_next(q))
		fact_read(q, a, out, &cap)->yes = col_int(q);
	return query_rc(q);
}

static enum rc events_load(const struct store *s, struct arena *a, int64_t year,
			   struct fact_rows *out)
{
	QUERY(q, s, "SELECT id, on_day, outside FROM event WHERE year = ?1 ORDER BY on_day, id");

	bind_int(q, year);
	return facts_read(q, a, out);
}

static enum rc practices_load(const struct store *s, struct arena *a, int64_t year,
			      struct fact_rows *out)
{
	QUERY(q, s,
	      "SELECT id, reviewed_on, 0 FROM practice WHERE year = ?1 ORDER BY reviewed_on, id");

	bind_int(q, year);
	return facts_read(q, a, out);
}

static enum rc guests_load(const struct store *s, struct arena *a, int64_t year,
			   struct fact_rows *out)
{
	QUERY(q, s,
	      "SELECT g.id, e.on_day, e.outside, t.id, y.kind FROM event e"
	      " JOIN guest g ON g.event = e.id JOIN participation t ON t.id = g.participation"
	      " JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " WHERE e.year = ?1 ORDER BY y.name_key, g.id");
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct fact *fact = fact_read(q, a, out, &cap);

		fact->yes = col_int(q);
		fact->whose = col_int(q);
		fact->kind = col_int(q);
	}
	return query_rc(q);
}

/* Those that a programme counts as enterprises. */
static enum rc partners_load(const struct store *s, struct arena *a, int64_t year,
			     struct fact_rows *out)
{
	QUERY(q, s,
	      "SELECT p.id, p.agreed_on, p.gives, p.name FROM partner p"
	      " JOIN book_item i ON i.id = p.kind"
	      " WHERE p.year = ?1 AND i.code IN ('enterprise', 'business')"
	      " ORDER BY p.name, p.id");
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct fact *fact = fact_read(q, a, out, &cap);

		fact->yes = col_int(q);
		fact->name = utf8_fold(a, col_text(q, a));
	}
	return query_rc(q);
}

static int64_t is_satisfied(const struct survey_item *item, int64_t value)
{
	int64_t good = item_good(item);

	return good != FIELD_NOTHING && value >= good;
}

/* Final questionnaires with an answer to the question of satisfaction. */
static enum rc sheets_load(const struct store *s, struct arena *a, int64_t year,
			   struct fact_rows *out)
{
	QUERY(q, s,
	      "SELECT h.id, h.filled_on, coalesce(t.id, 0), coalesce(t.role, v.role, 0),"
	      " i.kind, i.low, i.high, i.good, w.value"
	      " FROM survey v JOIN survey_item i ON i.survey = v.id AND i.code = 'satisfaction'"
	      " JOIN sheet h ON h.survey = v.id AND h.rival IS NULL"
	      " JOIN answer w ON w.sheet = h.id AND w.item = i.id AND w.status = 1"
	      " LEFT JOIN participation t ON t.id = h.participation"
	      " LEFT JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " WHERE v.year = ?1 AND v.kind = 1 AND v.wave = 2 ORDER BY y.name_key, h.id");
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct fact *fact = fact_read(q, a, out, &cap);
		struct survey_item item = { 0 };

		fact->whose = col_int(q);
		fact->role = col_int(q);
		item.kind = col_int(q);
		item.low = col_number(q, FIELD_NOTHING);
		item.high = col_number(q, FIELD_NOTHING);
		item.good = col_number(q, FIELD_NOTHING);
		fact->yes = is_satisfied(&item, col_int(q));
	}
	return query_rc(q);
}

static enum rc headcounts_load(const struct store *s, int64_t year, struct indicator_facts *facts)
{
	enum rc rc = RC_OK;

	for (enum headcount i = 0; !rc && i < HEADCOUNTS; i++)
		rc = headcount_get(s, year, headcount_rules[i].code, &facts->typed[i]);
	return rc;
}

enum rc indicator_facts_load(const struct store *s, struct arena *a, int64_t year,
			     struct indicator_facts *out)
{
	SNAPSHOT(s);
	struct indicator_facts facts = { 0 };
	enum rc rc = people_load(s, a, year, &facts);

	if (!rc)
		rc = school_load(s, a, year, &facts);
	if (!rc)
		rc = events_load(s, a, year, &facts.event);
	if (!rc)
		rc = guests_load(s, a, year, &facts.guest);
	if (!rc)
		rc = partners_load(s, a, year, &facts.partner);
	if (!rc)
		rc = practices_load(s, a, year, &facts.practice);
	if (!rc)
		rc = sheets_load(s, a, year, &facts.sheet);
	if (!rc)
		rc = headcounts_load(s, year, &facts);
	if (!rc)
		*out = facts;
	return rc;
}

/* Values */

enum rc indicator_values_load(const struct store *s, struct arena *a, int64_t year,
			      struct indicator_values *out)
{
	QUERY(q, s,
	      "SELECT v.indicator, v.moment, v.value, v.part, v.whole, v.on_day, v.typed, v.basis"
	      " FROM indicator i JOIN indicator_value v ON v.indicator = i.id"
	      " WHERE i.year = ?1 ORDER BY v.indicator, v.moment");
	struct indicator_values values = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct indicator_value *v;

		values.row = arena_grow(a, values.row, values.n, &cap, sizeof(*values.row));
		v = &values.row[values.n++];
		v->indicator = col_int(q);
		v->moment = col_int(q);
		v->value = col_number(q, FIELD_NOTHING);
		v->part = col_number(q, FIELD_NOTHING);
		v->whole = col_number(q, FIELD_NOTHING);
		v->on_day = col_int(q);
		v->typed = col_int(q);
		v->basis = col_text(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = values;
	return query_rc(q);
}

enum rc indicator_value_put(struct store *s, const struct indicator_value *v)
{
	QUERY(q, s,
	      "INSERT INTO indicator_value"
	      " (indicator, moment, value, part, whole, on_day, typed, basis)"
	      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
	      " ON CONFLICT (indicator, moment) DO UPDATE SET value = excluded.value,"
	      " part = excluded.part, whole = excluded.whole, on_day = excluded.on_day,"
	      " typed = excluded.typed, basis = excluded.basis");

	bind_int(q, v->indicator);
	bind_int(q, v->moment);
	bind_number(q, v->value, FIELD_NOTHING);
	bind_number(q, v->part, FIELD_NOTHING);
	bind_number(q, v->whole, FIELD_NOTHING);
	bind_int(q, v->on_day);
	bind_int(q, v->typed);
	bind_text(q, v->basis);
	return query_run(q);
}

enum rc indicator_value_forget(struct store *s, int64_t indicator, int64_t moment)
{
	QUERY(q, s, "DELETE FROM indicator_value WHERE indicator = ?1 AND moment = ?2");

	bind_int(q, indicator);
	bind_int(q, moment);
	return query_run(q);
}

/* Days */

enum rc indicator_days_get(const struct store *s, int64_t year, struct indicator_days *out)
{
	QUERY(q, s, "SELECT told_start, told_between, told_end FROM year WHERE year = ?1");
	struct indicator_days days = { 0 };

	bind_int(q, year);
	if (!query_next(q))
		return query_rc(q)
			       ? query_rc(q)
			       : err_set(RC_NOT_FOUND, _("This school year is not in the file."));
	for (int m = MOMENT_START; m <= MOMENT_END; m++)
		days.on[m] = col_int(q);
	*out = days;
	return query_rc(q);
}

enum rc indicator_days_put(struct store *s, int64_t year, const struct indicator_days *days)
{
	QUERY(q, s,
	      "UPDATE year SET told_start = ?2, told_between = ?3, told_end = ?4"
	      " WHERE year = ?1");

	bind_int(q, year);
	for (int m = MOMENT_START; m <= MOMENT_END; m++)
		bind_int(q, days->on[m]);
	return query_run(q);
}

/* Targets */

enum rc target_list(const struct store *s, struct arena *a, struct targets *out)
{
	QUERY(q, s,
	      "SELECT code, year, value, history FROM target"
	      " ORDER BY code, history DESC, year");
	struct targets targets = { 0 };
	size_t cap = 0;

	while (query_next(q)) {
		struct target *t;

		targets.row = arena_grow(a, targets.row, targets.n, &cap, sizeof(*targets.row));
		t = &targets.row[targets.n++];
		t->code = col_text(q, a);
		t->year = col_int(q);
		t->value = col_int(q);
		t->history = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = targets;
	return query_rc(q);
}

enum rc target_put(struct store *s, const struct target *target)
{
	QUERY(put, s,
	      "INSERT INTO target (code, year, value, history) VALUES (?1, ?2, ?3, ?4)"
	      " ON CONFLICT (code, year) DO UPDATE SET value = ?3, history = ?4");
	QUERY(forget, s, "DELETE FROM target WHERE code = ?1 AND year = ?2");
	struct query *q = target->value == FIELD_NOTHING ? forget : put;

	bind_text(q, target->code);
	bind_int(q, target->year);
	if (q == put) {
		bind_int(q, target->value);
		bind_int(q, target->history);
	}
	return query_run(q);
}

enum rc targets_add(struct store *s, const struct targets *targets)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < targets->n && !rc; i++)
		rc = target_put(s, &targets->row[i]);
	return rc;
}
