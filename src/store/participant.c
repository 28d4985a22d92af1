/* Reading mentees and mentors. */
#include "nastavnik/store/read/participant.h"

#include <stdlib.h>
#include <string.h>

#include "consent_private.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/book.h"
#include "person_private.h"
#include "query.h"

/* What every query on participants selects, in the order participant_read() takes it: t is
 * participation, p and y as in PERSON_COLUMNS. */
#define PARTICIPANT_SELECT                                                                     \
	"SELECT t.id, t.role, t.form, t.role_model, t.topic_words, t.interest_words, t.hours," \
	" t.joined, t.note, t.representative, t.representative_contact, t.achievements,"       \
	" t.age_from, t.age_to, t.capacity, t.selected, t.trained, t.entry_on, t.checked_on,"  \
	" t.subbase, t.technology, t.mentor_type, t.going_on, t.number,"                       \
	" (SELECT max(c.signed_on) FROM consent c WHERE " CONSENT_OF_T_SQL "),"                \
	" (SELECT max(c.signed_on) FROM consent c WHERE " CONSENT_DATA_OF_T_SQL "),"           \
	" (SELECT max(c.signed_on) FROM consent c WHERE " CONSENT_PUBLISH_OF_T_SQL             \
	"), " PERSON_COLUMNS " FROM participation t JOIN person p ON p.id = t.person"          \
	" JOIN person_year y ON y.person = t.person AND y.year = t.year"

static struct participant participant_read(struct query *q, struct arena *a)
{
	struct participant t = { 0 };

	t.id = col_int(q);
	t.role = col_int(q);
	t.form = col_int(q);
	t.role_model = col_int(q);
	t.topic_words = col_text(q, a);
	t.interest_words = col_text(q, a);
	t.hours = col_number(q, FIELD_NOTHING);
	t.joined = col_int(q);
	t.note = col_text(q, a);
	t.representative = col_text(q, a);
	t.representative_contact = col_text(q, a);
	t.achievements = col_text(q, a);
	t.age_from = col_number(q, FIELD_NOTHING);
	t.age_to = col_number(q, FIELD_NOTHING);
	t.capacity = col_int(q);
	t.selected = col_int(q);
	t.trained = col_int(q);
	t.entry_on = col_int(q);
	t.checked_on = col_int(q);
	t.subbase = col_int(q);
	t.technology = col_int(q);
	t.mentor_type = col_int(q);
	t.going_on = col_int(q);
	t.number = col_int(q);
	t.consent_on = col_int(q);
	t.data_consent_on = col_int(q);
	t.publish_consent_on = col_int(q);
	t.person = person_read(q, a);
	return t;
}

/*
 * What hangs on participants comes in rows of its own, all of one participant together. The
 * gatherer finds the participant a row belongs to (found by id: by_id is in that order) and grows
 * his lists.
 */
struct gatherer {
	struct arena *arena;
	struct participant **by_id;
	size_t n;
	struct participant *at; /* whose rows are coming */
	size_t cap[3];          /* of his lists */
};

static int compare_ids(const void *a, const void *b)
{
	const struct participant *const *x = a, *const *y = b;

	return ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id);
}

static struct gatherer gatherer_new(struct arena *a, struct participant *row, size_t n)
{
	struct gatherer g = { .arena = a, .by_id = ARENA_NEW(a, struct participant *, n), .n = n };

	for (size_t i = 0; i < n; i++)
		g.by_id[i] = &row[i];
	qsort(g.by_id, n, sizeof(*g.by_id), compare_ids);
	return g;
}

/* The participant of a row; NULL: none of ours. */
static struct participant *gather_at(struct gatherer *g, int64_t id)
{
	struct participant key = { .id = id }, *wanted = &key, **found;

	if (g->at && g->at->id == id)
		return g->at;
	found = bsearch(&wanted, g->by_id, g->n, sizeof(*g->by_id), compare_ids);
	g->at = found ? *found : NULL;
	memset(g->cap, 0, sizeof(g->cap));
	return g->at;
}

static void gather(struct gatherer *g, struct ids *list, int which, int64_t id)
{
	if (list->n == g->cap[which])
		list->row = arena_grow(g->arena, list->row, list->n, &g->cap[which],
				       sizeof(*list->row));
	list->row[list->n++] = id;
}

static void trait_add(struct gatherer *g, struct participant *t, int64_t book, int64_t item)
{
	if (book == BOOK_INTEREST)
		gather(g, &t->interests, 1, item);
	else if (book == BOOK_DEFICIT)
		gather(g, &t->deficits, 2, item);
	else
		gather(g, &t->topics, 0, item);
}

/* Rows: participation, book, item. */
static enum rc gather_traits(struct gatherer g, struct query *q)
{
	while (query_next(q)) {
		struct participant *t = gather_at(&g, col_int(q));
		int64_t book = col_int(q), item = col_int(q);

		if (t)
			trait_add(&g, t, book, item);
	}
	return query_rc(q);
}

/* Rows: chooser, is it a refusal, chosen. */
static enum rc gather_ballots(struct gatherer g, struct query *q)
{
	while (query_next(q)) {
		struct participant *t = gather_at(&g, col_int(q));
		bool refusal = col_int(q);
		int64_t chosen = col_int(q);

		if (t)
			gather(&g, refusal ? &t->refusals : &t->choices, refusal, chosen);
	}
	return query_rc(q);
}

#define TRAIT_SELECT                                          \
	"SELECT r.participation, b.book, r.item FROM trait r" \
	" JOIN book_item b ON b.id = r.item "
#define BALLOT_SELECT "SELECT l.chooser, l.place = 0, l.chosen FROM ballot l "

static enum rc load_one(const struct store *s, struct arena *a, struct participant *t)
{
	QUERY(traits, s, TRAIT_SELECT "WHERE r.participation = ?1 ORDER BY r.place");
	QUERY(ballots, s, BALLOT_SELECT "WHERE l.chooser = ?1 ORDER BY l.place");
	struct gatherer g = gatherer_new(a, t, 1);

	bind_int(traits, t->id);
	bind_int(ballots, t->id);
	if (gather_traits(g, traits) != RC_OK)
		return query_rc(traits);
	return gather_ballots(g, ballots);
}

enum rc participant_page(const struct store *s, struct arena *a, const int64_t *ids, size_t n,
			 struct participant *row)
{
	SNAPSHOT(s);
	QUERY(q, s, PARTICIPANT_SELECT " WHERE t.id = ?1");
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && rc == RC_OK; i++) {
		bind_int(q, ids[i]);
		if (query_next(q)) {
			row[i] = participant_read(q, a);
			rc = load_one(s, a, &row[i]);
		} else {
			participant_init(&row[i], ROLE_MENTEE, 0);
			person_nobody(&row[i].person);
			rc = query_rc(q);
		}
		query_again(q);
	}
	return rc;
}

enum rc participant_get(const struct store *s, struct arena *a, int64_t id, struct participant *out)
{
	struct participant t;

	if (participant_page(s, a, &id, 1, &t) != RC_OK)
		return err_last()->code;
	if (!t.id)
		return err_set(RC_NOT_FOUND, _("This participant is not in the file any more."));
	*out = t;
	return RC_OK;
}

enum rc participant_find(const struct store *s, struct arena *a, int64_t person, int64_t year,
			 enum role role, struct participant *out)
{
	QUERY(q, s, "SELECT id FROM participation WHERE person = ?1 AND year = ?2 AND role = ?3");
	int64_t id = 0;

	bind_int(q, person);
	bind_int(q, year);
	bind_int(q, role);
	if (query_next(q))
		id = col_int(q);
	if (query_rc(q) != RC_OK)
		return query_rc(q);
	return id ? participant_get(s, a, id, out) : RC_NOT_FOUND;
}

static enum rc load_rows(const struct store *s, struct arena *a, int64_t year, enum role role,
			 struct participants *out)
{
	QUERY(q, s,
	      PARTICIPANT_SELECT " WHERE t.year = ?1 AND t.role = ?2 ORDER BY y.name_key, t.id");
	size_t cap = 0;

	bind_int(q, year);
	bind_int(q, role);
	while (query_next(q)) {
		if (out->n == cap)
			out->row = arena_grow(a, out->row, out->n, &cap, sizeof(*out->row));
		out->row[out->n++] = participant_read(q, a);
	}
	return query_rc(q);
}

enum rc participant_load_all(const struct store *s, struct arena *a, int64_t year, enum role role,
			     struct participants *out)
{
	SNAPSHOT(s);
	struct participants list = { 0 };
	struct gatherer g;
	enum rc rc = load_rows(s, a, year, role, &list);

	if (rc != RC_OK)
		return rc;

	QUERY(traits, s,
	      TRAIT_SELECT "JOIN participation t ON t.id = r.participation"
			   " WHERE t.year = ?1 AND t.role = ?2 ORDER BY r.participation, r.place");
	QUERY(ballots, s,
	      BALLOT_SELECT "JOIN participation t ON t.id = l.chooser"
			    " WHERE t.year = ?1 AND t.role = ?2 ORDER BY l.chooser, l.place");

	g = gatherer_new(a, list.row, list.n);
	bind_int(traits, year);
	bind_int(traits, role);
	bind_int(ballots, year);
	bind_int(ballots, role);
	rc = gather_traits(g, traits);
	if (rc == RC_OK)
		rc = gather_ballots(g, ballots);
	if (rc == RC_OK)
		*out = list;
	return rc;
}

void participants_here(struct participants *all)
{
	size_t here = 0;

	for (size_t i = 0; i < all->n; i++) {
		if (!all->row[i].person.left_on)
			all->row[here++] = all->row[i];
	}
	all->n = here;
}
