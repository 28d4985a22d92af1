/* Changing people. */
#include <string.h>

#include "crowd.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "nastavnik/store/read/standing.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/person.h"
#include "query.h"
#include "search.h"

static void bind_person(struct query *q, const struct person *p)
{
	bind_int(q, p->id);
	bind_text(q, p->family);
	bind_text(q, p->given);
	bind_text(q, p->patronymic);
	bind_int(q, p->birth);
	bind_text(q, p->phone);
	bind_text(q, p->email);
	bind_text(q, p->note);
}

static enum rc person_insert(struct store *s, const struct person *p)
{
	QUERY(q, s,
	      "INSERT INTO person (id, family, given, patronymic, birth, phone, email, note)"
	      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");

	bind_person(q, p);
	return query_run(q);
}

static enum rc person_update(struct store *s, const struct person *p, bool *there)
{
	QUERY(q, s,
	      "UPDATE person SET family = ?2, given = ?3, patronymic = ?4, birth = ?5, phone = ?6,"
	      " email = ?7, note = ?8 WHERE id = ?1");

	bind_person(q, p);
	query_run(q);
	*there = query_changes(q) > 0;
	return query_rc(q);
}

static enum rc year_write(const struct person *p, struct query *q)
{
	char name_key[KEY_SIZE], class_key[KEY_SIZE];
	size_t name_n = name_key_into(p, name_key);
	size_t class_n = class_key_into(p->class_name ? p->class_name : "",
					p->position ? p->position : "", class_key);

	bind_int(q, p->id);
	bind_int(q, p->year);
	bind_int(q, p->kind);
	bind_text(q, p->class_name);
	bind_text(q, p->position);
	bind_text(q, p->place);
	bind_text_n(q, name_key, name_n);
	bind_text_n(q, class_key, class_n);
	bind_int(q, p->left_on);
	bind_text(q, p->left_why);
	return query_run(q);
}

#define YEAR_INSERT                                                                           \
	"INSERT INTO person_year (person, year, kind, class_name, position, place, name_key," \
	" class_key, left_on, left_why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"

enum rc person_year_add(struct store *s, const struct person *p)
{
	QUERY(q, s, YEAR_INSERT);

	return year_write(p, q);
}

static enum rc year_upsert(struct store *s, const struct person *p)
{
	QUERY(q, s,
	      YEAR_INSERT
	      " ON CONFLICT (person, year) DO UPDATE SET kind = ?3, class_name = ?4, position = ?5,"
	      " place = ?6, name_key = ?7, class_key = ?8, left_on = ?9, left_why = ?10");

	return year_write(p, q);
}

/* The name belongs to the person, its key stands in each of his years. */
static enum rc keys_update(struct store *s, const struct person *p)
{
	QUERY(q, s, "UPDATE person_year SET name_key = ?2 WHERE person = ?1 AND name_key <> ?2");
	char key[KEY_SIZE];
	size_t n = name_key_into(p, key);

	bind_int(q, p->id);
	bind_text_n(q, key, n);
	return query_run(q);
}

static enum rc person_add(struct store *s, struct person *p)
{
	struct person row;

	if (!p->year)
		return err_set(RC_BUG,
			       _("The program tried to add a person without a school year."));
	row = *p;
	row.id = id_new();
	if (s->step->bulk) {
		enum rc rc = crowd_add(s, &row);

		if (!rc)
			p->id = row.id;
		return rc;
	}
	if (person_insert(s, &row) != RC_OK || person_year_add(s, &row) != RC_OK)
		return err_last()->code;
	p->id = row.id;
	return RC_OK;
}

enum rc person_put(struct store *s, struct person *p)
{
	bool there;

	if (!p->family || !p->family[0])
		return err_set(RC_INVALID, _("A person needs a family name."));
	if (!p->id)
		return person_add(s, p);
	if (person_update(s, p, &there) != RC_OK)
		return err_last()->code;
	if (!there)
		return err_set(RC_NOT_FOUND, _("This person is not in the file any more."));
	if (keys_update(s, p) != RC_OK)
		return err_last()->code;
	return p->year ? year_upsert(s, p) : RC_OK;
}

static enum rc participation_of(const struct store *s, int64_t person, int64_t *out)
{
	QUERY(q, s, "SELECT id FROM participation WHERE person = ?1 LIMIT 1");

	bind_int(q, person);
	*out = query_next(q) ? col_int(q) : 0;
	return query_rc(q);
}

static enum rc participations_delete(struct store *s, int64_t person)
{
	int64_t id;
	enum rc rc;

	while ((rc = participation_of(s, person, &id)) == RC_OK && id)
		if ((rc = participant_delete(s, id)) != RC_OK)
			break;
	return rc;
}

static enum rc delete_rows(struct query *q, int64_t id)
{
	bind_int(q, id);
	return query_run(q);
}

static enum rc person_free_to_go(const struct store *s, int64_t id)
{
	struct arena a = { 0 };
	struct person person;
	struct standings list;
	enum rc rc = person_get(s, &a, id, 0, &person);

	if (rc == RC_OK)
		rc = standing_list(s, &a, id, 0, &list);
	/* Lists of closed years stand behind: whether they count is for app to say. */
	while (rc == RC_OK && list.n && list.row[list.n - 1].what == STANDING_CLOSED_YEAR)
		list.n--;
	if (rc == RC_OK)
		rc = standing_refuse(person_name(&a, &person), &list);
	arena_done(&a);
	return rc;
}

enum rc person_delete(struct store *s, int64_t id)
{
	if (person_free_to_go(s, id) != RC_OK || participations_delete(s, id) != RC_OK)
		return err_last()->code;

	QUERY(consents, s, "DELETE FROM consent WHERE person = ?1");
	QUERY(categories, s, "DELETE FROM person_category WHERE person = ?1");
	QUERY(cases, s, "DELETE FROM name_case WHERE person = ?1");
	QUERY(years, s, "DELETE FROM person_year WHERE person = ?1");
	QUERY(person, s, "DELETE FROM person WHERE id = ?1");

	if (delete_rows(consents, id) != RC_OK || delete_rows(categories, id) != RC_OK ||
	    delete_rows(cases, id) != RC_OK || delete_rows(years, id) != RC_OK)
		return err_last()->code;
	return delete_rows(person, id);
}
