/* The choice sets that the field tables name, as the year worked on has them. */
#include "choices.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/bases.h"
#include "nastavnik/model/bond.h"
#include "nastavnik/model/contest.h"
#include "nastavnik/model/declension.h"
#include "nastavnik/model/growth.h"
#include "nastavnik/model/indicator.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/model/survey.h"
#include "nastavnik/model/swot.h"
#include "nastavnik/model/termwork.h"
#include "nastavnik/model/training.h"
#include "nastavnik/model/work.h"
#include "nastavnik/store/read/record.h"

struct set_row {
	const char *name;
	enum book book;           /* or */
	enum role role;           /* or */
	bool everybody;           /* mentees and mentors; or */
	bool teachers;            /* of both only those who teach; or */
	bool bonds;               /* pairs and groups; or */
	bool terms;               /* of the school year; or */
	bool surveys;             /* versions of questionnaires; or */
	const char *const *words; /* model/record.h; or none of these: the kinds of person */
};

static const struct set_row set_rows[] = {
	{ .name = "person_kind" },
	{ .name = "form", .book = BOOK_FORM },
	{ .name = "role_model", .book = BOOK_ROLE },
	{ .name = "request", .book = BOOK_REQUEST },
	{ .name = "competence", .book = BOOK_COMPETENCE },
	{ .name = "interest", .book = BOOK_INTEREST },
	{ .name = "source", .book = BOOK_SOURCE },
	{ .name = "deficit", .book = BOOK_DEFICIT },
	{ .name = "subbase", .book = BOOK_SUBBASE },
	{ .name = "technology", .book = BOOK_TECHNOLOGY },
	{ .name = "work", .book = BOOK_WORK },
	{ .name = "team_role", .book = BOOK_TEAM },
	{ .name = "document_kind", .book = BOOK_DOCUMENT },
	{ .name = "resource_kind", .book = BOOK_RESOURCE },
	{ .name = "partner_kind", .book = BOOK_PARTNER },
	{ .name = "event_kind", .book = BOOK_EVENT },
	{ .name = "nomination", .book = BOOK_NOMINATION },
	{ .name = "meeting_kind", .words = meeting_kinds },
	{ .name = "plan_part", .words = plan_parts },
	{ .name = "visit_way", .words = visit_ways },
	{ .name = "replaced", .words = replaced_words },
	{ .name = "stage", .words = stage_words },
	{ .name = "gender", .words = gender_words },
	{ .name = "pair_side", .words = pair_sides },
	{ .name = "term", .terms = true },
	{ .name = "again", .words = again_words },
	{ .name = "award_kind", .words = award_kind_words },
	{ .name = "award_decided", .words = award_decided_words },
	{ .name = "practice_kind", .words = practice_kind_words },
	{ .name = "entry_place", .words = entry_place_words },
	{ .name = "request_state", .words = request_states },
	{ .name = "invitation_answer", .words = invitation_answers },
	{ .name = "mentor_type", .words = mentor_types },
	{ .name = "decision", .words = decision_words },
	{ .name = "course_role", .words = course_role_words },
	{ .name = "survey_kind", .words = survey_kinds },
	{ .name = "survey_wave", .words = survey_waves },
	{ .name = "survey_role", .words = survey_roles },
	{ .name = "item_kind", .words = item_kinds },
	{ .name = "survey", .surveys = true },
	{ .name = "measure_kind", .words = measure_kinds },
	{ .name = "swot_part", .words = swot_parts },
	{ .name = "swot_state", .words = swot_states },
	{ .name = "indicator_list", .words = indicator_lists },
	{ .name = "indicator_kind", .words = indicator_kinds },
	{ .name = "mentor", .role = ROLE_MENTOR },
	{ .name = "mentee", .role = ROLE_MENTEE },
	{ .name = "participant", .everybody = true },
	{ .name = "teacher", .teachers = true },
	{ .name = "bond", .bonds = true },
};
enum { SETS = sizeof(set_rows) / sizeof(set_rows[0]) };
_Static_assert(sizeof(set_rows) / sizeof(set_rows[0]) <= APP_SETS, "room for every set");

static int set_find(const char *name)
{
	for (int i = 0; i < SETS; i++) {
		if (!strcmp(set_rows[i].name, name))
			return i;
	}
	return -1;
}

struct choices participant_choices(struct arena *a, const struct participants *all)
{
	struct choice *row = ARENA_NEW(a, struct choice, all->n);
	char **name = ARENA_NEW(a, char *, all->n);

	for (size_t i = 0; i < all->n; i++)
		name[i] = person_name(a, &all->row[i].person);
	for (size_t i = 0; i < all->n; i++) {
		const struct participant *p = &all->row[i];
		bool twin = (i > 0 && !strcmp(name[i], name[i - 1])) ||
			    (i + 1 < all->n && !strcmp(name[i], name[i + 1]));

		row[i] = (struct choice){
			.id = p->id, .code = "", .name = name[i], .hidden = p->person.left_on != 0
		};
		if (twin)
			row[i].name = arena_printf(a, "%s (%s)", name[i],
						   person_class_or_position(&p->person));
	}
	return (struct choices){ row, all->n };
}

static struct choices set_people(const struct app *app, struct arena *a, enum role role)
{
	struct participants all = { 0 };

	/* who has left was perhaps chosen before: his name is still shown */
	participant_load_all(app->store, a, app->year.year, role, &all);
	return participant_choices(a, &all);
}

/* Who does not teach is not offered; chosen before, he is still named. */
static struct choices set_teachers(const struct app *app, struct arena *a, enum role role)
{
	struct participants all = { 0 };
	struct choices choices;
	struct choice *row;

	participant_load_all(app->store, a, app->year.year, role, &all);
	choices = participant_choices(a, &all);
	row = ARENA_NEW(a, struct choice, choices.n);
	for (size_t i = 0; i < choices.n; i++) {
		row[i] = choices.row[i];
		row[i].hidden |= all.row[i].person.kind != KIND_TEACHER;
	}
	return (struct choices){ row, choices.n };
}

/* By name, whatever the role; who has both stands twice, and the role tells which is which. */
static int choice_order(const void *a, const void *b)
{
	const struct choice *x = a, *y = b;

	return strcmp(x->code, y->code);
}

static struct choices set_both(struct arena *a, struct choices mentees, struct choices mentors)
{
	static const char *const roles[] = { N_("mentee"), N_("mentor") };
	const struct choices of[] = { mentees, mentors };
	struct choice *row = ARENA_NEW(a, struct choice, of[0].n + of[1].n);
	size_t n = 0;

	for (size_t side = 0; side < 2; side++) {
		for (size_t i = 0; i < of[side].n; i++) {
			row[n] = of[side].row[i];
			row[n].code = utf8_sort_key(a, row[n].name);
			row[n].name = arena_printf(a, "%s · %s", row[n].name, text_of(roles[side]));
			n++;
		}
	}
	qsort(row, n, sizeof(*row), choice_order);
	for (size_t i = 0; i < n; i++)
		row[i].code = "";
	return (struct choices){ row, n };
}

static struct choices set_words(struct arena *a, const char *const *words)
{
	struct choices choices = { 0 };
	struct choice *row;

	while (words[choices.n])
		choices.n++;
	choices.row = row = ARENA_NEW(a, struct choice, choices.n);
	for (size_t i = 0; i < choices.n; i++)
		row[i] = (struct choice){ .id = (int64_t)i + 1,
					  .code = "",
					  .name = text_of(words[i]) };
	return choices;
}

static struct choices set_terms(const struct app *app, struct arena *a)
{
	struct choice *row = ARENA_NEW(a, struct choice, (size_t)app->year.terms);

	for (int64_t term = 1; term <= app->year.terms; term++)
		row[term - 1] = (struct choice){ .id = term,
						 .code = "",
						 .name = work_term_name(a, &app->year, term) };
	return (struct choices){ row, (size_t)app->year.terms };
}

static struct choices set_surveys(const struct app *app, struct arena *a)
{
	struct records all = { 0 };
	struct choice *row;

	record_list(app->store, a, &survey_type, app->year.year, &all);
	row = ARENA_NEW(a, struct choice, all.n);
	for (size_t i = 0; i < all.n; i++) {
		const struct survey *s = record_at(&survey_type, &all, i);

		row[i] = (struct choice){ s->head.id, s->code, s->name, s->hidden != 0 };
	}
	return (struct choices){ row, all.n };
}

static struct choices set_load(const struct app *app, struct arena *a, const struct set_row *row)
{
	if (row->book)
		return book_choices(a, &app->books, row->book);
	if (row->role)
		return set_people(app, a, row->role);
	if (row->everybody)
		return set_both(a, set_people(app, a, ROLE_MENTEE),
				set_people(app, a, ROLE_MENTOR));
	if (row->teachers)
		return set_both(a, set_teachers(app, a, ROLE_MENTEE),
				set_teachers(app, a, ROLE_MENTOR));
	if (row->bonds)
		return bond_choices(app, a);
	if (row->surveys)
		return set_surveys(app, a);
	if (row->terms)
		return set_terms(app, a);
	return row->words ? set_words(a, row->words) : person_kind_choices(a);
}

void choice_sets_load(const struct app *app, struct arena *a, struct choice_sets *sets)
{
	for (int i = 0; i < SETS; i++)
		sets->set[i] = set_load(app, a, &set_rows[i]);
}

static struct choices sets_get(void *data, const char *name)
{
	const struct choice_sets *sets = data;
	int i = set_find(name);

	return i < 0 ? (struct choices){ 0 } : sets->set[i];
}

struct choice_source choice_sets_source(struct choice_sets *sets)
{
	return (struct choice_source){ .get = sets_get, .data = sets };
}

/* A set is made when it is first asked for and kept until the file changes. */
static struct choices app_set_get(void *data, const char *name)
{
	struct app *app = data;
	int i = set_find(name);

	if (i < 0)
		return (struct choices){ 0 };
	app_refresh(app);
	if (!app->set_known[i])
		app->set[i] = set_load(app, &app->facts, &set_rows[i]);
	app->set_known[i] = true;
	return app->set[i];
}

struct choice_source app_choices(struct app *app)
{
	return (struct choice_source){ .get = app_set_get, .data = app };
}
