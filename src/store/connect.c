/* The connection to the file: how it is opened, and how it is set up. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "consent_private.h"
#include "crowd.h"
#include "file.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "person_ids.h"
#include "place.h"
#include "query.h"
#include "search.h"

enum { BUSY_MS = 3000 }; /* longest wait for another program's checkpoint */

/* "file:" address of a path for a file that nobody can change: SQLite then needs no files beside
 * it. */
static char *immutable_address(const char *path)
{
	struct str s = { 0 };

	str_add(&s, "file:");
	for (; *path; path++) {
		if (*path == '%' || *path == '?' || *path == '#')
			str_printf(&s, "%%%02x", (unsigned char)*path);
		else
			str_add_char(&s, *path);
	}
	str_add(&s, "?immutable=1");
	return s.text;
}

static int first_text(void *data, int n, char **value, char **name)
{
	char *buf = data;

	(void)name;
	if (n > 0 && value[0])
		snprintf(buf, PRAGMA_SIZE, "%s", value[0]);
	return 0;
}

enum rc store_pragma(const struct store *s, const char *sql, char answer[PRAGMA_SIZE])
{
	int code;

	answer[0] = '\0';
	code = sqlite3_exec(s->db, sql, first_text, answer, NULL);
	return code == SQLITE_OK ? RC_OK : store_fail(s, code);
}

enum rc store_check_keys(const struct store *s)
{
	char answer[PRAGMA_SIZE];

	if (store_pragma(s, "PRAGMA foreign_key_check", answer) != RC_OK)
		return err_last()->code;
	if (!answer[0])
		return RC_OK;
	return err_set(RC_DB,
		       _("The file %s is damaged: records in it point at others that are not "
			 "there."),
		       s->path);
}

/* Is it ours, and of which version? The first reading of the file: what is no database is found
 * here. */
static enum rc read_identity(struct store *s)
{
	char answer[PRAGMA_SIZE];

	if (store_pragma(s, "PRAGMA application_id", answer) != RC_OK)
		return err_last()->code;
	if (strtol(answer, NULL, 10) != STORE_APPLICATION_ID)
		return err_set(RC_DB, _("The file %s was made by another program."), s->path);
	if (store_pragma(s, "PRAGMA user_version", answer) != RC_OK)
		return err_last()->code;
	s->schema = (int)strtol(answer, NULL, 10);
	return RC_OK;
}

/* A write-ahead log where programs can share memory, else a rollback journal. When another program
 * reads the file at this moment the mode stays what it is: both are safe. */
static enum rc set_journal(struct store *s)
{
	char answer[PRAGMA_SIZE];
	const char *sql = "PRAGMA journal_mode";
	enum rc rc;

	if (!s->reason[0])
		sql = place_is_network(s->path) ? "PRAGMA journal_mode = DELETE"
						: "PRAGMA journal_mode = WAL";
	rc = store_pragma(s, sql, answer);
	if (rc == RC_CONFLICT)
		rc = store_pragma(s, "PRAGMA journal_mode", answer);
	s->wal = strcmp(answer, "wal") == 0;
	return rc;
}

static enum rc prepare(struct store *s)
{
	enum rc rc;

	sqlite3_extended_result_codes(s->db, 1);
	sqlite3_busy_timeout(s->db, BUSY_MS);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	search_register(s->db);
	consent_register(s->db);
	crowd_register(s);
	rc = s->alone ? store_exec(s, "PRAGMA locking_mode = EXCLUSIVE") : RC_OK;
	if (rc == RC_OK)
		rc = store_exec(s, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
				   "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL");
	if (rc == RC_OK && s->reason[0])
		rc = store_exec(s, "PRAGMA query_only = ON");
	return rc;
}

/* The memory that programs share over a log is a file too: a full disk has no room for it. */
static bool shared_memory_failed(const struct store *s)
{
	switch (sqlite3_extended_errcode(s->db)) {
	case SQLITE_IOERR_SHMSIZE:
	case SQLITE_IOERR_SHMOPEN:
	case SQLITE_IOERR_SHMMAP:
		return true;
	default:
		return false;
	}
}

static enum rc connect_once(struct store *s)
{
	bool writable = eaccess(s->path, W_OK) == 0 && place_folder_writable(s->path);
	int flags = SQLITE_OPEN_NOMUTEX, code;
	char *name;

	/* Who only reads opens for writing too, if he may: the last one to leave cleans up. */
	s->immutable = !writable && !place_has_beside(s->path, "-wal");
	flags |= writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
	if (s->immutable)
		flags |= SQLITE_OPEN_URI;
	name = s->immutable ? immutable_address(s->path) : mem_strdup(s->path);
	code = sqlite3_open_v2(name, &s->db, flags, NULL);
	free(name);
	return code == SQLITE_OK ? prepare(s) : store_fail(s, code);
}

enum rc store_connect_raw(struct store *s)
{
	enum rc rc;

	s->alone = false;
	rc = connect_once(s);
	if (rc != RC_OK && shared_memory_failed(s)) {
		/* Alone it is not needed: what is on a full disk can still be read and copied. */
		store_disconnect(s);
		s->alone = true;
		rc = connect_once(s);
	}
	if (rc != RC_OK)
		store_disconnect(s);
	return rc;
}

enum rc store_connect(struct store *s)
{
	if (store_connect_raw(s) != RC_OK)
		return err_last()->code;
	if (read_identity(s) == RC_OK && set_journal(s) == RC_OK)
		return RC_OK;
	store_disconnect(s);
	return err_last()->code;
}

void store_disconnect(struct store *s)
{
	query_cache_clear(s->queries);
	s->unseen = 0;
	person_list_clear(s->people); /* the next connection counts its changes anew */
	if (s->step->session)
		sqlite3session_delete(s->step->session);
	s->step->session = NULL;
	sqlite3_close(s->db);
	s->db = NULL;
}
