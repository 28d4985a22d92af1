/* Reading the journal. */
#include "nastavnik/store/read/step.h"
#include "query.h"

#define STEP_COLUMNS "id, at, sitting, operator, name, detail, schema, barrier, status, rows"

static struct step step_read(struct query *q, struct arena *a)
{
	struct step step;

	step.id = col_int(q);
	step.at = col_int(q);
	step.sitting = col_int(q);
	step.operator= col_text(q, a);
	step.name = col_text(q, a);
	step.detail = col_text(q, a);
	step.schema = col_int(q);
	step.barrier = col_int(q);
	step.status = col_int(q);
	step.rows = col_int(q);
	return step;
}

enum rc step_list(const struct store *s, struct arena *a, size_t limit, struct steps *out)
{
	QUERY(q, s, "SELECT " STEP_COLUMNS " FROM step ORDER BY id DESC LIMIT ?1");
	struct steps list = { 0 };
	size_t cap = 0;

	bind_int(q, limit ? (int64_t)limit : -1);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = step_read(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static enum rc step_one(struct query *q, struct arena *a, struct step *out)
{
	bool there = query_next(q);

	if (there)
		*out = step_read(q, a);
	return query_rc(q) != RC_OK ? query_rc(q) : there ? RC_OK : RC_NOT_FOUND;
}

enum rc step_get(const struct store *s, struct arena *a, int64_t id, struct step *out)
{
	QUERY(q, s, "SELECT " STEP_COLUMNS " FROM step WHERE id = ?1");

	bind_int(q, id);
	return step_one(q, a, out);
}

enum rc step_to_undo(const struct store *s, struct arena *a, struct step *out)
{
	QUERY(q, s, "SELECT " STEP_COLUMNS " FROM step WHERE status = 1 ORDER BY id DESC LIMIT 1");

	return step_one(q, a, out);
}

enum rc step_to_redo(const struct store *s, struct arena *a, struct step *out)
{
	QUERY(q, s, "SELECT " STEP_COLUMNS " FROM step WHERE status = 2 ORDER BY id LIMIT 1");

	return step_one(q, a, out);
}
