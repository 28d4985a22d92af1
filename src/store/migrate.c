#include "migrate.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "journal.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/store/write/store.h"
#include "query.h"

static bool is_migration(const struct embed *file)
{
	return file && file->name && strncmp(file->name, "sql/", 4) == 0;
}

/* "sql/0001_initial.sql" is 1. */
static int number_of(const struct embed *file)
{
	return (int)strtol(file->name + 4, NULL, 10);
}

int migrate_newest(const struct embed *first)
{
	int newest = 0;

	for (; is_migration(first); first++)
		newest = number_of(first);
	return newest;
}

/* The first free name of FILE.v1.bak, FILE.v1-2.bak, …: an older copy may be the better one. */
static enum rc backup_first(const struct store *s)
{
	struct str name = { 0 };
	enum rc rc;

	for (int try = 1;; try++) {
		str_clear(&name);
		str_printf(&name, "%s.v%d", s->path, s->schema);
		if (try > 1)
			str_printf(&name, "-%d", try);
		str_add(&name, ".bak");
		if (access(name.text, F_OK) != 0)
			break;
	}
	rc = store_backup(s, name.text);
	str_done(&name);
	return rc;
}

/*
 * A column that was added stands in older rows as its default alone, which SQLite's session
 * (3.40) takes for NULL: what is done to such a row could not be taken back. So they are written
 * anew.
 */
static enum rc rows_fill(struct store *s)
{
	struct arena a = { 0 };
	QUERY(q, s,
	      "SELECT group_concat(line, ';') FROM (SELECT"
	      " 'UPDATE ' || t.name || ' SET ' || max(c.name) || ' = ' || max(c.name) AS line"
	      " FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
	      " WHERE t.type = 'table' AND c.dflt_value IS NOT NULL GROUP BY t.name)");
	const char *sql = query_next(q) ? col_text(q, &a) : "";
	enum rc rc = query_rc(q);

	if (rc == RC_OK)
		rc = store_exec(s, sql);
	arena_done(&a);
	return rc;
}

static enum rc run_one(struct store *s, const struct embed *file, bool fresh)
{
	/* A table may be made anew by copying it, which needs foreign keys off; they are checked
	 * below. */
	if (store_exec(s, "PRAGMA foreign_keys = OFF") != RC_OK || txn_begin(s) != RC_OK)
		return err_last()->code;
	if (store_exec(s, file->text) != RC_OK || store_check_keys(s) != RC_OK)
		return txn_abandon(s);
	if (!fresh && rows_fill(s) != RC_OK)
		return txn_abandon(s);
	if (!fresh &&
	    journal_barrier_step(s, N_("Update of the file to a new version"),
				 N_("Before it the file was laid out in another way.")) != RC_OK)
		return txn_abandon(s);
	if (txn_commit(s) != RC_OK || store_exec(s, "PRAGMA foreign_keys = ON") != RC_OK)
		return err_last()->code;
	s->schema = number_of(file);
	return RC_OK;
}

enum rc migrate(struct store *s, const struct embed *first)
{
	int newest = migrate_newest(first);
	bool fresh = s->schema == 0;

	if (s->schema > newest)
		return err_set(RC_DB,
			       _("The file %s was made by a newer version of this program. Install "
				 "that version to open it."),
			       s->path);
	if (s->schema == newest)
		return RC_OK;
	if (s->reason[0])
		return err_set(RC_READONLY,
			       _("The file %s was made by an older version and may only be "
				 "read now. Open it once where it may be written."),
			       s->path);
	if (!fresh && backup_first(s) != RC_OK)
		return err_last()->code;
	for (; is_migration(first); first++)
		if (number_of(first) > s->schema && run_one(s, first, fresh) != RC_OK)
			return err_last()->code;
	return RC_OK;
}
