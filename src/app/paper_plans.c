/* Papers of a pair at work: its personalised programme, its development plan, the sheet of a lesson
 * visit. domain.md §2, §8. A role model stands in no paper that a pupil reads. */
#include <string.h>

#include "choices.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "paper.h"

/* The mentor is no pupil and nobody learns from one here. */
static bool between_adults(const struct paper_work *w, const struct bond *bond)
{
	const struct book_item *form = book_item_by_id(&w->app->books, bond->form);

	return form && form->mentee_kind == KIND_TEACHER;
}

/* What the pair's card says. */
static enum rc card_set(const struct paper_work *w, struct scope *s)
{
	struct bond bond;
	enum rc rc = bond_get(w->app->store, s->arena, w->id, &bond);

	if (rc)
		return rc;
	scope_text(s, "kind|вид", book_item_name(&w->app->books, bond.technology));
	scope_text(s, "role_model|ролевая_модель",
		   between_adults(w, &bond) ? book_item_name(&w->app->books, bond.role_model) : "");
	scope_long_date(s, "approved|утверждена", bond.approved_on);
	/* Russian whatever the interface speaks: it stands in a paper. */
	scope_text(s, "approved_blank|утверждена_место",
		   bond.approved_on ? "" : "«___»\u00a0______________ 20___\u00a0г.");
	scope_text(s, "aim|цель", bond.aim);
	scope_text(s, "tasks|задачи", bond.tasks);
	scope_text(s, "difficulties|трудности", bond.difficulties);
	scope_text(s, "success|критерии", bond.success);
	scope_text(s, "strategy|стратегия", bond.strategy);
	scope_text(s, "strengths_mentor|сильные_наставника", bond.mentor_strengths);
	scope_text(s, "strengths_mentee|сильные_наставляемого", bond.mentee_strengths);
	return RC_OK;
}

static const char *day_text(struct arena *a, int64_t date)
{
	char day[DATE_SIZE];

	return arena_strdup(a, date_format((int)date, day));
}

static const char *done_text(struct arena *a, const struct plan_item *item)
{
	const char *day = day_text(a, item->done_on);

	return *item->actual && *day ? arena_printf(a, "%s, %s", item->actual, day)
	       : *item->actual       ? item->actual
				     : day;
}

static void item_set(const struct paper_work *w, struct scope *row, const struct plan_item *item)
{
	scope_text(row, "name|что", item->name);
	scope_text(row, "work|вид_работы", book_item_name(&w->app->books, item->work));
	scope_date(row, "due|срок", item->due);
	scope_text(row, "expected|планируется", item->expected);
	scope_text(row, "actual|получилось", done_text(row->arena, item));
	scope_text(row, "done|отметка", day_text(row->arena, item->done_on));
	scope_number(row, "mark|оценка", item->mark);
}

static enum rc items_set(const struct paper_work *w, struct scope *s,
			 const struct record_type *type)
{
	struct scope_table *table = scope_table(s, "items|строки");
	struct records items;
	enum rc rc = record_list(w->app->store, s->arena, type, w->id, &items);

	if (rc)
		return rc;
	for (size_t i = 0; i < items.n; i++)
		item_set(w, scope_row(table), record_at(type, &items, i));
	return items.n ? RC_OK : RC_NOT_FOUND;
}

static enum rc pair_set(const struct paper_work *w, struct scope *s, const struct record_type *type)
{
	enum rc rc = paper_bond(w, s, w->data);

	if (!rc)
		rc = card_set(w, s);
	return rc ? rc : items_set(w, s, type);
}

static enum rc programme_fill(const struct paper_work *w, struct scope *s)
{
	enum rc rc = pair_set(w, s, &programme_item_type);

	return rc != RC_NOT_FOUND
		       ? rc
		       : err_set(RC_NOT_FOUND,
				 _("The programme is empty: F2 in the pair's card fills it from "
				   "the template."));
}

static enum rc plan_fill(const struct paper_work *w, struct scope *s)
{
	enum rc rc = pair_set(w, s, &plan_item_type);

	return rc != RC_NOT_FOUND ? rc
				  : err_set(RC_NOT_FOUND,
					    _("The plan is empty: F2 in the pair's card fills it "
					      "from the template."));
}

/* «Орлова И. – Титов Л., 12.10.2026, 7В» */
static enum rc visits_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct choices bonds = bond_choices(app, a);
	struct records visits;
	struct choice *choice;
	enum rc rc = record_list_year(app->store, a, &visit_type, app->year.year, &visits);

	if (rc)
		return rc;
	choice = ARENA_NEW(a, struct choice, visits.n);
	for (size_t i = 0; i < visits.n; i++) {
		const struct visit *visit = record_at(&visit_type, &visits, i);
		choice[i] = (struct choice){
			.id = visit->head.id,
			.code = "",
			.name = arena_printf(a, "%s, %s, %s", choice_name(bonds, visit->head.owner),
					     day_text(a, visit->on_day), visit->class_name)
		};
	}
	*out = (struct choices){ choice, visits.n };
	return RC_OK;
}

static const struct paper_subject paper_of_visit = { N_("a lesson visit"), visits_list };

static const char *place_value(const struct scope *s, const char *name)
{
	for (size_t i = 0; i < s->places; i++)
		if (strncmp(s->place[i].name, name, strlen(name)) == 0)
			return s->place[i].value;
	return "";
}

static void visit_set(struct scope *s, const struct visit *visit)
{
	const char *mentor = place_value(s, "mentor|"), *mentee = place_value(s, "mentee|");
	bool by_mentor = visit->way == VISIT_BY_MENTOR;

	scope_text(s, "visitor|посещает", !visit->way ? "" : by_mentor ? mentor : mentee);
	scope_text(s, "teacher|ведёт", !visit->way ? "" : by_mentor ? mentee : mentor);
	scope_date(s, "date|дата", visit->on_day);
	scope_text(s, "class|класс", visit->class_name);
	scope_text(s, "theme|тема", visit->theme);
	scope_text(s, "seen|увидено", visit->seen);
	scope_text(s, "advice|советы", visit->advice);
}

static enum rc visit_fill(const struct paper_work *w, struct scope *s)
{
	struct visit visit = { .class_name = "", .theme = "", .seen = "", .advice = "" };
	struct paper_work of = *w;
	enum rc rc = RC_OK;

	if (w->id)
		rc = record_get(w->app->store, s->arena, &visit_type, w->id, &visit);
	of.id = visit.head.owner;
	if (!rc)
		rc = paper_bond(&of, s, w->data);
	if (!rc)
		visit_set(s, &visit);
	return rc;
}

static const struct paper rows[] = {
	{ .name = "programme",
	  .title = N_("Personalised programme of a pair"),
	  .stage = 6,
	  .flags = PAPER_ODT,
	  .of = &paper_of_bond,
	  .begin = paper_bonds_begin,
	  .fill = programme_fill },
	{ .name = "plan",
	  .title = N_("Development plan of a pair"),
	  .stage = 6,
	  .flags = PAPER_ODT,
	  .of = &paper_of_bond,
	  .begin = paper_bonds_begin,
	  .fill = plan_fill },
	{ .name = "visit_sheet",
	  .title = N_("Sheet of a lesson visit"),
	  .stage = 6,
	  .flags = PAPER_BLANK,
	  .of = &paper_of_visit,
	  .begin = paper_bonds_begin,
	  .fill = visit_fill },
};

const struct papers plans_papers = PAPERS(rows);
