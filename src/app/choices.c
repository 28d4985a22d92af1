/* The choice sets that the field tables name, as the year worked on has them. */
#include "choices.h"

#include <string.h>

struct set_row {
	const char *name;
	enum book book; /* or */
	enum role role; /* or neither: the kinds of person */
};

static const struct set_row set_rows[APP_SETS] = {
	{ .name = "person_kind" },
	{ .name = "form", .book = BOOK_FORM },
	{ .name = "role_model", .book = BOOK_ROLE },
	{ .name = "request", .book = BOOK_REQUEST },
	{ .name = "competence", .book = BOOK_COMPETENCE },
	{ .name = "interest", .book = BOOK_INTEREST },
	{ .name = "mentor", .role = ROLE_MENTOR },
	{ .name = "mentee", .role = ROLE_MENTEE },
};

static int set_find(const char *name)
{
	for (int i = 0; i < APP_SETS; i++) {
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

void choice_sets_load(const struct app *app, struct arena *a, struct choice_sets *sets)
{
	for (int i = 0; i < APP_SETS; i++) {
		const struct set_row *row = &set_rows[i];

		if (row->book)
			sets->set[i] = book_choices(a, &app->books, row->book);
		else if (row->role)
			sets->set[i] = set_people(app, a, row->role);
		else
			sets->set[i] = person_kind_choices(a);
	}
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

static struct choices set_load(struct app *app, const struct set_row *row)
{
	if (row->book)
		return book_choices(&app->facts, &app->books, row->book);
	if (row->role)
		return set_people(app, &app->facts, row->role);
	return person_kind_choices(&app->facts);
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
		app->set[i] = set_load(app, &set_rows[i]);
	app->set_known[i] = true;
	return app->set[i];
}

struct choice_source app_choices(struct app *app)
{
	return (struct choice_source){ .get = app_set_get, .data = app };
}
