/* Steps: the unit that a person takes back. */
#include "nastavnik/store/write/step.h"

#include <malloc.h>

#include "crowd.h"
#include "fresh.h"
#include "journal.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "query.h"

static enum rc step_insert(struct store *s, const char *name, const char *detail, int64_t *id)
{
	QUERY(q, s,
	      "INSERT INTO step (at, sitting, operator, name, detail, schema, status, rows, "
	      "barrier,"
	      "                  why)"
	      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, 0, 0, '')");

	bind_int(q, clock_now());
	bind_int(q, s->sitting);
	bind_text(q, s->operator);
	bind_text(q, name);
	bind_text(q, detail);
	bind_int(q, s->schema);
	if (query_run(q) == RC_OK)
		*id = sqlite3_last_insert_rowid(s->db);
	return query_rc(q);
}

enum rc step_begin(struct store *s, const char *name, const char *detail)
{
	int64_t id = 0;

	if (txn_begin(s) != RC_OK)
		return err_last()->code;
	if (step_insert(s, name, detail, &id) != RC_OK || journal_start(s, id) != RC_OK)
		return txn_abandon(s);
	return RC_OK;
}

/* What a bulk has changed of the connection. The pages kept for it are of no use any more. */
static void bulk_end(struct store *s)
{
	if (!s->db)
		return;
	sqlite3_exec(s->db,
		     "PRAGMA foreign_keys = ON; PRAGMA cache_size = -2000;"
		     "PRAGMA wal_autocheckpoint = 1000",
		     NULL, NULL, NULL);
	sqlite3_db_release_memory(s->db);
	fresh_done(s->fresh);
	crowd_forget(s->crowd);
	malloc_trim(0);
}

enum rc step_begin_bulk(struct store *s, const char *name, const char *detail)
{
	/* One look at all keys before the commit costs a tenth of a look at each; between a BEGIN
	 * and its end this cannot be said any more. */
	if (s->db && store_exec(s, "PRAGMA foreign_keys = OFF") != RC_OK)
		return err_last()->code;
	if (step_begin(s, name, detail) != RC_OK) {
		bulk_end(s);
		return err_last()->code;
	}
	s->step->bulk = true;
	/* The index by names is written all over while people come in the order of their classes:
	 * of 100,000 it is 17 MB, which must stay in memory beside what is written in order. And
	 * the log is written home when there is time for it. */
	return store_exec(s, "PRAGMA cache_size = -24000; PRAGMA wal_autocheckpoint = 0");
}

enum rc step_set_detail(struct store *s, const char *detail)
{
	QUERY(q, s, "UPDATE step SET detail = ?1 WHERE id = ?2");

	bind_text(q, detail);
	bind_int(q, s->step->id);
	return query_run(q);
}

void step_rollback(struct store *s)
{
	bool bulk = s->step->bulk;

	txn_rollback(s);
	if (bulk)
		bulk_end(s);
}

static enum rc set_status(struct store *s, int64_t id, enum step_status status)
{
	QUERY(q, s, "UPDATE step SET status = ?1 WHERE id = ?2");

	bind_int(q, status);
	bind_int(q, id);
	return query_run(q);
}

static enum rc get_status(const struct store *s, int64_t id, int64_t sitting, int64_t *status)
{
	QUERY(q, s, "SELECT status FROM step WHERE id = ?1 AND sitting = ?2");

	bind_int(q, id);
	bind_int(q, sitting);
	if (query_next(q))
		*status = col_int(q);
	return query_rc(q);
}

/* What was undone can be done again no more; its row stays as a memory. */
static enum rc drop_undone(struct store *s)
{
	QUERY(chunks, s,
	      "DELETE FROM step_chunk WHERE step IN (SELECT id FROM step WHERE status = 2)");
	QUERY(steps, s, "UPDATE step SET status = 3 WHERE status = 2");

	if (query_run(chunks) != RC_OK)
		return query_rc(chunks);
	return query_run(steps);
}

static enum rc step_forget(struct store *s)
{
	QUERY(q, s, "DELETE FROM step WHERE id = ?1");

	bind_int(q, s->step->id);
	return query_run(q);
}

static enum rc step_finish(struct store *s)
{
	QUERY(q, s, "UPDATE step SET rows = ?1 WHERE id = ?2");

	bind_int(q, s->step->rows);
	bind_int(q, s->step->id);
	return query_run(q);
}

/*
 * A COMMIT that failed may be in the file all the same, or come back when the log is read again. So
 * read it again, from the disk, and believe only that.
 */
static enum rc tell_the_truth(struct store *s, int64_t id, int64_t sitting, enum step_status wanted)
{
	struct err first = *err_last();
	int64_t status = 0;

	store_disconnect(s);
	if (store_connect(s) != RC_OK || get_status(s, id, sitting, &status) != RC_OK)
		return err_set(
			RC_IO,
			_("The disk failed while the file %s was being saved, and it cannot be "
			  "read now: whether this action was saved will be seen when the file "
			  "is opened again. Everything before it is safe."),
			s->path);
	if (status != (int64_t)wanted)
		return err_set(first.code, "%s", first.text);
	if (s->wal &&
	    sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_FULL, NULL, NULL) != SQLITE_OK)
		return err_set(
			RC_IO,
			_("This action is in the file %s, but the disk does not confirm that it "
			  "will stay there. Save a copy on another disk."),
			s->path);
	return RC_OK;
}

static enum rc commit_truly(struct store *s, int64_t id, int64_t sitting, enum step_status wanted)
{
	if (txn_commit(s) == RC_OK)
		return RC_OK;
	return tell_the_truth(s, id, sitting, wanted);
}

static enum rc step_write(struct store *s)
{
	int64_t id = s->step->id;

	if (s->step->failed != RC_OK)
		return txn_abandon(s);
	if (journal_finish(s) != RC_OK || (s->step->bulk && store_check_keys(s) != RC_OK))
		return txn_abandon(s);
	if (!s->step->pieces)
		return step_forget(s) == RC_OK ? txn_commit(s) : txn_abandon(s);
	if (drop_undone(s) != RC_OK || step_finish(s) != RC_OK)
		return txn_abandon(s);
	return commit_truly(s, id, s->sitting, STEP_DONE);
}

enum rc step_commit(struct store *s)
{
	bool bulk = s->step->bulk;
	enum rc rc;

	crowd_go_in(s); /* what fails there has failed the step, which is looked at below */
	if (!s->step->open || !s->step->session)
		return err_set(RC_BUG, _("The program tried to change the file outside a step. "
					 "Nothing was changed."));
	rc = step_write(s);
	if (bulk)
		bulk_end(s);
	return rc;
}

/* Apply a step's changesets and note it. */
static enum rc step_turn(struct store *s, const struct step *step, bool undo)
{
	enum step_status wanted = undo ? STEP_UNDONE : STEP_DONE;

	if (txn_begin(s) != RC_OK)
		return err_last()->code;
	if (journal_apply(s, step->id, undo) != RC_OK || set_status(s, step->id, wanted) != RC_OK)
		return txn_abandon(s);
	return commit_truly(s, step->id, step->sitting, wanted);
}

static enum rc barrier_reason(const struct store *s, struct arena *a, int64_t id, const char **out)
{
	QUERY(q, s, "SELECT why FROM step WHERE id = ?1");

	bind_int(q, id);
	if (query_next(q))
		*out = col_text(q, a);
	return query_rc(q);
}

static enum rc check_schema(const struct store *s, const struct step *step)
{
	if (step->schema == s->schema)
		return RC_OK;
	return err_set(RC_INVALID,
		       _("“%s” was done by another version of the program and can be neither "
			 "taken back nor repeated."),
		       text_of(step->name));
}

enum rc step_undo(struct store *s, struct arena *a, struct step *undone)
{
	struct step step;
	const char *why = "";
	enum rc rc = step_to_undo(s, a, &step);

	if (rc == RC_NOT_FOUND)
		return err_set(RC_NOT_FOUND, _("There is nothing to take back."));
	if (rc != RC_OK)
		return rc;
	if (step.barrier) {
		rc = barrier_reason(s, a, step.id, &why);
		return rc != RC_OK ? rc
				   : err_set(RC_INVALID, _("“%s” cannot be taken back. %s"),
					     text_of(step.name), text_of(why));
	}
	if (check_schema(s, &step) != RC_OK || step_turn(s, &step, true) != RC_OK)
		return err_last()->code;
	step.status = STEP_UNDONE;
	*undone = step;
	return RC_OK;
}

enum rc step_redo(struct store *s, struct arena *a, struct step *redone)
{
	struct step step;
	enum rc rc = step_to_redo(s, a, &step);

	if (rc == RC_NOT_FOUND)
		return err_set(RC_NOT_FOUND, _("There is nothing to repeat."));
	if (rc != RC_OK)
		return rc;
	if (check_schema(s, &step) != RC_OK || step_turn(s, &step, false) != RC_OK)
		return err_last()->code;
	step.status = STEP_DONE;
	*redone = step;
	return RC_OK;
}
