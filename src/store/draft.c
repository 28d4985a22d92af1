/* Drafts of forms. */
#include "nastavnik/store/write/draft.h"

#include "journal.h"
#include "nastavnik/base/date.h"
#include "push.h"
#include "query.h"

static struct draft draft_read(struct query *q, struct arena *a)
{
	struct draft draft;

	draft.form = col_text(q, a);
	draft.record = col_int(q);
	draft.at = col_int(q);
	draft.text = col_text(q, a);
	return draft;
}

enum rc draft_get(const struct store *s, struct arena *a, const char *form, int64_t record,
		  struct draft *out)
{
	QUERY(q, s, "SELECT form, record, at, text FROM draft WHERE form = ?1 AND record = ?2");

	bind_text(q, form);
	bind_int(q, record);
	if (query_next(q)) {
		*out = draft_read(q, a);
		return RC_OK;
	}
	return query_rc(q) != RC_OK ? query_rc(q) : RC_NOT_FOUND;
}

enum rc draft_list(const struct store *s, struct arena *a, struct drafts *out)
{
	QUERY(q, s, "SELECT form, record, at, text FROM draft ORDER BY at DESC, form, record");
	struct drafts list = { 0 };
	size_t cap = 0;

	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = draft_read(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static enum rc draft_write(struct store *s, const struct draft *draft)
{
	QUERY(put, s,
	      "INSERT INTO draft (form, record, at, text) VALUES (?1, ?2, ?3, ?4)"
	      " ON CONFLICT (form, record) DO UPDATE SET at = ?3, text = ?4");
	QUERY(forget, s, "DELETE FROM draft WHERE form = ?1 AND record = ?2");
	struct query *q = draft->text ? put : forget;

	bind_text(q, draft->form);
	bind_int(q, draft->record);
	if (draft->text) {
		bind_int(q, clock_now());
		bind_text(q, draft->text);
	}
	return query_run(q);
}

/* A transaction that does not wait for the disk, and of which the data know nothing. */
static enum rc draft_change(struct store *s, const struct draft *draft)
{
	int before;
	enum rc rc = RC_OK;

	if (s->wal)
		store_exec(s, "PRAGMA synchronous = NORMAL");
	before = s->db ? sqlite3_total_changes(s->db) : 0;
	if (txn_begin(s) != RC_OK)
		rc = err_last()->code;
	else
		rc = draft_write(s, draft) == RC_OK ? txn_commit(s) : txn_abandon(s);
	if (s->db) {
		s->unseen += sqlite3_total_changes(s->db) - before;
		if (s->wal)
			store_exec(s, "PRAGMA synchronous = FULL");
	}
	if (s->wal && rc == RC_OK)
		push_ask(s->push);
	return rc;
}

enum rc draft_put(struct store *s, const struct draft *draft)
{
	return draft_change(s, draft);
}

enum rc draft_remove(struct store *s, const char *form, int64_t record)
{
	return draft_change(s, &(struct draft){ .form = form, .record = record });
}
