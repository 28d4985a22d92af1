/* Papers by class: the sheet that a class teacher fills in, and who owes which consent. domain.md
 * §8. A request is never printed in words: a sheet lies on a desk or hangs on a wall. */
#include <string.h>

#include "nastavnik/app/consents.h"
#include "paper.h"

/* «7В»; "": the adults. */
static const char *class_of(const struct choices *classes, int64_t id)
{
	return id < (int64_t)classes->n ? classes->row[id - 1].name : "";
}

static enum rc sheets_begin(const struct app *app, struct arena *a, void **data)
{
	struct choices *classes = ARENA_NEW(a, struct choices, 1);

	*data = classes;
	return paper_of_class.list(app, a, classes);
}

static void pupil_add(const struct paper_work *w, struct scope_table *table,
		      const struct consent_row *pupil)
{
	static const char *const name[CONSENT_KINDS] = {
		[CONSENT_TAKE_PART - 1] = "take_part|участие",
		[CONSENT_DATA - 1] = "data|пдн",
		[CONSENT_PUBLISH - 1] = "publish|публикация",
	};
	struct scope *row = scope_row(table);

	scope_number(row, "number|номер", (int64_t)table->rows);
	scope_text(row, "name|фио", person_name(row->arena, &pupil->person));
	scope_text(row, "request|запрос", pupil->request || *pupil->request_words ? w->tick : "");
	for (int k = 0; k < CONSENT_KINDS; k++)
		scope_text(row, name[k], pupil->mark[k].state == CONSENT_STANDS ? w->tick : "");
}

static enum rc sheet_fill(const struct paper_work *w, struct scope *s)
{
	const char *class_name = class_of(w->data, w->id);
	struct scope_table *table = scope_table(s, "class|класс");
	struct consent_rows rows;
	enum rc rc = consent_rows_load(w->app->store, s->arena, w->app->year.year,
				       *class_name ? CONSENTS_OF_CLASS : CONSENTS_OF_STAFF,
				       class_name, &rows);

	if (rc != RC_OK)
		return rc;
	if (!rows.n)
		return err_set(RC_NOT_FOUND, _("The school's list is empty: bring in the list of "
					       "classes first."));
	scope_text(s, "class|класс", class_name);
	scope_flag(s, "staff|педагоги", !*class_name);
	scope_date(s, "return_by|вернуть_до", w->day);
	scope_text(s, "tick|знак", w->tick);
	for (size_t i = 0; i < rows.n; i++)
		pupil_add(w, table, &rows.row[i]);
	return RC_OK;
}

/* Who owes what, with the classes that the pages are made for. */
struct owing {
	struct choices classes;
	struct consent_rows rows;
};

static enum rc owing_begin(const struct app *app, struct arena *a, void **data)
{
	struct owing *owing = ARENA_NEW(a, struct owing, 1);
	enum rc rc = paper_of_class.list(app, a, &owing->classes);

	*data = owing;
	return rc != RC_OK ? rc
			   : consent_rows_load(app->store, a, app->year.year,
					       CONSENTS_OF_PARTICIPANTS, "", &owing->rows);
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

static enum rc owing_fill(const struct paper_work *w, struct scope *s)
{
	const struct owing *owing = w->data;
	const char *class_name = class_of(&owing->classes, w->id);
	struct scope_table *table = scope_table(s, "owing|долги");

	for (size_t i = 0; i < owing->rows.n; i++) {
		const struct consent_row *r = &owing->rows.row[i];
		struct scope *row;

		if (strcmp(r->person.class_name, class_name) != 0 || !consents_owed(r))
			continue;
		row = scope_row(table);
		scope_number(row, "number|номер", (int64_t)table->rows);
		scope_text(row, "name|фио", person_name(s->arena, &r->person));
		scope_text(row, "owes|чего_нет", owes_text(s->arena, r));
	}
	if (!table->rows)
		return err_set(RC_NOT_FOUND,
			       _("Nobody owes a consent: there is nothing to print."));
	scope_text(s, "class|класс", class_name);
	scope_flag(s, "adults|взрослые", !*class_name);
	scope_flag(s, "cut|отрез", w->page > 0);
	return RC_OK;
}

static const struct paper rows[] = {
	{ .name = "class_sheet",
	  .title = N_("Sheets for the class teachers"),
	  .stage = 2,
	  .of = &paper_of_class,
	  .begin = sheets_begin,
	  .fill = sheet_fill },
	{ .name = "owing",
	  .title = N_("Who owes which consent, by class"),
	  .stage = 2,
	  .flags = PAPER_TOGETHER,
	  .of = &paper_of_class,
	  .begin = owing_begin,
	  .fill = owing_fill },
};

const struct papers classes_papers = PAPERS(rows);
