/* The counts of the board. */
#include "nastavnik/store/read/board.h"

#include "bond_private.h"
#include "consent_private.h"
#include "query.h"

/* Counting 100,000 people would take half of the program's start. */
static enum rc anybody_find(const struct store *s, int64_t year, struct board *b)
{
	QUERY(q, s, "SELECT EXISTS (SELECT 1 FROM person_year WHERE year = ?1)");

	bind_int(q, year);
	if (query_next(q))
		b->anybody = col_int(q) != 0;
	return query_rc(q);
}

/* What both bases are asked, one role at a time. */
struct base_counts {
	int64_t all, places, without_topic, without_consent, without_data_consent, complete,
		without_pair, selected, trained, ready, entries;
};

static enum rc base_count(const struct store *s, int64_t year, int64_t role, struct base_counts *c)
{
	QUERY(q, s,
	      "SELECT count(*), coalesce(sum(t.capacity), 0),"
	      " count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM trait r"
	      "   JOIN book_item b ON b.id = r.item"
	      "   WHERE r.participation = t.id AND b.book <= 2)),"
	      " count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM consent c"
	      "   WHERE " CONSENT_OF_T_SQL ")),"
	      " count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM consent c"
	      "   WHERE " CONSENT_DATA_OF_T_SQL ")),"
	      " count(*) FILTER (WHERE EXISTS (SELECT 1 FROM trait r"
	      "   JOIN book_item b ON b.id = r.item"
	      "   WHERE r.participation = t.id AND b.book <= 2)"
	      "   AND EXISTS (SELECT 1 FROM consent c WHERE " CONSENT_OF_T_SQL ")"
	      "   AND EXISTS (SELECT 1 FROM consent c WHERE " CONSENT_DATA_OF_T_SQL ")),"
	      " count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM member m"
	      "   WHERE m.mentee = t.id AND " LASTS_SQL ")),"
	      " count(*) FILTER (WHERE t.selected <> 0), count(*) FILTER (WHERE t.trained <> 0),"
	      " count(*) FILTER (WHERE t.selected <> 0 AND t.trained <> 0),"
	      " count(*) FILTER (WHERE t.entry_on <> 0)"
	      " FROM participation t JOIN person_year y ON y.person = t.person AND y.year = t.year"
	      " WHERE t.year = ?1 AND t.role = ?2 AND y.left_on = 0");

	bind_int(q, year);
	bind_int(q, role);
	if (query_next(q)) {
		c->all = col_int(q);
		c->places = col_int(q);
		c->without_topic = col_int(q);
		c->without_consent = col_int(q);
		c->without_data_consent = col_int(q);
		c->complete = col_int(q);
		c->without_pair = col_int(q);
		c->selected = col_int(q);
		c->trained = col_int(q);
		c->ready = col_int(q);
		c->entries = col_int(q);
	}
	return query_rc(q);
}

static enum rc bond_count(const struct store *s, int64_t year, struct board *b)
{
	QUERY(q, s,
	      "SELECT count(DISTINCT b.id) FILTER (WHERE m.state = 1),"
	      " count(*) FILTER (WHERE m.state = 1), count(*) FILTER (WHERE m.state = 2),"
	      " count(DISTINCT b.id) FILTER (WHERE m.state = 1 AND NOT EXISTS"
	      "   (SELECT 1 FROM plan_item i WHERE i.bond = b.id))"
	      " FROM bond b JOIN member m ON m.bond = b.id WHERE b.year = ?1");

	bind_int(q, year);
	if (query_next(q)) {
		b->bonds = col_int(q);
		b->members = col_int(q);
		b->ended = col_int(q);
		b->bonds_without_plan = col_int(q);
	}
	return query_rc(q);
}

static enum rc proposal_count(const struct store *s, int64_t year, struct board *b)
{
	QUERY(q, s,
	      "SELECT (SELECT count(*) FROM proposal WHERE year = ?1), h.number,"
	      " (SELECT count(*) FROM proposal_pair r WHERE r.proposal = h.id), h.confirmed"
	      " FROM proposal h WHERE h.year = ?1 ORDER BY h.number DESC, h.made_at DESC, h.id "
	      "LIMIT 1");

	bind_int(q, year);
	if (query_next(q)) {
		b->proposals = col_int(q);
		b->proposal_number = col_int(q);
		b->proposal_pairs = col_int(q);
		b->proposal_confirmed = col_int(q);
	}
	return query_rc(q);
}

enum rc board_load(const struct store *s, int64_t year, struct board *out)
{
	SNAPSHOT(s);
	struct base_counts mentees = { 0 }, mentors = { 0 };
	struct board b = { 0 };

	if (anybody_find(s, year, &b) != RC_OK || base_count(s, year, 1, &mentees) != RC_OK ||
	    base_count(s, year, 2, &mentors) != RC_OK || bond_count(s, year, &b) != RC_OK ||
	    proposal_count(s, year, &b) != RC_OK)
		return err_last()->code;
	b.mentees = mentees.all;
	b.mentees_without_topic = mentees.without_topic;
	b.mentees_without_consent = mentees.without_consent;
	b.mentees_without_data_consent = mentees.without_data_consent;
	b.mentees_complete = mentees.complete;
	b.mentors_complete = mentors.complete;
	b.mentees_without_pair = mentees.without_pair;
	b.mentors = mentors.all;
	b.places = mentors.places;
	b.mentors_without_topic = mentors.without_topic;
	b.mentors_without_consent = mentors.without_consent;
	b.mentors_without_data_consent = mentors.without_data_consent;
	b.mentors_selected = mentors.selected;
	b.mentors_trained = mentors.trained;
	b.mentors_ready = mentors.ready;
	b.entries = mentees.entries + mentors.entries;
	*out = b;
	return RC_OK;
}
