/* The school, its years, and settings. */
#include "nastavnik/store/write/school.h"

#include "journal.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "query.h"
#include "school_private.h"

static void bind_school(struct query *q, const struct school *school)
{
	bind_text(q, school->name);
	bind_text(q, school->short_name);
	bind_text(q, school->town);
	bind_text(q, school->director);
	bind_int(q, school->director_acting);
	bind_text(q, school->curator);
	bind_text(q, school->curator_position);
}

enum rc school_insert(struct store *s, const struct school *school)
{
	QUERY(q, s,
	      "INSERT INTO school (id, name, short_name, town, director, director_acting, curator,"
	      " curator_position, uuid) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
	char uuid[37];

	uuid_new(uuid);
	bind_school(q, school);
	bind_text(q, school->uuid && school->uuid[0] ? school->uuid : uuid);
	return query_run(q);
}

enum rc school_put(struct store *s, const struct school *school)
{
	QUERY(q, s,
	      "UPDATE school SET name = ?1, short_name = ?2, town = ?3, director = ?4,"
	      " director_acting = ?5, curator = ?6, curator_position = ?7 WHERE id = 1");

	bind_school(q, school);
	return query_run(q);
}

enum rc school_get(const struct store *s, struct arena *a, struct school *out)
{
	QUERY(q, s,
	      "SELECT uuid, name, short_name, town, director, director_acting, curator,"
	      " curator_position FROM school WHERE id = 1");
	struct school school;

	if (!query_next(q))
		return query_rc(q) != RC_OK ? query_rc(q)
					    : err_set(RC_DB,
						      _("The file %s is damaged: the school is "
							"missing in it."),
						      s->path);
	school.uuid = col_text(q, a);
	school.name = col_text(q, a);
	school.short_name = col_text(q, a);
	school.town = col_text(q, a);
	school.director = col_text(q, a);
	school.director_acting = col_int(q);
	school.curator = col_text(q, a);
	school.curator_position = col_text(q, a);
	*out = school;
	return RC_OK;
}

#define YEAR_COLUMNS                                                                           \
	"year, closed, methodology, methodology_version, order_number, order_date, bond_from," \
	" bond_to, weight_topics, weight_choices, weight_interests, weight_age, weight_hours," \
	" ballot_size, need_trained, need_consent, terms, count_on, closed_on"

static struct year year_read(struct query *q, struct arena *a)
{
	struct year y;

	y.year = col_int(q);
	y.closed = col_int(q);
	y.methodology = col_text(q, a);
	y.methodology_version = col_text(q, a);
	y.order_number = col_text(q, a);
	y.order_date = col_int(q);
	y.bond_from = col_int(q);
	y.bond_to = col_int(q);
	y.weight_topics = col_int(q);
	y.weight_choices = col_int(q);
	y.weight_interests = col_int(q);
	y.weight_age = col_int(q);
	y.weight_hours = col_int(q);
	y.ballot_size = col_int(q);
	y.need_trained = col_int(q);
	y.need_consent = col_int(q);
	y.terms = col_int(q);
	y.count_on = col_int(q);
	y.closed_on = col_int(q);
	return y;
}

static void bind_year(struct query *q, const struct year *y)
{
	bind_int(q, y->year);
	bind_int(q, y->closed);
	bind_text(q, y->methodology);
	bind_text(q, y->methodology_version);
	bind_text(q, y->order_number);
	bind_int(q, y->order_date);
	bind_int(q, y->bond_from);
	bind_int(q, y->bond_to);
	bind_int(q, y->weight_topics);
	bind_int(q, y->weight_choices);
	bind_int(q, y->weight_interests);
	bind_int(q, y->weight_age);
	bind_int(q, y->weight_hours);
	bind_int(q, y->ballot_size);
	bind_int(q, y->need_trained);
	bind_int(q, y->need_consent);
	bind_int(q, y->terms);
	bind_int(q, y->count_on);
	bind_int(q, y->closed_on);
}

enum rc year_list(const struct store *s, struct arena *a, struct years *out)
{
	QUERY(q, s, "SELECT " YEAR_COLUMNS " FROM year ORDER BY year DESC");
	struct years list = { 0 };
	size_t cap = 0;

	while (query_next(q)) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = year_read(q, a);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}

static enum rc no_such_year(int64_t year)
{
	char name[12];

	return err_set(RC_NOT_FOUND, _("The file has no school year %s."), year_name(year, name));
}

enum rc year_get(const struct store *s, struct arena *a, int64_t year, struct year *out)
{
	QUERY(q, s,
	      "SELECT " YEAR_COLUMNS " FROM year WHERE ?1 IN (0, year) ORDER BY year DESC LIMIT 1");

	bind_int(q, year);
	if (query_next(q))
		*out = year_read(q, a);
	else if (query_rc(q) == RC_OK)
		return no_such_year(year);
	return query_rc(q);
}

static enum rc year_there(const struct store *s, int64_t year, bool *out)
{
	QUERY(q, s, "SELECT 1 FROM year WHERE year = ?1");

	bind_int(q, year);
	*out = query_next(q) && col_int(q);
	return query_rc(q);
}

static enum rc year_insert(struct store *s, const struct year *year)
{
	QUERY(q, s,
	      "INSERT INTO year (" YEAR_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
	      " ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)");

	bind_year(q, year);
	return query_run(q);
}

enum rc year_add(struct store *s, const struct year *year, const struct books *books)
{
	char name[12];
	bool there;

	if (year->year < 1900 || year->year > 2199)
		return err_set(RC_INVALID, _("A school year is a number such as 2026."));
	if (year_there(s, year->year, &there) != RC_OK)
		return err_last()->code;
	if (there)
		return err_set(RC_CONFLICT, _("The school year %s is in the file already."),
			       year_name(year->year, name));
	if (year_insert(s, year) != RC_OK || (books && books_add(s, year->year, books) != RC_OK))
		return err_last()->code;
	/* New people name the year, and they are recorded ahead of their part. */
	return s->step->session ? journal_cut(s) : RC_OK;
}

enum rc year_put(struct store *s, const struct year *year)
{
	QUERY(q, s,
	      "UPDATE year SET closed = ?2, methodology = ?3, methodology_version = ?4,"
	      " order_number = ?5, order_date = ?6, bond_from = ?7, bond_to = ?8,"
	      " weight_topics = ?9, weight_choices = ?10, weight_interests = ?11, weight_age = ?12,"
	      " weight_hours = ?13, ballot_size = ?14, need_trained = ?15, need_consent = ?16,"
	      " terms = ?17, count_on = ?18, closed_on = ?19 WHERE year = ?1");

	bind_year(q, year);
	if (query_run(q) == RC_OK && !query_changes(q))
		return no_such_year(year->year);
	return query_rc(q);
}

enum rc setting_get(const struct store *s, struct arena *a, const char *name, const char **out)
{
	QUERY(q, s, "SELECT text FROM setting WHERE name = ?1");
	const char *text = "";

	bind_text(q, name);
	if (query_next(q))
		text = col_text(q, a);
	if (query_rc(q) == RC_OK)
		*out = text;
	return query_rc(q);
}

static enum rc setting_write(struct store *s, const char *name, const char *text)
{
	QUERY(set, s,
	      "INSERT INTO setting (name, text) VALUES (?1, ?2)"
	      " ON CONFLICT (name) DO UPDATE SET text = ?2");
	QUERY(forget, s, "DELETE FROM setting WHERE name = ?1");

	if (!text[0]) {
		bind_text(forget, name);
		return query_run(forget);
	}
	bind_text(set, name);
	bind_text(set, text);
	return query_run(set);
}

enum rc setting_set(struct store *s, const char *name, const char *text)
{
	if (txn_begin(s) != RC_OK)
		return err_last()->code;
	return setting_write(s, name, text) == RC_OK ? txn_commit(s) : txn_abandon(s);
}
