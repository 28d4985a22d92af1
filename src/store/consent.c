/* Consents: a person's papers, and who has given what. */
#include "nastavnik/store/write/consent.h"

#include "consent_private.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "person_private.h"
#include "query.h"
#include "search.h"

#define CONSENT_SELECT                                                              \
	"SELECT c.id, c.person, c.year, c.kind, c.signed_on, c.signed_by, c.until," \
	" c.withdrawn_on FROM consent c"
/* A person's papers that have to do with a year. */
#define CONSENT_OF_PERSON                                                                          \
	CONSENT_SELECT " WHERE c.person = ?1 AND (c.year = ?2 OR (c.kind > 1 AND c.year < ?2 AND " \
		       "c.until > 0))"

static struct consent consent_read(struct query *q, struct arena *a)
{
	struct consent c;

	c.id = col_int(q);
	c.person = col_int(q);
	c.year = col_int(q);
	c.kind = col_int(q);
	c.signed_on = col_int(q);
	c.signed_by = col_text(q, a);
	c.until = col_int(q);
	c.withdrawn_on = col_int(q);
	return c;
}

static void sql_today(sqlite3_context *context, int argc, sqlite3_value **argv)
{
	(void)argc, (void)argv;
	sqlite3_result_int(context, date_today());
}

void consent_register(sqlite3 *db)
{
	sqlite3_create_function_v2(db, "today", 0, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, sql_today,
				   NULL, NULL, NULL);
}

enum rc consent_list(const struct store *s, struct arena *a, int64_t person, int64_t year,
		     struct consents *out)
{
	QUERY(q, s, CONSENT_OF_PERSON " ORDER BY c.signed_on DESC, c.kind, c.id");
	struct consents list = { 0 };
	size_t cap = 0;

	bind_int(q, person);
	bind_int(q, year);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = consent_read(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static enum rc no_such_consent(void)
{
	return err_set(RC_NOT_FOUND, _("This consent is not in the file any more."));
}

enum rc consent_get(const struct store *s, struct arena *a, int64_t id, struct consent *out)
{
	QUERY(q, s, CONSENT_SELECT " WHERE c.id = ?1");

	bind_int(q, id);
	if (query_next(q)) {
		*out = consent_read(q, a);
		return RC_OK;
	}
	return query_rc(q) != RC_OK ? query_rc(q) : no_such_consent();
}

/* The three marks of every row, from one statement that is asked for each of them. */
static enum rc marks_load(const struct store *s, int64_t year, struct consent_rows *rows)
{
	QUERY(q, s, CONSENT_OF_PERSON " ORDER BY c.signed_on, c.id");
	struct arena a = { 0 };
	int today = date_today();

	for (size_t i = 0; i < rows->n && query_rc(q) == RC_OK; i++) {
		struct consent_row *row = &rows->row[i];

		bind_int(q, row->person.id);
		bind_int(q, year);
		while (query_next(q)) {
			struct consent c = consent_read(q, &a);

			if (c.kind <= CONSENT_KINDS)
				consent_mark_add(&row->mark[c.kind - 1], &c, today);
		}
		query_again(q);
		arena_reset(&a);
	}
	arena_done(&a);
	return query_rc(q);
}

/* p and y as in PERSON_COLUMNS, t the part as a mentee, u as a mentor. */
#define ROWS                                                                                   \
	"SELECT t.id, u.id, t.representative, t.topic_words,"                                  \
	" (SELECT r.item FROM trait r JOIN book_item b ON b.id = r.item"                       \
	"   WHERE r.participation = t.id AND b.book = 1 ORDER BY r.place LIMIT "               \
	"1), " PERSON_COLUMNS " FROM person_year y JOIN person p ON p.id = y.person"           \
	" LEFT JOIN participation t ON t.person = y.person AND t.year = y.year AND t.role = 1" \
	" LEFT JOIN participation u ON u.person = y.person AND u.year = y.year AND u.role = 2" \
	" WHERE y.year = ?1 AND y.left_on = 0 AND "

static const char *const rows_sql[] = {
	[CONSENTS_OF_PARTICIPANTS] =
		ROWS "y.person IN (SELECT person FROM participation WHERE year = ?1)"
		     " ORDER BY (y.class_name = ''), y.class_key, y.name_key, y.person",
	[CONSENTS_OF_CLASS] = ROWS "y.kind <> 2 AND y.class_key = ?2 ORDER BY y.name_key, y.person",
	/* Who they are is in the index; the rows of all others need not be read. */
	[CONSENTS_OF_STAFF] =
		ROWS "y.person IN (SELECT k.person FROM person_year k WHERE k.year = ?1"
		     "   AND k.kind = 2 AND k.left_on = 0) AND y.place = ''"
		     " ORDER BY +y.name_key, y.person",
};

static enum rc rows_read(const struct store *s, struct arena *a, int64_t year,
			 enum consent_people people, const char *class_name,
			 struct consent_rows *list)
{
	QUERY_OF(q, s, rows_sql[people]);
	char class_key[KEY_SIZE];
	size_t cap = 0;

	bind_int(q, year);
	if (people == CONSENTS_OF_CLASS) {
		class_key_into(class_name, "", class_key);
		bind_text(q, class_key);
	}
	while (query_next(q)) {
		struct consent_row *row;

		list->row = arena_grow(a, list->row, list->n, &cap, sizeof(*list->row));
		row = &list->row[list->n++];
		*row = (struct consent_row){ 0 };
		row->mentee = col_int(q);
		row->mentor = col_int(q);
		row->representative = col_text(q, a);
		row->request_words = col_text(q, a);
		row->request = col_int(q);
		row->person = person_read(q, a);
	}
	return query_rc(q);
}

enum rc consent_rows_load(const struct store *s, struct arena *a, int64_t year,
			  enum consent_people people, const char *class_name,
			  struct consent_rows *out)
{
	SNAPSHOT(s);
	struct consent_rows list = { 0 };
	enum rc rc = rows_read(s, a, year, people, class_name, &list);

	if (rc == RC_OK)
		rc = marks_load(s, year, &list);
	if (rc == RC_OK)
		*out = list;
	return rc;
}

enum rc class_list(const struct store *s, struct arena *a, int64_t year, struct classes *out)
{
	/* Classes are counted in the index alone; rows are read only of who stands in none. */
	QUERY(q, s,
	      "SELECT name, n FROM (SELECT (SELECT class_name FROM person_year z"
	      "   WHERE z.person = g.person AND z.year = ?1) AS name, g.n, g.class_key"
	      "  FROM (SELECT class_key, min(person) AS person, count(*) AS n FROM person_year"
	      "    WHERE year = ?1 AND class_key < '~' AND kind <> 2 AND left_on = 0"
	      "    GROUP BY class_key) g"
	      " UNION ALL SELECT min(class_name), count(*), class_key FROM person_year"
	      "  WHERE year = ?1 AND class_name <> '' AND person IN"
	      "   (SELECT k.person FROM person_year k WHERE k.year = ?1 AND k.class_key >= '~'"
	      "    AND k.kind <> 2 AND k.left_on = 0) GROUP BY class_key)"
	      " ORDER BY class_key");
	struct classes list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n].name = col_text(q, a);
		list.row[list.n++].pupils = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static void bind_consent(struct query *q, const struct consent *c)
{
	bind_int(q, c->id);
	bind_int(q, c->person);
	bind_int(q, c->year);
	bind_int(q, c->kind);
	bind_int(q, c->signed_on);
	bind_text(q, c->signed_by);
	bind_int(q, c->until);
	bind_int(q, c->withdrawn_on);
}

static enum rc consent_insert(struct store *s, const struct consent *c)
{
	QUERY(q, s,
	      "INSERT INTO consent (id, person, year, kind, signed_on, signed_by, until,"
	      " withdrawn_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");

	bind_consent(q, c);
	return query_run(q);
}

static enum rc consent_update(struct store *s, const struct consent *c)
{
	QUERY(q, s,
	      "UPDATE consent SET person = ?2, year = ?3, kind = ?4, signed_on = ?5,"
	      " signed_by = ?6, until = ?7, withdrawn_on = ?8 WHERE id = ?1");

	bind_consent(q, c);
	if (query_run(q) == RC_OK && !query_changes(q))
		return no_such_consent();
	return query_rc(q);
}

enum rc consent_put(struct store *s, struct consent *c)
{
	struct consent row = *c;
	enum rc rc;

	if (!row.id)
		row.id = id_new();
	rc = c->id ? consent_update(s, &row) : consent_insert(s, &row);
	if (rc == RC_OK)
		c->id = row.id;
	return rc;
}

enum rc consent_delete(struct store *s, int64_t id)
{
	QUERY(q, s, "DELETE FROM consent WHERE id = ?1");

	bind_int(q, id);
	if (query_run(q) == RC_OK && !query_changes(q))
		return no_such_consent();
	return query_rc(q);
}

enum rc consent_move(struct store *s, int64_t from, int64_t to)
{
	QUERY(twice, s,
	      "DELETE FROM consent WHERE person = ?1 AND EXISTS (SELECT 1 FROM consent c"
	      " WHERE c.person = ?2 AND c.year = consent.year AND c.kind = consent.kind"
	      " AND c.signed_on = consent.signed_on)");
	QUERY(rest, s, "UPDATE consent SET person = ?2 WHERE person = ?1");

	bind_int(twice, from);
	bind_int(twice, to);
	bind_int(rest, from);
	bind_int(rest, to);
	if (query_run(twice) != RC_OK)
		return query_rc(twice);
	return query_run(rest);
}
