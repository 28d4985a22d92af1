#include "crowd.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "fresh.h"
#include "journal.h"
#include "nastavnik/base/str.h"
#include "query.h"
#include "search.h"

enum { BATCH = 4096 };

struct newcomer {
	struct person person;
	const char *name_key, *class_key;
};

struct batch {
	struct arena arena; /* of the rows' texts */
	struct newcomer *row, **by_name;
	size_t n;
};

struct crowd {
	struct batch batch[2];
	int filling, going; /* which of the two */
	bool begun;         /* the writer was: join it */
	pthread_t writer;
	const struct store *store;
	struct err err; /* of the writer */
};

/* Is this the thread that puts a batch in? */
static _Thread_local bool is_writer;

/* The columns of "crowd": those of the two tables, a person's id being in both. */
static const char crowd_sql[] =
	"CREATE TABLE crowd (id INTEGER, family TEXT, given TEXT, patronymic TEXT, birth INTEGER,"
	" phone TEXT, email TEXT, note TEXT, year INTEGER, kind INTEGER, class_name TEXT,"
	" position TEXT, place TEXT, name_key TEXT, class_key TEXT, left_on INTEGER,"
	" left_why TEXT)";
enum { NAME_KEY_COLUMN = 13 };

#define OF(member) offsetof(struct newcomer, member)
static const struct {
	size_t offset;
	bool text;
} columns[] = {
	{ OF(person.id), false },        { OF(person.family), true },
	{ OF(person.given), true },      { OF(person.patronymic), true },
	{ OF(person.birth), false },     { OF(person.phone), true },
	{ OF(person.email), true },      { OF(person.note), true },
	{ OF(person.year), false },      { OF(person.kind), false },
	{ OF(person.class_name), true }, { OF(person.position), true },
	{ OF(person.place), true },      [NAME_KEY_COLUMN] = { OF(name_key), true },
	{ OF(class_key), true },         { OF(person.left_on), false },
	{ OF(person.left_why), true },
};
enum { PERSON_FIRST = 0, PERSON_END = 8, YEAR_FIRST = 8, COLUMNS = 17 };

static int64_t number_of(const struct newcomer *row, size_t column)
{
	return *(const int64_t *)((const char *)row + columns[column].offset);
}

static const char *text_in(const struct newcomer *row, size_t column)
{
	return *(const char *const *)((const char *)row + columns[column].offset);
}

/* The virtual table, as sqlite3.org/vtab.html has it: all rows, in their order or by name. */

struct crowd_table {
	sqlite3_vtab base;
	const struct crowd *crowd;
};

struct crowd_cursor {
	sqlite3_vtab_cursor base;
	const struct batch *batch;
	bool by_name;
	size_t at;
};

static int table_connect(sqlite3 *db, void *crowd, int argc, const char *const *argv,
			 sqlite3_vtab **out, char **error)
{
	struct crowd_table *table = mem_alloc(sizeof(*table));

	(void)argc;
	(void)argv;
	(void)error;
	table->crowd = crowd;
	*out = &table->base;
	return sqlite3_declare_vtab(db, crowd_sql);
}

static int table_disconnect(sqlite3_vtab *table)
{
	free(table);
	return SQLITE_OK;
}

static int table_best_index(sqlite3_vtab *table, sqlite3_index_info *info)
{
	(void)table;
	info->idxNum = info->nOrderBy == 1 && info->aOrderBy[0].iColumn == NAME_KEY_COLUMN &&
		       !info->aOrderBy[0].desc;
	info->orderByConsumed = info->idxNum;
	info->estimatedRows = BATCH;
	info->estimatedCost = BATCH;
	return SQLITE_OK;
}

static int cursor_open(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
	struct crowd_cursor *cursor = mem_alloc(sizeof(*cursor));
	const struct crowd *crowd = ((struct crowd_table *)table)->crowd;

	cursor->batch = &crowd->batch[crowd->going];
	*out = &cursor->base;
	return SQLITE_OK;
}

static int cursor_close(sqlite3_vtab_cursor *cursor)
{
	free(cursor);
	return SQLITE_OK;
}

static int cursor_filter(sqlite3_vtab_cursor *base, int by_name, const char *text, int argc,
			 sqlite3_value **argv)
{
	struct crowd_cursor *cursor = (struct crowd_cursor *)base;

	(void)text;
	(void)argc;
	(void)argv;
	cursor->by_name = by_name;
	cursor->at = 0;
	return SQLITE_OK;
}

static int cursor_next(sqlite3_vtab_cursor *base)
{
	((struct crowd_cursor *)base)->at++;
	return SQLITE_OK;
}

static int cursor_eof(sqlite3_vtab_cursor *base)
{
	const struct crowd_cursor *cursor = (struct crowd_cursor *)base;

	return cursor->at >= cursor->batch->n;
}

static int cursor_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
	const struct crowd_cursor *cursor = (struct crowd_cursor *)base;
	const struct newcomer *row = cursor->by_name ? cursor->batch->by_name[cursor->at]
						     : &cursor->batch->row[cursor->at];

	if (columns[column].text)
		sqlite3_result_text(context, text_in(row, (size_t)column), -1, SQLITE_STATIC);
	else
		sqlite3_result_int64(context, number_of(row, (size_t)column));
	return SQLITE_OK;
}

static int cursor_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *out)
{
	*out = (sqlite3_int64)((struct crowd_cursor *)base)->at;
	return SQLITE_OK;
}

/* Without xCreate it is there without being made, and leaves no trace in the file. */
static const sqlite3_module crowd_module = {
	.xConnect = table_connect,
	.xDisconnect = table_disconnect,
	.xBestIndex = table_best_index,
	.xOpen = cursor_open,
	.xClose = cursor_close,
	.xFilter = cursor_filter,
	.xNext = cursor_next,
	.xEof = cursor_eof,
	.xColumn = cursor_column,
	.xRowid = cursor_rowid,
};

void crowd_register(const struct store *s)
{
	sqlite3_create_module_v2(s->db, "crowd", &crowd_module, s->crowd, NULL);
}

static void row_record(struct fresh *fresh, enum fresh_table table, const struct newcomer *row,
		       size_t from, size_t to)
{
	struct str *record = fresh_row(fresh, table);

	if (table == FRESH_PERSON_YEAR)
		fresh_int(record, row->person.id);
	for (size_t i = from; i < to; i++)
		if (columns[i].text)
			fresh_text(record, text_in(row, i), strlen(text_in(row, i)));
		else
			fresh_int(record, number_of(row, i));
}

static void batch_record(struct fresh *fresh, const struct batch *batch)
{
	for (size_t i = 0; i < batch->n; i++) {
		row_record(fresh, FRESH_PERSON, &batch->row[i], PERSON_FIRST, PERSON_END);
		row_record(fresh, FRESH_PERSON_YEAR, &batch->row[i], YEAR_FIRST, COLUMNS);
	}
}

static int by_name(const void *a, const void *b)
{
	const struct newcomer *const *x = a, *const *y = b;

	return strcmp((*x)->name_key, (*y)->name_key);
}

static void batch_sort(struct batch *batch)
{
	for (size_t i = 0; i < batch->n; i++)
		batch->by_name[i] = &batch->row[i];
	qsort(batch->by_name, batch->n, sizeof(*batch->by_name), by_name);
}

static enum rc persons_insert(const struct store *s)
{
	QUERY(q, s,
	      "INSERT OR FAIL INTO person (id, family, given, patronymic, birth, phone, email, "
	      "note)"
	      " SELECT id, family, given, patronymic, birth, phone, email, note FROM crowd");

	return query_run(q);
}

static enum rc years_insert(const struct store *s)
{
	QUERY(q, s,
	      "INSERT OR FAIL INTO person_year (person, year, kind, class_name, position, place, "
	      "name_key,"
	      " class_key, left_on, left_why)"
	      " SELECT id, year, kind, class_name, position, place, name_key, class_key, left_on,"
	      " left_why FROM crowd ORDER BY name_key");

	return query_run(q);
}

static void batch_empty(struct batch *batch)
{
	arena_reset(&batch->arena);
	batch->n = 0;
}

static enum rc batch_put(const struct store *s, struct batch *batch)
{
	sqlite3_session *session = s->step->session;
	enum rc rc;

	batch_sort(batch);
	batch_record(s->fresh, batch);
	sqlite3session_enable(session, 0);
	rc = persons_insert(s);
	if (!rc)
		rc = years_insert(s);
	sqlite3session_enable(session, 1);
	batch_empty(batch);
	if (!rc && journal_part_is_full(s))
		rc = journal_cut(s);
	return rc;
}

static void *writer_run(void *data)
{
	struct crowd *crowd = data;

	is_writer = true;
	crowd->err.code = RC_OK;
	if (batch_put(crowd->store, &crowd->batch[crowd->going]))
		crowd->err = *err_last();
	is_writer = false;
	return NULL;
}

/* Signals are for the thread that waits for keys. */
static bool writer_begin(struct crowd *crowd)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	crowd->begun = pthread_create(&crowd->writer, NULL, writer_run, crowd) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return crowd->begun;
}

static enum rc writer_end(struct crowd *crowd)
{
	if (crowd->begun)
		pthread_join(crowd->writer, NULL);
	crowd->begun = false;
	return crowd->err.code ? err_set(crowd->err.code, "%s", crowd->err.text) : RC_OK;
}

/* The batch being filled goes its way; the other one is empty by now. */
static void batch_go(struct crowd *crowd)
{
	crowd->going = crowd->filling;
	crowd->filling = !crowd->filling;
}

enum rc crowd_go_in(const struct store *s)
{
	struct crowd *crowd = s->crowd;
	enum rc rc;

	if (is_writer || (!crowd->begun && !crowd->batch[crowd->filling].n))
		return RC_OK;
	rc = writer_end(crowd);
	if (!rc && crowd->batch[crowd->filling].n) {
		batch_go(crowd);
		writer_run(crowd);
		rc = writer_end(crowd);
	}
	return rc;
}

bool crowd_is_going_in(void)
{
	return is_writer;
}

static void batch_new(struct batch *batch)
{
	batch->row = mem_alloc(BATCH * sizeof(*batch->row));
	batch->by_name = mem_alloc(BATCH * sizeof(*batch->by_name));
}

static void batch_add(struct batch *batch, const struct person *p)
{
	struct arena *a = &batch->arena;
	struct newcomer *row = &batch->row[batch->n++];
	char key[KEY_SIZE];

	*row = (struct newcomer){ .person = *p };
	for (size_t i = 0; i < COLUMNS; i++)
		if (columns[i].text) {
			const char **text = (const char **)((char *)row + columns[i].offset);

			*text = *text && **text ? arena_strdup(a, *text) : "";
		}
	row->name_key = arena_strndup(a, key, name_key_into(p, key));
	row->class_key = arena_strndup(
		a, key, class_key_into(row->person.class_name, row->person.position, key));
}

enum rc crowd_add(struct store *s, const struct person *p)
{
	struct crowd *crowd = s->crowd;
	struct batch *batch = &crowd->batch[crowd->filling];
	enum rc rc = RC_OK;

	if (!batch->row)
		batch_new(batch);
	batch_add(batch, p);
	if (batch->n < BATCH)
		return RC_OK;
	rc = writer_end(crowd);
	if (rc) {
		batch_empty(batch); /* the step has failed: whoever goes on adding must find room */
		return rc;
	}
	batch_go(crowd);
	if (writer_begin(crowd))
		return RC_OK;
	writer_run(crowd);
	return writer_end(crowd);
}

struct crowd *crowd_new(const struct store *s)
{
	struct crowd *crowd = mem_alloc(sizeof(*crowd));

	crowd->store = s;
	return crowd;
}

void crowd_forget(struct crowd *crowd)
{
	writer_end(crowd);
	crowd->err.code = RC_OK;
	for (int i = 0; i < 2; i++) {
		arena_done(&crowd->batch[i].arena);
		free(crowd->batch[i].row);
		free(crowd->batch[i].by_name);
		crowd->batch[i] = (struct batch){ 0 };
	}
}

void crowd_free(struct crowd *crowd)
{
	crowd_forget(crowd);
	free(crowd);
}
