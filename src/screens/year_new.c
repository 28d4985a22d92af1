/* The next year: what becomes of whom, with the counts below before anything is done. */
#include "nastavnik/app/carry.h"

#include <string.h>

#include "nastavnik/ui/form.h"
#include "screens.h"

struct year_new_desk {
	struct carry carry;
	struct choices leaving, graduates, mentors, mentees, pairs;
};

#define AT(member) offsetof(struct carry_choice, member)

static const struct field year_new_table[] = {
	{ .name = "year",
	  .label = N_("New school year, from"),
	  .hint = N_("The year in which the school year begins: 2026 is 2026/2027."),
	  .kind = FIELD_NUMBER,
	  .flags = FIELD_READONLY,
	  .offset = AT(year),
	  .width = 6 },
	{ .name = "keep_graduates",
	  .label = N_("Graduates stay in the list"),
	  .hint = N_("Yes: as graduates, and they can be mentors. No: only last year has them."),
	  .kind = FIELD_YESNO,
	  .offset = AT(keep_graduates),
	  .width = 5 },
	{ .name = "leaving",
	  .label = N_("Leave after the 9th class"),
	  .hint = N_("Who will not come to the 10th class. It may also be said later."),
	  .kind = FIELD_CHOICES,
	  .offset = AT(leaving),
	  .choices = "leaving",
	  .width = 40 },
	{ .name = "graduates",
	  .label = N_("Graduates as mentors"),
	  .hint = N_("Who finishes the school and will be a mentor; stays in the list then."),
	  .kind = FIELD_CHOICES,
	  .offset = AT(graduates),
	  .choices = "graduates",
	  .width = 40 },
	{ .name = "mentors",
	  .label = N_("Mentors who go on"),
	  .hint = N_("They are in the new base with their competences; a consent is asked anew."),
	  .kind = FIELD_CHOICES,
	  .offset = AT(mentors),
	  .choices = "mentors",
	  .width = 40 },
	{ .name = "mentees",
	  .label = N_("Mentees who go on"),
	  .hint = N_("They are in the new base with their requests; a consent is asked anew."),
	  .kind = FIELD_CHOICES,
	  .offset = AT(mentees),
	  .choices = "mentees",
	  .width = 40 },
	{ .name = "pairs",
	  .label = N_("Teachers' pairs that go on"),
	  .hint = N_("Prolonged with their plan, up to three years in all; both sides go on."),
	  .kind = FIELD_CHOICES,
	  .offset = AT(pairs),
	  .choices = "pairs",
	  .width = 40 },
};

#undef AT

static const struct fields year_new_fields = { year_new_table,
					       sizeof(year_new_table) / sizeof(year_new_table[0]) };

static const char *who(struct arena *a, const struct person *p)
{
	const char *where = person_class_or_position(p);

	return *where ? arena_printf(a, "%s, %s", person_name(a, p), where) : person_name(a, p);
}

/* Whoever finishes the school stands among the graduates. */
static struct choices staying_choices(struct arena *a, const struct carry *carry,
				      const struct participants *all)
{
	struct choice *row = ARENA_NEW(a, struct choice, all->n);
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (!carry_finishes(carry, &all->row[i].person))
			row[n++] = (struct choice){ .id = all->row[i].id,
						    .code = "",
						    .name = who(a, &all->row[i].person) };
	return (struct choices){ row, n };
}

static const struct participant *find_person(const struct participants *all, int64_t person)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].person.id == person)
			return &all->row[i];
	return NULL;
}

/* Which side of the programme he knows already; NULL: none. */
static const char *known_as(const struct carry *carry, const struct person *p)
{
	if (find_person(&carry->mentors, p->id))
		return _("mentor");
	return find_person(&carry->mentees, p->id) ? _("mentee") : NULL;
}

/* Who took part first: they know what it is about. */
static struct choices graduates_choices(struct arena *a, const struct carry *carry)
{
	const struct people *people = &carry->people;
	struct choice *row = ARENA_NEW(a, struct choice, people->n);
	size_t n = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < people->n; i++) {
			const struct person *p = &people->row[i];
			const char *known;

			if (!carry_finishes(carry, p))
				continue;
			known = known_as(carry, p);
			if (!known != (pass == 1))
				continue;
			row[n++] = (struct choice){ .id = p->id,
						    .code = "",
						    .name = known ? arena_printf(a, "%s · %s",
										 who(a, p), known)
								  : who(a, p) };
		}
	}
	return (struct choices){ row, n };
}

static const char *participant_named(struct arena *a, const struct participants *all, int64_t id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].id == id)
			return person_short_name(a, &all->row[i].person);
	return "";
}

/* A bond with all its members: «Орлова И.В. – Новикова Я.И., Быков П.И. · второй год». */
static const char *pair_text(struct arena *a, const struct carry *carry, size_t first, size_t end)
{
	const struct lasting *pair = &carry->pairs.row[first];
	const char *text =
		arena_printf(a, "%s –", participant_named(a, &carry->mentors, pair->mentor));

	for (size_t i = first; i < end; i++)
		text = arena_printf(
			a, "%s%s %s", text, i > first ? "," : "",
			participant_named(a, &carry->mentees, carry->pairs.row[i].mentee));
	return arena_printf(a, _("%s · year %lld of %d"), text, (long long)pair->years,
			    CARRY_PAIR_YEARS);
}

static struct choices pairs_choices(struct arena *a, const struct carry *carry)
{
	const struct lastings *pairs = &carry->pairs;
	struct choice *row = ARENA_NEW(a, struct choice, pairs->n);
	size_t n = 0, end;

	for (size_t i = 0; i < pairs->n; i = end) {
		for (end = i + 1; end < pairs->n; end++)
			if (pairs->row[end].bond != pairs->row[i].bond)
				break;
		row[n++] = (struct choice){ .id = pairs->row[i].bond,
					    .code = "",
					    .name = pair_text(a, carry, i, end) };
	}
	return (struct choices){ row, n };
}

static struct ids choices_ids(struct arena *a, struct choices choices)
{
	struct ids ids = { ARENA_NEW(a, int64_t, choices.n), choices.n };

	for (size_t i = 0; i < choices.n; i++)
		ids.row[i] = choices.row[i].id;
	return ids;
}

static struct choices leaving_choices(struct arena *a, const struct people *people)
{
	struct choice *row = ARENA_NEW(a, struct choice, people->n);
	size_t n = 0;

	for (size_t i = 0; i < people->n; i++)
		if (carry_may_leave(&people->row[i]))
			row[n++] = (struct choice){ .id = people->row[i].id,
						    .code = "",
						    .name = who(a, &people->row[i]) };
	return (struct choices){ row, n };
}

static enum rc year_new_load(struct frame *f, void *record)
{
	struct year_new_desk *desk = arena_alloc(&f->arena, sizeof(*desk));
	struct carry_choice *choice = record;
	enum rc rc = carry_load(desk_app(f), &f->arena, &desk->carry);

	if (rc)
		return rc;
	desk->leaving = leaving_choices(&f->arena, &desk->carry.people);
	desk->graduates = graduates_choices(&f->arena, &desk->carry);
	desk->mentors = staying_choices(&f->arena, &desk->carry, &desk->carry.mentors);
	desk->mentees = staying_choices(&f->arena, &desk->carry, &desk->carry.mentees);
	desk->pairs = pairs_choices(&f->arena, &desk->carry);
	f->data = desk;
	choice->year = desk->carry.from + 1;
	choice->mentors = carry_staying(&desk->carry, &f->arena, &desk->carry.mentors);
	choice->pairs = choices_ids(&f->arena, desk->pairs);
	return RC_OK;
}

static struct choices year_new_choices(struct frame *f, const char *set)
{
	const struct year_new_desk *desk = f->data;

	const struct {
		const char *name;
		struct choices choices;
	} sets[] = { { "leaving", desk->leaving },
		     { "graduates", desk->graduates },
		     { "mentors", desk->mentors },
		     { "mentees", desk->mentees },
		     { "pairs", desk->pairs } };

	for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++)
		if (!strcmp(set, sets[i].name))
			return sets[i].choices;
	return (struct choices){ 0 };
}

static void year_new_remarks(struct frame *f, struct lines *lines, const void *record)
{
	const struct year_new_desk *desk = f->data;
	const struct carry_choice *choice = record;
	struct carry_counts n;
	char name[12], last[12];

	carry_count(&desk->carry, choice, &n);
	year_name(choice->year, name);
	year_name(desk->carry.from, last);
	lines_add(lines, INK_HEADING, "%s", _("What F2 will do"));
	lines_add(lines, INK_TEXT, _("In %s: pupils one class higher %lld, staff and others %lld."),
		  name, (long long)n.up, (long long)n.stay);
	lines_add(lines, INK_TEXT, _("Graduates who stay in the list %lld; no longer in it %lld."),
		  (long long)n.graduates, (long long)n.gone);
	lines_add(lines, INK_TEXT,
		  _("In the new bases: mentors %lld, mentees %lld; pairs prolonged %lld."),
		  (long long)n.mentors, (long long)n.mentees, (long long)n.pairs);
	lines_add(lines, INK_DIM, "%s",
		  _("Steps of the stages, reference books, team, partners whose agreement runs and "
		    "legal grounds go on; terms move by a year."));
	if (desk->carry.closed)
		lines_add(lines, INK_DIM, _("The year %s is closed and stays as it is."), last);
	else if (desk->carry.bonds_open)
		lines_add(lines, INK_DIM,
			  _("Pairs of %s not closed yet: %lld. They end with their year; a result "
			    "can still be written there later."),
			  last, (long long)desk->carry.bonds_open);
	else
		lines_add(lines, INK_DIM, _("The year %s stays as it is."), last);
}

static enum rc year_new_save(struct frame *f, void *record)
{
	const struct year_new_desk *desk = f->data;
	enum rc rc = carry_year(desk_app(f), &desk->carry, record);
	char name[12];

	if (rc != RC_OK)
		return rc;
	f->answer = desk_year(f);
	ui_say(f->ui, _("The school year %s is open. Ctrl+Z takes it back."),
	       year_name(desk_year(f), name));
	return RC_OK;
}

static const struct form_part year_new_parts[] = { { .fields = &year_new_fields }, { 0 } };

static const struct form_spec year_new_form = {
	.size = sizeof(struct carry_choice),
	.parts = year_new_parts,
	.load = year_new_load,
	.save = year_new_save,
	.writable = desk_file_writable,
	.choices = year_new_choices,
	.remarks = year_new_remarks,
};

const struct view year_new_view = {
	.name = "year-new",
	.title = N_("A new school year with last year's people"),
	.kind = &form_kind,
	.spec = &year_new_form,
	.help = N_("Nothing is done before F2; below the fields stands what will be. Pupils go one "
		   "class up, the last class leaves the school, staff and partners stay. A fresh "
		   "class list brought in later knows everybody again and adds the newcomers."),
};
