/* Head counts that were typed. */
#include "nastavnik/store/write/headcount.h"
#include "nastavnik/base/field.h"
#include "query.h"

enum rc headcount_get(const struct store *s, int64_t year, const char *code, int64_t *out)
{
	QUERY(q, s, "SELECT number FROM headcount WHERE year = ?1 AND code = ?2");

	bind_int(q, year);
	bind_text(q, code);
	*out = query_next(q) ? col_int(q) : FIELD_NOTHING;
	return query_rc(q);
}

enum rc headcount_put(struct store *s, int64_t year, const char *code, int64_t number)
{
	QUERY(put, s,
	      "INSERT INTO headcount (year, code, number) VALUES (?1, ?2, ?3)"
	      " ON CONFLICT (year, code) DO UPDATE SET number = ?3");
	QUERY(forget, s, "DELETE FROM headcount WHERE year = ?1 AND code = ?2");
	struct query *q = number == FIELD_NOTHING ? forget : put;

	bind_int(q, year);
	bind_text(q, code);
	if (q == put)
		bind_int(q, number);
	return query_run(q);
}
