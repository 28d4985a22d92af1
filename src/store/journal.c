#include "journal.h"

#include <string.h>

#include "fresh.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/log.h"
#include "query.h"

/* Rows of a part: some 2 MB of memory at most for recording, inverting and applying. */
enum { PART_ROWS = 4096, PIECE_SIZE = 65536 };

/* What undo knows of. Left out: file, setting, step, step_chunk. */
static const char *const recorded_tables[] = {
	"school",
	"year",
	"book_item",
	"book_answer",
	"person",
	"person_year",
	"participation",
	"trait",
	"ballot",
	"consent",
	"bond",
	"member",
	"proposal",
	"proposal_pair",
	"task",
	"person_category",
	"headcount",
	"list_filter",
	"name_case",
	/* stage 1 */
	"team",
	"aim",
	"document",
	"ground",
	"resource",
	"partner",
	"event",
	"guest",
	"publication",
	"study",
	/* stages 2 to 4 */
	"request",
	"invitation",
	"interview",
	"course",
	"lesson",
	"learner",
	"attendance",
	/* stages 6 and 7 */
	"plan_item",
	"meeting",
	"diary",
	"visit",
	"handout",
	"consultation",
	"report",
	"pause",
	"review",
	"feedback",
	"award",
	"incentive",
	"practice",
	"contest",
	"criterion",
	"expert",
	"entry",
	"entry_mark",
	"self_analysis",
	/* surveys and monitoring */
	"survey",
	"survey_item",
	"batch",
	"sheet",
	"answer",
	"mismatch",
	"packet",
	"taken",
	"measure",
	"growth",
	"swot",
	"indicator",
	"indicator_value",
	"target",
	"inquiry",
};

static enum rc session_open(struct open_step *step, const struct store *s)
{
	int size = PIECE_SIZE;
	int code = sqlite3session_config(SQLITE_SESSION_CONFIG_STRMSIZE, &size);

	if (code == SQLITE_OK)
		code = sqlite3session_create(s->db, "main", &step->session);
	for (size_t i = 0; i < sizeof(recorded_tables) / sizeof(recorded_tables[0]); i++)
		if (code == SQLITE_OK)
			code = sqlite3session_attach(step->session, recorded_tables[i]);
	step->part++;
	step->part_from = sqlite3_total_changes(s->db);
	return code == SQLITE_OK ? RC_OK : store_fail(s, code);
}

enum rc journal_start(struct store *s, int64_t id)
{
	s->step->id = id;
	fresh_clear(s->fresh);
	return session_open(s->step, s);
}

bool journal_part_is_full(const struct store *s)
{
	return s->step->session && sqlite3_total_changes(s->db) - s->step->part_from >= PART_ROWS;
}

/* Takes a changeset piece by piece into the file. */
struct sink {
	const struct store *store;
	int64_t piece;
};

static int write_piece(void *data, const void *bytes, int n)
{
	struct sink *sink = data;
	const struct open_step *step = sink->store->step;
	QUERY(q, sink->store,
	      "INSERT INTO step_chunk (step, part, piece, data) VALUES (?1, ?2, ?3, ?4)");

	bind_int(q, step->id);
	bind_int(q, step->part);
	bind_int(q, ++sink->piece);
	bind_blob(q, bytes, (size_t)n);
	return query_run(q) == RC_OK ? SQLITE_OK : SQLITE_ABORT;
}

/* New records are a part of their own, before what the session saw. */
static int fresh_write(struct open_step *step, const struct store *s)
{
	struct sink sink = { .store = s };
	int code = SQLITE_OK;

	for (int i = 0; i < FRESH_COUNT; i++) {
		const struct str *section = &s->fresh->section[i];

		for (size_t at = 0; at < section->len && code == SQLITE_OK; at += PIECE_SIZE) {
			size_t left = section->len - at;

			code = write_piece(&sink, section->text + at,
					   (int)(left < PIECE_SIZE ? left : PIECE_SIZE));
		}
	}
	fresh_clear(s->fresh);
	step->pieces += sink.piece;
	step->part += sink.piece > 0;
	return code;
}

/* Write what was recorded and end the session. */
static enum rc session_close(struct open_step *step, const struct store *s)
{
	struct sink sink = { .store = s };
	sqlite3_session *session = step->session;
	int code;

	step->rows += sqlite3_total_changes(s->db) - step->part_from;
	step->session = NULL; /* what is written now is not recorded */
	code = fresh_write(step, s);
	if (code == SQLITE_OK)
		code = sqlite3session_changeset_strm(session, write_piece, &sink);
	sqlite3session_delete(session);
	step->pieces += sink.piece;
	if (code != SQLITE_OK && step->failed == RC_OK)
		step->failed = store_fail(s, code);
	return step->failed;
}

enum rc journal_cut(const struct store *s)
{
	if (session_close(s->step, s) != RC_OK)
		return s->step->failed;
	return session_open(s->step, s);
}

enum rc journal_finish(struct store *s)
{
	return session_close(s->step, s);
}

/* Gives the pieces of one part to SQLite, which asks for as many bytes as it likes. */
struct source {
	struct query *query;
	const char *data;
	size_t left;
};

static int read_piece(void *data, void *bytes, int *n)
{
	struct source *source = data;
	size_t take;

	if (!source->left) {
		if (!query_next(source->query)) {
			*n = 0;
			return query_rc(source->query) == RC_OK ? SQLITE_OK : SQLITE_ABORT;
		}
		source->data = col_blob(source->query, &source->left);
	}
	take = source->left < (size_t)*n ? source->left : (size_t)*n;
	memcpy(bytes, source->data, take);
	source->data += take;
	source->left -= take;
	*n = (int)take;
	return SQLITE_OK;
}

/* The file must be just as it was when the step was recorded: nothing is decided here. */
static int on_conflict(void *data, int kind, sqlite3_changeset_iter *iter)
{
	const char *table = "";
	int columns, op, indirect;

	(void)data;
	if (kind != SQLITE_CHANGESET_FOREIGN_KEY)
		sqlite3changeset_op(iter, &table, &columns, &op, &indirect);
	log_line("journal: conflict %d in %s", kind, table);
	return SQLITE_CHANGESET_ABORT;
}

static enum rc apply_part(struct store *s, int64_t step, int64_t part, bool invert)
{
	QUERY(q, s, "SELECT data FROM step_chunk WHERE step = ?1 AND part = ?2 ORDER BY piece");
	struct source source = { .query = q };
	int code;

	bind_int(q, step);
	bind_int(q, part);
	if (query_rc(q) != RC_OK)
		return query_rc(q);
	code = sqlite3changeset_apply_v2_strm(s->db, read_piece, &source, NULL, on_conflict, NULL,
					      NULL, NULL,
					      invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);
	if (query_rc(q) != RC_OK)
		return query_rc(q);
	if ((code & 0xff) == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
		return err_set(
			RC_DB,
			_("The file %s is no longer as the journal remembers it, so this action "
			  "can be neither taken back nor repeated. Nothing was changed."),
			s->path);
	return code == SQLITE_OK ? RC_OK : store_fail(s, code);
}

static enum rc last_part(const struct store *s, int64_t step, int64_t *out)
{
	QUERY(q, s, "SELECT coalesce(max(part), 0) FROM step_chunk WHERE step = ?1");

	bind_int(q, step);
	if (query_next(q))
		*out = col_int(q);
	return query_rc(q);
}

enum rc journal_apply(struct store *s, int64_t step, bool invert)
{
	int64_t parts = 0;
	enum rc rc = last_part(s, step, &parts);

	for (int64_t i = 1; rc == RC_OK && i <= parts; i++)
		rc = apply_part(s, step, invert ? parts + 1 - i : i, invert);
	return rc;
}

/* *more: visit wants to see the next part too. */
static enum rc visit_part(const struct store *s, int64_t step, int64_t part,
			  bool (*visit)(void *data, sqlite3_changeset_iter *iter), void *data,
			  bool *more)
{
	QUERY(q, s, "SELECT data FROM step_chunk WHERE step = ?1 AND part = ?2 ORDER BY piece");
	struct source source = { .query = q };
	sqlite3_changeset_iter *iter = NULL;
	int code;

	bind_int(q, step);
	bind_int(q, part);
	code = sqlite3changeset_start_strm(&iter, read_piece, &source);
	while (code == SQLITE_OK && *more && (code = sqlite3changeset_next(iter)) == SQLITE_ROW) {
		*more = visit(data, iter);
		code = SQLITE_OK;
	}
	sqlite3changeset_finalize(iter);
	if (query_rc(q) != RC_OK)
		return query_rc(q);
	return code == SQLITE_OK || code == SQLITE_DONE ? RC_OK : store_fail(s, code);
}

enum rc journal_visit(const struct store *s, int64_t step,
		      bool (*visit)(void *data, sqlite3_changeset_iter *iter), void *data)
{
	int64_t parts = 0;
	bool more = true;
	enum rc rc = last_part(s, step, &parts);

	for (int64_t i = 1; rc == RC_OK && more && i <= parts; i++)
		rc = visit_part(s, step, i, visit, data, &more);
	return rc;
}

enum rc journal_barrier_step(struct store *s, const char *name, const char *why)
{
	QUERY(q, s,
	      "INSERT INTO step (at, sitting, operator, name, detail, schema, status, rows, "
	      "barrier,"
	      "                  why)"
	      " VALUES (?1, ?2, ?3, ?4, '', ?5, 1, 0, 1, ?6)");

	bind_int(q, clock_now());
	bind_int(q, s->sitting);
	bind_text(q, s->operator);
	bind_text(q, name);
	bind_int(q, s->schema);
	bind_text(q, why);
	return query_run(q);
}
