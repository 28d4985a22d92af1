#include "nastavnik/app/headcount.h"

#include <string.h>

#include "id_set.h"
#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/write/headcount.h"
#include "nastavnik/store/write/school.h"

enum { NUMBER_MAX = 100000 };

/* All that is counted from, in one arena. */
struct counting {
	struct arena arena;
	int on;
	struct people people;            /* of the year, who has left not among them */
	struct id_set part[ROLE_MENTOR]; /* persons by role - 1 */
	bool list[KIND_COUNT];           /* is there more than those who take part? */
};

static bool takes_part(const struct counting *c, const struct person *p, enum role role)
{
	return id_set_has(&c->part[role - 1], p->id);
}

static enum rc part_load(struct counting *c, const struct app *app, enum role role)
{
	struct participants all;
	enum rc rc = app_participants(app, &c->arena, role, &all);

	for (size_t i = 0; !rc && i < all.n; i++)
		id_set_add(&c->arena, &c->part[role - 1], all.row[i].person.id);
	return rc;
}

static enum rc counting_load(struct counting *c, const struct app *app)
{
	enum rc rc = person_load(app->store, &c->arena, app->year.year, &c->people);

	c->on = app->year.count_on ? (int)app->year.count_on : date_today();
	if (!rc)
		rc = part_load(c, app, ROLE_MENTEE);
	if (!rc)
		rc = part_load(c, app, ROLE_MENTOR);
	for (size_t i = 0; !rc && i < c->people.n; i++) {
		const struct person *p = &c->people.row[i];

		if (!takes_part(c, p, ROLE_MENTEE) && !takes_part(c, p, ROLE_MENTOR))
			c->list[p->kind] = true;
	}
	return rc;
}

static void list_count(const struct counting *c, const struct headcount_rule *rule,
		       struct headcount_row *row)
{
	for (size_t i = 0; i < c->people.n; i++) {
		const struct person *p = &c->people.row[i];
		enum age_source source = AGE_BY_BIRTH;
		bool counts = headcount_counts(rule, p, c->on, &source);

		row->number += counts;
		row->guessed += counts && source == AGE_BY_CLASS;
		row->unknown += !counts && p->kind == rule->kind && source == AGE_UNKNOWN;
	}
}

/* Is he one whom the numerator counts? */
static bool part_counts(const struct counting *c, const struct headcount_rule *rule,
			const struct person *p)
{
	enum age_source source;

	if (p->kind != rule->part || !takes_part(c, p, rule->role))
		return false;
	return rule->kind == KIND_UNKNOWN || headcount_counts(rule, p, c->on, &source);
}

/* FNV-1a of a place of work, as it is compared; 0: none is said. */
static int64_t place_hash(struct arena *a, const char *place)
{
	uint64_t hash = 0xcbf29ce484222325u;

	if (!*place)
		return 0;
	for (const char *at = utf8_fold(a, place); *at; at++)
		hash = (hash ^ (unsigned char)*at) * 0x100000001b3u;
	return (int64_t)(hash | 1);
}

static void part_count(struct counting *c, const struct headcount_rule *rule,
		       struct headcount_row *row)
{
	struct id_set places = { 0 };

	for (size_t i = 0; i < c->people.n; i++) {
		const struct person *p = &c->people.row[i];
		int64_t place;

		if (!part_counts(c, rule, p))
			continue;
		place = rule->places ? place_hash(&c->arena, p->place) : p->id;
		if (place && !id_set_has(&places, place)) {
			id_set_add(&c->arena, &places, place);
			row->part++;
		}
	}
}

static enum rc row_count(struct counting *c, const struct app *app, enum headcount which,
			 struct headcount_row *row)
{
	const struct headcount_rule *rule = &headcount_rules[which];
	enum rc rc = RC_OK;

	*row = (struct headcount_row){ .counted = rule->kind && c->list[rule->kind] };
	if (row->counted)
		list_count(c, rule, row);
	else
		rc = headcount_get(app->store, app->year.year, rule->code, &row->number);
	part_count(c, rule, row);
	row->share = row->number > 0 ? (row->part * 1000 + row->number / 2) / row->number
				     : FIELD_NOTHING;
	return rc;
}

enum rc headcount_load(const struct app *app, struct headcount_rows *out)
{
	struct counting c = { 0 };
	struct headcount_rows rows;
	enum rc rc = counting_load(&c, app);

	rows.on = c.on;
	for (enum headcount i = 0; !rc && i < HEADCOUNTS; i++)
		rc = row_count(&c, app, i, &rows.row[i]);
	arena_done(&c.arena);
	if (!rc)
		*out = rows;
	return rc;
}

static enum rc typing_check(const struct app *app, enum headcount which, int64_t number)
{
	struct headcount_rows rows;
	enum rc rc = headcount_load(app, &rows);

	if (rc)
		return rc;
	if (rows.row[which].counted)
		return err_set(
			RC_INVALID,
			_("This number is counted from the school's list and is not typed."));
	if (number != FIELD_NOTHING && (number < 0 || number > NUMBER_MAX))
		return err_set(RC_INVALID, _("Type a number between 0 and %d."), NUMBER_MAX);
	return RC_OK;
}

enum rc headcount_type(struct app *app, enum headcount which, int64_t number)
{
	const struct headcount_rule *rule = &headcount_rules[which];
	enum rc rc = typing_check(app, which, number);

	if (!rc)
		rc = app_begin(app, N_("Head count typed"), text_of(rule->name));
	return rc ? rc
		  : app_end(app, headcount_put(app->store, app->year.year, rule->code, number));
}

enum rc headcount_date(struct app *app, int64_t on)
{
	struct year year = app->year;
	enum rc rc = RC_OK;

	if (on && (!date_valid((int)on) || !date_day((int)on)))
		rc = err_set(RC_INVALID, _("As of which day? Give the whole date."));
	year.count_on = on;
	if (!rc)
		rc = app_begin(app, N_("Day of the head count changed"), "");
	return rc ? rc : app_end(app, year_put(app->store, &year));
}
