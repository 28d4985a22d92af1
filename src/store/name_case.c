/* Corrections of names in cases. */
#include "nastavnik/store/write/name_case.h"
#include "query.h"

#define COLUMNS "person, gender, genitive, dative, accusative, instrumental"

static void name_case_read(struct query *q, struct arena *a, struct name_case *out)
{
	out->person = col_int(q);
	out->gender = col_int(q);
	out->genitive = col_text(q, a);
	out->dative = col_text(q, a);
	out->accusative = col_text(q, a);
	out->instrumental = col_text(q, a);
}

enum rc name_case_get(const struct store *s, struct arena *a, int64_t person, struct name_case *out)
{
	QUERY(q, s, "SELECT " COLUMNS " FROM name_case WHERE person = ?1");
	struct name_case own;

	name_case_init(&own, person);
	bind_int(q, person);
	if (query_next(q))
		name_case_read(q, a, &own);
	if (query_rc(q) == RC_OK)
		*out = own;
	return query_rc(q);
}

enum rc name_case_load(const struct store *s, struct arena *a, struct name_cases *out)
{
	QUERY(q, s, "SELECT " COLUMNS " FROM name_case ORDER BY person");
	struct name_cases list = { 0 };
	size_t cap = 0;

	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		name_case_read(q, a, &list.row[list.n++]);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static enum rc name_case_drop(struct store *s, int64_t person)
{
	QUERY(q, s, "DELETE FROM name_case WHERE person = ?1");

	bind_int(q, person);
	return query_run(q);
}

enum rc name_case_put(struct store *s, const struct name_case *own)
{
	QUERY(q, s,
	      "INSERT INTO name_case (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
	      " ON CONFLICT DO UPDATE SET gender = excluded.gender, genitive = excluded.genitive,"
	      " dative = excluded.dative, accusative = excluded.accusative,"
	      " instrumental = excluded.instrumental");

	if (!name_case_says(own))
		return name_case_drop(s, own->person);
	bind_int(q, own->person);
	bind_int(q, own->gender);
	bind_text(q, own->genitive);
	bind_text(q, own->dative);
	bind_text(q, own->accusative);
	bind_text(q, own->instrumental);
	return query_run(q);
}

enum rc name_case_move(struct store *s, int64_t from, int64_t to)
{
	struct arena a = { 0 };
	struct name_case moved, there;
	enum rc rc = name_case_get(s, &a, from, &moved);

	if (rc == RC_OK)
		rc = name_case_get(s, &a, to, &there);
	if (rc == RC_OK && name_case_says(&moved) && !name_case_says(&there)) {
		moved.person = to;
		rc = name_case_put(s, &moved);
	}
	arena_done(&a);
	return rc == RC_OK ? name_case_drop(s, from) : rc;
}
