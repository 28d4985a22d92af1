/* Papers by class: sheets to fill in, and who owes which consent. */
#include <string.h>
#include <strings.h>

#include "inner.h"
#include "nastavnik/app/consents.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/print/sheets.h"

static bool has_requests(const struct consent_row *row)
{
	return row->request || *row->request_words;
}

static struct sheet sheet_make(struct arena *a, const char *class_name,
			       const struct consent_rows *rows)
{
	struct sheet_row *row = ARENA_NEW(a, struct sheet_row, rows->n);

	for (size_t i = 0; i < rows->n; i++) {
		row[i].name = person_name(a, &rows->row[i].person);
		row[i].request = has_requests(&rows->row[i]);
		for (int k = 0; k < CONSENT_KINDS; k++)
			row[i].consent[k] = rows->row[i].mark[k].state == CONSENT_STANDS;
	}
	return (struct sheet){ class_name, row, rows->n };
}

/* n counts those that have anybody in them. */
static enum rc sheet_add(const struct app *app, struct arena *a, enum consent_people people,
			 const char *class_name, struct sheet *list, size_t *n)
{
	struct consent_rows rows;
	enum rc rc = consent_rows_load(app->store, a, app->year.year, people, class_name, &rows);

	if (!rc && rows.n)
		list[(*n)++] = sheet_make(a, class_name, &rows);
	return rc;
}

/* Is it one of the classes that are asked for? Classes are written in one way in the file. */
static bool class_wanted(const struct class_sheets *what, const char *name)
{
	for (size_t i = 0; i < what->n; i++) {
		if (!strcmp(what->class_name[i], name))
			return true;
	}
	return what->all;
}

static enum rc sheets_collect(const struct app *app, struct arena *a,
			      const struct class_sheets *what, struct paper_sheets *sheets)
{
	struct classes classes;
	struct sheet *list;
	enum rc rc = class_list(app->store, a, app->year.year, &classes);

	if (rc)
		return rc;
	sheets->sheet = list = ARENA_NEW(a, struct sheet, classes.n + 1);
	for (size_t i = 0; !rc && i < classes.n; i++) {
		if (class_wanted(what, classes.row[i].name))
			rc = sheet_add(app, a, CONSENTS_OF_CLASS, classes.row[i].name, list,
				       &sheets->n);
	}
	if (!rc && what->staff)
		rc = sheet_add(app, a, CONSENTS_OF_STAFF, "", list, &sheets->n);
	if (rc || sheets->n)
		return rc;
	if (what->n)
		return err_set(RC_NOT_FOUND, _("There is no class %s in the school's list."),
			       what->class_name[0]);
	return err_set(RC_NOT_FOUND, _("The school's list is empty: bring in the list of classes "
				       "first."));
}

/* «✓» is in no 8-bit encoding. */
static const char *tick_for(const char *encoding)
{
	return !encoding || !strncasecmp(encoding, "utf", 3) || !strcasecmp(encoding, "auto") ? "✓"
											      : "+";
}

enum rc class_sheets_save(const struct app *app, const struct class_sheets *what, const char *path,
			  const char *encoding, struct issues *issues, size_t *sheets)
{
	struct arena a = { 0 };
	struct paper_sheets paper = { .school = app->school.name,
				      .methodology = app->year.methodology,
				      .year = (int)app->year.year,
				      .return_by = what->return_by,
				      .tick = tick_for(encoding) };
	struct doc *doc;
	enum rc rc = sheets_collect(app, &a, what, &paper);

	if (!rc)
		rc = paper_class_sheets(&a, &paper, &doc);
	if (!rc)
		rc = app_doc_save(doc, path, encoding, issues);
	if (!rc && sheets)
		*sheets = paper.n;
	arena_done(&a);
	return rc;
}

/* «участие; обработка данных – истекло 31.05.2026» */
static const char *owes_text(struct arena *a, const struct consent_row *row)
{
	const char *text = "";

	for (int k = 0; k < CONSENT_KINDS; k++) {
		const struct consent_mark *mark = &row->mark[k];
		enum consent_kind kind = (enum consent_kind)(k + 1);

		if (!consent_is_owed(kind, mark))
			continue;
		text = arena_printf(a, "%s%s%s", text, *text ? "; " : "", consent_kind_name(kind));
		if (mark->state != CONSENT_NONE)
			text = arena_printf(a, "%s – %s", text, consent_mark_show(a, mark));
	}
	return text;
}

enum rc consents_owing_save(const struct app *app, const char *path, const char *encoding,
			    struct issues *issues, size_t *people)
{
	struct arena a = { 0 };
	struct consent_rows rows;
	struct paper_owing paper = { .school = app->school.name,
				     .methodology = app->year.methodology,
				     .year = (int)app->year.year,
				     .date = date_today() };
	struct doc *doc;
	enum rc rc = consent_rows_load(app->store, &a, app->year.year, CONSENTS_OF_PARTICIPANTS, "",
				       &rows);

	if (!rc) {
		struct owing_row *row = ARENA_NEW(&a, struct owing_row, rows.n);

		for (size_t i = 0; i < rows.n; i++) {
			const struct consent_row *r = &rows.row[i];

			if (consents_owed(r))
				row[paper.n++] = (struct owing_row){ r->person.class_name,
								     person_name(&a, &r->person),
								     owes_text(&a, r) };
		}
		paper.row = row;
	}
	if (!rc && !paper.n)
		rc = err_set(RC_NOT_FOUND, _("Nobody owes a consent: there is nothing to print."));
	if (!rc)
		rc = paper_owing(&a, &paper, &doc);
	if (!rc)
		rc = app_doc_save(doc, path, encoding, issues);
	if (!rc && people)
		*people = paper.n;
	arena_done(&a);
	return rc;
}
