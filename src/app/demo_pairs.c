/* The demonstration school's pairs at work: data/demo/pairs.txt brought in by the use cases. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "demo.h"
#include "inner.h"
#include "nastavnik/app/bonds.h"
#include "nastavnik/app/pairs.h"
#include "nastavnik/app/plans.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/record.h"

enum { PAIRS_MAX = 40, DAY_CHARS = 10 };

struct reading {
	struct app *app;
	struct arena *arena;
	struct ids bonds; /* of all, once each */
	int64_t bond;     /* of the pair that is read */
	struct bond card;
};

static enum rc bad(const char *what)
{
	return err_set(RC_BUG, "demo/pairs.txt: %s", what);
}

/* «Лаптев Семён» */
static int64_t participant_called(const struct participants *all, const char *name)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct person *p = &all->row[i].person;
		size_t n = strlen(p->family);

		if (!strncmp(name, p->family, n) && name[n] == ' ' &&
		    !strcmp(name + n + 1, p->given))
			return all->row[i].id;
	}
	return 0;
}

/* Both of a line «наставник – наставляемый». */
static enum rc pair_find(struct app *app, struct arena *a, const char *value, int64_t *mentor,
			 int64_t *mentee)
{
	const char *dash = strstr(value, " – ");
	struct participants mentors, mentees;
	enum rc rc = app_participants(app, a, ROLE_MENTOR, &mentors);

	if (!rc)
		rc = app_participants(app, a, ROLE_MENTEE, &mentees);
	if (rc)
		return rc;
	if (!dash)
		return bad(value);
	*mentor = participant_called(&mentors, arena_strndup(a, value, (size_t)(dash - value)));
	*mentee = participant_called(&mentees, dash + strlen(" – "));
	return *mentor && *mentee ? RC_OK : bad(value);
}

static enum rc pair_propose(struct app *app, struct arena *a, const char *name, const char *value,
			    void *pairs)
{
	int64_t mentor, mentee;
	enum rc rc;

	if (strcmp(name, "пара") != 0)
		return RC_OK;
	rc = pair_find(app, a, value, &mentor, &mentee);
	return rc ? rc : pairs_add(pairs, mentee, mentor);
}

/* The pairs of the file are confirmed, for the others there is a proposal. */
static enum rc pairs_make(struct app *app)
{
	struct arena a = { 0 };
	struct pairs *pairs;
	int64_t made;
	enum rc rc = pairs_open(app, &pairs);

	if (rc)
		return rc;
	rc = demo_lines(app, &a, "demo/pairs.txt", pair_propose, pairs);
	if (!rc)
		rc = pairs_confirm(pairs, &made);
	if (!rc)
		rc = pairs_run(pairs);
	pairs_close(pairs);
	arena_done(&a);
	return rc;
}

/* What a line of a pair says */

static bool bond_known(const struct ids *bonds, int64_t bond)
{
	for (size_t i = 0; i < bonds->n; i++)
		if (bonds->row[i] == bond)
			return true;
	return false;
}

static enum rc take_pair(struct reading *r, char *value)
{
	struct members members;
	int64_t mentor, mentee;
	enum rc rc = pair_find(r->app, r->arena, value, &mentor, &mentee);

	if (!rc)
		rc = members_load(r->app->store, r->arena, r->app->year.year, &members);
	for (size_t i = 0; !rc && i < members.n; i++)
		if (members.row[i].mentor == mentor && members.row[i].mentee == mentee)
			r->bond = members.row[i].bond;
	if (!rc && !bond_known(&r->bonds, r->bond))
		r->bonds.row[r->bonds.n++] = r->bond;
	return rc ? rc : bond_get(r->app->store, r->arena, r->bond, &r->card);
}

static int64_t item_of(const struct reading *r, enum book book, const char *code)
{
	const struct books *books = &r->app->books;

	for (size_t i = 0; i < books->n; i++)
		if (books->row[i].book == (int64_t)book && !strcmp(books->row[i].code, code))
			return books->row[i].id;
	return 0;
}

static enum rc take_model(struct reading *r, char *value)
{
	r->card.role_model = item_of(r, BOOK_ROLE, value);
	return r->card.role_model ? bonds_save(r->app, &r->card) : bad(value);
}

static enum rc take_technology(struct reading *r, char *value)
{
	r->card.technology = item_of(r, BOOK_TECHNOLOGY, value);
	return r->card.technology ? bonds_save(r->app, &r->card) : bad(value);
}

static enum rc take_mentor(struct reading *r, char *value)
{
	r->card.mentor_strengths = value;
	return bonds_save(r->app, &r->card);
}

static enum rc take_mentee(struct reading *r, char *value)
{
	r->card.mentee_strengths = value;
	return bonds_save(r->app, &r->card);
}

static enum rc take_approved(struct reading *r, char *value)
{
	int day;

	if (!date_parse(value, &day))
		return bad(value);
	r->card.approved_on = day;
	return bonds_save(r->app, &r->card);
}

/* The date at the beginning of a value, and what stands behind it. */
static bool day_take(char **value, int64_t *day)
{
	char *rest = *value;
	int date;

	strsep(&rest, " ");
	if (!date_parse(*value, &date))
		return false;
	*day = date;
	*value = rest ? rest : *value + strlen(*value);
	return true;
}

/* The text up to a bar; "" when there is none any more. */
static const char *cell_take(char **value)
{
	char *cell = *value ? strsep(value, "|") : NULL;

	while (cell && *cell == ' ')
		cell++;
	for (size_t n = cell ? strlen(cell) : 0; n && cell[n - 1] == ' '; n--)
		cell[n - 1] = '\0';
	return cell ? cell : "";
}

static enum rc take_meeting(struct reading *r, char *value)
{
	struct meeting meeting;
	char *kind = value;
	int next;

	record_init(&meeting_type, &meeting, r->bond, 0);
	if (!day_take(&kind, &meeting.on_day) || strlen(kind) < 3)
		return bad(value);
	meeting.kind = *kind - '0';
	kind += 2;
	meeting.theme = cell_take(&kind);
	meeting.result = cell_take(&kind);
	meeting.mark = atoi(cell_take(&kind));
	if (!date_parse(cell_take(&kind), &next))
		return bad(value);
	meeting.next_on = next;
	return records_save(r->app, &meeting_type, &meeting);
}

static enum rc take_visit(struct reading *r, char *value)
{
	struct visit visit;
	char *rest = value;

	record_init(&visit_type, &visit, r->bond, 0);
	if (!day_take(&rest, &visit.on_day) || strlen(rest) < 3)
		return bad(value);
	visit.way = *rest - '0';
	rest += 2;
	visit.class_name = strsep(&rest, " ");
	visit.theme = cell_take(&rest);
	visit.seen = cell_take(&rest);
	visit.advice = cell_take(&rest);
	return records_save(r->app, &visit_type, &visit);
}

static enum rc take_consultation(struct reading *r, char *value)
{
	struct consultation consultation;
	char *rest = value;

	record_init(&consultation_type, &consultation, r->bond, 0);
	if (!day_take(&rest, &consultation.on_day))
		return bad(value);
	consultation.whom = cell_take(&rest);
	consultation.theme = cell_take(&rest);
	consultation.result = cell_take(&rest);
	return records_save(r->app, &consultation_type, &consultation);
}

/* «28.10.2026 – 15.11.2026 курсы» */
static enum rc take_pause(struct reading *r, char *value)
{
	struct pause pause;
	char *rest = value;

	record_init(&pause_type, &pause, r->bond, 0);
	if (!day_take(&rest, &pause.on_day) || strncmp(rest, "– ", strlen("– ")) != 0)
		return bad(value);
	rest += strlen("– ");
	if (!day_take(&rest, &pause.until))
		return bad(value);
	pause.reason = rest;
	return records_save(r->app, &pause_type, &pause);
}

/* The first lines are done, each on its day. */
static enum rc items_done(struct reading *r, const struct record_type *type, size_t n)
{
	struct records items;
	enum rc rc = record_list(r->app->store, r->arena, type, r->bond, &items);

	if (rc)
		return rc;
	if (items.n > n)
		items.n = n;
	for (size_t i = 0; i < items.n; i++) {
		struct plan_item *item = record_at(type, &items, i);

		item->done_on = item->due;
		item->actual = item->expected;
		item->mark = i % 3 ? 5 : 4;
	}
	return records_save_all(r->app, type, &items, N_("Lines of the plan done"));
}

static enum rc take_programme_done(struct reading *r, char *value)
{
	return items_done(r, &programme_item_type, (size_t)atoi(value));
}

static enum rc take_plan_done(struct reading *r, char *value)
{
	return items_done(r, &plan_item_type, (size_t)atoi(value));
}

/* The words of the file. What is done comes when the plans are there. */
static const struct key {
	const char *word;
	enum rc (*take)(struct reading *r, char *value);
	bool after;
} keys[] = {
	{ "модель", take_model, false },
	{ "вид", take_technology, false },
	{ "сильные наставника", take_mentor, false },
	{ "сильные наставляемого", take_mentee, false },
	{ "утверждена", take_approved, false },
	{ "встреча", take_meeting, false },
	{ "посещение", take_visit, false },
	{ "консультация", take_consultation, false },
	{ "перерыв", take_pause, false },
	{ "программа готова", take_programme_done, true },
	{ "план готов", take_plan_done, true },
};

static enum rc line_take_when(struct reading *r, const char *name, const char *value, bool after)
{
	char *copy = utf8_squeeze(r->arena, value);

	if (strcmp(name, "пара") == 0)
		return take_pair(r, copy);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(keys[i].word, name) == 0)
			return keys[i].after == after ? keys[i].take(r, copy) : RC_OK;
	return bad(name);
}

static enum rc line_first(struct app *app, struct arena *a, const char *name, const char *value,
			  void *r)
{
	(void)app, (void)a;
	return line_take_when(r, name, value, false);
}

static enum rc line_after(struct app *app, struct arena *a, const char *name, const char *value,
			  void *r)
{
	(void)app, (void)a;
	return line_take_when(r, name, value, true);
}

/* A memo for every pair. */
static enum rc handouts_make(const struct reading *r)
{
	struct handout all[PAIRS_MAX];
	struct records records = { all, r->bonds.n };

	for (size_t i = 0; i < r->bonds.n; i++) {
		record_init(&handout_type, &all[i], r->bonds.row[i], 20261001);
		all[i].name = "Памятка наставника: первая встреча";
		all[i].link = "Методические материалы, папка «Наставникам»";
	}
	return records_save_all(r->app, &handout_type, &records, N_("Material given out"));
}

enum rc demo_pairs(struct app *app)
{
	struct arena a = { 0 };
	struct reading r = { .app = app,
			     .arena = &a,
			     .bonds = { ARENA_NEW(&a, int64_t, PAIRS_MAX), 0 } };
	struct plans_filled filled;
	enum rc rc = pairs_make(app);

	if (!rc)
		rc = demo_lines(app, &a, "demo/pairs.txt", line_first, &r);
	if (!rc)
		rc = plans_fill(app, r.bonds, PLANS_LEAVE, &filled);
	if (!rc)
		rc = demo_lines(app, &a, "demo/pairs.txt", line_after, &r);
	if (!rc)
		rc = handouts_make(&r);
	arena_done(&a);
	return rc;
}
