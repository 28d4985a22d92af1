/* Stage 4: who of the mentors is selected and trained, as a grid filled with one key a cell. */
#include "nastavnik/app/people.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/ui/grid.h"
#include "screens.h"

static const struct grid_mark training_marks[] = {
	{ '1', 1, N_("yes"), N_("passed"), INK_GOOD },
	{ 0 },
};

/* The fields behind the columns. */
static const char *const training_fields[] = { "selected", "trained" };

static struct participants *training_mentors(const struct frame *f)
{
	return f->data;
}

static const struct field *training_field(size_t column)
{
	return field_find(mentor_fields, training_fields[column]);
}

static enum rc training_load(struct frame *f, size_t *rows, size_t *columns)
{
	struct participants *mentors = arena_alloc(&f->fresh, sizeof(*mentors));
	enum rc rc =
		participant_load_all(desk_store(f), &f->fresh, desk_year(f), ROLE_MENTOR, mentors);

	if (rc != RC_OK)
		return rc;
	participants_here(mentors);
	f->data = mentors;
	*rows = mentors->n;
	*columns = sizeof(training_fields) / sizeof(training_fields[0]);
	return RC_OK;
}

static const char *training_row(struct frame *f, size_t row)
{
	const struct person *person = &training_mentors(f)->row[row].person;

	return arena_printf(&f->fresh, "%s, %s", person_short_name(&f->fresh, person),
			    person_class_or_position(person));
}

static const char *training_column(struct frame *f, size_t column)
{
	(void)f;
	return column == 0 ? _("Selected") : _("Trained");
}

static int64_t training_get(struct frame *f, size_t row, size_t column)
{
	return field_int(training_field(column), &training_mentors(f)->row[row]);
}

static enum rc training_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	struct participant *mentor = &training_mentors(f)->row[row];
	struct participant changed = *mentor;
	enum rc rc;

	field_set_int(training_field(column), &changed, value);
	rc = people_save_participant(desk_app(f), &changed, PEOPLE_ANOTHER, NULL);
	if (rc == RC_OK)
		*mentor = changed;
	return rc;
}

static const char *training_count(struct frame *f, struct arena *a)
{
	const struct participants *mentors = training_mentors(f);
	size_t selected = 0, trained = 0;

	for (size_t i = 0; i < mentors->n; i++) {
		selected += mentors->row[i].selected != 0;
		trained += mentors->row[i].trained != 0;
	}
	return arena_printf(a, _("of %zu: selected %zu · trained %zu"), mentors->n, selected,
			    trained);
}

static const struct action training_actions[] = {
	{ .title = N_("Base of mentors"), .open = &mentors_view },
	{ .title = N_("Rules of forming pairs"), .open = &rules_view },
	{ 0 },
};

static const struct grid_spec training_grid = {
	.marks = training_marks,
	.cell_width = 19,
	.title_width = 36,
	.load = training_load,
	.row_title = training_row,
	.column_title = training_column,
	.get = training_get,
	.set = training_set,
	.count = training_count,
	.empty = N_("No mentors yet: fill the base of mentors first (stage 3)."),
};

const struct view training_view = {
	.name = "training",
	.title = N_("Stage 4 · Selecting and training mentors"),
	.kind = &grid_kind,
	.spec = &training_grid,
	.actions = training_actions,
	.help = N_("1 marks what a mentor has passed, Del takes the mark away; each mark is saved "
		   "at once. "
		   "Whether only selected and trained mentors get pairs is a rule of stage 5; "
		   "otherwise it is "
		   "only a warning."),
	.place = true,
};
