/* Requests kept under a name. */
#include "nastavnik/store/write/inquiry.h"

#include "nastavnik/base/id.h"
#include "query.h"

enum rc kept_inquiry_list(const struct store *s, struct arena *a, struct kept_inquiries *out)
{
	QUERY(q, s, "SELECT id, name, text FROM inquiry ORDER BY sort_key(name), id");
	struct kept_inquiries all = { 0 };
	size_t cap = 0;

	while (query_next(q)) {
		struct kept_inquiry *row;

		all.row = arena_grow(a, all.row, all.n, &cap, sizeof(*all.row));
		row = &all.row[all.n++];
		row->id = col_int(q);
		row->name = col_text(q, a);
		row->text = col_text(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = all;
	return query_rc(q);
}

enum rc kept_inquiry_put(struct store *s, struct kept_inquiry *inquiry)
{
	QUERY(q, s,
	      "INSERT INTO inquiry (id, name, text) VALUES (?1, ?2, ?3)"
	      " ON CONFLICT (id) DO UPDATE SET name = ?2, text = ?3");
	int64_t id = inquiry->id ? inquiry->id : id_new();

	bind_int(q, id);
	bind_text(q, inquiry->name);
	bind_text(q, inquiry->text);
	if (query_run(q) == RC_OK)
		inquiry->id = id;
	return query_rc(q);
}

enum rc kept_inquiry_delete(struct store *s, int64_t id)
{
	QUERY(q, s, "DELETE FROM inquiry WHERE id = ?1");

	bind_int(q, id);
	return query_run(q);
}
