/* Reading people. */
#include "nastavnik/store/read/person.h"

#include "nastavnik/base/i18n.h"
#include "person_private.h"
#include "query.h"

/* What every query on people selects, in the order person_read() takes it. */
#define PERSON_FROM                               \
	"SELECT " PERSON_COLUMNS " FROM person p" \
	" LEFT JOIN person_year y ON y.person = p.id AND y.year = "

struct person person_read(struct query *q, struct arena *a)
{
	struct person p;

	p.id = col_int(q);
	p.family = col_text(q, a);
	p.given = col_text(q, a);
	p.patronymic = col_text(q, a);
	p.birth = col_int(q);
	p.phone = col_text(q, a);
	p.email = col_text(q, a);
	p.note = col_text(q, a);
	p.year = col_int(q);
	p.kind = col_int(q);
	p.class_name = col_text(q, a);
	p.position = col_text(q, a);
	p.place = col_text(q, a);
	p.left_on = col_int(q);
	p.left_why = col_text(q, a);
	return p;
}

void person_nobody(struct person *p)
{
	*p = (struct person){ .family = "",
			      .given = "",
			      .patronymic = "",
			      .phone = "",
			      .email = "",
			      .note = "",
			      .class_name = "",
			      .position = "",
			      .place = "",
			      .left_why = "" };
}

enum rc person_page(const struct store *s, struct arena *a, int64_t year, const int64_t *ids,
		    size_t n, struct person *row)
{
	SNAPSHOT(s); /* locks are taken once, not for each of them */
	QUERY(q, s, PERSON_FROM "?2 WHERE p.id = ?1");
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && rc == RC_OK; i++) {
		bind_int(q, ids[i]);
		bind_int(q, year);
		if (query_next(q))
			row[i] = person_read(q, a);
		else
			person_nobody(&row[i]);
		rc = query_rc(q);
		query_again(q);
	}
	return rc;
}

enum rc person_count(const struct store *s, int64_t year, int64_t *out)
{
	QUERY(q, s, "SELECT count(*) FROM person_year WHERE year = ?1 AND left_on = 0");

	bind_int(q, year);
	if (query_next(q))
		*out = col_int(q);
	return query_rc(q);
}

enum rc person_any(const struct store *s, bool *out)
{
	QUERY(q, s, "SELECT EXISTS (SELECT 1 FROM person)");

	if (query_next(q))
		*out = col_int(q) != 0;
	return query_rc(q);
}

static enum rc newest_year(const struct store *s, int64_t id, int64_t *out)
{
	QUERY(q, s, "SELECT coalesce(max(year), 0) FROM person_year WHERE person = ?1");

	bind_int(q, id);
	if (query_next(q))
		*out = col_int(q);
	return query_rc(q);
}

enum rc person_get(const struct store *s, struct arena *a, int64_t id, int64_t year,
		   struct person *out)
{
	struct person p;

	if (!year && newest_year(s, id, &year) != RC_OK)
		return err_last()->code;
	if (person_page(s, a, year, &id, 1, &p) != RC_OK)
		return err_last()->code;
	if (!p.id)
		return err_set(RC_NOT_FOUND, _("This person is not in the file any more."));
	*out = p;
	return RC_OK;
}

enum rc person_load(const struct store *s, struct arena *a, int64_t year, struct people *out)
{
	QUERY(q, s,
	      "SELECT " PERSON_COLUMNS " FROM person_year y JOIN person p ON p.id = y.person"
	      " WHERE y.year = ?1 AND y.left_on = 0 ORDER BY y.name_key, y.class_key, y.kind, "
	      "y.person");
	struct people list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		if (list.n == cap)
			list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = person_read(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}
