/* Sheets and their answers. */
#include "nastavnik/store/write/sheet.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "query.h"

#define SHEET_COLUMNS                                                                       \
	"h.id, h.survey, h.participation, h.event, h.batch, h.number, h.filled_on, h.note," \
	" h.entered_by, h.entered_at, h.seconds, h.keys, h.checked_by, h.checked_at,"       \
	" h.compared, h.source, h.origin, h.rival, h.decided_at"

static struct sheet sheet_read(struct query *q, struct arena *a)
{
	struct sheet h;

	h.id = col_int(q);
	h.survey = col_int(q);
	h.participation = col_int(q);
	h.event = col_int(q);
	h.batch = col_int(q);
	h.number = col_int(q);
	h.filled_on = col_int(q);
	h.note = col_text(q, a);
	h.entered_by = col_text(q, a);
	h.entered_at = col_int(q);
	h.seconds = col_int(q);
	h.keys = col_int(q);
	h.checked_by = col_text(q, a);
	h.checked_at = col_int(q);
	h.compared = col_int(q);
	h.source = col_text(q, a);
	h.origin = col_int(q);
	h.rival = col_int(q);
	h.decided_at = col_int(q);
	return h;
}

enum rc sheet_list(const struct store *s, struct arena *a, int64_t survey, struct sheets *out)
{
	QUERY(q, s,
	      "SELECT " SHEET_COLUMNS " FROM sheet h"
	      " LEFT JOIN participation t ON t.id = h.participation"
	      " WHERE h.survey = ?1 ORDER BY t.role, t.number, h.participation, h.number, h.id");
	struct sheets list = { 0 };
	size_t cap = 0;

	bind_int(q, survey);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = sheet_read(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static enum rc sheet_gone(void)
{
	return err_set(RC_NOT_FOUND, _("This sheet is not in the file any more."));
}

static struct answer answer_read(struct query *q, struct arena *a, bool words)
{
	struct answer answer = { .words = "" };

	answer.item = col_int(q);
	answer.status = col_int(q);
	answer.value = col_number(q, FIELD_NOTHING);
	answer.doubt = col_int(q);
	if (words)
		answer.words = col_text(q, a);
	else
		col_int(q); /* passed over */
	return answer;
}

static enum rc answers_read(const struct store *s, struct arena *a, int64_t sheet,
			    struct answers *out)
{
	QUERY(q, s,
	      "SELECT item, status, value, doubt, words FROM answer WHERE sheet = ?1"
	      " ORDER BY item");
	struct answers list = { 0 };
	size_t cap = 0;

	bind_int(q, sheet);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = answer_read(q, a, true);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc sheet_get(const struct store *s, struct arena *a, int64_t id, struct sheet *sheet,
		  struct answers *answers)
{
	QUERY(q, s, "SELECT " SHEET_COLUMNS " FROM sheet h WHERE h.id = ?1");
	SNAPSHOT(s);
	struct sheet head;
	enum rc rc;

	bind_int(q, id);
	if (!query_next(q))
		return query_rc(q) != RC_OK ? query_rc(q) : sheet_gone();
	head = sheet_read(q, a);
	rc = answers_read(s, a, id, answers);
	if (!rc)
		*sheet = head;
	return rc;
}

enum rc sheet_find(const struct store *s, int64_t survey, int64_t participation, int64_t *id)
{
	QUERY(q, s,
	      "SELECT id FROM sheet WHERE survey = ?1 AND participation = ?2 AND rival IS NULL"
	      " ORDER BY id LIMIT 1");

	bind_int(q, survey);
	bind_int(q, participation);
	*id = query_next(q) ? col_int(q) : 0;
	return query_rc(q);
}

enum rc sheet_next_number(const struct store *s, int64_t survey, int64_t *number)
{
	QUERY(q, s, "SELECT coalesce(max(number), 0) + 1 FROM sheet WHERE survey = ?1");

	bind_int(q, survey);
	if (query_next(q))
		*number = col_int(q);
	return query_rc(q);
}

enum rc sheet_answers(const struct store *s, struct arena *a, int64_t survey, bool words,
		      struct sheet_answers *out)
{
	QUERY(q, s,
	      "SELECT h.id, h.participation, w.item, w.status, w.value, w.doubt, w.words"
	      " FROM sheet h JOIN answer w ON w.sheet = h.id"
	      " WHERE h.survey = ?1 AND h.rival IS NULL ORDER BY h.id, w.item");
	struct sheet_answers list = { 0 };
	size_t cap = 0;

	bind_int(q, survey);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n].sheet = col_int(q);
		list.row[list.n].participation = col_int(q);
		list.row[list.n++].answer = answer_read(q, a, words);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static struct answer side_read(struct query *q, struct arena *a, int64_t item)
{
	struct answer answer = { .item = item };

	answer.status = col_int(q);
	answer.value = col_number(q, FIELD_NOTHING);
	answer.words = col_text(q, a);
	return answer;
}

enum rc mismatch_list(const struct store *s, struct arena *a, int64_t survey,
		      struct mismatches *out)
{
	QUERY(q, s,
	      "SELECT m.sheet, m.item, m.status1, m.value1, m.words1, m.status2, m.value2,"
	      " m.words2, m.taken FROM sheet h JOIN mismatch m ON m.sheet = h.id"
	      " WHERE h.survey = ?1 ORDER BY m.sheet, m.item");
	struct mismatches list = { 0 };
	size_t cap = 0;

	bind_int(q, survey);
	while (query_next(q)) {
		struct mismatch m = { 0 };

		m.sheet = col_int(q);
		m.item = col_int(q);
		m.first = side_read(q, a, m.item);
		m.second = side_read(q, a, m.item);
		m.taken = col_int(q);
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = m;
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc survey_counts(const struct store *s, struct arena *a, int64_t year,
		      struct survey_counts *out)
{
	QUERY(q, s,
	      "SELECT h.survey, sum(h.rival IS NULL),"
	      " count(DISTINCT CASE WHEN h.rival IS NULL THEN h.participation END),"
	      " sum(h.rival IS NULL AND h.checked_at > 0),"
	      " sum(h.rival IS NOT NULL AND h.decided_at = 0)"
	      " FROM survey v JOIN sheet h ON h.survey = v.id"
	      " WHERE v.year = ?1 GROUP BY h.survey");
	struct survey_counts list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct survey_count count;

		count.survey = col_int(q);
		count.sheets = col_int(q);
		count.people = col_int(q);
		count.checked = col_int(q);
		count.disputed = col_int(q);
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = count;
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc sheet_people(const struct store *s, struct arena *a, int64_t year, struct sheet_people *out)
{
	QUERY(q, s,
	      "SELECT v.code, h.participation FROM survey v JOIN sheet h ON h.survey = v.id"
	      " WHERE v.year = ?1 AND h.rival IS NULL AND h.participation IS NOT NULL"
	      " ORDER BY v.code, h.participation");
	struct sheet_people list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n].code = col_text(q, a);
		list.row[list.n++].participation = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc respondent_newest(const struct store *s, int64_t year, enum role role, int64_t *number)
{
	QUERY(q, s, "SELECT max(number) FROM participation WHERE year = ?1 AND role = ?2");

	bind_int(q, year);
	bind_int(q, role);
	if (query_next(q))
		*number = col_int(q);
	return query_rc(q);
}

enum rc respondent_list(const struct store *s, struct arena *a, int64_t year, int64_t role,
			struct respondents *out)
{
	QUERY(q, s,
	      "SELECT t.id, t.role, t.number, coalesce(t.form,"
	      "  (SELECT b.form FROM member m JOIN bond b ON b.id = m.bond"
	      "   WHERE m.mentee = t.id ORDER BY m.from_on DESC, b.id LIMIT 1),"
	      "  (SELECT b.form FROM bond b WHERE b.mentor = t.id ORDER BY b.id DESC LIMIT 1)),"
	      " rtrim(p.family || ' ' || p.given || ' ' || p.patronymic),"
	      " iif(y.class_name <> '', y.class_name, y.position), y.kind"
	      " FROM participation t JOIN person p ON p.id = t.person"
	      " JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " WHERE t.year = ?1 AND (?2 = 0 OR t.role = ?2) AND y.left_on = 0"
	      " ORDER BY t.role, y.name_key, t.id");
	struct respondents list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	bind_int(q, role);
	while (query_next(q)) {
		struct respondent r = { 0 };

		r.participation = col_int(q);
		r.role = (enum role)col_int(q);
		r.number = col_int(q);
		r.form = col_int(q);
		r.name = col_text(q, a);
		r.place = col_text(q, a);
		r.kind = col_int(q);
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = r;
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

/* Writing */

static void sheet_bind(struct query *q, const struct sheet *h)
{
	bind_int(q, h->id);
	bind_int(q, h->survey);
	bind_id(q, h->participation);
	bind_id(q, h->event);
	bind_id(q, h->batch);
	bind_int(q, h->number);
	bind_int(q, h->filled_on);
	bind_text(q, h->note);
	bind_text(q, h->entered_by);
	bind_int(q, h->entered_at);
	bind_int(q, h->seconds);
	bind_int(q, h->keys);
	bind_text(q, h->checked_by);
	bind_int(q, h->checked_at);
	bind_int(q, h->compared);
	bind_text(q, h->source);
	bind_int(q, h->origin);
	bind_id(q, h->rival);
	bind_int(q, h->decided_at);
}

#define SHEET_VALUES \
	"(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"
#define SHEET_NAMES                                                                      \
	"(id, survey, participation, event, batch, number, filled_on, note, entered_by," \
	" entered_at, seconds, keys, checked_by, checked_at, compared, source, origin,"  \
	" rival, decided_at)"

enum rc sheet_head_put(struct store *s, const struct sheet *sheet)
{
	QUERY(q, s, "UPDATE sheet SET " SHEET_NAMES " = " SHEET_VALUES " WHERE id = ?1");

	sheet_bind(q, sheet);
	if (query_run(q) == RC_OK && !query_changes(q))
		return sheet_gone();
	return query_rc(q);
}

static enum rc sheet_insert(struct store *s, const struct sheet *sheet)
{
	QUERY(q, s, "INSERT INTO sheet " SHEET_NAMES " VALUES " SHEET_VALUES);

	sheet_bind(q, sheet);
	return query_run(q);
}

static enum rc sheet_is_there(struct store *s, int64_t id, bool *there)
{
	QUERY(q, s, "SELECT 1 FROM sheet WHERE id = ?1");

	bind_int(q, id);
	*there = query_next(q);
	return query_rc(q);
}

static enum rc answer_remove(struct store *s, int64_t sheet, int64_t item)
{
	QUERY(q, s, "DELETE FROM answer WHERE sheet = ?1 AND item = ?2");

	bind_int(q, sheet);
	bind_int(q, item);
	return query_run(q);
}

enum rc answer_put(struct store *s, int64_t sheet, const struct answer *answer)
{
	QUERY(q, s,
	      "INSERT INTO answer (sheet, item, status, value, words, doubt)"
	      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
	      " ON CONFLICT DO UPDATE SET status = ?3, value = ?4, words = ?5, doubt = ?6");

	if (answer->status == ANSWER_OPEN)
		return answer_remove(s, sheet, answer->item);
	bind_int(q, sheet);
	bind_int(q, answer->item);
	bind_int(q, answer->status);
	bind_number(q, answer->status == ANSWER_GIVEN ? answer->value : FIELD_NOTHING,
		    FIELD_NOTHING);
	bind_text(q, answer->words);
	bind_int(q, answer->doubt);
	return query_run(q);
}

static enum rc answers_remove_others(struct store *s, struct arena *a, int64_t sheet,
				     const struct answers *answers)
{
	struct answers old = { 0 };
	enum rc rc = answers_read(s, a, sheet, &old);

	for (size_t i = 0; i < old.n && !rc; i++) {
		const struct answer *now = answer_of(answers, old.row[i].item);

		if (!now || now->status == ANSWER_OPEN)
			rc = answer_remove(s, sheet, old.row[i].item);
	}
	return rc;
}

/* Whose «Входная анкета» is here has handed it in, by the date on it or today. */
static enum rc entry_note(struct store *s, const struct sheet *sheet)
{
	QUERY(q, s,
	      "UPDATE participation SET entry_on = ?2 WHERE id = ?1 AND entry_on = 0"
	      " AND EXISTS (SELECT 1 FROM survey v WHERE v.id = ?3 AND v.wave = 1)");

	bind_int(q, sheet->participation);
	bind_int(q, sheet->filled_on ? sheet->filled_on : date_today());
	bind_int(q, sheet->survey);
	return query_run(q);
}

enum rc sheet_put(struct store *s, struct sheet *sheet, const struct answers *answers)
{
	struct arena a = { 0 };
	struct sheet fresh = *sheet;
	bool there = false;
	enum rc rc = RC_OK;

	if (fresh.id)
		rc = sheet_is_there(s, fresh.id, &there);
	else
		fresh.id = id_new();
	if (!rc)
		rc = there ? sheet_head_put(s, &fresh) : sheet_insert(s, &fresh);
	if (!rc && there)
		rc = answers_remove_others(s, &a, fresh.id, answers);
	for (size_t i = 0; i < answers->n && !rc; i++)
		if (answers->row[i].status != ANSWER_OPEN)
			rc = answer_put(s, fresh.id, &answers->row[i]);
	if (!rc && fresh.participation && !fresh.rival)
		rc = entry_note(s, &fresh);
	arena_done(&a);
	if (!rc)
		sheet->id = fresh.id;
	return rc;
}

static void side_bind(struct query *q, const struct answer *side)
{
	bind_int(q, side->status);
	bind_number(q, side->status == ANSWER_GIVEN ? side->value : FIELD_NOTHING, FIELD_NOTHING);
	bind_text(q, side->words);
}

enum rc mismatch_put(struct store *s, const struct mismatch *m)
{
	QUERY(q, s,
	      "INSERT INTO mismatch (sheet, item, status1, value1, words1, status2, value2, words2,"
	      " taken) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
	      " ON CONFLICT DO UPDATE SET status1 = ?3, value1 = ?4, words1 = ?5, status2 = ?6,"
	      " value2 = ?7, words2 = ?8, taken = ?9");

	bind_int(q, m->sheet);
	bind_int(q, m->item);
	side_bind(q, &m->first);
	side_bind(q, &m->second);
	bind_int(q, m->taken);
	return query_run(q);
}

enum rc sheet_delete(struct store *s, int64_t id)
{
	QUERY(rival_answers, s,
	      "DELETE FROM answer WHERE sheet = ?1 OR sheet IN"
	      " (SELECT id FROM sheet WHERE rival = ?1)");
	QUERY(mismatches, s, "DELETE FROM mismatch WHERE sheet = ?1");
	QUERY(rivals, s, "DELETE FROM sheet WHERE rival = ?1");
	QUERY(itself, s, "DELETE FROM sheet WHERE id = ?1");
	struct query *all[] = { rival_answers, mismatches, rivals, itself };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		bind_int(all[i], id);
		if (query_run(all[i]) != RC_OK)
			return query_rc(all[i]);
	}
	return query_changes(itself) ? RC_OK : sheet_gone();
}

enum rc respondent_number_put(struct store *s, int64_t participation, int64_t number)
{
	QUERY(q, s, "UPDATE participation SET number = ?2 WHERE id = ?1");

	bind_int(q, participation);
	bind_int(q, number);
	if (query_run(q) == RC_OK && !query_changes(q))
		return err_set(RC_NOT_FOUND, _("This person is not in the file any more."));
	return query_rc(q);
}
