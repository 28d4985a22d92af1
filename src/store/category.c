/* Categories of persons. */
#include "nastavnik/store/write/category.h"
#include "query.h"

enum rc category_ids(const struct store *s, struct arena *a, int64_t person, int64_t year,
		     struct ids *out)
{
	QUERY(q, s,
	      "SELECT c.item FROM person_category c JOIN book_item b ON b.id = c.item"
	      " WHERE c.person = ?1 AND c.year = ?2 ORDER BY b.position, b.id");

	bind_int(q, person);
	bind_int(q, year);
	return ids_read(q, a, out);
}

enum rc category_count(const struct store *s, int64_t item, int64_t year, int64_t *people,
		       int64_t *mentees)
{
	QUERY(q, s,
	      "SELECT count(*), count(*) FILTER (WHERE EXISTS (SELECT 1 FROM participation t"
	      "   WHERE t.person = c.person AND t.year = c.year AND t.role = 1))"
	      " FROM person_category c"
	      " JOIN person_year y ON y.person = c.person AND y.year = c.year"
	      " WHERE c.item = ?1 AND c.year = ?2 AND y.left_on = 0");

	bind_int(q, item);
	bind_int(q, year);
	if (query_next(q)) {
		*people = col_int(q);
		*mentees = col_int(q);
	}
	return query_rc(q);
}

static bool ids_have(struct ids ids, int64_t id)
{
	for (size_t i = 0; i < ids.n; i++) {
		if (ids.row[i] == id)
			return true;
	}
	return false;
}

static enum rc category_add(struct store *s, int64_t person, int64_t year, int64_t item)
{
	QUERY(q, s,
	      "INSERT INTO person_category (person, year, item) VALUES (?1, ?2, ?3)"
	      " ON CONFLICT DO NOTHING");

	bind_int(q, person);
	bind_int(q, year);
	bind_int(q, item);
	return query_run(q);
}

static enum rc category_remove(struct store *s, int64_t person, int64_t year, int64_t item)
{
	QUERY(q, s, "DELETE FROM person_category WHERE person = ?1 AND year = ?2 AND item = ?3");

	bind_int(q, person);
	bind_int(q, year);
	bind_int(q, item);
	return query_run(q);
}

enum rc category_put(struct store *s, int64_t person, int64_t year, struct ids items)
{
	struct arena a = { 0 };
	struct ids there = { 0 };
	enum rc rc = category_ids(s, &a, person, year, &there);

	for (size_t i = 0; rc == RC_OK && i < there.n; i++) {
		if (!ids_have(items, there.row[i]))
			rc = category_remove(s, person, year, there.row[i]);
	}
	for (size_t i = 0; rc == RC_OK && i < items.n; i++)
		rc = category_add(s, person, year, items.row[i]);
	arena_done(&a);
	return rc;
}

enum rc category_move(struct store *s, int64_t from, int64_t to)
{
	QUERY(copy, s,
	      "INSERT INTO person_category (person, year, item)"
	      " SELECT ?2, year, item FROM person_category WHERE person = ?1"
	      " ON CONFLICT DO NOTHING");
	QUERY(gone, s, "DELETE FROM person_category WHERE person = ?1");

	bind_int(copy, from);
	bind_int(copy, to);
	bind_int(gone, from);
	if (query_run(copy) != RC_OK)
		return query_rc(copy);
	return query_run(gone);
}
