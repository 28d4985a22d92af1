/* Proposals of pairs. */
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "nastavnik/store/write/bond.h"
#include "query.h"

static struct proposal head_read(struct query *q)
{
	struct proposal p = { 0 };

	p.id = col_int(q);
	p.year = col_int(q);
	p.number = col_int(q);
	p.made_at = col_int(q);
	p.confirmed = col_int(q);
	p.n = (size_t)col_int(q);
	return p;
}

#define HEAD_SELECT                                              \
	"SELECT h.id, h.year, h.number, h.made_at, h.confirmed," \
	" (SELECT count(*) FROM proposal_pair r WHERE r.proposal = h.id) FROM proposal h"

enum rc proposal_list(const struct store *s, struct arena *a, int64_t year, struct proposals *out)
{
	QUERY(q, s, HEAD_SELECT " WHERE h.year = ?1 ORDER BY h.number DESC, h.made_at DESC, h.id");
	struct proposals list = { 0 };
	size_t cap = 0;

	bind_int(q, year);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = head_read(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static enum rc pairs_load(const struct store *s, struct arena *a, struct proposal *p)
{
	QUERY(q, s,
	      "SELECT r.id, r.mentor, r.mentee, r.form, r.score, r.locked, r.by_hand"
	      " FROM proposal_pair r JOIN participation t ON t.id = r.mentee"
	      " LEFT JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " WHERE r.proposal = ?1 ORDER BY y.name_key, r.mentee, r.id");
	size_t cap = 0;

	p->pair = NULL;
	p->n = 0;
	bind_int(q, p->id);
	while (query_next(q)) {
		struct proposal_pair *pair;

		p->pair = arena_grow(a, p->pair, p->n, &cap, sizeof(*p->pair));
		pair = &p->pair[p->n++];
		pair->id = col_int(q);
		pair->mentor = col_int(q);
		pair->mentee = col_int(q);
		pair->form = col_int(q);
		pair->score = col_int(q);
		pair->locked = col_int(q);
		pair->by_hand = col_int(q);
	}
	return query_rc(q);
}

static enum rc no_such_proposal(void)
{
	return err_set(RC_NOT_FOUND, _("This proposal is not in the file any more."));
}

enum rc proposal_load(const struct store *s, struct arena *a, int64_t id, struct proposal *out)
{
	SNAPSHOT(s);
	QUERY(q, s, HEAD_SELECT " WHERE h.id = ?1");
	struct proposal p;

	bind_int(q, id);
	if (!query_next(q))
		return query_rc(q) != RC_OK ? query_rc(q) : no_such_proposal();
	p = head_read(q);
	if (pairs_load(s, a, &p) != RC_OK)
		return err_last()->code;
	*out = p;
	return RC_OK;
}

enum rc proposal_latest(const struct store *s, struct arena *a, int64_t year, struct proposal *out)
{
	SNAPSHOT(s);
	QUERY(q, s,
	      "SELECT id FROM proposal WHERE year = ?1"
	      " ORDER BY number DESC, made_at DESC, id LIMIT 1");
	int64_t id = 0;

	bind_int(q, year);
	if (query_next(q))
		id = col_int(q);
	if (query_rc(q) != RC_OK || !id)
		return query_rc(q) != RC_OK ? query_rc(q) : RC_NOT_FOUND;
	return proposal_load(s, a, id, out);
}

static enum rc next_number(const struct store *s, int64_t year, int64_t *out)
{
	QUERY(q, s, "SELECT coalesce(max(number), 0) + 1 FROM proposal WHERE year = ?1");

	bind_int(q, year);
	if (query_next(q))
		*out = col_int(q);
	return query_rc(q);
}

static enum rc head_insert(struct store *s, const struct proposal *p)
{
	QUERY(q, s,
	      "INSERT INTO proposal (id, year, number, made_at, confirmed)"
	      " VALUES (?1, ?2, ?3, ?4, ?5)");

	bind_int(q, p->id);
	bind_int(q, p->year);
	bind_int(q, p->number);
	bind_int(q, p->made_at);
	bind_int(q, p->confirmed);
	return query_run(q);
}

static enum rc pairs_write(struct store *s, struct proposal *p)
{
	QUERY(q, s,
	      "INSERT INTO proposal_pair (id, proposal, mentor, mentee, form, score, locked, "
	      "by_hand)"
	      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE"
	      " SET mentor = ?3, mentee = ?4, form = ?5, score = ?6, locked = ?7, by_hand = ?8");

	for (size_t i = 0; i < p->n; i++) {
		struct proposal_pair *pair = &p->pair[i];

		if (!pair->id)
			pair->id = id_new();
		bind_int(q, pair->id);
		bind_int(q, p->id);
		bind_int(q, pair->mentor);
		bind_int(q, pair->mentee);
		bind_id(q, pair->form);
		bind_int(q, pair->score);
		bind_int(q, pair->locked);
		bind_int(q, pair->by_hand);
		if (query_run(q) != RC_OK)
			break;
		query_again(q);
	}
	return query_rc(q);
}

enum rc proposal_save(struct store *s, struct proposal *p)
{
	struct proposal head = *p;

	head.id = id_new();
	head.made_at = clock_now();
	for (size_t i = 0; i < head.n; i++)
		head.pair[i].id = 0;
	if (next_number(s, head.year, &head.number) != RC_OK || head_insert(s, &head) != RC_OK ||
	    pairs_write(s, &head) != RC_OK)
		return err_last()->code;
	*p = head;
	return RC_OK;
}

static enum rc pairs_clear(struct store *s, int64_t proposal)
{
	QUERY(q, s, "DELETE FROM proposal_pair WHERE proposal = ?1");

	bind_int(q, proposal);
	return query_run(q);
}

static enum rc head_update(struct store *s, const struct proposal *p)
{
	QUERY(q, s, "UPDATE proposal SET number = ?2, made_at = ?3, confirmed = ?4 WHERE id = ?1");

	bind_int(q, p->id);
	bind_int(q, p->number);
	bind_int(q, p->made_at);
	bind_int(q, p->confirmed);
	if (query_run(q) == RC_OK && !query_changes(q))
		return no_such_proposal();
	return query_rc(q);
}

enum rc proposal_update(struct store *s, struct proposal *p)
{
	/* Cleared and written again: in the journal what stayed the same leaves no trace. */
	if (head_update(s, p) != RC_OK || pairs_clear(s, p->id) != RC_OK)
		return err_last()->code;
	return pairs_write(s, p);
}

enum rc proposal_delete(struct store *s, int64_t id)
{
	QUERY(q, s, "DELETE FROM proposal WHERE id = ?1");

	if (pairs_clear(s, id) != RC_OK)
		return err_last()->code;
	bind_int(q, id);
	if (query_run(q) == RC_OK && !query_changes(q))
		return no_such_proposal();
	return query_rc(q);
}
