/* Both bases in the columns of the methodology, and the registry of mentors. domain.md §2. */
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/str.h"
#include "nastavnik/store/read/bond.h"
#include "paper.h"

/* All participants of the year and what bound them, those who ended too. */
struct bases {
	struct members members;
	struct participants mentors, mentees;
};

static enum rc bases_begin(const struct app *app, struct arena *a, void **data)
{
	struct bases *bases = ARENA_NEW(a, struct bases, 1);
	int64_t year = app->year.year;
	enum rc rc = members_load(app->store, a, year, &bases->members);

	if (rc == RC_OK)
		rc = participant_load_all(app->store, a, year, ROLE_MENTOR, &bases->mentors);
	if (rc == RC_OK)
		rc = participant_load_all(app->store, a, year, ROLE_MENTEE, &bases->mentees);
	*data = bases;
	return rc;
}

static const struct participant *participant_of(const struct participants *side, int64_t id)
{
	for (size_t i = 0; i < side->n; i++) {
		if (side->row[i].id == id)
			return &side->row[i];
	}
	return NULL;
}

/* Lines of one cell. */
static void line_add(struct str *out, const char *text)
{
	if (!*text)
		return;
	if (out->len)
		str_add_char(out, '\n');
	str_add(out, text);
}

/* What is the same for all of them is said once. */
static void line_add_new(struct str *out, const char *text)
{
	if (!out->len || !strstr(str_text(out), text))
		line_add(out, text);
}

static void cell_set(struct scope *row, const char *name, struct str *text)
{
	scope_text(row, name, arena_strdup(row->arena, str_text(text)));
	str_done(text);
}

static void topics_set(const struct app *app, struct scope *row, const char *name,
		       const struct participant *p, size_t most)
{
	struct str text = { 0 };

	for (size_t i = 0; i < p->topics.n && i < most; i++) {
		if (text.len)
			str_add(&text, "; ");
		str_add(&text, book_item_name(&app->books, p->topics.row[i]));
	}
	if (!text.len)
		str_add(&text, p->topic_words);
	cell_set(row, name, &text);
}

static void interests_set(const struct app *app, struct scope *row, const struct participant *p)
{
	struct str text = { 0 };

	for (size_t i = 0; i < p->interests.n; i++) {
		if (text.len)
			str_add(&text, "; ");
		str_add(&text, book_item_name(&app->books, p->interests.row[i]));
	}
	if (!text.len)
		str_add(&text, p->interest_words);
	cell_set(row, "interests|интересы", &text);
}

/* «МБОУ «Школа № 9», учитель физики»: a pupil's class, a guest's own place. */
static const char *place_of(struct arena *a, const struct person *p)
{
	const char *what = person_class_or_position(p);

	if (!*p->place)
		return what;
	return *what ? arena_printf(a, "%s, %s", p->place, what) : p->place;
}

static const char *contacts_of(struct arena *a, const struct person *p)
{
	return arena_printf(a, "%s%s%s", p->phone, *p->phone && *p->email ? "\n" : "", p->email);
}

/* Of a pupil, whom to call is the representative. */
static void mentee_contacts(struct scope *row, const struct participant *p)
{
	struct str text = { 0 };

	line_add(&text, p->representative);
	line_add(&text, p->representative_contact);
	if (!text.len)
		line_add(&text, contacts_of(row->arena, &p->person));
	cell_set(row, "contacts|контакты", &text);
}

/* The other side of somebody's bonds, and how they went. */
struct other_side {
	struct str name, place, form, end, result, link;
	bool passed;
};

static void other_add(const struct app *app, struct arena *a, struct other_side *o,
		      const struct bond_member *m, const struct participant *other)
{
	char date[DATE_SIZE];
	int64_t to = m->to ? m->to : app->year.bond_to;

	line_add(&o->name, person_name(a, &other->person));
	line_add(&o->place, place_of(a, &other->person));
	line_add_new(&o->form, book_item_name(&app->books, m->form));
	line_add_new(&o->end, date_format((int)to, date));
	line_add(&o->result, m->result);
	line_add(&o->link, m->link);
	o->passed |= m->passed != 0;
}

static void other_set(struct scope *row, struct other_side *o, const char *name, const char *place)
{
	cell_set(row, name, &o->name);
	cell_set(row, place, &o->place);
	cell_set(row, "form|форма", &o->form);
	cell_set(row, "end|завершение", &o->end);
	cell_set(row, "result|результат", &o->result);
	cell_set(row, "link|ссылка", &o->link);
	scope_flag(row, "passed|пройдено", o->passed);
}

static void mentee_add(const struct paper_work *w, struct scope *row, const struct participant *p)
{
	const struct bases *bases = w->data;
	struct other_side other = { 0 };
	int year = date_year((int)p->person.birth);

	for (size_t i = 0; i < bases->members.n; i++) {
		const struct bond_member *m = &bases->members.row[i];
		const struct participant *mentor =
			m->mentee == p->id ? participant_of(&bases->mentors, m->mentor) : NULL;

		if (mentor)
			other_add(w->app, row->arena, &other, m, mentor);
	}
	paper_person(w, row, "name|фио", &p->person);
	scope_text(row, "class|класс", person_class_or_position(&p->person));
	mentee_contacts(row, p);
	scope_text(row, "birth_year|год_рождения",
		   year ? arena_printf(row->arena, "%d", year) : "");
	topics_set(w->app, row, "request|запрос", p, 1);
	scope_date(row, "joined|вхождение", p->joined);
	other_set(row, &other, "mentor|наставник", "mentor_place|наставник_где");
}

static void mentor_add(const struct paper_work *w, struct scope *row, const struct participant *p)
{
	const struct bases *bases = w->data;
	struct other_side other = { 0 };
	char hours[NUMBER_SIZE];

	for (size_t i = 0; i < bases->members.n; i++) {
		const struct bond_member *m = &bases->members.row[i];
		const struct participant *mentee =
			m->mentor == p->id ? participant_of(&bases->mentees, m->mentee) : NULL;

		if (mentee)
			other_add(w->app, row->arena, &other, m, mentee);
	}
	paper_person(w, row, "name|фио", &p->person);
	scope_text(row, "contacts|контакты", contacts_of(row->arena, &p->person));
	scope_text(row, "place|место", place_of(row->arena, &p->person));
	topics_set(w->app, row, "competences|компетенции", p, p->topics.n);
	scope_text(row, "achievements|достижения", p->achievements);
	interests_set(w->app, row, p);
	scope_text(row, "ages|возраст", age_range_show(row->arena, p->age_from, p->age_to));
	scope_text(row, "hours|время",
		   p->hours == FIELD_NOTHING
			   ? ""
			   : arena_strdup(row->arena, number_format(p->hours, 1, hours)));
	scope_date(row, "joined|вхождение", p->joined);
	scope_flag(row, "selected|отобран", p->selected != 0);
	scope_flag(row, "trained|обучен", p->trained != 0);
	other_set(row, &other, "mentees|наставляемые", "mentee_place|наставляемый_где");
}

static enum rc base_fill(const struct paper_work *w, struct scope *s, const char *name,
			 const struct participants *all,
			 void (*add)(const struct paper_work *w, struct scope *row,
				     const struct participant *p))
{
	struct scope_table *table = scope_table(s, name);

	for (size_t i = 0; i < all->n; i++) {
		if (!all->row[i].person.left_on)
			add(w, scope_row(table), &all->row[i]);
	}
	if (table->rows)
		return RC_OK;
	return err_set(RC_NOT_FOUND, _("The base is empty: there is nothing to print."));
}

static enum rc mentees_fill(const struct paper_work *w, struct scope *s)
{
	const struct bases *bases = w->data;

	return base_fill(w, s, "mentees|наставляемые", &bases->mentees, mentee_add);
}

static enum rc mentors_fill(const struct paper_work *w, struct scope *s)
{
	const struct bases *bases = w->data;

	return base_fill(w, s, "mentors|наставники", &bases->mentors, mentor_add);
}

static const struct paper rows[] = {
	{ .name = "mentee_base",
	  .title = N_("Base of mentees, by the methodology"),
	  .stage = 2,
	  .begin = bases_begin,
	  .fill = mentees_fill },
	{ .name = "mentor_base",
	  .title = N_("Base of mentors, by the methodology"),
	  .stage = 3,
	  .begin = bases_begin,
	  .fill = mentors_fill },
	{ .name = "mentor_registry",
	  .title = N_("Registry of mentors"),
	  .stage = 3,
	  .begin = bases_begin,
	  .fill = mentors_fill },
};

const struct papers bases_papers = PAPERS(rows);
