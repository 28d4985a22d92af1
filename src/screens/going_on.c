/* Stage 7: who of the mentees takes part next year, and as what. */
#include "nastavnik/app/people.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/ui/grid.h"
#include "screens.h"

enum { NEXT_MENTEE = 1, NEXT_MENTOR = 2, NEXT_NOT = 3 };

static const struct grid_mark going_on_marks[] = {
	{ '1', NEXT_MENTEE, N_("mentee"), N_("again a mentee"), INK_TEXT },
	{ '2', NEXT_MENTOR, N_("mentor!"), N_("a mentor"), INK_GOOD },
	{ '3', NEXT_NOT, N_("no"), N_("takes no part"), INK_DIM },
	{ 0 },
};

static struct participants *going_on_rows(const struct frame *f)
{
	return f->data;
}

static enum rc going_on_load(struct frame *f, size_t *rows, size_t *columns)
{
	struct participants *mentees = arena_alloc(&f->fresh, sizeof(*mentees));
	enum rc rc =
		participant_load_all(desk_store(f), &f->fresh, desk_year(f), ROLE_MENTEE, mentees);

	if (rc != RC_OK)
		return rc;
	participants_here(mentees);
	f->data = mentees;
	*rows = mentees->n;
	*columns = 1;
	return RC_OK;
}

static const char *going_on_row(struct frame *f, size_t row)
{
	const struct person *person = &going_on_rows(f)->row[row].person;

	return arena_printf(&f->fresh, "%s, %s", person_short_name(&f->fresh, person),
			    person_class_or_position(person));
}

static const char *going_on_column(struct frame *f, size_t column)
{
	(void)f, (void)column;
	return _("Next year");
}

static int64_t going_on_get(struct frame *f, size_t row, size_t column)
{
	(void)column;
	return going_on_rows(f)->row[row].going_on;
}

static enum rc going_on_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	struct participant *mentee = &going_on_rows(f)->row[row];
	struct participant changed = *mentee;
	enum rc rc;

	(void)column;
	changed.going_on = value;
	rc = people_save_participant(desk_app(f), &changed, PEOPLE_ANOTHER, NULL);
	if (rc == RC_OK)
		*mentee = changed;
	return rc;
}

static const char *going_on_count(struct frame *f, struct arena *a)
{
	const struct participants *mentees = going_on_rows(f);
	size_t asked = 0, mentors = 0;

	for (size_t i = 0; i < mentees->n; i++) {
		asked += mentees->row[i].going_on != 0;
		mentors += mentees->row[i].going_on == NEXT_MENTOR;
	}
	return arena_printf(a, _("of %zu asked %zu · will be mentors %zu"), mentees->n, asked,
			    mentors);
}

static const struct action going_on_actions[] = {
	{ .title = N_("The school years"), .open = &years_view },
	{ 0 },
};

static const struct grid_spec going_on_grid = {
	.marks = going_on_marks,
	.cell_width = 16,
	.title_width = 44,
	.load = going_on_load,
	.row_title = going_on_row,
	.column_title = going_on_column,
	.get = going_on_get,
	.set = going_on_set,
	.count = going_on_count,
	.empty = N_("No mentees this year."),
};

const struct view going_on_view = {
	.name = "going-on",
	.title = N_("Stage 7 · Who goes on next year"),
	.kind = &grid_kind,
	.spec = &going_on_grid,
	.actions = going_on_actions,
	.help = N_("Ask each mentee: to go on as a mentee, to become a mentor, or to leave? The "
		   "next year is opened with these answers; who becomes a mentor counts in the "
		   "school's indicator “moved from mentee to mentor”."),
	.place = true,
	.seldom = true,
};
