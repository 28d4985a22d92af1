#include "nastavnik/store/read/subbase.h"

#include "query.h"

enum rc subbase_counts_load(const struct store *s, struct arena *a, int64_t year,
			    struct subbase_counts *out)
{
	QUERY(q, s,
	      "SELECT coalesce(t.subbase, 0), count(*), sum(t.capacity),"
	      " count(*) FILTER (WHERE EXISTS (SELECT 1 FROM bond b JOIN member m ON m.bond = b.id"
	      "   WHERE b.mentor = t.id AND m.state = 1))"
	      " FROM participation t JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " WHERE t.year = ?1 AND t.role = 2 AND y.left_on = 0 GROUP BY 1 ORDER BY 2 DESC, 1");
	struct subbase_counts counts = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		struct subbase_count *row;

		counts.row = arena_grow(a, counts.row, counts.n, &cap, sizeof(*counts.row));
		row = &counts.row[counts.n++];
		row->subbase = col_int(q);
		row->mentors = col_int(q);
		row->places = col_int(q);
		row->busy = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = counts;
	return query_rc(q);
}
