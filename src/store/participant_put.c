/* Changing mentees and mentors. */
#include "consent_private.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "nastavnik/store/read/standing.h"
#include "nastavnik/store/write/consent.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/person.h"
#include "query.h"

static void bind_participant(struct query *q, const struct participant *t)
{
	bind_int(q, t->id);
	bind_int(q, t->person.id);
	bind_int(q, t->person.year);
	bind_int(q, t->role);
	bind_id(q, t->form);
	bind_id(q, t->role_model);
	bind_text(q, t->topic_words);
	bind_text(q, t->interest_words);
	bind_number(q, t->hours, FIELD_NOTHING);
	bind_int(q, t->joined);
	bind_text(q, t->note);
	bind_text(q, t->representative);
	bind_text(q, t->representative_contact);
	bind_text(q, t->achievements);
	bind_number(q, t->age_from, FIELD_NOTHING);
	bind_number(q, t->age_to, FIELD_NOTHING);
	bind_int(q, t->capacity);
	bind_int(q, t->selected);
	bind_int(q, t->trained);
	bind_int(q, t->entry_on);
	bind_int(q, t->checked_on);
	bind_id(q, t->subbase);
	bind_id(q, t->technology);
	bind_int(q, t->mentor_type);
	bind_int(q, t->going_on);
}

static enum rc participation_insert(struct store *s, const struct participant *t)
{
	QUERY(q, s,
	      "INSERT INTO participation (id, person, year, role, form, role_model, topic_words,"
	      " interest_words, hours, joined, note, representative, representative_contact,"
	      " achievements, age_from, age_to, capacity, selected, trained, entry_on, checked_on, "
	      "subbase,"
	      " technology, mentor_type, going_on)"
	      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,"
	      " ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25)");

	bind_participant(q, t);
	return query_run(q);
}

static enum rc participation_update(struct store *s, const struct participant *t)
{
	QUERY(q, s,
	      "UPDATE participation SET person = ?2, year = ?3, role = ?4, form = ?5,"
	      " role_model = ?6, topic_words = ?7, interest_words = ?8, hours = ?9, joined = ?10,"
	      " note = ?11, representative = ?12, representative_contact = ?13, achievements = ?14,"
	      " age_from = ?15, age_to = ?16, capacity = ?17, selected = ?18, trained = ?19,"
	      " entry_on = ?20, checked_on = ?21, subbase = ?22, technology = ?23,"
	      " mentor_type = ?24, going_on = ?25"
	      " WHERE id = ?1");

	bind_participant(q, t);
	if (query_run(q) == RC_OK && !query_changes(q))
		return err_set(RC_NOT_FOUND, _("This participant is not in the file any more."));
	return query_rc(q);
}

static enum rc delete_rows(struct query *q, int64_t id)
{
	bind_int(q, id);
	return query_run(q);
}

static enum rc traits_clear(struct store *s, int64_t id)
{
	QUERY(q, s, "DELETE FROM trait WHERE participation = ?1");

	return delete_rows(q, id);
}

static enum rc ballot_clear(struct store *s, int64_t id)
{
	QUERY(q, s, "DELETE FROM ballot WHERE chooser = ?1");

	return delete_rows(q, id);
}

/* The same item twice is there once, at its first place. */
static enum rc traits_add(struct store *s, int64_t id, struct ids items)
{
	QUERY(q, s,
	      "INSERT INTO trait (participation, item, place) VALUES (?1, ?2, ?3)"
	      " ON CONFLICT DO NOTHING");

	for (size_t i = 0; i < items.n; i++) {
		bind_int(q, id);
		bind_int(q, items.row[i]);
		bind_int(q, (int64_t)i + 1);
		if (query_run(q) != RC_OK)
			break;
		query_again(q);
	}
	return query_rc(q);
}

/* place of the first one; each next has it higher by step. */
static enum rc ballot_add(struct store *s, int64_t id, struct ids chosen, int64_t place,
			  int64_t step)
{
	QUERY(q, s,
	      "INSERT INTO ballot (chooser, chosen, place) VALUES (?1, ?2, ?3)"
	      " ON CONFLICT DO UPDATE SET place = 0 WHERE ?3 = 0");

	for (size_t i = 0; i < chosen.n; i++, place += step) {
		bind_int(q, id);
		bind_int(q, chosen.row[i]);
		bind_int(q, place);
		if (query_run(q) != RC_OK)
			break;
		query_again(q);
	}
	return query_rc(q);
}

/* What was withdrawn or has expired stays: it is history. */
static enum rc consent_clear(struct store *s, const struct person *p, enum consent_kind kind)
{
	QUERY(q, s,
	      "DELETE FROM consent WHERE id IN (SELECT c.id FROM consent c WHERE c.person = ?1"
	      " AND c.year = ?2 AND c.kind = ?3 AND " CONSENT_STANDS_SQL ")");

	bind_int(q, p->id);
	bind_int(q, p->year);
	bind_int(q, kind);
	return query_run(q);
}

/* The newest of the year that stands, and is there a paper of that very date; *id 0: none. */
static enum rc consent_find(const struct store *s, const struct person *p, enum consent_kind kind,
			    int64_t on, int64_t *id, bool *known)
{
	QUERY(stands, s,
	      "SELECT c.id FROM consent c WHERE c.person = ?1 AND c.year = ?2 AND c.kind = ?3"
	      " AND " CONSENT_STANDS_SQL " ORDER BY c.signed_on DESC, c.id LIMIT 1");
	QUERY(same, s,
	      "SELECT 1 FROM consent WHERE person = ?1 AND kind = ?3 AND signed_on = ?4"
	      " AND (year = ?2 OR (year < ?2 AND kind > 1 AND until > 0))");

	bind_int(stands, p->id);
	bind_int(stands, p->year);
	bind_int(stands, kind);
	*id = query_next(stands) ? col_int(stands) : 0;
	bind_int(same, p->id);
	bind_int(same, p->year);
	bind_int(same, kind);
	bind_int(same, on);
	*known = query_next(same);
	return query_rc(stands) != RC_OK ? query_rc(stands) : query_rc(same);
}

static enum rc consent_date(struct store *s, int64_t id, int64_t on)
{
	QUERY(q, s, "UPDATE consent SET signed_on = ?2 WHERE id = ?1");

	bind_int(q, id);
	bind_int(q, on);
	return query_run(q);
}

static enum rc consent_add(struct store *s, const struct participant *t, enum consent_kind kind,
			   int64_t on)
{
	struct consent fresh = { .person = t->person.id,
				 .year = t->person.year,
				 .kind = kind,
				 .signed_on = on,
				 .signed_by = t->representative };

	return consent_put(s, &fresh);
}

/*
 * The dates in a participant's record are a convenience over the papers: the date of the newest one
 * of a kind that stands. The consent is the person's: who is mentee and mentor has signed once, so
 * a new participation that brings none does not take the other's away. A paper of that very date
 * that was withdrawn is no new one: an old table that is brought in again does not revive it.
 */
static enum rc consent_on_put(struct store *s, const struct participant *t, enum consent_kind kind,
			      int64_t on, bool fresh)
{
	int64_t id;
	bool known;

	if (on == DATE_NONE)
		return fresh ? RC_OK : consent_clear(s, &t->person, kind);
	if (consent_find(s, &t->person, kind, on, &id, &known) != RC_OK)
		return err_last()->code;
	if (known)
		return RC_OK;
	return id ? consent_date(s, id, on) : consent_add(s, t, kind, on);
}

static enum rc consents_put(struct store *s, const struct participant *t, bool fresh)
{
	enum rc rc = consent_on_put(s, t, CONSENT_TAKE_PART, t->consent_on, fresh);

	if (rc == RC_OK)
		rc = consent_on_put(s, t, CONSENT_DATA, t->data_consent_on, fresh);
	if (rc == RC_OK)
		rc = consent_on_put(s, t, CONSENT_PUBLISH, t->publish_consent_on, fresh);
	return rc;
}

static enum rc check_alone(const struct store *s, const struct participant *t)
{
	QUERY(q, s,
	      "SELECT count(*) FROM participation"
	      " WHERE person = ?1 AND year = ?2 AND role = ?3 AND id <> ?4");
	int64_t others = 0;

	bind_int(q, t->person.id);
	bind_int(q, t->person.year);
	bind_int(q, t->role);
	bind_int(q, t->id);
	if (query_next(q))
		others = col_int(q);
	if (query_rc(q) != RC_OK || !others)
		return query_rc(q);
	return err_set(RC_CONFLICT,
		       t->role == ROLE_MENTEE
			       ? _("%s %s is in the base of mentees of this year already.")
			       : _("%s %s is in the base of mentors of this year already."),
		       t->person.family, t->person.given);
}

static enum rc lists_put(struct store *s, const struct participant *t, bool fresh)
{
	if (!fresh && (traits_clear(s, t->id) != RC_OK || ballot_clear(s, t->id) != RC_OK))
		return err_last()->code;
	if (traits_add(s, t->id, t->topics) != RC_OK ||
	    traits_add(s, t->id, t->interests) != RC_OK ||
	    traits_add(s, t->id, t->deficits) != RC_OK)
		return err_last()->code;
	if (ballot_add(s, t->id, t->choices, 1, 1) != RC_OK)
		return err_last()->code;
	return ballot_add(s, t->id, t->refusals, 0, 0);
}

enum rc participant_put(struct store *s, struct participant *p)
{
	struct participant row = *p;
	bool fresh = !p->id;

	if (row.person.id && check_alone(s, &row) != RC_OK)
		return err_last()->code;
	if (person_put(s, &row.person) != RC_OK)
		return err_last()->code;
	if (fresh)
		row.id = id_new();
	if ((fresh ? participation_insert(s, &row) : participation_update(s, &row)) != RC_OK)
		return err_last()->code;
	if (lists_put(s, &row, fresh) != RC_OK || consents_put(s, &row, fresh) != RC_OK)
		return err_last()->code;
	p->id = row.id;
	p->person.id = row.person.id;
	return RC_OK;
}

static enum rc participant_free_to_go(const struct store *s, int64_t id)
{
	struct arena a = { 0 };
	struct participant p;
	struct standings list;
	enum rc rc = participant_get(s, &a, id, &p);

	if (rc == RC_OK)
		rc = standing_list(s, &a, 0, id, &list);
	if (rc == RC_OK)
		rc = standing_refuse(person_name(&a, &p.person), &list);
	arena_done(&a);
	return rc;
}

enum rc participant_delete(struct store *s, int64_t id)
{
	if (participant_free_to_go(s, id) != RC_OK || traits_clear(s, id) != RC_OK)
		return err_last()->code;

	QUERY(ballots, s, "DELETE FROM ballot WHERE chooser = ?1 OR chosen = ?1");
	QUERY(pairs, s, "DELETE FROM proposal_pair WHERE mentor = ?1 OR mentee = ?1");
	QUERY(requests, s, "DELETE FROM request WHERE participation = ?1");
	QUERY(itself, s, "DELETE FROM participation WHERE id = ?1");

	if (delete_rows(ballots, id) != RC_OK || delete_rows(pairs, id) != RC_OK ||
	    delete_rows(requests, id) != RC_OK)
		return err_last()->code;
	return delete_rows(itself, id);
}
