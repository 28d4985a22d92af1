/* Reference books of a year. */
#include "nastavnik/store/write/book.h"

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "query.h"
#include "school_private.h"

static struct book_item book_item_read(struct query *q, struct arena *a)
{
	struct book_item item = { 0 };

	item.id = col_int(q);
	item.year = col_int(q);
	item.book = col_int(q);
	item.code = col_text(q, a);
	item.name = col_text(q, a);
	item.synonyms = col_text(q, a);
	item.position = col_int(q);
	item.hidden = col_int(q);
	item.form = col_int(q);
	item.mentor_kind = col_int(q);
	item.mentee_kind = col_int(q);
	return item;
}

static enum rc items_load(const struct store *s, struct arena *a, int64_t year, struct books *out)
{
	QUERY(q, s,
	      "SELECT id, year, book, code, name, synonyms, position, hidden, form, mentor_kind,"
	      " mentee_kind FROM book_item WHERE year = ?1 ORDER BY book, position, id");
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		if (out->n == cap)
			out->row = arena_grow(a, out->row, out->n, &cap, sizeof(*out->row));
		out->row[out->n++] = book_item_read(q, a);
	}
	return query_rc(q);
}

static enum rc answers_load(const struct store *s, struct arena *a, struct book_item *item)
{
	QUERY(q, s, "SELECT competence FROM book_answer WHERE request = ?1 ORDER BY place");

	bind_int(q, item->id);
	return ids_read(q, a, &item->answers);
}

enum rc books_load(const struct store *s, struct arena *a, int64_t year, struct books *out)
{
	SNAPSHOT(s);
	struct books books = { 0 };
	enum rc rc = items_load(s, a, year, &books);

	for (size_t i = 0; i < books.n && rc == RC_OK; i++)
		if (books.row[i].book == BOOK_REQUEST)
			rc = answers_load(s, a, &books.row[i]);
	if (rc == RC_OK)
		*out = books;
	return rc;
}

/* A column that names items: how often it does, and naming another one (OR IGNORE: where that one
 * is named already the row goes). */
struct item_use {
	const char *count, *move, *drop;
};

#define USE(table, column)                                                           \
	{                                                                            \
		.count = "SELECT count(*) FROM " table " WHERE " column " = ?1",     \
		.move = "UPDATE " table " SET " column " = ?2 WHERE " column " = ?1" \
	}
#define USE_ONCE(table, column)                                                                 \
	{                                                                                       \
		.count = "SELECT count(*) FROM " table " WHERE " column " = ?1",                \
		.move = "UPDATE OR IGNORE " table " SET " column " = ?2 WHERE " column " = ?1", \
		.drop = "DELETE FROM " table " WHERE " column " = ?1"                           \
	}

/* Every column that names items but those of the books themselves and of proposals. */
static const struct item_use item_uses[] = {
	USE_ONCE("trait", "item"),
	USE_ONCE("person_category", "item"),
	USE("participation", "form"),
	USE("participation", "role_model"),
	USE("participation", "subbase"),
	USE("participation", "technology"),
	USE("bond", "form"),
	USE("bond", "role_model"),
	USE("bond", "technology"),
	USE("team", "role"),
	USE("aim", "form"),
	USE("document", "kind"),
	USE("resource", "kind"),
	USE("partner", "kind"),
	USE("event", "kind"),
	USE("request", "item"),
	USE("request", "source"),
	USE("invitation", "subbase"),
	USE("survey", "form"),
	USE("swot", "form"),
	USE("plan_item", "work"),
	USE("award", "nomination"),
	USE("practice", "form"),
	USE("entry", "nomination"),
};
enum { ITEM_USES = sizeof(item_uses) / sizeof(item_uses[0]) };

static enum rc use_count(const struct store *s, const char *sql, int64_t id, int64_t *n)
{
	QUERY_OF(q, s, sql);

	bind_int(q, id);
	if (query_next(q))
		*n += col_int(q);
	return query_rc(q);
}

enum rc book_item_uses(const struct store *s, int64_t id, int64_t *out)
{
	int64_t n = 0;
	enum rc rc = RC_OK;

	for (int i = 0; i < ITEM_USES && rc == RC_OK; i++)
		rc = use_count(s, item_uses[i].count, id, &n);
	if (rc == RC_OK)
		*out = n;
	return rc;
}

static enum rc use_move(struct store *s, const struct item_use *use, int64_t from, int64_t to)
{
	QUERY_OF(move, s, use->move);

	bind_int(move, from);
	bind_int(move, to);
	if (query_run(move) != RC_OK || !use->drop)
		return query_rc(move);

	QUERY_OF(drop, s, use->drop);

	bind_int(drop, from);
	return query_run(drop);
}

enum rc book_item_move(struct store *s, int64_t from, int64_t to)
{
	QUERY(proposals, s, "UPDATE proposal_pair SET form = ?2 WHERE form = ?1");
	enum rc rc;

	bind_int(proposals, from);
	bind_int(proposals, to);
	rc = query_run(proposals);
	for (int i = 0; i < ITEM_USES && rc == RC_OK; i++)
		rc = use_move(s, &item_uses[i], from, to);
	return rc;
}

static void bind_item(struct query *q, const struct book_item *item)
{
	bind_int(q, item->id);
	bind_int(q, item->year);
	bind_int(q, item->book);
	bind_text(q, item->code);
	bind_text(q, item->name);
	bind_text(q, item->synonyms);
	bind_int(q, item->position);
	bind_int(q, item->hidden);
	bind_id(q, item->form);
	bind_int(q, item->mentor_kind);
	bind_int(q, item->mentee_kind);
}

static enum rc item_upsert(struct store *s, const struct book_item *item)
{
	QUERY(q, s,
	      "INSERT INTO book_item (id, year, book, code, name, synonyms, position, hidden, form,"
	      " mentor_kind, mentee_kind) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
	      " ON CONFLICT (id) DO UPDATE SET year = ?2, book = ?3, code = ?4, name = ?5,"
	      " synonyms = ?6, position = ?7, hidden = ?8, form = ?9, mentor_kind = ?10,"
	      " mentee_kind = ?11");

	bind_item(q, item);
	return query_run(q);
}

static enum rc answers_clear(struct store *s, int64_t request)
{
	QUERY(q, s, "DELETE FROM book_answer WHERE request = ?1");

	bind_int(q, request);
	return query_run(q);
}

static enum rc answers_add(struct store *s, int64_t request, struct ids answers)
{
	QUERY(q, s,
	      "INSERT INTO book_answer (request, competence, place) VALUES (?1, ?2, ?3)"
	      " ON CONFLICT DO NOTHING");

	for (size_t i = 0; i < answers.n; i++) {
		bind_int(q, request);
		bind_int(q, answers.row[i]);
		bind_int(q, (int64_t)i + 1);
		if (query_run(q) != RC_OK)
			break;
		query_again(q);
	}
	return query_rc(q);
}

static enum rc next_position(const struct store *s, const struct book_item *item, int64_t *out)
{
	QUERY(q, s,
	      "SELECT coalesce(max(position), 0) + 1 FROM book_item WHERE year = ?1 AND book = ?2");

	bind_int(q, item->year);
	bind_int(q, item->book);
	if (query_next(q))
		*out = col_int(q);
	return query_rc(q);
}

enum rc book_item_put(struct store *s, struct book_item *item)
{
	struct book_item row = *item;

	if (!row.name || !row.name[0])
		return err_set(RC_INVALID, _("A line of a reference book needs a name."));
	if (!row.position && next_position(s, &row, &row.position) != RC_OK)
		return err_last()->code;
	if (!row.id)
		row.id = id_new();
	if (item_upsert(s, &row) != RC_OK || answers_clear(s, row.id) != RC_OK ||
	    answers_add(s, row.id, row.answers) != RC_OK)
		return err_last()->code;
	item->id = row.id;
	item->position = row.position;
	return RC_OK;
}

/* Forms, then what may name forms or be named by requests, then the requests with their answers:
 * each item finds those it names, whatever their order in the list. */
static int books_turn(const struct book_item *item)
{
	return item->book == BOOK_FORM ? 0 : item->book == BOOK_REQUEST ? 2 : 1;
}

enum rc books_add(struct store *s, int64_t year, const struct books *books)
{
	for (int turn = 0; turn <= 2; turn++) {
		for (size_t i = 0; i < books->n; i++) {
			struct book_item item = books->row[i];

			if (books_turn(&item) != turn)
				continue;
			item.year = year;
			if (book_item_put(s, &item) != RC_OK)
				return err_last()->code;
		}
	}
	return RC_OK;
}

static enum rc item_remove(struct store *s, int64_t id)
{
	QUERY(answers, s, "DELETE FROM book_answer WHERE request = ?1 OR competence = ?1");
	QUERY(item, s, "DELETE FROM book_item WHERE id = ?1");

	bind_int(answers, id);
	bind_int(item, id);
	if (query_run(answers) != RC_OK || query_run(item) != RC_OK)
		return err_last()->code;
	return query_changes(item) ? RC_OK
				   : err_set(RC_NOT_FOUND,
					     _("This line is not in the reference book any more."));
}

static enum rc role_models_of(const struct store *s, int64_t form, int64_t *out)
{
	QUERY(q, s,
	      "SELECT (SELECT count(*) FROM book_item WHERE form = ?1)"
	      " + (SELECT count(*) FROM proposal_pair WHERE form = ?1)");

	bind_int(q, form);
	if (query_next(q))
		*out = col_int(q);
	return query_rc(q);
}

enum rc book_item_delete(struct store *s, int64_t id)
{
	int64_t uses = 0, models = 0;

	if (book_item_uses(s, id, &uses) != RC_OK || role_models_of(s, id, &models) != RC_OK)
		return err_last()->code;
	if (uses + models > 0)
		return err_set(RC_CONFLICT,
			       _("This line of the reference book is in use. It can be hidden: "
				 "then it is not offered any more, and old records keep it."));
	return item_remove(s, id);
}
