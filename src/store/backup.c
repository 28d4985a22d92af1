/* A copy of the file. */
#include <stdlib.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/store/write/store.h"
#include "place.h"
#include "query.h"

/* Not through QUERY(): it changes nothing in this file. */
static enum rc vacuum_into(const struct store *s, const char *path, const char *shown)
{
	sqlite3_stmt *stmt = NULL;
	int code;

	/* What only reads may write its copy all the same. */
	sqlite3_exec(s->db, "PRAGMA query_only = OFF", NULL, NULL, NULL);
	code = sqlite3_prepare_v2(s->db, "VACUUM INTO ?1", -1, &stmt, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_bind_text(stmt, 1, path, -1, SQLITE_STATIC);
	if (code == SQLITE_OK)
		code = sqlite3_step(stmt);
	sqlite3_finalize(stmt);
	if (s->reason[0])
		sqlite3_exec(s->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
	if (code == SQLITE_DONE)
		return RC_OK;
	if ((code & 0xff) == SQLITE_FULL || (code & 0xff) == SQLITE_CANTOPEN)
		return err_set(
			RC_IO,
			_("The copy %s cannot be written: there is no room on the disk, or it "
			  "may not be used."),
			shown);
	return store_fail(s, code);
}

enum rc store_backup(const struct store *s, const char *path)
{
	struct str unfinished = { 0 };
	char *whole;
	enum rc rc;

	if (!s->db || s->step->open)
		return err_set(RC_BUG,
			       _("The program tried to copy the file in the middle of an action."));
	whole = place_absolute(path);
	str_printf(&unfinished, "%s.%ld.new", whole, (long)getpid());
	if (access(whole, F_OK) == 0)
		rc = err_set(RC_CONFLICT, _("There is a file %s already. Choose another name."),
			     path);
	else
		/* SQLite fills it and leaves its mode alone. */
		rc = place_new_file(unfinished.text, path);
	if (rc == RC_OK) {
		rc = vacuum_into(s, unfinished.text, path);
		if (rc == RC_OK)
			rc = place_publish(unfinished.text, whole);
		else
			place_remove(unfinished.text);
	}
	str_done(&unfinished);
	free(whole);
	return rc;
}
