/* Questionnaires on paper, and the list of codes, which alone tells whose they are. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/blanks.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/model/class.h"
#include "nastavnik/model/survey.h"
#include "paper.h"
#include "survey_paper.h"

/* What the sheets of one questionnaire share: it is read once for all its people. */
struct blanks {
	struct survey survey;
	struct survey_items items;
	struct respondents people;
};

static enum rc blanks_begin(const struct app *app, struct arena *a, void **data)
{
	(void)app;
	*data = ARENA_NEW(a, struct blanks, 1);
	return RC_OK;
}

static enum rc blanks_read(const struct paper_work *w, struct arena *a, struct blanks **out)
{
	struct blanks *b = w->data;
	enum rc rc = RC_OK;

	if (b->survey.head.id != w->id)
		rc = survey_get(w->app, a, w->id, &b->survey, &b->items);
	if (!rc && !b->items.n)
		rc = err_set(RC_NOT_FOUND, _("The questionnaire “%s” has no questions yet."),
			     b->survey.name);
	*out = b;
	return rc;
}

/* One paragraph: lines are dear on a sheet. */
static const char *in_one(struct arena *a, const char *text)
{
	char *one = arena_strdup(a, text);

	for (char *at = one; (at = strchr(at, '\n'));)
		*at = ' ';
	return one;
}

static enum rc blank_fill(const struct paper_work *w, struct scope *s)
{
	struct blanks *b;
	enum rc rc = blanks_read(w, s->arena, &b);

	if (rc)
		return rc;
	scope_text(s, "survey|анкета", b->survey.name);
	scope_text(s, "intro|вступление", in_one(s->arena, b->survey.intro));
	scope_number(s, "version|версия",
		     b->survey.version > 1 ? b->survey.version : FIELD_NOTHING);
	scope_flag(s, "coded|с_кодом", survey_is_coded(&b->survey));
	return RC_OK;
}

static enum rc blank_draw(const struct paper_work *w, struct doc *doc)
{
	struct blanks *b;
	enum rc rc = blanks_read(w, doc->arena, &b);

	if (!rc)
		survey_paper_add(doc, &b->items, strcmp(w->tick, "✓") == 0 ? "☐" : "__");
	return rc;
}

static enum rc no_code(void)
{
	return err_set(RC_NOT_FOUND,
		       _("Not everybody has a code yet. Open “Questionnaires” in a file that "
			 "may be changed and press F5 there: codes are given, then the blanks "
			 "are printed."));
}

static enum rc people_each(const struct paper_work *w, struct arena *a, struct ids *people)
{
	struct blanks *b;
	enum rc rc = blanks_read(w, a, &b);

	if (!rc)
		rc = survey_respondents(w->app, a, &b->survey, &b->people);
	if (!rc && !b->people.n)
		rc = err_set(RC_NOT_FOUND,
			     _("“%s”: nobody is asked by name. Print it without a code."),
			     b->survey.name);
	if (rc)
		return rc;
	*people = (struct ids){ ARENA_NEW(a, int64_t, b->people.n), b->people.n };
	for (size_t i = 0; i < b->people.n && !rc; i++) {
		people->row[i] = b->people.row[i].participation;
		if (!b->people.row[i].number)
			rc = no_code(); /* rather none than a pile with a sheet missing */
	}
	return rc;
}

static enum rc coded_fill(const struct paper_work *w, struct scope *s)
{
	struct participant p;
	enum rc rc = blank_fill(w, s);

	if (!rc)
		rc = participant_get(w->app->store, s->arena, w->person, &p);
	if (!rc && !p.number)
		rc = no_code();
	if (!rc)
		scope_text(s, "code|код", respondent_code(s->arena, p.role, p.number));
	return rc;
}

/* Which code is whose: mentees, then mentors, class by class, adults together; then by code. */

static int by_place(const void *a, const void *b)
{
	const struct respondent *x = a, *y = b;
	const int64_t keys[][2] = { { x->role, y->role },
				    { class_grade(x->place), class_grade(y->place) } };
	int order = 0;

	for (int i = 0; i < 2 && !order; i++)
		order = (keys[i][0] > keys[i][1]) - (keys[i][0] < keys[i][1]);
	if (!order && class_grade(x->place))
		order = strcmp(x->place, y->place);
	return order ? order : (x->number > y->number) - (x->number < y->number);
}

static bool is_together(const struct respondent *x, const struct respondent *y)
{
	return x->role == y->role && class_grade(x->place) == class_grade(y->place) &&
	       (!class_grade(x->place) || strcmp(x->place, y->place) == 0);
}

static const char *group_title(struct arena *a, const struct respondent *r)
{
	const char *side = r->role == ROLE_MENTOR ? "Наставники" : "Наставляемые";

	return class_grade(r->place) ? arena_printf(a, "%s, %s", side, r->place) : side;
}

static void person_add(struct scope_table *table, const struct respondent *r, size_t number)
{
	struct scope *row = scope_row(table);

	scope_number(row, "number|номер", (int64_t)number);
	scope_text(row, "code|код", respondent_code(row->arena, r->role, r->number));
	scope_text(row, "name|фио", r->name);
}

static enum rc codes_fill(const struct paper_work *w, struct scope *s)
{
	struct scope_table *table = scope_table(s, "people|люди");
	struct respondents all;
	enum rc rc = respondent_list(w->app->store, s->arena, w->app->year.year, 0, &all);

	if (!rc && !all.n)
		rc = err_set(RC_NOT_FOUND, _("Nobody stands in the bases yet."));
	if (rc)
		return rc;
	qsort(all.row, all.n, sizeof(*all.row), by_place);
	for (size_t i = 0; i < all.n; i++) {
		if (!i || !is_together(&all.row[i - 1], &all.row[i]))
			scope_row(table)->heading = group_title(s->arena, &all.row[i]);
		person_add(table, &all.row[i], i + 1);
	}
	return RC_OK;
}

/* Questionnaires that at least so many people are asked to answer by name. */
static enum rc choices_of(const struct app *app, struct arena *a, int64_t least,
			  struct choices *out)
{
	struct survey_states all;
	struct choice *choice;
	size_t n = 0;
	enum rc rc = surveys_load(app, a, &all);

	if (rc)
		return rc;
	choice = ARENA_NEW(a, struct choice, all.n);
	for (size_t i = 0; i < all.n; i++)
		if (all.row[i].asked >= least)
			choice[n++] = (struct choice){ .id = all.row[i].survey.head.id,
						       .code = all.row[i].survey.code,
						       .name = all.row[i].survey.name,
						       .hidden = all.row[i].survey.hidden };
	*out = (struct choices){ choice, n };
	return RC_OK;
}

static enum rc surveys_list(const struct app *app, struct arena *a, struct choices *out)
{
	return choices_of(app, a, 0, out);
}

static enum rc asked_list(const struct app *app, struct arena *a, struct choices *out)
{
	return choices_of(app, a, 1, out);
}

static const struct paper_subject paper_of_survey = { N_("a questionnaire"), surveys_list };
static const struct paper_subject paper_of_asked = { N_("a questionnaire"), asked_list };

static const struct paper rows[] = {
	{ .name = "questionnaire",
	  .title = N_("Questionnaire: a blank without a code"),
	  .stage = 6,
	  .flags = PAPER_ODT,
	  .of = &paper_of_survey,
	  .begin = blanks_begin,
	  .fill = blank_fill,
	  .draw = blank_draw },
	{ .name = "questionnaire_coded",
	  .title = N_("Questionnaire: sheets with codes"),
	  .stage = 6,
	  .flags = PAPER_ODT,
	  .of = &paper_of_asked,
	  .begin = blanks_begin,
	  .fill = coded_fill,
	  .each = people_each,
	  .draw = blank_draw },
	{ .name = "respondent_codes",
	  .title = N_("Codes of questionnaires: whose they are"),
	  .stage = 6,
	  .fill = codes_fill },
};

const struct papers surveys_papers = PAPERS(rows);
