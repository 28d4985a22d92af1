/* The lists of the year as papers, for whoever prints without a screen. */
#include <string.h>

#include "choices.h"
#include "inner.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/person.h"

enum { WIDTH_MAX = 40 };

/* Columns: the whole name, the class or position, then what the screen's list shows too. */
enum { COLUMN_NAME, COLUMN_PLACE, COLUMNS_OWN };

static const char *const name_fields[] = { "family",     "given",    "patronymic",
					   "class_name", "position", "place" };

static bool is_own(const struct field *f)
{
	for (size_t i = 0; i < sizeof(name_fields) / sizeof(name_fields[0]); i++)
		if (strcmp(f->name, name_fields[i]) == 0)
			return true;
	return false;
}

static bool field_is_printed(const struct field *f)
{
	return f->flags & (FIELD_IN_LIST | FIELD_IN_WIDE_LIST) && !(f->flags & FIELD_SENSITIVE) &&
	       !is_own(f);
}

/* One list on its way to paper. */
struct list_paper {
	struct arena *arena;
	struct choice_source source;
	struct fields fields;
	const char **heading, **cell;
	int *width;
	size_t columns, rows;
};

static void paper_begin(struct list_paper *p, size_t rows)
{
	p->heading = ARENA_NEW(p->arena, const char *, p->fields.n + COLUMNS_OWN);
	p->width = ARENA_NEW(p->arena, int, p->fields.n + COLUMNS_OWN);
	p->heading[COLUMN_NAME] = _("Full name");
	p->heading[COLUMN_PLACE] = _("Class, position");
	p->columns = COLUMNS_OWN;
	for (size_t i = 0; i < p->fields.n; i++)
		if (field_is_printed(&p->fields.row[i]))
			p->heading[p->columns++] = text_of(p->fields.row[i].label);
	for (size_t c = 0; c < p->columns; c++)
		p->width[c] = utf8_width(p->heading[c]) + 1;
	p->cell = ARENA_NEW(p->arena, const char *, rows * p->columns);
}

static void paper_row(struct list_paper *p, const struct person *person, const void *record)
{
	const char **cell = p->cell + p->rows++ * p->columns;
	size_t n = COLUMNS_OWN;

	cell[COLUMN_NAME] = person_name(p->arena, person);
	cell[COLUMN_PLACE] = person_class_or_position(person);
	for (size_t i = 0; i < p->fields.n; i++)
		if (field_is_printed(&p->fields.row[i]))
			cell[n++] = field_show(p->arena, &p->fields.row[i], record, &p->source);
	for (size_t c = 0; c < p->columns; c++) {
		int wide = utf8_width(cell[c]);

		if (wide > p->width[c])
			p->width[c] = wide < WIDTH_MAX ? wide : WIDTH_MAX;
	}
}

static enum rc rows_people(const struct app *app, struct list_paper *p)
{
	struct people people;
	enum rc rc = person_load(app->store, p->arena, app->year.year, &people);

	p->fields = person_fields;
	if (rc != RC_OK)
		return rc;
	paper_begin(p, people.n);
	for (size_t i = 0; i < people.n; i++)
		paper_row(p, &people.row[i], &people.row[i]);
	return RC_OK;
}

static enum rc rows_participants(const struct app *app, struct list_paper *p, enum role role)
{
	struct participants all;
	enum rc rc = app_participants(app, p->arena, role, &all);

	p->fields = role == ROLE_MENTOR ? mentor_fields : mentee_fields;
	if (rc != RC_OK)
		return rc;
	participants_here(&all);
	paper_begin(p, all.n);
	for (size_t i = 0; i < all.n; i++)
		paper_row(p, &all.row[i].person, &all.row[i]);
	return RC_OK;
}

static enum rc rows_load(const struct app *app, struct list_paper *p, enum paper_list_kind kind)
{
	if (kind == PAPER_LIST_PEOPLE)
		return rows_people(app, p);
	return rows_participants(app, p, kind == PAPER_LIST_MENTORS ? ROLE_MENTOR : ROLE_MENTEE);
}

enum rc paper_list_save(const struct app *app, enum paper_list_kind kind, const char *path,
			const char *encoding, struct issues *issues)
{
	static const char *const title[] = { [PAPER_LIST_PEOPLE] = N_("List of the school"),
					     [PAPER_LIST_MENTEES] = N_("Base of mentees"),
					     [PAPER_LIST_MENTORS] = N_("Base of mentors") };
	struct arena a = { 0 };
	struct list_paper p = { .arena = &a };
	struct choice_sets sets;

	choice_sets_load(app, &a, &sets);
	p.source = choice_sets_source(&sets);
	enum rc rc = rows_load(app, &p, kind);

	if (rc == RC_OK)
		rc = p.rows ? RC_OK
			    : err_set(RC_NOT_FOUND, _("The list is empty: there is nothing "
						      "to print."));
	if (rc == RC_OK)
		rc = paper_table_save(app,
				      &(struct paper_table){ .title = text_of(title[kind]),
							     .note = "",
							     .heading = p.heading,
							     .width = p.width,
							     .columns = p.columns,
							     .cell = p.cell,
							     .rows = p.rows },
				      path, encoding, issues);
	arena_done(&a);
	return rc;
}
