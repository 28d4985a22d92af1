#include "nastavnik/store/write/growth.h"

#include "query.h"

enum rc growth_list(const struct store *s, struct arena *a, int64_t year, struct growths *out)
{
	QUERY(q, s,
	      "SELECT g.measure, g.participation, g.moment, g.value FROM measure m"
	      " JOIN growth g ON g.measure = m.id WHERE m.year = ?1"
	      " ORDER BY g.measure, g.participation, g.moment");
	struct growths list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct growth *cell;

		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		cell = &list.row[list.n++];
		cell->measure = col_int(q);
		cell->participation = col_int(q);
		cell->moment = col_int(q);
		cell->value = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc growth_of_measure(const struct store *s, int64_t measure, int64_t *n)
{
	QUERY(q, s, "SELECT count(*) FROM growth WHERE measure = ?1");

	bind_int(q, measure);
	if (query_next(q))
		*n = col_int(q);
	return query_rc(q);
}

static enum rc cell_clear(struct store *s, const struct growth *cell)
{
	QUERY(q, s, "DELETE FROM growth WHERE measure = ?1 AND participation = ?2 AND moment = ?3");

	bind_int(q, cell->measure);
	bind_int(q, cell->participation);
	bind_int(q, cell->moment);
	return query_run(q);
}

enum rc growth_put(struct store *s, const struct growth *cell)
{
	QUERY(q, s,
	      "INSERT INTO growth (measure, participation, moment, value) VALUES (?1, ?2, ?3, ?4)"
	      " ON CONFLICT DO UPDATE SET value = ?4");

	if (cell->value == FIELD_NOTHING)
		return cell_clear(s, cell);
	bind_int(q, cell->measure);
	bind_int(q, cell->participation);
	bind_int(q, cell->moment);
	bind_int(q, cell->value);
	return query_run(q);
}
