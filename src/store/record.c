/* Registers: one row of constant statements a type, one reader and one binder for all of them. */
#include "nastavnik/store/write/record.h"

#include <assert.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/model/bases.h"
#include "nastavnik/model/contest.h"
#include "nastavnik/model/growth.h"
#include "nastavnik/model/indicator.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/model/survey.h"
#include "nastavnik/model/swot.h"
#include "nastavnik/model/termwork.h"
#include "nastavnik/model/training.h"
#include "query.h"

enum { CHILDREN_MAX = 4 };

struct record_sql {
	const struct record_type *type;
	const char *list, *list_year, *list_all, *count_year, *get, *insert, *update, *remove;
	/* What belongs to a record and goes with it; run with its id before `remove`. */
	const char *children[CHILDREN_MAX];
};

/* Places of n values behind id and owner. */
#define VALUES_1 "?3"
#define VALUES_2 VALUES_1 ", ?4"
#define VALUES_3 VALUES_2 ", ?5"
#define VALUES_4 VALUES_3 ", ?6"
#define VALUES_5 VALUES_4 ", ?7"
#define VALUES_6 VALUES_5 ", ?8"
#define VALUES_7 VALUES_6 ", ?9"
#define VALUES_8 VALUES_7 ", ?10"
#define VALUES_9 VALUES_8 ", ?11"
#define VALUES_10 VALUES_9 ", ?12"
#define VALUES_11 VALUES_10 ", ?13"
#define VALUES_12 VALUES_11 ", ?14"
#define VALUES_13 VALUES_12 ", ?15"
#define VALUES_14 VALUES_13 ", ?16"
#define VALUES_15 VALUES_14 ", ?17"
#define VALUES_16 VALUES_15 ", ?18"
#define VALUES_17 VALUES_16 ", ?19"
#define VALUES_18 VALUES_17 ", ?20"
#define VALUES_19 VALUES_18 ", ?21"

/* Which records belong to a school year. */
#define OF_YEAR "year = ?1"
#define OF_BOND "bond IN (SELECT id FROM bond WHERE year = ?1)"
#define OF_PARTICIPATION "participation IN (SELECT id FROM participation WHERE year = ?1)"
#define OF_EVENT "event IN (SELECT id FROM event WHERE year = ?1)"
#define OF_COURSE "course IN (SELECT id FROM course WHERE year = ?1)"
#define OF_SURVEY "survey IN (SELECT id FROM survey WHERE year = ?1)"
#define OF_CONTEST "contest IN (SELECT id FROM contest WHERE year = ?1)"

/*
 * The statements of one table: its name, the owner's column, which belong to a year, the columns of
 * the field table in its order and their number, the order of the list.
 */
#define STATEMENTS(table, of, of_year, columns, n, order) \
	STATEMENTS_WHERE(table, of, of_year, "", columns, n, order)

/* The same of a type that has only a part of the table: where is " AND …". */
#define STATEMENTS_WHERE(table, of, of_year, where, columns, n, order)                             \
	.list = "SELECT id, " of ", " columns " FROM " table " WHERE " of " = ?1" where            \
		" ORDER BY " order ", id",                                                         \
	.list_year = "SELECT id, " of ", " columns " FROM " table " WHERE " of_year where          \
		     " ORDER BY " of ", " order ", id",                                            \
	.count_year = "SELECT count(*) FROM " table " WHERE " of_year where,                       \
	.list_all = "SELECT id, " of ", " columns " FROM " table " ORDER BY " of " DESC, " order   \
		    ", id",                                                                        \
	.get = "SELECT id, " of ", " columns " FROM " table " WHERE id = ?1",                      \
	.insert =                                                                                  \
		"INSERT INTO " table " (id, " of ", " columns ") VALUES (?1, ?2, " VALUES_##n ")", \
	.update =                                                                                  \
		"UPDATE " table " SET (" of ", " columns ") = (?2, " VALUES_##n ") WHERE id = ?1", \
	.remove = "DELETE FROM " table " WHERE id = ?1"

#define PLAN_COLUMNS "name, work, due, expected, done_on, actual, mark, part"

/* Each table stands under its stage. */
static const struct record_sql registers[] = {
	{ &team_type,
	  STATEMENTS("team", "year", OF_YEAR, "name, role, position, duties, contact", 5, "name") },
	{ &aim_type, STATEMENTS("aim", "year", OF_YEAR, "name, form, expected, reached", 4, "id") },
	{ &document_type, STATEMENTS("document", "year", OF_YEAR,
				     "kind, number, on_day, name, file, note", 6, "on_day") },
	/* Stage 6. */
	{ &meeting_type,
	  STATEMENTS("meeting", "bond", OF_BOND,
		     "on_day, theme, result, mark, next_on, kind, source", 7, "on_day") },
	{ &plan_item_type,
	  STATEMENTS_WHERE("plan_item", "bond", OF_BOND, " AND part = 2", PLAN_COLUMNS, 8, "due") },
	{ &programme_item_type,
	  STATEMENTS_WHERE("plan_item", "bond", OF_BOND, " AND part = 1", PLAN_COLUMNS, 8, "due") },
	{ &visit_type, STATEMENTS("visit", "bond", OF_BOND,
				  "on_day, way, class, theme, seen, advice", 6, "on_day") },
	{ &handout_type,
	  STATEMENTS("handout", "bond", OF_BOND, "on_day, name, link", 3, "on_day") },
	{ &consultation_type,
	  STATEMENTS("consultation", "bond", OF_BOND, "on_day, whom, theme, result", 4, "on_day") },
	{ &pause_type, STATEMENTS("pause", "bond", OF_BOND, "on_day, until, reason", 3, "on_day") },
	{ &ground_type, STATEMENTS("ground", "year", OF_YEAR,
				   "name, number, on_day, link, note, code", 6, "on_day") },
	{ &resource_type, STATEMENTS("resource", "year", OF_YEAR,
				     "kind, name, quantity, source, note", 5, "kind, name") },
	{ &partner_type,
	  STATEMENTS("partner", "year", OF_YEAR,
		     "kind, name, person, contact, agreement, agreed_on, until, gives, what", 9,
		     "name") },
	{ &event_type,
	  STATEMENTS("event", "year", OF_YEAR,
		     "stage, kind, name, on_day, until, audience, people, place, outside, result,"
		     " link",
		     11, "on_day"),
	  .children = { "DELETE FROM guest WHERE event = ?1" } },
	{ &guest_type,
	  STATEMENTS("guest", "event", OF_EVENT, "participation, name, part, result", 4, "name") },
	{ &publication_type, STATEMENTS("publication", "year", OF_YEAR,
					"on_day, name, place, link, note", 5, "on_day") },
	{ &study_type,
	  STATEMENTS("study", "year", OF_YEAR,
		     "who, name, place, on_day, until, hours, certificate", 7, "on_day") },
	{ &term_report_type,
	  STATEMENTS("report", "bond", OF_BOND,
		     "term, side, on_day, mark, done, difficulties, wishes", 7, "term, side") },
	{ &review_type, STATEMENTS("review", "year", OF_YEAR,
				   "term, on_day, aim, studied, conclusions, recommendations,"
				   " considered",
				   7, "on_day") },
	/* Stage 7. */
	{ &feedback_type,
	  STATEMENTS("feedback", "bond", OF_BOND,
		     "side, participation, on_day, mark, gained, missed, again", 7, "side") },
	{ &award_type, STATEMENTS("award", "year", OF_YEAR,
				  "nomination, participation, name, kind, decided, reason, number,"
				  " on_day, received_on",
				  9, "kind, number") },
	{ &incentive_type, STATEMENTS("incentive", "year", OF_YEAR,
				      "month, participation, basis, points, note", 5, "month") },
	{ &practice_type,
	  STATEMENTS("practice", "year", OF_YEAR,
		     "kind, name, author, form, request, done, result, repeat, link,"
		     " reviewed_on",
		     10, "kind, name") },
	{ &contest_type,
	  STATEMENTS("contest", "year", OF_YEAR,
		     "name, taken_to, judged_to, awards_on, chair, secretary, number,"
		     " note",
		     8, "taken_to"),
	  .children = { "DELETE FROM entry_mark"
			" WHERE entry IN (SELECT id FROM entry WHERE contest = ?1)",
			"DELETE FROM entry WHERE contest = ?1",
			"DELETE FROM expert WHERE contest = ?1",
			"DELETE FROM criterion WHERE contest = ?1" } },
	{ &criterion_type,
	  STATEMENTS("criterion", "contest", OF_CONTEST, "name, mark_max", 2, "id"),
	  .children = { "DELETE FROM entry_mark WHERE criterion = ?1" } },
	{ &expert_type, STATEMENTS("expert", "contest", OF_CONTEST, "name, position", 2, "name"),
	  .children = { "DELETE FROM entry_mark WHERE expert = ?1" } },
	{ &entry_type,
	  STATEMENTS("entry", "contest", OF_CONTEST,
		     "name, author, nomination, taken_on, link, place", 6, "taken_on"),
	  .children = { "DELETE FROM entry_mark WHERE entry = ?1" } },
	{ &self_analysis_type,
	  STATEMENTS("self_analysis", "participation", OF_PARTICIPATION,
		     "on_day, aims, done, gained, difficulties, next", 6, "on_day") },
	{ &request_type,
	  STATEMENTS("request", "participation", OF_PARTICIPATION,
		     "item, state, on_day, source, words, closed_on, result", 7, "on_day") },
	{ &invitation_type,
	  STATEMENTS("invitation", "year", OF_YEAR,
		     "on_day, name, subbase, place, contact, by, answer, answered_on, note", 9,
		     "on_day") },
	/* stage 4 */
	{ &interview_type,
	  STATEMENTS("interview", "participation", OF_PARTICIPATION,
		     "on_day, interviewer, experience, strengths, communication, time, life, suits,"
		     " civic, motivation, decision, reason",
		     12, "on_day, interviewer") },
	{ &course_type,
	  STATEMENTS("course", "year", OF_YEAR,
		     "role, name, teacher, hours, test_on, mark_max, mark_pass, attend, note", 9,
		     "name"),
	  .children = { "DELETE FROM attendance"
			" WHERE lesson IN (SELECT id FROM lesson WHERE course = ?1)",
			"DELETE FROM lesson WHERE course = ?1",
			"DELETE FROM learner WHERE course = ?1" } },
	{ &lesson_type,
	  STATEMENTS("lesson", "course", OF_COURSE, "on_day, name, hours, teacher", 4, "on_day"),
	  .children = { "DELETE FROM attendance WHERE lesson = ?1" } },
	{ &learner_type,
	  STATEMENTS("learner", "course", OF_COURSE,
		     "participation, mark, certificate, certified_on, received_on", 5,
		     "participation"),
	  .children = { "DELETE FROM attendance WHERE learner = ?1" } },
	/* surveys and monitoring */
	{ &survey_type,
	  STATEMENTS("survey", "year", OF_YEAR,
		     "name, kind, role, form, wave, intro, second, speed, hidden, code, version",
		     11, "code, version"),
	  .children = { "DELETE FROM survey_item WHERE survey = ?1",
			"DELETE FROM batch WHERE survey = ?1",
			"DELETE FROM taken WHERE packet IN (SELECT id FROM packet WHERE survey = "
			"?1)",
			"DELETE FROM packet WHERE survey = ?1" } },
	{ &survey_item_type,
	  STATEMENTS("survey_item", "survey", OF_SURVEY,
		     "position, section, code, name, kind, low, high, low_label, high_label,"
		     " soft_low, soft_high, options, only_if, required, reverse, good, scale,"
		     " second",
		     18, "position") },
	{ &batch_type,
	  STATEMENTS("batch", "survey", OF_SURVEY, "name, received_on, forms, giver, note", 5,
		     "received_on, name") },
	{ &measure_type,
	  STATEMENTS("measure", "year", OF_YEAR, "name, kind, reverse", 3, "kind, name"),
	  .children = { "DELETE FROM growth WHERE measure = ?1" } },
	{ &swot_type,
	  STATEMENTS("swot", "year", OF_YEAR, "part, name, form, basis, state, code", 6, "part") },
	{ &packet_type,
	  STATEMENTS("packet", "survey", OF_SURVEY,
		     "made_on, whom, forms, named, sealed, taken_on, note", 7, "made_on, id"),
	  .children = { "DELETE FROM taken WHERE packet = ?1" } },
	{ &indicator_type,
	  STATEMENTS("indicator", "year", OF_YEAR,
		     "position, number, name, list, kind, reverse, note, hidden, rule, code", 10,
		     "list, position IS NULL, position"),
	  .children = { "DELETE FROM indicator_value WHERE indicator = ?1" } },
};

static const struct record_sql *sql_of(const struct record_type *type)
{
	for (size_t i = 0; i < sizeof(registers) / sizeof(registers[0]); i++)
		if (registers[i].type == type)
			return &registers[i];
	assert(!"a record type without a table");
	return NULL;
}

const struct record_type *record_type_at(size_t i)
{
	return i < sizeof(registers) / sizeof(registers[0]) ? registers[i].type : NULL;
}

const struct record_type *record_type_named(const char *name)
{
	for (size_t i = 0; i < sizeof(registers) / sizeof(registers[0]); i++)
		if (strcmp(registers[i].type->name, name) == 0)
			return registers[i].type;
	return NULL;
}

static void value_read(struct query *q, struct arena *a, const struct field *field, void *record)
{
	if (field_is_text(field))
		field_set_text(field, record, col_text(q, a));
	else if (field->kind == FIELD_NUMBER)
		field_set_int(field, record, col_number(q, FIELD_NOTHING));
	else
		field_set_int(field, record, col_int(q));
}

static void record_read(struct query *q, struct arena *a, const struct record_type *type,
			void *record)
{
	struct record *head = record;

	head->id = col_int(q);
	head->owner = col_int(q);
	for (size_t i = 0; i < type->fields->n; i++)
		value_read(q, a, &type->fields->row[i], record);
}

static void value_bind(struct query *q, const struct field *field, const void *record)
{
	if (field_is_text(field))
		bind_text(q, field_text(field, record));
	else if (field->kind == FIELD_NUMBER)
		bind_number(q, field_int(field, record), FIELD_NOTHING);
	else if (field->kind == FIELD_CHOICE)
		bind_id(q, field_int(field, record));
	else
		bind_int(q, field_int(field, record));
}

static enum rc rows_read(struct query *q, struct arena *a, const struct record_type *type,
			 struct records *out)
{
	struct records list = { 0 };
	size_t cap = 0;

	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, type->size);
		memset(record_at(type, &list, list.n), 0, type->size);
		record_read(q, a, type, record_at(type, &list, list.n++));
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc record_list(const struct store *s, struct arena *a, const struct record_type *type,
		    int64_t owner, struct records *out)
{
	QUERY_OF(q, s, sql_of(type)->list);

	bind_int(q, owner);
	return rows_read(q, a, type, out);
}

enum rc record_list_year(const struct store *s, struct arena *a, const struct record_type *type,
			 int64_t year, struct records *out)
{
	QUERY_OF(q, s, sql_of(type)->list_year);

	bind_int(q, year);
	return rows_read(q, a, type, out);
}

enum rc record_list_all(const struct store *s, struct arena *a, const struct record_type *type,
			struct records *out)
{
	QUERY_OF(q, s, sql_of(type)->list_all);

	return rows_read(q, a, type, out);
}

enum rc record_count_year(const struct store *s, const struct record_type *type, int64_t year,
			  int64_t *out)
{
	QUERY_OF(q, s, sql_of(type)->count_year);

	bind_int(q, year);
	if (query_next(q))
		*out = col_int(q);
	return query_rc(q);
}

static enum rc record_gone(void)
{
	return err_set(RC_NOT_FOUND, _("This record is not in the file any more."));
}

enum rc record_get(const struct store *s, struct arena *a, const struct record_type *type,
		   int64_t id, void *record)
{
	QUERY_OF(q, s, sql_of(type)->get);

	bind_int(q, id);
	if (query_next(q))
		record_read(q, a, type, record);
	else if (query_rc(q) == RC_OK)
		return record_gone();
	return query_rc(q);
}

static enum rc row_write(struct store *s, const char *sql, const struct record_type *type,
			 const struct record *head, const void *record)
{
	QUERY_OF(q, s, sql);

	bind_int(q, head->id);
	bind_int(q, head->owner);
	for (size_t i = 0; i < type->fields->n; i++)
		value_bind(q, &type->fields->row[i], record);
	if (query_run(q) == RC_OK && !query_changes(q))
		return record_gone();
	return query_rc(q);
}

enum rc record_insert(struct store *s, const struct record_type *type, const void *record)
{
	return row_write(s, sql_of(type)->insert, type, record, record);
}

enum rc record_put(struct store *s, const struct record_type *type, void *record)
{
	const struct record_sql *sql = sql_of(type);
	struct record *head = record, fresh = *head;
	enum rc rc;

	if (head->id)
		return row_write(s, sql->update, type, head, record);
	fresh.id = id_new();
	rc = row_write(s, sql->insert, type, &fresh, record);
	if (!rc)
		head->id = fresh.id;
	return rc;
}

enum rc records_add(struct store *s, const struct record_type *type, const struct records *records)
{
	for (size_t i = 0; i < records->n; i++)
		if (record_put(s, type, record_at(type, records, i)) != RC_OK)
			return err_last()->code;
	return RC_OK;
}

static enum rc run_with_id(struct store *s, const char *sql, int64_t id, int *changes)
{
	QUERY_OF(q, s, sql);

	bind_int(q, id);
	if (query_run(q) == RC_OK)
		*changes = query_changes(q);
	return query_rc(q);
}

enum rc record_delete(struct store *s, const struct record_type *type, int64_t id)
{
	const struct record_sql *sql = sql_of(type);
	int changes = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < CHILDREN_MAX && sql->children[i] && !rc; i++)
		rc = run_with_id(s, sql->children[i], id, &changes);
	if (!rc)
		rc = run_with_id(s, sql->remove, id, &changes);
	return rc || changes ? rc : record_gone();
}
