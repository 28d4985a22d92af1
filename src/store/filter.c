/* Filters of lists kept under a name. */
#include "nastavnik/store/write/filter.h"
#include "nastavnik/base/id.h"
#include "query.h"

enum rc kept_filter_list(const struct store *s, struct arena *a, const char *list,
			 struct kept_filters *out)
{
	QUERY(q, s,
	      "SELECT id, list, name, text FROM list_filter WHERE list = ?1"
	      " ORDER BY sort_key(name), id");
	struct kept_filters all = { 0 };
	size_t cap = 0;

	bind_text(q, list);
	while (query_next(q)) {
		struct kept_filter *row;

		all.row = arena_grow(a, all.row, all.n, &cap, sizeof(*all.row));
		row = &all.row[all.n++];
		row->id = col_int(q);
		row->list = col_text(q, a);
		row->name = col_text(q, a);
		row->text = col_text(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = all;
	return query_rc(q);
}

enum rc kept_filter_put(struct store *s, struct kept_filter *filter)
{
	QUERY(q, s,
	      "INSERT INTO list_filter (id, list, name, text) VALUES (?1, ?2, ?3, ?4)"
	      " ON CONFLICT (id) DO UPDATE SET list = ?2, name = ?3, text = ?4");
	int64_t id = filter->id ? filter->id : id_new();

	bind_int(q, id);
	bind_text(q, filter->list);
	bind_text(q, filter->name);
	bind_text(q, filter->text);
	if (query_run(q) == RC_OK)
		filter->id = id;
	return query_rc(q);
}

enum rc kept_filter_delete(struct store *s, int64_t id)
{
	QUERY(q, s, "DELETE FROM list_filter WHERE id = ?1");

	bind_int(q, id);
	return query_run(q);
}
