/* Transactions for writing. */
#include "crowd.h"
#include "journal.h"
#include "nastavnik/base/i18n.h"
#include "query.h"

/* SQLite keeps writing into a file that has lost its name: nobody would ever find it again. */
static enum rc check_place(const struct store *s)
{
	int moved = 0;

	if (sqlite3_file_control(s->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
	    moved)
		return err_set(RC_IO,
			       _("The file %s is no longer in its place: it was moved, renamed or "
				 "deleted while it was open. Save a copy under another name, then "
				 "leave the program."),
			       s->path);
	return RC_OK;
}

enum rc txn_begin(struct store *s)
{
	if (s->reason[0])
		return err_set(RC_READONLY, "%s", s->reason);
	if (s->step->open)
		return err_set(RC_BUG,
			       _("The program began an action before the last one was finished."));
	if (!s->db && store_connect(s) != RC_OK)
		return err_last()->code;
	if (check_place(s) != RC_OK || store_exec(s, "BEGIN IMMEDIATE") != RC_OK)
		return err_last()->code;
	*s->step = (struct open_step){ .open = true };
	return RC_OK;
}

void txn_rollback(struct store *s)
{
	if (!s->step->open)
		return;
	crowd_forget(s->crowd);
	if (s->step->session)
		sqlite3session_delete(s->step->session);
	if (s->db && !sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
	*s->step = (struct open_step){ 0 };
}

enum rc txn_abandon(struct store *s)
{
	txn_rollback(s);
	return err_last()->code;
}

enum rc txn_commit(struct store *s)
{
	if (s->step->failed != RC_OK || check_place(s) != RC_OK || store_exec(s, "COMMIT") != RC_OK)
		return txn_abandon(s);
	*s->step = (struct open_step){ 0 };
	return RC_OK;
}
