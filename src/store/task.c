#include "nastavnik/store/write/task.h"

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "query.h"

#define TASK_SELECT                                                                          \
	"SELECT id, year, stage, code, name, position, optional, due, done_on, responsible," \
	" result, note FROM task"

static struct task task_read(struct query *q, struct arena *a)
{
	struct task t;

	t.id = col_int(q);
	t.year = col_int(q);
	t.stage = col_int(q);
	t.code = col_text(q, a);
	t.name = col_text(q, a);
	t.position = col_int(q);
	t.optional = col_int(q);
	t.due = col_int(q);
	t.done_on = col_int(q);
	t.responsible = col_text(q, a);
	t.result = col_text(q, a);
	t.note = col_text(q, a);
	return t;
}

enum rc task_list(const struct store *s, struct arena *a, int64_t year, int64_t stage,
		  struct tasks *out)
{
	QUERY(q, s,
	      TASK_SELECT " WHERE year = ?1 AND (?2 = 0 OR stage = ?2)"
			  " ORDER BY stage, position, id");
	struct tasks list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	bind_int(q, stage);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = task_read(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc task_get(const struct store *s, struct arena *a, int64_t id, struct task *out)
{
	QUERY(q, s, TASK_SELECT " WHERE id = ?1");

	bind_int(q, id);
	if (query_next(q))
		*out = task_read(q, a);
	else if (query_rc(q) == RC_OK)
		return err_set(RC_NOT_FOUND, _("This step is not in the file any more."));
	return query_rc(q);
}

static enum rc next_position(const struct store *s, const struct task *task, int64_t *out)
{
	QUERY(q, s,
	      "SELECT coalesce(max(position), 0) + 1 FROM task WHERE year = ?1 AND stage = ?2");

	bind_int(q, task->year);
	bind_int(q, task->stage);
	if (query_next(q))
		*out = col_int(q);
	return query_rc(q);
}

static enum rc task_upsert(struct store *s, const struct task *t)
{
	QUERY(q, s,
	      "INSERT INTO task (id, year, stage, code, name, position, optional, due, done_on,"
	      " responsible, result, note)"
	      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
	      " ON CONFLICT (id) DO UPDATE SET name = ?5, position = ?6, optional = ?7, due = ?8,"
	      " done_on = ?9, responsible = ?10, result = ?11, note = ?12");

	bind_int(q, t->id);
	bind_int(q, t->year);
	bind_int(q, t->stage);
	bind_text(q, t->code);
	bind_text(q, t->name);
	bind_int(q, t->position);
	bind_int(q, t->optional);
	bind_int(q, t->due);
	bind_int(q, t->done_on);
	bind_text(q, t->responsible);
	bind_text(q, t->result);
	bind_text(q, t->note);
	return query_run(q);
}

enum rc task_put(struct store *s, struct task *task)
{
	struct task row = *task;

	if (!row.position && next_position(s, &row, &row.position) != RC_OK)
		return err_last()->code;
	if (!row.id)
		row.id = id_new();
	if (task_upsert(s, &row) != RC_OK)
		return err_last()->code;
	task->id = row.id;
	task->position = row.position;
	return RC_OK;
}

enum rc tasks_add(struct store *s, const struct tasks *tasks)
{
	for (size_t i = 0; i < tasks->n; i++)
		if (task_upsert(s, &tasks->row[i]) != RC_OK)
			return err_last()->code;
	return RC_OK;
}

enum rc task_delete(struct store *s, int64_t id)
{
	QUERY(q, s, "DELETE FROM task WHERE id = ?1");

	bind_int(q, id);
	if (query_run(q) == RC_OK && !query_changes(q))
		return err_set(RC_NOT_FOUND, _("This step is not in the file any more."));
	return query_rc(q);
}
