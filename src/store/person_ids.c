/* Which people are in a list: in any order, found by letters. */
#include "person_ids.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/store/read/person.h"
#include "nastavnik/store/read/store.h"
#include "query.h"

/*
 * One constant query a column and direction. The first three need nothing but the index
 * person_year_list, and by name, in its very order, not even a sort. The others walk through both
 * tables in the order that they lie in (CROSS JOIN keeps it), not from name to name all over the
 * file.
 */
#define LIST_WHERE                                                          \
	" WHERE y.year = ?1 AND (?2 = 0 OR y.kind = ?2)"                    \
	" AND (?3 = '' OR substr(y.class_key, 1, length(?3)) = ?3)"         \
	" AND (?4 = 2 OR (y.left_on > 0) = ?4)"                             \
	" AND (?5 = 0 OR (?5 = 3) <> EXISTS (SELECT 1 FROM participation t" \
	"   WHERE t.person = y.person AND t.year = y.year AND (?5 = 3 OR t.role = ?5))) ORDER BY "
#define LIST_COLUMNS "SELECT y.person, y.name_key, y.class_key FROM "
#define LIST_ALONE LIST_COLUMNS "person_year y" LIST_WHERE
#define LIST_JOIN LIST_COLUMNS "person p CROSS JOIN person_year y ON y.person = p.id" LIST_WHERE
#define BY(key) .up = LIST_ALONE key ", y.name_key", .down = LIST_ALONE key " DESC, y.name_key"
#define BY_JOIN(key) .up = LIST_JOIN key ", y.name_key", .down = LIST_JOIN key " DESC, y.name_key"

static const struct person_sort {
	const char *field; /* of person_fields */
	const char *up, *down;
} person_sorts[] = {
	{ .field = "family",
	  .up = LIST_ALONE "y.name_key, y.class_key, y.kind, y.person",
	  .down = LIST_ALONE "y.name_key DESC, y.class_key DESC, y.kind DESC, y.person DESC" },
	{ .field = "class_name", BY("y.class_key") },
	{ .field = "kind", BY("y.kind") },
	{ .field = "position", BY_JOIN("sort_key(y.position)") },
	{ .field = "place", BY_JOIN("sort_key(y.place)") },
	{ .field = "given", BY_JOIN("sort_key(p.given)") },
	{ .field = "patronymic", BY_JOIN("sort_key(p.patronymic)") },
	{ .field = "birth", BY_JOIN("p.birth") },
	{ .field = "phone", BY_JOIN("p.phone") },
	{ .field = "email", BY_JOIN("p.email") },
	{ .field = "note", BY_JOIN("sort_key(p.note)") },
};

static const char *person_sort_sql(const struct person_query *query)
{
	const struct person_sort *sort = &person_sorts[0];

	for (size_t i = 0; query->sort && i < sizeof(person_sorts) / sizeof(person_sorts[0]); i++)
		if (strcmp(person_sorts[i].field, query->sort) == 0)
			sort = &person_sorts[i];
	return query->descending ? sort->down : sort->up;
}

void person_list_clear(struct person_list *list)
{
	free(list->ids.row);
	str_done(&list->texts);
	*list = (struct person_list){ 0 };
}

static void list_add(struct person_list *list, struct query *q)
{
	const void *key;
	size_t n;

	list->ids.row = mem_grow(list->ids.row, list->ids.n, &list->cap, sizeof(*list->ids.row));
	list->ids.row[list->ids.n++] = col_int(q);
	key = col_blob(q, &n);
	str_add_n(&list->texts, key, n);
	str_add_char(&list->texts, '\n');
	key = col_blob(q, &n);
	str_add_n(&list->texts, key, n);
	str_add_char(&list->texts, '\0');
}

static enum rc list_read(const struct store *s, struct person_list *list)
{
	QUERY_OF(q, s, list->key.sql);

	list->ids.n = 0;
	str_clear(&list->texts);
	bind_int(q, list->key.year);
	bind_int(q, list->key.kind);
	bind_text(q, list->key.class_key);
	bind_int(q, list->key.left);
	bind_int(q, list->key.part);
	while (query_next(q))
		list_add(list, q);
	return query_rc(q);
}

static bool key_is_same(const struct person_list_key *a, const struct person_list_key *b)
{
	return a->sql == b->sql && a->stamp == b->stamp && a->year == b->year &&
	       a->kind == b->kind && a->left == b->left && a->part == b->part &&
	       strcmp(a->class_key, b->class_key) == 0;
}

/* Have the list of the query in s->people; the filter is not looked at. */
static enum rc list_get(const struct store *s, const struct person_query *query)
{
	struct person_list_key key = { .sql = person_sort_sql(query),
				       .stamp = store_stamp(s),
				       .year = query->year,
				       .kind = query->kind,
				       .part = query->part,
				       .left = query->left };
	struct person_list *list = s->people;
	enum rc rc;

	if (query->class_name && query->class_name[0])
		class_key_into(query->class_name, "", key.class_key);
	if (key_is_same(&key, &list->key))
		return RC_OK;
	list->key = key;
	rc = list_read(s, list);
	if (rc != RC_OK || s->step->open) /* what a step has written may be rolled back */
		list->key.sql = NULL;
	return rc;
}

/* By name, those whose surname was typed stand first. */
static struct ids list_find(const struct person_list *list, struct arena *a,
			    const struct search *search, bool by_name)
{
	struct ids ids = { ARENA_NEW(a, int64_t, list->ids.n), 0 }, rest = { 0 };
	const char *text = str_text(&list->texts);

	if (search && by_name)
		rest.row = ARENA_NEW(a, int64_t, list->ids.n);
	for (size_t i = 0; i < list->ids.n; i++, text += strlen(text) + 1) {
		if (search && !search_found(search, text))
			continue;
		if (search && by_name && !search_begins(search, text))
			rest.row[rest.n++] = list->ids.row[i];
		else
			ids.row[ids.n++] = list->ids.row[i];
	}
	if (rest.n)
		memcpy(ids.row + ids.n, rest.row, rest.n * sizeof(*rest.row));
	ids.n += rest.n;
	return ids;
}

enum rc person_ids(const struct store *s, struct arena *a, const struct person_query *query,
		   struct ids *out)
{
	enum rc rc = list_get(s, query);

	if (rc == RC_OK)
		*out = list_find(s->people, a, search_new(a, query->filter),
				 person_sort_sql(query) == person_sorts[0].up);
	return rc;
}
