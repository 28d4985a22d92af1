/* Making, opening and closing the file. */
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "crowd.h"
#include "fresh.h"
#include "journal.h"
#include "migrate.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/store/read/store.h"
#include "nastavnik/store/write/indicator.h"
#include "nastavnik/store/write/questionnaire.h"
#include "nastavnik/store/write/record.h"
#include "nastavnik/store/write/school.h"
#include "nastavnik/store/write/store.h"
#include "nastavnik/store/write/task.h"
#include "person_ids.h"
#include "place.h"
#include "push.h"
#include "query.h"
#include "school_private.h"

enum { OPERATOR_MAX = 64 }; /* bytes, as store_holder has them */

/* Who works: the person's name when the system knows it, else what he logs in as. Nobody in a
 * school is called root. */
static char *login_name(void)
{
	const struct passwd *user = geteuid() ? getpwuid(geteuid()) : NULL;
	size_t name = user && user->pw_gecos ? strcspn(user->pw_gecos, ",") : 0;

	if (!user || !user->pw_name[0])
		return mem_strdup(_("Curator"));
	if (!name || name >= OPERATOR_MAX || !utf8_valid(user->pw_gecos, name))
		return mem_strdup(user->pw_name);

	char *known = mem_strdup(user->pw_gecos);
	known[name] = '\0';
	return known;
}

/* SQLite need not lock, nor count its memory: only one thread at a time is in it. The writer of
 * crowd.c takes the connection over and is joined before anybody else uses it. Without effect once
 * SQLite runs, which is as well. */
static void sqlite_config(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

struct store *store_new(const char *path, char *reason)
{
	struct store *s = mem_alloc(sizeof(*s));

	sqlite_config();
	s->path = mem_strdup(path);
	s->shown = s->path;
	s->reason = reason;
	s->operator= login_name();
	s->lock.fd = -1;
	s->step = mem_alloc(sizeof(*s->step));
	s->queries = query_cache_new();
	s->fresh = mem_alloc(sizeof(*s->fresh));
	s->crowd = crowd_new(s);
	s->push = push_new(path);
	s->people = mem_alloc(sizeof(*s->people));
	return s;
}

/* Does the path lead to another file by now, or to none? */
static bool has_moved(const struct store *s)
{
	int moved = 0;

	sqlite3_file_control(s->db, NULL, SQLITE_FCNTL_HAS_MOVED, &moved);
	return moved != 0;
}

void store_free(struct store *s)
{
	bool moved = s->db && has_moved(s);

	push_free(s->push);
	if (s->db)
		store_disconnect(s);
	/* A log that could not be written home: whoever opens the other file must not get it. */
	if (moved && s->lock.fd >= 0)
		place_set_aside(s->path);
	lock_release(&s->lock);
	query_cache_free(s->queries);
	person_list_clear(s->people);
	free(s->people);
	fresh_done(s->fresh);
	crowd_free(s->crowd);
	free(s->fresh);
	free(s->step);
	free(s->operator);
	free(s->reason);
	free(s->path);
	free(s);
}

/* The first contents of a new file, in one transaction. */
static enum rc fill(struct store *s, const struct school *school, const struct year *year,
		    const struct store_start *start)
{
	QUERY(q, s, "INSERT INTO file (id, uuid, created_at) VALUES (1, ?1, ?2)");
	char uuid[37];

	uuid_new(uuid);
	bind_text(q, uuid);
	bind_int(q, clock_now());
	if (query_run(q) != RC_OK || school_insert(s, school) != RC_OK)
		return err_last()->code;
	if (year_add(s, year, start->books) != RC_OK)
		return err_last()->code;
	if (start->tasks && tasks_add(s, start->tasks) != RC_OK)
		return err_last()->code;
	if (start->grounds && records_add(s, &ground_type, start->grounds) != RC_OK)
		return err_last()->code;
	if (start->surveys && questionnaires_add(s, start->surveys) != RC_OK)
		return err_last()->code;
	if (start->indicators && records_add(s, &indicator_type, start->indicators) != RC_OK)
		return err_last()->code;
	return start->targets ? targets_add(s, start->targets) : RC_OK;
}

static enum rc make(const char *path, const char *shown, const struct school *school,
		    const struct year *year, const struct store_start *start)
{
	struct store *s;
	enum rc rc;

	if (place_new_file(path, shown) != RC_OK)
		return err_last()->code;
	s = store_new(path, mem_strdup(""));
	s->shown = shown;
	rc = store_connect_raw(s);
	if (rc == RC_OK)
		rc = migrate(s, embed_first("sql/"));
	if (rc == RC_OK)
		rc = txn_begin(s);
	if (rc == RC_OK)
		rc = fill(s, school, year, start) == RC_OK ? txn_commit(s) : txn_abandon(s);
	store_free(s);
	if (rc != RC_OK)
		place_remove(path);
	return rc;
}

enum rc store_create(const char *path, const struct school *school, const struct year *year,
		     const struct store_start *start, struct store **out)
{
	struct str unfinished = { 0 };
	char *whole;
	enum rc rc;

	if (place_make_folder(path) != RC_OK)
		return err_last()->code;
	whole = place_absolute(path);
	if (access(whole, F_OK) == 0) {
		rc = err_set(RC_CONFLICT, _("There is a file %s already. Choose another name."),
			     path);
	} else {
		/* Under a name of its own until it is whole: no half file ever has the wanted name.
		 */
		str_printf(&unfinished, "%s.%ld.new", whole, (long)getpid());
		rc = make(unfinished.text, path, school, year, start);
	}
	if (rc == RC_OK)
		rc = place_publish(unfinished.text, whole);
	if (rc == RC_OK)
		rc = store_open(whole, 0, out);
	str_done(&unfinished);
	free(whole);
	return rc;
}

static struct store_holder self_as_holder(const char *operator)
{
	struct store_holder self = { .pid = getpid(), .since = clock_now() };

	if (gethostname(self.host, sizeof(self.host) - 1) != 0)
		self.host[0] = '\0';
	snprintf(self.operator, sizeof(self.operator), "%s", operator);
	return self;
}

static char *held_reason(const struct store_holder *h)
{
	struct str s = { 0 };
	char since[20];

	if (h->pid)
		str_printf(&s,
			   _("The file is open in another window or on another computer (%s, %s, "
			     "since "
			     "%s): here it can only be read."),
			   h->operator, h->host, clock_format(h->since, since));
	else
		str_add(&s, _("The file is open in another window or on another computer: here it "
			      "can only "
			      "be read."));
	return s.text;
}

/* Ask for the right to write; s->reason says why it was not given. */
static void take_lock(struct store *s)
{
	struct store_holder self = self_as_holder(s->operator);

	switch (lock_take(&s->lock, s->path, &self, &s->holder)) {
	case LOCK_TAKEN:
		return;
	case LOCK_HELD:
		s->held = true;
		free(s->reason);
		s->reason = held_reason(&s->holder);
		return;
	case LOCK_REFUSED:
		free(s->reason);
		s->reason = mem_strdup(
			errno == ENOSPC || errno == EDQUOT
				? _("There is no room on the disk: the file can only be read. Free "
				    "some space and open it again.")
				: _("The folder of the file may only be read: the file can only be "
				    "read too."));
		return;
	}
}

/* Under a fixed seed two sittings must not draw the same ids. */
static enum rc stir_ids(struct store *s)
{
	QUERY(q, s, "SELECT coalesce(max(id), 0) FROM step");

	if (query_next(q))
		id_stir(1 + (uint64_t)col_int(q));
	s->sitting = id_new();
	return query_rc(q);
}

enum rc store_open(const char *path, unsigned flags, struct store **out)
{
	struct store *s;
	char *whole;
	enum rc rc;

	if (place_check(path) != RC_OK)
		return err_last()->code;
	whole = place_absolute(path);
	s = store_new(whole, mem_strdup(""));
	free(whole);
	if (flags & STORE_READ_ONLY) {
		free(s->reason);
		s->reason = mem_strdup(_("The file was opened for reading only."));
	} else if (eaccess(s->path, W_OK) != 0) {
		free(s->reason);
		s->reason = mem_strdup(
			_("The file may only be read: the system does not allow writing."));
	} else {
		take_lock(s);
	}
	rc = store_connect(s);
	if (rc == RC_OK)
		rc = migrate(s, embed_first("sql/"));
	if (rc == RC_OK)
		rc = stir_ids(s);
	if (rc != RC_OK)
		store_free(s);
	else
		*out = s;
	return rc;
}

void store_checkpoint_idle(struct store *s)
{
	/* Busy or refused: the log stays, whole, and is written home another time. */
	if (s->db && s->wal && !s->reason[0] && !s->step->open)
		sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

void store_close(struct store *s)
{
	if (!s)
		return;
	step_rollback(s);
	store_checkpoint_idle(s);
	store_free(s);
}

bool store_is_readonly(const struct store *s)
{
	return s->reason[0] != '\0';
}

const char *store_readonly_reason(const struct store *s)
{
	return s->reason;
}

bool store_is_free(const struct store *s)
{
	return s->held && !lock_is_held(s->path);
}

const char *store_path(const struct store *s)
{
	return s->path;
}

const char *store_operator(const struct store *s)
{
	return s->operator;
}

int64_t store_stamp(const struct store *s)
{
	QUERY(q, s, "PRAGMA data_version");
	int64_t stamp = 0;

	/* data_version tells of others' changes, total_changes of ours; drafts are no data. */
	if (query_next(q))
		stamp = col_int(q) << 32;
	return s->db ? stamp + sqlite3_total_changes(s->db) - s->unseen : stamp;
}
