/* Packets: what came back, and whom they ask in a file of their own. */
#include "nastavnik/store/write/packet.h"

#include "nastavnik/store/write/person.h"
#include "query.h"

enum rc taken_list(const struct store *s, struct arena *a, int64_t packet, struct takens *out)
{
	QUERY(q, s, "SELECT origin, digest FROM taken WHERE packet = ?1 ORDER BY origin");
	struct takens list = { 0 };
	size_t cap = 0;

	bind_int(q, packet);
	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n].origin = col_int(q);
		list.row[list.n++].digest = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

enum rc participation_ids(const struct store *s, struct arena *a, int64_t year, struct ids *out)
{
	QUERY(q, s, "SELECT id FROM participation WHERE year = ?1 ORDER BY id");

	bind_int(q, year);
	return ids_read(q, a, out);
}

enum rc taken_put(struct store *s, int64_t packet, const struct taken *taken)
{
	QUERY(q, s,
	      "INSERT INTO taken (origin, packet, digest) VALUES (?1, ?2, ?3)"
	      " ON CONFLICT DO UPDATE SET packet = ?2, digest = ?3");

	bind_int(q, taken->origin);
	bind_int(q, packet);
	bind_int(q, taken->digest);
	return query_run(q);
}

enum rc respondent_add(struct store *s, int64_t participation, enum role role, int64_t number,
		       struct person *person)
{
	QUERY(q, s,
	      "INSERT INTO participation (id, person, year, role, topic_words, interest_words,"
	      " joined, note, representative, representative_contact, achievements, capacity,"
	      " selected, trained, number)"
	      " VALUES (?1, ?2, ?3, ?4, '', '', 0, '', '', '', '', 1, 0, 0, ?5)");
	enum rc rc = person_put(s, person);

	if (rc)
		return rc;
	bind_int(q, participation);
	bind_int(q, person->id);
	bind_int(q, person->year);
	bind_int(q, role);
	bind_int(q, number);
	return query_run(q);
}
