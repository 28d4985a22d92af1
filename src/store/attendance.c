#include "nastavnik/store/write/attendance.h"

#include "query.h"

enum rc attendance_list(const struct store *s, struct arena *a, int64_t course,
			struct presence_marks *out)
{
	QUERY(q, s,
	      "SELECT t.lesson, t.learner, t.state FROM lesson l JOIN attendance t"
	      " ON t.lesson = l.id WHERE l.course = ?1 ORDER BY t.lesson, t.learner");
	struct presence_marks list = { 0 };
	size_t cap = 0;

	bind_int(q, course);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n].lesson = col_int(q);
		list.row[list.n].learner = col_int(q);
		list.row[list.n++].state = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static enum rc cell_clear(struct store *s, const struct presence_mark *mark)
{
	QUERY(q, s, "DELETE FROM attendance WHERE lesson = ?1 AND learner = ?2");

	bind_int(q, mark->lesson);
	bind_int(q, mark->learner);
	return query_run(q);
}

enum rc attendance_put(struct store *s, const struct presence_mark *mark)
{
	QUERY(q, s,
	      "INSERT INTO attendance (lesson, learner, state) VALUES (?1, ?2, ?3)"
	      " ON CONFLICT DO UPDATE SET state = ?3");

	if (!mark->state)
		return cell_clear(s, mark);
	bind_int(q, mark->lesson);
	bind_int(q, mark->learner);
	bind_int(q, mark->state);
	return query_run(q);
}
