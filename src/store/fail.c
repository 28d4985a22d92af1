/* SQLite's result codes as sentences. */
#include "file.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/log.h"
#include "nastavnik/base/str.h"

static const struct failure {
	int code; /* extended, or primary for all of its kind */
	enum rc rc;
	const char *text; /* msgid; %s is the path */
} failures[] = {
	{ SQLITE_READONLY_DBMOVED, RC_IO,
	  N_("The file %s is no longer in its place: it was moved, renamed or deleted while it was "
	     "open. "
	     "Save a copy under another name, then leave the program.") },
	{ SQLITE_FULL, RC_IO,
	  N_("There is no room on the disk for %s. Free some space and repeat: this action was not "
	     "saved, everything before it was.") },
	{ SQLITE_BUSY, RC_CONFLICT,
	  N_("Another program is using the file %s at this moment. Wait a little and repeat.") },
	{ SQLITE_LOCKED, RC_CONFLICT,
	  N_("Another program is using the file %s at this moment. Wait a little and repeat.") },
	{ SQLITE_READONLY, RC_READONLY, N_("The file %s may only be read.") },
	{ SQLITE_PERM, RC_IO, N_("The system does not allow the file %s to be used.") },
	{ SQLITE_NOTADB, RC_DB,
	  N_("The file %s is not a file of this program, or its beginning is damaged. If it should "
	     "be "
	     "one, take a backup copy.") },
	{ SQLITE_CORRUPT, RC_DB,
	  N_("The file %s is damaged. Take a backup copy, and keep this file for who will repair "
	     "it.") },
	{ SQLITE_CANTOPEN, RC_IO,
	  N_("The file %s cannot be opened. Look whether the disk is there and whether you may use "
	     "the "
	     "folder.") },
	{ SQLITE_IOERR, RC_IO,
	  N_("The disk refuses to read or write the file %s. Look whether the disk or the network "
	     "is "
	     "there; this action was not saved, everything before it was.") },
};

static const struct failure *failure_find(int code)
{
	for (size_t i = 0; i < sizeof(failures) / sizeof(failures[0]); i++)
		if (failures[i].code == code)
			return &failures[i];
	return NULL;
}

enum rc store_fail(const struct store *s, int code)
{
	const struct failure *f;
	const char *words = s->db ? sqlite3_errmsg(s->db) : sqlite3_errstr(code);

	if ((code & 0xff) == SQLITE_NOMEM)
		mem_out();
	if (s->db && sqlite3_extended_errcode(s->db) != SQLITE_OK)
		code = sqlite3_extended_errcode(s->db);
	log_line("sqlite %d: %s", code, words);
	f = failure_find(code);
	if (!f)
		f = failure_find(code & 0xff);
	if (f)
		return err_set(f->rc, _(f->text), s->shown);
	return err_set(
		RC_BUG,
		_("The program broke a rule of its own file (%d: %s). This action was not saved. "
		  "Please tell the makers of the program."),
		code, words);
}

enum rc store_exec(const struct store *s, const char *sql)
{
	int code = sqlite3_exec(s->db, sql, NULL, NULL, NULL);

	return code == SQLITE_OK ? RC_OK : store_fail(s, code);
}
