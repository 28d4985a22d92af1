/* Where a person stands in what must not vanish. */
#include "nastavnik/store/read/standing.h"

#include "bond_private.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/school.h"
#include "query.h"

static const char *const standing_names[STANDING_COUNT] = {
	[STANDING_PAIR] = N_("pairs and groups"),
	[STANDING_INTERVIEW] = N_("interviews"),
	[STANDING_COURSE] = N_("courses"),
	[STANDING_EVENT] = N_("events"),
	[STANDING_AWARD] = N_("awards"),
	[STANDING_INCENTIVE] = N_("lists for incentives"),
	[STANDING_SELF_ANALYSIS] = N_("self-analyses"),
	[STANDING_CLOSED_YEAR] = N_("the list of a closed year"),
	[STANDING_FEEDBACK] = N_("feedback"),
	[STANDING_SHEET] = N_("questionnaires"),
	[STANDING_GROWTH] = N_("marks and absences"),
};

/* Whatever names a participation and is not its own: a request, a trait, a ballot go with it. */
enum rc standing_list(const struct store *s, struct arena *a, int64_t person, int64_t participation,
		      struct standings *out)
{
	QUERY(q, s,
	      "WITH t AS (SELECT id, year FROM participation WHERE person = ?1 OR id = ?2),"
	      " stands (what, year) AS ("
	      "  SELECT 0, t.year FROM t JOIN bond ON bond.mentor = t.id"
	      "  UNION ALL SELECT 0, t.year FROM t JOIN member ON member.mentee = t.id"
	      "  UNION ALL SELECT 1, t.year FROM t JOIN interview i ON i.participation = t.id"
	      "  UNION ALL SELECT 2, t.year FROM t JOIN learner l ON l.participation = t.id"
	      "  UNION ALL SELECT 3, t.year FROM t JOIN guest g ON g.participation = t.id"
	      "  UNION ALL SELECT 4, t.year FROM t JOIN award w ON w.participation = t.id"
	      "  UNION ALL SELECT 5, t.year FROM t JOIN incentive n ON n.participation = t.id"
	      "  UNION ALL SELECT 6, t.year FROM t JOIN self_analysis f ON f.participation = t.id"
	      "  UNION ALL SELECT 7, p.year FROM person_year p JOIN year y ON y.year = p.year"
	      "    WHERE p.person = ?1 AND y.closed = 1"
	      "  UNION ALL SELECT 8, t.year FROM t JOIN feedback f ON f.participation = t.id"
	      "  UNION ALL SELECT 9, t.year FROM t JOIN sheet h ON h.participation = t.id"
	      "  UNION ALL SELECT 10, t.year FROM t JOIN growth g ON g.participation = t.id)"
	      " SELECT what, year, count(*) FROM stands GROUP BY what, year ORDER BY what, year");
	struct standings list = { 0 };
	size_t cap = 0;

	bind_int(q, person);
	bind_int(q, participation);
	while (query_next(q)) {
		struct standing *row;

		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		row = &list.row[list.n++];
		row->what = (enum standing_what)col_int(q);
		row->year = col_int(q);
		row->n = col_int(q);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

/* «пары и группы (2025/2026: 1, 2026/2027: 2), награды (2026/2027: 1)» */
static const char *places_text(struct arena *a, const struct standings *list)
{
	const char *text = "";
	char name[12];

	for (size_t i = 0; i < list->n; i++) {
		const struct standing *row = &list->row[i];
		bool first = i == 0 || row[-1].what != row->what;

		if (first)
			text = arena_printf(a, "%s%s%s (", text, i ? "), " : "",
					    text_of(standing_names[row->what]));
		text = arena_printf(a, "%s%s%s: %lld", text, first ? "" : ", ",
				    year_name(row->year, name), (long long)row->n);
	}
	return arena_printf(a, "%s)", text);
}

enum rc standing_refuse(const char *name, const struct standings *list)
{
	struct arena a = { 0 };
	enum rc rc = RC_OK;

	if (list->n)
		rc = err_set(RC_CONFLICT,
			     _("%s cannot be deleted and stays in: %s. What was entered there by "
			       "mistake is deleted first; who has left the school is noted as "
			       "such."),
			     name, places_text(&a, list));
	arena_done(&a);
	return rc;
}

/* Its plan goes with it: that is what was meant to be, not what was. */
enum rc bond_free_to_go(const struct store *s, int64_t bond)
{
	static const char *const names[] = {
		N_("meetings"),  N_("diaries"),       N_("lesson visits"),
		N_("materials"), N_("consultations"), N_("reports"),
		N_("pauses"),    N_("feedback"),      N_("pairs that go on from it"),
	};
	QUERY(q, s,
	      "SELECT (SELECT count(*) FROM meeting WHERE bond = ?1),"
	      " (SELECT count(*) FROM diary WHERE bond = ?1),"
	      " (SELECT count(*) FROM visit WHERE bond = ?1),"
	      " (SELECT count(*) FROM handout WHERE bond = ?1),"
	      " (SELECT count(*) FROM consultation WHERE bond = ?1),"
	      " (SELECT count(*) FROM report WHERE bond = ?1),"
	      " (SELECT count(*) FROM pause WHERE bond = ?1),"
	      " (SELECT count(*) FROM feedback WHERE bond = ?1),"
	      " (SELECT count(*) FROM bond WHERE before = ?1 OR replaces = ?1)");
	struct arena a = { 0 };
	const char *text = "";

	bind_int(q, bond);
	if (query_next(q)) {
		for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
			int64_t n = col_int(q);

			if (n)
				text = arena_printf(&a, "%s%s%s: %lld", text, *text ? ", " : "",
						    text_of(names[i]), (long long)n);
		}
	}
	if (query_rc(q) == RC_OK && *text)
		err_set(RC_CONFLICT,
			_("This pair has worked already: %s. End it with a date and a reason "
			  "instead; its history stays."),
			text);
	bool free_to_go = !*text;
	arena_done(&a);
	return query_rc(q) != RC_OK ? query_rc(q) : free_to_go ? RC_OK : RC_CONFLICT;
}
