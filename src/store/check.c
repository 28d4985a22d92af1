/* Is the file sound? */
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/store.h"
#include "query.h"

static enum rc check_pages(const struct store *s, struct issues *issues)
{
	QUERY(q, s, "PRAGMA integrity_check(100)");

	while (query_next(q)) {
		const char *text = col_text(q, issues->arena);

		if (strcmp(text, "ok") != 0)
			issue_add(issues, ISSUE_ERROR, 0, 0, NULL, _("The file is damaged: %s."),
				  text);
	}
	return query_rc(q);
}

static enum rc check_references(const struct store *s, struct issues *issues)
{
	QUERY(q, s,
	      "SELECT \"table\", coalesce(rowid, 0), parent FROM pragma_foreign_key_check LIMIT "
	      "100");

	while (query_next(q)) {
		const char *table = col_text(q, issues->arena);
		int64_t row = col_int(q);
		const char *parent = col_text(q, issues->arena);

		issue_add(issues, ISSUE_ERROR, 0, row, table,
			  _("A record of “%s” points at one of “%s” that is not there."), table,
			  parent);
	}
	return query_rc(q);
}

/* Rules of ours: each query gives the id and the name of what breaks it. */
#define WHO " JOIN person p ON p.id = t.person"
static const struct own_rule {
	enum issue_level level;
	const char *text; /* msgid */
	const char *sql;
} own_rules[] = {
	{ ISSUE_ERROR, N_("The school is missing in the file."),
	  "SELECT 0, '' WHERE NOT EXISTS (SELECT 1 FROM school) OR NOT EXISTS (SELECT 1 FROM "
	  "file)" },
	{ ISSUE_ERROR, N_("The file has no school year."),
	  "SELECT 0, '' WHERE NOT EXISTS (SELECT 1 FROM year)" },
	{ ISSUE_WARNING, N_("This person is in no school year."),
	  "SELECT p.id, p.family || ' ' || p.given FROM person p"
	  " WHERE NOT EXISTS (SELECT 1 FROM person_year y WHERE y.person = p.id)" },
	{ ISSUE_ERROR,
	  N_("The order of the list of people does not fit the name. Save the person again."),
	  "SELECT p.id, p.family || ' ' || p.given FROM person p JOIN person_year y ON y.person = "
	  "p.id"
	  " WHERE y.name_key <> sort_key(p.family || ' ' || p.given || ' ' || p.patronymic)" },
	{ ISSUE_ERROR, N_("The participant is not among the people of that school year."),
	  "SELECT t.id, p.family || ' ' || p.given FROM participation t" WHO
	  " WHERE NOT EXISTS (SELECT 1 FROM person_year y WHERE y.person = t.person AND y.year = "
	  "t.year)" },
	{ ISSUE_ERROR, N_("The person is in the same base twice in one year."),
	  "SELECT min(t.id), p.family || ' ' || p.given FROM participation t" WHO
	  " GROUP BY t.person, t.year, t.role HAVING count(*) > 1" },
	{ ISSUE_ERROR,
	  N_("A mentee has competences in place of requests, or a mentor requests in place of "
	     "competences."),
	  "SELECT DISTINCT t.id, p.family || ' ' || p.given FROM participation t" WHO
	  " JOIN trait r ON r.participation = t.id JOIN book_item b ON b.id = r.item"
	  " WHERE b.book <= 2 AND b.book <> t.role" },
	{ ISSUE_ERROR,
	  N_("A request, competence or interest is from another year's reference book."),
	  "SELECT DISTINCT t.id, p.family || ' ' || p.given FROM participation t" WHO
	  " JOIN trait r ON r.participation = t.id JOIN book_item b ON b.id = r.item"
	  " WHERE b.year <> t.year" },
	{ ISSUE_ERROR, N_("The mentor of a pair is not in the base of mentors of its year."),
	  "SELECT b.id, p.family || ' ' || p.given FROM bond b JOIN participation t ON t.id = "
	  "b.mentor" WHO " WHERE t.role <> 2 OR t.year <> b.year" },
	{ ISSUE_ERROR, N_("The mentee of a pair is not in the base of mentees of its year."),
	  "SELECT m.id, p.family || ' ' || p.given FROM member m JOIN bond b ON b.id = m.bond"
	  " JOIN participation t ON t.id = m.mentee" WHO " WHERE t.role <> 1 OR t.year <> b.year" },
	{ ISSUE_ERROR, N_("The person is paired with himself or herself."),
	  "SELECT m.id, p.family || ' ' || p.given FROM member m JOIN bond b ON b.id = m.bond"
	  " JOIN participation t ON t.id = m.mentee JOIN participation u ON u.id = b.mentor" WHO
	  " WHERE t.person = u.person" },
	{ ISSUE_ERROR, N_("A pair ends before it begins."),
	  "SELECT m.id, p.family || ' ' || p.given FROM member m JOIN participation t ON t.id = "
	  "m.mentee" WHO " WHERE m.to_on > 0 AND m.from_on > 0 AND m.to_on < m.from_on" },
	{ ISSUE_ERROR, N_("A pair is in the file without a mentee."),
	  "SELECT b.id, p.family || ' ' || p.given FROM bond b JOIN participation t ON t.id = "
	  "b.mentor" WHO " WHERE NOT EXISTS (SELECT 1 FROM member m WHERE m.bond = b.id)" },
	{ ISSUE_WARNING, N_("The mentor has more mentees than places."),
	  "SELECT t.id, p.family || ' ' || p.given FROM participation t" WHO
	  " WHERE t.capacity < (SELECT count(*) FROM bond b JOIN member m ON m.bond = b.id"
	  "   WHERE b.mentor = t.id AND m.state = 1)" },
};

static enum rc check_rule(const struct store *s, const struct own_rule *rule, struct issues *issues)
{
	QUERY_OF(q, s, rule->sql);

	while (query_next(q)) {
		int64_t subject = col_int(q);
		const char *name = col_text(q, issues->arena);

		issue_add(issues, rule->level, 0, subject, name, "%s", _(rule->text));
	}
	return query_rc(q);
}

enum rc store_check(const struct store *s, struct issues *issues)
{
	size_t errors = issues->count[ISSUE_ERROR];
	enum rc rc = check_pages(s, issues);

	/* In a damaged file the rules would only stumble over the damage. */
	if (rc != RC_OK || issues->count[ISSUE_ERROR] > errors)
		return rc;
	rc = check_references(s, issues);
	for (size_t i = 0; i < sizeof(own_rules) / sizeof(own_rules[0]) && rc == RC_OK; i++)
		rc = check_rule(s, &own_rules[i], issues);
	return rc;
}
