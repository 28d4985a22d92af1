/* The order on the pairs of a year, and its annex, the pair list: mentors with their mentees, a
 * group under one mentor. domain.md §8. Never a request, a role model or a pupil's signature. */
#include <string.h>

#include "nastavnik/store/read/bond.h"
#include "paper.h"

/* One mentee with the mentor; rows of one bond stand together. */
struct pair_row {
	const struct bond_member *member;
	const struct participant *mentor, *mentee;
};

struct pair_rows {
	struct pair_row *row;
	size_t n;
};

static const struct participant *side_get(const struct participants *side, int64_t id)
{
	for (size_t i = 0; i < side->n; i++) {
		if (side->row[i].id == id)
			return &side->row[i];
	}
	return NULL;
}

/* The confirmed pairs that go on or reached the end of the year, by the mentor's name. */
static enum rc pairs_begin(const struct app *app, struct arena *a, void **data)
{
	struct pair_rows *pairs = ARENA_NEW(a, struct pair_rows, 1);
	struct members members;
	struct participants mentors, mentees;
	enum rc rc = members_load(app->store, a, app->year.year, &members);

	if (!rc)
		rc = app_participants(app, a, ROLE_MENTOR, &mentors);
	if (!rc)
		rc = app_participants(app, a, ROLE_MENTEE, &mentees);
	if (rc)
		return rc;
	pairs->row = ARENA_NEW(a, struct pair_row, members.n);
	for (size_t i = 0; i < members.n; i++) {
		const struct bond_member *m = &members.row[i];
		struct pair_row row = { m, side_get(&mentors, m->mentor),
					side_get(&mentees, m->mentee) };

		if (bond_member_lasts(m, &app->year) && row.mentor && row.mentee)
			pairs->row[pairs->n++] = row;
	}
	*data = pairs;
	return RC_OK;
}

static void pair_add(const struct paper_work *w, struct scope_table *table,
		     const struct pair_row *pair, const char *number)
{
	const struct year *year = &w->app->year;
	const struct bond_member *m = pair->member;
	struct scope *row = scope_row(table);

	scope_text(row, "number|номер", number);
	paper_person(w, row, "mentor|наставник", &pair->mentor->person);
	scope_text(row, "mentor_place|наставник_кто",
		   person_class_or_position(&pair->mentor->person));
	paper_person(w, row, "mentee|наставляемый", &pair->mentee->person);
	scope_text(row, "mentee_place|наставляемый_кто",
		   person_class_or_position(&pair->mentee->person));
	scope_text(row, "form|форма", book_item_name(&w->app->books, m->form));
	scope_date(row, "from|с", m->from ? m->from : year->bond_from);
	scope_date(row, "to|по", m->to ? m->to : year->bond_to);
}

/* Pairs count 1, 2, 3; the mentees of the third, when it is a group, are 3.1, 3.2. */
static void pairs_add(const struct paper_work *w, struct scope_table *table,
		      const struct pair_rows *pairs)
{
	unsigned bond = 0;

	for (size_t from = 0, end; from < pairs->n; from = end) {
		for (end = from + 1; end < pairs->n; end++) {
			if (pairs->row[end].member->bond != pairs->row[from].member->bond)
				break;
		}
		bond++;
		for (size_t i = from; i < end; i++) {
			const char *number =
				end - from == 1
					? arena_printf(table->arena, "%u", bond)
					: arena_printf(table->arena, "%u.%zu", bond, i - from + 1);

			pair_add(w, table, &pairs->row[i], number);
			table->row[table->rows - 1]->joined = i > from;
		}
	}
}

static bool signer_known(const struct scope_table *list, const char *name, const char *position)
{
	/* The curator stands first, with the curator's post, and may be a mentor too. */
	for (size_t i = 0; i < list->rows; i++) {
		const struct place *place = list->row[i]->place;

		if (strcmp(place[0].value, name) == 0 &&
		    (i == 0 || strcmp(place[1].value, position) == 0))
			return true;
	}
	return false;
}

static void signer_add(struct scope_table *list, const char *name, const char *position)
{
	struct scope *row;

	if (!*name || signer_known(list, name, position))
		return;
	row = scope_row(list);
	scope_text(row, "name|фио", name);
	scope_text(row, "position|должность", position);
}

/* Staff only: pupils and outside mentors sign nothing. */
static void signers_add(const struct paper_work *w, struct scope_table *list,
			const struct pair_rows *pairs)
{
	signer_add(list, w->app->school.curator, w->app->school.curator_position);
	for (size_t i = 0; i < pairs->n; i++) {
		const struct person *mentor = &pairs->row[i].mentor->person;

		if (mentor->kind == KIND_TEACHER && !*mentor->place)
			signer_add(list, person_name(list->arena, mentor),
				   person_class_or_position(mentor));
	}
}

static enum rc pairs_fill(const struct paper_work *w, struct scope *s)
{
	const struct pair_rows *pairs = w->data;
	struct scope_table *signers = scope_table(s, "acquainted|ознакомлены");

	if (!pairs->n)
		return err_set(RC_NOT_FOUND,
			       _("No pair is confirmed yet: there is nothing to print. Form pairs "
				 "and confirm them first."));
	scope_text(s, "number|номер", w->app->year.order_number);
	scope_date(s, "date|дата", w->app->year.order_date);
	signers_add(w, signers, pairs);
	scope_flag(s, "acquainted|ознакомлены", signers->rows > 0);
	pairs_add(w, scope_table(s, "pairs|пары"), pairs);
	return RC_OK;
}

static const struct paper rows[] = {
	{ .name = "order",
	  .title = N_("Order on mentoring pairs (groups)"),
	  .annex = "pair_list",
	  .stage = 5,
	  .flags = PAPER_ODT,
	  .begin = pairs_begin,
	  .fill = pairs_fill },
	{ .name = "pair_list",
	  .title = N_("Pair list (annex to the order)"),
	  .stage = 5,
	  .flags = PAPER_ODT,
	  .begin = pairs_begin,
	  .fill = pairs_fill },
};

const struct papers pairs_papers = PAPERS(rows);
